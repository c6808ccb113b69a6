import {
  covers,
  toJson,
  fromJson,
  unionSelections,
  withoutBlock,
  type CallSelection,
} from '../gong/endpoints/callSelection.js';
import type { CallRecord } from '../gong/endpoints/calls.js';
import type { GongBody } from '../gong/client.js';
import type { Fetched, WantKind } from './sharedReads.js';

export const callWants: WantKind<CallSelection> = {
  union: unionSelections,
  covers,
  pack: toJson,
  unpack: fromJson,
};

/** A call as it may be kept: links to its recording live for hours only, and open it to anyone. */
export function withoutMedia(call: CallRecord): CallRecord {
  if (!call.selection.blocks.has('media') && call.details.media == null) return call;
  const details = { ...call.details };
  delete details.media;
  return { ...call, details, selection: withoutBlock(call.selection, 'media') };
}

/** The same for an answer full of calls. */
export function pageWithoutMedia(fetched: Fetched<CallSelection>): Fetched<CallSelection> {
  if (!fetched.want.blocks.has('media')) return fetched;
  const calls = (fetched.body['calls'] ?? []) as readonly GongBody[];
  return {
    ...fetched,
    want: withoutBlock(fetched.want, 'media'),
    body: {
      ...fetched.body,
      calls: calls.map((call) => {
        const kept: Record<string, unknown> = { ...call };
        delete kept['media'];
        return kept;
      }),
    },
  };
}
