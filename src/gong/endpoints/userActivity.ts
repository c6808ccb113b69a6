import type { components } from '../generated/types.js';
import { reads, type RecordKind } from './endpoint.js';
import { referenceId, type Lenient } from './wire.js';

/** Days `YYYY-MM-DD` in the company's time zone, from inclusive, to exclusive. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** The users of a list of statistics; if omitted, all that Gong counts something for. */
export interface DaysOfUsers extends Days {
  readonly userIds?: readonly string[] | undefined;
}

/** Days that are counted in buckets of the calendar. */
export interface Periods extends Days {
  readonly period: 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';
}

type Schemas = components['schemas'];
export type GongActivityCounts = Lenient<Schemas['AggregateActivity']>;
export type GongActivityBucket = Lenient<Schemas['AggregateActivityWithDates']>;
export type GongActivityDay = Lenient<Schemas['DailyActivityWithDates']>;

/** What Gong counts of a user, or lists the calls of. */
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
  /** The response says it of all users. */
  readonly timeZone?: unknown;
}
export type PeriodActivityRecord = Lenient<Schemas['UserAggregateByPeriodActivities']>;
export type DailyActivityRecord = Lenient<Schemas['UserDayByDayActivity']>;

/** Statistics of one user. */
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

/** The body of a request for statistics. */
export const daysBody = (
  { from, to, userIds }: Partial<DaysOfUsers>,
  cursor?: string,
): { readonly cursor: string | undefined; readonly filter: object } => ({
  cursor,
  filter: { fromDate: from, toDate: to, userIds },
});

/** The days of a probe: a day or two, which are over in every time zone. */
export const probedDays = (now: string, before: string): Days => ({
  from: dayOf(Date.parse(before) - 2 * DAY_MS),
  to: dayOf(Date.parse(now) - DAY_MS / 2),
});

const DAY_MS = 86_400_000;

function dayOf(millis: number): string {
  return new Date(millis).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** What users did on some days. */
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

/** The same in buckets of the calendar. */
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

/** The same for each day, with the IDs of calls in place of counts. */
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
