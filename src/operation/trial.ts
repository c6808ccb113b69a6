import type { ReadTrial } from '../company/reader.js';

/**
 * A run of an operation on what is known. A read of what is missing is neither sent nor failed: it stays open. Once
 * nothing moves, what was asked for until then costs at least these requests, because nothing that is missing could
 * change it.
 */
export class Trial implements ReadTrial {
  private readonly missing = new Map<string, { max: number; keys: Set<string> }>();
  private readonly lookups = new Set<Promise<unknown>>();
  private readonly open = new Promise<never>(() => undefined);

  reportMissing(lane: string, key: string, max: number): Promise<never> {
    const { keys } = this.missing.get(lane) ?? { keys: new Set<string>() };
    this.missing.set(lane, { max, keys: keys.add(key) });
    return this.open;
  }

  awaitLookup<T>(lookup: Promise<T>): Promise<T> {
    this.lookups.add(lookup);
    void Promise.allSettled([lookup]).then(() => this.lookups.delete(lookup));
    return lookup;
  }

  /**
   * Counts what the run lacks once it stands still: the fewest requests that it costs alone. It is complete when it ran
   * to its end, and everything that it needs is known.
   *
   * @param signal aborted when the run has no time left: what was counted until then holds.
   */
  async of(run: Promise<unknown>, signal: AbortSignal) {
    let hasEnded = false;
    void Promise.allSettled([run]).then(() => (hasEnded = true));
    const noTimeLeft = new Promise((resolve) => {
      signal.addEventListener('abort', resolve, { once: true });
    });
    let before = -1;
    // Not until it has ended: what was started beside the response may lack something, too.
    while (!signal.aborted && (before !== this.sum(() => 1) || this.lookups.size > 0)) {
      before = this.sum(() => 1);
      // Lets everything run that is ready to.
      if (this.lookups.size === 0) await new Promise((resolve) => setImmediate(resolve));
      else await Promise.race([Promise.allSettled(this.lookups), noTimeLeft]);
    }
    return { min: this.sum((max) => max), isComplete: hasEnded && before === 0 };
  }

  /** Requests for what is lacking, as if so many keys of a lane went in one. */
  private sum(perRequest: (max: number) => number): number {
    const lanes = [...this.missing.values()];
    return lanes.reduce((sum, { keys, max }) => sum + Math.ceil(keys.size / perRequest(max)), 0);
  }
}
