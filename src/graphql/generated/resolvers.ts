// Written by `npm run codegen` from src/graphql/resolvers/*.ts and schema/*.graphql. Do not edit.

import type { Resolvers } from './graphql.js';
import { connection, coveredConnection, edge, feed } from '../resolvers/connections.js';
import { aiResolvers } from '../resolvers/ai.js';
import { answeredScorecardResolvers } from '../resolvers/answeredScorecards.js';
import { auditLogResolvers } from '../resolvers/auditLog.js';
import { briefResolvers } from '../resolvers/briefs.js';
import { callAccessResolvers } from '../resolvers/callAccess.js';
import { callAnalysisResolvers } from '../resolvers/callAnalysis.js';
import { callStatsResolvers } from '../resolvers/callStats.js';
import { callResolvers } from '../resolvers/calls.js';
import { changeResolvers } from '../resolvers/changes.js';
import { coachingResolvers } from '../resolvers/coaching.js';
import { pageInfoResolvers } from '../resolvers/connections.js';
import { crmResolvers } from '../resolvers/crm.js';
import { crmRecordResolvers } from '../resolvers/crmRecords.js';
import { dataPrivacyResolvers } from '../resolvers/dataPrivacy.js';
import { dialerOutcomeResolvers } from '../resolvers/dialerOutcomes.js';
import { engagementResolvers } from '../resolvers/engagement.js';
import { entityResolvers } from '../resolvers/entities.js';
import { flowProspectResolvers, flowBulkJobResolvers } from '../resolvers/flowProspects.js';
import { flowResolvers } from '../resolvers/flows.js';
import { integrationSettingsResolvers } from '../resolvers/integrationSettings.js';
import { jobResolvers } from '../resolvers/jobs.js';
import { libraryResolvers } from '../resolvers/library.js';
import { meetingResolvers } from '../resolvers/meetings.js';
import { nodeResolvers } from '../resolvers/node.js';
import { partyResolvers } from '../resolvers/parties.js';
import { permissionProfileResolvers } from '../resolvers/permissionProfiles.js';
import { quotaResolvers } from '../resolvers/quota.js';
import { rawRequestResolvers } from '../resolvers/rawRequests.js';
import { replicaResolvers } from '../resolvers/replica.js';
import { scorecardResolvers } from '../resolvers/scorecards.js';
import { searchResolvers } from '../resolvers/search.js';
import { taskResolvers, taskPartResolvers } from '../resolvers/tasks.js';
import { trackerResolvers } from '../resolvers/trackers.js';
import { transcriptResolvers } from '../resolvers/transcripts.js';
import { uploadResolvers } from '../resolvers/uploads.js';
import { userActivityResolvers } from '../resolvers/userActivity.js';
import { userInteractionResolvers } from '../resolvers/userInteraction.js';
import { userSettingsResolvers } from '../resolvers/userSettings.js';
import { userResolvers } from '../resolvers/users.js';
import { workspaceResolvers } from '../resolvers/workspaces.js';

/** Every resource's resolvers; `createSchema` merges them. */
export const resolvers: readonly Resolvers[] = [
  { CallConnection: connection, CallEdge: edge },
  { CallChangeConnection: feed, CallChangeEdge: edge },
  { RecordChangeConnection: feed, RecordChangeEdge: edge },
  { FlowConnection: connection, FlowEdge: edge },
  { FlowFolderConnection: connection, FlowFolderEdge: edge },
  { AnsweredScorecardConnection: connection, AnsweredScorecardEdge: edge },
  { CallSearchConnection: coveredConnection, CallEdge: edge },
  { PassageConnection: coveredConnection, PassageEdge: edge },
  { UserActivityConnection: connection, UserActivityEdge: edge },
  { AuditLogConnection: connection, AuditLogEdge: edge },
  { UserConnection: connection, UserEdge: edge },
  aiResolvers,
  answeredScorecardResolvers,
  auditLogResolvers,
  briefResolvers,
  callAccessResolvers,
  callAnalysisResolvers,
  callStatsResolvers,
  callResolvers,
  changeResolvers,
  coachingResolvers,
  pageInfoResolvers,
  crmResolvers,
  crmRecordResolvers,
  dataPrivacyResolvers,
  dialerOutcomeResolvers,
  engagementResolvers,
  entityResolvers,
  flowProspectResolvers,
  flowBulkJobResolvers,
  flowResolvers,
  integrationSettingsResolvers,
  jobResolvers,
  libraryResolvers,
  meetingResolvers,
  nodeResolvers,
  partyResolvers,
  permissionProfileResolvers,
  quotaResolvers,
  rawRequestResolvers,
  replicaResolvers,
  scorecardResolvers,
  searchResolvers,
  taskResolvers,
  taskPartResolvers,
  trackerResolvers,
  transcriptResolvers,
  uploadResolvers,
  userActivityResolvers,
  userInteractionResolvers,
  userSettingsResolvers,
  userResolvers,
  workspaceResolvers,
];
