import { AsyncLocalStorage } from 'node:async_hooks';
import { LRUCache } from 'lru-cache';
import type { DocumentStore } from '../../lib/documentStore.js';
import { sha256 } from '../../lib/sha256.js';

/** The cache in which Apollo stores documents that clients name by hash. */
export interface KeyValueCache {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
  delete(key: string): Promise<boolean>;
}

/** Maximum length of all stored texts. The least recently used are evicted first. */
export const MAX_CHARACTERS = 8 * 1024 * 1024;
/** Longer documents are not stored, so clients must send them each time. */
export const MAX_CHARACTERS_PER_DOCUMENT = 64 * 1024;

/**
 * The documents of automatic persisted queries, in memory and in the store that instances share. Each tenant has its
 * own: a hash that another tenant registered is unknown.
 */
export class DocumentCache implements KeyValueCache {
  private readonly own = new LRUCache<string, string>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (text) => text.length,
  });

  /** Apollo passes only the hash to a cache. */
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
    // Other writers of the store must not decide what runs here.
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

/** Apollo adds a prefix to the hash, which may be any text of a client. */
function hashOf(key: string): string | null {
  return /^apq:([0-9a-f]{64})$/.exec(key)?.[1] ?? null;
}
