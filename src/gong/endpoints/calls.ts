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

/** The basic fields of a call. Lists go by its start: here it is an instant in Gong's own words, or nothing. */
export type CallBasics = Omit<GongCallBasicData, 'started'> & {
  readonly started?: string | null | undefined;
};

/**
 * One call as the rest of the gateway sees it. `GET /v2/calls` sends the basic fields flat and
 * `POST /v2/calls/extensive` nests them under `metaData`; from here on there is no difference.
 */
export interface CallRecord {
  readonly id: string;
  readonly basic: CallBasics;
  /** The blocks beyond the basic fields; empty where only these were asked for. */
  readonly details: GongCallData;
  /** What was asked of Gong for this call: a block that is in here but not in `details` is empty. */
  readonly selection: CallSelection;
  /** Why blocks that the query wanted are missing, where the credential lacks a scope for them. */
  readonly refused?: CallRefusal;
  /** When the replica read it from Gong, in milliseconds since the epoch; absent for a call that is not from there. */
  readonly asOf?: number;
}

export interface CallRefusal {
  readonly error: GongError;
  /** True: every block beyond the basic fields; false: the media links only. */
  readonly everything: boolean;
}

/** Which calls; bounds are half open (`from` <= start < `to`), all members must hold. */
export interface CallQuery {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly workspaceId?: string | undefined;
  readonly callIds?: readonly string[] | undefined;
  readonly primaryUserIds?: readonly string[] | undefined;
}

const NO_CALLS = 'No calls found corresponding to the provided filters';

/** Selections of calls: their basic fields always come. */
export const callSelections: Selections<CallSelection> = {
  least: basicSelection,
  union: unionSelections,
  covers,
  toJson,
  fromJson,
};

/** Calls settle with time: they are analyzed for hours, and commented on for days. */
export const calls: RecordKind<CallRecord, CallSelection> = {
  name: 'call',
  group: 'calls',
  idOf: ({ id }) => id,
  serves: 'settling',
  age: ({ basic }) => basic.started,
  reveals: 'call',
  selects: callSelections,
  // Links to the recording are valid for hours only, and open it to anyone.
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

/** Calls whose recording started in the window, oldest first, with the selected blocks. */
export const listCallsExtensive = reads('listCallsExtensive', calls, {
  member: 'calls',
  nothing: NO_CALLS,
  toItem: (details: GongCallData, selection) => callRecord(details.metaData, details, selection),
  // Gong names no limit; a hundred is one page.
  byKey: {
    max: 100,
    ask: (callIds, selection, cursor) => extensive({ callIds }, selection, cursor),
  },
  paged: {
    ask: (query: CallQuery, selection, cursor) => extensive(query, selection, cursor),
    ids: ['callIds', 'primaryUserIds'],
    until: ({ to }) => to,
    // A host has a call a day, weekends included, and 300 in all, on average over the hosts of an operation.
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

/** The window of `GET /v2/calls`, which compares the scheduled time of web conferences. */
export type BasicCallQuery = Pick<CallQuery, 'workspaceId'> & {
  readonly from: string;
  readonly to: string;
};

/** Calls with their basic fields, for credentials that lack the scope of the detailed list. */
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

/** The basic fields of one call: this needs the least scope. */
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

/** A transcript does not say how old it is: its call does. */
export const transcripts: RecordKind<GongCallTranscript> = {
  name: 'transcript',
  group: 'transcripts',
  idOf: ({ callId }) => referenceId(callId),
  serves: 'settling',
  age: { of: 'call' },
  reveals: { callOf: ({ callId }) => idOf(callId), unlisted: 'hidden' },
};

/** Transcripts, in no particular order; a call without one is missing. Times are milliseconds. */
export const getCallTranscripts = reads('getCallTranscripts', transcripts, {
  member: 'callTranscripts',
  nothing: NO_CALLS,
  byKey: {
    max: 100,
    ask: (callIds, _selection, cursor) => ({ body: { cursor, filter: { callIds } } }),
  },
  probe: (to, from) => ({ body: { filter: { fromDateTime: from, toDateTime: to } } }),
});

/** The call without the links to its recording. */
export function withoutMedia(call: CallRecord): CallRecord {
  if (!call.selection.blocks.has('media') && call.details.media == null) return call;
  const details = { ...call.details };
  delete details.media;
  return { ...call, details, selection: withoutBlock(call.selection, 'media') };
}

/** The call in a response; null without an ID. */
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

/** A response without the links to the recordings of its calls. */
export function pageWithoutMedia(
  body: GongBody,
  selection: CallSelection,
): { readonly body: GongBody; readonly selection: CallSelection } {
  if (!selection.blocks.has('media')) return { body, selection };
  const { calls: listed } = body;
  // Gong may send an empty value of another type for no calls.
  if (!Array.isArray(listed)) return { body, selection: withoutBlock(selection, 'media') };
  const kept = (listed as readonly GongBody[]).map((call) => {
    const without: Record<string, unknown> = { ...call };
    delete without['media'];
    return without;
  });
  return { body: { ...body, calls: kept }, selection: withoutBlock(selection, 'media') };
}
