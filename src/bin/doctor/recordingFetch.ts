import { SECOND_MS, type Clock } from '../../lib/clock.js';
import type { Fetch } from '../../gong/exchange.js';
import { parseRetryAfter } from '../../gong/retry.js';

/** What an answer of Gong's told beside its body. */
export interface ResponseFacts {
  readonly status: number;
  /** How long Gong asked to wait, in milliseconds; null where it didn't. */
  readonly retryAfterMs: number | null;
  /**
   * How far this machine's clock is ahead of Gong's at the least, in milliseconds; negative: behind. Null where the
   * answer has no date.
   */
  readonly aheadMs: number | null;
}

/** A fetch that keeps what the doctor wants to know of every answer. */
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

/** Gong answered between both moments, and its date has no fraction of a second. */
function aheadMs(date: string | null, sentAt: number, answeredAt: number): number | null {
  const told = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(told)) return null;
  if (told + SECOND_MS < sentAt) return sentAt - (told + SECOND_MS);
  return told > answeredAt ? answeredAt - told : 0;
}
