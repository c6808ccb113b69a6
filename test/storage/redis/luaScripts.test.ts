import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Redis } from 'ioredis';
import { connectToRedis } from '../../../src/storage/redis/connection.js';
import { startRedis, type TestRedis } from '../../support/redis.js';

let server: TestRedis;
let redis: Redis;

beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.close());

beforeEach(async () => {
  redis = connectToRedis(server.url);
  await new Promise((resolve) => redis.once('ready', resolve));
  await redis.flushall();
  await redis.script('FLUSH');
  await redis.config('RESETSTAT');
});
afterEach(() => {
  redis.disconnect();
});

/** How often Redis ran a command since the test began. */
async function callsOf(command: string): Promise<number> {
  const stats = await redis.info('commandstats');
  return Number(new RegExp(`cmdstat_${command}:calls=(\\d+)`).exec(stats)?.[1] ?? 0);
}

async function deleteOnce(): Promise<unknown> {
  await redis.set('key', 'mine');
  return redis.deleteIfEqual('key', 'mine');
}

describe('a Lua script', () => {
  it('is sent as text once per connection, then by its digest', async () => {
    expect([await deleteOnce(), await deleteOnce(), await deleteOnce()]).toEqual([1, 1, 1]);

    expect(await callsOf('eval')).toBe(1);
    expect(await callsOf('evalsha')).toBe(2);
  });

  it('is sent as text again when Redis has lost it', async () => {
    await deleteOnce();
    await redis.script('FLUSH');

    expect(await deleteOnce()).toBe(1);
    expect(await callsOf('eval')).toBe(2);
  });

  it('accepts binary values', async () => {
    const value = Buffer.from([0, 255, 10, 128]);
    await redis.hset('hash', 'field', value);

    expect(await redis.moveIfEqual('hash', 'field', Buffer.from([0, 255]), 'next', '', 'new')).toBe(
      0,
    );
    expect(await redis.moveIfEqual('hash', 'field', value, 'field', value, 'new')).toBe(1);
    expect(await redis.hget('hash', 'field')).toBe('new');
  });
});
