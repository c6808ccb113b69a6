import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Redis } from 'ioredis';
import { systemClock } from '../../../src/lib/clock.js';
import { Sealer } from '../../../src/lib/sealer.js';
import { connectToRedis } from '../../../src/storage/redis/connection.js';
import { RedisStatus } from '../../../src/storage/redis/redisStatus.js';
import type { EndedOperation } from '../../../src/telemetry/endedOperation.js';
import { countsIn, hourAt } from '../../../src/telemetry/status/hourCounts.js';
import { measures, minuteAt } from '../../../src/telemetry/status/minuteSeries.js';
import { SharedStatus } from '../../../src/telemetry/status/sharedStatus.js';
import { StatusCounts } from '../../../src/telemetry/status/statusCounts.js';
import { FakeClock } from '../../support/clock.js';
import { startRedis, type TestRedis } from '../../support/redis.js';
import { eventually } from './support.js';

const SECRET = 'a secret for tests, long enough to be one';

/** A wall clock that may be set. */
class MovableClock extends FakeClock {
  movedMs = 0;

  override now(): number {
    return super.now() + this.movedMs;
  }
}

let server: TestRedis;
let redis: Redis;
let clock: FakeClock;
let opened: SharedStatus[] = [];
beforeAll(async () => {
  server = await startRedis();
  redis = connectToRedis(server.url);
});
beforeEach(async () => {
  clock = new FakeClock();
  await eventually(() => redis.status === 'ready');
  await redis.flushall();
});
afterEach(async () => {
  await Promise.all(opened.map((each) => each.close()));
  opened = [];
});
afterAll(async () => {
  redis.disconnect();
  await server.close();
});

/** An instance that shares the Redis. Its time passes only when the test says so. */
function open(host: string, { secret = SECRET, time = clock } = {}) {
  const own = new StatusCounts(time);
  const startedAt = time.now();
  const id = randomUUID();
  const sealer = new Sealer(secret, 'status');
  const shared = new SharedStatus({
    own,
    // Redis answers in real time.
    store: new RedisStatus({ redis, replica: id, sealer, clock: systemClock }),
    clock: time,
    instance: () => ({
      id,
      host,
      version: '1.0.0',
      startedAt,
      seenAt: time.now(),
      queued: { acme: 2 },
    }),
  });
  opened.push(shared);
  const end = (operation: Partial<EndedOperation> = {}): void => {
    own.onEnded({
      kind: 'graphql',
      requestId: '1',
      tenant: 'acme',
      client: 'the data warehouse',
      person: null,
      name: 'Calls',
      documentHash: null,
      durationMs: 20,
      waitedMs: 0,
      gongRequests: 1,
      cacheHits: 0,
      shared: 0,
      errors: [],
      errorCodes: [],
      isPartial: false,
      audit: null,
      type: 'query',
      trace: null,
      ...operation,
    });
  };
  return { shared, end };
}

/** Operations that this instance knows of others, in the current minute. */
function operationsOf(shared: SharedStatus, time = clock): number {
  const [values] = Object.values(shared.minutes.at(minuteAt(time.now())));
  return values?.[measures.indexOf('operations')] ?? 0;
}

/** Lets the instances write, and waits until Redis has it. */
async function write(time = clock): Promise<void> {
  const before = await written();
  await time.advance(5000);
  await eventually(async () => (await written()) > before);
}

async function written(): Promise<number> {
  const stats = await redis.info('commandstats');
  return Number(/cmdstat_hset:calls=(\d+)/.exec(stats)?.[1] ?? 0);
}

it('shows an instance what another has counted, once', async () => {
  const [one, other] = [open('one'), open('other')];
  one.end();
  one.end({ errorCodes: ['FORBIDDEN'] });
  await write();
  await other.shared.refresh();
  expect(operationsOf(other.shared)).toBe(2);
  expect(countsIn(other.shared.hours.at(hourAt(clock.now())))).toEqual(
    expect.arrayContaining([
      {
        kind: 'operations',
        tenant: 'acme',
        name: 'Calls',
        client: 'the data warehouse',
        count: 2,
      },
      { kind: 'errors', tenant: 'acme', name: 'FORBIDDEN', client: '', count: 1 },
    ]),
  );

  one.end();
  await write();
  await other.shared.refresh();
  await other.shared.refresh();
  expect(operationsOf(other.shared)).toBe(3);
  expect(operationsOf(one.shared)).toBe(0);
  expect(other.shared.isCurrent).toBe(true);
});

it('lists an instance until it ends, and keeps what it counted', async () => {
  const [one, other] = [open('one'), open('other')];
  one.end();
  await write();
  await other.shared.refresh();
  expect(other.shared.instances).toMatchObject([{ host: 'one', queued: { acme: 2 } }]);

  await one.shared.close();
  await other.shared.refresh();

  expect(other.shared.instances).toEqual([]);
  expect(operationsOf(other.shared)).toBe(1);
});

it('lists a killed instance until the second minute after it wrote', async () => {
  const own = new FakeClock();
  open('killed', { time: own });
  const other = open('other');
  // From then on, the time of the killed instance stands still.
  await write(own);
  await clock.advance(119_000);
  await other.shared.refresh();
  expect(other.shared.instances).toMatchObject([{ host: 'killed' }]);

  await clock.advance(1000);
  await other.shared.refresh();
  expect(other.shared.instances).toEqual([]);
});

it('writes and reads on when the clock is set back', async () => {
  const time = new MovableClock();
  const [one, other] = [open('one', { time }), open('other', { time })];
  await write(time);
  await other.shared.refresh();
  time.movedMs = -10 * 60_000;
  one.end();
  await write(time);
  await other.shared.refresh();

  expect(other.shared.instances).toMatchObject([{ host: 'one' }]);
  expect(operationsOf(other.shared, time)).toBe(1);
});

it('gives a new instance the 24 hours that others counted', async () => {
  const early = open('early');
  early.end();
  const minute = minuteAt(clock.now());
  await early.shared.close();
  await clock.advance(23 * 3_600_000);
  const late = open('late');
  await late.shared.refresh();

  const [values] = Object.values(late.shared.minutes.at(minute));
  expect(values?.[measures.indexOf('operations')]).toBe(1);
});

it('writes what it counted while Redis was unreachable', async () => {
  const [one, other] = [open('one'), open('other')];
  await server.kill();
  await eventually(() => redis.status !== 'ready');
  one.end();
  const minute = minuteAt(clock.now());
  await clock.advance(3 * 60_000);
  await eventually(() => !one.shared.isCurrent);
  await other.shared.refresh();
  expect(other.shared.isCurrent).toBe(false);

  await server.restart();
  await eventually(() => redis.status === 'ready');
  await write();
  await other.shared.refresh();

  const [values] = Object.values(other.shared.minutes.at(minute));
  expect(values?.[measures.indexOf('operations')]).toBe(1);
  expect(other.shared.isCurrent).toBe(true);
});

it('writes no name in clear, and ignores instances with another secret', async () => {
  const [one, other] = [
    open('one'),
    open('other', { secret: 'another secret, as long as it must be' }),
  ];
  one.end();
  await write();
  const keys = await redis.keys('*');
  const texts = await Promise.all(keys.map((key) => redis.hgetall(key)));
  expect(keys.length).toBeGreaterThan(0);
  expect(JSON.stringify([keys, texts])).not.toMatch(/acme|warehouse|Calls|"one"/);
  for (const key of keys) expect(await redis.pttl(key)).toBeGreaterThan(24 * 3_600_000);

  await other.shared.refresh();
  expect(other.shared.instances).toEqual([]);
  expect(operationsOf(other.shared)).toBe(0);
});
