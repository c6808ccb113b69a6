import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { dist, root } from './paths.js';

/** Whatever the product is made of or made by. The lock file stands for node_modules. */
const INPUTS = [
  'src',
  'sandbox',
  'ui',
  'schema',
  'gong-api',
  'scripts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
];

const stampFile = join(dist, '.stamp');

async function filesOf(input) {
  const path = join(root, input);
  if (!existsSync(path)) return [];
  try {
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    throw error;
  }
}

/** One hash over the names and contents of all inputs: the times of files mean nothing after a clone. */
export async function inputsHash() {
  const files = (await Promise.all(INPUTS.map(filesOf))).flat().sort();
  const contents = await Promise.all(files.map((file) => readFile(file)));
  const hash = createHash('sha256');
  files.forEach((file, index) => {
    const content = contents[index];
    hash.update(`${relative(root, file)}\0${content.length}\0`).update(content);
  });
  return hash.digest('hex');
}

export async function writeStamp(hash) {
  await writeFile(stampFile, `${hash}\n`);
}

/** Why the product in dist/ can't be used as it is, or null where it is current. */
export async function staleness() {
  const stamp = await readFile(stampFile, 'utf8').catch(() => null);
  if (stamp === null) return 'it is not built yet';
  return stamp.trim() === (await inputsHash()) ? null : 'the sources changed since the last build';
}
