import type { ReadTrial } from '../company/reader.js';

/** Lets everything run that is ready to. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The result of a trial. */
export interface Tried {
  /** The fewest requests that the operation costs when it runs alone. */
  readonly min: number;
  /** Whether the operation ran to its end: everything that it needs is known. */
  readonly isComplete: boolean;
}

/**
 * A run of an operation on what is known. A read of what is missing is neither sent nor failed: it stays open. Once
 * nothing moves, what was asked for until then costs at least these requests, because nothing that is missing could
 * change it.
 */
export class Trial implements ReadTrial {
  private readonly lacking = new Map<
    string,
    { readonly max: number; readonly keys: Set<string> }
  >();
  private readonly looks = new Set<Promise<unknown>>();
  private readonly open = new Promise<never>(() => undefined);

  lacks(lane: string, key: string, max: number): Promise<never> {
    const known = this.lacking.get(lane);
    if (known === undefined) this.lacking.set(lane, { max, keys: new Set([key]) });
    else known.keys.add(key);
    return this.open;
  }

  looking<T>(looking: Promise<T>): Promise<T> {
    this.looks.add(looking);
    void Promise.allSettled([looking]).then(() => this.looks.delete(looking));
    return looking;
  }

  /**
   * Counts what the run lacks once it stands still.
   *
   * @param signal aborted when the run has no time left: what was counted until then holds.
   */
  async of(run: Promise<unknown>, signal: AbortSignal): Promise<Tried> {
    let hasEnded = false;
    void Promise.allSettled([run]).then(() => (hasEnded = true));
    const noTimeLeft = new Promise((resolve) => {
      signal.addEventListener('abort', resolve, { once: true });
    });
    let before = -1;
    // Not until it has ended: what was started beside the response may lack something, too.
    while (!signal.aborted && (before !== this.keys || this.looks.size > 0)) {
      before = this.keys;
      if (this.looks.size === 0) await nextTurn();
      else await Promise.race([Promise.allSettled(this.looks), noTimeLeft]);
    }
    return { min: this.requests, isComplete: hasEnded && before === 0 };
  }

  private get keys(): number {
    return [...this.lacking.values()].reduce((sum, { keys }) => sum + keys.size, 0);
  }

  private get requests(): number {
    const lanes = [...this.lacking.values()];
    return lanes.reduce((sum, { keys, max }) => sum + Math.ceil(keys.size / max), 0);
  }
}
