import { setMaxListeners } from 'node:events';
import type { Caller, GongAnswer, GongClient } from '../gong/client.js';
import type { GongRequest } from '../gong/request.js';
import { isEmptyResult, isIdRefusal } from '../gong/errors.js';
import {
  canJoin,
  idsOf,
  inTurns,
  nothingOf,
  scopesOf,
  type Batch,
  type Entry,
  type Waiter,
} from './batchEntries.js';
import type { BatchKind, Brought } from './batchKind.js';
import { readBesideRefused } from './idRefusals.js';
import { createJointCaller } from './jointCaller.js';
import type { Reader } from './reader.js';

/** A request that waits for its slot, and takes then what is most urgent of all that waits. */
type QueuedRequest = object;

/**
 * Reads of one kind by id, for all operations on one Gong company. A request is worded when its slot
 * comes, so everything that came up while it waited travels along, the most urgent first; an id that is
 * already on its way is not asked for again.
 */
export class BatchQueue<Want, Item> {
  private readonly waiting = new Map<string, Entry<Want, Item>>();
  private readonly inFlight = new Map<string, Entry<Want, Item>>();
  private readonly readersByScope = new Map<Reader, Map<Waiter<Item>, Entry<Want, Item>>>();
  private readonly queued: QueuedRequest[] = [];
  /** What waits, as it will be taken; null where that has to be worked out anew. */
  private order: readonly Entry<Want, Item>[] | null = null;

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
    scope: Reader,
  ): Promise<Item | null>[] {
    const promises = keys.map(({ id, want }) => this.enlist(id, want, scope));
    this.queueRequests();
    return promises;
  }

  /** Whether what is wanted of a record is waited for already, or can still join what is. */
  isUnderWay({ id, want }: { readonly id: string; readonly want: Want }): boolean {
    return this.waiting.has(id) || this.joinable(id, want) !== undefined;
  }

  private enlist(id: string, want: Want, scope: Reader): Promise<Item | null> {
    return new Promise((resolve, reject) => {
      if (scope.ended) {
        reject(scope.signal.reason as Error);
        return;
      }
      const entry = this.joinable(id, want) ?? this.join(id, want) ?? this.add(id, want, scope);
      const reader: Waiter<Item> = { scope, joinedAt: scope.age(), resolve, reject };
      entry.readers.add(reader);
      this.order = null;
      this.remember(reader, entry);
    });
  }

  /** The record on its way, where that brings what is wanted. */
  private joinable(id: string, want: Want): Entry<Want, Item> | undefined {
    const flying = this.inFlight.get(id);
    return flying?.batch != null && canJoin(flying.batch, want, this.kind) ? flying : undefined;
  }

  private join(id: string, want: Want): Entry<Want, Item> | undefined {
    const waiting = this.waiting.get(id);
    if (waiting !== undefined) waiting.want = this.kind.union(waiting.want, want);
    return waiting;
  }

  /** @throws GongError `cost-limit-exceeded`: what can't be paid for need not wait to learn that. */
  private add(id: string, want: Want, scope: Reader): Entry<Want, Item> {
    scope.admit();
    const entry: Entry<Want, Item> = { id, want, readers: new Set(), batch: null };
    this.waiting.set(id, entry);
    return entry;
  }

  private remember(reader: Waiter<Item>, entry: Entry<Want, Item>): void {
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
    if (joinsFlight) scope.onSharedAttempt(0);
    readers.set(reader, entry);
  }

  /** An operation is over: what it alone waited for is not fetched, or its fetch is cut. */
  private leave(scope: Reader): void {
    const readers = this.readersByScope.get(scope);
    this.readersByScope.delete(scope);
    this.order = null;
    for (const [reader, entry] of readers ?? []) {
      entry.readers.delete(reader);
      reader.reject(scope.signal.reason);
      if (entry.readers.size > 0) continue;
      if (this.waiting.get(entry.id) === entry) this.waiting.delete(entry.id);
      const { batch } = entry;
      if (scope.isAnswered) continue;
      if (batch?.entries.every((each) => each.readers.size === 0) === true) {
        batch.controller.abort(scope.signal.reason);
      }
    }
  }

  private queueRequests(): void {
    while (this.queued.length * this.kind.maxBatchSize() < this.waiting.size) {
      const request: QueuedRequest = {};
      this.queued.push(request);
      void this.sendOne(request);
    }
  }

  /** One request's life: wait for a slot, take what is most urgent by then, fetch it, hand it out. */
  private async sendOne(queued: QueuedRequest): Promise<void> {
    const controller = new AbortController();
    // As many listen as requests wait for its parts: no leak, however many.
    setMaxListeners(0, controller.signal);
    let batch: Batch<Want, Item> | null = null;
    let request: GongRequest | null = null;
    // Assigned in a callback, which the compiler doesn't follow.
    const taken = (): Batch<Want, Item> | null => batch;
    const carried = () => taken()?.entries ?? this.shareOf(queued);
    const caller = createJointCaller(
      controller.signal,
      () => scopesOf(carried()),
      (until, reason) => {
        this.dismiss(carried(), until, reason);
      },
    );
    try {
      const answer = await this.client.readLate(() => {
        this.leaveQueue(queued);
        batch = this.take(this.inOrder().slice(0, this.kind.maxBatchSize()), controller);
        if (batch === null) return null;
        // Batches may have become smaller since the requests were counted. Not at once: this slot is
        // being granted.
        queueMicrotask(() => {
          this.queueRequests();
        });
        request = this.kind.request(idsOf(batch.entries), batch.want, null);
        return request;
      }, caller);
      const sent = taken();
      if (answer === null || sent === null || request === null) return;
      await this.finish(sent, caller, { request, answer });
    } catch (error) {
      // Refused before anything was worded, as when Gong asks for a long pause: the failure of what it
      // would have carried.
      const failed = taken() ?? this.take(this.shareOf(queued), controller);
      this.leaveQueue(queued);
      if (failed !== null) await this.fail(failed, failed.entries, caller, error, request);
    }
  }

  /** Who can't wait until then leaves at once. */
  private dismiss(entries: readonly Entry<Want, Item>[], until: number, reason: Error): void {
    for (const entry of entries) {
      for (const reader of entry.readers) {
        if (reader.scope.latestStart() >= until) continue;
        entry.readers.delete(reader);
        this.readersByScope.get(reader.scope)?.delete(reader);
        reader.reject(reason);
      }
      if (entry.readers.size === 0 && this.waiting.get(entry.id) === entry) {
        this.waiting.delete(entry.id);
      }
    }
    this.order = null;
  }

  private leaveQueue(queued: QueuedRequest): void {
    const index = this.queued.indexOf(queued);
    if (index >= 0) this.queued.splice(index, 1);
  }

  /** What a waiting request would carry if those before it went first. */
  private shareOf(queued: QueuedRequest): readonly Entry<Want, Item>[] {
    const size = this.kind.maxBatchSize();
    const start = this.queued.indexOf(queued) * size;
    return start < 0 ? [] : this.inOrder().slice(start, start + size);
  }

  /** What waits: what somebody looks at before what is read in bulk; of each, every client in its turn. */
  private inOrder(): readonly Entry<Want, Item>[] {
    this.order ??= inTurns([...this.waiting.values()]);
    return this.order;
  }

  private take(
    entries: readonly Entry<Want, Item>[],
    controller: AbortController,
  ): Batch<Want, Item> | null {
    const [first, ...rest] = entries;
    if (first === undefined) return null;
    const want = rest.reduce((sum, each) => this.kind.union(sum, each.want), first.want);
    const begun = this.kind.keeper?.begin() ?? 0;
    const batch: Batch<Want, Item> = { entries, want, controller, begun };
    this.order = null;
    for (const entry of entries) {
      this.waiting.delete(entry.id);
      entry.batch = batch;
      this.inFlight.set(entry.id, entry);
    }
    return batch;
  }

  /** Reads on from a batch's first answer, and tells its readers. */
  private async finish(
    batch: Batch<Want, Item>,
    caller: Caller,
    first: { readonly request: GongRequest; readonly answer: GongAnswer },
  ): Promise<void> {
    const { entries } = batch;
    try {
      this.resolve(batch, entries, await this.readPages(idsOf(entries), batch, caller, first));
    } catch (error) {
      await this.fail(batch, entries, caller, error, first.request);
    }
  }

  private async readPages(
    ids: readonly string[],
    { want }: Batch<Want, Item>,
    caller: Caller,
    first: { readonly request: GongRequest; readonly answer: GongAnswer },
  ): Promise<Brought<Want, Item>> {
    const found = new Map<string, Item>();
    let { request, answer } = first;
    let bytes = 0;
    for (;;) {
      const before = found.size;
      bytes += answer.bytes;
      const page = this.kind.parse(request, answer.body, want);
      for (const item of page.items) {
        const id = this.kind.idOf(item);
        if (id !== null) found.set(id, item);
      }
      if (page.cursor === null || found.size === before || found.size >= ids.length) {
        return { ids, found, want, bytes };
      }
      request = this.kind.request(ids, want, page.cursor);
      answer = await this.client.readAnswer(request, caller);
    }
  }

  /** What a failure means for the entries that it met. Each part is told as soon as it is known. */
  private async fail(
    batch: Batch<Want, Item>,
    entries: readonly Entry<Want, Item>[],
    caller: Caller,
    error: unknown,
    request: GongRequest | null,
  ): Promise<void> {
    if (isEmptyResult(error)) {
      this.resolve(batch, entries, nothingOf(entries, batch.want));
    } else if (isIdRefusal(error)) {
      await this.divide(batch, caller, error);
    } else if (request !== null && this.kind.learnFrom(error, request)) {
      this.requeue(entries);
    } else {
      this.settle(entries, (_, reader) => {
        reader.reject(error);
      });
    }
  }

  /** One ID that Gong can't read, or whose record isn't there or isn't ready, makes it refuse all of a batch. */
  private async divide(batch: Batch<Want, Item>, caller: Caller, refusal: unknown): Promise<void> {
    const { want } = batch;
    const open = new Set(batch.entries);
    let request: GongRequest | null = null;
    try {
      await readBesideRefused(batch.entries, refusal, true, {
        read: async (entries) => {
          request = this.kind.request(idsOf(entries), want, null);
          const brought = await this.readPart(entries, batch, caller, request);
          for (const entry of entries) open.delete(entry);
          this.resolve(batch, entries, brought);
        },
        onRefused: (entry, said) => {
          open.delete(entry);
          this.kind.onUnknown?.(entry.id, said);
          this.resolve(batch, [entry], nothingOf([entry], want));
        },
      });
    } catch (error) {
      await this.fail(batch, [...open], caller, error, request);
    }
  }

  private async readPart(
    entries: readonly Entry<Want, Item>[],
    batch: Batch<Want, Item>,
    caller: Caller,
    request: GongRequest,
  ): Promise<Brought<Want, Item>> {
    try {
      const answer = await this.client.readAnswer(request, caller);
      return await this.readPages(idsOf(entries), batch, caller, { request, answer });
    } catch (error) {
      if (!isEmptyResult(error)) throw error;
      return nothingOf(entries, batch.want);
    }
  }

  /** Back in line, to be worded by what has been learned meanwhile. */
  private requeue(entries: readonly Entry<Want, Item>[]): void {
    this.order = null;
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

  private resolve(
    batch: Batch<Want, Item>,
    entries: readonly Entry<Want, Item>[],
    brought: Brought<Want, Item>,
  ): void {
    this.kind.keeper?.keep(brought, batch.begun);
    this.settle(entries, (entry, reader) => {
      reader.resolve(brought.found.get(entry.id) ?? null);
    });
  }

  private settle(
    entries: readonly Entry<Want, Item>[],
    tell: (entry: Entry<Want, Item>, reader: Waiter<Item>) => void,
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
