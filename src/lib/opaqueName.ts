import { createHash } from 'node:crypto';

/** Returns a name that reveals nothing about its parts: 43 characters. */
export function opaqueName(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join(' ')).digest('base64url');
}
