import type { Resolvers } from '../generated/graphql.js';

export const quotaResolvers: Pick<Resolvers, 'Query' | 'Quota'> = {
  Query: {
    quota: (_parent, _args, { quota }) => quota(),
  },
  Quota: {
    remainingToday: ({ perDay, usedToday }) => Math.max(0, perDay - usedToday),
    resetsAt: ({ resetsAt }) => new Date(resetsAt).toISOString(),
  },
};
