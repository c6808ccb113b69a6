import type { JsonValue } from '../json.js';

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
  /** Milliseconds since 1970 from which it is "not ready yet" and no longer unknown, until it is available. */
  notReadyFrom?: number;
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
