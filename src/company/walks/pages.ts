import { createHash } from 'node:crypto';
import type { Page } from '../../gong/endpoints/wire.js';
import { ProgressGuard, type Chunk, type WalkItem } from './walk.js';

/**
 * The position of a walk through a list without a documented order. An item does not show what follows it, so the
 * position contains short hashes of all yielded items.
 */
export interface PagePosition {
  /** Gong's cursor of the page to read next; null for the first one. */
  readonly page: string | null;
  /** Hashes of the IDs yielded so far, in base64. */
  readonly given: string;
  readonly total: number | null;
}

/** Names the first page's request. The requests of the other pages are named by their cursors. */
const FIRST_PAGE = '';

/** With 8 bytes, one walk of a million items in ten million confuses two items. */
const HASH_BYTES = 8;

/**
 * Walks a list in Gong's own order, one page at a time. When Gong's cursor has expired, the walk starts over and
 * skips the items that it already yielded.
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
  const isAdded = (name: string): boolean => {
    const hash = hashOf(name);
    const key = hash.toString('latin1');
    if (given.has(key)) return false;
    given.add(key);
    hashes.push(hash);
    return true;
  };

  const guard = new ProgressGuard();
  guard.begin(cursor);

  for (;;) {
    guard.beforeRequest(cursor ?? FIRST_PAGE);
    let page: Page<T>;
    try {
      page = await read(cursor);
    } catch (error) {
      if (cursor === null) throw error;
      guard.restart(error, hashes.length);
      cursor = null;
      continue;
    }
    // An item without an ID is identified by its content.
    const named = page.items.map((item) => ({ item, name: idOf(item) ?? JSON.stringify(item) }));
    guard.afterPage(
      page,
      named.map(({ name }) => name),
    );
    total = page.total ?? total;
    const chunkTotal = total;
    const placeAfter = (count: number, next: string | null) => (): PagePosition => ({
      page: next,
      given: Buffer.concat(hashes.slice(0, count)).toString('base64'),
      total: chunkTotal,
    });
    const fresh = named.filter(({ name }) => isAdded(name));
    const pageCursor = cursor;
    const begunAt = hashes.length - fresh.length;
    const end = placeAfter(hashes.length, page.cursor ?? pageCursor);
    const items = fresh.map(({ item }, index): WalkItem<T, PagePosition> => ({
      item,
      position: index === fresh.length - 1 ? end : placeAfter(begunAt + index + 1, pageCursor),
    }));
    yield { items, total, hasMore: page.cursor !== null, end };
    if (page.cursor === null) return;
    cursor = page.cursor;
  }
}

function hashOf(name: string): Buffer {
  return createHash('sha256').update(name).digest().subarray(0, HASH_BYTES);
}

function splitHashes(text: string): Buffer[] {
  const bytes = Buffer.from(text, 'base64');
  const hashes: Buffer[] = [];
  for (let at = 0; at + HASH_BYTES <= bytes.length; at += HASH_BYTES) {
    hashes.push(bytes.subarray(at, at + HASH_BYTES));
  }
  return hashes;
}
