import { existsSync } from 'node:fs';

/**
 * URL of the folder with package.json, `schema/`, and `dist/`. Sources and compiled files are at different depths
 * below it.
 */
export const packageRoot: URL = findPackageRoot(new URL('.', import.meta.url));

function findPackageRoot(folder: URL): URL {
  if (existsSync(new URL('package.json', folder))) return folder;
  const parent = new URL('..', folder);
  if (parent.href === folder.href) throw new Error('The gateway cannot find its package.json.');
  return findPackageRoot(parent);
}
