import type { AnsweredScorecardQuery } from '../../gong/endpoints/answeredScorecards.js';
import {
  basicSelection,
  unionSelections,
  type CallSelection,
} from '../../gong/endpoints/callSelection.js';
import type { ScorecardReviewsKey } from '../../operation/loaders/answeredScorecards.js';
import type { CallOrder, UserCallsKey } from '../../operation/loaders/callLists.js';
import { callSelectionFor, connectionCallSelection } from '../selection/callSelectionFor.js';
import { DEFAULT_CALLS, DEFAULT_PEOPLE_OR_REVIEWS } from '../selection/pageSizes.js';
import {
  itemNodes,
  objectType,
  selectedFields,
  selects,
  type SelectionInfo,
} from '../selection/selectedFields.js';

type Maybe<T> = T | null | undefined;

/** Arguments of `User.calls`. */
export interface UserCallsArguments {
  readonly from?: Maybe<string>;
  readonly to?: Maybe<string>;
  readonly order?: Maybe<CallOrder>;
  readonly first?: Maybe<number>;
  readonly after?: Maybe<string>;
}

/** The members of `AnsweredScorecardFilter`. */
export interface ReviewFilter {
  readonly callFrom?: Maybe<string>;
  readonly callTo?: Maybe<string>;
  readonly reviewFrom?: Maybe<string>;
  readonly reviewTo?: Maybe<string>;
  readonly reviewMethod?: Maybe<'AUTOMATIC' | 'MANUAL' | 'BOTH'>;
  readonly reviewedUserIds?: Maybe<readonly string[]>;
  readonly scorecardIds?: Maybe<readonly string[]>;
}

/** Arguments of `Scorecard.answers` and `Query.answeredScorecards`. */
export interface ReviewsArguments {
  readonly filter?: Maybe<ReviewFilter>;
  readonly first?: Maybe<number>;
  readonly after?: Maybe<string>;
}

const totalCount: ReadonlySet<string> = new Set(['totalCount']);

export { DEFAULT_CALLS, DEFAULT_PEOPLE_OR_REVIEWS };

/** Returns the key of the calls that a user hosted, by the field's arguments. */
export function userCallsKey(
  userId: string,
  args: UserCallsArguments,
  info: SelectionInfo,
): UserCallsKey {
  return {
    userId,
    from: args.from ?? undefined,
    to: args.to ?? undefined,
    order: args.order ?? 'NEWEST_FIRST',
    first: args.first ?? DEFAULT_CALLS,
    after: args.after ?? null,
    selection: connectionCallSelection(info),
    needsTotal: wantsTotal(info),
  };
}

/** Returns whether the count of a connection of calls is selected. */
export function wantsTotal(info: SelectionInfo): boolean {
  return selects(info, 'CallConnection', totalCount);
}

/** Returns the key of a scorecard's reviews; null when the filter excludes the scorecard. */
export function scorecardReviewsKey(
  scorecardId: string,
  { filter, first, after }: ReviewsArguments,
  info: SelectionInfo,
): ScorecardReviewsKey | null {
  if (filter?.scorecardIds?.includes(scorecardId) === false) return null;
  return {
    scorecardId,
    query: { ...reviewQuery(filter), scorecardIds: undefined },
    first: first ?? DEFAULT_PEOPLE_OR_REVIEWS,
    after: after ?? null,
    callSelection: reviewedCallSelection(info),
  };
}

/** Returns the selection of the calls of selected reviews. */
export function reviewedCallSelection(info: SelectionInfo): CallSelection {
  return itemNodes(info, 'AnsweredScorecard')
    .flatMap((nodes) => selectedFields(info, objectType(info, 'AnsweredScorecard'), nodes))
    .filter(({ name }) => name === 'call')
    .map(({ nodes }) => callSelectionFor(info, nodes))
    .reduce(unionSelections, basicSelection);
}

/** Gong's default is MANUAL, which would hide reviews by its AI. */
export function reviewQuery(filter: Maybe<ReviewFilter>): AnsweredScorecardQuery {
  return {
    callFrom: filter?.callFrom ?? undefined,
    callTo: filter?.callTo ?? undefined,
    reviewFrom: filter?.reviewFrom ?? undefined,
    reviewTo: filter?.reviewTo ?? undefined,
    reviewMethod: filter?.reviewMethod ?? 'BOTH',
    reviewedUserIds: distinct(filter?.reviewedUserIds),
    scorecardIds: distinct(filter?.scorecardIds),
  };
}

/** Gong refuses some lists with repeated IDs. */
export function distinct(ids: Maybe<readonly string[]>): readonly string[] | undefined {
  return ids == null ? undefined : [...new Set(ids)];
}
