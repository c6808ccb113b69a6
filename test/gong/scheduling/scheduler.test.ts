import { describe, expect, it } from '@jest/globals';
import { DayCountInMemory } from '../../../src/gong/scheduling/dayCount.js';
import { LocalQuota } from '../../../src/gong/scheduling/localQuota.js';
import { Scheduler } from '../../../src/gong/scheduling/scheduler.js';
import type { Waiter } from '../../../src/gong/scheduling/waiter.js';
import { createRandom } from '../../company/support.js';
import { FakeClock, settle } from '../../support/clock.js';

function setUp(requestsPerSecond = 3, marginMs = 0) {
  const clock = new FakeClock();
  const quota = new LocalQuota({
    requestsPerSecond,
    requestsPerDay: 1_000_000,
    marginMs,
    dayTimeZone: 'UTC',
    dayCount: new DayCountInMemory(),
    clock,
  });
  const scheduler = new Scheduler({ quota, clock, maxQueued: 1_000 });
  /** When each start happened. */
  const starts: number[] = [];
  const waiter = (latestStart = Infinity) => {
    const controller = new AbortController();
    const waiter: Waiter = {
      signal: controller.signal,
      latestStart: () => latestStart,
      priority: () => 'interactive',
      asker: () => ({ client: 'test', operation: 'Test' }),
    };
    return { controller, waiter };
  };
  const run = (name = '', to: Waiter = waiter().waiter): Promise<string | null> => {
    const result = scheduler.run(() => {
      starts.push(clock.monotonic());
      return Promise.resolve(name);
    }, to);
    // Some tests look at failures only later.
    result.catch(() => undefined);
    return result;
  };
  return { clock, scheduler, starts, waiter, run };
}

/** Most starts in any window of the given length, wherever it is laid. */
function mostWithin(windowMs: number, starts: readonly number[]): number {
  const counts = starts.map(
    (from) => starts.filter((at) => at >= from && at < from + windowMs).length,
  );
  return Math.max(0, ...counts);
}

/** When a strict limit lets each arrival start at the earliest. */
function earliest(arrivals: readonly number[], limit: number, windowMs: number): number[] {
  const starts: number[] = [];
  for (const [index, arrival] of arrivals.entries()) {
    const before = index < limit ? -Infinity : (starts[index - limit] ?? 0) + windowMs;
    starts.push(Math.max(arrival, starts[index - 1] ?? 0, before));
  }
  return starts;
}

const rates: [rate: number, marginMs: number, limit: number, windowMs: number][] = [
  [3, 0, 3, 1000],
  [3, 25, 3, 1025],
  [1, 25, 1, 1025],
  [10, 0, 10, 1000],
  [2.9, 0, 2, 1000],
  [0.5, 0, 1, 2000],
  [0.1, 25, 1, 10_025],
];
const traffic = rates.flatMap((rate) => [1, 2, 3, 4].map((seed) => [...rate, seed] as const));

describe('any window of a second', () => {
  it.each(traffic)(
    'uses every slot and exceeds no limit: %d/s, margin %i (seed %5$i)',
    async (rate, marginMs, limit, windowMs, seed) => {
      const { clock, starts, run } = setUp(rate, marginMs);
      const random = createRandom(seed);
      const arrivals: number[] = [];

      for (let count = 0; count < 120; count += 1) {
        const pause = random.chance(0.7) ? 0 : random.integer(1, 2 * windowMs);
        await clock.advance(pause);
        arrivals.push(clock.monotonic());
        void run();
      }
      await clock.advance(120 * windowMs);

      expect(starts).toEqual(earliest(arrivals, limit, windowMs));
      expect(mostWithin(windowMs, starts)).toBeLessThanOrEqual(limit);
    },
  );

  it('starts requests in order of arrival', async () => {
    const { clock, scheduler, run } = setUp(1);
    const names = ['a', 'b', 'c'];
    const ended: (string | null)[] = [];

    for (const name of names) void run(name).then((value) => ended.push(value));
    expect(scheduler.queued).toBe(2);
    await clock.advance(2000);

    expect(ended).toEqual(names);
    expect(scheduler.queued).toBe(0);
  });

  it('starts requests in the same event loop turn when a slot is free', () => {
    const { starts, run } = setUp(2);

    void run();
    void run();
    void run();

    expect(starts).toEqual([0, 0]);
  });

  it('counts a failed start like any other', async () => {
    const { clock, scheduler, starts, waiter, run } = setUp(1);

    const failed = scheduler.run(() => Promise.reject(new Error('refused')), waiter().waiter);
    void run();

    await expect(failed).rejects.toThrow('refused');
    await clock.advance(1000);
    expect(starts).toEqual([1000]);
  });
});

describe('a request that is sent later than its slot', () => {
  it('counts from when it was sent', async () => {
    const { clock, scheduler, starts, waiter, run } = setUp(1);
    void scheduler.run((slot) => {
      clock.after(300, () => {
        slot.sent();
      });
      return Promise.resolve();
    }, waiter().waiter);
    void run();

    await clock.advance(5000);

    expect(starts).toEqual([1300]);
  });

  it.each([
    ['counts from an answer that is late', 1000, 2000],
    ['does not count from one that is later still', 1001, 1000],
  ])('%s', async (_, answerAfterMs, nextStart) => {
    const { clock, scheduler, starts, waiter, run } = setUp(1);
    void scheduler.run((slot) => {
      clock.after(answerAfterMs, () => {
        slot.answered();
      });
      return Promise.resolve();
    }, waiter().waiter);
    void run();

    await clock.advance(5000);

    expect(starts).toEqual([nextStart]);
  });
});

describe('a start with nothing left to send', () => {
  it('gives its slot to the next request', async () => {
    const { scheduler, starts, waiter, run } = setUp(1);

    const withdrawn = scheduler.run(() => null, waiter().waiter);
    void run('next');

    expect(await withdrawn).toBeNull();
    expect(starts).toEqual([0]);
  });

  it('gives up its slot when it would have started', async () => {
    const { clock, scheduler, starts, waiter, run } = setUp(1);
    void run();
    void scheduler.run(() => null, waiter().waiter);
    void run();
    void run();

    await clock.advance(10_000);

    expect(starts).toEqual([0, 1000, 2000]);
  });
});

describe('a waiter that gives up', () => {
  it('leaves the queue with its own reason', async () => {
    const { clock, scheduler, starts, waiter, run } = setUp(1);
    const { controller, waiter: leaving } = waiter();
    void run();
    const left = run('left', leaving);
    void run();

    controller.abort(new Error('enough'));

    await expect(left).rejects.toThrow('enough');
    expect(scheduler.queued).toBe(1);
    await clock.advance(10_000);
    expect(starts).toEqual([0, 1000]);
  });

  it('does not start afterward', async () => {
    const { starts, waiter, run } = setUp();
    const { controller, waiter: gone } = waiter();
    controller.abort(new Error('enough'));

    await expect(run('', gone)).rejects.toThrow('enough');

    expect(starts).toEqual([]);
  });

  it('does not undo a start', async () => {
    const { waiter, run } = setUp();
    const { controller, waiter: leaving } = waiter();
    const result = run('answer', leaving);

    controller.abort(new Error('enough'));

    expect(await result).toBe('answer');
  });
});

describe('a pause', () => {
  it('holds back everything, then starts at the permitted rate', async () => {
    const { clock, scheduler, starts, run } = setUp(2);
    scheduler.pauseFor(5000);

    for (let count = 0; count < 4; count += 1) void run();
    await clock.advance(10_000);

    expect(starts).toEqual([5000, 5000, 6000, 6000]);
  });

  it.each([
    ['a shorter one', [3000, 1000], 3000],
    ['a longer one', [1000, 3000], 3000],
    ['an equal one', [2000, 2000], 2000],
  ])('is only ever extended: %s after it', async (_, pauses, startsAt) => {
    const { clock, scheduler, starts, run } = setUp();
    for (const pause of pauses) scheduler.pauseFor(pause);

    void run();
    await clock.advance(10_000);

    expect(starts).toEqual([startsAt]);
  });

  it('also delays requests that already wait', async () => {
    const { clock, scheduler, starts, run } = setUp(1);
    void run();
    void run();
    await clock.advance(500);

    scheduler.pauseFor(3000);
    await clock.advance(10_000);

    expect(starts).toEqual([0, 3500]);
  });

  it('refuses at once a request with an earlier deadline', async () => {
    const { clock, scheduler, starts, waiter, run } = setUp(1);
    void run();
    const hasty = run('', waiter(2000).waiter);
    const patient = run('patient', waiter(9000).waiter);

    scheduler.pauseFor(5000);

    await expect(hasty).rejects.toMatchObject({ kind: 'rate-limited', retryAfterMs: 5000 });
    expect(clock.monotonic()).toBe(0);
    expect(await clock.runUntil(patient)).toBe('patient');
    expect(starts).toEqual([0, 5000]);
  });

  it('refuses a new request with an earlier deadline', async () => {
    const { clock, scheduler, starts, waiter, run } = setUp();
    scheduler.pauseFor(5000);
    await clock.advance(2000);

    const refused = run('', waiter(4999).waiter);

    await expect(refused).rejects.toMatchObject({ kind: 'rate-limited', retryAfterMs: 3000 });
    await clock.advance(10_000);
    expect(starts).toEqual([]);
  });

  it('keeps a request that can start at its end', async () => {
    const { clock, scheduler, starts, waiter, run } = setUp();
    const kept = run('', waiter(5000).waiter);
    scheduler.pauseFor(5000);
    const newcomer = run('', waiter(5000).waiter);

    await settle();
    await clock.runUntil(Promise.all([kept, newcomer]));

    expect(starts).toEqual([0, 5000]);
  });
});
