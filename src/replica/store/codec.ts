import { createHmac } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw, inflateRawSync } from 'node:zlib';
import { isNothing } from '../../gong/coerce.js';

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** To hand a smaller body to another thread takes the gateway longer than to inflate it. */
const MAX_SYNC_BYTES = 4096;

/** 128 bits: two contents never share one. */
const HASH_BYTES = 16;

/** Stands for a content or an ID, and reveals neither without the key. */
export function keyedHash(key: Uint8Array, ...parts: readonly string[]): string {
  return createHmac('sha256', key)
    .update(JSON.stringify(parts))
    .digest()
    .subarray(0, HASH_BYTES)
    .toString('base64url');
}

/** Returns a text that stands for the key of the hashes, and reveals nothing of it. */
export function keyIdOf(hashKey: Uint8Array): string {
  return keyedHash(hashKey, 'key');
}

/**
 * JSON that is the same for contents that mean the same: members are sorted, and those that say nothing are left out,
 * for Gong leaves members out, sends null, or sends them empty, and means the same by all three.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(canonical(value) ?? null);
}

function canonical(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(canonical);
  const members = value as Readonly<Record<string, unknown>>;
  const sorted: Record<string, unknown> = {};
  for (const name of Object.keys(members).sort()) {
    const member = canonical(members[name]);
    if (!isNothing(member)) sorted[name] = member;
  }
  return sorted;
}

/** What was read, and what tells whether it is the same as before. */
export interface HashedContent {
  readonly value: unknown;
  readonly json: string;
  readonly hash: string;
}

/** @param of which content: the same of two kinds has two hashes. */
export function hashContent(key: Uint8Array, of: string, value: unknown): HashedContent {
  const json = canonicalJson(value);
  return { value, json, hash: keyedHash(key, of, json) };
}

/** What Gong sends where it has nothing, as canonical JSON. */
const nothings: ReadonlySet<string> = new Set(['null', '[]', '{}']);

/** Whether Gong has none. */
export function isNone({ json }: Pick<HashedContent, 'json'>): boolean {
  return nothings.has(json);
}

/** As the database keeps it; null, when Gong has none. */
export async function pack(content: HashedContent): Promise<Uint8Array | null> {
  return isNone(content) ? null : deflate(content.json);
}

export async function unpack(body: Uint8Array | null): Promise<unknown> {
  if (body === null) return null;
  const json = body.length > MAX_SYNC_BYTES ? await inflate(body) : inflateRawSync(body);
  return JSON.parse(json.toString('utf8')) as unknown;
}
