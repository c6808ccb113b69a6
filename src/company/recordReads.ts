import type { AnswerCache, Generation } from './cache/answerCache.js';
import { notFoundTtl, type CacheTtl } from './cache/ttl.js';
import type { CacheEntry, CacheGroup, CacheKey, Claim } from './cache/sharedStore.js';
import type { GongClient } from '../gong/client.js';
import type { Selectable } from '../gong/endpoints/endpoint.js';
import type { Clock } from '../lib/clock.js';
import type { BatchKind, Brought } from './batchKind.js';
import { BatchQueue } from './batchQueue.js';
import type { Reader, ReadTrial } from './reader.js';
import { shouldServeStale, type OutageTracker } from './staleness.js';

/** How records of one kind are kept. */
export interface RecordKind<Want, Item> {
  readonly group: CacheGroup;
  readonly batches: BatchKind<Want, Item>;
  /** Set when records of several kinds have the same IDs in one cache group: tells theirs apart. */
  readonly prefix?: string;
  readonly wants: Selectable<Want>;
  /** As JSON, and back. */
  readonly pack: (item: Item) => unknown;
  readonly unpack: (packed: unknown) => Item;
  /** What may be kept, with what it satisfies; null where nothing may. */
  readonly keepable: (
    item: Item,
    want: Want,
  ) => { readonly item: Item; readonly want: Want } | null;
  readonly lifetime: (item: Item, id: string) => CacheTtl;
  /** How long a record serves, where that may be known only after it was read; null: it isn't. */
  readonly laterLifetime?: (id: string) => CacheTtl | null;
  /** Whether older records may serve while Gong fails. */
  readonly servesStale: boolean;
}

interface Key<Want> {
  readonly id: string;
  readonly want: Want;
  /**
   * Names the viewer that reads it, when records may be hidden from that viewer. That there is none to show then serves
   * the same viewer only: what others read, and whether it is hidden or missing, makes no difference to the cost.
   */
  readonly viewer?: string;
  /** Whether what is kept of the record is hidden from the viewer. */
  readonly isHidden?: boolean;
}

type KeptKey = Pick<Key<unknown>, 'id' | 'viewer' | 'isHidden'>;

interface Kept<Want, Item> {
  readonly item: Item | null;
  readonly want: Want;
  readonly isFresh: boolean;
  /** In milliseconds since the epoch; what is fresh beyond that is so by what was read of others. */
  readonly freshUntil: number;
}

/** How a kept record is written: null where Gong had none. */
interface Packed {
  readonly item: unknown;
  readonly want: unknown;
  /** When it was read, in milliseconds since the epoch. */
  readonly readAt: number;
}

/**
 * Records of one kind by id: kept ones serve as long as they are fresh and hold what is wanted, the others
 * are read in batches.
 */
export class RecordReads<Want, Item extends object> {
  private readonly queue: BatchQueue<Want, Item>;
  private readonly unpacked = new WeakMap<object, Item>();
  /** IDs of the records that were counted as cache hits of an operation. */
  private readonly counted = new WeakMap<Reader, Set<string>>();

  constructor(
    client: GongClient,
    private readonly cache: AnswerCache,
    private readonly outages: OutageTracker,
    private readonly clock: Clock,
    private readonly kind: RecordKind<Want, Item>,
  ) {
    const keeper = {
      begin: () => cache.generation(kind.group),
      keep: (brought: Brought<Want, Item>, begun: number) => {
        this.keepBrought(brought, begun);
      },
    };
    this.queue = new BatchQueue(client, { ...kind.batches, keeper });
  }

  /**
   * The records of the given ids, one promise each, null where Gong has none. Ids handed over in one
   * call travel together.
   *
   * @throws GongError through the promises; the scope's own reason once it has ended.
   */
  load(keys: readonly Key<Want>[], scope: Reader): Promise<Item | null>[] {
    const { trial } = scope;
    if (!this.cache.isOn) {
      return trial === null ? this.queue.load(keys, scope) : this.tried(keys, trial, scope);
    }
    const kept = keys.map((key) => this.fresh(key) ?? this.duringOutage(key, scope));
    const missing = keys.flatMap((key, index) =>
      kept[index] === undefined ? this.widened(key) : [],
    );
    const freshUntil = kept.reduce(
      (until, each) => Math.min(until, each?.freshUntil ?? until),
      Infinity,
    );
    const hits = this.newHits(
      keys.filter((_, index) => kept[index] !== undefined),
      scope,
    );
    scope.onFreshHits(hits, freshUntil);
    const loads =
      trial !== null
        ? this.tried(missing, trial, scope)
        : this.cache.shared === null
          ? this.queue.load(missing, scope)
          : this.loadBesideOthers(missing, scope);
    let next = 0;
    return keys.map((key, index) => {
      const found = kept[index];
      if (found !== undefined) return Promise.resolve(found.item);
      const load = loads[next] ?? Promise.resolve(null);
      next += 1;
      return load.then(
        (item) => {
          this.outages.end(this.kind.group);
          return item;
        },
        (error: unknown) => this.instead(key, error, scope),
      );
    });
  }

  /** As `load`, for an operation that is only tried: what other gateways keep serves, nothing is sent. */
  private tried(
    keys: readonly Key<Want>[],
    trial: ReadTrial,
    scope: Reader,
  ): Promise<Item | null>[] {
    const { group, batches, prefix = '' } = this.kind;
    const missing = trial.looking(this.fetchMissing(keys));
    return keys.map(async (key) => {
      if ((await missing).includes(key))
        return trial.lacks(`${group} ${prefix}`, key.id, batches.maxBatchSize());
      scope.cacheHits += 1;
      return this.fresh(key)?.item ?? null;
    });
  }

  /** Keeps records that came with something else, such as a list: other gateways have that itself. */
  keep(items: readonly Item[], want: Want, bytes: number, asOf: number): void {
    if (!this.cache.isOn) return;
    const share = bytes / Math.max(1, items.length);
    const kept = items.flatMap((item) => {
      const id = this.kind.batches.idOf(item);
      return id === null ? [] : this.entry(id, item, want, share);
    });
    void this.cache.put(kept, asOf, { share: false });
  }

  /** The record as far as it is kept, whatever is held of it. */
  peek(id: string): Item | null {
    return this.kept({ id })?.item ?? null;
  }

  /** The records that are kept and fresh, whatever is held of them, here or at other gateways. */
  async keptRecords(ids: readonly string[]): Promise<ReadonlyMap<string, Item>> {
    const records = new Map<string, Item>();
    if (!this.cache.isOn) return records;
    const add = (id: string): boolean => {
      const kept = this.kept({ id });
      if (kept?.isFresh !== true) return false;
      if (kept.item !== null) records.set(id, kept.item);
      return true;
    };
    const missing = ids.filter((id) => !add(id));
    await this.cache.fetch(missing.map((id) => this.keyOf(id)));
    missing.forEach(add);
    return records;
  }

  /** To be taken when a read begins, and handed to `keepAbsences`. */
  begin(): Generation {
    return this.cache.generation(this.kind.group);
  }

  /** Keeps that there was nothing to show to the viewer: no record, or one that is hidden. */
  keepAbsences(
    keys: readonly { readonly id: string; readonly want: Want }[],
    viewer: string,
    begun: Generation,
  ): void {
    const fresh = keys.filter(({ id }) => {
      const entry = this.cache.find(this.absencePlace(id, viewer));
      return entry === undefined || !this.cache.isFresh(entry);
    });
    if (fresh.length === 0) return;
    void this.cache.put(
      fresh.map(({ id, want }) => this.absence(this.absencePlace(id, viewer), want)),
      begun,
    );
  }

  /** How many records these are that weren't counted for the operation yet, however many of its parts read them. */
  private newHits(keys: readonly Key<Want>[], scope: Reader): number {
    const counted = this.counted.get(scope) ?? new Set<string>();
    this.counted.set(scope, counted);
    const before = counted.size;
    for (const { id } of keys) counted.add(id);
    return counted.size - before;
  }

  private fresh(key: Key<Want>): Kept<Want, Item> | undefined {
    const kept = this.kept(key);
    return kept?.isFresh === true && this.satisfies(kept, key.want) ? kept : undefined;
  }

  /** Else readers of the same with different wants would take turns in fetching it. */
  private widened(key: Key<Want>): Key<Want> {
    const kept = this.kept(key);
    if (kept?.isFresh !== true || kept.item === null) return key;
    return { ...key, want: this.kind.wants.union(kept.want, key.want) };
  }

  private satisfies({ item, want: wide }: Kept<Want, Item>, want: Want): boolean {
    return item === null || this.kind.wants.covers(wide, want);
  }

  private kept({ id, viewer, isHidden }: KeptKey): Kept<Want, Item> | undefined {
    const entry = isHidden === true ? undefined : this.cache.find(this.keyOf(id));
    const kept = entry === undefined ? undefined : this.unpack(id, entry);
    if (viewer === undefined || (kept?.isFresh === true && kept.item !== null)) return kept;
    const absence = this.cache.find(this.absencePlace(id, viewer));
    return absence === undefined ? undefined : this.unpack(id, absence);
  }

  private unpack(id: string, entry: CacheEntry): Kept<Want, Item> {
    const packed = entry.value as Packed;
    let item = this.unpacked.get(packed) ?? null;
    if (item === null && packed.item !== null) {
      item = this.kind.unpack(packed.item);
      this.unpacked.set(packed, item);
    }
    const want = this.kind.wants.fromJson(packed.want);
    const isFresh = this.cache.isFresh(entry) || (item !== null && this.isStillFresh(id, packed));
    return { item, want, isFresh, freshUntil: entry.freshUntil };
  }

  private isStillFresh(id: string, { readAt }: Packed): boolean {
    const lifetime = this.kind.laterLifetime?.(id);
    return lifetime != null && readAt + lifetime.freshMs > this.clock.now();
  }

  /** What was known before, where it is of no use to ask for it now. */
  private duringOutage(key: Key<Want>, scope: Reader): Kept<Want, Item> | undefined {
    if (!this.outages.last(this.kind.group)) return undefined;
    const kept = this.older(key);
    if (kept?.item != null) scope.markStale(kept.item);
    return kept;
  }

  private older(key: Key<Want>): Kept<Want, Item> | undefined {
    const kept = this.kind.servesStale ? this.kept(key) : undefined;
    return kept?.item != null && this.satisfies(kept, key.want) ? kept : undefined;
  }

  /** What was known before, where Gong failed and that is better than nothing. */
  private instead(key: Key<Want>, error: unknown, scope: Reader): Item {
    this.outages.note(this.kind.group, error);
    const kept = this.older(key);
    if (kept?.item == null || !shouldServeStale(error)) throw error;
    scope.markStale(kept.item);
    scope.cacheHits += 1;
    return kept.item;
  }

  private keepBrought({ ids, found, want, bytes }: Brought<Want, Item>, begun: number): void {
    const share = bytes / Math.max(1, found.size);
    const entries = ids.flatMap((id) => this.entry(id, found.get(id) ?? null, want, share));
    const stored = this.cache.put(entries, begun);
    const { shared } = this.cache;
    if (shared !== null) void stored.then(() => shared.land(ids.map((id) => this.keyOf(id))));
  }

  private entry(id: string, item: Item | null, want: Want, bytes: number) {
    const { keepable, lifetime, pack, wants } = this.kind;
    const key = this.keyOf(id);
    const readAt = this.clock.now();
    if (item === null) return [this.absence(key, want)];
    const kept = keepable(item, want);
    if (kept === null) return [];
    const before = this.kept({ id });
    // What holds more is worth more, as long as it is fresh.
    const isNarrower =
      before?.isFresh === true &&
      before.item !== null &&
      !wants.covers(kept.want, before.want) &&
      wants.covers(before.want, kept.want);
    if (isNarrower) return [];
    const value: Packed = { item: pack(kept.item), want: wants.toJson(kept.want), readAt };
    return [{ key, value, bytes, lifetime: lifetime(kept.item, id) }];
  }

  private absence(key: CacheKey, want: Want) {
    const readAt = this.clock.now();
    const value: Packed = { item: null, want: this.kind.wants.toJson(want), readAt };
    return { key, value, bytes: 1, lifetime: notFoundTtl };
  }

  private keyOf(id: string): CacheKey {
    return { group: this.kind.group, name: `${this.kind.prefix ?? ''}${id}` };
  }

  /** Where it is kept for a viewer that there is no record to show. */
  private absencePlace(id: string, viewer: string): CacheKey {
    return this.keyOf(`none ${viewer} ${id}`);
  }

  /** As the queue does, but for what other gateways have of it, or are about to have. */
  private loadBesideOthers(keys: readonly Key<Want>[], scope: Reader): Promise<Item | null>[] {
    if (keys.length === 0) return [];
    let isTold = false;
    const onBrought = (): void => {
      // What a request of another gateway brought of several records is one request.
      if (!isTold) scope.onSharedAttempt(0);
      isTold = true;
    };
    const loads = this.divide(keys, scope).then(({ theirs, claimed }) => {
      // What is this gateway's to read goes out at once: others may wait for it as it waits for theirs.
      const own = keys.filter((key) => !theirs.has(key) && this.fresh(key) === undefined);
      const read = new Map<Key<Want>, Promise<Item | null> | undefined>();
      for (const [index, load] of this.loadClaimed(own, scope).entries()) {
        const key = own[index];
        if (key !== undefined) read.set(key, load);
      }
      this.land(claimed.filter((key) => !read.has(key)));
      return keys.map((key) => {
        if (theirs.has(key)) return this.awaitOthers(key, scope, onBrought);
        return read.get(key) ?? Promise.resolve(this.fresh(key)?.item ?? null);
      });
    });
    return keys.map(async (_, index) => (await loads)[index] ?? null);
  }

  /** What other gateways have of these is kept here from now on. Which of the others do they read already? */
  private async divide(
    keys: readonly Key<Want>[],
    scope: Reader,
  ): Promise<{ theirs: ReadonlySet<Key<Want>>; claimed: readonly Key<Want>[] }> {
    const theirs = new Set<Key<Want>>();
    const { shared } = this.cache;
    if (shared === null) return { theirs, claimed: [] };
    // What this gateway waits for already, it need not look for.
    const sought = keys.filter((key) => !this.queue.isUnderWay(key));
    const missing = await this.fetchMissing(sought);
    const others = await shared.claim(missing.map((key) => this.claimOf(key)));
    const { wants } = this.kind;
    const claimed = missing.filter((key, index) => {
      const other = others[index];
      if (other != null && wants.covers(wants.fromJson(other.want), key.want)) theirs.add(key);
      return other == null;
    });
    // It may have come since it was looked for.
    const open = await this.fetchMissing(claimed);
    const found = [sought.filter(notIn(missing)), claimed.filter(notIn(open))].flat();
    scope.cacheHits += new Set(found.map(({ id }) => id)).size;
    return { theirs, claimed };
  }

  /** Those that aren't to be had from other gateways. */
  private async fetchMissing(keys: readonly Key<Want>[]): Promise<readonly Key<Want>[]> {
    await this.cache.fetch(
      keys.flatMap(({ id, viewer }) => [
        this.keyOf(id),
        ...(viewer === undefined ? [] : [this.absencePlace(id, viewer)]),
      ]),
    );
    return keys.filter((key) => this.fresh(key) === undefined);
  }

  private async awaitOthers(
    key: Key<Want>,
    scope: Reader,
    onBrought: () => void,
  ): Promise<Item | null> {
    const { shared } = this.cache;
    await shared?.landed(this.keyOf(key.id), scope.signal);
    await this.fetchMissing([key]);
    const brought = this.fresh(key);
    if (brought !== undefined) {
      onBrought();
      return brought.item;
    }
    await shared?.claim([this.claimOf(key)]);
    const [load] = this.loadClaimed([key], scope);
    return (await load) ?? null;
  }

  /** Who waits for what this gateway reads has to know when nothing comes of it. */
  private loadClaimed(keys: readonly Key<Want>[], scope: Reader): Promise<Item | null>[] {
    const loads = this.queue.load(keys, scope);
    for (const [index, load] of loads.entries()) {
      load.catch(() => {
        this.land(keys.slice(index, index + 1));
      });
    }
    return loads;
  }

  private land(keys: readonly Key<Want>[]): void {
    if (keys.length === 0) return;
    void this.cache.shared?.land(keys.map(({ id }) => this.keyOf(id)));
  }

  private claimOf({ id, want }: Key<Want>): Claim {
    return { key: this.keyOf(id), want: this.kind.wants.toJson(want) };
  }
}

function notIn<T>(others: readonly T[]): (item: T) => boolean {
  return (item) => !others.includes(item);
}
