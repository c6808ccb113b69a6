import { describe, expect, it } from '@jest/globals';
import { gongOperations, type GongOperationId } from '../../src/gong/generated/operations.js';

const ids = Object.keys(gongOperations) as GongOperationId[];
const where = (isWanted: (id: GongOperationId) => boolean) => ids.filter(isWanted).sort();

describe('the operations of the API description', () => {
  it('read by POST only when Gong documents a query', () => {
    const readByPost = where((id) => {
      const { method, effect } = gongOperations[id];
      return method !== 'GET' && effect === 'read';
    });

    expect(readByPost).toEqual([
      'getCallTranscripts',
      'getFlowSteps',
      'getProspectsAssignedFlows',
      'getUsersAccessToCalls',
      'integrationStatus',
      'listAnsweredScorecards',
      'listCallsExtensive',
      'listInteractionStats',
      'listMultipleUsers',
      'listMultipleUsersAggregateActivity',
      'listMultipleUsersAggregateByPeriod',
      'listMultipleUsersDayByDayActivity',
      'listTasks',
    ]);
  });

  it('charge credits for requests to the AI, which are sent by GET', () => {
    expect(where((id) => gongOperations[id].effect === 'charge')).toEqual([
      'askEntity',
      'generateBrief',
    ]);
  });

  it('change nothing by GET', () => {
    const isGet = (id: GongOperationId) => gongOperations[id].method === 'GET';

    expect(where((id) => isGet(id) && gongOperations[id].effect === 'write')).toEqual([]);
  });

  it('respond with 403 without the feature: meetings and Engage', () => {
    const without = (status: number) =>
      where((id) => (gongOperations[id].unlicensed as readonly number[]).includes(status));

    expect(without(403)).toEqual([
      'addMeeting',
      'assignProspects',
      'assignProspectsCoolOffOverrides',
      'deleteMeeting',
      'getFlowProspectsBulkAssignment',
      'getFlowSteps',
      'getProspectsAssignedFlows',
      'integrationStatus',
      'listFlows',
      'listFlowsFolders',
      'listTasks',
      'submitFlowProspectsBulkAssignment',
      'unassignFlows',
      'unassignProspectFlows',
      'updateMeeting',
      'updateReminder',
    ]);
    expect(without(500)).toEqual(['listTasks']);
  });
});
