import type { components } from '../generated/types.js';
import { reads, type RecordKind } from './endpoint.js';
import { referenceId, type Lenient } from './wire.js';

/** Days `YYYY-MM-DD` in the company's time zone; `to` is exclusive. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** A filter of statistics by users; if omitted, all users for whom Gong has statistics. */
export interface DaysOfUsers extends Days {
  readonly userIds?: readonly string[] | undefined;
}

/** Days in calendar periods. */
export interface Periods extends Days {
  readonly period: 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';
}

type Schemas = components['schemas'];
export type GongActivityCounts = Lenient<Schemas['AggregateActivity']>;
export type GongActivityBucket = Lenient<Schemas['AggregateActivityWithDates']>;
export type GongActivityDay = Lenient<Schemas['DailyActivityWithDates']>;

/** The activities that Gong counts for a user, or whose calls it lists. */
export const activityCounters = [
  'callsAsHost',
  'callsAttended',
  'callsGaveFeedback',
  'callsRequestedFeedback',
  'callsReceivedFeedback',
  'ownCallsListenedTo',
  'othersCallsListenedTo',
  'callsSharedInternally',
  'callsSharedExternally',
  'callsScorecardsFilled',
  'callsScorecardsReceived',
  'callsCommentsGiven',
  'callsCommentsReceived',
  'callsMarkedAsFeedbackGiven',
  'callsMarkedAsFeedbackReceived',
] as const satisfies readonly (keyof GongActivityCounts)[];

export interface UserActivityRecord extends Lenient<Schemas['UserActivity']> {
  /** The response contains it once for all users. */
  readonly timeZone?: unknown;
}
export type PeriodActivityRecord = Lenient<Schemas['UserAggregateByPeriodActivities']>;
export type DailyActivityRecord = Lenient<Schemas['UserDayByDayActivity']>;

/** Returns the statistics of one user. */
function statisticsOf<Item extends { readonly userId?: unknown }>(
  name: string,
): Pick<RecordKind<Item>, 'name' | 'group' | 'idOf' | 'serves'> {
  return { name, group: 'users', idOf: ({ userId }) => referenceId(userId), serves: 'briefly' };
}

export const userActivities: RecordKind<UserActivityRecord> = {
  ...statisticsOf('userActivity'),
  reveals: 'nothing',
};

export const periodActivities: RecordKind<PeriodActivityRecord> = {
  ...statisticsOf('activityByPeriod'),
  reveals: 'nothing',
};

export const dailyActivities: RecordKind<DailyActivityRecord> = {
  ...statisticsOf('activityByDay'),
  reveals: 'callIds',
};

/** Returns the body of a request for statistics. */
export const daysBody = (
  { from, to, userIds }: Partial<DaysOfUsers>,
  cursor?: string,
): { readonly cursor: string | undefined; readonly filter: object } => ({
  cursor,
  filter: { fromDate: from, toDate: to, userIds },
});

/** Returns the days of a probe: one or two that are over in every time zone. */
export const probedDays = (now: string, before: string): Days => ({
  from: dayOf(Date.parse(before) - 2 * DAY_MS),
  to: dayOf(Date.parse(now) - DAY_MS / 2),
});

const DAY_MS = 86_400_000;

function dayOf(millis: number): string {
  return new Date(millis).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** Reads what users did in a range of days. */
export const listMultipleUsersAggregateActivity = reads(
  'listMultipleUsersAggregateActivity',
  userActivities,
  {
    member: 'usersAggregateActivityStats',
    toItem: (raw, _selection, _key, { timeZone }): UserActivityRecord => ({ ...raw, timeZone }),
    byKey: {
      max: 100,
      ask: (userIds, _selection, cursor, days?: DaysOfUsers) => ({
        body: daysBody({ ...days, userIds }, cursor),
      }),
    },
    paged: {
      ask: (query: DaysOfUsers, _selection, cursor) => ({ body: daysBody(query, cursor) }),
      ids: ['userIds'],
      name: [
        'userActivity',
        ({ from, to, userIds }) => [from, to, userIds === undefined ? null : [...userIds].sort()],
      ],
      readThrough: ({ users }) => users,
    },
    probe: (now, minuteAgo) => ({ body: daysBody(probedDays(now, minuteAgo)) }),
  },
);

/** Reads the same in calendar periods. */
export const listMultipleUsersAggregateByPeriod = reads(
  'listMultipleUsersAggregateByPeriod',
  periodActivities,
  {
    member: 'usersAggregateActivity',
    byKey: {
      max: 100,
      ask: (userIds, _selection, cursor, periods?: Periods) => ({
        body: { ...daysBody({ ...periods, userIds }, cursor), aggregationPeriod: periods?.period },
      }),
    },
    probe: (now, minuteAgo) => ({
      body: { ...daysBody(probedDays(now, minuteAgo)), aggregationPeriod: 'DAY' },
    }),
  },
);

/** Reads the same for each day, with the IDs of calls instead of counts. */
export const listMultipleUsersDayByDayActivity = reads(
  'listMultipleUsersDayByDayActivity',
  dailyActivities,
  {
    member: 'usersDetailedActivities',
    byKey: {
      max: 100,
      ask: (userIds, _selection, cursor, days?: Days) => ({
        body: daysBody({ ...days, userIds }, cursor),
      }),
    },
    probe: (now, minuteAgo) => ({ body: daysBody(probedDays(now, minuteAgo)) }),
  },
);
