import { join } from 'node:path';
import { root } from './paths.js';
import { systemProgram } from './systemProgram.js';

const FOLDER = join(root, 'node_modules', '.cache', 'promtool');

/** For the tests of the alert rules; 2.42 or later. */
export const { find: findPromtool, ensure: ensurePromtool } = systemProgram({
  title: 'promtool',
  names: ['promtool'],
  variable: 'PROMTOOL_PATH',
  packages: ['prometheus'],
  otherFolders: () => [join(FOLDER, 'usr', 'bin')],
  unpackIn: FOLDER,
});
