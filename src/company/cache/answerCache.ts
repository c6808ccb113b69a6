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

/** What this process keeps, of all companies: bounded by bytes, the least recently used going first. */
export type AnswerMemory = LRUCache<string, CacheEntry>;

/** @param maxBytes most that is kept, as the length of the answers' JSON. */
export function createAnswerMemory(maxBytes: number): AnswerMemory {
  return new LRUCache({
    maxSize: maxBytes,
    // The library takes whole numbers only.
    sizeCalculation: ({ bytes }, key) => Math.ceil(bytes) + key.length,
  });
}

export interface AnswerCacheOptions {
  readonly memory: AnswerMemory;
  /** Whose answers they are: opaque. What another company keeps in the same memory isn't found. */
  readonly company: string;
  /** False: nothing is kept and nothing is found. */
  readonly isOn: boolean;
  /** Where other gateways of the company keep theirs; null where there are none. */
  readonly shared: SharedStore | null;
  readonly clock: Clock;
}

/** A place in the cache's history: what was read before a write must not be kept after it. */
export type Generation = number;

/**
 * What was read of one Gong company and may serve again: in memory, and, where there is one, in a store that other
 * gateways of the company see too.
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

  /** What this process keeps, be it stale. */
  find(key: CacheKey): CacheEntry | undefined {
    if (!this.isOn || this.isClosed) return undefined;
    const entry = this.entries.get(this.nameOf(key));
    return entry !== undefined && entry.staleUntil > this.clock.now() ? entry : undefined;
  }

  isFresh({ freshUntil }: CacheEntry): boolean {
    return freshUntil > this.clock.now();
  }

  /** Looks where other gateways keep theirs; what is found there is kept here too. */
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

  /** Grows whenever anything that was read is invalidated. */
  get version(): number {
    return this.invalidations;
  }

  /** To be taken when a read begins, and handed to `put` with what it brought. */
  generation(group: CacheGroup): Generation {
    return this.generations.get(group) ?? 0;
  }

  /**
   * Keeps what was read, unless its group was dropped meanwhile. Settles when other gateways see it too.
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

  /** What was kept turned out to be of no use any more. */
  async forget(keys: readonly CacheKey[]): Promise<void> {
    this.invalidations += 1;
    for (const key of keys) this.entries.delete(this.nameOf(key));
    await this.shared?.forget(keys);
  }

  /** A write touched these: nobody sees what was read of them before. */
  async drop(groups: readonly CacheGroup[]): Promise<void> {
    this.forgetGroups(groups);
    await this.shared?.drop(groups);
    // What was read while the others were being told is of before the write too.
    this.forgetGroups(groups);
  }

  /** Nothing is kept from now on, and nothing is found: what still comes in is of no use. */
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
