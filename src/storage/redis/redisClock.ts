import type { Clock } from '../../lib/clock.js';

/** Maximum drift between the clocks of two machines, in milliseconds per millisecond. */
const DRIFT = 0.0001;

/**
 * Redis's clock as this process sees it. It is measured with monotonic time, because the wall clock may be changed
 * while Redis is unreachable.
 */
export class RedisClock {
  private offset = 0;
  /** Maximum error of `offset`, and when it was measured. */
  private uncertainty = Number.POSITIVE_INFINITY;
  private measuredAt = 0;

  constructor(private readonly clock: Clock) {}

  /** Records a response of Redis with its time, to a command that was sent at the monotonic time `askedAt`. */
  observe(redisTime: number, askedAt: number): void {
    const now = this.clock.monotonic();
    const uncertainty = (now - askedAt) / 2;
    const offset = redisTime - (now + askedAt) / 2;
    const aged = this.uncertainty + (now - this.measuredAt) * DRIFT;
    const isBetter = uncertainty <= aged;
    // The two measurements contradict each other: Redis's clock was changed, or it is another Redis.
    const isOther = Math.abs(offset - this.offset) > uncertainty + aged;
    if (!isBetter && !isOther) return;
    this.offset = offset;
    this.uncertainty = uncertainty;
    this.measuredAt = now;
  }

  /** Returns the time of Redis's clock at a monotonic time. */
  at(monotonic: number): number {
    return monotonic + this.offset;
  }

  /** Returns the monotonic time at a time of Redis's clock. */
  monotonicAt(redisTime: number): number {
    return redisTime - this.offset;
  }
}
