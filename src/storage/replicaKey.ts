import { randomBytes } from 'node:crypto';
import { deriveKey, type Sealer } from '../lib/sealer.js';

const KEY_BYTES = 32;

/** Size of a sealed key: nonce, tag, one byte, and the key as JSON. */
export const SEALED_KEY_BYTES = 12 + 16 + 1 + 46;

/** Makes the random key of a new replica. It is stored only sealed. */
export function createReplicaKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

/** @param place where the sealed key will be stored. It can be opened only there. */
export function sealReplicaKey(sealer: Sealer, key: Buffer, place: string): Buffer {
  return sealer.seal(key.toString('base64'), place);
}

/** Returns the key; null when no secret opens it. */
export function openReplicaKey(sealer: Sealer, sealed: Uint8Array, place: string): Buffer | null {
  const text = sealer.open(Buffer.from(sealed), place);
  return typeof text === 'string' ? Buffer.from(text, 'base64') : null;
}

/** Returns the key that encrypts the file of a replica. */
export function fileKeyOf(key: Buffer): Buffer {
  return deriveKey(key, 'replica file');
}

/** Returns the key of the hashes in a replica. */
export function hashKeyOf(key: Buffer): Buffer {
  return deriveKey(key, 'replica hash');
}
