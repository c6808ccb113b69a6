import type { Redis } from 'ioredis';
import { SECOND_MS, type Clock } from '../../lib/clock.js';
import { maxExtraMargin } from '../../gong/scheduling/adaptiveMargin.js';
import type { RefusalReason } from '../../gong/scheduling/requestQuota.js';
import { windowOf, type WindowOptions } from '../../gong/scheduling/slidingWindow.js';
import { reasonOf, RedisTimeoutError, withinTime } from './connection.js';
import { prefixOf } from './keys.js';
import type { quotaScripts } from './quotaScripts.js';

/** A healthy Redis responds in under 1 millisecond. A request waits no longer than this for one that is not. */
const ANSWER_TIMEOUT_MS = SECOND_MS / 2;

/** What the instances of a company know together at one time. */
export interface QuotaView {
  readonly usedToday: number;
  /** Identifies the count; changes when Redis lost it and counts from zero. */
  readonly memory: string;
  /** Remaining time of Gong's hold; 0 when there is none. */
  readonly holdMs: number;
  /** Milliseconds until the margin has its configured value again; 0 when it has. */
  readonly marginDecayMs: number;
  /** Redis's clock, in milliseconds with fractions. */
  readonly redisTime: number;
  /** Instances seen recently, including this one. */
  readonly replicas: readonly string[];
}

export interface QuotaAnswer extends QuotaView {
  readonly verdict: 'granted' | RefusalReason;
  /** When refused because of the rate: time until there is room. */
  readonly waitMs: number;
}

/** What an instance did while Redis was unreachable. */
export interface QuotaReport {
  /** The daily count that Redis last returned, and its identity. */
  readonly seen: Pick<QuotaView, 'usedToday' | 'memory'>;
  /** Remaining time of a hold; 0 when there is none. */
  readonly holdMs: number;
  /** Remaining time of a widened margin; 0 when it is not widened. */
  readonly marginDecayMs: number;
  /**
   * The instance's own starts in the window, by their age in milliseconds. A negative age means that the start counts
   * from a later time.
   */
  readonly starts: readonly { readonly id: string; readonly ageMs: number }[];
  /** Parts of the daily count that Redis may not have received. Each counts once. */
  readonly batches: readonly { readonly id: string; readonly count: number }[];
}

/** Stores the quota that the instances of a company share. All methods reject while the store is unreachable. */
export interface QuotaStore {
  readonly isConnected: boolean;
  onConnected(listener: () => void): void;
  /** Calls the listener with the reason, as far as it is known. */
  onLost(listener: (reason: string) => void): void;
  acquire(day: string, start: string, perDay: number): Promise<QuotaAnswer>;
  beat(day: string): Promise<QuotaView>;
  report(day: string, report: QuotaReport): Promise<QuotaView>;
  /** Makes the start count from this many milliseconds ago; negative: from later on. */
  move(day: string, start: string, ageMs: number): Promise<void>;
  /** Removes a start that was not used. */
  release(day: string, start: string): Promise<QuotaView>;
  hold(day: string, ms: number): Promise<void>;
  /** Sets the margin to its maximum, because Gong sent a 429. */
  widenMargin(day: string): Promise<void>;
  /** Gives up the share of this instance. */
  leave(): Promise<void>;
}

export interface RedisQuotaStoreOptions extends WindowOptions {
  /** A separate connection, because long responses would delay slots. See `connectToRedis`. */
  readonly redis: Redis;
  /** Opaque name of the company, equal in all its instances. */
  readonly tenant: string;
  /** Unique name of this instance. */
  readonly replica: string;
  readonly clock: Clock;
}

/** The quota in Redis. Each method is one script, so that it is atomic. */
export class RedisQuotaStore implements QuotaStore {
  private readonly prefix: string;
  private readonly limit: number;
  private readonly lengthUs: number;
  private readonly maxExtraUs: number;
  private lastError = 'closed';

  constructor(private readonly options: RedisQuotaStoreOptions) {
    this.prefix = `${prefixOf(options.tenant)}quota:`;
    const { limit, lengthMs } = windowOf(options);
    this.limit = limit;
    this.lengthUs = Math.ceil(lengthMs * 1000);
    this.maxExtraUs = maxExtraMargin(options.marginMs) * 1000;
    options.redis.on('error', (error) => {
      this.lastError = reasonOf(error);
    });
  }

  get isConnected(): boolean {
    return this.options.redis.status === 'ready';
  }

  onConnected(listener: () => void): void {
    this.options.redis.on('ready', listener);
  }

  onLost(listener: (reason: string) => void): void {
    this.options.redis.on('close', () => {
      listener(this.lastError);
    });
  }

  async acquire(day: string, start: string, perDay: number): Promise<QuotaAnswer> {
    const reply = await this.run('acquireStart', day, [start, this.limit, perDay, this.maxExtraUs]);
    const [verdict, waitUs] = reply as [QuotaAnswer['verdict'], number];
    return { ...viewOf(reply), verdict, waitMs: waitUs / 1000 };
  }

  async beat(day: string): Promise<QuotaView> {
    return viewOf(await this.run('reportAlive', day, []));
  }

  async report(day: string, report: QuotaReport): Promise<QuotaView> {
    const { seen, holdMs, marginDecayMs, starts, batches } = report;
    const reply = await this.run('reportOutage', day, [
      seen.usedToday,
      seen.memory,
      Math.ceil(holdMs),
      Math.ceil(marginDecayMs),
      starts.length,
      ...starts.flatMap(({ id, ageMs }) => [id, Math.floor(ageMs * 1000)]),
      ...batches.flatMap(({ id, count }) => [id, count]),
    ]);
    return viewOf(reply);
  }

  async move(day: string, start: string, ageMs: number): Promise<void> {
    await this.run('moveStart', day, [start, Math.floor(ageMs * 1000)]);
  }

  async release(day: string, start: string): Promise<QuotaView> {
    return viewOf(await this.run('releaseStart', day, [start]));
  }

  async hold(day: string, ms: number): Promise<void> {
    // Redis counts whole milliseconds from the beginning of the current one.
    await this.run('holdStarts', day, [Math.ceil(ms) + 1]);
  }

  async widenMargin(day: string): Promise<void> {
    await this.run('widenMargin', day, []);
  }

  async leave(): Promise<void> {
    await this.answer(this.options.redis.zrem(`${this.prefix}replicas`, this.options.replica));
  }

  private run(script: keyof typeof quotaScripts, day: string, args: readonly (string | number)[]) {
    const { redis, replica } = this.options;
    const keys = ['hold', `day:${day}`, 'window', 'replicas', 'margin'];
    return this.answer(
      redis[script](...keys.map((key) => this.prefix + key), replica, this.lengthUs, ...args),
    );
  }

  private async answer<T>(reply: Promise<T>): Promise<T> {
    try {
      return await withinTime(this.options.clock, ANSWER_TIMEOUT_MS, reply);
    } catch (error) {
      // A late response has no use, so the connection is replaced.
      if (error instanceof RedisTimeoutError && this.isConnected) {
        this.lastError = error.code;
        this.options.redis.disconnect(true);
      }
      throw error;
    }
  }
}

function viewOf(reply: unknown): QuotaView {
  const [, , usedToday, memory, holdMs, redisTimeUs, replicas, marginDecayMs] = reply as [
    string,
    number,
    number,
    string,
    number,
    number,
    string[],
    number,
  ];
  const redisTime = redisTimeUs / 1000;
  return { usedToday, memory, holdMs, marginDecayMs, redisTime, replicas };
}
