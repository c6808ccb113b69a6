import type { Priority } from './waiter.js';
import type { Slot } from './slidingWindow.js';

/** The answer to "may one more request start now?" */
export type Verdict = Grant | Refusal;

export interface Grant {
  readonly kind: 'granted';
  readonly slot: Slot;
  /** The request starts in this turn: it counts. Exactly one of the two must be called. */
  keep(): void;
  /** Nothing was left to send: whatever was set aside for it is given back. */
  release(): void;
}

export interface Refusal {
  readonly kind: 'refused';
  readonly because: RefusalReason;
  /** When to ask again, by the clock's monotonic time. */
  readonly until: number;
}

/** `rate`: the second is full. `hold`: Gong asked to wait. `day`: the day's requests are used up. */
export type RefusalReason = 'rate' | 'hold' | 'day';

/** What a company may still be sent, as far as is known here. */
export interface QuotaUsage {
  readonly perSecond: number;
  readonly perDay: number;
  readonly usedToday: number;
  /** When the day's count begins anew, in milliseconds since the epoch. */
  readonly resetsAt: number;
}

/**
 * How many requests one Gong company may be sent, and when. In one process a matter of arithmetic; among
 * several gateways it is kept where all see it, and asking takes a round trip.
 */
export interface RequestQuota {
  /** Never rejects: what can't be asked elsewhere is decided here. */
  acquire(priority: Priority): Verdict | Promise<Verdict>;
  /** Nothing may start for so long. Only ever moves the end of a pause later. */
  pauseFor(delayMs: number): void;
  /** Gong answered 429 although the rate was kept: requests are kept further apart for a while. */
  widenMargin(): void;
  /** What is known to forbid every start for a while; null when nothing does. */
  blocked(): Refusal | null;
  usage(): QuotaUsage;
}
