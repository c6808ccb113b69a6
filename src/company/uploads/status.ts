import { HOUR_MS } from '../../lib/clock.js';
import type { UploadRecord } from './ledger.js';

/** What Gong says of a call: it shows it, it knows of it, or it doesn't. */
export type CallAvailability = 'visible' | 'not-ready' | 'unknown';

export type UploadStatus = 'MEDIA_MISSING' | 'PROCESSING' | 'READY' | 'PROBABLY_DISCARDED';

/** Uploads have been seen to take from minutes to most of an hour. */
const MAX_PROCESSING_MS = HOUR_MS;

/** Gong accepts recordings that are shorter, and throws them away; seconds. */
const MIN_KEPT_SECONDS = 60;

/**
 * What became of an upload, as far as it can be told; null where nothing is known.
 *
 * @param now milliseconds since the epoch.
 */
export function uploadStatus(
  visibility: CallAvailability,
  record: UploadRecord | null,
  now: number,
): UploadStatus | null {
  if (visibility === 'visible') return 'READY';
  // Gong says "not ready yet" also of a call that it only waits for the recording of.
  if (record?.mediaAt === null) return 'MEDIA_MISSING';
  if (visibility === 'not-ready') return 'PROCESSING';
  if (record === null) return null;
  const { mediaAt, durationSeconds } = record;
  if (durationSeconds !== null && durationSeconds < MIN_KEPT_SECONDS) {
    return 'PROBABLY_DISCARDED';
  }
  return now - mediaAt > MAX_PROCESSING_MS ? 'PROBABLY_DISCARDED' : 'PROCESSING';
}
