import { GongError } from '../../gong/errors.js';
import type { Chunk, WalkItem } from '../../company/walks/walk.js';
import type { ConnectionModel } from './connection.js';

/** Filters items: returns them in the same order, with null for hidden ones. */
export type Filter<T> = (items: readonly T[]) => Promise<readonly (T | null)[]>;

/**
 * Which items fill a page. `examined`: hidden items count too, so that the list costs no more requests than if
 * nothing were hidden. `shown`: only visible items count, for a filter that the client chose.
 */
export type Counts = 'examined' | 'shown';

/** The items of one list that a walk found. */
export class ListPage<T, P> {
  /** How many items of the list were examined, visible or not. */
  examined = 0;
  private readonly shown: { readonly item: T; position: () => P }[] = [];

  constructor(
    private readonly wanted: number,
    private readonly counts: Counts = 'examined',
  ) {}

  get items(): readonly WalkItem<T, P>[] {
    return this.shown;
  }

  get missing(): number {
    const count = this.counts === 'examined' ? this.examined : this.shown.length;
    return Math.max(0, this.wanted - count);
  }

  /**
   * Adds an examined item. The position after an item is also after all hidden items that follow it. So a list that
   * continues there does not examine them again, and nothing reveals them.
   */
  add(item: T | null, position: () => P): void {
    this.examined += 1;
    const latest = this.shown.at(-1);
    if (item !== null) this.shown.push({ item, position });
    else if (latest !== undefined) latest.position = position;
  }
}

/** How far a walk went, and why it stopped. */
export interface WalkOutcome<P> {
  readonly total: number | null;
  readonly hasMore: boolean;
  /** Returns the position after everything that was examined; null when nothing was. */
  readonly end: (() => P) | null;
  /** Why the walk stopped early; null when it did not. */
  readonly cut: GongError | null;
}

/** The lists that one walk serves, by name, and the name of the list that an item belongs to. */
export interface PageSet<T, P> {
  readonly pages: ReadonlyMap<string, ListPage<T, P>>;
  readonly listOf: (item: T) => string;
}

/** Returns the page set of a walk that serves one list. */
export function oneList<T, P>(page: ListPage<T, P>): PageSet<T, P> {
  return { pages: new Map([['', page]]), listOf: () => '' };
}

/**
 * Reads chunks until every list has its items and at least one item is shown. A page may be shorter than requested,
 * and is filled from the chunks that were read. A walk that fails after its first item, or that runs out of time or
 * budget, keeps its items. It throws when it fails before that, or when it would fail again at the same position.
 *
 * @throws GongError
 */
export async function takePage<T, P>(
  walk: AsyncGenerator<Chunk<T, P>, void>,
  { pages, listOf }: PageSet<T, P>,
  filter: Filter<T>,
): Promise<WalkOutcome<P>> {
  const lists = [...pages.values()];
  let outcome: Omit<WalkOutcome<P>, 'cut'> = { total: null, hasMore: false, end: null };
  try {
    for await (const { items, total, hasMore, end } of walk) {
      const seen = await filter(items.map(({ item }) => item));
      for (const [index, { item, position }] of items.entries()) {
        pages.get(listOf(item))?.add(seen[index] ?? null, position);
      }
      outcome = { total, hasMore, end };
      if (showsSome(lists) && lists.every(({ missing }) => missing === 0)) break;
    }
  } catch (error) {
    if (!cutsShort(error, showsSome(lists))) throw error;
    return { ...outcome, hasMore: true, cut: error };
  }
  return { ...outcome, cut: null };
}

function cutsShort(error: unknown, isBegun: boolean): error is GongError {
  if (!(error instanceof GongError)) return false;
  if (isBegun) return true;
  const isShortOfMeans = error.kind === 'deadline-exceeded' || error.kind === 'cost-limit-exceeded';
  return isShortOfMeans && error.isRetryable !== false;
}

function showsSome(lists: readonly ListPage<unknown, unknown>[]): boolean {
  return lists.some(({ items }) => items.length > 0);
}

/** Slightly fewer items than a page of Gong's. */
const SEARCH_SIZE = 80;

/**
 * Returns how many more items to read at once: those that are missing or, while all are hidden, about a page of
 * Gong's.
 */
export function toExamine<T, P>(pages: Iterable<ListPage<T, P>>): number {
  let missing = 0;
  for (const page of pages) missing += page.missing;
  return missing > 0 ? missing : SEARCH_SIZE;
}

export interface ConnectionOptions<P> {
  /** Maximum of items on the page. */
  readonly first: number;
  /** The cursor at which the list began; null at its beginning. */
  readonly after: string | null;
  readonly hasPreviousPage: boolean;
  readonly totalCount: number | null;
  /** @param at null when the list was cut before its first item, so that it begins again. */
  readonly seal: (at: P | null) => string;
}

/**
 * Returns the page of a list that a walk read.
 *
 * @throws GongError `cut` when the list was cut where it began, because it could not advance from there.
 */
export function toConnection<T, P>(
  { items }: ListPage<T, P>,
  outcome: WalkOutcome<P>,
  { first, after, hasPreviousPage, totalCount, seal }: ConnectionOptions<P>,
): ConnectionModel<T> {
  const { cut, end, hasMore } = outcome;
  return {
    cut: items.length < first ? cut : null,
    entries: items.slice(0, first).map(({ item, position }) => ({
      node: item,
      cursor: () => seal(position()),
    })),
    hasNextPage: items.length > first || hasMore,
    hasPreviousPage,
    totalCount,
    restartCursor:
      items.length > 0 || !hasMore
        ? null
        : restart(cut, after, end === null ? (after ?? seal(null)) : seal(end())),
  };
}

function restart(cut: GongError | null, begunAt: string | null, next: string): string {
  if (cut !== null && next === begunAt) throw cut;
  return next;
}
