import { describe, expect, it } from '@jest/globals';
import { Scheduler } from '../../../src/gong/scheduling/scheduler.js';
import { priorities } from '../../../src/gong/scheduling/waiter.js';
import { RedisQuota } from '../../../src/storage/redis/redisQuota.js';
import { FakeClock, settle } from '../../support/clock.js';
import { FakeQuotaStore, FakeRedisServer } from './fakeQuotaStore.js';
import { RecordingLogger } from './support.js';

/** Two gateways of one company, which may be sent one request in five seconds. */
async function setUp() {
  const clock = new FakeClock();
  const window = { requestsPerSecond: 0.2, marginMs: 15 };
  const server = new FakeRedisServer(clock, window);
  let ids = 0;
  const gateways = ['a', 'b'].map((replica) => {
    const table = new FakeQuotaStore(server, replica);
    const quota = new RedisQuota({
      ...window,
      table,
      replica,
      requestsPerDay: 10_000,
      dayTimeZone: 'UTC',
      clock,
      logger: new RecordingLogger(),
      createId: () => `id-${(ids += 1)}`,
    });
    const scheduler = new Scheduler({ quota, clock, maxQueued: 1000 });
    return { table, quota, scheduler };
  });
  const [one, other] = gateways;
  if (one === undefined || other === undefined) throw new Error('There are two.');
  // Each learns of the other.
  await clock.advance(3000);
  const ask = (
    { scheduler }: typeof one,
    patienceMs: number,
    priority: (typeof priorities)[number] = 'interactive',
  ): Promise<string | null> => {
    const latestStart = clock.monotonic() + patienceMs;
    const result = scheduler.run(() => Promise.resolve('started'), {
      signal: new AbortController().signal,
      latestStart: () => latestStart,
      priority: () => priority,
      asker: () => ({ client: 'test', operation: 'Test' }),
    });
    result.catch(() => undefined);
    return result;
  };
  return { clock, server, one, other, ask };
}

describe('A request that the shared rate keeps from its deadline', () => {
  it.each(priorities)('is refused at once at every instance: %s', async (priority) => {
    const { clock, one, other, ask } = await setUp();
    expect(await ask(one, 3000)).toBe('started');
    await settle();
    const askedAt = clock.monotonic();

    const refused = [ask(one, 3000, priority), ask(other, 3000, priority)];

    for (const each of refused) {
      await expect(each).rejects.toMatchObject({ kind: 'deadline-exceeded' });
    }
    expect(clock.monotonic()).toBe(askedAt);
    expect(await clock.runUntil(ask(other, 6000, priority))).toBe('started');
  });

  it('is refused at once while Redis is unreachable', async () => {
    const { clock, server, one, other, ask } = await setUp();
    server.isUp = false;
    for (const { table } of [one, other]) table.disconnect();
    // What Redis allowed before may count until the window is over.
    await settle();
    const lostAt = clock.monotonic();

    await expect(ask(one, 3000)).rejects.toMatchObject({ kind: 'deadline-exceeded' });
    expect(clock.monotonic()).toBe(lostAt);
  });

  it('is refused at once during a hold that another instance received', async () => {
    const { clock, one, other, ask } = await setUp();
    one.quota.pauseFor(4000);
    await settle();
    const askedAt = clock.monotonic();

    await expect(ask(other, 3000)).rejects.toMatchObject({ kind: 'rate-limited' });
    expect(clock.monotonic()).toBe(askedAt);
  });
});
