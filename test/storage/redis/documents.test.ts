import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Redis } from 'ioredis';
import { systemClock } from '../../../src/lib/clock.js';
import { connectToRedis } from '../../../src/storage/redis/connection.js';
import { RedisDocuments } from '../../../src/storage/redis/redisDocuments.js';
import { openRedisStorage } from '../../../src/storage/redis/redisStorage.js';
import { Sealer } from '../../../src/lib/sealer.js';
import { testConfig } from '../../support/config.js';
import { silentLogger } from '../../support/gateway.js';
import { startRedis, type TestRedis } from '../../support/redis.js';
import { eventually } from './support.js';

const HASH = 'a'.repeat(64);
const DAY_MS = 86_400_000;

let server: TestRedis;
const ends: (() => Promise<void>)[] = [];

beforeAll(async () => {
  server = await startRedis();
});
afterEach(async () => {
  await Promise.all(ends.splice(0).map((end) => end()));
});
afterAll(() => server.close());

async function connect(): Promise<Redis> {
  const redis = connectToRedis(server.url);
  ends.push(() => {
    redis.disconnect();
    return Promise.resolve();
  });
  await eventually(() => redis.status === 'ready');
  return redis;
}

async function open(secret: string): Promise<RedisDocuments> {
  const sealer = new Sealer(secret, 'state');
  return new RedisDocuments({ redis: await connect(), sealer, clock: systemClock });
}

it('finds a document of another instance', async () => {
  const [one, other] = [await open('a secret'), await open('a secret')];

  await one.set('acme', HASH, '{ a }');

  expect(await other.get('acme', HASH)).toBe('{ a }');
  expect(await other.get('acme', 'b'.repeat(64))).toBeUndefined();
});

it('finds no document of another tenant', async () => {
  const [one, other] = [await open('a secret'), await open('a secret')];

  await one.set('acme', HASH, '{ a }');
  expect(await other.get('globex', HASH)).toBeUndefined();
  await other.set('globex', HASH, '{ b }');
  expect(await one.get('acme', HASH)).toBe('{ a }');
});

it('finds nothing with another secret', async () => {
  const [one, other] = [await open('a secret'), await open('another secret')];

  await one.set('acme', HASH, '{ a }');

  expect(await other.get('acme', HASH)).toBeUndefined();
});

it('stores nothing readable, and nothing for longer than a day', async () => {
  const redis = await connect();
  await redis.flushall();

  await (
    await open('a secret')
  ).set('acme', HASH, '{ searchUsers(email: "jo@example.com") { id } }');

  const keys = await redis.keys('*');
  expect(keys).toHaveLength(1);
  const [key = ''] = keys;
  expect(key).not.toContain(HASH);
  expect(String(await redis.get(key))).not.toContain('jo@example.com');
  const leftMs = await redis.pttl(key);
  expect(leftMs).toBeGreaterThan(DAY_MS - 60_000);
  expect(leftMs).toBeLessThanOrEqual(DAY_MS);
});

it('finds nothing while Redis is unreachable, and finds documents again after it', async () => {
  const own = await startRedis();
  ends.push(() => own.close());
  const replicas = openRedisStorage({
    redisUrl: own.url,
    config: testConfig,
    clock: systemClock,
    logger: silentLogger,
  });
  ends.push(() => replicas.close());
  const { documents } = replicas;
  const holds = async (): Promise<boolean> => {
    await documents.set('acme', HASH, '{ a }');
    return (await documents.get('acme', HASH)) === '{ a }';
  };
  await eventually(holds);

  await own.kill();

  expect(await documents.get('acme', HASH)).toBeUndefined();
  await documents.set('acme', HASH, '{ a }');
  await own.restart();
  await eventually(holds);
  expect(await documents.get('acme', HASH)).toBe('{ a }');
});
