import { list, text } from '../../gong/coerce.js';
import type { Days } from '../../gong/endpoints/userActivity.js';
import {
  listInteractionStats,
  type UserInteractionRecord,
} from '../../gong/endpoints/userInteraction.js';
import type { Resolvers } from '../generated/graphql.js';
import { statNamed, statNames, statsBeside } from './interactionStats.js';

export interface UserInteractionModel extends Days {
  readonly interaction: UserInteractionRecord;
}

const stat =
  (field: keyof typeof statNames) =>
  ({ interaction }: UserInteractionModel): number | null =>
    statNamed(interaction.personInteractionStats, statNames[field]);

export const userInteractionResolvers: Pick<Resolvers, 'User' | 'UserInteraction'> = {
  User: {
    interaction: async ({ id }, days, { loaders }) => {
      const interaction = await loaders.reads.one(listInteractionStats, id, days);
      if (interaction === null || list(interaction.personInteractionStats).length === 0)
        return null;
      return { interaction, ...days };
    },
  },
  UserInteraction: {
    timeZone: ({ interaction }) => text(interaction.timeZone),
    longestMonologueSeconds: stat('longestMonologueSeconds'),
    longestCustomerStorySeconds: stat('longestCustomerStorySeconds'),
    interactivity: stat('interactivity'),
    patienceSeconds: stat('patienceSeconds'),
    questionRate: stat('questionRate'),
    talkRatio: stat('talkRatio'),
    other: ({ interaction }) =>
      statsBeside(interaction.personInteractionStats, Object.values(statNames)),
  },
};
