import type { GongBody } from '../gong/client.js';
import {
  keyedBy,
  pagedBy,
  requestTo,
  type Ask,
  type ReadEndpoint,
  wholeBy,
  type Selectable,
} from '../gong/endpoints/endpoint.js';
import type { Page } from '../gong/endpoints/wire.js';
import type { DescribedRequest, GongRequest } from '../gong/request.js';
import { MAX_SETTLED_TTL_MS, type CacheTtl } from './cache/ttl.js';
import { recordTtl, responseTtl, servesStale, type CacheConditions } from './cacheRules.js';
import { isRefusalOf, type MissingScopes } from './missingScopes.js';
import {
  whole,
  type FetchedValue,
  type PageRequest,
  type Response,
  type Source,
} from './source.js';

/** The body that replaces Gong's "nothing found" (a 404) for a list. */
const emptyListBody: GongBody = { records: { totalRecords: 0 } };

/** Receives the responses that are read, and decides how long they are reused. */
export interface ResponseListener {
  readonly conditions: () => CacheConditions;
  readonly missing: MissingScopes;
  /** Called with every list. */
  readonly onList: (id: string, page: Page<object>) => void;
  /** Called with the records of every list that may be cached. */
  readonly onRecords: (
    kind: { readonly name: string },
    fetched: FetchedValue<unknown, readonly object[]>,
  ) => void;
  /** Invalidates the page that a cursor came from. A walk that starts over needs a fresh one. */
  readonly forget: (
    source: Pick<Source<never, never>, 'kind' | 'group' | 'isRequest'>,
    name: string,
  ) => Promise<void>;
}

/** One request of an endpoint, for any selection. */
interface RequestOf<Item extends object, S, Query> {
  readonly endpoint: ReadEndpoint<Item, S, Query>;
  readonly request: (selection: S) => GongRequest;
  /** Whether Gong's "nothing found" means an empty list. */
  readonly isList: boolean;
  /** End of the requested time window. */
  readonly until?: string | undefined;
  /** On a later page, the name of the request for the first page. */
  readonly firstPage?: string;
}

/**
 * Returns the request for a page of a list.
 *
 * @param selection selection of its records; if omitted, the smallest.
 */
export function pageRequest<Item extends object, S, Query>(
  endpoint: ReadEndpoint<Item, S, Query>,
  query: Query,
  cursor: string | null,
  listener: ResponseListener,
  selection = leastOf(endpoint),
): PageRequest<Item, S> {
  const paged = pagedBy(endpoint);
  const least = leastOf(endpoint);
  const sorted = sortedIds(paged.ids ?? [], query);
  const nameAt = (at: string | null) =>
    nameOf(requestTo(endpoint, paged.ask(sorted, least, at ?? undefined)));
  return {
    name: nameAt(cursor),
    // A part that is not allowed is in no response, so a key with that part would never match a cached one.
    selection: listener.missing.allowed(endpoint, selection),
    list: { operation: endpoint.id, query, cursor },
    source: responseSource(
      {
        endpoint,
        request: (allowed) => requestTo(endpoint, paged.ask(query, allowed, cursor ?? undefined)),
        isList: true,
        until: paged.until?.(query),
        ...(cursor === null ? {} : { firstPage: nameAt(null) }),
      },
      listener,
    ),
  };
}

/** Returns the request for a list that Gong sends in one response. */
export function wholeRequest<Item extends object, S, Query>(
  endpoint: ReadEndpoint<Item, S, Query>,
  query: Query,
  listener: ResponseListener,
): PageRequest<Item, S> {
  return {
    ...askRequest(endpoint, wholeBy(endpoint).ask(query), true, listener),
    list: { operation: endpoint.id, query, cursor: null },
  };
}

/** Returns a request of its own for records by key. */
export function keysRequest<Item extends object, S, Query>(
  endpoint: ReadEndpoint<Item, S, Query>,
  keys: readonly string[],
  listener: ResponseListener,
): PageRequest<Item, S> {
  return askRequest(endpoint, keyedBy(endpoint).ask(keys, leastOf(endpoint)), false, listener);
}

function askRequest<Item extends object, S, Query>(
  endpoint: ReadEndpoint<Item, S, Query>,
  ask: Ask,
  isList: boolean,
  listener: ResponseListener,
): PageRequest<Item, S> {
  const request = requestTo(endpoint, ask);
  const source = responseSource({ endpoint, request: () => request, isList }, listener);
  return { name: nameOf(request), selection: leastOf(endpoint), source };
}

/** Returns the source of responses. */
function responseSource<Item extends object, S, Query>(
  { endpoint, request, isList, until, firstPage }: RequestOf<Item, S, Query>,
  { conditions, missing, onList, onRecords, forget }: ResponseListener,
): Source<S, Response<Item>> {
  const { id, brings, cacheable } = endpoint;
  const unpack = (body: GongBody, selection: S): Response<Item> => ({
    body,
    page: endpoint.parse(body, selection),
  });
  const source: Source<S, Response<Item>> = {
    kind: 'response',
    isRequest: true,
    group: brings.group,
    selects: brings.selects ?? (whole as unknown as Selectable<S>),
    max: () => 1,
    request: (_names, selection) => request(missing.allowed(endpoint, selection)),
    parse: (_request, { body }, names, selection) => {
      const response = unpack(body, missing.allowed(endpoint, selection));
      return { values: new Map(names.map((name) => [name, response])), cursor: null };
    },
    nothing: isList ? unpack(emptyListBody, leastOf(endpoint)) : undefined,
    servesStale: servesStale(brings),
    ttl: () => responseTtl(brings, until, conditions()),
    keeps: (value, selection) => {
      if (brings.serves === 'never') return null;
      if (cacheable === undefined) {
        return { value, selection: missing.allowed(endpoint, selection) };
      }
      // All selected parts are removed, even if the scope became unavailable after the request.
      const kept = cacheable(value.body, selection);
      if (kept.body === value.body) return { value, selection: kept.selection };
      return { value: unpack(kept.body, kept.selection), selection: kept.selection };
    },
    pack: ({ body }) => body,
    unpack: (packed, selection) => unpack(packed as GongBody, selection),
    objectsOf: ({ body, page }) => [body, page, ...page.items],
    ...(!isList
      ? {}
      : {
          onRead: ({ page }) => {
            onList(id, page);
          },
          onFetched: ({ value, ...fetched }) => {
            onRecords(brings, { ...fetched, value: value.page.items });
          },
        }),
    ...(firstPage === undefined ? {} : { onRefused: () => forget(source, firstPage) }),
    learnFrom: (error, sent, selection) => {
      missing.learnFrom(error);
      // The request may have been built before the missing scope was known.
      return (
        isRefusalOf(error, endpoint.without?.scope) &&
        JSON.stringify(sent) !== JSON.stringify(request(missing.allowed(endpoint, selection)))
      );
    },
  };
  return source;
}

/** Returns the source of records without a selection, read by key. */
export function recordSource<Item extends object, Query>(
  endpoint: ReadEndpoint<Item, null, Query>,
  query: Query | undefined,
  conditions: () => CacheConditions,
  /** Returns the TTL of a record whose age is that of the call with its ID; null while that call is unknown. */
  ttlByCall: (id: string) => CacheTtl | null,
): Source<null, Item> {
  const { brings } = endpoint;
  const { max, ask, group } = keyedBy(endpoint);
  const { age } = brings;
  return {
    kind: query === undefined ? brings.name : JSON.stringify([brings.name, query]),
    isRequest: false,
    group: brings.group,
    selects: whole,
    max: () => max,
    request: (keys, _selection, cursor) => requestTo(endpoint, ask(keys, null, cursor, query)),
    parse: (_request, { body }, keys) => {
      // A response to several keys names the key of each record.
      const key = max === 1 ? keys[0] : null;
      const { items, cursor } = endpoint.parse(body, null, key);
      return { values: byId(brings, group?.(items, query) ?? items), cursor };
    },
    nothing: null,
    servesStale: servesStale(brings),
    ...(typeof age === 'object'
      ? {
          ttl: (_item, id) => ({
            ...(ttlByCall(id) ?? recordTtl(brings, null, conditions())),
            staleMs: MAX_SETTLED_TTL_MS,
          }),
          laterTtl: ttlByCall,
        }
      : { ttl: (item: Item) => recordTtl(brings, age?.(item), conditions()) }),
    keeps: (value) => (brings.serves === 'never' ? null : { value, selection: null }),
    pack: (item) => item,
    unpack: (packed) => packed as Item,
    objectsOf: (item) => [item],
  };
}

/** Indexes records by their IDs. */
export function byId<Item extends object>(
  { idOf }: { readonly idOf: (item: Item) => string | null },
  items: readonly Item[],
): ReadonlyMap<string, Item> {
  const values = new Map<string, Item>();
  for (const item of items) {
    const id = idOf(item);
    if (id !== null) values.set(id, item);
  }
  return values;
}

/** Returns the selection for a record of which only basic fields are read. */
export function leastOf<Item extends object, S, Query>({
  brings,
}: ReadEndpoint<Item, S, Query>): S {
  return brings.selects === undefined ? (null as S) : brings.selects.least;
}

/** Sorts the IDs of the query's filters, so that equal filters give equal requests. */
function sortedIds<Query>(ids: readonly (keyof Query)[], query: Query): Query {
  const sorted = { ...query };
  for (const member of ids) {
    const values = query[member] as readonly string[] | undefined;
    if (values !== undefined) sorted[member] = [...values].sort() as Query[typeof member];
  }
  return sorted;
}

function nameOf({ operation, path, query, body }: DescribedRequest): string {
  return JSON.stringify([operation, path ?? null, query ?? null, body ?? null]);
}
