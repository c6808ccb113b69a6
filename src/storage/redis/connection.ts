import { Redis } from 'ioredis';
import { SECOND_MS, type Clock } from '../../lib/clock.js';
import { luaScripts } from './luaScripts.js';

/** Longest wait between two attempts to come back to Redis. */
const RECONNECT_DELAY_MS = SECOND_MS;

/**
 * So long after one gateway came back to Redis, all that were cut off have: they try as often, and need a
 * connection and an answer.
 */
export const MAX_RECONNECT_MS = RECONNECT_DELAY_MS + 1.5 * SECOND_MS;

/**
 * A connection that fails at once where Redis is away, and comes back by itself. Nothing is kept for later:
 * a request for a slot that is answered seconds after it was made has taken one that nobody uses.
 *
 * @param url `redis://` or `rediss://`; may hold credentials.
 */
export function connectToRedis(url: string): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    // Whoever subscribes does so again by itself: it has to look what it missed, too.
    autoResubscribe: false,
    maxRetriesPerRequest: 0,
    connectTimeout: SECOND_MS,
    disconnectTimeout: SECOND_MS / 5,
    // Commands that stay without an answer for so long have met a dead connection.
    socketTimeout: 2 * SECOND_MS,
    scripts: luaScripts,
    retryStrategy: (times) => Math.min(50 * 2 ** Math.min(times, 10), RECONNECT_DELAY_MS),
  });
  // Failures are told by the commands that they hit. Without a listener, the library would print them,
  // and what it prints may hold more than a log should.
  redis.on('error', () => undefined);
  return redis;
}

/**
 * What to say of a failure in a log: a code such as `ECONNREFUSED` or `WRONGPASS`. Never the message: it
 * may repeat an address, a command or what it carried.
 */
export function reasonOf(error: unknown): string {
  const { code, name, message } = (error ?? {}) as Partial<Record<string, unknown>>;
  if (typeof code === 'string') return code;
  // An error of Redis itself begins with its code.
  const own = typeof message === 'string' ? /^[A-Z]{3,}(?= )/.exec(message)?.[0] : undefined;
  return own ?? (typeof name === 'string' ? name : 'unknown');
}

/** Redis didn't answer in time. */
export class RedisTimeoutError extends Error {
  readonly code = 'ETIMEDOUT';

  constructor() {
    super('Redis did not respond in time.');
    this.name = 'RedisTimeoutError';
  }
}

/** So many turns of this process an answer has at least, however long each of them takes. */
const TICKS_TO_ANSWER = 10;

/**
 * The answer, unless it takes longer than that. Time in which this process itself was busy hardly counts: what
 * asks more than once takes a turn for each, and Redis isn't away for our being slow.
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
        // After a long turn of this process, timers run before what lies on the socket is read: have it
        // read first.
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

/** Longer than this, doing without is better. */
const ANSWER_TIMEOUT_MS = SECOND_MS;

/** Redis' answer; undefined where none came. */
export async function answerOf<T>(
  redis: Redis,
  clock: Clock,
  answer: Promise<T>,
): Promise<T | undefined> {
  try {
    return await withinTime(clock, ANSWER_TIMEOUT_MS, answer);
  } catch (error) {
    // The next one would wait as long: begin anew.
    if (error instanceof RedisTimeoutError && redis.status === 'ready') redis.disconnect(true);
    return undefined;
  }
}
