import { DAY_MS, HOUR_MS, SECOND_MS } from '../../lib/clock.js';

/** How long something read from Gong serves, in milliseconds. */
export interface CacheTtl {
  /** As good as a request. */
  readonly freshMs: number;
  /** Better than a failure, counted from the reading too. */
  readonly staleMs: number;
}

/** What changes at any time serves for so long: enough for everyone who looks at the same moment. */
export const VOLATILE_TTL_MS = 30 * SECOND_MS;

/** How long "Gong has no such record" is believed: it may just be on its way. */
export const NOT_FOUND_TTL_MS = 15 * SECOND_MS;

/** Directory data is kept for so long, for when Gong can't be asked. */
const KEPT_FOR_FAILURES_MS = DAY_MS;

/** What doesn't change any more serves for so long. */
export const MAX_SETTLED_TTL_MS = HOUR_MS;
/** A part of its age, so that what is twice as old is asked for half as often. */
const AGE_TO_LIFETIME = 60;

/** What policies go by serves for so long, and no longer, whether or not Gong can be asked. */
export const hourlyTtl: CacheTtl = { freshMs: HOUR_MS, staleMs: HOUR_MS };
/** What a client polls serves for so long. */
const POLLED_TTL_MS = 15 * SECOND_MS;

export const polledTtl: CacheTtl = { freshMs: POLLED_TTL_MS, staleMs: POLLED_TTL_MS };
export const volatileTtl: CacheTtl = { freshMs: VOLATILE_TTL_MS, staleMs: VOLATILE_TTL_MS };
export const notFoundTtl: CacheTtl = { freshMs: NOT_FOUND_TTL_MS, staleMs: NOT_FOUND_TTL_MS };

/** Users, workspaces, trackers, scorecards and folders: for as long as the operator says. */
export function directoryLifetime(ttlSeconds: number): CacheTtl {
  const freshMs = ttlSeconds * SECOND_MS;
  return { freshMs, staleMs: freshMs + KEPT_FOR_FAILURES_MS };
}

/**
 * Calls and what is said in them settle with time: for hours they are still being analyzed, for days somebody
 * may comment, and last month's hardly change. They serve for a sixtieth of their age, at least for 30
 * seconds and at most for an hour: a call of an hour ago for a minute, one of yesterday for 24 minutes.
 *
 * @param ageMs since the call started, or since the window of a list ended; null where that isn't known.
 */
export function ageBasedTtl(ageMs: number | null): CacheTtl {
  const freshMs = Math.min(
    MAX_SETTLED_TTL_MS,
    Math.max(VOLATILE_TTL_MS, (ageMs ?? 0) / AGE_TO_LIFETIME),
  );
  return { freshMs, staleMs: freshMs };
}
