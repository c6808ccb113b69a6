/**
 * When something is known in the course of an operation: at its start, or when reads of one kind that began a round
 * earlier have responses. What is asked for at one moment is sent together, unless the moment is several times in fact:
 * reads that began at different times end at different times.
 */
export interface Moment {
  readonly key: string;
  readonly round: number;
  /** The reads that end here, by when they began, with how many there are that end one by one. */
  readonly starts: Map<Moment, number>;
}

/** Beyond this, more times make no difference. */
const MAX_TIMES = 1_000_000;

/** The moments of one operation. */
export class Moments {
  readonly start = { key: 'start', round: 0, starts: new Map() } as Moment;
  private readonly byKey = new Map<string, Moment>();

  /** When reads of a kind have responses that began at a moment; `reads`: how many end one by one at most. */
  after(kind: string, start: Moment, reads = 1): Moment {
    const round = start.round + 1;
    const key = `${kind}@${round}`;
    const moment = this.byKey.get(key) ?? { key, round, starts: new Map<Moment, number>() };
    this.byKey.set(key, moment);
    moment.starts.set(start, Math.max(reads, moment.starts.get(start) ?? 0));
    return moment;
  }

  /** How many times each moment may be in fact, once all are known. */
  times(): ReadonlyMap<Moment, number> {
    const times = new Map([[this.start, 1]]);
    for (const moment of [...this.byKey.values()].sort((a, b) => a.round - b.round)) {
      let sum = 0;
      for (const [start, reads] of moment.starts) sum += (times.get(start) ?? 1) * reads;
      // A part of what a list brought is known at once, before the rest.
      const mayBeHeld = moment.round > 1 && /^(call|user)@/.test(moment.key);
      times.set(moment, Math.min(MAX_TIMES, mayBeHeld ? 2 * sum : sum));
    }
    return times;
  }
}
