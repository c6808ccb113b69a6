import { LRUCache } from 'lru-cache';
import type { Clock } from '../../lib/clock.js';
import type { CacheTtl } from './ttl.js';
import {
  cacheGroups,
  type CacheEntry,
  type CacheGroup,
  type CacheKey,
  type SharedStore,
} from './sharedStore.js';

/**
 * The entries that this process caches for all companies. Their bytes are bounded; the least recently used entries
 * are evicted first.
 */
export type AnswerMemory = LRUCache<string, CacheEntry>;

/** @param maxBytes maximum of the cached entries, as the length of their JSON. */
export function createAnswerMemory(maxBytes: number): AnswerMemory {
  return new LRUCache({
    maxSize: maxBytes,
    // The library accepts whole numbers only.
    sizeCalculation: ({ bytes }, key) => Math.ceil(bytes) + key.length,
  });
}

export interface AnswerCacheOptions {
  readonly memory: AnswerMemory;
  /** Opaque name of the company. Entries of another company in the same memory are never found. */
  readonly company: string;
  /** When false, the cache stores nothing and finds nothing. */
  readonly isOn: boolean;
  /** The cache that the company's instances share; null when there is none. */
  readonly shared: SharedStore | null;
  readonly clock: Clock;
}

/** A point in the cache's history. A value that was read before a write must not be stored after it. */
export type Generation = number;

/**
 * Values that were read from one Gong company and can be reused. They are in memory, and also in the store that the
 * company's instances share, when there is one.
 */
export class AnswerCache {
  readonly shared: SharedStore | null;
  readonly isOn: boolean;
  private readonly clock: Clock;
  private readonly entries: AnswerMemory;
  private readonly prefix: string;
  private readonly generations = new Map<CacheGroup, Generation>();
  private isClosed = false;
  private invalidations = 0;

  constructor({ memory, company, isOn, shared, clock }: AnswerCacheOptions) {
    this.isOn = isOn;
    this.clock = clock;
    this.shared = isOn ? shared : null;
    this.entries = memory;
    this.prefix = `${company} `;
    shared?.onDrop((groups) => {
      this.forgetGroups(groups);
    });
    shared?.onEnd(() => {
      this.close();
    });
  }

  /** Returns the entry that this process holds, fresh or stale. */
  find(key: CacheKey): CacheEntry | undefined {
    if (!this.isOn || this.isClosed) return undefined;
    const entry = this.entries.get(this.nameOf(key));
    return entry !== undefined && entry.staleUntil > this.clock.now() ? entry : undefined;
  }

  isFresh({ freshUntil }: CacheEntry): boolean {
    return freshUntil > this.clock.now();
  }

  /** Reads the entries of other instances from the shared store, and keeps them in memory too. */
  async fetch(keys: readonly CacheKey[]): Promise<readonly (CacheEntry | null)[]> {
    if (this.shared === null || this.isClosed || keys.length === 0) return keys.map(() => null);
    const asOf = this.asOf(keys);
    const found = await this.shared.get(keys);
    for (const [index, entry] of found.entries()) {
      const key = keys[index];
      if (entry === null || key === undefined || !this.isCurrent(key, asOf)) continue;
      this.entries.set(this.nameOf(key), entry);
    }
    return found;
  }

  /** Increases whenever any entry is invalidated. */
  get version(): number {
    return this.invalidations;
  }

  /** Take it when a read begins, and pass it to `put` with the result. */
  generation(group: CacheGroup): Generation {
    return this.generations.get(group) ?? 0;
  }

  /**
   * Stores values, unless their group was invalidated since the read began. Settles when other instances can see
   * them.
   */
  async put(
    items: readonly {
      readonly key: CacheKey;
      readonly value: unknown;
      readonly bytes: number;
      readonly lifetime: CacheTtl;
    }[],
    asOf: Generation,
    { share }: { readonly share: boolean } = { share: true },
  ): Promise<void> {
    if (!this.isOn || this.isClosed) return;
    const now = this.clock.now();
    const kept = items
      .filter(({ key }) => this.generation(key.group) === asOf)
      .map(({ key, value, bytes, lifetime: { freshMs, staleMs } }) => ({
        key,
        entry: { value, bytes, freshUntil: now + freshMs, staleUntil: now + staleMs },
      }));
    for (const { key, entry } of kept) this.entries.set(this.nameOf(key), entry);
    if (share && this.shared !== null && kept.length > 0) await this.shared.set(kept);
  }

  /** Deletes entries that turned out to be unusable. */
  async forget(keys: readonly CacheKey[]): Promise<void> {
    this.invalidations += 1;
    for (const key of keys) this.entries.delete(this.nameOf(key));
    await this.shared?.forget(keys);
  }

  /** Invalidates the groups that a write affects. No reader sees an older value of them afterward. */
  async drop(groups: readonly CacheGroup[]): Promise<void> {
    this.forgetGroups(groups);
    await this.shared?.drop(groups);
    // A value that was read while the other instances were being notified is also older than the write.
    this.forgetGroups(groups);
  }

  /** Stops the cache: it neither stores nor finds anything from now on. */
  close(): void {
    this.isClosed = true;
    this.forgetGroups(cacheGroups);
  }

  private forgetGroups(groups: readonly CacheGroup[]): void {
    this.invalidations += 1;
    for (const group of groups) this.generations.set(group, this.generation(group) + 1);
    const dropped = groups.map((group) => `${this.prefix}${group} `);
    for (const name of [...this.entries.keys()]) {
      if (dropped.some((prefix) => name.startsWith(prefix))) this.entries.delete(name);
    }
  }

  private asOf(keys: readonly CacheKey[]): ReadonlyMap<CacheGroup, Generation> {
    return new Map(keys.map(({ group }) => [group, this.generation(group)]));
  }

  private isCurrent({ group }: CacheKey, asOf: ReadonlyMap<CacheGroup, Generation>): boolean {
    return asOf.get(group) === this.generation(group);
  }

  private nameOf({ group, name }: CacheKey): string {
    return `${this.prefix}${group} ${name}`;
  }
}
