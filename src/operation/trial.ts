import type { ReadTrial } from '../company/reader.js';

/**
 * Runs an operation on cached data. A read of missing data is not sent and does not fail: its promise stays pending.
 * When the run can no longer advance, its pending reads are the fewest requests that the operation costs.
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
   * Counts the missing data when the run can no longer advance. The count is complete when the run ended and nothing
   * was missing.
   *
   * @param signal aborted when the run has no time left. The count up to then is valid.
   */
  async of(run: Promise<unknown>, signal: AbortSignal) {
    let hasEnded = false;
    void Promise.allSettled([run]).then(() => (hasEnded = true));
    const noTimeLeft = new Promise((resolve) => {
      signal.addEventListener('abort', resolve, { once: true });
    });
    let before = -1;
    // This waits for the run to end, because work that started in parallel to the response may lack data too.
    while (!signal.aborted && (before !== this.sum(() => 1) || this.lookups.size > 0)) {
      before = this.sum(() => 1);
      // Lets all pending callbacks run.
      if (this.lookups.size === 0) await new Promise((resolve) => setImmediate(resolve));
      else await Promise.race([Promise.allSettled(this.lookups), noTimeLeft]);
    }
    return { min: this.sum((max) => max), isComplete: hasEnded && before === 0 };
  }

  /** Returns the number of requests for the missing keys, for this many keys of a lane in one request. */
  private sum(perRequest: (max: number) => number): number {
    const lanes = [...this.missing.values()];
    return lanes.reduce((sum, { keys, max }) => sum + Math.ceil(keys.size / perRequest(max)), 0);
  }
}
