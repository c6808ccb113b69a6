import type { Caller } from '../gong/client.js';

/** A run of an operation on what is known, which finds out what is missing: see `operation/trial.ts`. */
export interface ReadTrial {
  /**
   * Notes that a key of a lane would have to be requested, of which one request carries `max`. Never settles.
   */
  reportMissing(lane: string, key: string, max: number): Promise<never>;
  /** The same promise. The trial goes on until it settles, because what it brings may lead to further reads. */
  awaitLookup<T>(awaitLookup: Promise<T>): Promise<T>;
}

/** The operation on whose behalf the company reads, as far as the company knows of it. */
export interface Reader extends Caller {
  /** Aborted at the deadline, and when the operation ends. */
  readonly signal: AbortSignal;
  readonly ended: boolean;
  /** Set when the operation is only tried: nothing may be sent for it. */
  readonly trial: ReadTrial | null;
  /** Whether it ended with its response complete: what was sent for it may still serve others. */
  readonly isAnswered: boolean;
  /** Whether one more request may be sent for it. */
  readonly hasBudget: boolean;
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
  onResponse(requestId: string): void;
  /** Another operation's request, for which this one waits too, is sent after `waitedMs` in the queue. */
  onSharedAttempt(waitedMs: number): void;
  onSharedAttemptOver(wasSent: boolean): void;
  /** Records that this value could not be renewed. */
  markStale(value: object): void;
}
