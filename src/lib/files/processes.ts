import { createHash } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Identifies the host and the container in which process IDs are unique. */
export const processPlace = `${hostname()}|${namespace()}`;

/** Identifies this process in file names. */
export const processTag = `${process.pid}-${placeDigest()}`;

/**
 * Returns whether the process in a file name's tag is running.
 *
 * @returns null when that is unknown, because it belongs to another host or container.
 */
export function isTaggedRunning(tag: string): boolean | null {
  const [pid = '', place] = tag.split('-');
  return place === placeDigest() ? isRunning(Number(pid)) : null;
}

/** Returns whether a process of this host and container is running. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is running, and belongs to another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function placeDigest(): string {
  return createHash('sha256').update(processPlace).digest('hex').slice(0, 16);
}

/** Returns the PID namespace, when the system shows it. */
function namespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}
