import { DAY_MS, HOUR_MS, SECOND_MS } from '../../lib/clock.js';

/** How long a value that was read from Gong is reused, in milliseconds. */
export interface CacheTtl {
  /** How long it is used instead of a request. */
  readonly freshMs: number;
  /** How long it is used when Gong fails. Counts from the read, like `freshMs`. */
  readonly staleMs: number;
}

/**
 * TTL of data that can change at any time. It is long enough for clients that look at the same data at the same time.
 */
export const VOLATILE_TTL_MS = 30 * SECOND_MS;

/** TTL of "Gong has no such record", because Gong may be about to create it. */
export const NOT_FOUND_TTL_MS = 15 * SECOND_MS;

/** Directory data is kept this long for the case that Gong fails. */
const KEPT_FOR_FAILURES_MS = DAY_MS;

/** Longest TTL of data that no longer changes. */
export const MAX_SETTLED_TTL_MS = HOUR_MS;
/** The TTL is this fraction of the age, so that a record twice as old is requested half as often. */
const AGE_TO_LIFETIME = 60;

/** TTL of data that policies depend on. It is never used longer, not even while Gong fails. */
export const hourlyTtl: CacheTtl = { freshMs: HOUR_MS, staleMs: HOUR_MS };
/** TTL of data that clients poll. */
const POLLED_TTL_MS = 15 * SECOND_MS;

export const polledTtl: CacheTtl = { freshMs: POLLED_TTL_MS, staleMs: POLLED_TTL_MS };
export const volatileTtl: CacheTtl = { freshMs: VOLATILE_TTL_MS, staleMs: VOLATILE_TTL_MS };
export const notFoundTtl: CacheTtl = { freshMs: NOT_FOUND_TTL_MS, staleMs: NOT_FOUND_TTL_MS };

/** TTL of users, workspaces, trackers, scorecards, and folders, as the operator configures it. */
export function directoryLifetime(ttlSeconds: number): CacheTtl {
  const freshMs = ttlSeconds * SECOND_MS;
  return { freshMs, staleMs: freshMs + KEPT_FOR_FAILURES_MS };
}

/**
 * Returns the TTL of calls and their parts, which change less with time: Gong analyzes them for hours, and users
 * comment on them for days. The TTL is 1/60 of the age, from 30 seconds to 1 hour: 1 minute for a call of an hour
 * ago, 24 minutes for one of yesterday.
 *
 * @param ageMs since the call started, or since the window of a list ended; null when that is unknown.
 */
export function ageBasedTtl(ageMs: number | null): CacheTtl {
  const freshMs = Math.min(
    MAX_SETTLED_TTL_MS,
    Math.max(VOLATILE_TTL_MS, (ageMs ?? 0) / AGE_TO_LIFETIME),
  );
  return { freshMs, staleMs: freshMs };
}
