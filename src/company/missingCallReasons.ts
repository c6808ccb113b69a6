import { LRUCache } from 'lru-cache';
import { NOT_FOUND_TTL_MS } from './cache/ttl.js';
import { SECOND_MS, type Clock } from '../lib/clock.js';
import { isIdRefusal, isNotReady } from '../gong/errors.js';

/** What Gong says of a call that it doesn't show: that it isn't ready yet, or nothing of it. */
export type MissingCallReason = 'not-ready' | 'unknown';

const MAX_CALLS = 10_000;
/** As long as the absence itself is believed, and until whoever was told of it has asked. */
const KEPT_MS = NOT_FOUND_TTL_MS + SECOND_MS;

/** Why calls that were asked for by id weren't there, as long as that is believed. */
export class MissingCallReasons {
  private readonly said = new LRUCache<
    string,
    { readonly why: MissingCallReason; readonly until: number }
  >({
    // As in MemoryState: `max` would reserve the memory for all of them at once.
    maxSize: MAX_CALLS,
    sizeCalculation: () => 1,
  });

  constructor(private readonly clock: Clock) {}

  learnFrom(callId: string, error: unknown): void {
    if (!isIdRefusal(error)) return;
    const why = isNotReady(error) ? 'not-ready' : 'unknown';
    this.said.set(callId, { why, until: this.clock.now() + KEPT_MS });
  }

  /** Null where Gong didn't say lately: of several calls together it says nothing. */
  of(callId: string): MissingCallReason | null {
    const said = this.said.get(callId);
    return said !== undefined && said.until > this.clock.now() ? said.why : null;
  }
}
