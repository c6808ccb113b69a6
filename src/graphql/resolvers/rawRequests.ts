import type { Resolvers } from '../generated/graphql.js';

export const rawRequestResolvers: Pick<Resolvers, 'Mutation'> = {
  Mutation: {
    gongRequest: (_parent, { input }, { mutations }) => mutations.sendRaw(input),
  },
};
