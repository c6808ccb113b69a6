import type { Resolvers } from '../generated/graphql.js';
import { idOf, type GongUser } from '../../gong/endpoints/wire.js';
import { DEFAULT_PEOPLE_OR_REVIEWS, distinct, userCallsKey } from './arguments.js';
import { toCallModel } from './calls.js';
import { dateTime, flag, list, part, text, texts } from '../../gong/coerce.js';
import { page } from './connections.js';
import type { UserModel } from './models.js';
import { toNodeId } from '../selection/nodeId.js';
import { userName } from './parties.js';
import { settleInOrder, findUser, userReference } from './references.js';

export const toUserModel = (user: GongUser): UserModel => ({ id: idOf(user.id) ?? '', user });

export const userResolvers: Pick<
  Resolvers,
  'Query' | 'User' | 'SpokenLanguage' | 'ConferencingProvider' | 'UserSettings'
> = {
  Query: {
    user: (_parent, { id }, context, info) => findUser(id, context, info),
    users: (_parent, { filter, first, after }, context, info) => {
      const key = {
        userIds: distinct(filter?.userIds),
        createdFrom: filter?.createdFrom ?? undefined,
        createdTo: filter?.createdTo ?? undefined,
        active: filter?.active ?? undefined,
        includeAvatars: filter?.includeAvatars === true,
        first: first ?? DEFAULT_PEOPLE_OR_REVIEWS,
        after: after ?? null,
      };
      return page(context.loaders.userList(key), toUserModel, context, info);
    },
    usersByIds: (_parent, { ids }, context, info) =>
      settleInOrder(ids, (id) => findUser(id, context, info)),
    searchUsers: async (_parent, { email, phoneNumber }, { loaders }) => {
      const { people } = loaders;
      const found =
        email == null
          ? await people.withPhoneNumber(phoneNumber ?? '')
          : await people.withEmail(email);
      return found.map(toUserModel);
    },
  },
  User: {
    nodeId: ({ id }) => toNodeId('User', id),
    id: ({ id }) => id,
    emailAddress: ({ user }) => text(user?.emailAddress),
    trustedEmailAddress: ({ user }) => text(user?.trustedEmailAddress),
    emailAliases: ({ user }) => (user === null ? null : texts(user.emailAliases)),
    firstName: ({ user }) => text(user?.firstName),
    lastName: ({ user }) => text(user?.lastName),
    name: ({ user }) => userName(user),
    title: ({ user }) => text(user?.title),
    phoneNumber: ({ user }) => text(user?.phoneNumber),
    extension: ({ user }) => text(user?.extension),
    active: ({ user }) => flag(user?.active),
    createdAt: ({ user }) => dateTime(user?.created),
    meetingConsentPageUrl: ({ user }) => text(user?.meetingConsentPageUrl),
    personalMeetingUrls: ({ user }) => (user === null ? null : texts(user.personalMeetingUrls)),
    spokenLanguages: ({ user }) => (user === null ? null : [...list(user.spokenLanguages)]),
    conferencingProviders: ({ user }) =>
      user === null ? null : [...list(user.conferencingProviders)],
    settings: ({ user }) => part(user?.settings),
    manager: ({ user }, _args, context, info) => userReference(user?.managerId, context, info),
    directReports: async ({ id }, _args, { loaders }) =>
      (await loaders.people.reportingTo(id)).map(toUserModel),
    calls: ({ id }, args, context, info) => {
      const key = userCallsKey(id, args, info);
      return page(context.loaders.callsByPrimaryUserId.load(key), toCallModel, context, info);
    },
  },
  SpokenLanguage: {
    language: ({ language }) => text(language),
    primary: ({ primary }) => flag(primary),
  },
  ConferencingProvider: {
    provider: ({ provider }) => text(provider),
    isDefault: ({ isDefault }) => flag(isDefault),
  },
  UserSettings: {
    webConferencesRecorded: (settings) => flag(settings.webConferencesRecorded),
    preventWebConferenceRecording: (settings) => flag(settings.preventWebConferenceRecording),
    telephonyCallsImported: (settings) => flag(settings.telephonyCallsImported),
    emailsImported: (settings) => flag(settings.emailsImported),
    preventEmailImport: (settings) => flag(settings.preventEmailImport),
    nonRecordedMeetingsImported: (settings) => flag(settings.nonRecordedMeetingsImported),
    gongConnectEnabled: (settings) => flag(settings.gongConnectEnabled),
  },
};
