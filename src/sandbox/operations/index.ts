import { listAnsweredScorecards } from './answeredScorecards.js';
import { getCall, listCalls } from './calls.js';
import { listCallsExtensive } from './callsExtensive.js';
import { getCallsInSpecificFolder, getLibraryStructure } from './library.js';
import { integrationStatus } from './meetings.js';
import { listScorecards, listTrackers, listWorkspaces } from './settings.js';
import { getCallTranscripts } from './transcripts.js';
import type { Handler } from './types.js';
import { getUser, listMultipleUsers, listUsers } from './users.js';

/**
 * What the sandbox imitates, by the operationId of the description. To add an operation, write its
 * handler and enter it here: method, path, inputs and scopes come from the description.
 */
export const handlers: Readonly<Record<string, Handler>> = {
  listCalls,
  getCall,
  listCallsExtensive,
  getCallTranscripts,
  listUsers,
  getUser,
  listMultipleUsers,
  getLibraryStructure,
  getCallsInSpecificFolder,
  integrationStatus,
  listTrackers,
  listScorecards,
  listWorkspaces,
  listAnsweredScorecards,
};
