import { setMaxListeners } from 'node:events';
import type { Caller, GongAnswer, GongClient } from '../gong/client.js';
import type { GongRequest } from '../gong/request.js';
import { isEmptyResult, isIdRefusal, type GongError } from '../gong/errors.js';
import type { Generation } from './cache/answerCache.js';
import { isCacheableError } from './cachedReads.js';
import { readWithoutRefused } from './idRefusals.js';
import { createCombinedCaller } from './combinedCaller.js';
import {
  inServiceOrder,
  namesOf,
  readersOf,
  type Batch,
  type Entry,
  type Waiter,
} from './laneEntries.js';
import type { Reader } from './reader.js';
import type { FetchedValue, Key, Source } from './source.js';

/** A request that waits for its send slot. It then takes the most urgent of the waiting entries. */
type QueuedRequest = object;

/** The result of a request. Gong has no record for a name without a value. */
export interface BatchResult<S, V> extends Omit<FetchedValue<S, V>, 'value'> {
  readonly names: readonly string[];
  readonly values: ReadonlyMap<string, V>;
}

export interface LaneOptions<S, V extends object> {
  readonly client: GongClient;
  readonly source: Source<S, V>;
  /** Changes as soon as earlier requests are out of date. */
  readonly generation: () => Generation;
  /** Called with the result of a request, before the readers get it. */
  readonly onResult: (result: BatchResult<S, V>) => void;
  /** Called with a cacheable refusal by Gong, before the readers get it. */
  readonly onRefusal: (name: string, refusal: GongError, asOf: Generation) => Promise<void>;
  /** Called with keys that are no longer read, and that have no result. */
  readonly onAbandoned: (names: readonly string[]) => void;
  /** Called when the lane is empty and can be dropped. */
  readonly onIdle: () => void;
}

/**
 * The keys of one kind that operations of one Gong company wait for. A request is built when it gets its send slot,
 * so it includes every key that joined in the meantime, the most urgent ones first. A key that was sent is not sent
 * again.
 */
export class Lane<S, V extends object> {
  /** The entries that can still be widened: they are checked at other instances, or they wait. */
  private readonly open = new Map<string, Entry<S, V>>();
  private readonly sent = new Map<string, Entry<S, V>>();
  private readonly waitersOf = new Map<
    Reader,
    { readonly entries: Map<Waiter<S, V>, Entry<S, V>>; readonly forget: () => void }
  >();
  private readonly queued: QueuedRequest[] = [];
  /** The waiting entries in service order; null when the order must be computed again. */
  private order: readonly Entry<S, V>[] | null = null;

  constructor(private readonly options: LaneOptions<S, V>) {}

  /** Returns the entry that reads the key or can be widened to read it, or else a new entry. */
  join(
    { name, selection }: Key<S>,
    waiter: Waiter<S, V>,
  ): { readonly entry: Entry<S, V>; readonly isNew: boolean } {
    const joined = this.findJoinable(name, selection) ?? this.open.get(name);
    const entry: Entry<S, V> = joined ?? {
      name,
      selection,
      state: 'checking',
      waiters: new Set(),
      batch: null,
      abandonment: new AbortController(),
    };
    if (joined === undefined) this.open.set(name, entry);
    else if (entry.batch === null) this.widen(entry, selection);
    else if (!this.waitsFor(waiter.reader, entry.batch)) waiter.reader.onSharedAttempt(0);
    entry.waiters.add(waiter);
    this.remember(waiter, entry);
    this.order = null;
    return { entry, isNew: joined === undefined };
  }

  /** Queues the entries for requests to Gong. */
  enqueue(entries: readonly Entry<S, V>[]): void {
    for (const entry of entries) if (this.open.get(entry.name) === entry) entry.state = 'waiting';
    this.order = null;
    this.queueRequests();
  }

  /** Ends an entry and calls its waiters. */
  settle(entry: Entry<S, V>, tell: (waiter: Waiter<S, V>) => void): void {
    for (const entries of [this.open, this.sent]) {
      if (entries.get(entry.name) === entry) entries.delete(entry.name);
    }
    for (const waiter of entry.waiters) {
      this.forget(waiter);
      tell(waiter);
    }
    // These waiters no longer wait for other parts of the batch, so they are no longer charged for them.
    entry.waiters.clear();
    this.order = null;
    this.endIfIdle();
  }

  /** Prevents readers from joining requests that were already sent. */
  close(): void {
    this.sent.clear();
  }

  /** Returns the sent entry if its response will cover the selection. */
  private findJoinable(name: string, selection: S): Entry<S, V> | undefined {
    const entry = this.sent.get(name);
    if (entry?.batch == null) return undefined;
    const { controller, asOf, selection: requested } = entry.batch;
    // A batch that all readers left is being aborted. After a write, the response to an earlier request is out of
    // date.
    const isCurrent = !controller.signal.aborted && asOf === this.options.generation();
    return isCurrent && this.options.source.selects.covers(requested, selection)
      ? entry
      : undefined;
  }

  private widen(entry: Entry<S, V>, selection: S): void {
    entry.selection = this.options.source.selects.union(entry.selection, selection);
  }

  private remember(waiter: Waiter<S, V>, entry: Entry<S, V>): void {
    const { reader } = waiter;
    let known = this.waitersOf.get(reader);
    if (known === undefined) {
      const removeReader = (): void => {
        this.removeReader(reader);
      };
      const forget = (): void => {
        reader.signal.removeEventListener('abort', removeReader);
        this.waitersOf.delete(reader);
      };
      known = { entries: new Map(), forget };
      this.waitersOf.set(reader, known);
      reader.signal.addEventListener('abort', removeReader, { once: true });
    }
    known.entries.set(waiter, entry);
  }

  private forget(waiter: Waiter<S, V>): void {
    const known = this.waitersOf.get(waiter.reader);
    known?.entries.delete(waiter);
    if (known?.entries.size === 0) known.forget();
  }

  private waitsFor(reader: Reader, batch: Batch<S, V>): boolean {
    const entries = this.waitersOf.get(reader)?.entries.values() ?? [];
    return [...entries].some((entry) => entry.batch === batch);
  }

  /** Removes an operation that ended. What it alone waited for is not requested, or its request is aborted. */
  private removeReader(reader: Reader): void {
    const known = this.waitersOf.get(reader);
    known?.forget();
    for (const [waiter, entry] of known?.entries ?? []) {
      this.removeWaiter(waiter, entry);
      waiter.reject(reader.signal.reason);
      const { batch } = entry;
      if (batch === null || reader.isAnswered) continue;
      if (batch.entries.every(({ waiters }) => waiters.size === 0)) {
        batch.controller.abort(reader.signal.reason);
      }
    }
  }

  /** Rejects readers whose deadline is before the time. */
  private rejectLate(entries: readonly Entry<S, V>[], until: number, reason: Error): void {
    for (const entry of entries) {
      for (const waiter of entry.waiters) {
        if (waiter.reader.latestStart() >= until) continue;
        this.removeWaiter(waiter, entry);
        waiter.reject(reason);
      }
    }
  }

  /** Removes a reader that no longer waits. */
  removeWaiter(waiter: Waiter<S, V>, entry: Entry<S, V>): void {
    this.forget(waiter);
    entry.waiters.delete(waiter);
    this.order = null;
    if (entry.waiters.size > 0 || this.open.get(entry.name) !== entry) return;
    this.open.delete(entry.name);
    entry.abandonment.abort();
    this.options.onAbandoned([entry.name]);
    this.endIfIdle();
  }

  private endIfIdle(): void {
    if (this.open.size + this.sent.size + this.queued.length === 0) this.options.onIdle();
  }

  private queueRequests(): void {
    // A request can be sent at once, and then takes waiting entries.
    while (this.queued.length * this.options.source.max() < this.waiting().length) {
      const request: QueuedRequest = {};
      this.queued.push(request);
      void this.sendOne(request);
    }
  }

  /** Sends one request: waits for a slot, takes the most urgent entries, reads them, and settles them. */
  private async sendOne(queued: QueuedRequest): Promise<void> {
    const { client, source } = this.options;
    const controller = new AbortController();
    // One listener for each request that waits for a part of the batch. Their number is no memory leak.
    setMaxListeners(0, controller.signal);
    let batch: Batch<S, V> | null = null;
    let request: GongRequest | null = null;
    // The variable is assigned in a callback, which the compiler does not follow.
    const taken = (): Batch<S, V> | null => batch;
    const entriesToSend = () => taken()?.entries ?? this.shareOf(queued);
    const caller = createCombinedCaller(
      controller.signal,
      () => readersOf(entriesToSend()),
      (until, reason) => {
        this.rejectLate(entriesToSend(), until, reason);
      },
    );
    try {
      const answer = await client.readDeferred(() => {
        this.leaveQueue(queued);
        batch = this.take(this.inOrder().slice(0, source.max()), controller);
        if (batch === null) return null;
        // Batches may have become smaller since the requests were counted. This is deferred, because the present slot
        // is still being granted.
        queueMicrotask(() => {
          this.queueRequests();
        });
        request = source.request(namesOf(batch.entries), batch.selection);
        return request;
      }, caller);
      const sent = taken();
      if (answer === null || sent === null || request === null) return;
      await this.finish(sent, caller, { request, answer });
    } catch (error) {
      // The request failed before it was built, for example because Gong requested a long pause. Its share of the
      // entries fails.
      const failed = taken() ?? this.take(this.shareOf(queued), controller);
      this.leaveQueue(queued);
      if (failed !== null) await this.fail(failed, failed.entries, caller, error, request);
    }
  }

  private leaveQueue(queued: QueuedRequest): void {
    const index = this.queued.indexOf(queued);
    if (index >= 0) this.queued.splice(index, 1);
    this.endIfIdle();
  }

  /** Returns the entries that a queued request would take if the requests before it were sent first. */
  private shareOf(queued: QueuedRequest): readonly Entry<S, V>[] {
    const size = this.options.source.max();
    const start = this.queued.indexOf(queued) * size;
    return start < 0 ? [] : this.inOrder().slice(start, start + size);
  }

  private inOrder(): readonly Entry<S, V>[] {
    this.order ??= inServiceOrder(this.waiting());
    return this.order;
  }

  private waiting(): readonly Entry<S, V>[] {
    return [...this.open.values()].filter(({ state }) => state === 'waiting');
  }

  private take(entries: readonly Entry<S, V>[], controller: AbortController): Batch<S, V> | null {
    const [first, ...rest] = entries;
    if (first === undefined) return null;
    const { union } = this.options.source.selects;
    const selection = rest.reduce((sum, each) => union(sum, each.selection), first.selection);
    const asOf = this.options.generation();
    const batch: Batch<S, V> = { entries, selection, controller, asOf };
    this.order = null;
    for (const entry of entries) {
      this.open.delete(entry.name);
      entry.state = 'sent';
      entry.batch = batch;
      this.sent.set(entry.name, entry);
    }
    return batch;
  }

  /** Reads the further pages of a batch, and settles its entries. */
  private async finish(
    batch: Batch<S, V>,
    caller: Caller,
    first: { readonly request: GongRequest; readonly answer: GongAnswer },
  ): Promise<void> {
    const { entries } = batch;
    try {
      this.resolve(entries, await this.readPages(namesOf(entries), batch, caller, first));
    } catch (error) {
      await this.fail(batch, entries, caller, error, first.request);
    }
  }

  private async readPages(
    names: readonly string[],
    { selection, asOf }: Batch<S, V>,
    caller: Caller,
    first: { readonly request: GongRequest; readonly answer: GongAnswer },
  ): Promise<BatchResult<S, V>> {
    const { client, source } = this.options;
    const values = new Map<string, V>();
    let { request, answer } = first;
    let bytes = 0;
    for (;;) {
      const before = values.size;
      bytes += answer.bytes;
      const page = source.parse(request, answer, names, selection);
      for (const [name, value] of page.values) values.set(name, value);
      if (page.cursor === null || values.size === before || values.size >= names.length) {
        return { names, values, selection, bytes, asOf };
      }
      request = source.request(names, selection, page.cursor);
      answer = await client.readAnswer(request, caller);
    }
  }

  /** Handles the failure of a request for its entries. Each entry is settled as soon as its result is known. */
  private async fail(
    batch: Batch<S, V>,
    entries: readonly Entry<S, V>[],
    caller: Caller,
    error: unknown,
    request: GongRequest | null,
  ): Promise<void> {
    const { source, onRefusal, onAbandoned } = this.options;
    const names = namesOf(entries);
    if (isEmptyResult(error) && source.nothing !== undefined) {
      this.resolve(entries, this.nothingOf(names, batch));
    } else if (isIdRefusal(error) && !source.isRequest) {
      await this.divide(batch, caller, error);
    } else if (request !== null && source.learnFrom?.(error, request, batch.selection) === true) {
      this.requeue(entries);
    } else {
      if (source.isRequest && isCacheableError(error)) {
        await onRefusal(names[0] ?? '', error, batch.asOf);
      } else {
        onAbandoned(names);
      }
      for (const entry of entries) {
        this.settle(entry, ({ reject }) => {
          reject(error);
        });
      }
    }
  }

  /**
   * Reads the rest of a batch that Gong refused because of one ID: it is malformed, or its record is missing or not
   * ready.
   */
  private async divide(batch: Batch<S, V>, caller: Caller, refusal: unknown): Promise<void> {
    const { source } = this.options;
    const open = new Set(batch.entries);
    let request: GongRequest | null = null;
    try {
      await readWithoutRefused(batch.entries, refusal, true, {
        idOf: ({ name }) => name,
        read: async (entries) => {
          request = source.request(namesOf(entries), batch.selection);
          const result = await this.readPart(namesOf(entries), batch, caller, request);
          for (const entry of entries) open.delete(entry);
          this.resolve(entries, result);
        },
        onRefused: (entry, said) => {
          open.delete(entry);
          void source.onRefused?.(entry.name, said);
          this.resolve([entry], this.nothingOf([entry.name], batch));
        },
      });
    } catch (error) {
      await this.fail(batch, [...open], caller, error, request);
    }
  }

  private async readPart(
    names: readonly string[],
    batch: Batch<S, V>,
    caller: Caller,
    request: GongRequest,
  ): Promise<BatchResult<S, V>> {
    try {
      const answer = await this.options.client.readAnswer(request, caller);
      return await this.readPages(names, batch, caller, { request, answer });
    } catch (error) {
      if (!isEmptyResult(error)) throw error;
      return this.nothingOf(names, batch);
    }
  }

  private nothingOf(names: readonly string[], { selection, asOf }: Batch<S, V>): BatchResult<S, V> {
    const { nothing } = this.options.source;
    const values = new Map(nothing == null ? [] : names.map((name) => [name, nothing]));
    return { names, values, selection, bytes: 0, asOf };
  }

  /** Queues entries again, to be requested with what was learned in the meantime. */
  private requeue(entries: readonly Entry<S, V>[]): void {
    this.order = null;
    for (const entry of entries) {
      if (this.sent.get(entry.name) === entry) this.sent.delete(entry.name);
      const other = this.open.get(entry.name);
      if (entry.waiters.size === 0) continue;
      entry.batch = null;
      entry.state = 'waiting';
      if (other === undefined) {
        this.open.set(entry.name, entry);
        continue;
      }
      this.widen(other, entry.selection);
      for (const waiter of entry.waiters) {
        other.waiters.add(waiter);
        this.waitersOf.get(waiter.reader)?.entries.set(waiter, other);
      }
    }
    this.queueRequests();
  }

  private resolve(entries: readonly Entry<S, V>[], result: BatchResult<S, V>): void {
    this.options.onResult(result);
    for (const entry of entries) {
      this.settle(entry, ({ resolve }) => {
        resolve(result.values.get(entry.name) ?? null);
      });
    }
  }
}
