import { DayCountInMemory } from '../../../src/gong/scheduling/dayCount.js';
import { LocalQuota, type LocalQuotaOptions } from '../../../src/gong/scheduling/localQuota.js';
import { Scheduler } from '../../../src/gong/scheduling/scheduler.js';
import type { Priority } from '../../../src/gong/scheduling/waiter.js';
import { FakeClock } from '../../support/clock.js';

interface Asking {
  readonly client?: string;
  readonly priority?: Priority;
  readonly patienceMs?: number;
}

/** One slot a second, unless told otherwise. */
export function setUp(options: Partial<LocalQuotaOptions> = {}, maxQueued = 1000) {
  const clock = new FakeClock();
  const dayCount = new DayCountInMemory();
  const quota = new LocalQuota({
    requestsPerSecond: 1,
    requestsPerDay: 1_000_000,
    marginMs: 0,
    dayTimeZone: 'UTC',
    dayCount,
    clock,
    ...options,
  });
  const scheduler = new Scheduler({ quota, clock: options.clock ?? clock, maxQueued });
  /** Names in the order of their starts, one a slot. */
  const served: string[] = [];
  const ask = (name: string, asking: Asking = {}): Promise<string | null> => {
    const { client = 'one', priority = 'interactive', patienceMs = Infinity } = asking;
    const latestStart = (options.clock ?? clock).monotonic() + patienceMs;
    const result = scheduler.run(
      () => {
        served.push(name);
        return Promise.resolve(name);
      },
      {
        signal: new AbortController().signal,
        latestStart: () => latestStart,
        priority: () => priority,
        asker: () => ({ client, operation: 'Test' }),
      },
    );
    // Some tests look at failures only later.
    result.catch(() => undefined);
    return result;
  };
  const askTimes = (count: number, name: string, asking: Asking): void => {
    for (let asked = 0; asked < count; asked += 1) void ask(name, asking);
  };
  return { clock, dayCount, quota, scheduler, served, ask, askTimes };
}
