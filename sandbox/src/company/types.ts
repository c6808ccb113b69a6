import type { Call } from './callTypes.js';
import type { Crm } from './crmTypes.js';
import type { Engage } from './engageTypes.js';

export type * from './callTypes.js';
export type * from './crmTypes.js';
export type * from './engageTypes.js';

/**
 * The data of an imitated company: plain values in Gong's own shapes, so that a test can build an odd
 * company by hand or patch a generated one. Ids are decimal strings; times ISO-8601 with zone.
 */
export interface Company {
  /** Zone in which days of reviews are counted, e.g. `America/New_York`. */
  timeZone: string;
  workspaces: Workspace[];
  users: User[];
  /** Synthetic users that stand for Gong's staff: listed only on request. */
  avatars: User[];
  calls: Call[];
  folders: Folder[];
  keywordTrackers: KeywordTracker[];
  scorecards: Scorecard[];
  answeredScorecards: AnsweredScorecard[];
  permissionProfiles: PermissionProfile[];
  /** Individual access that was granted to calls. */
  callAccess: CallAccess[];
  dialerOutcomes: DialerOutcome[];
  /** Calls that were registered for an upload; those with accepted media are in `calls` too. */
  registeredCalls: RegisteredCall[];
  meetings: Meeting[];
  crm: Crm;
  engage: Engage;
  /** Ids of engagement events that were reported. */
  reportedEvents: Set<string>;
}

/** A permission profile, with what Gong's own does not say: where it belongs, and who has it. */
export interface PermissionProfile {
  workspaceId: string;
  userIds: string[];
  /** In Gong's own shape. */
  profile: Readonly<Record<string, unknown>> & { readonly id: string; readonly name: string };
}

export interface CallAccess {
  callId: string;
  userIds: string[];
}

/** A call as it was registered by `POST /v2/calls`. */
export interface RegisteredCall {
  id: string;
  /** The request's body. */
  registration: Readonly<Record<string, unknown>>;
  /** Milliseconds since 1970. */
  registeredAt: number;
  /** Fingerprint of its recording; the link, where Gong is to fetch it; null while there is none. */
  media: string | null;
}

export interface Meeting {
  id: string;
  organizerEmail: string;
  startTime: string;
  endTime: string;
  title: string | null;
  invitees: unknown;
}

export interface Workspace {
  id: string;
  name: string;
  description: string;
}

export interface User {
  id: string;
  emailAddress: string;
  created: string;
  active: boolean;
  emailAliases: string[];
  trustedEmailAddress: string | null;
  firstName: string | null;
  lastName: string | null;
  title: string | null;
  phoneNumber: string | null;
  extension: string | null;
  personalMeetingUrls: string[];
  settings: UserSettings;
  managerId: string | null;
  meetingConsentPageUrl: string | null;
  conferencingProviders: { provider: string; isDefault: boolean }[] | null;
  spokenLanguages: { language: string; primary: boolean }[];
}

export interface UserSettings {
  webConferencesRecorded: boolean;
  preventWebConferenceRecording: boolean;
  telephonyCallsImported: boolean;
  emailsImported: boolean;
  preventEmailImport: boolean;
  nonRecordedMeetingsImported: boolean;
  gongConnectEnabled: boolean;
}

export interface Folder {
  id: string;
  workspaceId: string;
  name: string;
  parentFolderId: string | null;
  createdBy: string | null;
  updated: string;
  calls: FolderCall[];
}

export interface FolderCall {
  id: string;
  title: string | null;
  note: string | null;
  addedBy: string | null;
  created: string;
  url: string;
  snippet: { fromSec: number; toSec: number } | null;
}

export interface KeywordTracker {
  trackerId: string;
  trackerName: string;
  workspaceId: string;
  languageKeywords: { language: string; keywords: string[]; includeRelatedForms: boolean }[];
  affiliation: string;
  partOfQuestion: boolean;
  saidAt: string;
  saidAtInterval: number | null;
  saidAtUnit: string | null;
  saidInTopics: string[];
  filterQuery: string;
  created: string;
  creatorUserId: string | null;
  updated: string;
  updaterUserId: string | null;
}

export interface Scorecard {
  scorecardId: string;
  scorecardName: string;
  workspaceId: string;
  enabled: boolean;
  /** `"-1"` on what Gong itself made. */
  updaterUserId: string;
  created: string;
  updated: string;
  reviewMethod: 'AUTOMATIC' | 'MANUAL';
  questions: ScorecardQuestion[];
}

export interface DialerOutcome {
  callOutcome: string;
  displayOrder: number;
  connectStatus: 'CONNECTED' | 'NOT_CONNECTED';
  sentiment: 'POSITIVE' | 'NEGATIVE' | 'NEUTRAL';
  todoAction: 'COMPLETE' | 'COMPLETE_AND_REMOVE';
  automation: 'MARK_AS_OPT_OUT' | null;
  category: 'ANSWERED' | 'NOT_ANSWERED';
}

export interface ScorecardQuestion {
  questionId: string;
  questionRevisionId: string;
  questionText: string;
  isOverall: boolean;
  questionType: string;
  answerGuide: string | null;
  /** Small numbers, but strings on the wire. */
  minRange: string | null;
  maxRange: string | null;
  answerOptions: { id: string; text: string }[] | null;
  updaterUserId: string;
  created: string;
  updated: string;
}

/** Ids are strings here as everywhere; the operation sends them as bare numbers. */
export interface AnsweredScorecard {
  answeredScorecardId: string;
  scorecardId: string;
  scorecardName: string;
  callId: string;
  callStartTime: string;
  reviewedUserId: string;
  reviewerUserId: string | null;
  reviewMethod: 'AUTOMATIC' | 'MANUAL';
  editorUserId: string | null;
  reviewTime: string;
  visibilityType: 'PUBLIC' | 'PRIVATE' | 'OPT_IN_USERS' | 'MANAGERS' | 'MANAGERS_AND_REVIEWEE';
  answers: ScorecardAnswer[];
}

export interface ScorecardAnswer {
  questionId: string;
  questionRevisionId: string;
  isOverall: boolean;
  score: number | null;
  answerText: string | null;
  notApplicable: boolean;
  selectedOptions: string[] | null;
}
