import type { Resolvers } from '../generated/graphql.js';
import { toDigitalInteraction } from '../inputs/digitalInteractions.js';
import { toContentShared, toContentViewed, toCustomAction } from '../inputs/engagement.js';

export const engagementResolvers: Pick<Resolvers, 'Mutation' | 'EngagementEventPayload'> = {
  Mutation: {
    recordContentView: (_parent, { input }, { mutations }) =>
      mutations.engagement.contentViewed(toContentViewed(input)),
    recordContentShare: (_parent, { input }, { mutations }) =>
      mutations.engagement.contentShared(toContentShared(input)),
    recordCustomAction: (_parent, { input }, { mutations }) =>
      mutations.engagement.customAction(toCustomAction(input)),
    recordDigitalInteraction: (_parent, { input }, { mutations }) =>
      mutations.engagement.digitalInteraction(toDigitalInteraction(input)),
  },
  EngagementEventPayload: {
    accepted: () => true,
  },
};
