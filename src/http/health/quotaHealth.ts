import { SECOND_MS } from '../../lib/clock.js';
import type { RefusalReason } from '../../gong/scheduling/requestQuota.js';
import type { HealthPart } from './health.js';

/** The state of the quota. */
export interface QuotaState {
  /** Requests that wait for their slot. */
  readonly queued: number;
  readonly remainingToday: number;
  /** What prevents every request for a while, and for how long; null when nothing does. */
  readonly hold: { readonly because: RefusalReason; readonly forMs: number } | null;
}

/**
 * Returns the part of the health response about the quota.
 *
 * @param keepsCount whether the daily count survives this process.
 * @param isSandbox whether the built-in sandbox replaces Gong.
 */
export function quotaHealth(
  state: QuotaState,
  keepsCount: boolean,
  isSandbox: boolean,
): HealthPart {
  const { queued, remainingToday, hold } = state;
  const { status, message } = verdict(hold, isSandbox ? 'the embedded sandbox' : 'Gong');
  return {
    status,
    message: keepsCount
      ? message
      : `${message} The daily count is kept only in memory and restarts at zero with this process.`,
    remainingToday,
    queued,
    keepsCount,
    ...(hold === null ? {} : { retryAfterSeconds: Math.ceil(hold.forMs / SECOND_MS) }),
  };
}

function verdict(hold: QuotaState['hold'], gong: string): Pick<HealthPart, 'status' | 'message'> {
  switch (hold?.because) {
    case 'day':
      return {
        status: 'exhausted',
        message: `The daily quota of ${gong} is used up. The gateway still serves cached data.`,
      };
    case 'hold':
      return {
        status: 'held',
        message: `The gateway sends nothing for now, because ${gong} requested a pause. It still serves cached data.`,
      };
    // The rate limit ends before a person could read of it.
    case 'rate':
    case undefined:
      return { status: 'ok', message: `The gateway sends requests to ${gong}.` };
  }
}
