import { createHash } from 'node:crypto';
import type { Page } from '../gong/wire.js';
import { createProgressGuard, isExpiredCursor, type Chunk, type Walked } from './walk.js';

/**
 * Where a walk through a list without a documented order stands. Nothing about an item tells what
 * follows it, so what was given is carried along, as short hashes.
 */
export interface PagePosition {
  /** Gong's cursor of the page to read next; null for the first one. */
  readonly page: string | null;
  /** Hashes of the ids given so far, base64. */
  readonly given: string;
  readonly total: number | null;
}

/** Eight bytes: among a million items, one walk in ten million would take two for the same. */
const HASH_BYTES = 8;

/**
 * Walks a list in Gong's own order, a page at a time. When Gong's cursor has expired the walk starts
 * over and skips what was given.
 *
 * @throws GongError
 */
export async function* walkPages<T>(
  read: (cursor: string | null) => Promise<Page<T>>,
  idOf: (item: T) => string | null,
  after: PagePosition | null,
): AsyncGenerator<Chunk<T, PagePosition>, void> {
  let cursor = after?.page ?? null;
  let total = after?.total ?? null;
  const hashes: Buffer[] = splitHashes(after?.given ?? '');
  const given = new Set(hashes.map((hash) => hash.toString('latin1')));

  let checkProgress = createProgressGuard(cursor);
  let restartedAt: number | null = null;

  for (;;) {
    let page: Page<T>;
    try {
      page = await read(cursor);
    } catch (error) {
      // Refused again where it was refused before: not a matter of age.
      const isStuck = restartedAt === hashes.length;
      if (cursor === null || isStuck || !isExpiredCursor(error)) throw error;
      restartedAt = hashes.length;
      cursor = null;
      checkProgress = createProgressGuard();
      continue;
    }
    checkProgress(
      page,
      page.items.map((item) => idOf(item) ?? ''),
    );
    total = page.total ?? total;
    const chunkTotal = total;
    const pageCursor = cursor;
    const items: Walked<T, PagePosition>[] = [];
    const fresh = page.items
      .map((item) => ({ item, hash: hashOf(idOf(item)) }))
      .filter(({ hash }) => hash === null || !given.has(hash.toString('latin1')));
    for (const [index, { item, hash }] of fresh.entries()) {
      // What has no id can't be known again.
      if (hash !== null) {
        hashes.push(hash);
        given.add(hash.toString('latin1'));
      }
      const count = hashes.length;
      const isLast = index === fresh.length - 1;
      items.push({
        item,
        position: () => ({
          page: isLast && page.cursor !== null ? page.cursor : pageCursor,
          given: Buffer.concat(hashes.slice(0, count)).toString('base64'),
          total: chunkTotal,
        }),
      });
    }
    if (items.length > 0 || page.cursor === null) {
      yield { items, total, hasMore: page.cursor !== null };
    }
    if (page.cursor === null) return;
    cursor = page.cursor;
  }
}

function hashOf(id: string | null): Buffer | null {
  if (id === null) return null;
  return createHash('sha256').update(id).digest().subarray(0, HASH_BYTES);
}

function splitHashes(text: string): Buffer[] {
  const bytes = Buffer.from(text, 'base64');
  const hashes: Buffer[] = [];
  for (let at = 0; at + HASH_BYTES <= bytes.length; at += HASH_BYTES) {
    hashes.push(bytes.subarray(at, at + HASH_BYTES));
  }
  return hashes;
}
