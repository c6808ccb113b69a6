import type { GongAnswer, GongBody } from '../gong/client.js';
import type { Selectable } from '../gong/endpoints/endpoint.js';
import type { Page } from '../gong/endpoints/wire.js';
import type { GongRequest } from '../gong/request.js';
import type { Generation } from './cache/answerCache.js';
import type { CacheGroup } from './cache/sharedStore.js';
import type { CacheTtl } from './cache/ttl.js';

/** One thing to read: a record by its ID, or a response by the name of its request. */
export interface Key<Selection> {
  readonly name: string;
  readonly selection: Selection;
  /**
   * Names the viewer, when records may be hidden from that viewer. An absence is then cached for that viewer only. So
   * the cost reveals neither whether others read the record nor whether it is hidden or missing.
   */
  readonly viewer?: string | undefined;
  /** Whether the cached record is hidden from the viewer. */
  readonly isHidden?: boolean | undefined;
}

/** The values of a response by key. Gong has no record for a requested key without a value. */
export interface ValuePage<Value> {
  readonly values: ReadonlyMap<string, Value>;
  /** Leads to the next page; null when there is none. */
  readonly cursor: string | null;
}

/** A value that was read from Gong. */
export interface FetchedValue<Selection, Value> {
  readonly value: Value;
  readonly selection: Selection;
  /** Length of its JSON. */
  readonly bytes: number;
  /** The generation of its cache group when it was requested. */
  readonly asOf: Generation;
}

/** How to read the keys of one kind, and how long to reuse their values. */
export interface Source<Selection, Value extends object> {
  /** Names the kind. Kinds have separate cache entries; keys of one kind share requests. */
  readonly kind: string;
  readonly group: CacheGroup;
  readonly selects: Selectable<Selection>;
  /** Returns how many keys one request can contain now. */
  readonly max: () => number;
  readonly request: (keys: readonly string[], selection: Selection, cursor?: string) => GongRequest;
  /** @throws GongError `bad-response` */
  readonly parse: (
    request: GongRequest,
    answer: GongAnswer,
    keys: readonly string[],
    selection: Selection,
  ) => ValuePage<Value>;
  /** What Gong's "nothing found" means: this value, or null for no record; undefined when it is a refusal. */
  readonly nothing: Value | null | undefined;
  /** Whether each key is a request of its own, so that a refusal concerns that key alone. */
  readonly isRequest: boolean;
  /** Whether stale values are served while Gong fails. */
  readonly servesStale: boolean;
  readonly ttl: (value: Value, key: string) => CacheTtl;
  /** Returns the TTL when other data decides it after the value was read; null while that is unknown. */
  readonly laterTtl?: (key: string) => CacheTtl | null;
  /** Returns the part of a value that may be cached; null when none may. */
  readonly keeps: (
    value: Value,
    selection: Selection,
  ) => { readonly value: Value; readonly selection: Selection } | null;
  /** Converts a value to JSON and back. */
  readonly pack: (value: Value) => unknown;
  readonly unpack: (packed: unknown, selection: Selection) => Value;
  /** Returns the objects of a value that a GraphQL response can contain. */
  readonly objectsOf: (value: Value) => readonly object[];
  /** Called with each value that this or another instance read. */
  readonly onRead?: (value: Value) => void;
  /** Called with the cacheable part of each value that this instance read. */
  readonly onFetched?: (fetched: FetchedValue<Selection, Value>) => void;
  /** Called with Gong's refusal of a key, before the readers get it. */
  readonly onRefused?: (key: string, refusal: unknown) => Promise<void> | void;
  /** Learns from a failed request. Returns whether a different request is now worth sending. */
  readonly learnFrom?: (error: unknown, request: GongRequest, selection: Selection) => boolean;
}

/** Gong's response, with its records. */
export interface Response<Item> {
  readonly body: GongBody;
  readonly page: Page<Item>;
}

/** A page of a list of Gong's, for copies that can answer it. */
export interface ListKey {
  /** Gong's operation. */
  readonly operation: string;
  readonly query: unknown;
  readonly cursor: string | null;
}

/** A page of a list, or the whole list when Gong sends it in one response. */
export interface PageRequest<Item extends object, Selection> {
  readonly source: Source<Selection, Response<Item>>;
  /** Equal for equal requests. */
  readonly name: string;
  readonly selection: Selection;
  /** What it lists; absent for records by key. */
  readonly list?: ListKey;
  /**
   * Reads something else instead of what failed.
   *
   * @returns null when there is no alternative.
   */
  readonly recover?: (
    failure: unknown,
    read: (other: PageRequest<Item, Selection>) => Promise<Page<Item>>,
  ) => Promise<Page<Item>> | null;
}

/** The selection of records that have none. */
export const whole: Selectable<null> = {
  union: () => null,
  covers: () => true,
  toJson: () => null,
  fromJson: () => null,
};
