import { windowOf, type WindowOptions } from '../../gong/scheduling/slidingWindow.js';

/**
 * How late in its turn a start may be, in milliseconds: timers of a busy process are late. The turns are that
 * much further apart in return.
 */
export const TURN_TOLERANCE_MS = 25;

export interface Turn {
  readonly number: number;
  /** By the clock that all have in common, in milliseconds. */
  readonly startsAt: number;
}

/**
 * How gateways share a rate without talking: they start one after the other, in turns of a common clock. A
 * turn is one start, at its beginning: `limit + 1` starts are then always further apart than the window is
 * long, whoever they are from. A share of the rate for each (so many per second, whenever it likes) would not
 * do: below one start in a window, the gateways' windows would fill together.
 */
export class RoundRobinSchedule {
  private readonly spacingMs: number;
  private lastTaken = Number.NEGATIVE_INFINITY;

  constructor(options: WindowOptions) {
    const { limit, lengthMs } = windowOf(options);
    this.spacingMs = (lengthMs + TURN_TOLERANCE_MS) / limit;
  }

  /**
   * The first turn that a start can still be made in at that time.
   *
   * @param rank place of this gateway among `count`, from 0.
   */
  next(at: number, rank: number, count: number): Turn {
    const open = Math.floor((at - TURN_TOLERANCE_MS) / this.spacingMs) + 1;
    const first = Math.max(open, this.lastTaken + 1);
    const number = first + ((((rank - first) % count) + count) % count);
    return { number, startsAt: number * this.spacingMs };
  }

  /** A turn is good for one start. */
  take({ number }: Turn): void {
    this.lastTaken = Math.max(this.lastTaken, number);
  }

  /** For another clock: no turn of it was taken. */
  reset(): void {
    this.lastTaken = Number.NEGATIVE_INFINITY;
  }
}
