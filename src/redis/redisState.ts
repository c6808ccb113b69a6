import type { Redis } from 'ioredis';
import { SECOND_MS, type Clock } from '../gong/clock.js';
import type { Sealer } from '../sealing/sealer.js';
import { MemoryState } from '../state/memoryState.js';
import type { StateStore } from '../state/stateStore.js';
import { withinTime } from './connection.js';
import { prefixOf } from './keys.js';

const ANSWER_TIMEOUT_MS = SECOND_MS;

export interface RedisStateOptions {
  readonly redis: Redis;
  /** Which company: opaque, equal at all its gateways. */
  readonly tenant: string;
  readonly sealer: Sealer;
  readonly clock: Clock;
}

/**
 * State that all gateways of a company see. While Redis is away, each has what it set itself: it is kept in
 * memory too. What is to be added by one alone has to wait.
 */
export class RedisState implements StateStore {
  private readonly own: MemoryState;

  constructor(private readonly options: RedisStateOptions) {
    this.own = new MemoryState(options.clock);
  }

  async get(name: string): Promise<unknown> {
    const key = this.keyOf(name);
    const sealed = await this.attempt((redis) => redis.getBuffer(key));
    if (sealed === undefined) return this.own.get(name);
    return sealed === null ? undefined : this.options.sealer.open(sealed, key);
  }

  async set(name: string, value: unknown, forMs: number): Promise<void> {
    await this.own.set(name, value, forMs);
    const key = this.keyOf(name);
    const sealed = this.options.sealer.seal(value, key);
    await this.attempt((redis) => redis.set(key, sealed, 'PX', Math.ceil(forMs)));
  }

  async add(name: string, value: unknown, forMs: number): Promise<boolean | null> {
    const key = this.keyOf(name);
    const sealed = this.options.sealer.seal(value, key);
    const answer = await this.attempt((redis) =>
      redis.set(key, sealed, 'PX', Math.ceil(forMs), 'NX'),
    );
    return answer === undefined ? null : answer === 'OK';
  }

  async delete(name: string): Promise<void> {
    await this.own.delete(name);
    await this.attempt((redis) => redis.unlink(this.keyOf(name)));
  }

  /** Redis' answer; undefined where none came. */
  private async attempt<T>(ask: (redis: Redis) => Promise<T>): Promise<T | undefined> {
    const { redis, clock } = this.options;
    try {
      return await withinTime(clock, ANSWER_TIMEOUT_MS, ask(redis));
    } catch {
      return undefined;
    }
  }

  private keyOf(name: string): string {
    return `${prefixOf(this.options.tenant)}state:${this.options.sealer.name(name)}`;
  }
}
