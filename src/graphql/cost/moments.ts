/**
 * When something is known in the course of an operation: at its start, or when reads of one kind that began
 * a round earlier have answered. What is asked for at one moment travels together, unless the moment is in
 * fact several times: reads that began at different times end at different times.
 */
export class Moment {
  readonly key: string;
  /** The reads that end here, by when they began, with how many there are that end one by one. */
  readonly starts = new Map<Moment, number>();

  constructor(
    readonly kind: string,
    readonly round: number,
  ) {
    this.key = `${kind}@${round}`;
  }
}

/**
 * Reads by id, with all reads that bring the same records. Of what is asked for by id, the operation may hold a
 * part already, which is known at once, before the rest.
 */
const sameRecords: Readonly<Record<string, readonly string[]>> = {
  calls: ['calls', 'lists', 'hosts'],
  users: ['users', 'userLists'],
};

/** Beyond this, more times make no difference. */
const MOST_TIMES = 1_000_000;

/** The moments of one operation. */
export class Moments {
  readonly start = new Moment('start', 0);
  private readonly byKey = new Map<string, Moment>();

  /**
   * When reads of a kind have answered that began at a moment.
   *
   * @param reads how many there are at most that answer one by one.
   */
  after(kind: string, start: Moment, reads = 1): Moment {
    const key = `${kind}@${start.round + 1}`;
    let moment = this.byKey.get(key);
    if (moment === undefined) {
      moment = new Moment(kind, start.round + 1);
      this.byKey.set(key, moment);
    }
    moment.starts.set(start, Math.max(reads, moment.starts.get(start) ?? 0));
    return moment;
  }

  /** How many times each moment may be in fact, once all are known. */
  times(): ReadonlyMap<Moment, number> {
    const times = new Map([[this.start, 1]]);
    const firstRounds = new Map<string, number>();
    const inOrder = [...this.byKey.values()].sort((a, b) => a.round - b.round);
    for (const moment of inOrder) {
      const { kind, round, starts } = moment;
      if (!firstRounds.has(kind)) firstRounds.set(kind, round);
      let sum = 0;
      for (const [start, reads] of starts) sum += (times.get(start) ?? 1) * reads;
      const mayBeHeld = sameRecords[kind]?.some((each) => (firstRounds.get(each) ?? round) < round);
      times.set(moment, Math.min(MOST_TIMES, mayBeHeld === true ? 2 * sum : sum));
    }
    return times;
  }
}
