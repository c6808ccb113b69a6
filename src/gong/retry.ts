import { SECOND_MS } from '../lib/clock.js';
import type { GongError } from './errors.js';

export interface RetryPolicy {
  /** Most attempts of one request that fails by 5xx or by the network. */
  readonly maxAttempts: number;
  /** Longest wait before the second attempt, in milliseconds; doubles with each further one. */
  readonly baseDelayMs: number;
  /** Part of each wait that is not left to chance; 0 where left out. */
  readonly leastPart?: number;
}

export const defaultRetryPolicy: RetryPolicy = { maxAttempts: 3, baseDelayMs: 250 };

/** Writes that no connection came about for: nothing is lost by trying for longer, and people wait for them. */
export const unsentWritePolicy: RetryPolicy = { maxAttempts: 5, baseDelayMs: 250, leastPart: 0.5 };

export type RetryDecision =
  { readonly retry: false } | { readonly retry: true; readonly afterMs: number };

/**
 * May a request be tried again, and after how long? From the strictest question to the laxest.
 *
 * @param failures attempts that failed so far other than by 429, this one included.
 * @param random a number from 0 (inclusive) to 1 (exclusive).
 */
export function decideRetry(
  error: GongError,
  failures: number,
  remainingMs: number,
  random: () => number,
  policy: RetryPolicy = defaultRetryPolicy,
): RetryDecision {
  if (error.kind === 'rate-limited') {
    // Gong names the wait itself: guessing or jitter would only spend budget.
    const afterMs = error.retryAfterMs ?? SECOND_MS;
    return afterMs < remainingMs ? { retry: true, afterMs } : { retry: false };
  }
  // Everything else that Gong says deliberately, it would say again.
  if (error.kind !== 'unavailable' || error.isRetryable === false) return { retry: false };
  if (failures >= policy.maxAttempts) return { retry: false };
  // Full jitter: many readers that failed together must not come back together.
  const { leastPart = 0, baseDelayMs } = policy;
  const part = leastPart + random() * (1 - leastPart);
  const afterMs = Math.ceil(part * baseDelayMs * 2 ** (failures - 1));
  return afterMs < remainingMs ? { retry: true, afterMs } : { retry: false };
}

/** `Retry-After` in milliseconds: seconds or an HTTP date. Undefined when absent or neither. */
export function parseRetryAfter(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined;
  const text = header.trim();
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * SECOND_MS);
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}
