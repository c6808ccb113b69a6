import type { GongReader } from '../client.js';
import { readPage, readRecords, type GongAnsweredScorecard, type Page } from './wire.js';

/** Which reviews. Days are `YYYY-MM-DD` in the company's time zone, from inclusive, to exclusive. */
export interface AnsweredScorecardQuery {
  readonly callFrom?: string | undefined;
  readonly callTo?: string | undefined;
  readonly reviewFrom?: string | undefined;
  readonly reviewTo?: string | undefined;
  readonly reviewMethod: 'AUTOMATIC' | 'MANUAL' | 'BOTH';
  readonly reviewedUserIds?: readonly string[] | undefined;
  readonly scorecardIds?: readonly string[] | undefined;
}

/**
 * A page of filled-in scorecards, in no documented order.
 * Gong: `POST /v2/stats/activity/scorecards`, scope `api:stats:scorecards`.
 *
 * @throws GongError
 */
export function listAnsweredScorecards<C>(
  reader: GongReader<C>,
  query: AnsweredScorecardQuery,
  cursor: string | null,
  caller: C,
): Promise<Page<GongAnsweredScorecard>> {
  return readRecords(
    reader,
    {
      operation: 'listAnsweredScorecards',
      body: {
        cursor: cursor ?? undefined,
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
    },
    (body) => readPage('listAnsweredScorecards', body),
    caller,
  );
}
