import { notFound } from '../errors.js';
import { formatInstant } from '../instants.js';
import { ok, type Handler, type OperationRequest } from './types.js';
import { daysBetween, midnightOf, statsWindow, type StatsWindow } from './userStats.js';

/** What Gong counts of users, each by the calls that it happened with. */
const COUNTERS = [
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
] as const;
type Counter = (typeof COUNTERS)[number];

/** Counters that every nth of the calls of a host is in, by its ID. */
const HOSTED: readonly (readonly [Counter, number])[] = [
  ['callsAsHost', 1],
  ['callsRequestedFeedback', 10],
  ['ownCallsListenedTo', 3],
  ['callsSharedInternally', 5],
  ['callsSharedExternally', 8],
];
const GIVEN: readonly Counter[] = [
  'callsGaveFeedback',
  'othersCallsListenedTo',
  'callsScorecardsFilled',
  'callsCommentsGiven',
  'callsMarkedAsFeedbackGiven',
];
const RECEIVED: readonly Counter[] = [
  'callsReceivedFeedback',
  'callsScorecardsReceived',
  'callsCommentsReceived',
  'callsMarkedAsFeedbackReceived',
];

interface Act {
  readonly counter: Counter;
  readonly day: string;
  readonly callId: string;
}

/** `POST /v2/stats/activity/aggregate`: what can be counted of the company's calls and reviews. */
export const listMultipleUsersAggregateActivity: Handler = (request) => {
  const { company, paginate } = request;
  const window = statsWindow(request);
  const { items, records } = paginate(activeUsers(request, window));
  const usersAggregateActivityStats = items.map(({ acts, ...user }) => ({
    ...user,
    userAggregateActivityStats: byCounter(acts, (calls) => calls.length),
  }));
  return ok({
    records,
    usersAggregateActivityStats,
    fromDateTime: midnight(request, window.fromDate),
    toDateTime: midnight(request, window.toDate),
    timeZone: company.timeZone,
  });
};

/** `POST /v2/stats/activity/aggregate-by-period`: a call counts once for each day on which something was done with it. */
export const listMultipleUsersAggregateByPeriod: Handler = (request) => {
  const window = statsWindow(request);
  const buckets = bucketsOf(window, String(request.body['aggregationPeriod']));
  const { items, records } = request.paginate(activeUsers(request, window));
  const usersAggregateActivity = items.map(({ acts, ...user }) => ({
    ...user,
    userAggregateActivity: buckets.map((days) => {
      const counts = days.map((day) => byCounter(actsOn(acts, day), (calls) => calls.length));
      const sum = (counter: Counter) => counts.reduce((total, each) => total + each[counter], 0);
      return {
        ...Object.fromEntries(COUNTERS.map((counter) => [counter, sum(counter)])),
        ...bounds(request, days),
      };
    }),
  }));
  return ok({ records, usersAggregateActivity });
};

/** `POST /v2/stats/activity/day-by-day`: lists of call IDs instead of counts, for each day with any. */
export const listMultipleUsersDayByDayActivity: Handler = (request) => {
  const window = statsWindow(request);
  const { items, records } = request.paginate(activeUsers(request, window));
  const usersDetailedActivities = items.map(({ acts, ...user }) => ({
    ...user,
    userDailyActivityStats: daysBetween(window).flatMap((day) => {
      const onDay = actsOn(acts, day);
      if (onDay.length === 0) return [];
      return [{ ...byCounter(onDay, (calls) => calls), ...bounds(request, [day]) }];
    }),
  }));
  return ok({ records, usersDetailedActivities });
};

/** Users with what they did. Those who did nothing are left out, unless the filter names them. */
const activeUsers = (request: OperationRequest, window: StatsWindow) => {
  const { userIds, users } = window;
  const acts = actsByUser(request, window);
  const wanted = users.flatMap(({ id, emailAddress }) => {
    const own = acts.get(id) ?? [];
    if (own.length === 0 && userIds === undefined) return [];
    return [{ userId: id, userEmailAddress: emailAddress, acts: own }];
  });
  if (wanted.every((user) => user.acts.length === 0)) {
    throw notFound('No users were found corresponding to the provided filters');
  }
  return wanted;
};

const actsByUser = ({ company }: OperationRequest, { dayOf }: StatsWindow) => {
  const acts = new Map<string, Act[]>();
  const add = (userId: string | null | undefined, act: Act): void => {
    if (userId == null) return;
    const own = acts.get(userId) ?? [];
    own.push(act);
    acts.set(userId, own);
  };
  for (const { metaData, parties } of company.calls) {
    const day = dayOf(metaData.started);
    if (day === null) continue;
    const { id: callId, primaryUserId } = metaData;
    for (const [counter, every] of HOSTED) {
      if (Number(callId.slice(-3)) % every === 0) add(primaryUserId, { counter, day, callId });
    }
    for (const { userId } of parties ?? []) {
      if (userId !== primaryUserId) add(userId, { counter: 'callsAttended', day, callId });
    }
  }
  for (const { callId, reviewTime, reviewerUserId, reviewedUserId } of company.answeredScorecards) {
    const day = dayOf(reviewTime);
    if (day === null) continue;
    for (const counter of GIVEN) add(reviewerUserId, { counter, day, callId });
    for (const counter of RECEIVED) add(reviewedUserId, { counter, day, callId });
  }
  return acts;
};

const actsOn = (acts: readonly Act[], day: string) => acts.filter((act) => act.day === day);

const byCounter = <T>(acts: readonly Act[], toValue: (calls: string[]) => T) => {
  const callsOf = (counter: Counter) =>
    new Set(acts.flatMap((act) => (act.counter === counter ? act.callId : [])));
  return Object.fromEntries(
    COUNTERS.map((counter) => [counter, toValue([...callsOf(counter)])]),
  ) as Record<Counter, T>;
};

/** The days of each bucket of the calendar, as far as they are in the window. */
const bucketsOf = (window: StatsWindow, period: string): readonly (readonly string[])[] => {
  const buckets = new Map<string, string[]>();
  for (const day of daysBetween(window)) {
    const key = bucketOf(day, period);
    buckets.set(key, [...(buckets.get(key) ?? []), day]);
  }
  return [...buckets.values()];
};

const bucketOf = (day: string, period: string): string => {
  const date = new Date(`${day}T00:00:00Z`);
  switch (period) {
    case 'WEEK':
      // Weeks begin on Monday.
      date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
      return date.toISOString();
    case 'MONTH':
      return day.slice(0, 7);
    case 'QUARTER':
      return `${day.slice(0, 4)} ${Math.floor(date.getUTCMonth() / 3)}`;
    case 'YEAR':
      return day.slice(0, 4);
    default:
      return day;
  }
};

const bounds = (request: OperationRequest, days: readonly string[]) => {
  const end = new Date(`${days.at(-1) ?? ''}T00:00:00Z`);
  end.setUTCDate(end.getUTCDate() + 1);
  return {
    fromDate: midnight(request, days[0] ?? ''),
    toDate: midnight(request, end.toISOString().slice(0, 10)),
  };
};

const midnight = ({ company }: OperationRequest, day: string): string => {
  const { millis, offsetMinutes } = midnightOf(day, company.timeZone);
  return formatInstant(millis * 1000, offsetMinutes, 'seconds');
};
