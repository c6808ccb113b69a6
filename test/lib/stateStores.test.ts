import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Redis } from 'ioredis';
import { systemClock } from '../../src/lib/clock.js';
import { connectToRedis } from '../../src/storage/redis/connection.js';
import { RedisState } from '../../src/storage/redis/redisState.js';
import { Sealer } from '../../src/lib/sealer.js';
import { FileState } from '../../src/storage/disk/fileState.js';
import { MemoryState } from '../../src/lib/memoryState.js';
import type { StateStore } from '../../src/lib/stateStore.js';
import { FakeClock } from '../support/clock.js';
import { startRedis, type TestRedis } from '../support/redis.js';
import { eventually } from '../storage/redis/support.js';

const sealer = new Sealer('a secret for tests, long enough to be one', 'state');
const SECRETIVE = 'call 7000000000000000001 of jo@example.com';

let redis: TestRedis;
let folder: string;
const connections: Redis[] = [];

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(async () => {
  await redis.close();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gateway-state-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  for (const connection of connections.splice(0)) connection.disconnect();
});

async function overRedis(tenant = folder, url = redis.url, own = sealer): Promise<RedisState> {
  const connection = connectToRedis(url);
  connections.push(connection);
  await new Promise((resolve) => connection.once('ready', resolve));
  return new RedisState({ redis: connection, tenant, sealer: own, clock: systemClock });
}

const inFiles = (clock = new FakeClock(), members: { folder?: string; sealer?: Sealer } = {}) =>
  new FileState({ folder, sealer, clock, onFailure: () => undefined, ...members });

const makers: readonly [string, () => StateStore | Promise<StateStore>][] = [
  ['in memory', () => new MemoryState(new FakeClock())],
  ['in files', () => inFiles()],
  ['in Redis', () => overRedis()],
];

describe.each(makers)('state %s', (_, make) => {
  it('returns a value until it is deleted', async () => {
    const state = await make();
    expect(await state.get('a')).toBeUndefined();
    await state.set('a', { id: '1' }, 60_000);
    await state.set('a', { id: '2' }, 60_000);
    await state.set('b', null, 60_000);

    expect(await state.get('a')).toEqual({ id: '2' });
    expect(await state.get('b')).toBeNull();
    await state.delete('a');
    expect(await state.get('a')).toBeUndefined();
    await state.delete('a');
  });

  it('adds a value once', async () => {
    const state = await make();

    const added = await Promise.all([1, 2, 3].map((value) => state.add('a', value, 60_000)));

    expect(added.filter(Boolean)).toHaveLength(1);
    expect(await state.get('a')).toBe(added.indexOf(true) + 1);
    await state.delete('a');
    expect(await state.add('a', 4, 60_000)).toBe(true);
  });
});

describe.each<[string, (clock: FakeClock) => StateStore]>([
  ['in memory', (clock) => new MemoryState(clock)],
  ['in files', (clock) => inFiles(clock)],
])('state %s', (_, make) => {
  it('expires', async () => {
    const clock = new FakeClock();
    const state = make(clock);
    await state.set('a', 1, 1000);

    await clock.advance(999);
    expect(await state.get('a')).toBe(1);
    expect(await state.add('a', 2, 1000)).toBe(false);
    await clock.advance(1);
    expect(await state.get('a')).toBeUndefined();
    expect(await state.add('a', 2, 1000)).toBe(true);
  });
});

describe('state in files', () => {
  it('is written completely when two instances set one name at once', async () => {
    const failures: Error[] = [];
    const open = () =>
      new FileState({
        folder,
        sealer,
        clock: new FakeClock(),
        onFailure: (error) => failures.push(error),
      });
    const [one, other] = [open(), open()];

    for (let round = 0; round < 20; round += 1) {
      await Promise.all([
        one.set('a', 'x'.repeat(100_000), 60_000),
        other.set('a', 'short', 60_000),
      ]);
      expect([100_000, 'short'.length]).toContain(String(await open().get('a')).length);
    }

    expect(failures).toEqual([]);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('survives the process, and is unreadable without the secret', async () => {
    await inFiles().set(SECRETIVE, { email: 'jo@example.com' }, 60_000);

    expect(await inFiles().get(SECRETIVE)).toEqual({ email: 'jo@example.com' });
    const [file = ''] = readdirSync(folder);
    expect(readdirSync(folder)).toHaveLength(1);
    expect(`${file} ${readFileSync(join(folder, file), 'latin1')}`).not.toMatch(/jo@|7000/);
    const stranger = inFiles(new FakeClock(), {
      sealer: new Sealer('another secret, long enough to be one, too', 'state'),
    });
    expect(await stranger.get(SECRETIVE)).toBeUndefined();
  });

  it('is shared by processes with the same folder', async () => {
    const [one, other] = [inFiles(), inFiles()];

    for (let round = 0; round < 50; round += 1) {
      const added = await Promise.all(
        [one, other, one, other].map((state) => state.add(`a${round}`, 1, 60_000)),
      );

      expect(added.filter(Boolean)).toHaveLength(1);
    }
  });

  it('stays in memory when it cannot be written, which is reported once', async () => {
    const failures: Error[] = [];
    const state = new FileState({
      folder,
      sealer,
      clock: new FakeClock(),
      onFailure: (error) => failures.push(error),
    });
    rmSync(folder, { recursive: true });

    await state.set('a', 1, 60_000);
    expect(await state.add('b', 2, 60_000)).toBe(true);
    expect(await state.add('b', 3, 60_000)).toBe(false);

    expect([await state.get('a'), await state.get('b')]).toEqual([1, 2]);
    expect(failures).toHaveLength(1);
  });

  it('returns the last value, even if it could not be written', async () => {
    const state = inFiles();
    await state.set('a', 1, 60_000);
    const [file = ''] = readdirSync(folder);
    // Nothing can be put in the place of a folder.
    rmSync(join(folder, file));
    mkdirSync(join(folder, file, 'x'), { recursive: true });

    await state.set('a', 2, 60_000);
    expect(await state.get('a')).toBe(2);
    rmSync(join(folder, file), { recursive: true });
    await state.set('a', 3, 60_000);

    expect(await state.get('a')).toBe(3);
    expect(await inFiles().get('a')).toBe(3);
  });

  it('can be added again after it was deleted or expired', async () => {
    const clock = new FakeClock();
    const state = inFiles(clock);
    rmSync(folder, { recursive: true });
    expect(await state.add('a', 1, 60_000)).toBe(true);
    await state.delete('a');
    expect(await state.add('a', 2, 60_000)).toBe(true);
    mkdirSync(folder);

    expect(await state.add('b', 1, 1000)).toBe(true);
    await clock.advance(1000);
    expect(await state.add('b', 2, 60_000)).toBe(true);
    expect(await inFiles(clock).get('b')).toBe(2);
  });

  it('is cleared of expired entries at the start and every hour', async () => {
    const clock = new FakeClock();
    const state = inFiles(clock);
    await state.set('short', 1, 60_000);
    await state.set('long', 2, 24 * 3_600_000);
    await state.add('added', 3, 60_000);

    await clock.advance(3_600_000);
    await state.set('another', 4, 60_000);
    expect(readdirSync(folder)).toHaveLength(4);

    await clock.advance(3_600_000);
    await state.set('another', 4, 60_000);
    await eventually(() => readdirSync(folder).length === 2);
    expect(await state.get('long')).toBe(2);

    await clock.advance(24 * 3_600_000);
    inFiles(clock);
    await eventually(() => readdirSync(folder).length === 0);
  });
});

describe('state in Redis', () => {
  it('is shared by the instances of one tenant only', async () => {
    const [one, other, stranger] = await Promise.all([overRedis(), overRedis(), overRedis('x')]);
    await one.set(SECRETIVE, 1, 60_000);

    expect(await other.get(SECRETIVE)).toBe(1);
    expect(await stranger.get(SECRETIVE)).toBeUndefined();
    expect(await other.add(SECRETIVE, 2, 60_000)).toBe(false);
    await other.delete(SECRETIVE);
    expect(await one.get(SECRETIVE)).toBeUndefined();
    expect(await stranger.add(SECRETIVE, 2, 60_000)).toBe(true);
  });

  it('is unreadable in Redis, and expires there', async () => {
    const state = await overRedis('peek');
    await state.set(SECRETIVE, { email: 'jo@example.com' }, 60_000);
    const [connection] = connections;

    const keys = (await connection?.keys('*peek*')) ?? [];

    expect(keys).toHaveLength(1);
    const [key = ''] = keys;
    expect(`${key} ${String(await connection?.get(key))}`).not.toMatch(/jo@|7000/);
    expect(await connection?.pttl(key)).toBeGreaterThan(0);
  });

  it('contains this instance’s own values while Redis is unreachable', async () => {
    const state = await overRedis();
    connections[0]?.disconnect();

    await state.set('a', 1, 60_000);

    expect(await state.get('a')).toBe(1);
    expect(await state.add('b', 2, 60_000)).toBeNull();
    expect(await state.get('b')).toBeUndefined();
    await state.delete('a');
    expect(await state.get('a')).toBeUndefined();
  });

  it('drops values that were deleted while Redis was unreachable', async () => {
    const [one, other] = [await overRedis(), await overRedis()];
    const [connection] = connections as [Redis, Redis];
    expect(await one.add('a', 1, 60_000)).toBe(true);
    const ended = once(connection, 'end');
    connection.disconnect();
    await ended;
    await one.delete('a');
    expect(await other.add('a', 2, 60_000)).toBe(false);

    await connection.connect();

    await eventually(() => other.add('a', 2, 60_000).then((isAdded) => isAdded === true));
    // It is the other's now.
    await one.add('b', 1, 60_000);
    expect(await one.add('a', 3, 60_000)).toBe(false);
  });

  it('keeps another instance’s value instead of a deleted one', async () => {
    const [one, other] = [await overRedis(), await overRedis()];
    const [connection] = connections as [Redis, Redis];
    await one.add('a', 1, 60_000);
    const ended = once(connection, 'end');
    connection.disconnect();
    await ended;
    await one.delete('a');
    await other.delete('a');
    expect(await other.add('a', 2, 60_000)).toBe(true);

    await connection.connect();
    // What is left over is looked after first.
    expect(await one.add('b', 1, 60_000)).toBe(true);

    expect(await other.get('a')).toBe(2);
  });

  it('drops values whose addition Redis did not confirm', async () => {
    const { hostname, port } = new URL(redis.url);
    let isHeard = true;
    const proxy = createServer((socket) => {
      const upstream = connect(Number(port), hostname);
      socket.pipe(upstream);
      upstream.on('data', (bytes) => {
        if (isHeard) socket.write(bytes);
      });
      for (const [end, far] of [[socket, upstream] as const, [upstream, socket] as const]) {
        end.on('error', () => undefined).on('close', () => far.destroy());
      }
    });
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const other = await overRedis();
    const one = await overRedis(
      folder,
      `redis://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    );

    isHeard = false;
    expect(await one.add('a', 1, 60_000)).toBeNull();
    isHeard = true;

    await eventually(() => other.add('a', 2, 60_000).then((isAdded) => isAdded === true));
    proxy.close();
  });
});

describe.each([
  ['in files', (own: Sealer) => Promise.resolve(inFiles(new FakeClock(), { sealer: own }))],
  ['in Redis', (own: Sealer) => overRedis(folder, redis.url, own)],
] as const)('state %s of several secrets', (_, open) => {
  const OLD = 'an-old-secret-which-is-long-enough';
  const NEW = 'a-new-secret-which-is-long-enough';
  const before = new Sealer(OLD, 'state');
  const oldFirst = new Sealer(`${OLD} ${NEW}`, 'state');
  const newFirst = new Sealer(`${NEW} ${OLD}`, 'state');

  it('is the same in every order', async () => {
    await (await open(before)).set('a', 1, 60_000);
    const [one, two] = [await open(oldFirst), await open(newFirst)];

    expect(await two.get('a')).toBe(1);
    await two.set('a', 2, 60_000);
    expect(await one.get('a')).toBe(2);
    await one.delete('a');
    expect(await two.get('a')).toBeUndefined();
  });

  it('is added once', async () => {
    const [one, two] = [await open(oldFirst), await open(newFirst)];

    expect(await one.add('ticket', true, 60_000)).toBe(true);
    expect(await two.add('ticket', true, 60_000)).toBe(false);
    expect(await one.get('ticket')).toBe(true);
    const added = await Promise.all(
      [one, two].flatMap((state) => [state.add('b', 1, 60_000), state.add('b', 1, 60_000)]),
    );
    expect(added.filter((each) => each === true).length).toBeLessThanOrEqual(1);
  });
});
