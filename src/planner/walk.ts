import { GongError } from '../gong/errors.js';

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

/** A 400 to a cursor of Gong's own: whatever the words, it was good when Gong gave it. */
export function isExpiredCursor(error: unknown): boolean {
  return error instanceof GongError && error.kind === 'bad-request';
}
