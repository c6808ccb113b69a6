import { SECOND_MS, type Clock } from './clock.js';
import { GongError } from './errors.js';

/** An answer this soon costs less of the rate than a request refused for being early. */
const SOON_MS = 100;

export interface SchedulerOptions {
  /** Most starts in any window of one second. Below 1: one start in each `1 / rate` seconds. */
  readonly requestsPerSecond: number;
  /**
   * Added to the second, in milliseconds: a request that leaves a second after another may arrive
   * a little less than a second after it.
   */
  readonly marginMs: number;
  readonly clock: Clock;
}

/** The permission to start one request. */
export interface Slot {
  /**
   * The request has left only now, having waited for a connection or for a busy process: its second
   * counts from here.
   */
  sent(): void;
  /**
   * The answer is there, so the request had arrived by now. Where that comes soon, its second counts from
   * here: there is no later moment at which the receiver can have counted it.
   */
  answered(): void;
}

/** Who waits, and how long it makes sense to. */
export interface Waiter {
  /** When aborted, the wait rejects with the signal's reason. */
  readonly signal: AbortSignal;
  /** The last moment, by the clock's monotonic time, at which a start is still of use. */
  latestStart(): number;
}

interface Waiting {
  readonly waiter: Waiter;
  readonly grant: (slot: Slot) => boolean;
  readonly refuse: (reason: Error) => void;
}

/**
 * Decides when the next request to one Gong company may start. Knows time and budget, not HTTP.
 * Strict: however a window of one second is laid, no more than the permitted number start in it.
 * A fixed window would let twice as many through at its edge. First come, first served.
 */
export class Scheduler {
  private readonly clock: Clock;
  private readonly limit: number;
  private readonly windowMs: number;
  /** Requests of the last second, at least; when each started or, as far as that is known, left. */
  private starts: { at: number }[] = [];
  private readonly queue: Waiting[] = [];
  private pausedUntil = Number.NEGATIVE_INFINITY;
  private cancelTimer: (() => void) | null = null;

  constructor({ requestsPerSecond, marginMs, clock }: SchedulerOptions) {
    this.clock = clock;
    this.limit = Math.max(1, Math.floor(requestsPerSecond));
    this.windowMs = (requestsPerSecond < 1 ? SECOND_MS / requestsPerSecond : SECOND_MS) + marginMs;
  }

  /** Requests that wait for their slot. */
  get queued(): number {
    return this.queue.length;
  }

  /**
   * Calls `start` as soon as a request may leave, synchronously with the slot being taken, and
   * resolves as its promise does. A `start` that returns null has nothing to send any more: the slot
   * goes to the next in line.
   *
   * @throws GongError `rate-limited`, at once, when a pause lasts beyond the waiter's latest start.
   */
  run<T>(start: (slot: Slot) => Promise<T> | null, waiter: Waiter): Promise<T | null> {
    return new Promise((resolve, reject) => {
      const { signal } = waiter;
      if (signal.aborted) {
        reject(signal.reason as Error);
        return;
      }
      if (this.pausedUntil > waiter.latestStart()) {
        reject(this.pausedTooLong());
        return;
      }
      const onAbort = (): void => {
        const index = this.queue.indexOf(waiting);
        if (index >= 0) this.queue.splice(index, 1);
        reject(signal.reason as Error);
      };
      const waiting: Waiting = {
        waiter,
        grant: (slot) => {
          signal.removeEventListener('abort', onAbort);
          let started: Promise<T> | null;
          try {
            started = start(slot);
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
            return false;
          }
          if (started === null) {
            resolve(null);
            return false;
          }
          started.then(resolve, reject);
          return true;
        },
        refuse: (reason) => {
          signal.removeEventListener('abort', onAbort);
          reject(reason);
        },
      };
      signal.addEventListener('abort', onAbort, { once: true });
      this.queue.push(waiting);
      this.advance();
    });
  }

  /**
   * Starts nothing for the next `delayMs`. The pause is a deadline that only ever moves later. Who
   * can't outwait it is refused at once, rather than at its deadline.
   */
  pauseFor(delayMs: number): void {
    this.pausedUntil = Math.max(this.pausedUntil, this.clock.monotonic() + delayMs);
    for (const waiting of [...this.queue]) {
      if (waiting.waiter.latestStart() >= this.pausedUntil) continue;
      this.queue.splice(this.queue.indexOf(waiting), 1);
      waiting.refuse(this.pausedTooLong());
    }
  }

  private pausedTooLong(): GongError {
    return new GongError(
      'rate-limited',
      'Gong asked to wait longer than this operation may take.',
      {
        retryAfterMs: Math.max(0, this.pausedUntil - this.clock.monotonic()),
      },
    );
  }

  private advance(): void {
    for (;;) {
      const next = this.queue[0];
      if (next === undefined) return;
      const now = this.clock.monotonic();
      const freeAt = Math.max(this.pausedUntil, this.slotFreeAt());
      if (freeAt > now) {
        this.wakeAfter(freeAt - now);
        return;
      }
      this.queue.shift();
      const start = { at: now };
      const slot: Slot = {
        sent: () => {
          start.at = this.clock.monotonic();
        },
        answered: () => {
          const answeredAt = this.clock.monotonic();
          if (answeredAt - start.at <= SOON_MS) start.at = answeredAt;
        },
      };
      if (next.grant(slot)) {
        this.starts.push(start);
        if (this.starts.length > this.limit) {
          this.starts = this.starts.filter(({ at }) => at + this.windowMs > now);
        }
      }
    }
  }

  /** When the window has room for one more start. */
  private slotFreeAt(): number {
    if (this.starts.length < this.limit) return Number.NEGATIVE_INFINITY;
    const recent = this.starts.map(({ at }) => at).sort((a, b) => b - a);
    return (recent[this.limit - 1] ?? Number.NEGATIVE_INFINITY) + this.windowMs;
  }

  private wakeAfter(delayMs: number): void {
    this.cancelTimer?.();
    // Timers may fire up to a millisecond early; rounding up saves the extra turn.
    this.cancelTimer = this.clock.after(Math.ceil(delayMs), () => {
      this.cancelTimer = null;
      this.advance();
    });
  }
}
