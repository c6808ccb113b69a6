import type { Generation } from './cache/answerCache.js';
import { directoryLifetime, volatileTtl, ageBasedTtl, type CacheTtl } from './cache/ttl.js';
import type { CacheGroup } from './cache/sharedStore.js';
import { parseBasicCalls, parseCall } from '../gong/endpoints/calls.js';
import type { GongAnswer, GongBody, GongReader } from '../gong/client.js';
import type { GongEndpoint, GongRequest } from '../gong/request.js';
import type { Clock } from '../lib/clock.js';
import { readList, type ListOperation } from '../gong/endpoints/wire.js';
import type { Reader } from './reader.js';
import type { Keeping, SharedReads, WantKind } from './sharedReads.js';

/** How the answers of an operation are kept. */
interface Rule {
  readonly group: CacheGroup;
  readonly isList: boolean;
  /** @throws GongError `bad-response`: what isn't of the documented shape is not kept. */
  readonly check: (body: GongBody) => unknown;
  readonly lifetime: (request: GongRequest, nowMs: number) => CacheTtl;
}

/** What is done with the answers that a `SharedReader` reads. */
export interface AnswerListener {
  /** Told of every answer, whether it is kept or not. */
  readonly learn: (request: GongRequest, body: GongBody) => void;
  /** Told of every answer that is kept. */
  readonly keep: (request: GongRequest, answer: GongAnswer, asOf: Generation) => void;
}

/** Of an answer that only comes whole. */
export const whole: WantKind<null> = {
  union: () => null,
  covers: () => true,
  pack: () => null,
  unpack: () => null,
};

/**
 * Reads lists and settings for whoever wants them: equal requests are one, and answers are kept by what they
 * hold. An operation without a rule is only shared while it is under way.
 */
export class SharedReader implements GongReader<Reader> {
  private readonly rules: Partial<Record<GongEndpoint, Rule>>;

  constructor(
    private readonly reads: SharedReads,
    private readonly clock: Clock,
    directoryTtlSeconds: number,
    private readonly listener: AnswerListener,
  ) {
    const directory = directoryLifetime(directoryTtlSeconds);
    const listOf = (operation: ListOperation) => (body: GongBody) => readList(operation, body);
    const rule = (operation: ListOperation, group: CacheGroup) => ({
      [operation]: {
        group,
        isList: true,
        check: listOf(operation),
        lifetime: () => directory,
      },
    });
    this.rules = {
      ...rule('listUsers', 'users'),
      ...rule('listMultipleUsers', 'users'),
      ...rule('listWorkspaces', 'workspaces'),
      ...rule('listTrackers', 'trackers'),
      ...rule('listScorecards', 'scorecards'),
      ...rule('getLibraryStructure', 'folders'),
      getCallsInSpecificFolder: {
        group: 'folders',
        isList: false,
        check: listOf('getCallsInSpecificFolder'),
        lifetime: () => directory,
      },
      listCalls: {
        group: 'calls',
        isList: true,
        check: parseBasicCalls,
        lifetime: ({ query }, nowMs) => listLifetime(query?.['toDateTime'], nowMs),
      },
      getCall: {
        group: 'calls',
        isList: false,
        check: (body) => parseCall(body),
        // It is asked for on its own to see whether it is there yet.
        lifetime: () => volatileTtl,
      },
      integrationStatus: {
        group: 'users',
        isList: false,
        check: listOf('integrationStatus'),
        lifetime: () => volatileTtl,
      },
      listAnsweredScorecards: {
        group: 'reviews',
        isList: true,
        check: listOf('listAnsweredScorecards'),
        lifetime: () => volatileTtl,
      },
    };
  }

  async read(request: GongRequest, scope: Reader): Promise<GongBody> {
    const rule = this.rules[request.operation];
    const { body } = await this.reads.read(
      {
        name: nameOf(request),
        want: null,
        wants: whole,
        request: () => request,
        keeping: rule === undefined ? null : this.keeping(request, rule),
      },
      scope,
    );
    return body;
  }

  private keeping(request: GongRequest, rule: Rule): Keeping<null> {
    const { group, isList, check, lifetime } = rule;
    const first = withoutCursor(request);
    return {
      group,
      isList,
      lifetime: () => lifetime(request, this.clock.now()),
      check: (body) => {
        check(body);
      },
      learn: (body) => {
        this.listener.learn(request, body);
      },
      onFetched: (answer, asOf) => {
        this.listener.keep(request, answer, asOf);
      },
      // The page that the cursor came from may be kept: a walk that starts over needs a fresh one.
      ...(first === null ? {} : { onRefused: () => this.reads.forget(group, nameOf(first)) }),
    };
  }
}

/** How long a page of a list of calls serves: by how long its window has been over. */
export function listLifetime(windowEnd: unknown, nowMs: number): CacheTtl {
  return ageBasedTtl(typeof windowEnd === 'string' ? nowMs - Date.parse(windowEnd) : null);
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
