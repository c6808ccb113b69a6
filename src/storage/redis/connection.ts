import { Redis } from 'ioredis';
import { SECOND_MS, type Clock } from '../../lib/clock.js';
import { luaScripts } from './luaScripts.js';

/** Longest wait between two attempts to reconnect. */
const RECONNECT_DELAY_MS = SECOND_MS;

/**
 * This long after one instance reconnected, all others have too: they retry at the same interval, and need time to
 * connect and to get a response.
 */
export const MAX_RECONNECT_MS = RECONNECT_DELAY_MS + 1.5 * SECOND_MS;

/**
 * Connects to Redis. While Redis is unreachable, commands fail at once, and the connection is restored automatically.
 * Commands are not queued, because a queued request for a slot would take one that is no longer used.
 *
 * @param url `redis://` or `rediss://`; may contain credentials.
 */
export function connectToRedis(url: string): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    // The subscriber subscribes again itself, because it must also look up the events that it missed.
    autoResubscribe: false,
    maxRetriesPerRequest: 0,
    connectTimeout: SECOND_MS,
    disconnectTimeout: SECOND_MS / 5,
    // When commands get no response for this long, the connection is dead.
    socketTimeout: 2 * SECOND_MS,
    scripts: luaScripts,
    retryStrategy: (times) => Math.min(50 * 2 ** Math.min(times, 10), RECONNECT_DELAY_MS),
  });
  // Each failed command reports its failure. Without a listener, the library would print errors that may contain
  // secrets.
  redis.on('error', () => undefined);
  return redis;
}

/**
 * Returns the part of a failure that may be logged: a code such as `ECONNREFUSED` or `WRONGPASS`. The message may
 * repeat an address, a command, or its data.
 */
export function reasonOf(error: unknown): string {
  const { code, name, message } = (error ?? {}) as Partial<Record<string, unknown>>;
  if (typeof code === 'string') return code;
  // An error of Redis begins with its code.
  const own = typeof message === 'string' ? /^[A-Z]{3,}(?= )/.exec(message)?.[0] : undefined;
  return own ?? (typeof name === 'string' ? name : 'unknown');
}

/** Redis did not respond in time. */
export class RedisTimeoutError extends Error {
  readonly code = 'ETIMEDOUT';

  constructor() {
    super('Redis did not respond in time.');
    this.name = 'RedisTimeoutError';
  }
}

/** A response has at least this many event loop turns, however long each takes. */
const TICKS_TO_ANSWER = 10;

/**
 * Returns the reply unless it takes longer than the limit. Time in which this process was busy is mostly excluded:
 * the limit is checked in several steps, each in a separate event loop turn. A slow process must not make Redis look
 * unreachable.
 */
export function withinTime<T>(clock: Clock, limitMs: number, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    let turns = TICKS_TO_ANSWER;
    let cancel: () => void;
    const wait = (): void => {
      cancel = clock.after(limitMs / TICKS_TO_ANSWER, () => {
        turns -= 1;
        if (turns > 0) {
          wait();
          return;
        }
        // After a long event loop turn, timers run before the socket is read. The check waits until the socket is
        // read.
        setImmediate(() => {
          reject(new RedisTimeoutError());
        });
      });
    };
    wait();
    answer.then(resolve, reject).finally(() => {
      cancel();
    });
  });
}

/** After this time, the gateway continues without Redis. */
const ANSWER_TIMEOUT_MS = SECOND_MS;

/** Returns the response of Redis; undefined when there is none. */
export async function answerOf<T>(
  redis: Redis,
  clock: Clock,
  answer: Promise<T>,
): Promise<T | undefined> {
  try {
    return await withinTime(clock, ANSWER_TIMEOUT_MS, answer);
  } catch (error) {
    // The next command would also wait this long, so the connection is replaced.
    if (error instanceof RedisTimeoutError && redis.status === 'ready') redis.disconnect(true);
    return undefined;
  }
}
