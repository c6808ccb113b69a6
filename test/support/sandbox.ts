import { systemClock } from '../../src/lib/clock.js';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/src/index.js';
import { companyCopy } from './company.js';

/** One moment for all companies of a suite in real time, so that they are copies of one. */
const suiteStart = Date.now();

/** A sandbox without limits, with a generated company of its own unless one is given. */
export function createTestSandbox(options: SandboxOptions = {}): Sandbox {
  const { clock = systemClock, seed, calls, days, users, workspaces, steady } = options;
  const company =
    options.company ??
    companyCopy({
      now: clock === systemClock ? suiteStart : clock.now(),
      ...omitUndefined({ seed, calls, days, users, workspaces, steady }),
    });
  return createSandbox({ requestsPerSecond: Infinity, ...options, clock, company });
}

function omitUndefined<T extends object>(
  options: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
