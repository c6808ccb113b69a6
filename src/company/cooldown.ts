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

/** After a failure, what is known already is not requested for so long: short enough for those who wait for Gong. */
const COOLDOWN_MS = 2 * SECOND_MS;

/** Whether older data is better than this failure: what Gong refuses deliberately, it has reasons for. */
export function shouldServeStale(error: unknown): boolean {
  return error instanceof GongError && (outages.has(error.kind) || localFailures.has(error.kind));
}

/**
 * Which cache groups Gong lately failed to read. Until the cooldown ends, a reader that can use older data gets it at
 * once: to try again for each reader would spend the day's requests on failures, and the readers' time on waiting.
 */
export class Cooldown {
  private readonly until = new Map<CacheGroup, number>();

  constructor(private readonly clock: Clock) {}

  /** Begins it, when the failure is one of Gong's. */
  start(group: CacheGroup, error: unknown): void {
    if (!(error instanceof GongError) || !outages.has(error.kind)) return;
    this.until.set(group, this.clock.monotonic() + COOLDOWN_MS);
  }

  isOn(group: CacheGroup): boolean {
    return (this.until.get(group) ?? Number.NEGATIVE_INFINITY) > this.clock.monotonic();
  }

  /** Ends it: a response came. */
  end(group: CacheGroup): void {
    this.until.delete(group);
  }
}
