import type { Redis } from 'ioredis';
import type { Clock } from '../../lib/clock.js';
import type { Sealer } from '../../lib/sealer.js';
import { MemoryState } from '../../lib/memoryState.js';
import type { StateStore } from '../../lib/stateStore.js';
import { answerOf } from './connection.js';
import { statePrefixOf } from './keys.js';

interface PendingEntry {
  readonly sealed: Buffer;
  /** When the entry expires, in milliseconds since the epoch. */
  readonly until: number;
}

export interface RedisStateOptions {
  readonly redis: Redis;
  /** Opaque name of the company, equal in all its instances. */
  readonly tenant: string;
  readonly sealer: Sealer;
  readonly clock: Clock;
}

/**
 * State that all instances of a company share. Each instance also keeps its own entries in memory, for the time while
 * Redis is unreachable. Adding an entry that only one instance may add fails until Redis is reachable again.
 */
export class RedisState implements StateStore {
  private readonly own: MemoryState;
  /** The entries that this instance added, by key. */
  private readonly added: MemoryState;
  /** Entries to delete that may still exist, because Redis did not respond. */
  private readonly leftOver = new Map<string, PendingEntry>();

  constructor(private readonly options: RedisStateOptions) {
    this.own = new MemoryState(options.clock);
    this.added = new MemoryState(options.clock);
    options.redis.on('ready', this.onReady);
  }

  /** Stops deleting. The connection belongs to the caller. */
  close(): void {
    this.options.redis.off('ready', this.onReady);
  }

  private readonly onReady = (): void => {
    void this.clearLeftOver();
  };

  async get(name: string): Promise<unknown> {
    const keys = this.keysOf(name);
    const answers = await this.attempt((redis) => redis.mgetBuffer(...keys));
    if (answers === undefined) return this.own.get(name);
    const found = answers.findIndex((sealed) => sealed !== null);
    return found < 0
      ? undefined
      : this.options.sealer.open(answers[found] as Buffer, keys[found] ?? '');
  }

  async set(name: string, value: unknown, forMs: number): Promise<void> {
    await this.own.set(name, value, forMs);
    const [key, ...others] = this.keysOf(name);
    const sealed = this.options.sealer.seal(value, key);
    await this.attempt((redis) => redis.set(key, sealed, 'PX', Math.ceil(forMs)));
    if (others.length > 0) await this.attempt((redis) => redis.unlink(...others));
  }

  async add(name: string, value: unknown, forMs: number): Promise<boolean | null> {
    const { sealer, clock } = this.options;
    const [key, ...others] = this.keysOf(name);
    const sealed = sealer.seal(value, key);
    const added: PendingEntry = { sealed, until: clock.now() + forMs };
    await this.clearLeftOver();
    const answer = await this.attempt(async (redis) => {
      const set = await redis.set(key, sealed, 'PX', Math.ceil(forMs), 'NX');
      if (set !== 'OK' || others.length === 0) return set;
      // Checked afterwards: of two instances with different first secrets, at most one may succeed.
      if ((await redis.exists(...others)) === 0) return set;
      await redis.deleteIfEqual(key, sealed);
      return null;
    });
    if (answer === 'OK') await this.added.set(key, added, forMs);
    // The entry may exist nevertheless, and would then block every instance.
    if (answer === undefined) this.leftOver.set(key, added);
    return answer === undefined ? null : answer === 'OK';
  }

  async delete(name: string): Promise<void> {
    const keys = this.keysOf(name);
    const [key] = keys;
    await this.own.delete(name);
    const answer = await this.attempt((redis) => redis.unlink(...keys));
    const added = (await this.added.get(key)) as PendingEntry | undefined;
    await this.added.delete(key);
    if (answer === undefined && added !== undefined) this.leftOver.set(key, added);
  }

  private async clearLeftOver(): Promise<void> {
    const { clock } = this.options;
    const clearing = [...this.leftOver].map(async ([key, added]) => {
      const isGone =
        added.until <= clock.now() ||
        (await this.attempt((redis) => redis.deleteIfEqual(key, added.sealed))) !== undefined;
      if (isGone && this.leftOver.get(key) === added) this.leftOver.delete(key);
    });
    await Promise.all(clearing);
  }

  /** Returns the response of Redis; undefined when there is none. */
  private attempt<T>(ask: (redis: Redis) => Promise<T>): Promise<T | undefined> {
    const { redis, clock } = this.options;
    return answerOf(redis, clock, ask(redis));
  }

  /** The keys by the name of each secret; first the current one. */
  private keysOf(name: string): readonly [string, ...string[]] {
    const { tenant, sealer } = this.options;
    const prefix = statePrefixOf(tenant);
    const [first, ...others] = sealer.names(name);
    return [`${prefix}${first}`, ...others.map((each) => `${prefix}${each}`)];
  }
}
