import { describe, expect, it } from '@jest/globals';
import { DayCountInMemory } from '../../../src/gong/scheduling/dayCount.js';
import { LocalQuota } from '../../../src/gong/scheduling/localQuota.js';
import type { RequestQuota, Verdict } from '../../../src/gong/scheduling/requestQuota.js';
import { Scheduler } from '../../../src/gong/scheduling/scheduler.js';
import { windowOf } from '../../../src/gong/scheduling/slidingWindow.js';
import { priorities, type Priority } from '../../../src/gong/scheduling/waiter.js';
import { createRandom, type Random } from '../../company/support.js';
import { FakeClock } from '../../support/clock.js';
import { seeds } from '../../support/size.js';

const MAX_QUEUED = 40;

/** A request of the model, from its arrival to how it ended. */
interface Arrival {
  readonly isInBackground: boolean;
  readonly latestStart: number;
  readonly controller: AbortController;
  /** When it was started and, once that is known, sent; by the clock's monotonic time. */
  sentAt: number | null;
  /** The last moment at which it can have arrived, as far as is known. */
  arrivedBy: number;
  starts: number;
  outcomes: string[];
}

interface Setting {
  readonly seed: number;
  readonly answersLate: boolean;
}

/** How many grants were given, and what became of each. */
interface Grants {
  given: number;
  kept: number;
  released: number;
}

function counted(verdict: Verdict, grants: Grants): Verdict {
  if (verdict.kind !== 'granted') return verdict;
  grants.given += 1;
  return {
    ...verdict,
    keep: () => {
      grants.kept += 1;
      verdict.keep();
    },
    release: () => {
      grants.released += 1;
      verdict.release();
    },
  };
}

/** A quota whose answers take a while, as those of another process. */
function answeringLate(quota: LocalQuota, clock: FakeClock, random: Random): RequestQuota {
  return {
    acquire: (priority) =>
      new Promise((resolve) => {
        clock.after(random.integer(0, 20), () => {
          resolve(quota.acquire(priority));
        });
      }),
    pauseFor: (delayMs) => {
      quota.pauseFor(delayMs);
    },
    widenMargin: () => {
      quota.widenMargin();
    },
    blocked: () => quota.blocked(),
    usage: () => quota.usage(),
  };
}

/** Random traffic over random limits, looked at every few milliseconds. */
class World {
  readonly clock = new FakeClock();
  readonly random: Random;
  readonly arrivals: Arrival[] = [];
  readonly grants: Grants = { given: 0, kept: 0, released: 0 };
  readonly limit: number;
  readonly windowMs: number;
  private readonly scheduler: Scheduler;
  private pausedUntil = 0;
  private busyUntil = 50;
  private served = 0;

  constructor(private readonly setting: Setting) {
    this.random = createRandom(setting.seed);
    const { clock, random } = this;
    const requestsPerSecond = random.pick([0.5, 1, 2.7, 3, 5, 10]);
    const marginMs = random.pick([0, 15, 40]);
    ({ limit: this.limit, lengthMs: this.windowMs } = windowOf({ requestsPerSecond, marginMs }));
    const local = new LocalQuota({
      requestsPerSecond,
      requestsPerDay: 1_000_000,
      marginMs,
      dayTimeZone: 'UTC',
      dayCount: new DayCountInMemory(),
      clock,
    });
    const inner = setting.answersLate ? answeringLate(local, clock, random) : local;
    const quota: RequestQuota = {
      acquire: (priority) => {
        const verdict = inner.acquire(priority);
        return verdict instanceof Promise
          ? verdict.then((each) => counted(each, this.grants))
          : counted(verdict, this.grants);
      },
      pauseFor: (delayMs) => {
        inner.pauseFor(delayMs);
      },
      widenMargin: () => {
        inner.widenMargin();
      },
      blocked: () => inner.blocked(),
      usage: () => inner.usage(),
    };
    this.scheduler = new Scheduler({ quota, clock, maxQueued: MAX_QUEUED });
  }

  get now(): number {
    return this.clock.monotonic();
  }

  get waiting(): Arrival[] {
    return this.arrivals.filter(({ outcomes, starts }) => outcomes.length + starts === 0);
  }

  arrive(): void {
    const { clock, random, now } = this;
    const patience = random.pick([200, 3000, 20_000, 20_000]);
    const priority: { current: Priority } = { current: random.pick(priorities) };
    const client = random.pick(['a', 'b', 'c']);
    const isWithdrawn = random.chance(0.1);
    const isBroken = random.chance(0.05);
    const arrival: Arrival = {
      isInBackground: priority.current === 'background',
      latestStart: now + patience,
      controller: new AbortController(),
      sentAt: null,
      arrivedBy: Number.NEGATIVE_INFINITY,
      starts: 0,
      outcomes: [],
    };
    this.arrivals.push(arrival);
    clock.after(patience, () => {
      arrival.controller.abort(new Error('out of time'));
    });
    if (random.chance(0.1)) {
      clock.after(random.integer(0, 2000), () => {
        arrival.controller.abort(new Error('left'));
      });
    }
    // Someone in a hurry joins.
    if (random.chance(0.2) && !arrival.isInBackground) {
      clock.after(random.integer(0, 2000), () => (priority.current = 'interactive'));
    }
    this.scheduler
      .run(
        (slot) => {
          if (isWithdrawn) return null;
          if (isBroken) throw new Error('broken');
          arrival.starts += 1;
          arrival.sentAt = arrival.arrivedBy = this.now;
          const takesMs = random.integer(0, 60);
          const sentAfterMs = random.integer(0, takesMs);
          clock.after(sentAfterMs, () => {
            slot.sent();
            arrival.sentAt = arrival.arrivedBy = this.now;
          });
          return new Promise<string>((resolve) => {
            clock.after(takesMs, () => {
              slot.answered();
              arrival.arrivedBy = this.now;
              resolve('answered');
            });
          });
        },
        {
          signal: arrival.controller.signal,
          latestStart: () => arrival.latestStart,
          priority: () => priority.current,
          asker: () => ({ client, operation: 'Test' }),
        },
      )
      .then(
        (value) => arrival.outcomes.push(value ?? 'withdrawn'),
        (error: unknown) => arrival.outcomes.push((error as Error).message),
      );
  }

  pause(): void {
    const pauseMs = this.random.integer(1, 2000);
    this.pausedUntil = Math.max(this.pausedUntil, this.now + pauseMs);
    this.scheduler.pauseFor(pauseMs);
  }

  /** Lets time pass in steps, and looks at every step. */
  async pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= 5) {
      await this.clock.advance(Math.min(5, left));
      this.check();
    }
  }

  private check(): void {
    const since = this.now - this.windowMs;
    const sent = this.arrivals.filter(({ sentAt }) => sentAt !== null && sentAt > since);
    expect(sent.length).toBeLessThanOrEqual(this.limit);
    expect(this.scheduler.queued).toBe(this.waiting.length);
    expect(this.scheduler.queued).toBeLessThanOrEqual(MAX_QUEUED);

    const mayCount = this.arrivals.filter(({ arrivedBy }) => arrivedBy > since);
    const spared = this.waiting.every(({ isInBackground }) => isInBackground) ? 1 : 0;
    const room = Math.max(1, this.limit - spared);
    const isFree = mayCount.length < room && this.pausedUntil <= this.now;
    const served = this.arrivals.length - this.waiting.length;
    const isIdle = isFree && this.waiting.length > 0 && served === this.served;
    this.served = served;
    // An answer of the quota may be under way, and the next one has to be waited for.
    if (!isIdle) this.busyUntil = this.now + (this.setting.answersLate ? 50 : 0);
    expect(this.now).toBeLessThanOrEqual(this.busyUntil);
  }
}

const settings = [false, true].flatMap((answersLate) =>
  seeds(3, 40).map((seed) => ({ seed, answersLate })),
);

describe('the scheduler under random load', () => {
  it.each(settings)(
    'exceeds no limit, wastes no slot, and settles every request once: %o',
    async (setting) => {
      const world = new World(setting);
      const { random } = world;

      for (let round = 0; round < 30; round += 1) {
        const burst = random.chance(0.1) ? random.integer(20, 60) : random.integer(0, 3);
        for (let count = 0; count < burst; count += 1) world.arrive();
        if (random.chance(0.05)) world.pause();
        await world.pass(random.integer(0, random.chance(0.2) ? 1500 : 300));
      }
      await world.clock.advance(60_000);

      for (const { starts, outcomes } of world.arrivals) {
        expect(outcomes).toHaveLength(1);
        expect(starts).toBe(outcomes[0] === 'answered' ? 1 : 0);
      }
      expect(world.waiting).toEqual([]);
      const { given, kept, released } = world.grants;
      expect(kept).toBe(world.arrivals.filter(({ starts }) => starts === 1).length);
      expect(released).toBe(given - kept);
      expect(world.arrivals.some(({ starts }) => starts === 1)).toBe(true);
    },
  );
});
