import { chmodSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Only the gateway's own user can read and write the file. */
export const PRIVATE_FILE_MODE = 0o600;

const PRIVATE_FOLDER_MODE = 0o700;
/** Permissions of other users. */
const OTHERS_BITS = 0o077;

/**
 * Creates a folder, and missing folders above it, that only the gateway's own user can open.
 *
 * @throws Error when the folder cannot be created.
 */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: PRIVATE_FOLDER_MODE });
  makePrivate(folder, PRIVATE_FOLDER_MODE);
}

/**
 * Removes the permissions of other users from a folder and everything in it.
 *
 * @returns the number of files and folders that other users can still use.
 */
export function makeAllPrivate(folder: string): number {
  let failed = makePrivate(folder, PRIVATE_FOLDER_MODE) ? 0 : 1;
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) failed += makeAllPrivate(path);
    else if (entry.isFile() && !makePrivate(path, PRIVATE_FILE_MODE)) failed += 1;
  }
  return failed;
}

/** Returns the entries of a folder; empty when it is missing. */
export function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Returns whether no other user can use it now. Windows has no such permissions. */
function makePrivate(path: string, mode: number): boolean {
  if (process.platform === 'win32') return true;
  try {
    if ((lstatSync(path).mode & OTHERS_BITS) !== 0) chmodSync(path, mode);
    return true;
  } catch (error) {
    // Another instance has deleted it.
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}
