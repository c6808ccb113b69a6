import type { GongErrorKind } from './errors.js';
import type { GongEndpoint, GongRequest } from './request.js';
import type { Requester } from './scheduling/waiter.js';

/**
 * How an attempt ended. `aborted`: no caller waited for the response any longer; `unsent`: no connection was
 * established.
 */
export type AttemptOutcome = GongErrorKind | 'ok' | 'empty' | 'aborted' | 'unsent';

/** A finished HTTP request to Gong. Contains no data of the request or the response. */
export interface Attempt {
  readonly asker: Requester;
  readonly endpoint: GongEndpoint;
  readonly outcome: AttemptOutcome;
  /** Milliseconds in the queue, and from then until the response. */
  readonly waitedMs: number;
  readonly tookMs: number;
}

/** Observes every request to Gong. */
export interface ClientObserver {
  onAttempt(attempt: Attempt): void;
}

/** The end of an attempt, for a trace. */
export interface AttemptEnd {
  readonly outcome: AttemptOutcome;
  /** HTTP status of the response; undefined when there is none. */
  readonly status: number | undefined;
  /** Gong's ID of the request; undefined when Gong sent none. */
  readonly requestId: string | undefined;
}

/** Records waits and attempts in the traces of the operations that they serve. */
export interface RequestTrace {
  /**
   * Called when a request begins to wait for its send slot. Call the returned function when the wait ends, with whether
   * the request got its slot. Further calls have no effect.
   */
  startWait(): (isGranted: boolean) => void;
  /**
   * Called when the request is sent. Call the returned function once, when the attempt is over.
   *
   * @param attempt 1 for the first attempt, more for repetitions.
   */
  startAttempt(request: GongRequest, attempt: number): (end: AttemptEnd) => void;
}
