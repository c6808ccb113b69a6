import type { Caller, GongClient } from '../gong/client.js';
import type { CallSelection } from '../gong/endpoints/callSelection.js';
import type { ReadEndpoint } from '../gong/endpoints/endpoint.js';
import { emptyPage, type Page } from '../gong/endpoints/wire.js';
import { isEmptyResult, isIdRefusal } from '../gong/errors.js';
import type { GongRequest } from '../gong/request.js';
import { CallPages } from './callPages.js';
import { readWithoutRefused } from './idRefusals.js';
import type { PageRequest, Source } from './source.js';
import { pageRequest, wholeRequest, type ResponseListener } from './sources.js';
import type { CallReader } from './walks/oldestFirst.js';

/** Records that were read by ID. */
export interface FreshRecords<V> {
  readonly values: ReadonlyMap<string, V>;
  /** What Gong said of each ID that it refused. Other IDs without a value, it doesn't know. */
  readonly refused: ReadonlyMap<string, unknown>;
}

/**
 * Reads from Gong on behalf of one caller, whatever is cached or being read for others. Nothing of it is cached. Each
 * read is worded by the scopes that the credential has, as far as is known.
 */
export class FreshReads {
  constructor(
    private readonly client: GongClient,
    private readonly listener: ResponseListener,
    private readonly caller: Caller,
  ) {}

  /** Pages of calls with the selected blocks. */
  calls(selection: CallSelection): CallReader {
    const pages = new CallPages(selection, false, this.listener);
    return {
      get comparesStart() {
        return !pages.isBasic;
      },
      read: (query, cursor) => this.page(pages.at(query, cursor)),
    };
  }

  /** Pages of a list that Gong pages. */
  list<Item extends object, S, Query>(
    endpoint: ReadEndpoint<Item, S, Query>,
  ): (query: Query, cursor: string | null) => Promise<Page<Item>> {
    return (query, cursor) => this.page(pageRequest(endpoint, query, cursor, this.listener));
  }

  /** All records of a list that Gong sends in one response. */
  async whole<Item extends object, S, Query>(
    endpoint: ReadEndpoint<Item, S, Query>,
    query: Query,
  ): Promise<readonly Item[]> {
    return (await this.page(wholeRequest(endpoint, query, this.listener))).items;
  }

  /**
   * Records by ID, as many in one request as it can carry. For an ID that Gong refuses, the others are read anyway.
   *
   * @throws GongError
   */
  async records<S, V extends object>(
    source: Source<S, V>,
    ids: readonly string[],
    selection: S,
  ): Promise<FreshRecords<V>> {
    const values = new Map<string, V>();
    const refused = new Map<string, unknown>();
    let request: GongRequest | null = null;
    const read = async (names: readonly string[]): Promise<void> => {
      let cursor: string | null = null;
      do {
        const before = values.size;
        request = source.request(names, selection, cursor ?? undefined);
        const answer = await this.client.readAnswer(request, this.caller);
        const page = source.parse(request, answer, names, selection);
        for (const [name, value] of page.values) values.set(name, value);
        cursor = values.size === before ? null : page.cursor;
      } while (cursor !== null);
    };
    const readKnown = (names: readonly string[]): Promise<void> =>
      read(names).catch((error: unknown) => {
        if (!isEmptyResult(error)) throw error;
      });
    for (let left = ids; left.length > 0;) {
      const names = left.slice(0, source.max());
      try {
        await readKnown(names).catch(async (error: unknown) => {
          if (!isIdRefusal(error)) throw error;
          await readWithoutRefused(names, error, true, {
            idOf: (name) => name,
            read: readKnown,
            onRefused: (name, said) => refused.set(name, said),
          });
        });
      } catch (error) {
        // In other words, it may be granted.
        if (request !== null && source.learnFrom?.(error, request, selection) === true) continue;
        throw error;
      }
      left = left.slice(names.length);
    }
    return { values, refused };
  }

  private async page<Item extends object, S>(
    request: PageRequest<Item, S> | null,
  ): Promise<Page<Item>> {
    if (request === null) return emptyPage;
    const { source, name, selection } = request;
    const sent = source.request([name], selection);
    try {
      const answer = await this.client.readAnswer(sent, this.caller);
      const response = source.parse(sent, answer, [name], selection).values.get(name);
      if (response === undefined) throw new Error('A Gong response was not read.');
      source.onRead?.(response);
      return response.page;
    } catch (error) {
      if (isEmptyResult(error) && source.nothing != null) return source.nothing.page;
      if (source.learnFrom?.(error, sent, selection) === true) return this.page(request);
      const recovery = request.recover?.(error, (other) => this.page(other));
      if (recovery == null) throw error;
      return recovery;
    }
  }
}
