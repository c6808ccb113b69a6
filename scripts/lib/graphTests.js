import { readFile, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { root } from './paths.js';
import { run } from './run.js';

/** What judges the gateway from outside has a package of its own: clients, compilers and gateways are large. */
const directory = join(root, 'test', 'graph');
const stampFile = join(directory, 'node_modules', '.stamp');

/** Installs the packages of `test/graph` when they are missing or not those of its lock file. */
export async function ensureGraphTests() {
  const hash = createHash('sha256')
    .update(await readFile(join(directory, 'package-lock.json')))
    .digest('hex');
  const installed = await readFile(stampFile, 'utf8').catch(() => null);
  if (installed === hash) return;
  console.log(
    'Installing the packages of the graph tests (test/graph), once: clients and gateways.',
  );
  const code = await run('npm', ['ci', '--prefix', 'test/graph', '--no-fund', '--loglevel=error'], {
    // There, npm is a script of the shell's.
    shell: process.platform === 'win32',
  });
  if (code !== 0) {
    throw new Error(
      `The packages of the graph tests could not be installed: \`npm ci\` in test/graph ended with exit code ${code}.`,
    );
  }
  await writeFile(stampFile, hash);
}
