import { GongFailure } from './errors.js';

/** How much the company may ask for. `Infinity` lifts a limit. */
export interface RateLimitOptions {
  /** Arrivals within any 1,000 ms. */
  requestsPerSecond: number;
  /** Arrivals within a day of UTC. */
  requestsPerDay: number;
}

const SECOND_MS = 1000;
const DAY_MS = 86_400_000;

/**
 * The company-wide limit, counted by arrival.
 *
 * The second is a strict sliding window: never more than the limit within any 1,000 ms, so bursts at
 * the edge of a clock second are refused too. A refused request counts neither against the second nor
 * against the day: Gong does not say, and counting them would punish a client that retries too early
 * for ever. All else counts, 400 and 404 included; requests with bad credentials belong to no company
 * and never get here. When Gong's day starts is unknown: here at midnight UTC.
 */
export const createRateLimit = ({ requestsPerSecond, requestsPerDay }: RateLimitOptions) => {
  let arrivals: number[] = [];
  let day = 0;
  let spentToday = 0;
  return {
    /** @throws GongFailure 429 with `Retry-After` in whole seconds. */
    admit(now: number): void {
      const today = Math.floor(now / DAY_MS);
      if (today !== day) {
        day = today;
        spentToday = 0;
      }
      if (spentToday >= requestsPerDay) throw tooMany((today + 1) * DAY_MS - now);
      arrivals = arrivals.filter((at) => at > now - SECOND_MS);
      const oldest = arrivals[0];
      if (oldest !== undefined && arrivals.length >= requestsPerSecond) {
        throw tooMany(oldest + SECOND_MS - now);
      }
      arrivals.push(now);
      spentToday += 1;
    },
  };
};

const tooMany = (waitMs: number): GongFailure =>
  new GongFailure(429, ['Too many requests: the API rate limit was exceeded.'], {
    'retry-after': String(Math.max(1, Math.ceil(waitMs / SECOND_MS))),
  });
