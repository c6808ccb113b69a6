import { existsSync, readFileSync } from 'node:fs';

/**
 * URL of the folder with package.json, `schema/`, and `dist/`. Sources and compiled files are at different depths
 * below it.
 */
export const packageRoot: URL = findPackageRoot(new URL('.', import.meta.url));

/** Returns the version of the gateway. */
export function packageVersion(): string {
  const text = readFileSync(new URL('package.json', packageRoot), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}

function findPackageRoot(folder: URL): URL {
  if (existsSync(new URL('package.json', folder))) return folder;
  const parent = new URL('..', folder);
  if (parent.href === folder.href) throw new Error('The gateway cannot find its package.json.');
  return findPackageRoot(parent);
}
