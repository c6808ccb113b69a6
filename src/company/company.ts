import type { AnswerCache } from './cache/answerCache.js';
import { volatileTtl, type CacheTtl } from './cache/ttl.js';
import type { CacheGroup, CacheKey } from './cache/sharedStore.js';
import { calls, getCallTranscripts, type CallRecord } from '../gong/endpoints/calls.js';
import type { CallSelection } from '../gong/endpoints/callSelection.js';
import { pagedBy, type ReadEndpoint, type RecordKind } from '../gong/endpoints/endpoint.js';
import type { Caller, GongClient } from '../gong/client.js';
import type { GongRequest } from '../gong/request.js';
import { SECOND_MS, type Clock } from '../lib/clock.js';
import type { Success } from '../gong/exchange.js';
import { listWorkspaces } from '../gong/endpoints/settings.js';
import { getPermissionProfile, permissionProfiles } from '../gong/endpoints/permissionProfiles.js';
import { listMultipleUsers, listUsers, users } from '../gong/endpoints/users.js';
import type { GongCallTranscript, GongUser, Page } from '../gong/endpoints/wire.js';
import { RefusedIds } from './refusedIds.js';
import { recordTtl, type CacheConditions } from './cacheRules.js';
import { CachedReads } from './cachedReads.js';
import { CallPages } from './callPages.js';
import { callSource, withRefusal } from './callSource.js';
import type { CallReader } from './walks/oldestFirst.js';
import type { Copies } from './copies.js';
import { CopiedReads } from './copiedReads.js';
import { Cooldown } from './cooldown.js';
import { FreshReads } from './freshReads.js';
import { MissingCallReasons } from './missingCallReasons.js';
import type { CompanySize } from './companySize.js';
import { MissingScopes } from './missingScopes.js';
import type { Reader } from './reader.js';
import { Reads } from './reads.js';
import type { PageRequest, Source } from './source.js';
import {
  byId,
  keysRequest,
  pageRequest,
  recordSource,
  wholeRequest,
  type ResponseListener,
} from './sources.js';
import { Writes } from './writes.js';

export interface CompanyOptions {
  readonly client: GongClient;
  readonly cache: AnswerCache;
  /** What can answer in place of Gong; null or omitted: nothing. */
  readonly copies?: Copies | null;
  /** How long directory data is reused, in seconds. */
  readonly directoryTtlSeconds: number;
  /** Maximum of requests per second. */
  readonly requestsPerSecond: number;
  readonly clock: Clock;
}

/** Reads pages of one list of calls for an operation. */
export interface CompanyCallReader extends CallReader {
  /** Whether a copy answered a page because Gong failed. */
  readonly isStale: boolean;
}

/**
 * What all operations on one Gong company share: its cache, its requests in progress, and what is known of the
 * credential's scopes. It lives as long as the process. Every Gong request of an operation passes through it.
 */
export class Company {
  /** Reads from every source and request that this class creates. */
  readonly reads: Reads;
  readonly calls: Source<CallSelection, CallRecord>;
  readonly transcripts: Source<null, GongCallTranscript>;
  readonly users: Source<null, GongUser>;
  /** The reasons why calls were missing. */
  readonly callVisibilities: MissingCallReasons;
  /** Sends writes. */
  readonly writes: Writes;
  readonly clock: Clock;
  /** The company's size, as far as responses showed it. */
  facts: CompanySize = { users: null, workspaces: null };
  /** Whether any list contained private calls. */
  readonly privateCalls = {
    areKnown: () => this.hasPrivateCalls,
    markFound: () => {
      this.hasPrivateCalls = true;
    },
  };
  private hasPrivateCalls = false;
  private readonly client: GongClient;
  private readonly cache: AnswerCache;
  private readonly denied: MissingScopes;
  private readonly requestsPerSecond: number;
  private readonly listener: ResponseListener;
  private readonly conditions: () => CacheConditions;
  private findingMoment: Promise<number> | null = null;

  constructor({
    client,
    cache,
    copies = null,
    directoryTtlSeconds,
    requestsPerSecond,
    clock,
  }: CompanyOptions) {
    this.requestsPerSecond = requestsPerSecond;
    this.client = client;
    this.cache = cache;
    this.clock = clock;
    this.denied = new MissingScopes(clock);
    this.callVisibilities = new MissingCallReasons(clock);
    this.conditions = () => ({ directoryTtlSeconds, nowMs: clock.now() });
    const cached = new CachedReads(cache, clock);
    this.reads = new Reads({
      client,
      cached,
      cooldown: new Cooldown(clock),
      copies: copies === null ? null : new CopiedReads(copies, cached, () => clock.now()),
    });
    this.writes = new Writes(client, cache);
    this.calls = callSource(this.denied, this.callVisibilities, (call) => this.callTtl(call));
    this.users = this.records(listMultipleUsers);
    const profiles = this.records(getPermissionProfile);
    this.transcripts = this.records(getCallTranscripts);
    this.listener = {
      conditions: this.conditions,
      missing: this.denied,
      onList: (id, page) => {
        this.learn(id, page);
      },
      onRecords: ({ name }, { value, ...fetched }) => {
        // These lists contain records that are also read by ID.
        const offer = <S, Item extends object>(
          kind: RecordKind<Item, S>,
          source: Source<S, Item>,
        ): void => {
          if (kind.name !== name) return;
          const values = byId(kind, value as readonly Item[]);
          this.reads.offer(source, values, { ...fetched, selection: fetched.selection as S });
        };
        offer(calls, this.calls);
        offer(users, this.users);
        offer(permissionProfiles, profiles);
      },
      forget: (source, name) => this.reads.forget(source, name),
    };
  }

  /**
   * Returns the source of records that have no selection, by the endpoint that reads them by ID.
   *
   * @param query what the IDs of one request share, such as the days of statistics.
   */
  records<Item extends object, Query>(
    endpoint: ReadEndpoint<Item, null, Query>,
    query?: Query,
  ): Source<null, Item> {
    return recordSource(endpoint, query, this.conditions, (id) => {
      const call = this.reads.peek(this.calls, id);
      return call === null ? null : this.callTtl(call);
    });
  }

  /** Returns a request for records by key that fails when Gong lacks one of them. */
  byKey<Item extends object, S, Query>(
    endpoint: ReadEndpoint<Item, S, Query>,
    keys: readonly string[],
  ): PageRequest<Item, S> {
    return keysRequest(endpoint, keys, this.listener);
  }

  /** Returns the request for a list that Gong sends in one response. */
  whole<Item extends object, S, Query>(
    endpoint: ReadEndpoint<Item, S, Query>,
    query: Query,
  ): PageRequest<Item, S> {
    return wholeRequest(endpoint, query, this.listener);
  }

  /**
   * Returns a function that reads pages of a list for one operation. IDs in the query that Gong refuses are omitted.
   */
  pages<Item extends object, S, Query>(
    endpoint: ReadEndpoint<Item, S, Query>,
    reader: Reader,
  ): (query: Query, cursor: string | null) => Promise<Page<Item>> {
    const list = new RefusedIds(pagedBy(endpoint), (query: Query, cursor) =>
      pageRequest(endpoint, query, cursor, this.listener),
    );
    return (query, cursor) => this.reads.page(list.at(query, cursor), reader);
  }

  /**
   * Sends a request that only reads, and returns Gong's JSON without caching it.
   *
   * @throws GongError
   */
  readRaw(request: GongRequest, reader: Reader): Promise<Success> {
    return this.client.readRaw(request, reader);
  }

  /** Reads past the cache, on behalf of one caller. */
  fresh(caller: Caller): FreshReads {
    return new FreshReads(this.client, this.listener, caller);
  }

  /** Invalidates everything that was read of the groups. */
  forget(groups: readonly CacheGroup[]): Promise<void> {
    return this.cache.drop(groups);
  }

  /** Returns a function that reads pages of calls with the selected blocks for one operation. */
  callReader(selection: CallSelection, reader: Reader, byScheduledTime = false): CompanyCallReader {
    const pages = new CallPages(selection, byScheduledTime, this.listener);
    let isStale = false;
    return {
      get comparesStart() {
        return !pages.isBasic;
      },
      get isStale() {
        return isStale;
      },
      read: async (query, cursor) => {
        const page = await this.reads.page(pages.at(query, cursor), reader);
        isStale ||= page.isStale === true;
        return page;
      },
    };
  }

  /** Returns the calls of a list, marked with the reason why a part of the selection is missing. */
  withRefusal(read: readonly CallRecord[], selection: CallSelection): readonly CallRecord[] {
    return withRefusal(read, selection, this.denied);
  }

  /**
   * Returns about how many calls an operation can still read when half of its remaining budget is reserved for their
   * parts. Reading a window with more calls would have no use.
   */
  callsWithin(reader: Reader): number {
    const seconds = (reader.latestStart() - this.clock.monotonic()) / SECOND_MS;
    const requests = Math.min(
      reader.maxRequests - reader.requests,
      seconds * this.requestsPerSecond,
    );
    return PAGE_SIZE * Math.max(1, Math.floor(requests / 2));
  }

  /**
   * Returns the present that time windows refer to. It stays the same for a while, so that operations which read the
   * newest calls one after the other read the same windows.
   */
  referenceTime(): Promise<number> {
    this.findingMoment ??= this.findMoment().finally(() => {
      this.findingMoment = null;
    });
    return this.findingMoment;
  }

  private async findMoment(): Promise<number> {
    const key = REFERENCE_TIME;
    const kept = this.cache.find(key) ?? (await this.cache.fetch([key]))[0];
    if (kept != null && this.cache.isFresh(kept)) return kept.value as number;
    // Rounding gives the same time to several instances, and to operations without a cache.
    const now = Math.floor(this.clock.now() / MOMENT_GRID_MS) * MOMENT_GRID_MS;
    const asOf = this.cache.generation(key.group);
    void this.cache.put([{ key, value: now, bytes: MOMENT_BYTES, lifetime: volatileTtl }], asOf);
    return now;
  }

  private callTtl(call: CallRecord | null): CacheTtl {
    const { age } = calls;
    const since = call === null || typeof age !== 'function' ? null : age(call);
    return recordTtl(calls, since, this.conditions());
  }

  /** Learns the company's size from its lists. */
  private learn(id: string, { items, total }: Page<object>): void {
    if (id === listWorkspaces.id) this.facts = { ...this.facts, workspaces: items.length };
    if (id === listUsers.id && total !== null) this.facts = { ...this.facts, users: total };
  }
}

/** Calls on one page of Gong's. */
const PAGE_SIZE = 100;

/** Key of the cached reference time. */
export const REFERENCE_TIME: CacheKey = { group: 'calls', name: 'moment' };

const MOMENT_GRID_MS = 10 * SECOND_MS;

/** Maximum length of the reference time as JSON. */
const MOMENT_BYTES = 16;
