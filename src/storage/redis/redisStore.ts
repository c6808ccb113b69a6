import type { Redis } from 'ioredis';
import type {
  CacheEntry,
  CacheGroup,
  CacheKey,
  ReadLease,
  SharedStore,
} from '../../company/cache/sharedStore.js';
import { SECOND_MS, type Clock } from '../../lib/clock.js';
import { ReadLeases } from './readLeases.js';
import { RedisTimeoutError, withinTime } from './connection.js';
import {
  invalidateGroups,
  generationsKey,
  ACK_COUNT_TTL_MS,
  ackCountKey,
  restoreGenerations,
} from './invalidateGroups.js';
import { listen, toGenerations, type GatewayEvent } from './events.js';
import { KnownGenerations } from './generations.js';
import { cachePrefixOf, GENERATIONS_TTL_MS, MAX_ENTRY_TTL_MS } from './keys.js';
import { Sealer } from '../../lib/sealer.js';

/** After this time, a request to Gong is faster. */
const ANSWER_TIMEOUT_MS = SECOND_MS;
/** Interval at which leases are renewed and missed events are looked up. */
const TICK_MS = SECOND_MS;
/** Redis serves no other client while it processes one command. */
const KEYS_AT_A_TIME = 100;

export interface RedisStoreOptions {
  /** Not the connection of the quota, because long responses would delay slots. See `connectToRedis`. */
  readonly redis: Redis;
  /** Another connection, which is subscribed. */
  readonly subscriber: Redis;
  /** Opaque name of the company, equal in all its instances. */
  readonly tenant: string;
  /** Seals the data in Redis; equal in all instances. */
  readonly secret: string;
  /** Unique name of this instance. */
  readonly replica: string;
  readonly clock: Clock;
  /** Makes names of invalidations that no other instance uses. */
  readonly createId: () => string;
}

/** An invalidation that Redis has received. */
interface SentInvalidation {
  /** Settles when the running instances have acknowledged. */
  readonly acknowledged: Promise<void>;
}

/**
 * Shares cached values and read leases through Redis. The data is sealed and expires, and keys reveal nothing. Keys
 * contain the generation of their group, which every `get` also reads. So after an invalidation no instance finds
 * older entries, whether it was connected at that time or not.
 */
export class RedisStore implements SharedStore {
  private readonly redis: Redis;
  private readonly sealer: Sealer;
  private readonly leases: ReadLeases;
  private readonly generations = new KnownGenerations();
  /**
   * Groups that were invalidated while Redis was unreachable. Redis must receive them before anything is read from it
   * again.
   */
  private readonly unsentGroups = new Set<CacheGroup>();
  private readonly inFlight = new Set<Promise<SentInvalidation>>();
  private cancelTick: () => void = () => undefined;
  private readonly stopListening: () => void;
  private isClosed = false;
  private hasEnded = false;
  private readonly endListeners: (() => void)[] = [];

  constructor(private readonly options: RedisStoreOptions) {
    const { redis, subscriber, tenant, secret, clock } = options;
    this.redis = redis;
    this.sealer = new Sealer(secret, 'redis');
    this.leases = new ReadLeases({
      redis,
      tenant,
      sealer: this.sealer,
      clock,
      answer: (reply) => this.answer(reply),
    });
    const catchUp = (): void => void this.catchUp();
    const stopHearing = listen(subscriber, tenant, {
      onEvent: (event) => {
        this.handleEvent(event);
      },
      onListening: catchUp,
    });
    const wakeAll = (): void => {
      this.leases.wakeAll();
    };
    redis.on('ready', catchUp);
    redis.on('close', wakeAll);
    this.stopListening = () => {
      stopHearing();
      redis.off('ready', catchUp);
      redis.off('close', wakeAll);
    };
    this.scheduleTick();
  }

  async get(keys: readonly CacheKey[]): Promise<readonly (CacheEntry | null)[]> {
    if (keys.length === 0) return [];
    try {
      await this.sendInvalidations();
      const before = keys.map(({ group }) => this.generations.of(group));
      const [entries] = await Promise.all([this.read(keys), this.readGenerations()]);
      const outdated = keys.filter(
        ({ group }, index) => this.generations.of(group) !== before[index],
      );
      if (outdated.length === 0) return entries;
      const renewed = await this.read(outdated);
      let next = 0;
      return keys.map((key, index) =>
        key === outdated[next] ? (renewed[next++] ?? null) : (entries[index] ?? null),
      );
    } catch {
      return keys.map(() => null);
    }
  }

  async set(
    entries: readonly { readonly key: CacheKey; readonly entry: CacheEntry }[],
  ): Promise<void> {
    if (this.hasEnded) return;
    // The keys are computed in this event loop turn. A value that was read before an invalidation, of which this
    // instance learns in the next turn, keeps the older generation.
    const places = entries.map(({ key }) => this.placeOf(key));
    const now = this.options.clock.now();
    await this.attempt(async () => {
      const pipeline = this.redis.pipeline();
      for (const [index, { entry }] of entries.entries()) {
        const place = places[index];
        const keptMs = Math.min(Math.floor(entry.staleUntil - now), MAX_ENTRY_TTL_MS);
        if (place === undefined || !(keptMs > 0)) continue;
        const { value, freshUntil, staleUntil, bytes } = entry;
        const sealed = this.sealer.seal({ value, freshUntil, staleUntil, bytes }, place);
        pipeline.set(place, sealed, 'PX', keptMs);
      }
      if (pipeline.length === 0) return;
      pipeline.pexpire(generationsKey(this.options.tenant), GENERATIONS_TTL_MS);
      await this.answer(pipeline.exec());
    });
  }

  async forget(keys: readonly CacheKey[]): Promise<void> {
    if (keys.length === 0) return;
    try {
      await this.readGenerations();
      await this.answer(this.redis.unlink(keys.map((key) => this.placeOf(key))));
    } catch {
      // The entries must not reappear when Redis is reachable again.
      for (const { group } of keys) this.unsentGroups.add(group);
    }
  }

  async acquireLeases(
    leases: readonly ReadLease[],
  ): Promise<readonly ({ readonly selection: unknown } | null)[]> {
    try {
      return await this.leases.acquire(leases);
    } catch {
      return leases.map(() => null);
    }
  }

  releaseLeases(keys: readonly CacheKey[]): Promise<void> {
    return this.attempt(() => this.leases.release(keys));
  }

  waitForRelease(key: CacheKey, signal: AbortSignal): Promise<void> {
    return this.leases.waitForRelease(key, signal);
  }

  async drop(groups: readonly CacheGroup[]): Promise<void> {
    for (const group of groups) this.unsentGroups.add(group);
    await this.attempt(async () => {
      const sent = await this.sendInvalidations();
      await Promise.all(sent.map(({ acknowledged }) => acknowledged));
    });
  }

  onDrop(listener: (groups: readonly CacheGroup[]) => void): void {
    this.generations.onDrop(listener);
  }

  onEnd(listener: () => void): void {
    this.endListeners.push(listener);
  }

  /** Stops renewing the leases of this instance. The connections belong to the caller. */
  close(): void {
    this.isClosed = true;
    // Values that are still being read are not stored either.
    this.hasEnded = true;
    this.cancelTick();
    this.stopListening();
    this.leases.wakeAll();
  }

  private async read(keys: readonly CacheKey[]): Promise<(CacheEntry | null)[]> {
    const places = keys.map((key) => this.placeOf(key));
    const batches: Promise<(Buffer | null)[]>[] = [];
    for (let from = 0; from < places.length; from += KEYS_AT_A_TIME) {
      batches.push(this.redis.mgetBuffer(places.slice(from, from + KEYS_AT_A_TIME)));
    }
    const found = (await this.answer(Promise.all(batches))).flat();
    return found.map((sealed, index) => {
      if (sealed === null) return null;
      const entry = this.sealer.open(sealed, places[index] ?? '');
      return entry === undefined ? null : (entry as CacheEntry);
    });
  }

  private async readGenerations(): Promise<void> {
    const { tenant } = this.options;
    const told = toGenerations(await this.answer(this.redis.hgetall(generationsKey(tenant))));
    this.generations.learn(told);
    // Redis lost its data or was restored from a backup. It must not count from zero.
    const lost = [...this.generations.all].filter(([group, each]) => each > (told.get(group) ?? 0));
    if (lost.length > 0) {
      await this.answer(restoreGenerations(this.redis, tenant, new Map(lost)));
    }
  }

  /** Sends all invalidations of this instance to Redis. Resolves when no instance finds the older entries in Redis. */
  private sendInvalidations(): Promise<readonly SentInvalidation[]> {
    if (this.unsentGroups.size > 0) {
      const groups = [...this.unsentGroups];
      this.unsentGroups.clear();
      const sending: Promise<SentInvalidation> = this.send(groups).finally(() =>
        this.inFlight.delete(sending),
      );
      this.inFlight.add(sending);
    }
    return Promise.all(this.inFlight);
  }

  private async send(groups: readonly CacheGroup[]): Promise<SentInvalidation> {
    const { redis, tenant, replica, clock, createId } = this.options;
    const known = this.generations.all;
    const drop = { redis, tenant, groups, known, from: replica, name: createId(), clock };
    try {
      const { generations, acknowledged } = await this.answer(invalidateGroups(drop));
      this.generations.advance(generations);
      return { acknowledged };
    } catch (error) {
      for (const group of groups) this.unsentGroups.add(group);
      throw error;
    }
  }

  private handleEvent(event: GatewayEvent): void {
    switch (event.kind) {
      case 'ended':
        this.hasEnded = true;
        for (const listener of this.endListeners) listener();
        break;
      case 'landed':
        this.leases.wake(event.claims);
        break;
      case 'drop': {
        // Another instance's event may include an invalidation of this instance, so events of others are always
        // handled.
        if (event.from !== this.options.replica) {
          this.generations.advance(event.generations);
          this.generations.tell([...event.generations.keys()]);
        }
        void this.attempt(() => this.confirm(event.drop));
      }
    }
  }

  /** Uses the connection that stores entries, so that entries that were stored before arrive before this. */
  private async confirm(drop: string): Promise<void> {
    const key = ackCountKey(this.options.tenant, drop);
    await this.answer(this.redis.multi().incr(key).pexpire(key, ACK_COUNT_TTL_MS).exec());
  }

  private async catchUp(): Promise<void> {
    await this.attempt(async () => {
      await this.sendInvalidations();
      await this.readGenerations();
    });
  }

  private scheduleTick(): void {
    this.cancelTick = this.options.clock.after(TICK_MS, () => {
      if (this.isClosed) return;
      void this.leases.tick();
      void this.catchUp();
      // A connection that only listens would not notice a silent server.
      this.options.subscriber.ping().catch(() => undefined);
      this.scheduleTick();
    });
  }

  private placeOf({ group, name }: CacheKey): string {
    const generation = this.generations.of(group);
    return `${cachePrefixOf(this.options.tenant)}${group}:${generation}:${this.sealer.name(group, name)}`;
  }

  /** The caller cannot use this failure. */
  private async attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch {
      // There were no entries, and every read is allowed.
    }
  }

  private async answer<T>(reply: Promise<T>): Promise<T> {
    try {
      return await withinTime(this.options.clock, ANSWER_TIMEOUT_MS, reply);
    } catch (error) {
      // The next command would also wait this long, so the connection is replaced.
      if (error instanceof RedisTimeoutError && this.redis.status === 'ready') {
        this.redis.disconnect(true);
      }
      throw error;
    }
  }
}
