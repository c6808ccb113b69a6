import type { GongOperationId } from '../generated/gongOperations.js';
import { basicSelection, toContentSelector, type CallSelection } from './callSelection.js';
import type { GongBody, GongReader } from './client.js';
import type { GongRequest } from './request.js';
import type { GongError } from './errors.js';
import {
  badShape,
  idOf,
  readPage,
  readRecords,
  type GongCallBasicData,
  type GongCallData,
  type GongCallTranscript,
  type Page,
} from './wire.js';

/**
 * One call as the rest of the gateway sees it. `GET /v2/calls` sends the basic fields flat and
 * `POST /v2/calls/extensive` nests them under `metaData`; from here on there is no difference.
 */
export interface CallRecord {
  readonly id: string;
  readonly basic: GongCallBasicData;
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
  const page = readPage<GongCallData>('listCallsExtensive', body, 'calls');
  return {
    ...page,
    items: page.items.map((details) => {
      const basic = details.metaData ?? {};
      return { id: callId('listCallsExtensive', body, basic), basic, details, selection };
    }),
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
  const page = readPage<GongCallBasicData>('listCalls', body, 'calls');
  return { ...page, items: page.items.map((basic) => basicRecord('listCalls', body, basic)) };
}

/**
 * The basic fields of one call.
 * Gong: `GET /v2/calls/{id}`, scope `api:calls:read:basic`.
 */
export function callRequest(id: string): GongRequest {
  return { operation: 'getCall', path: { id } };
}

export function parseCall(body: GongBody): CallRecord {
  const call = body['call'];
  if (typeof call !== 'object' || call === null)
    throw badShape('getCall', body, '"call" is missing');
  return basicRecord('getCall', body, call);
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
  return readPage<GongCallTranscript>('getCallTranscripts', body, 'callTranscripts');
}

function basicRecord(
  operation: GongOperationId,
  body: GongBody,
  basic: GongCallBasicData,
): CallRecord {
  return { id: callId(operation, body, basic), basic, details: {}, selection: basicSelection };
}

function callId(operation: GongOperationId, body: GongBody, basic: GongCallBasicData): string {
  const id = idOf(basic.id);
  if (id === null) throw badShape(operation, body, 'a call has no id');
  return id;
}
