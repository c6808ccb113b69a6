import { setMaxListeners } from 'node:events';
import type { Caller, GongBody, GongClient, GongRequest } from '../gong/client.js';
import { isEmptyResult, isRefusedId, isUnknownId } from '../gong/errors.js';
import type { OperationScope } from './operationScope.js';
import type { Page } from '../gong/wire.js';

/** How records of one kind are read by id: many ids in one request, with what is wanted of them. */
export interface BatchKind<Want, Item> {
  /** Most ids that one request may carry, as things stand. */
  readonly maxBatchSize: () => number;
  /** A want that satisfies both. */
  readonly union: (a: Want, b: Want) => Want;
  /** Whether what is fetched for `wide` satisfies `narrow`. */
  readonly covers: (wide: Want, narrow: Want) => boolean;
  readonly request: (ids: readonly string[], want: Want, cursor: string | null) => GongRequest;
  readonly parse: (request: GongRequest, body: GongBody, want: Want) => Page<Item>;
  readonly idOf: (item: Item) => string | null;
  /** Called on a failure: true when something was learned from it that makes a second try worthwhile. */
  readonly learnFrom: (error: unknown) => boolean;
}

/** One reader of one record. */
interface Reader<Item> {
  readonly scope: OperationScope;
  readonly resolve: (item: Item | null) => void;
  readonly reject: (reason: unknown) => void;
}

/** One record that somebody waits for. */
interface Entry<Want, Item> {
  readonly id: string;
  want: Want;
  readonly readers: Set<Reader<Item>>;
  batch: Batch<Want, Item> | null;
}

interface Batch<Want, Item> {
  readonly entries: readonly Entry<Want, Item>[];
  readonly want: Want;
  readonly controller: AbortController;
}

/**
 * Reads of one kind by id, for all operations on one Gong company. A request is worded when its slot
 * comes, so everything that came up while it waited travels along; an id that is already on its way
 * is not asked for again.
 */
export class BatchQueue<Want, Item> {
  private readonly waiting = new Map<string, Entry<Want, Item>>();
  private readonly inFlight = new Map<string, Entry<Want, Item>>();
  private readonly readersByScope = new Map<OperationScope, Map<Reader<Item>, Entry<Want, Item>>>();
  /** Requests that wait for their slot. */
  private queuedRequests = 0;

  constructor(
    private readonly client: GongClient,
    private readonly kind: BatchKind<Want, Item>,
  ) {}

  /**
   * The records of the given ids, one promise each, null where Gong has none. Ids handed over in one
   * call travel together.
   *
   * @throws GongError through the promises; the scope's own reason once it has ended.
   */
  load(
    keys: readonly { readonly id: string; readonly want: Want }[],
    scope: OperationScope,
  ): Promise<Item | null>[] {
    const promises = keys.map(({ id, want }) => this.enlist(id, want, scope));
    this.queueRequests();
    return promises;
  }

  private enlist(id: string, want: Want, scope: OperationScope): Promise<Item | null> {
    return new Promise((resolve, reject) => {
      if (scope.ended) {
        reject(scope.signal.reason as Error);
        return;
      }
      const reader: Reader<Item> = { scope, resolve, reject };
      const entry = this.entryFor(id, want);
      entry.readers.add(reader);
      this.remember(reader, entry);
    });
  }

  private entryFor(id: string, want: Want): Entry<Want, Item> {
    const flying = this.inFlight.get(id);
    if (flying?.batch != null && canJoin(flying.batch, want, this.kind)) return flying;
    const waiting = this.waiting.get(id);
    if (waiting !== undefined) {
      waiting.want = this.kind.union(waiting.want, want);
      return waiting;
    }
    const entry: Entry<Want, Item> = { id, want, readers: new Set(), batch: null };
    this.waiting.set(id, entry);
    return entry;
  }

  private remember(reader: Reader<Item>, entry: Entry<Want, Item>): void {
    const { scope } = reader;
    let readers = this.readersByScope.get(scope);
    if (readers === undefined) {
      readers = new Map();
      this.readersByScope.set(scope, readers);
      scope.signal.addEventListener(
        'abort',
        () => {
          this.leave(scope);
        },
        { once: true },
      );
    }
    const joinsFlight =
      entry.batch !== null && ![...readers.values()].some((each) => each.batch === entry.batch);
    if (joinsFlight) scope.shared += 1;
    readers.set(reader, entry);
  }

  /** An operation is over: what it alone waited for is not fetched, or its fetch is cut. */
  private leave(scope: OperationScope): void {
    const readers = this.readersByScope.get(scope);
    this.readersByScope.delete(scope);
    for (const [reader, entry] of readers ?? []) {
      entry.readers.delete(reader);
      reader.reject(scope.signal.reason);
      if (entry.readers.size > 0) continue;
      if (this.waiting.get(entry.id) === entry) this.waiting.delete(entry.id);
      const { batch } = entry;
      if (batch?.entries.every((each) => each.readers.size === 0) === true) {
        batch.controller.abort(scope.signal.reason);
      }
    }
  }

  private queueRequests(): void {
    while (this.queuedRequests * this.kind.maxBatchSize() < this.waiting.size) {
      this.queuedRequests += 1;
      void this.sendOne();
    }
  }

  /** One request's life: wait for a slot, take what waits by then, fetch it, hand it out. */
  private async sendOne(): Promise<void> {
    const controller = new AbortController();
    // As many listen as requests wait for its parts: no leak, however many.
    setMaxListeners(0, controller.signal);
    let batch: Batch<Want, Item> | null = null;
    let request: GongRequest | null = null;
    let isQueued = true;
    const leaveQueue = (): void => {
      if (isQueued) this.queuedRequests -= 1;
      isQueued = false;
    };
    // Assigned in a callback, which the compiler doesn't follow.
    const taken = (): Batch<Want, Item> | null => batch;
    const caller = this.callerFor(controller, taken);
    try {
      const body = await this.client.readLate(() => {
        leaveQueue();
        batch = this.take(controller);
        if (batch === null) return null;
        // Batches may have become smaller since the requests were counted. Not at once: this slot is
        // being granted.
        queueMicrotask(() => {
          this.queueRequests();
        });
        request = this.kind.request(idsOf(batch), batch.want, null);
        return request;
      }, caller);
      const sent = taken();
      if (body === null || sent === null || request === null) return;
      await this.finish(sent, sent.entries, caller, { request, body });
    } catch (error) {
      leaveQueue();
      // Refused before anything was worded, as when Gong asks for a long pause: nobody's request, so
      // everyone's failure.
      const failed = taken() ?? this.take(controller);
      if (failed !== null) await this.fail(failed, failed.entries, caller, error);
    }
  }

  private take(controller: AbortController): Batch<Want, Item> | null {
    const entries: Entry<Want, Item>[] = [];
    const limit = this.kind.maxBatchSize();
    for (const entry of this.waiting.values()) {
      if (entries.length === limit) break;
      entries.push(entry);
    }
    const [first, ...rest] = entries;
    if (first === undefined) return null;
    const want = rest.reduce((sum, each) => this.kind.union(sum, each.want), first.want);
    const batch: Batch<Want, Item> = { entries, want, controller };
    for (const entry of entries) {
      this.waiting.delete(entry.id);
      entry.batch = batch;
      this.inFlight.set(entry.id, entry);
    }
    return batch;
  }

  /** The request's own patience and account: those of the operations that wait for it. */
  private callerFor(controller: AbortController, batchOf: () => Batch<Want, Item> | null): Caller {
    return {
      signal: controller.signal,
      latestStart: () => {
        const entries = batchOf()?.entries ?? this.waiting.values();
        let latest = Number.NEGATIVE_INFINITY;
        for (const { readers } of entries) {
          for (const { scope } of readers) latest = Math.max(latest, scope.latestStart());
        }
        return latest;
      },
      onAttempt: (waitedMs) => {
        const scopes = new Set<OperationScope>();
        for (const { readers } of batchOf()?.entries ?? []) {
          for (const { scope } of readers) scopes.add(scope);
        }
        const [starter, ...others] = scopes;
        if (starter !== undefined) {
          starter.requests += 1;
          starter.waitedMs += waitedMs;
        }
        for (const other of others) {
          other.shared += 1;
          other.waitedMs += waitedMs;
        }
      },
    };
  }

  /** Reads some of a batch's entries, on from an answer that is there or anew, and tells their readers. */
  private async finish(
    batch: Batch<Want, Item>,
    entries: readonly Entry<Want, Item>[],
    caller: Caller,
    first?: { readonly request: GongRequest; readonly body: GongBody },
  ): Promise<void> {
    try {
      const found = await this.readPages(
        entries.map(({ id }) => id),
        batch,
        caller,
        first,
      );
      this.resolve(entries, found);
    } catch (error) {
      await this.fail(batch, entries, caller, error);
    }
  }

  private async readPages(
    ids: readonly string[],
    { want }: Batch<Want, Item>,
    caller: Caller,
    first?: { readonly request: GongRequest; readonly body: GongBody },
  ): Promise<ReadonlyMap<string, Item>> {
    const found = new Map<string, Item>();
    let request = first?.request ?? this.kind.request(ids, want, null);
    let body = first?.body ?? (await this.client.read(request, caller));
    for (;;) {
      const before = found.size;
      const page = this.kind.parse(request, body, want);
      for (const item of page.items) {
        const id = this.kind.idOf(item);
        if (id !== null) found.set(id, item);
      }
      if (page.cursor === null || found.size === before || found.size >= ids.length) return found;
      request = this.kind.request(ids, want, page.cursor);
      body = await this.client.read(request, caller);
    }
  }

  /** What a failure means for the entries that it met. Each part is told as soon as it is known. */
  private async fail(
    batch: Batch<Want, Item>,
    entries: readonly Entry<Want, Item>[],
    caller: Caller,
    error: unknown,
  ): Promise<void> {
    // One id that Gong can't read, or whose record isn't ready, makes it refuse all of them.
    const isOneIdsFault = isRefusedId(error) || isUnknownId(error);
    if (isEmptyResult(error)) {
      this.resolve(entries, new Map());
    } else if (isOneIdsFault && entries.length === 1) {
      this.resolve(entries, new Map());
    } else if (isOneIdsFault) {
      // Found by halving.
      const middle = Math.ceil(entries.length / 2);
      const halves = [entries.slice(0, middle), entries.slice(middle)];
      await Promise.all(halves.map((half) => this.finish(batch, half, caller)));
    } else if (this.kind.learnFrom(error)) {
      this.requeue(entries);
    } else {
      this.settle(entries, (_, reader) => {
        reader.reject(error);
      });
    }
  }

  /** Back in line, to be worded by what has been learned meanwhile. */
  private requeue(entries: readonly Entry<Want, Item>[]): void {
    for (const entry of entries) {
      if (this.inFlight.get(entry.id) === entry) this.inFlight.delete(entry.id);
      const waiting = this.waiting.get(entry.id);
      if (entry.readers.size === 0) continue;
      entry.batch = null;
      if (waiting === undefined) {
        this.waiting.set(entry.id, entry);
        continue;
      }
      waiting.want = this.kind.union(waiting.want, entry.want);
      for (const reader of entry.readers) {
        waiting.readers.add(reader);
        this.readersByScope.get(reader.scope)?.set(reader, waiting);
      }
    }
    this.queueRequests();
  }

  private resolve(entries: readonly Entry<Want, Item>[], found: ReadonlyMap<string, Item>): void {
    this.settle(entries, (entry, reader) => {
      reader.resolve(found.get(entry.id) ?? null);
    });
  }

  private settle(
    entries: readonly Entry<Want, Item>[],
    tell: (entry: Entry<Want, Item>, reader: Reader<Item>) => void,
  ): void {
    for (const entry of entries) {
      if (this.inFlight.get(entry.id) === entry) this.inFlight.delete(entry.id);
      for (const reader of entry.readers) {
        this.readersByScope.get(reader.scope)?.delete(reader);
        tell(entry, reader);
      }
      // Who was told waits for the batch's other parts no more, and pays for them no more.
      entry.readers.clear();
    }
  }
}

/** A fetch that everybody left is being cut: nobody can join it any more. */
function canJoin<Want, Item>(
  batch: Batch<Want, Item>,
  want: Want,
  kind: BatchKind<Want, Item>,
): boolean {
  return !batch.controller.signal.aborted && kind.covers(batch.want, want);
}

function idsOf<Want, Item>(batch: Batch<Want, Item>): readonly string[] {
  return batch.entries.map(({ id }) => id);
}
