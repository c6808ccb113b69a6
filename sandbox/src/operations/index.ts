import { askEntity, generateBrief } from './ai.js';
import { listAnsweredScorecards } from './answeredScorecards.js';
import { listCallOutcomes } from './callOutcomes.js';
import { getCall, listCalls } from './calls.js';
import { listCallsExtensive } from './callsExtensive.js';
import {
  addUsersAccessToCalls,
  deleteUsersAccessToCalls,
  getUsersAccessToCalls,
} from './callAccess.js';
import { listCoachingMetrics } from './coaching.js';
import {
  deleteGenericCrmIntegration,
  getCrmObjects,
  getRequestStatus,
  listCrmSchemaFields,
  listGenericCrmIntegration,
  registerGenericCrmIntegration,
  uploadCrmData,
  uploadCrmSchemaField,
} from './crm.js';
import {
  findAllReferencesToEmailAddress,
  findAllReferencesToPhoneNumber,
  purgeEmailAddress,
  purgePhoneNumber,
} from './dataPrivacy.js';
import { addDigitalInteraction, contentShared, contentViewed, customAction } from './engagement.js';
import {
  assignProspects,
  assignProspectsCoolOffOverrides,
  getFlowProspectsBulkAssignment,
  getProspectsAssignedFlows,
  submitFlowProspectsBulkAssignment,
  unassignFlows,
  unassignProspectFlows,
} from './flowProspects.js';
import { getFlowSteps, listFlows, listFlowsFolders } from './flows.js';
import { integrationSettings } from './integrationSettings.js';
import { getCallsInSpecificFolder, getLibraryStructure } from './library.js';
import { listLogs } from './logs.js';
import { addMeeting, deleteMeeting, integrationStatus, updateMeeting } from './meetings.js';
import {
  createPermissionProfile,
  getPermissionProfile,
  listPermissionProfile,
  listPermissionProfileUsers,
  updatePermissionProfile,
} from './permissionProfiles.js';
import { listBriefs, listScorecards, listTrackers, listWorkspaces } from './settings.js';
import { listTasks, updateReminder } from './tasks.js';
import { getCallTranscripts } from './transcripts.js';
import type { Handler } from './types.js';
import { addCall, addCallRecording } from './uploads.js';
import {
  listMultipleUsersAggregateActivity,
  listMultipleUsersAggregateByPeriod,
  listMultipleUsersDayByDayActivity,
} from './userActivity.js';
import { listInteractionStats } from './userInteraction.js';
import { getUserHistory } from './userSettings.js';
import { getUser, listMultipleUsers, listUsers } from './users.js';

/**
 * What the sandbox imitates, by the operationId of the description. To add an operation, write its
 * handler and enter it here: method, path, inputs and scopes come from the description.
 */
export const handlers: Readonly<Record<string, Handler>> = {
  askEntity,
  generateBrief,
  listCalls,
  getCall,
  addCall,
  addCallRecording,
  listCallsExtensive,
  getCallTranscripts,
  listUsers,
  getUser,
  listMultipleUsers,
  getUserHistory,
  listMultipleUsersAggregateActivity,
  listMultipleUsersAggregateByPeriod,
  listMultipleUsersDayByDayActivity,
  listInteractionStats,
  listUsers_1: listCoachingMetrics,
  listCallOutcomes,
  getLibraryStructure,
  getCallsInSpecificFolder,
  integrationStatus,
  listLogs,
  addMeeting,
  updateMeeting,
  deleteMeeting,
  listTrackers,
  listScorecards,
  listBriefs,
  listWorkspaces,
  listAnsweredScorecards,
  listPermissionProfile,
  getPermissionProfile,
  listPermissionProfileUsers,
  createPermissionProfile,
  updatePermissionProfile,
  getUsersAccessToCalls,
  addUsersAccessToCalls,
  deleteUsersAccessToCalls,
  contentViewed,
  contentShared,
  customAction,
  addDigitalInteraction,
  integrationSettings,
  listGenericCrmIntegration,
  registerGenericCrmIntegration,
  deleteGenericCrmIntegration,
  listCrmSchemaFields,
  uploadCrmSchemaField,
  getCrmObjects,
  uploadCrmData,
  getRequestStatus,
  findAllReferencesToEmailAddress,
  findAllReferencesToPhoneNumber,
  purgeEmailAddress,
  purgePhoneNumber,
  listFlows,
  listFlowsFolders,
  getFlowSteps,
  getProspectsAssignedFlows,
  assignProspects,
  assignProspectsCoolOffOverrides,
  unassignProspectFlows,
  unassignFlows,
  submitFlowProspectsBulkAssignment,
  getFlowProspectsBulkAssignment,
  listTasks,
  updateReminder,
};
