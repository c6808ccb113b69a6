import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { DocumentStore } from '../lib/documentStore.js';

/** What Apollo keeps documents in that clients name by their hash. */
export interface KeyValueCache {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
  delete(key: string): Promise<boolean>;
}

/** Most that is held here, as the length of the texts. The least recently used go first. */
export const MAX_CHARACTERS = 8 * 1024 * 1024;
/** Longer ones aren't kept: they are sent each time. */
export const MAX_CHARACTERS_PER_DOCUMENT = 64 * 1024;

/**
 * The documents of automatic persisted queries, here and, where there are others, at all gateways. Each tenant has its
 * own: a hash that another one registered is unknown.
 */
export class DocumentCache implements KeyValueCache {
  private readonly own = new LRUCache<string, string>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (text) => text.length,
  });

  /** Apollo hands a cache the hash and nothing else. */
  private readonly tenant = new AsyncLocalStorage<string>();

  constructor(private readonly shared: DocumentStore | null) {}

  /** Runs an operation of the tenant, which finds and registers that tenant's documents. */
  runFor<T>(tenant: string, operation: () => T): T {
    return this.tenant.run(tenant, operation);
  }

  async get(key: string): Promise<string | undefined> {
    const place = this.placeOf(key);
    if (place === null) return undefined;
    const own = this.own.get(place.key);
    if (own !== undefined) return own;
    const text = await this.shared?.get(place.tenant, place.hash);
    // Whoever can write there must not say what is run here.
    if (text === undefined || sha256(text) !== place.hash) return undefined;
    this.own.set(place.key, text);
    return text;
  }

  async set(key: string, text: string): Promise<void> {
    const place = this.placeOf(key);
    if (place === null || text.length > MAX_CHARACTERS_PER_DOCUMENT) return;
    this.own.set(place.key, text);
    await this.shared?.set(place.tenant, place.hash, text);
  }

  delete(key: string): Promise<boolean> {
    const place = this.placeOf(key);
    return Promise.resolve(place !== null && this.own.delete(place.key));
  }

  private placeOf(key: string): {
    readonly tenant: string;
    readonly hash: string;
    readonly key: string;
  } | null {
    const hash = hashOf(key);
    const tenant = this.tenant.getStore();
    if (hash === null || tenant === undefined) return null;
    return { tenant, hash, key: `${hash} ${tenant}` };
  }
}

/** Apollo puts a word of its own before the hash, which may be anything that a client sent. */
function hashOf(key: string): string | null {
  return /^apq:([0-9a-f]{64})$/.exec(key)?.[1] ?? null;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
