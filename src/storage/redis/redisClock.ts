import type { Clock } from '../../lib/clock.js';

/** Clocks of two machines drift apart by no more than this: milliseconds in a millisecond. */
const DRIFT = 0.0001;

/**
 * Redis's clock as seen from here. Measured by this process's monotonic time: the wall clock may be set
 * while Redis is away.
 */
export class RedisClock {
  private offset = 0;
  /** How far off `offset` may be, and when it was measured. */
  private uncertainty = Number.POSITIVE_INFINITY;
  private measuredAt = 0;

  constructor(private readonly clock: Clock) {}

  /** Redis was asked at `askedAt` of the monotonic time, has just answered, and said this time. */
  observe(redisTime: number, askedAt: number): void {
    const now = this.clock.monotonic();
    const uncertainty = (now - askedAt) / 2;
    const offset = redisTime - (now + askedAt) / 2;
    const aged = this.uncertainty + (now - this.measuredAt) * DRIFT;
    const isBetter = uncertainty <= aged;
    // The two can't both be true: Redis's clock was set, or it is another one.
    const isOther = Math.abs(offset - this.offset) > uncertainty + aged;
    if (!isBetter && !isOther) return;
    this.offset = offset;
    this.uncertainty = uncertainty;
    this.measuredAt = now;
  }

  /** What Redis's clock shows at a moment of the monotonic time. */
  at(monotonic: number): number {
    return monotonic + this.offset;
  }

  /** And the other way round. */
  monotonicAt(redisTime: number): number {
    return redisTime - this.offset;
  }
}
