import { SECOND_MS, type Clock } from '../../lib/clock.js';
import type { AdaptiveMargin } from './adaptiveMargin.js';

/** Where answers come within this, in milliseconds, one that is late betrays that its request was. */
const PROMPT_MS = 120;

/** Longer than this, no request is on its way to where answers come promptly. */
const MAX_DELAY_MS = SECOND_MS;

/** So many answers are remembered for what an answer usually takes. */
const RECENT_ANSWERS = 20;
/** From fewer, nothing can be told: they came while everything was starting up. */
const MIN_ANSWERS = 6;
/** So many answers are remembered for the least that an answer takes. */
const REMEMBERED_ANSWERS = 200;
/** Among fewer, all may have been late. */
const MIN_ANSWERS_FOR_LEAST = 40;

/** One request's place in the window. */
export interface Slot {
  /**
   * The request has left only now, having waited for a connection or for a busy process: its second
   * counts from here.
   */
  sent(): void;
  /**
   * The answer is there, so the request had arrived by now, less the time that an answer usually takes.
   * Where answers come promptly, its second counts from then: there is no later moment at which the receiver
   * can have counted it. Where they take their time, a late one says nothing of when its request arrived, unless
   * a 429 has shown that requests arrive late: then it is believed to, as far as the margin goes.
   */
  answered(): void;
}

/** What the receiver takes for an answer: what one takes longer, its request may have been late. */
export class AnswerTimes {
  private readonly latest: number[] = [];

  add(tookMs: number): void {
    this.latest.push(tookMs);
    if (this.latest.length > REMEMBERED_ANSWERS) this.latest.shift();
  }

  /** What most don't exceed, in milliseconds; 0 where not enough is known. */
  get usual(): number {
    const recent = this.latest.slice(-RECENT_ANSWERS);
    const { length } = recent;
    if (length < MIN_ANSWERS) return 0;
    // Of the first ones many may be late, all being busy with starting; later only the odd one is.
    const part = length < RECENT_ANSWERS ? 0.5 : 0.8;
    return recent.sort((a, b) => a - b)[Math.floor(length * part)] ?? 0;
  }

  /** What none stays below, in milliseconds; 0 where not enough is known. */
  get least(): number {
    return this.latest.length < MIN_ANSWERS_FOR_LEAST ? 0 : Math.min(...this.latest);
  }
}

export interface SlotOptions {
  readonly clock: Clock;
  /** By monotonic time. */
  readonly startedAt: number;
  /** The request counts from then, by monotonic time. */
  readonly moveTo: (at: number) => void;
  readonly answerTimes: AnswerTimes;
  readonly margin: AdaptiveMargin;
}

/**
 * Moves a slot's start to when it can be told that the request left or arrived. While a margin is widened, a request
 * without an answer counts from the end of the margin, one with an answer from when it can have arrived at the latest.
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
  /** Most starts in any window of one second. Below 1: one start in each `1 / rate` seconds. */
  readonly requestsPerSecond: number;
  /**
   * Added to the second, in milliseconds: a request that leaves a second after another may arrive
   * a little less than a second after it. What a 429 adds is not part of it, see `AdaptiveMargin`.
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
  private readonly answerTimes = new AnswerTimes();

  constructor(
    private readonly clock: Clock,
    options: WindowOptions,
    private readonly margin: AdaptiveMargin,
  ) {
    ({ limit: this.limit, lengthMs: this.lengthMs } = windowOf(options));
  }

  /** When there is room for one more, by monotonic time; in the past where there is some now. */
  freeAt(): number {
    if (this.starts.length < this.limit) return Number.NEGATIVE_INFINITY;
    const recent = this.starts.map(({ at }) => at).sort((a, b) => b - a);
    return (recent[this.limit - 1] ?? Number.NEGATIVE_INFINITY) + this.lengthMs;
  }

  /** Milliseconds since each start that still counts; negative where it counts from a moment to come. */
  ages(): readonly number[] {
    const now = this.clock.monotonic();
    return this.starts.map(({ at }) => now - at).filter((age) => age < this.lengthMs);
  }

  /** A start now, and the function that takes note of it. */
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
