import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { DocumentStore } from '../state/documentStore.js';

/** What Apollo keeps documents in that clients name by their hash. */
export interface KeyValueCache {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string): Promise<void>;
  delete(key: string): Promise<boolean>;
}

/** Most that is held here, as the length of the texts. The least recently used go first. */
const MOST_CHARACTERS = 8 * 1024 * 1024;
/** Longer ones aren't kept: they are sent each time. */
const MOST_CHARACTERS_OF_ONE = 64 * 1024;

/** The documents of automatic persisted queries, here and, where there are others, at all gateways. */
export class DocumentCache implements KeyValueCache {
  private readonly own = new LRUCache<string, string>({
    maxSize: MOST_CHARACTERS,
    sizeCalculation: (text) => text.length,
  });

  constructor(private readonly shared: DocumentStore | null) {}

  async get(key: string): Promise<string | undefined> {
    const hash = hashOf(key);
    if (hash === null) return undefined;
    const own = this.own.get(hash);
    if (own !== undefined) return own;
    const text = await this.shared?.get(hash);
    // Whoever can write there must not say what is run here.
    if (text === undefined || sha256(text) !== hash) return undefined;
    this.own.set(hash, text);
    return text;
  }

  async set(key: string, text: string): Promise<void> {
    const hash = hashOf(key);
    if (hash === null || text.length > MOST_CHARACTERS_OF_ONE) return;
    this.own.set(hash, text);
    await this.shared?.set(hash, text);
  }

  delete(key: string): Promise<boolean> {
    const hash = hashOf(key);
    return Promise.resolve(hash !== null && this.own.delete(hash));
  }
}

/** Apollo puts a word of its own before the hash, which may be anything that a client sent. */
function hashOf(key: string): string | null {
  return /^apq:([0-9a-f]{64})$/.exec(key)?.[1] ?? null;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
