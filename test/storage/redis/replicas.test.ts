import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { SharedStore } from '../../../src/company/cache/sharedStore.js';
import { ANONYMOUS } from '../../../src/access/clients/client.js';
import { systemClock } from '../../../src/lib/clock.js';
import { openRedisStorage } from '../../../src/storage/redis/redisStorage.js';
import type { Storage } from '../../../src/tenants/storage.js';
import { createCompany, createSandbox } from '../../../sandbox/src/index.js';
import type { UploadOptions } from '../../../sandbox/src/options.js';
import { testConfig } from '../../support/config.js';
import { createTestGateway, silentLogger, type TestGateway } from '../../support/gateway.js';
import { HANG_MS } from '../../support/hang.js';
import { startRedis, type TestRedis } from '../../support/redis.js';
import { sized } from '../../support/size.js';
import { eventually } from './support.js';

const config = {
  ...testConfig,
  requestsPerSecond: 1000,
  cacheTtlSeconds: 300,
  deadlineMs: HANG_MS,
};
const company = createCompany({ now: Date.now(), users: 40, calls: 300, days: 30 });
const callIds = company.calls.map(({ metaData }) => metaData.id);
const workspaceId = company.workspaces[0]?.id ?? '';

let redis: TestRedis;
let ends: (() => Promise<void>)[] = [];

beforeAll(async () => {
  redis = await startRedis();
});
afterEach(async () => {
  await Promise.all(ends.map((end) => end()));
  ends = [];
});
afterAll(async () => {
  await redis.close();
});

/** Gateways of one company on one Redis; Gong takes a moment for each answer. */
async function setUp(count: number, uploads: Partial<UploadOptions> = {}) {
  // Each a company of its own on the one Redis.
  const access = { accessKey: randomUUID(), accessKeySecret: 'secret' };
  const sandbox = createSandbox({
    company,
    requestsPerSecond: Infinity,
    latencyMs: 20,
    uploads,
    credentials: [access],
  });
  const stores: SharedStore[] = [];
  const gateways = Array.from({ length: count }, () => {
    const replicas = openRedisStorage({
      redisUrl: redis.url,
      config,
      clock: systemClock,
      logger: silentLogger,
    });
    ends.push(() => replicas.close());
    const storage: Storage = {
      ...replicas,
      openData: (key) => {
        const data = replicas.openData(key);
        stores.push(data.store);
        return data;
      },
    };
    return createTestGateway({ sandbox, config, storage, access });
  });
  await Promise.all(stores.map((store) => eventually(() => isReached(store))));
  // The first request waits until Redis has spoken of the quota.
  for (const gateway of gateways) await gateway.execute('{ scorecards { name } }');
  const before = sandbox.requests.length;
  return { gateways, sent: () => sandbox.requests.length - before };
}

/** Whether what is stored is found. */
async function isReached(store: SharedStore): Promise<boolean> {
  const key = { group: 'users', name: 'a test' } as const;
  const soon = Date.now() + 60_000;
  await store.set([{ key, entry: { value: 1, freshUntil: soon, staleUntil: soon, bytes: 1 } }]);
  const [found] = await store.get([key]);
  return found != null;
}

async function askAll(gateways: readonly TestGateway[], query: string): Promise<void> {
  const answers = await Promise.all(gateways.map((gateway) => gateway.execute(query)));
  for (const answer of answers) {
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual(answers[0]?.data);
  }
}

const byIds = (ids: readonly string[]): string =>
  `{ callsByIds(ids: ${JSON.stringify(ids)}) { title brief transcript { wordCount } } }`;

const host = company.users.find(({ settings }) => settings.telephonyCallsImported);
if (host === undefined) throw new Error('Nobody’s calls are imported.');
const CREATE =
  'mutation ($input: CreateCallInput!) { createCall(input: $input) { callId alreadyExisted } }';
const callOf = (clientUniqueId: string) => ({
  clientUniqueId,
  primaryUserId: host.id,
  direction: 'INBOUND',
  actualStart: '2026-05-30T10:00:00Z',
  parties: [{ userId: host.id }],
});

describe('instances that share a Redis', () => {
  it('never wait for each other in a cycle, whatever the order of the same records', async () => {
    for (let round = 0; round < sized(4, 60); round += 1) {
      const { gateways } = await setUp(2);
      const ids = callIds.slice((round % 50) * 5, (round % 50) * 5 + 5);
      const [one, other] = gateways;

      const answers = await Promise.all([
        one?.execute(byIds(ids)),
        other?.execute(byIds([...ids].reverse())),
      ]);

      for (const answer of answers) expect(answer?.errors).toBeUndefined();
    }
  });

  it('learn the company’s size from another instance’s reads', async () => {
    const { gateways, sent } = await setUp(2);
    const [one, other] = gateways as [TestGateway, TestGateway];
    const most = async () => {
      const query = '{ workspaces { folders { name } } }';
      const wish = { extensions: { gong: { estimateOnly: true } } };
      return (await other.execute(query, {}, wish)).extensions?.gong?.estimate?.max;
    };
    const assumed = await most();

    await askAll([one], '{ workspaces { name } }');
    await askAll([other], '{ workspaces { name } }');

    expect(sent()).toBe(1);
    expect(assumed).toBe(1 + 4);
    expect(await most()).toBe(1 + company.workspaces.length);
  }, 30_000);

  it.each<[string, string, number]>([
    ['records by id', byIds(callIds.slice(0, 40)), 2],
    ['the newest calls', '{ calls(order: NEWEST_FIRST, first: 5) { nodes { title } } }', 3],
    ['settings', '{ workspaces { name } trackers { name } }', 2],
    ['the library', `{ folders(workspaceId: "${workspaceId}") { name } }`, 1],
    ['a user', `{ user(id: "${company.users[3]?.id}") { name } }`, 1],
    ['the directory', '{ searchUsers(email: "nobody@lumenta.example") { name } }', 1],
  ])('send one request for %s at one time', async (_, query, most) => {
    const { sent, gateways } = await setUp(4);
    const crowd = Array.from({ length: 40 }, (__, index) => gateways[index % 4] as TestGateway);

    await askAll(crowd, query);

    const once = sent();
    expect(once).toBeLessThanOrEqual(most);
    await askAll(crowd, query);
    expect(sent()).toBe(once);
  });

  it('see what another instance has read', async () => {
    const { sent, gateways } = await setUp(2);
    const [one, other] = gateways;
    const first = await one?.execute(byIds(callIds.slice(50, 60)));
    const once = sent();

    const second = await other?.execute(byIds(callIds.slice(50, 60)));

    expect(second?.data).toEqual(first?.data);
    expect(sent()).toBe(once);
    expect(second?.extensions?.gong).toMatchObject({ requests: 0, cacheHits: 20 });
  });

  it('see the state after another instance’s write', async () => {
    const { sent, gateways } = await setUp(2);
    const [one, other] = gateways;
    const query = `{ calls(first: 5) { nodes { title } } user(id: "${host.id}") { name } }`;
    for (const gateway of gateways) await gateway.execute(query);
    const before = sent();
    await other?.execute(query);
    expect(sent()).toBe(before);

    await one?.execute(CREATE, { input: callOf('a') });
    await other?.execute(query);

    // The write, and the list of calls; users are none of its business.
    expect(sent()).toBe(before + 2);
  });

  it('know of each other’s uploads', async () => {
    const { gateways } = await setUp(2, { duplicateCall: '409' });
    const [one, other] = gateways;
    const created = await one?.execute(CREATE, { input: callOf('b') });
    const { callId } = (created?.data as unknown as { createCall: { callId: string } }).createCall;

    const again = await other?.execute(CREATE, { input: callOf('b') });
    const status = await other?.execute(`{ uploadStatus(callId: "${callId}") }`);

    expect(again?.data).toEqual({ createCall: { callId, alreadyExisted: true } });
    expect(status?.data).toEqual({ uploadStatus: 'MEDIA_MISSING' });
  });

  it('accept each other’s tickets once', async () => {
    const { gateways } = await setUp(2);
    const [one, other] = gateways.map(({ uploads }) => uploads.tickets);
    const issued = { callId: '7', company: 'acme', client: ANONYMOUS, operation: 'Add' };
    const text = one?.issue(issued) ?? '';
    const ticket = other?.read(text);
    if (ticket === undefined || typeof ticket === 'string') throw new Error(`It is ${ticket}.`);

    expect(await other?.use(ticket)).toBe(true);
    expect(await one?.use(ticket)).toBe(false);
    await other?.giveBack(ticket);
    expect(await one?.use(ticket)).toBe(true);
  });
});
