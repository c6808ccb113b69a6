import { SECOND_MS, type Clock } from '../../lib/clock.js';
import type { Fetch } from '../../gong/exchange.js';
import { parseRetryAfter } from '../../gong/retry.js';

/** Facts from the headers of a response of Gong. */
export interface ResponseFacts {
  readonly status: number;
  /** How long Gong requested a pause, in milliseconds; null when it did not. */
  readonly retryAfterMs: number | null;
  /**
   * The minimum by which this machine's clock is ahead of Gong's, in milliseconds; negative when it is behind. Null
   * when the response has no date.
   */
  readonly aheadMs: number | null;
}

/** Wraps a fetch and records the facts of every response. */
export function recordFetch(
  fetch: Fetch,
  clock: Clock,
): { readonly fetch: Fetch; readonly seen: readonly ResponseFacts[] } {
  const seen: ResponseFacts[] = [];
  return {
    seen,
    fetch: async (url, init) => {
      const sentAt = clock.now();
      const response = await fetch(url, init);
      const { status, headers } = response;
      seen.push({
        status,
        retryAfterMs: parseRetryAfter(headers.get('retry-after'), clock.now()) ?? null,
        aheadMs: aheadMs(headers.get('date'), sentAt, clock.now()),
      });
      return response;
    },
  };
}

/** Gong responded between both times, and its date has whole seconds. */
function aheadMs(date: string | null, sentAt: number, answeredAt: number): number | null {
  const told = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(told)) return null;
  if (told + SECOND_MS < sentAt) return sentAt - (told + SECOND_MS);
  return told > answeredAt ? answeredAt - told : 0;
}
