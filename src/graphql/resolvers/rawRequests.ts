import type { Resolvers } from '../generated/graphql.js';

export const rawRequestResolvers: Pick<Resolvers, 'Mutation'> = {
  Mutation: {
    gongRequest: (_parent, { input }, { actions }) => actions.sendRaw(input),
  },
};
