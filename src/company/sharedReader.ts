import {
  keyedBy,
  pagedBy,
  requestTo,
  type ReadEndpoint,
  type Selectable,
} from '../gong/endpoints/endpoint.js';
import type { GongBody } from '../gong/client.js';
import type { Page } from '../gong/endpoints/wire.js';
import type { GongRequest } from '../gong/request.js';
import type { Generation } from './cache/answerCache.js';
import { responseTtl, type CacheConditions } from './cacheRules.js';
import type { Reader } from './reader.js';
import type { Keeping, SharedReads } from './sharedReads.js';

/** Told of what a `SharedReader` reads. */
export interface ReadListener {
  /** Told of every list, whether it is cached or not. */
  readonly learn: (
    endpoint: Pick<ReadEndpoint<object, never, never>, 'id'>,
    page: Page<object>,
  ) => void;
  /** Told of the records in every response that is cached. */
  readonly offer: (
    kind: { readonly name: string },
    items: readonly object[],
    bytes: number,
    asOf: Generation,
  ) => void;
}

/** Of an answer that only comes whole. */
export const whole: Selectable<null> = {
  union: () => null,
  covers: () => true,
  toJson: () => null,
  fromJson: () => null,
};

/** One request of an endpoint, and what is done with its response. */
interface Read<Item extends object, Selection, Query> {
  readonly endpoint: ReadEndpoint<Item, Selection, Query>;
  readonly request: GongRequest;
  /** Whether Gong's "nothing found" is a list with nothing in it. */
  readonly isList: boolean;
  /** End of the window of time that the request asks for. */
  readonly until?: string | undefined;
}

/**
 * Reads lists and settings for all operations of a company: equal requests are one, and responses are cached as the
 * declaration of their endpoint says.
 */
export class SharedReader {
  constructor(
    private readonly reads: SharedReads,
    private readonly conditions: () => CacheConditions,
    private readonly listener: ReadListener,
  ) {}

  /**
   * A page of a list that Gong pages, with the smallest selection.
   *
   * @throws GongError
   */
  page<Item extends object, Selection, Query>(
    endpoint: ReadEndpoint<Item, Selection, Query>,
    query: Query,
    cursor: string | null,
    scope: Reader,
  ): Promise<Page<Item>> {
    const { ask, until } = pagedBy(endpoint);
    const request = requestTo(endpoint, ask(query, leastOf(endpoint), cursor ?? undefined));
    return this.read({ endpoint, request, isList: true, until: until?.(query) }, scope);
  }

  /**
   * All records of a list that Gong sends in one response.
   *
   * @throws GongError
   */
  async whole<Item extends object, Selection, Query>(
    endpoint: ReadEndpoint<Item, Selection, Query>,
    query: Query,
    scope: Reader,
  ): Promise<readonly Item[]> {
    if (endpoint.whole === undefined) throw new Error(`${endpoint.id} does not send a whole list.`);
    const request = requestTo(endpoint, endpoint.whole.ask(query));
    return (await this.read({ endpoint, request, isList: true }, scope)).items;
  }

  /**
   * Records by key in one request, with the smallest selection.
   *
   * @throws GongError
   */
  async byKey<Item extends object, Selection, Query>(
    endpoint: ReadEndpoint<Item, Selection, Query>,
    keys: readonly string[],
    scope: Reader,
  ): Promise<readonly Item[]> {
    const request = requestTo(endpoint, keyedBy(endpoint).ask(keys, leastOf(endpoint)));
    return (await this.read({ endpoint, request, isList: false }, scope)).items;
  }

  private async read<Item extends object, Selection, Query>(
    read: Read<Item, Selection, Query>,
    scope: Reader,
  ): Promise<Page<Item>> {
    const { endpoint, request } = read;
    const parse = onceFor((body: GongBody) => endpoint.parse(body, leastOf(endpoint)));
    const { body } = await this.reads.read(
      {
        name: nameOf(request),
        want: null,
        wants: whole,
        request: () => request,
        keeping: this.keeping(read, parse),
      },
      scope,
    );
    return parse(body);
  }

  private keeping<Item extends object, Selection, Query>(
    { endpoint, request, isList, until }: Read<Item, Selection, Query>,
    parse: (body: GongBody) => Page<Item>,
  ): Keeping<null> {
    const { brings } = endpoint;
    const { group } = brings;
    const first = withoutCursor(request);
    return {
      group,
      isList,
      lifetime: () => responseTtl(brings, until, this.conditions()),
      check: (body) => {
        parse(body);
      },
      learn: (body) => {
        if (isList) this.listener.learn(endpoint, parse(body));
      },
      onFetched: ({ body, bytes }, asOf) => {
        if (isList) this.listener.offer(brings, parse(body).items, bytes, asOf);
      },
      // The page that the cursor came from may be cached: a walk that starts over needs a fresh one.
      ...(first === null ? {} : { onRefused: () => this.reads.forget(group, nameOf(first)) }),
    };
  }
}

/** The same function, which remembers its last result: a response is parsed once, whoever looks at it. */
function onceFor<T>(parse: (body: GongBody) => T): (body: GongBody) => T {
  let last: { readonly body: GongBody; readonly result: T } | null = null;
  return (body) => {
    if (last?.body !== body) last = { body, result: parse(body) };
    return last.result;
  };
}

/** What is selected where a record is read for its basic fields. */
function leastOf<Item extends object, Selection, Query>({
  brings,
}: ReadEndpoint<Item, Selection, Query>): Selection {
  return brings.selects === undefined ? (null as Selection) : brings.selects.least;
}

function nameOf(request: GongRequest): string {
  const { operation, query, body } = request;
  const path = request.operation === 'undescribed' ? request.pathname : request.path;
  return JSON.stringify([operation, path ?? null, query ?? null, body ?? null]);
}

/** The request of the first page of the same list; null where this is one. */
function withoutCursor(request: GongRequest): GongRequest | null {
  const body = request.body as { readonly cursor?: unknown } | undefined;
  if (body?.cursor !== undefined) return { ...request, body: { ...body, cursor: undefined } };
  if (request.query?.['cursor'] === undefined) return null;
  return { ...request, query: { ...request.query, cursor: undefined } };
}
