import type { Resolvers } from '../generated/graphql.js';

export const quotaResolvers: Pick<Resolvers, 'Query' | 'Quota'> = {
  Query: {
    quota: (_parent, _args, { quota }) => quota(),
  },
  Quota: {
    remainingToday: ({ perDay, usedToday }) => Math.max(0, perDay - usedToday),
    clientRequestsToday: async (_quota, _args, { clientBudget }) => {
      await clientBudget?.refresh();
      return clientBudget?.usedToday ?? 0;
    },
    clientRequestsPerDay: (_quota, _args, { clientBudget }) => clientBudget?.perDay ?? null,
    resetsAt: ({ resetsAt }) => new Date(resetsAt).toISOString(),
  },
};
