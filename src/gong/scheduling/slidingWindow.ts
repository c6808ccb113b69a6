import { SECOND_MS, type Clock } from '../clock.js';

/** An answer this soon costs less of the rate than a request refused for being early. */
const SOON_MS = 30;

/** One request's place in the window. */
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

/** Moves a slot's start to when it can be told that the request left, once or twice. */
export function createSlot(clock: Clock, startedAt: number, moveTo: (at: number) => void): Slot {
  let at = startedAt;
  const move = (): void => {
    at = clock.monotonic();
    moveTo(at);
  };
  return {
    sent: move,
    answered: () => {
      if (clock.monotonic() - at <= SOON_MS) move();
    },
  };
}

export interface WindowOptions {
  /** Most starts in any window of one second. Below 1: one start in each `1 / rate` seconds. */
  readonly requestsPerSecond: number;
  /**
   * Added to the second, in milliseconds: a request that leaves a second after another may arrive
   * a little less than a second after it.
   */
  readonly marginMs: number;
}

/** How many starts a window of which length holds, in milliseconds. */
export function windowOf({ requestsPerSecond, marginMs }: WindowOptions): {
  readonly limit: number;
  readonly lengthMs: number;
} {
  return {
    limit: Math.max(1, Math.floor(requestsPerSecond)),
    lengthMs: (requestsPerSecond < 1 ? SECOND_MS / requestsPerSecond : SECOND_MS) + marginMs,
  };
}

/**
 * The starts of the last second. Strict: however a window of that length is laid, no more than the permitted
 * number start in it. A fixed window would let twice as many through at its edge.
 */
export class SlidingWindow {
  private readonly limit: number;
  private readonly lengthMs: number;
  private starts: { at: number }[] = [];

  constructor(
    private readonly clock: Clock,
    options: WindowOptions,
  ) {
    ({ limit: this.limit, lengthMs: this.lengthMs } = windowOf(options));
  }

  /** When there is room for one more, by monotonic time; in the past where there is some now. */
  freeAt(): number {
    if (this.starts.length < this.limit) return Number.NEGATIVE_INFINITY;
    const recent = this.starts.map(({ at }) => at).sort((a, b) => b - a);
    return (recent[this.limit - 1] ?? Number.NEGATIVE_INFINITY) + this.lengthMs;
  }

  /** Milliseconds since each start that still counts. */
  ages(): readonly number[] {
    const now = this.clock.monotonic();
    return this.starts.map(({ at }) => now - at).filter((age) => age < this.lengthMs);
  }

  /** A start now, and the function that takes note of it. */
  offer(): { readonly slot: Slot; readonly take: () => void } {
    const now = this.clock.monotonic();
    const start = { at: now };
    const slot = createSlot(this.clock, now, (at) => {
      start.at = at;
    });
    return {
      slot,
      take: () => {
        this.starts.push(start);
        if (this.starts.length > this.limit) {
          this.starts = this.starts.filter(({ at }) => at + this.lengthMs > now);
        }
      },
    };
  }
}
