import type { Caller } from '../gong/client.js';
import type { ParentSpan } from '../telemetry/parentSpan.js';

/** A run of an operation on cached data, which counts the missing data: see `operation/trial.ts`. */
export interface ReadTrial {
  /**
   * Records that a key of a lane would have to be requested. Never settles.
   *
   * @param max the number of keys in one request.
   */
  reportMissing(lane: string, key: string, max: number): Promise<never>;
  /** Returns the same promise. The trial continues until it settles, because its result may lead to further reads. */
  awaitLookup<T>(lookup: Promise<T>): Promise<T>;
}

/** The operation for which the company reads, as far as the company knows it. */
export interface Reader extends Caller {
  /** Aborted at the deadline, and when the operation ends. */
  readonly signal: AbortSignal;
  readonly ended: boolean;
  /** Set when the operation is only tried. No request may be sent for it. */
  readonly trial: ReadTrial | null;
  /** Whether the operation ended with a complete response. Requests that were sent for it can still serve others. */
  readonly isAnswered: boolean;
  /** Whether one more request may be sent for the operation. */
  readonly hasBudget: boolean;
  /** Maximum of requests, and the number of requests that were sent. */
  readonly maxRequests: number;
  readonly requests: number;
  /** Pages and records that came from the cache. */
  cacheHits: number;
  /** Called when `count` pages and records came from this process's cache, where they stay fresh until `freshUntil`. */
  onFreshHits(count: number, freshUntil: number): void;
  /** Requests that another operation started and that this one also waits for. */
  shared: number;
  /** Returns the time since the operation began, in milliseconds. */
  age(): number;
  onAttemptOver(wasSent: boolean): void;
  onResponse(requestId: string): void;
  /** Called when another operation's request, which this one also waits for, is sent after `waitedMs` in the queue. */
  onSharedAttempt(waitedMs: number): void;
  onSharedAttemptOver(wasSent: boolean): void;
  /** How old what a copy holds may be that answers in place of Gong, in milliseconds; null: Gong is asked. */
  readonly maxAgeMs: number | null;
  /** A copy answered, which was read from Gong at this time: a list, or the record of the kind with this key. */
  onCopy(readAt: number, kind?: string, name?: string): void;
  /** The operation's span; null when it is not traced. */
  readonly trace: ParentSpan | null;
  /** Records that the value is stale and could not be read again. */
  markStale(value: object): void;
}
