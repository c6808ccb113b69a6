import type { Priority } from './waiter.js';
import type { Slot } from './slidingWindow.js';

/** Whether one more request may start now. */
export type Verdict = Grant | Refusal;

export interface Grant {
  readonly kind: 'granted';
  readonly slot: Slot;
  /** Counts the start, in the same event loop turn. Call exactly one of the two functions. */
  keep(): void;
  /** Returns the grant unused, because nothing was left to send. */
  release(): void;
}

export interface Refusal {
  readonly kind: 'refused';
  readonly because: RefusalReason;
  /** When to ask again, in monotonic time. */
  readonly until: number;
}

/** `rate`: the current second is full. `hold`: Gong requested a pause. `day`: the daily quota is used up. */
export type RefusalReason = 'rate' | 'hold' | 'day';

/** What may still be sent to a company, as far as is known here. */
export interface QuotaUsage {
  readonly perSecond: number;
  readonly perDay: number;
  readonly usedToday: number;
  /** When the next daily count begins, in milliseconds since the epoch. */
  readonly resetsAt: number;
}

/**
 * How many requests one Gong company may receive, and when. In one process it is arithmetic; several instances share
 * it in Redis, and a request for a slot takes a round trip.
 */
export interface RequestQuota {
  /** Never rejects. While Redis is unreachable, the decision is made locally. */
  acquire(priority: Priority): Verdict | Promise<Verdict>;
  /** Prevents starts for this many milliseconds. A pause can only become longer. */
  pauseFor(delayMs: number): void;
  /** Spaces requests further apart for a while, because Gong sent a 429 within the rate limit. */
  widenMargin(): void;
  /** Returns the known reason that prevents every start for a while; null when there is none. */
  blocked(): Refusal | null;
  usage(): QuotaUsage;
}
