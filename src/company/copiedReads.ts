import type { Awaitable } from '../lib/awaitable.js';
import type { CachedReads } from './cachedReads.js';
import type { Copies, Copy } from './copies.js';
import type { Reader } from './reader.js';
import type { Key, Source } from './source.js';

/** Reads what a copy of Gong's data holds, for readers that accept its age, and for all readers while Gong fails. */
export class CopiedReads {
  constructor(
    private readonly copies: Copies,
    private readonly cached: CachedReads,
    /** The present, in milliseconds since the epoch. */
    private readonly now: () => number,
  ) {}

  /** Whether the reader accepts what the copies hold of such records. */
  areUsed({ kind }: { readonly kind: string }, { maxAgeMs }: Reader): boolean {
    return maxAgeMs !== null && this.copies.has(kind);
  }

  /**
   * The values of the keys: what is cached comes first, then what the copies hold that is no older than the reader accepts.
   *
   * @param loadOthers loads the other keys.
   */
  load<S, V extends object>(
    source: Source<S, V>,
    keys: readonly Key<S>[],
    reader: Reader,
    loadOthers: (keys: readonly Key<S>[]) => Awaitable<V | null>[],
  ): Awaitable<V | null>[] {
    const missing = keys.filter((key) => this.cached.findFresh(source, key) === undefined);
    if (missing.length === 0) return loadOthers(keys);
    const lookup = this.find(
      source,
      missing.map(({ name }) => name),
    );
    const loading = (reader.trial?.awaitLookup(lookup) ?? lookup).then((found) => {
      const usable = new Map<string, Copy<S, V>>();
      for (const key of missing) {
        const copy = found.get(key.name);
        if (copy !== undefined && this.isUsable(source, key, copy, reader.maxAgeMs)) {
          usable.set(key.name, copy);
        }
      }
      const others = keys.filter(({ name }) => !usable.has(name));
      const loads = loadOthers(others);
      return { usable, loadOf: new Map(others.map((key, index) => [key, loads[index] ?? null])) };
    });
    return keys.map((key) =>
      loading.then(({ usable, loadOf }) => {
        const copy = usable.get(key.name);
        if (copy === undefined) return loadOf.get(key) ?? null;
        reader.onCopy(copy.readAt);
        return copy.value;
      }),
    );
  }

  /** What the copies hold, whatever was selected of it: to judge whether it may be shown. */
  async values<S, V extends object>(
    source: Source<S, V>,
    names: readonly string[],
  ): Promise<ReadonlyMap<string, V>> {
    const values = new Map<string, V>();
    for (const [name, { value }] of await this.find(source, names)) {
      if (value !== null) values.set(name, value);
    }
    return values;
  }

  /** What a copy holds in place of what Gong failed to send; null when it holds nothing, or must not answer. */
  async findStale<S, V extends object>(
    source: Source<S, V>,
    key: Key<S>,
    reader: Reader,
  ): Promise<V | null> {
    if (!this.copies.answersWhenGongFails || !this.copies.has(source.kind)) return null;
    const copy = (await this.find(source, [key.name])).get(key.name);
    if (copy?.value == null || !this.isUsable(source, key, copy, null)) return null;
    for (const object of source.objectsOf(copy.value)) reader.markStale(object);
    reader.onCopy(copy.readAt);
    return copy.value;
  }

  /** Offers what was read from Gong to the copies. */
  offer<S, V extends object>(
    { kind }: Source<S, V>,
    values: ReadonlyMap<string, V>,
    names: readonly string[],
  ): void {
    if (this.copies.has(kind)) this.copies.offer(kind, values, names);
  }

  /** @param maxAgeMs null: any age. What is hidden from the viewer costs what is missing costs. */
  private isUsable<S, V extends object>(
    source: Source<S, V>,
    key: Key<S>,
    { value, selection, readAt }: Copy<S, V>,
    maxAgeMs: number | null,
  ): boolean {
    if (key.isHidden === true) return false;
    if (maxAgeMs !== null && readAt < this.now() - maxAgeMs) return false;
    return value === null || source.selects.covers(selection, key.selection);
  }

  private async find<S, V extends object>(
    { kind }: Source<S, V>,
    names: readonly string[],
  ): Promise<ReadonlyMap<string, Copy<S, V>>> {
    return (await this.copies.find(kind, names)) as ReadonlyMap<string, Copy<S, V>>;
  }
}
