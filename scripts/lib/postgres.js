import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { systemProgram } from './systemProgram.js';

/** Debian keeps the server of each version in a folder of its own, outside the path. */
const DEBIAN_FOLDER = '/usr/lib/postgresql';

/** For the tests of gateways that share a copy; 14 or later. */
export const { find: findPostgres, ensure: ensurePostgres } = systemProgram({
  title: 'PostgreSQL',
  names: ['postgres'],
  variable: 'POSTGRES_SERVER_PATH',
  packages: ['postgresql'],
  otherFolders: () => {
    try {
      const versions = readdirSync(DEBIAN_FOLDER).sort((a, b) => Number(b) - Number(a));
      return versions.map((version) => join(DEBIAN_FOLDER, version, 'bin'));
    } catch {
      return [];
    }
  },
});
