import { readEndpoints, writeEndpoints } from '../../src/gong/generated/catalog.js';
import { describe, expect, it } from '@jest/globals';
import type { Sandbox } from '../../sandbox/src/index.js';
import { handlers } from '../../sandbox/src/operations/index.js';
import { engageSamples } from './engageSamples.js';
import {
  ask,
  authorization,
  objections,
  recording,
  register,
  registration,
  smallSandbox,
  upload,
} from './support.js';

const sandbox = smallSandbox({ calls: 300, users: 40 });
const { calls, users, folders, workspaces } = sandbox.company;
const workspaceId = workspaces[0]?.id ?? '';
const integrationId = sandbox.company.crm.integration?.integrationId ?? '';
const window = 'fromDateTime=2025-01-01T00:00:00Z&toDateTime=2026-12-01T00:00:00Z';
const everything = {
  context: 'Extended',
  contextTiming: ['Now', 'TimeOfCall'],
  exposedFields: {
    parties: true,
    media: true,
    content: {
      structure: true,
      topics: true,
      trackers: true,
      trackerOccurrences: true,
      pointsOfInterest: true,
      brief: true,
      outline: true,
      highlights: true,
      callOutcome: true,
      keyPoints: true,
    },
    interaction: { speakers: true, video: true, personInteractionStats: true, questions: true },
    collaboration: { publicComments: true },
  },
};

type Case = [operationId: string, request: string, body: object | undefined];
const requests: [operationId: string, request: string, body?: object][] = [
  ['listCalls', `GET /v2/calls?${window}`],
  ['listCalls', `GET /v2/calls?${window}&workspaceId=${workspaceId}`],
  ['getCall', `GET /v2/calls/${calls[5]?.metaData.id ?? ''}`],
  ['listCallsExtensive', 'POST /v2/calls/extensive', { filter: {} }],
  ['listCallsExtensive', 'POST /v2/calls/extensive', { filter: {}, contentSelector: everything }],
  [
    'listCallsExtensive',
    'POST /v2/calls/extensive',
    { filter: {}, contentSelector: { context: 'Basic', exposedFields: { parties: true } } },
  ],
  [
    'listCallsExtensive',
    'POST /v2/calls/extensive',
    { filter: {}, contentSelector: { exposedFields: { content: { trackers: true } } } },
  ],
  ['getCallTranscripts', 'POST /v2/calls/transcript', { filter: {} }],
  ['listUsers', 'GET /v2/users'],
  ['listUsers', 'GET /v2/users?includeAvatars=true'],
  ['getUser', `GET /v2/users/${users[0]?.id ?? ''}`],
  ['listMultipleUsers', 'POST /v2/users/extensive', { filter: {} }],
  ['getLibraryStructure', `GET /v2/library/folders?workspaceId=${workspaceId}`],
  ['getCallsInSpecificFolder', `GET /v2/library/folder-content?folderId=${folders[1]?.id ?? ''}`],
  [
    'integrationStatus',
    'POST /v2/meetings/integration/status',
    { emails: [users[0]?.emailAddress, 'nobody@elsewhere.example'] },
  ],
  ['listTrackers', 'GET /v2/settings/trackers'],
  ['listTrackers', `GET /v2/settings/trackers?workspaceId=${workspaceId}`],
  ['listScorecards', 'GET /v2/settings/scorecards'],
  ['listWorkspaces', 'GET /v2/workspaces'],
  ['listAnsweredScorecards', 'POST /v2/stats/activity/scorecards', { filter: {} }],
  [
    'listAnsweredScorecards',
    'POST /v2/stats/activity/scorecards',
    { filter: { reviewMethod: 'BOTH' } },
  ],
];

// Each row has all three, or jest would take the third parameter for its `done` callback.
const cases = requests.map(([operationId, request, body]): Case => [operationId, request, body]);

const host = users[0]?.id ?? '';
const organizerEmail = users[0]?.emailAddress ?? '';
const meeting = {
  startTime: '2026-03-20T10:00:00Z',
  endTime: '2026-03-20T11:00:00Z',
  invitees: [{ email: 'jo@example.com' }],
  organizerEmail,
};
const event = {
  reportingSystem: 'decks',
  eventTimestamp: '2026-03-18T11:00:00Z',
  contentId: '1',
  contentUrl: 'https://decks.example/1',
  contentTitle: 'Deck',
};
sandbox.company.meetings.push({ ...meeting, id: '77', title: null });
const profileId = sandbox.company.permissionProfiles[0]?.profile.id ?? '';
const grants = { callAccessList: [{ callId: calls[5]?.metaData.id, userIds: [host] }] };
const engage = engageSamples(sandbox.company);
const writes: [operationId: string, request: string, body: object][] = [
  ['addCall', 'POST /v2/calls', registration(host)],
  ['addMeeting', 'POST /v2/meetings', meeting],
  ['updateMeeting', 'PUT /v2/meetings/77', meeting],
  ['deleteMeeting', 'DELETE /v2/meetings/77', { organizerEmail }],
  ['contentViewed', 'PUT /v2/customer-engagement/content/viewed', event],
  ['contentShared', 'PUT /v2/customer-engagement/content/shared', event],
  ['customAction', 'PUT /v2/customer-engagement/action', event],
  [
    'createPermissionProfile',
    `POST /v2/permission-profile?workspaceId=${workspaceId}`,
    { name: 'New' },
  ],
  ['updatePermissionProfile', `PUT /v2/permission-profile?profileId=${profileId}`, { deals: true }],
  ['addUsersAccessToCalls', 'PUT /v2/calls/users-access', grants],
  ['deleteUsersAccessToCalls', 'DELETE /v2/calls/users-access', grants],
  ['assignProspects', 'POST /v2/flows/prospects/assign', engage.assignment],
  [
    'assignProspectsCoolOffOverrides',
    'POST /v2/flows/prospects/assign/cool-off-override',
    { ...engage.assignment, crmProspectsIds: [engage.freeProspects[2], 'nobody'] },
  ],
  [
    'submitFlowProspectsBulkAssignment',
    'POST /v2/flows/prospects/bulk-assignments',
    engage.bulkAssignment,
  ],
  ['unassignFlows', 'POST /v2/flows/prospects/unassign-flows-by-instance-id', engage.unassignment],
  [
    'unassignProspectFlows',
    'POST /v2/flows/prospects/unassign-flows-by-crm-id',
    engage.prospectUnassignment,
  ],
  ['updateReminder', `PATCH /v2/tasks/${engage.task.id}`, engage.taskChange],
];

describe('answers follow the API description', () => {
  it.each(writes)('%s: %s', async (operationId, request, body) => {
    const answer = await ask(sandbox, request, body);

    expect(answer.status).toBe(operationId === 'submitFlowProspectsBulkAssignment' ? 202 : 200);
    expect(objections(operationId, answer)).toEqual([]);
    expect(sandbox.undocumented).toEqual([]);
  });

  it('addCallRecording', async () => {
    const answer = await upload(
      sandbox,
      await register(sandbox, { ...registration(host), clientUniqueId: 'x' }),
      [recording()],
    );

    expect(answer.status).toBe(201);
    expect(objections('addCallRecording', answer)).toEqual([]);
  });

  it('uploadCrmData', async () => {
    const text =
      '{"objectId":"u1","modifiedDate":"2026-03-01T10:00:00Z","emailAddress":"jo@example.com"}\n';
    const part = { name: 'dataFile', contentType: 'application/x-ndjson', text };
    const query = `integrationId=${integrationId}&objectType=BUSINESS_USER&clientRequestId=u`;
    const answer = await sandbox.handle({
      method: 'POST',
      url: `/v2/crm/entities?${query}`,
      headers: { authorization },
      form: [recording(part)],
    });

    expect(answer.status).toBe(201);
    expect(objections('uploadCrmData', answer)).toEqual([]);
    expect(sandbox.company.crm.objects['BUSINESS_USER']).toHaveProperty('u1');
  });

  it.each(cases)('%s: %s %j', async (operationId, request, body) => {
    const answer = await ask(sandbox, request, body);

    expect(answer.status).toBe(200);
    expect(answer.json).toHaveProperty('requestId');
    expect(objections(operationId, answer)).toEqual([]);
    expect(sandbox.requests.at(-1)?.operationId).toBe(operationId);
  });

  it('covers every imitated operation', () => {
    const covered = [...cases, ...writes].map(([operationId]) => operationId);
    // Declared endpoints are tried in test/gong/declarations.test.ts, too.
    const declared = [...readEndpoints, ...writeEndpoints].map(({ id }) => id);
    const all = new Set([...covered, ...declared]);
    expect(all).toEqual(new Set(Object.keys(handlers)));
  });

  it('describes every detail of every call', async () => {
    const ids = calls.map(({ metaData }) => metaData.id);
    for (const callIds of [ids.slice(0, 100), ids.slice(100, 200), ids.slice(200)]) {
      const body = { filter: { callIds }, contentSelector: everything };
      const answer = await ask(sandbox, 'POST /v2/calls/extensive', body);
      expect(objections('listCallsExtensive', answer)).toEqual([]);
    }
  });

  it('sends ids of reviews as bare numbers with all digits', async () => {
    const { body } = await ask(sandbox, 'POST /v2/stats/activity/scorecards', { filter: {} });

    const [review] = sandbox.company.answeredScorecards.filter(
      ({ reviewMethod }) => reviewMethod === 'MANUAL',
    );
    expect(body).toContain(`"callId":${review?.callId ?? ''},`);
    expect(body).toContain(`"answeredScorecardId":${review?.answeredScorecardId ?? ''},`);
  });

  it('is an error envelope for operations that are not imitated', async () => {
    const { status, json } = await ask(sandbox, 'GET /v2/targets');

    expect(status).toBe(501);
    expect(json.errors).toEqual([expect.stringContaining('listTargetDefinitions')]);
  });

  it('knows neither other paths nor other methods', async () => {
    await expectStatus(sandbox, 'GET /v2/nothing', 404);
    const refused = await expectStatus(sandbox, 'DELETE /v2/users', 405);
    expect(refused.headers['allow']).toBe('GET');
  });
});

const expectStatus = async (target: Sandbox, request: string, status: number) => {
  const answer = await ask(target, request);
  expect(answer.status).toBe(status);
  return answer;
};
