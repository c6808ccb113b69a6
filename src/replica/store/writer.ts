import { list } from '../../gong/coerce.js';
import {
  idOf,
  type GongAnsweredScorecard,
  type GongCallTranscript,
} from '../../gong/endpoints/wire.js';
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
      putParts(store, partsOfKept(transcripts, 'TRANSCRIPT', spoken), readAt),
    putReviews: (reviews, readAt) =>
      putParts(store, partsOfKept(reviews, 'REVIEWS', inOrder), readAt),
    putRecords: (kind, records, readAt, isComplete) =>
      putRecords(store, kind, records, readAt, isComplete),
    removeCalls: (ids) => removeCalls(store, ids),
    eraseCalls: (ids, barredUntil) => eraseCalls(store, ids, barredUntil),
    removeCallsBefore: (startMs) => removeCallsBefore(store, startMs),
    compact: () => compact(store),
  };
}

function partsOfKept<Value>(
  values: ReadonlyMap<string, Value>,
  part: 'TRANSCRIPT' | 'REVIEWS',
  keptOf: (value: Value) => Value,
): CallParts[] {
  return Array.from(values, ([id, value]) => ({
    id,
    startS: null,
    content: new Map([[part, keptOf(value)]]),
  }));
}

/** Returns null for a transcript in which nothing was said. */
function spoken(transcript: GongCallTranscript | null): GongCallTranscript | null {
  return list(transcript?.transcript).length === 0 ? null : transcript;
}

/** Gong promises no order of reviews: in another one, they are the same. */
function inOrder(reviews: readonly GongAnsweredScorecard[]): readonly GongAnsweredScorecard[] {
  const nameOf = ({ answeredScorecardId }: GongAnsweredScorecard) =>
    idOf(answeredScorecardId) ?? '';
  return [...reviews].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}
