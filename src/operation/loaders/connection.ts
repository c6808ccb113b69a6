import type { GongError } from '../../gong/errors.js';

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

/** How much of what was asked for the replica holds. */
export interface Coverage {
  /** What Gong showed before it is included, in milliseconds since the epoch; null: nothing was examined yet. */
  readonly asOf: number | null;
  /** Whether the whole window is held. */
  readonly isComplete: boolean;
}

/** A list of which nothing may be seen, and nothing was read. */
export const hiddenList: ConnectionModel<never> = {
  entries: [],
  hasNextPage: false,
  hasPreviousPage: false,
  totalCount: null,
  restartCursor: null,
  cut: null,
};

/** Items that one page of Gong's holds: more than that nobody looks at in one piece. */
const INTERACTIVE_PAGE_SIZE = 100;

/** Whether a list is read through rather than looked at: over several pages, or on from one page to the next. */
export function isBulk(first: number, after: string | null): boolean {
  return first > INTERACTIVE_PAGE_SIZE || (first === INTERACTIVE_PAGE_SIZE && after !== null);
}
