import { LRUCache } from 'lru-cache';
import type { AnswerCache } from './cache/answerCache.js';
import { LONGEST_SETTLED_MS, volatileTtl, type CacheTtl } from './cache/ttl.js';
import type { CacheGroup, CacheKey } from './cache/sharedStore.js';
import {
  calls,
  callSelections,
  getCallTranscripts,
  type CallRecord,
} from '../gong/endpoints/calls.js';
import type { CallSelection } from '../gong/endpoints/callSelection.js';
import { keyedBy, requestTo, type Age, type ReadEndpoint } from '../gong/endpoints/endpoint.js';
import type { GongClient } from '../gong/client.js';
import type { GongRequest } from '../gong/request.js';
import { SECOND_MS, type Clock } from '../lib/clock.js';
import type { Success } from '../gong/exchange.js';
import { listWorkspaces } from '../gong/endpoints/settings.js';
import { listMultipleUsers, listUsers, users } from '../gong/endpoints/users.js';
import type { GongCallTranscript, GongUser, Page } from '../gong/endpoints/wire.js';
import { recordTtl, servesStale, type CacheConditions } from './cacheRules.js';
import { callBatches } from './callBatches.js';
import { CallPageReads } from './callPageReads.js';
import { createCallReader } from './walks/callReader.js';
import type { CallReader } from './walks/oldestFirst.js';
import { MissingCallReasons } from './missingCallReasons.js';
import type { CompanySize } from './companySize.js';
import { MissingScopes } from './missingScopes.js';
import type { Reader } from './reader.js';
import { RecordReads, type RecordKind } from './recordReads.js';
import { OutageTracker } from './staleness.js';
import { SharedReader, whole } from './sharedReader.js';
import { SharedReads } from './sharedReads.js';
import { Writes } from './writes.js';

export interface PlannerOptions {
  readonly client: GongClient;
  readonly cache: AnswerCache;
  /** How long directory data serves. */
  readonly directoryTtlSeconds: number;
  /** Most requests that Gong is sent in a second. */
  readonly requestsPerSecond: number;
  readonly clock: Clock;
}

/**
 * What all operations on one Gong company share: what was read and may serve again, what is being read, and
 * what is known of the credential's scopes. Lives as long as the process. Nothing above it asks Gong for
 * anything itself.
 */
export class Planner {
  readonly calls: RecordReads<CallSelection, CallRecord>;
  readonly transcripts: RecordReads<null, GongCallTranscript>;
  readonly users: RecordReads<null, GongUser>;
  /** Reads lists and settings. */
  readonly reader: SharedReader;
  /** Why calls weren't there. */
  readonly callVisibilities: MissingCallReasons;
  /** Sends what changes something. */
  readonly writes: Writes;
  readonly clock: Clock;
  /** What answers told of the company's size so far. */
  facts: CompanySize = { users: null, workspaces: null };
  /** Whether a list was found to hold private calls. */
  readonly privateCalls = {
    areKnown: () => this.hasPrivateCalls,
    wereMet: () => {
      this.hasPrivateCalls = true;
    },
  };
  private hasPrivateCalls = false;
  private readonly newReads: <Want, Item extends object>(
    kind: RecordKind<Want, Item>,
  ) => RecordReads<Want, Item>;
  private readonly recordsOf = new LRUCache<string, RecordReads<null, object>>({ max: MAX_PARTS });
  private readonly client: GongClient;
  private readonly cache: AnswerCache;
  private readonly callPages: CallPageReads;
  private readonly denied: MissingScopes;
  private readonly requestsPerSecond: number;
  private readonly conditions: () => CacheConditions;
  private findingMoment: Promise<number> | null = null;

  constructor({ client, cache, directoryTtlSeconds, requestsPerSecond, clock }: PlannerOptions) {
    this.requestsPerSecond = requestsPerSecond;
    this.client = client;
    this.cache = cache;
    this.clock = clock;
    this.denied = new MissingScopes(clock);
    this.callVisibilities = new MissingCallReasons(clock);
    this.conditions = () => ({ directoryTtlSeconds, nowMs: clock.now() });
    const outages = new OutageTracker(clock);
    const reads = <Want, Item extends object>(kind: RecordKind<Want, Item>) =>
      new RecordReads(client, cache, outages, clock, kind);
    this.newReads = reads;
    this.calls = reads({
      servesStale: servesStale(calls),
      group: calls.group,
      batches: callBatches(this.denied, this.callVisibilities),
      wants: callSelections,
      pack: packCall,
      unpack: unpackCall,
      // What was refused may be granted.
      keepable: (call) => {
        if (call.refused !== undefined) return null;
        const { item, selection } = calls.keeps?.(call, call.selection) ?? {
          item: call,
          selection: call.selection,
        };
        return { item, want: selection };
      },
      lifetime: (call) => this.callTtl(call),
    });
    this.transcripts = reads(this.wholeRecords(getCallTranscripts));
    this.users = reads(this.wholeRecords(listMultipleUsers));
    const shared = new SharedReads(client, cache, outages);
    this.reader = new SharedReader(shared, this.conditions, {
      learn: (endpoint, page) => {
        this.learn(endpoint, page);
      },
      offer: (kind, items, bytes, asOf) => {
        // Lists of users hold users that are read by ID, too.
        if (kind.name === users.name) this.users.keep(items, null, bytes, asOf);
      },
    });
    this.writes = new Writes(client, cache);
    this.callPages = new CallPageReads(
      this.reader,
      shared,
      this.conditions,
      (items, want, bytes, asOf) => {
        this.calls.keep(items, want, bytes, asOf);
      },
    );
  }

  /**
   * Whatever JSON Gong answers to a request that only reads, of which nothing is kept.
   *
   * @throws GongError
   */
  readRaw(request: GongRequest, scope: Reader): Promise<Success> {
    return this.client.readRaw(request, scope);
  }

  /** What was read of these before is of no use any more. */
  forget(groups: readonly CacheGroup[]): Promise<void> {
    return this.cache.drop(groups);
  }

  /**
   * Records of an endpoint that reads them whole, by ID.
   *
   * @param query what the IDs of one request have in common besides.
   */
  records<Item extends object, Query>(
    endpoint: ReadEndpoint<Item, null, Query>,
    query?: Query,
  ): RecordReads<null, Item> {
    const part = JSON.stringify([endpoint.brings.name, query ?? null]);
    let records = this.recordsOf.get(part);
    if (records === undefined) {
      const kind = { ...this.wholeRecords(endpoint, query), prefix: `${part} ` };
      records = this.newReads(kind) as unknown as RecordReads<null, object>;
      this.recordsOf.set(part, records);
    }
    return records as unknown as RecordReads<null, Item>;
  }

  /** Pages of calls with the selected blocks, read on behalf of one operation. */
  callReader(selection: CallSelection, scope: Reader, byScheduledTime = false): CallReader {
    return createCallReader(this.callPages, this.denied, selection, scope, byScheduledTime);
  }

  /**
   * About how many calls an operation can still read, with as much left for what it wants of them: a window of
   * time that holds more would be read in vain.
   */
  callsWithin(scope: Reader): number {
    const seconds = (scope.latestStart() - this.clock.monotonic()) / SECOND_MS;
    const requests = Math.min(scope.maxRequests - scope.requests, seconds * this.requestsPerSecond);
    return PAGE_SIZE * Math.max(1, Math.floor(requests / 2));
  }

  /**
   * The present, as windows of time are laid by it: the same for a while, so that operations which look at the
   * newest calls one after the other look at the same windows.
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
    // Gateways that look at one time, and operations without a cache, come to the same.
    const now = Math.floor(this.clock.now() / MOMENT_GRID_MS) * MOMENT_GRID_MS;
    const asOf = this.cache.generation(key.group);
    void this.cache.put([{ key, value: now, bytes: MOMENT_BYTES, lifetime: volatileTtl }], asOf);
    return now;
  }

  /** Records that only come whole, by the endpoint that reads them by ID. */
  private wholeRecords<Item extends object, Query>(
    endpoint: ReadEndpoint<Item, null, Query>,
    query?: Query,
  ): RecordKind<null, Item> {
    const { brings } = endpoint;
    const { max, ask } = keyedBy(endpoint);
    return {
      group: brings.group,
      servesStale: servesStale(brings),
      wants: whole,
      pack: (item) => item,
      unpack: (packed) => packed as Item,
      keepable: (item) => ({ item, want: null }),
      ...this.timing(brings.age, (since) => recordTtl(brings, since, this.conditions())),
      batches: {
        maxBatchSize: () => max,
        union: whole.union,
        covers: whole.covers,
        request: (ids, _, cursor) =>
          requestTo(endpoint, ask(ids, null, cursor ?? undefined, query)),
        parse: (request, body) => endpoint.parse(body, null, keyIn(request)),
        idOf: brings.idOf,
        learnFrom: () => false,
      },
    };
  }

  /** How long records are reused, by when they began to settle. */
  private timing<Item>(
    age: Age<Item> | undefined,
    ttl: (since: string | null | undefined) => CacheTtl,
  ): Pick<RecordKind<null, Item>, 'lifetime' | 'laterLifetime'> {
    if (typeof age !== 'object') return { lifetime: (item) => ttl(age?.(item)) };
    // The call with its ID says how old the record is, which may become known later.
    return {
      lifetime: (_, id) => ({
        ...this.callTtl(this.calls.peek(id)),
        staleMs: LONGEST_SETTLED_MS,
      }),
      laterLifetime: (id) => {
        const call = this.calls.peek(id);
        return call === null ? null : this.callTtl(call);
      },
    };
  }

  private callTtl(call: CallRecord | null): CacheTtl {
    const { age } = calls;
    const since = call === null || typeof age !== 'function' ? null : age(call);
    return recordTtl(calls, since, this.conditions());
  }

  /** Lists tell how large the company is. */
  private learn(
    { id }: Pick<ReadEndpoint<object, never, never>, 'id'>,
    { items, total }: Page<object>,
  ): void {
    if (id === listWorkspaces.id) this.facts = { ...this.facts, workspaces: items.length };
    if (id === listUsers.id && total !== null) this.facts = { ...this.facts, users: total };
  }
}

/** Sets of days, for example, of which reads are remembered. */
const MAX_PARTS = 1000;

/** The key that a request's path names; null when it names none. */
function keyIn(request: GongRequest): string | null {
  const path = request.operation === 'undescribed' ? {} : request.path;
  return Object.values(path ?? {})[0] ?? null;
}

/** Calls on a page of Gong's. */
const PAGE_SIZE = 100;

/** Where the present is kept by which windows of time are laid. */
export const REFERENCE_TIME: CacheKey = { group: 'calls', name: 'moment' };

const MOMENT_GRID_MS = 10 * SECOND_MS;

/** A number as JSON, at most. */
const MOMENT_BYTES = 16;

interface PackedCall extends Pick<CallRecord, 'id' | 'basic' | 'details'> {
  readonly selection: unknown;
}

function packCall({ id, basic, details, selection }: CallRecord): PackedCall {
  return { id, basic, details, selection: callSelections.toJson(selection) };
}

function unpackCall(packed: unknown): CallRecord {
  const call = packed as PackedCall;
  return { ...call, selection: callSelections.fromJson(call.selection) };
}
