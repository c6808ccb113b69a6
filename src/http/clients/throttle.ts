import { LRUCache } from 'lru-cache';
import type { FastifyReply } from 'fastify';
import { SECOND_MS, type Clock } from '../../lib/clock.js';
import type { Logger } from '../../lib/logger.js';
import type { Rate, RateLimits } from '../../lib/rateLimits.js';

/** Why a client must wait. */
export type ThrottleReason = 'login' | 'operation';

export interface ThrottleOptions {
  readonly rates: RateLimits;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Called for each request that is refused. */
  readonly onRefused: (reason: ThrottleReason) => void;
}

/** Bursts that are remembered, so that each is logged once. */
const MAX_BURSTS = 10_000;

/** Refuses what happens too often, and says so once per burst. */
export class Throttle {
  /** When each burst counts as over, in monotonic time. */
  private readonly bursts = new LRUCache<string, number>({ max: MAX_BURSTS });

  constructor(
    private readonly reason: ThrottleReason,
    private readonly options: ThrottleOptions,
  ) {}

  /**
   * Counts an event, or only examines whether one would be refused.
   *
   * @param onBurst called with the wait, in seconds, for the first refusal of a burst.
   * @returns 0, or the milliseconds until one more may happen.
   */
  async waitFor(
    name: string,
    rate: Rate,
    { isCounted, onBurst }: { isCounted: boolean; onBurst: (retryAfterSeconds: number) => void },
  ): Promise<number> {
    const { rates, clock, onRefused } = this.options;
    const waitMs = await (isCounted ? rates.take(name, rate) : rates.waitFor(name, rate));
    if (waitMs === 0) return 0;
    onRefused(this.reason);
    const now = clock.monotonic();
    const isGoingOn = (this.bursts.get(name) ?? -Infinity) > now;
    this.bursts.set(name, now + rate.windowMs);
    if (!isGoingOn) onBurst(Math.ceil(waitMs / SECOND_MS));
    return waitMs;
  }
}

/** Refuses a request that comes too early. */
export function refuseForNow(reply: FastifyReply, waitMs: number, message: string): FastifyReply {
  const retryAfterSeconds = Math.ceil(waitMs / SECOND_MS);
  const extensions = { code: 'RATE_LIMITED', retryable: true, retryAfterSeconds };
  return reply
    .code(429)
    .header('retry-after', retryAfterSeconds)
    .header('cache-control', 'no-store')
    .send({ errors: [{ message, extensions }] });
}
