import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PRIVATE_FILE_MODE } from '../../lib/files/privateFiles.js';
import { isRunning, processPlace } from '../../lib/files/processes.js';
import type { Clock } from '../../lib/clock.js';
import type { Lock } from '../../tenants/connections/connectionStore.js';

export interface FileLockOptions {
  /** What the files of those who want it begin with; in a folder that is there. */
  readonly path: string;
  /** So long it holds at most, in milliseconds. */
  readonly heldMs: number;
  readonly clock: Clock;
  /** Names it as no other process does. */
  readonly createId: () => string;
}

/** What this process holds, or is about to. */
const held = new Set<string>();

const DRAFT = '.draft';

/**
 * A lock between processes, as files: whoever wants it puts down one of its own, and has it unless there is somebody
 * else's. Two who come at the same moment may both go without. Nobody but its owner takes a file away, unless the
 * owner is gone or has had it for too long.
 */
export async function lockFile(options: FileLockOptions): Promise<Lock | null> {
  const { path, createId } = options;
  if (held.has(path)) return null;
  held.add(path);
  const mine = `${path}.${createId()}`;
  try {
    // With its text at once: nobody sees one that doesn't say whose it is.
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
 * Deletes the file of a lock that was left behind.
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

/** Whether nobody else has it; what was left behind is cleared away. */
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
  // It was given back meanwhile.
  if (text === null || made === null) return true;
  if (clock.now() - made.mtimeMs > heldMs) return true;
  const owner = ownerIn(text);
  // Elsewhere, the same number is another process; and here, this one holds no other.
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
