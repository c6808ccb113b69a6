import type { CacheGroup } from './cache/sharedStore.js';
import { SECOND_MS, type Clock } from '../lib/clock.js';
import { GongError, type GongErrorKind } from '../gong/errors.js';

/** Failures of Gong's that say nothing about the data itself. */
const outages: ReadonlySet<GongErrorKind> = new Set<GongErrorKind>(['unavailable', 'bad-response']);

/** The same, found out without asking Gong. */
const localFailures: ReadonlySet<GongErrorKind> = new Set<GongErrorKind>([
  'rate-limited',
  'quota-exhausted',
  'deadline-exceeded',
]);

/** After a failure, what is known already isn't asked for again for so long: soon enough for who waits for Gong. */
const REST_MS = 2 * SECOND_MS;

/** Whether older data is better than this failure: what Gong refuses deliberately, it has reasons for. */
export function shouldServeStale(error: unknown): boolean {
  return error instanceof GongError && (outages.has(error.kind) || localFailures.has(error.kind));
}

/**
 * What lately failed at Gong, by what is read. While it lasts, whoever can do with older data gets that at once:
 * to try again for each of them would spend the day's requests on failures, and their time on waiting.
 */
export class OutageTracker {
  private readonly restUntil = new Map<CacheGroup, number>();

  constructor(private readonly clock: Clock) {}

  /** Takes note of a failure, if it is one of Gong's. */
  note(group: CacheGroup, error: unknown): void {
    if (!(error instanceof GongError) || !outages.has(error.kind)) return;
    this.restUntil.set(group, this.clock.monotonic() + REST_MS);
  }

  last(group: CacheGroup): boolean {
    return (this.restUntil.get(group) ?? Number.NEGATIVE_INFINITY) > this.clock.monotonic();
  }

  /** An answer came. */
  end(group: CacheGroup): void {
    this.restUntil.delete(group);
  }
}
