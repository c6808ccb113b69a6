import type { GongBody } from '../gong/client.js';
import type { GongRequest } from '../gong/request.js';
import type { Page } from '../gong/endpoints/wire.js';

/** How records of one kind are read by id: many ids in one request, with what is wanted of them. */
export interface BatchKind<Want, Item> {
  /** Most ids that one request may carry, as things stand. */
  readonly maxBatchSize: () => number;
  /** A want that satisfies both. */
  readonly union: (a: Want, b: Want) => Want;
  /** Whether what is fetched for `wide` satisfies `narrow`. */
  readonly covers: (wide: Want, narrow: Want) => boolean;
  readonly request: (ids: readonly string[], want: Want, cursor: string | null) => GongRequest;
  readonly parse: (request: GongRequest, body: GongBody, want: Want) => Page<Item>;
  readonly idOf: (item: Item) => string | null;
  /**
   * Called on a failure of a request: true when what is known by now makes a second try worthwhile, in other
   * words.
   */
  readonly learnFrom: (error: unknown, request: GongRequest) => boolean;
  /** Told what Gong says of the one id that it has no record for. */
  readonly onUnknown?: (id: string, said: unknown) => void;
  /** Where what is read is kept. */
  readonly keeper?: Keeper<Want, Item>;
}

export interface Keeper<Want, Item> {
  /**
   * Called when a batch is about to be sent; what it says comes back with what the batch brought. Says something
   * else as soon as that is out of date.
   */
  readonly begin: () => number;
  readonly keep: (brought: Brought<Want, Item>, begun: number) => void;
}

/** What a request brought of the ids that it asked for; those that it didn't bring, Gong hasn't. */
export interface Brought<Want, Item> {
  readonly ids: readonly string[];
  readonly found: ReadonlyMap<string, Item>;
  readonly want: Want;
  /** Size of the answers. */
  readonly bytes: number;
}
