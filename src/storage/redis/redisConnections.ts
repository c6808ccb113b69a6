import type { Redis } from 'ioredis';
import { SECOND_MS, type Clock } from '../../lib/clock.js';
import { reasonOf, withinTime } from './connection.js';
import type { Sealer } from '../../lib/sealer.js';
import {
  isSameState,
  type Connection,
  type OAuthConnection,
} from '../../tenants/connections/connection.js';
import {
  LOCK_MS,
  StoreUnavailableError,
  type ConnectionStore,
  type Lock,
  type StoredConnections,
} from '../../tenants/connections/connectionStore.js';

/** Longer than other timeouts, because without the connection a company cannot be served. */
const ANSWER_TIMEOUT_MS = 2 * SECOND_MS;

/** One hash holds all connections and never expires, so that a memory policy that evicts expiring keys keeps it. */
const CONNECTIONS_KEY = 'gong-gateway:connections';
const LOCK_PREFIX = 'gong-gateway:connecting:';

export interface RedisStoreOptions {
  readonly redis: Redis;
  readonly sealer: Sealer;
  readonly clock: Clock;
  /** Makes names of locks that no other instance uses. */
  readonly createId: () => string;
}

/** Stores connections for all instances on one Redis. Names and contents are sealed. */
export class RedisConnectionStore implements ConnectionStore {
  constructor(private readonly options: RedisStoreOptions) {}

  async get(tenant: string): Promise<Connection | null> {
    const name = this.nameOf(tenant);
    return this.open(name, await this.ask((redis) => redis.hgetBuffer(CONNECTIONS_KEY, name)));
  }

  async put(connection: Connection): Promise<void> {
    const name = this.nameOf(connection.tenant);
    const sealed = this.options.sealer.seal(connection, name);
    await this.ask((redis) => redis.hset(CONNECTIONS_KEY, name, sealed));
  }

  async replace(expected: OAuthConnection, next: OAuthConnection): Promise<boolean> {
    const name = this.nameOf(expected.tenant);
    const stored = await this.ask((redis) => redis.hgetBuffer(CONNECTIONS_KEY, name));
    if (stored === null || !isSameState(this.open(name, stored), expected)) return false;
    const sealed = this.options.sealer.seal(next, name);
    return (
      (await this.ask((redis) => redis.replaceIfEqual(CONNECTIONS_KEY, name, stored, sealed))) === 1
    );
  }

  async delete(tenant: string): Promise<boolean> {
    return (await this.ask((redis) => redis.hdel(CONNECTIONS_KEY, this.nameOf(tenant)))) > 0;
  }

  async list(): Promise<StoredConnections> {
    const all = await this.ask((redis) => redis.hgetallBuffer(CONNECTIONS_KEY));
    const found = Object.entries(all).map(([name, sealed]) => this.open(name, sealed));
    const connections = found.filter((connection) => connection !== null);
    return { connections, unreadable: found.length - connections.length };
  }

  async lock(tenant: string): Promise<Lock | null> {
    const key = `${LOCK_PREFIX}${this.nameOf(tenant)}`;
    const mine = this.options.createId();
    const answer = await this.ask((redis) => redis.set(key, mine, 'PX', LOCK_MS, 'NX'));
    if (answer !== 'OK') return null;
    return {
      release: async () => {
        // When it cannot be deleted, the lock expires.
        await this.ask((redis) => redis.deleteIfEqual(key, mine)).catch(() => undefined);
      },
    };
  }

  private open(name: string, sealed: Buffer | null): Connection | null {
    if (sealed === null) return null;
    return (this.options.sealer.open(sealed, name) as Connection | undefined) ?? null;
  }

  private nameOf(tenant: string): string {
    return this.options.sealer.name(tenant);
  }

  private async ask<T>(question: (redis: Redis) => Promise<T>): Promise<T> {
    const { redis, clock } = this.options;
    try {
      const answer = whenConnected(redis).then(() => question(redis));
      return await withinTime(clock, ANSWER_TIMEOUT_MS, answer);
    } catch (error) {
      throw new StoreUnavailableError(`Redis cannot be read (${reasonOf(error)}).`);
    }
  }
}

/** At startup, the connection may not be established yet, which does not mean that Redis is unreachable. */
async function whenConnected(redis: Redis): Promise<void> {
  if (redis.status !== 'connecting' && redis.status !== 'connect') return;
  await new Promise<void>((resolve) => {
    const settle = (): void => {
      redis.off('ready', settle);
      redis.off('close', settle);
      resolve();
    };
    redis.on('ready', settle);
    redis.on('close', settle);
  });
}
