import { basicSelection, toContentSelector, type CallSelection } from './callSelection.js';
import type { GongBody, GongReader } from '../client.js';
import type { GongRequest } from '../request.js';
import type { GongError } from '../errors.js';
import { isNothing } from '../coerce.js';
import { isObject } from '../exchange.js';
import { parseInstant } from '../../lib/instant.js';
import {
  badShape,
  referenceId,
  readPage,
  readRecords,
  type GongCallBasicData,
  type GongCallData,
  type GongCallTranscript,
  type Page,
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

/**
 * A page of calls whose recording started in the window, oldest first, with the selected blocks.
 * Gong: `POST /v2/calls/extensive`, scope `api:calls:read:extensive`, for media links also
 * `api:calls:read:media-url`.
 */
export function callsExtensiveRequest(
  query: CallQuery,
  selection: CallSelection,
  cursor: string | null = null,
): GongRequest {
  return {
    operation: 'listCallsExtensive',
    body: {
      cursor: cursor ?? undefined,
      filter: {
        fromDateTime: query.from,
        toDateTime: query.to,
        workspaceId: query.workspaceId,
        callIds: query.callIds,
        primaryUserIds: query.primaryUserIds,
      },
      contentSelector: toContentSelector(selection),
    },
  };
}

export function parseCallsExtensive(body: GongBody, selection: CallSelection): Page<CallRecord> {
  const page = readPage('listCallsExtensive', body);
  return {
    ...page,
    items: page.items.flatMap((details) => callRecord(details.metaData, details, selection)),
  };
}

/**
 * A page of basic calls. Unlike elsewhere, the window compares the scheduled time of web conferences.
 * Gong: `GET /v2/calls`, scope `api:calls:read:basic`.
 *
 * @throws GongError
 */
export function listCalls<C>(
  reader: GongReader<C>,
  query: { from: string; to: string; workspaceId?: string | undefined },
  cursor: string | null,
  caller: C,
): Promise<Page<CallRecord>> {
  const request: GongRequest = {
    operation: 'listCalls',
    query: {
      fromDateTime: query.from,
      toDateTime: query.to,
      workspaceId: query.workspaceId,
      cursor: cursor ?? undefined,
    },
  };
  return readRecords(reader, request, parseBasicCalls, caller);
}

/** @throws GongError `bad-response` when the answer is not of the documented shape. */
export function parseBasicCalls(body: GongBody): Page<CallRecord> {
  const page = readPage('listCalls', body);
  return { ...page, items: page.items.flatMap((basic) => callRecord(basic)) };
}

/**
 * The basic fields of one call.
 * Gong: `GET /v2/calls/{id}`, scope `api:calls:read:basic`.
 */
export function callRequest(id: string): GongRequest {
  return { operation: 'getCall', path: { id } };
}

/**
 * The call in an answer.
 *
 * @param askedId id of the call that was asked for: an answer that doesn't say its id is about that one.
 * @throws GongError `bad-response` when the answer is not of the documented shape.
 */
export function parseCall(body: GongBody, askedId: string | null = null): CallRecord {
  const { call } = body;
  if (!isObject(call) || isNothing(call)) throw badShape('getCall', body, '"call" is missing');
  const [record] = callRecord({ ...call, id: referenceId(call['id']) ?? askedId });
  if (record === undefined) throw badShape('getCall', body, '"call" has no id');
  return record;
}

/**
 * Transcripts of the given calls, in no particular order; calls without one are missing. Times are
 * milliseconds from the start of the call.
 * Gong: `POST /v2/calls/transcript`, scope `api:calls:read:transcript`.
 */
export function transcriptsRequest(
  callIds: readonly string[],
  cursor: string | null = null,
): GongRequest {
  return {
    operation: 'getCallTranscripts',
    body: { cursor: cursor ?? undefined, filter: { callIds } },
  };
}

export function parseTranscripts(body: GongBody): Page<GongCallTranscript> {
  return readPage('getCallTranscripts', body);
}

/** The call in an answer; none without an id. */
function callRecord(
  said: GongCallBasicData | null | undefined,
  details: GongCallData = {},
  selection = basicSelection,
): CallRecord[] {
  const id = referenceId(said?.id);
  if (id === null || said == null) return [];
  return [{ id, basic: { ...said, started: startOf(said) }, details, selection }];
}

function startOf({ started }: GongCallBasicData): string | null {
  return typeof started === 'string' && parseInstant(started) !== null ? started : null;
}
