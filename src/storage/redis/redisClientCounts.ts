import type { Redis } from 'ioredis';
import type { ClientCounts } from '../../gong/scheduling/clientCounts.js';
import { DAY_MS, SECOND_MS, type Clock } from '../../lib/clock.js';
import { answerOf } from './connection.js';
import { prefixOf } from './keys.js';

/** The second day covers time zones. */
const LIFETIME_S = (2 * DAY_MS) / SECOND_MS;

export interface RedisClientCountsOptions {
  readonly redis: Redis;
  /** Opaque name of the company, equal in all its instances. */
  readonly tenant: string;
  readonly clock: Clock;
}

/** The count of one client, as far as this instance knows it. */
interface Known {
  /** What Redis last returned. */
  seen: number;
  /** Requests that Redis has not counted, because it was unreachable. */
  uncounted: number;
}

/**
 * Counts that the instances of a company share. While Redis is unreachable, each instance goes on from what it knows,
 * and reports its requests later. A Redis that lost its data starts with what the instances know.
 */
export class RedisClientCounts implements ClientCounts {
  private day = '';
  private readonly known = new Map<string, Known>();

  constructor(private readonly options: RedisClientCountsOptions) {}

  used(day: string, client: string): number {
    if (day !== this.day) return 0;
    const { seen, uncounted } = this.known.get(client) ?? { seen: 0, uncounted: 0 };
    return seen + uncounted;
  }

  add(day: string, client: string, perDay: number | null): boolean | Promise<boolean> {
    const adding = this.count(day, client, perDay);
    // No request waits for a count that cannot refuse it.
    return perDay === null || adding;
  }

  private async count(day: string, client: string, perDay: number | null): Promise<boolean> {
    const isCounted = await this.report(day, client, perDay);
    if (isCounted !== undefined) return isCounted;
    if (perDay !== null && this.used(day, client) >= perDay) return false;
    this.of(day, client).uncounted += 1;
    return true;
  }

  async refresh(day: string, client: string): Promise<void> {
    // A maximum of 0 counts nothing.
    await this.report(day, client, 0);
  }

  /** Returns whether Redis counted one more request; undefined when it is unreachable. */
  private async report(
    day: string,
    client: string,
    perDay: number | null,
  ): Promise<boolean | undefined> {
    const { redis, tenant, clock } = this.options;
    const known = this.of(day, client);
    const { seen, uncounted } = known;
    // What is being reported must not be reported twice.
    known.uncounted = 0;
    known.seen += uncounted;
    const reply = redis.countClientRequest(
      `${prefixOf(tenant)}clients:${day}`,
      ...[client, seen, uncounted, perDay ?? -1, LIFETIME_S],
    );
    const told = (await answerOf(redis, clock, reply)) as [0 | 1, number] | undefined;
    if (told === undefined) {
      known.uncounted += uncounted;
      known.seen -= uncounted;
      return undefined;
    }
    const [isCounted, used] = told;
    // Replies may overtake one another.
    known.seen = Math.max(known.seen, used);
    return isCounted === 1;
  }

  private of(day: string, client: string): Known {
    // A reply that is late must not bring a past day back.
    if (day < this.day) return { seen: 0, uncounted: 0 };
    if (day !== this.day) this.known.clear();
    this.day = day;
    const known = this.known.get(client) ?? { seen: 0, uncounted: 0 };
    this.known.set(client, known);
    return known;
  }
}
