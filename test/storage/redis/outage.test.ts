import { describe, expect, it } from '@jest/globals';
import { windowOf } from '../../../src/gong/scheduling/slidingWindow.js';
import { RedisQuota } from '../../../src/storage/redis/redisQuota.js';
import { createRandom, type Random } from '../../company/support.js';
import { FakeClock, settle } from '../../support/clock.js';
import { seeds } from '../../support/size.js';
import { FakeQuotaStore, FakeRedisServer } from './fakeQuotaStore.js';
import { mostWithin, RecordingLogger } from './support.js';

interface SetUp {
  readonly count: number;
  readonly requestsPerSecond: number;
  readonly random?: Random;
  readonly requestsPerDay?: number;
  readonly start?: string;
}

function setUp({
  count,
  requestsPerSecond,
  random,
  requestsPerDay = 10_000,
  start = '2026-06-01T12:00:00Z',
}: SetUp) {
  const clock = new FakeClock(Date.parse(start));
  const window = { requestsPerSecond, marginMs: 15 };
  const server = new FakeRedisServer(clock, window);
  let ids = 0;
  const starts: number[] = [];
  const gateways = Array.from({ length: count }, (_, index) => {
    const replica = `gateway-${index}`;
    const delayMs = random === undefined ? () => 0 : () => random.next();
    const table = new FakeQuotaStore(server, replica, delayMs);
    const logger = new RecordingLogger();
    const quota = new RedisQuota({
      ...window,
      table,
      replica,
      requestsPerDay,
      dayTimeZone: 'UTC',
      clock,
      logger,
      createId: () => `id-${(ids += 1)}`,
    });
    return { table, quota, logger };
  });
  /** Asks whenever it may, a little late as timers are, until told to stop. */
  const work = (quota: RedisQuota, isEager: () => boolean = () => true): void => {
    const again = (delayMs: number): void => {
      clock.after(delayMs + (random?.next() ?? 0) * 3, () => {
        if (!isEager()) {
          again(200);
          return;
        }
        void quota.acquire('interactive').then((verdict) => {
          if (verdict.kind === 'granted') {
            starts.push(clock.monotonic());
            verdict.keep();
            again(0.1);
          } else {
            again(Math.max(0.1, Math.min(5000, verdict.until - clock.monotonic())));
          }
        });
      });
    };
    again(0);
  };
  const loseAll = (): void => {
    server.isUp = false;
    for (const { table } of gateways) table.disconnect();
  };
  return { clock, server, gateways, starts, work, loseAll };
}

const outages = seeds(2, 20).flatMap((seed) =>
  [0.5, 3, 8].map((requestsPerSecond) => [requestsPerSecond, seed] as const),
);

describe('a Redis outage', () => {
  it.each(outages)(
    'never allows too many starts, before, during, and after (%d/s, seed %i)',
    async (requestsPerSecond, seed) => {
      const random = createRandom(seed);
      const count = random.integer(2, 5);
      const { clock, server, gateways, starts, work, loseAll } = setUp({
        count,
        requestsPerSecond,
        random,
      });
      const { limit, lengthMs } = windowOf({ requestsPerSecond, marginMs: 15 });
      await clock.advance(2500);
      for (const { quota } of gateways) work(quota, () => random.chance(0.9));

      for (let outage = 0; outage < 3; outage += 1) {
        await clock.advance(random.integer(2000, 3000 + 3 * lengthMs));
        loseAll();
        if (random.chance(0.5)) server.forget();
        await clock.advance(random.integer(50, 2000 + 4 * lengthMs));
        server.isUp = true;
        // Each comes back when it next tries.
        for (const { table } of gateways) {
          clock.after(random.integer(0, 1000), () => {
            table.connect();
          });
        }
      }
      await clock.advance(8000);

      expect(mostWithin(lengthMs - 4, starts)).toBeLessThanOrEqual(limit);
      expect(gateways.map(({ quota }) => quota.status())).toEqual(
        gateways.map(() => ({ status: 'ok', replicas: count })),
      );
      const used = gateways.map(({ quota }) => quota.usage().usedToday);
      // What was granted at the very moment may have been lost on its way.
      for (const each of used) {
        expect(each).toBeGreaterThanOrEqual(starts.length - 3 * count);
        expect(each).toBeLessThanOrEqual(starts.length + 3 * count);
      }
    },
  );

  it('leaves the whole rate to several instances, each with its share', async () => {
    const { clock, gateways, starts, work, loseAll } = setUp({ count: 4, requestsPerSecond: 3 });
    await clock.advance(2500);
    loseAll();
    for (const { quota } of gateways) work(quota);

    await clock.advance(1000);
    const before = starts.length;
    await clock.advance(20_000);

    expect(before).toBe(0);
    expect(starts.length).toBeGreaterThanOrEqual(0.94 * 60);
    expect(mostWithin(1000, starts)).toBeLessThanOrEqual(3);
  });

  it('is logged once, and once when it ends', async () => {
    const { clock, server, gateways, loseAll } = setUp({ count: 1, requestsPerSecond: 3 });
    await clock.advance(2500);

    loseAll();
    await clock.advance(5000);
    server.isUp = true;
    gateways[0]?.table.connect();
    await clock.advance(5000);

    expect(gateways[0]?.logger.lines).toEqual([
      {
        level: 'warn',
        fields: { reason: 'ECONNRESET', replicas: 1 },
        message: "Redis connection lost: continuing with this instance's share of the rate limit",
      },
      { level: 'info', fields: {}, message: 'Redis connection restored' },
    ]);
  });
});

describe('the daily count', () => {
  it('includes a report once, although the response was lost', async () => {
    const { clock, server, gateways, starts, work, loseAll } = setUp({
      count: 1,
      requestsPerSecond: 3,
    });
    const [gateway] = gateways;
    if (gateway === undefined) throw new Error('There is one.');
    let isEager = true;
    await clock.advance(2500);
    work(gateway.quota, () => isEager);
    await clock.advance(3000);
    loseAll();
    await clock.advance(5000);
    gateway.table.lostReports = 2;
    server.isUp = true;
    gateway.table.connect();
    await clock.advance(5000);
    isEager = false;
    await clock.advance(3000);

    expect(gateway.quota.usage().usedToday).toBe(starts.length);
    expect([...server.days.values()]).toEqual([starts.length]);
  });

  it('is restored by the instances when Redis loses it', async () => {
    const { clock, server, gateways, starts, loseAll } = setUp({ count: 2, requestsPerSecond: 3 });
    const [a, b] = gateways;
    if (a === undefined || b === undefined) throw new Error('There are two.');
    await clock.advance(2500);
    for (let sent = 0; sent < 2; sent += 1) {
      const verdict = await b.quota.acquire('write');
      if (verdict.kind === 'granted') verdict.keep();
    }
    // The first has not heard of the second's.
    expect([a, b].map(({ quota }) => quota.usage().usedToday)).toEqual([0, 2]);
    loseAll();
    server.forget();
    await clock.advance(1000);
    const own = await clock.runUntil(a.quota.acquire('write'));
    if (own.kind === 'refused') await clock.advance(own.until - clock.monotonic());
    const alone = await a.quota.acquire('write');
    if (alone.kind === 'granted') alone.keep();

    server.isUp = true;
    a.table.connect();
    await clock.advance(500);
    b.table.connect();
    await clock.advance(3500);

    expect(starts).toEqual([]);
    expect([a, b].map(({ quota }) => quota.usage().usedToday)).toEqual([3, 3]);
  });

  it('continues during an outage, and limits the day', async () => {
    const { clock, gateways, work, starts, loseAll } = setUp({
      count: 1,
      requestsPerSecond: 3,
      requestsPerDay: 7,
      start: '2026-06-01T23:59:30Z',
    });
    const [gateway] = gateways;
    if (gateway === undefined) throw new Error('There is one.');
    await clock.advance(2500);
    work(gateway.quota);
    await clock.advance(1500);
    const before = starts.length;
    loseAll();
    await clock.advance(20_000);

    expect(before).toBeGreaterThan(0);
    expect(starts).toHaveLength(7);
    expect(gateway.quota.blocked()).toMatchObject({ because: 'day' });
    await clock.advance(20_000);
    // The next day began meanwhile.
    expect(starts).toHaveLength(14);
  });
});

describe('instances that wait for the same slot', () => {
  it('ask again in the order of priority', async () => {
    const { clock, gateways } = setUp({ count: 2, requestsPerSecond: 1 });
    const [a, b] = gateways;
    if (a === undefined || b === undefined) throw new Error('There are two.');
    await clock.advance(2500);
    const grant = await a.quota.acquire('write');
    if (grant.kind === 'granted') grant.keep();

    const verdicts = await Promise.all([
      b.quota.acquire('bulk'),
      a.quota.acquire('interactive'),
      b.quota.acquire('write'),
    ]);

    const free = clock.monotonic() + 1015;
    const refused = { kind: 'refused', because: 'rate' };
    expect(verdicts).toEqual([
      { ...refused, until: expect.closeTo(free + 6) },
      { ...refused, until: expect.closeTo(free + 3) },
      { ...refused, until: expect.closeTo(free) },
    ]);
  });
});

describe('a starting instance', () => {
  it('waits for the first response of Redis', async () => {
    const { quota } = setUp({ count: 1, requestsPerSecond: 3, random: createRandom(1) })
      .gateways[0] ?? { quota: null };
    let isDecided = false;
    void quota?.acquire('write').then(() => {
      isDecided = true;
    });

    await settle();
    expect(isDecided).toBe(false);
    expect(quota?.status()).toEqual({ status: 'away', replicas: 1 });
  });
});
