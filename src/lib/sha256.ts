import { createHash } from 'node:crypto';

/** Returns the SHA-256 of a text, in hexadecimal, as clients compute it for documents. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
