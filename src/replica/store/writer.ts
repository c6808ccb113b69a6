import type { ReplicaWriter } from '../replica.js';
import { startSeconds } from './callKey.js';
import { contentOf } from './callContent.js';
import { compact } from './compact.js';
import { putParts, type CallParts } from './putParts.js';
import { putRecords } from './putRecords.js';
import { eraseCalls, removeCalls, removeCallsBefore } from './removeCalls.js';
import type { Store } from './store.js';

export function writerOf(store: Store): ReplicaWriter {
  return {
    putCalls: (calls, readAt) => {
      const parts = calls.flatMap((call): CallParts[] => {
        const startS = startSeconds(call.basic.started);
        // Without a start, a call has no place in the order of time.
        if (startS === null) return [];
        return [{ id: call.id, startS, content: contentOf(call, store.settings.crmFields) }];
      });
      return putParts(store, parts, readAt);
    },
    putTranscripts: (transcripts, readAt) =>
      putParts(store, partsOfKept(transcripts, 'TRANSCRIPT'), readAt),
    putReviews: (reviews, readAt) => putParts(store, partsOfKept(reviews, 'REVIEWS'), readAt),
    putRecords: (kind, records, readAt, isComplete) =>
      putRecords(store, kind, records, readAt, isComplete),
    removeCalls: (ids) => removeCalls(store, ids),
    eraseCalls: (ids, barredUntil) => eraseCalls(store, ids, barredUntil),
    removeCallsBefore: (startMs) => removeCallsBefore(store, startMs),
    compact: () => compact(store),
  };
}

function partsOfKept(
  values: ReadonlyMap<string, unknown>,
  part: 'TRANSCRIPT' | 'REVIEWS',
): CallParts[] {
  return Array.from(values, ([id, value]) => ({
    id,
    startS: null,
    content: new Map([[part, value]]),
  }));
}
