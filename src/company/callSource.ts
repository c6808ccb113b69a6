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

/** The number of IDs in one request. */
export const MAX_IDS_PER_REQUEST = keyedBy(listCallsExtensive).max;

/**
 * Returns the source of calls by ID. Several calls are read by one `POST /v2/calls/extensive` with the union of their
 * selections. A single call with a basic selection is read by `GET /v2/calls/{id}`, which needs the smallest scope.
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
    // Without the scope of the extensive operation, calls can only be read one at a time.
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
    // A call with a refused part is not cached, because the scope can be granted.
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

/** Returns whether the request was built before a missing scope was known, and would now be built without it. */
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

/** Returns the part of a selection that the credential's scopes allow, as far as known. */
function allowedSelection(selection: CallSelection, denied: MissingScopes): CallSelection {
  return denied.denial(EXTENSIVE_SCOPE) === undefined
    ? denied.allowed(listCallsExtensive, selection)
    : basicSelection;
}

/**
 * Marks calls that lack a part of the selection with Gong's refusal. They then count as read with the whole
 * selection, because requesting that part again would fail again.
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

/** Returns why a part of the selection is missing. */
function missingScopeFor(selection: CallSelection, denied: MissingScopes): CallRefusal {
  const all = denied.denial(EXTENSIVE_SCOPE);
  if (all !== undefined) return { error: all, everything: true };
  const media = denied.denial(MEDIA_SCOPE);
  if (media !== undefined && selection.blocks.has('media'))
    return { error: media, everything: false };
  // Another process began this walk without the scope, and this process does not know the refusal.
  const error = new GongError('missing-scope', `This list was begun without ${EXTENSIVE_SCOPE}.`, {
    operation: listCallsExtensive.id,
    requiredScope: EXTENSIVE_SCOPE,
  });
  return { error, everything: true };
}
