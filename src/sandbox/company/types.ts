import type { JsonValue } from '../json.js';

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

/**
 * A call with everything Gong could tell about it; each answer shows what was selected. In a generated
 * company the blocks are computed when first read and stay as assigned after that.
 */
export interface Call {
  metaData: CallMetaData;
  parties?: Party[] | null;
  /** Both snapshots (`timing` Now and TimeOfCall) with all fields; answers leave out what wasn't asked. */
  context?: CallContext[] | null;
  content?: CallContent | null;
  interaction?: Interaction | null;
  collaboration?: { publicComments?: Comment[] | null } | null;
  /** False when there is no recording to link to. */
  hasMedia?: boolean;
  /** Monologues; left out or null when the call has no transcript. */
  transcript?: Monologue[] | null;
  /** Milliseconds since 1970 from which any operation knows the call; always when left out. */
  availableAt?: number;
  /** Milliseconds since 1970 from which content, interaction and transcript exist; always when left out. */
  analyzedAt?: number;
}

export interface CallMetaData {
  id: string;
  url: string;
  title: string | null;
  scheduled: string | null;
  started: string;
  /** Seconds. */
  duration: number;
  primaryUserId: string | null;
  direction: 'Inbound' | 'Outbound' | 'Conference' | 'Unknown';
  system: string | null;
  scope: 'Internal' | 'External' | 'Unknown';
  media: 'Video' | 'Audio';
  language: string | null;
  workspaceId: string;
  sdrDisposition: string | null;
  clientUniqueId: string | null;
  customData: string | null;
  purpose: string | null;
  meetingUrl: string | null;
  isPrivate: boolean;
  calendarEventId: string | null;
}

export interface Party {
  id: string | null;
  emailAddress?: string | null;
  name?: string | null;
  title?: string | null;
  userId?: string | null;
  speakerId?: string | null;
  context?: PartyContext[] | null;
  affiliation: 'Internal' | 'External' | 'Unknown';
  phoneNumber?: string | null;
  methods?: ('Invitee' | 'Attendee')[] | null;
}

export type CrmSystem = 'Salesforce' | 'HubSpot' | 'MicrosoftDynamic' | 'Generic';
export type CrmTiming = 'Now' | 'TimeOfCall';

export interface CrmObject<Type extends string> {
  objectType: Type;
  objectId: string | null;
  fields?: { name: string; value: JsonValue }[] | null;
  timing?: CrmTiming | null;
}

export interface CallContext {
  system: CrmSystem;
  objects: CrmObject<'Opportunity' | 'Account'>[];
}

export interface PartyContext {
  system: CrmSystem;
  objects: CrmObject<'Contact' | 'User' | 'Lead'>[];
}

/** Seconds from the start of the call, except in transcripts. */
export interface CallContent {
  structure?: { name: string; duration: number }[] | null;
  trackers?: TrackerHit[] | null;
  topics?: { name: string; duration: number }[] | null;
  brief?: string | null;
  outline?: OutlineSection[] | null;
  highlights?: { title: string; items: { text: string; startTimes: number[] }[] }[] | null;
  callOutcome?: { id: string; category: string; name: string } | null;
  keyPoints?: { text: string }[] | null;
}

export interface TrackerHit {
  id: string;
  name: string;
  count: number;
  type: 'KEYWORD' | 'SMART';
  occurrences?: TrackerOccurrence[] | null;
  phrases?: { count: number; occurrences?: TrackerOccurrence[] | null; phrase: string }[] | null;
}

export interface TrackerOccurrence {
  startTime: number;
  speakerId: string | null;
}

export interface OutlineSection {
  section: string;
  startTime: number;
  duration: number;
  items: { text: string; startTime: number }[];
}

export interface Interaction {
  speakers?: { id: string; userId: string | null; talkTime: number }[] | null;
  interactionStats?: { name: string; value: number }[] | null;
  video?: { name: string; duration: number }[] | null;
  questions?: { companyCount: number; nonCompanyCount: number } | null;
}

export interface Comment {
  id: string;
  audioStartTime: number | null;
  audioEndTime: number | null;
  commenterUserId: string | null;
  comment: string;
  posted: string;
  inReplyTo: string | null;
  duringCall: boolean;
}

export interface Monologue {
  speakerId: string | null;
  topic: string | null;
  /** Milliseconds from the start of the call. */
  sentences: { start: number; end: number; text: string }[];
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
