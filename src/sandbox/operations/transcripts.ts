import { isPending } from '../company/lazy.js';
import type { Call } from '../company/types.js';
import {
  availableCalls,
  findCalls,
  isAnalyzed,
  startedTime,
  type CallFilter,
} from './callFilter.js';
import { ok, type Handler } from './types.js';

/** `POST /v2/calls/transcript`. Calls that have no transcript (yet) are not in the answer at all. */
export const getCallTranscripts: Handler = ({ company, body, now, paginate }) => {
  const transcribed = availableCalls(company, now).filter(
    (call) => isAnalyzed(call, now) && hasTranscript(call),
  );
  const found = findCalls(transcribed, body['filter'] as CallFilter, startedTime, 'filter.');
  const { items, records } = paginate(found);
  const callTranscripts = items.map(({ metaData, transcript }) => ({
    callId: metaData.id,
    transcript,
  }));
  return ok({ records, callTranscripts });
};

/** Without reading it: that would compute the transcripts of the whole company. */
const hasTranscript = (call: Call): boolean =>
  isPending(call, 'transcript') || (call.transcript ?? null) !== null;
