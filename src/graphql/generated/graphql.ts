// Written by `npm run codegen` from schema/*.graphql. Do not edit.
import type { IncomingUpload } from '../../company/uploads/recording.js';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AskGongPayloadModel, AiAnswerModel, AiCallFindingModel, AiEmailModel, EntityBriefPayloadModel, EntityBriefSectionModel, EntityBriefWebPageModel, EntityBriefMcpResultModel, EntityBriefMcpSourceModel, AuditLogEntryModel, BriefDefinitionModel, CallAccessPayloadModel, CallAccessRejectionModel, CallStatsModel, CallStatsRowModel, CallStatsKeyModel, CallMeasuresModel, CallChangeModel, RecordChangeModel, CoachingReportModel, CoachedUserModel, CoachingMetricModel, CrmIntegrationModel, CrmUploadedObjectModel, CrmJobModel, CrmSchemaFieldModel, CrmRecordModel, DataSubjectModel, DataSubjectCallModel, ExternalRecordModel, DataSubjectEmailModel, CustomerDataModel, CustomerDataObjectModel, CustomerEngagementModel, DialerOutcomeModel, FlowInstanceModel, FlowRejectionModel, FlowBulkJobModel, FlowBulkResultModel, FlowBulkProspectModel, UnassignFromFlowsPayloadModel, UnassignRejectionModel, FlowModel, FlowStepModel, FlowFolderModel, JobErrorModel, CallModel, PartyModel, CrmContextModel, CrmObjectModel, CrmFieldModel, CallStructureItemModel, CallTopicModel, VideoSegmentModel, CallTrackerModel, TrackerOccurrenceModel, TrackerPhraseModel, CallOutlineSectionModel, CallOutlineItemModel, CallHighlightsSectionModel, CallHighlightModel, CallOutcomeModel, CallInteractionModel, CallSpeakerModel, InteractionStatModel, HostStatsModel, CallCommentModel, CallMediaModel, TranscriptModel, MonologueModel, SentenceModel, UserModel, SpokenLanguageModel, ConferencingProviderModel, UserSettingsModel, WorkspaceModel, FolderModel, FolderCallModel, SnippetModel, TrackerModel, TrackerKeywordsModel, ScorecardModel, ScorecardQuestionModel, AnswerOptionModel, AnsweredScorecardModel, ScorecardAnswerModel, MeetingModel, MeetingInviteeModel, CreateMeetingPayloadModel, UpdateMeetingPayloadModel, CreateCallPayloadModel, EngagementEventPayloadModel, MeetingIntegrationStatusModel, QuotaModel, PageInfoModel, PermissionProfileModel, PermissionReachModel, ForecastPermissionsModel, LibraryFolderAccessModel, PermissionProfilePayloadModel, ReplicaModel, RefreshCallsPayloadModel, ReplicaProgressModel, PassageModel, EngageTaskModel, EngageTaskPriorityModel, EngageTaskStepModel, EngageAccountModel, EngageOpportunityModel, EngageContactModel, EngagePhoneNumberModel, UserActivityModel, UserActivityBucketModel, UserActivityDayModel, UserInteractionModel, UserSettingChangeModel, CallConnectionModel, CallEdgeModel, CallChangeConnectionModel, CallChangeEdgeModel, RecordChangeConnectionModel, RecordChangeEdgeModel, FlowConnectionModel, FlowEdgeModel, FlowFolderConnectionModel, FlowFolderEdgeModel, AnsweredScorecardConnectionModel, AnsweredScorecardEdgeModel, CallSearchConnectionModel, PassageConnectionModel, PassageEdgeModel, UserActivityConnectionModel, UserActivityEdgeModel, AuditLogConnectionModel, AuditLogEdgeModel, UserConnectionModel, UserEdgeModel } from './models.js';
import type { ContextValue } from '../context.js';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar day as `YYYY-MM-DD`, in the time zone that is configured for the company in Gong. */
  Date: { input: string; output: string; }
  /**
   * A point in time, as an RFC 3339 string. Output is in UTC with milliseconds, such as `2026-03-02T14:05:00.000Z`. Input
   * must include a UTC offset, which can be any offset. Digits beyond milliseconds are significant.
   */
  DateTime: { input: string; output: string; }
  /**
   * Any JSON value: string, number, boolean, list, object, or null. Integers beyond 2^53 are strings of digits, so that no
   * digit is lost.
   */
  JSON: { input: unknown; output: unknown; }
  /** A URL, as the text that Gong sends. Not validated on output. */
  URL: { input: string; output: string; }
  /**
   * A file of a GraphQL multipart request: `multipart/form-data` with the parts `operations` and `map`, then the files.
   * Set its variable to null in `operations`, and send the header `apollo-require-preflight`. Through a router that does
   * not forward files, use `addCallMedia` without a file.
   */
  Upload: { input: IncomingUpload; output: never; }
  /**
   * A reference to an object of this graph, as sent by a federation router: `__typename` with `id`, or with `emailAddress`
   * for a `User`.
   */
  _Any: { input: unknown; output: never; }
};

/** Which days and users to count. All given conditions must match. */
export type ActivityFilter = {
  /** First day, inclusive. Must be earlier than `to`. */
  readonly from: Scalars['Date']['input'];
  /** Day after the last one, today at the latest. */
  readonly to: Scalars['Date']['input'];
  /** 1 to 100 Gong user IDs. If omitted, all users with activity. */
  readonly userIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** Periods of the calendar. */
export type ActivityPeriod =
  /** Days. */
  | 'DAY'
  /** Months. */
  | 'MONTH'
  /** Quarters of a year. */
  | 'QUARTER'
  /** Weeks, which begin on Monday. */
  | 'WEEK'
  /** Years. */
  | 'YEAR';

/** A person outside the company who acted on content. */
export type ActorInput = {
  /** Records of other systems that represent the person, at most 100. */
  readonly context?: InputMaybe<ReadonlyArray<CrmContextInput>>;
  /** Email address. Required for recipients of shared content. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** Name. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Job title. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
};

/** A recording for a call. */
export type AddCallMediaInput = {
  /** Gong's ID of the call, from `createCall`. */
  readonly callId: Scalars['ID']['input'];
  /** The recording. If omitted, the result has an `uploadUrl` to send it to. */
  readonly file?: InputMaybe<Scalars['Upload']['input']>;
};

/** Result of `Mutation.addCallMedia`. */
export type AddCallMediaPayload = {
  readonly __typename?: 'AddCallMediaPayload';
  /** Gong's ID of the call. */
  readonly callId: Scalars['ID']['output'];
  /** Page of the call in Gong's web app. Null when no `file` was sent. */
  readonly callUrl: Maybe<Scalars['URL']['output']>;
  /** Gong's reference for the request. Quote it when you contact Gong's support. Null when no `file` was sent. */
  readonly requestId: Maybe<Scalars['String']['output']>;
  /**
   * URL to `PUT` the recording to, with its media type as `Content-Type`. The response is JSON, with status 201 if Gong
   * accepted the recording. Anyone who has the URL can use it, once, within 15 minutes. Null when a `file` was sent.
   */
  readonly uploadUrl: Maybe<Scalars['URL']['output']>;
};

/** A section of an answer, with what it is based on. */
export type AiAnswer = {
  readonly __typename?: 'AiAnswer';
  /** Calls that the section is based on. */
  readonly calls: ReadonlyArray<AiCallFinding>;
  /** Emails that the section is based on. */
  readonly emails: ReadonlyArray<AiEmail>;
  /** Text of the section. Its paragraphs are separated by blank lines. */
  readonly text: Scalars['String']['output'];
};

/** A call that Gong's AI refers to. */
export type AiCallFinding = {
  readonly __typename?: 'AiCallFinding';
  /** The call. Null when the viewer is not allowed to see it. */
  readonly call: Maybe<Call>;
};

/** An email that Gong's AI refers to. */
export type AiEmail = {
  readonly __typename?: 'AiEmail';
  /** Gong's ID of the email. */
  readonly id: Maybe<Scalars['ID']['output']>;
  /** When it was sent. Null when Gong does not say. */
  readonly sentAt: Maybe<Scalars['DateTime']['output']>;
  /** Subject. Null when Gong sends none. */
  readonly subject: Maybe<Scalars['String']['output']>;
};

/** A period of which Gong's AI reads calls and emails. */
export type AiTimePeriod =
  /** All conversations. */
  | 'ALL_CONVERSATIONS'
  /** From `from` to `to`. */
  | 'CUSTOM_RANGE'
  /** The last 7 days. */
  | 'LAST_7_DAYS'
  /** The last 30 days. */
  | 'LAST_30_DAYS'
  /** The last 90 days. */
  | 'LAST_90_DAYS'
  /** The 90 days before the last activity. */
  | 'LAST_90_DAYS_SINCE_LAST_ACTIVITY'
  /** The last year. */
  | 'LAST_YEAR'
  /** The year before the last activity. */
  | 'LAST_YEAR_SINCE_LAST_ACTIVITY'
  /** The current month. */
  | 'THIS_MONTH'
  /** The current quarter. */
  | 'THIS_QUARTER'
  /** The current week. */
  | 'THIS_WEEK'
  /** The current year. */
  | 'THIS_YEAR';

/** An option of a scorecard question. */
export type AnswerOption = {
  readonly __typename?: 'AnswerOption';
  /** ID of the option within its question. */
  readonly optionId: Maybe<Scalars['ID']['output']>;
  /** Text of the option. */
  readonly text: Maybe<Scalars['String']['output']>;
};

/** A review: one scorecard, completed for one call. */
export type AnsweredScorecard = {
  readonly __typename?: 'AnsweredScorecard';
  /** Answers of the review, in Gong's order. */
  readonly answers: Maybe<ReadonlyArray<ScorecardAnswer>>;
  /**
   * The reviewed call.
   *
   * Cost: none if only `id` is selected; otherwise 1 request per 100 calls.
   */
  readonly call: Maybe<Call>;
  /** When the reviewed call started. */
  readonly callStartedAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * The user who last changed the review, if not the reviewer. Null when no other user changed it.
   *
   * Cost: none if only `id` is selected; otherwise 1 request per 100 distinct users.
   */
  readonly editor: Maybe<User>;
  /** Gong's ID of the review, as an exact string of digits. */
  readonly id: Scalars['ID']['output'];
  /** Whether people or Gong's AI made the review. */
  readonly reviewMethod: Maybe<ReviewMethod>;
  /** When the review was published. */
  readonly reviewedAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * The user whose part in the call was reviewed.
   *
   * Cost: none if only `id` is selected; otherwise 1 request per 100 distinct users.
   */
  readonly reviewedUser: Maybe<User>;
  /**
   * The user who made the review. Null for automatic reviews.
   *
   * Cost: none if only `id` is selected; otherwise 1 request per 100 distinct users.
   */
  readonly reviewer: Maybe<User>;
  /**
   * The scorecard that was completed. A deleted scorecard keeps only `id` and `name`.
   *
   * Cost: none if only `id` and `name` are selected; otherwise 1 request for all scorecards.
   */
  readonly scorecard: Maybe<Scorecard>;
  /** Name of the scorecard that was completed. */
  readonly scorecardName: Maybe<Scalars['String']['output']>;
  /**
   * Who can see the review in Gong, as spelled by Gong: `PUBLIC`, `PRIVATE`, `OPT_IN_USERS`, `MANAGERS`, or
   * `MANAGERS_AND_REVIEWEE`. The gateway hides nothing based on it.
   */
  readonly visibility: Maybe<Scalars['String']['output']>;
};

/** One page of a list of reviews. */
export type AnsweredScorecardConnection = {
  readonly __typename?: 'AnsweredScorecardConnection';
  /** The reviews on this page, each with its cursor. */
  readonly edges: ReadonlyArray<AnsweredScorecardEdge>;
  /** The reviews on this page, without cursors. */
  readonly nodes: ReadonlyArray<AnsweredScorecard>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /**
   * Gong's own count of reviews for this filter, over all pages. Null when the gateway filters or merges the list
   * itself, and when its policy may have hidden reviews.
   */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A review and its position in a list. */
export type AnsweredScorecardEdge = {
  readonly __typename?: 'AnsweredScorecardEdge';
  /** Opaque cursor of this position. Valid only with the filter of its list. */
  readonly cursor: Scalars['String']['output'];
  /** The review. */
  readonly node: AnsweredScorecard;
};

/**
 * Which reviews to return. All given conditions must match. Days are in the company's time zone; the first day is
 * inclusive, the last exclusive.
 */
export type AnsweredScorecardFilter = {
  /** First day on which the call may have started. Must be earlier than `callTo`. If omitted, there is no lower bound. */
  readonly callFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Day before which the call must have started. If omitted, there is no upper bound. */
  readonly callTo?: InputMaybe<Scalars['Date']['input']>;
  /**
   * First day on which the review may have been published. Must be earlier than `reviewTo`. If omitted, there is no
   * lower bound.
   */
  readonly reviewFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Whether people or Gong's AI made the review. */
  readonly reviewMethod?: InputMaybe<ReviewMethodFilter>;
  /** Day before which the review must have been published. If omitted, there is no upper bound. */
  readonly reviewTo?: InputMaybe<Scalars['Date']['input']>;
  /** 1 to 100 Gong user IDs. Matches reviews of these users' calls. */
  readonly reviewedUserIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 1 to 100 Gong scorecard IDs. Matches reviews made with these scorecards. */
  readonly scorecardIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** A question to Gong's AI. */
export type AskGongInput = {
  /** ID of the record in the CRM, not in Gong. */
  readonly crmEntityId: Scalars['ID']['input'];
  /** Type of the CRM record. */
  readonly crmEntityType: CrmEntityType;
  /** Start of the period, inclusive. Required with `CUSTOM_RANGE`, and not allowed without. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** The question, in plain language. */
  readonly question: Scalars['String']['input'];
  /** Period of which Gong reads calls and emails. */
  readonly timePeriod: AiTimePeriod;
  /** End of the period, exclusive. Only allowed with `CUSTOM_RANGE`. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
  /** Workspace in which Gong looks. */
  readonly workspaceId: Scalars['ID']['input'];
};

/** An answer of Gong's AI. */
export type AskGongPayload = {
  readonly __typename?: 'AskGongPayload';
  /** Sections of the answer. Empty when Gong found nothing. */
  readonly answers: ReadonlyArray<AiAnswer>;
  /** Number of calls that Gong read. Null when Gong does not say. */
  readonly callsSearched: Maybe<Scalars['Int']['output']>;
  /** Number of emails that Gong read. Null when Gong does not say. */
  readonly emailsSearched: Maybe<Scalars['Int']['output']>;
  /** Gong's ID of the request, for Gong's support. */
  readonly requestId: Maybe<Scalars['String']['output']>;
};

/** An assignment of contacts or leads to a flow. */
export type AssignToFlowInput = {
  /** True assigns prospects even during the cool-off period after an earlier flow. If omitted, Gong rejects them. */
  readonly coolOffOverride?: InputMaybe<Scalars['Boolean']['input']>;
  /** 1 to 100 CRM IDs of contacts or leads. */
  readonly crmProspectIds: ReadonlyArray<Scalars['ID']['input']>;
  /** Note about the assignment. Beta at Gong. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Gong's ID of the flow. */
  readonly flowId: Scalars['ID']['input'];
  /** Email address of the user that will own the resulting tasks. */
  readonly ownerEmail: Scalars['String']['input'];
  /** Other contents of steps, for these prospects. If omitted, those of the flow. Beta at Gong. */
  readonly steps?: InputMaybe<ReadonlyArray<FlowStepContentInput>>;
  /** Values of variables, for the whole flow. Beta at Gong. */
  readonly variables?: InputMaybe<ReadonlyArray<FlowVariableInput>>;
};

/** Result of `Mutation.assignToFlow`. */
export type AssignToFlowPayload = {
  readonly __typename?: 'AssignToFlowPayload';
  /** Assignments that Gong made. */
  readonly assigned: Maybe<ReadonlyArray<FlowInstance>>;
  /** Prospects that Gong did not assign. `[]` when there are none. */
  readonly rejected: Maybe<ReadonlyArray<FlowRejection>>;
  /** Gong's reference for the request. Quote it when you contact Gong's support. */
  readonly requestId: Maybe<Scalars['String']['output']>;
};

/** One page of an audit log. */
export type AuditLogConnection = {
  readonly __typename?: 'AuditLogConnection';
  /** The entries on this page, each with its cursor. */
  readonly edges: ReadonlyArray<AuditLogEdge>;
  /** The entries on this page, without cursors. */
  readonly nodes: ReadonlyArray<AuditLogEntry>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** Gong's own count of entries for the log and window, over all pages. Null when Gong sends none. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** An entry and its position in a log. */
export type AuditLogEdge = {
  readonly __typename?: 'AuditLogEdge';
  /** Opaque cursor of this position. Valid only with the log and window of its list. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: AuditLogEntry;
};

/** An entry of an audit log. */
export type AuditLogEntry = {
  readonly __typename?: 'AuditLogEntry';
  /** When it was logged. Null when Gong does not say. */
  readonly at: Maybe<Scalars['DateTime']['output']>;
  /** The user who acted on behalf of `user`. Null when no other user did. */
  readonly impersonator: Maybe<User>;
  /** Details of the entry, whose fields depend on the log. Null when Gong sends none. */
  readonly record: Maybe<Scalars['JSON']['output']>;
  /** The user who acted. Null when Gong names none. */
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

/** A definition of a brief that Gong's AI can write. */
export type BriefDefinition = {
  readonly __typename?: 'BriefDefinition';
  /** When it was created. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * The user who created the definition. Null when Gong names none.
   *
   * Cost: none if only `id` is selected; otherwise 1 request per 100 distinct users.
   */
  readonly creator: Maybe<User>;
  /** Description. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** Gong's ID of the definition. */
  readonly id: Scalars['ID']['output'];
  /** Name, by which a brief is generated. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Whether it is published. Only then can briefs be generated. Null when Gong does not say. */
  readonly published: Maybe<Scalars['Boolean']['output']>;
  /** When it was last changed. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * The workspace that the definition belongs to.
   *
   * Cost: none if only `id` is selected; otherwise 1 request for all workspaces.
   */
  readonly workspace: Maybe<Workspace>;
};

/** An assignment of people to a flow that Gong does later. */
export type BulkAssignToFlowInput = {
  /** Gong's ID of the flow. */
  readonly flowId: Scalars['ID']['input'];
  /** Email address of the user that will own the resulting tasks. */
  readonly ownerEmail: Scalars['String']['input'];
  /** 1 to 50 people. */
  readonly prospects: ReadonlyArray<FlowProspectInput>;
};

/** Caches that can store a response. */
export type CacheControlScope =
  /** The cache of the client that sent the operation. */
  | 'PRIVATE'
  /** Caches shared by several people. */
  | 'PUBLIC';

/**
 * A recorded call: a web conference, phone call, or uploaded recording.
 *
 * The fields from `id` to `calendarEventId` come with every call. The blocks that Gong keeps separate, from `parties` to
 * `media`, are requested only when they are selected. They add no request of their own, because they come with the
 * request that reads the calls of the list. For a single `call(id:)`, a detailed request replaces the basic one.
 *
 * What Gong's analysis produces (`structure` to `interaction`, and `transcript`) is empty or null until the analysis has
 * run, minutes to hours after the call. Times within a call are in seconds from the start of its recording.
 */
export type Call = Node & {
  readonly __typename?: 'Call';
  /**
   * CRM accounts that the call is linked to, each once. `[]` when there is none. Selecting `field` makes Gong's response
   * several times larger.
   */
  readonly accounts: Maybe<ReadonlyArray<CrmRecord>>;
  /**
   * Reviews of this call, manual and automatic.
   *
   * Cost: Gong cannot search reviews by call, so the gateway reads all reviews of the days on which the selected calls
   * took place: 1 request per 100 reviews, once for all calls together.
   */
  readonly answeredScorecards: Maybe<ReadonlyArray<AnsweredScorecard>>;
  /**
   * When the shown data was read from Gong: the time of the part that was read first, of those that are selected. Null
   * when the call comes from Gong or the cache and not from the replica.
   *
   * Cost: none.
   */
  readonly asOf: Maybe<Scalars['DateTime']['output']>;
  /** Summary in a few sentences, written by Gong's AI. Null until the analysis has run. */
  readonly brief: Maybe<Scalars['String']['output']>;
  /** ID of the event in the Google or Outlook calendar. Null for calls without an event. */
  readonly calendarEventId: Maybe<Scalars['String']['output']>;
  /** ID that the recording system gave at upload. Null for calls that Gong recorded itself. */
  readonly clientUniqueId: Maybe<Scalars['String']['output']>;
  /** Public comments on the call, including replies. */
  readonly comments: Maybe<ReadonlyArray<CallComment>>;
  /**
   * CRM records that the call is linked to, one entry per CRM. Selecting the objects' `fields` makes Gong's response
   * several times larger, and so does `timing`.
   */
  readonly context: Maybe<ReadonlyArray<CrmContext>>;
  /** Text attached at upload, unchanged. Often JSON in a string. */
  readonly customData: Maybe<Scalars['String']['output']>;
  /** Who called whom, or that people met in a conference. */
  readonly direction: Maybe<CallDirection>;
  /** Length of the recording, in seconds. */
  readonly durationSeconds: Maybe<Scalars['Float']['output']>;
  /** Highlights under headings such as next steps, written by Gong's AI. From Gong's analysis. */
  readonly highlights: Maybe<ReadonlyArray<CallHighlightsSection>>;
  /** Gong's ID of the call, as an exact string of digits. */
  readonly id: Scalars['ID']['output'];
  /**
   * Users to whom individual access to the call was granted through Gong's API: see `Mutation.grantCallAccess`. Gong lists
   * neither users with whom the call was shared in its web app, nor users whose permission profile shows it to them. `[]`
   * when there is none. Null when Gong does not have the call.
   *
   * Cost: 1 request per 100 calls, and 1 per 100 distinct users unless only `id` is selected. Up to 8 more when Gong does
   * not have one of the calls.
   */
  readonly individualAccess: Maybe<ReadonlyArray<User>>;
  /** Measurements of how people talked. Null when Gong has none of the selected ones. */
  readonly interaction: Maybe<CallInteraction>;
  /**
   * Whether the call was made private in Gong. An API credential can read private calls too. The gateway's policy hides
   * them unless its operator decides otherwise.
   */
  readonly isPrivate: Maybe<Scalars['Boolean']['output']>;
  /** Main points, about one sentence each, written by Gong's AI. From Gong's analysis. */
  readonly keyPoints: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /**
   * Spoken language, as an ISO 639-2/B code such as `eng`. `und` stands for a language that Gong does not support, `zxx`
   * for too little speech to identify one.
   */
  readonly language: Maybe<Scalars['String']['output']>;
  /**
   * Links to the recording. Anyone who has a link can download the recording for eight hours. The links are created for
   * each operation and never cached by the gateway. Null when there is no recording.
   */
  readonly media: Maybe<CallMedia>;
  /** Whether the recording includes video. */
  readonly mediaType: Maybe<CallMediaType>;
  /** Link that people used to join the conference. */
  readonly meetingUrl: Maybe<Scalars['URL']['output']>;
  /** Opaque ID, unique across all types, for `Query.node` and client caches. */
  readonly nodeId: Scalars['ID']['output'];
  /**
   * CRM opportunities that the call is linked to, each once. `[]` when there is none. Selecting `field` makes Gong's
   * response several times larger.
   */
  readonly opportunities: Maybe<ReadonlyArray<CrmRecord>>;
  /** How the call ended, according to Gong's AI. Null until the analysis has run, and for calls without an outcome. */
  readonly outcome: Maybe<CallOutcome>;
  /** Detailed summary in sections, in the order of the call, written by Gong's AI. Large. From Gong's analysis. */
  readonly outline: Maybe<ReadonlyArray<CallOutlineSection>>;
  /**
   * People who were invited or took part. Telephony systems may add made-up names such as `Phone Caller #1`. `[]` when
   * Gong does not know the participants.
   */
  readonly parties: Maybe<ReadonlyArray<Party>>;
  /**
   * Passages of this call's transcript that contain the given words, in the order in which they were said. The replica
   * answers, also when the call itself comes from Gong. `[]` when no passage matches, and when the replica does not have
   * the transcript.
   *
   * Cost: none.
   */
  readonly passages: Maybe<ReadonlyArray<Passage>>;
  /**
   * The Gong user who hosted the call. Null when no user hosted it.
   *
   * Cost: none if only `id` is selected; otherwise 1 request per 100 distinct users.
   */
  readonly primaryUser: Maybe<User>;
  /** Purpose of the call, as given at upload. Null for calls that Gong recorded itself. */
  readonly purpose: Maybe<Scalars['String']['output']>;
  /** Planned start time. Null for unplanned calls. */
  readonly scheduledAt: Maybe<Scalars['DateTime']['output']>;
  /** Whether anyone outside the company took part. */
  readonly scope: Maybe<CallScope>;
  /** Result of the call, as noted by the dialer or the sales representative. */
  readonly sdrDisposition: Maybe<Scalars['String']['output']>;
  /** Actual start time. Lists of calls are filtered and sorted by it. */
  readonly startedAt: Maybe<Scalars['DateTime']['output']>;
  /** Phases of the call, such as small talk or next steps, with the time spent on each. From Gong's analysis. */
  readonly structure: Maybe<ReadonlyArray<CallStructureItem>>;
  /** Name of the conferencing or telephony system, such as `Zoom`. */
  readonly system: Maybe<Scalars['String']['output']>;
  /** Title, usually that of the calendar event. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** Topics of the call, with the time spent on each. From Gong's analysis. */
  readonly topics: Maybe<ReadonlyArray<CallTopic>>;
  /** Keyword and smart trackers, with the number of times each was detected in this call. From Gong's analysis. */
  readonly trackers: Maybe<ReadonlyArray<CallTracker>>;
  /**
   * The transcript. Null when there is none, or not yet.
   *
   * Cost: 1 request per 100 calls. It is sent in parallel with the request for the calls' other fields when their IDs
   * are known.
   */
  readonly transcript: Maybe<Transcript>;
  /** Page of the call in Gong's web app. Opens only for people who may see the call there. */
  readonly url: Maybe<Scalars['URL']['output']>;
  /**
   * The workspace that the call belongs to.
   *
   * Cost: none if only `id` is selected; otherwise 1 request for all workspaces.
   */
  readonly workspace: Maybe<Workspace>;
};


/**
 * A recorded call: a web conference, phone call, or uploaded recording.
 *
 * The fields from `id` to `calendarEventId` come with every call. The blocks that Gong keeps separate, from `parties` to
 * `media`, are requested only when they are selected. They add no request of their own, because they come with the
 * request that reads the calls of the list. For a single `call(id:)`, a detailed request replaces the basic one.
 *
 * What Gong's analysis produces (`structure` to `interaction`, and `transcript`) is empty or null until the analysis has
 * run, minutes to hours after the call. Times within a call are in seconds from the start of its recording.
 */
export type CallContextArgs = {
  timing?: InputMaybe<ReadonlyArray<ContextTiming>>;
};


/**
 * A recorded call: a web conference, phone call, or uploaded recording.
 *
 * The fields from `id` to `calendarEventId` come with every call. The blocks that Gong keeps separate, from `parties` to
 * `media`, are requested only when they are selected. They add no request of their own, because they come with the
 * request that reads the calls of the list. For a single `call(id:)`, a detailed request replaces the basic one.
 *
 * What Gong's analysis produces (`structure` to `interaction`, and `transcript`) is empty or null until the analysis has
 * run, minutes to hours after the call. Times within a call are in seconds from the start of its recording.
 */
export type CallPartiesArgs = {
  affiliation?: InputMaybe<PartyAffiliation>;
};


/**
 * A recorded call: a web conference, phone call, or uploaded recording.
 *
 * The fields from `id` to `calendarEventId` come with every call. The blocks that Gong keeps separate, from `parties` to
 * `media`, are requested only when they are selected. They add no request of their own, because they come with the
 * request that reads the calls of the list. For a single `call(id:)`, a detailed request replaces the basic one.
 *
 * What Gong's analysis produces (`structure` to `interaction`, and `transcript`) is empty or null until the analysis has
 * run, minutes to hours after the call. Times within a call are in seconds from the start of its recording.
 */
export type CallPassagesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  speech?: InputMaybe<SpeechFilter>;
  text: Scalars['String']['input'];
};


/**
 * A recorded call: a web conference, phone call, or uploaded recording.
 *
 * The fields from `id` to `calendarEventId` come with every call. The blocks that Gong keeps separate, from `parties` to
 * `media`, are requested only when they are selected. They add no request of their own, because they come with the
 * request that reads the calls of the list. For a single `call(id:)`, a detailed request replaces the basic one.
 *
 * What Gong's analysis produces (`structure` to `interaction`, and `transcript`) is empty or null until the analysis has
 * run, minutes to hours after the call. Times within a call are in seconds from the start of its recording.
 */
export type CallTrackersArgs = {
  detectedOnly?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A call, and users whose access to it changes. */
export type CallAccessInput = {
  /** Gong's ID of the call. */
  readonly callId: Scalars['ID']['input'];
  /** 1 to 100 Gong user IDs. */
  readonly userIds: ReadonlyArray<Scalars['ID']['input']>;
};

/** Result of `Mutation.grantCallAccess` or `Mutation.revokeCallAccess`. */
export type CallAccessPayload = {
  readonly __typename?: 'CallAccessPayload';
  /** Gong's IDs of the calls whose access was changed, in the order of the input. */
  readonly callIds: ReadonlyArray<Scalars['ID']['output']>;
  /** Calls whose access was not changed, each with its reason, in the order of the input. */
  readonly rejected: ReadonlyArray<CallAccessRejection>;
  /** Gong's reference for the last request. Quote it when you contact Gong's support. Null when no request was sent. */
  readonly requestId: Maybe<Scalars['String']['output']>;
};

/** A call whose access was not changed. */
export type CallAccessRejection = {
  readonly __typename?: 'CallAccessRejection';
  /** Gong's ID of the call. */
  readonly callId: Scalars['ID']['output'];
  /** Kind of the reason. */
  readonly code: CallAccessRejectionCode;
  /** The reason, in English. */
  readonly message: Scalars['String']['output'];
};

/** Why access to a call was not changed. */
export type CallAccessRejectionCode =
  /** The request failed, after access to other calls was changed. */
  | 'FAILED'
  /** Gong does not have the call, or the viewer is not allowed to see it. */
  | 'NOT_FOUND'
  /** Gong rejects it for another reason, such as an unknown user. */
  | 'REFUSED';

/** A change of a call. */
export type CallChange = {
  readonly __typename?: 'CallChange';
  /**
   * The call in its current state. Null when it is gone, and when selected fields that the replica does not keep could
   * not be read.
   *
   * Cost: none, except for selected fields that the replica does not keep: 1 request per 100 calls.
   */
  readonly call: Maybe<Call>;
  /** Gong's ID of the call. */
  readonly callId: Scalars['ID']['output'];
  /** Parts that changed since `after`, also if they changed back. For `NEW`, every part that exists. `[]` for `GONE`. */
  readonly changed: ReadonlyArray<CallPart>;
  /** What happened to the call. */
  readonly kind: ChangeKind;
  /** When the gateway noticed the last change. */
  readonly seenAt: Scalars['DateTime']['output'];
};

/** One page of changes of calls. */
export type CallChangeConnection = {
  readonly __typename?: 'CallChangeConnection';
  /** The changes on this page, each with its cursor. */
  readonly edges: ReadonlyArray<CallChangeEdge>;
  /** The changes on this page, without cursors. */
  readonly nodes: ReadonlyArray<CallChange>;
  /**
   * Position of this page in the feed. `endCursor` is never null, also on an empty page: store it. `hasNextPage` is true
   * when more changes are ready now.
   */
  readonly pageInfo: PageInfo;
};

/** A change of a call and its position in the feed. */
export type CallChangeEdge = {
  readonly __typename?: 'CallChangeEdge';
  /** Opaque cursor of this position. Valid only with the same `of` and `filter`. */
  readonly cursor: Scalars['String']['output'];
  /** The change. */
  readonly node: CallChange;
};

/** Which calls to follow. All given conditions must match. */
export type CallChangeFilter = {
  /** 1 to 100 CRM records that the call or one of its parties is linked to. Matches calls with any of them. */
  readonly crmObjects?: InputMaybe<ReadonlyArray<CrmObjectFilter>>;
  /** 1 to 100 email domains of external parties, with their subdomains. Matches calls with any of them. */
  readonly domains?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** 1 to 1,000 Gong user IDs. Matches calls that one of these users hosted. */
  readonly hostIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Whether anyone outside the company took part. */
  readonly scope?: InputMaybe<CallScope>;
  /** 1 to 20 trackers that Gong detected. All must match. */
  readonly trackers?: InputMaybe<ReadonlyArray<TrackerHitFilter>>;
  /** 1 to 1,000 Gong workspace IDs. Matches calls of any of them. */
  readonly workspaceIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** A public comment on a call. */
export type CallComment = {
  readonly __typename?: 'CallComment';
  /**
   * The user who wrote the comment.
   *
   * Cost: none if only `id` is selected; otherwise 1 request per 100 distinct users.
   */
  readonly author: Maybe<User>;
  /** Whether the comment was written during the call. */
  readonly duringCall: Maybe<Scalars['Boolean']['output']>;
  /** End of the passage that the comment is about, in seconds from the start of the recording. */
  readonly endSeconds: Maybe<Scalars['Float']['output']>;
  /** Gong's ID of the comment. */
  readonly id: Maybe<Scalars['ID']['output']>;
  /** `id` of the comment that this one replies to. Null for a comment that is not a reply. */
  readonly inReplyTo: Maybe<Scalars['ID']['output']>;
  /** When it was written. */
  readonly postedAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * Start of the passage that the comment is about, in seconds from the start of the recording. Null when the comment is
   * about the whole call.
   */
  readonly startSeconds: Maybe<Scalars['Float']['output']>;
  /** Text of the comment. People are mentioned as `@[name](userId)`. */
  readonly text: Maybe<Scalars['String']['output']>;
};

/** One page of a list of calls. */
export type CallConnection = {
  readonly __typename?: 'CallConnection';
  /** The calls on this page, each with its cursor. */
  readonly edges: ReadonlyArray<CallEdge>;
  /** The calls on this page, without cursors. */
  readonly nodes: ReadonlyArray<Call>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /**
   * Gong's own count of calls for this filter, over all pages. It may include a call that is not listed yet. Null when
   * the gateway merges, filters, or cuts the list itself, because Gong then has no such count. Also null when the
   * gateway's policy may have hidden calls.
   */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** What calls can be grouped by. */
export type CallDimension =
  /** CRM account that the call is linked to. A call of several accounts counts in each of their rows. */
  | 'ACCOUNT'
  /** Day on which the call started. */
  | 'DAY'
  /** Who called whom, as spelled by Gong. */
  | 'DIRECTION'
  /** User who hosted the call (`Call.primaryUser`). */
  | 'HOST'
  /** Spoken language, as an ISO 639-2/B code. */
  | 'LANGUAGE'
  /** Month in which the call started. */
  | 'MONTH'
  /** CRM opportunity or deal that the call is linked to. A call of several counts in each of their rows. */
  | 'OPPORTUNITY'
  /** Outcome of the call. */
  | 'OUTCOME'
  /** Quarter of the year in which the call started. */
  | 'QUARTER'
  /** Whether anyone outside the company took part, as spelled by Gong. */
  | 'SCOPE'
  /** Scorecard with which the call was reviewed. A call with several counts in each of their rows. */
  | 'SCORECARD'
  /** Tracker that was detected. A call with several trackers counts in each of their rows. */
  | 'TRACKER'
  /** Week in which the call started. Weeks begin on Monday. */
  | 'WEEK'
  /** Workspace of the call. */
  | 'WORKSPACE';

/** Who called whom. */
export type CallDirection =
  /** A meeting that people joined. */
  | 'CONFERENCE'
  /** A person outside the company called the company. */
  | 'INBOUND'
  /** The company called a person outside it. */
  | 'OUTBOUND'
  /** Gong does not know, or sent a value that it added after this schema was written. */
  | 'UNKNOWN';

/** A call and its position in a list. */
export type CallEdge = {
  readonly __typename?: 'CallEdge';
  /** Opaque cursor of this position. Valid only with the filter and order of its list. */
  readonly cursor: Scalars['String']['output'];
  /** The call. */
  readonly node: Call;
};

/** Which calls to return. All given conditions must match. An empty filter matches every call that Gong lists. */
export type CallFilter = {
  /** 1 to 100 Gong call IDs. For more IDs, or to keep an order, use `Query.callsByIds`. */
  readonly callIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Earliest start time, inclusive. Must be earlier than `to`. If omitted, there is no lower bound. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** 1 to 100 Gong user IDs. Matches calls that one of these users hosted. Gong cannot filter by other participants. */
  readonly primaryUserIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Latest start time, exclusive. If omitted, there is no upper bound. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
  /** Gong's ID of the workspace that the calls belong to. If omitted, all workspaces. */
  readonly workspaceId?: InputMaybe<Scalars['ID']['input']>;
};

/** One highlight. */
export type CallHighlight = {
  readonly __typename?: 'CallHighlight';
  /** Start of each passage that the highlight is based on, in seconds from the start of the recording. */
  readonly startSeconds: Maybe<ReadonlyArray<Scalars['Float']['output']>>;
  /** Text of the highlight. */
  readonly text: Maybe<Scalars['String']['output']>;
};

/** Highlights under one heading. */
export type CallHighlightsSection = {
  readonly __typename?: 'CallHighlightsSection';
  /** Highlights of the section. */
  readonly items: Maybe<ReadonlyArray<CallHighlight>>;
  /** Heading, such as next steps. */
  readonly title: Maybe<Scalars['String']['output']>;
};

/** Measurements of how people talked, from Gong's analysis. Each is requested only if it is selected. */
export type CallInteraction = {
  readonly __typename?: 'CallInteraction';
  /** Number of questions asked by people of the company. */
  readonly companyQuestionCount: Maybe<Scalars['Int']['output']>;
  /** Measurements of the host, in fields of their own. Null when Gong sends none of the host. */
  readonly host: Maybe<HostStats>;
  /** Number of questions asked by people outside the company. */
  readonly nonCompanyQuestionCount: Maybe<Scalars['Int']['output']>;
  /** Talk time of each speaker. Speakers outside the company may be missing. */
  readonly speakers: Maybe<ReadonlyArray<CallSpeaker>>;
  /** Measurements of the host by the names that Gong sends, also those without a field in `host`. */
  readonly stats: Maybe<ReadonlyArray<InteractionStat>>;
  /** Time for which each kind of video was shown. */
  readonly video: Maybe<ReadonlyArray<VideoSegment>>;
};

/** Measures over a group of calls. Each average has its number of calls beside it, so that rows can be combined. */
export type CallMeasures = {
  readonly __typename?: 'CallMeasures';
  /** Mean length of the recordings, in seconds. Null when no length is known. */
  readonly averageDurationSeconds: Maybe<Scalars['Float']['output']>;
  /** Mean of the answers to the overall question in the counted reviews. Null when there are none. */
  readonly averageScore: Maybe<Scalars['Float']['output']>;
  /** Number of calls. */
  readonly calls: Scalars['Int']['output'];
  /** Number of calls for which talk times are known. */
  readonly callsWithTalkTime: Scalars['Int']['output'];
  /** Number of calls with at least one of these detections. */
  readonly callsWithTrackerHits: Scalars['Int']['output'];
  /** Number of questions that people of the company asked. */
  readonly companyQuestions: Scalars['Int']['output'];
  /**
   * Talk time of external speakers divided by that of all speakers, from 0 to 1, over calls for which both are known.
   * Null when there are none.
   */
  readonly customerTalkRatio: Maybe<Scalars['Float']['output']>;
  /** Sum of the lengths of the recordings, in seconds. */
  readonly durationSeconds: Scalars['Float']['output'];
  /**
   * Talk time of the host divided by that of all speakers, from 0 to 1, over calls for which both are known. Null when
   * there are none.
   */
  readonly hostTalkRatio: Maybe<Scalars['Float']['output']>;
  /** Number of questions that other people asked. */
  readonly otherQuestions: Scalars['Int']['output'];
  /**
   * Number of reviews. With `filter.review`, only the reviews of its `scorecardId` and `method` are counted, with any
   * score. In a row of the dimension `SCORECARD`, all reviews of that scorecard are counted.
   */
  readonly reviews: Scalars['Int']['output'];
  /** Detections of the trackers named in the filter or the row. When none is named, of all trackers. */
  readonly trackerHits: Scalars['Int']['output'];
};

/** Signed links to a recording. Treat them as secrets. */
export type CallMedia = {
  readonly __typename?: 'CallMedia';
  /** Link to the audio. Null when there is none. */
  readonly audioUrl: Maybe<Scalars['URL']['output']>;
  /** Time at which the links expire: eight hours after this response was read from Gong. */
  readonly expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** Link to the video. Null for an audio-only call. */
  readonly videoUrl: Maybe<Scalars['URL']['output']>;
};

/** Kind of recording. */
export type CallMediaType =
  /** Audio only. */
  | 'AUDIO'
  /** Gong does not know, or sent a value that it added after this schema was written. */
  | 'UNKNOWN'
  /** Audio and video. */
  | 'VIDEO';

/** Order of a list of calls, by start time. */
export type CallOrder =
  /**
   * The reverse of Gong's order, which Gong does not offer. The gateway reads time windows backwards from `to` (or now)
   * and adapts their width to the call traffic. The list is complete and contains no call twice. Cost: about 2 or 3
   * requests for 20 calls of a company with steady traffic; more after long gaps.
   */
  | 'NEWEST_FIRST'
  /** Gong's own order. Cost: 1 request per 100 calls. */
  | 'OLDEST_FIRST';

/** How a call ended. */
export type CallOutcome = {
  readonly __typename?: 'CallOutcome';
  /** Group of outcomes, as spelled by Gong, such as `Answered`. */
  readonly category: Maybe<Scalars['String']['output']>;
  /** Code of the outcome, such as `MEETING_BOOKED`. The same for all calls with this outcome. */
  readonly id: Maybe<Scalars['ID']['output']>;
  /** Name of the outcome, as displayed to people. */
  readonly name: Maybe<Scalars['String']['output']>;
};

/** An entry of the outline. */
export type CallOutlineItem = {
  readonly __typename?: 'CallOutlineItem';
  /** Start, in seconds from the start of the recording. */
  readonly startSeconds: Maybe<Scalars['Float']['output']>;
  /** Summary of what was said. */
  readonly text: Maybe<Scalars['String']['output']>;
};

/** A section of the outline. */
export type CallOutlineSection = {
  readonly __typename?: 'CallOutlineSection';
  /** Length, in seconds. */
  readonly durationSeconds: Maybe<Scalars['Float']['output']>;
  /** Entries of the section, in the order of the call. */
  readonly items: Maybe<ReadonlyArray<CallOutlineItem>>;
  /** Heading. */
  readonly section: Maybe<Scalars['String']['output']>;
  /** Start, in seconds from the start of the recording. */
  readonly startSeconds: Maybe<Scalars['Float']['output']>;
};

/** Parts of a call that Gong completes at different times. Media links are not a part: the replica never keeps them. */
export type CallPart =
  /** What Gong's analysis found: `structure` to `outcome`, and `trackers`. */
  | 'ANALYSIS'
  /** The fields that come with every call, from `url` to `workspace`. */
  | 'BASIC'
  /** `Call.comments`. */
  | 'COMMENTS'
  /** `Call.context` and `Party.context`. */
  | 'CRM'
  /** `Call.interaction`. */
  | 'INTERACTION'
  /** `Call.parties`. */
  | 'PARTIES'
  /** `Call.answeredScorecards`. */
  | 'REVIEWS'
  /** `Call.transcript`. */
  | 'TRANSCRIPT';

/** A person who took part in an uploaded call. */
export type CallPartyInput = {
  /** Records of other systems that represent the person, at most 100. Only for people outside the company. */
  readonly context?: InputMaybe<ReadonlyArray<CrmContextInput>>;
  /** Email address. Gong rejects reserved domains such as `.example`. */
  readonly emailAddress?: InputMaybe<Scalars['String']['input']>;
  /** Channel of the company's speaker in a stereo recording: 0 is left, 1 is right. */
  readonly mediaChannelId?: InputMaybe<Scalars['Int']['input']>;
  /** Name as displayed. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Key by which `speakersTimeline` refers to the party, unique within the call. Required only for that purpose. */
  readonly partyId?: InputMaybe<Scalars['ID']['input']>;
  /** Phone number. */
  readonly phoneNumber?: InputMaybe<Scalars['String']['input']>;
  /** Gong's ID of the user, for people of the company. */
  readonly userId?: InputMaybe<Scalars['ID']['input']>;
};

/** Whether a call included people outside the company. */
export type CallScope =
  /** At least one participant does not belong to the company. */
  | 'EXTERNAL'
  /** All participants belong to the company. */
  | 'INTERNAL'
  /** Gong does not know, or sent a value that it added after this schema was written. */
  | 'UNKNOWN';

/** One page of the calls that a search found. */
export type CallSearchConnection = {
  readonly __typename?: 'CallSearchConnection';
  /**
   * Everything that Gong showed before this instant is included, apart from `Replica.lateness`. Null until the sync has
   * examined something.
   */
  readonly asOf: Maybe<Scalars['DateTime']['output']>;
  /** The calls on this page, each with its cursor. */
  readonly edges: ReadonlyArray<CallEdge>;
  /**
   * Whether the replica held every call in the window of the filter at `asOf`, and had asked Gong for what the filter
   * needs of each. With `said` or `has: [TRANSCRIPT]`, it is false while a transcript in the window was not requested, and
   * with `review` or `has: [REVIEWS]`, while reviews were not. What Gong has not finished yet does not count as missing.
   */
  readonly isComplete: Scalars['Boolean']['output'];
  /** The calls on this page, without cursors. */
  readonly nodes: ReadonlyArray<Call>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** Exact number of matching calls that the viewer is allowed to see. Null when a policy module decides call by call. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/**
 * Which calls of the replica to find. All given conditions must match. A condition on a part that the replica does not
 * keep fails with `BAD_USER_INPUT`.
 */
export type CallSearchFilter = {
  /** 1 to 1,000 Gong call IDs. */
  readonly callIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Words in the names of linked CRM records. Requires that the replica keeps the CRM field `Name`. */
  readonly crmName?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 100 CRM records that the call or one of its parties is linked to. Matches calls with any of them. */
  readonly crmObjects?: InputMaybe<ReadonlyArray<CrmObjectFilter>>;
  /** Who called whom, or that people met in a conference. */
  readonly direction?: InputMaybe<CallDirection>;
  /**
   * 1 to 100 email domains of external parties, with their subdomains: `acme.com` matches `x@eu.acme.com`, but not
   * `x@macme.com`. Matches calls with any of them.
   */
  readonly domains?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Earliest start time, inclusive. Must be earlier than `to`. If omitted, there is no lower bound. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Parts that must exist in Gong, such as `TRANSCRIPT`. All must match. */
  readonly has?: InputMaybe<ReadonlyArray<CallPart>>;
  /** 1 to 1,000 Gong user IDs. Matches calls that one of these users hosted (`primaryUser`). */
  readonly hostIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 1 to 100 ISO 639-2/B codes such as `eng`. Matches calls in any of these languages. */
  readonly languages?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Longest length of the recording, in seconds, inclusive. */
  readonly maxDurationSeconds?: InputMaybe<Scalars['Float']['input']>;
  /** Shortest length of the recording, in seconds, inclusive. */
  readonly minDurationSeconds?: InputMaybe<Scalars['Float']['input']>;
  /** 1 to 100 Gong IDs of call outcomes. Matches calls with any of them. */
  readonly outcomeIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** 1 to 20 conditions on participants. Each must be met by some party of the call. */
  readonly participants?: InputMaybe<ReadonlyArray<ParticipantFilter>>;
  /** Reviews of the call. All given conditions must match the same review. */
  readonly review?: InputMaybe<ReviewOfCallFilter>;
  /** Words said anywhere in the call, with the syntax of `Query.searchTranscripts`. */
  readonly said?: InputMaybe<Scalars['String']['input']>;
  /** Whether anyone outside the company took part. */
  readonly scope?: InputMaybe<CallScope>;
  /** Words in the title, with the syntax of `Query.searchTranscripts`. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
  /** Latest start time, exclusive. If omitted, there is no upper bound. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
  /** 1 to 20 trackers that Gong detected. All must match. */
  readonly trackers?: InputMaybe<ReadonlyArray<TrackerHitFilter>>;
  /** 1 to 1,000 Gong workspace IDs. Matches calls of any of them. */
  readonly workspaceIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** Order of the calls that a search finds, by the second in which they started. */
export type CallSearchOrder =
  /** The call that started last comes first. */
  | 'NEWEST_FIRST'
  /** The call that started first comes first. */
  | 'OLDEST_FIRST';

/** Talk time of one speaker. */
export type CallSpeaker = {
  readonly __typename?: 'CallSpeaker';
  /** The party who spoke. Null when no party has this key. */
  readonly party: Maybe<Party>;
  /** Key of the party within the call, as in `Party.partyId`. */
  readonly partyId: Maybe<Scalars['ID']['output']>;
  /** Talk time, in seconds. */
  readonly talkTimeSeconds: Maybe<Scalars['Float']['output']>;
  /**
   * The Gong user who spoke. Null for everyone else.
   *
   * Cost: none if only `id` is selected; otherwise 1 request per 100 distinct users.
   */
  readonly user: Maybe<User>;
};

/** Counts and averages over calls. */
export type CallStats = {
  readonly __typename?: 'CallStats';
  /**
   * Everything that Gong showed before this instant is counted, apart from `Replica.lateness`. Null until the sync has
   * examined something.
   */
  readonly asOf: Maybe<Scalars['DateTime']['output']>;
  /**
   * Whether the replica held every call in the window of the filter at `asOf`, and had asked Gong for what the filter, `by`,
   * and the selected measures need of each: transcripts for `said` and `has: [TRANSCRIPT]`; reviews for `review`,
   * `has: [REVIEWS]`, `SCORECARD`, `reviews`, and `averageScore`. What Gong has not finished yet does not count as missing.
   */
  readonly isComplete: Scalars['Boolean']['output'];
  /** Whether rows beyond `first` are missing. */
  readonly isTruncated: Scalars['Boolean']['output'];
  /** One row for each group that has calls, the row with the most calls first. */
  readonly rows: ReadonlyArray<CallStatsRow>;
  /** Measures over all calls that match, each counted once. */
  readonly total: CallMeasures;
};

/** One value of one dimension. Fields that do not apply to the dimension are null. */
export type CallStatsKey = {
  readonly __typename?: 'CallStatsKey';
  /** The dimension. */
  readonly dimension: CallDimension;
  /** Start of the day, week, month, or quarter, inclusive. */
  readonly from: Maybe<Scalars['DateTime']['output']>;
  /** Name of the value, such as that of the account. Null when it has none, or the gateway does not know it. */
  readonly label: Maybe<Scalars['String']['output']>;
  /**
   * The scorecard, of the dimension `SCORECARD`.
   *
   * Cost: none.
   */
  readonly scorecard: Maybe<Scorecard>;
  /** End of the day, week, month, or quarter, exclusive. */
  readonly to: Maybe<Scalars['DateTime']['output']>;
  /**
   * The tracker, of the dimension `TRACKER`.
   *
   * Cost: none.
   */
  readonly tracker: Maybe<Tracker>;
  /**
   * The host, of the dimension `HOST`.
   *
   * Cost: none.
   */
  readonly user: Maybe<User>;
  /**
   * The value: Gong's ID, the CRM record's ID, a word as spelled by Gong, or the period: the day, or the first day of the
   * week, such as `2026-03-30`, the month, such as `2026-03`, or the quarter, such as `2026-Q1`. Null for the calls that
   * have no value.
   */
  readonly value: Maybe<Scalars['String']['output']>;
  /**
   * The workspace, of the dimension `WORKSPACE`.
   *
   * Cost: none.
   */
  readonly workspace: Maybe<Workspace>;
};

/** A group of calls. */
export type CallStatsRow = {
  readonly __typename?: 'CallStatsRow';
  /** What the calls have in common: one key for each dimension, in the order of `by`. */
  readonly keys: ReadonlyArray<CallStatsKey>;
  /** Measures over the calls of the group. */
  readonly measures: CallMeasures;
};

/** A phase of a call. */
export type CallStructureItem = {
  readonly __typename?: 'CallStructureItem';
  /** Time spent on the phase, in seconds. */
  readonly durationSeconds: Maybe<Scalars['Float']['output']>;
  /** Name of the phase. */
  readonly name: Maybe<Scalars['String']['output']>;
};

/** A topic of a call. */
export type CallTopic = {
  readonly __typename?: 'CallTopic';
  /** Time spent on the topic, in seconds. */
  readonly durationSeconds: Maybe<Scalars['Float']['output']>;
  /** Name of the topic. */
  readonly name: Maybe<Scalars['String']['output']>;
};

/** Occurrences of one tracker in one call. */
export type CallTracker = {
  readonly __typename?: 'CallTracker';
  /** Number of times the tracker was detected in this call. */
  readonly count: Maybe<Scalars['Int']['output']>;
  /** Name of the tracker. */
  readonly name: Maybe<Scalars['String']['output']>;
  /**
   * Where the tracker was detected. `[]` for a keyword tracker that keeps its phrases separate (see `phrases`), and for
   * calls before 2023 that Gong has not analyzed again.
   */
  readonly occurrences: Maybe<ReadonlyArray<TrackerOccurrence>>;
  /** Occurrences by phrase, for keyword trackers that keep their phrases separate. `[]` for smart trackers. */
  readonly phrases: Maybe<ReadonlyArray<TrackerPhrase>>;
  /**
   * Definition of the tracker. For a smart tracker, which Gong does not list, only `id` and `name` are known.
   *
   * Cost: none if only `id` and `name` are selected; otherwise 1 request for all trackers.
   */
  readonly tracker: Maybe<Tracker>;
  /** Gong's ID of the tracker. */
  readonly trackerId: Maybe<Scalars['ID']['output']>;
  /** Kind of tracker. */
  readonly type: Maybe<TrackerType>;
};

/** What happened to an object. */
export type ChangeKind =
  /** It was in the replica, and has changed since the cursor was issued. */
  | 'CHANGED'
  /**
   * It was deleted, erased, or is past the retention, no longer matches the filter, or is no longer visible to the
   * viewer. The reason is not reported.
   */
  | 'GONE'
  /** It was not in the replica when the cursor was issued, or the policy hid it from the viewer until then. */
  | 'NEW';

/** How one user is coached. */
export type CoachedUser = {
  readonly __typename?: 'CoachedUser';
  /** Measurements, whose names Gong does not document. `[]` when there are none. */
  readonly metrics: Maybe<ReadonlyArray<CoachingMetric>>;
  /**
   * The user. Null when Gong does not say who it is.
   *
   * Cost: none if only `id` is selected; otherwise 1 request per 100 distinct users.
   */
  readonly user: Maybe<User>;
};

/** A measurement of how a user is coached. */
export type CoachingMetric = {
  readonly __typename?: 'CoachingMetric';
  /** Name, as spelled by Gong. */
  readonly name: Scalars['String']['output'];
  /** Values, as Gong sends them. `[]` when there are none. */
  readonly values: ReadonlyArray<Scalars['String']['output']>;
};

/** How the direct reports of a manager are coached. */
export type CoachingReport = {
  readonly __typename?: 'CoachingReport';
  /** The direct reports. `[]` when there are none. */
  readonly reports: Maybe<ReadonlyArray<CoachedUser>>;
};

/** A service in which a user holds conferences. */
export type ConferencingProvider = {
  readonly __typename?: 'ConferencingProvider';
  /** Whether the user's conferences are held there, unless another service is chosen. */
  readonly isDefault: Maybe<Scalars['Boolean']['output']>;
  /** Name, as spelled by Gong. */
  readonly provider: Maybe<Scalars['String']['output']>;
};

/** Formats that `@constraint` can require. */
export type ConstraintFormat =
  /** An operating system that Gong recognizes, such as `MacOS`. */
  | 'AGENT_PLATFORM'
  /** An ID that the client chooses for a job: letters, digits, dashes, and underscores. */
  | 'CLIENT_REQUEST_ID'
  /** A type of CRM record that Gong can link, such as `Account`. */
  | 'CRM_OBJECT_TYPE'
  /** A CRM that Gong supports, such as `Salesforce`. */
  | 'CRM_SYSTEM'
  /** A domain name, such as `acme.com`. */
  | 'DOMAIN'
  /** An email address. */
  | 'EMAIL'
  /** A Gong ID: 1 to 20 digits. */
  | 'GONG_ID'
  /** A URL that starts with `http://` or `https://`. */
  | 'HTTP_URL'
  /** A language code that Gong accepts for uploads, such as `en-US`. */
  | 'LANGUAGE_CODE'
  /** A `nodeId` issued by this gateway. */
  | 'NODE_ID'
  /** Text with at least one character that is not whitespace. */
  | 'NOT_BLANK'
  /** A day up to today in the company's time zone. If the gateway does not know that zone, Gong decides. */
  | 'PAST_OR_TODAY'
  /** An IANA time zone, such as `America/New_York`. */
  | 'TIME_ZONE';

/** Point in time at which CRM field values are read. */
export type ContextTiming =
  /** The current state of the record. */
  | 'NOW'
  /** The state of the record when the call took place. */
  | 'TIME_OF_CALL';

/** A call that was recorded outside Gong. Fields that Gong requires are required here. */
export type CreateCallInput = {
  /** Actual start time. */
  readonly actualStart: Scalars['DateTime']['input'];
  /** Code of the conferencing or telephony provider, such as `zoom`. Codes are available from Gong's support. */
  readonly callProviderCode?: InputMaybe<Scalars['String']['input']>;
  /**
   * ID of the call in your system, at most 2,048 characters. Gong accepts each ID only once, even if the call that had
   * it was discarded. This makes it safe to repeat the mutation.
   */
  readonly clientUniqueId: Scalars['String']['input'];
  /**
   * Records of other systems that the call belongs to, at most 100. Gong does not support several opportunities of one
   * account.
   */
  readonly context?: InputMaybe<ReadonlyArray<CrmContextInput>>;
  /** Any text to store with the call. */
  readonly customData?: InputMaybe<Scalars['String']['input']>;
  /** Who called whom. `UNKNOWN` is allowed here. */
  readonly direction: CallDirection;
  /** How the call ended, such as `Left voicemail`, at most 255 characters. */
  readonly disposition?: InputMaybe<Scalars['String']['input']>;
  /**
   * URL from which Gong fetches the recording: unique, at most 1.5 GB, served as audio, video, or octet-stream. If
   * omitted, send the bytes with `addCallMedia`; you cannot use both.
   */
  readonly downloadMediaUrl?: InputMaybe<Scalars['URL']['input']>;
  /** Length, in seconds. Gong measures the recording itself and discards one that is shorter than a minute. */
  readonly durationSeconds?: InputMaybe<Scalars['Float']['input']>;
  /** The Engage task that the call belongs to. */
  readonly flowContext?: InputMaybe<FlowContextInput>;
  /** Spoken language, as a code such as `en-US`. If omitted, Gong detects it. */
  readonly languageCode?: InputMaybe<Scalars['String']['input']>;
  /** Link that people used to join the conference. */
  readonly meetingUrl?: InputMaybe<Scalars['URL']['input']>;
  /** 1 to 1,000 participants, including the primary user. */
  readonly parties: ReadonlyArray<CallPartyInput>;
  /** Gong's ID of the user who hosted the call. Must be the `userId` of one of the `parties`. */
  readonly primaryUserId: Scalars['ID']['input'];
  /** Purpose of the call, at most 255 characters. */
  readonly purpose?: InputMaybe<Scalars['String']['input']>;
  /** Planned end time. Must be later than `scheduledStart`. */
  readonly scheduledEnd?: InputMaybe<Scalars['DateTime']['input']>;
  /** Planned start time. */
  readonly scheduledStart?: InputMaybe<Scalars['DateTime']['input']>;
  /** Who spoke when. If provided, Gong ignores `mediaChannelId`. */
  readonly speakersTimeline?: InputMaybe<SpeakersTimelineInput>;
  /** Title, by which people can find the call. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
  /** Gong's ID of the workspace. If omitted, Gong chooses one. */
  readonly workspaceId?: InputMaybe<Scalars['ID']['input']>;
};

/** Result of `Mutation.createCall`. */
export type CreateCallPayload = {
  readonly __typename?: 'CreateCallPayload';
  /** Whether a call with this `clientUniqueId` already existed. If true, nothing was created. */
  readonly alreadyExisted: Scalars['Boolean']['output'];
  /**
   * The call. Null until Gong has processed its recording, which is never immediately.
   *
   * Cost: 1 request if the call already existed.
   */
  readonly call: Maybe<Call>;
  /**
   * Gong's ID of the call. Null when the call already existed and its ID could not be determined: Gong did not return
   * it, and neither this gateway nor Gong's list of calls has it.
   */
  readonly callId: Maybe<Scalars['ID']['output']>;
  /** Gong's reference for the request. Quote it when you contact Gong's support. */
  readonly requestId: Maybe<Scalars['String']['output']>;
};

/** A meeting to create. */
export type CreateMeetingInput = {
  /** End. */
  readonly endsAt: Scalars['DateTime']['input'];
  /** ID of the meeting in your system. */
  readonly externalId?: InputMaybe<Scalars['String']['input']>;
  /** People to invite, without the organizer, at most 1,000. */
  readonly invitees: ReadonlyArray<MeetingInviteeInput>;
  /** Email address of the organizer, a Gong user. Determines which consent page is used. */
  readonly organizerEmail: Scalars['String']['input'];
  /** Conferencing provider, such as `zoom`. If omitted, the organizer's own. */
  readonly provider?: InputMaybe<Scalars['String']['input']>;
  /** Start. Must be earlier than `endsAt`. */
  readonly startsAt: Scalars['DateTime']['input'];
  /** Title. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
};

/** Result of `Mutation.createMeeting`. */
export type CreateMeetingPayload = {
  readonly __typename?: 'CreateMeetingPayload';
  /** The created meeting. */
  readonly meeting: Maybe<Meeting>;
  /** Gong's reference for the request. Quote it when you contact Gong's support. */
  readonly requestId: Maybe<Scalars['String']['output']>;
};

/** A permission profile to create. */
export type CreatePermissionProfileInput = {
  /** What else the users may do and use. If omitted, nothing. */
  readonly allow?: InputMaybe<ReadonlyArray<PermissionCapability>>;
  /** Whose calls the users may see. If omitted, none. */
  readonly callsAccess?: InputMaybe<PermissionReachInput>;
  /** Whose coaching data the users may see. If omitted, none. */
  readonly coachingAccess?: InputMaybe<PermissionReachInput>;
  /** Whose deals the users may see. If omitted, none. */
  readonly dealsAccess?: InputMaybe<PermissionReachInput>;
  /** Description. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Whose emails the users may see. If omitted, none. */
  readonly emailsAccess?: InputMaybe<PermissionReachInput>;
  /** Whose forecast submissions and targets the users may see and edit. If omitted, none. */
  readonly forecastPermissions?: InputMaybe<ForecastPermissionsInput>;
  /** Whose insights the users may see. If omitted, none. */
  readonly insightsAccess?: InputMaybe<PermissionReachInput>;
  /** Which folders of the library the users may see. If omitted, none. */
  readonly libraryFolderAccess?: InputMaybe<LibraryFolderAccessInput>;
  /** Name. */
  readonly name: Scalars['String']['input'];
  /** Whose usage data the users may see. If omitted, none. */
  readonly usageAccess?: InputMaybe<PermissionReachInput>;
  /** Gong's ID of the workspace. */
  readonly workspaceId: Scalars['ID']['input'];
};

/** Links of a call, or of a party of a call, to one CRM. */
export type CrmContext = {
  readonly __typename?: 'CrmContext';
  /** The linked records. When two points in time are requested, each record occurs once for each. */
  readonly objects: ReadonlyArray<CrmObject>;
  /** The CRM, as spelled by Gong: `Salesforce`, `HubSpot`, `MicrosoftDynamic`, or `Generic`. */
  readonly system: Maybe<Scalars['String']['output']>;
};

/** Links to records of one other system. */
export type CrmContextInput = {
  /** The records, at most 100. */
  readonly objects: ReadonlyArray<CrmObjectInput>;
  /** The system, as spelled by Gong: `Salesforce`, `HubSpot`, `MicrosoftDynamic`, or `Generic`. */
  readonly system: Scalars['String']['input'];
};

/** Status of a deal. */
export type CrmDealStatus =
  /** Lost. */
  | 'LOST'
  /** Not decided. */
  | 'OPEN'
  /** Won. */
  | 'WON';

/** Type of a CRM record that Gong's AI reads about. */
export type CrmEntityType =
  /** An account: a company. */
  | 'ACCOUNT'
  /** A contact: a person. */
  | 'CONTACT'
  /** A deal, also called opportunity. */
  | 'DEAL'
  /** A lead. */
  | 'LEAD';

/** One field of a CRM record. */
export type CrmField = {
  readonly __typename?: 'CrmField';
  /** Name of the field in the CRM. Custom fields are included. */
  readonly name: Scalars['String']['output'];
  /** Value, of any JSON type. Null for an empty field. */
  readonly value: Maybe<Scalars['JSON']['output']>;
};

/** A field of a record of another system. */
export type CrmFieldInput = {
  /** Name of the field in that system. Custom fields are allowed. */
  readonly name: Scalars['String']['input'];
  /** Value of the field. */
  readonly value?: InputMaybe<Scalars['JSON']['input']>;
};

/** Type of the value of a field. */
export type CrmFieldType =
  /** True or false. */
  | 'BOOLEAN'
  /** An amount, in the currency that is configured for the company in Gong. */
  | 'CURRENCY'
  /** A day, such as `2026-03-02`. */
  | 'DATE'
  /** A point in time, such as `2026-03-02T14:05:00Z`. */
  | 'DATETIME'
  /** An email address. */
  | 'EMAILADDRESS'
  /** An ID. */
  | 'ID'
  /** A number. */
  | 'NUMBER'
  /** A number from 0 to 100. */
  | 'PERCENT'
  /** A phone number. */
  | 'PHONENUMBER'
  /** One of the given values. */
  | 'PICKLIST'
  /** The ID of another object. */
  | 'REFERENCE'
  /** Text. */
  | 'STRING'
  /** A list of texts. */
  | 'STRINGARRAY'
  /** Gong sent a value that this schema does not know yet. */
  | 'UNKNOWN'
  /** A URL. */
  | 'URL';

/** An integration by which a company sends the data of its own CRM to Gong. */
export type CrmIntegration = {
  readonly __typename?: 'CrmIntegration';
  /** Gong's ID. */
  readonly id: Scalars['ID']['output'];
  /** Name as displayed. Null when Gong sends none. */
  readonly name: Maybe<Scalars['String']['output']>;
  /**
   * Uploaded objects by their IDs in the CRM, in the order of `ids`. Null in the place of an object that Gong does not have.
   * Gong offers this to check uploads during development.
   *
   * Fails with `FORBIDDEN` when the policy restricts more than private calls.
   *
   * Cost: 1 request per 100 distinct IDs.
   */
  readonly objects: Maybe<ReadonlyArray<Maybe<CrmUploadedObject>>>;
  /** Email address of the person who is responsible. Null when Gong sends none. */
  readonly ownerEmail: Maybe<Scalars['String']['output']>;
  /**
   * Fields that were added to objects by `replaceCrmSchema`, in the order in which Gong sends them, one type after the
   * other. `[]` when there are none.
   *
   * Cost: 1 request for each type of objects.
   */
  readonly schema: Maybe<ReadonlyArray<CrmSchemaField>>;
};


/** An integration by which a company sends the data of its own CRM to Gong. */
export type CrmIntegrationObjectsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
  objectType: CrmObjectType;
};


/** An integration by which a company sends the data of its own CRM to Gong. */
export type CrmIntegrationSchemaArgs = {
  objectType?: InputMaybe<CrmObjectType>;
};

/** An upload, or the deletion of an integration, that Gong does later. */
export type CrmJob = Job & {
  readonly __typename?: 'CrmJob';
  /** Number of objects that Gong could not read. Null when Gong does not say. */
  readonly errorCount: Maybe<Scalars['Int']['output']>;
  /** The first 20 errors. The `position` of an error is that of the row. `[]` when there are none. */
  readonly errors: Maybe<ReadonlyArray<JobError>>;
  /** The ID that the client gave the job (`clientRequestId`). */
  readonly id: Scalars['ID']['output'];
  /** State of the job. `COMPLETED` when nothing failed, and `FAILED` when something did. Null when Gong does not say. */
  readonly status: Maybe<JobStatus>;
  /** Number of objects that Gong has accepted so far. Null when Gong does not say. */
  readonly successCount: Maybe<Scalars['Int']['output']>;
};

/** Result of `Mutation.deleteCrmIntegration`. */
export type CrmJobPayload = {
  readonly __typename?: 'CrmJobPayload';
  /** Whether Gong accepted a job with this ID before. If true, this request changed nothing. */
  readonly alreadySent: Scalars['Boolean']['output'];
  /** The queued job. Its `status` is `PENDING`, and null when `alreadySent` is true: read `Query.crmJob`. */
  readonly job: CrmJob;
  /** Gong's reference for the request. Quote it when you contact Gong's support. */
  readonly requestId: Maybe<Scalars['String']['output']>;
};

/** A CRM record at one point in time. */
export type CrmObject = {
  readonly __typename?: 'CrmObject';
  /** Field values of the record at that time. `[]` when Gong has none. */
  readonly fields: ReadonlyArray<CrmField>;
  /** ID of the record in the CRM. */
  readonly objectId: Maybe<Scalars['ID']['output']>;
  /** Kind of record, as spelled by Gong: `Opportunity` or `Account` for calls; `Contact`, `Lead`, or `User` for parties. */
  readonly objectType: Maybe<Scalars['String']['output']>;
  /** Point in time that `fields` describe. Null when Gong does not say. */
  readonly timing: Maybe<ContextTiming>;
};

/** A CRM record. */
export type CrmObjectFilter = {
  /** ID of the record in the CRM. */
  readonly objectId: Scalars['ID']['input'];
  /** Type of the record, such as `Account`. */
  readonly objectType: Scalars['String']['input'];
  /** Name of the CRM, such as `Salesforce`. If omitted, any CRM. */
  readonly system?: InputMaybe<Scalars['String']['input']>;
};

/** A record of another system. */
export type CrmObjectInput = {
  /** Fields of the record, at most 200. Gong has reserved them for later use. */
  readonly fields?: InputMaybe<ReadonlyArray<CrmFieldInput>>;
  /** ID of the record in that system. Salesforce IDs of 15 and of 18 characters are accepted. */
  readonly objectId: Scalars['ID']['input'];
  /** Kind of record, as spelled by Gong: `Opportunity`, `Account`, `Lead`, `Contact`, or `User`. */
  readonly objectType: Scalars['String']['input'];
};

/** Type of a CRM object that has a schema and can be read. */
export type CrmObjectType =
  /** A company. */
  | 'ACCOUNT'
  /** A person at an account. */
  | 'CONTACT'
  /** A deal, also called opportunity. */
  | 'DEAL'
  /** A person who is not a contact yet. */
  | 'LEAD'
  /** Gong sent a value that this schema does not know yet. */
  | 'UNKNOWN';

/** A CRM account or opportunity that a call is linked to. */
export type CrmRecord = {
  readonly __typename?: 'CrmRecord';
  /**
   * Value of one field of the record, of any JSON type. Null when the field is empty, and when Gong sends no field of this
   * name for that time.
   */
  readonly field: Maybe<Scalars['JSON']['output']>;
  /** ID of the record in the CRM. */
  readonly id: Maybe<Scalars['ID']['output']>;
  /** The CRM, as spelled by Gong: `Salesforce`, `HubSpot`, `MicrosoftDynamic`, or `Generic`. */
  readonly system: Maybe<Scalars['String']['output']>;
  /** Kind of record, as spelled by Gong: `Account` or `Opportunity`. */
  readonly type: Maybe<Scalars['String']['output']>;
};


/** A CRM account or opportunity that a call is linked to. */
export type CrmRecordFieldArgs = {
  at?: InputMaybe<ContextTiming>;
  name: Scalars['String']['input'];
};

/** Type of an object that a field can refer to. */
export type CrmReferenceType =
  /** An account. */
  | 'ACCOUNT'
  /** A contact. */
  | 'CONTACT'
  /** A deal. */
  | 'DEAL'
  /** A lead. */
  | 'LEAD'
  /** A user of the CRM. */
  | 'USER';

/**
 * A CRM object to upload. A member that the type of the objects does not have is refused. Gong keeps the stored value of a
 * member that is omitted.
 */
export type CrmRowInput = {
  /** ID of the account of a `CONTACT` or a `DEAL`. Gong hides a deal without an account. */
  readonly accountId?: InputMaybe<Scalars['ID']['input']>;
  /** Amount of a `DEAL`, in the currency that is configured for the company in Gong. */
  readonly amount?: InputMaybe<Scalars['Float']['input']>;
  /** Day on which a `DEAL` is expected to close, or did. A deal without one is not on the deal board. */
  readonly closeDate?: InputMaybe<Scalars['Date']['input']>;
  /** ID of the account that a `LEAD` became. */
  readonly convertedToAccountId?: InputMaybe<Scalars['ID']['input']>;
  /** ID of the contact that a `LEAD` became. */
  readonly convertedToContactId?: InputMaybe<Scalars['ID']['input']>;
  /** ID of the deal that a `LEAD` became. */
  readonly convertedToDealId?: InputMaybe<Scalars['ID']['input']>;
  /** When a `DEAL` was created in the CRM. Gong takes whole seconds. */
  readonly createdAt?: InputMaybe<Scalars['DateTime']['input']>;
  /**
   * Values of the fields of `CrmIntegration.schema`, as an object: each by the name of its field. Null clears a value. Not
   * for a `BUSINESS_USER` or a `STAGE`.
   */
  readonly customFields?: InputMaybe<Scalars['JSON']['input']>;
  /** Email domains of an `ACCOUNT`, by which Gong finds its calls and emails. */
  readonly domains?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Email address of a `CONTACT`, a `LEAD`, or a `BUSINESS_USER`, for which it is required unless `isDeleted` is true. */
  readonly emailAddress?: InputMaybe<Scalars['String']['input']>;
  /** First name of a `CONTACT` or a `LEAD`. */
  readonly firstName?: InputMaybe<Scalars['String']['input']>;
  /** Whether a `STAGE` is offered for deals. If omitted, it is. */
  readonly isActive?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether to delete the object from Gong. Not for a `STAGE`: set `isActive` to false. */
  readonly isDeleted?: InputMaybe<Scalars['Boolean']['input']>;
  /** Last name of a `CONTACT` or a `LEAD`. */
  readonly lastName?: InputMaybe<Scalars['String']['input']>;
  /** When the CRM last changed it. Required for all but a `STAGE`. Gong takes whole seconds. */
  readonly modifiedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Name of an `ACCOUNT`, a `DEAL`, or a `STAGE`, for which it is required. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** ID in the CRM, at most 64 characters. */
  readonly objectId: Scalars['ID']['input'];
  /** ID of the `BUSINESS_USER` that owns a `DEAL`. A deal without an owner is not on the deal board. */
  readonly ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** Phone number of a `CONTACT` or a `LEAD`. */
  readonly phoneNumber?: InputMaybe<Scalars['String']['input']>;
  /** Position of a `STAGE` in the sales process, from 1. */
  readonly sortOrder?: InputMaybe<Scalars['Int']['input']>;
  /** ID of the `STAGE` of a `DEAL`. */
  readonly stage?: InputMaybe<Scalars['ID']['input']>;
  /** Status of a `DEAL`. If omitted, Gong takes `OPEN` for a new deal. */
  readonly status?: InputMaybe<CrmDealStatus>;
  /** Job title of a `CONTACT` or a `LEAD`. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
  /** Page of the object in the CRM. Not for a `STAGE`. */
  readonly url?: InputMaybe<Scalars['URL']['input']>;
};

/** A field that was added to objects of one type. */
export type CrmSchemaField = {
  readonly __typename?: 'CrmSchemaField';
  /** Whether it is deleted. Null when Gong does not say. */
  readonly isDeleted: Maybe<Scalars['Boolean']['output']>;
  /** Label as displayed. Null when Gong sends none. */
  readonly label: Maybe<Scalars['String']['output']>;
  /** When it was last changed. Null when Gong does not say. */
  readonly modifiedAt: Maybe<Scalars['DateTime']['output']>;
  /** Name of the field in the CRM, unique within its type of objects. */
  readonly name: Scalars['String']['output'];
  /** The type of objects. */
  readonly objectType: Maybe<CrmObjectType>;
  /** Values of a `PICKLIST`, in their order. Null for any other type of value. */
  readonly picklistValues: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Type of the objects that a `REFERENCE` refers to, as spelled by Gong. Null for any other type of value. */
  readonly referenceTo: Maybe<Scalars['String']['output']>;
  /** Type of the value. Null when Gong does not say. */
  readonly type: Maybe<CrmFieldType>;
};

/** A field of objects of one type. */
export type CrmSchemaFieldInput = {
  /** Whether to delete the field, with its value on every object. */
  readonly isDeleted?: InputMaybe<Scalars['Boolean']['input']>;
  /** Label as displayed. */
  readonly label: Scalars['String']['input'];
  /** When it was last changed in the CRM. */
  readonly modifiedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Name of the field in the CRM, unique within its type of objects. */
  readonly name: Scalars['String']['input'];
  /** Allowed values, in their order. Required for a `PICKLIST`, and not allowed for any other type of value. */
  readonly picklistValues?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Type of the objects that it refers to. Required for a `REFERENCE`, and not allowed for any other type of value. */
  readonly referenceTo?: InputMaybe<CrmReferenceType>;
  /** Type of the value. */
  readonly type: CrmFieldType;
};

/** Type of a CRM object that can be uploaded. */
export type CrmUploadType =
  /** A company. */
  | 'ACCOUNT'
  /** A user of the CRM, such as the owner of a deal. */
  | 'BUSINESS_USER'
  /** A person at an account. */
  | 'CONTACT'
  /** A deal, also called opportunity. */
  | 'DEAL'
  /** A person who is not a contact yet. */
  | 'LEAD'
  /** A stage of deals. */
  | 'STAGE';

/** An uploaded CRM object. */
export type CrmUploadedObject = {
  readonly __typename?: 'CrmUploadedObject';
  /** Values by the name of their field, as Gong sends them. */
  readonly fields: Scalars['JSON']['output'];
  /** ID of the object in the CRM. */
  readonly id: Scalars['ID']['output'];
};

/** Leads and contacts of one other system. */
export type CustomerData = {
  readonly __typename?: 'CustomerData';
  /** The leads and contacts. */
  readonly objects: ReadonlyArray<CustomerDataObject>;
  /** The system, as spelled by Gong: `Salesforce`, `HubSpot`, `MicrosoftDynamic`, or `Generic`. */
  readonly system: Maybe<Scalars['String']['output']>;
};

/** A lead or a contact. */
export type CustomerDataObject = {
  readonly __typename?: 'CustomerDataObject';
  /** ID of the record in the other system. */
  readonly externalId: Maybe<Scalars['ID']['output']>;
  /** Field values of the record. `[]` when Gong has none. */
  readonly fields: ReadonlyArray<CrmField>;
  /** Gong's ID of the record. */
  readonly id: Maybe<Scalars['ID']['output']>;
  /** Kind of record, as spelled by Gong: `Lead` or `Contact`. */
  readonly type: Maybe<Scalars['String']['output']>;
};

/** Something that a person did with content. */
export type CustomerEngagement = {
  readonly __typename?: 'CustomerEngagement';
  /** When it happened. Null when Gong does not say. */
  readonly at: Maybe<Scalars['DateTime']['output']>;
  /** ID of the content. */
  readonly contentId: Maybe<Scalars['String']['output']>;
  /** URL of the content. */
  readonly contentUrl: Maybe<Scalars['URL']['output']>;
  /** Name of the event. */
  readonly eventName: Maybe<Scalars['String']['output']>;
  /** Kind of event, as spelled by Gong, such as `contentViewed`. */
  readonly eventType: Maybe<Scalars['String']['output']>;
  /** System that reported the event. */
  readonly reportingSystem: Maybe<Scalars['String']['output']>;
  /** ID of the event in that system. */
  readonly sourceEventId: Maybe<Scalars['String']['output']>;
};

/** What refers to a person at Gong. */
export type DataSubject = {
  readonly __typename?: 'DataSubject';
  /**
   * Calls in which the person took part. Calls that the viewer is not allowed to see are missing; an erasure includes them.
   *
   * Cost: none. 1 request per 100 calls when the gateway's policy may hide calls.
   */
  readonly calls: ReadonlyArray<DataSubjectCall>;
  /**
   * Value that `Mutation.eraseDataSubject` requires. Valid for 15 minutes and the same address or number. It is opaque, and
   * contains neither.
   */
  readonly confirmation: Scalars['String']['output'];
  /** Leads and contacts that Gong imported from other systems. */
  readonly customerData: ReadonlyArray<CustomerData>;
  /** Email addresses of the people with the phone number. Null when the person was searched by email address. */
  readonly emailAddresses: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Emails to or from the person. */
  readonly emails: ReadonlyArray<DataSubjectEmail>;
  /** What the person did with shared content. Null when the person was searched by phone number: Gong sends none then. */
  readonly engagement: Maybe<ReadonlyArray<CustomerEngagement>>;
  /** Phone numbers in Gong that match. Null when the person was searched by email address. */
  readonly matchingPhoneNumbers: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Meetings with the person. */
  readonly meetings: ReadonlyArray<DataSubjectMeeting>;
};

/** A call in which a person took part. */
export type DataSubjectCall = {
  readonly __typename?: 'DataSubjectCall';
  /** The call. Has only its ID when Gong does not list it. */
  readonly call: Maybe<Call>;
  /** Gong's ID of the call, as an exact string of digits. */
  readonly callId: Scalars['ID']['output'];
  /** Records of the call in other systems. */
  readonly externalRecords: ReadonlyArray<ExternalRecord>;
  /** State of the call, as spelled by Gong, such as `COMPLETED`. */
  readonly status: Maybe<Scalars['String']['output']>;
};

/** An email to or from a person. */
export type DataSubjectEmail = {
  readonly __typename?: 'DataSubjectEmail';
  /** Sender. */
  readonly from: Maybe<Scalars['String']['output']>;
  /** Gong's ID of the email. */
  readonly id: Maybe<Scalars['ID']['output']>;
  /** Mailbox from which Gong imported it. */
  readonly mailbox: Maybe<Scalars['String']['output']>;
  /** Hash of the message. */
  readonly messageHash: Maybe<Scalars['String']['output']>;
  /** When it was sent. Null when Gong does not say. */
  readonly sentAt: Maybe<Scalars['DateTime']['output']>;
};

/** A meeting with a person. */
export type DataSubjectMeeting = {
  readonly __typename?: 'DataSubjectMeeting';
  /** Gong's ID of the meeting. */
  readonly id: Scalars['ID']['output'];
};

/** The integration to delete. */
export type DeleteCrmIntegrationInput = {
  /**
   * ID of your choice for the job, at most 200 letters, digits, dashes, and underscores. If omitted, `delete-` and the ID of
   * the integration.
   */
  readonly clientRequestId?: InputMaybe<Scalars['ID']['input']>;
  /** Name of the integration, as `CrmIntegration.name` shows it. */
  readonly confirmName: Scalars['String']['input'];
  /** Gong's ID of the integration. */
  readonly id: Scalars['ID']['input'];
};

/** The meeting to delete. */
export type DeleteMeetingInput = {
  /** Gong's ID of the meeting. */
  readonly id: Scalars['ID']['input'];
  /** Email address of the organizer. */
  readonly organizerEmail: Scalars['String']['input'];
};

/** Result of `Mutation.deleteMeeting`. */
export type DeleteMeetingPayload = {
  readonly __typename?: 'DeleteMeetingPayload';
  /** Gong's ID of the deleted meeting. */
  readonly deletedMeetingId: Maybe<Scalars['ID']['output']>;
  /**
   * Gong's reference for the request. Quote it when you contact Gong's support. Null when Gong sends none, as is usual
   * for this operation.
   */
  readonly requestId: Maybe<Scalars['String']['output']>;
};

/** What Gong does after a call with the dialer. */
export type DialerAutomation =
  /** It marks the person as opted out. */
  | 'MARK_AS_OPT_OUT'
  /** Gong does not know, or sent a value that it added after this schema was written. */
  | 'UNKNOWN';

/** Whether a call with the dialer counts as connected. */
export type DialerConnectStatus =
  /** It counts as connected. */
  | 'CONNECTED'
  /** It does not count as connected. */
  | 'NOT_CONNECTED'
  /** Gong does not know, or sent a value that it added after this schema was written. */
  | 'UNKNOWN';

/** An outcome of a call with Gong's dialer. It has no ID: its name is its key. */
export type DialerOutcome = {
  readonly __typename?: 'DialerOutcome';
  /** What Gong does besides. Null for most outcomes. */
  readonly automation: Maybe<DialerAutomation>;
  /** Whether the call was answered. */
  readonly category: Maybe<DialerOutcomeCategory>;
  /** Whether the call counts as connected. */
  readonly connectStatus: Maybe<DialerConnectStatus>;
  /** Position among the outcomes of the category. */
  readonly displayOrder: Maybe<Scalars['Int']['output']>;
  /** Name. */
  readonly name: Scalars['String']['output'];
  /** Mood that the outcome stands for. */
  readonly sentiment: Maybe<DialerSentiment>;
  /** What happens to the to-do item of the call. */
  readonly todoAction: Maybe<DialerTodoAction>;
};

/** Whether a call with the dialer was answered. */
export type DialerOutcomeCategory =
  /** It was answered. */
  | 'ANSWERED'
  /** It was not answered. */
  | 'NOT_ANSWERED'
  /** Gong does not know, or sent a value that it added after this schema was written. */
  | 'UNKNOWN';

/** Mood of an outcome. */
export type DialerSentiment =
  /** Negative. */
  | 'NEGATIVE'
  /** Neutral. */
  | 'NEUTRAL'
  /** Positive. */
  | 'POSITIVE'
  /** Gong does not know, or sent a value that it added after this schema was written. */
  | 'UNKNOWN';

/** What happens to a to-do item after a call with the dialer. */
export type DialerTodoAction =
  /** It is completed. */
  | 'COMPLETE'
  /** It is completed, and the person is removed from the flow. */
  | 'COMPLETE_AND_REMOVE'
  /** Gong does not know, or sent a value that it added after this schema was written. */
  | 'UNKNOWN';

/** Company of a person. Requires a `domain`, or at least one record in `crmRecords`. */
export type DigitalCompanyInput = {
  /** ID in your system. */
  readonly companyId?: InputMaybe<Scalars['ID']['input']>;
  /** CRM records of the company, at most 100. */
  readonly crmRecords?: InputMaybe<ReadonlyArray<DigitalCompanyRecordInput>>;
  /** Domain, such as `example.com`. */
  readonly domain?: InputMaybe<Scalars['String']['input']>;
  /** Name. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
};

/** CRM record of a company. */
export type DigitalCompanyRecordInput = {
  /** ID of the record in the CRM. */
  readonly objectId: Scalars['ID']['input'];
  /** Type of the record. */
  readonly objectType: DigitalCompanyRecordType;
  /** Name of the CRM. */
  readonly systemName?: InputMaybe<Scalars['String']['input']>;
};

/** Type of a CRM record of a company. */
export type DigitalCompanyRecordType =
  /** An account. */
  | 'ACCOUNT'
  /** A deal, also called opportunity. */
  | 'OPPORTUNITY';

/** Content of a digital interaction. */
export type DigitalContentInput = {
  /** ID in your system. */
  readonly contentId?: InputMaybe<Scalars['ID']['input']>;
  /** Page with an analysis or more information. */
  readonly contentInfoUrl?: InputMaybe<Scalars['URL']['input']>;
  /** Title. */
  readonly contentTitle: Scalars['String']['input'];
  /** Link to the content. */
  readonly contentUrl?: InputMaybe<Scalars['URL']['input']>;
  /** Further facts about the content, at most 200. */
  readonly customFields?: InputMaybe<ReadonlyArray<DigitalFieldInput>>;
  /** Labels, at most 200. */
  readonly labels?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** A result that is a number, such as that of a survey. */
  readonly number?: InputMaybe<DigitalNumberInput>;
  /** What was searched for or compared. */
  readonly searchedObject?: InputMaybe<DigitalSearchInput>;
  /** A step that was reached, such as that of a form. */
  readonly step?: InputMaybe<DigitalStepInput>;
};

/** Device of a digital interaction. */
export type DigitalDevice =
  /** A phone or a tablet. */
  | 'MOBILE'
  /** A computer. */
  | 'PC';

/** A further fact about an event, its content, or a person. */
export type DigitalFieldInput = {
  /** Type of the value. */
  readonly dataType?: InputMaybe<DigitalFieldType>;
  /** Name of the field. */
  readonly name: Scalars['String']['input'];
  /** Value as text, in the format that `dataType` requires. */
  readonly value: Scalars['String']['input'];
};

/** Type of the value of a further fact. */
export type DigitalFieldType =
  /** `true` or `false`. */
  | 'BOOLEAN'
  /** A day or a point in time, such as `2026-03-02` or `2026-03-02T14:05:00Z`. */
  | 'DATE'
  /** A number of seconds, such as `90`. */
  | 'DURATION'
  /** A number, such as `12.5`. */
  | 'NUMBER'
  /** Text. */
  | 'STRING'
  /** A URL. */
  | 'URL';

/** Where a person is. */
export type DigitalLocationInput = {
  /** City. */
  readonly city?: InputMaybe<Scalars['String']['input']>;
  /** Country, as an ISO 3166 code or in words. */
  readonly country?: InputMaybe<Scalars['String']['input']>;
  /** Region, as an ISO 3166-2 code or in words. */
  readonly region?: InputMaybe<Scalars['String']['input']>;
  /** State, as an ISO 3166-2 code or in words. */
  readonly state?: InputMaybe<Scalars['String']['input']>;
};

/** A result that is a number. */
export type DigitalNumberInput = {
  /** Lowest number possible. */
  readonly rangeFrom: Scalars['Int']['input'];
  /** Highest number possible. Must not be less than `rangeFrom`. */
  readonly rangeTo: Scalars['Int']['input'];
  /** What the number means. */
  readonly type?: InputMaybe<DigitalNumberType>;
  /** The number. */
  readonly value?: InputMaybe<Scalars['Int']['input']>;
};

/** Meaning of a number. */
export type DigitalNumberType =
  /** A Net Promoter Score. */
  | 'NPS'
  /** Anything else. */
  | 'OTHER'
  /** A percentage. */
  | 'PERCENTAGE'
  /** A rating. */
  | 'RATING';

/**
 * A person who interacted with digital content. A person without `name`, `email`, `phoneNumber`, and `crmRecord` is
 * anonymous, and requires a `personId` and the `domain` of the `company`.
 */
export type DigitalPersonInput = {
  /** Company that the person belongs to. */
  readonly company?: InputMaybe<DigitalCompanyInput>;
  /** CRM record of the person. */
  readonly crmRecord?: InputMaybe<DigitalPersonRecordInput>;
  /** Further facts about the person, at most 200. */
  readonly customFields?: InputMaybe<ReadonlyArray<DigitalFieldInput>>;
  /** Email address, by which Gong finds the person. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** Where the person is. */
  readonly location?: InputMaybe<DigitalLocationInput>;
  /** Name. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** ID in your system. */
  readonly personId?: InputMaybe<Scalars['ID']['input']>;
  /** Phone number, by which Gong finds the person. */
  readonly phoneNumber?: InputMaybe<Scalars['String']['input']>;
};

/** CRM record of a person. */
export type DigitalPersonRecordInput = {
  /** ID of the record in the CRM. */
  readonly objectId: Scalars['ID']['input'];
  /** Type of the record. */
  readonly objectType: DigitalPersonRecordType;
  /** Name of the CRM. */
  readonly systemName?: InputMaybe<Scalars['String']['input']>;
};

/** Type of a CRM record of a person. */
export type DigitalPersonRecordType =
  /** A contact. */
  | 'CONTACT'
  /** A lead. */
  | 'LEAD';

/** What was searched for or compared. */
export type DigitalSearchInput = {
  /** Domain, such as `example.com`. */
  readonly domain: Scalars['String']['input'];
  /** Name. */
  readonly name: Scalars['String']['input'];
  /** ID in your system. */
  readonly objectId?: InputMaybe<Scalars['ID']['input']>;
  /** Kind. */
  readonly objectType: DigitalSearchType;
  /** Page in your system. */
  readonly url?: InputMaybe<Scalars['URL']['input']>;
};

/** Kind of what was searched for or compared. */
export type DigitalSearchType =
  /** A category of products. */
  | 'CATEGORY'
  /** A product. */
  | 'PRODUCT'
  /** A vendor. */
  | 'VENDOR';

/** A step that was reached. */
export type DigitalStepInput = {
  /** 1 to 200 steps, in their order. */
  readonly availableSteps: ReadonlyArray<Scalars['String']['input']>;
  /** The step. Must be one of `availableSteps`. */
  readonly value: Scalars['String']['input'];
};

/** An account in the CRM. */
export type EngageAccount = {
  readonly __typename?: 'EngageAccount';
  /** CRM ID. */
  readonly crmId: Maybe<Scalars['ID']['output']>;
  /** Name. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Link to the account in the CRM. */
  readonly url: Maybe<Scalars['URL']['output']>;
};

/** A way in which a person can be contacted. */
export type EngageChannel =
  /** Calls. */
  | 'CALLS'
  /** Emails. */
  | 'EMAILS'
  /** Text messages. */
  | 'SMS_MESSAGES'
  /** Gong does not know, or sent a value that it added after this schema was written. */
  | 'UNKNOWN';

/** A contact or lead in the CRM. */
export type EngageContact = {
  readonly __typename?: 'EngageContact';
  /** Whether the person belongs to the company or to another. */
  readonly affiliation: Maybe<EngageContactAffiliation>;
  /** City. */
  readonly city: Maybe<Scalars['String']['output']>;
  /** Name of the person's company. */
  readonly companyName: Maybe<Scalars['String']['output']>;
  /** Country. */
  readonly country: Maybe<Scalars['String']['output']>;
  /** CRM ID. */
  readonly crmId: Maybe<Scalars['ID']['output']>;
  /** Email addresses. */
  readonly emailAddresses: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** First name. */
  readonly firstName: Maybe<Scalars['String']['output']>;
  /** Last name. */
  readonly lastName: Maybe<Scalars['String']['output']>;
  /** Link to the person's page on LinkedIn. */
  readonly linkedInUrl: Maybe<Scalars['URL']['output']>;
  /** Ways in which the person does not want to be contacted. */
  readonly optOutChannels: Maybe<ReadonlyArray<EngageChannel>>;
  /** Phone numbers. */
  readonly phoneNumbers: Maybe<ReadonlyArray<EngagePhoneNumber>>;
  /** State or region. */
  readonly state: Maybe<Scalars['String']['output']>;
  /** Time zone, such as `US/Pacific`. */
  readonly timeZone: Maybe<Scalars['String']['output']>;
  /** Job title. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** Type of the record. */
  readonly type: Maybe<EngageContactType>;
  /** Link to the record in the CRM. */
  readonly url: Maybe<Scalars['URL']['output']>;
  /** Postal code. */
  readonly zipCode: Maybe<Scalars['String']['output']>;
};

/** Whether a person belongs to the company. */
export type EngageContactAffiliation =
  /** The person belongs to another company. */
  | 'THEM'
  /** Gong does not know, or sent a value that it added after this schema was written. */
  | 'UNKNOWN'
  /** The person belongs to the company. */
  | 'US';

/** Type of a person's record in the CRM. */
export type EngageContactType =
  /** A contact. */
  | 'CONTACT'
  /** A lead. */
  | 'LEAD'
  /** Gong does not know, or sent a value that it added after this schema was written. */
  | 'UNKNOWN';

/** The CRM of a company. */
export type EngageCrmType =
  /** Any other CRM, by uploads to Gong. */
  | 'GENERIC'
  /** HubSpot. */
  | 'HUBSPOT'
  /** Microsoft Dynamics. */
  | 'MICROSOFT_DYNAMICS'
  /** Salesforce. */
  | 'SALESFORCE'
  /** Gong does not know, or sent a value that it added after this schema was written. */
  | 'UNKNOWN';

/** A deal in the CRM. Its values are text, as stored in the CRM. */
export type EngageOpportunity = {
  readonly __typename?: 'EngageOpportunity';
  /** Amount. */
  readonly amount: Maybe<Scalars['String']['output']>;
  /** Day on which it is expected to close. */
  readonly closeDate: Maybe<Scalars['String']['output']>;
  /** CRM ID. */
  readonly crmId: Maybe<Scalars['ID']['output']>;
  /** Name. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Probability. */
  readonly probability: Maybe<Scalars['String']['output']>;
  /** Stage. */
  readonly stage: Maybe<Scalars['String']['output']>;
  /** Status. */
  readonly status: Maybe<Scalars['String']['output']>;
  /** Link to the deal in the CRM. */
  readonly url: Maybe<Scalars['URL']['output']>;
};

/** A phone number of a person. */
export type EngagePhoneNumber = {
  readonly __typename?: 'EngagePhoneNumber';
  /** Calling code of the country, such as 49. */
  readonly countryCode: Maybe<Scalars['Int']['output']>;
  /** Extension. */
  readonly extension: Maybe<Scalars['String']['output']>;
  /** Whether the number is verified. */
  readonly isVerified: Maybe<Scalars['Boolean']['output']>;
  /** Kind of the number, such as `mobile`. */
  readonly label: Maybe<Scalars['String']['output']>;
  /** Number in international form. */
  readonly normalized: Maybe<Scalars['String']['output']>;
  /** Number, as stored in the CRM. */
  readonly raw: Maybe<Scalars['String']['output']>;
};

/** A task of a user in Gong Engage. */
export type EngageTask = {
  readonly __typename?: 'EngageTask';
  /** The account in the CRM that the task is about. Null when there is none. */
  readonly account: Maybe<EngageAccount>;
  /** What the task asks the user to do. */
  readonly actions: Maybe<ReadonlyArray<EngageTaskAction>>;
  /** Other people that the task is about. */
  readonly additionalContacts: Maybe<ReadonlyArray<EngageContact>>;
  /** The person that the task is about. Null when there is none. */
  readonly contact: Maybe<EngageContact>;
  /** When the task was created. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** The CRM that these records are from. */
  readonly crmType: Maybe<EngageCrmType>;
  /** When the task is due. Null when it has no due date. */
  readonly dueAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * The flow that the task belongs to. Null unless a flow made the task.
   *
   * Cost: none if only `id` and `name` are selected; otherwise 1 request per 20 distinct flows.
   */
  readonly flow: Maybe<Flow>;
  /** Gong's ID of the task, as an exact string of digits. */
  readonly id: Scalars['ID']['output'];
  /** The deal in the CRM that the task is about. Null when there is none. */
  readonly opportunity: Maybe<EngageOpportunity>;
  /** Priority. Null when the task has none. */
  readonly priority: Maybe<EngageTaskPriority>;
  /** State of the task. */
  readonly status: Maybe<EngageTaskStatus>;
  /** The step of that flow. Null unless a flow made the task. */
  readonly step: Maybe<EngageTaskStep>;
  /** Title. Null unless a user wrote the task. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** Where the task comes from. */
  readonly type: Maybe<EngageTaskType>;
  /** When the task last changed. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** The owner of the task. */
  readonly user: Maybe<User>;
};

/** What a task asks the user to do. */
export type EngageTaskAction =
  /** To make a call. */
  | 'CALL'
  /** Gong does not know, or sent a value that it added after this schema was written. */
  | 'UNKNOWN';

/** Priority of a task. */
export type EngageTaskPriority = {
  readonly __typename?: 'EngageTaskPriority';
  /** Gong's ID of the priority. */
  readonly id: Maybe<Scalars['ID']['output']>;
  /** Name, such as `high`. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Weight. A higher weight is more urgent. */
  readonly weight: Maybe<Scalars['Int']['output']>;
};

/** State of a task. */
export type EngageTaskStatus =
  /** Not to be done. */
  | 'DISMISSED'
  /** Done. */
  | 'DONE'
  /** To be done. */
  | 'OPEN'
  /** Gong does not know, or sent a value that it added after this schema was written. */
  | 'UNKNOWN';

/** The step of a flow that made a task. */
export type EngageTaskStep = {
  readonly __typename?: 'EngageTaskStep';
  /** Gong's ID of the step. */
  readonly id: Maybe<Scalars['ID']['output']>;
  /** Name. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Position in the flow, from 1. */
  readonly number: Maybe<Scalars['Int']['output']>;
};

/** Where a task comes from. */
export type EngageTaskType =
  /** A step of a flow. */
  | 'FLOW'
  /** A user wrote it. */
  | 'MANUAL'
  /** Gong does not know, or sent a value that it added after this schema was written. */
  | 'UNKNOWN';

/** Result of a mutation that reports an event, such as `Mutation.recordContentView`. */
export type EngagementEventPayload = {
  readonly __typename?: 'EngagementEventPayload';
  /** Whether Gong has the event, from this request or an earlier one. */
  readonly accepted: Scalars['Boolean']['output'];
  /** Whether an event with this ID was reported before. If true, this request changed nothing. */
  readonly alreadyReported: Scalars['Boolean']['output'];
  /** Gong's reference for the request. Quote it when you contact Gong's support. */
  readonly requestId: Maybe<Scalars['String']['output']>;
};

/** What connected MCP servers contributed to a brief. */
export type EntityBriefMcpResult = {
  readonly __typename?: 'EntityBriefMcpResult';
  /** State of each connection. */
  readonly connections: ReadonlyArray<EntityBriefMcpSource>;
  /** Why they did not answer. Null on success. */
  readonly errorMessage: Maybe<Scalars['String']['output']>;
  /** Names of the servers. */
  readonly servers: ReadonlyArray<Scalars['String']['output']>;
  /** Whether the servers answered. */
  readonly status: EntityBriefMcpStatus;
};

/** An MCP server that is connected to Gong. */
export type EntityBriefMcpSource = {
  readonly __typename?: 'EntityBriefMcpSource';
  /** Name of the connection. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** State, in Gong's own words, such as `SUCCESS` or `AUTH_REQUIRED`. */
  readonly status: Maybe<Scalars['String']['output']>;
};

/** Whether MCP servers answered. */
export type EntityBriefMcpStatus =
  /** They could not be reached. */
  | 'CONNECTION_ERROR'
  /** They failed. */
  | 'FAILURE'
  /** They answered. */
  | 'SUCCESS'
  /** Any other state. */
  | 'UNKNOWN';

/** A brief about a CRM record. */
export type EntityBriefPayload = {
  readonly __typename?: 'EntityBriefPayload';
  /** Number of calls that Gong read. Null when Gong does not say. */
  readonly callsSearched: Maybe<Scalars['Int']['output']>;
  /** Number of emails that Gong read. Null when Gong does not say. */
  readonly emailsSearched: Maybe<Scalars['Int']['output']>;
  /** Gong's ID of the request, for Gong's support. */
  readonly requestId: Maybe<Scalars['String']['output']>;
  /** Sections of the brief. Empty when Gong found nothing. */
  readonly sections: ReadonlyArray<EntityBriefSection>;
};

/** A section of a brief. */
export type EntityBriefSection = {
  readonly __typename?: 'EntityBriefSection';
  /** Calls that the section is based on. Empty unless the type is `CONVERSATIONS`. */
  readonly calls: ReadonlyArray<AiCallFinding>;
  /** Emails that the section is based on. Empty unless the type is `CONVERSATIONS`. */
  readonly emails: ReadonlyArray<AiEmail>;
  /** What connected MCP servers contributed. Null unless the type is `MCP_CONNECTION`. */
  readonly mcp: Maybe<EntityBriefMcpResult>;
  /** Web pages that the section is based on. Empty unless the type is `WEB`. */
  readonly pages: ReadonlyArray<EntityBriefWebPage>;
  /** Text of the section. Its paragraphs are separated by blank lines. */
  readonly text: Scalars['String']['output'];
  /** Title. Null when it has none. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** Where the section comes from. */
  readonly type: EntityBriefSectionType;
};

/** Where a section of a brief comes from. */
export type EntityBriefSectionType =
  /** Calls and emails. */
  | 'CONVERSATIONS'
  /** Fields of the CRM or of Gong. */
  | 'CRM_OR_GONG_DATA'
  /** MCP servers that are connected to Gong. */
  | 'MCP_CONNECTION'
  /** Any other source. */
  | 'UNKNOWN'
  /** Web pages. */
  | 'WEB';

/** A web page that a brief refers to. */
export type EntityBriefWebPage = {
  readonly __typename?: 'EntityBriefWebPage';
  /** Domain of the page. It may be one that redirects. */
  readonly domain: Maybe<Scalars['String']['output']>;
  /** Title. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** Address of the page. Null when Gong sends no valid one. */
  readonly url: Maybe<Scalars['URL']['output']>;
};

/** A person to erase. Exactly one of `email` and `phoneNumber` is required. */
export type EraseDataSubjectInput = {
  /** `DataSubject.confirmation` of a look-up of the same address or number, at most 15 minutes old. */
  readonly confirmation: Scalars['String']['input'];
  /** Email address of the person, spelled as in the look-up. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** Phone number of the person: `+`, the country code, and the number. Only its digits are compared with the look-up. */
  readonly phoneNumber?: InputMaybe<Scalars['String']['input']>;
};

/** An erasure that Gong accepted. */
export type EraseDataSubjectPayload = {
  readonly __typename?: 'EraseDataSubjectPayload';
  /** When Gong accepted it. Gong erases in the background for up to several hours after that. */
  readonly acceptedAt: Scalars['DateTime']['output'];
  /** Gong's ID of the request, for Gong's support. */
  readonly requestId: Maybe<Scalars['String']['output']>;
};

/** A record in another system, such as a CRM. */
export type ExternalRecord = {
  readonly __typename?: 'ExternalRecord';
  /** ID of the record in the other system. */
  readonly id: Maybe<Scalars['ID']['output']>;
  /** The system, as spelled by Gong: `Salesforce`, `HubSpot`, `MicrosoftDynamic`, or `Generic`. */
  readonly system: Maybe<Scalars['String']['output']>;
  /** Kind of record, as spelled by Gong, such as `Conversation` or `Task`. */
  readonly type: Maybe<Scalars['String']['output']>;
};

/**
 * A flow of Gong Engage: steps by which a prospect is contacted. A flow that Gong no longer has keeps its `id` and `name`
 * where another object refers to it.
 */
export type Flow = {
  readonly __typename?: 'Flow';
  /** When the flow was created. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * What the flow is for. Null when Gong has no description.
   *
   * Cost: 1 request per 20 flows, together with `steps`. None for flows that were read by ID.
   */
  readonly description: Maybe<Scalars['String']['output']>;
  /** Whether a prospect in this flow can be in no other flow. */
  readonly exclusive: Maybe<Scalars['Boolean']['output']>;
  /** Gong's ID of the folder that holds the flow. Null when none does. */
  readonly folderId: Maybe<Scalars['ID']['output']>;
  /** Name of that folder. Null when none holds the flow, and for a flow that was read by ID, of which Gong does not say it. */
  readonly folderName: Maybe<Scalars['String']['output']>;
  /** Gong's ID of the flow, as an exact string of digits. */
  readonly id: Scalars['ID']['output'];
  /** Name. */
  readonly name: Maybe<Scalars['String']['output']>;
  /**
   * Steps, in order. Null when Gong no longer has the flow.
   *
   * Cost: 1 request per 20 flows. None for flows that were read by ID.
   */
  readonly steps: Maybe<ReadonlyArray<FlowStep>>;
  /** Users that can see the flow. */
  readonly visibility: Maybe<FlowVisibility>;
};

/** An assignment of people to a flow that Gong does later. Each error is that of one person, and has no `position`. */
export type FlowBulkJob = Job & {
  readonly __typename?: 'FlowBulkJob';
  /** Number of people that Gong could not assign so far. Null when Gong does not say. */
  readonly errorCount: Maybe<Scalars['Int']['output']>;
  /** Errors so far: those of `results`. `[]` when there are none. */
  readonly errors: Maybe<ReadonlyArray<JobError>>;
  /** ID of the job. */
  readonly id: Scalars['ID']['output'];
  /** Number of people that Gong has processed so far. */
  readonly processedCount: Maybe<Scalars['Int']['output']>;
  /** Result for each person that Gong has processed so far. */
  readonly results: Maybe<ReadonlyArray<FlowBulkResult>>;
  /** State of the job. Null when Gong does not say. */
  readonly status: Maybe<JobStatus>;
  /** Number of people that Gong has assigned so far. Null when Gong does not say. */
  readonly successCount: Maybe<Scalars['Int']['output']>;
  /** Number of people that are to be assigned. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** Result of `Mutation.bulkAssignToFlow`. */
export type FlowBulkJobPayload = {
  readonly __typename?: 'FlowBulkJobPayload';
  /** The queued job. */
  readonly job: Maybe<FlowBulkJob>;
  /** Gong's reference for the request. Quote it when you contact Gong's support. */
  readonly requestId: Maybe<Scalars['String']['output']>;
};

/** A person in a bulk assignment. */
export type FlowBulkProspect = {
  readonly __typename?: 'FlowBulkProspect';
  /** CRM ID of the account that the person belongs to. */
  readonly accountCrmId: Maybe<Scalars['ID']['output']>;
  /** Name of the person's company. */
  readonly companyName: Maybe<Scalars['String']['output']>;
  /** CRM ID of the contact or lead, as given. */
  readonly crmId: Maybe<Scalars['ID']['output']>;
  /** Email address. */
  readonly emailAddress: Maybe<Scalars['String']['output']>;
  /** First name. */
  readonly firstName: Maybe<Scalars['String']['output']>;
  /** Job title. */
  readonly jobTitle: Maybe<Scalars['String']['output']>;
  /** Last name. */
  readonly lastName: Maybe<Scalars['String']['output']>;
  /** Link to the person's page on LinkedIn. */
  readonly linkedInUrl: Maybe<Scalars['URL']['output']>;
};

/** Result of a bulk assignment for one person. */
export type FlowBulkResult = {
  readonly __typename?: 'FlowBulkResult';
  /** Code, as spelled by Gong, such as `REQUEST_LIMIT_EXCEEDED`. Null when nothing failed. */
  readonly code: Maybe<Scalars['String']['output']>;
  /** CRM ID of the contact or lead, also of one that Gong created. Null when there is none. */
  readonly crmId: Maybe<Scalars['ID']['output']>;
  /** ID of the assignment, for `Query.flowInstancesByIds`. Null when the person was not assigned. */
  readonly flowInstanceId: Maybe<Scalars['ID']['output']>;
  /** What failed, in words for people. Null when nothing did. */
  readonly message: Maybe<Scalars['String']['output']>;
  /** The person, as given. Null when Gong does not say. */
  readonly prospect: Maybe<FlowBulkProspect>;
  /** What became of the person. */
  readonly status: Maybe<FlowBulkResultStatus>;
};

/** What became of a person in a bulk assignment. */
export type FlowBulkResultStatus =
  /** The person is assigned. */
  | 'ASSIGNED'
  /** Gong could not find or create the person in the CRM. */
  | 'CRM_OPERATION_FAILED'
  /** Gong could not assign the person to the flow. */
  | 'FLOW_ASSIGNMENT_FAILED'
  /** Gong does not know, or sent a value that it added after this schema was written. */
  | 'UNKNOWN';

/** One page of a list of flows. */
export type FlowConnection = {
  readonly __typename?: 'FlowConnection';
  /** The flows on this page, each with its cursor. */
  readonly edges: ReadonlyArray<FlowEdge>;
  /** The flows on this page, without cursors. */
  readonly nodes: ReadonlyArray<Flow>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** Gong's own count of flows for these arguments, over all pages. Null when Gong sends none. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** The Engage task that a call belongs to. */
export type FlowContextInput = {
  /** Gong's ID of the task. */
  readonly taskId: Scalars['ID']['input'];
};

/** A flow and its position in a list. */
export type FlowEdge = {
  readonly __typename?: 'FlowEdge';
  /** Opaque cursor of this position. Valid only with the arguments of its list. */
  readonly cursor: Scalars['String']['output'];
  /** The flow. */
  readonly node: Flow;
};

/** A folder of flows. */
export type FlowFolder = {
  readonly __typename?: 'FlowFolder';
  /** The user that created the folder. Null when Gong did. */
  readonly createdBy: Maybe<User>;
  /** Gong's ID of the folder, as an exact string of digits. */
  readonly id: Scalars['ID']['output'];
  /** Name. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Gong's ID of the folder that holds this one. Null when none does. */
  readonly parentId: Maybe<Scalars['ID']['output']>;
  /** Users that can see the folder. */
  readonly visibility: Maybe<FlowVisibility>;
};

/** One page of a list of flow folders. */
export type FlowFolderConnection = {
  readonly __typename?: 'FlowFolderConnection';
  /** The folders on this page, each with its cursor. */
  readonly edges: ReadonlyArray<FlowFolderEdge>;
  /** The folders on this page, without cursors. */
  readonly nodes: ReadonlyArray<FlowFolder>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** Gong's own count of folders for these arguments, over all pages. Null when Gong sends none. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A flow folder and its position in a list. */
export type FlowFolderEdge = {
  readonly __typename?: 'FlowFolderEdge';
  /** Opaque cursor of this position. Valid only with the arguments of its list. */
  readonly cursor: Scalars['String']['output'];
  /** The folder. */
  readonly node: FlowFolder;
};

/** The assignment of one prospect to a flow. Gong calls it a flow instance. */
export type FlowInstance = {
  readonly __typename?: 'FlowInstance';
  /** When the prospect was assigned. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** CRM ID of the contact or lead. */
  readonly crmProspectId: Maybe<Scalars['ID']['output']>;
  /** Whether the prospect can be in no other flow. */
  readonly exclusive: Maybe<Scalars['Boolean']['output']>;
  /**
   * The flow. Null when Gong does not say.
   *
   * Cost: none if only `id` and `name` are selected; otherwise 1 request per 20 distinct flows.
   */
  readonly flow: Maybe<Flow>;
  /** ID of the assignment. */
  readonly id: Scalars['ID']['output'];
  /** Email address of the user that owns the resulting tasks. */
  readonly ownerEmail: Maybe<Scalars['String']['output']>;
  /** Name of that user. */
  readonly ownerName: Maybe<Scalars['String']['output']>;
  /** State of the assignment. */
  readonly status: Maybe<FlowInstanceStatus>;
  /**
   * The workspace of the flow. Null when Gong does not say.
   *
   * Cost: none if only `id` is selected; otherwise 1 request, which reads all workspaces.
   */
  readonly workspace: Maybe<Workspace>;
};

/** State of the assignment of a prospect to a flow. */
export type FlowInstanceStatus =
  /** It has ended. */
  | 'FINISHED'
  /** All steps were done, and the prospect did not reply. */
  | 'FINISHED_NO_REPLY'
  /** The prospect replied. */
  | 'FINISHED_RESPONSE'
  /** No step is done until it is resumed. */
  | 'PAUSED'
  /** The first step is still to come. */
  | 'PENDING'
  /** Steps are being done. */
  | 'RUNNING'
  /** Gong does not know, or sent a value that it added after this schema was written. */
  | 'UNKNOWN';

/** A person to assign to a flow: a contact or lead of the CRM, or a new one with a first and last name. */
export type FlowProspectInput = {
  /** CRM ID of the account that the person belongs to. */
  readonly accountCrmId?: InputMaybe<Scalars['ID']['input']>;
  /** Name of the person's company. */
  readonly companyName?: InputMaybe<Scalars['String']['input']>;
  /** CRM ID of the contact or lead. If omitted, Gong creates the person. */
  readonly crmId?: InputMaybe<Scalars['ID']['input']>;
  /** Email address. */
  readonly emailAddress?: InputMaybe<Scalars['String']['input']>;
  /** First name. Required without `crmId`. */
  readonly firstName?: InputMaybe<Scalars['String']['input']>;
  /** Job title. */
  readonly jobTitle?: InputMaybe<Scalars['String']['input']>;
  /** Last name. Required without `crmId`. */
  readonly lastName?: InputMaybe<Scalars['String']['input']>;
  /** Link to the person's page on LinkedIn. */
  readonly linkedInUrl?: InputMaybe<Scalars['String']['input']>;
};

/** A prospect that Gong did not assign to a flow. */
export type FlowRejection = {
  readonly __typename?: 'FlowRejection';
  /** Code, as spelled by Gong: `InvalidArgument`, `InvalidState`, or `UnexpectedError`. Null when Gong sends none. */
  readonly code: Maybe<Scalars['String']['output']>;
  /** Reason, in words for people. Null when Gong does not say. */
  readonly message: Maybe<Scalars['String']['output']>;
  /** CRM ID of the contact or lead. Null when Gong does not say. */
  readonly prospectId: Maybe<Scalars['ID']['output']>;
};

/** A step of a flow. */
export type FlowStep = {
  readonly __typename?: 'FlowStep';
  /** What is done in the step. */
  readonly action: Maybe<FlowStepAction>;
  /** Text of the email or message, as HTML, which can hold variables. */
  readonly body: Maybe<Scalars['String']['output']>;
  /** Gong's ID of the step. */
  readonly id: Maybe<Scalars['ID']['output']>;
  /** Whether the email continues the thread of an earlier step. */
  readonly isReply: Maybe<Scalars['Boolean']['output']>;
  /** Position in the flow, from 1. `AssignToFlowInput.steps` refers to it. */
  readonly number: Maybe<Scalars['Int']['output']>;
  /** Subject of the email or message, which can hold variables such as `{{recipient.first_name}}`. */
  readonly subject: Maybe<Scalars['String']['output']>;
};

/** What is done in a step of a flow. */
export type FlowStepAction =
  /** Gong sends an email. */
  | 'AUTO_SEND_EMAIL'
  /** The user makes a call. */
  | 'CALL'
  /** Anything else that the user does. */
  | 'CUSTOM'
  /** The user sends a request to connect on LinkedIn. */
  | 'LINKEDIN_CONNECT'
  /** The user sends a message on LinkedIn. */
  | 'LINKEDIN_MESSAGE'
  /** The user sends an email. */
  | 'SEND_EMAIL'
  /** Gong does not know, or sent a value that it added after this schema was written. */
  | 'UNKNOWN';

/** Other content of a step of a flow, for the prospects of one assignment. */
export type FlowStepContentInput = {
  /** Text, as HTML, which can hold variables. If omitted, that of the flow. */
  readonly body?: InputMaybe<Scalars['String']['input']>;
  /** Position of the step in the flow, from 1. */
  readonly number: Scalars['Int']['input'];
  /** Subject, which can hold variables such as `{{recipient.first_name}}`. If omitted, that of the flow. */
  readonly subject?: InputMaybe<Scalars['String']['input']>;
};

/** Value of a variable of a flow. */
export type FlowVariableInput = {
  /** Name, such as `recipient.first_name`. */
  readonly name: Scalars['String']['input'];
  /** Value. */
  readonly value: Scalars['String']['input'];
};

/** Users that can see a flow or a folder of flows. */
export type FlowVisibility =
  /** All users of the company. */
  | 'COMPANY'
  /** Its owner. */
  | 'PERSONAL'
  /** Its owner, and users that it is shared with. */
  | 'SHARED'
  /** Gong does not know, or sent a value that it added after this schema was written. */
  | 'UNKNOWN';

/**
 * A folder of a workspace's public library. Gong does not say which workspace a folder belongs to, so the gateway must
 * search for the workspace of a folder that was read by ID. Folders from `Query.folders` and `Workspace.folders` need no
 * search.
 */
export type Folder = Node & {
  readonly __typename?: 'Folder';
  /**
   * Calls filed in the folder, in Gong's order, without calls that the gateway's policy hides.
   *
   * Cost: none for `folder(id:)`; otherwise 1 request per folder. If a policy hides calls, 1 more request per 100 of the
   * folder's calls, shared with `call`.
   */
  readonly calls: Maybe<ReadonlyArray<FolderCall>>;
  /**
   * The folders directly inside this one.
   *
   * Cost: none for folders from a list. By ID, 1 request for the workspaces and 1 for each workspace searched, shared
   * with `parent` and `workspace`.
   */
  readonly children: Maybe<ReadonlyArray<Folder>>;
  /**
   * The user who created the folder. Null for folders that come with Gong.
   *
   * Cost: none if only `id` is selected; otherwise 1 request per 100 distinct users.
   */
  readonly createdBy: Maybe<User>;
  /** Gong's ID of the folder, as an exact string of digits. */
  readonly id: Scalars['ID']['output'];
  /** Name. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Opaque ID, unique across all types, for `Query.node` and client caches. */
  readonly nodeId: Scalars['ID']['output'];
  /**
   * The folder that contains this one. Null for the root of the library.
   *
   * Cost: none for folders from a list. By ID, 1 request for the workspaces and 1 for each workspace searched, shared
   * with `children` and `workspace`.
   */
  readonly parent: Maybe<Folder>;
  /** When it was last changed. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * The workspace whose library contains the folder.
   *
   * Cost: for folders from a list, none if only `id` is selected, otherwise 1 request for all workspaces. By ID, 1
   * request for the workspaces and 1 for each workspace searched, shared with `parent` and `children`.
   */
  readonly workspace: Maybe<Workspace>;
};

/** A call as filed in a folder. A call, or parts of it, can be filed in several folders. */
export type FolderCall = {
  readonly __typename?: 'FolderCall';
  /** When the call was filed. */
  readonly addedAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * The user who filed the call.
   *
   * Cost: none if only `id` is selected; otherwise 1 request per 100 distinct users.
   */
  readonly addedBy: Maybe<User>;
  /**
   * The call itself. A call that Gong no longer shows keeps its `id`.
   *
   * Cost: none if only `id` is selected; otherwise 1 request per 100 calls.
   */
  readonly call: Maybe<Call>;
  /** Gong's ID of the call. */
  readonly callId: Scalars['ID']['output'];
  /** Note by the person who filed the call. */
  readonly note: Maybe<Scalars['String']['output']>;
  /** The part of the call that was filed. Null when the whole call was filed. */
  readonly snippet: Maybe<Snippet>;
  /** Title of the call. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** Link to the call in Gong's web app, at the start of the snippet if there is one. */
  readonly url: Maybe<Scalars['URL']['output']>;
};

/** Whose forecast data a profile's users may see and edit. A field is null when Gong does not send it. */
export type ForecastPermissions = {
  readonly __typename?: 'ForecastPermissions';
  /** Whose submissions they may edit. */
  readonly editSubmissions: Maybe<PermissionReach>;
  /** Whose targets they may edit. */
  readonly editTargets: Maybe<PermissionReach>;
  /** Whose submissions they may see. */
  readonly forecastAccess: Maybe<PermissionReach>;
};

/** Whose forecast data a profile's users may see and edit. What is omitted stays as it is, and is none at first. */
export type ForecastPermissionsInput = {
  /** Whose submissions they may edit. */
  readonly editSubmissions?: InputMaybe<PermissionReachInput>;
  /** Whose targets they may edit. */
  readonly editTargets?: InputMaybe<PermissionReachInput>;
  /** Whose submissions they may see. */
  readonly forecastAccess?: InputMaybe<PermissionReachInput>;
};

/** A brief to generate. */
export type GenerateEntityBriefInput = {
  /** Name of the brief as configured in Agent Studio. It must be published there. */
  readonly briefName: Scalars['String']['input'];
  /** ID of the record in the CRM, not in Gong. */
  readonly crmEntityId: Scalars['ID']['input'];
  /** Type of the CRM record. */
  readonly crmEntityType: CrmEntityType;
  /** Start of the period, inclusive. Required with `CUSTOM_RANGE`, and not allowed without. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Period of which Gong reads calls and emails. */
  readonly timePeriod: AiTimePeriod;
  /** End of the period, exclusive. Only allowed with `CUSTOM_RANGE`. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
  /** Workspace in which Gong looks. */
  readonly workspaceId: Scalars['ID']['input'];
};

/** A request to Gong's REST API, as spelled in its description. */
export type GongRequestInput = {
  /** Body to send as JSON, with any method. If omitted or null, no body is sent. Provide numbers beyond 2^53 as strings. */
  readonly body?: InputMaybe<Scalars['JSON']['input']>;
  /** Method of the operation. */
  readonly method: HttpMethod;
  /**
   * Path of the operation with its parameters filled in, such as `/v2/users/123/settings-history`. Must start with
   * `/v2/`. Put query parameters in `query`. Operations that take a multipart form cannot be sent.
   */
  readonly path: Scalars['String']['input'];
  /**
   * Query parameters by name. Values are strings, numbers, booleans, or lists of these, which repeat the name. A null
   * value omits its parameter.
   */
  readonly query?: InputMaybe<Scalars['JSON']['input']>;
};

/** Gong's response to `Mutation.gongRequest`. When Gong rejects the request, the result is an error with the usual codes. */
export type GongRequestPayload = {
  readonly __typename?: 'GongRequestPayload';
  /** Body of the response, as sent by Gong. Null when Gong sent none. Numbers beyond 2^53 are strings of digits. */
  readonly body: Maybe<Scalars['JSON']['output']>;
  /** Gong's reference for the request. Quote it when you contact Gong's support. */
  readonly requestId: Maybe<Scalars['String']['output']>;
  /** HTTP status: 200 to 299, or 404 when a filter found nothing. */
  readonly status: Scalars['Int']['output'];
};

/** Individual access to grant. */
export type GrantCallAccessInput = {
  /** 1 to 1,000 calls with their users. Several entries of one call are combined. */
  readonly grants: ReadonlyArray<CallAccessInput>;
};

/** How the host spoke on a call. A measurement is null when Gong does not send it. */
export type HostStats = {
  readonly __typename?: 'HostStats';
  /** How often the speaker changed, as Gong's score. A higher value stands for more changes. */
  readonly interactivity: Maybe<Scalars['Float']['output']>;
  /** Longest time for which a customer spoke without a break, in seconds. */
  readonly longestCustomerStorySeconds: Maybe<Scalars['Float']['output']>;
  /** Longest time for which the host spoke without a break, in seconds. */
  readonly longestMonologueSeconds: Maybe<Scalars['Float']['output']>;
  /** Time for which the host waited before speaking after a customer, in seconds. */
  readonly patienceSeconds: Maybe<Scalars['Float']['output']>;
  /** Share of the time for which the host spoke, in the unit that Gong sends. */
  readonly talkRatio: Maybe<Scalars['Float']['output']>;
};

/** Methods of Gong's REST API. */
export type HttpMethod =
  /** Deletes. Some operations take a body. */
  | 'DELETE'
  /** Reads. Some operations take a body. */
  | 'GET'
  /** Changes a part. */
  | 'PATCH'
  /** Creates, or reads with a filter. */
  | 'POST'
  /** Replaces, adds, or reports. */
  | 'PUT';

/** A part of Gong's web app that shows pages of an integration. */
export type IframeIntegration =
  /** The pages of accounts. */
  | 'ACCOUNT_PAGES'
  /** The dialer. */
  | 'DIALER'
  /** The window in which users write emails. */
  | 'EMAIL_COMPOSER';

/** An origin of pages that can be shown in frames. */
export type IframeOriginInput = {
  /** The integration. */
  readonly integration: IframeIntegration;
  /** Origin without a path, such as `https://app.example.com`. */
  readonly origin: Scalars['URL']['input'];
};

/** One measurement. */
export type InteractionStat = {
  readonly __typename?: 'InteractionStat';
  /** Name of the measurement, as spelled by Gong, such as `Talk Ratio`. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Value. Its unit depends on the measurement, and Gong does not send it. */
  readonly value: Maybe<Scalars['Float']['output']>;
};

/**
 * Work that Gong has accepted and does later. Read it again until `status` is `COMPLETED` or `FAILED`, at most every 15
 * seconds: the gateway reuses what it read within that time.
 */
export type Job = {
  /** Number of items that Gong could not process so far. Null when Gong does not say. */
  readonly errorCount: Maybe<Scalars['Int']['output']>;
  /** Errors so far, of single items or of the whole job. `[]` when there are none. */
  readonly errors: Maybe<ReadonlyArray<JobError>>;
  /** ID of the job. */
  readonly id: Scalars['ID']['output'];
  /** State of the job. Null when Gong does not say. */
  readonly status: Maybe<JobStatus>;
  /** Number of items that Gong has accepted so far. Null when Gong does not say. */
  readonly successCount: Maybe<Scalars['Int']['output']>;
};

/** An error of a job. */
export type JobError = {
  readonly __typename?: 'JobError';
  /** Code, as spelled by Gong. Null when Gong sends none. */
  readonly code: Maybe<Scalars['String']['output']>;
  /** What went wrong, in words for people. Null when Gong does not say. */
  readonly message: Maybe<Scalars['String']['output']>;
  /**
   * Position in the input of the item that failed, from 1. Null when the error is about the whole job, or when Gong does
   * not say which item it is about.
   */
  readonly position: Maybe<Scalars['Int']['output']>;
};

/** State of a job. */
export type JobStatus =
  /** Gong has processed every item. Some may have failed. */
  | 'COMPLETED'
  /** Gong gave up. */
  | 'FAILED'
  /** Gong is working on it. */
  | 'IN_PROGRESS'
  /** Gong has not started it. */
  | 'PENDING'
  /** Gong does not know, or sent a value that it added after this schema was written. */
  | 'UNKNOWN';

/** Which folders of the library a profile's users may see, and what they may do there. */
export type LibraryFolderAccess = {
  readonly __typename?: 'LibraryFolderAccess';
  /** Gong's IDs of the folders, for the level `SPECIFIC_FOLDERS`. Null for any other level. */
  readonly folderIds: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** Which folders they may see. Null when Gong does not say. */
  readonly level: Maybe<LibraryFolderLevel>;
  /** Whether they may manage the calls in folders. Null when Gong does not say. */
  readonly manageFolderCalls: Maybe<Scalars['Boolean']['output']>;
  /** Whether they may manage public folders. Null when Gong does not say. */
  readonly managePublicFolder: Maybe<Scalars['Boolean']['output']>;
  /** Whether they may manage streams. Null when Gong does not say. */
  readonly manageStreams: Maybe<Scalars['Boolean']['output']>;
  /** Whether they may share folders and streams. Null when Gong does not say. */
  readonly shareFoldersAndStreams: Maybe<Scalars['Boolean']['output']>;
};

/** Which folders of the library a profile's users may see, and what they may do there. */
export type LibraryFolderAccessInput = {
  /** Gong's IDs of the folders. Required with the level `SPECIFIC_FOLDERS`, and not allowed with another. */
  readonly folderIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Which folders they may see. */
  readonly level: LibraryFolderLevel;
  /** Whether they may manage the calls in folders. Not allowed with the level `NONE`. */
  readonly manageFolderCalls?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether they may manage public folders. Not allowed with the level `NONE`. */
  readonly managePublicFolder?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether they may manage streams. Not allowed with the level `NONE`. */
  readonly manageStreams?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether they may share folders and streams. Not allowed with the level `NONE`. */
  readonly shareFoldersAndStreams?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Which folders of the library a permission reaches. */
export type LibraryFolderLevel =
  /** All folders. */
  | 'ALL'
  /** No folders. */
  | 'NONE'
  /** Certain folders, which `folderIds` names. */
  | 'SPECIFIC_FOLDERS'
  /** Gong does not know, or sent a value that it added after this schema was written. */
  | 'UNKNOWN';

/**
 * A meeting created through Gong. Gong offers no way to read meetings. The mutations that create and change meetings
 * therefore build this object from their input and Gong's response.
 */
export type Meeting = {
  readonly __typename?: 'Meeting';
  /** Addresses to add to your invitation so that Gong can record, such as its assistant. `[]` after an update. */
  readonly additionalInvitees: Maybe<ReadonlyArray<MeetingInvitee>>;
  /** End, as given. */
  readonly endsAt: Maybe<Scalars['DateTime']['output']>;
  /** ID of the meeting in your own system, as given. */
  readonly externalId: Maybe<Scalars['String']['output']>;
  /** Gong's ID of the meeting, as an exact string of digits. Store it: it cannot be looked up later. */
  readonly id: Scalars['ID']['output'];
  /** Invited people, as given, without the organizer. */
  readonly invitees: Maybe<ReadonlyArray<MeetingInvitee>>;
  /**
   * The organizer as a Gong user, found by address as in `searchUsers`. Null when no user has the address.
   *
   * Cost: reads the user directory, once per operation.
   */
  readonly organizer: Maybe<User>;
  /** Email address of the organizer, as given. */
  readonly organizerEmail: Maybe<Scalars['String']['output']>;
  /** Conferencing provider, as given, such as `zoom`. Null when the organizer's own provider is used. */
  readonly provider: Maybe<Scalars['String']['output']>;
  /** Start, as given. */
  readonly startsAt: Maybe<Scalars['DateTime']['output']>;
  /** Title, as given. */
  readonly title: Maybe<Scalars['String']['output']>;
  /**
   * Link through which participants must join, so that they are asked for consent. Add it to your invitation, because
   * Gong sends none. Null after an update if Gong does not return it.
   */
  readonly url: Maybe<Scalars['URL']['output']>;
};

/** Whether one person can create meetings through Gong. */
export type MeetingIntegrationStatus = {
  readonly __typename?: 'MeetingIntegrationStatus';
  /** The requested address. */
  readonly emailAddress: Maybe<Scalars['String']['output']>;
  /** Whether a Gong user has this address. */
  readonly exists: Maybe<Scalars['Boolean']['output']>;
  /** Page where the user can fix the problem. Null when Gong sends no page, or a link that is not http or https. */
  readonly fixUrl: Maybe<Scalars['URL']['output']>;
  /** Page with more information. Null when Gong sends no page, or a link that is not http or https. */
  readonly helpUrl: Maybe<Scalars['URL']['output']>;
  /** Problem, worded for the user. Null when there is none. */
  readonly userFacingError: Maybe<Scalars['String']['output']>;
  /** Whether that user is ready to create meetings. */
  readonly valid: Maybe<Scalars['Boolean']['output']>;
};

/** A person who is invited to a meeting, as returned by the meeting mutations. */
export type MeetingInvitee = {
  readonly __typename?: 'MeetingInvitee';
  /** Name as displayed. */
  readonly displayName: Maybe<Scalars['String']['output']>;
  /** Email address. */
  readonly emailAddress: Maybe<Scalars['String']['output']>;
  /** First name. */
  readonly firstName: Maybe<Scalars['String']['output']>;
  /** Last name. */
  readonly lastName: Maybe<Scalars['String']['output']>;
};

/** A person to invite to a meeting. */
export type MeetingInviteeInput = {
  /** Name as displayed. */
  readonly displayName?: InputMaybe<Scalars['String']['input']>;
  /** Email address. */
  readonly emailAddress: Scalars['String']['input'];
  /** First name. */
  readonly firstName?: InputMaybe<Scalars['String']['input']>;
  /** Last name. */
  readonly lastName?: InputMaybe<Scalars['String']['input']>;
};

/** What one speaker said until another one spoke. */
export type Monologue = {
  readonly __typename?: 'Monologue';
  /** Sentences of the monologue, in order. */
  readonly sentences: ReadonlyArray<Sentence>;
  /**
   * The party who spoke. Null when no party has this key. If Gong knows the party's user but not its name, `name` is
   * that of the user (1 request per 100 such users).
   */
  readonly speaker: Maybe<Party>;
  /** Key of the speaker's voice within the call, as in `Party.speakerId`. Null when Gong could not identify the voice. */
  readonly speakerId: Maybe<Scalars['ID']['output']>;
  /** Topic of the monologue. Null when Gong assigned none. */
  readonly topic: Maybe<Scalars['String']['output']>;
};

/**
 * Everything that can be changed in Gong. Each field is one request to Gong. The requests are sent in the order in which
 * the fields are written, ahead of all requests that only read. A field that fails is null, with its reason in `errors`;
 * the other fields are kept.
 *
 * The gateway never repeats a change on its own. It resends a request only when Gong certainly did nothing: after a "too
 * many requests" response, and when no connection was established. If Gong may have acted but did not respond, the error
 * is `OUTCOME_UNKNOWN`: check before you try again. Two identical mutations are two requests.
 *
 * All arguments of an operation are checked before any part of it runs. Rules that only Gong can check are left to Gong.
 */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * Adds the recording to a call that `createCall` registered without a `downloadMediaUrl`. With a `file`, the gateway
   * passes the bytes on to Gong as they arrive and returns Gong's response. Without a `file`, it returns an `uploadUrl`:
   * `PUT` the bytes there within 15 minutes. The URL accepts one recording.
   *
   * A recording is audio or video of at most 1.5 GB (1,500,000,000 bytes), such as WAV, MP3, MP4, MKV, or FLAC. Gong
   * rejects a recording that it already has. It discards, without an error, recordings that are shorter than a minute or
   * contain no speech.
   *
   * The gateway never sends a recording to Gong twice: when Gong asks to wait, the error is `RATE_LIMITED`. Fails with
   * `GONG_NOT_FOUND` when the call does not exist or the viewer is not allowed to see it.
   *
   * Cost: 1 request with a `file`. Without one, none; the `PUT` then costs 1 request. 1 more request when the gateway's
   * policy may hide the call and `createCall` did not register it here.
   */
  readonly addCallMedia: Maybe<AddCallMediaPayload>;
  /**
   * Asks Gong's AI a question about a CRM record. Gong reads up to 60 calls and 500 emails of the record, and usually
   * answers after 12 to 15 seconds.
   *
   * Spends Gong credits each time, by the number of calls and emails that Gong reads, and is therefore a mutation. The
   * gateway never sends a question again that Gong may have received: a lost answer is `OUTCOME_UNKNOWN`. When no credits
   * are left, the error is `GONG_CREDITS_EXHAUSTED`.
   *
   * An operator must enable it with `GATEWAY_AI=on`; otherwise it fails with `FORBIDDEN`. It also fails with `FORBIDDEN`
   * when the policy restricts more than private calls, unless the policy contains `raw-requests`: the text of an answer may
   * quote every call of the record.
   *
   * Cost: 1 request.
   */
  readonly askGong: Maybe<AskGongPayload>;
  /**
   * Assigns up to 100 contacts or leads of the CRM to a flow. Gong can assign some and reject others: `rejected` lists the
   * latter, each with its reason, and is no error. Not safe to repeat: check `Query.prospectFlows` first.
   *
   * Fails with `GONG_NOT_FOUND` when Gong does not have the flow, and with `GONG_NOT_LICENSED` without Engage.
   *
   * Cost: 1 request.
   */
  readonly assignToFlow: Maybe<AssignToFlowPayload>;
  /**
   * Queues the assignment of up to 50 people to a flow. Gong creates those in the CRM that it does not know there. Read
   * the job with `Query.flowBulkJob`. Not safe to repeat.
   *
   * Fails with `GONG_NOT_FOUND` when Gong does not have the flow, and with `GONG_NOT_LICENSED` without Engage.
   *
   * Cost: 1 request.
   */
  readonly bulkAssignToFlow: Maybe<FlowBulkJobPayload>;
  /**
   * Registers a call that was recorded outside Gong. Provide the recording as `downloadMediaUrl`, from which Gong
   * fetches it, or send it afterwards with `addCallMedia`. Without a recording, the call never appears. Gong returns the
   * call's ID at once but shows the call only after it has processed the recording: see `Query.uploadStatus`.
   *
   * A `clientUniqueId` that was used before creates nothing, and `alreadyExisted` is then true. It is therefore safe to
   * repeat a mutation whose outcome is unknown.
   *
   * Fails with `GONG_CONFLICT` when the primary user's calls are not imported (`UserSettings.telephonyCallsImported`).
   *
   * Cost: 1 request. A second request when the `clientUniqueId` was used before and Gong does not name its call.
   */
  readonly createCall: Maybe<CreateCallPayload>;
  /**
   * Creates a meeting on behalf of an organizer, whose consent page it uses. Gong sends no invitation: add the meeting's
   * `url` and `additionalInvitees` to your own.
   *
   * If the setup in Gong does not allow it, the error is `GONG_CONFLICT`, and `extensions.gong` has its
   * `userFacingError`, `fixUrl`, and `helpUrl`. Check `Query.meetingIntegrationStatus` first. In limited release at
   * Gong: `GONG_NOT_LICENSED` until Gong enables it.
   *
   * Cost: 1 request.
   */
  readonly createMeeting: Maybe<CreateMeetingPayload>;
  /**
   * Creates a permission profile in a workspace. What the input does not allow is not allowed. Users are assigned to it in
   * Gong's web app. Not safe to repeat: it would create a second profile.
   *
   * Fails with `FORBIDDEN` when the policy restricts more than private calls, unless the policy contains `raw-requests`: a
   * profile decides what its users may see.
   *
   * Cost: 1 request.
   */
  readonly createPermissionProfile: Maybe<PermissionProfilePayload>;
  /**
   * Deletes the integration and every object that was uploaded through it. Gong does it later, within a day: see
   * `Query.crmJob`. It cannot be undone. It is safe to repeat the mutation: Gong accepts each `clientRequestId` only once,
   * and `alreadySent` is then true.
   *
   * Fails with `BAD_USER_INPUT`, and deletes nothing, when `confirmName` is not the name of the integration. Fails with
   * `GONG_NOT_FOUND` when the integration is not registered.
   *
   * Cost: 1 request. 1 more request to compare the name.
   */
  readonly deleteCrmIntegration: Maybe<CrmJobPayload>;
  /**
   * Deletes a meeting. Fails with `GONG_NOT_FOUND` when the meeting does not exist or belongs to another organizer.
   *
   * Cost: 1 request.
   */
  readonly deleteMeeting: Maybe<DeleteMeetingPayload>;
  /**
   * Erases a person from Gong: all calls, emails, and meetings with that person, for all participants, and the person's
   * leads and contacts. This includes calls that the viewer is not allowed to see. It cannot be undone.
   *
   * Requires the `confirmation` of a `Query.dataSubject` with the same email address or phone number, of the last 15
   * minutes. Any other `confirmation` fails with `BAD_USER_INPUT`, and no request is sent.
   *
   * Gong accepts any address and number, erases in the background for up to several hours, and reports no progress. Use
   * `Query.dataSubject` to see what is left. Delete the person in the CRM and in the email system first, or Gong imports
   * the data again.
   *
   * The gateway never sends an erasure again that Gong may have received: the error of a lost response is
   * `OUTCOME_UNKNOWN`. To repeat the mutation is safe. Each erasure invalidates all cached data of the company.
   *
   * An operator must enable it with `GATEWAY_ERASURE=on`; otherwise it fails with `FORBIDDEN`. It also fails with
   * `FORBIDDEN` when the policy restricts more than private calls, unless the policy contains `raw-requests`.
   *
   * Cost: 1 request.
   */
  readonly eraseDataSubject: Maybe<EraseDataSubjectPayload>;
  /**
   * Generates a brief about a CRM record, as configured in Gong's Agent Studio: see `Workspace.briefDefinitions`.
   *
   * Spends Gong credits each time, by the number of calls and emails that Gong reads, and is therefore a mutation. The
   * gateway never sends a request again that Gong may have received: a lost answer is `OUTCOME_UNKNOWN`. When no credits
   * are left, the error is `GONG_CREDITS_EXHAUSTED`.
   *
   * An operator must enable it with `GATEWAY_AI=on`; otherwise it fails with `FORBIDDEN`. It also fails with `FORBIDDEN`
   * when the policy restricts more than private calls, unless the policy contains `raw-requests`: a brief may quote every
   * call of the record.
   *
   * Cost: 1 request.
   */
  readonly generateEntityBrief: Maybe<EntityBriefPayload>;
  /**
   * Sends any request that is documented in the description of Gong's REST API, for operations that have no field here.
   * It uses the gateway's credentials, queue, and error codes, and the same protection against repeated changes. Reads
   * are retried when they fail and are not cached. Every other request invalidates all cached data of the company.
   * Requires the scopes of the operation that it calls.
   *
   * An operator must enable it with `GATEWAY_RAW_REQUESTS=on`; otherwise it fails with `FORBIDDEN`. It can reach
   * everything that the credential can. Entries of the audit log are redacted as in `Query.auditLog`.
   *
   * Cost: 1 request.
   */
  readonly gongRequest: Maybe<GongRequestPayload>;
  /**
   * Grants users individual access to calls, in addition to what their permission profiles allow. Safe to repeat: a user
   * who has access keeps it.
   *
   * A call that Gong does not have, or that the viewer is not allowed to see, is in `rejected` and does not affect the
   * others.
   *
   * Cost: 1 request per 100 calls. Up to 8 more for each call that Gong rejects. When the gateway's policy may hide calls,
   * also 1 per 100 calls, to look them up.
   */
  readonly grantCallAccess: Maybe<CallAccessPayload>;
  /**
   * Reports that a user shared content. An `eventId` that was reported before changes nothing and is not an error:
   * `alreadyReported` is then true.
   *
   * Cost: 1 request.
   */
  readonly recordContentShare: Maybe<EngagementEventPayload>;
  /**
   * Reports that a person viewed content, such as a deck. An `eventId` that was reported before changes nothing and is
   * not an error: `alreadyReported` is then true.
   *
   * Cost: 1 request.
   */
  readonly recordContentView: Maybe<EngagementEventPayload>;
  /**
   * Reports any other action on content, such as a signature. An `eventId` that was reported before changes nothing and
   * is not an error: `alreadyReported` is then true.
   *
   * Cost: 1 request.
   */
  readonly recordCustomAction: Maybe<EngagementEventPayload>;
  /**
   * Reports that a person interacted with digital content, such as a page, a survey, or a review. An `eventId` that was
   * reported before changes nothing and is not an error: `alreadyReported` is then true.
   *
   * Cost: 1 request.
   */
  readonly recordDigitalInteraction: Maybe<EngagementEventPayload>;
  /**
   * Reads calls again from Gong into the replica, ahead of its schedule. Safe to repeat.
   *
   * Fails with `REPLICA_OFF` when the gateway has no replica, and with `REPLICA_UNAVAILABLE` when its store cannot be
   * reached.
   *
   * Cost: 1 request per 100 calls, and 1 more per 100 calls when the replica keeps transcripts.
   */
  readonly refreshCalls: Maybe<RefreshCallsPayload>;
  /**
   * Registers the integration for the company's own CRM. A company can have one. If one is registered already, nothing
   * changes, whatever its name, and `alreadyExisted` is true: it is safe to repeat the mutation.
   *
   * Fails with `GONG_CONFLICT` when the company uses one of Gong's native integrations, such as Salesforce.
   *
   * Cost: 1 request. A second request when Gong has an integration already.
   */
  readonly registerCrmIntegration: Maybe<RegisterCrmIntegrationPayload>;
  /**
   * Replaces the fields that the company adds to objects of one type. `fields` must hold every field that is there. A field
   * with `isDeleted` is deleted, with its value on every object.
   *
   * Fails with `BAD_USER_INPUT`, and changes nothing, when a field is missing. Changing the type of a field makes Gong
   * delete its values, and therefore also fails unless `allowTypeChanges` is true.
   *
   * Cost: 1 request. 1 more request to compare the fields.
   */
  readonly replaceCrmSchema: Maybe<ReplaceCrmSchemaPayload>;
  /**
   * Revokes individual access to calls that was granted through Gong's API. Access by sharing and by permission profiles
   * stays. Safe to repeat: a user who has no such access is no error.
   *
   * A call that Gong does not have, or that the viewer is not allowed to see, is in `rejected` and does not affect the
   * others.
   *
   * Cost: 1 request per 100 calls. Up to 8 more for each call that Gong rejects. When the gateway's policy may hide calls,
   * also 1 per 100 calls, to look them up.
   */
  readonly revokeCallAccess: Maybe<CallAccessPayload>;
  /**
   * Sets the origins from which pages of an integration can be shown in frames of Gong's web app. Gong does not document
   * whether it keeps the origins of integrations that are omitted.
   *
   * Cost: 1 request.
   */
  readonly setIframeOrigins: Maybe<SetIframeOriginsPayload>;
  /**
   * Removes one prospect from one flow or from all, or ends assignments by their IDs. An ID that Gong does not know does
   * not affect the others: `rejected` lists it, and those that Gong did not end. Safe to repeat.
   *
   * A prospect that Gong does not know, or that is in no flow, is no error: `unassigned` is then `[]`. Without Engage, fails
   * with `GONG_NOT_LICENSED`.
   *
   * Cost: 1 request. If Gong does not know one of the IDs, up to 9 more to find it.
   */
  readonly unassignFromFlows: Maybe<UnassignFromFlowsPayload>;
  /**
   * Replaces a meeting. Gong keeps nothing of the previous version: everything that the input omits is lost, and Gong
   * offers no way to read it. Keep your own copy.
   *
   * Cost: 1 request.
   */
  readonly updateMeeting: Maybe<UpdateMeetingPayload>;
  /**
   * Changes a permission profile. Only what the input contains is changed: Gong merges it into the profile, although its
   * request is a `PUT`. The result shows the whole profile as Gong then has it. Safe to repeat.
   *
   * Fails with `FORBIDDEN` when the policy restricts more than private calls, unless the policy contains `raw-requests`: a
   * profile decides what its users may see.
   *
   * Cost: 1 request.
   */
  readonly updatePermissionProfile: Maybe<PermissionProfilePayload>;
  /**
   * Changes a task: its status, its due date, or its priority. What the input omits stays. Safe to repeat.
   *
   * Fails with `GONG_NOT_FOUND` when Gong does not have the task, or when the gateway's policy hides the calls of its owner.
   * Without Engage, fails with `GONG_NOT_LICENSED`, or with `OUTCOME_UNKNOWN` when Gong only says that it failed.
   *
   * Cost: 1 request.
   */
  readonly updateTask: Maybe<UpdateTaskPayload>;
  /**
   * Uploads objects of one type: adds those that Gong does not have, changes those that it has, and deletes those with
   * `isDeleted`. With `rows`, the gateway sends them to Gong as one file. Without `rows`, it returns an `uploadUrl`: `PUT` a
   * file there within 15 minutes. Gong processes the file later: see `Query.crmJob`, whose errors name rows or lines by
   * their position. It is safe to repeat the mutation: Gong accepts each `clientRequestId` only once, and `alreadySent` is
   * then true.
   *
   * Gong accepts one version of an object in an upload: send another version in a later one. A client request has at most
   * 1 MiB, and a file at most 200 MB (200,000,000 bytes) of UTF-8 text with a JSON object on each line, as Gong documents
   * them. The gateway passes the bytes of a file on as they arrive, and refuses a larger one. Divide it into several
   * uploads: each needs its own `clientRequestId`, and is a job of its own.
   *
   * Cost: 1 request with `rows`. Without them, none; the `PUT` then costs 1 request.
   */
  readonly uploadCrmObjects: Maybe<UploadCrmObjectsPayload>;
};


/**
 * Everything that can be changed in Gong. Each field is one request to Gong. The requests are sent in the order in which
 * the fields are written, ahead of all requests that only read. A field that fails is null, with its reason in `errors`;
 * the other fields are kept.
 *
 * The gateway never repeats a change on its own. It resends a request only when Gong certainly did nothing: after a "too
 * many requests" response, and when no connection was established. If Gong may have acted but did not respond, the error
 * is `OUTCOME_UNKNOWN`: check before you try again. Two identical mutations are two requests.
 *
 * All arguments of an operation are checked before any part of it runs. Rules that only Gong can check are left to Gong.
 */
export type MutationAddCallMediaArgs = {
  input: AddCallMediaInput;
};


/**
 * Everything that can be changed in Gong. Each field is one request to Gong. The requests are sent in the order in which
 * the fields are written, ahead of all requests that only read. A field that fails is null, with its reason in `errors`;
 * the other fields are kept.
 *
 * The gateway never repeats a change on its own. It resends a request only when Gong certainly did nothing: after a "too
 * many requests" response, and when no connection was established. If Gong may have acted but did not respond, the error
 * is `OUTCOME_UNKNOWN`: check before you try again. Two identical mutations are two requests.
 *
 * All arguments of an operation are checked before any part of it runs. Rules that only Gong can check are left to Gong.
 */
export type MutationAskGongArgs = {
  input: AskGongInput;
};


/**
 * Everything that can be changed in Gong. Each field is one request to Gong. The requests are sent in the order in which
 * the fields are written, ahead of all requests that only read. A field that fails is null, with its reason in `errors`;
 * the other fields are kept.
 *
 * The gateway never repeats a change on its own. It resends a request only when Gong certainly did nothing: after a "too
 * many requests" response, and when no connection was established. If Gong may have acted but did not respond, the error
 * is `OUTCOME_UNKNOWN`: check before you try again. Two identical mutations are two requests.
 *
 * All arguments of an operation are checked before any part of it runs. Rules that only Gong can check are left to Gong.
 */
export type MutationAssignToFlowArgs = {
  input: AssignToFlowInput;
};


/**
 * Everything that can be changed in Gong. Each field is one request to Gong. The requests are sent in the order in which
 * the fields are written, ahead of all requests that only read. A field that fails is null, with its reason in `errors`;
 * the other fields are kept.
 *
 * The gateway never repeats a change on its own. It resends a request only when Gong certainly did nothing: after a "too
 * many requests" response, and when no connection was established. If Gong may have acted but did not respond, the error
 * is `OUTCOME_UNKNOWN`: check before you try again. Two identical mutations are two requests.
 *
 * All arguments of an operation are checked before any part of it runs. Rules that only Gong can check are left to Gong.
 */
export type MutationBulkAssignToFlowArgs = {
  input: BulkAssignToFlowInput;
};


/**
 * Everything that can be changed in Gong. Each field is one request to Gong. The requests are sent in the order in which
 * the fields are written, ahead of all requests that only read. A field that fails is null, with its reason in `errors`;
 * the other fields are kept.
 *
 * The gateway never repeats a change on its own. It resends a request only when Gong certainly did nothing: after a "too
 * many requests" response, and when no connection was established. If Gong may have acted but did not respond, the error
 * is `OUTCOME_UNKNOWN`: check before you try again. Two identical mutations are two requests.
 *
 * All arguments of an operation are checked before any part of it runs. Rules that only Gong can check are left to Gong.
 */
export type MutationCreateCallArgs = {
  input: CreateCallInput;
};


/**
 * Everything that can be changed in Gong. Each field is one request to Gong. The requests are sent in the order in which
 * the fields are written, ahead of all requests that only read. A field that fails is null, with its reason in `errors`;
 * the other fields are kept.
 *
 * The gateway never repeats a change on its own. It resends a request only when Gong certainly did nothing: after a "too
 * many requests" response, and when no connection was established. If Gong may have acted but did not respond, the error
 * is `OUTCOME_UNKNOWN`: check before you try again. Two identical mutations are two requests.
 *
 * All arguments of an operation are checked before any part of it runs. Rules that only Gong can check are left to Gong.
 */
export type MutationCreateMeetingArgs = {
  input: CreateMeetingInput;
};


/**
 * Everything that can be changed in Gong. Each field is one request to Gong. The requests are sent in the order in which
 * the fields are written, ahead of all requests that only read. A field that fails is null, with its reason in `errors`;
 * the other fields are kept.
 *
 * The gateway never repeats a change on its own. It resends a request only when Gong certainly did nothing: after a "too
 * many requests" response, and when no connection was established. If Gong may have acted but did not respond, the error
 * is `OUTCOME_UNKNOWN`: check before you try again. Two identical mutations are two requests.
 *
 * All arguments of an operation are checked before any part of it runs. Rules that only Gong can check are left to Gong.
 */
export type MutationCreatePermissionProfileArgs = {
  input: CreatePermissionProfileInput;
};


/**
 * Everything that can be changed in Gong. Each field is one request to Gong. The requests are sent in the order in which
 * the fields are written, ahead of all requests that only read. A field that fails is null, with its reason in `errors`;
 * the other fields are kept.
 *
 * The gateway never repeats a change on its own. It resends a request only when Gong certainly did nothing: after a "too
 * many requests" response, and when no connection was established. If Gong may have acted but did not respond, the error
 * is `OUTCOME_UNKNOWN`: check before you try again. Two identical mutations are two requests.
 *
 * All arguments of an operation are checked before any part of it runs. Rules that only Gong can check are left to Gong.
 */
export type MutationDeleteCrmIntegrationArgs = {
  input: DeleteCrmIntegrationInput;
};


/**
 * Everything that can be changed in Gong. Each field is one request to Gong. The requests are sent in the order in which
 * the fields are written, ahead of all requests that only read. A field that fails is null, with its reason in `errors`;
 * the other fields are kept.
 *
 * The gateway never repeats a change on its own. It resends a request only when Gong certainly did nothing: after a "too
 * many requests" response, and when no connection was established. If Gong may have acted but did not respond, the error
 * is `OUTCOME_UNKNOWN`: check before you try again. Two identical mutations are two requests.
 *
 * All arguments of an operation are checked before any part of it runs. Rules that only Gong can check are left to Gong.
 */
export type MutationDeleteMeetingArgs = {
  input: DeleteMeetingInput;
};


/**
 * Everything that can be changed in Gong. Each field is one request to Gong. The requests are sent in the order in which
 * the fields are written, ahead of all requests that only read. A field that fails is null, with its reason in `errors`;
 * the other fields are kept.
 *
 * The gateway never repeats a change on its own. It resends a request only when Gong certainly did nothing: after a "too
 * many requests" response, and when no connection was established. If Gong may have acted but did not respond, the error
 * is `OUTCOME_UNKNOWN`: check before you try again. Two identical mutations are two requests.
 *
 * All arguments of an operation are checked before any part of it runs. Rules that only Gong can check are left to Gong.
 */
export type MutationEraseDataSubjectArgs = {
  input: EraseDataSubjectInput;
};


/**
 * Everything that can be changed in Gong. Each field is one request to Gong. The requests are sent in the order in which
 * the fields are written, ahead of all requests that only read. A field that fails is null, with its reason in `errors`;
 * the other fields are kept.
 *
 * The gateway never repeats a change on its own. It resends a request only when Gong certainly did nothing: after a "too
 * many requests" response, and when no connection was established. If Gong may have acted but did not respond, the error
 * is `OUTCOME_UNKNOWN`: check before you try again. Two identical mutations are two requests.
 *
 * All arguments of an operation are checked before any part of it runs. Rules that only Gong can check are left to Gong.
 */
export type MutationGenerateEntityBriefArgs = {
  input: GenerateEntityBriefInput;
};


/**
 * Everything that can be changed in Gong. Each field is one request to Gong. The requests are sent in the order in which
 * the fields are written, ahead of all requests that only read. A field that fails is null, with its reason in `errors`;
 * the other fields are kept.
 *
 * The gateway never repeats a change on its own. It resends a request only when Gong certainly did nothing: after a "too
 * many requests" response, and when no connection was established. If Gong may have acted but did not respond, the error
 * is `OUTCOME_UNKNOWN`: check before you try again. Two identical mutations are two requests.
 *
 * All arguments of an operation are checked before any part of it runs. Rules that only Gong can check are left to Gong.
 */
export type MutationGongRequestArgs = {
  input: GongRequestInput;
};


/**
 * Everything that can be changed in Gong. Each field is one request to Gong. The requests are sent in the order in which
 * the fields are written, ahead of all requests that only read. A field that fails is null, with its reason in `errors`;
 * the other fields are kept.
 *
 * The gateway never repeats a change on its own. It resends a request only when Gong certainly did nothing: after a "too
 * many requests" response, and when no connection was established. If Gong may have acted but did not respond, the error
 * is `OUTCOME_UNKNOWN`: check before you try again. Two identical mutations are two requests.
 *
 * All arguments of an operation are checked before any part of it runs. Rules that only Gong can check are left to Gong.
 */
export type MutationGrantCallAccessArgs = {
  input: GrantCallAccessInput;
};


/**
 * Everything that can be changed in Gong. Each field is one request to Gong. The requests are sent in the order in which
 * the fields are written, ahead of all requests that only read. A field that fails is null, with its reason in `errors`;
 * the other fields are kept.
 *
 * The gateway never repeats a change on its own. It resends a request only when Gong certainly did nothing: after a "too
 * many requests" response, and when no connection was established. If Gong may have acted but did not respond, the error
 * is `OUTCOME_UNKNOWN`: check before you try again. Two identical mutations are two requests.
 *
 * All arguments of an operation are checked before any part of it runs. Rules that only Gong can check are left to Gong.
 */
export type MutationRecordContentShareArgs = {
  input: RecordContentShareInput;
};


/**
 * Everything that can be changed in Gong. Each field is one request to Gong. The requests are sent in the order in which
 * the fields are written, ahead of all requests that only read. A field that fails is null, with its reason in `errors`;
 * the other fields are kept.
 *
 * The gateway never repeats a change on its own. It resends a request only when Gong certainly did nothing: after a "too
 * many requests" response, and when no connection was established. If Gong may have acted but did not respond, the error
 * is `OUTCOME_UNKNOWN`: check before you try again. Two identical mutations are two requests.
 *
 * All arguments of an operation are checked before any part of it runs. Rules that only Gong can check are left to Gong.
 */
export type MutationRecordContentViewArgs = {
  input: RecordContentViewInput;
};


/**
 * Everything that can be changed in Gong. Each field is one request to Gong. The requests are sent in the order in which
 * the fields are written, ahead of all requests that only read. A field that fails is null, with its reason in `errors`;
 * the other fields are kept.
 *
 * The gateway never repeats a change on its own. It resends a request only when Gong certainly did nothing: after a "too
 * many requests" response, and when no connection was established. If Gong may have acted but did not respond, the error
 * is `OUTCOME_UNKNOWN`: check before you try again. Two identical mutations are two requests.
 *
 * All arguments of an operation are checked before any part of it runs. Rules that only Gong can check are left to Gong.
 */
export type MutationRecordCustomActionArgs = {
  input: RecordCustomActionInput;
};


/**
 * Everything that can be changed in Gong. Each field is one request to Gong. The requests are sent in the order in which
 * the fields are written, ahead of all requests that only read. A field that fails is null, with its reason in `errors`;
 * the other fields are kept.
 *
 * The gateway never repeats a change on its own. It resends a request only when Gong certainly did nothing: after a "too
 * many requests" response, and when no connection was established. If Gong may have acted but did not respond, the error
 * is `OUTCOME_UNKNOWN`: check before you try again. Two identical mutations are two requests.
 *
 * All arguments of an operation are checked before any part of it runs. Rules that only Gong can check are left to Gong.
 */
export type MutationRecordDigitalInteractionArgs = {
  input: RecordDigitalInteractionInput;
};


/**
 * Everything that can be changed in Gong. Each field is one request to Gong. The requests are sent in the order in which
 * the fields are written, ahead of all requests that only read. A field that fails is null, with its reason in `errors`;
 * the other fields are kept.
 *
 * The gateway never repeats a change on its own. It resends a request only when Gong certainly did nothing: after a "too
 * many requests" response, and when no connection was established. If Gong may have acted but did not respond, the error
 * is `OUTCOME_UNKNOWN`: check before you try again. Two identical mutations are two requests.
 *
 * All arguments of an operation are checked before any part of it runs. Rules that only Gong can check are left to Gong.
 */
export type MutationRefreshCallsArgs = {
  input: RefreshCallsInput;
};


/**
 * Everything that can be changed in Gong. Each field is one request to Gong. The requests are sent in the order in which
 * the fields are written, ahead of all requests that only read. A field that fails is null, with its reason in `errors`;
 * the other fields are kept.
 *
 * The gateway never repeats a change on its own. It resends a request only when Gong certainly did nothing: after a "too
 * many requests" response, and when no connection was established. If Gong may have acted but did not respond, the error
 * is `OUTCOME_UNKNOWN`: check before you try again. Two identical mutations are two requests.
 *
 * All arguments of an operation are checked before any part of it runs. Rules that only Gong can check are left to Gong.
 */
export type MutationRegisterCrmIntegrationArgs = {
  input: RegisterCrmIntegrationInput;
};


/**
 * Everything that can be changed in Gong. Each field is one request to Gong. The requests are sent in the order in which
 * the fields are written, ahead of all requests that only read. A field that fails is null, with its reason in `errors`;
 * the other fields are kept.
 *
 * The gateway never repeats a change on its own. It resends a request only when Gong certainly did nothing: after a "too
 * many requests" response, and when no connection was established. If Gong may have acted but did not respond, the error
 * is `OUTCOME_UNKNOWN`: check before you try again. Two identical mutations are two requests.
 *
 * All arguments of an operation are checked before any part of it runs. Rules that only Gong can check are left to Gong.
 */
export type MutationReplaceCrmSchemaArgs = {
  input: ReplaceCrmSchemaInput;
};


/**
 * Everything that can be changed in Gong. Each field is one request to Gong. The requests are sent in the order in which
 * the fields are written, ahead of all requests that only read. A field that fails is null, with its reason in `errors`;
 * the other fields are kept.
 *
 * The gateway never repeats a change on its own. It resends a request only when Gong certainly did nothing: after a "too
 * many requests" response, and when no connection was established. If Gong may have acted but did not respond, the error
 * is `OUTCOME_UNKNOWN`: check before you try again. Two identical mutations are two requests.
 *
 * All arguments of an operation are checked before any part of it runs. Rules that only Gong can check are left to Gong.
 */
export type MutationRevokeCallAccessArgs = {
  input: RevokeCallAccessInput;
};


/**
 * Everything that can be changed in Gong. Each field is one request to Gong. The requests are sent in the order in which
 * the fields are written, ahead of all requests that only read. A field that fails is null, with its reason in `errors`;
 * the other fields are kept.
 *
 * The gateway never repeats a change on its own. It resends a request only when Gong certainly did nothing: after a "too
 * many requests" response, and when no connection was established. If Gong may have acted but did not respond, the error
 * is `OUTCOME_UNKNOWN`: check before you try again. Two identical mutations are two requests.
 *
 * All arguments of an operation are checked before any part of it runs. Rules that only Gong can check are left to Gong.
 */
export type MutationSetIframeOriginsArgs = {
  input: SetIframeOriginsInput;
};


/**
 * Everything that can be changed in Gong. Each field is one request to Gong. The requests are sent in the order in which
 * the fields are written, ahead of all requests that only read. A field that fails is null, with its reason in `errors`;
 * the other fields are kept.
 *
 * The gateway never repeats a change on its own. It resends a request only when Gong certainly did nothing: after a "too
 * many requests" response, and when no connection was established. If Gong may have acted but did not respond, the error
 * is `OUTCOME_UNKNOWN`: check before you try again. Two identical mutations are two requests.
 *
 * All arguments of an operation are checked before any part of it runs. Rules that only Gong can check are left to Gong.
 */
export type MutationUnassignFromFlowsArgs = {
  input: UnassignFromFlowsInput;
};


/**
 * Everything that can be changed in Gong. Each field is one request to Gong. The requests are sent in the order in which
 * the fields are written, ahead of all requests that only read. A field that fails is null, with its reason in `errors`;
 * the other fields are kept.
 *
 * The gateway never repeats a change on its own. It resends a request only when Gong certainly did nothing: after a "too
 * many requests" response, and when no connection was established. If Gong may have acted but did not respond, the error
 * is `OUTCOME_UNKNOWN`: check before you try again. Two identical mutations are two requests.
 *
 * All arguments of an operation are checked before any part of it runs. Rules that only Gong can check are left to Gong.
 */
export type MutationUpdateMeetingArgs = {
  input: UpdateMeetingInput;
};


/**
 * Everything that can be changed in Gong. Each field is one request to Gong. The requests are sent in the order in which
 * the fields are written, ahead of all requests that only read. A field that fails is null, with its reason in `errors`;
 * the other fields are kept.
 *
 * The gateway never repeats a change on its own. It resends a request only when Gong certainly did nothing: after a "too
 * many requests" response, and when no connection was established. If Gong may have acted but did not respond, the error
 * is `OUTCOME_UNKNOWN`: check before you try again. Two identical mutations are two requests.
 *
 * All arguments of an operation are checked before any part of it runs. Rules that only Gong can check are left to Gong.
 */
export type MutationUpdatePermissionProfileArgs = {
  input: UpdatePermissionProfileInput;
};


/**
 * Everything that can be changed in Gong. Each field is one request to Gong. The requests are sent in the order in which
 * the fields are written, ahead of all requests that only read. A field that fails is null, with its reason in `errors`;
 * the other fields are kept.
 *
 * The gateway never repeats a change on its own. It resends a request only when Gong certainly did nothing: after a "too
 * many requests" response, and when no connection was established. If Gong may have acted but did not respond, the error
 * is `OUTCOME_UNKNOWN`: check before you try again. Two identical mutations are two requests.
 *
 * All arguments of an operation are checked before any part of it runs. Rules that only Gong can check are left to Gong.
 */
export type MutationUpdateTaskArgs = {
  input: UpdateTaskInput;
};


/**
 * Everything that can be changed in Gong. Each field is one request to Gong. The requests are sent in the order in which
 * the fields are written, ahead of all requests that only read. A field that fails is null, with its reason in `errors`;
 * the other fields are kept.
 *
 * The gateway never repeats a change on its own. It resends a request only when Gong certainly did nothing: after a "too
 * many requests" response, and when no connection was established. If Gong may have acted but did not respond, the error
 * is `OUTCOME_UNKNOWN`: check before you try again. Two identical mutations are two requests.
 *
 * All arguments of an operation are checked before any part of it runs. Rules that only Gong can check are left to Gong.
 */
export type MutationUploadCrmObjectsArgs = {
  input: UploadCrmObjectsInput;
};

/** An object that `Query.node` can fetch again. */
export type Node = {
  /** Opaque ID, unique across all types. Use it as the key in client caches. Gong's own ID is `id`. */
  readonly nodeId: Scalars['ID']['output'];
};

/**
 * Position of a page in its list. Paging is forward only: pass `endCursor` as the next `after`, and leave everything
 * else unchanged.
 */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /**
   * Cursor to continue from. Null when the page has no items and nothing follows. A page that was cut short before its
   * first item, or of which the gateway's policy hides every item, has a cursor that continues the list.
   */
  readonly endCursor: Maybe<Scalars['String']['output']>;
  /**
   * Whether more items follow. Also true when the gateway's policy hides all items that follow, and for a page that was
   * cut short by the deadline or the request limit, which `extensions.gong.incomplete` then lists.
   */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether items precede the cursor given as `after`. False without `after`. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first item on the page. Null when the page has no items. */
  readonly startCursor: Maybe<Scalars['String']['output']>;
};

/** A participant of a call. At least one condition is required. All given conditions must match the same party. */
export type ParticipantFilter = {
  /** Whether the participant belongs to the company. */
  readonly affiliation?: InputMaybe<PartyAffiliation>;
  /** Complete email address, case ignored. Of a user, every address counts. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** Words of the name. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Phone number, compared by its digits only. */
  readonly phoneNumber?: InputMaybe<Scalars['String']['input']>;
  /** True: only participants that spoke. False: only participants that did not speak. */
  readonly spoke?: InputMaybe<Scalars['Boolean']['input']>;
  /** Gong's ID of the user who took part. */
  readonly userId?: InputMaybe<Scalars['ID']['input']>;
};

/** A person who was invited to a call or took part in it. */
export type Party = {
  readonly __typename?: 'Party';
  /** Side of the party: inside or outside the company. */
  readonly affiliation: Maybe<PartyAffiliation>;
  /**
   * CRM records that the party is linked to, one entry per CRM. Selecting the objects' `fields` makes Gong's response
   * several times larger, and so does `timing`.
   */
  readonly context: Maybe<ReadonlyArray<CrmContext>>;
  /** Email address. */
  readonly emailAddress: Maybe<Scalars['String']['output']>;
  /** How Gong knows about the party, as spelled by Gong: `Invitee`, `Attendee`, or both. */
  readonly methods: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Name, which can be made up by Gong, such as `Phone Caller #1`. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Key of the party within its call. It has no meaning outside the call. */
  readonly partyId: Maybe<Scalars['ID']['output']>;
  /** Phone number, as stored in Gong. */
  readonly phoneNumber: Maybe<Scalars['String']['output']>;
  /**
   * Key of the party's voice in this call, as used by the transcript and by tracker occurrences. Null for parties who
   * did not speak.
   */
  readonly speakerId: Maybe<Scalars['ID']['output']>;
  /** Job title. */
  readonly title: Maybe<Scalars['String']['output']>;
  /**
   * The Gong user who is this party. Matched by the user ID that Gong sends, never by name or address. Null for everyone
   * else.
   *
   * Cost: none if only `id` is selected; otherwise 1 request per 100 distinct users.
   */
  readonly user: Maybe<User>;
};


/** A person who was invited to a call or took part in it. */
export type PartyContextArgs = {
  timing?: InputMaybe<ReadonlyArray<ContextTiming>>;
};

/** Side of a participant: inside or outside the company. */
export type PartyAffiliation =
  /** A participant who does not belong to the company. */
  | 'EXTERNAL'
  /** A participant who belongs to the company. */
  | 'INTERNAL'
  /** Gong does not know, or sent a value that it added after this schema was written. Output only. */
  | 'UNKNOWN';

/** What one side says in a call without a break, at most about 256 words. */
export type Passage = {
  readonly __typename?: 'Passage';
  /**
   * The call. Null when it was removed after the search, and when selected fields that the replica does not keep could
   * not be read.
   *
   * Cost: none, except for selected fields that the replica does not keep: 1 request per 100 calls.
   */
  readonly call: Maybe<Call>;
  /** Gong's ID of the call. */
  readonly callId: Scalars['ID']['output'];
  /** End, in seconds from the start of the recording. Null when Gong does not send it. */
  readonly endSeconds: Maybe<Scalars['Float']['output']>;
  /** Places of the matched words in `text`, in order. */
  readonly matches: ReadonlyArray<TextSpan>;
  /** The party that spoke. Null when no party of the call has the `speakerId`. */
  readonly speaker: Maybe<Party>;
  /** ID of the speaker within the call. Null when Gong does not know who spoke. */
  readonly speakerId: Maybe<Scalars['ID']['output']>;
  /** Start, in seconds from the start of the recording. Null when Gong does not send it. */
  readonly startSeconds: Maybe<Scalars['Float']['output']>;
  /** The words, as in the transcript. */
  readonly text: Scalars['String']['output'];
};

/** One page of the passages that a search found. */
export type PassageConnection = {
  readonly __typename?: 'PassageConnection';
  /**
   * Everything that Gong showed before this instant is included, apart from `Replica.lateness`. Null until the sync has
   * examined something.
   */
  readonly asOf: Maybe<Scalars['DateTime']['output']>;
  /** The passages on this page, each with its cursor. */
  readonly edges: ReadonlyArray<PassageEdge>;
  /**
   * Whether the replica held every call in the window of the filter at `asOf`, and had asked Gong for the transcript of
   * each. A new call waits up to 20 minutes for that, so a window that reaches up to now is rarely complete on a working
   * day. A transcript that Gong has not finished yet does not count as missing.
   */
  readonly isComplete: Scalars['Boolean']['output'];
  /** The passages on this page, without cursors. */
  readonly nodes: ReadonlyArray<Passage>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /**
   * Exact number of matching passages. Null above 100,000, when a policy module decides call by call, and when the policy
   * masks email addresses or phone numbers.
   */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A passage and its position in a list. */
export type PassageEdge = {
  readonly __typename?: 'PassageEdge';
  /** Opaque cursor of this position. Valid only with the arguments of its list. */
  readonly cursor: Scalars['String']['output'];
  /** The passage. */
  readonly node: Passage;
};

/** Order of the passages that a search finds. */
export type PassageOrder =
  /** Passages of the call that started last come first. Passages of one call come in reverse order. */
  | 'NEWEST_FIRST'
  /** The best match comes first, among the newest 10,000 matches. The order can differ between kinds of stores. */
  | 'RELEVANCE';

/** What the users of a permission profile may do or use in Gong. */
export type PermissionCapability =
  /** Use the account pages. */
  | 'ACCOUNT'
  /** Use the activity pages. */
  | 'ACTIVITY'
  /** Build with Gong's AI. */
  | 'AI_BUILDER'
  /** Use the pages of calls and search. */
  | 'CALLS_AND_SEARCH'
  /** Use the coaching pages. */
  | 'COACHING'
  /** Create, edit, and delete deal boards. */
  | 'CREATE_EDIT_AND_DELETE_DEALS_BOARDS'
  /** Import CRM data. */
  | 'CRM_DATA_IMPORT'
  /** Edit CRM data in place. */
  | 'CRM_DATA_INLINE_EDITING'
  /** Use the deal pages. */
  | 'DEALS'
  /** Export deals. */
  | 'DEALS_DATA_EXPORT'
  /** Edit deals in place. */
  | 'DEALS_INLINE_EDITING'
  /** Delete calls. */
  | 'DELETE_CALLS'
  /** Delete emails. */
  | 'DELETE_EMAILS'
  /** Download recordings of calls. */
  | 'DOWNLOAD_CALL_MEDIA'
  /** Change which CRM fields Engage shows. */
  | 'ENGAGE_ALLOW_CRM_FIELDS_VIEW_CHANGE'
  /** Assign to-dos of flows to other users. */
  | 'ENGAGE_ASSIGN_FLOW_TO_DOS_TO_OTHERS'
  /** Create and manage rule sets in Engage. */
  | 'ENGAGE_CREATE_AND_MANAGE_RULESETS'
  /** Manage the company's flows in Engage. */
  | 'ENGAGE_MANAGE_COMPANY_SEQUENCES'
  /** Manage the company's templates in Engage. */
  | 'ENGAGE_MANAGE_COMPANY_TEMPLATES'
  /** Reassign to-dos of flows to other users. */
  | 'ENGAGE_REASSIGN_FLOW_TO_DOS_TO_OTHERS'
  /** Snooze to-dos of flows for other users. */
  | 'ENGAGE_SNOOZE_FLOW_TO_DOS_FOR_OTHERS'
  /** Export data of calls and coaching to CSV. */
  | 'EXPORT_CALLS_AND_COACHING_DATA_TO_CSV'
  /** Use the forecast. */
  | 'FORECAST'
  /** Manage the forecast. */
  | 'FORECAST_MANAGE'
  /** Use the initiatives. */
  | 'INITIATIVES'
  /** Use the library. */
  | 'LIBRARY'
  /** Listen in on calls in progress. */
  | 'LISTEN_IN_CALLS'
  /** Manage general business settings. */
  | 'MANAGE_GENERAL_BUSINESS_SETTINGS'
  /** Manage revenue analytics. */
  | 'MANAGE_REVENUE_ANALYTICS'
  /** Manage scorecards. */
  | 'MANAGE_SCORECARDS'
  /** Schedule and upload calls manually. */
  | 'MANUALLY_SCHEDULE_AND_UPLOAD_CALLS'
  /** Use the market pages. */
  | 'MARKET'
  /** Create and manage plays in Orchestrate. */
  | 'ORCHESTRATE_CREATE_AND_MANAGE_PLAYS'
  /** Override scores. */
  | 'OVERRIDE_SCORE'
  /** Make calls private. */
  | 'PRIVATE_CALLS'
  /** Score calls with scorecards. */
  | 'SCORE_CALLS'
  /** Share calls with customers. */
  | 'SHARE_CALLS_WITH_CUSTOMERS'
  /** Use the team statistics. */
  | 'TEAM_STATS'
  /** Trim calls. */
  | 'TRIM_CALLS'
  /** Use the usage pages. */
  | 'USAGE'
  /** View the activity analytics of Engage. */
  | 'VIEW_ENGAGE_ANALYTICS_ACTIVITY'
  /** View the flow analytics of Engage. */
  | 'VIEW_ENGAGE_ANALYTICS_FLOWS'
  /** View the performance analytics of Engage. */
  | 'VIEW_ENGAGE_ANALYTICS_PERFORMANCE'
  /** View revenue analytics. */
  | 'VIEW_REVENUE_ANALYTICS';

/** How far a permission reaches. */
export type PermissionLevel =
  /** Data of all users. */
  | 'ALL'
  /** Data of the teams of certain users, which `teamLeads` names. */
  | 'MANAGERS_TEAM'
  /** No data. */
  | 'NONE'
  /** The user's own data. */
  | 'OWN'
  /** The user's own data, and that of users who report to the user, over all levels. */
  | 'REPORT_TO_THEM'
  /** Gong does not know, or sent a value that it added after this schema was written. */
  | 'UNKNOWN';

/** What the users of a workspace who have this profile may see and do in Gong. */
export type PermissionProfile = {
  readonly __typename?: 'PermissionProfile';
  /** Whose calls the users may see. Null when Gong does not say. */
  readonly callsAccess: Maybe<PermissionReach>;
  /** What else the users may do and use. Anything that is not listed is not allowed. */
  readonly capabilities: ReadonlyArray<PermissionCapability>;
  /** Whose coaching data the users may see. Null when Gong does not say. */
  readonly coachingAccess: Maybe<PermissionReach>;
  /** Whose deals the users may see. Null when Gong does not say. */
  readonly dealsAccess: Maybe<PermissionReach>;
  /** Description, written by its owner. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** Whose emails the users may see. Null when Gong does not say. */
  readonly emailsAccess: Maybe<PermissionReach>;
  /** Whose forecast submissions and targets the users may see and edit. Null when Gong does not say. */
  readonly forecastPermissions: Maybe<ForecastPermissions>;
  /** Gong's ID of the profile, as an exact string of digits. */
  readonly id: Scalars['ID']['output'];
  /** Whose insights the users may see. Null when Gong does not say. */
  readonly insightsAccess: Maybe<PermissionReach>;
  /** Which folders of the library the users may see. Null when Gong does not say. */
  readonly libraryFolderAccess: Maybe<LibraryFolderAccess>;
  /** Name. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Whose usage data the users may see. Null when Gong does not say. */
  readonly usageAccess: Maybe<PermissionReach>;
  /**
   * Users with this profile. Null when Gong no longer has the profile.
   *
   * Cost: 1 request per profile, and 1 per 100 distinct users unless only `id` is selected.
   */
  readonly users: Maybe<ReadonlyArray<User>>;
  /**
   * The workspace of the profile. Null when the profile was read by ID or changed, because Gong does not say it then.
   *
   * Cost: none if only `id` is selected; otherwise 1 request, which reads all workspaces.
   */
  readonly workspace: Maybe<Workspace>;
};

/** Result of `Mutation.createPermissionProfile` or `Mutation.updatePermissionProfile`. */
export type PermissionProfilePayload = {
  readonly __typename?: 'PermissionProfilePayload';
  /** The profile as Gong then has it. Null when Gong's response does not show it, although it was changed. */
  readonly profile: Maybe<PermissionProfile>;
  /** Gong's reference for the request. Quote it when you contact Gong's support. */
  readonly requestId: Maybe<Scalars['String']['output']>;
};

/** Whose data a permission reaches. */
export type PermissionReach = {
  readonly __typename?: 'PermissionReach';
  /** How far it reaches. Null when Gong does not say. */
  readonly level: Maybe<PermissionLevel>;
  /**
   * Users whose teams it reaches, for the level `MANAGERS_TEAM`. Null for any other level.
   *
   * Cost: none if only `id` is selected; otherwise 1 request per 100 distinct users.
   */
  readonly teamLeads: Maybe<ReadonlyArray<User>>;
};

/** Whose data a permission reaches. */
export type PermissionReachInput = {
  /** How far it reaches. */
  readonly level: PermissionLevel;
  /** Gong's IDs of the users whose teams it reaches. Required with the level `MANAGERS_TEAM`, and not allowed with another. */
  readonly teamLeadIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** Type of the value of a property. */
export type PropertyDataType =
  /** A day or a point in time, such as `2026-03-02` or `2026-03-02T14:05:00Z`. */
  | 'DATE'
  /** A number, such as `12.5`. */
  | 'NUMBER'
  /** Text. */
  | 'STRING'
  /** A URL. */
  | 'URL';

/** An additional property of content or of an event. */
export type PropertyInput = {
  /** Type of the value. */
  readonly dataType?: InputMaybe<PropertyDataType>;
  /** Name of the property. */
  readonly name: Scalars['String']['input'];
  /** Value as text, in the format that `dataType` requires. */
  readonly value: Scalars['String']['input'];
};

/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type Query = {
  readonly __typename?: 'Query';
  /**
   * For federation routers: the objects that other subgraphs refer to, in the given order, with null for each object
   * that Gong does not have. A malformed reference fails at its own position; the others are still resolved.
   *
   * A `User` referenced by `emailAddress` is the user whose main address it is or, if there is none, the user who has it
   * as any other address. Case is ignored. If several users match, the reference fails.
   *
   * Cost: the same as the `…ByIds` fields. References by `emailAddress` read the user directory, once per operation.
   */
  readonly _entities: ReadonlyArray<Maybe<_Entity>>;
  /**
   * For stitching gateways: this graph as SDL with the directives of `@graphql-tools/stitching-directives`.
   *
   * Cost: none.
   */
  readonly _sdl: Scalars['String']['output'];
  /**
   * For federation routers: this graph as a subgraph.
   *
   * Cost: none.
   */
  readonly _service: _Service;
  /**
   * Reviews: scorecards that people or Gong have completed for calls. In Gong's own order, which is not documented.
   * Reviews of calls that the gateway's policy hides are left out. A page can then hold fewer than `first` reviews
   * although more follow.
   *
   * Cost: 1 request per 100 reviews, including hidden ones. If the policy hides calls, 1 more request for the calls of
   * each 100 reviews.
   */
  readonly answeredScorecards: Maybe<AnsweredScorecardConnection>;
  /**
   * Entries of the company's audit log, in the order in which Gong sends them. Session and CSRF tokens and IP addresses in
   * them are replaced with `[redacted]`, unless an operator shows them with `GATEWAY_AUDIT_SECRETS=show`. Fails with
   * `FORBIDDEN` when the policy contains `no-audit`, or restricts more than private calls.
   *
   * Cost: 1 request per 100 entries.
   */
  readonly auditLog: Maybe<AuditLogConnection>;
  /**
   * Definitions of AI briefs, in the order in which Gong sends them. Definitions of workspaces that the policy hides are
   * missing.
   *
   * Cost: 1 request.
   */
  readonly briefDefinitions: Maybe<ReadonlyArray<BriefDefinition>>;
  /**
   * A single call. Null when the credential can see no call with this ID, or when Gong has not finished processing it. A
   * new recording is missing for minutes, sometimes hours. Also null when the gateway's policy hides the call.
   *
   * Cost: 1 request, shared by up to 100 calls that the operation reads by ID. If only basic fields are selected, the
   * request needs the narrowest scope.
   */
  readonly call: Maybe<Call>;
  /**
   * Calls that are new, changed, or gone since `after`, in the order in which the gateway noticed it: each call once, in
   * its current state. A reader that stores the last cursor misses nothing, whenever it continues. Without `after`, the
   * feed starts with every call, so the same field makes the first copy. The replica answers, and everything that is
   * selected of the calls comes from it.
   *
   * Store the changes of a page and its cursor together, as in one transaction. A call that came and went since the
   * stored cursor is not reported, so a page that was stored without its cursor could leave such a call behind.
   *
   * Fails with `CHANGES_GONE` when the replica was rebuilt since the cursor was issued: start again without `after`.
   * Fails with `REPLICA_OFF` when the gateway has no replica, and with `REPLICA_UNAVAILABLE` when its store cannot be
   * reached.
   *
   * Cost: none. Selected fields that the replica does not keep, such as `media`, cost 1 request per 100 calls.
   */
  readonly callChanges: Maybe<CallChangeConnection>;
  /**
   * Counts and averages over calls, in groups. The replica answers. Only calls that the viewer is allowed to see are
   * counted. A condition on what the policy masks for the viewer fails with `FORBIDDEN`. A dimension or a measure of a
   * part that the replica does not keep fails with `BAD_USER_INPUT`.
   *
   * Fails with `REPLICA_OFF` when the gateway has no replica, with `REPLICA_UNAVAILABLE` when its store cannot be
   * reached, and with `BAD_USER_INPUT` when a policy module decides call by call and more than 10,000 calls match.
   *
   * Cost: none.
   */
  readonly callStats: Maybe<CallStats>;
  /**
   * Calls in a time window, oldest first unless `order` says otherwise. `from` and `to` compare the time at which a call
   * started. The same filter returns the same calls, whichever fields are selected.
   *
   * Exception: if the credential lacks the scope `api:calls:read:extensive`, basic fields are read from `GET /v2/calls`,
   * which compares the *scheduled* time of web conferences. Near the ends of the window, the calls can then differ.
   *
   * A call appears only after Gong has processed it, late and out of order. To keep a copy up to date, read an overlap
   * of a day or more again. Calls that the gateway's policy hides (by default, private calls) are left out. A page can
   * then hold fewer than `first` calls although more follow: check `hasNextPage`.
   *
   * Cost: 1 request per 100 calls, including hidden ones. For `NEWEST_FIRST`, see that value. If the policy hides all
   * calls of a page, the gateway reads on until it finds a visible one.
   */
  readonly calls: Maybe<CallConnection>;
  /**
   * Calls by ID, in the given order, with null for each ID that Gong does not find. An ID that Gong rejects does not
   * affect the others.
   *
   * Cost: 1 request per 100 distinct IDs.
   */
  readonly callsByIds: Maybe<ReadonlyArray<Maybe<Call>>>;
  /**
   * The integration that a company registers to send the data of its own CRM to Gong. Null when none is registered, also
   * when the company uses one of Gong's native integrations, such as Salesforce.
   *
   * Cost: 1 request.
   */
  readonly crmIntegration: Maybe<CrmIntegration>;
  /**
   * State of an upload or a deletion that `uploadCrmObjects` or `deleteCrmIntegration` queued. Null when Gong does not know
   * the job.
   *
   * Cost: 1 request.
   */
  readonly crmJob: Maybe<CrmJob>;
  /**
   * References to a person that Gong holds, by email address or by phone number. Exactly one of the two arguments is
   * required. For a person that Gong does not know, all lists are empty. The gateway never caches them.
   *
   * Gong rejects the addresses of the company's own users. Fails with `FORBIDDEN` when the policy restricts more than
   * private calls, unless the policy contains `raw-requests`.
   *
   * Cost: 1 request.
   */
  readonly dataSubject: Maybe<DataSubject>;
  /**
   * What users can choose as the outcome of a call with Gong's dialer, sorted by `category`, `displayOrder`, and `name`.
   *
   * Cost: 1 request.
   */
  readonly dialerOutcomes: Maybe<ReadonlyArray<DialerOutcome>>;
  /**
   * A job that `Mutation.bulkAssignToFlow` started. Null when Gong has no job with this ID. Also null when the gateway's
   * policy restricts calls to some users or workspaces, because Gong does not say whose a job is.
   *
   * Cost: 1 request. None when repeated within 15 seconds.
   */
  readonly flowBulkJob: Maybe<FlowBulkJob>;
  /**
   * Folders of flows that a user can see: those of the company, with the user's own and those shared with the user. As a
   * flat list, in Gong's own order. `[]` when the gateway's policy hides the calls of the user or of the workspace.
   *
   * Cost: 1 request per 100 folders.
   */
  readonly flowFolders: Maybe<FlowFolderConnection>;
  /**
   * Assignments by ID, in any state, in the given order, with null for each ID that Gong does not find or that the
   * gateway's policy hides.
   *
   * Cost: 1 request per 100 distinct IDs.
   */
  readonly flowInstancesByIds: Maybe<ReadonlyArray<Maybe<FlowInstance>>>;
  /**
   * Flows of Gong Engage that a user can assign prospects to: those of the company, with the user's own and those shared
   * with the user. In Gong's own order, which is not documented.
   *
   * Without Engage, fails with `GONG_NOT_LICENSED`. `[]` when the gateway's policy hides the calls of the user or of the
   * workspace.
   *
   * Cost: 1 request per 100 flows.
   */
  readonly flows: Maybe<FlowConnection>;
  /**
   * Flows by ID, with their steps, in the given order, with null for each ID that Gong does not find. An ID that Gong
   * rejects does not affect the others. Null for every ID when the gateway's policy restricts calls to some users or
   * workspaces, because Gong does not say whose a flow is.
   *
   * Cost: 1 request per 20 distinct IDs, and 1 more for each ID that Gong does not find.
   */
  readonly flowsByIds: Maybe<ReadonlyArray<Maybe<Flow>>>;
  /**
   * A single folder of the public library, including its calls. Null when Gong shows no folder with this ID.
   *
   * Cost: 1 request.
   */
  readonly folder: Maybe<Folder>;
  /**
   * All folders of a workspace's public library, as a flat list. `parent` and `children` form the tree. Private and
   * archived folders are never included.
   *
   * Cost: 1 request.
   */
  readonly folders: Maybe<ReadonlyArray<Folder>>;
  /**
   * Folders by ID, in the given order, with null for each ID that Gong does not show.
   *
   * Cost: 1 request per distinct ID. If `calls` is not selected and there are more than five folders, the gateway first
   * searches the folder lists of the workspaces, provided that this takes fewer requests. Only folders that no list
   * contains are then requested one by one. If `workspace`, `parent`, or `children` is selected, the lists are searched
   * for any number of folders.
   */
  readonly foldersByIds: Maybe<ReadonlyArray<Maybe<Folder>>>;
  /**
   * Whether users can create meetings through Gong, with one entry for each address that Gong reports on.
   *
   * Cost: 1 request per 100 addresses.
   */
  readonly meetingIntegrationStatus: Maybe<ReadonlyArray<MeetingIntegrationStatus>>;
  /**
   * The object with this `nodeId`. Null when it no longer exists.
   *
   * Cost: the same as reading its type by ID.
   */
  readonly node: Maybe<Node>;
  /**
   * The objects with these `nodeId`s, in the given order, with null for each object that no longer exists.
   *
   * Cost: objects of one type are read together, 100 per request.
   */
  readonly nodes: ReadonlyArray<Maybe<Node>>;
  /**
   * A permission profile by ID. Null when Gong has none with this ID, or its workspace is hidden by the gateway's policy.
   *
   * Cost: 1 request. None when the profiles of its workspace were read within the last hour. Under a policy with
   * `workspaces=`, instead 1 request for each workspace that the policy names, and 1 for the workspaces.
   */
  readonly permissionProfile: Maybe<PermissionProfile>;
  /**
   * Flows to which prospects are assigned now: pending, running, and paused assignments. `[]` for prospects that Gong does
   * not know or that are in no flow. In the order of the given IDs.
   *
   * The gateway's policy hides the assignments of users and workspaces whose calls it hides.
   *
   * Cost: 1 request per 100 distinct IDs.
   */
  readonly prospectFlows: Maybe<ReadonlyArray<FlowInstance>>;
  /**
   * How much of the company's Gong quota this gateway has used. Gong counts all integrations of the company together;
   * requests from other integrations are not included here.
   *
   * Cost: none.
   */
  readonly quota: Maybe<Quota>;
  /**
   * Users, workspaces, trackers, scorecards, and folders that are new, changed, or gone since `after`, with the same
   * guarantees and errors as `callChanges`. Records of workspaces that the policy hides are left out.
   *
   * Cost: none. Selected fields that the replica does not keep, such as `Folder.parent`, cost what
   * `RecordChange.record` says.
   */
  readonly recordChanges: Maybe<RecordChangeConnection>;
  /**
   * The replica: the gateway's copy of the company's calls and directory data, how far it reaches, and how old it is.
   * Its `state` is `OFF` when there is none.
   *
   * Cost: none.
   */
  readonly replica: Maybe<Replica>;
  /**
   * A single scorecard definition. Null when there is no scorecard with this ID.
   *
   * Cost: 1 request, which reads all scorecards.
   */
  readonly scorecard: Maybe<Scorecard>;
  /**
   * Scorecard definitions, with their questions.
   *
   * Cost: 1 request, for one workspace or all.
   */
  readonly scorecards: Maybe<ReadonlyArray<Scorecard>>;
  /**
   * Scorecard definitions by ID, in the given order, with null for each ID that Gong does not have.
   *
   * Cost: 1 request, which reads all scorecards.
   */
  readonly scorecardsByIds: Maybe<ReadonlyArray<Maybe<Scorecard>>>;
  /**
   * Calls that match conditions that Gong cannot filter by, such as an account, a participant, a tracker, a review, or
   * spoken words, newest first unless `order` says otherwise. The replica answers, and everything that is selected of
   * the calls comes from it. Calls that the gateway's policy hides are left out and not counted. A condition on what the
   * policy masks for the viewer fails with `FORBIDDEN`, because it would reveal what is masked.
   *
   * Fails with `REPLICA_OFF` when the gateway has no replica, and with `REPLICA_UNAVAILABLE` when its store cannot be
   * reached.
   *
   * Cost: none. Selected fields that the replica does not keep, such as `media`, cost 1 request per 100 calls.
   */
  readonly searchCalls: Maybe<CallSearchConnection>;
  /**
   * Passages of transcripts that contain the given words, newest first unless `order` says otherwise. The replica
   * answers. Passages of calls that the gateway's policy hides are left out and not counted. Email addresses and phone
   * numbers that the policy masks are masked in the passages, too, and are not found.
   *
   * Fails with `REPLICA_OFF` when the gateway has no replica, and with `REPLICA_UNAVAILABLE` when its store cannot be
   * reached.
   *
   * Cost: none.
   */
  readonly searchTranscripts: Maybe<PassageConnection>;
  /**
   * Users with the given email address or phone number. Exactly one of the two arguments is required. `[]` when no user
   * matches.
   *
   * Cost: Gong cannot search users, so the gateway reads the whole user directory (1 request per 100 users of the
   * company). It does so once per operation, however many searches the operation contains.
   */
  readonly searchUsers: Maybe<ReadonlyArray<User>>;
  /**
   * A single keyword tracker. Null when there is no keyword tracker with this ID, and for smart trackers, which Gong
   * does not list.
   *
   * Cost: 1 request, which reads all trackers.
   */
  readonly tracker: Maybe<Tracker>;
  /**
   * Keyword trackers. Gong does not list smart trackers.
   *
   * Cost: 1 request.
   */
  readonly trackers: Maybe<ReadonlyArray<Tracker>>;
  /**
   * Keyword trackers by ID, in the given order, with null for each ID that Gong does not list.
   *
   * Cost: 1 request, which reads all trackers.
   */
  readonly trackersByIds: Maybe<ReadonlyArray<Maybe<Tracker>>>;
  /**
   * State of an uploaded call.
   *
   * Gong reports nothing about a call until it has processed the recording. The status therefore combines two facts:
   * whether Gong shows the call now, and what was uploaded through this gateway in the last seven days. It cannot say
   * why a recording was discarded, or whether a slow one was.
   *
   * Null when Gong does not know the call and nothing about it went through this gateway. The call may never have been
   * registered, may still be in process, or may have been discarded.
   *
   * Cost: 1 request, shared with the call itself if the operation also selects it, and occasionally a second one. None
   * when repeated within 15 seconds.
   */
  readonly uploadStatus: Maybe<UploadStatus>;
  /**
   * A single user, active or not. Null when Gong has no user with this ID.
   *
   * Cost: 1 request per 100 users read by ID. If only `calls` is selected and the user has any, the user is not read,
   * because the calls already identify the user.
   */
  readonly user: Maybe<User>;
  /**
   * What users did in Gong on the given days, in the order in which Gong sends them. Users without activity are missing,
   * unless the filter names them. To read the activity of each user beside the user, use `User.activity`. Fails with
   * `BAD_USER_INPUT` when `to` is after today. Without `GONG_COMPANY_TIME_ZONE`, Gong decides what today is.
   *
   * Cost: 1 request per 100 users with activity.
   */
  readonly userActivity: Maybe<UserActivityConnection>;
  /**
   * Users of the company, in Gong's own order, which is not documented.
   *
   * Cost: 1 request per 100 users read. With `active`, users are read until `first` of them match.
   */
  readonly users: Maybe<UserConnection>;
  /**
   * Users by ID, in the given order, with null for each ID that Gong does not find.
   *
   * Cost: 1 request per 100 distinct IDs.
   */
  readonly usersByIds: Maybe<ReadonlyArray<Maybe<User>>>;
  /**
   * A single workspace. Null when the company has no workspace with this ID.
   *
   * Cost: 1 request, which reads all workspaces.
   */
  readonly workspace: Maybe<Workspace>;
  /**
   * All workspaces of the company.
   *
   * Cost: 1 request.
   */
  readonly workspaces: Maybe<ReadonlyArray<Workspace>>;
  /**
   * Workspaces by ID, in the given order, with null for each ID that Gong does not have.
   *
   * Cost: 1 request, which reads all workspaces.
   */
  readonly workspacesByIds: Maybe<ReadonlyArray<Maybe<Workspace>>>;
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type Query_EntitiesArgs = {
  representations: ReadonlyArray<Scalars['_Any']['input']>;
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryAnsweredScorecardsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AnsweredScorecardFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryAuditLogArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from: Scalars['DateTime']['input'];
  to?: InputMaybe<Scalars['DateTime']['input']>;
  type: AuditLogType;
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryBriefDefinitionsArgs = {
  workspaceId?: InputMaybe<Scalars['ID']['input']>;
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryCallArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryCallChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CallChangeFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  of?: InputMaybe<ReadonlyArray<CallPart>>;
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryCallStatsArgs = {
  by: ReadonlyArray<CallDimension>;
  filter: CallSearchFilter;
  first?: InputMaybe<Scalars['Int']['input']>;
  timeZone?: InputMaybe<Scalars['String']['input']>;
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryCallsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CallFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  order?: InputMaybe<CallOrder>;
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryCallsByIdsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryCrmJobArgs = {
  clientRequestId: Scalars['ID']['input'];
  integrationId: Scalars['ID']['input'];
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryDataSubjectArgs = {
  email?: InputMaybe<Scalars['String']['input']>;
  phoneNumber?: InputMaybe<Scalars['String']['input']>;
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryFlowBulkJobArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryFlowFoldersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  ownerEmail: Scalars['String']['input'];
  parentId?: InputMaybe<Scalars['ID']['input']>;
  workspaceId?: InputMaybe<Scalars['ID']['input']>;
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryFlowInstancesByIdsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryFlowsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  folderId?: InputMaybe<Scalars['ID']['input']>;
  mostRecentlyAssigned?: InputMaybe<Scalars['Boolean']['input']>;
  ownerEmail: Scalars['String']['input'];
  workspaceId?: InputMaybe<Scalars['ID']['input']>;
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryFlowsByIdsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryFolderArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryFoldersArgs = {
  workspaceId: Scalars['ID']['input'];
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryFoldersByIdsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryMeetingIntegrationStatusArgs = {
  emails: ReadonlyArray<Scalars['String']['input']>;
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryNodeArgs = {
  nodeId: Scalars['ID']['input'];
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryNodesArgs = {
  nodeIds: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryPermissionProfileArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryProspectFlowsArgs = {
  crmProspectIds: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryRecordChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  of?: InputMaybe<ReadonlyArray<RecordKind>>;
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryScorecardArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryScorecardsArgs = {
  workspaceId?: InputMaybe<Scalars['ID']['input']>;
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryScorecardsByIdsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QuerySearchCallsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter: CallSearchFilter;
  first?: InputMaybe<Scalars['Int']['input']>;
  order?: InputMaybe<CallSearchOrder>;
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QuerySearchTranscriptsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CallSearchFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  order?: InputMaybe<PassageOrder>;
  speech?: InputMaybe<SpeechFilter>;
  text: Scalars['String']['input'];
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QuerySearchUsersArgs = {
  email?: InputMaybe<Scalars['String']['input']>;
  phoneNumber?: InputMaybe<Scalars['String']['input']>;
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryTrackerArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryTrackersArgs = {
  workspaceId?: InputMaybe<Scalars['ID']['input']>;
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryTrackersByIdsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryUploadStatusArgs = {
  callId: Scalars['ID']['input'];
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryUserArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryUserActivityArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter: ActivityFilter;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryUsersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<UserFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryUsersByIdsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryWorkspaceArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be read from Gong.
 *
 * *Request* always means an HTTP request from the gateway to Gong, which allows each company only a limited number.
 * However an operation is written, all IDs of one kind that it needs are requested together, 100 per request. The costs
 * given here are those of a field alone, with an empty cache.
 *
 * Rules for every field:
 * - A list that is empty, missing, or null at Gong is `[]`. An empty object is null. A list is null only when that part
 *   could not be read or when it belongs to an object that Gong no longer lists. In the first case, `errors` has an
 *   entry with its path, and the rest of the response is kept.
 * - A single value is null when Gong has none.
 * - An object that Gong no longer lists keeps its `id` where another object refers to it; its other fields are null.
 *   Requested by ID at the root, it is null.
 * - Selecting only the `id` of such a reference costs nothing.
 * - Earlier results can be reused for a while: directory data for some minutes, calls for a time that depends on their
 *   age. `extensions.gong` reports what came from a cache. Links to recordings are always read again.
 */
export type QueryWorkspacesByIdsArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};

/**
 * The requests that this gateway can send to Gong for the company, and those that it has sent. Instances that share a
 * Redis share the count.
 */
export type Quota = {
  readonly __typename?: 'Quota';
  /**
   * Maximum number of requests per day of this client. When it is reached, fields that are not cached fail with
   * `QUOTA_EXHAUSTED`. Null when the company's quota alone limits the client.
   */
  readonly clientRequestsPerDay: Maybe<Scalars['Int']['output']>;
  /**
   * Requests sent today for operations of this client, including retries. A request that serves several clients counts for
   * the client that started it.
   */
  readonly clientRequestsToday: Scalars['Int']['output'];
  /** Maximum number of requests per day: this gateway's share of the company's daily quota. */
  readonly perDay: Scalars['Int']['output'];
  /** Maximum number of requests in any one second: this gateway's share of the company's rate limit. */
  readonly perSecond: Scalars['Float']['output'];
  /** Requests of all operations that are waiting to be sent. */
  readonly queued: Scalars['Int']['output'];
  /** Requests that can still be sent today. At 0, fields that are not cached fail with `QUOTA_EXHAUSTED`. */
  readonly remainingToday: Scalars['Int']['output'];
  /** When the counts restart at zero. */
  readonly resetsAt: Maybe<Scalars['DateTime']['output']>;
  /** Requests sent since the day began, including retries. */
  readonly usedToday: Scalars['Int']['output'];
};

/** A change of a record. */
export type RecordChange = {
  readonly __typename?: 'RecordChange';
  /** What happened to the record. */
  readonly kind: ChangeKind;
  /**
   * The record in its current state. Null when it is gone.
   *
   * Cost: none. Of what the replica does not keep, `Folder.parent`, `Folder.children`, `Folder.workspace`, and
   * `Workspace.folders` share 1 request per workspace, `Folder.calls` costs 1 request per folder, and other fields, such
   * as `User.calls`, cost what they cost elsewhere.
   */
  readonly record: Maybe<Node>;
  /** Gong's ID of the record. */
  readonly recordId: Scalars['ID']['output'];
  /** Kind of the record. */
  readonly recordKind: RecordKind;
  /** When the gateway noticed the last change. */
  readonly seenAt: Scalars['DateTime']['output'];
};

/** One page of changes of directory data. */
export type RecordChangeConnection = {
  readonly __typename?: 'RecordChangeConnection';
  /** The changes on this page, each with its cursor. */
  readonly edges: ReadonlyArray<RecordChangeEdge>;
  /** The changes on this page, without cursors. */
  readonly nodes: ReadonlyArray<RecordChange>;
  /**
   * Position of this page in the feed. `endCursor` is never null, also on an empty page: store it. `hasNextPage` is true
   * when more changes are ready now.
   */
  readonly pageInfo: PageInfo;
};

/** A change of a record and its position in the feed. */
export type RecordChangeEdge = {
  readonly __typename?: 'RecordChangeEdge';
  /** Opaque cursor of this position. Valid only with the same `of`. */
  readonly cursor: Scalars['String']['output'];
  /** The change. */
  readonly node: RecordChange;
};

/** An event in which a user shared content. */
export type RecordContentShareInput = {
  /** Name of the action, such as `Document sent`. */
  readonly actionName?: InputMaybe<Scalars['String']['input']>;
  /** Operating system: `Windows`, `Linux`, `MacOS`, `iOS`, or `Android`. Not documented by Gong. */
  readonly agentPlatform?: InputMaybe<Scalars['String']['input']>;
  /** ID of the content in your system. */
  readonly contentId: Scalars['ID']['input'];
  /** Additional properties of the content, at most 200. */
  readonly contentProperties?: InputMaybe<ReadonlyArray<PropertyInput>>;
  /** Title of the content. */
  readonly contentTitle: Scalars['String']['input'];
  /** Link that was shared. */
  readonly contentUrl: Scalars['URL']['input'];
  /** Records of other systems that the event belongs to, at most 100. */
  readonly crmContext?: InputMaybe<ReadonlyArray<CrmContextInput>>;
  /** ID of the event in your system. Gong accepts each ID only once, which makes it safe to repeat the mutation. */
  readonly eventId?: InputMaybe<Scalars['ID']['input']>;
  /** Additional properties of the event, at most 200. */
  readonly eventProperties?: InputMaybe<ReadonlyArray<PropertyInput>>;
  /** When the content was shared. */
  readonly eventTimestamp: Scalars['DateTime']['input'];
  /** Bundle or package ID of the mobile app. Not documented by Gong. */
  readonly mobileAppId?: InputMaybe<Scalars['String']['input']>;
  /** Page with more information. Not documented by Gong. */
  readonly moreInfoUrl?: InputMaybe<Scalars['URL']['input']>;
  /** Other people outside the company who took part, at most 1,000. Not documented by Gong. */
  readonly nonCompanyParticipants?: InputMaybe<ReadonlyArray<ActorInput>>;
  /** People who received the content, at most 1,000. Each requires an `email`. */
  readonly recipients?: InputMaybe<ReadonlyArray<ActorInput>>;
  /** ID of your system. Use the same ID in all its events. */
  readonly reportingSystem: Scalars['String']['input'];
  /** ID of the share. Views refer to the share by it. */
  readonly shareId?: InputMaybe<Scalars['ID']['input']>;
  /** Page with more information about the share. */
  readonly shareInfoUrl?: InputMaybe<Scalars['URL']['input']>;
  /** The user who shared the content. */
  readonly sharer?: InputMaybe<SharerInput>;
  /** Text of the message that shared the content. Gong sanitizes HTML before displaying it. */
  readonly sharingMessageBody?: InputMaybe<Scalars['String']['input']>;
  /** Subject of the message that shared the content. */
  readonly sharingMessageSubject?: InputMaybe<Scalars['String']['input']>;
  /** ID by which Gong tracks the person. Not documented by Gong. */
  readonly trackingId?: InputMaybe<Scalars['ID']['input']>;
  /** User agent of the browser. Not documented by Gong. */
  readonly userAgent?: InputMaybe<Scalars['String']['input']>;
  /** Gong's ID of the workspace. If omitted, Gong chooses one. */
  readonly workspaceId?: InputMaybe<Scalars['ID']['input']>;
};

/** An event in which a person viewed content. Provide the `viewer` or a `trackingId`, not both. */
export type RecordContentViewInput = {
  /** Name of the action. Not documented by Gong. See `viewActionTitle`. */
  readonly actionName?: InputMaybe<Scalars['String']['input']>;
  /** Operating system: `Windows`, `Linux`, `MacOS`, `iOS`, or `Android`. */
  readonly agentPlatform?: InputMaybe<Scalars['String']['input']>;
  /** ID of the content in your system. */
  readonly contentId: Scalars['ID']['input'];
  /** Additional properties of the content, at most 200. */
  readonly contentProperties?: InputMaybe<ReadonlyArray<PropertyInput>>;
  /** Title of the content. */
  readonly contentTitle: Scalars['String']['input'];
  /** Link that was opened. */
  readonly contentUrl: Scalars['URL']['input'];
  /** Records of other systems that the event belongs to, at most 100. */
  readonly crmContext?: InputMaybe<ReadonlyArray<CrmContextInput>>;
  /** ID of the event in your system. Gong accepts each ID only once, which makes it safe to repeat the mutation. */
  readonly eventId?: InputMaybe<Scalars['ID']['input']>;
  /** Additional properties of the event, at most 200. */
  readonly eventProperties?: InputMaybe<ReadonlyArray<PropertyInput>>;
  /** When the content was viewed. */
  readonly eventTimestamp: Scalars['DateTime']['input'];
  /** Bundle or package ID of the mobile app. */
  readonly mobileAppId?: InputMaybe<Scalars['String']['input']>;
  /** Page with more information. Not documented by Gong. */
  readonly moreInfoUrl?: InputMaybe<Scalars['URL']['input']>;
  /** Other people outside the company who took part, at most 1,000. Not documented by Gong. */
  readonly nonCompanyParticipants?: InputMaybe<ReadonlyArray<ActorInput>>;
  /** ID of your system. Use the same ID in all its events. */
  readonly reportingSystem: Scalars['String']['input'];
  /** ID of the share that led to the view. */
  readonly shareId?: InputMaybe<Scalars['ID']['input']>;
  /** The user who had shared the content. */
  readonly sharer?: InputMaybe<SharerInput>;
  /** Text of the message that shared the content. Not documented by Gong. */
  readonly sharingMessageBody?: InputMaybe<Scalars['String']['input']>;
  /** Subject of the message that shared the content. Not documented by Gong. */
  readonly sharingMessageSubject?: InputMaybe<Scalars['String']['input']>;
  /** ID by which Gong tracks the person who viewed the content. */
  readonly trackingId?: InputMaybe<Scalars['ID']['input']>;
  /** User agent of the browser. */
  readonly userAgent?: InputMaybe<Scalars['String']['input']>;
  /** Name of the action, such as `Document viewed`. */
  readonly viewActionTitle?: InputMaybe<Scalars['String']['input']>;
  /** Page with more information about the view. */
  readonly viewInfoUrl?: InputMaybe<Scalars['URL']['input']>;
  /** The person who viewed the content. */
  readonly viewer?: InputMaybe<ActorInput>;
  /** Gong's ID of the workspace. If omitted, Gong chooses one. */
  readonly workspaceId?: InputMaybe<Scalars['ID']['input']>;
};

/** An event in which a person acted on content in another way. */
export type RecordCustomActionInput = {
  /** Name of the action, such as `Document signed`. */
  readonly actionName?: InputMaybe<Scalars['String']['input']>;
  /** The person who acted. */
  readonly actor?: InputMaybe<ActorInput>;
  /** Operating system: `Windows`, `Linux`, `MacOS`, `iOS`, or `Android`. */
  readonly agentPlatform?: InputMaybe<Scalars['String']['input']>;
  /** ID of the content in your system. */
  readonly contentId?: InputMaybe<Scalars['ID']['input']>;
  /** Additional properties of the content, at most 200. */
  readonly contentProperties?: InputMaybe<ReadonlyArray<PropertyInput>>;
  /** Title of the content. */
  readonly contentTitle?: InputMaybe<Scalars['String']['input']>;
  /** Link to the content. */
  readonly contentUrl?: InputMaybe<Scalars['URL']['input']>;
  /** Records of other systems that the event belongs to, at most 100. */
  readonly crmContext?: InputMaybe<ReadonlyArray<CrmContextInput>>;
  /** ID of the event in your system. Gong accepts each ID only once, which makes it safe to repeat the mutation. */
  readonly eventId?: InputMaybe<Scalars['ID']['input']>;
  /** Page with more information about the event. */
  readonly eventInfoUrl?: InputMaybe<Scalars['URL']['input']>;
  /** Additional properties of the event, at most 200. */
  readonly eventProperties?: InputMaybe<ReadonlyArray<PropertyInput>>;
  /** When the action took place. */
  readonly eventTimestamp: Scalars['DateTime']['input'];
  /** Bundle or package ID of the mobile app. */
  readonly mobileAppId?: InputMaybe<Scalars['String']['input']>;
  /** Page with more information. Not documented by Gong. */
  readonly moreInfoUrl?: InputMaybe<Scalars['URL']['input']>;
  /** Other people outside the company who took part, at most 1,000. Not documented by Gong. */
  readonly nonCompanyParticipants?: InputMaybe<ReadonlyArray<ActorInput>>;
  /** ID of your system. Use the same ID in all its events. */
  readonly reportingSystem: Scalars['String']['input'];
  /** ID of the share. Not documented by Gong. */
  readonly shareId?: InputMaybe<Scalars['ID']['input']>;
  /** The user who had shared the content. Not documented by Gong. */
  readonly sharer?: InputMaybe<SharerInput>;
  /** Text of the message that shared the content. Not documented by Gong. */
  readonly sharingMessageBody?: InputMaybe<Scalars['String']['input']>;
  /** Subject of the message that shared the content. Not documented by Gong. */
  readonly sharingMessageSubject?: InputMaybe<Scalars['String']['input']>;
  /** ID by which Gong tracks the person. Not documented by Gong. */
  readonly trackingId?: InputMaybe<Scalars['ID']['input']>;
  /** User agent of the browser. */
  readonly userAgent?: InputMaybe<Scalars['String']['input']>;
  /** Gong's ID of the workspace. If omitted, Gong chooses one. */
  readonly workspaceId?: InputMaybe<Scalars['ID']['input']>;
};

/** An event in which a person interacted with digital content. Provide the `person` or a `trackingId`, not both. */
export type RecordDigitalInteractionInput = {
  /** What the person interacted with. */
  readonly content: DigitalContentInput;
  /** Further facts about the event, at most 200. */
  readonly customFields?: InputMaybe<ReadonlyArray<DigitalFieldInput>>;
  /** Device that the person used. */
  readonly device?: InputMaybe<DigitalDevice>;
  /** ID of the event in your system. Gong accepts each ID only once, which makes it safe to repeat the mutation. */
  readonly eventId: Scalars['ID']['input'];
  /** When it happened. */
  readonly eventTimestamp: Scalars['DateTime']['input'];
  /** What the person did, in your words, such as `Page viewed`. */
  readonly eventType: Scalars['String']['input'];
  /** The person. */
  readonly person?: InputMaybe<DigitalPersonInput>;
  /** ID that related events have in common. */
  readonly sessionId?: InputMaybe<Scalars['ID']['input']>;
  /** Name of the product that reports the event, or of the company when it reports its own. */
  readonly sourceSystemName?: InputMaybe<Scalars['String']['input']>;
  /** ID by which Gong tracks the person. */
  readonly trackingId?: InputMaybe<Scalars['ID']['input']>;
};

/** Kinds of directory data that the replica keeps. */
export type RecordKind =
  /** `Folder`. */
  | 'FOLDER'
  /** `Scorecard`. */
  | 'SCORECARD'
  /** `Tracker`: keyword trackers. */
  | 'TRACKER'
  /** `User`. */
  | 'USER'
  /** `Workspace`. */
  | 'WORKSPACE';

/** Calls to read again. */
export type RefreshCallsInput = {
  /** 1 to 1,000 Gong call IDs. */
  readonly ids: ReadonlyArray<Scalars['ID']['input']>;
};

/** Result of `refreshCalls`. */
export type RefreshCallsPayload = {
  readonly __typename?: 'RefreshCallsPayload';
  /** The calls as they are now, in the given order, with null for each call that Gong does not find or the policy hides. */
  readonly calls: ReadonlyArray<Maybe<Call>>;
};

/** The integration to register. */
export type RegisterCrmIntegrationInput = {
  /** Name as displayed. */
  readonly name: Scalars['String']['input'];
  /** Email address of the person who is responsible. */
  readonly ownerEmail: Scalars['String']['input'];
};

/** Result of `Mutation.registerCrmIntegration`. */
export type RegisterCrmIntegrationPayload = {
  readonly __typename?: 'RegisterCrmIntegrationPayload';
  /** Whether an integration was registered before. If true, this request changed nothing. */
  readonly alreadyExisted: Scalars['Boolean']['output'];
  /** The registered integration. */
  readonly integration: CrmIntegration;
  /** Gong's reference for the request. Quote it when you contact Gong's support. */
  readonly requestId: Maybe<Scalars['String']['output']>;
};

/** The fields of objects of one type. */
export type ReplaceCrmSchemaInput = {
  /** Whether fields may change their types, which deletes their values. */
  readonly allowTypeChanges?: InputMaybe<Scalars['Boolean']['input']>;
  /** 1 to 1,000 fields: all that are there, and those to add. */
  readonly fields: ReadonlyArray<CrmSchemaFieldInput>;
  /** Gong's ID of the integration. */
  readonly integrationId: Scalars['ID']['input'];
  /** The type of objects. */
  readonly objectType: CrmObjectType;
};

/** Result of `Mutation.replaceCrmSchema`. */
export type ReplaceCrmSchemaPayload = {
  readonly __typename?: 'ReplaceCrmSchemaPayload';
  /** Gong's reference for the request. Quote it when you contact Gong's support. */
  readonly requestId: Maybe<Scalars['String']['output']>;
};

/** The gateway's copy of the company's calls and directory data. */
export type Replica = {
  readonly __typename?: 'Replica';
  /** Everything that Gong showed before this instant was examined. Null until the sync has examined something. */
  readonly asOf: Maybe<Scalars['DateTime']['output']>;
  /** Number of calls. Null when the viewer is not allowed to see all of them, and when the store cannot be reached. */
  readonly calls: Maybe<Scalars['Int']['output']>;
  /** Start time from which every call is there. Null while there is none, and when the store cannot be reached. */
  readonly from: Maybe<Scalars['DateTime']['output']>;
  /**
   * Cursor of now, for `callChanges(after:)` and `recordChanges(after:)`, whatever their filter. Null when the store
   * cannot be reached.
   */
  readonly head: Maybe<Scalars['String']['output']>;
  /** Parts of calls that are kept. `[]` when there is no replica. */
  readonly holds: ReadonlyArray<CallPart>;
  /**
   * How late a change can be noticed, as a fraction of the call's age: 0.25 means within 6 hours for a call of yesterday.
   * Rises when `requestsPerDay` does not suffice. Null when it is unknown.
   */
  readonly lateness: Maybe<Scalars['Float']['output']>;
  /** Progress of the first copy. Null when it is complete. */
  readonly progress: Maybe<ReplicaProgress>;
  /** Why the state is not `CURRENT`, for operators. `[]` when it is, and during the first copy when nothing hinders it. */
  readonly reasons: ReadonlyArray<Scalars['String']['output']>;
  /** Requests that the sync can send per day. */
  readonly requestsPerDay: Scalars['Int']['output'];
  /** Requests that the sync has sent to Gong today. */
  readonly requestsToday: Scalars['Int']['output'];
  /** Condition. */
  readonly state: ReplicaState;
};

/** Progress of the first copy. */
export type ReplicaProgress = {
  readonly __typename?: 'ReplicaProgress';
  /** When the first copy may be complete. Null when that is unknown. */
  readonly endsAt: Maybe<Scalars['DateTime']['output']>;
  /** Part of the first copy that is complete, from 0 to 1. */
  readonly share: Scalars['Float']['output'];
};

/** Condition of the replica. */
export type ReplicaState =
  /** Changes are noticed later than planned, or an operator must decide something: `npm run doctor` says what. */
  | 'BEHIND'
  /** Changes are noticed as planned. */
  | 'CURRENT'
  /**
   * The first copy is being made: not every call, or not every transcript, was requested once. Or an upgraded gateway
   * rebuilds the words that are searched, which `Replica.reasons` says.
   */
  | 'FILLING'
  /** There is no replica: an operator has not turned it on, or it cannot run on this platform. */
  | 'OFF'
  /** Its store cannot be reached. Fields that do not need the replica are unaffected. */
  | 'UNAVAILABLE';

/** How a scorecard is completed. */
export type ReviewMethod =
  /** By Gong's AI. */
  | 'AUTOMATIC'
  /** By people. */
  | 'MANUAL'
  /** Gong does not know, or sent a value that it added after this schema was written. */
  | 'UNKNOWN';

/** Which reviews a filter matches, by reviewer. */
export type ReviewMethodFilter =
  /** Reviews by Gong's AI. */
  | 'AUTOMATIC'
  /** All reviews. */
  | 'BOTH'
  /** Reviews by people. */
  | 'MANUAL';

/** Reviews of a call: see `AnsweredScorecard`. */
export type ReviewOfCallFilter = {
  /** True: only calls that have such a review. False: only calls that have none. */
  readonly exists?: InputMaybe<Scalars['Boolean']['input']>;
  /** Highest answer to the overall question, inclusive. */
  readonly maxOverall?: InputMaybe<Scalars['Float']['input']>;
  /** Whether people or Gong's AI reviewed the call. */
  readonly method?: InputMaybe<ReviewMethodFilter>;
  /** Lowest answer to the overall question, inclusive. */
  readonly minOverall?: InputMaybe<Scalars['Float']['input']>;
  /** Gong's ID of the scorecard. If omitted, any scorecard. */
  readonly scorecardId?: InputMaybe<Scalars['ID']['input']>;
};

/** Individual access to revoke. */
export type RevokeCallAccessInput = {
  /** 1 to 1,000 calls with their users. Several entries of one call are combined. */
  readonly grants: ReadonlyArray<CallAccessInput>;
};

/** Definition of a scorecard: the questions that calls are reviewed with. */
export type Scorecard = Node & {
  readonly __typename?: 'Scorecard';
  /**
   * Reviews made with this scorecard.
   *
   * Cost: 1 request per 100 reviews.
   */
  readonly answers: Maybe<AnsweredScorecardConnection>;
  /** When it was created. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Whether the scorecard can be used for new reviews. */
  readonly enabled: Maybe<Scalars['Boolean']['output']>;
  /** Gong's ID of the scorecard, as an exact string of digits. */
  readonly id: Scalars['ID']['output'];
  /** Name. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Opaque ID, unique across all types, for `Query.node` and client caches. */
  readonly nodeId: Scalars['ID']['output'];
  /** Questions of the scorecard in their current wording, in Gong's order. */
  readonly questions: Maybe<ReadonlyArray<ScorecardQuestion>>;
  /** Whether people or Gong's AI complete the scorecard. */
  readonly reviewMethod: Maybe<ReviewMethod>;
  /** When it was last changed. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * The user who last changed the scorecard. Null for scorecards that come with Gong.
   *
   * Cost: none if only `id` is selected; otherwise 1 request per 100 distinct users.
   */
  readonly updater: Maybe<User>;
  /**
   * The workspace that the scorecard belongs to.
   *
   * Cost: none if only `id` is selected; otherwise 1 request for all workspaces.
   */
  readonly workspace: Maybe<Workspace>;
};


/** Definition of a scorecard: the questions that calls are reviewed with. */
export type ScorecardAnswersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AnsweredScorecardFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** The answer to one question of a scorecard. */
export type ScorecardAnswer = {
  readonly __typename?: 'ScorecardAnswer';
  /** Whether this answer is the overall score. */
  readonly isOverall: Maybe<Scalars['Boolean']['output']>;
  /** Whether the reviewer marked the question as not applicable. */
  readonly notApplicable: Maybe<Scalars['Boolean']['output']>;
  /**
   * The question as it is in the scorecard now. Its wording may differ from the one that was answered; compare
   * `revisionId`. If the scorecard no longer has the question, only `id` is known.
   *
   * Cost: none if only `id` is selected; otherwise 1 request for all scorecards.
   */
  readonly question: Maybe<ScorecardQuestion>;
  /** Gong's ID of the question. */
  readonly questionId: Maybe<Scalars['ID']['output']>;
  /** Gong's ID of the wording that was answered. */
  readonly questionRevisionId: Maybe<Scalars['ID']['output']>;
  /**
   * Score, within the range of the question. An overall score can be an average, such as 3.75. Null when the answer has
   * no score.
   */
  readonly score: Maybe<Scalars['Float']['output']>;
  /** The selected options, each as in `AnswerOption.optionId`. */
  readonly selectedOptionIds: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /**
   * The selected options with their text, as it is in the scorecard now. If the question no longer has an option, only
   * its `optionId` is known. `[]` when no option was selected.
   *
   * Cost: none if only `optionId` is selected; otherwise 1 request for all scorecards.
   */
  readonly selectedOptions: Maybe<ReadonlyArray<AnswerOption>>;
  /** Text of the answer. Null when there is none. */
  readonly text: Maybe<Scalars['String']['output']>;
};

/** A question of a scorecard. */
export type ScorecardQuestion = {
  readonly __typename?: 'ScorecardQuestion';
  /** Guidance for reviewers. Null when none was written. */
  readonly answerGuide: Maybe<Scalars['String']['output']>;
  /** Options to choose from. `[]` for questions without options. */
  readonly answerOptions: Maybe<ReadonlyArray<AnswerOption>>;
  /** When this wording was created. Null when Gong does not say. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Gong's ID of the question. It stays the same when the wording changes. */
  readonly id: Scalars['ID']['output'];
  /** Whether the question is the one for the overall score. */
  readonly isOverall: Maybe<Scalars['Boolean']['output']>;
  /** Highest score. Null for questions without a range. */
  readonly maxRange: Maybe<Scalars['Int']['output']>;
  /** Lowest score. Null for questions without a range. */
  readonly minRange: Maybe<Scalars['Int']['output']>;
  /** Gong's ID of this wording of the question. */
  readonly revisionId: Maybe<Scalars['ID']['output']>;
  /** Text of the question. */
  readonly text: Maybe<Scalars['String']['output']>;
  /** Kind of question, as spelled by Gong, such as `RANGE`. */
  readonly type: Maybe<Scalars['String']['output']>;
  /** When it was last changed. Null when Gong does not say. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * The user who last changed it. Null when Gong itself did, or does not say.
   *
   * Cost: none if only `id` is selected; otherwise 1 request per 100 distinct users.
   */
  readonly updater: Maybe<User>;
};

/** One sentence of a transcript. */
export type Sentence = {
  readonly __typename?: 'Sentence';
  /** End, in seconds from the start of the recording. Milliseconds are decimals. */
  readonly endSeconds: Maybe<Scalars['Float']['output']>;
  /** Start, in seconds from the start of the recording. Milliseconds are decimals. */
  readonly startSeconds: Maybe<Scalars['Float']['output']>;
  /** Text of the sentence. */
  readonly text: Scalars['String']['output'];
};

/** Origins of pages that can be shown in frames. */
export type SetIframeOriginsInput = {
  /** 1 to 100 origins, each with the integration that it belongs to. */
  readonly origins: ReadonlyArray<IframeOriginInput>;
};

/** Result of `Mutation.setIframeOrigins`. */
export type SetIframeOriginsPayload = {
  readonly __typename?: 'SetIframeOriginsPayload';
  /** Gong's reference for the request. Quote it when you contact Gong's support. */
  readonly requestId: Maybe<Scalars['String']['output']>;
};

/** The user who shared content. */
export type SharerInput = {
  /** Email address. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** Gong's ID of the user. */
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
  /** Whether every segment is within 100 milliseconds of the audible speech. */
  readonly precise?: InputMaybe<Scalars['Boolean']['input']>;
  /** 1 to 10,000 segments of speech. Segments can overlap. */
  readonly speechSegments: ReadonlyArray<SpeechSegmentInput>;
};

/** Speakers of passages: one of `userIds` or `emails`, and of the `affiliation`, as far as they are given. */
export type SpeechFilter = {
  /** Whether the speaker belongs to the company. */
  readonly affiliation?: InputMaybe<PartyAffiliation>;
  /** 1 to 100 complete email addresses, case ignored. Matches what one of these speakers said. */
  readonly emails?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** 1 to 100 Gong user IDs. Matches what one of these users said. */
  readonly userIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** A segment of speech. */
export type SpeechSegmentInput = {
  /** End, in seconds from the start of the recording. Must be later than `startSeconds`. */
  readonly endSeconds: Scalars['Float']['input'];
  /** 1 to 100 `partyId`s of the parties who speak. */
  readonly partyIds: ReadonlyArray<Scalars['ID']['input']>;
  /** Start, in seconds from the start of the recording. Milliseconds are decimals. */
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

/** Which tasks to return. All given conditions must match. */
export type TaskFilter = {
  /** What the tasks ask the user to do. If omitted, to make a call: Gong lists no other tasks. */
  readonly actions?: InputMaybe<ReadonlyArray<EngageTaskAction>>;
  /** State of the tasks. If omitted, only open ones. */
  readonly statuses?: InputMaybe<ReadonlyArray<EngageTaskStatus>>;
  /** Where the tasks come from. If omitted, from anywhere. */
  readonly types?: InputMaybe<ReadonlyArray<EngageTaskType>>;
  /**
   * Gong's ID of a workspace. If omitted, the tasks of all workspaces. Required when the gateway's policy shows several
   * workspaces but not all.
   */
  readonly workspaceId?: InputMaybe<Scalars['ID']['input']>;
};

/** A part of a text. */
export type TextSpan = {
  readonly __typename?: 'TextSpan';
  /** Position after its last character, in UTF-16 code units. */
  readonly end: Scalars['Int']['output'];
  /** Position of its first character, in UTF-16 code units from 0. */
  readonly start: Scalars['Int']['output'];
};

/**
 * Definition of a keyword tracker: words that Gong detects. Gong does not list smart trackers. They appear only where
 * calls refer to them, with `id` and `name` alone.
 */
export type Tracker = Node & {
  readonly __typename?: 'Tracker';
  /** Whose words are considered, as spelled by Gong: `Anyone`, `Company`, or `NonCompany`. */
  readonly affiliation: Maybe<Scalars['String']['output']>;
  /** When it was created. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * The user who created the tracker. Null for trackers that come with Gong.
   *
   * Cost: none if only `id` is selected; otherwise 1 request per 100 distinct users.
   */
  readonly creator: Maybe<User>;
  /** Additional conditions on calls, as Gong's JSON in a string. `{}` means none. */
  readonly filterQuery: Maybe<Scalars['String']['output']>;
  /** Gong's ID of the tracker, as an exact string of digits. */
  readonly id: Scalars['ID']['output'];
  /** Words of the tracker, by language. */
  readonly keywords: Maybe<ReadonlyArray<TrackerKeywords>>;
  /** Name. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Opaque ID, unique across all types, for `Query.node` and client caches. */
  readonly nodeId: Scalars['ID']['output'];
  /** Whether only words within a question are considered. */
  readonly partOfQuestion: Maybe<Scalars['Boolean']['output']>;
  /** Part of the call that is considered, as spelled by Gong: `Anytime`, `First`, or `Last`. */
  readonly saidAt: Maybe<Scalars['String']['output']>;
  /** Length of that part, in the unit given by `saidAtUnit`. Null for `Anytime` and for trackers that come with Gong. */
  readonly saidAtInterval: Maybe<Scalars['Int']['output']>;
  /** Unit of `saidAtInterval`, as spelled by Gong: minutes or percent. Null when `saidAtInterval` is null. */
  readonly saidAtUnit: Maybe<Scalars['String']['output']>;
  /** Names of the topics in which words are considered. `[]` means any topic. */
  readonly saidInTopics: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** When it was last changed. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * The user who last changed the tracker. Null for trackers that come with Gong.
   *
   * Cost: none if only `id` is selected; otherwise 1 request per 100 distinct users.
   */
  readonly updater: Maybe<User>;
  /**
   * The workspace that the tracker belongs to.
   *
   * Cost: none if only `id` is selected; otherwise 1 request for all workspaces.
   */
  readonly workspace: Maybe<Workspace>;
};

/** A tracker that Gong detected in a call. Exactly one of `trackerId` and `name` is required. */
export type TrackerHitFilter = {
  /** Fewest detections in the call. */
  readonly minCount?: InputMaybe<Scalars['Int']['input']>;
  /**
   * Name of a keyword tracker, case ignored. If none has the name, any other tracker, such as a smart tracker, that has it
   * in `Call.trackers`. If several trackers have the name, any of them matches.
   */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Gong's ID of the tracker. */
  readonly trackerId?: InputMaybe<Scalars['ID']['input']>;
};

/** Words of a tracker in one language. */
export type TrackerKeywords = {
  readonly __typename?: 'TrackerKeywords';
  /** Whether inflected forms are also detected. */
  readonly includeRelatedForms: Maybe<Scalars['Boolean']['output']>;
  /** Words and phrases to detect. */
  readonly keywords: ReadonlyArray<Scalars['String']['output']>;
  /** ISO 639-2/B code, such as `eng`. `mul` stands for every language. */
  readonly language: Maybe<Scalars['String']['output']>;
};

/** One occurrence of a tracker in a call. */
export type TrackerOccurrence = {
  readonly __typename?: 'TrackerOccurrence';
  /** The party who spoke. Null when no party has this key. */
  readonly speaker: Maybe<Party>;
  /** Key of the speaker's voice, as in `Party.speakerId`. */
  readonly speakerId: Maybe<Scalars['ID']['output']>;
  /** Time of the occurrence, in seconds from the start of the recording. */
  readonly startSeconds: Maybe<Scalars['Float']['output']>;
};

/** Occurrences of one phrase of a keyword tracker. */
export type TrackerPhrase = {
  readonly __typename?: 'TrackerPhrase';
  /** Number of times the phrase was said. */
  readonly count: Maybe<Scalars['Int']['output']>;
  /** Where the phrase was said. `[]` for calls before 2023 that Gong has not analyzed again. */
  readonly occurrences: Maybe<ReadonlyArray<TrackerOccurrence>>;
  /** The phrase. */
  readonly phrase: Maybe<Scalars['String']['output']>;
};

/** Kind of tracker. */
export type TrackerType =
  /** Detects given words. */
  | 'KEYWORD'
  /** Detects a concept, with Gong's AI. */
  | 'SMART'
  /** Gong does not know, or sent a value that it added after this schema was written. */
  | 'UNKNOWN';

/**
 * What was said in a call, in order. Speaker names come from the call's parties, which Gong sends with the call's other
 * blocks. For the calls of a list, they add no request.
 */
export type Transcript = {
  readonly __typename?: 'Transcript';
  /**
   * Monologues in order. Selecting the speaker, or filtering by side, requires the call's parties. With `fromSeconds` or
   * `toSeconds`, a monologue holds only its sentences within that time, and one without any is missing.
   */
  readonly monologues: Maybe<ReadonlyArray<Monologue>>;
  /**
   * The transcript as readable text, one line per monologue: `Name: what was said`. A party without a name is shown
   * under the name of its Gong user (1 request per 100 such users), otherwise under its email address or phone number.
   * Speakers that match no party are `Unknown speaker 1`, `Unknown speaker 2`, and so on, with the same numbers in every
   * part of the transcript. Monologues without words are left out. An empty text when nothing was said in the selected
   * part. Null only when the parties could not be read.
   */
  readonly text: Maybe<Scalars['String']['output']>;
  /** Number of words in all sentences, separated by whitespace. Speaker names are not counted. */
  readonly wordCount: Scalars['Int']['output'];
};


/**
 * What was said in a call, in order. Speaker names come from the call's parties, which Gong sends with the call's other
 * blocks. For the calls of a list, they add no request.
 */
export type TranscriptMonologuesArgs = {
  affiliation?: InputMaybe<PartyAffiliation>;
  fromSeconds?: InputMaybe<Scalars['Float']['input']>;
  toSeconds?: InputMaybe<Scalars['Float']['input']>;
};


/**
 * What was said in a call, in order. Speaker names come from the call's parties, which Gong sends with the call's other
 * blocks. For the calls of a list, they add no request.
 */
export type TranscriptTextArgs = {
  affiliation?: InputMaybe<PartyAffiliation>;
  fromSeconds?: InputMaybe<Scalars['Float']['input']>;
  timestamps?: InputMaybe<Scalars['Boolean']['input']>;
  toSeconds?: InputMaybe<Scalars['Float']['input']>;
};

/** What to end: exactly one of `crmProspectId` and `flowInstanceIds` is required. */
export type UnassignFromFlowsInput = {
  /** CRM ID of a contact or lead, to remove from `flowId`, or from all flows. */
  readonly crmProspectId?: InputMaybe<Scalars['ID']['input']>;
  /** Gong's ID of the flow to remove `crmProspectId` from. If omitted, all flows. */
  readonly flowId?: InputMaybe<Scalars['ID']['input']>;
  /** 1 to 200 IDs of assignments (`FlowInstance.id`). */
  readonly flowInstanceIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Email address of the Gong user that requests it, for Gong's records. */
  readonly unassignedByEmail?: InputMaybe<Scalars['String']['input']>;
};

/** Result of `Mutation.unassignFromFlows`. */
export type UnassignFromFlowsPayload = {
  readonly __typename?: 'UnassignFromFlowsPayload';
  /** Given IDs of assignments that Gong did not end. `[]` when there are none, and for `crmProspectId`. */
  readonly rejected: Maybe<ReadonlyArray<UnassignRejection>>;
  /** Gong's reference for the last request. Quote it when you contact Gong's support. */
  readonly requestId: Maybe<Scalars['String']['output']>;
  /** IDs of the assignments that Gong ended. */
  readonly unassigned: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
};

/** An assignment that Gong did not end. */
export type UnassignRejection = {
  readonly __typename?: 'UnassignRejection';
  /** Why Gong did not end it. */
  readonly code: UnassignRejectionCode;
  /** ID of the assignment. */
  readonly flowInstanceId: Scalars['ID']['output'];
  /** Reason, in words for people. */
  readonly message: Scalars['String']['output'];
};

/** Why Gong did not end an assignment. */
export type UnassignRejectionCode =
  /** A later request for it failed. `message` says how, and whether Gong may have ended it. */
  | 'FAILED'
  /** Gong has no assignment with this ID. */
  | 'NOT_FOUND'
  /** Gong knows the assignment and did not end it, for example because it had ended before. Gong gives no reason. */
  | 'NOT_UNASSIGNED';

/** The complete new version of a meeting, which replaces the current one. */
export type UpdateMeetingInput = {
  /** End. */
  readonly endsAt: Scalars['DateTime']['input'];
  /** ID of the meeting in your system. If omitted, the meeting loses its ID. */
  readonly externalId?: InputMaybe<Scalars['String']['input']>;
  /** Gong's ID of the meeting. */
  readonly id: Scalars['ID']['input'];
  /** All people to invite, without the organizer, at most 1,000. A person who is omitted is no longer invited. */
  readonly invitees: ReadonlyArray<MeetingInviteeInput>;
  /** Email address of the organizer, a Gong user. */
  readonly organizerEmail: Scalars['String']['input'];
  /** Conferencing provider, such as `zoom`. If omitted, the organizer's own. */
  readonly provider?: InputMaybe<Scalars['String']['input']>;
  /** Start. Must be earlier than `endsAt`. */
  readonly startsAt: Scalars['DateTime']['input'];
  /** Title. If omitted, the meeting loses its title. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
};

/** Result of `Mutation.updateMeeting`. */
export type UpdateMeetingPayload = {
  readonly __typename?: 'UpdateMeetingPayload';
  /** The meeting in its new version. */
  readonly meeting: Maybe<Meeting>;
  /** Gong's reference for the request. Quote it when you contact Gong's support. */
  readonly requestId: Maybe<Scalars['String']['output']>;
};

/** Changes of a permission profile. What is omitted stays as it is. */
export type UpdatePermissionProfileInput = {
  /** What else the users may now do and use, in addition to what they may. */
  readonly allow?: InputMaybe<ReadonlyArray<PermissionCapability>>;
  /** Whose calls the users may see. If omitted, unchanged. */
  readonly callsAccess?: InputMaybe<PermissionReachInput>;
  /** Whose coaching data the users may see. If omitted, unchanged. */
  readonly coachingAccess?: InputMaybe<PermissionReachInput>;
  /** Whose deals the users may see. If omitted, unchanged. */
  readonly dealsAccess?: InputMaybe<PermissionReachInput>;
  /** What the users may no longer do and use. */
  readonly deny?: InputMaybe<ReadonlyArray<PermissionCapability>>;
  /** Description. If omitted, unchanged. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Whose emails the users may see. If omitted, unchanged. */
  readonly emailsAccess?: InputMaybe<PermissionReachInput>;
  /** Whose forecast submissions and targets the users may see and edit. If omitted, unchanged. */
  readonly forecastPermissions?: InputMaybe<ForecastPermissionsInput>;
  /** Gong's ID of the profile. */
  readonly id: Scalars['ID']['input'];
  /** Whose insights the users may see. If omitted, unchanged. */
  readonly insightsAccess?: InputMaybe<PermissionReachInput>;
  /** Which folders of the library the users may see. If omitted, unchanged. */
  readonly libraryFolderAccess?: InputMaybe<LibraryFolderAccessInput>;
  /** Name. If omitted, unchanged. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Whose usage data the users may see. If omitted, unchanged. */
  readonly usageAccess?: InputMaybe<PermissionReachInput>;
};

/** A task to change. At least one of `status`, `dueAt`, and `priority` is required. */
export type UpdateTaskInput = {
  /** New due date. If omitted, it stays. */
  readonly dueAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Gong's ID of the task. */
  readonly id: Scalars['ID']['input'];
  /** Name of the new priority, such as `MEDIUM`. If omitted, it stays. */
  readonly priority?: InputMaybe<Scalars['String']['input']>;
  /** New state. If omitted, it stays. */
  readonly status?: InputMaybe<EngageTaskStatus>;
  /** Gong's ID of the owner of the task. */
  readonly userId: Scalars['ID']['input'];
};

/** Result of `Mutation.updateTask`. */
export type UpdateTaskPayload = {
  readonly __typename?: 'UpdateTaskPayload';
  /** Gong's reference for the request. Quote it when you contact Gong's support. */
  readonly requestId: Maybe<Scalars['String']['output']>;
  /** The task with its changes. Null when Gong does not send it. */
  readonly task: Maybe<EngageTask>;
};

/** Objects of one type to upload. */
export type UploadCrmObjectsInput = {
  /**
   * ID of your choice for the upload, at most 200 letters, digits, dashes, and underscores. `Query.crmJob` finds the upload
   * by it.
   */
  readonly clientRequestId: Scalars['ID']['input'];
  /** Gong's ID of the integration. */
  readonly integrationId: Scalars['ID']['input'];
  /** The type of the objects. */
  readonly objectType: CrmUploadType;
  /** 1 to 10,000 objects, each with an `objectId` of its own. If omitted, the result has an `uploadUrl` for a file. */
  readonly rows?: InputMaybe<ReadonlyArray<CrmRowInput>>;
};

/** Result of `Mutation.uploadCrmObjects`. */
export type UploadCrmObjectsPayload = {
  readonly __typename?: 'UploadCrmObjectsPayload';
  /** Whether Gong accepted an upload with this `clientRequestId` before. If true, this request changed nothing. */
  readonly alreadySent: Scalars['Boolean']['output'];
  /** The upload. Its `status` is `PENDING`, and null when `alreadySent` is true or no `rows` were sent: read `Query.crmJob`. */
  readonly job: CrmJob;
  /** Gong's reference for the request. Quote it when you contact Gong's support. */
  readonly requestId: Maybe<Scalars['String']['output']>;
  /**
   * URL to `PUT` the file to. The response is JSON, with status 201 if Gong accepted the file. Anyone who has the URL can
   * use it, once, within 15 minutes. Null when `rows` were sent.
   */
  readonly uploadUrl: Maybe<Scalars['URL']['output']>;
};

/** State of an uploaded call. */
export type UploadStatus =
  /** The call was registered through this gateway, which has received no recording for it since. */
  | 'MEDIA_MISSING'
  /**
   * Gong accepted the recording but does not know the call one hour later; or immediately, when the recording is shorter
   * than a minute. Gong discards, without an error, recordings that are too short or contain no speech, and calls of
   * people who must not be recorded. The call may still appear.
   */
  | 'PROBABLY_DISCARDED'
  /** Gong has a recording and is still processing it, which takes from a few minutes to most of an hour. */
  | 'PROCESSING'
  /** Gong shows the call. Its transcript and analysis may take longer. */
  | 'READY';

/**
 * A person with a Gong account, or an avatar, which stands for Gong's own staff. A user whom Gong no longer lists has only `id` and `nodeId` where another object refers
 * to them.
 */
export type User = Node & {
  readonly __typename?: 'User';
  /** Whether the account is active. */
  readonly active: Maybe<Scalars['Boolean']['output']>;
  /**
   * What the user did in Gong on the given days, in the company's time zone. Null when Gong counts nothing for the user.
   * Fails with `BAD_USER_INPUT` when `to` is after today. Without `GONG_COMPANY_TIME_ZONE`, Gong decides what today is.
   *
   * Cost: 1 request per 100 users, for each pair of days.
   */
  readonly activity: Maybe<UserActivity>;
  /**
   * The calls that the user did something with, day by day, the earliest day first. Null when there are none on any of the
   * days.
   *
   * Cost: 1 request per 100 users, for each pair of days, and what the calls cost.
   */
  readonly activityByDay: Maybe<ReadonlyArray<UserActivityDay>>;
  /**
   * The same in periods of the calendar, the earliest one first. Null when Gong counts nothing for the user on any of the
   * days.
   *
   * Cost: 1 request per 100 users, for each pair of days and kind of period.
   */
  readonly activityByPeriod: Maybe<ReadonlyArray<UserActivityBucket>>;
  /**
   * Calls that this user hosted. Calls in which the user only took part are not included. Calls that the gateway's
   * policy hides count toward `first`. A page can then hold fewer than `first` calls, or none, although more follow:
   * check `hasNextPage`.
   *
   * Cost: when several users of an operation request calls of the same window and order, all of them share each request.
   * Pages of 100 calls are read until every user has `first` calls or the window ends. Set `from`: without it, a single
   * user who rarely hosts can make the gateway read the whole history of all requested users, at 1 request per 100
   * calls.
   */
  readonly calls: Maybe<CallConnection>;
  /**
   * How the user's direct reports are coached. A user that manages no other users has an empty report. Fails with
   * `FORBIDDEN` when the policy restricts more than private calls, because the measurements may name any call.
   *
   * Cost: 1 request per user, workspace, and window.
   */
  readonly coaching: Maybe<CoachingReport>;
  /** Services in which the user holds conferences, such as for `createMeeting`. `[]` when none is set up. */
  readonly conferencingProviders: Maybe<ReadonlyArray<ConferencingProvider>>;
  /** When the account was created. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * Users whose manager is this user, active or not.
   *
   * Cost: Gong cannot search by manager, so the gateway reads the whole user directory (1 request per 100 users of the
   * company), once per operation.
   */
  readonly directReports: Maybe<ReadonlyArray<User>>;
  /** Main email address. */
  readonly emailAddress: Maybe<Scalars['String']['output']>;
  /** Other email addresses of the same person. */
  readonly emailAliases: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Extension of the phone number. */
  readonly extension: Maybe<Scalars['String']['output']>;
  /** First name. */
  readonly firstName: Maybe<Scalars['String']['output']>;
  /**
   * Flows that the user can assign prospects to, as in `Query.flows`. Null when the user has no email address.
   *
   * Cost: 1 request per user and 100 flows.
   */
  readonly flows: Maybe<FlowConnection>;
  /** Gong's ID of the user, as an exact string of digits. */
  readonly id: Scalars['ID']['output'];
  /**
   * How the user speaks on calls of the given days, in the company's time zone. Gong measures only calls for which Whisper
   * was on. Null when Gong measured none. Fails with `BAD_USER_INPUT` when `to` is after today. Without
   * `GONG_COMPANY_TIME_ZONE`, Gong decides what today is.
   *
   * Cost: 1 request per 100 users, for each pair of days.
   */
  readonly interaction: Maybe<UserInteraction>;
  /** Last name. */
  readonly lastName: Maybe<Scalars['String']['output']>;
  /**
   * The user's manager. Null when none is set.
   *
   * Cost: none if only `id` is selected; otherwise 1 request per 100 distinct users.
   */
  readonly manager: Maybe<User>;
  /** Page where participants consent to being recorded in this user's meetings. */
  readonly meetingConsentPageUrl: Maybe<Scalars['URL']['output']>;
  /** First and last name, separated by a space. If one is missing, the other alone. Null if both are missing. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Opaque ID, unique across all types, for `Query.node` and client caches. */
  readonly nodeId: Scalars['ID']['output'];
  /**
   * Permission profiles of the user, one for each workspace that the user belongs to. A workspace that the gateway's
   * policy hides is not searched. `[]` when no profile names the user. Changes that are made in Gong appear after an hour
   * at most.
   *
   * Cost: Gong cannot search by user, so the gateway reads the profiles of all workspaces (1 request per workspace) and
   * their users (1 request per profile), once per operation.
   */
  readonly permissionProfiles: Maybe<ReadonlyArray<PermissionProfile>>;
  /** Links to the user's permanent conference rooms. */
  readonly personalMeetingUrls: Maybe<ReadonlyArray<Scalars['URL']['output']>>;
  /** Phone number, as stored in Gong. */
  readonly phoneNumber: Maybe<Scalars['String']['output']>;
  /** What Gong records and imports for this user. */
  readonly settings: Maybe<UserSettings>;
  /**
   * Changes of what Gong records and imports for the user, and of whether the account is active, as Gong sends them. A new
   * user has one for each setting. Null when Gong does not have the user.
   *
   * Cost: 1 request per user.
   */
  readonly settingsHistory: Maybe<ReadonlyArray<UserSettingChange>>;
  /** Languages that the user speaks. */
  readonly spokenLanguages: Maybe<ReadonlyArray<SpokenLanguage>>;
  /**
   * Tasks that the user has in Gong Engage. `[]` when the gateway's policy hides the user's calls or the workspace.
   *
   * Without Engage, fails with `GONG_NOT_LICENSED`, as does any other failure of Gong with status 500: Gong sends no other
   * sign that the feature is missing.
   *
   * Cost: 1 request per user and filter.
   */
  readonly tasks: Maybe<ReadonlyArray<EngageTask>>;
  /** Job title. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** Address that Gong trusts for sign-in, if it differs from the main one. */
  readonly trustedEmailAddress: Maybe<Scalars['String']['output']>;
};


/**
 * A person with a Gong account, or an avatar, which stands for Gong's own staff. A user whom Gong no longer lists has only `id` and `nodeId` where another object refers
 * to them.
 */
export type UserActivityArgs = {
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};


/**
 * A person with a Gong account, or an avatar, which stands for Gong's own staff. A user whom Gong no longer lists has only `id` and `nodeId` where another object refers
 * to them.
 */
export type UserActivityByDayArgs = {
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};


/**
 * A person with a Gong account, or an avatar, which stands for Gong's own staff. A user whom Gong no longer lists has only `id` and `nodeId` where another object refers
 * to them.
 */
export type UserActivityByPeriodArgs = {
  from: Scalars['Date']['input'];
  period: ActivityPeriod;
  to: Scalars['Date']['input'];
};


/**
 * A person with a Gong account, or an avatar, which stands for Gong's own staff. A user whom Gong no longer lists has only `id` and `nodeId` where another object refers
 * to them.
 */
export type UserCallsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  order?: InputMaybe<CallOrder>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};


/**
 * A person with a Gong account, or an avatar, which stands for Gong's own staff. A user whom Gong no longer lists has only `id` and `nodeId` where another object refers
 * to them.
 */
export type UserCoachingArgs = {
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
  workspaceId: Scalars['ID']['input'];
};


/**
 * A person with a Gong account, or an avatar, which stands for Gong's own staff. A user whom Gong no longer lists has only `id` and `nodeId` where another object refers
 * to them.
 */
export type UserFlowsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  folderId?: InputMaybe<Scalars['ID']['input']>;
  workspaceId?: InputMaybe<Scalars['ID']['input']>;
};


/**
 * A person with a Gong account, or an avatar, which stands for Gong's own staff. A user whom Gong no longer lists has only `id` and `nodeId` where another object refers
 * to them.
 */
export type UserInteractionArgs = {
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};


/**
 * A person with a Gong account, or an avatar, which stands for Gong's own staff. A user whom Gong no longer lists has only `id` and `nodeId` where another object refers
 * to them.
 */
export type UserTasksArgs = {
  filter: TaskFilter;
};

/** Counts of what a user did in Gong on some days. */
export type UserActivity = {
  readonly __typename?: 'UserActivity';
  /** Number of calls that the user hosted. */
  readonly callsAsHost: Maybe<Scalars['Int']['output']>;
  /** Number of calls that the user attended without hosting them. */
  readonly callsAttended: Maybe<Scalars['Int']['output']>;
  /** Number of calls that the user commented on. */
  readonly callsCommentsGiven: Maybe<Scalars['Int']['output']>;
  /** Number of calls of the user that received comments. */
  readonly callsCommentsReceived: Maybe<Scalars['Int']['output']>;
  /** Number of calls on which the user gave feedback. */
  readonly callsGaveFeedback: Maybe<Scalars['Int']['output']>;
  /** Number of calls that the user marked as reviewed. */
  readonly callsMarkedAsFeedbackGiven: Maybe<Scalars['Int']['output']>;
  /** Number of calls of the user that were marked as reviewed. */
  readonly callsMarkedAsFeedbackReceived: Maybe<Scalars['Int']['output']>;
  /** Number of calls on which the user received feedback. */
  readonly callsReceivedFeedback: Maybe<Scalars['Int']['output']>;
  /** Number of calls on which the user asked for feedback. */
  readonly callsRequestedFeedback: Maybe<Scalars['Int']['output']>;
  /** Number of calls for which the user filled in a scorecard. */
  readonly callsScorecardsFilled: Maybe<Scalars['Int']['output']>;
  /** Number of calls of the user for which a scorecard was filled in. */
  readonly callsScorecardsReceived: Maybe<Scalars['Int']['output']>;
  /** Number of calls that the user shared outside the company. */
  readonly callsSharedExternally: Maybe<Scalars['Int']['output']>;
  /** Number of calls that the user shared within the company. */
  readonly callsSharedInternally: Maybe<Scalars['Int']['output']>;
  /** First day that is counted. */
  readonly from: Scalars['Date']['output'];
  /** Number of calls of other users that the user listened to. */
  readonly othersCallsListenedTo: Maybe<Scalars['Int']['output']>;
  /** Number of own calls that the user listened to. */
  readonly ownCallsListenedTo: Maybe<Scalars['Int']['output']>;
  /** Time zone of the company, which determines the days. Null when Gong does not say. */
  readonly timeZone: Maybe<Scalars['String']['output']>;
  /** Day after the last one that is counted. */
  readonly to: Scalars['Date']['output'];
  /**
   * The user. Null when Gong does not say whose activity it is.
   *
   * Cost: none if only `id` is selected; otherwise 1 request per 100 distinct users.
   */
  readonly user: Maybe<User>;
};

/**
 * Counts of what a user did in Gong within one period. A call counts once for each day on which the user did something
 * with it.
 */
export type UserActivityBucket = {
  readonly __typename?: 'UserActivityBucket';
  /** Number of calls that the user hosted. */
  readonly callsAsHost: Maybe<Scalars['Int']['output']>;
  /** Number of calls that the user attended without hosting them. */
  readonly callsAttended: Maybe<Scalars['Int']['output']>;
  /** Number of calls that the user commented on. */
  readonly callsCommentsGiven: Maybe<Scalars['Int']['output']>;
  /** Number of calls of the user that received comments. */
  readonly callsCommentsReceived: Maybe<Scalars['Int']['output']>;
  /** Number of calls on which the user gave feedback. */
  readonly callsGaveFeedback: Maybe<Scalars['Int']['output']>;
  /** Number of calls that the user marked as reviewed. */
  readonly callsMarkedAsFeedbackGiven: Maybe<Scalars['Int']['output']>;
  /** Number of calls of the user that were marked as reviewed. */
  readonly callsMarkedAsFeedbackReceived: Maybe<Scalars['Int']['output']>;
  /** Number of calls on which the user received feedback. */
  readonly callsReceivedFeedback: Maybe<Scalars['Int']['output']>;
  /** Number of calls on which the user asked for feedback. */
  readonly callsRequestedFeedback: Maybe<Scalars['Int']['output']>;
  /** Number of calls for which the user filled in a scorecard. */
  readonly callsScorecardsFilled: Maybe<Scalars['Int']['output']>;
  /** Number of calls of the user for which a scorecard was filled in. */
  readonly callsScorecardsReceived: Maybe<Scalars['Int']['output']>;
  /** Number of calls that the user shared outside the company. */
  readonly callsSharedExternally: Maybe<Scalars['Int']['output']>;
  /** Number of calls that the user shared within the company. */
  readonly callsSharedInternally: Maybe<Scalars['Int']['output']>;
  /** When the period begins, or the given days, if they begin later. */
  readonly from: Maybe<Scalars['DateTime']['output']>;
  /** Number of calls of other users that the user listened to. */
  readonly othersCallsListenedTo: Maybe<Scalars['Int']['output']>;
  /** Number of own calls that the user listened to. */
  readonly ownCallsListenedTo: Maybe<Scalars['Int']['output']>;
  /** When the period ends, or the given days, if they end earlier. */
  readonly to: Maybe<Scalars['DateTime']['output']>;
};

/** One page of a list of users' activity. */
export type UserActivityConnection = {
  readonly __typename?: 'UserActivityConnection';
  /** The users' activity on this page, each with its cursor. */
  readonly edges: ReadonlyArray<UserActivityEdge>;
  /** The users' activity on this page, without cursors. */
  readonly nodes: ReadonlyArray<UserActivity>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /** Gong's own count of users for this filter, over all pages. Null when Gong sends none. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/**
 * Calls that a user did something with on one day. Calls that the gateway's policy hides are missing. A list is `[]` when
 * there are none.
 */
export type UserActivityDay = {
  readonly __typename?: 'UserActivityDay';
  /**
   * Calls that the user hosted.
   *
   * Cost: none if only `id` is selected and the policy hides no calls; otherwise 1 request per 100 distinct calls.
   */
  readonly callsAsHost: Maybe<ReadonlyArray<Call>>;
  /**
   * Calls that the user attended without hosting them.
   *
   * Cost: none if only `id` is selected and the policy hides no calls; otherwise 1 request per 100 distinct calls.
   */
  readonly callsAttended: Maybe<ReadonlyArray<Call>>;
  /**
   * Calls that the user commented on.
   *
   * Cost: none if only `id` is selected and the policy hides no calls; otherwise 1 request per 100 distinct calls.
   */
  readonly callsCommentsGiven: Maybe<ReadonlyArray<Call>>;
  /**
   * Calls of the user that received comments.
   *
   * Cost: none if only `id` is selected and the policy hides no calls; otherwise 1 request per 100 distinct calls.
   */
  readonly callsCommentsReceived: Maybe<ReadonlyArray<Call>>;
  /**
   * Calls on which the user gave feedback.
   *
   * Cost: none if only `id` is selected and the policy hides no calls; otherwise 1 request per 100 distinct calls.
   */
  readonly callsGaveFeedback: Maybe<ReadonlyArray<Call>>;
  /**
   * Calls that the user marked as reviewed.
   *
   * Cost: none if only `id` is selected and the policy hides no calls; otherwise 1 request per 100 distinct calls.
   */
  readonly callsMarkedAsFeedbackGiven: Maybe<ReadonlyArray<Call>>;
  /**
   * Calls of the user that were marked as reviewed.
   *
   * Cost: none if only `id` is selected and the policy hides no calls; otherwise 1 request per 100 distinct calls.
   */
  readonly callsMarkedAsFeedbackReceived: Maybe<ReadonlyArray<Call>>;
  /**
   * Calls on which the user received feedback.
   *
   * Cost: none if only `id` is selected and the policy hides no calls; otherwise 1 request per 100 distinct calls.
   */
  readonly callsReceivedFeedback: Maybe<ReadonlyArray<Call>>;
  /**
   * Calls on which the user asked for feedback.
   *
   * Cost: none if only `id` is selected and the policy hides no calls; otherwise 1 request per 100 distinct calls.
   */
  readonly callsRequestedFeedback: Maybe<ReadonlyArray<Call>>;
  /**
   * Calls for which the user filled in a scorecard.
   *
   * Cost: none if only `id` is selected and the policy hides no calls; otherwise 1 request per 100 distinct calls.
   */
  readonly callsScorecardsFilled: Maybe<ReadonlyArray<Call>>;
  /**
   * Calls of the user for which a scorecard was filled in.
   *
   * Cost: none if only `id` is selected and the policy hides no calls; otherwise 1 request per 100 distinct calls.
   */
  readonly callsScorecardsReceived: Maybe<ReadonlyArray<Call>>;
  /**
   * Calls that the user shared outside the company.
   *
   * Cost: none if only `id` is selected and the policy hides no calls; otherwise 1 request per 100 distinct calls.
   */
  readonly callsSharedExternally: Maybe<ReadonlyArray<Call>>;
  /**
   * Calls that the user shared within the company.
   *
   * Cost: none if only `id` is selected and the policy hides no calls; otherwise 1 request per 100 distinct calls.
   */
  readonly callsSharedInternally: Maybe<ReadonlyArray<Call>>;
  /** When the day begins. */
  readonly from: Maybe<Scalars['DateTime']['output']>;
  /**
   * Calls of other users that the user listened to.
   *
   * Cost: none if only `id` is selected and the policy hides no calls; otherwise 1 request per 100 distinct calls.
   */
  readonly othersCallsListenedTo: Maybe<ReadonlyArray<Call>>;
  /**
   * Own calls that the user listened to.
   *
   * Cost: none if only `id` is selected and the policy hides no calls; otherwise 1 request per 100 distinct calls.
   */
  readonly ownCallsListenedTo: Maybe<ReadonlyArray<Call>>;
  /** When the day ends. */
  readonly to: Maybe<Scalars['DateTime']['output']>;
};

/** The activity of a user and its position in a list. */
export type UserActivityEdge = {
  readonly __typename?: 'UserActivityEdge';
  /** Opaque cursor of this position. Valid only with the filter of its list. */
  readonly cursor: Scalars['String']['output'];
  /** The activity of a user. */
  readonly node: UserActivity;
};

/** One page of a list of users. */
export type UserConnection = {
  readonly __typename?: 'UserConnection';
  /** The users on this page, each with its cursor. */
  readonly edges: ReadonlyArray<UserEdge>;
  /** The users on this page, without cursors. */
  readonly nodes: ReadonlyArray<User>;
  /** Position of this page in the list. */
  readonly pageInfo: PageInfo;
  /**
   * Gong's own count of users for this filter, over all pages. Null when the gateway filters or merges the list itself,
   * as it does for `active`.
   */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** A user and its position in a list. */
export type UserEdge = {
  readonly __typename?: 'UserEdge';
  /** Opaque cursor of this position. Valid only with the filter of its list. */
  readonly cursor: Scalars['String']['output'];
  /** The user. */
  readonly node: User;
};

/** Which users to return. All given conditions must match. */
export type UserFilter = {
  /**
   * True returns only active users, false only inactive ones. If omitted, both. Gong cannot filter by this, so the other
   * users are read too and then left out.
   */
  readonly active?: InputMaybe<Scalars['Boolean']['input']>;
  /** Earliest creation time, inclusive. Must be earlier than `createdTo`. If omitted, there is no lower bound. */
  readonly createdFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Latest creation time, exclusive. If omitted, there is no upper bound. */
  readonly createdTo?: InputMaybe<Scalars['DateTime']['input']>;
  /**
   * True also returns avatars, the users that Gong adds for its own staff. If omitted, the list leaves them out. Lookups by
   * ID and references from other records find them in any case.
   */
  readonly includeAvatars?: InputMaybe<Scalars['Boolean']['input']>;
  /** 1 to 1,000 Gong user IDs. To keep an order, use `Query.usersByIds`. */
  readonly userIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** How a user speaks on calls, as averages over some days. A measurement is null when Gong does not send it. */
export type UserInteraction = {
  readonly __typename?: 'UserInteraction';
  /** First day that is measured. */
  readonly from: Scalars['Date']['output'];
  /** How often the speaker changes, as Gong's score. A higher value stands for more changes. */
  readonly interactivity: Maybe<Scalars['Float']['output']>;
  /** Longest time for which a customer spoke without a break, in seconds. */
  readonly longestCustomerStorySeconds: Maybe<Scalars['Float']['output']>;
  /** Longest time for which the user spoke without a break, in seconds. */
  readonly longestMonologueSeconds: Maybe<Scalars['Float']['output']>;
  /** Measurements under other names. `[]` when Gong sends none. */
  readonly other: Maybe<ReadonlyArray<InteractionStat>>;
  /** Time for which the user waits before speaking after a customer, in seconds. */
  readonly patienceSeconds: Maybe<Scalars['Float']['output']>;
  /** How many questions the user asks, as Gong's rate. */
  readonly questionRate: Maybe<Scalars['Float']['output']>;
  /** Share of the time for which the user speaks, in the unit that Gong sends. */
  readonly talkRatio: Maybe<Scalars['Float']['output']>;
  /** Time zone of the company, which determines the days. Null when Gong does not say. */
  readonly timeZone: Maybe<Scalars['String']['output']>;
  /** Day after the last one that is measured. */
  readonly to: Scalars['Date']['output'];
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
  /** Gong does not know, or sent a value that it added after this schema was written. */
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

/** What Gong records and imports for a user. A field is null when Gong does not send it. */
export type UserSettings = {
  readonly __typename?: 'UserSettings';
  /** Whether the user's emails are imported. */
  readonly emailsImported: Maybe<Scalars['Boolean']['output']>;
  /** Whether the user can use Gong Connect, Gong's dialer. */
  readonly gongConnectEnabled: Maybe<Scalars['Boolean']['output']>;
  /** Whether the user's meetings that were not recorded are imported. */
  readonly nonRecordedMeetingsImported: Maybe<Scalars['Boolean']['output']>;
  /** Whether import is prevented for all of the user's emails. */
  readonly preventEmailImport: Maybe<Scalars['Boolean']['output']>;
  /** Whether recording is prevented for every conference in which the user takes part. */
  readonly preventWebConferenceRecording: Maybe<Scalars['Boolean']['output']>;
  /** Whether the user's phone calls are imported. If not, the user cannot host an uploaded call. */
  readonly telephonyCallsImported: Maybe<Scalars['Boolean']['output']>;
  /** Whether the user's web conferences are recorded. */
  readonly webConferencesRecorded: Maybe<Scalars['Boolean']['output']>;
};

/** Time for which one kind of video was shown. */
export type VideoSegment = {
  readonly __typename?: 'VideoSegment';
  /** Time shown, in seconds. */
  readonly durationSeconds: Maybe<Scalars['Float']['output']>;
  /** Kind of video, as spelled by Gong: `Browser`, `Presentation`, `Webcam`, `WebcamPrimaryUser`, or `WebcamNonCompany`. */
  readonly name: Maybe<Scalars['String']['output']>;
};

/** A part of the company in Gong, with its own calls, library, and settings. */
export type Workspace = Node & {
  readonly __typename?: 'Workspace';
  /**
   * Definitions of AI briefs of the workspace.
   *
   * Cost: 1 request.
   */
  readonly briefDefinitions: Maybe<ReadonlyArray<BriefDefinition>>;
  /** Description of the workspace, written by its owner. */
  readonly description: Maybe<Scalars['String']['output']>;
  /**
   * All folders of the workspace's public library, as a flat list. Private and archived folders are never included.
   *
   * Cost: 1 request.
   */
  readonly folders: Maybe<ReadonlyArray<Folder>>;
  /** Gong's ID of the workspace, as an exact string of digits. */
  readonly id: Scalars['ID']['output'];
  /** Name. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Opaque ID, unique across all types, for `Query.node` and client caches. */
  readonly nodeId: Scalars['ID']['output'];
  /**
   * Permission profiles of the workspace, sorted by name. Changes that are made in Gong appear after an hour at most.
   *
   * Cost: 1 request per workspace.
   */
  readonly permissionProfiles: Maybe<ReadonlyArray<PermissionProfile>>;
  /**
   * Scorecards of the workspace.
   *
   * Cost: 1 request for the scorecards of all workspaces.
   */
  readonly scorecards: Maybe<ReadonlyArray<Scorecard>>;
  /**
   * Keyword trackers of the workspace. Gong does not list smart trackers.
   *
   * Cost: 1 request.
   */
  readonly trackers: Maybe<ReadonlyArray<Tracker>>;
};

/** An object that other subgraphs can refer to. */
export type _Entity = Call | Folder | Scorecard | Tracker | User | Workspace;

/** What a federation router reads from a subgraph before composition. */
export type _Service = {
  readonly __typename?: '_Service';
  /** The graph as SDL with the directives of Apollo Federation 2, without the elements that only routers use. */
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
  Job:
    | ( CrmJobModel )
    | ( FlowBulkJobModel )
  ;
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
  ActivityFilter: ActivityFilter;
  ActivityPeriod: ActivityPeriod;
  ActorInput: ActorInput;
  AddCallMediaInput: AddCallMediaInput;
  AddCallMediaPayload: ResolverTypeWrapper<AddCallMediaPayload>;
  AiAnswer: ResolverTypeWrapper<AiAnswerModel>;
  AiCallFinding: ResolverTypeWrapper<AiCallFindingModel>;
  AiEmail: ResolverTypeWrapper<AiEmailModel>;
  AiTimePeriod: AiTimePeriod;
  AnswerOption: ResolverTypeWrapper<AnswerOptionModel>;
  AnsweredScorecard: ResolverTypeWrapper<AnsweredScorecardModel>;
  AnsweredScorecardConnection: ResolverTypeWrapper<AnsweredScorecardConnectionModel>;
  AnsweredScorecardEdge: ResolverTypeWrapper<AnsweredScorecardEdgeModel>;
  AnsweredScorecardFilter: AnsweredScorecardFilter;
  AskGongInput: AskGongInput;
  AskGongPayload: ResolverTypeWrapper<AskGongPayloadModel>;
  AssignToFlowInput: AssignToFlowInput;
  AssignToFlowPayload: ResolverTypeWrapper<Omit<AssignToFlowPayload, 'assigned' | 'rejected'> & { assigned?: Maybe<ReadonlyArray<ResolversTypes['FlowInstance']>>, rejected?: Maybe<ReadonlyArray<ResolversTypes['FlowRejection']>> }>;
  AuditLogConnection: ResolverTypeWrapper<AuditLogConnectionModel>;
  AuditLogEdge: ResolverTypeWrapper<AuditLogEdgeModel>;
  AuditLogEntry: ResolverTypeWrapper<AuditLogEntryModel>;
  AuditLogType: AuditLogType;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BriefDefinition: ResolverTypeWrapper<BriefDefinitionModel>;
  BulkAssignToFlowInput: BulkAssignToFlowInput;
  CacheControlScope: CacheControlScope;
  Call: ResolverTypeWrapper<CallModel>;
  CallAccessInput: CallAccessInput;
  CallAccessPayload: ResolverTypeWrapper<CallAccessPayloadModel>;
  CallAccessRejection: ResolverTypeWrapper<CallAccessRejectionModel>;
  CallAccessRejectionCode: CallAccessRejectionCode;
  CallChange: ResolverTypeWrapper<CallChangeModel>;
  CallChangeConnection: ResolverTypeWrapper<CallChangeConnectionModel>;
  CallChangeEdge: ResolverTypeWrapper<CallChangeEdgeModel>;
  CallChangeFilter: CallChangeFilter;
  CallComment: ResolverTypeWrapper<CallCommentModel>;
  CallConnection: ResolverTypeWrapper<CallConnectionModel>;
  CallDimension: CallDimension;
  CallDirection: CallDirection;
  CallEdge: ResolverTypeWrapper<CallEdgeModel>;
  CallFilter: CallFilter;
  CallHighlight: ResolverTypeWrapper<CallHighlightModel>;
  CallHighlightsSection: ResolverTypeWrapper<CallHighlightsSectionModel>;
  CallInteraction: ResolverTypeWrapper<CallInteractionModel>;
  CallMeasures: ResolverTypeWrapper<CallMeasuresModel>;
  CallMedia: ResolverTypeWrapper<CallMediaModel>;
  CallMediaType: CallMediaType;
  CallOrder: CallOrder;
  CallOutcome: ResolverTypeWrapper<CallOutcomeModel>;
  CallOutlineItem: ResolverTypeWrapper<CallOutlineItemModel>;
  CallOutlineSection: ResolverTypeWrapper<CallOutlineSectionModel>;
  CallPart: CallPart;
  CallPartyInput: CallPartyInput;
  CallScope: CallScope;
  CallSearchConnection: ResolverTypeWrapper<CallSearchConnectionModel>;
  CallSearchFilter: CallSearchFilter;
  CallSearchOrder: CallSearchOrder;
  CallSpeaker: ResolverTypeWrapper<CallSpeakerModel>;
  CallStats: ResolverTypeWrapper<CallStatsModel>;
  CallStatsKey: ResolverTypeWrapper<CallStatsKeyModel>;
  CallStatsRow: ResolverTypeWrapper<CallStatsRowModel>;
  CallStructureItem: ResolverTypeWrapper<CallStructureItemModel>;
  CallTopic: ResolverTypeWrapper<CallTopicModel>;
  CallTracker: ResolverTypeWrapper<CallTrackerModel>;
  ChangeKind: ChangeKind;
  CoachedUser: ResolverTypeWrapper<CoachedUserModel>;
  CoachingMetric: ResolverTypeWrapper<CoachingMetricModel>;
  CoachingReport: ResolverTypeWrapper<CoachingReportModel>;
  ConferencingProvider: ResolverTypeWrapper<ConferencingProviderModel>;
  ConstraintFormat: ConstraintFormat;
  ContextTiming: ContextTiming;
  CreateCallInput: CreateCallInput;
  CreateCallPayload: ResolverTypeWrapper<CreateCallPayloadModel>;
  CreateMeetingInput: CreateMeetingInput;
  CreateMeetingPayload: ResolverTypeWrapper<CreateMeetingPayloadModel>;
  CreatePermissionProfileInput: CreatePermissionProfileInput;
  CrmContext: ResolverTypeWrapper<CrmContextModel>;
  CrmContextInput: CrmContextInput;
  CrmDealStatus: CrmDealStatus;
  CrmEntityType: CrmEntityType;
  CrmField: ResolverTypeWrapper<CrmFieldModel>;
  CrmFieldInput: CrmFieldInput;
  CrmFieldType: CrmFieldType;
  CrmIntegration: ResolverTypeWrapper<CrmIntegrationModel>;
  CrmJob: ResolverTypeWrapper<CrmJobModel>;
  CrmJobPayload: ResolverTypeWrapper<Omit<CrmJobPayload, 'job'> & { job: ResolversTypes['CrmJob'] }>;
  CrmObject: ResolverTypeWrapper<CrmObjectModel>;
  CrmObjectFilter: CrmObjectFilter;
  CrmObjectInput: CrmObjectInput;
  CrmObjectType: CrmObjectType;
  CrmRecord: ResolverTypeWrapper<CrmRecordModel>;
  CrmReferenceType: CrmReferenceType;
  CrmRowInput: CrmRowInput;
  CrmSchemaField: ResolverTypeWrapper<CrmSchemaFieldModel>;
  CrmSchemaFieldInput: CrmSchemaFieldInput;
  CrmUploadType: CrmUploadType;
  CrmUploadedObject: ResolverTypeWrapper<CrmUploadedObjectModel>;
  CustomerData: ResolverTypeWrapper<CustomerDataModel>;
  CustomerDataObject: ResolverTypeWrapper<CustomerDataObjectModel>;
  CustomerEngagement: ResolverTypeWrapper<CustomerEngagementModel>;
  DataSubject: ResolverTypeWrapper<DataSubjectModel>;
  DataSubjectCall: ResolverTypeWrapper<DataSubjectCallModel>;
  DataSubjectEmail: ResolverTypeWrapper<DataSubjectEmailModel>;
  DataSubjectMeeting: ResolverTypeWrapper<DataSubjectMeeting>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeleteCrmIntegrationInput: DeleteCrmIntegrationInput;
  DeleteMeetingInput: DeleteMeetingInput;
  DeleteMeetingPayload: ResolverTypeWrapper<DeleteMeetingPayload>;
  DialerAutomation: DialerAutomation;
  DialerConnectStatus: DialerConnectStatus;
  DialerOutcome: ResolverTypeWrapper<DialerOutcomeModel>;
  DialerOutcomeCategory: DialerOutcomeCategory;
  DialerSentiment: DialerSentiment;
  DialerTodoAction: DialerTodoAction;
  DigitalCompanyInput: DigitalCompanyInput;
  DigitalCompanyRecordInput: DigitalCompanyRecordInput;
  DigitalCompanyRecordType: DigitalCompanyRecordType;
  DigitalContentInput: DigitalContentInput;
  DigitalDevice: DigitalDevice;
  DigitalFieldInput: DigitalFieldInput;
  DigitalFieldType: DigitalFieldType;
  DigitalLocationInput: DigitalLocationInput;
  DigitalNumberInput: DigitalNumberInput;
  DigitalNumberType: DigitalNumberType;
  DigitalPersonInput: DigitalPersonInput;
  DigitalPersonRecordInput: DigitalPersonRecordInput;
  DigitalPersonRecordType: DigitalPersonRecordType;
  DigitalSearchInput: DigitalSearchInput;
  DigitalSearchType: DigitalSearchType;
  DigitalStepInput: DigitalStepInput;
  EngageAccount: ResolverTypeWrapper<EngageAccountModel>;
  EngageChannel: EngageChannel;
  EngageContact: ResolverTypeWrapper<EngageContactModel>;
  EngageContactAffiliation: EngageContactAffiliation;
  EngageContactType: EngageContactType;
  EngageCrmType: EngageCrmType;
  EngageOpportunity: ResolverTypeWrapper<EngageOpportunityModel>;
  EngagePhoneNumber: ResolverTypeWrapper<EngagePhoneNumberModel>;
  EngageTask: ResolverTypeWrapper<EngageTaskModel>;
  EngageTaskAction: EngageTaskAction;
  EngageTaskPriority: ResolverTypeWrapper<EngageTaskPriorityModel>;
  EngageTaskStatus: EngageTaskStatus;
  EngageTaskStep: ResolverTypeWrapper<EngageTaskStepModel>;
  EngageTaskType: EngageTaskType;
  EngagementEventPayload: ResolverTypeWrapper<EngagementEventPayloadModel>;
  EntityBriefMcpResult: ResolverTypeWrapper<EntityBriefMcpResultModel>;
  EntityBriefMcpSource: ResolverTypeWrapper<EntityBriefMcpSourceModel>;
  EntityBriefMcpStatus: EntityBriefMcpStatus;
  EntityBriefPayload: ResolverTypeWrapper<EntityBriefPayloadModel>;
  EntityBriefSection: ResolverTypeWrapper<EntityBriefSectionModel>;
  EntityBriefSectionType: EntityBriefSectionType;
  EntityBriefWebPage: ResolverTypeWrapper<EntityBriefWebPageModel>;
  EraseDataSubjectInput: EraseDataSubjectInput;
  EraseDataSubjectPayload: ResolverTypeWrapper<EraseDataSubjectPayload>;
  ExternalRecord: ResolverTypeWrapper<ExternalRecordModel>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Flow: ResolverTypeWrapper<FlowModel>;
  FlowBulkJob: ResolverTypeWrapper<FlowBulkJobModel>;
  FlowBulkJobPayload: ResolverTypeWrapper<Omit<FlowBulkJobPayload, 'job'> & { job?: Maybe<ResolversTypes['FlowBulkJob']> }>;
  FlowBulkProspect: ResolverTypeWrapper<FlowBulkProspectModel>;
  FlowBulkResult: ResolverTypeWrapper<FlowBulkResultModel>;
  FlowBulkResultStatus: FlowBulkResultStatus;
  FlowConnection: ResolverTypeWrapper<FlowConnectionModel>;
  FlowContextInput: FlowContextInput;
  FlowEdge: ResolverTypeWrapper<FlowEdgeModel>;
  FlowFolder: ResolverTypeWrapper<FlowFolderModel>;
  FlowFolderConnection: ResolverTypeWrapper<FlowFolderConnectionModel>;
  FlowFolderEdge: ResolverTypeWrapper<FlowFolderEdgeModel>;
  FlowInstance: ResolverTypeWrapper<FlowInstanceModel>;
  FlowInstanceStatus: FlowInstanceStatus;
  FlowProspectInput: FlowProspectInput;
  FlowRejection: ResolverTypeWrapper<FlowRejectionModel>;
  FlowStep: ResolverTypeWrapper<FlowStepModel>;
  FlowStepAction: FlowStepAction;
  FlowStepContentInput: FlowStepContentInput;
  FlowVariableInput: FlowVariableInput;
  FlowVisibility: FlowVisibility;
  Folder: ResolverTypeWrapper<FolderModel>;
  FolderCall: ResolverTypeWrapper<FolderCallModel>;
  ForecastPermissions: ResolverTypeWrapper<ForecastPermissionsModel>;
  ForecastPermissionsInput: ForecastPermissionsInput;
  GenerateEntityBriefInput: GenerateEntityBriefInput;
  GongRequestInput: GongRequestInput;
  GongRequestPayload: ResolverTypeWrapper<GongRequestPayload>;
  GrantCallAccessInput: GrantCallAccessInput;
  HostStats: ResolverTypeWrapper<HostStatsModel>;
  HttpMethod: HttpMethod;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  IframeIntegration: IframeIntegration;
  IframeOriginInput: IframeOriginInput;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  InteractionStat: ResolverTypeWrapper<InteractionStatModel>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Job: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Job']>;
  JobError: ResolverTypeWrapper<JobErrorModel>;
  JobStatus: JobStatus;
  LibraryFolderAccess: ResolverTypeWrapper<LibraryFolderAccessModel>;
  LibraryFolderAccessInput: LibraryFolderAccessInput;
  LibraryFolderLevel: LibraryFolderLevel;
  Meeting: ResolverTypeWrapper<MeetingModel>;
  MeetingIntegrationStatus: ResolverTypeWrapper<MeetingIntegrationStatusModel>;
  MeetingInvitee: ResolverTypeWrapper<MeetingInviteeModel>;
  MeetingInviteeInput: MeetingInviteeInput;
  Monologue: ResolverTypeWrapper<MonologueModel>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  PageInfo: ResolverTypeWrapper<PageInfoModel>;
  ParticipantFilter: ParticipantFilter;
  Party: ResolverTypeWrapper<PartyModel>;
  PartyAffiliation: PartyAffiliation;
  Passage: ResolverTypeWrapper<PassageModel>;
  PassageConnection: ResolverTypeWrapper<PassageConnectionModel>;
  PassageEdge: ResolverTypeWrapper<PassageEdgeModel>;
  PassageOrder: PassageOrder;
  PermissionCapability: PermissionCapability;
  PermissionLevel: PermissionLevel;
  PermissionProfile: ResolverTypeWrapper<PermissionProfileModel>;
  PermissionProfilePayload: ResolverTypeWrapper<PermissionProfilePayloadModel>;
  PermissionReach: ResolverTypeWrapper<PermissionReachModel>;
  PermissionReachInput: PermissionReachInput;
  PropertyDataType: PropertyDataType;
  PropertyInput: PropertyInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Quota: ResolverTypeWrapper<QuotaModel>;
  RecordChange: ResolverTypeWrapper<RecordChangeModel>;
  RecordChangeConnection: ResolverTypeWrapper<RecordChangeConnectionModel>;
  RecordChangeEdge: ResolverTypeWrapper<RecordChangeEdgeModel>;
  RecordContentShareInput: RecordContentShareInput;
  RecordContentViewInput: RecordContentViewInput;
  RecordCustomActionInput: RecordCustomActionInput;
  RecordDigitalInteractionInput: RecordDigitalInteractionInput;
  RecordKind: RecordKind;
  RefreshCallsInput: RefreshCallsInput;
  RefreshCallsPayload: ResolverTypeWrapper<RefreshCallsPayloadModel>;
  RegisterCrmIntegrationInput: RegisterCrmIntegrationInput;
  RegisterCrmIntegrationPayload: ResolverTypeWrapper<Omit<RegisterCrmIntegrationPayload, 'integration'> & { integration: ResolversTypes['CrmIntegration'] }>;
  ReplaceCrmSchemaInput: ReplaceCrmSchemaInput;
  ReplaceCrmSchemaPayload: ResolverTypeWrapper<ReplaceCrmSchemaPayload>;
  Replica: ResolverTypeWrapper<ReplicaModel>;
  ReplicaProgress: ResolverTypeWrapper<ReplicaProgressModel>;
  ReplicaState: ReplicaState;
  ReviewMethod: ReviewMethod;
  ReviewMethodFilter: ReviewMethodFilter;
  ReviewOfCallFilter: ReviewOfCallFilter;
  RevokeCallAccessInput: RevokeCallAccessInput;
  Scorecard: ResolverTypeWrapper<ScorecardModel>;
  ScorecardAnswer: ResolverTypeWrapper<ScorecardAnswerModel>;
  ScorecardQuestion: ResolverTypeWrapper<ScorecardQuestionModel>;
  Sentence: ResolverTypeWrapper<SentenceModel>;
  SetIframeOriginsInput: SetIframeOriginsInput;
  SetIframeOriginsPayload: ResolverTypeWrapper<SetIframeOriginsPayload>;
  SharerInput: SharerInput;
  Snippet: ResolverTypeWrapper<SnippetModel>;
  SpeakersTimelineInput: SpeakersTimelineInput;
  SpeechFilter: SpeechFilter;
  SpeechSegmentInput: SpeechSegmentInput;
  SpokenLanguage: ResolverTypeWrapper<SpokenLanguageModel>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  TaskFilter: TaskFilter;
  TextSpan: ResolverTypeWrapper<TextSpan>;
  Tracker: ResolverTypeWrapper<TrackerModel>;
  TrackerHitFilter: TrackerHitFilter;
  TrackerKeywords: ResolverTypeWrapper<TrackerKeywordsModel>;
  TrackerOccurrence: ResolverTypeWrapper<TrackerOccurrenceModel>;
  TrackerPhrase: ResolverTypeWrapper<TrackerPhraseModel>;
  TrackerType: TrackerType;
  Transcript: ResolverTypeWrapper<TranscriptModel>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  UnassignFromFlowsInput: UnassignFromFlowsInput;
  UnassignFromFlowsPayload: ResolverTypeWrapper<UnassignFromFlowsPayloadModel>;
  UnassignRejection: ResolverTypeWrapper<UnassignRejectionModel>;
  UnassignRejectionCode: UnassignRejectionCode;
  UpdateMeetingInput: UpdateMeetingInput;
  UpdateMeetingPayload: ResolverTypeWrapper<UpdateMeetingPayloadModel>;
  UpdatePermissionProfileInput: UpdatePermissionProfileInput;
  UpdateTaskInput: UpdateTaskInput;
  UpdateTaskPayload: ResolverTypeWrapper<Omit<UpdateTaskPayload, 'task'> & { task?: Maybe<ResolversTypes['EngageTask']> }>;
  Upload: ResolverTypeWrapper<Scalars['Upload']['output']>;
  UploadCrmObjectsInput: UploadCrmObjectsInput;
  UploadCrmObjectsPayload: ResolverTypeWrapper<Omit<UploadCrmObjectsPayload, 'job'> & { job: ResolversTypes['CrmJob'] }>;
  UploadStatus: UploadStatus;
  User: ResolverTypeWrapper<UserModel>;
  UserActivity: ResolverTypeWrapper<UserActivityModel>;
  UserActivityBucket: ResolverTypeWrapper<UserActivityBucketModel>;
  UserActivityConnection: ResolverTypeWrapper<UserActivityConnectionModel>;
  UserActivityDay: ResolverTypeWrapper<UserActivityDayModel>;
  UserActivityEdge: ResolverTypeWrapper<UserActivityEdgeModel>;
  UserConnection: ResolverTypeWrapper<UserConnectionModel>;
  UserEdge: ResolverTypeWrapper<UserEdgeModel>;
  UserFilter: UserFilter;
  UserInteraction: ResolverTypeWrapper<UserInteractionModel>;
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
  ActivityFilter: ActivityFilter;
  ActorInput: ActorInput;
  AddCallMediaInput: AddCallMediaInput;
  AddCallMediaPayload: AddCallMediaPayload;
  AiAnswer: AiAnswerModel;
  AiCallFinding: AiCallFindingModel;
  AiEmail: AiEmailModel;
  AnswerOption: AnswerOptionModel;
  AnsweredScorecard: AnsweredScorecardModel;
  AnsweredScorecardConnection: AnsweredScorecardConnectionModel;
  AnsweredScorecardEdge: AnsweredScorecardEdgeModel;
  AnsweredScorecardFilter: AnsweredScorecardFilter;
  AskGongInput: AskGongInput;
  AskGongPayload: AskGongPayloadModel;
  AssignToFlowInput: AssignToFlowInput;
  AssignToFlowPayload: Omit<AssignToFlowPayload, 'assigned' | 'rejected'> & { assigned?: Maybe<ReadonlyArray<ResolversParentTypes['FlowInstance']>>, rejected?: Maybe<ReadonlyArray<ResolversParentTypes['FlowRejection']>> };
  AuditLogConnection: AuditLogConnectionModel;
  AuditLogEdge: AuditLogEdgeModel;
  AuditLogEntry: AuditLogEntryModel;
  Boolean: Scalars['Boolean']['output'];
  BriefDefinition: BriefDefinitionModel;
  BulkAssignToFlowInput: BulkAssignToFlowInput;
  Call: CallModel;
  CallAccessInput: CallAccessInput;
  CallAccessPayload: CallAccessPayloadModel;
  CallAccessRejection: CallAccessRejectionModel;
  CallChange: CallChangeModel;
  CallChangeConnection: CallChangeConnectionModel;
  CallChangeEdge: CallChangeEdgeModel;
  CallChangeFilter: CallChangeFilter;
  CallComment: CallCommentModel;
  CallConnection: CallConnectionModel;
  CallEdge: CallEdgeModel;
  CallFilter: CallFilter;
  CallHighlight: CallHighlightModel;
  CallHighlightsSection: CallHighlightsSectionModel;
  CallInteraction: CallInteractionModel;
  CallMeasures: CallMeasuresModel;
  CallMedia: CallMediaModel;
  CallOutcome: CallOutcomeModel;
  CallOutlineItem: CallOutlineItemModel;
  CallOutlineSection: CallOutlineSectionModel;
  CallPartyInput: CallPartyInput;
  CallSearchConnection: CallSearchConnectionModel;
  CallSearchFilter: CallSearchFilter;
  CallSpeaker: CallSpeakerModel;
  CallStats: CallStatsModel;
  CallStatsKey: CallStatsKeyModel;
  CallStatsRow: CallStatsRowModel;
  CallStructureItem: CallStructureItemModel;
  CallTopic: CallTopicModel;
  CallTracker: CallTrackerModel;
  CoachedUser: CoachedUserModel;
  CoachingMetric: CoachingMetricModel;
  CoachingReport: CoachingReportModel;
  ConferencingProvider: ConferencingProviderModel;
  CreateCallInput: CreateCallInput;
  CreateCallPayload: CreateCallPayloadModel;
  CreateMeetingInput: CreateMeetingInput;
  CreateMeetingPayload: CreateMeetingPayloadModel;
  CreatePermissionProfileInput: CreatePermissionProfileInput;
  CrmContext: CrmContextModel;
  CrmContextInput: CrmContextInput;
  CrmField: CrmFieldModel;
  CrmFieldInput: CrmFieldInput;
  CrmIntegration: CrmIntegrationModel;
  CrmJob: CrmJobModel;
  CrmJobPayload: Omit<CrmJobPayload, 'job'> & { job: ResolversParentTypes['CrmJob'] };
  CrmObject: CrmObjectModel;
  CrmObjectFilter: CrmObjectFilter;
  CrmObjectInput: CrmObjectInput;
  CrmRecord: CrmRecordModel;
  CrmRowInput: CrmRowInput;
  CrmSchemaField: CrmSchemaFieldModel;
  CrmSchemaFieldInput: CrmSchemaFieldInput;
  CrmUploadedObject: CrmUploadedObjectModel;
  CustomerData: CustomerDataModel;
  CustomerDataObject: CustomerDataObjectModel;
  CustomerEngagement: CustomerEngagementModel;
  DataSubject: DataSubjectModel;
  DataSubjectCall: DataSubjectCallModel;
  DataSubjectEmail: DataSubjectEmailModel;
  DataSubjectMeeting: DataSubjectMeeting;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DeleteCrmIntegrationInput: DeleteCrmIntegrationInput;
  DeleteMeetingInput: DeleteMeetingInput;
  DeleteMeetingPayload: DeleteMeetingPayload;
  DialerOutcome: DialerOutcomeModel;
  DigitalCompanyInput: DigitalCompanyInput;
  DigitalCompanyRecordInput: DigitalCompanyRecordInput;
  DigitalContentInput: DigitalContentInput;
  DigitalFieldInput: DigitalFieldInput;
  DigitalLocationInput: DigitalLocationInput;
  DigitalNumberInput: DigitalNumberInput;
  DigitalPersonInput: DigitalPersonInput;
  DigitalPersonRecordInput: DigitalPersonRecordInput;
  DigitalSearchInput: DigitalSearchInput;
  DigitalStepInput: DigitalStepInput;
  EngageAccount: EngageAccountModel;
  EngageContact: EngageContactModel;
  EngageOpportunity: EngageOpportunityModel;
  EngagePhoneNumber: EngagePhoneNumberModel;
  EngageTask: EngageTaskModel;
  EngageTaskPriority: EngageTaskPriorityModel;
  EngageTaskStep: EngageTaskStepModel;
  EngagementEventPayload: EngagementEventPayloadModel;
  EntityBriefMcpResult: EntityBriefMcpResultModel;
  EntityBriefMcpSource: EntityBriefMcpSourceModel;
  EntityBriefPayload: EntityBriefPayloadModel;
  EntityBriefSection: EntityBriefSectionModel;
  EntityBriefWebPage: EntityBriefWebPageModel;
  EraseDataSubjectInput: EraseDataSubjectInput;
  EraseDataSubjectPayload: EraseDataSubjectPayload;
  ExternalRecord: ExternalRecordModel;
  Float: Scalars['Float']['output'];
  Flow: FlowModel;
  FlowBulkJob: FlowBulkJobModel;
  FlowBulkJobPayload: Omit<FlowBulkJobPayload, 'job'> & { job?: Maybe<ResolversParentTypes['FlowBulkJob']> };
  FlowBulkProspect: FlowBulkProspectModel;
  FlowBulkResult: FlowBulkResultModel;
  FlowConnection: FlowConnectionModel;
  FlowContextInput: FlowContextInput;
  FlowEdge: FlowEdgeModel;
  FlowFolder: FlowFolderModel;
  FlowFolderConnection: FlowFolderConnectionModel;
  FlowFolderEdge: FlowFolderEdgeModel;
  FlowInstance: FlowInstanceModel;
  FlowProspectInput: FlowProspectInput;
  FlowRejection: FlowRejectionModel;
  FlowStep: FlowStepModel;
  FlowStepContentInput: FlowStepContentInput;
  FlowVariableInput: FlowVariableInput;
  Folder: FolderModel;
  FolderCall: FolderCallModel;
  ForecastPermissions: ForecastPermissionsModel;
  ForecastPermissionsInput: ForecastPermissionsInput;
  GenerateEntityBriefInput: GenerateEntityBriefInput;
  GongRequestInput: GongRequestInput;
  GongRequestPayload: GongRequestPayload;
  GrantCallAccessInput: GrantCallAccessInput;
  HostStats: HostStatsModel;
  ID: Scalars['ID']['output'];
  IframeOriginInput: IframeOriginInput;
  Int: Scalars['Int']['output'];
  InteractionStat: InteractionStatModel;
  JSON: Scalars['JSON']['output'];
  Job: ResolversInterfaceTypes<ResolversParentTypes>['Job'];
  JobError: JobErrorModel;
  LibraryFolderAccess: LibraryFolderAccessModel;
  LibraryFolderAccessInput: LibraryFolderAccessInput;
  Meeting: MeetingModel;
  MeetingIntegrationStatus: MeetingIntegrationStatusModel;
  MeetingInvitee: MeetingInviteeModel;
  MeetingInviteeInput: MeetingInviteeInput;
  Monologue: MonologueModel;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfoModel;
  ParticipantFilter: ParticipantFilter;
  Party: PartyModel;
  Passage: PassageModel;
  PassageConnection: PassageConnectionModel;
  PassageEdge: PassageEdgeModel;
  PermissionProfile: PermissionProfileModel;
  PermissionProfilePayload: PermissionProfilePayloadModel;
  PermissionReach: PermissionReachModel;
  PermissionReachInput: PermissionReachInput;
  PropertyInput: PropertyInput;
  Query: Record<PropertyKey, never>;
  Quota: QuotaModel;
  RecordChange: RecordChangeModel;
  RecordChangeConnection: RecordChangeConnectionModel;
  RecordChangeEdge: RecordChangeEdgeModel;
  RecordContentShareInput: RecordContentShareInput;
  RecordContentViewInput: RecordContentViewInput;
  RecordCustomActionInput: RecordCustomActionInput;
  RecordDigitalInteractionInput: RecordDigitalInteractionInput;
  RefreshCallsInput: RefreshCallsInput;
  RefreshCallsPayload: RefreshCallsPayloadModel;
  RegisterCrmIntegrationInput: RegisterCrmIntegrationInput;
  RegisterCrmIntegrationPayload: Omit<RegisterCrmIntegrationPayload, 'integration'> & { integration: ResolversParentTypes['CrmIntegration'] };
  ReplaceCrmSchemaInput: ReplaceCrmSchemaInput;
  ReplaceCrmSchemaPayload: ReplaceCrmSchemaPayload;
  Replica: ReplicaModel;
  ReplicaProgress: ReplicaProgressModel;
  ReviewOfCallFilter: ReviewOfCallFilter;
  RevokeCallAccessInput: RevokeCallAccessInput;
  Scorecard: ScorecardModel;
  ScorecardAnswer: ScorecardAnswerModel;
  ScorecardQuestion: ScorecardQuestionModel;
  Sentence: SentenceModel;
  SetIframeOriginsInput: SetIframeOriginsInput;
  SetIframeOriginsPayload: SetIframeOriginsPayload;
  SharerInput: SharerInput;
  Snippet: SnippetModel;
  SpeakersTimelineInput: SpeakersTimelineInput;
  SpeechFilter: SpeechFilter;
  SpeechSegmentInput: SpeechSegmentInput;
  SpokenLanguage: SpokenLanguageModel;
  String: Scalars['String']['output'];
  TaskFilter: TaskFilter;
  TextSpan: TextSpan;
  Tracker: TrackerModel;
  TrackerHitFilter: TrackerHitFilter;
  TrackerKeywords: TrackerKeywordsModel;
  TrackerOccurrence: TrackerOccurrenceModel;
  TrackerPhrase: TrackerPhraseModel;
  Transcript: TranscriptModel;
  URL: Scalars['URL']['output'];
  UnassignFromFlowsInput: UnassignFromFlowsInput;
  UnassignFromFlowsPayload: UnassignFromFlowsPayloadModel;
  UnassignRejection: UnassignRejectionModel;
  UpdateMeetingInput: UpdateMeetingInput;
  UpdateMeetingPayload: UpdateMeetingPayloadModel;
  UpdatePermissionProfileInput: UpdatePermissionProfileInput;
  UpdateTaskInput: UpdateTaskInput;
  UpdateTaskPayload: Omit<UpdateTaskPayload, 'task'> & { task?: Maybe<ResolversParentTypes['EngageTask']> };
  Upload: Scalars['Upload']['output'];
  UploadCrmObjectsInput: UploadCrmObjectsInput;
  UploadCrmObjectsPayload: Omit<UploadCrmObjectsPayload, 'job'> & { job: ResolversParentTypes['CrmJob'] };
  User: UserModel;
  UserActivity: UserActivityModel;
  UserActivityBucket: UserActivityBucketModel;
  UserActivityConnection: UserActivityConnectionModel;
  UserActivityDay: UserActivityDayModel;
  UserActivityEdge: UserActivityEdgeModel;
  UserConnection: UserConnectionModel;
  UserEdge: UserEdgeModel;
  UserFilter: UserFilter;
  UserInteraction: UserInteractionModel;
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
  unlessArgument?: Maybe<Scalars['String']['input']>;
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
  isPerDay?: Scalars['Boolean']['input'];
  perItemOf?: Maybe<Scalars['String']['input']>;
};

export type ListSizeDirectiveResolver<Result, Parent, ContextType = ContextValue, Args = ListSizeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type MergeDirectiveArgs = {
  keyField: Scalars['String']['input'];
};

export type MergeDirectiveResolver<Result, Parent, ContextType = ContextValue, Args = MergeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ReadsAllDirectiveArgs = {
  operation: Scalars['String']['input'];
  perWorkspace: Scalars['Int']['input'];
};

export type ReadsAllDirectiveResolver<Result, Parent, ContextType = ContextValue, Args = ReadsAllDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ShareableDirectiveArgs = { };

export type ShareableDirectiveResolver<Result, Parent, ContextType = ContextValue, Args = ShareableDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AddCallMediaPayloadResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['AddCallMediaPayload'] = ResolversParentTypes['AddCallMediaPayload']> = {
  callId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  callUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  uploadUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
};

export type AiAnswerResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['AiAnswer'] = ResolversParentTypes['AiAnswer']> = {
  calls?: Resolver<ReadonlyArray<ResolversTypes['AiCallFinding']>, ParentType, ContextType>;
  emails?: Resolver<ReadonlyArray<ResolversTypes['AiEmail']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AiCallFindingResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['AiCallFinding'] = ResolversParentTypes['AiCallFinding']> = {
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
};

export type AiEmailResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['AiEmail'] = ResolversParentTypes['AiEmail']> = {
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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

export type AskGongPayloadResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['AskGongPayload'] = ResolversParentTypes['AskGongPayload']> = {
  answers?: Resolver<ReadonlyArray<ResolversTypes['AiAnswer']>, ParentType, ContextType>;
  callsSearched?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  emailsSearched?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AssignToFlowPayloadResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['AssignToFlowPayload'] = ResolversParentTypes['AssignToFlowPayload']> = {
  assigned?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FlowInstance']>>, ParentType, ContextType>;
  rejected?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FlowRejection']>>, ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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

export type BriefDefinitionResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['BriefDefinition'] = ResolversParentTypes['BriefDefinition']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  creator?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  published?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
};

export type CallResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['Call'] = ResolversParentTypes['Call']> = {
  accounts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CrmRecord']>>, ParentType, ContextType>;
  answeredScorecards?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AnsweredScorecard']>>, ParentType, ContextType>;
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
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
  individualAccess?: Resolver<Maybe<ReadonlyArray<ResolversTypes['User']>>, ParentType, ContextType>;
  interaction?: Resolver<Maybe<ResolversTypes['CallInteraction']>, ParentType, ContextType>;
  isPrivate?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  keyPoints?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  media?: Resolver<Maybe<ResolversTypes['CallMedia']>, ParentType, ContextType>;
  mediaType?: Resolver<Maybe<ResolversTypes['CallMediaType']>, ParentType, ContextType>;
  meetingUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  opportunities?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CrmRecord']>>, ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['CallOutcome']>, ParentType, ContextType>;
  outline?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CallOutlineSection']>>, ParentType, ContextType>;
  parties?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Party']>>, ParentType, ContextType, Partial<CallPartiesArgs>>;
  passages?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Passage']>>, ParentType, ContextType, RequireFields<CallPassagesArgs, 'first' | 'text'>>;
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
  trackers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CallTracker']>>, ParentType, ContextType, RequireFields<CallTrackersArgs, 'detectedOnly'>>;
  transcript?: Resolver<Maybe<ResolversTypes['Transcript']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CallAccessPayloadResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CallAccessPayload'] = ResolversParentTypes['CallAccessPayload']> = {
  callIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  rejected?: Resolver<ReadonlyArray<ResolversTypes['CallAccessRejection']>, ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CallAccessRejectionResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CallAccessRejection'] = ResolversParentTypes['CallAccessRejection']> = {
  callId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['CallAccessRejectionCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CallChangeResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CallChange'] = ResolversParentTypes['CallChange']> = {
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
  callId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  changed?: Resolver<ReadonlyArray<ResolversTypes['CallPart']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  seenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type CallChangeConnectionResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CallChangeConnection'] = ResolversParentTypes['CallChangeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CallChangeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['CallChange']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CallChangeEdgeResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CallChangeEdge'] = ResolversParentTypes['CallChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CallChange'], ParentType, ContextType>;
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
  host?: Resolver<Maybe<ResolversTypes['HostStats']>, ParentType, ContextType>;
  nonCompanyQuestionCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  speakers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CallSpeaker']>>, ParentType, ContextType>;
  stats?: Resolver<Maybe<ReadonlyArray<ResolversTypes['InteractionStat']>>, ParentType, ContextType>;
  video?: Resolver<Maybe<ReadonlyArray<ResolversTypes['VideoSegment']>>, ParentType, ContextType>;
};

export type CallMeasuresResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CallMeasures'] = ResolversParentTypes['CallMeasures']> = {
  averageDurationSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  averageScore?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  calls?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  callsWithTalkTime?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  callsWithTrackerHits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  companyQuestions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  customerTalkRatio?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  durationSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  hostTalkRatio?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  otherQuestions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reviews?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  trackerHits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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

export type CallSearchConnectionResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CallSearchConnection'] = ResolversParentTypes['CallSearchConnection']> = {
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['CallEdge']>, ParentType, ContextType>;
  isComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Call']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CallSpeakerResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CallSpeaker'] = ResolversParentTypes['CallSpeaker']> = {
  party?: Resolver<Maybe<ResolversTypes['Party']>, ParentType, ContextType>;
  partyId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  talkTimeSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type CallStatsResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CallStats'] = ResolversParentTypes['CallStats']> = {
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  isComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isTruncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rows?: Resolver<ReadonlyArray<ResolversTypes['CallStatsRow']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['CallMeasures'], ParentType, ContextType>;
};

export type CallStatsKeyResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CallStatsKey'] = ResolversParentTypes['CallStatsKey']> = {
  dimension?: Resolver<ResolversTypes['CallDimension'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scorecard?: Resolver<Maybe<ResolversTypes['Scorecard']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  tracker?: Resolver<Maybe<ResolversTypes['Tracker']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
};

export type CallStatsRowResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CallStatsRow'] = ResolversParentTypes['CallStatsRow']> = {
  keys?: Resolver<ReadonlyArray<ResolversTypes['CallStatsKey']>, ParentType, ContextType>;
  measures?: Resolver<ResolversTypes['CallMeasures'], ParentType, ContextType>;
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

export type CoachedUserResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CoachedUser'] = ResolversParentTypes['CoachedUser']> = {
  metrics?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CoachingMetric']>>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type CoachingMetricResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CoachingMetric'] = ResolversParentTypes['CoachingMetric']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CoachingReportResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CoachingReport'] = ResolversParentTypes['CoachingReport']> = {
  reports?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CoachedUser']>>, ParentType, ContextType>;
};

export type ConferencingProviderResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['ConferencingProvider'] = ResolversParentTypes['ConferencingProvider']> = {
  isDefault?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  provider?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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

export type CrmIntegrationResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CrmIntegration'] = ResolversParentTypes['CrmIntegration']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  objects?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['CrmUploadedObject']>>>, ParentType, ContextType, RequireFields<CrmIntegrationObjectsArgs, 'ids' | 'objectType'>>;
  ownerEmail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  schema?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CrmSchemaField']>>, ParentType, ContextType, Partial<CrmIntegrationSchemaArgs>>;
};

export type CrmJobResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CrmJob'] = ResolversParentTypes['CrmJob']> = {
  errorCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  errors?: Resolver<Maybe<ReadonlyArray<ResolversTypes['JobError']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['JobStatus']>, ParentType, ContextType>;
  successCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CrmJobPayloadResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CrmJobPayload'] = ResolversParentTypes['CrmJobPayload']> = {
  alreadySent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  job?: Resolver<ResolversTypes['CrmJob'], ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CrmObjectResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CrmObject'] = ResolversParentTypes['CrmObject']> = {
  fields?: Resolver<ReadonlyArray<ResolversTypes['CrmField']>, ParentType, ContextType>;
  objectId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  objectType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  timing?: Resolver<Maybe<ResolversTypes['ContextTiming']>, ParentType, ContextType>;
};

export type CrmRecordResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CrmRecord'] = ResolversParentTypes['CrmRecord']> = {
  field?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType, RequireFields<CrmRecordFieldArgs, 'at' | 'name'>>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  system?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CrmSchemaFieldResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CrmSchemaField'] = ResolversParentTypes['CrmSchemaField']> = {
  isDeleted?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  modifiedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  objectType?: Resolver<Maybe<ResolversTypes['CrmObjectType']>, ParentType, ContextType>;
  picklistValues?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  referenceTo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['CrmFieldType']>, ParentType, ContextType>;
};

export type CrmUploadedObjectResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CrmUploadedObject'] = ResolversParentTypes['CrmUploadedObject']> = {
  fields?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CustomerDataResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CustomerData'] = ResolversParentTypes['CustomerData']> = {
  objects?: Resolver<ReadonlyArray<ResolversTypes['CustomerDataObject']>, ParentType, ContextType>;
  system?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CustomerDataObjectResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CustomerDataObject'] = ResolversParentTypes['CustomerDataObject']> = {
  externalId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  fields?: Resolver<ReadonlyArray<ResolversTypes['CrmField']>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CustomerEngagementResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['CustomerEngagement'] = ResolversParentTypes['CustomerEngagement']> = {
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  contentId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contentUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  eventName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  eventType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reportingSystem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceEventId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DataSubjectResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['DataSubject'] = ResolversParentTypes['DataSubject']> = {
  calls?: Resolver<ReadonlyArray<ResolversTypes['DataSubjectCall']>, ParentType, ContextType>;
  confirmation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  customerData?: Resolver<ReadonlyArray<ResolversTypes['CustomerData']>, ParentType, ContextType>;
  emailAddresses?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  emails?: Resolver<ReadonlyArray<ResolversTypes['DataSubjectEmail']>, ParentType, ContextType>;
  engagement?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CustomerEngagement']>>, ParentType, ContextType>;
  matchingPhoneNumbers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  meetings?: Resolver<ReadonlyArray<ResolversTypes['DataSubjectMeeting']>, ParentType, ContextType>;
};

export type DataSubjectCallResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['DataSubjectCall'] = ResolversParentTypes['DataSubjectCall']> = {
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
  callId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  externalRecords?: Resolver<ReadonlyArray<ResolversTypes['ExternalRecord']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DataSubjectEmailResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['DataSubjectEmail'] = ResolversParentTypes['DataSubjectEmail']> = {
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  mailbox?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  messageHash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type DataSubjectMeetingResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['DataSubjectMeeting'] = ResolversParentTypes['DataSubjectMeeting']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
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

export type DialerOutcomeResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['DialerOutcome'] = ResolversParentTypes['DialerOutcome']> = {
  automation?: Resolver<Maybe<ResolversTypes['DialerAutomation']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['DialerOutcomeCategory']>, ParentType, ContextType>;
  connectStatus?: Resolver<Maybe<ResolversTypes['DialerConnectStatus']>, ParentType, ContextType>;
  displayOrder?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sentiment?: Resolver<Maybe<ResolversTypes['DialerSentiment']>, ParentType, ContextType>;
  todoAction?: Resolver<Maybe<ResolversTypes['DialerTodoAction']>, ParentType, ContextType>;
};

export type EngageAccountResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['EngageAccount'] = ResolversParentTypes['EngageAccount']> = {
  crmId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
};

export type EngageContactResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['EngageContact'] = ResolversParentTypes['EngageContact']> = {
  affiliation?: Resolver<Maybe<ResolversTypes['EngageContactAffiliation']>, ParentType, ContextType>;
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  companyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  crmId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  emailAddresses?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  linkedInUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  optOutChannels?: Resolver<Maybe<ReadonlyArray<ResolversTypes['EngageChannel']>>, ParentType, ContextType>;
  phoneNumbers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['EngagePhoneNumber']>>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  timeZone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['EngageContactType']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  zipCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EngageOpportunityResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['EngageOpportunity'] = ResolversParentTypes['EngageOpportunity']> = {
  amount?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  closeDate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  crmId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  probability?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  stage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
};

export type EngagePhoneNumberResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['EngagePhoneNumber'] = ResolversParentTypes['EngagePhoneNumber']> = {
  countryCode?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  extension?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isVerified?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  normalized?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  raw?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EngageTaskResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['EngageTask'] = ResolversParentTypes['EngageTask']> = {
  account?: Resolver<Maybe<ResolversTypes['EngageAccount']>, ParentType, ContextType>;
  actions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['EngageTaskAction']>>, ParentType, ContextType>;
  additionalContacts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['EngageContact']>>, ParentType, ContextType>;
  contact?: Resolver<Maybe<ResolversTypes['EngageContact']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  crmType?: Resolver<Maybe<ResolversTypes['EngageCrmType']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  flow?: Resolver<Maybe<ResolversTypes['Flow']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  opportunity?: Resolver<Maybe<ResolversTypes['EngageOpportunity']>, ParentType, ContextType>;
  priority?: Resolver<Maybe<ResolversTypes['EngageTaskPriority']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['EngageTaskStatus']>, ParentType, ContextType>;
  step?: Resolver<Maybe<ResolversTypes['EngageTaskStep']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['EngageTaskType']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type EngageTaskPriorityResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['EngageTaskPriority'] = ResolversParentTypes['EngageTaskPriority']> = {
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  weight?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type EngageTaskStepResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['EngageTaskStep'] = ResolversParentTypes['EngageTaskStep']> = {
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type EngagementEventPayloadResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['EngagementEventPayload'] = ResolversParentTypes['EngagementEventPayload']> = {
  accepted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  alreadyReported?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EntityBriefMcpResultResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['EntityBriefMcpResult'] = ResolversParentTypes['EntityBriefMcpResult']> = {
  connections?: Resolver<ReadonlyArray<ResolversTypes['EntityBriefMcpSource']>, ParentType, ContextType>;
  errorMessage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  servers?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['EntityBriefMcpStatus'], ParentType, ContextType>;
};

export type EntityBriefMcpSourceResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['EntityBriefMcpSource'] = ResolversParentTypes['EntityBriefMcpSource']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EntityBriefPayloadResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['EntityBriefPayload'] = ResolversParentTypes['EntityBriefPayload']> = {
  callsSearched?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  emailsSearched?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sections?: Resolver<ReadonlyArray<ResolversTypes['EntityBriefSection']>, ParentType, ContextType>;
};

export type EntityBriefSectionResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['EntityBriefSection'] = ResolversParentTypes['EntityBriefSection']> = {
  calls?: Resolver<ReadonlyArray<ResolversTypes['AiCallFinding']>, ParentType, ContextType>;
  emails?: Resolver<ReadonlyArray<ResolversTypes['AiEmail']>, ParentType, ContextType>;
  mcp?: Resolver<Maybe<ResolversTypes['EntityBriefMcpResult']>, ParentType, ContextType>;
  pages?: Resolver<ReadonlyArray<ResolversTypes['EntityBriefWebPage']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['EntityBriefSectionType'], ParentType, ContextType>;
};

export type EntityBriefWebPageResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['EntityBriefWebPage'] = ResolversParentTypes['EntityBriefWebPage']> = {
  domain?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
};

export type EraseDataSubjectPayloadResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['EraseDataSubjectPayload'] = ResolversParentTypes['EraseDataSubjectPayload']> = {
  acceptedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ExternalRecordResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['ExternalRecord'] = ResolversParentTypes['ExternalRecord']> = {
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  system?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type FlowResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['Flow'] = ResolversParentTypes['Flow']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  exclusive?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  folderId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  folderName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  steps?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FlowStep']>>, ParentType, ContextType>;
  visibility?: Resolver<Maybe<ResolversTypes['FlowVisibility']>, ParentType, ContextType>;
};

export type FlowBulkJobResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['FlowBulkJob'] = ResolversParentTypes['FlowBulkJob']> = {
  errorCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  errors?: Resolver<Maybe<ReadonlyArray<ResolversTypes['JobError']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  processedCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  results?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FlowBulkResult']>>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['JobStatus']>, ParentType, ContextType>;
  successCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FlowBulkJobPayloadResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['FlowBulkJobPayload'] = ResolversParentTypes['FlowBulkJobPayload']> = {
  job?: Resolver<Maybe<ResolversTypes['FlowBulkJob']>, ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type FlowBulkProspectResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['FlowBulkProspect'] = ResolversParentTypes['FlowBulkProspect']> = {
  accountCrmId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  companyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  crmId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  emailAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  jobTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  linkedInUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
};

export type FlowBulkResultResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['FlowBulkResult'] = ResolversParentTypes['FlowBulkResult']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  crmId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  flowInstanceId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  prospect?: Resolver<Maybe<ResolversTypes['FlowBulkProspect']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['FlowBulkResultStatus']>, ParentType, ContextType>;
};

export type FlowConnectionResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['FlowConnection'] = ResolversParentTypes['FlowConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['FlowEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Flow']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type FlowEdgeResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['FlowEdge'] = ResolversParentTypes['FlowEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Flow'], ParentType, ContextType>;
};

export type FlowFolderResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['FlowFolder'] = ResolversParentTypes['FlowFolder']> = {
  createdBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  visibility?: Resolver<Maybe<ResolversTypes['FlowVisibility']>, ParentType, ContextType>;
};

export type FlowFolderConnectionResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['FlowFolderConnection'] = ResolversParentTypes['FlowFolderConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['FlowFolderEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['FlowFolder']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type FlowFolderEdgeResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['FlowFolderEdge'] = ResolversParentTypes['FlowFolderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['FlowFolder'], ParentType, ContextType>;
};

export type FlowInstanceResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['FlowInstance'] = ResolversParentTypes['FlowInstance']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  crmProspectId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  exclusive?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  flow?: Resolver<Maybe<ResolversTypes['Flow']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ownerEmail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ownerName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['FlowInstanceStatus']>, ParentType, ContextType>;
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
};

export type FlowRejectionResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['FlowRejection'] = ResolversParentTypes['FlowRejection']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  prospectId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type FlowStepResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['FlowStep'] = ResolversParentTypes['FlowStep']> = {
  action?: Resolver<Maybe<ResolversTypes['FlowStepAction']>, ParentType, ContextType>;
  body?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  isReply?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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

export type ForecastPermissionsResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['ForecastPermissions'] = ResolversParentTypes['ForecastPermissions']> = {
  editSubmissions?: Resolver<Maybe<ResolversTypes['PermissionReach']>, ParentType, ContextType>;
  editTargets?: Resolver<Maybe<ResolversTypes['PermissionReach']>, ParentType, ContextType>;
  forecastAccess?: Resolver<Maybe<ResolversTypes['PermissionReach']>, ParentType, ContextType>;
};

export type GongRequestPayloadResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['GongRequestPayload'] = ResolversParentTypes['GongRequestPayload']> = {
  body?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HostStatsResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['HostStats'] = ResolversParentTypes['HostStats']> = {
  interactivity?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  longestCustomerStorySeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  longestMonologueSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  patienceSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  talkRatio?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type InteractionStatResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['InteractionStat'] = ResolversParentTypes['InteractionStat']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type JobResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['Job'] = ResolversParentTypes['Job']> = {
  __resolveType: TypeResolveFn<'CrmJob' | 'FlowBulkJob', ParentType, ContextType>;
};

export type JobErrorResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['JobError'] = ResolversParentTypes['JobError']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type LibraryFolderAccessResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['LibraryFolderAccess'] = ResolversParentTypes['LibraryFolderAccess']> = {
  folderIds?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['LibraryFolderLevel']>, ParentType, ContextType>;
  manageFolderCalls?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  managePublicFolder?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  manageStreams?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  shareFoldersAndStreams?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

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
  askGong?: Resolver<Maybe<ResolversTypes['AskGongPayload']>, ParentType, ContextType, RequireFields<MutationAskGongArgs, 'input'>>;
  assignToFlow?: Resolver<Maybe<ResolversTypes['AssignToFlowPayload']>, ParentType, ContextType, RequireFields<MutationAssignToFlowArgs, 'input'>>;
  bulkAssignToFlow?: Resolver<Maybe<ResolversTypes['FlowBulkJobPayload']>, ParentType, ContextType, RequireFields<MutationBulkAssignToFlowArgs, 'input'>>;
  createCall?: Resolver<Maybe<ResolversTypes['CreateCallPayload']>, ParentType, ContextType, RequireFields<MutationCreateCallArgs, 'input'>>;
  createMeeting?: Resolver<Maybe<ResolversTypes['CreateMeetingPayload']>, ParentType, ContextType, RequireFields<MutationCreateMeetingArgs, 'input'>>;
  createPermissionProfile?: Resolver<Maybe<ResolversTypes['PermissionProfilePayload']>, ParentType, ContextType, RequireFields<MutationCreatePermissionProfileArgs, 'input'>>;
  deleteCrmIntegration?: Resolver<Maybe<ResolversTypes['CrmJobPayload']>, ParentType, ContextType, RequireFields<MutationDeleteCrmIntegrationArgs, 'input'>>;
  deleteMeeting?: Resolver<Maybe<ResolversTypes['DeleteMeetingPayload']>, ParentType, ContextType, RequireFields<MutationDeleteMeetingArgs, 'input'>>;
  eraseDataSubject?: Resolver<Maybe<ResolversTypes['EraseDataSubjectPayload']>, ParentType, ContextType, RequireFields<MutationEraseDataSubjectArgs, 'input'>>;
  generateEntityBrief?: Resolver<Maybe<ResolversTypes['EntityBriefPayload']>, ParentType, ContextType, RequireFields<MutationGenerateEntityBriefArgs, 'input'>>;
  gongRequest?: Resolver<Maybe<ResolversTypes['GongRequestPayload']>, ParentType, ContextType, RequireFields<MutationGongRequestArgs, 'input'>>;
  grantCallAccess?: Resolver<Maybe<ResolversTypes['CallAccessPayload']>, ParentType, ContextType, RequireFields<MutationGrantCallAccessArgs, 'input'>>;
  recordContentShare?: Resolver<Maybe<ResolversTypes['EngagementEventPayload']>, ParentType, ContextType, RequireFields<MutationRecordContentShareArgs, 'input'>>;
  recordContentView?: Resolver<Maybe<ResolversTypes['EngagementEventPayload']>, ParentType, ContextType, RequireFields<MutationRecordContentViewArgs, 'input'>>;
  recordCustomAction?: Resolver<Maybe<ResolversTypes['EngagementEventPayload']>, ParentType, ContextType, RequireFields<MutationRecordCustomActionArgs, 'input'>>;
  recordDigitalInteraction?: Resolver<Maybe<ResolversTypes['EngagementEventPayload']>, ParentType, ContextType, RequireFields<MutationRecordDigitalInteractionArgs, 'input'>>;
  refreshCalls?: Resolver<Maybe<ResolversTypes['RefreshCallsPayload']>, ParentType, ContextType, RequireFields<MutationRefreshCallsArgs, 'input'>>;
  registerCrmIntegration?: Resolver<Maybe<ResolversTypes['RegisterCrmIntegrationPayload']>, ParentType, ContextType, RequireFields<MutationRegisterCrmIntegrationArgs, 'input'>>;
  replaceCrmSchema?: Resolver<Maybe<ResolversTypes['ReplaceCrmSchemaPayload']>, ParentType, ContextType, RequireFields<MutationReplaceCrmSchemaArgs, 'input'>>;
  revokeCallAccess?: Resolver<Maybe<ResolversTypes['CallAccessPayload']>, ParentType, ContextType, RequireFields<MutationRevokeCallAccessArgs, 'input'>>;
  setIframeOrigins?: Resolver<Maybe<ResolversTypes['SetIframeOriginsPayload']>, ParentType, ContextType, RequireFields<MutationSetIframeOriginsArgs, 'input'>>;
  unassignFromFlows?: Resolver<Maybe<ResolversTypes['UnassignFromFlowsPayload']>, ParentType, ContextType, RequireFields<MutationUnassignFromFlowsArgs, 'input'>>;
  updateMeeting?: Resolver<Maybe<ResolversTypes['UpdateMeetingPayload']>, ParentType, ContextType, RequireFields<MutationUpdateMeetingArgs, 'input'>>;
  updatePermissionProfile?: Resolver<Maybe<ResolversTypes['PermissionProfilePayload']>, ParentType, ContextType, RequireFields<MutationUpdatePermissionProfileArgs, 'input'>>;
  updateTask?: Resolver<Maybe<ResolversTypes['UpdateTaskPayload']>, ParentType, ContextType, RequireFields<MutationUpdateTaskArgs, 'input'>>;
  uploadCrmObjects?: Resolver<Maybe<ResolversTypes['UploadCrmObjectsPayload']>, ParentType, ContextType, RequireFields<MutationUploadCrmObjectsArgs, 'input'>>;
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

export type PassageResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['Passage'] = ResolversParentTypes['Passage']> = {
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType>;
  callId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  endSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  matches?: Resolver<ReadonlyArray<ResolversTypes['TextSpan']>, ParentType, ContextType>;
  speaker?: Resolver<Maybe<ResolversTypes['Party']>, ParentType, ContextType>;
  speakerId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  startSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PassageConnectionResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['PassageConnection'] = ResolversParentTypes['PassageConnection']> = {
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['PassageEdge']>, ParentType, ContextType>;
  isComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Passage']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PassageEdgeResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['PassageEdge'] = ResolversParentTypes['PassageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Passage'], ParentType, ContextType>;
};

export type PermissionProfileResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['PermissionProfile'] = ResolversParentTypes['PermissionProfile']> = {
  callsAccess?: Resolver<Maybe<ResolversTypes['PermissionReach']>, ParentType, ContextType>;
  capabilities?: Resolver<ReadonlyArray<ResolversTypes['PermissionCapability']>, ParentType, ContextType>;
  coachingAccess?: Resolver<Maybe<ResolversTypes['PermissionReach']>, ParentType, ContextType>;
  dealsAccess?: Resolver<Maybe<ResolversTypes['PermissionReach']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  emailsAccess?: Resolver<Maybe<ResolversTypes['PermissionReach']>, ParentType, ContextType>;
  forecastPermissions?: Resolver<Maybe<ResolversTypes['ForecastPermissions']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  insightsAccess?: Resolver<Maybe<ResolversTypes['PermissionReach']>, ParentType, ContextType>;
  libraryFolderAccess?: Resolver<Maybe<ResolversTypes['LibraryFolderAccess']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  usageAccess?: Resolver<Maybe<ResolversTypes['PermissionReach']>, ParentType, ContextType>;
  users?: Resolver<Maybe<ReadonlyArray<ResolversTypes['User']>>, ParentType, ContextType>;
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
};

export type PermissionProfilePayloadResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['PermissionProfilePayload'] = ResolversParentTypes['PermissionProfilePayload']> = {
  profile?: Resolver<Maybe<ResolversTypes['PermissionProfile']>, ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PermissionReachResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['PermissionReach'] = ResolversParentTypes['PermissionReach']> = {
  level?: Resolver<Maybe<ResolversTypes['PermissionLevel']>, ParentType, ContextType>;
  teamLeads?: Resolver<Maybe<ReadonlyArray<ResolversTypes['User']>>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  _entities?: Resolver<ReadonlyArray<Maybe<ResolversTypes['_Entity']>>, ParentType, ContextType, RequireFields<Query_EntitiesArgs, 'representations'>>;
  _sdl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  _service?: Resolver<ResolversTypes['_Service'], ParentType, ContextType>;
  answeredScorecards?: Resolver<Maybe<ResolversTypes['AnsweredScorecardConnection']>, ParentType, ContextType, RequireFields<QueryAnsweredScorecardsArgs, 'first'>>;
  auditLog?: Resolver<Maybe<ResolversTypes['AuditLogConnection']>, ParentType, ContextType, RequireFields<QueryAuditLogArgs, 'first' | 'from' | 'type'>>;
  briefDefinitions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['BriefDefinition']>>, ParentType, ContextType, Partial<QueryBriefDefinitionsArgs>>;
  call?: Resolver<Maybe<ResolversTypes['Call']>, ParentType, ContextType, RequireFields<QueryCallArgs, 'id'>>;
  callChanges?: Resolver<Maybe<ResolversTypes['CallChangeConnection']>, ParentType, ContextType, RequireFields<QueryCallChangesArgs, 'first'>>;
  callStats?: Resolver<Maybe<ResolversTypes['CallStats']>, ParentType, ContextType, RequireFields<QueryCallStatsArgs, 'by' | 'filter' | 'first'>>;
  calls?: Resolver<Maybe<ResolversTypes['CallConnection']>, ParentType, ContextType, RequireFields<QueryCallsArgs, 'first' | 'order'>>;
  callsByIds?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Call']>>>, ParentType, ContextType, RequireFields<QueryCallsByIdsArgs, 'ids'>>;
  crmIntegration?: Resolver<Maybe<ResolversTypes['CrmIntegration']>, ParentType, ContextType>;
  crmJob?: Resolver<Maybe<ResolversTypes['CrmJob']>, ParentType, ContextType, RequireFields<QueryCrmJobArgs, 'clientRequestId' | 'integrationId'>>;
  dataSubject?: Resolver<Maybe<ResolversTypes['DataSubject']>, ParentType, ContextType, Partial<QueryDataSubjectArgs>>;
  dialerOutcomes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DialerOutcome']>>, ParentType, ContextType>;
  flowBulkJob?: Resolver<Maybe<ResolversTypes['FlowBulkJob']>, ParentType, ContextType, RequireFields<QueryFlowBulkJobArgs, 'id'>>;
  flowFolders?: Resolver<Maybe<ResolversTypes['FlowFolderConnection']>, ParentType, ContextType, RequireFields<QueryFlowFoldersArgs, 'first' | 'ownerEmail'>>;
  flowInstancesByIds?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['FlowInstance']>>>, ParentType, ContextType, RequireFields<QueryFlowInstancesByIdsArgs, 'ids'>>;
  flows?: Resolver<Maybe<ResolversTypes['FlowConnection']>, ParentType, ContextType, RequireFields<QueryFlowsArgs, 'first' | 'mostRecentlyAssigned' | 'ownerEmail'>>;
  flowsByIds?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Flow']>>>, ParentType, ContextType, RequireFields<QueryFlowsByIdsArgs, 'ids'>>;
  folder?: Resolver<Maybe<ResolversTypes['Folder']>, ParentType, ContextType, RequireFields<QueryFolderArgs, 'id'>>;
  folders?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Folder']>>, ParentType, ContextType, RequireFields<QueryFoldersArgs, 'workspaceId'>>;
  foldersByIds?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Folder']>>>, ParentType, ContextType, RequireFields<QueryFoldersByIdsArgs, 'ids'>>;
  meetingIntegrationStatus?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MeetingIntegrationStatus']>>, ParentType, ContextType, RequireFields<QueryMeetingIntegrationStatusArgs, 'emails'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'nodeId'>>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'nodeIds'>>;
  permissionProfile?: Resolver<Maybe<ResolversTypes['PermissionProfile']>, ParentType, ContextType, RequireFields<QueryPermissionProfileArgs, 'id'>>;
  prospectFlows?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FlowInstance']>>, ParentType, ContextType, RequireFields<QueryProspectFlowsArgs, 'crmProspectIds'>>;
  quota?: Resolver<Maybe<ResolversTypes['Quota']>, ParentType, ContextType>;
  recordChanges?: Resolver<Maybe<ResolversTypes['RecordChangeConnection']>, ParentType, ContextType, RequireFields<QueryRecordChangesArgs, 'first'>>;
  replica?: Resolver<Maybe<ResolversTypes['Replica']>, ParentType, ContextType>;
  scorecard?: Resolver<Maybe<ResolversTypes['Scorecard']>, ParentType, ContextType, RequireFields<QueryScorecardArgs, 'id'>>;
  scorecards?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Scorecard']>>, ParentType, ContextType, Partial<QueryScorecardsArgs>>;
  scorecardsByIds?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Scorecard']>>>, ParentType, ContextType, RequireFields<QueryScorecardsByIdsArgs, 'ids'>>;
  searchCalls?: Resolver<Maybe<ResolversTypes['CallSearchConnection']>, ParentType, ContextType, RequireFields<QuerySearchCallsArgs, 'filter' | 'first' | 'order'>>;
  searchTranscripts?: Resolver<Maybe<ResolversTypes['PassageConnection']>, ParentType, ContextType, RequireFields<QuerySearchTranscriptsArgs, 'first' | 'order' | 'text'>>;
  searchUsers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['User']>>, ParentType, ContextType, Partial<QuerySearchUsersArgs>>;
  tracker?: Resolver<Maybe<ResolversTypes['Tracker']>, ParentType, ContextType, RequireFields<QueryTrackerArgs, 'id'>>;
  trackers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Tracker']>>, ParentType, ContextType, Partial<QueryTrackersArgs>>;
  trackersByIds?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Tracker']>>>, ParentType, ContextType, RequireFields<QueryTrackersByIdsArgs, 'ids'>>;
  uploadStatus?: Resolver<Maybe<ResolversTypes['UploadStatus']>, ParentType, ContextType, RequireFields<QueryUploadStatusArgs, 'callId'>>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryUserArgs, 'id'>>;
  userActivity?: Resolver<Maybe<ResolversTypes['UserActivityConnection']>, ParentType, ContextType, RequireFields<QueryUserActivityArgs, 'filter' | 'first'>>;
  users?: Resolver<Maybe<ResolversTypes['UserConnection']>, ParentType, ContextType, RequireFields<QueryUsersArgs, 'first'>>;
  usersByIds?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['User']>>>, ParentType, ContextType, RequireFields<QueryUsersByIdsArgs, 'ids'>>;
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType, RequireFields<QueryWorkspaceArgs, 'id'>>;
  workspaces?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Workspace']>>, ParentType, ContextType>;
  workspacesByIds?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Workspace']>>>, ParentType, ContextType, RequireFields<QueryWorkspacesByIdsArgs, 'ids'>>;
};

export type QuotaResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['Quota'] = ResolversParentTypes['Quota']> = {
  clientRequestsPerDay?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  clientRequestsToday?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  perDay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  perSecond?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  queued?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  remainingToday?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resetsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  usedToday?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RecordChangeResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['RecordChange'] = ResolversParentTypes['RecordChange']> = {
  kind?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  record?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType>;
  recordId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  recordKind?: Resolver<ResolversTypes['RecordKind'], ParentType, ContextType>;
  seenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type RecordChangeConnectionResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['RecordChangeConnection'] = ResolversParentTypes['RecordChangeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RecordChangeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['RecordChange']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RecordChangeEdgeResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['RecordChangeEdge'] = ResolversParentTypes['RecordChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RecordChange'], ParentType, ContextType>;
};

export type RefreshCallsPayloadResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['RefreshCallsPayload'] = ResolversParentTypes['RefreshCallsPayload']> = {
  calls?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Call']>>, ParentType, ContextType>;
};

export type RegisterCrmIntegrationPayloadResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['RegisterCrmIntegrationPayload'] = ResolversParentTypes['RegisterCrmIntegrationPayload']> = {
  alreadyExisted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  integration?: Resolver<ResolversTypes['CrmIntegration'], ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReplaceCrmSchemaPayloadResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['ReplaceCrmSchemaPayload'] = ResolversParentTypes['ReplaceCrmSchemaPayload']> = {
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ReplicaResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['Replica'] = ResolversParentTypes['Replica']> = {
  asOf?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  calls?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  head?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  holds?: Resolver<ReadonlyArray<ResolversTypes['CallPart']>, ParentType, ContextType>;
  lateness?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  progress?: Resolver<Maybe<ResolversTypes['ReplicaProgress']>, ParentType, ContextType>;
  reasons?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  requestsPerDay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  requestsToday?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ReplicaState'], ParentType, ContextType>;
};

export type ReplicaProgressResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['ReplicaProgress'] = ResolversParentTypes['ReplicaProgress']> = {
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  share?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
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
  selectedOptions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AnswerOption']>>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ScorecardQuestionResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['ScorecardQuestion'] = ResolversParentTypes['ScorecardQuestion']> = {
  answerGuide?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  answerOptions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AnswerOption']>>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isOverall?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  maxRange?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  minRange?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  revisionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updater?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type SentenceResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['Sentence'] = ResolversParentTypes['Sentence']> = {
  endSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  startSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SetIframeOriginsPayloadResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['SetIframeOriginsPayload'] = ResolversParentTypes['SetIframeOriginsPayload']> = {
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SnippetResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['Snippet'] = ResolversParentTypes['Snippet']> = {
  fromSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  toSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type SpokenLanguageResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['SpokenLanguage'] = ResolversParentTypes['SpokenLanguage']> = {
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  primary?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type TextSpanResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['TextSpan'] = ResolversParentTypes['TextSpan']> = {
  end?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<TranscriptTextArgs, 'timestamps'>>;
  wordCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type UnassignFromFlowsPayloadResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['UnassignFromFlowsPayload'] = ResolversParentTypes['UnassignFromFlowsPayload']> = {
  rejected?: Resolver<Maybe<ReadonlyArray<ResolversTypes['UnassignRejection']>>, ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unassigned?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
};

export type UnassignRejectionResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['UnassignRejection'] = ResolversParentTypes['UnassignRejection']> = {
  code?: Resolver<ResolversTypes['UnassignRejectionCode'], ParentType, ContextType>;
  flowInstanceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UpdateMeetingPayloadResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['UpdateMeetingPayload'] = ResolversParentTypes['UpdateMeetingPayload']> = {
  meeting?: Resolver<Maybe<ResolversTypes['Meeting']>, ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UpdateTaskPayloadResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['UpdateTaskPayload'] = ResolversParentTypes['UpdateTaskPayload']> = {
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  task?: Resolver<Maybe<ResolversTypes['EngageTask']>, ParentType, ContextType>;
};

export interface UploadScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Upload'], any> {
  name: 'Upload';
}

export type UploadCrmObjectsPayloadResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['UploadCrmObjectsPayload'] = ResolversParentTypes['UploadCrmObjectsPayload']> = {
  alreadySent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  job?: Resolver<ResolversTypes['CrmJob'], ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  uploadUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  active?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  activity?: Resolver<Maybe<ResolversTypes['UserActivity']>, ParentType, ContextType, RequireFields<UserActivityArgs, 'from' | 'to'>>;
  activityByDay?: Resolver<Maybe<ReadonlyArray<ResolversTypes['UserActivityDay']>>, ParentType, ContextType, RequireFields<UserActivityByDayArgs, 'from' | 'to'>>;
  activityByPeriod?: Resolver<Maybe<ReadonlyArray<ResolversTypes['UserActivityBucket']>>, ParentType, ContextType, RequireFields<UserActivityByPeriodArgs, 'from' | 'period' | 'to'>>;
  calls?: Resolver<Maybe<ResolversTypes['CallConnection']>, ParentType, ContextType, RequireFields<UserCallsArgs, 'first' | 'order'>>;
  coaching?: Resolver<Maybe<ResolversTypes['CoachingReport']>, ParentType, ContextType, RequireFields<UserCoachingArgs, 'from' | 'to' | 'workspaceId'>>;
  conferencingProviders?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ConferencingProvider']>>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  directReports?: Resolver<Maybe<ReadonlyArray<ResolversTypes['User']>>, ParentType, ContextType>;
  emailAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  emailAliases?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  extension?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  flows?: Resolver<Maybe<ResolversTypes['FlowConnection']>, ParentType, ContextType, RequireFields<UserFlowsArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  interaction?: Resolver<Maybe<ResolversTypes['UserInteraction']>, ParentType, ContextType, RequireFields<UserInteractionArgs, 'from' | 'to'>>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  manager?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  meetingConsentPageUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  permissionProfiles?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PermissionProfile']>>, ParentType, ContextType>;
  personalMeetingUrls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['URL']>>, ParentType, ContextType>;
  phoneNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  settings?: Resolver<Maybe<ResolversTypes['UserSettings']>, ParentType, ContextType>;
  settingsHistory?: Resolver<Maybe<ReadonlyArray<ResolversTypes['UserSettingChange']>>, ParentType, ContextType>;
  spokenLanguages?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SpokenLanguage']>>, ParentType, ContextType>;
  tasks?: Resolver<Maybe<ReadonlyArray<ResolversTypes['EngageTask']>>, ParentType, ContextType, RequireFields<UserTasksArgs, 'filter'>>;
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
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type UserActivityBucketResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['UserActivityBucket'] = ResolversParentTypes['UserActivityBucket']> = {
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
  from?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  othersCallsListenedTo?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  ownCallsListenedTo?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type UserActivityConnectionResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['UserActivityConnection'] = ResolversParentTypes['UserActivityConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['UserActivityEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['UserActivity']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type UserActivityDayResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['UserActivityDay'] = ResolversParentTypes['UserActivityDay']> = {
  callsAsHost?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Call']>>, ParentType, ContextType>;
  callsAttended?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Call']>>, ParentType, ContextType>;
  callsCommentsGiven?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Call']>>, ParentType, ContextType>;
  callsCommentsReceived?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Call']>>, ParentType, ContextType>;
  callsGaveFeedback?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Call']>>, ParentType, ContextType>;
  callsMarkedAsFeedbackGiven?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Call']>>, ParentType, ContextType>;
  callsMarkedAsFeedbackReceived?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Call']>>, ParentType, ContextType>;
  callsReceivedFeedback?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Call']>>, ParentType, ContextType>;
  callsRequestedFeedback?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Call']>>, ParentType, ContextType>;
  callsScorecardsFilled?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Call']>>, ParentType, ContextType>;
  callsScorecardsReceived?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Call']>>, ParentType, ContextType>;
  callsSharedExternally?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Call']>>, ParentType, ContextType>;
  callsSharedInternally?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Call']>>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  othersCallsListenedTo?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Call']>>, ParentType, ContextType>;
  ownCallsListenedTo?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Call']>>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type UserActivityEdgeResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['UserActivityEdge'] = ResolversParentTypes['UserActivityEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['UserActivity'], ParentType, ContextType>;
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

export type UserInteractionResolvers<ContextType = ContextValue, ParentType extends ResolversParentTypes['UserInteraction'] = ResolversParentTypes['UserInteraction']> = {
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  interactivity?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  longestCustomerStorySeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  longestMonologueSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  other?: Resolver<Maybe<ReadonlyArray<ResolversTypes['InteractionStat']>>, ParentType, ContextType>;
  patienceSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  questionRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  talkRatio?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  timeZone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
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
  briefDefinitions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['BriefDefinition']>>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  folders?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Folder']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nodeId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  permissionProfiles?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PermissionProfile']>>, ParentType, ContextType>;
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
  AiAnswer?: AiAnswerResolvers<ContextType>;
  AiCallFinding?: AiCallFindingResolvers<ContextType>;
  AiEmail?: AiEmailResolvers<ContextType>;
  AnswerOption?: AnswerOptionResolvers<ContextType>;
  AnsweredScorecard?: AnsweredScorecardResolvers<ContextType>;
  AnsweredScorecardConnection?: AnsweredScorecardConnectionResolvers<ContextType>;
  AnsweredScorecardEdge?: AnsweredScorecardEdgeResolvers<ContextType>;
  AskGongPayload?: AskGongPayloadResolvers<ContextType>;
  AssignToFlowPayload?: AssignToFlowPayloadResolvers<ContextType>;
  AuditLogConnection?: AuditLogConnectionResolvers<ContextType>;
  AuditLogEdge?: AuditLogEdgeResolvers<ContextType>;
  AuditLogEntry?: AuditLogEntryResolvers<ContextType>;
  BriefDefinition?: BriefDefinitionResolvers<ContextType>;
  Call?: CallResolvers<ContextType>;
  CallAccessPayload?: CallAccessPayloadResolvers<ContextType>;
  CallAccessRejection?: CallAccessRejectionResolvers<ContextType>;
  CallChange?: CallChangeResolvers<ContextType>;
  CallChangeConnection?: CallChangeConnectionResolvers<ContextType>;
  CallChangeEdge?: CallChangeEdgeResolvers<ContextType>;
  CallComment?: CallCommentResolvers<ContextType>;
  CallConnection?: CallConnectionResolvers<ContextType>;
  CallEdge?: CallEdgeResolvers<ContextType>;
  CallHighlight?: CallHighlightResolvers<ContextType>;
  CallHighlightsSection?: CallHighlightsSectionResolvers<ContextType>;
  CallInteraction?: CallInteractionResolvers<ContextType>;
  CallMeasures?: CallMeasuresResolvers<ContextType>;
  CallMedia?: CallMediaResolvers<ContextType>;
  CallOutcome?: CallOutcomeResolvers<ContextType>;
  CallOutlineItem?: CallOutlineItemResolvers<ContextType>;
  CallOutlineSection?: CallOutlineSectionResolvers<ContextType>;
  CallSearchConnection?: CallSearchConnectionResolvers<ContextType>;
  CallSpeaker?: CallSpeakerResolvers<ContextType>;
  CallStats?: CallStatsResolvers<ContextType>;
  CallStatsKey?: CallStatsKeyResolvers<ContextType>;
  CallStatsRow?: CallStatsRowResolvers<ContextType>;
  CallStructureItem?: CallStructureItemResolvers<ContextType>;
  CallTopic?: CallTopicResolvers<ContextType>;
  CallTracker?: CallTrackerResolvers<ContextType>;
  CoachedUser?: CoachedUserResolvers<ContextType>;
  CoachingMetric?: CoachingMetricResolvers<ContextType>;
  CoachingReport?: CoachingReportResolvers<ContextType>;
  ConferencingProvider?: ConferencingProviderResolvers<ContextType>;
  CreateCallPayload?: CreateCallPayloadResolvers<ContextType>;
  CreateMeetingPayload?: CreateMeetingPayloadResolvers<ContextType>;
  CrmContext?: CrmContextResolvers<ContextType>;
  CrmField?: CrmFieldResolvers<ContextType>;
  CrmIntegration?: CrmIntegrationResolvers<ContextType>;
  CrmJob?: CrmJobResolvers<ContextType>;
  CrmJobPayload?: CrmJobPayloadResolvers<ContextType>;
  CrmObject?: CrmObjectResolvers<ContextType>;
  CrmRecord?: CrmRecordResolvers<ContextType>;
  CrmSchemaField?: CrmSchemaFieldResolvers<ContextType>;
  CrmUploadedObject?: CrmUploadedObjectResolvers<ContextType>;
  CustomerData?: CustomerDataResolvers<ContextType>;
  CustomerDataObject?: CustomerDataObjectResolvers<ContextType>;
  CustomerEngagement?: CustomerEngagementResolvers<ContextType>;
  DataSubject?: DataSubjectResolvers<ContextType>;
  DataSubjectCall?: DataSubjectCallResolvers<ContextType>;
  DataSubjectEmail?: DataSubjectEmailResolvers<ContextType>;
  DataSubjectMeeting?: DataSubjectMeetingResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DeleteMeetingPayload?: DeleteMeetingPayloadResolvers<ContextType>;
  DialerOutcome?: DialerOutcomeResolvers<ContextType>;
  EngageAccount?: EngageAccountResolvers<ContextType>;
  EngageContact?: EngageContactResolvers<ContextType>;
  EngageOpportunity?: EngageOpportunityResolvers<ContextType>;
  EngagePhoneNumber?: EngagePhoneNumberResolvers<ContextType>;
  EngageTask?: EngageTaskResolvers<ContextType>;
  EngageTaskPriority?: EngageTaskPriorityResolvers<ContextType>;
  EngageTaskStep?: EngageTaskStepResolvers<ContextType>;
  EngagementEventPayload?: EngagementEventPayloadResolvers<ContextType>;
  EntityBriefMcpResult?: EntityBriefMcpResultResolvers<ContextType>;
  EntityBriefMcpSource?: EntityBriefMcpSourceResolvers<ContextType>;
  EntityBriefPayload?: EntityBriefPayloadResolvers<ContextType>;
  EntityBriefSection?: EntityBriefSectionResolvers<ContextType>;
  EntityBriefWebPage?: EntityBriefWebPageResolvers<ContextType>;
  EraseDataSubjectPayload?: EraseDataSubjectPayloadResolvers<ContextType>;
  ExternalRecord?: ExternalRecordResolvers<ContextType>;
  Flow?: FlowResolvers<ContextType>;
  FlowBulkJob?: FlowBulkJobResolvers<ContextType>;
  FlowBulkJobPayload?: FlowBulkJobPayloadResolvers<ContextType>;
  FlowBulkProspect?: FlowBulkProspectResolvers<ContextType>;
  FlowBulkResult?: FlowBulkResultResolvers<ContextType>;
  FlowConnection?: FlowConnectionResolvers<ContextType>;
  FlowEdge?: FlowEdgeResolvers<ContextType>;
  FlowFolder?: FlowFolderResolvers<ContextType>;
  FlowFolderConnection?: FlowFolderConnectionResolvers<ContextType>;
  FlowFolderEdge?: FlowFolderEdgeResolvers<ContextType>;
  FlowInstance?: FlowInstanceResolvers<ContextType>;
  FlowRejection?: FlowRejectionResolvers<ContextType>;
  FlowStep?: FlowStepResolvers<ContextType>;
  Folder?: FolderResolvers<ContextType>;
  FolderCall?: FolderCallResolvers<ContextType>;
  ForecastPermissions?: ForecastPermissionsResolvers<ContextType>;
  GongRequestPayload?: GongRequestPayloadResolvers<ContextType>;
  HostStats?: HostStatsResolvers<ContextType>;
  InteractionStat?: InteractionStatResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Job?: JobResolvers<ContextType>;
  JobError?: JobErrorResolvers<ContextType>;
  LibraryFolderAccess?: LibraryFolderAccessResolvers<ContextType>;
  Meeting?: MeetingResolvers<ContextType>;
  MeetingIntegrationStatus?: MeetingIntegrationStatusResolvers<ContextType>;
  MeetingInvitee?: MeetingInviteeResolvers<ContextType>;
  Monologue?: MonologueResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Party?: PartyResolvers<ContextType>;
  Passage?: PassageResolvers<ContextType>;
  PassageConnection?: PassageConnectionResolvers<ContextType>;
  PassageEdge?: PassageEdgeResolvers<ContextType>;
  PermissionProfile?: PermissionProfileResolvers<ContextType>;
  PermissionProfilePayload?: PermissionProfilePayloadResolvers<ContextType>;
  PermissionReach?: PermissionReachResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Quota?: QuotaResolvers<ContextType>;
  RecordChange?: RecordChangeResolvers<ContextType>;
  RecordChangeConnection?: RecordChangeConnectionResolvers<ContextType>;
  RecordChangeEdge?: RecordChangeEdgeResolvers<ContextType>;
  RefreshCallsPayload?: RefreshCallsPayloadResolvers<ContextType>;
  RegisterCrmIntegrationPayload?: RegisterCrmIntegrationPayloadResolvers<ContextType>;
  ReplaceCrmSchemaPayload?: ReplaceCrmSchemaPayloadResolvers<ContextType>;
  Replica?: ReplicaResolvers<ContextType>;
  ReplicaProgress?: ReplicaProgressResolvers<ContextType>;
  Scorecard?: ScorecardResolvers<ContextType>;
  ScorecardAnswer?: ScorecardAnswerResolvers<ContextType>;
  ScorecardQuestion?: ScorecardQuestionResolvers<ContextType>;
  Sentence?: SentenceResolvers<ContextType>;
  SetIframeOriginsPayload?: SetIframeOriginsPayloadResolvers<ContextType>;
  Snippet?: SnippetResolvers<ContextType>;
  SpokenLanguage?: SpokenLanguageResolvers<ContextType>;
  TextSpan?: TextSpanResolvers<ContextType>;
  Tracker?: TrackerResolvers<ContextType>;
  TrackerKeywords?: TrackerKeywordsResolvers<ContextType>;
  TrackerOccurrence?: TrackerOccurrenceResolvers<ContextType>;
  TrackerPhrase?: TrackerPhraseResolvers<ContextType>;
  Transcript?: TranscriptResolvers<ContextType>;
  URL?: GraphQLScalarType;
  UnassignFromFlowsPayload?: UnassignFromFlowsPayloadResolvers<ContextType>;
  UnassignRejection?: UnassignRejectionResolvers<ContextType>;
  UpdateMeetingPayload?: UpdateMeetingPayloadResolvers<ContextType>;
  UpdateTaskPayload?: UpdateTaskPayloadResolvers<ContextType>;
  Upload?: GraphQLScalarType;
  UploadCrmObjectsPayload?: UploadCrmObjectsPayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserActivity?: UserActivityResolvers<ContextType>;
  UserActivityBucket?: UserActivityBucketResolvers<ContextType>;
  UserActivityConnection?: UserActivityConnectionResolvers<ContextType>;
  UserActivityDay?: UserActivityDayResolvers<ContextType>;
  UserActivityEdge?: UserActivityEdgeResolvers<ContextType>;
  UserConnection?: UserConnectionResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
  UserInteraction?: UserInteractionResolvers<ContextType>;
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
  readsAll?: ReadsAllDirectiveResolver<any, any, ContextType>;
  shareable?: ShareableDirectiveResolver<any, any, ContextType>;
};
