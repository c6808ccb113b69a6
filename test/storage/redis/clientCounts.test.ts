import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Redis } from 'ioredis';
import { createSandbox } from '../../../sandbox/src/index.js';
import { systemClock } from '../../../src/lib/clock.js';
import { connectToRedis } from '../../../src/storage/redis/connection.js';
import { RedisClientCounts } from '../../../src/storage/redis/redisClientCounts.js';
import { openRedisStorage } from '../../../src/storage/redis/redisStorage.js';
import { testConfig } from '../../support/config.js';
import { createTestGateway, silentLogger } from '../../support/gateway.js';
import { HANG_MS } from '../../support/hang.js';
import { startRedis, type TestRedis } from '../../support/redis.js';
import { eventually } from './support.js';

const DAY = '2026-06-01';

let redis: TestRedis;
let ends: (() => unknown)[] = [];

beforeAll(async () => {
  redis = await startRedis();
});
afterEach(async () => {
  for (const end of ends) await end();
  ends = [];
});
afterAll(() => redis.close());

async function createCounts(tenant: string): Promise<{ counts: RedisClientCounts; redis: Redis }> {
  const connection = connectToRedis(redis.url);
  ends.push(() => {
    connection.disconnect();
  });
  await eventually(() => connection.status === 'ready');
  const counts = new RedisClientCounts({ redis: connection, tenant, clock: systemClock });
  return { counts, redis: connection };
}

describe('counts of clients in Redis', () => {
  it('never exceed the maximum, however many instances count at once', async () => {
    const instances = await Promise.all([1, 2, 3].map(() => createCounts('at once')));
    const added = await Promise.all(
      Array.from({ length: 30 }, async (_, index) =>
        instances[index % 3]?.counts.add(DAY, 'web', 10),
      ),
    );

    expect(added.filter((isCounted) => isCounted === true)).toHaveLength(10);
    for (const { counts } of instances) {
      await counts.refresh(DAY, 'web');
      expect(counts.used(DAY, 'web')).toBe(10);
    }
  });

  it('begin at zero for another client and on another day', async () => {
    const { counts } = await createCounts('separate');
    await counts.add(DAY, 'web', 1);

    expect(await counts.add(DAY, 'bi', 1)).toBe(true);
    expect(await counts.add('2026-06-02', 'web', 1)).toBe(true);
    expect(counts.used(DAY, 'web')).toBe(0);

    await counts.refresh(DAY, 'web');
    expect(counts.used('2026-06-02', 'web')).toBe(1);
  });

  it('go on while Redis is unreachable, and are complete when it is reachable again', async () => {
    const tenant = 'outage';
    const [one, other] = await Promise.all([createCounts(tenant), createCounts(tenant)]);
    await one.counts.add(DAY, 'web', 5);
    await redis.kill();
    const alone = [];
    for (let count = 0; count < 5; count += 1) alone.push(await one.counts.add(DAY, 'web', 5));

    expect(alone).toEqual([true, true, true, true, false]);

    await redis.restart();
    await eventually(() => one.redis.status === 'ready' && other.redis.status === 'ready');
    await one.counts.refresh(DAY, 'web');

    // Redis lost its data.
    expect(await other.counts.add(DAY, 'web', 5)).toBe(false);
    expect(other.counts.used(DAY, 'web')).toBe(5);
  });
});

/** Two gateways of one company on one Redis, which both have reached. */
async function openGateways(
  config: typeof testConfig,
  access: { readonly accessKey: string; readonly accessKeySecret: string },
) {
  const sandbox = createSandbox({
    calls: 5,
    users: 5,
    requestsPerSecond: Infinity,
    credentials: [access],
  });
  const storages = [1, 2].map(() => {
    const storage = openRedisStorage({
      redisUrl: redis.url,
      config,
      clock: systemClock,
      logger: silentLogger,
    });
    ends.push(() => storage.close());
    return storage;
  });
  const gateways = storages.map((storage) =>
    createTestGateway({ sandbox, config, storage, access }),
  );
  await eventually(() => storages.every((storage) => !storage.status().isAway));
  return { sandbox, gateways };
}

it('a request that another instance left no budget for is not sent', async () => {
  const access = { accessKey: 'BUDGETTESTKEY', accessKeySecret: 'secret' };
  const config = { ...testConfig, clientRequestsPerDay: 3, deadlineMs: HANG_MS };
  const { sandbox, gateways } = await openGateways(config, access);
  const [one, other] = gateways;
  const ask = (gateway = one, client = 'web') =>
    gateway?.execute('{ workspaces { name } }', {}, { client });
  await ask();
  await ask();
  await ask(other);
  // It does not know yet that this was the last one.
  const refused = await ask();

  expect(refused?.errors).toMatchObject([{ extensions: { code: 'QUOTA_EXHAUSTED' } }]);
  expect(sandbox.requests).toHaveLength(3);
  expect((await ask(one, 'bi'))?.errors).toBeUndefined();
  const quota = await other?.execute('{ quota { clientRequestsToday } }', {}, { client: 'web' });
  expect(quota?.data).toEqual({ quota: { clientRequestsToday: 3 } });
});

it('another client pays for a shared request when the first has no budget at Redis', async () => {
  const access = { accessKey: 'SHAREDTESTKEY', accessKeySecret: 'secret' };
  const config = { ...testConfig, clientRequestsPerDay: 1, deadlineMs: HANG_MS };
  const {
    sandbox,
    gateways: [one, other],
  } = await openGateways(config, access);
  await other?.execute('{ workspaces { name } }', {}, { client: 'web' });
  const ask = (client: string) => one?.execute('{ trackers { name } }', {}, { client });
  const answers = [ask('web'), ask('bi')];

  expect((await answers[0])?.errors).toBeUndefined();
  expect((await answers[1])?.errors).toBeUndefined();
  expect(sandbox.requests).toHaveLength(2);
});
