import type { CacheGroup } from './cache/sharedStore.js';
import { SECOND_MS, type Clock } from '../lib/clock.js';
import { GongError, type GongErrorKind } from '../gong/errors.js';

/** Failures of Gong that are unrelated to the requested data. */
const outages: ReadonlySet<GongErrorKind> = new Set<GongErrorKind>(['unavailable', 'bad-response']);

/** The same kinds of failure when the gateway detects them before it sends a request. */
const localFailures: ReadonlySet<GongErrorKind> = new Set<GongErrorKind>([
  'rate-limited',
  'quota-exhausted',
  'deadline-exceeded',
]);

/**
 * After a failure, cached data is not requested again for this time. It is short, because some readers must wait for
 * Gong.
 */
const COOLDOWN_MS = 2 * SECOND_MS;

/** Returns whether stale data may be served instead of this failure. A deliberate refusal by Gong must be shown. */
export function shouldServeStale(error: unknown): boolean {
  return error instanceof GongError && (outages.has(error.kind) || localFailures.has(error.kind));
}

/**
 * Records which cache groups Gong recently failed to read. Until the cooldown ends, a reader gets stale data at once
 * if it can use it. Retrying for each reader would use up the daily quota and delay every reader.
 */
export class Cooldown {
  private readonly until = new Map<CacheGroup, number>();

  constructor(private readonly clock: Clock) {}

  /** Starts the cooldown when the failure is one of Gong. */
  start(group: CacheGroup, error: unknown): void {
    if (!(error instanceof GongError) || !outages.has(error.kind)) return;
    this.until.set(group, this.clock.monotonic() + COOLDOWN_MS);
  }

  isOn(group: CacheGroup): boolean {
    return (this.until.get(group) ?? Number.NEGATIVE_INFINITY) > this.clock.monotonic();
  }

  /** Ends the cooldown, because Gong responded. */
  end(group: CacheGroup): void {
    this.until.delete(group);
  }
}
