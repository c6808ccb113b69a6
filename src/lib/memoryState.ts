import { LRUCache } from 'lru-cache';
import type { Clock } from './clock.js';
import type { StateStore } from './stateStore.js';

/** More than a gateway takes in within days. The least recently used go first. */
const MAX_ENTRIES = 100_000;

interface Entry {
  readonly value: unknown;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** State that ends with the process. */
export class MemoryState implements StateStore {
  private readonly entries = new LRUCache<string, Entry>({
    // Entries of size 1 bound the number as `max` does, which would reserve the memory for all of them at once.
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
