import DataLoader from 'dataloader';
import {
  listAnsweredScorecards,
  type AnsweredScorecardQuery,
} from '../../gong/endpoints/answeredScorecards.js';
import { parseInstant, toMillis } from '../../lib/instant.js';
import type { Operation } from '../operation.js';
import {
  basicSelection,
  toContentSelector,
  unionSelections,
  type CallSelection,
} from '../../gong/endpoints/callSelection.js';
import {
  idOf,
  referenceId,
  type GongAnsweredScorecard,
  type Page,
} from '../../gong/endpoints/wire.js';
import { walkPages, type PagePosition } from '../../company/walks/pages.js';
import type { Company } from '../../company/company.js';
import type { KeptRecords } from '../replica/keptRecords.js';
import type { CallById } from './calls.js';
import type { CallPolicyFilter } from './callPolicyFilter.js';
import { inDayRanges, type DayRange } from './companyDays.js';
import type { ConnectionModel } from './connection.js';
import type { CursorCodec } from './cursors.js';
import { loadInGroups } from './loadInGroups.js';
import { readPages, type PageCursor } from './pagedList.js';
import { ListPage, takePage, toConnection, type Filter } from './takePage.js';
import { nameOf } from '../reads.js';

/** A list of reviews as one field of an operation requests it. */
export interface ReviewListKey {
  readonly query: AnsweredScorecardQuery;
  readonly first: number;
  readonly after: string | null;
  /** The selection of the calls themselves, which are read when the policy looks them up. */
  readonly callSelection: CallSelection;
}

/** Reviews of one scorecard, filtered by `query`, which names no scorecards itself. */
export interface ScorecardReviewsKey extends ReviewListKey {
  readonly scorecardId: string;
}

/** A call whose reviews are requested. */
export interface CallReviewsKey {
  readonly callId: string;
  /** When the call started, as spelled by Gong. */
  readonly started: string | null;
}

/** Up to this many day ranges are read separately, without trying to read them as one. */
const FEW_RANGES = 5;

/** Reviews on one page of Gong's. */
const PAGE_SIZE = 100;

interface Dependencies {
  readonly company: Company;
  readonly operation: Operation;
  readonly cursors: CursorCodec;
  /** The company's time zone, whose days Gong filters by; undefined when unknown. */
  readonly companyTimeZone: string | undefined;
  readonly callById: CallById;
  readonly policyFilter: CallPolicyFilter;
  /** When given, the reviews of a call are taken from the replica, if it keeps them. */
  readonly kept: KeptRecords | null;
}

export function createAnsweredScorecardLoaders(dependencies: Dependencies) {
  const lists = new DataLoader<ReviewListKey, ConnectionModel<GongAnsweredScorecard>>(
    (keys) =>
      loadInGroups(
        keys,
        ({ query, after }) => listKey(query, after),
        (group) => loadList(dependencies, group),
      ),
    { cache: false },
  );
  return {
    /** @throws GongError, InputError `BAD_CURSOR` */
    answeredScorecards: lists,
    /** Scorecards with the same filter share one walk, which ends when each has its `first` reviews. */
    answeredScorecardsByScorecardId: new DataLoader<
      ScorecardReviewsKey,
      ConnectionModel<GongAnsweredScorecard>,
      string
    >(
      (keys) =>
        loadInGroups(
          keys,
          ({ query, after, scorecardId }) =>
            after === null ? listKey(query, null) : `${scorecardId} ${after}`,
          async (group) => {
            const scorecards = new Set(group.map(({ scorecardId }) => scorecardId));
            return scorecards.size === 1
              ? Promise.all(group.map((key) => lists.load(asList(key))))
              : loadMerged(dependencies, group);
          },
        ),
      {
        // Resolvers find prefetched lists by this key.
        cacheKeyFn: ({ scorecardId, query, first, after, callSelection }) =>
          JSON.stringify([
            scorecardId,
            first,
            listKey(query, after),
            toContentSelector(callSelection),
          ]),
      },
    ),
    /**
     * All visible reviews of a call; null when the replica keeps reviews and the sync has not read these yet. Gong cannot
     * search by call, so the reviews of the calls' days are read.
     */
    answeredScorecardsByCall: new DataLoader<
      CallReviewsKey,
      readonly GongAnsweredScorecard[] | null,
      string
    >((keys) => loadByCall(dependencies, keys), { cacheKeyFn: ({ callId }) => callId }),
  };
}

async function loadList(
  dependencies: Dependencies,
  group: readonly ReviewListKey[],
): Promise<ConnectionModel<GongAnsweredScorecard>[]> {
  const [head] = group;
  if (head === undefined) return [];
  const { query, after } = head;
  const pages = await readPages(
    dependencies,
    {
      list: nameOf(listAnsweredScorecards, query),
      after,
      read: reviewPages(dependencies, query),
      idOf: listAnsweredScorecards.brings.idOf,
      filter: visibleReviews(dependencies, group),
      totalOf: ({ total, hasMore }, { examined, items }, isBeginning) =>
        dependencies.policyFilter.total({
          gongTotal: total,
          isWhole: isBeginning && !hasMore,
          examined: examined,
          shown: items.length,
        }),
    },
    group.map(({ first }) => first),
  );
  return audited(pages, dependencies.operation);
}

async function loadMerged(
  dependencies: Dependencies,
  group: readonly ScorecardReviewsKey[],
): Promise<ConnectionModel<GongAnsweredScorecard>[]> {
  const { cursors } = dependencies;
  const [head] = group;
  if (head === undefined) return [];
  const scorecards = [...new Set(group.map(({ scorecardId }) => scorecardId))].sort();
  const pages = new Map(
    scorecards.map((scorecardId) => {
      const firsts = group.filter((key) => key.scorecardId === scorecardId).map((key) => key.first);
      return [scorecardId, new ListPage<GongAnsweredScorecard, PagePosition>(Math.max(...firsts))];
    }),
  );
  const query = { ...head.query, scorecardIds: scorecards };
  const listOf = ({ scorecardId }: GongAnsweredScorecard): string => idOf(scorecardId) ?? '';
  const outcome = await takePage(
    walkReviews(dependencies, query),
    { pages, listOf },
    visibleReviews(dependencies, group),
  );
  const lists = group.flatMap((key) => {
    const page = pages.get(key.scorecardId);
    if (page === undefined) return [];
    const list = nameOf(listAnsweredScorecards, asList(key).query);
    return toConnection(page, outcome, {
      first: key.first,
      after: null,
      hasPreviousPage: false,
      totalCount: null,
      // Gong's cursor leads through the reviews of all scorecards, so this cursor continues through one scorecard
      // without it.
      seal: (at) =>
        cursors.encode(list, {
          at: at === null ? null : { page: null, given: at.given, total: null },
        } satisfies PageCursor),
    });
  });
  return audited(lists, dependencies.operation);
}

/** Records the calls whose reviews are shown. */
function audited(
  lists: ConnectionModel<GongAnsweredScorecard>[],
  { audit }: Operation,
): ConnectionModel<GongAnsweredScorecard>[] {
  if (audit === null) return lists;
  for (const { node } of lists.flatMap(({ entries }) => entries)) {
    const callId = referenceId(node.callId);
    if (callId !== null) audit.read('read-call', callId);
  }
  return lists;
}

async function loadByCall(
  dependencies: Dependencies,
  keys: readonly CallReviewsKey[],
): Promise<(readonly GongAnsweredScorecard[] | Error | null)[]> {
  const { company, companyTimeZone, policyFilter, kept } = dependencies;
  const shown = (callId: string, reviews: readonly GongAnsweredScorecard[]) =>
    reviews.map((review) => policyFilter.ofCall(callId, review));
  if (kept?.holds('REVIEWS') === true) {
    const found = await Promise.all(keys.map(({ callId }) => kept.reviews(callId)));
    return keys.map(({ callId }, index) => {
      const reviews = found[index] ?? null;
      return reviews === null ? null : shown(callId, reviews);
    });
  }
  const calls = keys.map(({ callId, started }) => {
    const startMs = parseInstant(started);
    return { callId, startMs: startMs === null ? null : toMillis(startMs) };
  });
  const ranges = inDayRanges(calls, companyTimeZone, company.clock.now());
  const answers = new Map<string, readonly GongAnsweredScorecard[] | Error>();
  // Many days that are far apart are read as one range, if that takes fewer requests than one for each.
  const [first] = ranges;
  const whole = { from: first?.range.from, to: ranges.at(-1)?.range.to };
  const isDone =
    ranges.length > FEW_RANGES &&
    (await readReviews(dependencies, whole, calls, answers, ranges.length));
  if (!isDone) {
    await Promise.all(
      ranges.map(({ range, calls: wanted }) => readReviews(dependencies, range, wanted, answers)),
    );
  }
  return keys.map(({ callId }) => {
    const answer = answers.get(callId) ?? [];
    return answer instanceof Error ? answer : shown(callId, answer);
  });
}

/**
 * Reads the reviews of a day range for its calls. A failure concerns these calls only.
 *
 * @param mostPages stops after the first page when more pages than these would follow.
 * @returns whether the reviews of the calls were read.
 */
async function readReviews(
  dependencies: Dependencies,
  { from, to }: DayRange,
  calls: readonly { readonly callId: string }[],
  answers: Map<string, readonly GongAnsweredScorecard[] | Error>,
  mostPages = Number.POSITIVE_INFINITY,
): Promise<boolean> {
  const reviewsOf = new Map<string, GongAnsweredScorecard[]>(
    calls.map(({ callId }) => [callId, []]),
  );
  const query = { callFrom: from, callTo: to, reviewMethod: 'BOTH' as const };
  try {
    for await (const { items, total } of walkReviews(dependencies, query)) {
      if ((total ?? 0) > (mostPages + 1) * PAGE_SIZE) return false;
      for (const { item } of items) reviewsOf.get(idOf(item.callId) ?? '')?.push(item);
    }
    for (const [callId, reviews] of reviewsOf) answers.set(callId, reviews);
  } catch (error) {
    for (const callId of reviewsOf.keys()) answers.set(callId, error as Error);
  }
  return true;
}

/** Keeps the reviews of visible calls. The calls of one page are looked up together. */
function visibleReviews(
  { callById, policyFilter }: Dependencies,
  group: readonly ReviewListKey[],
): Filter<GongAnsweredScorecard> {
  const selection = group.map((key) => key.callSelection).reduce(unionSelections, basicSelection);
  return (reviews) =>
    Promise.all(
      reviews.map(async (review) => {
        const callId = referenceId(review.callId);
        // A review that does not name its call could belong to any call.
        const mayBeSeen =
          callId === null
            ? !policyFilter.mayHideCalls
            : await callById.isReferenceVisible(callId, selection);
        return mayBeSeen ? policyFilter.ofCall(callId, review) : null;
      }),
    );
}

function walkReviews(dependencies: Dependencies, query: AnsweredScorecardQuery) {
  return walkPages(reviewPages(dependencies, query), listAnsweredScorecards.brings.idOf, null);
}

function reviewPages(
  { company, operation }: Dependencies,
  query: AnsweredScorecardQuery,
): (cursor: string | null) => Promise<Page<GongAnsweredScorecard>> {
  const read = company.pages(listAnsweredScorecards, operation);
  return (cursor) => read(query, cursor);
}

function asList({ scorecardId, query, ...rest }: ScorecardReviewsKey): ReviewListKey {
  return { ...rest, query: { ...query, scorecardIds: [scorecardId] } };
}

/** Equal for lists that are read together. */
function listKey(query: AnsweredScorecardQuery, after: string | null): string {
  return `${nameOf(listAnsweredScorecards, query)} ${after ?? ''}`;
}
