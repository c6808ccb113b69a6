import { chmodSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Only the user that the gateway runs as can read and write the file. */
export const PRIVATE_FILE_MODE = 0o600;

const PRIVATE_FOLDER_MODE = 0o700;
/** What another user of the machine could use. */
const OTHERS_BITS = 0o077;

/**
 * Makes a folder that only the user that the gateway runs as can open, with the folders above it that are missing.
 *
 * @throws Error when the folder can't be made.
 */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: PRIVATE_FOLDER_MODE });
  makePrivate(folder, PRIVATE_FOLDER_MODE);
}

/**
 * Takes a folder and everything in it away from the other users of the machine.
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

/** The entries of a folder; none when it is missing. */
export function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Whether no other user can use it now. Windows has no such modes. */
function makePrivate(path: string, mode: number): boolean {
  if (process.platform === 'win32') return true;
  try {
    if ((lstatSync(path).mode & OTHERS_BITS) !== 0) chmodSync(path, mode);
    return true;
  } catch (error) {
    // Another gateway has deleted it.
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}
