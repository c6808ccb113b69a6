import type { Caller } from '../gong/client.js';

/** The operation on whose behalf the company reads, as far as the company knows of it. */
export interface Reader extends Caller {
  /** Aborted at the deadline, and when the operation ends. */
  readonly signal: AbortSignal;
  readonly ended: boolean;
  /** Whether it ended with its response complete: what was sent for it may still serve others. */
  readonly isAnswered: boolean;
  /** Whether one more request may be sent for it. */
  readonly canPay: boolean;
  /** Requests that may be sent for it in all, and those that were. */
  readonly maxRequests: number;
  readonly requests: number;
  /** Pages and records that came from a cache. */
  cacheHits: number;
  /** So many pages and records came from this process's cache, where they are fresh until then. */
  onFreshHits(count: number, freshUntil: number): void;
  /** Requests that another operation started and this one waits for too. */
  shared: number;
  /** Time since the operation began, in milliseconds. */
  age(): number;
  onAttemptOver(wasSent: boolean): void;
  /** Another operation's request, for which this one waits too, is sent after `waitedMs` in the queue. */
  onSharedAttempt(waitedMs: number): void;
  onSharedAttemptOver(wasSent: boolean): void;
  /** Records that this value could not be renewed. */
  markStale(value: object): void;
}
