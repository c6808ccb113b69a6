// Written by `npm run codegen` from schema/*.graphql. Do not edit.
import type { IncomingUpload } from '../../company/uploads/recording.js';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AuditLogEntryModel, CallModel, PartyModel, CrmContextModel, CrmObjectModel, CrmFieldModel, CallStructureItemModel, CallTopicModel, VideoSegmentModel, CallTrackerModel, TrackerOccurrenceModel, TrackerPhraseModel, CallOutlineSectionModel, CallOutlineItemModel, CallHighlightsSectionModel, CallHighlightModel, CallOutcomeModel, CallInteractionModel, CallSpeakerModel, InteractionStatModel, CallCommentModel, CallMediaModel, TranscriptModel, MonologueModel, SentenceModel, UserModel, SpokenLanguageModel, UserSettingsModel, WorkspaceModel, FolderModel, FolderCallModel, SnippetModel, TrackerModel, TrackerKeywordsModel, ScorecardModel, ScorecardQuestionModel, AnswerOptionModel, AnsweredScorecardModel, ScorecardAnswerModel, MeetingModel, MeetingInviteeModel, CreateMeetingPayloadModel, UpdateMeetingPayloadModel, CreateCallPayloadModel, EngagementEventPayloadModel, MeetingIntegrationStatusModel, QuotaModel, PageInfoModel, UserActivityModel, UserSettingChangeModel, CallConnectionModel, CallEdgeModel, AnsweredScorecardConnectionModel, AnsweredScorecardEdgeModel, AuditLogConnectionModel, AuditLogEdgeModel, UserConnectionModel, UserEdgeModel } from './models.js';
import type { ContextValue } from '../context.js';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar day, as `YYYY-MM-DD`, in the time zone that the company has set at Gong. */
  Date: { input: string; output: string; }
  /**
   * An instant, as RFC 3339 text: sent in UTC with milliseconds, such as `2026-03-02T14:05:00.000Z`. As an
   * input, any offset is accepted but one must be there, and digits beyond milliseconds count.
   */
  DateTime: { input: string; output: string; }
  /**
   * Any JSON value: string, number, boolean, list, object or null. Integers beyond 2^53 come as strings of
   * digits, so that none is lost.
   */
  JSON: { input: unknown; output: unknown; }
  /** A web address, as the text that Gong sends: not checked on output. */
  URL: { input: string; output: string; }
  /**
   * A file of a GraphQL multipart request (`multipart/form-data` with the parts `operations`, `map` and the files). Its
   * variable is null in `operations`. Send the header `apollo-require-preflight` with such a request. Through routers
   * that pass on no files, use `addCallMedia` without a file.
   */
  Upload: { input: IncomingUpload; output: never; }
  /**
   * A reference to an object of this graph, as a federation router makes it: `__typename` with `id`, or of a `User` with
   * `emailAddress`.
   */
  _Any: { input: unknown; output: never; }
};

/** Somebody outside the company who did something with content. */
export type ActorInput = {
  /** Records of other systems that stand for the person, at most 100. */
  readonly context?: InputMaybe<ReadonlyArray<CrmContextInput>>;
  /** E-mail address. Recipients of shared content need one. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** Name. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Job title. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
};

/** A recording for a call. */
export type AddCallMediaInput = {
  /** Gong's id of the call, from `createCall`. */
  readonly callId: Scalars['ID']['input'];
  /** The recording. Left out: the answer has an `uploadUrl` to send it to. */
  readonly file?: InputMaybe<Scalars['Upload']['input']>;
};

/** What came of `Mutation.addCallMedia`. */
export type AddCallMediaPayload = {
  readonly __typename?: 'AddCallMediaPayload';
  /** Gong's id of the call. */
  readonly callId: Scalars['ID']['output'];
  /** Page of the call in Gong's web app. Null where no `file` was sent. */
  readonly callUrl: Maybe<Scalars['URL']['output']>;
  /** Gong's reference for the request. Null where no `file` was sent. */
  readonly requestId: Maybe<Scalars['String']['output']>;
  /**
   * Where to `PUT` the recording, with its media type as `Content-Type`: the answer is JSON, 201 where Gong accepted
   * it. Whoever has the address may send, once, within 15 minutes. Null where a `file` was sent.
   */
  readonly uploadUrl: Maybe<Scalars['URL']['output']>;
};

/** A choice of a scorecard question. */
export type AnswerOption = {
  readonly __typename?: 'AnswerOption';
  /** Id of the choice within its question. */
  readonly optionId: Maybe<Scalars['ID']['output']>;
  /** The choice. */
  readonly text: Maybe<Scalars['String']['output']>;
};

/** A review: one scorecard, filled in for one call. */
export type AnsweredScorecard = {
  readonly __typename?: 'AnsweredScorecard';
  /** The answers, in Gong's order. */
  readonly answers: Maybe<ReadonlyArray<ScorecardAnswer>>;
  /** The call that was reviewed. `id` alone is free; other fields cost one request for each 100 calls. */
  readonly call: Maybe<Call>;
  /** When that call started. */
  readonly callStartedAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * Who changed the review last, if not the reviewer. Null where nobody else did. `id` alone is free; other
   * fields cost one request for each 100 distinct users.
   */
  readonly editor: Maybe<User>;
  /** Gong's id of the review: a string of digits, exact. */
  readonly id: Scalars['ID']['output'];
  /** Whether people or Gong's AI reviewed. */
  readonly reviewMethod: Maybe<ReviewMethod>;
  /** When the review was published. */
  readonly reviewedAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * Whose part in the call was reviewed. `id` alone is free; other fields cost one request for each 100
   * distinct users.
   */
  readonly reviewedUser: Maybe<User>;
  /**
   * Who reviewed. Null for automatic reviews. `id` alone is free; other fields cost one request for each 100
   * distinct users.
   */
  readonly reviewer: Maybe<User>;
  /**
   * The scorecard that was filled in. `id` and `name` are free; other fields cost one request for all
   * scorecards. One that was deleted keeps only these two.
   */
  readonly scorecard: Maybe<Scorecard>;
  /** Name of that scorecard. */
  readonly scorecardName: Maybe<Scalars['String']['output']>;
  /**
   * Who may see it at Gong, in Gong's words: `PUBLIC`, `PRIVATE`, `OPT_IN_USERS`, `MANAGERS` or
   * `MANAGERS_AND_REVIEWEE`. The gateway doesn't hide anything by it.
   */
  readonly visibility: Maybe<Scalars['String']['output']>;
};

/** One page of a list of reviews. */
export type AnsweredScorecardConnection = {
  readonly __typename?: 'AnsweredScorecardConnection';
  /** The reviews with their cursors. */
  readonly edges: ReadonlyArray<AnsweredScorecardEdge>;
  /** The same reviews, without cursors. */
  readonly nodes: ReadonlyArray<AnsweredScorecard>;
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /**
   * Gong's own count of reviews for this filter, over all pages. Null where the gateway filters or merges
   * itself, and where its policy may have hidden some of them.
   */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A review at its place in a list. */
export type AnsweredScorecardEdge = {
  readonly __typename?: 'AnsweredScorecardEdge';
  /** Opaque cursor of this place, bound to the filter of its list. */
  readonly cursor: Scalars['String']['output'];
  /** The review. */
  readonly node: AnsweredScorecard;
};

/**
 * Which reviews. All members given must hold. Days are those of the company's time zone, the first one
 * included and the last one not.
 */
export type AnsweredScorecardFilter = {
  /** The call started on or after this day. Left out: no lower end. Must lie before `callTo`. */
  readonly callFrom?: InputMaybe<Scalars['Date']['input']>;
  /** The call started before this day. Left out: no upper end. */
  readonly callTo?: InputMaybe<Scalars['Date']['input']>;
  /** The review was published on or after this day. Left out: no lower end. Must lie before `reviewTo`. */
  readonly reviewFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Who made the review. */
  readonly reviewMethod?: InputMaybe<ReviewMethodFilter>;
  /** The review was published before this day. Left out: no upper end. */
  readonly reviewTo?: InputMaybe<Scalars['Date']['input']>;
  /** 1 to 100 of Gong's user ids: reviews of these users' calls. */
  readonly reviewedUserIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 1 to 100 of Gong's scorecard ids. */
  readonly scorecardIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** One page of an audit log. */
export type AuditLogConnection = {
  readonly __typename?: 'AuditLogConnection';
  /** The entries with their cursors. */
  readonly edges: ReadonlyArray<AuditLogEdge>;
  /** The same entries, without cursors. */
  readonly nodes: ReadonlyArray<AuditLogEntry>;
  /** Position of the page in the list. */
  readonly pageInfo: PageInfo;
  /** Gong's own count of entries for the log and window, over all pages. Null when Gong sends none. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** An entry at its place in the log. */
export type AuditLogEdge = {
  readonly __typename?: 'AuditLogEdge';
  /** Opaque cursor of this place, bound to the log and window. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: AuditLogEntry;
};

/** An entry of an audit log. */
export type AuditLogEntry = {
  readonly __typename?: 'AuditLogEntry';
  /** When it was logged. Null when Gong does not say. */
  readonly at: Maybe<Scalars['DateTime']['output']>;
  /** The user that acted in the name of `user`. Null when no other user did. */
  readonly impersonator: Maybe<User>;
  /** Details, whose members depend on the log. Null when Gong sends none. */
  readonly record: Maybe<Scalars['JSON']['output']>;
  /** The user that acted. Null when Gong names none. */
  readonly user: Maybe<User>;
};

/** A log that Gong keeps of its users. */
export type AuditLogType =
  /** Sign-ins and sign-outs. */
  | 'ACCESS'
  /** Pages of externally shared calls that were opened. */
  | 'EXTERNALLY_SHARED_CALL_ACCESS'
  /** Externally shared calls that were played. */
  | 'EXTERNALLY_SHARED_CALL_PLAY'
  /** Changes and other actions of users. */
  | 'USER_ACTIVITY'
  /** Calls that users played. */
  | 'USER_CALL_PLAY';

/** Who may keep an answer. */
export type CacheControlScope =
  /** The cache of the client that asked. */
  | 'PRIVATE'
  /** Caches that serve several people. */
  | 'PUBLIC';

/**
 * A recorded call: web conference, phone call or uploaded recording.
 *
 * The fields down to `calendarEventId` come with every call. The blocks that Gong keeps apart, from `parties`
 * to `media`, are asked for only where selected and cost no request of their own: they travel in the one that
 * reads the calls of a list. For a single `call(id:)`, a detailed request takes the place of the basic one.
 *
 * What Gong's analysis produces (`structure` to `interaction`, and `transcript`) is empty or null until it
 * has run, minutes to hours after the call. Times within a call are seconds from the
 * start of its recording.
 */
export type Call = Node & {
  readonly __typename?: 'Call';
  /**
   * Reviews of this call, manual and automatic. Gong cannot search them by call: those of the days on which
   * the selected calls lie are read, one request for each 100 reviews, once for all calls seen together.
   */
  readonly answeredScorecards: Maybe<ReadonlyArray<AnsweredScorecard>>;
  /** Summary of a few sentences, written by Gong's AI. Null until analysis has run. */
  readonly brief: Maybe<Scalars['String']['output']>;
  /** Id of the event in the Google or Outlook calendar. Null for calls without an event. */
  readonly calendarEventId: Maybe<Scalars['String']['output']>;
  /** Id that the recording system gave at upload. Null for calls that Gong recorded itself. */
  readonly clientUniqueId: Maybe<Scalars['String']['output']>;
  /** Public comments on the call, replies among them. */
  readonly comments: Maybe<ReadonlyArray<CallComment>>;
  /**
   * Records of the CRM that the call is linked to, one entry for each CRM. Objects' `fields` make Gong's
   * answer several times heavier, and so does `timing`.
   */
  readonly context: Maybe<ReadonlyArray<CrmContext>>;
  /** Text attached at upload, passed through as it is; often JSON in a string. */
  readonly customData: Maybe<Scalars['String']['output']>;
  /** Who called whom, or that people met in a conference. */
  readonly direction: Maybe<CallDirection>;
  /** Length of the recording in seconds. */
  readonly durationSeconds: Maybe<Scalars['Float']['output']>;
  /** Highlights under headings such as next steps, written by Gong's AI. From analysis. */
  readonly highlights: Maybe<ReadonlyArray<CallHighlightsSection>>;
  /** Gong's id of the call: a string of digits, exact. */
  readonly id: Scalars['ID']['output'];
  /** Measures of how people talked. Null where Gong has none of those selected. */
  readonly interaction: Maybe<CallInteraction>;
  /**
   * Whether somebody made it private at Gong. An API credential reads private calls too; the gateway's policy hides
   * them, unless its operator says otherwise.
   */
  readonly isPrivate: Maybe<Scalars['Boolean']['output']>;
  /** Main points, one sentence or so each, written by Gong's AI. From analysis. */
  readonly keyPoints: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /**
   * Language spoken, as an ISO 639-2/B code such as `eng`. `und`: a language that Gong doesn't support; `zxx`:
   * too little speech to tell.
   */
  readonly language: Maybe<Scalars['String']['output']>;
  /**
   * Links to the recording, for eight hours: anyone who has one can fetch it. Made anew for each operation and
   * never cached by the gateway. Null where there is no recording.
   */
  readonly media: Maybe<CallMedia>;
  /** Whether there is a picture. */
  readonly mediaType: Maybe<CallMediaType>;
  /** Link by which people joined the conference. */
  readonly meetingUrl: Maybe<Scalars['URL']['output']>;
  /** Opaque id, unique over all types, for `Query.node` and client caches. */
  readonly nodeId: Scalars['ID']['output'];
  /** How the call ended, by Gong's AI. Null until analysis has run, and for calls without an outcome. */
  readonly outcome: Maybe<CallOutcome>;
  /** Detailed summary in sections, in the order of the call, written by Gong's AI. From analysis; large. */
  readonly outline: Maybe<ReadonlyArray<CallOutlineSection>>;
  /**
   * Who was invited or took part. Telephony may add made-up names such as `Phone Caller #1`. `[]` for calls
   * whose participants Gong doesn't know.
   */
  readonly parties: Maybe<ReadonlyArray<Party>>;
  /**
   * The Gong user who hosted the call. Null where no user did. `id` alone is free; other fields cost one
   * request for each 100 distinct users.
   */
  readonly primaryUser: Maybe<User>;
  /** What the call was for, as given when it was uploaded. Null for calls that Gong recorded itself. */
  readonly purpose: Maybe<Scalars['String']['output']>;
  /** When it was planned to start. Null for unplanned calls. */
  readonly scheduledAt: Maybe<Scalars['DateTime']['output']>;
  /** Whether anybody from outside the company took part. */
  readonly scope: Maybe<CallScope>;
  /** Result of the call as the dialler or the representative noted it. */
  readonly sdrDisposition: Maybe<Scalars['String']['output']>;
  /** When it started. Lists of calls filter and sort by this. */
  readonly startedAt: Maybe<Scalars['DateTime']['output']>;
  /** Phases of the call, such as small talk or next steps, with the time spent on each. From analysis. */
  readonly structure: Maybe<ReadonlyArray<CallStructureItem>>;
  /** Conferencing or telephony system that it ran on, by name, such as `Zoom`. */
  readonly system: Maybe<Scalars['String']['output']>;
  /** Title, mostly that of the calendar event. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** Topics talked about, with the time spent on each. From analysis. */
  readonly topics: Maybe<ReadonlyArray<CallTopic>>;
  /** Trackers, keyword and smart, with how often each was hit in this call. From analysis. */
  readonly trackers: Maybe<ReadonlyArray<CallTracker>>;
  /**
   * What was said. Null where there is no transcript, or none yet. Costs one request for each 100 calls, sent
   * beside the one for the calls' other fields where their ids are known.
   */
  readonly transcript: Maybe<Transcript>;
  /** Page of the call in Gong's web app, for people who may see it there. */
  readonly url: Maybe<Scalars['URL']['output']>;
  /**
   * The workspace that the call lies in. `id` alone is free; other fields cost one request for all
   * workspaces.
   */
  readonly workspace: Maybe<Workspace>;
};


/**
 * A recorded call: web conference, phone call or uploaded recording.
 *
 * The fields down to `calendarEventId` come with every call. The blocks that Gong keeps apart, from `parties`
 * to `media`, are asked for only where selected and cost no request of their own: they travel in the one that
 * reads the calls of a list. For a single `call(id:)`, a detailed request takes the place of the basic one.
 *
 * What Gong's analysis produces (`structure` to `interaction`, and `transcript`) is empty or null until it
 * has run, minutes to hours after the call. Times within a call are seconds from the
 * start of its recording.
 */
export type CallContextArgs = {
  timing?: InputMaybe<ReadonlyArray<ContextTiming>>;
};


/**
 * A recorded call: web conference, phone call or uploaded recording.
 *
 * The fields down to `calendarEventId` come with every call. The blocks that Gong keeps apart, from `parties`
 * to `media`, are asked for only where selected and cost no request of their own: they travel in the one that
 * reads the calls of a list. For a single `call(id:)`, a detailed request takes the place of the basic one.
 *
 * What Gong's analysis produces (`structure` to `interaction`, and `transcript`) is empty or null until it
 * has run, minutes to hours after the call. Times within a call are seconds from the
 * start of its recording.
 */
export type CallPartiesArgs = {
  affiliation?: InputMaybe<PartyAffiliation>;
};

/** A public comment on a call. */
export type CallComment = {
  readonly __typename?: 'CallComment';
  /** Who wrote it. `id` alone is free; other fields cost one request for each 100 distinct users. */
  readonly author: Maybe<User>;
  /** Whether it was written while the call was going on. */
  readonly duringCall: Maybe<Scalars['Boolean']['output']>;
  /** End of that passage, in seconds from the start of the recording. */
  readonly endSeconds: Maybe<Scalars['Float']['output']>;
  /** Gong's id of the comment. */
  readonly id: Maybe<Scalars['ID']['output']>;
  /** `id` of the comment that this one answers. Null for a comment that answers none. */
  readonly inReplyTo: Maybe<Scalars['ID']['output']>;
  /** When it was written. */
  readonly postedAt: Maybe<Scalars['DateTime']['output']>;
  /** Start of the passage that it is about, in seconds from the start of the recording. Null: the whole call. */
  readonly startSeconds: Maybe<Scalars['Float']['output']>;
  /** Text; people are mentioned as `@[name](userId)`. */
  readonly text: Maybe<Scalars['String']['output']>;
};

/** One page of a list of calls. */
export type CallConnection = {
  readonly __typename?: 'CallConnection';
  /** The calls with their cursors. */
  readonly edges: ReadonlyArray<CallEdge>;
  /** The same calls, without cursors. */
  readonly nodes: ReadonlyArray<Call>;
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /**
   * Gong's own count of calls for this filter, over all pages; it may include one that is not listed yet.
   * Null where the gateway merges, filters or cuts the list itself: Gong then has no such count. Null also where its
   * policy may have hidden some of them.
   */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** Who called whom. */
export type CallDirection =
  /** A meeting that people joined. */
  | 'CONFERENCE'
  /** Somebody called the company. */
  | 'INBOUND'
  /** The company called somebody. */
  | 'OUTBOUND'
  /** Gong doesn't know it, or sent a value that it added after this schema was written. */
  | 'UNKNOWN';

/** A call at its place in a list. */
export type CallEdge = {
  readonly __typename?: 'CallEdge';
  /** Opaque cursor of this place, bound to the filter and order of its list. */
  readonly cursor: Scalars['String']['output'];
  /** The call. */
  readonly node: Call;
};

/** Which calls. All members given must hold. An empty filter means every call that Gong gives. */
export type CallFilter = {
  /** 1 to 100 of Gong's call ids. For more, or to keep an order, use `Query.callsByIds`. */
  readonly callIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Started at or after this instant. Left out: no lower end. Must lie before `to`. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /**
   * 1 to 100 of Gong's user ids: calls that one of these users hosted. Gong cannot filter by other
   * participants.
   */
  readonly primaryUserIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Started before this instant, which itself is excluded. Left out: no upper end. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
  /** Gong's id of the workspace that the calls lie in. Left out: all workspaces. */
  readonly workspaceId?: InputMaybe<Scalars['ID']['input']>;
};

/** One highlight. */
export type CallHighlight = {
  readonly __typename?: 'CallHighlight';
  /** The passages that it rests on, each in seconds from the start of the recording. */
  readonly startSeconds: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /** What it is about. */
  readonly text: Maybe<Scalars['String']['output']>;
};

/** Highlights under one heading. */
export type CallHighlightsSection = {
  readonly __typename?: 'CallHighlightsSection';
  /** The highlights. */
  readonly items: Maybe<ReadonlyArray<CallHighlight>>;
  /** Heading, such as next steps. */
  readonly title: Maybe<Scalars['String']['output']>;
};

/** Measures of how people talked. Each is requested only where selected. From analysis. */
export type CallInteraction = {
  readonly __typename?: 'CallInteraction';
  /** Questions that people of the company asked. */
  readonly companyQuestionCount: Maybe<Scalars['Int']['output']>;
  /** Questions that everybody else asked. */
  readonly nonCompanyQuestionCount: Maybe<Scalars['Int']['output']>;
  /** Talk time of each speaker. Speakers from outside the company may be missing. */
  readonly speakers: Maybe<ReadonlyArray<CallSpeaker>>;
  /** Measures of the host's talking, such as talk ratio, longest monologue, interactivity and patience. */
  readonly stats: Maybe<ReadonlyArray<InteractionStat>>;
  /** How long each kind of picture was shown. */
  readonly video: Maybe<ReadonlyArray<VideoSegment>>;
};

/** Signed links to a recording: treat them as secrets. */
export type CallMedia = {
  readonly __typename?: 'CallMedia';
  /** The sound. Null where there is none. */
  readonly audioUrl: Maybe<Scalars['URL']['output']>;
  /** When the links end: eight hours after this answer was read from Gong. */
  readonly expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** The video. Null for a call without a picture. */
  readonly videoUrl: Maybe<Scalars['URL']['output']>;
};

/** Kind of recording. */
export type CallMediaType =
  /** Sound alone. */
  | 'AUDIO'
  /** A value that Gong added after this schema was written. */
  | 'UNKNOWN'
  /** Sound and picture. */
  | 'VIDEO';

/** Order of a list of calls, by the time at which they started. */
export type CallOrder =
  /**
   * The reverse, which Gong doesn't offer: the gateway walks windows of time backwards from `to` (or now) and
   * fits their width to the traffic. The list is complete and has no call twice. About 2 or 3 requests for 20
   * calls of a company with steady traffic; long silences cost more.
   */
  | 'NEWEST_FIRST'
  /** Gong's own order: one request for each 100 calls. */
  | 'OLDEST_FIRST';

/** How a call ended. */
export type CallOutcome = {
  readonly __typename?: 'CallOutcome';
  /** Group of outcomes, in Gong's words, such as `Answered`. */
  readonly category: Maybe<Scalars['String']['output']>;
  /** Code of the outcome, such as `MEETING_BOOKED`. The same for all calls that ended so. */
  readonly id: Maybe<Scalars['ID']['output']>;
  /** Name of the outcome, as shown to people. */
  readonly name: Maybe<Scalars['String']['output']>;
};

/** An entry of the outline. */
export type CallOutlineItem = {
  readonly __typename?: 'CallOutlineItem';
  /** Where, in seconds from the start of the recording. */
  readonly startSeconds: Maybe<Scalars['Float']['output']>;
  /** What was said, summed up. */
  readonly text: Maybe<Scalars['String']['output']>;
};

/** A section of the outline. */
export type CallOutlineSection = {
  readonly __typename?: 'CallOutlineSection';
  /** How long it is, in seconds. */
  readonly durationSeconds: Maybe<Scalars['Float']['output']>;
  /** Its entries, in the order of the call. */
  readonly items: Maybe<ReadonlyArray<CallOutlineItem>>;
  /** Heading. */
  readonly section: Maybe<Scalars['String']['output']>;
  /** Where it starts, in seconds from the start of the recording. */
  readonly startSeconds: Maybe<Scalars['Float']['output']>;
};

/** Somebody who took part in an uploaded call. */
export type CallPartyInput = {
  /** Records of other systems that stand for the person; for people from outside only. At most 100. */
  readonly context?: InputMaybe<ReadonlyArray<CrmContextInput>>;
  /** E-mail address. Gong refuses reserved domains such as `.example`. */
  readonly emailAddress?: InputMaybe<Scalars['String']['input']>;
  /** Channel of the company's speaker in a stereo recording: 0 is left, 1 is right. */
  readonly mediaChannelId?: InputMaybe<Scalars['Int']['input']>;
  /** Name as it is shown. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Key by which `speakersTimeline` refers to the party, unique in the call. Needed only there. */
  readonly partyId?: InputMaybe<Scalars['ID']['input']>;
  /** Phone number. */
  readonly phoneNumber?: InputMaybe<Scalars['String']['input']>;
  /** Gong's id of the user, for people of the company. */
  readonly userId?: InputMaybe<Scalars['ID']['input']>;
};

/** Whether a call crossed the company's border. */
export type CallScope =
  /** At least one participant doesn't belong to the company. */
  | 'EXTERNAL'
  /** All participants belong to the company. */
  | 'INTERNAL'
  /** Gong doesn't know it, or sent a value that it added after this schema was written. */
  | 'UNKNOWN';

/** Talk time of one speaker. */
export type CallSpeaker = {
  readonly __typename?: 'CallSpeaker';
  /** The party who spoke. Null where no party has this key. */
  readonly party: Maybe<Party>;
  /** Key of the party within the call, as in `Party.partyId`. */
  readonly partyId: Maybe<Scalars['ID']['output']>;
  /** Time spoken, in seconds. */
  readonly talkTimeSeconds: Maybe<Scalars['Float']['output']>;
  /**
   * The Gong user who spoke. Null for anybody else. `id` alone is free; other fields cost one request for each
   * 100 distinct users.
   */
  readonly user: Maybe<User>;
};

/** A phase of a call. */
export type CallStructureItem = {
  readonly __typename?: 'CallStructureItem';
  /** Time spent on it, in seconds. */
  readonly durationSeconds: Maybe<Scalars['Float']['output']>;
  /** Name of the phase. */
  readonly name: Maybe<Scalars['String']['output']>;
};

/** A topic of a call. */
export type CallTopic = {
  readonly __typename?: 'CallTopic';
  /** Time spent on it, in seconds. */
  readonly durationSeconds: Maybe<Scalars['Float']['output']>;
  /** Name of the topic. */
  readonly name: Maybe<Scalars['String']['output']>;
};

/** What one tracker found in one call. */
export type CallTracker = {
  readonly __typename?: 'CallTracker';
  /** How often it was hit in this call. */
  readonly count: Maybe<Scalars['Int']['output']>;
  /** Name of the tracker. */
  readonly name: Maybe<Scalars['String']['output']>;
  /**
   * The hits. `[]` for a keyword tracker that keeps its phrases apart (see `phrases`), and for calls before
   * 2023 that Gong has not analysed again.
   */
  readonly occurrences: Maybe<ReadonlyArray<TrackerOccurrence>>;
  /** Hits by phrase, of keyword trackers that keep their phrases apart. `[]` for smart trackers. */
  readonly phrases: Maybe<ReadonlyArray<TrackerPhrase>>;
  /**
   * The tracker's definition. For a smart tracker, which Gong doesn't list, only `id` and `name` are known.
   * These two are free; other fields cost one request for all trackers.
   */
  readonly tracker: Maybe<Tracker>;
  /** Gong's id of the tracker. */
  readonly trackerId: Maybe<Scalars['ID']['output']>;
  /** Kind of tracker. */
  readonly type: Maybe<TrackerType>;
};

/** Formats that `@constraint` checks. */
export type ConstraintFormat =
  /** An operating system that Gong knows, such as `MacOS`. */
  | 'AGENT_PLATFORM'
  /** A type of CRM record that Gong links, such as `Account`. */
  | 'CRM_OBJECT_TYPE'
  /** A CRM that Gong knows, such as `Salesforce`. */
  | 'CRM_SYSTEM'
  /** An e-mail address. */
  | 'EMAIL'
  /** An id of Gong: 1 to 20 digits. */
  | 'GONG_ID'
  /** A web address that begins with `http://` or `https://`. */
  | 'HTTP_URL'
  /** A language code that Gong takes for uploads, such as `en-US`. */
  | 'LANGUAGE_CODE'
  /** A `nodeId` that this gateway gave out. */
  | 'NODE_ID'
  /** Any text with something in it. */
  | 'NOT_BLANK'
  /** A day up to today in the company's time zone. If the gateway does not know that zone, Gong decides. */
  | 'PAST_OR_TODAY';

/** The moment whose CRM field values are meant. */
export type ContextTiming =
  /** As the record is now. */
  | 'NOW'
  /** As the record was when the call took place. */
  | 'TIME_OF_CALL';

/** A call that was recorded elsewhere. Members that Gong requires are required here. */
export type CreateCallInput = {
  /** When the call started. */
  readonly actualStart: Scalars['DateTime']['input'];
  /** Code of the conferencing or telephony provider, such as `zoom`. Gong's support hands out the codes. */
  readonly callProviderCode?: InputMaybe<Scalars['String']['input']>;
  /**
   * Id of the call in your system, at most 2,048 characters. Gong takes each once, also where the call that had it
   * was discarded: it makes repeating safe.
   */
  readonly clientUniqueId: Scalars['String']['input'];
  /** Records of other systems that the call belongs to. Several deals of one account are not supported by Gong. At most 100. */
  readonly context?: InputMaybe<ReadonlyArray<CrmContextInput>>;
  /** Any text of yours that is kept with the call. */
  readonly customData?: InputMaybe<Scalars['String']['input']>;
  /** Who called whom. `UNKNOWN` is allowed here. */
  readonly direction: CallDirection;
  /** How the call ended, such as `Left voicemail`, at most 255 characters. */
  readonly disposition?: InputMaybe<Scalars['String']['input']>;
  /**
   * Where Gong fetches the recording: unique, at most 1.5 GB, served as audio, video or octet-stream. Leave it out to
   * send the bytes by `addCallMedia`; the two exclude each other.
   */
  readonly downloadMediaUrl?: InputMaybe<Scalars['URL']['input']>;
  /** Length in seconds. Gong measures the recording itself and discards one that is shorter than a minute. */
  readonly durationSeconds?: InputMaybe<Scalars['Float']['input']>;
  /** The Engage task that the call belongs to. */
  readonly flowContext?: InputMaybe<FlowContextInput>;
  /** Language that is spoken, as a code such as `en-US`. Left out: Gong finds out. */
  readonly languageCode?: InputMaybe<Scalars['String']['input']>;
  /** Link by which people joined. */
  readonly meetingUrl?: InputMaybe<Scalars['URL']['input']>;
  /** Who took part, the primary user among them. 1 to 1,000. */
  readonly parties: ReadonlyArray<CallPartyInput>;
  /** Gong's id of the user who hosted the call; must be the `userId` of one of the `parties`. */
  readonly primaryUserId: Scalars['ID']['input'];
  /** What the call was for, at most 255 characters. */
  readonly purpose?: InputMaybe<Scalars['String']['input']>;
  /** When it was planned to end. Must lie after `scheduledStart`. */
  readonly scheduledEnd?: InputMaybe<Scalars['DateTime']['input']>;
  /** When it was planned to start. */
  readonly scheduledStart?: InputMaybe<Scalars['DateTime']['input']>;
  /** Who spoke when. Gong then disregards `mediaChannelId`. */
  readonly speakersTimeline?: InputMaybe<SpeakersTimelineInput>;
  /** Title, by which people find the call. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
  /** Gong's id of the workspace. Left out: Gong picks one. */
  readonly workspaceId?: InputMaybe<Scalars['ID']['input']>;
};

/** What came of `Mutation.createCall`. */
export type CreateCallPayload = {
  readonly __typename?: 'CreateCallPayload';
  /** Whether there was a call with this `clientUniqueId` before: nothing was created then. */
  readonly alreadyExisted: Scalars['Boolean']['output'];
  /**
   * The call: null until Gong has processed its recording, which is never at once. Costs a request where the call
   * existed already.
   */
  readonly call: Maybe<Call>;
  /**
   * Gong's id of the call. Null where the call existed already and Gong doesn't say which it is: neither this gateway
   * nor Gong's list of calls knew it.
   */
  readonly callId: Maybe<Scalars['ID']['output']>;
  /** Gong's reference for the request. */
  readonly requestId: Maybe<Scalars['String']['output']>;
};

/** A meeting to create. */
export type CreateMeetingInput = {
  /** End. */
  readonly endsAt: Scalars['DateTime']['input'];
  /** Id of the meeting in your system. */
  readonly externalId?: InputMaybe<Scalars['String']['input']>;
  /** People to invite, without the organizer. At most 1,000. */
  readonly invitees: ReadonlyArray<MeetingInviteeInput>;
  /** E-mail address of the organizer, a Gong user: decides whose consent page is used. */
  readonly organizerEmail: Scalars['String']['input'];
  /** Conferencing provider, such as `zoom`. Left out: the organizer's own. */
  readonly provider?: InputMaybe<Scalars['String']['input']>;
  /** Start. Must lie before `endsAt`. */
  readonly startsAt: Scalars['DateTime']['input'];
  /** Title. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `Mutation.createMeeting`. */
export type CreateMeetingPayload = {
  readonly __typename?: 'CreateMeetingPayload';
  /** The meeting. */
  readonly meeting: Maybe<Meeting>;
  /** Gong's reference for the request. */
  readonly requestId: Maybe<Scalars['String']['output']>;
};

/** Links of a call, or of a party of a call, to one CRM. */
export type CrmContext = {
  readonly __typename?: 'CrmContext';
  /** The records linked. With two moments asked for, a record comes once for each. */
  readonly objects: ReadonlyArray<CrmObject>;
  /** The CRM, in Gong's words: `Salesforce`, `HubSpot`, `MicrosoftDynamic` or `Generic`. */
  readonly system: Maybe<Scalars['String']['output']>;
};

/** Records of another system that something belongs to. */
export type CrmContextInput = {
  /** The records, at most 100. */
  readonly objects: ReadonlyArray<CrmObjectInput>;
  /** `Salesforce`, `HubSpot`, `MicrosoftDynamic` or `Generic`. */
  readonly system: Scalars['String']['input'];
};

/** One field of a CRM record. */
export type CrmField = {
  readonly __typename?: 'CrmField';
  /** Name of the field in the CRM, custom fields included. */
  readonly name: Scalars['String']['output'];
  /** Value, of any JSON type. Null for an empty field. */
  readonly value: Maybe<Scalars['JSON']['output']>;
};

/** A field of a record of another system. */
export type CrmFieldInput = {
  /** Name of the field there, custom ones included. */
  readonly name: Scalars['String']['input'];
  /** Its value. */
  readonly value?: InputMaybe<Scalars['JSON']['input']>;
};

/** A CRM record at one moment. */
export type CrmObject = {
  readonly __typename?: 'CrmObject';
  /** Field values of the record at that moment; `[]` where Gong holds none. */
  readonly fields: ReadonlyArray<CrmField>;
  /** Id of the record in the CRM. */
  readonly objectId: Maybe<Scalars['ID']['output']>;
  /**
   * Kind of record, in Gong's words: `Opportunity` or `Account` for calls; `Contact`, `Lead` or `User` for
   * parties.
   */
  readonly objectType: Maybe<Scalars['String']['output']>;
  /** The moment that `fields` describe. Null where Gong doesn't say. */
  readonly timing: Maybe<ContextTiming>;
};

/** A record of another system. */
export type CrmObjectInput = {
  /** Fields of the record. Gong has reserved them for later. At most 200. */
  readonly fields?: InputMaybe<ReadonlyArray<CrmFieldInput>>;
  /** Id of the record there; of Salesforce, both forms. */
  readonly objectId: Scalars['ID']['input'];
  /** `Opportunity`, `Account`, `Lead`, `Contact` or `User`. */
  readonly objectType: Scalars['String']['input'];
};

/** Which meeting to delete. */
export type DeleteMeetingInput = {
  /** Gong's id of the meeting. */
  readonly id: Scalars['ID']['input'];
  /** E-mail address of its organizer. */
  readonly organizerEmail: Scalars['String']['input'];
};

/** What came of `Mutation.deleteMeeting`. */
export type DeleteMeetingPayload = {
  readonly __typename?: 'DeleteMeetingPayload';
  /** Gong's id of the meeting that is gone. */
  readonly deletedMeetingId: Maybe<Scalars['ID']['output']>;
  /** Gong's reference for the request. Null where Gong gives none, as is usual here. */
  readonly requestId: Maybe<Scalars['String']['output']>;
};

/** What came of reporting an event. */
export type EngagementEventPayload = {
  readonly __typename?: 'EngagementEventPayload';
  /** Gong has the event, be it from this request or from one before. */
  readonly accepted: Scalars['Boolean']['output'];
  /** Gong had it already: an event with this id was reported before, and this one changed nothing. */
  readonly alreadyReported: Scalars['Boolean']['output'];
  /** Gong's reference for the request. */
  readonly requestId: Maybe<Scalars['String']['output']>;
};

/** The Engage task that a call belongs to. */
export type FlowContextInput = {
  /** Gong's id of the task. */
  readonly taskId: Scalars['ID']['input'];
};

/**
 * A folder of a workspace's public library. Gong doesn't say in which workspace a folder lies: a folder that
 * was read by id must be searched for. Folders of `Query.folders` and `Workspace.folders` are spared that.
 */
export type Folder = Node & {
  readonly __typename?: 'Folder';
  /**
   * Calls filed in it, in Gong's order, without those that the gateway's policy hides. Free for `folder(id:)`; else one
   * request for each folder. Where a policy hides calls, one request more for each 100 of them, which `call` shares.
   */
  readonly calls: Maybe<ReadonlyArray<FolderCall>>;
  /**
   * The folders right below it. Free for folders of a list; by id, one request for the workspaces and one for
   * each workspace searched, shared with `parent` and `workspace`.
   */
  readonly children: Maybe<ReadonlyArray<Folder>>;
  /**
   * Who created it. Null for folders that come with Gong. `id` alone is free; other fields cost one request
   * for each 100 distinct users.
   */
  readonly createdBy: Maybe<User>;
  /** Gong's id of the folder: a string of digits, exact. */
  readonly id: Scalars['ID']['output'];
  /** Name. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Opaque id, unique over all types, for `Query.node` and client caches. */
  readonly nodeId: Scalars['ID']['output'];
  /**
   * The folder that it lies in. Null for the library's root. Free for folders of a list; by id, one request
   * for the workspaces and one for each workspace searched, shared with `children` and `workspace`.
   */
  readonly parent: Maybe<Folder>;
  /** Last change. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * The workspace whose library it belongs to. For folders of a list, `id` is free and other fields cost one
   * request for all workspaces; by id, one request for the workspaces and one for each workspace searched,
   * shared with `parent` and `children`.
   */
  readonly workspace: Maybe<Workspace>;
};

/** A call as it is filed in a folder. A call, or parts of it, may lie in several folders. */
export type FolderCall = {
  readonly __typename?: 'FolderCall';
  /** When it was filed. */
  readonly addedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who filed it. `id` alone is free; other fields cost one request for each 100 distinct users. */
  readonly addedBy: Maybe<User>;
  /**
   * The call itself. `id` alone is free; other fields cost one request for each 100 calls. A call that Gong
   * no longer shows keeps its `id`.
   */
  readonly call: Maybe<Call>;
  /** Gong's id of the call. */
  readonly callId: Scalars['ID']['output'];
  /** Note of the person who filed it. */
  readonly note: Maybe<Scalars['String']['output']>;
  /** The part that was filed. Null where the whole call was. */
  readonly snippet: Maybe<Snippet>;
  /** Title of the call. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** Link to the call in Gong's web app, at the snippet where there is one. */
  readonly url: Maybe<Scalars['URL']['output']>;
};

/** A request to Gong's REST API, as its description spells it. */
export type GongRequestInput = {
  /** Sent as JSON, whatever the method; null or left out: no body. Give numbers beyond 2^53 as strings. */
  readonly body?: InputMaybe<Scalars['JSON']['input']>;
  /** Method of the operation. */
  readonly method: HttpMethod;
  /**
   * Path of the operation, with its parameters filled in, such as `/v2/users/123/settings-history`. Begins with `/v2/`;
   * a query goes into `query`. Operations that take a multipart form cannot be sent.
   */
  readonly path: Scalars['String']['input'];
  /**
   * Query parameters by name: strings, numbers, booleans, or lists of these, which repeat the name. Null leaves one
   * out.
   */
  readonly query?: InputMaybe<Scalars['JSON']['input']>;
};

/** What Gong answered to a request of `Mutation.gongRequest`. What Gong refuses is an error, with the usual codes. */
export type GongRequestPayload = {
  readonly __typename?: 'GongRequestPayload';
  /** The answer as Gong sent it; null where it sent none. Numbers beyond 2^53 come as strings of their digits. */
  readonly body: Maybe<Scalars['JSON']['output']>;
  /** Gong's reference for the request. */
  readonly requestId: Maybe<Scalars['String']['output']>;
  /** HTTP status: 200 to 299, or 404 where a filter found nothing. */
  readonly status: Scalars['Int']['output'];
};

/** Methods of Gong's REST API. */
export type HttpMethod =
  /** Deletes; of some operations with a body. */
  | 'DELETE'
  /** Reads; of some operations with a body. */
  | 'GET'
  /** Changes in part. */
  | 'PATCH'
  /** Creates, or reads with a filter. */
  | 'POST'
  /** Replaces, adds or reports. */
  | 'PUT';

/** One measure. */
export type InteractionStat = {
  readonly __typename?: 'InteractionStat';
  /** Name of the measure, in Gong's words, such as `Talk Ratio`. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Value. Its unit depends on the measure; Gong doesn't send it. */
  readonly value: Maybe<Scalars['Float']['output']>;
};

/**
 * A meeting created through Gong. Gong has no way to read meetings: this is what the mutations that create
 * and change one return, put together from their input and Gong's answer.
 */
export type Meeting = {
  readonly __typename?: 'Meeting';
  /** Whom to add to your invitation so that Gong can record, such as its assistant. `[]` after a change. */
  readonly additionalInvitees: Maybe<ReadonlyArray<MeetingInvitee>>;
  /** End, as given. */
  readonly endsAt: Maybe<Scalars['DateTime']['output']>;
  /** Id of the meeting in your own system, as given. */
  readonly externalId: Maybe<Scalars['String']['output']>;
  /** Gong's id of the meeting: a string of digits, exact. Keep it: it cannot be looked up later. */
  readonly id: Scalars['ID']['output'];
  /** People invited, as given; the organizer isn't one of them. */
  readonly invitees: Maybe<ReadonlyArray<MeetingInvitee>>;
  /**
   * The organizer as a Gong user, found by address as in `searchUsers`. Null where nobody has it. Costs the
   * pages of the user directory, once per operation.
   */
  readonly organizer: Maybe<User>;
  /** E-mail address of the organizer, as given. */
  readonly organizerEmail: Maybe<Scalars['String']['output']>;
  /** Conferencing provider, as given, such as `zoom`. Null: the organizer's own. */
  readonly provider: Maybe<Scalars['String']['output']>;
  /** Start, as given. */
  readonly startsAt: Maybe<Scalars['DateTime']['output']>;
  /** Title, as given. */
  readonly title: Maybe<Scalars['String']['output']>;
  /**
   * Link that participants must join by, so that they are asked for consent. Put it into your invitation:
   * Gong sends none. Null after a change, where Gong doesn't repeat it.
   */
  readonly url: Maybe<Scalars['URL']['output']>;
};

/** Whether one person can create meetings through Gong. */
export type MeetingIntegrationStatus = {
  readonly __typename?: 'MeetingIntegrationStatus';
  /** The address asked about. */
  readonly emailAddress: Maybe<Scalars['String']['output']>;
  /** Whether Gong has a user with it. */
  readonly exists: Maybe<Scalars['Boolean']['output']>;
  /** Web page where the user can put it right. Null when Gong names none, or no http or https link. */
  readonly fixUrl: Maybe<Scalars['URL']['output']>;
  /** Web page to read more. Null when Gong names none, or no http or https link. */
  readonly helpUrl: Maybe<Scalars['URL']['output']>;
  /** What is wrong, fit to show to the user. Null where nothing is. */
  readonly userFacingError: Maybe<Scalars['String']['output']>;
  /** Whether that user is ready to create meetings. */
  readonly valid: Maybe<Scalars['Boolean']['output']>;
};

/** Somebody invited to a meeting. What the meeting mutations return. */
export type MeetingInvitee = {
  readonly __typename?: 'MeetingInvitee';
  /** Name as it is shown. */
  readonly displayName: Maybe<Scalars['String']['output']>;
  /** E-mail address. */
  readonly emailAddress: Maybe<Scalars['String']['output']>;
  /** First name. */
  readonly firstName: Maybe<Scalars['String']['output']>;
  /** Last name. */
  readonly lastName: Maybe<Scalars['String']['output']>;
};

/** Somebody to invite to a meeting. */
export type MeetingInviteeInput = {
  /** Name as it is shown. */
  readonly displayName?: InputMaybe<Scalars['String']['input']>;
  /** E-mail address. */
  readonly emailAddress: Scalars['String']['input'];
  /** First name. */
  readonly firstName?: InputMaybe<Scalars['String']['input']>;
  /** Last name. */
  readonly lastName?: InputMaybe<Scalars['String']['input']>;
};

/** What one speaker said until another one spoke. */
export type Monologue = {
  readonly __typename?: 'Monologue';
  /** The sentences, in order. */
  readonly sentences: ReadonlyArray<Sentence>;
  /**
   * The party who spoke. Null where no party has this key. Where Gong knows that party's user but no name,
   * `name` is the user's (one request for each 100 such users).
   */
  readonly speaker: Maybe<Party>;
  /** Key of the voice within the call, as in `Party.speakerId`. Null where Gong couldn't tell. */
  readonly speakerId: Maybe<Scalars['ID']['output']>;
  /** Topic of the turn. Null where Gong assigned none. */
  readonly topic: Maybe<Scalars['String']['output']>;
};

/**
 * What can be changed at Gong. Each field is one request to Gong, sent in the order written, before anything that
 * only reads. A field that fails is null and says why in `errors`; the others stay.
 *
 * Nothing is ever done twice behind your back: a request is sent again only where Gong certainly did nothing,
 * that is after its "too many requests" and where no connection came about. Where Gong may have acted and gave
 * no answer, the error is `OUTCOME_UNKNOWN`: look before you try again. Two equal mutations are two requests.
 *
 * All arguments of an operation are checked before any of it runs; what only Gong can judge is left to Gong.
 */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * Adds the recording to a call that `createCall` registered without a `downloadMediaUrl`. With a `file`, the bytes
   * are passed on to Gong while they come in, and the answer is Gong's. Without one, the result is an
   * `uploadUrl`: `PUT` the bytes there, at once, for it is valid for 15 minutes and one recording.
   *
   * A recording is audio or video of at most 1.5 GB (1,500,000,000 bytes), such as WAV, MP3, MP4, MKV or FLAC. Gong
   * refuses one that it has already, and discards in silence what is shorter than a minute or holds no speech. A
   * recording is never sent to Gong twice: where Gong asks to wait, that is `RATE_LIMITED`. A call that the viewer may not
   * see is `GONG_NOT_FOUND`, like one that does not exist. Cost: 1 request with a `file`, and 1 more when the gateway's
   * policy may hide the call and `createCall` did not register it here.
   */
  readonly addCallMedia: Maybe<AddCallMediaPayload>;
  /**
   * Registers a call that was recorded elsewhere. Its recording comes by `downloadMediaUrl`, which Gong fetches, or
   * afterwards by `addCallMedia`; without one, the call never appears. Gong answers at once with the call's id, but
   * shows the call only when it has processed the recording: see `Query.uploadStatus`.
   *
   * A `clientUniqueId` that was used before creates nothing: `alreadyExisted` is then true. Repeating a
   * mutation whose outcome is unknown is therefore safe.
   *
   * The primary user's calls must be imported (`UserSettings.telephonyCallsImported`), else it is `GONG_CONFLICT`.
   * Costs one request; a second one where a `clientUniqueId` was used before and Gong doesn't name its call.
   */
  readonly createCall: Maybe<CreateCallPayload>;
  /**
   * Creates a meeting in the name of an organizer, whose consent page it uses. Gong sends no invitation: put the
   * meeting's `url` and `additionalInvitees` into yours. Where Gong's set-up stands in the way (`GONG_CONFLICT`),
   * `extensions.gong` has its `userFacingError`, `fixUrl` and `helpUrl`; ask `Query.meetingIntegrationStatus`
   * beforehand. In limited release at Gong: `GONG_NOT_LICENSED` until it is enabled. Costs one request.
   */
  readonly createMeeting: Maybe<CreateMeetingPayload>;
  /** Deletes a meeting. One that isn't there, or isn't the organizer's, is `GONG_NOT_FOUND`. Costs one request. */
  readonly deleteMeeting: Maybe<DeleteMeetingPayload>;
  /**
   * Sends any request that the description of Gong's REST API knows, for what has no field here: with this gateway's
   * credentials, in its turn, with its errors, and with the same care that nothing is done twice. Reads are tried
   * again where they fail, and are not cached; whatever else is sent makes every cache of the company forget what it
   * holds. Needs the scopes of the operation that it names.
   *
   * An operator has to allow it (`GATEWAY_RAW_REQUESTS=on`), else it is `FORBIDDEN`: it reaches everything that the
   * credential does. Costs one request.
   */
  readonly gongRequest: Maybe<GongRequestPayload>;
  /**
   * Reports that a user shared content. An `eventId` that was reported before changes nothing and is no error:
   * `alreadyReported` is then true. Costs one request.
   */
  readonly recordContentShare: Maybe<EngagementEventPayload>;
  /**
   * Reports that somebody viewed content, such as a deck. An `eventId` that was reported before changes nothing and
   * is no error: `alreadyReported` is then true. Costs one request.
   */
  readonly recordContentView: Maybe<EngagementEventPayload>;
  /**
   * Reports any other action on content, such as a signature. An `eventId` that was reported before changes nothing
   * and is no error: `alreadyReported` is then true. Costs one request.
   */
  readonly recordCustomAction: Maybe<EngagementEventPayload>;
  /**
   * Replaces a meeting. Gong keeps nothing of the one before: what the input leaves out is gone, and there is no way
   * to read it, so keep your own copy. Costs one request.
   */
  readonly updateMeeting: Maybe<UpdateMeetingPayload>;
};


/**
 * What can be changed at Gong. Each field is one request to Gong, sent in the order written, before anything that
 * only reads. A field that fails is null and says why in `errors`; the others stay.
 *
 * Nothing is ever done twice behind your back: a request is sent again only where Gong certainly did nothing,
 * that is after its "too many requests" and where no connection came about. Where Gong may have acted and gave
 * no answer, the error is `OUTCOME_UNKNOWN`: look before you try again. Two equal mutations are two requests.
 *
 * All arguments of an operation are checked before any of it runs; what only Gong can judge is left to Gong.
 */
export type MutationAddCallMediaArgs = {
  input: AddCallMediaInput;
};


/**
 * What can be changed at Gong. Each field is one request to Gong, sent in the order written, before anything that
 * only reads. A field that fails is null and says why in `errors`; the others stay.
 *
 * Nothing is ever done twice behind your back: a request is sent again only where Gong certainly did nothing,
 * that is after its "too many requests" and where no connection came about. Where Gong may have acted and gave
 * no answer, the error is `OUTCOME_UNKNOWN`: look before you try again. Two equal mutations are two requests.
 *
 * All arguments of an operation are checked before any of it runs; what only Gong can judge is left to Gong.
 */
export type MutationCreateCallArgs = {
  input: CreateCallInput;
};


/**
 * What can be changed at Gong. Each field is one request to Gong, sent in the order written, before anything that
 * only reads. A field that fails is null and says why in `errors`; the others stay.
 *
 * Nothing is ever done twice behind your back: a request is sent again only where Gong certainly did nothing,
 * that is after its "too many requests" and where no connection came about. Where Gong may have acted and gave
 * no answer, the error is `OUTCOME_UNKNOWN`: look before you try again. Two equal mutations are two requests.
 *
 * All arguments of an operation are checked before any of it runs; what only Gong can judge is left to Gong.
 */
export type MutationCreateMeetingArgs = {
  input: CreateMeetingInput;
};


/**
 * What can be changed at Gong. Each field is one request to Gong, sent in the order written, before anything that
 * only reads. A field that fails is null and says why in `errors`; the others stay.
 *
 * Nothing is ever done twice behind your back: a request is sent again only where Gong certainly did nothing,
 * that is after its "too many requests" and where no connection came about. Where Gong may have acted and gave
 * no answer, the error is `OUTCOME_UNKNOWN`: look before you try again. Two equal mutations are two requests.
 *
 * All arguments of an operation are checked before any of it runs; what only Gong can judge is left to Gong.
 */
export type MutationDeleteMeetingArgs = {
  input: DeleteMeetingInput;
};


/**
 * What can be changed at Gong. Each field is one request to Gong, sent in the order written, before anything that
 * only reads. A field that fails is null and says why in `errors`; the others stay.
 *
 * Nothing is ever done twice behind your back: a request is sent again only where Gong certainly did nothing,
 * that is after its "too many requests" and where no connection came about. Where Gong may have acted and gave
 * no answer, the error is `OUTCOME_UNKNOWN`: look before you try again. Two equal mutations are two requests.
 *
 * All arguments of an operation are checked before any of it runs; what only Gong can judge is left to Gong.
 */
export type MutationGongRequestArgs = {
  input: GongRequestInput;
};


/**
 * What can be changed at Gong. Each field is one request to Gong, sent in the order written, before anything that
 * only reads. A field that fails is null and says why in `errors`; the others stay.
 *
 * Nothing is ever done twice behind your back: a request is sent again only where Gong certainly did nothing,
 * that is after its "too many requests" and where no connection came about. Where Gong may have acted and gave
 * no answer, the error is `OUTCOME_UNKNOWN`: look before you try again. Two equal mutations are two requests.
 *
 * All arguments of an operation are checked before any of it runs; what only Gong can judge is left to Gong.
 */
export type MutationRecordContentShareArgs = {
  input: RecordContentShareInput;
};


/**
 * What can be changed at Gong. Each field is one request to Gong, sent in the order written, before anything that
 * only reads. A field that fails is null and says why in `errors`; the others stay.
 *
 * Nothing is ever done twice behind your back: a request is sent again only where Gong certainly did nothing,
 * that is after its "too many requests" and where no connection came about. Where Gong may have acted and gave
 * no answer, the error is `OUTCOME_UNKNOWN`: look before you try again. Two equal mutations are two requests.
 *
 * All arguments of an operation are checked before any of it runs; what only Gong can judge is left to Gong.
 */
export type MutationRecordContentViewArgs = {
  input: RecordContentViewInput;
};


/**
 * What can be changed at Gong. Each field is one request to Gong, sent in the order written, before anything that
 * only reads. A field that fails is null and says why in `errors`; the others stay.
 *
 * Nothing is ever done twice behind your back: a request is sent again only where Gong certainly did nothing,
 * that is after its "too many requests" and where no connection came about. Where Gong may have acted and gave
 * no answer, the error is `OUTCOME_UNKNOWN`: look before you try again. Two equal mutations are two requests.
 *
 * All arguments of an operation are checked before any of it runs; what only Gong can judge is left to Gong.
 */
export type MutationRecordCustomActionArgs = {
  input: RecordCustomActionInput;
};


/**
 * What can be changed at Gong. Each field is one request to Gong, sent in the order written, before anything that
 * only reads. A field that fails is null and says why in `errors`; the others stay.
 *
 * Nothing is ever done twice behind your back: a request is sent again only where Gong certainly did nothing,
 * that is after its "too many requests" and where no connection came about. Where Gong may have acted and gave
 * no answer, the error is `OUTCOME_UNKNOWN`: look before you try again. Two equal mutations are two requests.
 *
 * All arguments of an operation are checked before any of it runs; what only Gong can judge is left to Gong.
 */
export type MutationUpdateMeetingArgs = {
  input: UpdateMeetingInput;
};

/** An object that `Query.node` can find again. */
export type Node = {
  /** Opaque id, unique over all types: the key for client caches. Gong's own id is `id`. */
  readonly nodeId: Scalars['ID']['output'];
};

/**
 * Where a page of a connection lies in its list. Paging is forward only: give `endCursor` as the next
 * `after`, with everything else unchanged.
 */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /**
   * Cursor to go on from. Null for a page without items after which nothing follows. A page that was cut short
   * before its first item, or of which the gateway's policy hides everything, leads on by it.
   */
  readonly endCursor: Maybe<Scalars['String']['output']>;
  /**
   * Whether more follows. Also true when only items follow that the gateway's policy hides, and for a page that was
   * cut short by the deadline or the limit of requests, which `extensions.gong.incomplete` then names.
   */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether something precedes the cursor given as `after`. False without `after`. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first item of the page. Null for a page without items. */
  readonly startCursor: Maybe<Scalars['String']['output']>;
};

/** Somebody who was invited to a call or took part in it. */
export type Party = {
  readonly __typename?: 'Party';
  /** The side that the party is on. */
  readonly affiliation: Maybe<PartyAffiliation>;
  /**
   * Records of the CRM that the party is linked to, one entry for each CRM. Objects' `fields` make Gong's
   * answer several times heavier, and so does `timing`.
   */
  readonly context: Maybe<ReadonlyArray<CrmContext>>;
  /** E-mail address. */
  readonly emailAddress: Maybe<Scalars['String']['output']>;
  /** How Gong knows of the party, in Gong's words: `Invitee`, `Attendee` or both. */
  readonly methods: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Name, or one made up by Gong, such as `Phone Caller #1`. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Key of the party within its call; says nothing beyond it. */
  readonly partyId: Maybe<Scalars['ID']['output']>;
  /** Phone number, as Gong has it. */
  readonly phoneNumber: Maybe<Scalars['String']['output']>;
  /** Key of the party's voice in this call, as in transcript and tracker hits. Null for those who didn't speak. */
  readonly speakerId: Maybe<Scalars['ID']['output']>;
  /** Job title. */
  readonly title: Maybe<Scalars['String']['output']>;
  /**
   * The Gong user that this party is. Null for anybody else: matched by the user id that Gong sends, never by
   * name or address. `id` alone is free; other fields cost one request for each 100 distinct users.
   */
  readonly user: Maybe<User>;
};


/** Somebody who was invited to a call or took part in it. */
export type PartyContextArgs = {
  timing?: InputMaybe<ReadonlyArray<ContextTiming>>;
};

/** The side that a participant is on. */
export type PartyAffiliation =
  /** Not of the company. */
  | 'EXTERNAL'
  /** Of the company. */
  | 'INTERNAL'
  /** Gong doesn't know it, or sent a value that it added after this schema was written. Output only. */
  | 'UNKNOWN';

/** How to read the value of a property. */
export type PropertyDataType =
  /** A day or an instant, such as `2026-03-02` or `2026-03-02T14:05:00Z`. */
  | 'DATE'
  /** A number, such as `12.5`. */
  | 'NUMBER'
  /** Text. */
  | 'STRING'
  /** A web address. */
  | 'URL';

/** A further fact about content or an event. */
export type PropertyInput = {
  /** How to read the value. */
  readonly dataType?: InputMaybe<PropertyDataType>;
  /** Name of the fact. */
  readonly name: Scalars['String']['input'];
  /** The value as text, as `dataType` demands. */
  readonly value: Scalars['String']['input'];
};

/**
 * What can be read from Gong. "Request" always means a request to Gong, of which a company has few. However
 * an operation is written, all ids of one kind that it needs travel together, 100 a request. The costs named
 * here are those of a field alone and with nothing cached.
 *
 * Rules for every field:
 * - An empty, missing or null list at Gong is `[]`, and an empty object is null. A list is null only when
 *   that part could not be read (then `errors` has an entry with its path, and the rest of the answer stays) or
 *   belongs to an object that Gong no longer lists.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where something refers to it, its other fields being
 *   null. Asked for by id at the root, it is null.
 * - Asking only for the `id` of such a reference costs nothing.
 * - What was read before may be served again for a while: directory data for some minutes, calls by how long ago
 *   they were. `extensions.gong` tells what came from a cache. Links to recordings are always read anew.
 */
export type Query = {
  readonly __typename?: 'Query';
  /**
   * For federation routers: the objects that other subgraphs refer to, in the order given, with null for each that Gong
   * doesn't have. A reference that is malformed fails at its place, the others are found all the same. They travel as those
   * of the fields by ids do. A `User` by `emailAddress` is somebody who has it as their main address or, where nobody has,
   * as any of theirs, case ignored; where several have it, the reference fails. Finding one by it costs the pages of the
   * user directory, once per operation.
   */
  readonly _entities: ReadonlyArray<Maybe<_Entity>>;
  /**
   * For stitching gateways: this graph in SDL with the directives of `@graphql-tools/stitching-directives`. Costs no
   * request.
   */
  readonly _sdl: Scalars['String']['output'];
  /** For federation routers: this graph as a subgraph. Costs no request. */
  readonly _service: _Service;
  /**
   * Reviews: scorecards filled in for calls, by people and by Gong, in Gong's own order, which is not
   * documented. Reviews of calls that the gateway's policy hides are left out: a page may hold fewer than `first`
   * reviews although more follow. Costs one request for each 100 reviews, hidden ones included; where the policy hides
   * calls, one more for the calls of each 100 reviews.
   */
  readonly answeredScorecards: Maybe<AnsweredScorecardConnection>;
  /**
   * Entries of the company's audit log, in the order in which Gong sends them. Session and CSRF tokens and IP addresses in
   * them are replaced with `[redacted]`, unless an operator shows them with `GATEWAY_AUDIT_SECRETS=show`. `FORBIDDEN` when
   * the policy holds `no-audit`, or restricts more than private calls. Cost: 1 request per 100 entries.
   */
  readonly auditLog: Maybe<AuditLogConnection>;
  /**
   * One call. Null where there is none with this id that the credential may see, or where Gong has not
   * finished processing it: a new recording is not there for minutes, sometimes hours.
   * Costs one request, shared by up to 100 calls by id in the operation. With only basic fields selected it
   * needs the least scope.
   */
  readonly call: Maybe<Call>;
  /**
   * Calls of a time window, oldest first unless `order` says otherwise. The same filter means the same
   * calls, whatever is selected: `from` and `to` compare the time at which a call started.
   *
   * The exception: to a credential without the scope `api:calls:read:extensive`, basic fields are served from
   * `GET /v2/calls`, which compares the *scheduled* time of web conferences; near the ends of the window
   * its calls may differ.
   *
   * A call appears only after Gong has processed it, late and out of order: to keep a copy, read an
   * overlap of a day or more again. Calls that the gateway's policy hides, by default those that are private, are
   * left out: a page may hold fewer than `first` calls although more follow, as `hasNextPage` then says.
   *
   * Costs one request for each 100 calls, hidden ones included; for `NEWEST_FIRST` see there. Only when all calls of
   * a page are hidden does the gateway read on, until it finds one to show.
   */
  readonly calls: Maybe<CallConnection>;
  /**
   * Calls by id, in the order given, with null for each id that Gong doesn't find. One id that Gong refuses
   * does no harm to the others. Costs one request for each 100 distinct ids.
   */
  readonly callsByIds: Maybe<ReadonlyArray<Maybe<Call>>>;
  /**
   * One folder of the public library, its calls included. Null where there is none by this id that Gong
   * shows. Costs one request.
   */
  readonly folder: Maybe<Folder>;
  /**
   * All folders of a workspace's public library, as a flat list; `parent` and `children` make the tree.
   * Private and archived folders are never shown. Costs one request.
   */
  readonly folders: Maybe<ReadonlyArray<Folder>>;
  /**
   * Folders by id, in the order given, with null for each id that Gong doesn't show. Costs one request for each distinct
   * id. Without `calls`, more than five are looked for in the lists of the workspaces first, where these are fewer, and only
   * those that no list has are asked for one by one; with `workspace`, `parent` or `children`, so is each.
   */
  readonly foldersByIds: Maybe<ReadonlyArray<Maybe<Folder>>>;
  /**
   * Whether people can create meetings through Gong: an entry for each address that Gong answers for. Costs
   * one request for each 100 addresses.
   */
  readonly meetingIntegrationStatus: Maybe<ReadonlyArray<MeetingIntegrationStatus>>;
  /** The object with this `nodeId`, or null where it is gone. Costs what its type costs by id. */
  readonly node: Maybe<Node>;
  /**
   * The objects with these `nodeId`s, in the order given, with null for each that is gone. Those of one type
   * travel together, 100 a request.
   */
  readonly nodes: ReadonlyArray<Maybe<Node>>;
  /**
   * How much of the company's quota at Gong this gateway has used. Costs no request. Gong's limit is the
   * company's: what other integrations use is not counted here.
   */
  readonly quota: Maybe<Quota>;
  /** One scorecard. Null where there is none by this id. Costs the one request that reads all scorecards. */
  readonly scorecard: Maybe<Scorecard>;
  /** Scorecards: the definitions, with their questions. Costs one request, whatever the workspace. */
  readonly scorecards: Maybe<ReadonlyArray<Scorecard>>;
  /**
   * Scorecards by id, in the order given, with null for each id that Gong doesn't have. Costs the one request that reads
   * all scorecards.
   */
  readonly scorecardsByIds: Maybe<ReadonlyArray<Maybe<Scorecard>>>;
  /**
   * Users with this e-mail address or this phone number; give exactly one of the two. `[]` where nobody has
   * it. Gong cannot search: the pages of the user directory (one request for each 100 users of the company)
   * are read, once per operation however many searches it holds.
   */
  readonly searchUsers: Maybe<ReadonlyArray<User>>;
  /**
   * One keyword tracker. Null where there is none by this id, and for smart trackers, which Gong doesn't
   * list. Costs the one request that reads all trackers.
   */
  readonly tracker: Maybe<Tracker>;
  /** Keyword trackers. Smart trackers are not listed by Gong. Costs one request. */
  readonly trackers: Maybe<ReadonlyArray<Tracker>>;
  /**
   * Keyword trackers by id, in the order given, with null for each id that Gong doesn't list. Costs the one request that
   * reads all trackers.
   */
  readonly trackersByIds: Maybe<ReadonlyArray<Maybe<Tracker>>>;
  /**
   * What became of a call that was uploaded. Gong says nothing of a call until it has processed its recording, so
   * this puts together whether Gong shows the call now and what went through this gateway within the last seven days.
   * What it can't tell: why a recording was discarded, or whether one that takes long was. Null where Gong doesn't
   * know the call and nothing of it went through here: it may never have been registered, be still in process, or
   * have been discarded. Costs one request, which the call itself shares where it is wanted too, and now and then a
   * second one; asked again within 15 seconds, none.
   */
  readonly uploadStatus: Maybe<UploadStatus>;
  /**
   * One user, active or not. Null where Gong knows none by this id. Costs one request for 100 users by id; none
   * where only `calls` are selected and there are some, for they name the user.
   */
  readonly user: Maybe<User>;
  /**
   * Users of the company, in Gong's own order, which is not documented. Costs one request for each 100 users
   * read; with `active`, users are read until `first` of them match.
   */
  readonly users: Maybe<UserConnection>;
  /**
   * Users by id, in the order given, with null for each id that Gong doesn't find. Costs one request for each
   * 100 distinct ids.
   */
  readonly usersByIds: Maybe<ReadonlyArray<Maybe<User>>>;
  /** One workspace. Null where there is none by this id. Costs the one request that reads all workspaces. */
  readonly workspace: Maybe<Workspace>;
  /** All workspaces of the company. Costs one request. */
  readonly workspaces: Maybe<ReadonlyArray<Workspace>>;
  /**
   * Workspaces by id, in the order given, with null for each id that Gong doesn't have. Costs the one request that reads
   * all workspaces.
   */
  readonly workspacesByIds: Maybe<ReadonlyArray<Maybe<Workspace>>>;
};


/**
 * What can be read from Gong. "Request" always means a request to Gong, of which a company has few. However
 * an operation is written, all ids of one kind that it needs travel together, 100 a request. The costs named
 * here are those of a field alone and with nothing cached.
 *
 * Rules for every field:
 * - An empty, missing or null list at Gong is `[]`, and an empty object is null. A list is null only when
 *   that part could not be read (then `errors` has an entry with its path, and the rest of the answer stays) or
 *   belongs to an object that Gong no longer lists.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where something refers to it, its other fields being
 *   null. Asked for by id at the root, it is null.
 * - Asking only for the `id` of such a reference costs nothing.
 * - What was read before may be served again for a while: directory data for some minutes, calls by how long ago
 *   they were. `extensions.gong` tells what came from a cache. Links to recordings are always read anew.
 */
export type Query_EntitiesArgs = {
  representations: ReadonlyArray<Scalars['_Any']['input']>;
};


/**
 * What can be read from Gong. "Request" always means a request to Gong, of which a company has few. However
 * an operation is written, all ids of one kind that it needs travel together, 100 a request. The costs named
 * here are those of a field alone and with nothing cached.
 *
 * Rules for every field:
 * - An empty, missing or null list at Gong is `[]`, and an empty object is null. A list is null only when
 *   that part could not be read (then `errors` has an entry with its path, and the rest of the answer stays) or
 *   belongs to an object that Gong no longer lists.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where something refers to it, its other fields being
 *   null. Asked for by id at the root, it is null.
 * - Asking only for the `id` of such a reference costs nothing.
 * - What was read before may be served again for a while: directory data for some minutes, calls by how long ago
 *   they were. `extensions.gong` tells what came from a cache. Links to recordings are always read anew.
 */
export type QueryAnsweredScorecardsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AnsweredScorecardFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * What can be read from Gong. "Request" always means a request to Gong, of which a company has few. However
 * an operation is written, all ids of one kind that it needs travel together, 100 a request. The costs named
 * here are those of a field alone and with nothing cached.
 *
 * Rules for every field:
 * - An empty, missing or null list at Gong is `[]`, and an empty object is null. A list is null only when
 *   that part could not be read (then `errors` has an entry with its path, and the rest of the answer stays) or
 *   belongs to an object that Gong no longer lists.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where something refers to it, its other fields being
 *   null. Asked for by id at the root, it is null.
 * - Asking only for the `id` of such a reference costs nothing.
 * - What was read before may be served again for a while: directory data for some minutes, calls by how long ago
 *   they were. `extensions.gong` tells what came from a cache. Links to recordings are always read anew.
 */
export type QueryAuditLogArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from: Scalars['DateTime']['input'];
  to?: InputMaybe<Scalars['DateTime']['input']>;
  type: AuditLogType;
};


/**
 * What can be read from Gong. "Request" always means a request to Gong, of which a company has few. However
 * an operation is written, all ids of one kind that it needs travel together, 100 a request. The costs named
 * here are those of a field alone and with nothing cached.
 *
 * Rules for every field:
 * - An empty, missing or null list at Gong is `[]`, and an empty object is null. A list is null only when
 *   that part could not be read (then `errors` has an entry with its path, and the rest of the answer stays) or
 *   belongs to an object that Gong no longer lists.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where something refers to it, its other fields being
 *   null. Asked for by id at the root, it is null.
 * - Asking only for the `id` of such a reference costs nothing.
 * - What was read before may be served again for a while: directory data for some minutes, calls by how long ago
 *   they were. `extensions.gong` tells what came from a cache. Links to recordings are always read anew.
 */
export type QueryCallArgs = {
  id: Scalars['ID']['input'];
};


/**
 * What can be read from Gong. "Request" always means a request to Gong, of which a company has few. However
 * an operation is written, all ids of one kind that it needs travel together, 100 a request. The costs named
 * here are those of a field alone and with nothing cached.
 *
 * Rules for every field:
 * - An empty, missing or null list at Gong is `[]`, and an empty object is null. A list is null only when
 *   that part could not be read (then `errors` has an entry with its path, and the rest of the answer stays) or
 *   belongs to an object that Gong no longer lists.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where something refers to it, its other fields being
 *   null. Asked for by id at the root, it is null.
 * - Asking only for the `id` of such a reference costs nothing.
 * - What was read before may be served again for a while: directory data for some minutes, calls by how long ago
 *   they were. `extensions.gong` tells what came from a cache. Links to recordings are always read anew.
 */
export type QueryCallsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CallFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  order?: InputMaybe<CallOrder>;
};


/**
 * What can be read from Gong. "Request" always means a request to Gong, of which a company has few. However
 * an operation is written, all ids of one kind that it needs travel together, 100 a request. The costs named
 * here are those of a field alone and with nothing cached.
 *
 * Rules for every field:
 * - An empty, missing or null list at Gong is `[]`, and an empty object is null. A list is null only when
 *   that part could not be read (then `errors` has an entry with its path, and the rest of the answer stays) or
 *   belongs to an object that Gong no longer lists.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where something refers to it, its other fields being
 *   null. Asked for by id at the root, it is null.
 * - Asking only for the `id` of such a reference costs nothing.
 * - What was read before may be served again for a while: directory data for some minutes, calls by how long ago
 *   they were. `extensions.gong` tells what came from a cache. Links to recordings are always read anew.
 */
export type QueryCallsByIdsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * What can be read from Gong. "Request" always means a request to Gong, of which a company has few. However
 * an operation is written, all ids of one kind that it needs travel together, 100 a request. The costs named
 * here are those of a field alone and with nothing cached.
 *
 * Rules for every field:
 * - An empty, missing or null list at Gong is `[]`, and an empty object is null. A list is null only when
 *   that part could not be read (then `errors` has an entry with its path, and the rest of the answer stays) or
 *   belongs to an object that Gong no longer lists.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where something refers to it, its other fields being
 *   null. Asked for by id at the root, it is null.
 * - Asking only for the `id` of such a reference costs nothing.
 * - What was read before may be served again for a while: directory data for some minutes, calls by how long ago
 *   they were. `extensions.gong` tells what came from a cache. Links to recordings are always read anew.
 */
export type QueryFolderArgs = {
  id: Scalars['ID']['input'];
};


/**
 * What can be read from Gong. "Request" always means a request to Gong, of which a company has few. However
 * an operation is written, all ids of one kind that it needs travel together, 100 a request. The costs named
 * here are those of a field alone and with nothing cached.
 *
 * Rules for every field:
 * - An empty, missing or null list at Gong is `[]`, and an empty object is null. A list is null only when
 *   that part could not be read (then `errors` has an entry with its path, and the rest of the answer stays) or
 *   belongs to an object that Gong no longer lists.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where something refers to it, its other fields being
 *   null. Asked for by id at the root, it is null.
 * - Asking only for the `id` of such a reference costs nothing.
 * - What was read before may be served again for a while: directory data for some minutes, calls by how long ago
 *   they were. `extensions.gong` tells what came from a cache. Links to recordings are always read anew.
 */
export type QueryFoldersArgs = {
  workspaceId: Scalars['ID']['input'];
};


/**
 * What can be read from Gong. "Request" always means a request to Gong, of which a company has few. However
 * an operation is written, all ids of one kind that it needs travel together, 100 a request. The costs named
 * here are those of a field alone and with nothing cached.
 *
 * Rules for every field:
 * - An empty, missing or null list at Gong is `[]`, and an empty object is null. A list is null only when
 *   that part could not be read (then `errors` has an entry with its path, and the rest of the answer stays) or
 *   belongs to an object that Gong no longer lists.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where something refers to it, its other fields being
 *   null. Asked for by id at the root, it is null.
 * - Asking only for the `id` of such a reference costs nothing.
 * - What was read before may be served again for a while: directory data for some minutes, calls by how long ago
 *   they were. `extensions.gong` tells what came from a cache. Links to recordings are always read anew.
 */
export type QueryFoldersByIdsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * What can be read from Gong. "Request" always means a request to Gong, of which a company has few. However
 * an operation is written, all ids of one kind that it needs travel together, 100 a request. The costs named
 * here are those of a field alone and with nothing cached.
 *
 * Rules for every field:
 * - An empty, missing or null list at Gong is `[]`, and an empty object is null. A list is null only when
 *   that part could not be read (then `errors` has an entry with its path, and the rest of the answer stays) or
 *   belongs to an object that Gong no longer lists.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where something refers to it, its other fields being
 *   null. Asked for by id at the root, it is null.
 * - Asking only for the `id` of such a reference costs nothing.
 * - What was read before may be served again for a while: directory data for some minutes, calls by how long ago
 *   they were. `extensions.gong` tells what came from a cache. Links to recordings are always read anew.
 */
export type QueryMeetingIntegrationStatusArgs = {
  emails: ReadonlyArray<Scalars['String']['input']>;
};


/**
 * What can be read from Gong. "Request" always means a request to Gong, of which a company has few. However
 * an operation is written, all ids of one kind that it needs travel together, 100 a request. The costs named
 * here are those of a field alone and with nothing cached.
 *
 * Rules for every field:
 * - An empty, missing or null list at Gong is `[]`, and an empty object is null. A list is null only when
 *   that part could not be read (then `errors` has an entry with its path, and the rest of the answer stays) or
 *   belongs to an object that Gong no longer lists.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where something refers to it, its other fields being
 *   null. Asked for by id at the root, it is null.
 * - Asking only for the `id` of such a reference costs nothing.
 * - What was read before may be served again for a while: directory data for some minutes, calls by how long ago
 *   they were. `extensions.gong` tells what came from a cache. Links to recordings are always read anew.
 */
export type QueryNodeArgs = {
  nodeId: Scalars['ID']['input'];
};


/**
 * What can be read from Gong. "Request" always means a request to Gong, of which a company has few. However
 * an operation is written, all ids of one kind that it needs travel together, 100 a request. The costs named
 * here are those of a field alone and with nothing cached.
 *
 * Rules for every field:
 * - An empty, missing or null list at Gong is `[]`, and an empty object is null. A list is null only when
 *   that part could not be read (then `errors` has an entry with its path, and the rest of the answer stays) or
 *   belongs to an object that Gong no longer lists.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where something refers to it, its other fields being
 *   null. Asked for by id at the root, it is null.
 * - Asking only for the `id` of such a reference costs nothing.
 * - What was read before may be served again for a while: directory data for some minutes, calls by how long ago
 *   they were. `extensions.gong` tells what came from a cache. Links to recordings are always read anew.
 */
export type QueryNodesArgs = {
  nodeIds: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * What can be read from Gong. "Request" always means a request to Gong, of which a company has few. However
 * an operation is written, all ids of one kind that it needs travel together, 100 a request. The costs named
 * here are those of a field alone and with nothing cached.
 *
 * Rules for every field:
 * - An empty, missing or null list at Gong is `[]`, and an empty object is null. A list is null only when
 *   that part could not be read (then `errors` has an entry with its path, and the rest of the answer stays) or
 *   belongs to an object that Gong no longer lists.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where something refers to it, its other fields being
 *   null. Asked for by id at the root, it is null.
 * - Asking only for the `id` of such a reference costs nothing.
 * - What was read before may be served again for a while: directory data for some minutes, calls by how long ago
 *   they were. `extensions.gong` tells what came from a cache. Links to recordings are always read anew.
 */
export type QueryScorecardArgs = {
  id: Scalars['ID']['input'];
};


/**
 * What can be read from Gong. "Request" always means a request to Gong, of which a company has few. However
 * an operation is written, all ids of one kind that it needs travel together, 100 a request. The costs named
 * here are those of a field alone and with nothing cached.
 *
 * Rules for every field:
 * - An empty, missing or null list at Gong is `[]`, and an empty object is null. A list is null only when
 *   that part could not be read (then `errors` has an entry with its path, and the rest of the answer stays) or
 *   belongs to an object that Gong no longer lists.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where something refers to it, its other fields being
 *   null. Asked for by id at the root, it is null.
 * - Asking only for the `id` of such a reference costs nothing.
 * - What was read before may be served again for a while: directory data for some minutes, calls by how long ago
 *   they were. `extensions.gong` tells what came from a cache. Links to recordings are always read anew.
 */
export type QueryScorecardsArgs = {
  workspaceId?: InputMaybe<Scalars['ID']['input']>;
};


/**
 * What can be read from Gong. "Request" always means a request to Gong, of which a company has few. However
 * an operation is written, all ids of one kind that it needs travel together, 100 a request. The costs named
 * here are those of a field alone and with nothing cached.
 *
 * Rules for every field:
 * - An empty, missing or null list at Gong is `[]`, and an empty object is null. A list is null only when
 *   that part could not be read (then `errors` has an entry with its path, and the rest of the answer stays) or
 *   belongs to an object that Gong no longer lists.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where something refers to it, its other fields being
 *   null. Asked for by id at the root, it is null.
 * - Asking only for the `id` of such a reference costs nothing.
 * - What was read before may be served again for a while: directory data for some minutes, calls by how long ago
 *   they were. `extensions.gong` tells what came from a cache. Links to recordings are always read anew.
 */
export type QueryScorecardsByIdsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * What can be read from Gong. "Request" always means a request to Gong, of which a company has few. However
 * an operation is written, all ids of one kind that it needs travel together, 100 a request. The costs named
 * here are those of a field alone and with nothing cached.
 *
 * Rules for every field:
 * - An empty, missing or null list at Gong is `[]`, and an empty object is null. A list is null only when
 *   that part could not be read (then `errors` has an entry with its path, and the rest of the answer stays) or
 *   belongs to an object that Gong no longer lists.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where something refers to it, its other fields being
 *   null. Asked for by id at the root, it is null.
 * - Asking only for the `id` of such a reference costs nothing.
 * - What was read before may be served again for a while: directory data for some minutes, calls by how long ago
 *   they were. `extensions.gong` tells what came from a cache. Links to recordings are always read anew.
 */
export type QuerySearchUsersArgs = {
  email?: InputMaybe<Scalars['String']['input']>;
  phoneNumber?: InputMaybe<Scalars['String']['input']>;
};


/**
 * What can be read from Gong. "Request" always means a request to Gong, of which a company has few. However
 * an operation is written, all ids of one kind that it needs travel together, 100 a request. The costs named
 * here are those of a field alone and with nothing cached.
 *
 * Rules for every field:
 * - An empty, missing or null list at Gong is `[]`, and an empty object is null. A list is null only when
 *   that part could not be read (then `errors` has an entry with its path, and the rest of the answer stays) or
 *   belongs to an object that Gong no longer lists.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where something refers to it, its other fields being
 *   null. Asked for by id at the root, it is null.
 * - Asking only for the `id` of such a reference costs nothing.
 * - What was read before may be served again for a while: directory data for some minutes, calls by how long ago
 *   they were. `extensions.gong` tells what came from a cache. Links to recordings are always read anew.
 */
export type QueryTrackerArgs = {
  id: Scalars['ID']['input'];
};


/**
 * What can be read from Gong. "Request" always means a request to Gong, of which a company has few. However
 * an operation is written, all ids of one kind that it needs travel together, 100 a request. The costs named
 * here are those of a field alone and with nothing cached.
 *
 * Rules for every field:
 * - An empty, missing or null list at Gong is `[]`, and an empty object is null. A list is null only when
 *   that part could not be read (then `errors` has an entry with its path, and the rest of the answer stays) or
 *   belongs to an object that Gong no longer lists.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where something refers to it, its other fields being
 *   null. Asked for by id at the root, it is null.
 * - Asking only for the `id` of such a reference costs nothing.
 * - What was read before may be served again for a while: directory data for some minutes, calls by how long ago
 *   they were. `extensions.gong` tells what came from a cache. Links to recordings are always read anew.
 */
export type QueryTrackersArgs = {
  workspaceId?: InputMaybe<Scalars['ID']['input']>;
};


/**
 * What can be read from Gong. "Request" always means a request to Gong, of which a company has few. However
 * an operation is written, all ids of one kind that it needs travel together, 100 a request. The costs named
 * here are those of a field alone and with nothing cached.
 *
 * Rules for every field:
 * - An empty, missing or null list at Gong is `[]`, and an empty object is null. A list is null only when
 *   that part could not be read (then `errors` has an entry with its path, and the rest of the answer stays) or
 *   belongs to an object that Gong no longer lists.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where something refers to it, its other fields being
 *   null. Asked for by id at the root, it is null.
 * - Asking only for the `id` of such a reference costs nothing.
 * - What was read before may be served again for a while: directory data for some minutes, calls by how long ago
 *   they were. `extensions.gong` tells what came from a cache. Links to recordings are always read anew.
 */
export type QueryTrackersByIdsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * What can be read from Gong. "Request" always means a request to Gong, of which a company has few. However
 * an operation is written, all ids of one kind that it needs travel together, 100 a request. The costs named
 * here are those of a field alone and with nothing cached.
 *
 * Rules for every field:
 * - An empty, missing or null list at Gong is `[]`, and an empty object is null. A list is null only when
 *   that part could not be read (then `errors` has an entry with its path, and the rest of the answer stays) or
 *   belongs to an object that Gong no longer lists.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where something refers to it, its other fields being
 *   null. Asked for by id at the root, it is null.
 * - Asking only for the `id` of such a reference costs nothing.
 * - What was read before may be served again for a while: directory data for some minutes, calls by how long ago
 *   they were. `extensions.gong` tells what came from a cache. Links to recordings are always read anew.
 */
export type QueryUploadStatusArgs = {
  callId: Scalars['ID']['input'];
};


/**
 * What can be read from Gong. "Request" always means a request to Gong, of which a company has few. However
 * an operation is written, all ids of one kind that it needs travel together, 100 a request. The costs named
 * here are those of a field alone and with nothing cached.
 *
 * Rules for every field:
 * - An empty, missing or null list at Gong is `[]`, and an empty object is null. A list is null only when
 *   that part could not be read (then `errors` has an entry with its path, and the rest of the answer stays) or
 *   belongs to an object that Gong no longer lists.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where something refers to it, its other fields being
 *   null. Asked for by id at the root, it is null.
 * - Asking only for the `id` of such a reference costs nothing.
 * - What was read before may be served again for a while: directory data for some minutes, calls by how long ago
 *   they were. `extensions.gong` tells what came from a cache. Links to recordings are always read anew.
 */
export type QueryUserArgs = {
  id: Scalars['ID']['input'];
};


/**
 * What can be read from Gong. "Request" always means a request to Gong, of which a company has few. However
 * an operation is written, all ids of one kind that it needs travel together, 100 a request. The costs named
 * here are those of a field alone and with nothing cached.
 *
 * Rules for every field:
 * - An empty, missing or null list at Gong is `[]`, and an empty object is null. A list is null only when
 *   that part could not be read (then `errors` has an entry with its path, and the rest of the answer stays) or
 *   belongs to an object that Gong no longer lists.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where something refers to it, its other fields being
 *   null. Asked for by id at the root, it is null.
 * - Asking only for the `id` of such a reference costs nothing.
 * - What was read before may be served again for a while: directory data for some minutes, calls by how long ago
 *   they were. `extensions.gong` tells what came from a cache. Links to recordings are always read anew.
 */
export type QueryUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<UserFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * What can be read from Gong. "Request" always means a request to Gong, of which a company has few. However
 * an operation is written, all ids of one kind that it needs travel together, 100 a request. The costs named
 * here are those of a field alone and with nothing cached.
 *
 * Rules for every field:
 * - An empty, missing or null list at Gong is `[]`, and an empty object is null. A list is null only when
 *   that part could not be read (then `errors` has an entry with its path, and the rest of the answer stays) or
 *   belongs to an object that Gong no longer lists.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where something refers to it, its other fields being
 *   null. Asked for by id at the root, it is null.
 * - Asking only for the `id` of such a reference costs nothing.
 * - What was read before may be served again for a while: directory data for some minutes, calls by how long ago
 *   they were. `extensions.gong` tells what came from a cache. Links to recordings are always read anew.
 */
export type QueryUsersByIdsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * What can be read from Gong. "Request" always means a request to Gong, of which a company has few. However
 * an operation is written, all ids of one kind that it needs travel together, 100 a request. The costs named
 * here are those of a field alone and with nothing cached.
 *
 * Rules for every field:
 * - An empty, missing or null list at Gong is `[]`, and an empty object is null. A list is null only when
 *   that part could not be read (then `errors` has an entry with its path, and the rest of the answer stays) or
 *   belongs to an object that Gong no longer lists.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where something refers to it, its other fields being
 *   null. Asked for by id at the root, it is null.
 * - Asking only for the `id` of such a reference costs nothing.
 * - What was read before may be served again for a while: directory data for some minutes, calls by how long ago
 *   they were. `extensions.gong` tells what came from a cache. Links to recordings are always read anew.
 */
export type QueryWorkspaceArgs = {
  id: Scalars['ID']['input'];
};


/**
 * What can be read from Gong. "Request" always means a request to Gong, of which a company has few. However
 * an operation is written, all ids of one kind that it needs travel together, 100 a request. The costs named
 * here are those of a field alone and with nothing cached.
 *
 * Rules for every field:
 * - An empty, missing or null list at Gong is `[]`, and an empty object is null. A list is null only when
 *   that part could not be read (then `errors` has an entry with its path, and the rest of the answer stays) or
 *   belongs to an object that Gong no longer lists.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where something refers to it, its other fields being
 *   null. Asked for by id at the root, it is null.
 * - Asking only for the `id` of such a reference costs nothing.
 * - What was read before may be served again for a while: directory data for some minutes, calls by how long ago
 *   they were. `extensions.gong` tells what came from a cache. Links to recordings are always read anew.
 */
export type QueryWorkspacesByIdsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};

/**
 * The requests that this gateway may send to Gong for the company, and has sent. Replicas that share a Redis
 * share the count.
 */
export type Quota = {
  readonly __typename?: 'Quota';
  /** Most requests a day: this gateway's share of the company's limit. */
  readonly perDay: Scalars['Int']['output'];
  /** Most requests in any one second: this gateway's share of the company's limit. */
  readonly perSecond: Scalars['Float']['output'];
  /** Requests of all operations that wait for their turn at this moment. */
  readonly queued: Scalars['Int']['output'];
  /** Requests that may still be sent today. At 0, what isn't cached fails with `QUOTA_EXHAUSTED`. */
  readonly remainingToday: Scalars['Int']['output'];
  /** When the count begins anew. */
  readonly resetsAt: Maybe<Scalars['DateTime']['output']>;
  /** Requests sent since the day began, retries included. */
  readonly usedToday: Scalars['Int']['output'];
};

/** Content that a user shared. */
export type RecordContentShareInput = {
  /** What to call the action, such as `Document sent`. */
  readonly actionName?: InputMaybe<Scalars['String']['input']>;
  /** `Windows`, `Linux`, `MacOS`, `iOS` or `Android`. Not explained by Gong. */
  readonly agentPlatform?: InputMaybe<Scalars['String']['input']>;
  /** Id of the content in your system. */
  readonly contentId: Scalars['ID']['input'];
  /** Further facts about the content, at most 200. */
  readonly contentProperties?: InputMaybe<ReadonlyArray<PropertyInput>>;
  /** Title of the content. */
  readonly contentTitle: Scalars['String']['input'];
  /** Link that was shared. */
  readonly contentUrl: Scalars['URL']['input'];
  /** Records of other systems that the event belongs to, at most 100. */
  readonly crmContext?: InputMaybe<ReadonlyArray<CrmContextInput>>;
  /** Id of the event in your system. Gong takes each once, which makes repeating safe. */
  readonly eventId?: InputMaybe<Scalars['ID']['input']>;
  /** Further facts about the event, at most 200. */
  readonly eventProperties?: InputMaybe<ReadonlyArray<PropertyInput>>;
  /** When it happened. */
  readonly eventTimestamp: Scalars['DateTime']['input'];
  /** Bundle or package id of the mobile app. Not explained by Gong. */
  readonly mobileAppId?: InputMaybe<Scalars['String']['input']>;
  /** Page with more. Not explained by Gong. */
  readonly moreInfoUrl?: InputMaybe<Scalars['URL']['input']>;
  /** Others from outside the company who took part, at most 1,000. Not explained by Gong. */
  readonly nonCompanyParticipants?: InputMaybe<ReadonlyArray<ActorInput>>;
  /** Who received it, at most 1,000; each needs an `email`. */
  readonly recipients?: InputMaybe<ReadonlyArray<ActorInput>>;
  /** Id of your system, the same in all its events. */
  readonly reportingSystem: Scalars['String']['input'];
  /** Id of the share, by which views refer to it. */
  readonly shareId?: InputMaybe<Scalars['ID']['input']>;
  /** Page with more about the share. */
  readonly shareInfoUrl?: InputMaybe<Scalars['URL']['input']>;
  /** Who shared. */
  readonly sharer?: InputMaybe<SharerInput>;
  /** Text of the message; Gong cleans HTML before it shows it. */
  readonly sharingMessageBody?: InputMaybe<Scalars['String']['input']>;
  /** Subject of the message. */
  readonly sharingMessageSubject?: InputMaybe<Scalars['String']['input']>;
  /** Id by which Gong tracks the person. Not explained by Gong. */
  readonly trackingId?: InputMaybe<Scalars['ID']['input']>;
  /** User agent of the browser. Not explained by Gong. */
  readonly userAgent?: InputMaybe<Scalars['String']['input']>;
  /** Gong's id of the workspace. Left out: Gong picks one. */
  readonly workspaceId?: InputMaybe<Scalars['ID']['input']>;
};

/** Content that somebody viewed. Give the `viewer` or a `trackingId`, not both. */
export type RecordContentViewInput = {
  /** Name of the action. Not explained by Gong; see `viewActionTitle`. */
  readonly actionName?: InputMaybe<Scalars['String']['input']>;
  /** `Windows`, `Linux`, `MacOS`, `iOS` or `Android`. */
  readonly agentPlatform?: InputMaybe<Scalars['String']['input']>;
  /** Id of the content in your system. */
  readonly contentId: Scalars['ID']['input'];
  /** Further facts about the content, at most 200. */
  readonly contentProperties?: InputMaybe<ReadonlyArray<PropertyInput>>;
  /** Title of the content. */
  readonly contentTitle: Scalars['String']['input'];
  /** Link that was opened. */
  readonly contentUrl: Scalars['URL']['input'];
  /** Records of other systems that the event belongs to, at most 100. */
  readonly crmContext?: InputMaybe<ReadonlyArray<CrmContextInput>>;
  /** Id of the event in your system. Gong takes each once, which makes repeating safe. */
  readonly eventId?: InputMaybe<Scalars['ID']['input']>;
  /** Further facts about the event, at most 200. */
  readonly eventProperties?: InputMaybe<ReadonlyArray<PropertyInput>>;
  /** When it happened. */
  readonly eventTimestamp: Scalars['DateTime']['input'];
  /** Bundle or package id of the mobile app. */
  readonly mobileAppId?: InputMaybe<Scalars['String']['input']>;
  /** Page with more. Not explained by Gong. */
  readonly moreInfoUrl?: InputMaybe<Scalars['URL']['input']>;
  /** Others from outside the company who took part, at most 1,000. Not explained by Gong. */
  readonly nonCompanyParticipants?: InputMaybe<ReadonlyArray<ActorInput>>;
  /** Id of your system, the same in all its events. */
  readonly reportingSystem: Scalars['String']['input'];
  /** Id of the share that led to the view. */
  readonly shareId?: InputMaybe<Scalars['ID']['input']>;
  /** Who had shared it. */
  readonly sharer?: InputMaybe<SharerInput>;
  /** Text of the message that shared it. Not explained by Gong. */
  readonly sharingMessageBody?: InputMaybe<Scalars['String']['input']>;
  /** Subject of the message that shared it. Not explained by Gong. */
  readonly sharingMessageSubject?: InputMaybe<Scalars['String']['input']>;
  /** Id by which Gong tracks the person who viewed. */
  readonly trackingId?: InputMaybe<Scalars['ID']['input']>;
  /** User agent of the browser. */
  readonly userAgent?: InputMaybe<Scalars['String']['input']>;
  /** What to call the action, such as `Document viewed`. */
  readonly viewActionTitle?: InputMaybe<Scalars['String']['input']>;
  /** Page with more about the view. */
  readonly viewInfoUrl?: InputMaybe<Scalars['URL']['input']>;
  /** Who viewed. */
  readonly viewer?: InputMaybe<ActorInput>;
  /** Gong's id of the workspace. Left out: Gong picks one. */
  readonly workspaceId?: InputMaybe<Scalars['ID']['input']>;
};

/** Something else that somebody did with content. */
export type RecordCustomActionInput = {
  /** What to call the action, such as `Document signed`. */
  readonly actionName?: InputMaybe<Scalars['String']['input']>;
  /** Who acted. */
  readonly actor?: InputMaybe<ActorInput>;
  /** `Windows`, `Linux`, `MacOS`, `iOS` or `Android`. */
  readonly agentPlatform?: InputMaybe<Scalars['String']['input']>;
  /** Id of the content in your system. */
  readonly contentId?: InputMaybe<Scalars['ID']['input']>;
  /** Further facts about the content, at most 200. */
  readonly contentProperties?: InputMaybe<ReadonlyArray<PropertyInput>>;
  /** Title of the content. */
  readonly contentTitle?: InputMaybe<Scalars['String']['input']>;
  /** Link to the content. */
  readonly contentUrl?: InputMaybe<Scalars['URL']['input']>;
  /** Records of other systems that the event belongs to, at most 100. */
  readonly crmContext?: InputMaybe<ReadonlyArray<CrmContextInput>>;
  /** Id of the event in your system. Gong takes each once, which makes repeating safe. */
  readonly eventId?: InputMaybe<Scalars['ID']['input']>;
  /** Page with more about the event. */
  readonly eventInfoUrl?: InputMaybe<Scalars['URL']['input']>;
  /** Further facts about the event, at most 200. */
  readonly eventProperties?: InputMaybe<ReadonlyArray<PropertyInput>>;
  /** When it happened. */
  readonly eventTimestamp: Scalars['DateTime']['input'];
  /** Bundle or package id of the mobile app. */
  readonly mobileAppId?: InputMaybe<Scalars['String']['input']>;
  /** Page with more. Not explained by Gong. */
  readonly moreInfoUrl?: InputMaybe<Scalars['URL']['input']>;
  /** Others from outside the company who took part, at most 1,000. Not explained by Gong. */
  readonly nonCompanyParticipants?: InputMaybe<ReadonlyArray<ActorInput>>;
  /** Id of your system, the same in all its events. */
  readonly reportingSystem: Scalars['String']['input'];
  /** Id of the share. Not explained by Gong. */
  readonly shareId?: InputMaybe<Scalars['ID']['input']>;
  /** Who had shared the content. Not explained by Gong. */
  readonly sharer?: InputMaybe<SharerInput>;
  /** Text of the message that shared the content. Not explained by Gong. */
  readonly sharingMessageBody?: InputMaybe<Scalars['String']['input']>;
  /** Subject of the message that shared the content. Not explained by Gong. */
  readonly sharingMessageSubject?: InputMaybe<Scalars['String']['input']>;
  /** Id by which Gong tracks the person. Not explained by Gong. */
  readonly trackingId?: InputMaybe<Scalars['ID']['input']>;
  /** User agent of the browser. */
  readonly userAgent?: InputMaybe<Scalars['String']['input']>;
  /** Gong's id of the workspace. Left out: Gong picks one. */
  readonly workspaceId?: InputMaybe<Scalars['ID']['input']>;
};

/** Who fills in a scorecard. */
export type ReviewMethod =
  /** Gong's AI. */
  | 'AUTOMATIC'
  /** People. */
  | 'MANUAL'
  /** A value that Gong added after this schema was written. */
  | 'UNKNOWN';

/** Which reviews a filter lets through, by who made them. */
export type ReviewMethodFilter =
  /** Reviews by Gong's AI. */
  | 'AUTOMATIC'
  /** All reviews. */
  | 'BOTH'
  /** Reviews by people. */
  | 'MANUAL';

/** Definition of a scorecard: the questions by which calls are reviewed. */
export type Scorecard = Node & {
  readonly __typename?: 'Scorecard';
  /** Reviews made with this scorecard. Costs one request for each 100 reviews. */
  readonly answers: Maybe<AnsweredScorecardConnection>;
  /** When it was created. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Whether it may be used for new reviews. */
  readonly enabled: Maybe<Scalars['Boolean']['output']>;
  /** Gong's id of the scorecard: a string of digits, exact. */
  readonly id: Scalars['ID']['output'];
  /** Name. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Opaque id, unique over all types, for `Query.node` and client caches. */
  readonly nodeId: Scalars['ID']['output'];
  /** Its questions, in Gong's order, in their present wording. */
  readonly questions: Maybe<ReadonlyArray<ScorecardQuestion>>;
  /** Who fills it in. */
  readonly reviewMethod: Maybe<ReviewMethod>;
  /** Last change. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * Who changed it last. Null for scorecards that come with Gong. `id` alone is free; other fields cost one
   * request for each 100 distinct users.
   */
  readonly updater: Maybe<User>;
  /** The workspace that it belongs to. `id` alone is free; other fields cost one request for all workspaces. */
  readonly workspace: Maybe<Workspace>;
};


/** Definition of a scorecard: the questions by which calls are reviewed. */
export type ScorecardAnswersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AnsweredScorecardFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** The answer to one question of a scorecard. */
export type ScorecardAnswer = {
  readonly __typename?: 'ScorecardAnswer';
  /** Whether it answers the question for the overall score. */
  readonly isOverall: Maybe<Scalars['Boolean']['output']>;
  /** Whether the reviewer found that the question doesn't apply. */
  readonly notApplicable: Maybe<Scalars['Boolean']['output']>;
  /**
   * The question, as the scorecard has it now: its wording may differ from the one that was answered, as
   * `revisionId` shows. Only `id` is known of a question that the scorecard no longer has. `id` alone is free;
   * other fields cost one request for all scorecards.
   */
  readonly question: Maybe<ScorecardQuestion>;
  /** Gong's id of the question. */
  readonly questionId: Maybe<Scalars['ID']['output']>;
  /** Gong's id of the wording that was answered. */
  readonly questionRevisionId: Maybe<Scalars['ID']['output']>;
  /** Score, within the question's range. An overall score may be an average, such as 3.75. Null when the answer has no score. */
  readonly score: Maybe<Scalars['Float']['output']>;
  /** The choices taken, by `AnswerOption.optionId`. */
  readonly selectedOptionIds: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** Text. Null where there is none. */
  readonly text: Maybe<Scalars['String']['output']>;
};

/** A question of a scorecard. */
export type ScorecardQuestion = {
  readonly __typename?: 'ScorecardQuestion';
  /** Guidance for reviewers. Null where none was written. */
  readonly answerGuide: Maybe<Scalars['String']['output']>;
  /** The choices. `[]` for questions without choices. */
  readonly answerOptions: Maybe<ReadonlyArray<AnswerOption>>;
  /** Gong's id of the question; stays when its wording changes. */
  readonly id: Scalars['ID']['output'];
  /** Whether it asks for the overall score. */
  readonly isOverall: Maybe<Scalars['Boolean']['output']>;
  /** Highest score. Null for questions without a range. */
  readonly maxRange: Maybe<Scalars['Int']['output']>;
  /** Lowest score. Null for questions without a range. */
  readonly minRange: Maybe<Scalars['Int']['output']>;
  /** Gong's id of this wording of the question. */
  readonly revisionId: Maybe<Scalars['ID']['output']>;
  /** The question. */
  readonly text: Maybe<Scalars['String']['output']>;
  /** Kind of question, in Gong's words, such as `RANGE`. */
  readonly type: Maybe<Scalars['String']['output']>;
};

/** One sentence of a transcript. */
export type Sentence = {
  readonly __typename?: 'Sentence';
  /** End, in seconds from the start of the recording, with milliseconds as decimals. */
  readonly endSeconds: Maybe<Scalars['Float']['output']>;
  /** Start, in seconds from the start of the recording, with milliseconds as decimals. */
  readonly startSeconds: Maybe<Scalars['Float']['output']>;
  /** The words. */
  readonly text: Scalars['String']['output'];
};

/** The user who shared content. */
export type SharerInput = {
  /** E-mail address. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** Gong's id of the user. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** Name. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
};

/** A part of a call. */
export type Snippet = {
  readonly __typename?: 'Snippet';
  /** Start, in seconds from the start of the recording. */
  readonly fromSeconds: Maybe<Scalars['Float']['output']>;
  /** End, in seconds from the start of the recording. */
  readonly toSeconds: Maybe<Scalars['Float']['output']>;
};

/** Who spoke when in a recording. */
export type SpeakersTimelineInput = {
  /** Whether no segment strays more than 100 milliseconds from what is heard. */
  readonly precise?: InputMaybe<Scalars['Boolean']['input']>;
  /** The segments; they may overlap. 1 to 10,000. */
  readonly speechSegments: ReadonlyArray<SpeechSegmentInput>;
};

/** A stretch of speech. */
export type SpeechSegmentInput = {
  /** End, in seconds from the start of the recording; must lie after `startSeconds`. */
  readonly endSeconds: Scalars['Float']['input'];
  /** `partyId`s of those who speak. 1 to 100. */
  readonly partyIds: ReadonlyArray<Scalars['ID']['input']>;
  /** Start, in seconds from the start of the recording; counts to the millisecond. */
  readonly startSeconds: Scalars['Float']['input'];
};

/** A language that a user speaks. */
export type SpokenLanguage = {
  readonly __typename?: 'SpokenLanguage';
  /** BCP 47 tag, such as `en-US`. */
  readonly language: Maybe<Scalars['String']['output']>;
  /** Whether it is the user's main language. */
  readonly primary: Maybe<Scalars['Boolean']['output']>;
};

/**
 * Definition of a keyword tracker: words that Gong listens for. A smart tracker, which Gong doesn't list, is
 * seen only where calls refer to it, with `id` and `name` alone.
 */
export type Tracker = Node & {
  readonly __typename?: 'Tracker';
  /** Whose words count, in Gong's words: `Anyone`, `Company` or `NonCompany`. */
  readonly affiliation: Maybe<Scalars['String']['output']>;
  /** When it was created. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * Who created it. Null for trackers that come with Gong. `id` alone is free; other fields cost one request
   * for each 100 distinct users.
   */
  readonly creator: Maybe<User>;
  /** Further conditions on calls, as Gong's JSON in a string; `{}` for none. */
  readonly filterQuery: Maybe<Scalars['String']['output']>;
  /** Gong's id of the tracker: a string of digits, exact. */
  readonly id: Scalars['ID']['output'];
  /** The words, by language. */
  readonly keywords: Maybe<ReadonlyArray<TrackerKeywords>>;
  /** Name. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Opaque id, unique over all types, for `Query.node` and client caches. */
  readonly nodeId: Scalars['ID']['output'];
  /** Whether only words within a question count. */
  readonly partOfQuestion: Maybe<Scalars['Boolean']['output']>;
  /** The part of the call that counts, in Gong's words: `Anytime`, `First` or `Last`. */
  readonly saidAt: Maybe<Scalars['String']['output']>;
  /** Length of that part, in the unit of `saidAtUnit`. Null for `Anytime` and for trackers that come with Gong. */
  readonly saidAtInterval: Maybe<Scalars['Int']['output']>;
  /** Unit of `saidAtInterval`, in Gong's words: minutes or percent. Null where that is. */
  readonly saidAtUnit: Maybe<Scalars['String']['output']>;
  /** Names of the topics within which words count. `[]`: any. */
  readonly saidInTopics: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Last change. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * Who changed it last. Null for trackers that come with Gong. `id` alone is free; other fields cost one
   * request for each 100 distinct users.
   */
  readonly updater: Maybe<User>;
  /** The workspace that it works in. `id` alone is free; other fields cost one request for all workspaces. */
  readonly workspace: Maybe<Workspace>;
};

/** Words of a tracker in one language. */
export type TrackerKeywords = {
  readonly __typename?: 'TrackerKeywords';
  /** Whether inflected forms count too. */
  readonly includeRelatedForms: Maybe<Scalars['Boolean']['output']>;
  /** Words and phrases. */
  readonly keywords: ReadonlyArray<Scalars['String']['output']>;
  /** ISO 639-2/B code, such as `eng`; `mul`: every language. */
  readonly language: Maybe<Scalars['String']['output']>;
};

/** One hit of a tracker. */
export type TrackerOccurrence = {
  readonly __typename?: 'TrackerOccurrence';
  /** The party who spoke. Null where no party has this key. */
  readonly speaker: Maybe<Party>;
  /** Key of the voice, as in `Party.speakerId`. */
  readonly speakerId: Maybe<Scalars['ID']['output']>;
  /** When, in seconds from the start of the recording. */
  readonly startSeconds: Maybe<Scalars['Float']['output']>;
};

/** Hits of one phrase of a keyword tracker. */
export type TrackerPhrase = {
  readonly __typename?: 'TrackerPhrase';
  /** How often it was said. */
  readonly count: Maybe<Scalars['Int']['output']>;
  /** The hits. `[]` for calls before 2023 that Gong has not analysed again. */
  readonly occurrences: Maybe<ReadonlyArray<TrackerOccurrence>>;
  /** The phrase. */
  readonly phrase: Maybe<Scalars['String']['output']>;
};

/** Kind of tracker. */
export type TrackerType =
  /** Finds given words. */
  | 'KEYWORD'
  /** Finds a concept, by Gong's AI. */
  | 'SMART'
  /** A value that Gong added after this schema was written. */
  | 'UNKNOWN';

/**
 * What was said in a call, in order. Names come from the call's parties, which travel with the call's other
 * blocks: for the calls of a list they cost no further request.
 */
export type Transcript = {
  readonly __typename?: 'Transcript';
  /** Turns of speech, in order. Selecting who spoke, or filtering by it, needs the call's parties. */
  readonly monologues: Maybe<ReadonlyArray<Monologue>>;
  /**
   * The transcript, ready to read: one line for each turn, `Name: what was said`. A party without a name
   * goes by that of its Gong user (one request for each 100 such users), else by its address or phone number;
   * speakers whom no party matches are `Unknown speaker 1`, `Unknown speaker 2` and so on. Turns
   * without words are left out. Null only when the parties could not be read.
   */
  readonly text: Maybe<Scalars['String']['output']>;
  /** Words between white space, in all sentences; speakers' names don't count. */
  readonly wordCount: Scalars['Int']['output'];
};


/**
 * What was said in a call, in order. Names come from the call's parties, which travel with the call's other
 * blocks: for the calls of a list they cost no further request.
 */
export type TranscriptMonologuesArgs = {
  affiliation?: InputMaybe<PartyAffiliation>;
};

/** All of a meeting, in place of what it was. */
export type UpdateMeetingInput = {
  /** End. */
  readonly endsAt: Scalars['DateTime']['input'];
  /** Id of the meeting in your system. Left out: the meeting has none any more. */
  readonly externalId?: InputMaybe<Scalars['String']['input']>;
  /** Gong's id of the meeting. */
  readonly id: Scalars['ID']['input'];
  /** All people to invite, without the organizer: whoever is left out is no longer invited. At most 1,000. */
  readonly invitees: ReadonlyArray<MeetingInviteeInput>;
  /** E-mail address of the organizer, a Gong user. */
  readonly organizerEmail: Scalars['String']['input'];
  /** Conferencing provider, such as `zoom`. Left out: the organizer's own. */
  readonly provider?: InputMaybe<Scalars['String']['input']>;
  /** Start. Must lie before `endsAt`. */
  readonly startsAt: Scalars['DateTime']['input'];
  /** Title. Left out: the meeting has none any more. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
};

/** What came of `Mutation.updateMeeting`. */
export type UpdateMeetingPayload = {
  readonly __typename?: 'UpdateMeetingPayload';
  /** The meeting as it is now. */
  readonly meeting: Maybe<Meeting>;
  /** Gong's reference for the request. */
  readonly requestId: Maybe<Scalars['String']['output']>;
};

/** What became of a call that was uploaded. */
export type UploadStatus =
  /** Registered through this gateway, which has seen no recording of it since. */
  | 'MEDIA_MISSING'
  /**
   * Gong accepted the recording and, an hour later, doesn't know the call; or at once where the recording is shorter
   * than a minute. Gong discards in silence what is too short or holds no speech, and calls of people who are not to
   * be recorded. It may still turn up.
   */
  | 'PROBABLY_DISCARDED'
  /** Gong has a recording and isn't done with it: from a few minutes to most of an hour. */
  | 'PROCESSING'
  /** Gong shows the call. Its transcript and analysis may take longer. */
  | 'READY';

/**
 * Somebody with an account at Gong. A user whom Gong no longer lists, where something refers to them, has
 * only `id` and `nodeId`.
 */
export type User = Node & {
  readonly __typename?: 'User';
  /** Whether the account is in use. */
  readonly active: Maybe<Scalars['Boolean']['output']>;
  /**
   * What the user did at Gong on the given days, in the company's time zone. Null when Gong counts nothing for the user.
   * `BAD_USER_INPUT` when `to` is after today: without `GONG_COMPANY_TIME_ZONE`, Gong decides what today is. Cost: 1 request
   * per 100 users, for each pair of days.
   */
  readonly activity: Maybe<UserActivity>;
  /**
   * Calls that this user hosted; calls that they only took part in are not found.
   *
   * When several users of an operation ask for calls of the same window and order, all of them travel in one
   * request, and pages of 100 calls are read until each user has their `first` or the window ends. So give
   * `from`: without it, one user who rarely hosts can make the gateway read back through the whole history
   * of all users asked for, at one request for each 100 calls. Calls that the gateway's policy hides count, too: a
   * page may hold fewer than `first` calls, or none, although more follow, as `hasNextPage` then says.
   */
  readonly calls: Maybe<CallConnection>;
  /** When the account was created. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * Users whose manager this is, active or not. Gong cannot search by manager: the pages of the user
   * directory (one request for each 100 users of the company) are read, once per operation.
   */
  readonly directReports: Maybe<ReadonlyArray<User>>;
  /** Main e-mail address. */
  readonly emailAddress: Maybe<Scalars['String']['output']>;
  /** Further addresses of the same person. */
  readonly emailAliases: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Extension of the phone number. */
  readonly extension: Maybe<Scalars['String']['output']>;
  /** First name. */
  readonly firstName: Maybe<Scalars['String']['output']>;
  /** Gong's id of the user: a string of digits, exact. */
  readonly id: Scalars['ID']['output'];
  /** Last name. */
  readonly lastName: Maybe<Scalars['String']['output']>;
  /**
   * The user's manager. Null where none is set. `id` alone is free; other fields cost one request for each 100
   * distinct users.
   */
  readonly manager: Maybe<User>;
  /** Page where participants consent to being recorded in this user's meetings. */
  readonly meetingConsentPageUrl: Maybe<Scalars['URL']['output']>;
  /** First and last name with a space between; the one that is there where the other is missing, else null. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Opaque id, unique over all types, for `Query.node` and client caches. */
  readonly nodeId: Scalars['ID']['output'];
  /** Links of the user's own standing conference rooms. */
  readonly personalMeetingUrls: Maybe<ReadonlyArray<Scalars['URL']['output']>>;
  /** Phone number, as Gong has it. */
  readonly phoneNumber: Maybe<Scalars['String']['output']>;
  /** What Gong records and imports of this user. */
  readonly settings: Maybe<UserSettings>;
  /**
   * Changes of what Gong records and imports of the user, and of whether the account is active, as Gong sends them. A new
   * user has one for each setting. Null when Gong does not have the user. Cost: 1 request per user.
   */
  readonly settingsHistory: Maybe<ReadonlyArray<UserSettingChange>>;
  /** Languages that the user speaks. */
  readonly spokenLanguages: Maybe<ReadonlyArray<SpokenLanguage>>;
  /** Job title. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** Address that Gong trusts for signing in, where it differs from the main one. */
  readonly trustedEmailAddress: Maybe<Scalars['String']['output']>;
};


/**
 * Somebody with an account at Gong. A user whom Gong no longer lists, where something refers to them, has
 * only `id` and `nodeId`.
 */
export type UserActivityArgs = {
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};


/**
 * Somebody with an account at Gong. A user whom Gong no longer lists, where something refers to them, has
 * only `id` and `nodeId`.
 */
export type UserCallsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  order?: InputMaybe<CallOrder>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Counts of what a user did at Gong within some days. */
export type UserActivity = {
  readonly __typename?: 'UserActivity';
  /** Calls that the user hosted, as a count. */
  readonly callsAsHost: Maybe<Scalars['Int']['output']>;
  /** Calls that the user attended without hosting them, as a count. */
  readonly callsAttended: Maybe<Scalars['Int']['output']>;
  /** Calls that the user commented on, as a count. */
  readonly callsCommentsGiven: Maybe<Scalars['Int']['output']>;
  /** Calls of the user that received comments, as a count. */
  readonly callsCommentsReceived: Maybe<Scalars['Int']['output']>;
  /** Calls on which the user gave feedback, as a count. */
  readonly callsGaveFeedback: Maybe<Scalars['Int']['output']>;
  /** Calls that the user marked as reviewed, as a count. */
  readonly callsMarkedAsFeedbackGiven: Maybe<Scalars['Int']['output']>;
  /** Calls of the user that were marked as reviewed, as a count. */
  readonly callsMarkedAsFeedbackReceived: Maybe<Scalars['Int']['output']>;
  /** Calls on which the user received feedback, as a count. */
  readonly callsReceivedFeedback: Maybe<Scalars['Int']['output']>;
  /** Calls on which the user asked for feedback, as a count. */
  readonly callsRequestedFeedback: Maybe<Scalars['Int']['output']>;
  /** Calls for which the user filled in a scorecard, as a count. */
  readonly callsScorecardsFilled: Maybe<Scalars['Int']['output']>;
  /** Calls of the user for which a scorecard was filled in, as a count. */
  readonly callsScorecardsReceived: Maybe<Scalars['Int']['output']>;
  /** Calls that the user shared outside the company, as a count. */
  readonly callsSharedExternally: Maybe<Scalars['Int']['output']>;
  /** Calls that the user shared within the company, as a count. */
  readonly callsSharedInternally: Maybe<Scalars['Int']['output']>;
  /** First day that is counted. */
  readonly from: Scalars['Date']['output'];
  /** Calls of other users that the user listened to, as a count. */
  readonly othersCallsListenedTo: Maybe<Scalars['Int']['output']>;
  /** Own calls that the user listened to, as a count. */
  readonly ownCallsListenedTo: Maybe<Scalars['Int']['output']>;
  /** The company's time zone, by whose days Gong counts. Null when Gong does not say. */
  readonly timeZone: Maybe<Scalars['String']['output']>;
  /** Day after the last one that is counted. */
  readonly to: Scalars['Date']['output'];
};

/** One page of a list of users. */
export type UserConnection = {
  readonly __typename?: 'UserConnection';
  /** The users with their cursors. */
  readonly edges: ReadonlyArray<UserEdge>;
  /** The same users, without cursors. */
  readonly nodes: ReadonlyArray<User>;
  /** Where the page lies in the list. */
  readonly pageInfo: PageInfo;
  /**
   * Gong's own count of users for this filter, over all pages. Null where the gateway filters or merges
   * itself, as it does for `active`.
   */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A user at their place in a list. */
export type UserEdge = {
  readonly __typename?: 'UserEdge';
  /** Opaque cursor of this place, bound to the filter of its list. */
  readonly cursor: Scalars['String']['output'];
  /** The user. */
  readonly node: User;
};

/** Which users. All members given must hold. */
export type UserFilter = {
  /**
   * Only active users, or only those who are not. Left out: both. Gong cannot filter by this: the others
   * are read too, then left out.
   */
  readonly active?: InputMaybe<Scalars['Boolean']['input']>;
  /** Created at or after this instant. Left out: no lower end. Must lie before `createdTo`. */
  readonly createdFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Created before this instant, which itself is excluded. Left out: no upper end. */
  readonly createdTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** 1 to 1,000 of Gong's user ids. To keep an order, use `Query.usersByIds`. */
  readonly userIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** A setting whose changes Gong keeps. */
export type UserSetting =
  /** Whether the account is active. */
  | 'ACTIVE'
  /** Whether telephony calls are imported. In `UserSettings`, it is `telephonyCallsImported`. */
  | 'CALLS_IMPORTED'
  /** Whether emails are imported. */
  | 'EMAILS_IMPORTED'
  /** Whether Gong Connect is enabled. */
  | 'GONG_CONNECT_ENABLED'
  /** Whether interviews are recorded. */
  | 'INTERVIEWS_RECORDED'
  /** Whether meetings that are not recorded are imported. */
  | 'NON_RECORDED_MEETINGS_IMPORTED'
  /** Whether importing emails is prevented. */
  | 'PREVENT_EMAIL_IMPORT'
  /** Whether recording interviews is prevented. */
  | 'PREVENT_INTERVIEW_RECORDING'
  /** Whether recording web conferences is prevented. */
  | 'PREVENT_WEB_CONFERENCE_RECORDING'
  /** Gong sent a value that this schema does not know yet. */
  | 'UNKNOWN'
  /** Whether web conferences are recorded. */
  | 'WEB_CONFERENCES_RECORDED';

/** A change of a setting of a user. */
export type UserSettingChange = {
  readonly __typename?: 'UserSettingChange';
  /** When it changed. */
  readonly changedAt: Maybe<Scalars['DateTime']['output']>;
  /** The setting that changed. */
  readonly setting: Maybe<UserSetting>;
  /** The new value. */
  readonly value: Maybe<Scalars['Boolean']['output']>;
};

/** What Gong records and imports of a user. Each may be null where Gong doesn't say. */
export type UserSettings = {
  readonly __typename?: 'UserSettings';
  /** Their e-mails are imported. */
  readonly emailsImported: Maybe<Scalars['Boolean']['output']>;
  /** They may use Gong Connect, Gong's dialler. */
  readonly gongConnectEnabled: Maybe<Scalars['Boolean']['output']>;
  /** Meetings of theirs that were not recorded are imported. */
  readonly nonRecordedMeetingsImported: Maybe<Scalars['Boolean']['output']>;
  /** No e-mail of theirs is imported. */
  readonly preventEmailImport: Maybe<Scalars['Boolean']['output']>;
  /** No conference that they take part in is recorded. */
  readonly preventWebConferenceRecording: Maybe<Scalars['Boolean']['output']>;
  /** Their phone calls are imported. Without it they cannot host an uploaded call. */
  readonly telephonyCallsImported: Maybe<Scalars['Boolean']['output']>;
  /** Their web conferences are recorded. */
  readonly webConferencesRecorded: Maybe<Scalars['Boolean']['output']>;
};

/** How long one kind of picture was shown. */
export type VideoSegment = {
  readonly __typename?: 'VideoSegment';
  /** Time shown, in seconds. */
  readonly durationSeconds: Maybe<Scalars['Float']['output']>;
  /**
   * Kind of picture, in Gong's words: `Browser`, `Presentation`, `Webcam`, `WebcamPrimaryUser` or
   * `WebcamNonCompany`.
   */
  readonly name: Maybe<Scalars['String']['output']>;
};

/** A part of the company at Gong, with calls, library and settings of its own. */
export type Workspace = Node & {
  readonly __typename?: 'Workspace';
  /** What it is for, in the words of its owner. */
  readonly description: Maybe<Scalars['String']['output']>;
  /**
   * All folders of its public library, as a flat list. Private and archived folders are never shown. Costs
   * one request.
   */
  readonly folders: Maybe<ReadonlyArray<Folder>>;
  /** Gong's id of the workspace: a string of digits, exact. */
  readonly id: Scalars['ID']['output'];
  /** Name. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Opaque id, unique over all types, for `Query.node` and client caches. */
  readonly nodeId: Scalars['ID']['output'];
  /** Its scorecards. Costs one request for the scorecards of all workspaces. */
  readonly scorecards: Maybe<ReadonlyArray<Scorecard>>;
  /** Its keyword trackers. Smart trackers are not listed by Gong. Costs one request. */
  readonly trackers: Maybe<ReadonlyArray<Tracker>>;
};

/** What other subgraphs can refer to. */
export type _Entity = Call | Folder | Scorecard | Tracker | User | Workspace;

/** What a federation router asks of a subgraph before it composes it. */
export type _Service = {
  readonly __typename?: '_Service';
  /** The graph in SDL with the directives of Apollo Federation 2, without what only routers use. */
  readonly sdl: Scalars['String']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  _Entity:
    | ( CallModel )
    | ( FolderModel )
    | ( ScorecardModel )
    | ( TrackerModel )
    | ( UserModel )
    | ( WorkspaceModel )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( CallModel )
    | ( FolderModel )
    | ( ScorecardModel )
    | ( TrackerModel )
    | ( UserModel )
    | ( WorkspaceModel )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ActorInput: ActorInput;
  AddCallMediaInput: AddCallMediaInput;
  AddCallMediaPayload: ResolverTypeWrapper<AddCallMediaPayload>;
  AnswerOption: ResolverTypeWrapper<AnswerOptionModel>;
  AnsweredScorecard: ResolverTypeWrapper<AnsweredScorecardModel>;
  AnsweredScorecardConnection: ResolverTypeWrapper<AnsweredScorecardConnectionModel>;
  AnsweredScorecardEdge: ResolverTypeWrapper<AnsweredScorecardEdgeModel>;
  AnsweredScorecardFilter: AnsweredScorecardFilter;
  AuditLogConnection: ResolverTypeWrapper<AuditLogConnectionModel>;
  AuditLogEdge: ResolverTypeWrapper<AuditLogEdgeModel>;
  AuditLogEntry: ResolverTypeWrapper<AuditLogEntryModel>;
  AuditLogType: AuditLogType;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CacheControlScope: CacheControlScope;
  Call: ResolverTypeWrapper<CallModel>;
  CallComment: ResolverTypeWrapper<CallCommentModel>;
  CallConnection: ResolverTypeWrapper<CallConnectionModel>;
  CallDirection: CallDirection;
  CallEdge: ResolverTypeWrapper<CallEdgeModel>;
  CallFilter: CallFilter;
  CallHighlight: ResolverTypeWrapper<CallHighlightModel>;
  CallHighlightsSection: ResolverTypeWrapper<CallHighlightsSectionModel>;
  CallInteraction: ResolverTypeWrapper<CallInteractionModel>;
  CallMedia: ResolverTypeWrapper<CallMediaModel>;
  CallMediaType: CallMediaType;
  CallOrder: CallOrder;
  CallOutcome: ResolverTypeWrapper<CallOutcomeModel>;
  CallOutlineItem: ResolverTypeWrapper<CallOutlineItemModel>;
  CallOutlineSection: ResolverTypeWrapper<CallOutlineSectionModel>;
  CallPartyInput: CallPartyInput;
  CallScope: CallScope;
  CallSpeaker: ResolverTypeWrapper<CallSpeakerModel>;
  CallStructureItem: ResolverTypeWrapper<CallStructureItemModel>;
  CallTopic: ResolverTypeWrapper<CallTopicModel>;
  CallTracker: ResolverTypeWrapper<CallTrackerModel>;
  ConstraintFormat: ConstraintFormat;
  ContextTiming: ContextTiming;
  CreateCallInput: CreateCallInput;
  CreateCallPayload: ResolverTypeWrapper<CreateCallPayloadModel>;
  CreateMeetingInput: CreateMeetingInput;
  CreateMeetingPayload: ResolverTypeWrapper<CreateMeetingPayloadModel>;
  CrmContext: ResolverTypeWrapper<CrmContextModel>;
  CrmContextInput: CrmContextInput;
  CrmField: ResolverTypeWrapper<CrmFieldModel>;
  CrmFieldInput: CrmFieldInput;
  CrmObject: ResolverTypeWrapper<CrmObjectModel>;
  CrmObjectInput: CrmObjectInput;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeleteMeetingInput: DeleteMeetingInput;
  DeleteMeetingPayload: ResolverTypeWrapper<DeleteMeetingPayload>;
  EngagementEventPayload: ResolverTypeWrapper<EngagementEventPayloadModel>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  FlowContextInput: FlowContextInput;
  Folder: ResolverTypeWrapper<FolderModel>;
  FolderCall: ResolverTypeWrapper<FolderCallModel>;
  GongRequestInput: GongRequestInput;
  GongRequestPayload: ResolverTypeWrapper<GongRequestPayload>;
  HttpMethod: HttpMethod;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  InteractionStat: ResolverTypeWrapper<InteractionStatModel>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Meeting: ResolverTypeWrapper<MeetingModel>;
  MeetingIntegrationStatus: ResolverTypeWrapper<MeetingIntegrationStatusModel>;
  MeetingInvitee: ResolverTypeWrapper<MeetingInviteeModel>;
  MeetingInviteeInput: MeetingInviteeInput;
  Monologue: ResolverTypeWrapper<MonologueModel>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  PageInfo: ResolverTypeWrapper<PageInfoModel>;
  Party: ResolverTypeWrapper<PartyModel>;
  PartyAffiliation: PartyAffiliation;
  PropertyDataType: PropertyDataType;
  PropertyInput: PropertyInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Quota: ResolverTypeWrapper<QuotaModel>;
  RecordContentShareInput: RecordContentShareInput;
  RecordContentViewInput: RecordContentViewInput;
  RecordCustomActionInput: RecordCustomActionInput;
  ReviewMethod: ReviewMethod;
  ReviewMethodFilter: ReviewMethodFilter;
  Scorecard: ResolverTypeWrapper<ScorecardModel>;
  ScorecardAnswer: ResolverTypeWrapper<ScorecardAnswerModel>;
  ScorecardQuestion: ResolverTypeWrapper<ScorecardQuestionModel>;
  Sentence: ResolverTypeWrapper<SentenceModel>;
  SharerInput: SharerInput;
  Snippet: ResolverTypeWrapper<SnippetModel>;
  SpeakersTimelineInput: SpeakersTimelineInput;
  SpeechSegmentInput: SpeechSegmentInput;
  SpokenLanguage: ResolverTypeWrapper<SpokenLanguageModel>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Tracker: ResolverTypeWrapper<TrackerModel>;
  TrackerKeywords: ResolverTypeWrapper<TrackerKeywordsModel>;
  TrackerOccurrence: ResolverTypeWrapper<TrackerOccurrenceModel>;
  TrackerPhrase: ResolverTypeWrapper<TrackerPhraseModel>;
  TrackerType: TrackerType;
  Transcript: ResolverTypeWrapper<TranscriptModel>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  UpdateMeetingInput: UpdateMeetingInput;
  UpdateMeetingPayload: ResolverTypeWrapper<UpdateMeetingPayloadModel>;
  Upload: ResolverTypeWrapper<Scalars['Upload']['output']>;
  UploadStatus: UploadStatus;
  User: ResolverTypeWrapper<UserModel>;
  UserActivity: ResolverTypeWrapper<UserActivityModel>;
  UserConnection: ResolverTypeWrapper<UserConnectionModel>;
  UserEdge: ResolverTypeWrapper<UserEdgeModel>;
  UserFilter: UserFilter;
  UserSetting: UserSetting;
  UserSettingChange: ResolverTypeWrapper<UserSettingChangeModel>;
  UserSettings: ResolverTypeWrapper<UserSettingsModel>;
  VideoSegment: ResolverTypeWrapper<VideoSegmentModel>;
  Workspace: ResolverTypeWrapper<WorkspaceModel>;
  _Any: ResolverTypeWrapper<Scalars['_Any']['output']>;
  _Entity: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['_Entity']>;
  _Service: ResolverTypeWrapper<_Service>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ActorInput: ActorInput;
  AddCallMediaInput: AddCallMediaInput;
  AddCallMediaPayload: AddCallMediaPayload;
  AnswerOption: AnswerOptionModel;
  AnsweredScorecard: AnsweredScorecardModel;
  AnsweredScorecardConnection: AnsweredScorecardConnectionModel;
  AnsweredScorecardEdge: AnsweredScorecardEdgeModel;
  AnsweredScorecardFilter: AnsweredScorecardFilter;
  AuditLogConnection: AuditLogConnectionModel;
  AuditLogEdge: AuditLogEdgeModel;
  AuditLogEntry: AuditLogEntryModel;
  Boolean: Scalars['Boolean']['output'];
  Call: CallModel;
  CallComment: CallCommentModel;
  CallConnection: CallConnectionModel;
  CallEdge: CallEdgeModel;
  CallFilter: CallFilter;
  CallHighlight: CallHighlightModel;
  CallHighlightsSection: CallHighlightsSectionModel;
  CallInteraction: CallInteractionModel;
  CallMedia: CallMediaModel;
  CallOutcome: CallOutcomeModel;
  CallOutlineItem: CallOutlineItemModel;
  CallOutlineSection: CallOutlineSectionModel;
  CallPartyInput: CallPartyInput;
  CallSpeaker: CallSpeakerModel;
  CallStructureItem: CallStructureItemModel;
  CallTopic: CallTopicModel;
  CallTracker: CallTrackerModel;
  CreateCallInput: CreateCallInput;
  CreateCallPayload: CreateCallPayloadModel;
  CreateMeetingInput: CreateMeetingInput;
  CreateMeetingPayload: CreateMeetingPayloadModel;
  CrmContext: CrmContextModel;
  CrmContextInput: CrmContextInput;
  CrmField: CrmFieldModel;
  CrmFieldInput: CrmFieldInput;
  CrmObject: CrmObjectModel;
  CrmObjectInput: CrmObjectInput;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DeleteMeetingInput: DeleteMeetingInput;
  DeleteMeetingPayload: DeleteMeetingPayload;
  EngagementEventPayload: EngagementEventPayloadModel;
  Float: Scalars['Float']['output'];
  FlowContextInput: FlowContextInput;
  Folder: FolderModel;
  FolderCall: FolderCallModel;
  GongRequestInput: GongRequestInput;
  GongRequestPayload: GongRequestPayload;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  InteractionStat: InteractionStatModel;
  JSON: Scalars['JSON']['output'];
  Meeting: MeetingModel;
  MeetingIntegrationStatus: MeetingIntegrationStatusModel;
  MeetingInvitee: MeetingInviteeModel;
  MeetingInviteeInput: MeetingInviteeInput;
  Monologue: MonologueModel;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfoModel;
  Party: PartyModel;
  PropertyInput: PropertyInput;
  Query: Record<PropertyKey, never>;
  Quota: QuotaModel;
  RecordContentShareInput: RecordContentShareInput;
  RecordContentViewInput: RecordContentViewInput;
  RecordCustomActionInput: RecordCustomActionInput;
  Scorecard: ScorecardModel;
  ScorecardAnswer: ScorecardAnswerModel;
  ScorecardQuestion: ScorecardQuestionModel;
  Sentence: SentenceModel;
  SharerInput: SharerInput;
  Snippet: SnippetModel;
  SpeakersTimelineInput: SpeakersTimelineInput;
  SpeechSegmentInput: SpeechSegmentInput;
  SpokenLanguage: SpokenLanguageModel;
  String: Scalars['String']['output'];
  Tracker: TrackerModel;
  TrackerKeywords: TrackerKeywordsModel;
  TrackerOccurrence: TrackerOccurrenceModel;
  TrackerPhrase: TrackerPhraseModel;
  Transcript: TranscriptModel;
  URL: Scalars['URL']['output'];
  UpdateMeetingInput: UpdateMeetingInput;
  UpdateMeetingPayload: UpdateMeetingPayloadModel;
  Upload: Scalars['Upload']['output'];
  User: UserModel;
  UserActivity: UserActivityModel;
  UserConnection: UserConnectionModel;
  UserEdge: UserEdgeModel;
  UserFilter: UserFilter;
  UserSettingChange: UserSettingChangeModel;
  UserSettings: UserSettingsModel;
  VideoSegment: VideoSegmentModel;
  Workspace: WorkspaceModel;
  _Any: Scalars['_Any']['output'];
  _Entity: ResolversUnionTypes<ResolversParentTypes>['_Entity'];
  _Service: _Service;
};

export type AlsoReadsDirectiveArgs = {
  operation: Scalars['String']['input'];
  perParent: Scalars['Float']['input'];
};

export type AlsoReadsDirectiveResolver<Result, Parent, ContextType = ContextValue, Args = AlsoReadsDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CacheControlDirectiveArgs = {
  inheritMaxAge?: Maybe<Scalars['Boolean']['input']>;
  maxAge?: Maybe<Scalars['Int']['input']>;
  scope?: Maybe<CacheControlScope>;
};

export type CacheControlDirectiveResolver<Result, Parent, ContextType = ContextValue, Args = CacheControlDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ConstraintDirectiveArgs = {
  exclude?: Maybe<ReadonlyArray<Scalars['String']['input']>>;
  format?: Maybe<ConstraintFormat>;
  hint?: Maybe<Scalars['String']['input']>;
  max?: Maybe<Scalars['Int']['input']>;
  maxItems?: Maybe<Scalars['Int']['input']>;
  maxLength?: Maybe<Scalars['Int']['input']>;
  min?: Maybe<Scalars['Int']['input']>;
  minItems?: Maybe<Scalars['Int']['input']>;
};

export type ConstraintDirectiveResolver<Result, Parent, ContextType = ContextValue, Args = ConstraintDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type GongDirectiveArgs = {
  operation: Scalars['String']['input'];
  scopes?: Maybe<ReadonlyArray<Scalars['String']['input']>>;
  selector?: Maybe<Scalars['String']['input']>;
  whenArgument?: Maybe<Scalars['String']['input']>;
};

export type GongDirectiveResolver<Result, Parent, ContextType = ContextValue, Args = GongDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type KeyDirectiveArgs = {
  fields: Scalars['String']['input'];
};

export type KeyDirectiveResolver<Result, Parent, ContextType = ContextValue, Args = KeyDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ListSizeDirectiveArgs = {
  assumed: Scalars['Int']['input'];
};

export type ListSizeDirectiveResolver<Result, Parent, ContextType = ContextValue, Args = ListSizeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type MergeDirectiveArgs = {
  keyField: Scalars['String']['input'];
};

export type MergeDirectiveResolver<Result, Parent, ContextType = ContextValue, Args = MergeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ShareableDirectiveArgs = { };

export type ShareableDirectiveResolver<Result, Parent, ContextType = ContextValue, Args = ShareableDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AddCallMediaPayloadResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['AddCallMediaPayload'] = ResolversParentTypes['AddCallMediaPayload']> = {
  callId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  callUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  uploadUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
};

export type AnswerOptionResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['AnswerOption'] = ResolversParentTypes['AnswerOption']> = {
  optionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AnsweredScorecardResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['AnsweredScorecard'] = ResolversParentTypes['AnsweredScorecard']> = {
  answers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ScorecardAnswer']>>, ParentType, ContextType>;
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
  callStartedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  editor?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reviewMethod?: Resolver<Maybe<ResolversTypes['ReviewMethod']>, ParentType, ContextType>;
  reviewedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reviewedUser?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  reviewer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  scorecard?: Resolver<Maybe<ResolversTypes['Scorecard']>, ParentType, ContextType>;
  scorecardName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  visibility?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AnsweredScorecardConnectionResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['AnsweredScorecardConnection'] = ResolversParentTypes['AnsweredScorecardConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AnsweredScorecardEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AnsweredScorecard']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AnsweredScorecardEdgeResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['AnsweredScorecardEdge'] = ResolversParentTypes['AnsweredScorecardEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AnsweredScorecard'], ParentType, ContextType>;
};

export type AuditLogConnectionResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['AuditLogConnection'] = ResolversParentTypes['AuditLogConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AuditLogEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AuditLogEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AuditLogEdgeResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['AuditLogEdge'] = ResolversParentTypes['AuditLogEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditLogEntry'], ParentType, ContextType>;
};

export type AuditLogEntryResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['AuditLogEntry'] = ResolversParentTypes['AuditLogEntry']> = {
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  impersonator?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  record?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type CallResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['Call'] = ResolversParentTypes['Call']> = {
  answeredScorecards?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AnsweredScorecard']>>, ParentType, ContextType>;
  brief?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  calendarEventId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  clientUniqueId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  comments?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CallComment']>>, ParentType, ContextType>;
  context?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CrmContext']>>, ParentType, ContextType, Partial<CallContextArgs>>;
  customData?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['CallDirection']>, ParentType, ContextType>;
  durationSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  highlights?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CallHighlightsSection']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  interaction?: Resolver<Maybe<ResolversTypes['CallInteraction']>, ParentType, ContextType>;
  isPrivate?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  keyPoints?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  media?: Resolver<Maybe<ResolversTypes['CallMedia']>, ParentType, ContextType>;
  mediaType?: Resolver<Maybe<ResolversTypes['CallMediaType']>, ParentType, ContextType>;
  meetingUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['CallOutcome']>, ParentType, ContextType>;
  outline?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CallOutlineSection']>>, ParentType, ContextType>;
  parties?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Party']>>, ParentType, ContextType, Partial<CallPartiesArgs>>;
  primaryUser?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scheduledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  scope?: Resolver<Maybe<ResolversTypes['CallScope']>, ParentType, ContextType>;
  sdrDisposition?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  structure?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CallStructureItem']>>, ParentType, ContextType>;
  system?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  topics?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CallTopic']>>, ParentType, ContextType>;
  trackers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CallTracker']>>, ParentType, ContextType>;
  transcript?: Resolver<Maybe<ResolversTypes['Transcript']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CallCommentResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CallComment'] = ResolversParentTypes['CallComment']> = {
  author?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  duringCall?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  endSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  inReplyTo?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  postedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  startSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CallConnectionResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CallConnection'] = ResolversParentTypes['CallConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CallEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Call']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CallEdgeResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CallEdge'] = ResolversParentTypes['CallEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Call'], ParentType, ContextType>;
};

export type CallHighlightResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CallHighlight'] = ResolversParentTypes['CallHighlight']> = {
  startSeconds?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Float']>>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CallHighlightsSectionResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CallHighlightsSection'] = ResolversParentTypes['CallHighlightsSection']> = {
  items?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CallHighlight']>>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CallInteractionResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CallInteraction'] = ResolversParentTypes['CallInteraction']> = {
  companyQuestionCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  nonCompanyQuestionCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  speakers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CallSpeaker']>>, ParentType, ContextType>;
  stats?: Resolver<Maybe<ReadonlyArray<ResolversTypes['InteractionStat']>>, ParentType, ContextType>;
  video?: Resolver<Maybe<ReadonlyArray<ResolversTypes['VideoSegment']>>, ParentType, ContextType>;
};

export type CallMediaResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CallMedia'] = ResolversParentTypes['CallMedia']> = {
  audioUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  videoUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
};

export type CallOutcomeResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CallOutcome'] = ResolversParentTypes['CallOutcome']> = {
  category?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CallOutlineItemResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CallOutlineItem'] = ResolversParentTypes['CallOutlineItem']> = {
  startSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CallOutlineSectionResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CallOutlineSection'] = ResolversParentTypes['CallOutlineSection']> = {
  durationSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  items?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CallOutlineItem']>>, ParentType, ContextType>;
  section?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type CallSpeakerResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CallSpeaker'] = ResolversParentTypes['CallSpeaker']> = {
  party?: Resolver<Maybe<ResolversTypes['Party']>, ParentType, ContextType>;
  partyId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  talkTimeSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type CallStructureItemResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CallStructureItem'] = ResolversParentTypes['CallStructureItem']> = {
  durationSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CallTopicResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CallTopic'] = ResolversParentTypes['CallTopic']> = {
  durationSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CallTrackerResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CallTracker'] = ResolversParentTypes['CallTracker']> = {
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  occurrences?: Resolver<Maybe<ReadonlyArray<ResolversTypes['TrackerOccurrence']>>, ParentType, ContextType>;
  phrases?: Resolver<Maybe<ReadonlyArray<ResolversTypes['TrackerPhrase']>>, ParentType, ContextType>;
  tracker?: Resolver<Maybe<ResolversTypes['Tracker']>, ParentType, ContextType>;
  trackerId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['TrackerType']>, ParentType, ContextType>;
};

export type CreateCallPayloadResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CreateCallPayload'] = ResolversParentTypes['CreateCallPayload']> = {
  alreadyExisted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
  callId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CreateMeetingPayloadResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CreateMeetingPayload'] = ResolversParentTypes['CreateMeetingPayload']> = {
  meeting?: Resolver<Maybe<ResolversTypes['Meeting']>, ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CrmContextResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CrmContext'] = ResolversParentTypes['CrmContext']> = {
  objects?: Resolver<ReadonlyArray<ResolversTypes['CrmObject']>, ParentType, ContextType>;
  system?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CrmFieldResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CrmField'] = ResolversParentTypes['CrmField']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type CrmObjectResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CrmObject'] = ResolversParentTypes['CrmObject']> = {
  fields?: Resolver<ReadonlyArray<ResolversTypes['CrmField']>, ParentType, ContextType>;
  objectId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  objectType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  timing?: Resolver<Maybe<ResolversTypes['ContextTiming']>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeleteMeetingPayloadResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['DeleteMeetingPayload'] = ResolversParentTypes['DeleteMeetingPayload']> = {
  deletedMeetingId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EngagementEventPayloadResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['EngagementEventPayload'] = ResolversParentTypes['EngagementEventPayload']> = {
  accepted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  alreadyReported?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type FolderResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['Folder'] = ResolversParentTypes['Folder']> = {
  calls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FolderCall']>>, ParentType, ContextType>;
  children?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Folder']>>, ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Folder']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FolderCallResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['FolderCall'] = ResolversParentTypes['FolderCall']> = {
  addedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  addedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
  callId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  snippet?: Resolver<Maybe<ResolversTypes['Snippet']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
};

export type GongRequestPayloadResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['GongRequestPayload'] = ResolversParentTypes['GongRequestPayload']> = {
  body?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InteractionStatResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['InteractionStat'] = ResolversParentTypes['InteractionStat']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type MeetingResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['Meeting'] = ResolversParentTypes['Meeting']> = {
  additionalInvitees?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MeetingInvitee']>>, ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  invitees?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MeetingInvitee']>>, ParentType, ContextType>;
  organizer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  organizerEmail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  provider?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
};

export type MeetingIntegrationStatusResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['MeetingIntegrationStatus'] = ResolversParentTypes['MeetingIntegrationStatus']> = {
  emailAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  exists?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  fixUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  helpUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  userFacingError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  valid?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type MeetingInviteeResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['MeetingInvitee'] = ResolversParentTypes['MeetingInvitee']> = {
  displayName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  emailAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MonologueResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['Monologue'] = ResolversParentTypes['Monologue']> = {
  sentences?: Resolver<ReadonlyArray<ResolversTypes['Sentence']>, ParentType, ContextType>;
  speaker?: Resolver<Maybe<ResolversTypes['Party']>, ParentType, ContextType>;
  speakerId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addCallMedia?: Resolver<Maybe<ResolversTypes['AddCallMediaPayload']>, ParentType, ContextType, RequireFields<MutationAddCallMediaArgs, 'input'>>;
  createCall?: Resolver<Maybe<ResolversTypes['CreateCallPayload']>, ParentType, ContextType, RequireFields<MutationCreateCallArgs, 'input'>>;
  createMeeting?: Resolver<Maybe<ResolversTypes['CreateMeetingPayload']>, ParentType, ContextType, RequireFields<MutationCreateMeetingArgs, 'input'>>;
  deleteMeeting?: Resolver<Maybe<ResolversTypes['DeleteMeetingPayload']>, ParentType, ContextType, RequireFields<MutationDeleteMeetingArgs, 'input'>>;
  gongRequest?: Resolver<Maybe<ResolversTypes['GongRequestPayload']>, ParentType, ContextType, RequireFields<MutationGongRequestArgs, 'input'>>;
  recordContentShare?: Resolver<Maybe<ResolversTypes['EngagementEventPayload']>, ParentType, ContextType, RequireFields<MutationRecordContentShareArgs, 'input'>>;
  recordContentView?: Resolver<Maybe<ResolversTypes['EngagementEventPayload']>, ParentType, ContextType, RequireFields<MutationRecordContentViewArgs, 'input'>>;
  recordCustomAction?: Resolver<Maybe<ResolversTypes['EngagementEventPayload']>, ParentType, ContextType, RequireFields<MutationRecordCustomActionArgs, 'input'>>;
  updateMeeting?: Resolver<Maybe<ResolversTypes['UpdateMeetingPayload']>, ParentType, ContextType, RequireFields<MutationUpdateMeetingArgs, 'input'>>;
};

export type NodeResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Call' | 'Folder' | 'Scorecard' | 'Tracker' | 'User' | 'Workspace', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PartyResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['Party'] = ResolversParentTypes['Party']> = {
  affiliation?: Resolver<Maybe<ResolversTypes['PartyAffiliation']>, ParentType, ContextType>;
  context?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CrmContext']>>, ParentType, ContextType, Partial<PartyContextArgs>>;
  emailAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  methods?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  partyId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  phoneNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  speakerId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  _entities?: Resolver<ReadonlyArray<Maybe<ResolversTypes['_Entity']>>, ParentType, ContextType, RequireFields<Query_EntitiesArgs, 'representations'>>;
  _sdl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  _service?: Resolver<ResolversTypes['_Service'], ParentType, ContextType>;
  answeredScorecards?: Resolver<Maybe<ResolversTypes['AnsweredScorecardConnection']>, ParentType, ContextType, RequireFields<QueryAnsweredScorecardsArgs, 'first'>>;
  auditLog?: Resolver<Maybe<ResolversTypes['AuditLogConnection']>, ParentType, ContextType, RequireFields<QueryAuditLogArgs, 'first' | 'from' | 'type'>>;
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType, RequireFields<QueryCallArgs, 'id'>>;
  calls?: Resolver<Maybe<ResolversTypes['CallConnection']>, ParentType, ContextType, RequireFields<QueryCallsArgs, 'first' | 'order'>>;
  callsByIds?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Call']>>>, ParentType, ContextType, RequireFields<QueryCallsByIdsArgs, 'ids'>>;
  folder?: Resolver<Maybe<ResolversTypes['Folder']>, ParentType, ContextType, RequireFields<QueryFolderArgs, 'id'>>;
  folders?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Folder']>>, ParentType, ContextType, RequireFields<QueryFoldersArgs, 'workspaceId'>>;
  foldersByIds?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Folder']>>>, ParentType, ContextType, RequireFields<QueryFoldersByIdsArgs, 'ids'>>;
  meetingIntegrationStatus?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MeetingIntegrationStatus']>>, ParentType, ContextType, RequireFields<QueryMeetingIntegrationStatusArgs, 'emails'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'nodeId'>>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'nodeIds'>>;
  quota?: Resolver<Maybe<ResolversTypes['Quota']>, ParentType, ContextType>;
  scorecard?: Resolver<Maybe<ResolversTypes['Scorecard']>, ParentType, ContextType, RequireFields<QueryScorecardArgs, 'id'>>;
  scorecards?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Scorecard']>>, ParentType, ContextType, Partial<QueryScorecardsArgs>>;
  scorecardsByIds?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Scorecard']>>>, ParentType, ContextType, RequireFields<QueryScorecardsByIdsArgs, 'ids'>>;
  searchUsers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['User']>>, ParentType, ContextType, Partial<QuerySearchUsersArgs>>;
  tracker?: Resolver<Maybe<ResolversTypes['Tracker']>, ParentType, ContextType, RequireFields<QueryTrackerArgs, 'id'>>;
  trackers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Tracker']>>, ParentType, ContextType, Partial<QueryTrackersArgs>>;
  trackersByIds?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Tracker']>>>, ParentType, ContextType, RequireFields<QueryTrackersByIdsArgs, 'ids'>>;
  uploadStatus?: Resolver<Maybe<ResolversTypes['UploadStatus']>, ParentType, ContextType, RequireFields<QueryUploadStatusArgs, 'callId'>>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryUserArgs, 'id'>>;
  users?: Resolver<Maybe<ResolversTypes['UserConnection']>, ParentType, ContextType, RequireFields<QueryUsersArgs, 'first'>>;
  usersByIds?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['User']>>>, ParentType, ContextType, RequireFields<QueryUsersByIdsArgs, 'ids'>>;
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType, RequireFields<QueryWorkspaceArgs, 'id'>>;
  workspaces?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Workspace']>>, ParentType, ContextType>;
  workspacesByIds?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Workspace']>>>, ParentType, ContextType, RequireFields<QueryWorkspacesByIdsArgs, 'ids'>>;
};

export type QuotaResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['Quota'] = ResolversParentTypes['Quota']> = {
  perDay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  perSecond?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  queued?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  remainingToday?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resetsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  usedToday?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ScorecardResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['Scorecard'] = ResolversParentTypes['Scorecard']> = {
  answers?: Resolver<Maybe<ResolversTypes['AnsweredScorecardConnection']>, ParentType, ContextType, RequireFields<ScorecardAnswersArgs, 'first'>>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  enabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  questions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ScorecardQuestion']>>, ParentType, ContextType>;
  reviewMethod?: Resolver<Maybe<ResolversTypes['ReviewMethod']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updater?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ScorecardAnswerResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['ScorecardAnswer'] = ResolversParentTypes['ScorecardAnswer']> = {
  isOverall?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  notApplicable?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  question?: Resolver<Maybe<ResolversTypes['ScorecardQuestion']>, ParentType, ContextType>;
  questionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  questionRevisionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  selectedOptionIds?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ScorecardQuestionResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['ScorecardQuestion'] = ResolversParentTypes['ScorecardQuestion']> = {
  answerGuide?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  answerOptions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AnswerOption']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isOverall?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  maxRange?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  minRange?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  revisionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SentenceResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['Sentence'] = ResolversParentTypes['Sentence']> = {
  endSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  startSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SnippetResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['Snippet'] = ResolversParentTypes['Snippet']> = {
  fromSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  toSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type SpokenLanguageResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['SpokenLanguage'] = ResolversParentTypes['SpokenLanguage']> = {
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  primary?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type TrackerResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['Tracker'] = ResolversParentTypes['Tracker']> = {
  affiliation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  creator?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  filterQuery?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  keywords?: Resolver<Maybe<ReadonlyArray<ResolversTypes['TrackerKeywords']>>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  partOfQuestion?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  saidAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  saidAtInterval?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  saidAtUnit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  saidInTopics?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updater?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TrackerKeywordsResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['TrackerKeywords'] = ResolversParentTypes['TrackerKeywords']> = {
  includeRelatedForms?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  keywords?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TrackerOccurrenceResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['TrackerOccurrence'] = ResolversParentTypes['TrackerOccurrence']> = {
  speaker?: Resolver<Maybe<ResolversTypes['Party']>, ParentType, ContextType>;
  speakerId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  startSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type TrackerPhraseResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['TrackerPhrase'] = ResolversParentTypes['TrackerPhrase']> = {
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  occurrences?: Resolver<Maybe<ReadonlyArray<ResolversTypes['TrackerOccurrence']>>, ParentType, ContextType>;
  phrase?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TranscriptResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['Transcript'] = ResolversParentTypes['Transcript']> = {
  monologues?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Monologue']>>, ParentType, ContextType, Partial<TranscriptMonologuesArgs>>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  wordCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type UpdateMeetingPayloadResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['UpdateMeetingPayload'] = ResolversParentTypes['UpdateMeetingPayload']> = {
  meeting?: Resolver<Maybe<ResolversTypes['Meeting']>, ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface UploadScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Upload'], any> {
  name: 'Upload';
}

export type UserResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  active?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  activity?: Resolver<Maybe<ResolversTypes['UserActivity']>, ParentType, ContextType, RequireFields<UserActivityArgs, 'from' | 'to'>>;
  calls?: Resolver<Maybe<ResolversTypes['CallConnection']>, ParentType, ContextType, RequireFields<UserCallsArgs, 'first' | 'order'>>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  directReports?: Resolver<Maybe<ReadonlyArray<ResolversTypes['User']>>, ParentType, ContextType>;
  emailAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  emailAliases?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  extension?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  manager?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  meetingConsentPageUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  personalMeetingUrls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['URL']>>, ParentType, ContextType>;
  phoneNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  settings?: Resolver<Maybe<ResolversTypes['UserSettings']>, ParentType, ContextType>;
  settingsHistory?: Resolver<Maybe<ReadonlyArray<ResolversTypes['UserSettingChange']>>, ParentType, ContextType>;
  spokenLanguages?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SpokenLanguage']>>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  trustedEmailAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserActivityResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['UserActivity'] = ResolversParentTypes['UserActivity']> = {
  callsAsHost?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  callsAttended?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  callsCommentsGiven?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  callsCommentsReceived?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  callsGaveFeedback?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  callsMarkedAsFeedbackGiven?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  callsMarkedAsFeedbackReceived?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  callsReceivedFeedback?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  callsRequestedFeedback?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  callsScorecardsFilled?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  callsScorecardsReceived?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  callsSharedExternally?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  callsSharedInternally?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  othersCallsListenedTo?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  ownCallsListenedTo?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  timeZone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type UserConnectionResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['UserConnection'] = ResolversParentTypes['UserConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['UserEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['User']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type UserEdgeResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['UserEdge'] = ResolversParentTypes['UserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type UserSettingChangeResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['UserSettingChange'] = ResolversParentTypes['UserSettingChange']> = {
  changedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  setting?: Resolver<Maybe<ResolversTypes['UserSetting']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type UserSettingsResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['UserSettings'] = ResolversParentTypes['UserSettings']> = {
  emailsImported?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  gongConnectEnabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  nonRecordedMeetingsImported?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  preventEmailImport?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  preventWebConferenceRecording?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  telephonyCallsImported?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  webConferencesRecorded?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type VideoSegmentResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['VideoSegment'] = ResolversParentTypes['VideoSegment']> = {
  durationSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WorkspaceResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['Workspace'] = ResolversParentTypes['Workspace']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  folders?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Folder']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  scorecards?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Scorecard']>>, ParentType, ContextType>;
  trackers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Tracker']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface _AnyScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['_Any'], any> {
  name: '_Any';
}

export type _EntityResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['_Entity'] = ResolversParentTypes['_Entity']> = {
  __resolveType: TypeResolveFn<'Call' | 'Folder' | 'Scorecard' | 'Tracker' | 'User' | 'Workspace', ParentType, ContextType>;
};

export type _ServiceResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['_Service'] = ResolversParentTypes['_Service']> = {
  sdl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = ContextValue> = {
  AddCallMediaPayload?: AddCallMediaPayloadResolvers<ContextType>;
  AnswerOption?: AnswerOptionResolvers<ContextType>;
  AnsweredScorecard?: AnsweredScorecardResolvers<ContextType>;
  AnsweredScorecardConnection?: AnsweredScorecardConnectionResolvers<ContextType>;
  AnsweredScorecardEdge?: AnsweredScorecardEdgeResolvers<ContextType>;
  AuditLogConnection?: AuditLogConnectionResolvers<ContextType>;
  AuditLogEdge?: AuditLogEdgeResolvers<ContextType>;
  AuditLogEntry?: AuditLogEntryResolvers<ContextType>;
  Call?: CallResolvers<ContextType>;
  CallComment?: CallCommentResolvers<ContextType>;
  CallConnection?: CallConnectionResolvers<ContextType>;
  CallEdge?: CallEdgeResolvers<ContextType>;
  CallHighlight?: CallHighlightResolvers<ContextType>;
  CallHighlightsSection?: CallHighlightsSectionResolvers<ContextType>;
  CallInteraction?: CallInteractionResolvers<ContextType>;
  CallMedia?: CallMediaResolvers<ContextType>;
  CallOutcome?: CallOutcomeResolvers<ContextType>;
  CallOutlineItem?: CallOutlineItemResolvers<ContextType>;
  CallOutlineSection?: CallOutlineSectionResolvers<ContextType>;
  CallSpeaker?: CallSpeakerResolvers<ContextType>;
  CallStructureItem?: CallStructureItemResolvers<ContextType>;
  CallTopic?: CallTopicResolvers<ContextType>;
  CallTracker?: CallTrackerResolvers<ContextType>;
  CreateCallPayload?: CreateCallPayloadResolvers<ContextType>;
  CreateMeetingPayload?: CreateMeetingPayloadResolvers<ContextType>;
  CrmContext?: CrmContextResolvers<ContextType>;
  CrmField?: CrmFieldResolvers<ContextType>;
  CrmObject?: CrmObjectResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DeleteMeetingPayload?: DeleteMeetingPayloadResolvers<ContextType>;
  EngagementEventPayload?: EngagementEventPayloadResolvers<ContextType>;
  Folder?: FolderResolvers<ContextType>;
  FolderCall?: FolderCallResolvers<ContextType>;
  GongRequestPayload?: GongRequestPayloadResolvers<ContextType>;
  InteractionStat?: InteractionStatResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Meeting?: MeetingResolvers<ContextType>;
  MeetingIntegrationStatus?: MeetingIntegrationStatusResolvers<ContextType>;
  MeetingInvitee?: MeetingInviteeResolvers<ContextType>;
  Monologue?: MonologueResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Party?: PartyResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Quota?: QuotaResolvers<ContextType>;
  Scorecard?: ScorecardResolvers<ContextType>;
  ScorecardAnswer?: ScorecardAnswerResolvers<ContextType>;
  ScorecardQuestion?: ScorecardQuestionResolvers<ContextType>;
  Sentence?: SentenceResolvers<ContextType>;
  Snippet?: SnippetResolvers<ContextType>;
  SpokenLanguage?: SpokenLanguageResolvers<ContextType>;
  Tracker?: TrackerResolvers<ContextType>;
  TrackerKeywords?: TrackerKeywordsResolvers<ContextType>;
  TrackerOccurrence?: TrackerOccurrenceResolvers<ContextType>;
  TrackerPhrase?: TrackerPhraseResolvers<ContextType>;
  Transcript?: TranscriptResolvers<ContextType>;
  URL?: GraphQLScalarType;
  UpdateMeetingPayload?: UpdateMeetingPayloadResolvers<ContextType>;
  Upload?: GraphQLScalarType;
  User?: UserResolvers<ContextType>;
  UserActivity?: UserActivityResolvers<ContextType>;
  UserConnection?: UserConnectionResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
  UserSettingChange?: UserSettingChangeResolvers<ContextType>;
  UserSettings?: UserSettingsResolvers<ContextType>;
  VideoSegment?: VideoSegmentResolvers<ContextType>;
  Workspace?: WorkspaceResolvers<ContextType>;
  _Any?: GraphQLScalarType;
  _Entity?: _EntityResolvers<ContextType>;
  _Service?: _ServiceResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = ContextValue> = {
  alsoReads?: AlsoReadsDirectiveResolver<any, any, ContextType>;
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
  constraint?: ConstraintDirectiveResolver<any, any, ContextType>;
  gong?: GongDirectiveResolver<any, any, ContextType>;
  key?: KeyDirectiveResolver<any, any, ContextType>;
  listSize?: ListSizeDirectiveResolver<any, any, ContextType>;
  merge?: MergeDirectiveResolver<any, any, ContextType>;
  shareable?: ShareableDirectiveResolver<any, any, ContextType>;
};
