import { createHash } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Where numbers of processes mean the same: on one host, and there in one container. */
export const processPlace = `${hostname()}|${namespace()}`;

/** This process in the name of a file. */
export const processTag = `${process.pid}-${placeDigest()}`;

/**
 * Whether the process that a file's name is tagged with runs.
 *
 * @returns null when that is unknown: it runs in another place.
 */
export function isTaggedRunning(tag: string): boolean | null {
  const [pid = '', place] = tag.split('-');
  return place === placeDigest() ? isRunning(Number(pid)) : null;
}

/** Whether a process of this place runs. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, and is another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function placeDigest(): string {
  return createHash('sha256').update(processPlace).digest('hex').slice(0, 16);
}

/** Which processes see each other, when the system tells. */
function namespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}
