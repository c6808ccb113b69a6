import { GongError } from '../gong/errors.js';
import type { Page } from '../gong/wire.js';

/** An item of a list with the place after it, from where a later walk can go on. */
export interface Walked<T, P> {
  readonly item: T;
  /** Made on demand: most answers need one position, not one an item. */
  readonly position: () => P;
}

/** Some further items of a walk, in its order. */
export interface Chunk<T, P> {
  readonly items: readonly Walked<T, P>[];
  /** Gong's own count for the whole filter; null where it was not told. */
  readonly total: number | null;
  /** Whether the walk goes on after these. */
  readonly hasMore: boolean;
}

/** Pages in a row that hold nothing new: more than a list could have by chance. */
const MOST_BARREN_PAGES = 3;

/**
 * Watches one pass through a list's pages: a cursor that leads back, or pages that bring nothing new, would
 * keep a walk going until its time is out.
 *
 * @param begunAt the cursor that the pass begins with.
 * @throws GongError `bad-response` from the returned function.
 */
export function createProgressGuard(
  begunAt: string | null = null,
): (page: Page<unknown>, ids: readonly string[]) => void {
  const cursors = new Set<string | null>([begunAt]);
  const seen = new Set<string>();
  let barren = 0;
  return ({ cursor }, ids) => {
    barren = ids.some((id) => !seen.has(id)) ? 0 : barren + 1;
    for (const id of ids) seen.add(id);
    if (cursor === null) return;
    if (cursors.has(cursor) || barren > MOST_BARREN_PAGES) {
      throw new GongError('bad-response', "Gong's pages lead nowhere: the same came again.");
    }
    cursors.add(cursor);
  };
}

/** A 400 to a cursor of Gong's own: whatever the words, it was good when Gong gave it. */
export function isExpiredCursor(error: unknown): boolean {
  return error instanceof GongError && error.kind === 'bad-request';
}
