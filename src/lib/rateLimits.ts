import { LRUCache } from 'lru-cache';
import type { Clock } from './clock.js';

/** How often something may happen: `limit` times in any `windowMs` milliseconds, on average. */
export interface Rate {
  readonly limit: number;
  readonly windowMs: number;
}

/** Counts events by name, such as failed logins of an address. Names are sensitive. No method rejects. */
export interface RateLimits {
  /** Counts one event and returns 0, or counts none and returns after how many milliseconds one more may happen. */
  take(name: string, rate: Rate): Promise<number>;
  /** Returns the same without counting. */
  waitFor(name: string, rate: Rate): Promise<number>;
}

/** More names than a gateway receives within minutes. The least recently used are evicted first. */
const MAX_NAMES = 100_000;

/** The time between two events at a steady rate, and how far ahead of it a burst may be; in milliseconds. */
export function spacingOf({ limit, windowMs }: Rate): {
  readonly intervalMs: number;
  readonly toleranceMs: number;
} {
  const intervalMs = windowMs / limit;
  return { intervalMs, toleranceMs: windowMs - intervalMs };
}

/**
 * Limits that end with the process. Of each name it keeps one time, to which the events so far reach when they follow
 * one another at the steady rate. A burst may reach a window ahead of the present.
 */
export class MemoryRateLimits implements RateLimits {
  private readonly reached = new LRUCache<string, number>({
    // With entries of size 1, `maxSize` limits their number. `max` would reserve memory for all of them at once.
    maxSize: MAX_NAMES,
    sizeCalculation: () => 1,
  });

  constructor(private readonly clock: Clock) {}

  take(name: string, rate: Rate): Promise<number> {
    const { waitMs, from } = this.stateOf(name, rate);
    if (waitMs === 0) this.reached.set(name, from + spacingOf(rate).intervalMs);
    return Promise.resolve(waitMs);
  }

  waitFor(name: string, rate: Rate): Promise<number> {
    return Promise.resolve(this.stateOf(name, rate).waitMs);
  }

  private stateOf(name: string, rate: Rate) {
    const now = this.clock.monotonic();
    const from = Math.max(now, this.reached.get(name) ?? now);
    return { from, waitMs: Math.max(0, from - now - spacingOf(rate).toleranceMs) };
  }
}
