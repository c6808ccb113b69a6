import { describe, expect, it } from '@jest/globals';
import { createSandbox, type Sandbox } from '../../sandbox/src/index.js';
import { FakeClock } from '../support/clock.js';
import { createTestGateway } from '../support/gateway.js';
import { createBudgetCompany, NOW } from './budgets.js';

const company = createBudgetCompany();
const callIds = company.calls.slice(0, 100).map(({ metaData }) => metaData.id);
const userIds = company.users.slice(0, 40).map(({ id }) => id);
const folderId = company.folders[0]?.id ?? '';

function setUp(cacheTtlSeconds: number) {
  const clock = new FakeClock(NOW);
  const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity });
  return {
    clock,
    sandbox,
    gateway: createTestGateway({ clock, sandbox, config: { cacheTtlSeconds } }),
  };
}

/** Answers everything with a 404 that says nothing of what was asked for. */
function misroute(sandbox: Sandbox, body: object | string): void {
  sandbox.faults.add({ times: Infinity, fault: { kind: 'answer', status: 404, body } });
}

const forty = { calls: callIds.slice(0, 40), users: userIds };
const reads: [name: string, query: string, variables: object, requests: number][] = [
  [
    'callsByIds',
    'query ($ids: [ID!]!) { found: callsByIds(ids: $ids) { title brief } }',
    { ids: forty.calls },
    1,
  ],
  ['call', 'query ($id: ID!) { found: call(id: $id) { title } }', { id: callIds[0] }, 1],
  [
    'transcripts',
    'query ($ids: [ID!]!) { found: callsByIds(ids: $ids) { transcript { wordCount } } }',
    { ids: forty.calls },
    2,
  ],
  [
    'usersByIds',
    'query ($ids: [ID!]!) { found: usersByIds(ids: $ids) { name } }',
    { ids: userIds },
    1,
  ],
  ['user', 'query ($id: ID!) { found: user(id: $id) { name } }', { id: userIds[0] }, 1],
  ['folder', 'query ($id: ID!) { found: folder(id: $id) { name } }', { id: folderId }, 1],
  ['uploadStatus', 'query ($id: ID!) { found: uploadStatus(callId: $id) }', { id: callIds[0] }, 1],
  [
    'calls filtered by hosts',
    'query ($ids: [ID!]!) { found: calls(filter: { primaryUserIds: $ids }) { nodes { id } } }',
    { ids: userIds },
    1,
  ],
  [
    'users filtered by ids',
    'query ($ids: [ID!]!) { found: users(filter: { userIds: $ids }) { nodes { name } } }',
    { ids: userIds },
    1,
  ],
];

describe.each<[string, object | string]>([
  ['in the envelope of Gong', { requestId: 'r', errors: ['Not Found'] }],
  ['as JSON of something else', { error: 'Not Found' }],
  ['as HTML', '<h1>Not Found</h1>'],
])('A 404 that mentions no ID, %s', (_, body) => {
  it.each(reads)('fails %s once, and is not cached', async (__, query, variables, requests) => {
    const { sandbox, gateway } = setUp(300);
    misroute(sandbox, body);

    const lost = await gateway.trace(query, { ...variables });
    sandbox.faults.clear();
    const found = await gateway.trace(query, { ...variables });

    expect(lost.errors?.length).toBeGreaterThan(0);
    for (const { extensions } of lost.errors ?? []) {
      expect(extensions).toMatchObject({ code: 'GONG_NOT_FOUND', retryable: false });
    }
    expect(lost.sent.length).toBeLessThanOrEqual(requests);
    expect(found.errors).toBeUndefined();
    expect(found.data).toEqual((await setUp(0).gateway.execute(query, { ...variables })).data);
    expect(found.data?.['found']).not.toBeNull();
    expect(found.sent.length).toBeGreaterThan(0);
  });
});
