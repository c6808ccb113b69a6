import { describe, expect, it } from '@jest/globals';
import { apiDescription } from '../../sandbox/src/description.js';
import { basicSelection } from '../../src/gong/endpoints/callSelection.js';
import { requestTo, type Ask, type ReadEndpoint } from '../../src/gong/endpoints/endpoint.js';
import { readEndpoints, writeEndpoints } from '../../src/gong/generated/catalog.js';
import { gongOperations } from '../../src/gong/generated/operations.js';
import type { GongBody } from '../../src/gong/client.js';
import { parseJson } from '../../src/lib/json.js';
import { methodOf, urlOf } from '../../src/gong/request.js';
import {
  ask,
  bodyObjections,
  NOW,
  objections,
  registration,
  smallSandbox,
} from '../sandbox/support.js';
import { engageSamples } from '../sandbox/engageSamples.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const at = (ms: number) => new Date(ms).toISOString();

const sandbox = smallSandbox({ calls: 300, users: 40 });
const { calls, users, folders, workspaces } = sandbox.company;
const callId = calls[5]?.metaData.id ?? '';
const hostId = users[0]?.id ?? '';
const organizerEmail = users[0]?.emailAddress ?? '';

const { crm } = sandbox.company;
const integrationId = crm.integration?.integrationId ?? '';
const engage = engageSamples(sandbox.company);
sandbox.company.engage.bulkJobs.push(engage.job);
/** What keys of one request have in common, of the endpoints without a probe. */
const queries: Readonly<Record<string, unknown>> = {
  listTasks: engage.taskFilter,
  listUsers_1: { workspaceId: workspaces[0]?.id, from: at(NOW - 365 * DAY_MS), to: at(NOW) },
  listCrmSchemaFields: integrationId,
  getCrmObjects: { integrationId, objectType: 'DEAL' },
  getRequestStatus: integrationId,
};
/** Keys that suit one endpoint alone. */
const ownKeys: Readonly<Record<string, string | undefined>> = {
  listCrmSchemaFields: 'ACCOUNT',
  getCrmObjects: Object.keys(crm.objects['DEAL'] ?? {})[0],
  getRequestStatus: crm.requests[0]?.clientRequestId,
};

/** Keys of which each endpoint that can't be probed takes one, and workspaces. */
const profileId = sandbox.company.permissionProfiles[0]?.profile.id ?? '';
const contact = ['jo@example.com', '+14255552671'];
const keys = [
  callId,
  hostId,
  organizerEmail,
  folders[1]?.id ?? '',
  engage.flowId,
  engage.instanceId,
  engage.job.id,
  ...contact,
  profileId,
];
const workspaceId = workspaces[0]?.id ?? '';

type AnyRead = ReadEndpoint<object, unknown, unknown>;
const reading = readEndpoints as readonly unknown[] as readonly AnyRead[];

/** Sends a request of an endpoint to the sandbox, as the gateway spells it. */
async function send(endpoint: Pick<AnyRead, 'id'>, asked: Ask) {
  const request = requestTo(endpoint, asked);
  return ask(sandbox, `${methodOf(request)} ${urlOf('', request)}`, request.body);
}

/** What the API description objects to in a request. */
function requestObjections(id: string, { query = {}, body }: Ask): unknown[] {
  const described = apiDescription().operations.find(({ operationId }) => operationId === id);
  const names = described?.parameters.flatMap((each) => (each.in === 'query' ? [each.name] : []));
  const given = Object.keys(query).filter((name) => query[name] !== undefined);
  const unknown = given.filter((name) => names?.includes(name) !== true);
  // What is undefined is not sent.
  const sent: unknown = body === undefined ? undefined : JSON.parse(JSON.stringify(body));
  return [...unknown, ...(sent === undefined ? [] : bodyObjections(id, sent))];
}

/** Requests of probes, over a minute and longer. */
const probesSince = (sinceMs: number, known = {}) =>
  reading.flatMap(({ id, probe }) => {
    const asked = probe?.(at(NOW), at(NOW - sinceMs), known) ?? null;
    return asked === null ? [] : [{ id, asked }];
  });

describe('the probe of every endpoint that reads', () => {
  const knownIds = { userId: hostId, email: organizerEmail, workspaceId, callId, integrationId };
  const probes = probesSince(60_000, knownIds);

  it.each(probes)('is sent as described: $id', ({ id, asked }) => {
    expect(requestObjections(id, asked)).toEqual([]);
  });

  it.each(probes)('is answered as described: $id', async ({ id, asked }) => {
    const answer = await send({ id }, asked);

    // Gong says of an unknown job that the request is bad.
    expect(id === 'getRequestStatus' ? [200, 400] : [200, 404]).toContain(answer.status);
    expect(objections(id, answer)).toEqual([]);
    expect(sandbox.requests.at(-1)?.operationId).toBe(id);
  });

  // A probe of the last minute may find nothing: these look back a year.
  it.each(probesSince(365 * DAY_MS))('brings records that have IDs: $id', async ({ id, asked }) => {
    const answer = await send({ id }, asked);
    const endpoint = reading.find((each) => each.id === id);

    expect(answer.status).toBe(200);
    const { items } = endpoint?.parse(parseJson(answer.body) as GongBody, basicSelection) ?? {
      items: [],
    };
    expect(items.length).toBeGreaterThan(0);
    // A response that is a record has the ID that was asked for, which a probe has not.
    const listed = endpoint?.member === null ? [] : items;
    expect(listed.filter((item) => endpoint?.brings.idOf(item) === null)).toEqual([]);
  });
});

describe('an endpoint without a probe, or whose probe needs an ID', () => {
  const probed = new Set<string>(probesSince(60_000).map(({ id }) => id));
  const others = reading.filter(({ id }) => !probed.has(id));

  it.each(others)('is sent and answered as described, with a key: $id', async (endpoint) => {
    const { id, byKey, whole, paged } = endpoint;
    const ownKey = ownKeys[id];
    const some = ownKey === undefined ? keys : [ownKey];
    const requests = byKey === undefined ? [workspaceId] : some;
    const results: { key: string; asked: Ask; answer: Awaited<ReturnType<typeof send>> }[] = [];
    for (const key of requests) {
      const asked =
        byKey?.ask([key], basicSelection, undefined, queries[id]) ??
        whole?.ask(workspaceId) ??
        paged?.ask({ ownerEmail: organizerEmail }, null) ??
        {};
      results.push({ key, asked, answer: await send(endpoint, asked) });
    }
    const itemsOf = ({ key, answer }: (typeof results)[number]) =>
      endpoint
        .parse(parseJson(answer.body) as GongBody, basicSelection, key)
        .items.filter((item) => endpoint.brings.idOf(item) !== null);
    // For some, a key of another kind finds nothing.
    const found = results.find((each) => each.answer.status === 200 && itemsOf(each).length > 0);

    expect(found && requestObjections(id, found.asked)).toEqual([]);
    expect(found && objections(id, found.answer)).toEqual([]);
  });
});

it('"nothing found" is spelled as Gong does', async () => {
  const silent = reading.filter(({ nothing }) => nothing !== undefined);
  for (const { id, probe, nothing } of silent) {
    // Before the company's first call.
    const asked = probe?.('2001-01-02T00:00:00Z', '2001-01-01T00:00:00Z', {}) ?? {};
    const answer = await send({ id }, asked);
    expect([id, answer.status, answer.json.errors]).toEqual([id, 404, [nothing]]);
  }
  expect(silent.length).toBeGreaterThan(0);
});

describe('an endpoint that writes', () => {
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
  const record = {
    workspaceId: sandbox.company.workspaces[0]?.id,
    crmEntityType: 'ACCOUNT',
    crmEntityId: '001A',
    timePeriod: 'ALL_CONVERSATIONS',
  };
  sandbox.company.meetings.push({ ...meeting, id: '77', title: null });
  const inputs: Readonly<Record<string, unknown>> = {
    contentViewed: event,
    contentShared: event,
    customAction: event,
    addMeeting: meeting,
    updateMeeting: { id: '77', meeting },
    deleteMeeting: { id: '77', organizerEmail },
    addCall: registration(hostId),
    createPermissionProfile: { workspaceId, profile: { name: 'New', scoreCalls: true } },
    updatePermissionProfile: { id: profileId, profile: { name: 'Newer' } },
    addUsersAccessToCalls: [{ callId, userIds: [hostId] }],
    deleteUsersAccessToCalls: [{ callId, userIds: [hostId] }],
    purgeEmailAddress: contact[0],
    purgePhoneNumber: contact[1],
    assignProspects: engage.assignment,
    submitFlowProspectsBulkAssignment: engage.bulkAssignment,
    unassignFlows: engage.unassignment,
    unassignProspectFlows: engage.prospectUnassignment,
    updateReminder: { id: engage.task.id, change: engage.taskChange },
    askEntity: { ...record, question: 'What is next?' },
    generateBrief: { ...record, briefName: 'Deal review' },
    addDigitalInteraction: {
      eventId: 'd1',
      timestamp: event.eventTimestamp,
      eventType: 'Page viewed',
      content: { contentTitle: 'Pricing' },
      person: { email: 'jo@example.com' },
    },
    integrationSettings: [{ integrationType: 'DIALER', allowedOrigin: 'https://dialer.example' }],
    uploadCrmSchemaField: {
      integrationId,
      objectType: 'LEAD',
      fields: [{ uniqueName: 'score__c', label: 'Score', type: 'NUMBER' }],
    },
    // First the one is deleted, so that the next can be registered.
    deleteGenericCrmIntegration: { integrationId, clientRequestId: 'delete' },
    registerGenericCrmIntegration: { name: 'Orders', ownerEmail: organizerEmail },
  };
  // Forms are tested with the sandbox's: see test/sandbox/answers.test.ts.
  const json = writeEndpoints.filter(({ id }) => gongOperations[id].body !== 'multipart');

  it.each(json)('is sent and answered as described: $id', async ({ id, ask: toAsk }) => {
    const asked = (toAsk as (input: unknown) => Ask)(inputs[id]);
    const answer = await send({ id }, asked);

    expect(requestObjections(id, asked)).toEqual([]);
    expect([200, 201, 202]).toContain(answer.status);
    expect(objections(id, answer)).toEqual([]);
    expect(sandbox.undocumented).toEqual([]);
  });
});
