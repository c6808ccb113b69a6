import { counted } from '../lib/counted.js';
import { setMaxListeners } from 'node:events';
import type { Caller } from '../gong/client.js';
import type { Clock } from '../lib/clock.js';
import { GongError, type GongErrorKind } from '../gong/errors.js';
import type { Trial } from './trial.js';
import type { Requester, Priority } from '../gong/scheduling/waiter.js';

/** Where in the answer something stands. */
export type AnswerPath = readonly (string | number)[];

/** A list that was cut short without being an error: see `extensions.gong.incomplete`. */
export interface IncompleteList {
  readonly path: AnswerPath;
  readonly kind: GongErrorKind;
}

export interface OperationOptions {
  readonly clock: Clock;
  /** Most time that the operation may take, waiting for quota included, transfers not; milliseconds. */
  readonly deadlineMs: number;
  /** Most requests that may be sent to Gong for it. */
  readonly maxRequests: number;
  /** Most objects that its answer may hold, those looked up as ten; left out: any number. */
  readonly maxObjects?: number | undefined;
  /** The trial that this is; null or left out: the operation runs. */
  readonly trial?: Trial | null;
  /** Name of the gateway's client that asks. */
  readonly client: string;
}

/** What operations are called that have no name. */
const ANONYMOUS = 'anonymous';

/** Why what an operation leaves behind is dropped: one for all, since every operation ends so. */
const operationEnded = new GongError('deadline-exceeded', 'The operation has ended.');

/** Whoever has so many requests sent is no quick look any more, whatever was asked for. */
const MAX_INTERACTIVE_REQUESTS = 10;

/**
 * What one GraphQL operation spends at Gong and how long it may take. Lives as long as the operation;
 * everything that waits on its behalf waits through it.
 */
export class Operation implements Caller {
  /** HTTP requests sent to Gong for this operation, retries included. */
  requests = 0;
  /** Requests that another operation started and this one waited for too. */
  shared = 0;
  /** Pages of lists and records by id that came from a cache instead of Gong. */
  cacheHits = 0;
  /** When the first of those that are fresh in this process stops being so, in milliseconds since the epoch. */
  freshUntil = Infinity;
  /** Time its requests spent waiting for a slot, in milliseconds, summed. */
  waitedMs = 0;
  /** Whether anything given out could not be renewed. */
  hasStaleValues = false;
  /** Requests that its limit kept it from. */
  kept = 0;
  /** Name of the GraphQL operation. */
  operationName = ANONYMOUS;
  /** Gong's own references of the responses that it got, in their order. */
  readonly requestIds: string[] = [];
  readonly incomplete: IncompleteList[] = [];
  /** Places of data that could not be renewed. */
  readonly stale: AnswerPath[] = [];

  private readonly controller = new AbortController();
  private readonly startedAt: number;
  private deadlineAt: number;
  private cancelTimer: () => void;
  private readonly staleValues = new WeakSet();
  /** Whether it ended because nothing more was wanted. */
  isAnswered = false;
  private isBulk = false;
  private freshHits = 0;
  private objects = 0;

  constructor(private readonly options: OperationOptions) {
    const { clock, deadlineMs } = options;
    // As many listen as requests wait: no leak, however many.
    setMaxListeners(0, this.controller.signal);
    this.startedAt = clock.monotonic();
    this.deadlineAt = this.startedAt + deadlineMs;
    this.cancelTimer = this.startTimer();
  }

  private startTimer(): () => void {
    const { clock, deadlineMs } = this.options;
    return clock.after(this.deadlineAt - clock.monotonic(), () => {
      this.controller.abort(
        new GongError(
          'deadline-exceeded',
          `The operation reached its deadline of ${deadlineMs} ms. Request less, or try again.`,
        ),
      );
    });
  }

  /**
   * Stops the time: what comes now is a transfer, which takes as long as its client needs and ends by itself where
   * nothing moves. One at a time; the returned function, called once, lets time go on.
   */
  stopTime(): () => void {
    const { clock } = this.options;
    const stoppedAt = clock.monotonic();
    this.cancelTimer();
    return () => {
      if (this.ended) return;
      this.deadlineAt += clock.monotonic() - stoppedAt;
      this.cancelTimer = this.startTimer();
    };
  }

  /** Aborted at the deadline, and when the operation ends. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  get ended(): boolean {
    return this.controller.signal.aborted;
  }

  /** The trial that this is; null: the operation runs. */
  get trial(): Trial | null {
    return this.options.trial ?? null;
  }

  /** The same promise, which a trial waits for: what it brings is no request to Gong. */
  awaitLookup<T>(lookup: Promise<T>): Promise<T> {
    return this.trial?.awaitLookup(lookup) ?? lookup;
  }

  get maxRequests(): number {
    return this.options.maxRequests;
  }

  latestStart(): number {
    return this.deadlineAt;
  }

  /** How long the operation has been running, in milliseconds. */
  age(): number {
    return this.options.clock.monotonic() - this.startedAt;
  }

  asker(): Requester {
    return { client: this.options.client, operation: this.operationName };
  }

  priority(): Priority {
    return this.isBulk || this.requests >= MAX_INTERACTIVE_REQUESTS ? 'bulk' : 'interactive';
  }

  /** The operation reads through more than somebody looks at: others may go first. */
  readInBulk(): void {
    this.isBulk = true;
  }

  get hasBudget(): boolean {
    return this.trial === null && this.requests < this.options.maxRequests;
  }

  requireBudget(): void {
    if (this.hasBudget) return;
    this.kept += 1;
    throw new GongError(
      'cost-limit-exceeded',
      `This operation needs more than the allowed ${counted(this.maxRequests, 'Gong request')}. ` +
        'Request fewer items or a shorter time window, or split the operation.',
    );
  }

  /** Whether the answer would hold more than it may. */
  get isTooLarge(): boolean {
    return this.objects > this.maxObjects;
  }

  /**
   * So many more objects come into the answer.
   *
   * @throws GongError when these are too many.
   */
  countObjects(count: number): void {
    this.objects += count;
    if (this.isTooLarge) throw this.tooLarge();
  }

  tooLarge(): GongError {
    return new GongError(
      'cost-limit-exceeded',
      `The response would contain more than the allowed ${counted(this.maxObjects, 'object')}. ` +
        'Request fewer items or fewer levels, or split the operation.',
    );
  }

  private get maxObjects(): number {
    return this.options.maxObjects ?? Infinity;
  }

  onAttempt(waitedMs: number): void {
    this.requests += 1;
    this.waitedMs += waitedMs;
  }

  onAttemptOver(wasSent: boolean): void {
    if (!wasSent) this.requests -= 1;
  }

  onResponse(requestId: string): void {
    this.requestIds.push(requestId);
  }

  onFreshHits(count: number, freshUntil: number): void {
    this.cacheHits += count;
    this.freshHits += count;
    this.freshUntil = Math.min(this.freshUntil, freshUntil);
  }

  /** Whether all that it gave out was fresh in this process's cache: the same again would be the same. */
  get isFromCacheAlone(): boolean {
    const { requests, shared, kept, incomplete, hasStaleValues } = this;
    const isWhole = kept === 0 && incomplete.length === 0 && !hasStaleValues && !this.isTooLarge;
    return (
      isWhole && requests + shared === 0 && this.cacheHits > 0 && this.freshHits === this.cacheHits
    );
  }

  /** One that was shared is over. */
  onSharedAttemptOver(wasSent: boolean): void {
    if (!wasSent) this.shared -= 1;
  }

  /** Another operation's request leaves, for which this one waits too. */
  onSharedAttempt(waitedMs: number): void {
    this.shared += 1;
    this.waitedMs += waitedMs;
  }

  /** What was given out although it could not be renewed. */
  markStale(value: object): void {
    this.staleValues.add(value);
    this.hasStaleValues = true;
  }

  /** A copy is as stale as what it was made of. */
  copyStaleness(copy: object, original: object): void {
    if (this.staleValues.has(original)) this.markStale(copy);
  }

  /** Puts on record where stale data stands in the answer. */
  noteIfStale(values: readonly (object | null | undefined)[], path: () => AnswerPath): void {
    if (!this.hasStaleValues) return;
    if (values.some((value) => value != null && this.staleValues.has(value))) {
      this.stale.push(path());
    }
  }

  /**
   * The answer is complete. What is still queued for it is dropped; what has been sent costs nothing more, and
   * its answer may serve others.
   */
  finish(): void {
    this.isAnswered = true;
    this.close();
  }

  /** Nobody waits for the answer any more: what is still queued for it is dropped, what was sent is cut. */
  close(): void {
    this.cancelTimer();
    this.controller.abort(operationEnded);
  }
}
