import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  createCompany,
  createSandbox,
  DEFAULT_CREDENTIAL,
  type Company,
  type Sandbox,
} from '../../sandbox/src/index.js';
import { toNodeId } from '../../src/graphql/selection/nodeId.js';
import { FakeClock } from '../support/clock.js';
import { createTestGateway, type Answer } from '../support/gateway.js';
import { NOW } from './budgets.js';

const clock = new FakeClock(NOW);
let company: Company;
let sandbox: Sandbox;

beforeAll(() => {
  company = createCompany({ now: NOW, users: 150, calls: 150, workspaces: 3 });
  sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity });
});

const named = {
  calls: () => company.calls.map(({ metaData: { id, title } }) => ({ id, name: title })),
  users: () =>
    company.users.map(({ id, firstName, lastName }) => ({ id, name: `${firstName} ${lastName}` })),
  workspaces: () => company.workspaces.map(({ id, name }) => ({ id, name })),
  folders: () => company.folders.map(({ id, name }) => ({ id, name })),
  trackers: () =>
    company.keywordTrackers.map(({ trackerId, trackerName }) => ({
      id: trackerId,
      name: trackerName,
    })),
  scorecards: () =>
    company.scorecards.map(({ scorecardId, scorecardName }) => ({
      id: scorecardId,
      name: scorecardName,
    })),
};

const query = (kind: string) =>
  `query ($ids: [ID!]!) { found: ${kind}ByIds(ids: $ids) { id ${kind === 'calls' ? 'name: title' : 'name'} } }`;
const found = ({ data }: Answer) => data?.['found'] as unknown;
const operations = (sent: readonly { readonly operationId: string | null }[]) =>
  sent.map(({ operationId }) => operationId);

it.each<[keyof typeof named, string[]]>([
  ['calls', ['listCallsExtensive', 'listCallsExtensive']],
  ['users', ['listMultipleUsers', 'listMultipleUsers']],
  ['workspaces', ['listWorkspaces']],
  ['trackers', ['listTrackers']],
  ['scorecards', ['listScorecards']],
])(
  '%sByIds returns records in the order of the IDs, null for missing ones',
  async (kind, requests) => {
    const records = named[kind]();
    const asked = [...records.slice(0, 140).reverse(), null, ...records.slice(0, 1)];

    const answer = await createTestGateway({ sandbox, clock }).trace(query(kind), {
      ids: asked.map((record) => record?.id ?? '99999'),
    });

    expect(answer.errors).toBeUndefined();
    expect(found(answer)).toEqual(asked);
    expect(operations(answer.sent)).toEqual(requests);
    expect(asked.length).toBeGreaterThan(2);
  },
);

describe('Folders', () => {
  const LISTS = 'getLibraryStructure';
  const CONTENT = 'getCallsInSpecificFolder';
  const many = () => named.folders().slice(0, 8).reverse();
  const ids = () => many().map(({ id }) => id);

  it('are read one by one when they are few', async () => {
    const few = many().slice(0, 4);
    const answer = await createTestGateway({ sandbox, clock }).trace(query('folders'), {
      ids: [...few.map(({ id }) => id), '99999'],
    });

    expect(found(answer)).toEqual([...few, null]);
    expect(operations(answer.sent)).toEqual(Array(5).fill(CONTENT));
  });

  it('are searched in the workspaces’ lists when they are many, and then one by one', async () => {
    const answer = await createTestGateway({ sandbox, clock }).trace(query('folders'), {
      ids: [...ids(), '99999'],
    });

    expect(answer.errors).toBeUndefined();
    expect(found(answer)).toEqual([...many(), null]);
    expect(operations(answer.sent)).toEqual(['listWorkspaces', LISTS, LISTS, LISTS, CONTENT]);
  });

  it.each<[string, (all: readonly string[]) => [string, Record<string, unknown>]]>([
    [
      'nodes',
      (all) => [
        'query ($n: [ID!]!) { found: nodes(nodeIds: $n) { ... on Folder { id name } } }',
        { n: all.map((id) => toNodeId('Folder', id)) },
      ],
    ],
    [
      '_entities',
      (all) => [
        'query ($r: [_Any!]!) { found: _entities(representations: $r) { ... on Folder { id name } } }',
        { r: all.map((id) => ({ __typename: 'Folder', id })) },
      ],
    ],
  ])('are searched in the same way by %s', async (_, asked) => {
    const answer = await createTestGateway({ sandbox, clock }).trace(...asked(ids()));

    expect(found(answer)).toEqual(many());
    expect(answer.sent.length).toBeLessThanOrEqual(4);
    expect(operations(answer.sent)).not.toContain(CONTENT);
  });

  it('are read one by one when their calls are selected', async () => {
    const answer = await createTestGateway({ sandbox, clock }).trace(
      'query ($ids: [ID!]!) { found: foldersByIds(ids: $ids) { name calls { callId } } }',
      { ids: ids() },
    );

    expect(operations(answer.sent)).toEqual(Array(8).fill(CONTENT));
  });

  it('are read one by one in a company with more workspaces', async () => {
    const wide = createCompany({ now: NOW, users: 5, calls: 5, workspaces: 9 });
    const all = wide.folders.slice(0, 8);
    const answer = await createTestGateway({
      sandbox: createSandbox({ company: wide, clock, requestsPerSecond: Infinity }),
      clock,
    }).trace(query('folders'), { ids: all.map(({ id }) => id) });

    expect(found(answer)).toEqual(all.map(({ id, name }) => ({ id, name })));
    expect(operations(answer.sent)).toEqual(['listWorkspaces', ...Array<string>(8).fill(CONTENT)]);
  });

  it('are read one by one when a list cannot be read', async () => {
    const broken = createSandbox({ company, clock, requestsPerSecond: Infinity });
    broken.faults.add({
      operationId: LISTS,
      times: Infinity,
      fault: { kind: 'answer', status: 403, body: { errors: ['Not today'] } },
    });

    const answer = await createTestGateway({ sandbox: broken, clock }).trace(query('folders'), {
      ids: ids(),
    });

    expect(answer.errors).toBeUndefined();
    expect(found(answer)).toEqual(many());
    expect(operations(answer.sent)).toEqual([
      'listWorkspaces',
      LISTS,
      ...Array<string>(8).fill(CONTENT),
    ]);
  });

  it('are read one by one when the viewer may not see the workspaces', async () => {
    const credentials = [{ ...DEFAULT_CREDENTIAL, scopes: ['api:library:read'] }];
    const answer = await createTestGateway({
      sandbox: createSandbox({ company, clock, requestsPerSecond: Infinity, credentials }),
      clock,
    }).trace(query('folders'), { ids: ids() });

    expect(answer.errors).toBeUndefined();
    expect(found(answer)).toEqual(many());
  });
});
