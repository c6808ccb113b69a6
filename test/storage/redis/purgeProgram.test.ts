import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Redis } from 'ioredis';
import { RedisConnectionStore } from '../../../src/storage/redis/redisConnections.js';
import { systemClock } from '../../../src/lib/clock.js';
import { connectToRedis } from '../../../src/storage/redis/connection.js';
import { cachePrefixOf } from '../../../src/storage/redis/keys.js';
import { Sealer } from '../../../src/lib/sealer.js';
import { companyKeyOf } from '../../../src/tenants/tenant.js';
import { keysOf } from '../../../src/tenants/tenants.js';
import { startRedis, type TestRedis } from '../../support/redis.js';
import { eventually } from './support.js';

const SECRET = 'an own secret of at least 32 characters';
const key = { accessKey: 'PURGEKEY', accessKeySecret: 'purge-key-secret' };
const globex = {
  kind: 'key',
  tenant: 'globex',
  id: 'one',
  baseUrl: 'https://globex.api.gong.io',
  connectedAt: 0,
  accessKey: 'OTHERKEY',
  accessKeySecret: 'other-key-secret',
} as const;

let server: TestRedis;
let redis: Redis;
beforeAll(async () => {
  server = await startRedis();
  redis = connectToRedis(server.url);
  await eventually(() => redis.status === 'ready');
  const sealer = new Sealer(SECRET, 'connection');
  const options = { redis, sealer, clock: systemClock, createId: randomUUID };
  await new RedisConnectionStore(options).put(globex);
});
afterAll(async () => {
  redis.disconnect();
  await server.close();
});

/** What the program prints, and its exit code. */
async function purge(...args: string[]): Promise<{ text: string; code: number }> {
  const environment = {
    PATH: process.env['PATH'],
    REDIS_URL: server.url,
    GATEWAY_SECRET: SECRET,
    GONG_ACCESS_KEY: key.accessKey,
    GONG_ACCESS_KEY_SECRET: key.accessKeySecret,
  };
  const program = ['--import', 'tsx', 'src/bin/gongGraphql.ts', 'purge', ...args];
  const cwd = fileURLToPath(new URL('../../../', import.meta.url));
  try {
    const { stdout } = await promisify(execFile)(process.execPath, program, {
      cwd,
      env: environment,
    });
    return { text: stdout, code: 0 };
  } catch (error) {
    const { stderr, code } = error as { stderr: string; code: number };
    return { text: stderr, code };
  }
}

it('purges one tenant’s cache and keeps the others', async () => {
  const ofDefault = companyKeyOf({ ...key, baseUrl: 'https://api.gong.io' });
  const keys = [ofDefault, keysOf(globex).data].map(
    (company) => `${cachePrefixOf(company)}calls:0:x`,
  );
  for (const each of keys) await redis.set(each, 'sealed');
  const left = async (): Promise<number[]> => Promise.all(keys.map((each) => redis.exists(each)));

  expect(await purge('globex')).toEqual({
    text: 'Deleted 1 entry. Running instances have deleted their copies.\n',
    code: 0,
  });
  expect(await left()).toEqual([1, 0]);
  expect((await purge()).code).toBe(0);
  expect(await left()).toEqual([0, 0]);
  const unknown = await purge('initech');
  expect(unknown.code).toBe(1);
  expect(unknown.text).toContain('Tenant "initech" is not connected');
});
