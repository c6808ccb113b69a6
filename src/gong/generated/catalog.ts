// Written by `npm run codegen` from src/gong/endpoints/*.ts. Do not edit.

import {
  askEntity,
  generateBrief,
} from '../endpoints/ai.js';
import {
  listAnsweredScorecards,
} from '../endpoints/answeredScorecards.js';
import {
  listBriefs,
} from '../endpoints/briefs.js';
import {
  getUsersAccessToCalls,
  addUsersAccessToCalls,
  deleteUsersAccessToCalls,
} from '../endpoints/callAccess.js';
import {
  listCallOutcomes,
} from '../endpoints/callOutcomes.js';
import {
  listCallsExtensive,
  listCalls,
  getCall,
  getCallTranscripts,
} from '../endpoints/calls.js';
import {
  listCoachingMetrics,
} from '../endpoints/coaching.js';
import {
  listGenericCrmIntegration,
  listCrmSchemaFields,
  getCrmObjects,
  getRequestStatus,
  uploadCrmSchemaField,
  uploadCrmData,
  deleteGenericCrmIntegration,
  registerGenericCrmIntegration,
} from '../endpoints/crm.js';
import {
  findAllReferencesToEmailAddress,
  findAllReferencesToPhoneNumber,
  purgeEmailAddress,
  purgePhoneNumber,
} from '../endpoints/dataPrivacy.js';
import {
  contentViewed,
  contentShared,
  customAction,
  addDigitalInteraction,
} from '../endpoints/engagement.js';
import {
  getProspectsAssignedFlows,
  assignProspects,
  unassignProspectFlows,
  unassignFlows,
  submitFlowProspectsBulkAssignment,
  getFlowProspectsBulkAssignment,
} from '../endpoints/flowProspects.js';
import {
  listFlows,
  listFlowsFolders,
  getFlowSteps,
} from '../endpoints/flows.js';
import {
  integrationSettings,
} from '../endpoints/integrationSettings.js';
import {
  getLibraryStructure,
  getCallsInSpecificFolder,
} from '../endpoints/library.js';
import {
  listLogs,
} from '../endpoints/logs.js';
import {
  integrationStatus,
  addMeeting,
  updateMeeting,
  deleteMeeting,
} from '../endpoints/meetings.js';
import {
  listPermissionProfile,
  getPermissionProfile,
  listPermissionProfileUsers,
  createPermissionProfile,
  updatePermissionProfile,
} from '../endpoints/permissionProfiles.js';
import {
  listWorkspaces,
  listTrackers,
  listScorecards,
} from '../endpoints/settings.js';
import {
  listTasks,
  updateReminder,
} from '../endpoints/tasks.js';
import {
  addCall,
  addCallRecording,
} from '../endpoints/uploads.js';
import {
  listMultipleUsersAggregateActivity,
  listMultipleUsersAggregateByPeriod,
  listMultipleUsersDayByDayActivity,
} from '../endpoints/userActivity.js';
import {
  listInteractionStats,
} from '../endpoints/userInteraction.js';
import {
  getUserHistory,
} from '../endpoints/userSettings.js';
import {
  listUsers,
  listMultipleUsers,
} from '../endpoints/users.js';

/** Every Gong endpoint that reads. */
export const readEndpoints = [
  listAnsweredScorecards,
  listBriefs,
  getUsersAccessToCalls,
  listCallOutcomes,
  listCallsExtensive,
  listCalls,
  getCall,
  getCallTranscripts,
  listCoachingMetrics,
  listGenericCrmIntegration,
  listCrmSchemaFields,
  getCrmObjects,
  getRequestStatus,
  findAllReferencesToEmailAddress,
  findAllReferencesToPhoneNumber,
  getProspectsAssignedFlows,
  getFlowProspectsBulkAssignment,
  listFlows,
  listFlowsFolders,
  getFlowSteps,
  getLibraryStructure,
  getCallsInSpecificFolder,
  listLogs,
  integrationStatus,
  listPermissionProfile,
  getPermissionProfile,
  listPermissionProfileUsers,
  listWorkspaces,
  listTrackers,
  listScorecards,
  listTasks,
  listMultipleUsersAggregateActivity,
  listMultipleUsersAggregateByPeriod,
  listMultipleUsersDayByDayActivity,
  listInteractionStats,
  getUserHistory,
  listUsers,
  listMultipleUsers,
] as const;

/** Every Gong endpoint that changes something. */
export const writeEndpoints = [
  askEntity,
  generateBrief,
  addUsersAccessToCalls,
  deleteUsersAccessToCalls,
  uploadCrmSchemaField,
  uploadCrmData,
  deleteGenericCrmIntegration,
  registerGenericCrmIntegration,
  purgeEmailAddress,
  purgePhoneNumber,
  contentViewed,
  contentShared,
  customAction,
  addDigitalInteraction,
  assignProspects,
  unassignProspectFlows,
  unassignFlows,
  submitFlowProspectsBulkAssignment,
  integrationSettings,
  addMeeting,
  updateMeeting,
  deleteMeeting,
  createPermissionProfile,
  updatePermissionProfile,
  updateReminder,
  addCall,
  addCallRecording,
] as const;
