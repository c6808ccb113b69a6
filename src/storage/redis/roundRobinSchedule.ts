import { windowOf, type WindowOptions } from '../../gong/scheduling/slidingWindow.js';

/**
 * How late in its turn a start may be, in milliseconds, because timers of a busy process are late. The turns are
 * further apart by the same time.
 */
export const TURN_TOLERANCE_MS = 25;

export interface Turn {
  readonly number: number;
  /** By the clock that all instances share, in milliseconds. */
  readonly startsAt: number;
}

/**
 * Lets instances share a rate without communication: they start requests round-robin, in turns of a common clock. A
 * turn allows one start, at its beginning. Any `limit + 1` starts are then further apart than the window is long,
 * whichever instances they come from. A fixed share for each instance would not do that: with less than one start per
 * window each, they could all start in the same window.
 */
export class RoundRobinSchedule {
  private readonly spacingMs: number;
  private lastTaken = Number.NEGATIVE_INFINITY;

  constructor(options: WindowOptions) {
    const { limit, lengthMs } = windowOf(options);
    this.spacingMs = (lengthMs + TURN_TOLERANCE_MS) / limit;
  }

  /**
   * Returns the first turn at or after a time that still allows a start.
   *
   * @param rank position of this instance among `count`, from 0.
   */
  next(at: number, rank: number, count: number): Turn {
    const open = Math.floor((at - TURN_TOLERANCE_MS) / this.spacingMs) + 1;
    const first = Math.max(open, this.lastTaken + 1);
    const number = first + ((((rank - first) % count) + count) % count);
    return { number, startsAt: number * this.spacingMs };
  }

  /** Uses a turn, which allows one start. */
  take({ number }: Turn): void {
    this.lastTaken = Math.max(this.lastTaken, number);
  }

  /** Resets the schedule for another clock, of which no turn was used. */
  reset(): void {
    this.lastTaken = Number.NEGATIVE_INFINITY;
  }
}
