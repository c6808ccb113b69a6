import { SECOND_MS, type Clock } from '../../lib/clock.js';
import type { AdaptiveMargin } from './adaptiveMargin.js';

/** When responses usually come within this time, in milliseconds, a late response means a late request. */
const PROMPT_MS = 120;

/** With prompt responses, no request takes longer than this to arrive. */
const MAX_DELAY_MS = SECOND_MS;

/** The usual response time is computed from this many responses. */
const RECENT_ANSWERS = 20;
/** Fewer responses show nothing, because they came during startup. */
const MIN_ANSWERS = 6;
/** The minimum response time is computed from this many responses. */
const REMEMBERED_ANSWERS = 200;
/** Among fewer responses, all may have been late. */
const MIN_ANSWERS_FOR_LEAST = 40;

/** The position of one request in the window. */
export interface Slot {
  /**
   * Called when the request is really sent, after a wait for a connection or a busy process. Its second counts from
   * then.
   */
  sent(): void;
  /**
   * Called with the response. The request had arrived by then, minus the usual response time. When responses are
   * prompt, its second counts from that time, because the receiver cannot have counted it later. When they are slow,
   * a late response says nothing about the arrival, unless a 429 showed that requests arrive late. Then it is assumed
   * to have arrived late, within the margin.
   */
  answered(): void;
}

/** The receiver's response times. A longer time may mean that the request was late. */
export class AnswerTimes {
  private readonly latest: number[] = [];

  add(tookMs: number): void {
    this.latest.push(tookMs);
    if (this.latest.length > REMEMBERED_ANSWERS) this.latest.shift();
  }

  /** The time that most responses do not exceed, in milliseconds; 0 when too few are known. */
  get usual(): number {
    const recent = this.latest.slice(-RECENT_ANSWERS);
    const { length } = recent;
    if (length < MIN_ANSWERS) return 0;
    // Many of the first responses may be late during startup; later, only few are.
    const part = length < RECENT_ANSWERS ? 0.5 : 0.8;
    return recent.sort((a, b) => a - b)[Math.floor(length * part)] ?? 0;
  }

  /** The time that no response stays below, in milliseconds; 0 when too few are known. */
  get least(): number {
    return this.latest.length < MIN_ANSWERS_FOR_LEAST ? 0 : Math.min(...this.latest);
  }
}

export interface SlotOptions {
  readonly clock: Clock;
  /** In monotonic time. */
  readonly startedAt: number;
  /** Makes the request count from another monotonic time. */
  readonly moveTo: (at: number) => void;
  readonly answerTimes: AnswerTimes;
  readonly margin: AdaptiveMargin;
}

/**
 * Creates a slot that moves its start to when the request was sent or arrived. While the margin is widened, a request
 * without a response counts from the end of the margin, and one with a response from its latest possible arrival.
 */
export function createSlot({ clock, startedAt, moveTo, answerTimes, margin }: SlotOptions): Slot {
  let sentAt = startedAt;
  let countsFrom = startedAt + margin.extraMs;
  const count = (from: number): void => {
    if (from === countsFrom) return;
    countsFrom = from;
    moveTo(from);
  };
  return {
    sent: () => {
      sentAt = clock.monotonic();
      count(sentAt + margin.extraMs);
    },
    answered: () => {
      const tookMs = clock.monotonic() - sentAt;
      const { usual, least } = answerTimes;
      answerTimes.add(tookMs);
      const lateMs = tookMs - usual;
      const betrayedMs = usual <= PROMPT_MS && lateMs <= MAX_DELAY_MS ? lateMs : 0;
      const believedMs = Math.min(margin.extraMs, tookMs - least);
      count(sentAt + Math.max(0, betrayedMs, believedMs));
    },
  };
}

export interface WindowOptions {
  /** Maximum of starts in any window of 1 second. Below 1: one start in each `1 / rate` seconds. */
  readonly requestsPerSecond: number;
  /**
   * Added to the second, in milliseconds, because requests that are sent 1 second apart may arrive slightly closer
   * together. The part that a 429 adds is separate: see `AdaptiveMargin`.
   */
  readonly marginMs: number;
}

/** Returns how many starts a window holds, and its length in milliseconds. */
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
 * The starts of the last second. Every window of that length, wherever it begins, contains no more starts than
 * allowed. A fixed window would allow twice as many at its boundary.
 */
export class SlidingWindow {
  private readonly limit: number;
  private readonly lengthMs: number;
  private starts: { at: number }[] = [];
  private readonly answerTimes = new AnswerTimes();

  constructor(
    private readonly clock: Clock,
    options: WindowOptions,
    private readonly margin: AdaptiveMargin,
  ) {
    ({ limit: this.limit, lengthMs: this.lengthMs } = windowOf(options));
  }

  /**
   * When there is room for one more, by monotonic time; in the past where there is some now.
   *
   * @param spared starts for which there must be room besides, as far as the window holds several.
   */
  freeAt(spared = 0): number {
    const limit = Math.max(1, this.limit - spared);
    if (this.starts.length < limit) return Number.NEGATIVE_INFINITY;
    const recent = this.starts.map(({ at }) => at).sort((a, b) => b - a);
    return (recent[limit - 1] ?? Number.NEGATIVE_INFINITY) + this.lengthMs;
  }

  /** Returns the milliseconds since each start that still counts; negative when it counts from a later time. */
  ages(): readonly number[] {
    const now = this.clock.monotonic();
    return this.starts.map(({ at }) => now - at).filter((age) => age < this.lengthMs);
  }

  /** Returns a start now, and the function that records it. */
  offer(): { readonly slot: Slot; readonly take: () => void } {
    const now = this.clock.monotonic();
    const { clock, answerTimes, margin } = this;
    const start = { at: now + margin.extraMs };
    const moveTo = (at: number): void => {
      start.at = at;
    };
    const slot = createSlot({ clock, startedAt: now, moveTo, answerTimes, margin });
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
