import { SECOND_MS, type Clock } from '../clock.js';

/** Where answers come within this, in milliseconds, one that is late betrays that its request was. */
const PROMPT_MS = 120;

/** Longer than this, no request is on its way to where answers come promptly. */
const LONGEST_DELAY_MS = SECOND_MS;

/** So many answers are remembered for what an answer usually takes. */
const REMEMBERED_ANSWERS = 20;
/** From fewer, nothing can be told: they came while everything was starting up. */
const TELLING_ANSWERS = 6;

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
   * can have counted it. Where they take their time, a late one says nothing of when its request arrived.
   */
  answered(): void;
}

/** What the receiver usually takes for an answer: what one takes longer, its request may have been late. */
export class AnswerTimes {
  private readonly latest: number[] = [];

  add(tookMs: number): void {
    this.latest.push(tookMs);
    if (this.latest.length > REMEMBERED_ANSWERS) this.latest.shift();
  }

  /** What most don't exceed, in milliseconds; 0 where not enough is known. */
  get usual(): number {
    const { length } = this.latest;
    if (length < TELLING_ANSWERS) return 0;
    // Of the first ones many may be late, all being busy with starting; later only the odd one is.
    const part = length < REMEMBERED_ANSWERS ? 0.5 : 0.8;
    return [...this.latest].sort((a, b) => a - b)[Math.floor(length * part)] ?? 0;
  }
}

/** Moves a slot's start to when it can be told that the request left or arrived. */
export function createSlot(
  clock: Clock,
  startedAt: number,
  moveTo: (at: number) => void,
  answerTimes: AnswerTimes,
): Slot {
  let at = startedAt;
  const move = (to: number): void => {
    at = to;
    moveTo(to);
  };
  return {
    sent: () => {
      move(clock.monotonic());
    },
    answered: () => {
      const tookMs = clock.monotonic() - at;
      const { usual } = answerTimes;
      const lateMs = tookMs - usual;
      answerTimes.add(tookMs);
      if (usual > PROMPT_MS) return;
      if (lateMs > 0 && lateMs <= LONGEST_DELAY_MS) move(at + lateMs);
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
  private readonly answerTimes = new AnswerTimes();

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
    const moveTo = (at: number): void => {
      start.at = at;
    };
    const slot = createSlot(this.clock, now, moveTo, this.answerTimes);
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
