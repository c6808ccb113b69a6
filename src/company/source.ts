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
   * Names the viewer that reads it, when records may be hidden from that viewer. That there is none to show is then
   * reused for the same viewer only: whether others read it, and whether it is hidden or missing, costs the same.
   */
  readonly viewer?: string | undefined;
  /** Whether the cached record is hidden from the viewer. */
  readonly isHidden?: boolean | undefined;
}

/** What a response holds of the keys that were asked for; Gong has no record for the others. */
export interface ValuePage<Value> {
  readonly values: ReadonlyMap<string, Value>;
  /** Leads to the rest; null when there is none. */
  readonly cursor: string | null;
}

/** A value that was read from Gong. */
export interface FetchedValue<Selection, Value> {
  readonly value: Value;
  readonly selection: Selection;
  /** Size of its JSON. */
  readonly bytes: number;
  /** The generation of its cache group when it was requested. */
  readonly asOf: Generation;
}

/** How the keys of one kind are read, and how long their values are reused. */
export interface Source<Selection, Value extends object> {
  /** Names the kind: cache entries of different kinds differ by it, and its keys share requests. */
  readonly kind: string;
  readonly group: CacheGroup;
  readonly selects: Selectable<Selection>;
  /** The number of keys that one request can carry now. */
  readonly max: () => number;
  readonly request: (keys: readonly string[], selection: Selection, cursor?: string) => GongRequest;
  /** @throws GongError `bad-response` */
  readonly parse: (
    request: GongRequest,
    answer: GongAnswer,
    keys: readonly string[],
    selection: Selection,
  ) => ValuePage<Value>;
  /** What Gong's "nothing found" stands for: this value, or null for no record; undefined when it is a refusal. */
  readonly nothing: Value | null | undefined;
  /** Whether a key is a request of its own, so that a refusal is Gong's answer to it and not to one key of several. */
  readonly isRequest: boolean;
  /** Whether older values are reused while Gong fails. */
  readonly servesStale: boolean;
  readonly ttl: (value: Value, key: string) => CacheTtl;
  /** The same, where it may become known after the value was read; null: it is not known. */
  readonly laterTtl?: (key: string) => CacheTtl | null;
  /** What of a value may be cached; null when nothing may. */
  readonly keeps: (
    value: Value,
    selection: Selection,
  ) => { readonly value: Value; readonly selection: Selection } | null;
  /** As JSON, and back. */
  readonly pack: (value: Value) => unknown;
  readonly unpack: (packed: unknown, selection: Selection) => Value;
  /** The objects of a value that may stand in a response. */
  readonly objectsOf: (value: Value) => readonly object[];
  /** Told of each value that was read, here or by another gateway. */
  readonly onRead?: (value: Value) => void;
  /** Told of each value that was read here, as far as it may be cached. */
  readonly onFetched?: (fetched: FetchedValue<Selection, Value>) => void;
  /** Told of what Gong says of a key that it refuses, before the readers are. */
  readonly onRefused?: (key: string, refusal: unknown) => Promise<void> | void;
  /** Whether what is known after this failure of a request makes a second try worthwhile, in other words. */
  readonly learnFrom?: (error: unknown, request: GongRequest, selection: Selection) => boolean;
}

/** A response of Gong's, with the records in it. */
export interface Response<Item> {
  readonly body: GongBody;
  readonly page: Page<Item>;
}

/** A page of a list, or all of it where Gong sends it in one response. */
export interface PageRequest<Item extends object, Selection> {
  readonly source: Source<Selection, Response<Item>>;
  /** Equal for equal requests. */
  readonly name: string;
  readonly selection: Selection;
  /**
   * Reads something else instead of what failed.
   *
   * @returns null where nothing else would do.
   */
  readonly recover?: (
    failure: unknown,
    read: (other: PageRequest<Item, Selection>) => Promise<Page<Item>>,
  ) => Promise<Page<Item>> | null;
}

/** Of values that only come whole. */
export const whole: Selectable<null> = {
  union: () => null,
  covers: () => true,
  toJson: () => null,
  fromJson: () => null,
};
