import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Connections } from '../../src/tenants/connections/connections.js';
import { createGateway, type Gateway } from '../../src/tenants/gateway.js';
import { systemClock } from '../../src/lib/clock.js';
import type { Fetch } from '../../src/gong/exchange.js';
import { openRedisStorage, type Replicas } from '../../src/storage/redis/redisStorage.js';
import { createFetch, createSandbox } from '../../sandbox/src/index.js';
import { createApolloServer } from '../../src/http/graphql/apollo.js';
import type { Storage } from '../../src/tenants/storage.js';
import { MemoryConnections } from './connections/support.js';
import { testConfig } from '../support/config.js';
import { silentLogger } from '../support/gateway.js';
import { sized } from '../support/size.js';
import { startRedis, type TestRedis } from '../support/redis.js';

/** Two companies that Gong gave the same ids, and nothing else in common: every word says whose it is. */
const TENANTS = ['acme', 'globex'] as const;
type Tenant = (typeof TENANTS)[number];
const OPERATIONS = sized(200, 3000);
const AT_A_TIME = 20;

const keyOf = (tenant: Tenant) => ({
  accessKey: `${tenant}-access-key`,
  accessKeySecret: `${tenant}-access-key-secret`,
});
const markOf = (tenant: Tenant): string => `[${tenant}]`;

/** The company of a tenant; equal seeds, equal ids. */
function gongOf(tenant: Tenant): Fetch {
  const sandbox = createSandbox({
    seed: 7,
    calls: 40,
    users: 10,
    requestsPerSecond: Infinity,
    requestsPerDay: Infinity,
    credentials: [keyOf(tenant)],
  });
  const next = createFetch(sandbox);
  return async (url, init) => {
    const answer = await next(url, init);
    const text = await answer.text();
    const marked = text.replace(
      /"(title|name|firstName|lastName|text|brief|note|comment|section|purpose|scorecardName|answerText)":"/g,
      (start) => `${start}${markOf(tenant)} `,
    );
    return { status: answer.status, headers: answer.headers, text: () => Promise.resolve(marked) };
  };
}

function createCompanies(storage?: Storage): Gateway {
  const hosts: Record<string, Fetch> = Object.fromEntries(
    TENANTS.map((tenant) => [`${tenant}.gong.test`, gongOf(tenant)]),
  );
  const store = new MemoryConnections();
  for (const tenant of TENANTS) {
    store.kept.set(tenant, {
      kind: 'key',
      tenant,
      id: `connection of ${tenant}`,
      baseUrl: `https://${tenant}.gong.test`,
      connectedAt: 0,
      ...keyOf(tenant),
    });
  }
  return createGateway({ ...testConfig, cacheTtlSeconds: 300 }, null, {
    fetch: (url, init) =>
      hosts[new URL(url).host]?.(url, init) ?? Promise.reject(new Error('There is nobody.')),
    clock: systemClock,
    random: Math.random,
    logger: silentLogger,
    connections: new Connections(store, systemClock, silentLogger),
    ...(storage === undefined ? {} : { storage }),
  });
}

interface Answer {
  readonly data?: Record<string, never> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: object }[];
}

function runner(gateway: Gateway) {
  const apollo = createApolloServer(gateway.schema, silentLogger);
  return async (tenant: Tenant, query: string, variables = {}): Promise<Answer> => {
    const contextValue = await gateway.createContext({ tenant });
    const { body } = await apollo.executeOperation({ query, variables }, { contextValue });
    if (body.kind !== 'single') throw new Error('The gateway answers in one piece.');
    return JSON.parse(JSON.stringify(body.singleResult)) as Answer;
  };
}

/** The same sequence in every run. */
function createDice(): (sides: number) => number {
  let state = 42;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

const FIRST =
  '{ calls(first: 40) { nodes { id } pageInfo { endCursor } } workspaces { id folders { id } } trackers { id } scorecards { id } users { nodes { id } } }';

interface Ids {
  readonly calls: readonly string[];
  readonly users: readonly string[];
  readonly folders: readonly string[];
  readonly workspaces: readonly string[];
  readonly trackers: readonly string[];
  readonly scorecards: readonly string[];
}

async function idsOf(run: ReturnType<typeof runner>, tenant: Tenant): Promise<Ids> {
  const { data } = await run(tenant, FIRST);
  const given = data as unknown as {
    calls: { nodes: { id: string }[] };
    users: { nodes: { id: string }[] };
    workspaces: { id: string; folders: { id: string }[] }[];
    trackers: { id: string }[];
    scorecards: { id: string }[];
  };
  const idIn = ({ id }: { id: string }): string => id;
  return {
    calls: given.calls.nodes.map(idIn),
    users: given.users.nodes.map(idIn),
    workspaces: given.workspaces.map(idIn),
    folders: given.workspaces.flatMap(({ folders }) => folders.map(idIn)),
    trackers: given.trackers.map(idIn),
    scorecards: given.scorecards.map(idIn),
  };
}

/** Operations of every kind, by ids that both companies have. */
function operation(ids: Ids, dice: (sides: number) => number): [string, object] {
  const one = (list: readonly string[]): string => list[dice(list.length)] ?? '';
  const some = (list: readonly string[]) => Array.from({ length: 1 + dice(8) }, () => one(list));
  const kinds: (() => [string, object])[] = [
    () => [
      'query ($first: Int!) { calls(first: $first) { nodes { id title brief primaryUser { name } } } }',
      { first: 1 + dice(40) },
    ],
    () => [
      'query ($ids: [ID!]!) { callsByIds(ids: $ids) { id title transcript { text } } }',
      { ids: some(ids.calls) },
    ],
    () => [
      'query ($id: ID!) { call(id: $id) { title parties { name } trackers { name tracker { name } } } }',
      { id: one(ids.calls) },
    ],
    () => [
      'query ($ids: [ID!]!) { usersByIds(ids: $ids) { name manager { name } } }',
      { ids: some(ids.users) },
    ],
    () => [
      'query ($id: ID!) { user(id: $id) { name calls(first: 3) { nodes { title } } } }',
      { id: one(ids.users) },
    ],
    () => [
      'query ($id: ID!) { folder(id: $id) { name calls { title call { title } } } }',
      { id: one(ids.folders) },
    ],
    () => [
      'query ($id: ID!) { workspace(id: $id) { name folders { name } trackers { name } } }',
      { id: one(ids.workspaces) },
    ],
    () => [
      'query ($id: ID!) { tracker(id: $id) { name creator { name } } }',
      { id: one(ids.trackers) },
    ],
    () => [
      'query ($id: ID!) { scorecard(id: $id) { name answers(first: 5) { nodes { scorecardName call { title } reviewer { name } } } } }',
      { id: one(ids.scorecards) },
    ],
    () => ['{ answeredScorecards(first: 5) { nodes { scorecardName answers { text } } } }', {}],
    () => [
      'query ($nodeId: ID!) { node(nodeId: $nodeId) { ... on Call { title } ... on User { name } } }',
      { nodeId: Buffer.from(`Call:${one(ids.calls)}`).toString('base64url') },
    ],
    () => [
      'query ($from: DateTime!) { calls(first: 5, order: NEWEST_FIRST, filter: { from: $from }) { nodes { title highlights { items { text } } } } }',
      { from: `2026-0${1 + dice(9)}-01T00:00:00Z` },
    ],
    () => [
      'mutation ($input: GongRequestInput!) { gongRequest(input: $input) { body } }',
      { input: { method: 'GET', path: `/v2/calls/${one(ids.calls)}` } },
    ],
    () => [
      'mutation ($input: RecordCustomActionInput!) { recordCustomAction(input: $input) { accepted } }',
      {
        input: {
          reportingSystem: 'test',
          eventTimestamp: '2026-06-01T12:00:00Z',
          actionName: 'Asked',
        },
      },
    ],
  ];
  return kinds[dice(kinds.length)]?.() ?? ['{ quota { perDay } }', {}];
}

let redis: TestRedis;
const replicas: Replicas[] = [];
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(async () => {
  await Promise.all(replicas.map((each) => each.close()));
  await redis.close();
});

function join(): Storage {
  const config = { secret: testConfig.secret };
  const joined = openRedisStorage({
    redisUrl: redis.url,
    config,
    clock: systemClock,
    logger: silentLogger,
  });
  replicas.push(joined);
  return joined;
}

describe.each<[string, () => Gateway[]]>([
  ['in one gateway', () => [createCompanies()]],
  ['in two that share a Redis', () => [createCompanies(join()), createCompanies(join())]],
])('two companies with the same IDs %s', (_, createGateways) => {
  it(`see nothing of each other in ${OPERATIONS} interleaved operations`, async () => {
    const runs = createGateways().map(runner);
    const [first] = runs;
    if (first === undefined) throw new Error('There is no gateway.');
    const ids = await idsOf(first, 'acme');
    expect(await idsOf(first, 'globex')).toEqual(ids);
    const dice = createDice();
    const plan = Array.from({ length: OPERATIONS }, () => {
      const tenant = TENANTS[dice(TENANTS.length)] ?? 'acme';
      return { tenant, run: runs[dice(runs.length)] ?? first, asked: operation(ids, dice) };
    });

    const seen = { acme: 0, globex: 0 };
    const work = async (): Promise<void> => {
      for (let next = plan.pop(); next !== undefined; next = plan.pop()) {
        const { tenant, run, asked } = next;
        const answer = await run(tenant, ...asked);
        const text = JSON.stringify(answer);
        const [other] = TENANTS.filter((each) => each !== tenant);
        expect(answer.errors).toBeUndefined();
        expect(text).not.toContain(markOf(other ?? 'acme'));
        if (text.includes(markOf(tenant))) seen[tenant] += 1;
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, work));

    // Nearly every answer has a word in it.
    expect(seen.acme).toBeGreaterThan(OPERATIONS / 3);
    expect(seen.globex).toBeGreaterThan(OPERATIONS / 3);
  });
});

describe('a cursor of one tenant', () => {
  it('is invalid for the other', async () => {
    const run = runner(createCompanies());
    const page = await run('acme', '{ calls(first: 2) { pageInfo { endCursor } } }');
    const { calls } = page.data as unknown as { calls: { pageInfo: { endCursor: string } } };
    const after = calls.pageInfo.endCursor;
    const query = 'query ($after: String) { calls(first: 2, after: $after) { nodes { id } } }';

    expect((await run('globex', query, { after })).errors).toMatchObject([
      { extensions: { code: 'BAD_CURSOR' } },
    ]);
    expect((await run('acme', query, { after })).errors).toBeUndefined();
  });
});
