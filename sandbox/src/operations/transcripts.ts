import { isPending } from '../company/lazy.js';
import type { Call } from '../company/types.js';
import { findCalls, isAnalyzed, isAvailable, startedTime, type CallFilter } from './callFilter.js';
import { ok, type Handler } from './types.js';

/** `POST /v2/calls/transcript`. Calls that have no transcript (yet) are not in the answer at all. */
export const getCallTranscripts: Handler = ({ company, body, now, paginate }) => {
  const isVisible = (call: Call) => isAvailable(call, now) && isAnalyzed(call, now);
  const transcribed = company.calls.filter(hasTranscript);
  const filter = body['filter'] as CallFilter;
  const { found, total } = findCalls(transcribed, filter, startedTime, isVisible, 'filter.');
  const { items, records } = paginate(found, total);
  const callTranscripts = items.map(({ metaData, transcript }) => ({
    callId: metaData.id,
    transcript,
  }));
  return ok({ records, callTranscripts });
};

/** Without reading it: that would compute the transcripts of the whole company. */
const hasTranscript = (call: Call): boolean =>
  isPending(call, 'transcript') || (call.transcript ?? null) !== null;
