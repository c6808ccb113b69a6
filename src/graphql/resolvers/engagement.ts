import type { Resolvers } from '../generated/graphql.js';

export const engagementResolvers: Pick<Resolvers, 'Mutation' | 'EngagementEventPayload'> = {
  Mutation: {
    recordContentView: (_parent, { input }, { actions }) => actions.engagement.contentViewed(input),
    recordContentShare: (_parent, { input }, { actions }) =>
      actions.engagement.contentShared(input),
    recordCustomAction: (_parent, { input }, { actions }) => actions.engagement.customAction(input),
  },
  EngagementEventPayload: {
    accepted: () => true,
  },
};
