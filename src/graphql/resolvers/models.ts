import type { QuotaStatus } from '../context.js';
import type { ReportedEvent } from '../../operation/mutations/engagement.js';
import type { PlannedMeeting } from '../../operation/mutations/meetings.js';
import type { CreatedCall } from '../../operation/mutations/uploads.js';
import type { components } from '../../gong/generated/types.js';
import type { CallRecord } from '../../gong/endpoints/calls.js';
import type { GongInvitee } from '../../gong/endpoints/meetings.js';
import type {
  GongAnsweredScorecard,
  GongCallTranscript,
  GongFolder,
  GongFolderCall,
  GongIntegrationStatus,
  GongMonologue,
  GongParty,
  GongScorecard,
  GongScorecardAnswer,
  GongScorecardQuestion,
  GongSentence,
  GongTracker,
  GongUser,
  GongWorkspace,
  Lenient,
} from '../../gong/endpoints/wire.js';
import type { ConnectionModel } from '../../operation/loaders/connection.js';
import type { FolderContent } from '../../operation/loaders/library.js';

/**
 * The parents of resolvers, each named after its GraphQL type. A record that another refers to by ID has its `id`
 * here, and null instead of what was not read or does not exist.
 */

type Wire<Name extends keyof components['schemas']> = Lenient<components['schemas'][Name]>;

export interface CallModel {
  readonly id: string;
  readonly record: CallRecord | null;
  /** The parent's title of a call that Gong does not show. */
  readonly titleElsewhere?: string | null | undefined;
}

export interface PartyModel {
  readonly party: GongParty;
  /** A speaker without a name has the name of its user. */
  readonly isSpeaker: boolean;
}
export interface CrmContextModel {
  readonly context: Wire<'CallContextDto'> | Wire<'PartyContextDto'>;
  /** The selected timings. */
  readonly timings: readonly string[];
}
export type CrmObjectModel = Wire<'ExternalCallObject'> | Wire<'ExternalPartyObject'>;
export type CrmFieldModel = { readonly name: string; readonly value: unknown };

export interface NamedDuration {
  readonly name?: unknown;
  /** In seconds. */
  readonly duration?: unknown;
}
export type CallStructureItemModel = NamedDuration;
export type CallTopicModel = NamedDuration;
export type VideoSegmentModel = NamedDuration;
/** A part of a call with its call, to find the parties of speakers. */
interface OfCall {
  readonly record: CallRecord;
}
export interface CallTrackerModel extends OfCall {
  readonly tracker: Wire<'TrackerDto'>;
}
export interface TrackerOccurrenceModel extends OfCall {
  readonly occurrence: Wire<'TrackerOccurrence'>;
}
export interface TrackerPhraseModel extends OfCall {
  readonly phrase: Wire<'TrackerPhrase'>;
}
export type CallOutlineSectionModel = Wire<'CallOutlineSection'>;
export type CallOutlineItemModel = Wire<'CallOutlineItem'>;
export type CallHighlightsSectionModel = Wire<'CallHighlightsSection'>;
export type CallHighlightModel = Wire<'CallHighlightsItem'>;
export type CallOutcomeModel = Wire<'CallOutcome'>;
export interface CallInteractionModel extends OfCall {
  readonly interaction: Wire<'InteractionMeasuresDto'>;
}
export interface CallSpeakerModel extends OfCall {
  readonly speaker: Wire<'UserSpeaker'>;
}
export type InteractionStatModel = Wire<'InteractionStatsDto'>;
export interface HostStatsModel {
  readonly stats: readonly InteractionStatModel[];
}
export type CallCommentModel = Wire<'CommentDto'>;
export interface CallMediaModel {
  readonly media: Wire<'MediaDto'>;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

export interface TranscriptModel {
  readonly transcript: GongCallTranscript;
  /** Null when only the text is selected, without names. */
  readonly record: CallRecord | null;
}
export interface MonologueModel {
  readonly monologue: GongMonologue;
  readonly record: CallRecord | null;
}
export type SentenceModel = GongSentence;

export interface UserModel {
  readonly id: string;
  readonly user: GongUser | null;
}
export type SpokenLanguageModel = Wire<'SpokenLanguage'>;
export type ConferencingProviderModel = Wire<'ConferencingProvider'>;
export type UserSettingsModel = Wire<'UserSettings'>;

export interface WorkspaceModel {
  readonly id: string;
  readonly workspace: GongWorkspace | null;
}

export interface FolderModel {
  readonly id: string;
  /** Its entry in the workspace's list of folders; null when it was read by ID alone. */
  readonly folder: GongFolder | null;
  readonly workspaceId: string | null;
  /** The folder with its content; null when that was not read. */
  readonly content: FolderContent | null;
}
export type FolderCallModel = GongFolderCall;
export type SnippetModel = Wire<'Snippet'>;

export interface TrackerModel {
  readonly id: string;
  readonly tracker: GongTracker | null;
  /** The parent's name for a tracker that Gong does not list. */
  readonly nameElsewhere?: string | null | undefined;
}
export type TrackerKeywordsModel = Wire<'TrackerLanguageKeyword'>;

export interface ScorecardModel {
  readonly id: string;
  readonly scorecard: GongScorecard | null;
  /** The parent's name for a scorecard that Gong does not list. */
  readonly nameElsewhere?: string | null | undefined;
}
export interface ScorecardQuestionModel {
  readonly id: string;
  readonly revisionId: string | null;
  readonly question: GongScorecardQuestion | null;
}
export type AnswerOptionModel = Wire<'QuestionOption'>;
export type AnsweredScorecardModel = GongAnsweredScorecard;
export interface ScorecardAnswerModel {
  readonly answer: GongScorecardAnswer;
  readonly scorecardId: string | null;
}

export type MeetingModel = PlannedMeeting;
export type MeetingInviteeModel = GongInvitee;
export interface CreateMeetingPayloadModel {
  readonly meeting: PlannedMeeting;
  readonly requestId: string | null;
}
export type UpdateMeetingPayloadModel = CreateMeetingPayloadModel;
export type CreateCallPayloadModel = CreatedCall;
export type EngagementEventPayloadModel = ReportedEvent;

export type MeetingIntegrationStatusModel = GongIntegrationStatus;

export type QuotaModel = QuotaStatus;

/** Resolved field by field, so that cursors are computed only when selected. */
export type PageInfoModel = Pick<
  ConnectionModel<unknown>,
  'entries' | 'hasNextPage' | 'hasPreviousPage' | 'restartCursor'
>;
