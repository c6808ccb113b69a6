import type { Resolvers } from '../generated/graphql.js';
import { toContentShared, toContentViewed, toCustomAction } from '../inputs/engagement.js';

export const engagementResolvers: Pick<Resolvers, 'Mutation' | 'EngagementEventPayload'> = {
  Mutation: {
    recordContentView: (_parent, { input }, { actions }) =>
      actions.engagement.contentViewed(toContentViewed(input)),
    recordContentShare: (_parent, { input }, { actions }) =>
      actions.engagement.contentShared(toContentShared(input)),
    recordCustomAction: (_parent, { input }, { actions }) =>
      actions.engagement.customAction(toCustomAction(input)),
  },
  EngagementEventPayload: {
    accepted: () => true,
  },
};
