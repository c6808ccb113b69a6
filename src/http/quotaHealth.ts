import { SECOND_MS } from '../lib/clock.js';
import type { RefusalReason } from '../gong/scheduling/requestQuota.js';
import type { HealthPart } from './health.js';

/** What is known of the requests that may be sent to Gong. */
export interface QuotaState {
  /** Requests that wait for their slot. */
  readonly queued: number;
  readonly remainingToday: number;
  /** What keeps every request back for a while, and for how long; null: nothing does. */
  readonly hold: { readonly because: RefusalReason; readonly forMs: number } | null;
}

/**
 * The line about the quota.
 *
 * @param keepsCount whether the day's count outlives this process.
 * @param isSandbox whether the embedded sandbox stands in for Gong.
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
    // A full second is over before anybody has read of it.
    case 'rate':
    case undefined:
      return { status: 'ok', message: `The gateway sends requests to ${gong}.` };
  }
}
