import type { Generation } from './cache/answerCache.js';
import type { WaitingOperation } from './combinedCaller.js';
import type { Reader } from './reader.js';
import type { Key } from './source.js';

/** One reader of one key. */
export interface Waiter<Selection, Value> extends WaitingOperation {
  readonly reader: Reader;
  readonly key: Key<Selection>;
  readonly resolve: (value: Value | null) => void;
  readonly reject: (reason: unknown) => void;
}

/** One key that readers wait for. */
export interface Entry<Selection, Value> {
  readonly name: string;
  selection: Selection;
  /** `checking`: looked up at other instances; `waiting`: for a send slot; `sent`: in a batch. */
  state: 'checking' | 'waiting' | 'sent';
  readonly waiters: Set<Waiter<Selection, Value>>;
  batch: Batch<Selection, Value> | null;
  /** Aborted when no reader waits for the key any longer while it is checked. */
  readonly abandonment: AbortController;
}

/** The keys of one request. */
export interface Batch<Selection, Value> {
  readonly entries: readonly Entry<Selection, Value>[];
  readonly selection: Selection;
  readonly controller: AbortController;
  readonly asOf: Generation;
}

/** Returns urgent entries first, and serves the clients of each priority round-robin. */
export function inServiceOrder<S, V>(entries: readonly Entry<S, V>[]): readonly Entry<S, V>[] {
  const taken = new Map<string, number>();
  const placed = entries.map((entry) => {
    const readers = [...readersOf([entry]).keys()];
    const urgent = readers.find((reader) => reader.priority() === 'interactive');
    const client = (urgent ?? readers[0])?.asker().client ?? '';
    const line = `${urgent === undefined} ${client}`;
    const turn = taken.get(line) ?? 0;
    taken.set(line, turn + 1);
    return { entry, isUrgent: urgent !== undefined, turn };
  });
  // The sort is stable: within a round, the first entry is served first.
  placed.sort((a, b) => Number(b.isUrgent) - Number(a.isUrgent) || a.turn - b.turn);
  return placed.map(({ entry }) => entry);
}

/** Returns the readers that wait for any of the entries, each with its earliest waiter. */
export function readersOf<S, V>(
  entries: readonly Entry<S, V>[],
): ReadonlyMap<Reader, WaitingOperation> {
  const readers = new Map<Reader, WaitingOperation>();
  for (const { waiters } of entries) {
    for (const waiter of waiters) {
      const before = readers.get(waiter.reader);
      if (before === undefined || waiter.joinedAt < before.joinedAt) {
        readers.set(waiter.reader, waiter);
      }
    }
  }
  return readers;
}

export function namesOf<S, V>(entries: readonly Entry<S, V>[]): readonly string[] {
  return entries.map(({ name }) => name);
}
