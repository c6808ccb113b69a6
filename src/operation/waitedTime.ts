/** Time during which at least one request waited. Requests that wait together count once. */
export class WaitedTime {
  /** Disjoint, in ascending order, in milliseconds. */
  private readonly spans: { from: number; readonly to: number }[] = [];

  /**
   * Adds a wait that has just ended.
   *
   * @param waitedMs its length.
   * @param endedAt now, on the clock that the other waits were measured with.
   */
  add(waitedMs: number, endedAt: number): void {
    let from = endedAt - waitedMs;
    for (
      let last = this.spans.at(-1);
      last !== undefined && last.to >= from;
      last = this.spans.at(-1)
    ) {
      from = Math.min(from, last.from);
      this.spans.pop();
    }
    this.spans.push({ from, to: endedAt });
  }

  get elapsedMs(): number {
    return this.spans.reduce((sum, { from, to }) => sum + to - from, 0);
  }
}
