import type { AnsweredScorecard, Company } from '../company/types.js';
import { badRequest, notFound, TEXTS } from '../errors.js';
import { localDay, toMicros } from '../instants.js';
import type { JsonObject } from '../json.js';
import { ok, type Handler } from './types.js';

/** Days are `YYYY-MM-DD` in the company's zone, the end exclusive. */
interface ReviewFilter {
  callFromDate?: string;
  callToDate?: string;
  reviewFromDate?: string;
  reviewToDate?: string;
  reviewMethod?: 'AUTOMATIC' | 'MANUAL' | 'BOTH';
  reviewedUserIds?: readonly string[];
  scorecardIds?: readonly string[];
}

/** `POST /v2/stats/activity/scorecards`: reviews, in no promised order, with ids as bare numbers. */
export const listAnsweredScorecards: Handler = ({ company, body, paginate }) => {
  const filter = body['filter'] as ReviewFilter;
  checkOrder(filter, 'callFromDate', 'callToDate');
  checkOrder(filter, 'reviewFromDate', 'reviewToDate');
  const found = company.answeredScorecards.filter((review) => fits(review, filter, company));
  if (found.length === 0) throw notFound(TEXTS.noAnsweredScorecards);
  const { items, records } = paginate(found);
  return ok({ records, answeredScorecards: items.map(withBareIds) });
};

/** The same day twice is an empty range and thus a 404; only the reverse order is a mistake. */
const checkOrder = (
  filter: ReviewFilter,
  from: 'callFromDate' | 'reviewFromDate',
  to: 'callToDate' | 'reviewToDate',
): void => {
  if ((filter[from] ?? '') > (filter[to] ?? '9')) {
    throw badRequest(`filter.${from}: must not be after filter.${to}`);
  }
};

const fits = (review: AnsweredScorecard, filter: ReviewFilter, { timeZone }: Company): boolean => {
  const { reviewMethod = 'MANUAL', reviewedUserIds, scorecardIds } = filter;
  if (reviewMethod !== 'BOTH' && reviewMethod !== review.reviewMethod) return false;
  if (reviewedUserIds && !reviewedUserIds.includes(review.reviewedUserId)) return false;
  if (scorecardIds && !scorecardIds.includes(review.scorecardId)) return false;
  return (
    isWithin(timeZone, review.callStartTime, filter.callFromDate, filter.callToDate) &&
    isWithin(timeZone, review.reviewTime, filter.reviewFromDate, filter.reviewToDate)
  );
};

const isWithin = (
  timeZone: string,
  time: string,
  from: string | undefined,
  to: string | undefined,
): boolean => {
  if (from === undefined && to === undefined) return true;
  const day = localDay(timeZone, toMicros(time) / 1000);
  return (from === undefined || from <= day) && (to === undefined || day < to);
};

/** This operation alone sends its ids as JSON numbers, digits beyond 2^53 and all. */
const withBareIds = (review: AnsweredScorecard): JsonObject => ({
  ...review,
  answeredScorecardId: bare(review.answeredScorecardId),
  scorecardId: bare(review.scorecardId),
  callId: bare(review.callId),
  reviewedUserId: bare(review.reviewedUserId),
  reviewerUserId: bare(review.reviewerUserId),
  editorUserId: bare(review.editorUserId),
  answers: review.answers.map((answer) => ({
    ...answer,
    questionId: bare(answer.questionId),
    questionRevisionId: bare(answer.questionRevisionId),
  })),
});

const bare = (id: string | null): bigint | null => (id === null ? null : BigInt(id));
