import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CacheEntry, CacheKey } from '../src/cache/sharedStore.js';
import { systemClock } from '../src/gong/clock.js';
import { connectToRedis } from '../src/redis/connection.js';
import { prefixOf } from '../src/redis/keys.js';
import { openDiskStorage } from '../src/storage/disk.js';
import { joinReplicas, type Replicas } from '../src/storage/replicas.js';
import { eventually } from './redis/support.js';
import { silentLogger } from './support/gateway.js';
import { startRedis, type TestRedis } from './support/redis.js';

const SECRET = 'a secret for tests, long enough to be one';
const MINUTE = 60_000;

describe('what is kept of a company', () => {
  it('on disk is deleted, and not written again by who still has it open', async () => {
    const stateDir = await mkdtemp(join(tmpdir(), 'storage-'));
    const storage = openDiskStorage({ stateDir, secret: SECRET }, systemClock, silentLogger);
    const [one, other] = [storage.openData('one'), storage.openData('other')];
    await one.state?.set('x', 1, MINUTE);
    await other.state?.set('x', 2, MINUTE);
    one.close?.();
    await storage.forgetData('one');
    await one.state?.set('y', 1, MINUTE);

    expect((await readdir(stateDir)).sort()).toEqual(['gateway', 'other']);
    expect(await other.state?.get('x')).toBe(2);
    await rm(stateDir, { recursive: true });
  });
});

describe('what gateways share of a company', () => {
  let server: TestRedis;
  const joined: Replicas[] = [];
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(async () => {
    await Promise.all(joined.map((each) => each.close()));
    await server.close();
  });
  const join_ = (): Replicas => {
    const replicas = joinReplicas({
      redisUrl: server.url,
      config: { secret: SECRET },
      clock: systemClock,
      logger: silentLogger,
    });
    joined.push(replicas);
    return replicas;
  };
  const key = (name: string): CacheKey => ({ group: 'users', name });
  const entry = (): CacheEntry => {
    const soon = Date.now() + MINUTE;
    return { value: 1, freshUntil: soon, staleUntil: soon, bytes: 1 };
  };

  it('is deleted in Redis, and stored no more by the others that still read', async () => {
    const [here, there] = [join_(), join_()];
    const company = randomUUID();
    const ours = here.openData(company);
    const theirs = there.openData(company);
    const other = there.openData(randomUUID());
    let hasEnded = false;
    theirs.store.onEnd(() => (hasEnded = true));
    await eventually(async () => {
      await theirs.store.set([{ key: key('a'), entry: entry() }]);
      return (await ours.store.get([key('a')]))[0] !== null;
    });
    await theirs.state.set('x', 1, MINUTE);
    await eventually(async () => {
      await other.store.set([{ key: key('a'), entry: entry() }]);
      return (await other.store.get([key('a')]))[0] !== null;
    });

    await here.forgetData(company);
    await theirs.store.set([{ key: key('b'), entry: entry() }]);

    expect(hasEnded).toBe(true);
    const redis = connectToRedis(server.url);
    await eventually(() => redis.status === 'ready');
    const left = await redis.keys(`${prefixOf(company).replace(/[{}]/g, '*')}*`);
    redis.disconnect();
    expect(left.filter((name) => /:(cache|state|claim):/.test(name))).toEqual([]);
    expect((await other.store.get([key('a')]))[0]).not.toBeNull();
  });
});
