import { createHash, timingSafeEqual } from 'node:crypto';

/** Stands for a secret. Digests have one length, which comparison in constant time needs. */
export function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** How long it takes tells nothing of either. */
export function isSameDigest(one: Buffer, other: Buffer): boolean {
  return timingSafeEqual(one, other);
}
