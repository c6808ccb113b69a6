import type { Redis } from 'ioredis';
import type { Clock } from '../../lib/clock.js';
import { MemoryRateLimits, spacingOf, type Rate, type RateLimits } from '../../lib/rateLimits.js';
import type { Sealer } from '../../lib/sealer.js';
import { answerOf } from './connection.js';
import { prefixOf } from './keys.js';

export interface RedisRateLimitsOptions {
  readonly redis: Redis;
  /** Hides names, which contain addresses. */
  readonly sealer: Sealer;
  /** Prefix of keys of no company. */
  readonly tenant: string;
  readonly clock: Clock;
}

/** Limits that instances share. While Redis is unreachable, each instance counts alone. */
export class RedisRateLimits implements RateLimits {
  private readonly alone: MemoryRateLimits;

  constructor(private readonly options: RedisRateLimitsOptions) {
    this.alone = new MemoryRateLimits(options.clock);
  }

  async take(name: string, rate: Rate): Promise<number> {
    return (await this.decide(name, rate, 1)) ?? this.alone.take(name, rate);
  }

  async waitFor(name: string, rate: Rate): Promise<number> {
    return (await this.decide(name, rate, 0)) ?? this.alone.waitFor(name, rate);
  }

  /** Returns the wait in milliseconds; undefined when Redis does not respond. */
  private async decide(name: string, rate: Rate, count: 0 | 1): Promise<number | undefined> {
    const { redis, sealer, tenant, clock } = this.options;
    const { intervalMs, toleranceMs } = spacingOf(rate);
    const key = `${prefixOf(tenant)}rate:${sealer.name(name)}`;
    const reply = redis.takeFromRate(key, intervalMs * 1000, toleranceMs * 1000, count);
    const waitUs = (await answerOf(redis, clock, reply)) as number | undefined;
    return waitUs === undefined ? undefined : waitUs / 1000;
  }
}
