import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PRIVATE_FILE_MODE } from '../../lib/files/privateFiles.js';
import { isRunning, processPlace } from '../../lib/files/processes.js';
import type { Clock } from '../../lib/clock.js';
import type { Lock } from '../../tenants/connections/connectionStore.js';

export interface FileLockOptions {
  /** Path that the lock's files begin with, in an existing folder. */
  readonly path: string;
  /** Maximum time of the lock, in milliseconds. */
  readonly heldMs: number;
  readonly clock: Clock;
  /** Makes names that no other process uses. */
  readonly createId: () => string;
}

/** The locks that this process holds or is about to hold. */
const held = new Set<string>();

const DRAFT = '.draft';

/**
 * Locks across processes with files. A process creates its own file, and holds the lock when there is no other file.
 * When two processes try at the same time, both may fail. Only the owner deletes its file, unless the owner's process
 * ended or held the lock too long.
 */
export async function lockFile(options: FileLockOptions): Promise<Lock | null> {
  const { path, createId } = options;
  if (held.has(path)) return null;
  held.add(path);
  const mine = `${path}.${createId()}`;
  try {
    // The file appears with its text at once, so no process sees one without an owner.
    await writeFile(`${mine}${DRAFT}`, JSON.stringify({ place: processPlace, pid: process.pid }), {
      flag: 'wx',
      mode: PRIVATE_FILE_MODE,
    });
    await rename(`${mine}${DRAFT}`, mine);
    if (await isAlone(mine, options)) {
      return {
        release: async () => {
          await rm(mine, { force: true }).catch(() => undefined);
          held.delete(path);
        },
      };
    }
  } catch (error) {
    await remove(mine, path);
    throw error;
  }
  await remove(mine, path);
  return null;
}

/**
 * Deletes the file of a lock whose owner left it.
 *
 * @param file its name begins with the path of a lock and a period.
 */
export async function removeIfLeftBehind(
  file: string,
  options: Pick<FileLockOptions, 'heldMs' | 'clock'>,
): Promise<void> {
  if ([...held].some((path) => file.startsWith(`${path}.`))) return;
  if (await isLeftBehind(file, options)) await rm(file, { force: true });
}

async function remove(mine: string, path: string): Promise<void> {
  for (const each of [mine, `${mine}${DRAFT}`])
    await rm(each, { force: true }).catch(() => undefined);
  held.delete(path);
}

/** Returns whether no other process holds the lock, and deletes files that ended processes left. */
async function isAlone(mine: string, options: FileLockOptions): Promise<boolean> {
  const folder = dirname(mine);
  const beginning = `${basename(options.path)}.`;
  let alone = true;
  for (const name of await readdir(folder)) {
    const other = join(folder, name);
    if (!name.startsWith(beginning) || other === mine) continue;
    if (await isLeftBehind(other, options)) await rm(other, { force: true });
    else if (!name.endsWith(DRAFT)) alone = false;
  }
  return alone;
}

async function isLeftBehind(
  file: string,
  { heldMs, clock }: Pick<FileLockOptions, 'heldMs' | 'clock'>,
): Promise<boolean> {
  const [text, made] = await Promise.all([
    readFile(file, 'utf8').catch(() => null),
    stat(file).catch(() => null),
  ]);
  // The other process released the lock in the meantime.
  if (text === null || made === null) return true;
  if (clock.now() - made.mtimeMs > heldMs) return true;
  const owner = ownerIn(text);
  // In another container, the same ID is another process. In this one, this process holds no other lock.
  if (owner?.place !== processPlace) return false;
  return owner.pid === process.pid || !isRunning(owner.pid);
}

function ownerIn(text: string): { readonly place: unknown; readonly pid: number } | null {
  try {
    const { place: where, pid } = JSON.parse(text) as Record<string, unknown>;
    return { place: where, pid: Number(pid) };
  } catch {
    return null;
  }
}
