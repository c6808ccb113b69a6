import { integer, text } from '../../gong/coerce.js';
import {
  listMultipleUsersAggregateActivity,
  type Days,
  type UserActivityRecord,
} from '../../gong/endpoints/userActivity.js';
import type { Resolvers } from '../generated/graphql.js';

export interface UserActivityModel extends Days {
  readonly activity: UserActivityRecord;
}

type Counter = keyof NonNullable<UserActivityRecord['userAggregateActivityStats']>;

const counter =
  (name: Counter) =>
  ({ activity }: UserActivityModel): number | null =>
    integer(activity.userAggregateActivityStats?.[name]);

export const userActivityResolvers: Pick<Resolvers, 'User' | 'UserActivity'> = {
  User: {
    activity: async ({ id }, { from, to }, { loaders }) => {
      const activity = await loaders.reads.one(listMultipleUsersAggregateActivity, id, {
        from,
        to,
      });
      return activity?.userAggregateActivityStats == null ? null : { activity, from, to };
    },
  },
  UserActivity: {
    timeZone: ({ activity }) => text(activity.timeZone),
    callsAsHost: counter('callsAsHost'),
    callsAttended: counter('callsAttended'),
    callsGaveFeedback: counter('callsGaveFeedback'),
    callsRequestedFeedback: counter('callsRequestedFeedback'),
    callsReceivedFeedback: counter('callsReceivedFeedback'),
    ownCallsListenedTo: counter('ownCallsListenedTo'),
    othersCallsListenedTo: counter('othersCallsListenedTo'),
    callsSharedInternally: counter('callsSharedInternally'),
    callsSharedExternally: counter('callsSharedExternally'),
    callsScorecardsFilled: counter('callsScorecardsFilled'),
    callsScorecardsReceived: counter('callsScorecardsReceived'),
    callsCommentsGiven: counter('callsCommentsGiven'),
    callsCommentsReceived: counter('callsCommentsReceived'),
    callsMarkedAsFeedbackGiven: counter('callsMarkedAsFeedbackGiven'),
    callsMarkedAsFeedbackReceived: counter('callsMarkedAsFeedbackReceived'),
  },
};
