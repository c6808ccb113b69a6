import type { AnswerCache, Generation } from './cache/answerCache.js';
import {
  directoryLifetime,
  LONGEST_SETTLED_MS,
  volatileTtl,
  ageBasedTtl,
  type CacheTtl,
} from './cache/ttl.js';
import type { CacheGroup, CacheKey } from './cache/sharedStore.js';
import { parseTranscripts, transcriptsRequest, type CallRecord } from '../gong/endpoints/calls.js';
import { fromJson, toJson, type CallSelection } from '../gong/endpoints/callSelection.js';
import type { GongAnswer, GongBody, GongClient, GongReader } from '../gong/client.js';
import type { GongRequest } from '../gong/request.js';
import { SECOND_MS, type Clock } from '../lib/clock.js';
import type { Success } from '../gong/exchange.js';
import { parseInstant, toMillis } from '../lib/instant.js';
import { parseUsers, usersRequest } from '../gong/endpoints/users.js';
import {
  idOf,
  readList,
  readPage,
  type GongCallTranscript,
  type GongUser,
} from '../gong/endpoints/wire.js';
import type { BatchKind } from './batchKind.js';
import { callBatches, MAX_IDS_PER_REQUEST } from './callBatches.js';
import { CallPageReads } from './callPageReads.js';
import { createCallReader } from './walks/callReader.js';
import type { CallReader } from './walks/oldestFirst.js';
import { MissingCallReasons } from './missingCallReasons.js';
import { callWants, withoutMedia } from './callWants.js';
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
  readonly reader: GongReader<Reader>;
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
  private readonly client: GongClient;
  private readonly cache: AnswerCache;
  private readonly callPages: CallPageReads;
  private readonly denied: MissingScopes;
  private readonly requestsPerSecond: number;
  private findingMoment: Promise<number> | null = null;

  constructor({ client, cache, directoryTtlSeconds, requestsPerSecond, clock }: PlannerOptions) {
    this.requestsPerSecond = requestsPerSecond;
    this.client = client;
    this.cache = cache;
    this.clock = clock;
    this.denied = new MissingScopes(clock);
    this.callVisibilities = new MissingCallReasons(clock);
    const directory = directoryLifetime(directoryTtlSeconds);
    const outages = new OutageTracker(clock);
    this.calls = new RecordReads(client, cache, outages, clock, {
      servesStale: false,
      group: 'calls',
      batches: callBatches(this.denied, this.callVisibilities),
      wants: callWants,
      pack: packCall,
      unpack: unpackCall,
      // What was refused may be granted.
      keepable: (call) => {
        if (call.refused !== undefined) return null;
        const kept = withoutMedia(call);
        return { item: kept, want: kept.selection };
      },
      lifetime: (call) => this.callLifetime(call),
    });
    const transcripts = wholeRecords('transcripts', {
      request: transcriptsRequest,
      parse: (_, body) => parseTranscripts(body),
      idOf: (transcript) => idOf(transcript.callId),
    });
    this.transcripts = new RecordReads(client, cache, outages, clock, {
      ...transcripts,
      servesStale: false,
      // A transcript doesn't say how old it is; its call does, which may become known later.
      lifetime: (_, id) => ({
        ...this.callLifetime(this.calls.peek(id)),
        staleMs: LONGEST_SETTLED_MS,
      }),
      laterLifetime: (id) => {
        const call = this.calls.peek(id);
        return call === null ? null : this.callLifetime(call);
      },
    });
    const users = wholeRecords('users', {
      request: (userIds, cursor) => usersRequest({ userIds }, cursor),
      parse: (_, body) => parseUsers(body),
      idOf: (user) => idOf(user.id),
    });
    this.users = new RecordReads(client, cache, outages, clock, {
      ...users,
      servesStale: true,
      lifetime: () => directory,
    });
    const reads = new SharedReads(client, cache, outages);
    this.reader = new SharedReader(reads, clock, directoryTtlSeconds, {
      learn: (request, body) => {
        this.learn(request, body);
      },
      keep: (request, answer, asOf) => {
        this.keepUsers(request, answer, asOf);
      },
    });
    this.writes = new Writes(client, cache);
    this.callPages = new CallPageReads(this.reader, reads, clock, (calls, want, bytes, asOf) => {
      this.calls.keep(calls, want, bytes, asOf);
    });
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

  private callLifetime(call: CallRecord | null): CacheTtl {
    const started = parseInstant(call?.basic.started);
    return ageBasedTtl(started === null ? null : this.clock.now() - toMillis(started));
  }

  /** Answers tell how large the company is. */
  private learn({ operation }: GongRequest, body: GongBody): void {
    if (operation === 'listWorkspaces') {
      this.facts = { ...this.facts, workspaces: readList(operation, body).length };
    }
    if (operation !== 'listUsers') return;
    const { total } = readPage(operation, body);
    if (total !== null) this.facts = { ...this.facts, users: total };
  }

  /** Lists of users hold users that are read by id, too. */
  private keepUsers(
    { operation }: GongRequest,
    { body, bytes }: GongAnswer,
    asOf: Generation,
  ): void {
    if (operation !== 'listUsers' && operation !== 'listMultipleUsers') return;
    this.users.keep(readPage(operation, body).items, null, bytes, asOf);
  }
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
  return { id, basic, details, selection: toJson(selection) };
}

function unpackCall(packed: unknown): CallRecord {
  const call = packed as PackedCall;
  return { ...call, selection: fromJson(call.selection) };
}

/** Records of which there is nothing to select. */
function wholeRecords<Item>(
  group: CacheGroup,
  kind: {
    readonly request: (ids: readonly string[], cursor: string | null) => GongRequest;
    readonly parse: BatchKind<null, Item>['parse'];
    readonly idOf: (item: Item) => string | null;
  },
): Omit<RecordKind<null, Item>, 'lifetime' | 'servesStale'> {
  return {
    group,
    wants: whole,
    pack: (item) => item,
    unpack: (packed) => packed as Item,
    keepable: (item) => ({ item, want: null }),
    batches: {
      maxBatchSize: () => MAX_IDS_PER_REQUEST,
      union: whole.union,
      covers: whole.covers,
      request: (ids, _, cursor) => kind.request(ids, cursor),
      parse: kind.parse,
      idOf: kind.idOf,
      learnFrom: () => false,
    },
  };
}
