import { describe, expect, it } from '@jest/globals';
import type { Policies } from '../../../src/access/policy/policies.js';
import { createSandbox } from '../../../sandbox/src/index.js';
import { toNodeId } from '../../../src/graphql/selection/nodeId.js';
import { FakeClock } from '../../support/clock.js';
import { policyIn } from '../../support/config.js';
import { createTestGateway, type Answer, type ClientRequest } from '../../support/gateway.js';
import { createPolicyCompany, host, NOW } from './support.js';

const OPERATIONS = 60;
const SECOND = 1000;

/** Chances that are the same in each run. */
function createDice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

interface Operation {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly request: ClientRequest;
  /** Whether the viewer may see all calls: the answer differs, but must leave no trace for the others. */
  readonly maySeeAll: boolean;
  /** Time that passes before it. */
  readonly afterMs: number;
}

const TRANSCRIPT = 'transcript { text }';
const RAW = 'mutation ($input: GongRequestInput!) { gongRequest(input: $input) { status body } }';

/** What a viewer asks who knows the ID of a call, with the IDs of two others. */
const reads: readonly ((id: string, others: readonly string[]) => [string, object])[] = [
  (id) => ['query ($id: ID!) { call(id: $id) { id title } }', { id }],
  (id) => [
    'query ($id: ID!) { call(id: $id) { brief parties { name } primaryUser { name } } }',
    { id },
  ],
  (id) => ['query ($id: ID!) { call(id: $id) { media { audioUrl } } }', { id }],
  (id) => [`query ($id: ID!) { call(id: $id) { title ${TRANSCRIPT} } }`, { id }],
  (id) => [`query ($id: ID!) { call(id: $id) { ${TRANSCRIPT} } }`, { id }],
  (id) => ['query ($id: ID!) { a: call(id: $id) { id } b: call(id: $id) { brief } }', { id }],
  (id, others) => [
    `query ($ids: [ID!]!) { callsByIds(ids: $ids) { id title ${TRANSCRIPT} } }`,
    { ids: [others[0], id, others[1]] },
  ],
  (id, others) => [
    'query ($ids: [ID!]!) { callsByIds(ids: $ids) { brief } }',
    { ids: [id, ...others] },
  ],
  (id) => [
    'query ($id: ID!) { node(nodeId: $id) { nodeId ... on Call { title } } }',
    { id: toNodeId('Call', id) },
  ],
  (id, others) => [
    'query ($ids: [ID!]!) { nodes(nodeIds: $ids) { ... on Call { id brief } } }',
    { ids: [id, ...others].map((each) => toNodeId('Call', each)) },
  ],
  (id, others) => [
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Call { id title } } }',
    { r: [id, ...others].map((each) => ({ __typename: 'Call', id: each })) },
  ],
  ...['OLDEST_FIRST', 'NEWEST_FIRST'].flatMap((order) => {
    const query = `query ($ids: [ID!]!, $first: Int) {
      calls(order: ${order}, first: $first, filter: { callIds: $ids }) {
        totalCount nodes { id } pageInfo { hasNextPage }
      }
    }`;
    return [
      (id: string): [string, object] => [query, { ids: [id] }],
      (id: string, [other]: readonly string[]): [string, object] => [
        query,
        { ids: [other, id], first: 1 },
      ],
      (id: string, others: readonly string[]): [string, object] => [
        query,
        { ids: [id, ...others], first: 1 },
      ],
    ];
  }),
  (id) => ['query ($id: ID!) { uploadStatus(callId: $id) }', { id }],
  (id, [other]) => [
    'query ($a: ID!, $b: ID!) { a: uploadStatus(callId: $a) b: uploadStatus(callId: $b) }',
    { a: id, b: other },
  ],
  (id) => ['mutation ($id: ID!) { addCallMedia(input: { callId: $id }) { uploadUrl } }', { id }],
  (id) => [RAW, { input: { method: 'GET', path: `/v2/calls/${id}` } }],
  (id) => [
    RAW,
    {
      input: { method: 'POST', path: '/v2/calls/extensive', body: { filter: { callIds: [id] } } },
    },
  ],
  (id) => [
    RAW,
    {
      input: { method: 'POST', path: '/v2/calls/transcript', body: { filter: { callIds: [id] } } },
    },
  ],
];

/** What brings a call into the caches of one who may see it. */
const warmings: readonly ((id: string) => [string, object])[] = [
  () => ['{ calls(first: 100) { nodes { title } } }', {}],
  () => ['{ calls(first: 100) { nodes { brief parties { name } } } }', {}],
  (id) => ['query ($id: ID!) { call(id: $id) { brief parties { name } } }', { id }],
  (id) => [`query ($id: ID!) { call(id: $id) { title ${TRANSCRIPT} } }`, { id }],
];

const cases: readonly (readonly [string, string, Parameters<typeof policyIn>[1]])[] = [
  ['private calls', '', {}],
  ["others' calls", 'own-calls, show-private', {}],
  ['calls of another workspace', 'workspaces=Sales, show-private', {}],
  [
    'calls that a policy module hides by their parties',
    'show-private',
    {
      hook: {
        judge: ({ roles }, { title }) =>
          title?.includes('Secret') === true && !roles.includes('all') ? 'hide' : 'allow',
        needsParties: true,
      },
    },
  ],
];

/** The gateway and the company, in which a call is hidden or missing. */
function createWorld(policy: Policies, isMissing: boolean, cacheTtlSeconds: number) {
  const clock = new FakeClock(NOW);
  const company = createPolicyCompany(60);
  const viewer = host(company);
  const workspace = company.workspaces[0]?.id;
  for (const { metaData } of company.calls) metaData.isPrivate = false;
  const hidden = company.calls.find(
    ({ metaData }) => metaData.primaryUserId !== viewer.id && metaData.workspaceId !== workspace,
  );
  const others = company.calls.filter(
    ({ metaData }) => metaData.primaryUserId === viewer.id && metaData.workspaceId === workspace,
  );
  if (hidden === undefined || others.length < 2) throw new Error('The company is too small.');
  hidden.metaData.isPrivate = true;
  hidden.metaData.title = 'Secret';
  if (isMissing) company.calls.splice(company.calls.indexOf(hidden), 1);
  const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity });
  const gateway = createTestGateway({
    sandbox,
    clock,
    config: {
      policy,
      cacheTtlSeconds,
      rawRequests: { isOn: true, furtherPaths: [] },
    },
  });
  return {
    clock,
    gateway,
    person: viewer.id,
    id: hidden.metaData.id,
    others: others.slice(0, 2).map(({ metaData }) => metaData.id),
  };
}

function planOf(dice: (sides: number) => number, world: ReturnType<typeof createWorld>) {
  const pick = <T>(list: readonly T[]): T => list[dice(list.length)] as T;
  return Array.from({ length: OPERATIONS }, (): Operation => {
    const maySeeAll = dice(4) === 0;
    const [query, variables] = maySeeAll
      ? pick(warmings)(world.id)
      : pick(reads)(world.id, world.others);
    return {
      query,
      variables: variables as Record<string, unknown>,
      request: {
        client: pick(['web', 'bi']),
        ...(maySeeAll ? { roles: ['all'] } : { person: world.person }),
        ...(maySeeAll || dice(4) > 0 ? {} : { maxRequests: 1 + dice(2) }),
      },
      maySeeAll,
      afterMs: dice(3) === 0 ? dice(40) * SECOND : 0,
    };
  });
}

/** All that a viewer gets, but for what is each answer's own. */
function shown({ data, errors, extensions }: Answer): string {
  // Invalid operations would be alike, too.
  expect(JSON.stringify(errors ?? [])).not.toContain('GRAPHQL_VALIDATION_FAILED');
  const { waitedMs, remainingToday, ...gong } = extensions?.gong ?? {};
  expect([waitedMs, remainingToday].every((each) => each !== null)).toBe(true);
  const text = JSON.stringify({ data, errors, extensions: { ...extensions, gong } });
  return text.replace(/"requestId":"[^"]*"/g, '"requestId":"…"');
}

describe.each(cases)('With %s hidden', (_, words, more) => {
  const policy = policyIn(words, { roles: { all: 'show-private' }, ...more });

  it.each<[string, number, readonly number[]]>([
    ['caches', 300, [1, 2]],
    ['no caches', 0, [3]],
  ])(
    'a hidden call is indistinguishable from a missing one, with %s',
    async (_name, ttl, seeds) => {
      for (const seed of seeds) {
        const [hidden, missing] = [createWorld(policy, false, ttl), createWorld(policy, true, ttl)];
        const plan = planOf(createDice(seed), hidden);
        let spent = 0;
        for (const [index, { query, variables, request, maySeeAll, afterMs }] of plan.entries()) {
          const answers: Answer[] = [];
          for (const { gateway, clock } of [hidden, missing]) {
            await clock.advance(afterMs);
            answers.push(await clock.runUntil(gateway.execute(query, variables, request)));
          }
          const [one, other] = answers.map(shown);
          if (maySeeAll) continue;
          expect([seed, index, query, variables, one]).toEqual([
            seed,
            index,
            query,
            variables,
            other,
          ]);
          spent += answers[0]?.extensions?.gong?.requests ?? 0;
        }
        expect(spent).toBeGreaterThan(OPERATIONS / 6);
      }
    },
  );
});

describe('A read by ID that is repeated', () => {
  it.each(reads.map((read, index) => [index, read] as const))(
    'costs and counts the same for a hidden call and a missing one (read %i)',
    async (_index, read) => {
      const [hidden, missing] = [false, true].map((isMissing) =>
        createWorld(policyIn(''), isMissing, 300),
      );
      if (hidden === undefined || missing === undefined) throw new Error('There are two.');
      for (const afterMs of [0, 0, 16 * SECOND, 0]) {
        const answers: string[] = [];
        for (const { gateway, clock, id, others, person } of [hidden, missing]) {
          await clock.advance(afterMs);
          const [query, variables] = read(id, others);
          const request = { client: 'web', person };
          const executed = gateway.execute(query, variables as Record<string, unknown>, request);
          answers.push(shown(await clock.runUntil(executed)));
        }
        expect(answers[0]).toBe(answers[1]);
      }
    },
  );
});
