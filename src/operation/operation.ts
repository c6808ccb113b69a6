import { counted } from '../lib/counted.js';
import { setMaxListeners } from 'node:events';
import type { Caller } from '../gong/client.js';
import type { Clock } from '../lib/clock.js';
import { GongError, type GongErrorKind } from '../gong/errors.js';
import type { OperationAudit } from '../telemetry/audit/operationAudit.js';
import type { ParentSpan } from '../telemetry/parentSpan.js';
import type { ClientBudget } from './clientBudget.js';
import type { Trial } from './trial.js';
import type { Requester, Priority } from '../gong/scheduling/waiter.js';
import { WaitedTime } from './waitedTime.js';

/** A path in the response. */
export type AnswerPath = readonly (string | number)[];

/** A list that was cut short without an error: see `extensions.gong.incomplete`. */
export interface IncompleteList {
  readonly path: AnswerPath;
  readonly kind: GongErrorKind;
}

export interface OperationOptions {
  readonly clock: Clock;
  /** Maximum time of the operation, including waits for quota and excluding transfers, in milliseconds. */
  readonly deadlineMs: number;
  /** Maximum of Gong requests for the operation. */
  readonly maxRequests: number;
  /** Maximum of objects in its response. Those that were looked up count as ten. If omitted, there is no limit. */
  readonly maxObjects?: number | undefined;
  /** The trial that runs the operation; null or omitted when the operation is executed. */
  readonly trial?: Trial | null;
  /** Name of the client that sends the operation. */
  readonly client: string;
  /** The client's requests of the day; null or omitted when nothing is charged to a client. */
  readonly budget?: ClientBudget | null;
  /** Records what is read and changed; null or omitted when nothing is audited. */
  readonly audit?: OperationAudit | null;
  /** The span of the operation; null or omitted when it is not traced. */
  readonly trace?: ParentSpan | null;
}

/** Name of operations without a name. */
const ANONYMOUS = 'anonymous';

/** The reason with which requests of an ended operation are dropped. All operations share one error. */
const operationEnded = new GongError('deadline-exceeded', 'The operation has ended.');

/** An operation with more requests than this no longer counts as interactive. */
const MAX_INTERACTIVE_REQUESTS = 10;

/** When records that the replica answered were read, in milliseconds since the epoch. */
export class PartTimes {
  private readonly times = new Map<string, number>();

  note(kind: string, id: string, readAt: number): void {
    this.times.set(`${kind} ${id}`, readAt);
  }

  /** Undefined when the record is not from the replica. */
  of(kind: string, id: string): number | undefined {
    return this.times.get(`${kind} ${id}`);
  }
}

/**
 * What one GraphQL operation may use of Gong, in requests and in time. It lives as long as the operation, and
 * everything that the operation waits for ends with it.
 */
export class Operation implements Caller {
  /** Requests sent to Gong for this operation, including retries. */
  requests = 0;
  /** Requests that another operation started and that this one also waited for. */
  shared = 0;
  /** Pages of lists and records by ID that came from a cache. */
  cacheHits = 0;
  /** When the first of the values from this process's cache becomes stale, in milliseconds since the epoch. */
  freshUntil = Infinity;
  /** Whether any value of the response is stale. */
  hasStaleValues = false;
  /** Requests that the limit prevented. */
  kept = 0;
  /** Name of the GraphQL operation. */
  operationName = ANONYMOUS;
  /** Gong's IDs of the responses, in the order of arrival. */
  readonly requestIds: string[] = [];
  readonly incomplete: IncompleteList[] = [];
  /** Response names of the root fields that the replica answers: everything below them comes from the replica. */
  readonly answeredByReplica = new Set<string | number>();
  /** How old what the replica holds may be that answers in place of Gong, in milliseconds; null: Gong is asked. */
  maxAgeMs: number | null = null;
  /** When the oldest record was read that the replica answered in place of Gong; null: it answered none. */
  oldestCopyAt: number | null = null;
  /** When the replica read what it answered, by kind and ID. */
  readonly partTimes = new PartTimes();
  /** Paths of stale data in the response. */
  readonly stale: AnswerPath[] = [];

  /** What was read and changed; null when nothing is audited. */
  audit: OperationAudit | null;

  /** The span of the operation; null when it is not traced. */
  readonly trace: ParentSpan | null;

  private readonly waits = new WaitedTime();
  private readonly controller = new AbortController();
  private readonly startedAt: number;
  private deadlineAt: number;
  private cancelTimer: () => void;
  private readonly staleValues = new WeakSet();
  /** Whether the operation ended with a complete response. */
  isAnswered = false;
  private isBulk = false;
  private freshHits = 0;
  private objects = 0;

  constructor(private readonly options: OperationOptions) {
    const { clock, deadlineMs, audit = null, trace = null } = options;
    this.audit = audit;
    this.trace = trace;
    // One listener for each waiting request. Their number is no memory leak.
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
   * Stops the operation's time during a transfer, which takes as long as the client needs and fails by itself when it
   * stalls. Only one transfer runs at a time. The returned function restarts the time; call it once.
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

  /** The trial that runs the operation; null when the operation is executed. */
  get trial(): Trial | null {
    return this.options.trial ?? null;
  }

  /** Returns the same promise. A trial waits for it, because a lookup is no request to Gong. */
  awaitLookup<T>(lookup: Promise<T>): Promise<T> {
    return this.trial?.awaitLookup(lookup) ?? lookup;
  }

  get maxRequests(): number {
    return this.options.maxRequests;
  }

  latestStart(): number {
    return this.deadlineAt;
  }

  /** Returns the time since the operation began, in milliseconds. */
  age(): number {
    return this.options.clock.monotonic() - this.startedAt;
  }

  asker(): Requester {
    return { client: this.options.client, operation: this.operationName };
  }

  priority(): Priority {
    return this.isBulk || this.requests >= MAX_INTERACTIVE_REQUESTS ? 'bulk' : 'interactive';
  }

  /** Marks the operation as reading more than a person looks at, so that other operations go first. */
  readInBulk(): void {
    this.isBulk = true;
  }

  get hasBudget(): boolean {
    return this.isBelowLimit && this.options.budget?.isSpent !== true;
  }

  private get isBelowLimit(): boolean {
    return this.trial === null && this.requests < this.options.maxRequests;
  }

  requireBudget(): void {
    if (this.hasBudget) return;
    this.kept += 1;
    const { budget } = this.options;
    if (this.isBelowLimit && budget != null) throw budget.spentError();
    throw new GongError(
      'cost-limit-exceeded',
      `This operation needs more than the allowed ${counted(this.maxRequests, 'Gong request')}. ` +
        'Request fewer items or a shorter time window, or split the operation.',
    );
  }

  /** Whether the response would contain more objects than allowed. */
  get isTooLarge(): boolean {
    return this.objects > this.maxObjects;
  }

  /**
   * Counts objects of the response.
   *
   * @throws GongError when there are too many.
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

  /** Time during which at least one of its requests waited for a slot, in milliseconds. */
  get waitedMs(): number {
    return this.waits.elapsedMs;
  }

  onAttempt(waitedMs: number): void {
    this.requests += 1;
    this.waits.add(waitedMs, this.options.clock.monotonic());
  }

  charge(): boolean | Promise<boolean> {
    return this.options.budget?.charge() ?? true;
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

  /** Whether all values came fresh from this process's cache, so that a repetition would give the same response. */
  get isFromCacheAlone(): boolean {
    const { requests, shared, kept, incomplete, hasStaleValues, oldestCopyAt } = this;
    if (oldestCopyAt !== null) return false;
    const isWhole = kept === 0 && incomplete.length === 0 && !hasStaleValues && !this.isTooLarge;
    return (
      isWhole && requests + shared === 0 && this.cacheHits > 0 && this.freshHits === this.cacheHits
    );
  }

  /** Ends a shared request. */
  onSharedAttemptOver(wasSent: boolean): void {
    if (!wasSent) this.shared -= 1;
  }

  /** Counts another operation's request that this one waits for. */
  onSharedAttempt(waitedMs: number): void {
    this.shared += 1;
    this.waits.add(waitedMs, this.options.clock.monotonic());
  }

  /** Records that a value is stale. */
  markStale(value: object): void {
    this.staleValues.add(value);
    this.hasStaleValues = true;
  }

  onCopy(readAt: number, kind?: string, name?: string): void {
    if (kind !== undefined && name !== undefined) this.partTimes.note(kind, name, readAt);
    this.oldestCopyAt = Math.min(readAt, this.oldestCopyAt ?? Infinity);
  }

  /** Marks a copy as stale when its original is. */
  copyStaleness(copy: object, original: object): void {
    if (this.staleValues.has(original)) this.markStale(copy);
  }

  /** Records where the response contains stale data. */
  noteIfStale(values: readonly (object | null | undefined)[], path: () => AnswerPath): void {
    if (!this.hasStaleValues) return;
    if (values.some((value) => value != null && this.staleValues.has(value))) {
      this.stale.push(path());
    }
  }

  /**
   * Ends the operation with a complete response. Queued requests for it are dropped. Requests that were sent
   * continue, because they cost nothing more and others can use their responses.
   */
  finish(): void {
    this.isAnswered = true;
    this.close();
  }

  /**
   * Ends the operation without a response. Queued requests for it are dropped, and requests that were sent are
   * aborted.
   */
  close(): void {
    this.cancelTimer();
    this.controller.abort(operationEnded);
  }
}
