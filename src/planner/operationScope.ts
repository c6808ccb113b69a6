import { setMaxListeners } from 'node:events';
import type { Clock } from '../gong/clock.js';
import { GongError, type GongErrorKind } from '../gong/errors.js';
import type { Caller } from '../gong/client.js';

/** A list that was cut short without being an error: see `extensions.gong.incomplete`. */
export interface IncompleteList {
  readonly path: readonly (string | number)[];
  readonly kind: GongErrorKind;
}

/**
 * What one GraphQL operation spends at Gong and how long it may take. Lives as long as the operation;
 * everything that waits on its behalf waits through it.
 */
export class OperationScope implements Caller {
  /** HTTP requests sent to Gong for this operation, retries included. */
  requests = 0;
  /** Requests that another operation started and this one waited for too. */
  shared = 0;
  /** Time its requests spent waiting for a slot, in milliseconds, summed. */
  waitedMs = 0;
  readonly incomplete: IncompleteList[] = [];

  private readonly controller = new AbortController();
  private readonly deadlineAt: number;
  private readonly cancelTimer: () => void;

  constructor(clock: Clock, deadlineMs: number) {
    // As many listen as requests wait: no leak, however many.
    setMaxListeners(0, this.controller.signal);
    this.deadlineAt = clock.monotonic() + deadlineMs;
    this.cancelTimer = clock.after(deadlineMs, () => {
      this.controller.abort(
        new GongError('deadline-exceeded', `Time ran out after ${deadlineMs} ms.`),
      );
    });
  }

  /** Aborted at the deadline, and when the operation ends. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  get ended(): boolean {
    return this.controller.signal.aborted;
  }

  latestStart(): number {
    return this.deadlineAt;
  }

  onAttempt(waitedMs: number): void {
    this.requests += 1;
    this.waitedMs += waitedMs;
  }

  /** The answer is complete, or nobody waits for it any more: what is still queued for it is dropped. */
  close(): void {
    this.cancelTimer();
    this.controller.abort(new GongError('deadline-exceeded', 'The operation has ended.'));
  }
}
