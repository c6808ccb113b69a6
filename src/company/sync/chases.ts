import { CHASES_MS } from './schedule.js';

/** Slices of which Gong counts more calls than it shows: these are being processed, or never shown. */
export class Chases {
  private readonly known = new Map<number, { readonly unseen: number; readonly tries: number }>();

  /**
   * When a slice that was just read is to be read again for them; null: not before its time.
   *
   * @param key start of the slice.
   */
  next(key: number, unseen: number, readAt: number): number | null {
    const before = this.known.get(key);
    if (unseen === 0) {
      this.known.delete(key);
      return null;
    }
    const tries = before === undefined || unseen > before.unseen ? 0 : before.tries;
    const waitMs = CHASES_MS[tries];
    this.known.set(key, { unseen, tries: tries + 1 });
    return waitMs === undefined ? null : readAt + waitMs;
  }
}
