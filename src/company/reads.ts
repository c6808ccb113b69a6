import type { GongClient } from '../gong/client.js';
import type { Awaitable } from '../lib/awaitable.js';
import { emptyPage, type Page } from '../gong/endpoints/wire.js';
import type { AnswerCache, Generation } from './cache/answerCache.js';
import type { ReadLease } from './cache/sharedStore.js';
import type { CachedReads } from './cachedReads.js';
import { keyOf, type CachedResult } from './cachedReads.js';
import { shouldServeStale, type Cooldown } from './cooldown.js';
import type { CopiedReads } from './copiedReads.js';
import { Lane, type BatchResult } from './lane.js';
import { readersOf, type Entry } from './laneEntries.js';
import type { Reader, ReadTrial } from './reader.js';
import type { FetchedValue, Key, PageRequest, Source } from './source.js';

export interface ReadsOptions {
  /** What can answer in place of Gong; null: nothing. */
  readonly copies: CopiedReads | null;
  readonly client: GongClient;
  readonly cached: CachedReads;
  readonly cooldown: Cooldown;
}

/**
 * Reads everything for the operations of one Gong company with the fewest requests. It reuses fresh values, sends
 * equal reads once, and combines waiting keys into one request. Before it requests anything, it checks the other
 * instances of the company. While Gong fails, it serves stale values when the source allows that.
 */
export class Reads {
  private readonly lanes = new Map<string, object>();
  /** The keys that were counted as cache hits of an operation. */
  private readonly counted = new WeakMap<Reader, Set<string>>();

  constructor(private readonly options: ReadsOptions) {}

  private get cache(): AnswerCache {
    return this.options.cached.cache;
  }

  /**
   * Returns one value for each key, null when Gong has none. Cached values are returned at once, others by a promise.
   * Keys of one call share requests.
   *
   * @throws GongError through the promises; the reader's own reason once its operation has ended.
   */
  load<S, V extends object>(
    source: Source<S, V>,
    keys: readonly Key<S>[],
    reader: Reader,
  ): Awaitable<V | null>[] {
    const { copies } = this.options;
    return copies?.areUsed(source, reader) === true
      ? copies.load(source, keys, reader, (others) => this.loadFresh(source, others, reader))
      : this.loadFresh(source, keys, reader);
  }

  private loadFresh<S, V extends object>(
    source: Source<S, V>,
    keys: readonly Key<S>[],
    reader: Reader,
  ): Awaitable<V | null>[] {
    const { cached, cooldown } = this.options;
    const newEntries: Entry<S, V>[] = [];
    let hits = 0;
    let freshUntil = Infinity;
    const loads = keys.map((key) => {
      const known = cached.findFresh(source, key);
      if (known !== undefined) {
        hits += this.isNewHit(source, key.name, reader) ? 1 : 0;
        freshUntil = Math.min(freshUntil, known.freshUntil);
        return outcomeOf(known);
      }
      const stale = cooldown.isOn(source.group) ? this.findStale(source, key, reader) : null;
      if (stale !== null) return stale;
      if (reader.trial === null) return this.wait(source, key, reader, newEntries);
      return this.loadInTrial(source, key, reader, reader.trial);
    });
    if (hits > 0) reader.onFreshHits(hits, freshUntil);
    if (newEntries.length > 0) this.readEntries(source, newEntries);
    return loads;
  }

  /**
   * Returns the page of a request, or the page that its recovery reads.
   *
   * @param request null when the page must be empty.
   * @throws GongError; the reader's own reason once its operation has ended.
   */
  async page<Item extends object, S>(
    request: PageRequest<Item, S> | null,
    reader: Reader,
  ): Promise<Page<Item>> {
    if (request === null) return emptyPage;
    const { copies } = this.options;
    const copied =
      copies?.mayList(request, reader) === true ? await copies.page(request, reader) : null;
    if (copied !== null) return copied;
    try {
      const response = await this.load(request.source, [request], reader)[0];
      if (response == null)
        throw new Error('A Gong request ended without a response and without an error.');
      return response.page;
    } catch (error) {
      const recovery = request.recover?.(error, (other) => this.page(other, reader));
      const stale =
        recovery ?? (shouldServeStale(error) ? copies?.stalePage(request, reader) : null);
      const page = await stale;
      if (page == null) throw error;
      return page;
    }
  }

  /** Take it when a read begins, and pass it to `keepAbsences`. */
  generation(source: SourceName): Generation {
    return this.cache.generation(source.group);
  }

  /** Returns the value that this process caches, fresh or stale. */
  peek<S, V extends object>(source: Source<S, V>, name: string): V | null {
    return this.options.cached.find(source, { name, selection: undefined as S })?.value ?? null;
  }

  /**
   * Returns the fresh values of any selection that this or another instance caches.
   *
   * @param reader when given, also what copies hold, if it accepts these.
   */
  async findKept<S, V extends object>(
    source: Source<S, V>,
    names: readonly string[],
    reader?: Reader,
  ): Promise<ReadonlyMap<string, V>> {
    const values = new Map<string, V>();
    const { cached, copies } = this.options;
    if (reader !== undefined && copies?.areUsed(source, reader) === true) {
      for (const [name, value] of await copies.values(source, names)) values.set(name, value);
    }
    if (!this.cache.isOn) return values;
    const add = (name: string): boolean => {
      const known = cached.find(source, { name, selection: undefined as S });
      if (known?.isFresh !== true) return false;
      if (known.value !== null) values.set(name, known.value);
      return true;
    };
    const missing = names.filter((name) => !add(name));
    await cached.fetch(
      source,
      missing.map((name) => ({ name })),
    );
    missing.forEach(add);
    return values;
  }

  /** Stores that no record may be shown to the viewer, because there is none or it is hidden. */
  keepAbsences<S, V extends object>(
    source: Source<S, V>,
    keys: readonly Key<S>[],
    viewer: string,
    asOf: Generation,
  ): void {
    this.options.cached.keepAbsences(source, keys, viewer, asOf);
  }

  /** Stores values that a list contained. */
  offer<S, V extends object>(
    source: Source<S, V>,
    values: ReadonlyMap<string, V>,
    fetched: Omit<FetchedValue<S, V>, 'value'>,
  ): void {
    this.offerToCopies(source, values, [], fetched.asOf);
    if (this.cache.isOn) this.options.cached.offer(source, values, fetched);
  }

  /** Invalidates the key, and prevents readers from joining a read of it that is in progress. */
  async forget(source: SourceName, name: string): Promise<void> {
    const lane = this.lanes.get(laneNameOf(source, name)) as Lane<unknown, object> | undefined;
    lane?.close();
    await this.cache.forget([keyOf(source, name)]);
  }

  /** Reads the key for an operation that is only tried: it uses the values of other instances, and sends no request. */
  private async loadInTrial<S, V extends object>(
    source: Source<S, V>,
    key: Key<S>,
    reader: Reader,
    trial: ReadTrial,
  ): Promise<V | null> {
    const { cached } = this.options;
    if (this.cache.shared !== null) {
      await trial.awaitLookup(cached.fetch(source, [key]));
      const known = cached.findFresh(source, key);
      if (known !== undefined) {
        if (known.value !== null) source.onRead?.(known.value);
        this.count(source, key.name, reader, null);
        return outcomeOf(known);
      }
    }
    return trial.reportMissing(laneNameOf(source, key.name), key.name, source.max());
  }

  private wait<S, V extends object>(
    source: Source<S, V>,
    key: Key<S>,
    reader: Reader,
    newEntries: Entry<S, V>[],
  ): Promise<V | null> {
    const { cached, cooldown, copies } = this.options;
    const load = new Promise<V | null>((resolve, reject) => {
      if (reader.ended) {
        reject(reader.signal.reason as Error);
        return;
      }
      const waiter = { reader, key, joinedAt: reader.age(), resolve, reject };
      const wide = cached.widened(source, key);
      const { entry, isNew } = this.laneOf(source, key.name).join(wide, waiter);
      if (isNew) newEntries.push(entry);
    });
    return load.then(
      (value) => {
        cooldown.end(source.group);
        return value;
      },
      async (error: unknown) => {
        cooldown.start(source.group, error);
        if (!shouldServeStale(error)) throw error;
        const stale =
          this.findStale(source, key, reader) ??
          (await copies?.findStale(source, key, reader)) ??
          null;
        if (stale === null) throw error;
        return stale;
      },
    );
  }

  /** Gets the entries that other instances have or are reading, and requests the rest from Gong. */
  private readEntries<S, V extends object>(
    source: Source<S, V>,
    entries: readonly Entry<S, V>[],
  ): void {
    if (this.cache.shared === null) this.request(source, entries);
    else void this.readWithOtherInstances(source, entries);
  }

  private async readWithOtherInstances<S, V extends object>(
    source: Source<S, V>,
    entries: readonly Entry<S, V>[],
  ): Promise<void> {
    const { shared } = this.cache;
    if (shared === null) return;
    const missing = await this.missing(source, entries);
    const leases = await shared.acquireLeases(missing.map((entry) => leaseOf(source, entry)));
    const { covers, fromJson } = source.selects;
    const own = missing.filter((_, index) => leases[index] == null);
    const theirs = missing.filter((entry, index) => {
      const lease = leases[index];
      return lease != null && covers(fromJson(lease.selection), entry.selection);
    });
    // Another instance may have stored the value after the first lookup.
    const open = new Set(await this.missing(source, own));
    this.release(
      source,
      own.filter((entry) => !open.has(entry)).map(({ name }) => name),
    );
    const others = new Set([...own, ...theirs]);
    // What this instance must read is requested at once, because other instances may wait for it in turn.
    this.request(
      source,
      missing.filter((entry) => open.has(entry) || !others.has(entry)),
    );
    const told = new Set<Reader>();
    for (const entry of theirs) void this.awaitOther(source, entry, told);
  }

  /** @param told the readers that already counted another instance's request, which counts once for each. */
  private async awaitOther<S, V extends object>(
    source: Source<S, V>,
    entry: Entry<S, V>,
    told: Set<Reader>,
  ): Promise<void> {
    const { shared } = this.cache;
    await shared?.waitForRelease(keyOf(source, entry.name), entry.abandonment.signal);
    const missing = await this.missing(source, [entry], told);
    await shared?.acquireLeases(missing.map((each) => leaseOf(source, each)));
    this.request(source, missing);
  }

  /** Settles the entries whose values other instances have, and returns the others. */
  private async missing<S, V extends object>(
    source: Source<S, V>,
    entries: readonly Entry<S, V>[],
    told: Set<Reader> | null = null,
  ): Promise<readonly Entry<S, V>[]> {
    const { cached } = this.options;
    await cached.fetch(
      source,
      entries.flatMap(({ waiters }) => [...waiters].map(({ key }) => key)),
    );
    return entries.filter((entry) => {
      for (const waiter of [...entry.waiters]) {
        const known = cached.findFresh(source, waiter.key);
        if (known === undefined) continue;
        this.count(source, entry.name, waiter.reader, told);
        if (known.value !== null) source.onRead?.(known.value);
        this.laneOf(source, entry.name).removeWaiter(waiter, entry);
        if (known.refusal === undefined) waiter.resolve(known.value);
        else waiter.reject(known.refusal);
      }
      return entry.waiters.size > 0;
    });
  }

  /** Counts a value that another instance had, or that it read while readers here waited. */
  private count<S, V extends object>(
    source: Source<S, V>,
    name: string,
    reader: Reader,
    told: Set<Reader> | null,
  ): void {
    if (told === null) reader.cacheHits += this.isNewHit(source, name, reader) ? 1 : 0;
    else if (!told.has(reader)) reader.onSharedAttempt(0);
    told?.add(reader);
  }

  /** Returns whether the operation gets the key from a cache for the first time, in any of its parts. */
  private isNewHit<S, V extends object>(
    source: Source<S, V>,
    name: string,
    reader: Reader,
  ): boolean {
    const counted = this.counted.get(reader) ?? new Set<string>();
    this.counted.set(reader, counted);
    const before = counted.size;
    return counted.add(`${source.kind} ${name}`).size > before;
  }

  private findStale<S, V extends object>(
    source: Source<S, V>,
    key: Key<S>,
    reader: Reader,
  ): V | null {
    const value = this.options.cached.findStale(source, key);
    if (value === null) return null;
    for (const object of source.objectsOf(value)) reader.markStale(object);
    this.count(source, key.name, reader, null);
    return value;
  }

  /** Queues the entries for requests to Gong, each charged to a reader that has budget. */
  private request<S, V extends object>(
    source: Source<S, V>,
    entries: readonly Entry<S, V>[],
  ): void {
    const admitted = entries.filter((entry) => {
      const readers = [...readersOf([entry]).keys()];
      const payer = readers.find((reader) => reader.hasBudget) ?? readers[0];
      try {
        payer?.requireBudget();
        if (payer !== undefined) return true;
      } catch (error) {
        this.laneOf(source, entry.name).settle(entry, ({ reject }) => {
          reject(error);
        });
      }
      this.release(source, [entry.name]);
      return false;
    });
    const [first] = admitted;
    if (first !== undefined) this.laneOf(source, first.name).enqueue(admitted);
  }

  private laneOf<S, V extends object>(source: Source<S, V>, name: string): Lane<S, V> {
    const laneName = laneNameOf(source, name);
    const known = this.lanes.get(laneName) as Lane<S, V> | undefined;
    if (known !== undefined) return known;
    const { client, cached } = this.options;
    const lane = new Lane<S, V>({
      client,
      source,
      generation: () => this.cache.generation(source.group),
      onResult: (result) => {
        for (const value of result.values.values()) source.onRead?.(value);
        this.keep(source, result);
      },
      onRefusal: async (refused, refusal, asOf) => {
        const stored = cached.keepRefusal(source, refused, refusal, asOf);
        void stored.then(() => this.release(source, [refused]));
        await source.onRefused?.(refused, refusal);
      },
      onAbandoned: (names) => {
        this.release(source, names);
      },
      onIdle: () => {
        if (this.lanes.get(laneName) === lane) this.lanes.delete(laneName);
      },
    });
    this.lanes.set(laneName, lane);
    return lane;
  }

  private keep<S, V extends object>(source: Source<S, V>, result: BatchResult<S, V>): void {
    const { names, values, ...how } = result;
    if (this.cache.isOn) {
      for (const value of values.values()) {
        const kept = source.keeps(value, how.selection);
        if (kept !== null) source.onFetched?.({ ...how, ...kept });
      }
    }
    this.offerToCopies(source, values, names, how.asOf);
    const stored = this.options.cached.keep(source, names, values, how);
    void stored.then(() => {
      this.release(source, names);
    });
  }

  /** What was requested before a change may be older than what the copies hold. */
  private offerToCopies<S, V extends object>(
    source: Source<S, V>,
    values: ReadonlyMap<string, V>,
    names: readonly string[],
    asOf: Generation,
  ): void {
    if (asOf === this.generation(source)) this.options.copies?.offer(source, values, names);
  }

  /** Ends the leases on the keys. Other instances that wait for them then look up the results. */
  private release(source: SourceName, names: readonly string[]) {
    if (names.length === 0) return;
    void this.cache.shared?.releaseLeases(names.map((name) => keyOf(source, name)));
  }
}

type SourceName = Pick<Source<never, never>, 'kind' | 'group' | 'isRequest'>;

/** Keys of one kind share a lane. A key that is a request of its own has its own lane. */
function laneNameOf(source: SourceName, name: string): string {
  return source.isRequest ? `${source.kind} ${name}` : source.kind;
}

function leaseOf<S, V extends object>(
  source: Source<S, V>,
  { name, selection }: Entry<S, V>,
): ReadLease {
  return { key: keyOf(source, name), selection: source.selects.toJson(selection) };
}

function outcomeOf<V>({ refusal, value }: CachedResult<unknown, V>): Awaitable<V | null> {
  return refusal === undefined ? value : Promise.reject(refusal);
}
