import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Redis } from 'ioredis';
import type { CacheEntry, CacheGroup, CacheKey } from '../../../src/company/cache/sharedStore.js';
import { systemClock, type Clock } from '../../../src/lib/clock.js';
import { connectToRedis } from '../../../src/storage/redis/connection.js';
import { purge } from '../../../src/storage/redis/purge.js';
import { RedisStore } from '../../../src/storage/redis/redisStore.js';
import { FakeClock } from '../../support/clock.js';
import { startRedis, type TestRedis } from '../../support/redis.js';
import { createGatewayQuota, eventually, granted } from './support.js';

const SECRET = 'a secret of at least 32 characters';
const forever = new AbortController().signal;

let server: TestRedis;
let admin: Redis;
let tenant: string;
let ends: (() => void)[] = [];

beforeAll(async () => {
  server = await startRedis();
  admin = connectToRedis(server.url);
  await isReady(admin);
});
beforeEach(() => {
  tenant = randomUUID();
});
afterEach(() => {
  for (const end of ends) end();
  ends = [];
});
afterAll(async () => {
  admin.disconnect();
  await server.close();
});

interface Replica {
  readonly store: RedisStore;
  readonly redis: Redis;
  readonly subscriber: Redis;
  /** What it was told of drops. */
  readonly drops: CacheGroup[];
  /** Ends it as a crash would. */
  die(): void;
}

async function replica(secret = SECRET, clock: Clock = systemClock): Promise<Replica> {
  const redis = connectToRedis(server.url);
  const subscriber = connectToRedis(server.url);
  const store = new RedisStore({
    redis,
    subscriber,
    tenant,
    secret,
    replica: randomUUID(),
    clock,
    createId: randomUUID,
  });
  const drops: CacheGroup[] = [];
  store.onDrop((groups) => drops.push(...groups));
  const die = (): void => {
    store.close();
    redis.disconnect();
    subscriber.disconnect();
  };
  ends.push(die);
  const known = Number(await subscribers());
  await Promise.all([isReady(redis), eventually(async () => (await subscribers()) > known)]);
  return { store, redis, subscriber, drops, die };
}

async function subscribers(): Promise<number> {
  const [, count] = (await admin.pubsub('NUMSUB', `gong-gateway:{${tenant}}:events`)) as [
    string,
    number,
  ];
  return count;
}

const isReady = (redis: Redis): Promise<void> => eventually(() => redis.status === 'ready');

const users = (name: string): CacheKey => ({ group: 'users', name });

function entryOf(value: unknown, lifetimeMs = 60_000): CacheEntry {
  const now = Date.now();
  return { value, freshUntil: now + lifetimeMs, staleUntil: now + lifetimeMs, bytes: 10 };
}

/** Keys and values of the company, as they lie in Redis. */
async function raw(): Promise<string> {
  const keys = await admin.keys(`*${tenant}*`);
  const values = await Promise.all(
    keys.map(async (key) => ((await admin.type(key)) === 'string' ? admin.get(key) : '')),
  );
  return [...keys, ...values].join('\n');
}

describe('a stored entry', () => {
  it('is found by another instance, in the order of the keys', async () => {
    const [a, b] = [await replica(), await replica()];
    const first = entryOf({ name: 'Élodie', list: [1, null, '2'] });
    const second = entryOf(Array.from({ length: 2000 }, (_, index) => `sentence ${index}`));

    await a.store.set([
      { key: users('1'), entry: first },
      { key: { group: 'calls', name: '1' }, entry: second },
    ]);

    const found = await b.store.get([{ group: 'calls', name: '1' }, users('2'), users('1')]);
    expect(found).toEqual([second, null, first]);
    expect(await b.store.get([])).toEqual([]);
  });

  it('is found among any number of keys', async () => {
    const { store } = await replica();
    const keys = Array.from({ length: 450 }, (_, index) => users(String(index)));
    await store.set(keys.map((key, index) => ({ key, entry: entryOf(index) })));

    const found = await store.get([...keys, users('none')]);

    expect(found.map((each) => each?.value)).toEqual([...keys.keys(), undefined]);
  });

  it('is sealed, and so is its key', async () => {
    const { store } = await replica();
    const key = users('somebody@example.com');
    await store.set([{ key, entry: entryOf({ title: 'A secret meeting' }) }]);
    await store.acquireLeases([
      { key: users('7001234567'), selection: { fields: ['transcript'] } },
    ]);

    const stored = await raw();

    expect(stored).toContain(':cache2:users:0:');
    expect(stored).not.toMatch(/somebody|example|secret|meeting|7001234567|transcript/i);
  });

  it('expires when it is stale, and nothing is stored forever', async () => {
    const { store } = await replica();
    await store.set([
      { key: users('short'), entry: entryOf(1, 60) },
      { key: users('long'), entry: entryOf(2) },
      { key: users('over'), entry: entryOf(3, 0) },
    ]);
    await store.drop(['calls']);
    await store.acquireLeases([{ key: users('claimed'), selection: 1 }]);

    await eventually(async () => (await store.get([users('short')]))[0] === null);

    expect((await store.get([users('long'), users('over')])).map((each) => each?.value)).toEqual([
      2,
      undefined,
    ]);
    const keys = await admin.keys(`*${tenant}*`);
    const lives = await Promise.all(keys.map((key) => admin.pttl(key)));
    expect(keys.length).toBeGreaterThan(2);
    // What would never expire.
    expect(lives).not.toContain(-1);
  });

  it('is not found with another secret', async () => {
    const [a, b] = [await replica(), await replica('another secret of at least 32 characters')];
    await a.store.set([{ key: users('1'), entry: entryOf(1) }]);

    expect(await b.store.get([users('1')])).toEqual([null]);
  });

  it('can be deleted', async () => {
    const [a, b] = [await replica(), await replica()];
    await a.store.set([{ key: users('1'), entry: entryOf(1) }]);

    await b.store.forget([users('1')]);

    expect(await a.store.get([users('1')])).toEqual([null]);
  });
});

describe('an invalidated group', () => {
  it('is no longer found, and other instances are notified first', async () => {
    const [a, b] = [await replica(), await replica()];
    await a.store.set([
      { key: users('1'), entry: entryOf(1) },
      { key: { group: 'calls', name: '1' }, entry: entryOf(2) },
    ]);

    await a.store.drop(['users', 'trackers']);

    expect(b.drops).toEqual(['users', 'trackers']);
    expect(a.drops).toEqual([]);
    const found = await b.store.get([users('1'), { group: 'calls', name: '1' }]);
    expect(found.map((each) => each?.value)).toEqual([undefined, 2]);
    await b.store.set([{ key: users('1'), entry: entryOf(3) }]);
    expect((await a.store.get([users('1')]))[0]?.value).toBe(3);
  });

  it('is not found by an instance that cannot be notified', async () => {
    const [a, b] = [await replica(), await replica()];
    await a.store.set([{ key: users('1'), entry: entryOf(1) }]);
    b.subscriber.disconnect();
    await eventually(async () => (await subscribers()) === 1);

    await a.store.drop(['users']);

    expect(await b.store.get([users('1')])).toEqual([null]);
    expect(b.drops).toEqual(['users']);
  });

  it('is announced when the connection is restored', async () => {
    const [a, b] = [await replica(), await replica()];
    b.subscriber.disconnect();
    await eventually(async () => (await subscribers()) === 1);
    await a.store.drop(['calls']);

    await b.subscriber.connect();
    await eventually(() => b.drops.length > 0);

    expect(b.drops).toEqual(['calls']);
  });

  it('is not restored by an earlier read', async () => {
    const [a, b] = [await replica(), await replica()];
    // It has not heard of the drop yet when it stores what it read before.
    b.subscriber.disconnect();
    await eventually(async () => (await subscribers()) === 1);
    await a.store.drop(['users']);

    await b.store.set([{ key: users('1'), entry: entryOf('of before') }]);

    expect(await a.store.get([users('1')])).toEqual([null]);
    expect(await b.store.get([users('1')])).toEqual([null]);
  });

  it('is invalidated after Redis was unreachable', async () => {
    const [a, b] = [await replica(), await replica()];
    await a.store.set([{ key: users('1'), entry: entryOf(1) }]);
    a.redis.disconnect();
    await a.store.drop(['users']);
    expect((await b.store.get([users('1')]))[0]?.value).toBe(1);

    await eventually(() => a.redis.status === 'end');
    await a.redis.connect();

    await eventually(() => b.drops.includes('users'));
    expect(await b.store.get([users('1')])).toEqual([null]);
    expect(await a.store.get([users('1')])).toEqual([null]);
  });

  it('stays invalidated when Redis loses its generations', async () => {
    const [a, b] = [await replica(), await replica()];
    await a.store.set([{ key: users('1'), entry: entryOf(1) }]);
    await a.store.drop(['users']);
    await admin.del(`gong-gateway:{${tenant}}:generations`);

    expect(await b.store.get([users('1')])).toEqual([null]);
    expect(await admin.hget(`gong-gateway:{${tenant}}:generations`, 'users')).toBe('1');
  });
});

describe('a leased read', () => {
  const lease = (key: CacheKey, selection: unknown = 'all') => [{ key, selection }];

  it('is shown to other instances with its selection, and not to its holder', async () => {
    const [a, b] = [await replica(), await replica()];

    expect(await a.store.acquireLeases(lease(users('1'), { fields: ['name'] }))).toEqual([null]);
    expect(await b.store.acquireLeases([...lease(users('2')), ...lease(users('1'))])).toEqual([
      null,
      { selection: { fields: ['name'] } },
    ]);
    expect(await a.store.acquireLeases(lease(users('1')))).toEqual([null]);
  });

  const claimKey = async (): Promise<string> => {
    const [key] = await admin.keys(`gong-gateway:{${tenant}}:claim:*`);
    if (key === undefined) throw new Error('There is no claim.');
    return key;
  };

  it('makes other instances wait until its result is stored', async () => {
    // Its time stands still, so that it renews nothing: the claim is there until it lands.
    const a = await replica(SECRET, new FakeClock());
    const b = await replica();
    await a.store.acquireLeases(lease(users('1')));
    await admin.persist(await claimKey());
    let hasLanded = false;
    const released = b.store.waitForRelease(users('1'), forever).then(() => {
      hasLanded = true;
    });
    // By then Redis has answered whether the claim is there.
    await b.redis.ping();
    expect(hasLanded).toBe(false);

    await a.store.set([{ key: users('1'), entry: entryOf('brought') }]);
    await a.store.releaseLeases([users('1')]);
    await released;

    expect((await b.store.get([users('1')]))[0]?.value).toBe('brought');
    expect(await b.store.acquireLeases(lease(users('1')))).toEqual([null]);
  });

  it('is renewed every second, for 3 seconds', async () => {
    const clock = new FakeClock();
    const { store } = await replica(SECRET, clock);
    await store.acquireLeases(lease(users('1')));
    const key = await claimKey();

    for (let renewals = 0; renewals < 3; renewals += 1) {
      await admin.persist(key);
      await clock.advance(1000);
      await eventually(async () => (await admin.pttl(key)) !== -1);

      expect(await admin.pttl(key)).toBeLessThanOrEqual(3000);
    }
  });

  it('makes no instance wait without a lease, or after it left', async () => {
    const [a, b] = [await replica(), await replica()];
    await b.store.waitForRelease(users('1'), forever);

    await a.store.acquireLeases(lease(users('1')));
    const controller = new AbortController();
    const released = b.store.waitForRelease(users('1'), controller.signal);
    controller.abort();
    await released;
    await b.store.waitForRelease(users('1'), controller.signal);
    expect(await b.store.acquireLeases(lease(users('1')))).toEqual([{ selection: 'all' }]);
  });

  it('is free again when its instance crashes', async () => {
    const [a, b] = [await replica(), await replica()];
    await a.store.acquireLeases(lease(users('1')));
    const released = b.store.waitForRelease(users('1'), forever);

    a.die();
    await released;

    expect(await b.store.acquireLeases(lease(users('1')))).toEqual([null]);
  });

  it('stays leased when another instance releases it', async () => {
    const [a, b] = [await replica(), await replica()];
    await a.store.acquireLeases(lease(users('1')));

    await b.store.releaseLeases([users('1')]);

    expect(await b.store.acquireLeases(lease(users('1')))).toEqual([{ selection: 'all' }]);
  });
});

describe('without Redis', () => {
  it('nothing is found, every lease is granted, and no read waits', async () => {
    const [a, b] = [await replica(), await replica()];
    await a.store.acquireLeases([{ key: users('1'), selection: 1 }]);
    const released = b.store.waitForRelease(users('1'), forever);

    await server.kill();
    await released;

    await b.store.set([{ key: users('1'), entry: entryOf(1) }]);
    expect(await b.store.get([users('1')])).toEqual([null]);
    expect(await b.store.acquireLeases([{ key: users('1'), selection: 1 }])).toEqual([null]);
    await b.store.releaseLeases([users('1')]);
    await b.store.forget([users('1')]);
    await b.store.waitForRelease(users('1'), forever);
    await b.store.drop(['users']);

    await server.restart();
    await eventually(async () => {
      await b.store.set([{ key: users('1'), entry: entryOf(2) }]);
      return (await a.store.get([users('1')]))[0]?.value === 2;
    });
    // Its claim is there again, too.
    await isReady(admin);
    await eventually(async () => (await admin.keys(`gong-gateway:{${tenant}}:claim:*`)).length > 0);
    expect(await b.store.acquireLeases([{ key: users('1'), selection: 2 }])).toEqual([
      { selection: 1 },
    ]);
  });

  it('that does not respond, no read waits for long', async () => {
    const { store } = await replica();
    server.pause();
    try {
      expect(await store.get([users('1')])).toEqual([null]);
      expect(await store.get([users('1')])).toEqual([null]);
    } finally {
      server.resume();
    }
    await isReady(admin);
  });
});

describe('purging a company', () => {
  it('deletes its cache only, also in running instances', async () => {
    const [a, b] = [await replica(), await replica()];
    const keys = Array.from({ length: 2500 }, (_, index) => users(String(index)));
    await a.store.set(keys.map((key) => ({ key, entry: entryOf(1) })));
    await a.store.acquireLeases([{ key: users('claimed'), selection: 1 }]);
    const quota = createGatewayQuota(server.url, { tenant });
    (await granted(quota.quota)).keep();
    const other = `${tenant}-other`;
    await admin.set(`gong-gateway:{${other}}:cache2:users:0:x`, 'theirs', 'PX', 60_000);

    expect(await purge(admin, tenant)).toBe(2500);

    expect(b.drops).toContain('users');
    expect(b.drops).toContain('transcripts');
    expect(await b.store.get([users('1')])).toEqual([null]);
    expect(await admin.keys(`gong-gateway:{${tenant}}:cache2:*`)).toEqual([]);
    expect(await admin.get(`gong-gateway:{${other}}:cache2:users:0:x`)).toBe('theirs');
    expect(await purge(admin, tenant)).toBe(0);
    await eventually(() => quota.quota.status().status === 'ok');
    expect(quota.quota.usage().usedToday).toBe(1);
    const kept = await admin.keys(`gong-gateway:{${tenant}}:quota:*`);
    expect(kept.map((key) => key.split(':')[3])).toEqual(
      expect.arrayContaining(['day', 'replicas']),
    );
    await quota.close();
  });

  it('treats a name as text, not as a pattern', async () => {
    await admin.set(`gong-gateway:{${tenant}}:cache2:users:0:x`, 'theirs', 'PX', 60_000);

    expect(await purge(admin, '*')).toBe(0);
  });
});
