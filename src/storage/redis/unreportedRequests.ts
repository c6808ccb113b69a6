interface Batch {
  readonly id: string;
  readonly day: string;
  count: number;
}

/**
 * Requests that were sent while Redis could not count them. They are counted in batches. A batch that is being
 * reported grows no further, so it can be reported again, and counts once even when the first report arrived.
 */
export class UnreportedRequests {
  private batches: Batch[] = [];
  private open: Batch | null = null;

  /** @param createId makes unique names of batches. */
  constructor(private readonly createId: () => string) {}

  used(day: string): number {
    return this.of(day).reduce((sum, { count }) => sum + count, 0);
  }

  add(day: string): void {
    if (this.open?.day !== day) {
      this.open = { id: this.createId(), day, count: 0 };
      // The count of a past day is not needed.
      this.batches = [...this.of(day), this.open];
    }
    this.open.count += 1;
  }

  /** Returns the batches of a day to report. */
  close(day: string): readonly Readonly<Batch>[] {
    this.open = null;
    return this.of(day);
  }

  /** Deletes batches that were reported. */
  delete(reported: readonly Readonly<Batch>[]): void {
    this.batches = this.batches.filter((each) => !reported.includes(each));
  }

  private of(day: string): Batch[] {
    return this.batches.filter((each) => each.day === day);
  }
}
