import type { GongError } from '../../gong/errors.js';

/** A page of a Relay connection whose cursors are not computed yet. */
export interface ConnectionModel<T> {
  readonly entries: readonly ConnectionEntry<T>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly totalCount: number | null;
  /** Where to continue when the page is empty although the list may not be: the walk was cut before its first item. */
  readonly restartCursor: string | null;
  /** Why the page is shorter than requested; null when it is not. */
  readonly cut: GongError | null;
}

export interface ConnectionEntry<T> {
  readonly node: T;
  /** Computed on demand, because sealing a cursor costs more time than everything else for an item. */
  readonly cursor: () => string;
}

/** How much of what was asked for the replica holds. */
export interface Coverage {
  /** What Gong showed before it is included, in milliseconds since the epoch; null: nothing was examined yet. */
  readonly asOf: number | null;
  /** Whether the whole window is held. */
  readonly isComplete: boolean;
}

/** A list without visible items, for which nothing was read. */
export const hiddenList: ConnectionModel<never> = {
  entries: [],
  hasNextPage: false,
  hasPreviousPage: false,
  totalCount: null,
  restartCursor: null,
  cut: null,
};

/** Items on one page of Gong's. A person does not look at more at once. */
const INTERACTIVE_PAGE_SIZE = 100;

/** Returns whether a client reads through a list: over several pages, or from one page to the next. */
export function isBulk(first: number, after: string | null): boolean {
  return first > INTERACTIVE_PAGE_SIZE || (first === INTERACTIVE_PAGE_SIZE && after !== null);
}
