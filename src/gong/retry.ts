import { SECOND_MS } from '../lib/clock.js';
import type { GongError } from './errors.js';

export interface RetryPolicy {
  /** Maximum of attempts of a request that fails with 5xx or on the network. */
  readonly maxAttempts: number;
  /** Longest wait before the second attempt, in milliseconds; doubles with each further one. */
  readonly baseDelayMs: number;
  /** Fraction of each wait that is not random; if omitted, 0. */
  readonly leastPart?: number;
}

export const defaultRetryPolicy: RetryPolicy = { maxAttempts: 3, baseDelayMs: 250 };

/**
 * For writes that were not sent because no connection was established. A person waits for them, and trying longer
 * does no harm.
 */
export const unsentWritePolicy: RetryPolicy = { maxAttempts: 5, baseDelayMs: 250, leastPart: 0.5 };

export type RetryDecision =
  { readonly retry: false } | { readonly retry: true; readonly afterMs: number };

/**
 * Decides whether a request may be repeated, and when.
 *
 * @param failures failed attempts so far, including this one and excluding those with a 429.
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
    // Gong names the wait. A guess or jitter would only waste budget.
    const afterMs = error.retryAfterMs ?? SECOND_MS;
    return afterMs < remainingMs ? { retry: true, afterMs } : { retry: false };
  }
  // Gong would repeat any other deliberate response.
  if (error.kind !== 'unavailable' || error.isRetryable === false) return { retry: false };
  if (failures >= policy.maxAttempts) return { retry: false };
  // Full jitter: readers that failed together must not retry together.
  const { leastPart = 0, baseDelayMs } = policy;
  const part = leastPart + random() * (1 - leastPart);
  const afterMs = Math.ceil(part * baseDelayMs * 2 ** (failures - 1));
  return afterMs < remainingMs ? { retry: true, afterMs } : { retry: false };
}

/** Returns `Retry-After` in milliseconds, from seconds or an HTTP date; undefined for anything else. */
export function parseRetryAfter(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined;
  const text = header.trim();
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * SECOND_MS);
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}
