import { getCall, listCalls } from './calls.js';
import { listCallsExtensive } from './callsExtensive.js';
import { getCallTranscripts } from './transcripts.js';
import { getUser, listMultipleUsers, listUsers } from './users.js';
import type { Handler } from './types.js';

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
};
