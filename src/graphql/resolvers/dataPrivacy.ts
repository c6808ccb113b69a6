import { dateTime, list, text, texts } from '../../gong/coerce.js';
import type { components } from '../../gong/generated/types.js';
import { idOf, referenceId, type Lenient } from '../../gong/endpoints/wire.js';
import type { FoundDataSubject } from '../../operation/loaders/dataSubjects.js';
import type { Resolvers } from '../generated/graphql.js';
import { toDataSubject } from '../inputs/dataPrivacy.js';
import { callSelectionWithin } from '../selection/callSelectionFor.js';
import { crmFields } from './parties.js';
import { callReference } from './references.js';

type Wire<Name extends keyof components['schemas']> = Lenient<components['schemas'][Name]>;

export type DataSubjectModel = FoundDataSubject;
export type DataSubjectCallModel = {
  readonly callId: string;
  readonly found: Wire<'CallReference'>;
};
export type ExternalRecordModel = {
  readonly system: string | null;
  readonly object: Wire<'ExternalSystemObject'>;
};
export type DataSubjectEmailModel = Wire<'EmailMessage'>;
export type CustomerDataModel = Wire<'CustomerData'>;
export type CustomerDataObjectModel = Wire<'CustomerDataObject'>;
export type CustomerEngagementModel = Wire<'CustomerEngagement'>;

type DataPrivacyTypes =
  | 'Query'
  | 'Mutation'
  | 'DataSubject'
  | 'DataSubjectCall'
  | 'ExternalRecord'
  | 'DataSubjectEmail'
  | 'CustomerData'
  | 'CustomerDataObject'
  | 'CustomerEngagement';

export const dataPrivacyResolvers: Pick<Resolvers, DataPrivacyTypes> = {
  Query: {
    dataSubject: (_parent, args, { loaders }) => loaders.dataSubject(toDataSubject(args)),
  },
  Mutation: {
    eraseDataSubject: async (_parent, { input }, { mutations, now }) => {
      const requestId = await mutations.eraseDataSubject(toDataSubject(input), input.confirmation);
      return { requestId, acceptedAt: new Date(now()).toISOString() };
    },
  },
  DataSubject: {
    confirmation: ({ confirmation }) => confirmation,
    calls: async ({ references }, _args, { loaders: { callById } }, info) => {
      const calls = list(references.calls).flatMap((found) => {
        const callId = referenceId(found.id);
        return callId === null ? [] : { callId, found };
      });
      // The calls are read with their selected fields, so that each is read once.
      const selection = callSelectionWithin(info, 'DataSubjectCall');
      const areVisible = await Promise.all(
        calls.map(({ callId }) => callById.isReferenceVisible(callId, selection)),
      );
      return calls.filter((_, index) => areVisible[index]);
    },
    emails: ({ references }) => list(references.emails),
    meetings: ({ references }) =>
      list(references.meetings).flatMap((meeting) => {
        const id = idOf(meeting.id);
        return id === null ? [] : { id };
      }),
    customerData: ({ references }) => list(references.customerData),
    engagement: ({ by, references }) =>
      by === 'email' ? list(references.customerEngagement) : null,
    matchingPhoneNumbers: ({ by, references }) =>
      by === 'email' ? null : texts(references.matchingPhoneNumbers),
    emailAddresses: ({ by, references }) =>
      by === 'email' ? null : texts(references.emailAddresses),
  },
  DataSubjectCall: {
    callId: ({ callId }) => callId,
    status: ({ found }) => text(found.status),
    externalRecords: ({ found }) =>
      list(found.externalSystems).flatMap(({ system, objects }) =>
        list(objects).map((object) => ({ system: text(system), object })),
      ),
    call: ({ callId }, _args, context, info) => callReference(callId, null, context, info),
  },
  ExternalRecord: {
    system: ({ system }) => system,
    type: ({ object }) => text(object.objectType),
    id: ({ object }) => text(object.externalId),
  },
  DataSubjectEmail: {
    id: ({ id }) => text(id),
    from: ({ from }) => text(from),
    sentAt: ({ sentTime }) => dateTime(sentTime),
    mailbox: ({ mailbox }) => text(mailbox),
    messageHash: ({ messageHash }) => text(messageHash),
  },
  CustomerData: {
    system: ({ system }) => text(system),
    objects: ({ objects }) => list(objects),
  },
  CustomerDataObject: {
    id: ({ id }) => idOf(id),
    type: ({ objectType }) => text(objectType),
    externalId: ({ externalId }) => text(externalId),
    fields: ({ fields }) => crmFields(fields),
  },
  CustomerEngagement: {
    eventType: ({ eventType }) => text(eventType),
    eventName: ({ eventName }) => text(eventName),
    at: ({ timestamp }) => dateTime(timestamp),
    contentId: ({ contentId }) => text(contentId),
    contentUrl: ({ contentUrl }) => text(contentUrl),
    reportingSystem: ({ reportingSystem }) => text(reportingSystem),
    sourceEventId: ({ sourceEventId }) => text(sourceEventId),
  },
};
