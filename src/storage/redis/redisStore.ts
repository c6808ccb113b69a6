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

/** Longer than this, asking Gong is quicker. */
const ANSWER_TIMEOUT_MS = SECOND_MS;
/** How often claims are renewed and what may have been missed is looked up. */
const TICK_MS = SECOND_MS;
/** Redis serves nobody else while it answers one command. */
const KEYS_AT_A_TIME = 100;

export interface RedisStoreOptions {
  /** Not the quota's connection: behind long answers, slots would be late. See `connectToRedis`. */
  readonly redis: Redis;
  /** A further connection, to listen on. */
  readonly subscriber: Redis;
  /** Which company: opaque, equal at all its gateways. */
  readonly tenant: string;
  /** Seals what lies in Redis; equal at all gateways. */
  readonly secret: string;
  /** Which gateway: unique. */
  readonly replica: string;
  readonly clock: Clock;
  /** Names drops as no other gateway does. */
  readonly createId: () => string;
}

/** A drop that Redis knows of. */
interface SentInvalidation {
  /** Settles when the gateways that run know, too. */
  readonly acknowledged: Promise<void>;
}

/**
 * Answers and reads under way, shared through Redis. What lies there is sealed, says nothing by its key, and
 * expires. Entries are found by their group's generation, which every `get` reads along with them, so that
 * after a drop nobody finds older ones, connected or not at that moment.
 */
export class RedisStore implements SharedStore {
  private readonly redis: Redis;
  private readonly sealer: Sealer;
  private readonly leases: ReadLeases;
  private readonly generations = new KnownGenerations();
  /** Dropped here while Redis was away: it must hear of it before anything is read there again. */
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
    // In this turn: what was read before a drop of which this gateway hears in the next one belongs to before.
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
      // They must not turn up again when Redis does.
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

  /** Ends the claims of this gateway; the connections are whose they are. */
  close(): void {
    this.isClosed = true;
    // What is still being read isn't stored any more, either.
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
    // Redis lost its memory, or was set back to an older one: it must not count anew.
    const lost = [...this.generations.all].filter(([group, each]) => each > (told.get(group) ?? 0));
    if (lost.length > 0) {
      await this.answer(restoreGenerations(this.redis, tenant, new Map(lost)));
    }
  }

  /** Tells Redis of all that was dropped here; resolves when nobody finds it there any more. */
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
        // A drop of its own may have come along with another's, so others' are always told.
        if (event.from !== this.options.replica) {
          this.generations.advance(event.generations);
          this.generations.tell([...event.generations.keys()]);
        }
        void this.attempt(() => this.confirm(event.drop));
      }
    }
  }

  /** On the connection that entries are stored by: what was stored before is there before this. */
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
      // A connection that only listens would not notice that nobody speaks any more.
      this.options.subscriber.ping().catch(() => undefined);
      this.scheduleTick();
    });
  }

  private placeOf({ group, name }: CacheKey): string {
    const generation = this.generations.of(group);
    return `${cachePrefixOf(this.options.tenant)}${group}:${generation}:${this.sealer.name(group, name)}`;
  }

  /** What fails here is of no use to whoever asked. */
  private async attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch {
      // Nothing was there, and nothing is forbidden.
    }
  }

  private async answer<T>(reply: Promise<T>): Promise<T> {
    try {
      return await withinTime(this.options.clock, ANSWER_TIMEOUT_MS, reply);
    } catch (error) {
      // The next one would wait as long: begin anew.
      if (error instanceof RedisTimeoutError && this.redis.status === 'ready') {
        this.redis.disconnect(true);
      }
      throw error;
    }
  }
}
