import type { Resolvers } from '../generated/graphql.js';
import { flag, text } from './coerce.js';

export const meetingResolvers: Pick<Resolvers, 'Query' | 'MeetingIntegrationStatus'> = {
  Query: {
    meetingIntegrationStatus: async (_parent, { emails }, { loaders }) => {
      const entries = await Promise.all(
        [...new Set(emails.map((email) => email.trim().toLowerCase()))].map((email) =>
          loaders.integrationStatusByEmail.load(email),
        ),
      );
      return entries.filter((entry) => entry !== null);
    },
  },
  MeetingIntegrationStatus: {
    emailAddress: ({ email }) => text(email),
    exists: ({ exists }) => flag(exists),
    valid: ({ valid }) => flag(valid),
    userFacingError: ({ userFacingError }) => text(userFacingError),
    fixUrl: ({ fixUrl }) => text(fixUrl),
    helpUrl: ({ helpUrl }) => text(helpUrl),
  },
};
