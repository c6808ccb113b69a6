import type { GraphQLResolveInfo } from 'graphql';
import { dateTime, integer, list, text, texts } from '../../gong/coerce.js';
import {
  activityCounters,
  listMultipleUsersAggregateActivity,
  listMultipleUsersAggregateByPeriod,
  listMultipleUsersDayByDayActivity,
  type Days,
  type GongActivityBucket,
  type GongActivityCounts,
  type GongActivityDay,
  type UserActivityRecord,
} from '../../gong/endpoints/userActivity.js';
import type { ContextValue } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import { DEFAULT_PEOPLE_OR_REVIEWS, distinct } from './arguments.js';
import { page } from './connections.js';
import type { CallModel } from './models.js';
import { callReference, userReference } from './references.js';

export interface UserActivityModel extends Days {
  readonly activity: UserActivityRecord;
}
export type UserActivityBucketModel = GongActivityBucket;
export type UserActivityDayModel = GongActivityDay;

type Counter = (typeof activityCounters)[number];

/** Returns a resolver for each counter. */
function eachCounter<Resolver>(
  resolverOf: (counter: Counter) => Resolver,
): Readonly<Record<Counter, Resolver>> {
  return Object.fromEntries(
    activityCounters.map((counter) => [counter, resolverOf(counter)]),
  ) as unknown as Record<Counter, Resolver>;
}

/** Returns whether anything was counted. For users without activity, Gong sends zeros or nothing. */
function isActive(counts: GongActivityCounts | null | undefined): boolean {
  return activityCounters.some((counter) => (integer(counts?.[counter]) ?? 0) > 0);
}

/** Returns the visible calls of a list. */
async function callsIn(
  ids: unknown,
  context: ContextValue,
  info: GraphQLResolveInfo,
): Promise<CallModel[]> {
  const listed: readonly unknown[] = Array.isArray(ids) ? ids : [];
  const calls = await Promise.all(listed.map((id) => callReference(id, null, context, info)));
  return calls.filter((call) => call !== null);
}

export const userActivityResolvers: Pick<
  Resolvers,
  'Query' | 'User' | 'UserActivity' | 'UserActivityBucket' | 'UserActivityDay'
> = {
  Query: {
    userActivity: (_parent, { filter, first, after }, context, info) => {
      const { from, to, userIds } = filter;
      const query = { from, to, userIds: distinct(userIds) };
      const part = { first: first ?? DEFAULT_PEOPLE_OR_REVIEWS, after: after ?? null };
      const reading = context.loaders.reads.list(listMultipleUsersAggregateActivity, query, part);
      return page(reading, (activity) => ({ activity, from, to }), context, info);
    },
  },
  User: {
    activity: async ({ id }, days, { loaders }) => {
      const activity = await loaders.reads.one(listMultipleUsersAggregateActivity, id, days);
      if (activity === null || !isActive(activity.userAggregateActivityStats)) return null;
      return { activity, ...days };
    },
    activityByPeriod: async ({ id }, periods, { loaders }) => {
      const activity = await loaders.reads.one(listMultipleUsersAggregateByPeriod, id, periods);
      const buckets = list(activity?.userAggregateActivity);
      return buckets.some(isActive) ? [...buckets] : null;
    },
    activityByDay: async ({ id }, days, { loaders }) => {
      const activity = await loaders.reads.one(listMultipleUsersDayByDayActivity, id, days);
      const parts = list(activity?.userDailyActivityStats);
      const hasCalls = parts.some((part) =>
        activityCounters.some((counter) => texts(part[counter]).length > 0),
      );
      return hasCalls ? [...parts] : null;
    },
  },
  UserActivity: {
    user: ({ activity }, _args, context, info) => userReference(activity.userId, context, info),
    timeZone: ({ activity }) => text(activity.timeZone),
    ...eachCounter(
      (counter) =>
        ({ activity }: UserActivityModel) =>
          integer(activity.userAggregateActivityStats?.[counter]),
    ),
  },
  UserActivityBucket: {
    from: ({ fromDate }) => dateTime(fromDate),
    to: ({ toDate }) => dateTime(toDate),
    ...eachCounter((counter) => (counts: GongActivityBucket) => integer(counts[counter])),
  },
  UserActivityDay: {
    from: ({ fromDate }) => dateTime(fromDate),
    to: ({ toDate }) => dateTime(toDate),
    ...eachCounter(
      (counter) =>
        (calls: GongActivityDay, _args: object, context: ContextValue, info: GraphQLResolveInfo) =>
          callsIn(calls[counter], context, info),
    ),
  },
};
