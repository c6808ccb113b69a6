import { reads, type RecordKind } from './endpoint.js';
import { idOf, referenceId, type GongAnsweredScorecard } from './wire.js';

/** A filter of reviews. Days are `YYYY-MM-DD` in the company's time zone; `to` is exclusive. */
export interface AnsweredScorecardQuery {
  readonly callFrom?: string | undefined;
  readonly callTo?: string | undefined;
  readonly reviewFrom?: string | undefined;
  readonly reviewTo?: string | undefined;
  readonly reviewMethod: 'AUTOMATIC' | 'MANUAL' | 'BOTH';
  readonly reviewedUserIds?: readonly string[] | undefined;
  readonly scorecardIds?: readonly string[] | undefined;
}

export const answeredScorecards: RecordKind<GongAnsweredScorecard> = {
  name: 'answeredScorecard',
  group: 'reviews',
  idOf: ({ answeredScorecardId }) => referenceId(answeredScorecardId),
  serves: 'briefly',
  reveals: { callOf: ({ callId }) => idOf(callId), unlisted: 'named' },
};

const filtered = (query: AnsweredScorecardQuery, cursor?: string) => ({
  body: {
    cursor,
    filter: {
      callFromDate: query.callFrom,
      callToDate: query.callTo,
      reviewFromDate: query.reviewFrom,
      reviewToDate: query.reviewTo,
      reviewMethod: query.reviewMethod,
      reviewedUserIds: query.reviewedUserIds,
      scorecardIds: query.scorecardIds,
    },
  },
});

/** Completed scorecards, in no documented order. */
export const listAnsweredScorecards = reads('listAnsweredScorecards', answeredScorecards, {
  member: 'answeredScorecards',
  nothing: 'No answered scorecards found corresponding to the provided filters.',
  paged: {
    ask: (query: AnsweredScorecardQuery, _selection, cursor) => filtered(query, cursor),
    ids: ['scorecardIds', 'reviewedUserIds'],
    // Without it, Gong lists manual reviews only.
    required: ['reviewMethod'],
    name: ['answeredScorecards', normalizedFilter],
    // 5 a day, for two years.
    readThrough: ({ days }) => 5 * Math.min(730, days ?? 730),
  },
  probe: (now, minuteAgo) =>
    filtered({
      reviewFrom: dayOf(minuteAgo),
      reviewTo: dayOf(now),
      reviewMethod: 'BOTH',
    }),
});

function normalizedFilter(query: AnsweredScorecardQuery): unknown {
  const { callFrom, callTo, reviewFrom, reviewTo, reviewMethod } = query;
  return [
    [callFrom, callTo, reviewFrom, reviewTo, reviewMethod].map((member) => member ?? null),
    query.reviewedUserIds === undefined ? null : [...query.reviewedUserIds].sort(),
    query.scorecardIds === undefined ? null : [...query.scorecardIds].sort(),
    // All earlier cursors contain it.
    null,
  ];
}

function dayOf(instant: string): string {
  return instant.slice(0, 'YYYY-MM-DD'.length);
}
