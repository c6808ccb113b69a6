import type { Redis } from 'ioredis';
import { SECOND_MS, type Clock } from '../../lib/clock.js';
import { maxExtraMargin } from '../../gong/scheduling/adaptiveMargin.js';
import type { RefusalReason } from '../../gong/scheduling/requestQuota.js';
import { windowOf, type WindowOptions } from '../../gong/scheduling/slidingWindow.js';
import { reasonOf, RedisTimeoutError, withinTime } from './connection.js';
import { prefixOf } from './keys.js';
import type { quotaScripts } from './quotaScripts.js';

/** A healthy Redis answers in under a millisecond; a request may not wait longer than this for one that isn't. */
const ANSWER_TIMEOUT_MS = SECOND_MS / 2;

/** What all gateways of a company know together, at one moment. */
export interface QuotaView {
  readonly usedToday: number;
  /** Which count that is: another one where Redis lost it and began anew. */
  readonly memory: string;
  /** How long Gong's hold lasts yet; 0 where there is none. */
  readonly holdMs: number;
  /** Milliseconds until the margin is the configured one again; 0 when it is. */
  readonly marginDecayMs: number;
  /** Redis's clock, in milliseconds with fractions. */
  readonly redisTime: number;
  /** Gateways heard of lately, this one included. */
  readonly replicas: readonly string[];
}

export interface QuotaAnswer extends QuotaView {
  readonly verdict: 'granted' | RefusalReason;
  /** When refused for the rate: until there is room. */
  readonly waitMs: number;
}

/** What a gateway did on its own. */
export interface QuotaReport {
  /** The day's count as Redis last told it, and which one it was. */
  readonly seen: Pick<QuotaView, 'usedToday' | 'memory'>;
  /** Rest of a hold, 0 where there is none. */
  readonly holdMs: number;
  /** Rest of a widened margin, 0 where it isn't. */
  readonly marginDecayMs: number;
  /** Own starts that are still in the window, by their age in milliseconds; negative where they count from later on. */
  readonly starts: readonly { readonly id: string; readonly ageMs: number }[];
  /** Parts of the day's count that Redis may not have heard of; each counts once. */
  readonly batches: readonly { readonly id: string; readonly count: number }[];
}

/** Where the gateways of a company keep their quota together. Everything rejects where it can't be reached. */
export interface QuotaStore {
  readonly isConnected: boolean;
  onConnected(listener: () => void): void;
  /** Told why, as far as it is known. */
  onLost(listener: (reason: string) => void): void;
  acquire(day: string, start: string, perDay: number): Promise<QuotaAnswer>;
  beat(day: string): Promise<QuotaView>;
  report(day: string, report: QuotaReport): Promise<QuotaView>;
  /** The start counts from so many milliseconds ago; negative: from later on. */
  move(day: string, start: string, ageMs: number): Promise<void>;
  /** The start never was. */
  release(day: string, start: string): Promise<QuotaView>;
  hold(day: string, ms: number): Promise<void>;
  /** Gong answered 429: the margin is at its widest. */
  widenMargin(day: string): Promise<void>;
  /** This gateway takes no share any more. */
  leave(): Promise<void>;
}

export interface RedisQuotaStoreOptions extends WindowOptions {
  /** A connection of its own, see `connectToRedis`: behind long answers, slots would be late. */
  readonly redis: Redis;
  /** Which company: opaque, equal at all its gateways. */
  readonly tenant: string;
  /** Which gateway: unique. */
  readonly replica: string;
  readonly clock: Clock;
}

/** The table as it lies in Redis. Every question is one script, so that nothing comes between. */
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
      // What it may still answer is of no use any more: begin anew.
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
