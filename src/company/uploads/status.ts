import { HOUR_MS } from '../../lib/clock.js';
import type { UploadRecord } from './ledger.js';

/** What Gong says of a call: it shows the call, it knows of it, or neither. */
export type CallAvailability = 'visible' | 'not-ready' | 'unknown';

export type UploadStatus = 'MEDIA_MISSING' | 'PROCESSING' | 'READY' | 'PROBABLY_DISCARDED';

/** Observed processing takes from minutes to almost an hour. */
const MAX_PROCESSING_MS = HOUR_MS;

/** Gong accepts shorter recordings and discards them; in seconds. */
const MIN_KEPT_SECONDS = 60;

/**
 * Returns the status of an upload; null when nothing is known of it.
 *
 * @param now milliseconds since the epoch.
 */
export function uploadStatus(
  visibility: CallAvailability,
  record: UploadRecord | null,
  now: number,
): UploadStatus | null {
  if (visibility === 'visible') return 'READY';
  // Gong also says "not ready yet" of a call that has no recording.
  if (record?.mediaAt === null) return 'MEDIA_MISSING';
  if (visibility === 'not-ready') return 'PROCESSING';
  if (record === null) return null;
  const { mediaAt, durationSeconds } = record;
  if (durationSeconds !== null && durationSeconds < MIN_KEPT_SECONDS) {
    return 'PROBABLY_DISCARDED';
  }
  return now - mediaAt > MAX_PROCESSING_MS ? 'PROBABLY_DISCARDED' : 'PROCESSING';
}
