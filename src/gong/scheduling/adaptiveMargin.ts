import { MINUTE_MS, type Clock } from '../../lib/clock.js';

/** Maximum of a margin, in milliseconds. */
export const MAX_MARGIN_MS = 250;

/** How long a margin takes to shrink from its maximum to the configured one, in milliseconds. */
export const MARGIN_DECAY_MS = 5 * MINUTE_MS;

/** Returns the maximum that can be added to a configured margin, in milliseconds. */
export function maxExtraMargin(marginMs: number): number {
  return Math.max(0, MAX_MARGIN_MS - marginMs);
}

/**
 * How late a request is assumed to arrive, beyond the configured margin. Each 429 sets it to the maximum, because
 * requests moved closer together between the gateway and Gong. Without another 429, it decreases to zero.
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

  /** Milliseconds until the margin has its configured value again; 0 when it has. */
  get decayLeftMs(): number {
    return Math.max(0, this.decayedAt - this.clock.monotonic());
  }

  /** Milliseconds beyond the configured margin. */
  get extraMs(): number {
    return (this.maxExtraMs * this.decayLeftMs) / MARGIN_DECAY_MS;
  }

  /**
   * Returns when to check again whether the window has room. A response may show that a request arrived before the
   * end of the margin, so the first check is earlier by the margin when the wait is longer than that.
   */
  lookAgainAfter(waitMs: number): number {
    const { extraMs } = this;
    return waitMs > extraMs ? waitMs - extraMs : waitMs;
  }

  /** Never decreases the margin: the longer remaining time counts. */
  widen(decayLeftMs: number = MARGIN_DECAY_MS): void {
    this.decayedAt = Math.max(this.decayedAt, this.clock.monotonic() + decayLeftMs);
  }
}
