import { GongError } from '../../gong/errors.js';
import type { Chunk, WalkItem } from '../../company/walks/walk.js';

/** A page of a Relay connection, before its cursors are spelled out. */
export interface ConnectionModel<T> {
  readonly entries: readonly ConnectionEntry<T>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly totalCount: number | null;
  /** Where to go on when the page holds nothing although the list may: it was cut before its first item. */
  readonly restartCursor: string | null;
  /** Why the page is shorter than asked for; null when it isn't. */
  readonly cut: GongError | null;
}

export interface ConnectionEntry<T> {
  readonly node: T;
  /** Made on demand: sealing one costs more than all else that is done for an item. */
  readonly cursor: () => string;
}

/** Items that one page of Gong's holds: more than that nobody looks at in one piece. */
const INTERACTIVE_PAGE_SIZE = 100;

/** Whether a list is read through rather than looked at: over several pages, or on from one page to the next. */
export function isBulk(first: number, after: string | null): boolean {
  return first > INTERACTIVE_PAGE_SIZE || (first === INTERACTIVE_PAGE_SIZE && after !== null);
}

/** As much of a walk as was wanted, or as time allowed. */
export interface WalkSlice<T, P> {
  readonly items: readonly WalkItem<T, P>[];
  readonly total: number | null;
  readonly hasMore: boolean;
  /** Why it stops short of what was wanted; null when it doesn't. */
  readonly cut: GongError | null;
}

/**
 * Takes chunks until `isEnough`. A walk that runs out of time or budget, or fails on its way, is no failure: what it
 * gave stays. One that fails before it gave anything is, and one that would fail again from there.
 *
 * @throws GongError
 */
export async function takeUntil<T, P>(
  chunks: AsyncGenerator<Chunk<T, P>, void>,
  isEnough: (items: readonly WalkItem<T, P>[]) => boolean,
  onTaken: (items: readonly WalkItem<T, P>[]) => void = () => undefined,
): Promise<WalkSlice<T, P>> {
  const items: WalkItem<T, P>[] = [];
  let total: number | null = null;
  let hasMore = false;
  try {
    for await (const chunk of chunks) {
      items.push(...chunk.items);
      total = chunk.total;
      hasMore = chunk.hasMore;
      onTaken(chunk.items);
      if (isEnough(items)) break;
    }
  } catch (error) {
    if (!cutsShort(error, items.length)) throw error;
    return { items, total, hasMore: true, cut: error };
  }
  return { items, total, hasMore, cut: null };
}

function cutsShort(error: unknown, taken: number): error is GongError {
  if (!(error instanceof GongError)) return false;
  if (taken > 0) return true;
  const isShortOfMeans = error.kind === 'deadline-exceeded' || error.kind === 'cost-limit-exceeded';
  return isShortOfMeans && error.isRetryable !== false;
}
