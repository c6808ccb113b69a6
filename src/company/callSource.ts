import type { GongRequest } from '../gong/request.js';
import {
  calls,
  callSelections,
  getCall,
  listCallsExtensive,
  type CallRecord,
  type CallRefusal,
} from '../gong/endpoints/calls.js';
import { basicSelection, covers, type CallSelection } from '../gong/endpoints/callSelection.js';
import { keyedBy, requestTo } from '../gong/endpoints/endpoint.js';
import { GongError } from '../gong/errors.js';
import { servesStale } from './cacheRules.js';
import type { CacheTtl } from './cache/ttl.js';
import type { MissingCallReasons } from './missingCallReasons.js';
import { byId } from './sources.js';
import type { Source } from './source.js';
import {
  BASIC_SCOPE,
  EXTENSIVE_SCOPE,
  isRefusalOf,
  MEDIA_SCOPE,
  type MissingScopes,
} from './missingScopes.js';

/** The number of IDs that one request can carry. */
export const MAX_IDS_PER_REQUEST = keyedBy(listCallsExtensive).max;

/**
 * Calls by id. Several travel in one `POST /v2/calls/extensive` with all that is wanted of any of them;
 * one whose basic fields suffice is a `GET /v2/calls/{id}`, which needs the least scope.
 */
export function callSource(
  denied: MissingScopes,
  visibility: MissingCallReasons,
  ttlOf: (call: CallRecord) => CacheTtl,
): Source<CallSelection, CallRecord> {
  return {
    kind: calls.name,
    isRequest: false,
    group: calls.group,
    selects: callSelections,
    // Without the scope of the detailed listing, calls can only be read one at a time.
    max: () => (isOnlyBasicAllowed(denied) ? keyedBy(getCall).max : MAX_IDS_PER_REQUEST),
    request: (ids, selection, cursor) => requestFor(ids, selection, cursor, denied),
    parse: (request, { body }, ids, selection) => {
      const page =
        request.operation === getCall.id
          ? getCall.parse(body, basicSelection, ids[0])
          : listCallsExtensive.parse(body, allowedSelection(selection, denied));
      const items = withRefusal(page.items, selection, denied);
      return { values: byId(calls, items), cursor: page.cursor };
    },
    nothing: null,
    servesStale: servesStale(calls),
    ttl: ttlOf,
    // What was refused may be granted.
    keeps: (call) => {
      if (call.refused !== undefined) return null;
      const { item, selection } = calls.keeps?.(call, call.selection) ?? {
        item: call,
        selection: call.selection,
      };
      return { value: item, selection };
    },
    pack: ({ id, basic, details }) => ({ id, basic, details }),
    unpack: (packed, selection) => ({ ...(packed as PackedCall), selection }),
    objectsOf: (call) => [call],
    onRefused: (id, said) => {
      visibility.learnFrom(id, said);
    },
    learnFrom: (error, request) => denied.learnFrom(error) || canDoWithout(request, error, denied),
  };
}

type PackedCall = Pick<CallRecord, 'id' | 'basic' | 'details'>;

function isOnlyBasicAllowed(denied: MissingScopes): boolean {
  return denied.denial(EXTENSIVE_SCOPE) !== undefined && denied.denial(BASIC_SCOPE) === undefined;
}

/** Whether the request was worded before the scope was known to be missing, and would be worded without it now. */
function canDoWithout(
  { operation, body }: GongRequest,
  error: unknown,
  denied: MissingScopes,
): boolean {
  if (operation !== listCallsExtensive.id) return false;
  if (isRefusalOf(error, EXTENSIVE_SCOPE)) return isOnlyBasicAllowed(denied);
  const selector = (body as { contentSelector?: { exposedFields?: { media?: unknown } } })
    .contentSelector;
  return isRefusalOf(error, MEDIA_SCOPE) && selector?.exposedFields?.media !== undefined;
}

function requestFor(
  ids: readonly string[],
  requested: CallSelection,
  cursor: string | undefined,
  denied: MissingScopes,
): GongRequest {
  const selection = allowedSelection(requested, denied);
  const isBasicEnough = keyedBy(getCall).fits?.(ids, selection) !== false;
  const endpoint =
    isBasicEnough && denied.denial(BASIC_SCOPE) === undefined ? getCall : listCallsExtensive;
  return requestTo(
    endpoint,
    keyedBy<CallRecord, CallSelection, never>(endpoint).ask(ids, selection, cursor),
  );
}

/** What of a want the credential's scopes allow, as far as is known. */
function allowedSelection(selection: CallSelection, denied: MissingScopes): CallSelection {
  return denied.denial(EXTENSIVE_SCOPE) === undefined
    ? denied.allowed(listCallsExtensive, selection)
    : basicSelection;
}

/**
 * The calls as what was wanted of them, with the reason why a part of it is missing: it has been asked for, though it
 * was refused, and asking again leads nowhere.
 */
export function withRefusal(
  read: readonly CallRecord[],
  selection: CallSelection,
  denied: MissingScopes,
): readonly CallRecord[] {
  return read.map((call) =>
    covers(call.selection, selection)
      ? call
      : { ...call, selection: selection, refused: missingScopeFor(selection, denied) },
  );
}

/** Why a part of a want is missing from what was read. */
function missingScopeFor(selection: CallSelection, denied: MissingScopes): CallRefusal {
  const all = denied.denial(EXTENSIVE_SCOPE);
  if (all !== undefined) return { error: all, everything: true };
  const media = denied.denial(MEDIA_SCOPE);
  if (media !== undefined && selection.blocks.has('media'))
    return { error: media, everything: false };
  // A walk that another process began without the scope, which this one hasn't been told of.
  const error = new GongError('missing-scope', `This list was begun without ${EXTENSIVE_SCOPE}.`, {
    operation: listCallsExtensive.id,
    requiredScope: EXTENSIVE_SCOPE,
  });
  return { error, everything: true };
}
