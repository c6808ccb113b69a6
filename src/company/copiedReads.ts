import type { Awaitable } from '../lib/awaitable.js';
import type { CachedReads } from './cachedReads.js';
import { GongError } from '../gong/errors.js';
import type { Page } from '../gong/endpoints/wire.js';
import { COPY_CURSOR, type CopiedPage, type Copies, type Copy } from './copies.js';
import type { Reader } from './reader.js';
import type { Key, ListKey, PageRequest, Source } from './source.js';

/** Reads what a copy of Gong's data holds, for readers that accept its age, and for all readers while Gong fails. */
export class CopiedReads {
  /** Operations for which Gong failed to list something that the copies hold. */
  private readonly staleReaders = new WeakSet<Reader>();

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
        reader.onCopy(copy.readAt, source.kind, key.name);
        return copy.value;
      }),
    );
  }

  /** Returns what the copies hold with any selection, to judge whether it may be shown. */
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
    reader.onCopy(copy.readAt, source.kind, key.name);
    return copy.value;
  }

  /** Whether the copies are to be asked for a page before Gong. */
  mayList({ list }: Pick<PageRequest<never, never>, 'list'>, { maxAgeMs }: Reader): boolean {
    if (list === undefined) return false;
    return isOfCopies(list) || (maxAgeMs !== null && this.copies.hasList(list.operation));
  }

  /**
   * Returns a page of a list, if the copies hold all of it and it is no older than the reader accepts; null when Gong
   * is to be asked.
   *
   * @throws GongError when only the copies can continue, and cannot now: the list then continues by its last record.
   */
  async page<Item extends object, S>(
    { source, name, selection, list }: PageRequest<Item, S>,
    reader: Reader,
  ): Promise<Page<Item> | null> {
    // A cursor of Gong's continues the list as stored in Gong.
    if (list === undefined || (list.cursor !== null && !isOfCopies(list))) return null;
    const isStale = isOfCopies(list) && this.staleReaders.has(reader);
    const notBefore = isStale ? -Infinity : this.now() - (reader.maxAgeMs ?? 0);
    const isAccepted = isStale || reader.maxAgeMs !== null;
    if (isAccepted && this.cached.findFresh(source, { name, selection }) === undefined) {
      const lookup = this.copies.findPage(list, selection, notBefore);
      const found = await (reader.trial?.awaitLookup(lookup) ?? lookup);
      if (found !== null) return this.pageOf(found, reader, isStale);
    }
    if (isOfCopies(list)) throw expired();
    return null;
  }

  /**
   * Returns what the copies hold in place of a page that Gong failed to send; null when they do not hold all of it, or
   * must not answer.
   *
   * @throws GongError when they can, but not from Gong's cursor on: the list then continues by its last record.
   */
  async stalePage<Item extends object, S>(
    { selection, list }: PageRequest<Item, S>,
    reader: Reader,
  ): Promise<Page<Item> | null> {
    const { copies } = this;
    if (list === undefined || !copies.answersWhenGongFails || !copies.hasList(list.operation)) {
      return null;
    }
    const found = await copies.findPage({ ...list, cursor: null }, selection, -Infinity);
    if (found === null) return null;
    if (list.cursor !== null) throw expired();
    this.staleReaders.add(reader);
    return this.pageOf(found, reader, true);
  }

  /** Offers what was read from Gong to the copies. */
  offer<S, V extends object>(
    { kind }: Source<S, V>,
    values: ReadonlyMap<string, V>,
    names: readonly string[],
  ): void {
    if (this.copies.has(kind)) this.copies.offer(kind, values, names);
  }

  private pageOf<Item extends object>(
    { page, readAt }: CopiedPage,
    reader: Reader,
    isStale: boolean,
  ): Page<Item> {
    reader.onCopy(readAt);
    if (!isStale) return page as Page<Item>;
    for (const item of page.items) reader.markStale(item);
    return { ...(page as Page<Item>), isStale };
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

function isOfCopies({ cursor }: ListKey): boolean {
  return cursor?.startsWith(COPY_CURSOR) === true;
}

/** The walk of the list treats it as an expired cursor of Gong's. */
function expired(): GongError {
  return new GongError('bad-request', 'The cursor leads nowhere now. Start the list again.');
}
