import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Logger } from '../../../src/lib/logger.js';
import { systemClock } from '../../../src/lib/clock.js';
import type { Grant, RequestQuota } from '../../../src/gong/scheduling/requestQuota.js';
import type { Priority } from '../../../src/gong/scheduling/waiter.js';
import { connectToRedis } from '../../../src/storage/redis/connection.js';
import { prefixOf } from '../../../src/storage/redis/keys.js';
import { RedisQuotaStore } from '../../../src/storage/redis/quotaStore.js';
import { RedisQuota } from '../../../src/storage/redis/redisQuota.js';
import { HANG_MS } from '../../support/hang.js';

/** Keeps the lines of a log. */
export class RecordingLogger implements Logger {
  readonly lines: { readonly level: string; readonly fields: object; readonly message: string }[] =
    [];

  debug(fields: object, message: string): void {
    this.lines.push({ level: 'debug', fields, message });
  }
  info(fields: object, message: string): void {
    this.lines.push({ level: 'info', fields, message });
  }
  warn(fields: object, message: string): void {
    this.lines.push({ level: 'warn', fields, message });
  }
  error(fields: object, message: string): void {
    this.lines.push({ level: 'error', fields, message });
  }

  get messages(): readonly string[] {
    return this.lines.map(({ level, message }) => `${level}: ${message}`);
  }
}

export interface Gateway {
  readonly quota: RedisQuota;
  readonly redis: Redis;
  readonly logger: RecordingLogger;
  close(): Promise<void>;
}

export interface GatewayOptions {
  readonly tenant?: string;
  readonly requestsPerSecond?: number;
  readonly requestsPerDay?: number;
  readonly marginMs?: number;
}

/** The quota of one gateway, on a connection of its own, in real time. */
export function createGatewayQuota(
  url: string,
  {
    tenant = 'tenant',
    requestsPerSecond = 3,
    requestsPerDay = 10_000,
    marginMs = 15,
  }: GatewayOptions,
): Gateway {
  const redis = connectToRedis(url);
  const logger = new RecordingLogger();
  const shared = { requestsPerSecond, marginMs, clock: systemClock, replica: randomUUID() };
  const quota = new RedisQuota({
    ...shared,
    table: new RedisQuotaStore({ ...shared, redis, tenant }),
    requestsPerDay,
    dayTimeZone: 'UTC',
    logger,
    createId: randomUUID,
  });
  return {
    quota,
    redis,
    logger,
    close: async () => {
      await quota.close();
      redis.disconnect();
    },
  };
}

/** Waits, with the process free to do other things, until something holds. */
export async function eventually(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = systemClock.monotonic() + HANG_MS;
  while (!(await holds())) {
    if (systemClock.monotonic() > deadline) throw new Error(`Never held: ${holds.toString()}`);
    await pass(5);
  }
}

/** Lets time pass. */
export function pass(ms: number): Promise<void> {
  return new Promise((resolve) => {
    systemClock.after(ms, resolve);
  });
}

/** The next grant, however long it takes. */
export async function granted(
  quota: RequestQuota,
  priority: Priority = 'interactive',
): Promise<Grant> {
  for (;;) {
    const verdict = await quota.acquire(priority);
    if (verdict.kind === 'granted') return verdict;
    await pass(Math.max(1, Math.ceil(verdict.until - systemClock.monotonic())));
  }
}

/** Starts so many requests, as fast as they are allowed. */
export async function keepMany(quota: RequestQuota, count: number): Promise<void> {
  for (let started = 0; started < count; started += 1) (await granted(quota)).keep();
}

/** Watches which starts of a company Redis notes, and at which milliseconds of its own clock. */
export async function watchStarts(url: string, tenant: string) {
  const redis = connectToRedis(url);
  await eventually(() => redis.status === 'ready');
  const monitor = await redis.monitor();
  const starts = new Map<string, number>();
  const windowKey = `${prefixOf(tenant)}quota:window`;
  monitor.on('monitor', (_time: string, [command, key, ...others]: readonly string[]) => {
    if (command?.toUpperCase() !== 'ZADD' || key !== windowKey) return;
    const [at, id = ''] = others.slice(-2);
    starts.set(id, Number(at) / 1000);
  });
  return {
    /** The newest; undefined before the first. */
    latest: () => [...starts.values()].at(-1),
    /** All of them, once there are so many. */
    of: async (count: number): Promise<readonly number[]> => {
      await eventually(() => starts.size >= count);
      return [...starts.values()];
    },
    close: () => {
      monitor.disconnect();
      redis.disconnect();
      return Promise.resolve();
    },
  };
}

/** Most starts in any window of the given length, wherever it is laid. */
export function mostWithin(windowMs: number, starts: readonly number[]): number {
  const sorted = [...starts].sort((a, b) => a - b);
  let most = 0;
  let first = 0;
  sorted.forEach((at, index) => {
    while (at - (sorted[first] ?? at) >= windowMs) first += 1;
    most = Math.max(most, index - first + 1);
  });
  return most;
}
