import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Redis } from 'ioredis';
import type { Connection, OAuthConnection } from '../../../src/tenants/connections/connection.js';
import {
  LOCK_MS,
  StoreUnavailableError,
  type ResealableStore,
} from '../../../src/tenants/connections/connectionStore.js';
import { FileConnectionStore } from '../../../src/storage/disk/connectionFiles.js';
import { RedisConnectionStore } from '../../../src/storage/redis/redisConnections.js';
import { processTag } from '../../../src/lib/files/processes.js';
import { systemClock, type Clock } from '../../../src/lib/clock.js';
import { connectToRedis } from '../../../src/storage/redis/connection.js';
import { Sealer } from '../../../src/lib/sealer.js';
import { eventually } from '../../storage/redis/support.js';
import { FakeClock } from '../../support/clock.js';
import { startRedis, type TestRedis } from '../../support/redis.js';

const SECRET = 'a secret for tests, long enough to be one';
const oauth: OAuthConnection = {
  kind: 'oauth',
  tenant: 'acme',
  id: 'one',
  baseUrl: 'https://company-17.api.gong.io',
  connectedAt: 1,
  accessToken: 'the-access-token',
  refreshToken: 'the-refresh-token',
  revision: 0,
  issuedAt: 1,
  expiresAt: 2,
  scopes: null,
  revokedAt: null,
};
const connection: Connection = oauth;
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
  readonly open: (secret?: string, clock?: Clock) => ResealableStore;
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

const NEW_SECRET = 'a-new-secret-which-is-long-enough';
const OLD_SECRET = 'an-old-secret-which-is-long-enough';

describe.each(kinds)('connections %s of several secrets', (_, setUp) => {
  const oldFirst = `${OLD_SECRET} ${NEW_SECRET}`;
  const newFirst = `${NEW_SECRET} ${OLD_SECRET}`;

  it('are sealed again with the first, once', async () => {
    const { open } = setUp();
    await open(OLD_SECRET).put(connection);
    await open(NEW_SECRET).put(other);
    const store = open(newFirst);

    expect(await store.get('acme')).toEqual(connection);
    expect(await store.reseal()).toEqual({ resealed: 1, current: 1, busy: 0, unreadable: 0 });
    expect(await store.reseal()).toEqual({ resealed: 0, current: 2, busy: 0, unreadable: 0 });
    expect(await open(NEW_SECRET).get('acme')).toEqual(connection);
    expect(await open(OLD_SECRET).get('acme')).toBeNull();
    await Promise.all([store.delete('acme'), store.delete('globex')]);
  });

  it('are the same in every order of the secrets', async () => {
    const { open } = setUp();
    const [one, two] = [open(oldFirst), open(newFirst)];
    await one.put(oauth);
    await two.put({ ...oauth, accessToken: 'second', revision: 1 });

    expect(await one.get('acme')).toMatchObject({ accessToken: 'second' });
    expect((await one.list()).connections).toHaveLength(1);
    const next = { ...oauth, accessToken: 'third', revision: 2 };
    expect(await one.replace({ ...oauth, revision: 1 }, next)).toBe(true);
    expect(await two.replace({ ...oauth, revision: 1 }, next)).toBe(false);
    expect(await two.get('acme')).toEqual(next);
    expect([await two.delete('acme'), await one.get('acme')]).toEqual([true, null]);
  });

  it('can be locked by one instance, whatever its order', async () => {
    const { open } = setUp();
    await open(oldFirst).put(oauth);
    const lock = await open(oldFirst).lock('acme');

    expect(await open(newFirst).lock('acme')).toBeNull();
    await lock?.release();
    const again = await open(newFirst).lock('acme');
    expect(again).not.toBeNull();
    await again?.release();
    await open(oldFirst).delete('acme');
  });

  it('that were ended or replaced while they were sealed again stay so', async () => {
    const { open } = setUp();
    const store = open(newFirst);
    for (let round = 0; round < 20; round += 1) {
      await open(OLD_SECRET).put(connection);
      const ending = round % 2 === 0;
      const newer = { ...oauth, id: 'newer', connectedAt: 9 };
      const change = ending ? store.delete('acme') : store.put(newer);
      await Promise.all([open(newFirst).reseal(), change]);
      const left = await open(newFirst).get('acme');
      expect(left?.id).toBe(ending ? undefined : 'newer');
    }
    await store.delete('acme');
  });
});

describe.each(kinds)('connections %s', (_, setUp) => {
  it('are found by another process with the same secret only', async () => {
    const { open } = setUp();
    const store = open();
    await store.put(connection);
    await store.put(other);

    expect(await open().get('acme')).toEqual(connection);
    expect(await open('another secret, which is as long as it').get('acme')).toBeNull();
    expect(await open().get('initech')).toBeNull();
    const { connections, unreadable } = await open().list();
    expect([...connections].sort((a, b) => a.id.localeCompare(b.id))).toEqual([connection, other]);
    expect(unreadable).toBe(0);
    expect(await open('another secret, which is as long as it').list()).toEqual({
      connections: [],
      unreadable: 2,
    });
    await Promise.all([store.delete('acme'), store.delete('globex')]);
  });

  it('can be replaced and deleted', async () => {
    const { open } = setUp();
    const store = open();
    await store.put(connection);
    await store.put({ ...oauth, accessToken: 'newer' });

    expect(await open().get('acme')).toMatchObject({ accessToken: 'newer' });
    expect([await store.delete('acme'), await store.delete('acme')]).toEqual([true, false]);
    expect(await open().get('acme')).toBeNull();
  });

  it('are replaced by a later state only when they are in the expected one', async () => {
    const { open } = setUp();
    const store = open();
    const next = { ...oauth, accessToken: 'next', revision: 1 };
    expect(await store.replace(oauth, next)).toBe(false);
    expect(await store.get('acme')).toBeNull();

    await store.put(oauth);
    const results = await Promise.all([open().replace(oauth, next), open().replace(oauth, next)]);
    // On disk, processes rely on the lock; in Redis, one wins anyway.
    expect(results).toContain(true);
    expect(await store.get('acme')).toMatchObject({ accessToken: 'next', revision: 1 });
    expect(await store.replace(oauth, { ...oauth, accessToken: 'late', revision: 1 })).toBe(false);

    await store.put({ ...oauth, id: 'another' });
    expect(await store.replace(next, { ...next, revision: 2 })).toBe(false);
    expect(await store.get('acme')).toMatchObject({ id: 'another' });
    await store.delete('acme');
  });

  it('are unreadable in a copy', async () => {
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

  it('are locked for one process only', async () => {
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
  const sealer = new Sealer(SECRET, 'connection');

  /** A store, and what the lock of another process on it looks like. */
  async function setUp() {
    const own = join(folder, randomUUID());
    const clock = new FakeClock(Date.now());
    const store = new FileConnectionStore({ folder: own, sealer, clock, createId: randomUUID });
    await store.put(connection);
    const lock = await store.lock('acme');
    const [name = ''] = (await readdir(own)).filter((each) => each.includes('.lock.'));
    const mine = JSON.parse(await readFile(join(own, name), 'utf8')) as object;
    await lock?.release();
    const path = join(own, `${sealer.name('acme')}.connection.lock.theirs`);
    return { own, store, path, mine };
  }

  it.each<[string, object, number]>([
    ['a process that is gone', { pid: 999_999_999 }, 0],
    ['a process of before by the same number', {}, 0],
    ['somebody who had it too long', { place: 'elsewhere' }, -LOCK_MS - 1000],
  ])('of %s does not block others', async (_, changes, ageMs) => {
    const { own, store, path, mine } = await setUp();
    await writeFile(path, JSON.stringify({ ...mine, ...changes }));
    const made = new Date(Date.now() + ageMs);
    await utimes(path, made, made);

    const lock = await store.lock('acme');
    expect(lock).not.toBeNull();
    await lock?.release();
    expect(await readdir(own)).toHaveLength(1);
  });

  it.each<[string, object | string]>([
    ['of another container, whose processes are numbered alike', { place: 'elsewhere' }],
    ['of a process that runs', { pid: 1 }],
    ['that says nothing', 'x'],
  ])('%s is respected for its maximum time', async (_, changes) => {
    const { own, store, path, mine } = await setUp();
    const text = typeof changes === 'string' ? changes : JSON.stringify({ ...mine, ...changes });
    await writeFile(path, text);

    expect(await store.lock('acme')).toBeNull();
    expect(await readFile(path, 'utf8')).toBe(text);
    await rm(path);
    const lock = await store.lock('acme');
    expect(lock).not.toBeNull();
    await lock?.release();
    expect(await readdir(own)).toHaveLength(1);
  });

  it('is held by one process when several find an abandoned one', async () => {
    const { own, store, path, mine } = await setUp();
    for (let round = 0; round < 20; round += 1) {
      await writeFile(path, JSON.stringify({ ...mine, pid: 999_999_999 }));
      const locks = await Promise.all(Array.from({ length: 4 }, () => store.lock('acme')));
      const got = locks.filter((lock) => lock !== null);
      expect(got).toHaveLength(1);
      await got[0]?.release();
    }
    expect(await readdir(own)).toHaveLength(1);
  });
});

describe('a draft on disk', () => {
  const sealer = new Sealer(SECRET, 'connection');
  const tagOf = (pid: number): string => processTag.replace(/^\d+/, String(pid));

  /** A store of one connection, and files beside it by the ends of their names and their ages. */
  async function setUp(drafts: Readonly<Record<string, number>>) {
    const own = join(folder, randomUUID());
    const clock = new FakeClock(Date.now());
    const store = new FileConnectionStore({ folder: own, sealer, clock, createId: randomUUID });
    await store.put(connection);
    const name = `${sealer.name('acme')}.connection`;
    for (const [end, ageMs] of Object.entries(drafts)) {
      await writeFile(join(own, `${name}.${end}`), 'sealed credentials');
      const made = new Date(clock.now() - ageMs);
      await utimes(join(own, `${name}.${end}`), made, made);
    }
    const ends = async (): Promise<string[]> =>
      (await readdir(own)).map((each) => each.slice(name.length + 1)).sort();
    return { own, store, ends };
  }

  it('is deleted with its connection, whichever process wrote it', async () => {
    const { store, ends } = await setUp({
      [randomUUID()]: 0,
      [`${tagOf(999_999_999)}.${randomUUID()}`]: 0,
      [`${tagOf(1)}.${randomUUID()}`]: 0,
    });
    expect(await store.delete('acme')).toBe(true);
    expect(await ends()).toEqual([]);
  });

  it('of another connection is kept when this one ends', async () => {
    const { own, store } = await setUp({});
    await writeFile(join(own, `${sealer.name('globex')}.connection.${tagOf(1)}.x`), 'sealed');
    await store.delete('acme');
    expect(await readdir(own)).toHaveLength(1);
  });

  it('is deleted at the start when no process can be writing it', async () => {
    const running = `${tagOf(1)}.a`;
    const elsewhere = '1-0123456789abcdef.b';
    const { store, ends } = await setUp({
      [running]: 10 * LOCK_MS,
      [elsewhere]: LOCK_MS / 2,
      [`${elsewhere}2`]: 2 * LOCK_MS,
      [`${tagOf(999_999_999)}.c`]: 0,
      [`${processTag}.of-a-process-of-before`]: 0,
      [randomUUID()]: 2000,
      fresh: 0,
      'lock.old': 2 * LOCK_MS,
      'lock.fresh': 0,
    });
    await store.list();
    expect(await ends()).toEqual(['', elsewhere, 'fresh', 'lock.fresh', running].sort());
  });

  it('is kept while this process writes it', async () => {
    const { store, ends } = await setUp({});
    for (let round = 0; round < 20; round += 1) {
      const written = Array.from({ length: 5 }, (_, index) =>
        store.put({ ...oauth, tenant: `tenant-${index}` }),
      );
      await Promise.all([...written, store.list(), store.list()]);
    }
    expect(await ends()).toHaveLength(6);
  });
});

describe('an unreachable store', () => {
  it('on disk reports its error', async () => {
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

  it('on disk leaves nothing of a failed write', async () => {
    const own = join(folder, randomUUID());
    const sealer = new Sealer(SECRET, 'connection');
    // In the place of the file lies a folder: it can't be replaced.
    await mkdir(join(own, `${sealer.name('acme')}.connection`, 'x'), { recursive: true });
    const store = new FileConnectionStore({
      folder: own,
      sealer,
      clock: systemClock,
      createId: randomUUID,
    });

    await expect(store.put(connection)).rejects.toBeInstanceOf(StoreUnavailableError);
    expect(await readdir(own)).toHaveLength(1);
  });

  it('in Redis is awaited while it is connecting', async () => {
    const starting = connectToRedis(server.url);
    const store = new RedisConnectionStore({
      redis: starting,
      sealer: new Sealer(SECRET, 'connection'),
      clock: systemClock,
      createId: randomUUID,
    });

    expect(starting.status).not.toBe('ready');
    expect(await store.get('initech')).toBeNull();
    starting.disconnect();
  });

  it('in Redis reports its error without the command', async () => {
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
