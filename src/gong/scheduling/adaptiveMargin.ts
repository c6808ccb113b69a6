import { MINUTE_MS, type Clock } from '../../lib/clock.js';

/** A margin never grows beyond this, in milliseconds. */
export const MAX_MARGIN_MS = 250;

/** How long a margin takes to shrink from its maximum to the configured one, in milliseconds. */
export const MARGIN_DECAY_MS = 5 * MINUTE_MS;

/** The most that is added to a configured margin, in milliseconds. */
export function maxExtraMargin(marginMs: number): number {
  return Math.max(0, MAX_MARGIN_MS - marginMs);
}

/**
 * How late a request is assumed to arrive, beyond the configured margin. Each 429 sets it to the maximum: on the way
 * to Gong, requests moved closer together than they left. Without another 429 it shrinks to zero.
 */
export class AdaptiveMargin {
  private readonly maxExtraMs: number;
  private decayedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly clock: Clock,
    { marginMs }: { readonly marginMs: number },
  ) {
    this.maxExtraMs = maxExtraMargin(marginMs);
  }

  /** Milliseconds until the margin is the configured one again; 0 when it is. */
  get decayLeftMs(): number {
    return Math.max(0, this.decayedAt - this.clock.monotonic());
  }

  /** Milliseconds beyond the configured margin. */
  get extraMs(): number {
    return (this.maxExtraMs * this.decayLeftMs) / MARGIN_DECAY_MS;
  }

  /**
   * When to ask again whether the window has room. An answer may still show that a request arrived before the end of
   * the margin: where the wait is longer than the margin, the first look is that much earlier.
   */
  lookAgainAfter(waitMs: number): number {
    const { extraMs } = this;
    return waitMs > extraMs ? waitMs - extraMs : waitMs;
  }

  /** Never shrinks it: the longer of two rests counts. */
  widen(decayLeftMs: number = MARGIN_DECAY_MS): void {
    this.decayedAt = Math.max(this.decayedAt, this.clock.monotonic() + decayLeftMs);
  }
}
