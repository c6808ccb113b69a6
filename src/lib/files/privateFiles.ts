import { chmodSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { open, readdir, rename } from 'node:fs/promises';
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

/**
 * Creates a file that only the gateway's own user can use. Its content is on the disk when this returns.
 *
 * @throws Error when the file exists, or cannot be written.
 */
export async function createPrivateFile(path: string, content: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', PRIVATE_FILE_MODE);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Writes the names in a folder to the disk. Some systems cannot sync folders; then the system decides when they are
 * written.
 */
export async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, 'r').catch(() => null);
  if (opened === null) return;
  try {
    await opened.sync().catch(() => undefined);
  } finally {
    await opened.close();
  }
}

/**
 * Returns the names in a folder; empty when it is missing.
 *
 * @throws Error when the folder cannot be read.
 */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Renames a file, unless there is none. */
export async function renameIfPresent(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

/** Returns whether a file operation failed because there is no such file. */
export function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
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
    return isMissing(error);
  }
}
