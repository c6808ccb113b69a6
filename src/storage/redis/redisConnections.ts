import type { Redis } from 'ioredis';
import { SECOND_MS, type Clock } from '../../lib/clock.js';
import { reasonOf, withinTime } from './connection.js';
import type { Resealed, Sealer } from '../../lib/sealer.js';
import {
  isSameState,
  latestOf,
  type Connection,
  type OAuthConnection,
} from '../../tenants/connections/connection.js';
import {
  LOCK_MS,
  listOf,
  lockAll,
  StoreUnavailableError,
  type Lock,
  type ResealableStore,
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

/** What is stored under a name. */
interface State {
  readonly name: string;
  readonly sealed: Buffer | null;
  readonly connection: Connection | null;
}

/** Stores connections for all instances on one Redis. Names and contents are sealed. */
export class RedisConnectionStore implements ResealableStore {
  constructor(private readonly options: RedisStoreOptions) {}

  async get(tenant: string): Promise<Connection | null> {
    return latestOf((await this.statesOf(tenant)).map(({ connection }) => connection));
  }

  async put(connection: Connection): Promise<void> {
    const [name, ...others] = this.namesOf(connection.tenant);
    const sealed = this.options.sealer.seal(connection, name);
    await this.ask(async (redis) => {
      if (others.length === 0) return redis.hset(CONNECTIONS_KEY, name, sealed);
      return redis
        .multi()
        .hset(CONNECTIONS_KEY, name, sealed)
        .hdel(CONNECTIONS_KEY, ...others)
        .exec();
    });
  }

  async replace(expected: OAuthConnection, next: OAuthConnection): Promise<boolean> {
    const states = await this.statesOf(expected.tenant);
    const latest = latestOf(states.map(({ connection }) => connection));
    const stored = states.find(({ connection }) => connection === latest);
    if (stored === undefined || !isSameState(latest, expected)) return false;
    return this.move(stored, states[0], next);
  }

  async delete(tenant: string): Promise<boolean> {
    const names = this.namesOf(tenant);
    return (await this.ask((redis) => redis.hdel(CONNECTIONS_KEY, ...names))) > 0;
  }

  async list(): Promise<StoredConnections> {
    const all = await this.ask((redis) => redis.hgetallBuffer(CONNECTIONS_KEY));
    const found = Object.entries(all).map(([name, sealed]) => this.open(name, sealed));
    return listOf(found);
  }

  async lock(tenant: string): Promise<Lock | null> {
    const mine = this.options.createId();
    // An instance with another first secret locks the same names, in the same order.
    return lockAll(this.namesOf(tenant), async (name) => {
      const key = `${LOCK_PREFIX}${name}`;
      const answer = await this.ask((redis) => redis.set(key, mine, 'PX', LOCK_MS, 'NX'));
      if (answer !== 'OK') return null;
      return {
        release: async () => {
          // When it cannot be deleted, the lock expires.
          await this.ask((redis) => redis.deleteIfEqual(key, mine)).catch(() => undefined);
        },
      };
    });
  }

  async reseal(): Promise<Resealed> {
    const all = await this.ask((redis) => redis.hgetallBuffer(CONNECTIONS_KEY));
    const counts = { resealed: 0, current: 0, busy: 0, unreadable: 0 };
    for (const [name, sealed] of Object.entries(all)) {
      const connection = this.open(name, sealed);
      if (connection === null) counts.unreadable += 1;
      else if (this.namesOf(connection.tenant)[0] === name) counts.current += 1;
      else if (await this.resealOne(connection.tenant, { name, sealed, connection })) {
        counts.resealed += 1;
      } else counts.busy += 1;
    }
    return counts;
  }

  /** Returns false when the connection has changed in the meantime. */
  private async resealOne(tenant: string, stored: State): Promise<boolean> {
    const [current] = await this.statesOf(tenant);
    const latest = latestOf([current.connection, stored.connection]);
    return latest !== null && this.move(stored, current, latest);
  }

  /** Replaces what two names hold with a state under the second name, unless either has changed. */
  private async move({ name, sealed }: State, to: State, next: Connection): Promise<boolean> {
    const bytes = this.options.sealer.seal(next, to.name);
    const expected = sealed ?? '';
    const moved = await this.ask((redis) =>
      redis.moveIfEqual(CONNECTIONS_KEY, name, expected, to.name, to.sealed ?? '', bytes),
    );
    return moved === 1;
  }

  /** What is stored under the name of each secret; first the current one. */
  private async statesOf(tenant: string): Promise<readonly [State, ...State[]]> {
    const names = this.namesOf(tenant);
    const found = await this.ask((redis) => redis.hmgetBuffer(CONNECTIONS_KEY, ...names));
    const [first, ...others] = names;
    const stateOf = (name: string, sealed: Buffer | null = null): State => ({
      name,
      sealed,
      connection: this.open(name, sealed),
    });
    return [
      stateOf(first, found[0]),
      ...others.map((name, index) => stateOf(name, found[index + 1])),
    ];
  }

  private open(name: string, sealed: Buffer | null): Connection | null {
    if (sealed === null) return null;
    return (this.options.sealer.open(sealed, name) as Connection | undefined) ?? null;
  }

  private namesOf(tenant: string): readonly [string, ...string[]] {
    return this.options.sealer.names(tenant);
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
