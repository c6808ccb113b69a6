// Written by `npm run codegen` from src/graphql/resolvers/*.ts and schema/*.graphql. Do not edit.

import type { ConnectionEntry, ConnectionModel } from '../../operation/loaders/connection.js';
import type { AuditLogEntryModel } from '../resolvers/auditLog.js';
import type { FlowModel, FlowFolderModel } from '../resolvers/flows.js';
import type { CallModel, UserModel, AnsweredScorecardModel } from '../resolvers/models.js';
import type { UserActivityModel } from '../resolvers/userActivity.js';

export type { AskGongPayloadModel, AiAnswerModel, AiCallFindingModel, AiEmailModel, EntityBriefPayloadModel, EntityBriefSectionModel, EntityBriefWebPageModel, EntityBriefMcpResultModel, EntityBriefMcpSourceModel } from '../resolvers/ai.js';
export type { AuditLogEntryModel } from '../resolvers/auditLog.js';
export type { BriefDefinitionModel } from '../resolvers/briefs.js';
export type { CallAccessPayloadModel, CallAccessRejectionModel } from '../resolvers/callAccess.js';
export type { CoachingReportModel, CoachedUserModel, CoachingMetricModel } from '../resolvers/coaching.js';
export type { CrmIntegrationModel, CrmUploadedObjectModel, CrmJobModel, CrmSchemaFieldModel } from '../resolvers/crm.js';
export type { CrmRecordModel } from '../resolvers/crmRecords.js';
export type { DataSubjectModel, DataSubjectCallModel, ExternalRecordModel, DataSubjectEmailModel, CustomerDataModel, CustomerDataObjectModel, CustomerEngagementModel } from '../resolvers/dataPrivacy.js';
export type { DialerOutcomeModel } from '../resolvers/dialerOutcomes.js';
export type { FlowInstanceModel, FlowRejectionModel, FlowBulkJobModel, FlowBulkResultModel, FlowBulkProspectModel, UnassignFromFlowsPayloadModel, UnassignRejectionModel } from '../resolvers/flowProspects.js';
export type { FlowModel, FlowStepModel, FlowFolderModel } from '../resolvers/flows.js';
export type { JobErrorModel } from '../resolvers/jobs.js';
export type { CallModel, PartyModel, CrmContextModel, CrmObjectModel, CrmFieldModel, CallStructureItemModel, CallTopicModel, VideoSegmentModel, CallTrackerModel, TrackerOccurrenceModel, TrackerPhraseModel, CallOutlineSectionModel, CallOutlineItemModel, CallHighlightsSectionModel, CallHighlightModel, CallOutcomeModel, CallInteractionModel, CallSpeakerModel, InteractionStatModel, HostStatsModel, CallCommentModel, CallMediaModel, TranscriptModel, MonologueModel, SentenceModel, UserModel, SpokenLanguageModel, ConferencingProviderModel, UserSettingsModel, WorkspaceModel, FolderModel, FolderCallModel, SnippetModel, TrackerModel, TrackerKeywordsModel, ScorecardModel, ScorecardQuestionModel, AnswerOptionModel, AnsweredScorecardModel, ScorecardAnswerModel, MeetingModel, MeetingInviteeModel, CreateMeetingPayloadModel, UpdateMeetingPayloadModel, CreateCallPayloadModel, EngagementEventPayloadModel, MeetingIntegrationStatusModel, QuotaModel, PageInfoModel } from '../resolvers/models.js';
export type { PermissionProfileModel, PermissionReachModel, ForecastPermissionsModel, LibraryFolderAccessModel, PermissionProfilePayloadModel } from '../resolvers/permissionProfiles.js';
export type { EngageTaskModel, EngageTaskPriorityModel, EngageTaskStepModel, EngageAccountModel, EngageOpportunityModel, EngageContactModel, EngagePhoneNumberModel } from '../resolvers/tasks.js';
export type { UserActivityModel, UserActivityBucketModel, UserActivityDayModel } from '../resolvers/userActivity.js';
export type { UserInteractionModel } from '../resolvers/userInteraction.js';
export type { UserSettingChangeModel } from '../resolvers/userSettings.js';

export type CallConnectionModel = ConnectionModel<CallModel>;
export type CallEdgeModel = ConnectionEntry<CallModel>;
export type FlowConnectionModel = ConnectionModel<FlowModel>;
export type FlowEdgeModel = ConnectionEntry<FlowModel>;
export type FlowFolderConnectionModel = ConnectionModel<FlowFolderModel>;
export type FlowFolderEdgeModel = ConnectionEntry<FlowFolderModel>;
export type AnsweredScorecardConnectionModel = ConnectionModel<AnsweredScorecardModel>;
export type AnsweredScorecardEdgeModel = ConnectionEntry<AnsweredScorecardModel>;
export type UserActivityConnectionModel = ConnectionModel<UserActivityModel>;
export type UserActivityEdgeModel = ConnectionEntry<UserActivityModel>;
export type AuditLogConnectionModel = ConnectionModel<AuditLogEntryModel>;
export type AuditLogEdgeModel = ConnectionEntry<AuditLogEntryModel>;
export type UserConnectionModel = ConnectionModel<UserModel>;
export type UserEdgeModel = ConnectionEntry<UserModel>;
