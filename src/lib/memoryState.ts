import { LRUCache } from 'lru-cache';
import type { Clock } from './clock.js';
import type { StateStore } from './stateStore.js';

/** More entries than a gateway receives within days. The least recently used are evicted first. */
const MAX_ENTRIES = 100_000;

interface Entry {
  readonly value: unknown;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** State that ends with the process. */
export class MemoryState implements StateStore {
  private readonly entries = new LRUCache<string, Entry>({
    // With entries of size 1, `maxSize` limits their number. `max` would reserve memory for all of them at once.
    maxSize: MAX_ENTRIES,
    sizeCalculation: () => 1,
  });

  constructor(private readonly clock: Clock) {}

  get(name: string): Promise<unknown> {
    return Promise.resolve(this.find(name)?.value);
  }

  set(name: string, value: unknown, forMs: number): Promise<void> {
    this.entries.set(name, { value, until: this.clock.now() + forMs });
    return Promise.resolve();
  }

  add(name: string, value: unknown, forMs: number): Promise<boolean> {
    if (this.find(name) !== undefined) return Promise.resolve(false);
    return this.set(name, value, forMs).then(() => true);
  }

  delete(name: string): Promise<void> {
    this.entries.delete(name);
    return Promise.resolve();
  }

  private find(name: string): Entry | undefined {
    const entry = this.entries.get(name);
    return entry !== undefined && entry.until > this.clock.now() ? entry : undefined;
  }
}
