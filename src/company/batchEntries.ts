import type { BatchKind, Brought } from './batchKind.js';
import type { Companion } from './jointCaller.js';
import type { Reader } from './reader.js';

/** One reader of one record. */
export interface Waiter<Item> extends Companion {
  readonly scope: Reader;
  readonly resolve: (item: Item | null) => void;
  readonly reject: (reason: unknown) => void;
}

/** One record that somebody waits for. */
export interface Entry<Want, Item> {
  readonly id: string;
  want: Want;
  readonly readers: Set<Waiter<Item>>;
  batch: Batch<Want, Item> | null;
}

export interface Batch<Want, Item> {
  readonly entries: readonly Entry<Want, Item>[];
  readonly want: Want;
  readonly controller: AbortController;
  readonly begun: number;
}

/**
 * A fetch that everybody left is being cut: nobody can join it any more. And after a write, an answer to what
 * was asked before it is not good enough.
 */
export function canJoin<Want, Item>(
  batch: Batch<Want, Item>,
  want: Want,
  kind: BatchKind<Want, Item>,
): boolean {
  const isOfBefore = batch.begun !== (kind.keeper?.begin() ?? 0);
  return !batch.controller.signal.aborted && !isOfBefore && kind.covers(batch.want, want);
}

export function inTurns<Want, Item>(
  entries: readonly Entry<Want, Item>[],
): readonly Entry<Want, Item>[] {
  const taken = new Map<string, number>();
  const placed = entries.map((entry) => {
    const scopes = [...scopesOf([entry]).keys()];
    const urgent = scopes.find((scope) => scope.priority() === 'interactive');
    const client = (urgent ?? scopes[0])?.asker().client ?? '';
    const line = `${urgent === undefined} ${client}`;
    const turn = taken.get(line) ?? 0;
    taken.set(line, turn + 1);
    return { entry, isUrgent: urgent !== undefined, turn };
  });
  // Stable: within a turn, first come, first served.
  placed.sort((a, b) => Number(b.isUrgent) - Number(a.isUrgent) || a.turn - b.turn);
  return placed.map(({ entry }) => entry);
}

/** Who waits for any of the entries, as which reader it came first. */
export function scopesOf<Want, Item>(
  entries: readonly Entry<Want, Item>[],
): ReadonlyMap<Reader, Companion> {
  const scopes = new Map<Reader, Companion>();
  for (const { readers } of entries) {
    for (const reader of readers) {
      const before = scopes.get(reader.scope);
      if (before === undefined || reader.joinedAt < before.joinedAt) {
        scopes.set(reader.scope, reader);
      }
    }
  }
  return scopes;
}

export function idsOf<Want, Item>(entries: readonly Entry<Want, Item>[]): readonly string[] {
  return entries.map(({ id }) => id);
}

/** Of entries for which Gong has no record. */
export function nothingOf<Want, Item>(
  entries: readonly Entry<Want, Item>[],
  want: Want,
): Brought<Want, Item> {
  return { ids: idsOf(entries), found: new Map(), want, bytes: 0 };
}
