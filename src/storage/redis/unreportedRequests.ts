interface Batch {
  readonly id: string;
  readonly day: string;
  count: number;
}

/**
 * Requests that were sent while Redis couldn't count them. In batches: one that is being reported grows no
 * more, so that it can be reported again, and counted once, when nobody knows whether the report arrived.
 */
export class UnreportedRequests {
  private batches: Batch[] = [];
  private open: Batch | null = null;

  /** @param createId names a batch as no other is named. */
  constructor(private readonly createId: () => string) {}

  used(day: string): number {
    return this.of(day).reduce((sum, { count }) => sum + count, 0);
  }

  add(day: string): void {
    if (this.open?.day !== day) {
      this.open = { id: this.createId(), day, count: 0 };
      // Nobody asks for the count of a day that is over.
      this.batches = [...this.of(day), this.open];
    }
    this.open.count += 1;
  }

  /** What is to be reported of a day. */
  close(day: string): readonly Readonly<Batch>[] {
    this.open = null;
    return this.of(day);
  }

  /** These have been reported. */
  delete(reported: readonly Readonly<Batch>[]): void {
    this.batches = this.batches.filter((each) => !reported.includes(each));
  }

  private of(day: string): Batch[] {
    return this.batches.filter((each) => each.day === day);
  }
}
