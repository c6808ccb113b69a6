import { createHash, timingSafeEqual } from 'node:crypto';

/** Returns the digest of a secret. Digests have equal lengths, which a comparison in constant time needs. */
export function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Compares digests in constant time. */
export function isSameDigest(one: Buffer, other: Buffer): boolean {
  return timingSafeEqual(one, other);
}
