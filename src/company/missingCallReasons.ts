import { LRUCache } from 'lru-cache';
import { NOT_FOUND_TTL_MS } from './cache/ttl.js';
import { SECOND_MS, type Clock } from '../lib/clock.js';
import { isIdRefusal, isNotReady } from '../gong/errors.js';

/** Why Gong does not show a call: it is not ready yet, or Gong gives no reason. */
export type MissingCallReason = 'not-ready' | 'unknown';

const MAX_CALLS = 10_000;
/** As long as the absence is cached, plus the time in which its reader asks for the reason. */
const KEPT_MS = NOT_FOUND_TTL_MS + SECOND_MS;

/** Remembers why calls that were requested by ID are missing, as long as the absence is cached. */
export class MissingCallReasons {
  private readonly said = new LRUCache<
    string,
    { readonly why: MissingCallReason; readonly until: number }
  >({
    // `max` would reserve memory for all entries at once, as in MemoryState.
    maxSize: MAX_CALLS,
    sizeCalculation: () => 1,
  });

  constructor(private readonly clock: Clock) {}

  learnFrom(callId: string, error: unknown): void {
    if (!isIdRefusal(error)) return;
    const why = isNotReady(error) ? 'not-ready' : 'unknown';
    this.said.set(callId, { why, until: this.clock.now() + KEPT_MS });
  }

  /** Returns the reason; null when Gong recently gave none. Gong gives no reason for several calls together. */
  of(callId: string): MissingCallReason | null {
    const said = this.said.get(callId);
    return said !== undefined && said.until > this.clock.now() ? said.why : null;
  }
}
