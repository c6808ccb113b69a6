import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Redis } from 'ioredis';
import type { Connection } from '../../src/connections/connection.js';
import {
  LOCK_MS,
  StoreUnavailableError,
  type ConnectionStore,
} from '../../src/connections/connectionStore.js';
import { FileConnectionStore } from '../../src/connections/fileStore.js';
import { RedisConnectionStore } from '../../src/connections/redisStore.js';
import { systemClock, type Clock } from '../../src/gong/clock.js';
import { connectToRedis } from '../../src/redis/connection.js';
import { Sealer } from '../../src/sealing/sealer.js';
import { eventually } from '../redis/support.js';
import { FakeClock } from '../support/clock.js';
import { startRedis, type TestRedis } from '../support/redis.js';

const SECRET = 'a secret for tests, long enough to be one';
const connection: Connection = {
  kind: 'oauth',
  tenant: 'acme',
  id: 'one',
  baseUrl: 'https://company-17.api.gong.io',
  connectedAt: 1,
  accessToken: 'the-access-token',
  refreshToken: 'the-refresh-token',
  issuedAt: 1,
  expiresAt: 2,
  scopes: null,
  revokedAt: null,
};
const other: Connection = {
  kind: 'key',
  tenant: 'globex',
  id: 'two',
  baseUrl: 'https://api.gong.io',
  connectedAt: 3,
  accessKey: 'the-access-key',
  accessKeySecret: 'the-key-secret',
};

let folder: string;
let server: TestRedis;
let redis: Redis;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connections-'));
  server = await startRedis();
  redis = connectToRedis(server.url);
  await eventually(() => redis.status === 'ready');
});
afterAll(async () => {
  redis.disconnect();
  await server.close();
  await rm(folder, { recursive: true });
});

interface Opened {
  /** As another process would open it. */
  readonly open: (secret?: string, clock?: Clock) => ConnectionStore;
  /** All that lies there, as one who copies it sees it. */
  readonly dump: () => Promise<string>;
}

const kinds: readonly [string, () => Opened][] = [
  [
    'on disk',
    () => {
      const own = join(folder, randomUUID());
      return {
        open: (secret = SECRET, clock = systemClock) =>
          new FileConnectionStore({
            folder: own,
            sealer: new Sealer(secret, 'connection'),
            clock,
            createId: randomUUID,
          }),
        dump: async () => {
          const files = await readdir(own);
          const texts = await Promise.all(files.map((file) => readFile(join(own, file), 'latin1')));
          return [...files, ...texts].join('\n');
        },
      };
    },
  ],
  [
    'in Redis',
    () => ({
      open: (secret = SECRET, clock = systemClock) =>
        new RedisConnectionStore({
          redis,
          sealer: new Sealer(secret, 'connection'),
          clock,
          createId: randomUUID,
        }),
      dump: async () => {
        const all = await redis.hgetallBuffer('gong-gateway:connections');
        return Object.entries(all)
          .map(([name, sealed]) => `${name} ${sealed.toString('latin1')}`)
          .join('\n');
      },
    }),
  ],
];

describe.each(kinds)('connections %s', (_, setUp) => {
  it('are found again by another process with the secret, and by no other', async () => {
    const { open } = setUp();
    const store = open();
    await store.put(connection);
    await store.put(other);

    expect(await open().get('acme')).toEqual(connection);
    expect(await open('another secret, which is as long as it').get('acme')).toBeNull();
    expect(await open().get('initech')).toBeNull();
    const listed = await open().list();
    expect([...listed].sort((a, b) => a.id.localeCompare(b.id))).toEqual([connection, other]);
    expect(await open('another secret, which is as long as it').list()).toEqual([]);
    await Promise.all([store.delete('acme'), store.delete('globex')]);
  });

  it('are replaced whole, and deleted', async () => {
    const { open } = setUp();
    const store = open();
    await store.put(connection);
    await store.put({ ...connection, accessToken: 'newer' });

    expect(await open().get('acme')).toMatchObject({ accessToken: 'newer' });
    expect([await store.delete('acme'), await store.delete('acme')]).toEqual([true, false]);
    expect(await open().get('acme')).toBeNull();
  });

  it('say nothing to whoever copies them', async () => {
    const { open, dump } = setUp();
    const store = open();
    await store.put(connection);
    await store.put(other);
    const seen = await dump();

    expect(seen).not.toBe('');
    expect(seen).not.toMatch(
      /acme|globex|company-17|the-access-token|the-refresh-token|the-access-key|the-key-secret/,
    );
    await Promise.all([store.delete('acme'), store.delete('globex')]);
  });

  it('are one’s alone while locked', async () => {
    const { open } = setUp();
    const [one, two] = [open(), open()];
    const lock = await one.lock('acme');

    expect(lock).not.toBeNull();
    expect(await two.lock('acme')).toBeNull();
    const ofOther = await two.lock('globex');
    expect(ofOther).not.toBeNull();
    await lock?.release();
    const next = await two.lock('acme');
    expect(next).not.toBeNull();
    await Promise.all([next?.release(), ofOther?.release()]);
  });
});

describe('a lock on disk', () => {
  it.each<[string, string, number]>([
    ['a process that is gone', '999999999 x', 0],
    ['a process of before by the same number', `${process.pid} x`, 0],
    ['somebody who had it too long', '1 x', -LOCK_MS - 1000],
  ])('that was left behind by %s keeps nobody away', async (_, text, ageMs) => {
    const own = join(folder, randomUUID());
    const sealer = new Sealer(SECRET, 'connection');
    const clock = new FakeClock(Date.now());
    const store = new FileConnectionStore({ folder: own, sealer, clock, createId: randomUUID });
    await store.put(connection);
    const path = join(own, `${sealer.name('acme')}.connection.lock`);
    await writeFile(path, text);
    const made = new Date(Date.now() + ageMs);
    await utimes(path, made, made);

    const lock = await store.lock('acme');
    expect(lock).not.toBeNull();
    await lock?.release();
    expect(await readdir(own)).toHaveLength(1);
  });
});

describe('a store that can’t be reached', () => {
  it('on disk says so', async () => {
    const file = join(folder, randomUUID());
    await writeFile(file, 'no folder');
    const store = new FileConnectionStore({
      folder: file,
      sealer: new Sealer(SECRET, 'connection'),
      clock: systemClock,
      createId: randomUUID,
    });

    await expect(store.put(connection)).rejects.toBeInstanceOf(StoreUnavailableError);
    await expect(store.get('acme')).rejects.toBeInstanceOf(StoreUnavailableError);
    await expect(store.lock('acme')).rejects.toBeInstanceOf(StoreUnavailableError);
  });

  it('in Redis says so, without what it was asked', async () => {
    const away = connectToRedis('redis://127.0.0.1:1');
    const store = new RedisConnectionStore({
      redis: away,
      sealer: new Sealer(SECRET, 'connection'),
      clock: systemClock,
      createId: randomUUID,
    });

    const failure: unknown = await store.put(connection).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StoreUnavailableError);
    expect(String(failure)).not.toContain('the-access-token');
    away.disconnect();
  });
});
