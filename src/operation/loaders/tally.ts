import type { GongError } from '../../gong/errors.js';

/** However rare they were: the next ones may be near. */
const MOST_FOR_EACH = 4;

/** What a walk has come to so far. */
export class Tally<P> {
  looked = 0;
  seen = 0;
  /** Leads on behind all that was looked at; null where nothing was. */
  end: (() => P) | null = null;

  readonly look = (count: number, end: () => P): void => {
    this.looked += count;
    this.end = end;
  };

  /** How many have to be looked at for so many more to be seen, going by how many were hidden so far. */
  toLookAt(missing: number): number {
    const forEach = this.looked === 0 ? 1 : this.looked / Math.max(1, this.seen);
    return Math.ceil(missing * Math.min(forEach, MOST_FOR_EACH));
  }

  /**
   * Where a list goes on that was cut before anything of it could be shown: behind all that was looked at.
   *
   * @param begunAt the cursor at which the list began; null where it began at its beginning.
   * @throws GongError `cut` where that would be where it began: who went on from there would stand still.
   */
  restart(cut: GongError, begunAt: string | null, seal: (at: P | null) => string): string {
    const next = this.end === null ? (begunAt ?? seal(null)) : seal(this.end());
    if (next === begunAt) throw cut;
    return next;
  }
}
