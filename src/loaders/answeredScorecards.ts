import DataLoader from 'dataloader';
import { listAnsweredScorecards, type AnsweredScorecardQuery } from '../gong/answeredScorecards.js';
import { parseInstant, toMillis } from '../gong/instant.js';
import type { OperationScope } from '../gong/operationScope.js';
import { idOf, type GongAnsweredScorecard } from '../gong/wire.js';
import { walkPages, type PagePosition } from '../planner/pageWalk.js';
import type { Planner } from '../planner/planner.js';
import { createTolerantRead } from '../planner/refusedIds.js';
import type { Walked } from '../planner/walk.js';
import { daysOf, type DayRange } from './companyDays.js';
import { reportCut, takeUntil, type ConnectionModel, type ResponsePath } from './connection.js';
import { listFingerprint, type CursorCodec } from './cursors.js';
import { inGroups } from './inGroups.js';

/** A list of reviews as one place of an operation wants it. */
export interface ReviewListKey {
  readonly query: AnsweredScorecardQuery;
  readonly first: number;
  readonly after: string | null;
  readonly path: ResponsePath;
}

/** The reviews made with one scorecard, narrowed by `query`, which names no scorecards itself. */
export interface ScorecardReviewsKey extends ReviewListKey {
  readonly scorecardId: string;
}

/** A call whose reviews are wanted. */
export interface CallReviewsKey {
  readonly callId: string;
  /** When the call started, in Gong's words. */
  readonly started: string | null;
}

interface ReviewCursor {
  /** Null: the list begins, having been cut before its first review. */
  readonly at: PagePosition | null;
}

interface Dependencies {
  readonly planner: Planner;
  readonly scope: OperationScope;
  readonly cursors: CursorCodec;
  /** The company's zone, by whose days Gong filters; undefined where not known. */
  readonly companyTimeZone: string | undefined;
}

export function createAnsweredScorecardLoaders(dependencies: Dependencies) {
  const lists = new DataLoader<ReviewListKey, ConnectionModel<GongAnsweredScorecard>>(
    (keys) =>
      inGroups(
        keys,
        ({ query, after }) => fingerprint(query, after),
        (group) => loadList(dependencies, group),
      ),
    { cache: false },
  );
  return {
    /** @throws GongError, InputError `BAD_CURSOR` */
    answeredScorecards: lists,
    /** Scorecards wanted with the same filter share one walk, which ends when each has its `first`. */
    answeredScorecardsByScorecardId: new DataLoader<
      ScorecardReviewsKey,
      ConnectionModel<GongAnsweredScorecard>,
      string
    >(
      (keys) =>
        inGroups(
          keys,
          ({ query, after, scorecardId }) =>
            after === null ? fingerprint(query, null) : `${scorecardId} ${after}`,
          async (group) => {
            const scorecards = new Set(group.map(({ scorecardId }) => scorecardId));
            return scorecards.size === 1
              ? Promise.all(group.map((key) => lists.load(asList(key))))
              : loadMerged(dependencies, group);
          },
        ),
      {
        // Resolvers find what was fetched ahead of them.
        cacheKeyFn: ({ scorecardId, query, first, after }) =>
          `${scorecardId} ${first} ${fingerprint(query, after)}`,
      },
    ),
    /** All reviews of a call. Gong can't search by call: those of the calls' days are read. */
    answeredScorecardsByCall: new DataLoader<
      CallReviewsKey,
      readonly GongAnsweredScorecard[],
      string
    >((keys) => loadByCall(dependencies, keys), { cacheKeyFn: ({ callId }) => callId }),
  };
}

async function loadList(
  { planner, scope, cursors }: Dependencies,
  group: readonly ReviewListKey[],
): Promise<ConnectionModel<GongAnsweredScorecard>[]> {
  const [head] = group;
  if (head === undefined) return [];
  const { query, after } = head;
  const list = fingerprint(query);
  const position = after === null ? null : cursors.decode<ReviewCursor>(list, after).at;
  const first = Math.max(...group.map((key) => key.first));
  const result = await takeUntil(
    walkReviews(planner, query, position, scope),
    (items) => items.length >= first,
  );
  const seal = (at: PagePosition | null): string =>
    cursors.encode(list, { at } satisfies ReviewCursor);
  return group.map((key) => {
    if (result.cut !== null && result.items.length < key.first) {
      reportCut(scope, key.path, result.cut);
    }
    return {
      entries: result.items.slice(0, key.first).map((walked) => toEntry(walked, seal)),
      hasNextPage: result.items.length > key.first || result.hasMore,
      hasPreviousPage: position !== null,
      totalCount: result.total,
      restartCursor: result.cut === null ? null : (after ?? seal(null)),
    };
  });
}

async function loadMerged(
  { planner, scope, cursors }: Dependencies,
  group: readonly ScorecardReviewsKey[],
): Promise<ConnectionModel<GongAnsweredScorecard>[]> {
  const [head] = group;
  if (head === undefined) return [];
  const reviewsOf = new Map<string, Walked<GongAnsweredScorecard, PagePosition>[]>(
    group.map(({ scorecardId }) => [scorecardId, []]),
  );
  const query = { ...head.query, scorecardIds: [...reviewsOf.keys()].sort() };
  const result = await takeUntil(
    walkReviews(planner, query, null, scope),
    () => group.every((key) => (reviewsOf.get(key.scorecardId)?.length ?? 0) >= key.first),
    (items) => {
      for (const walked of items) {
        reviewsOf.get(idOf(walked.item.scorecardId) ?? '')?.push(walked);
      }
    },
  );
  return group.map((key) => {
    const reviews = reviewsOf.get(key.scorecardId) ?? [];
    const list = fingerprint(asList(key).query);
    // A cursor leads on through this scorecard's reviews alone, where Gong's own cursor is no use.
    const seal = ({ given }: PagePosition): string =>
      cursors.encode(list, { at: { page: null, given, total: null } } satisfies ReviewCursor);
    if (result.cut !== null && reviews.length < key.first) reportCut(scope, key.path, result.cut);
    return {
      entries: reviews.slice(0, key.first).map((walked) => toEntry(walked, seal)),
      hasNextPage: reviews.length > key.first || result.hasMore,
      hasPreviousPage: false,
      totalCount: null,
      restartCursor:
        result.cut === null ? null : cursors.encode(list, { at: null } satisfies ReviewCursor),
    };
  });
}

async function loadByCall(
  { planner, scope, companyTimeZone }: Dependencies,
  keys: readonly CallReviewsKey[],
): Promise<(readonly GongAnsweredScorecard[])[]> {
  const moments = keys.map(({ started }) => parseInstant(started));
  const ranges: readonly DayRange[] = moments.includes(null)
    ? [{ from: undefined, to: undefined }]
    : daysOf(
        moments.flatMap((moment) => (moment === null ? [] : toMillis(moment))),
        companyTimeZone,
        planner.clock.now(),
      );
  const reviewsOf = new Map<string, GongAnsweredScorecard[]>(
    keys.map(({ callId }) => [callId, []]),
  );
  await Promise.all(
    ranges.map(async ({ from, to }) => {
      const query = { callFrom: from, callTo: to, reviewMethod: 'BOTH' as const };
      for await (const { items } of walkReviews(planner, query, null, scope)) {
        for (const { item } of items) reviewsOf.get(idOf(item.callId) ?? '')?.push(item);
      }
    }),
  );
  return keys.map(({ callId }) => reviewsOf.get(callId) ?? []);
}

function walkReviews(
  planner: Planner,
  query: AnsweredScorecardQuery,
  after: PagePosition | null,
  scope: OperationScope,
) {
  const read = createTolerantRead(
    ['scorecardIds', 'reviewedUserIds'],
    (each: AnsweredScorecardQuery, cursor) =>
      listAnsweredScorecards(
        planner.client,
        { ...each, reviewMethod: query.reviewMethod },
        cursor,
        scope,
      ),
  );
  return walkPages(
    (cursor) => read(query, cursor),
    (review) => idOf(review.answeredScorecardId) ?? '',
    after,
  );
}

function asList({ scorecardId, query, ...rest }: ScorecardReviewsKey): ReviewListKey {
  return { ...rest, query: { ...query, scorecardIds: [scorecardId] } };
}

function toEntry(
  { item, position }: Walked<GongAnsweredScorecard, PagePosition>,
  seal: (at: PagePosition) => string,
) {
  return { node: item, cursor: () => seal(position()) };
}

function fingerprint(query: AnsweredScorecardQuery, after?: string | null): string {
  const { callFrom, callTo, reviewFrom, reviewTo, reviewMethod } = query;
  return listFingerprint('answeredScorecards', [
    [callFrom, callTo, reviewFrom, reviewTo, reviewMethod].map((member) => member ?? null),
    query.reviewedUserIds === undefined ? null : [...query.reviewedUserIds].sort(),
    query.scorecardIds === undefined ? null : [...query.scorecardIds].sort(),
    after ?? null,
  ]);
}
