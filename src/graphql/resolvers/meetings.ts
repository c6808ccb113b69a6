import type { Resolvers } from '../generated/graphql.js';
import { dateTime, flag, text } from '../../gong/coerce.js';
import { integrationStatus } from '../../gong/endpoints/meetings.js';
import { webUrl } from '../../gong/webUrl.js';
import { toNewMeeting } from '../inputs/meetings.js';
import { toUserModel } from './users.js';

export const meetingResolvers: Pick<
  Resolvers,
  'Query' | 'Mutation' | 'Meeting' | 'MeetingInvitee' | 'MeetingIntegrationStatus'
> = {
  Query: {
    meetingIntegrationStatus: async (_parent, { emails }, { loaders }) => {
      const entries = await Promise.all(
        [...new Set(emails.map((email) => email.trim().toLowerCase()))].map((email) =>
          loaders.reads.one(integrationStatus, email),
        ),
      );
      return entries.filter((entry) => entry !== null);
    },
  },
  Mutation: {
    createMeeting: (_parent, { input }, { mutations }) =>
      mutations.meetings.create(toNewMeeting(input)),
    updateMeeting: (_parent, { input: { id, ...plan } }, { mutations }) =>
      mutations.meetings.update(id, toNewMeeting(plan)),
    deleteMeeting: async (_parent, { input: { id, organizerEmail } }, { mutations }) => {
      const { requestId } = await mutations.meetings.delete(id, organizerEmail.trim());
      return { deletedMeetingId: id, requestId };
    },
  },
  Meeting: {
    id: ({ id }) => id,
    url: ({ url }) => url,
    title: ({ plan }) => text(plan.title),
    startsAt: ({ plan }) => dateTime(plan.startTime),
    endsAt: ({ plan }) => dateTime(plan.endTime),
    organizerEmail: ({ plan }) => text(plan.organizerEmail),
    organizer: async ({ plan }, _args, { loaders }) => {
      const [organizer] = await loaders.people.withEmail(plan.organizerEmail);
      return organizer === undefined ? null : toUserModel(organizer);
    },
    invitees: ({ plan }) => [...plan.invitees],
    // Gong sends these itself; they are not the client's input.
    additionalInvitees: ({ additionalInvitees }, _args, { loaders }) =>
      additionalInvitees.map((invitee) => loaders.policyFilter.general(invitee)),
    externalId: ({ plan }) => text(plan.externalId),
    provider: ({ plan }) => text(plan.provider),
  },
  MeetingInvitee: {
    emailAddress: ({ email }) => text(email),
    displayName: ({ displayName }) => text(displayName),
    firstName: ({ firstName }) => text(firstName),
    lastName: ({ lastName }) => text(lastName),
  },
  MeetingIntegrationStatus: {
    emailAddress: ({ email }) => text(email),
    exists: ({ exists }) => flag(exists),
    valid: ({ valid }) => flag(valid),
    userFacingError: ({ userFacingError }) => text(userFacingError),
    fixUrl: ({ fixUrl }) => webUrl(fixUrl) ?? null,
    helpUrl: ({ helpUrl }) => webUrl(helpUrl) ?? null,
  },
};
