import type { ReadEndpoint } from '../gong/endpoints/endpoint.js';
import type { Page } from '../gong/endpoints/wire.js';
import type { Awaitable } from '../lib/awaitable.js';
import type { AnswerCache, Generation } from './cache/answerCache.js';
import type { Reader } from './reader.js';
import type { Reads } from './reads.js';
import type { Key, Source } from './source.js';

/** Reads responses of one company on behalf of operations: equal requests are one, and responses are reused. */
export interface PageReader {
  /**
   * A page of a list that Gong pages.
   *
   * @param selection what is selected of its records; if omitted, as little as possible.
   * @throws GongError
   */
  page<Item extends object, S, Query>(
    endpoint: ReadEndpoint<Item, S, Query>,
    query: Query,
    cursor: string | null,
    reader: Reader,
    selection?: S,
  ): Promise<Page<Item>>;
  /**
   * All records of a list that Gong sends in one response.
   *
   * @throws GongError
   */
  whole<Item extends object, S, Query>(
    endpoint: ReadEndpoint<Item, S, Query>,
    query: Query,
    reader: Reader,
  ): Promise<readonly Item[]>;
  /**
   * Records by key in one request of their own, with the smallest selection.
   *
   * @throws GongError also where Gong has no such record.
   */
  byKey<Item extends object, S, Query>(
    endpoint: ReadEndpoint<Item, S, Query>,
    keys: readonly string[],
    reader: Reader,
  ): Promise<readonly Item[]>;
}

/** What is wanted of a record. */
export type RecordKey<S> = Omit<Key<S>, 'name' | 'selection'> & {
  readonly id: string;
  readonly want: S;
};

/** Reads the records of one kind by ID: IDs that wait for a request share it, and records are reused. */
export interface Records<S, Item extends object> {
  /**
   * The records of the IDs, one each, null where Gong has none: at once from the cache, else by a promise. IDs of one
   * call share requests.
   *
   * @throws GongError through the promises; the reader's own reason once its operation has ended.
   */
  load(keys: readonly RecordKey<S>[], reader: Reader): Awaitable<Item | null>[];
  /** The record as far as it is cached in this process, be it stale. */
  peek(id: string): Item | null;
  /** The records that are cached and fresh, whatever is held of them, here or at other gateways. */
  keptRecords(ids: readonly string[]): Promise<ReadonlyMap<string, Item>>;
  /** To be taken when a read begins, and handed to `keepAbsences`. */
  begin(): Generation;
  /** Keeps that there was nothing to show to the viewer: no record, or one that is hidden. */
  keepAbsences(keys: readonly RecordKey<S>[], viewer: string, begun: Generation): void;
}

export function recordsOf<S, Item extends object>(
  source: Source<S, Item>,
  reads: Reads,
  cache: AnswerCache,
): Records<S, Item> {
  const keyOf = ({ id, want, viewer, isHidden }: RecordKey<S>): Key<S> => ({
    name: id,
    selection: want,
    viewer,
    isHidden,
  });
  return {
    load: (keys, reader) => reads.load(source, keys.map(keyOf), reader),
    peek: (id) => reads.peek(source, id),
    keptRecords: (ids) => reads.findKept(source, ids),
    begin: () => cache.generation(source.group),
    keepAbsences: (keys, viewer, begun) => {
      reads.keepAbsences(source, keys.map(keyOf), viewer, begun);
    },
  };
}
