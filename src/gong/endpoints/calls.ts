import type { GongBody } from '../client.js';
import type { GongError } from '../errors.js';
import { parseInstant } from '../../lib/instant.js';
import {
  basicSelection,
  covers,
  fromJson,
  isBasic,
  toContentSelector,
  toJson,
  unionSelections,
  withoutBlock,
  type CallSelection,
} from './callSelection.js';
import { reads, type RecordKind, type Selections } from './endpoint.js';
import {
  idOf,
  referenceId,
  type GongCallBasicData,
  type GongCallData,
  type GongCallTranscript,
} from './wire.js';

/** The basic fields of a call. Lists use its start, which is an instant as spelled by Gong, or undefined. */
export type CallBasics = Omit<GongCallBasicData, 'started'> & {
  readonly started?: string | null | undefined;
};

/**
 * A call in one form: `GET /v2/calls` sends flat basic fields, and `POST /v2/calls/extensive` nests them in
 * `metaData`.
 */
export interface CallRecord {
  readonly id: string;
  readonly basic: CallBasics;
  /** The blocks beyond the basic fields; empty when only these were selected. */
  readonly details: GongCallData;
  /** The selection of this call's request. A block that is in it but not in `details` is empty. */
  readonly selection: CallSelection;
  /** Why selected blocks are missing, when the credential lacks a scope for them. */
  readonly refused?: CallRefusal;
  /**
   * When the replica read each part from Gong, in milliseconds since the epoch; absent for a call that is not from
   * there. Parts are those of the replica.
   */
  readonly readAt?: ReadonlyMap<string, number>;
}

export interface CallRefusal {
  readonly error: GongError;
  /** Whether all blocks beyond the basic fields are missing, and not just the media links. */
  readonly everything: boolean;
}

/** A filter of calls. Windows are half open (`from` <= start < `to`). All given conditions must match. */
export interface CallQuery {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly workspaceId?: string | undefined;
  readonly callIds?: readonly string[] | undefined;
  readonly primaryUserIds?: readonly string[] | undefined;
}

const NO_CALLS = 'No calls found corresponding to the provided filters';

/** Selections of calls. Basic fields are always included. */
export const callSelections: Selections<CallSelection> = {
  least: basicSelection,
  union: unionSelections,
  covers,
  toJson,
  fromJson,
};

/** Calls change less with time: Gong analyzes them for hours, and users comment on them for days. */
export const calls: RecordKind<CallRecord, CallSelection> = {
  name: 'call',
  group: 'calls',
  idOf: ({ id }) => id,
  serves: 'settling',
  age: ({ basic }) => basic.started,
  reveals: 'call',
  selects: callSelections,
  // Links to the recording expire after hours, and anyone who has them can open it.
  keeps: (call, selection) => ({
    item: withoutMedia(call),
    selection: withoutBlock(selection, 'media'),
  }),
};

const extensive = (query: CallQuery, selection: CallSelection, cursor?: string) => ({
  body: {
    cursor,
    filter: {
      fromDateTime: query.from,
      toDateTime: query.to,
      workspaceId: query.workspaceId,
      callIds: query.callIds,
      primaryUserIds: query.primaryUserIds,
    },
    contentSelector: toContentSelector(selection),
  },
});

/** Reads calls whose recording started in the window, oldest first, with the selected blocks. */
export const listCallsExtensive = reads('listCallsExtensive', calls, {
  member: 'calls',
  nothing: NO_CALLS,
  toItem: (details: GongCallData, selection) => callRecord(details.metaData, details, selection),
  // Gong documents no limit; 100 calls are one page.
  byKey: {
    max: 100,
    ask: (callIds, selection, cursor) => extensive({ callIds }, selection, cursor),
  },
  paged: {
    ask: (query: CallQuery, selection, cursor) => extensive(query, selection, cursor),
    ids: ['callIds', 'primaryUserIds'],
    until: ({ to }) => to,
    // Assumes 1 call per host and day, and 300 per host at most, on average over the hosts of an operation.
    readThrough: ({ parents, days }) => parents * Math.min(300, Math.max(1, days ?? 300)),
  },
  without: {
    scope: 'api:calls:read:media-url',
    drop: (selection) => withoutBlock(selection, 'media'),
  },
  cacheable: pageWithoutMedia,
  probe: (to, from) =>
    extensive({ from, to }, { ...basicSelection, blocks: new Set(['media'] as const) }),
});

/** The filter of `GET /v2/calls`, which compares the scheduled time of web conferences. */
export type BasicCallQuery = Pick<CallQuery, 'workspaceId'> & {
  readonly from: string;
  readonly to: string;
};

/** Reads calls with their basic fields, for credentials without the scope of the extensive list. */
export const listCalls = reads('listCalls', calls, {
  member: 'calls',
  nothing: NO_CALLS,
  toItem: (basic: GongCallBasicData) => callRecord(basic),
  paged: {
    ask: ({ from, to, workspaceId }: BasicCallQuery, _selection, cursor) => ({
      query: { fromDateTime: from, toDateTime: to, workspaceId, cursor },
    }),
    until: ({ to }) => to,
  },
  probe: (to, from) => ({ query: { fromDateTime: from, toDateTime: to } }),
});

/** Reads the basic fields of one call, which needs the smallest scope. */
export const getCall = reads('getCall', calls, {
  member: 'call',
  isSingle: true,
  toItem: (basic: GongCallBasicData, _selection, key) =>
    callRecord({ ...basic, id: referenceId(basic.id) ?? key }),
  byKey: {
    max: 1,
    fits: (ids, selection) => ids.length === 1 && isBasic(selection),
    ask: ([id = '']) => ({ path: { id } }),
  },
});

/** A transcript does not contain its age; its call does. */
export const transcripts: RecordKind<GongCallTranscript> = {
  name: 'transcript',
  group: 'transcripts',
  idOf: ({ callId }) => referenceId(callId),
  serves: 'settling',
  age: { of: 'call' },
  reveals: { callOf: ({ callId }) => idOf(callId), unlisted: 'hidden' },
};

/** Reads transcripts without a specific order. A call without a transcript is missing. Times are milliseconds. */
export const getCallTranscripts = reads('getCallTranscripts', transcripts, {
  member: 'callTranscripts',
  nothing: NO_CALLS,
  byKey: {
    max: 100,
    ask: (callIds, _selection, cursor) => ({ body: { cursor, filter: { callIds } } }),
  },
  probe: (to, from) => ({ body: { filter: { fromDateTime: from, toDateTime: to } } }),
});

/** Returns the call without the links to its recording. */
export function withoutMedia(call: CallRecord): CallRecord {
  if (!call.selection.blocks.has('media') && call.details.media == null) return call;
  const details = { ...call.details };
  delete details.media;
  return { ...call, details, selection: withoutBlock(call.selection, 'media') };
}

/** Returns the call in a response; null without an ID. */
function callRecord(
  said: GongCallBasicData | null | undefined,
  details: GongCallData = {},
  selection = basicSelection,
): CallRecord | null {
  const id = referenceId(said?.id);
  if (id === null || said == null) return null;
  return { id, basic: { ...said, started: startOf(said) }, details, selection };
}

function startOf({ started }: GongCallBasicData): string | null {
  return typeof started === 'string' && parseInstant(started) !== null ? started : null;
}

/** Returns a response without the links to the recordings of its calls. */
export function pageWithoutMedia(
  body: GongBody,
  selection: CallSelection,
): { readonly body: GongBody; readonly selection: CallSelection } {
  if (!selection.blocks.has('media')) return { body, selection };
  const { calls: listed } = body;
  // For no calls, Gong may send an empty value of another type.
  if (!Array.isArray(listed)) return { body, selection: withoutBlock(selection, 'media') };
  const kept = (listed as readonly GongBody[]).map((call) => {
    const without: Record<string, unknown> = { ...call };
    delete without['media'];
    return without;
  });
  return { body: { ...body, calls: kept }, selection: withoutBlock(selection, 'media') };
}
