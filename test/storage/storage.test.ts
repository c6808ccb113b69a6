import { randomUUID } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CacheEntry, CacheKey } from '../../src/company/cache/sharedStore.js';
import { systemClock } from '../../src/lib/clock.js';
import { connectToRedis } from '../../src/storage/redis/connection.js';
import { prefixOf } from '../../src/storage/redis/keys.js';
import { openDiskStorage, openFileConnections } from '../../src/storage/disk/disk.js';
import { openRedisStorage, type Replicas } from '../../src/storage/redis/redisStorage.js';
import { eventually } from './redis/support.js';
import { silentLogger } from '../support/gateway.js';
import { startRedis, type TestRedis } from '../support/redis.js';

const SECRET = 'a secret for tests, long enough to be one';
const MINUTE = 60_000;

describe('the stored data of a company', () => {
  it('on disk is deleted, and not written again by a process that still has it open', async () => {
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

describe('GATEWAY_STATE_DIR', () => {
  const COMPANY = 'c'.repeat(43);
  const QUOTA = {
    requestsPerSecond: 3,
    requestsPerDay: 100,
    rateMarginMs: 0,
    dayTimeZone: 'UTC',
  };

  /** The modes of a folder and of all in it, of which there must be some, by how many have it. */
  async function modesIn(folder: string): Promise<Record<string, number>> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const modes: Record<string, number> = {};
    for (const path of [folder, ...entries.map(({ parentPath, name }) => join(parentPath, name))]) {
      const entry = await stat(path);
      const kind = `${entry.isDirectory() ? 'folder' : 'file'} ${(entry.mode & 0o777).toString(8)}`;
      modes[kind] = (modes[kind] ?? 0) + 1;
    }
    return modes;
  }

  /** Has everything written that a gateway writes. */
  async function useAll(stateDir: string): Promise<void> {
    const storage = openDiskStorage({ stateDir, secret: SECRET }, systemClock, silentLogger);
    const { quotaState, clientCounts } = storage.openQuota(COMPANY, QUOTA);
    void clientCounts?.add('2026-06-01', 'x'.repeat(43), null);
    quotaState?.dayCount.add('2026-06-01');
    quotaState?.hold.extendTo(Date.now() + MINUTE);
    const { state } = storage.openData(COMPANY);
    await state?.set('upload', 1, MINUTE);
    await state?.add('ticket', 1, MINUTE);
    await storage.state.set('ticket', 1, MINUTE);
    const connections = openFileConnections(
      { stateDir, secret: SECRET },
      systemClock,
      silentLogger,
    );
    await connections.put({
      kind: 'key',
      tenant: 'acme',
      id: 'one',
      baseUrl: 'https://api.gong.io',
      connectedAt: 1,
      accessKey: 'key',
      accessKeySecret: 'secret',
    });
    await connections.lock('acme');
  }

  it('contains only files of mode 0600 in folders of 0700, whatever the umask', async () => {
    const parent = await mkdtemp(join(tmpdir(), 'modes-'));
    const before = process.umask(0);
    try {
      await useAll(join(parent, 'new'));
    } finally {
      process.umask(before);
    }

    expect(await modesIn(join(parent, 'new'))).toEqual({ 'folder 700': 6, 'file 600': 8 });
    await rm(parent, { recursive: true });
  });

  it('is closed to other users when it had wider modes', async () => {
    const stateDir = await mkdtemp(join(tmpdir(), 'modes-'));
    const state = join(stateDir, COMPANY, 'state');
    await mkdir(state, { recursive: true });
    for (const path of [join(stateDir, COMPANY, 'requests-2026-06-01'), join(state, 'x')]) {
      await writeFile(path, '.');
      await chmod(path, 0o666);
    }
    await mkdir(join(stateDir, 'connections'));
    await writeFile(join(stateDir, 'connections', 'x.connection'), '.');
    for (const path of [stateDir, join(stateDir, COMPANY), state]) await chmod(path, 0o777);
    await useAll(stateDir);

    expect(await modesIn(stateDir)).toEqual({ 'folder 700': 6, 'file 600': 10 });
    await rm(stateDir, { recursive: true });
  });

  it("keeps the modes of other programs' files", async () => {
    const stateDir = await mkdtemp(join(tmpdir(), 'modes-'));
    await mkdir(join(stateDir, 'other'));
    for (const path of [stateDir, join(stateDir, 'other')]) await chmod(path, 0o755);
    await useAll(stateDir);

    expect(await modesIn(stateDir)).toEqual({ 'folder 755': 2, 'folder 700': 5, 'file 600': 8 });
    await rm(stateDir, { recursive: true });
  });
});

describe('the shared data of a company', () => {
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
    const replicas = openRedisStorage({
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

  it('is deleted in Redis, and not stored again by instances that still read', async () => {
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
