import type { Call, CallMetaData, Company, Engage, User } from './types.js';

/** A company without any data, to be filled by hand. */
export const blankCompany = (): Company => ({
  timeZone: 'America/New_York',
  workspaces: [],
  users: [],
  avatars: [],
  calls: [],
  folders: [],
  keywordTrackers: [],
  scorecards: [],
  answeredScorecards: [],
  permissionProfiles: [],
  callAccess: [],
  dialerOutcomes: [],
  registeredCalls: [],
  meetings: [],
  crm: { integration: null, schema: {}, objects: {}, requests: [] },
  engage: blankEngage(),
  reportedEvents: new Set(),
});

/** Engage without any data. */
export const blankEngage = (): Engage => ({
  flows: [],
  folders: [],
  prospects: [],
  instances: [],
  bulkJobs: [],
  tasks: [],
});

/** An unremarkable user, with the members given in place of its own. */
export const plainUser = (members: Partial<User> & Pick<User, 'id'>): User => ({
  emailAddress: `user${members.id}@lumenta.example`,
  created: '2024-01-01T00:00:00Z',
  active: true,
  emailAliases: [],
  trustedEmailAddress: null,
  firstName: 'Alex',
  lastName: 'Doe',
  title: null,
  phoneNumber: null,
  extension: null,
  personalMeetingUrls: [],
  settings: {
    webConferencesRecorded: true,
    preventWebConferenceRecording: false,
    telephonyCallsImported: true,
    emailsImported: true,
    preventEmailImport: false,
    nonRecordedMeetingsImported: false,
    gongConnectEnabled: false,
  },
  managerId: null,
  meetingConsentPageUrl: null,
  conferencingProviders: null,
  spokenLanguages: [],
  ...members,
});

/** An unremarkable half-hour call without any block, with the members given in place of its own. */
export const plainCall = (
  metaData: Partial<CallMetaData> & Pick<CallMetaData, 'id' | 'started'>,
  blocks: Omit<Call, 'metaData'> = {},
): Call => ({
  metaData: {
    url: `https://us-00000.app.gong.example/call?id=${metaData.id}`,
    title: `Call ${metaData.id}`,
    scheduled: null,
    duration: 1800,
    primaryUserId: null,
    direction: 'Conference',
    system: 'Zoom',
    scope: 'External',
    media: 'Video',
    language: 'eng',
    workspaceId: '1',
    sdrDisposition: null,
    clientUniqueId: null,
    customData: null,
    purpose: null,
    meetingUrl: null,
    isPrivate: false,
    calendarEventId: null,
    ...metaData,
  },
  ...blocks,
});
