import type { GongRequest } from '../gong/request.js';
import {
  calls,
  callSelections,
  getCall,
  listCallsExtensive,
  type CallRecord,
} from '../gong/endpoints/calls.js';
import { basicSelection, isBasic, type CallSelection } from '../gong/endpoints/callSelection.js';
import { keyedBy, requestTo } from '../gong/endpoints/endpoint.js';
import type { Page } from '../gong/endpoints/wire.js';
import { GongError } from '../gong/errors.js';
import { servesStale } from './cacheRules.js';
import type { CacheTtl } from './cache/ttl.js';
import type { MissingCallReasons } from './missingCallReasons.js';
import { byId } from './sources.js';
import type { Source } from './source.js';
import { BASIC_SCOPE, EXTENSIVE_SCOPE, MEDIA_SCOPE, type MissingScopes } from './missingScopes.js';

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
    parse: (request, { body }, _ids, selection) => {
      const page =
        request.operation === getCall.id
          ? getCall.parse(body, basicSelection, request.path?.['id'])
          : listCallsExtensive.parse(body, obtainable(selection, denied));
      const { items, cursor } = withRefusal(page, selection, denied);
      return { values: byId(calls, items), cursor };
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
    learnFrom: (error, request) =>
      denied.learnFrom(error) || (isDenied(error, denied) && canDoWithout(request, error, denied)),
  };
}

type PackedCall = Pick<CallRecord, 'id' | 'basic' | 'details'>;

function isOnlyBasicAllowed(denied: MissingScopes): boolean {
  return denied.denial(EXTENSIVE_SCOPE) !== undefined && denied.denial(BASIC_SCOPE) === undefined;
}

/** Whether a scope was refused that another request has been refused before. */
function isDenied(error: unknown, denied: MissingScopes): error is GongError {
  return (
    error instanceof GongError &&
    error.requiredScope !== undefined &&
    denied.denial(error.requiredScope) !== undefined
  );
}

/** Whether the request was worded before the scope was known to be missing, and would be worded without it now. */
function canDoWithout(
  { operation, body }: GongRequest,
  { requiredScope }: GongError,
  denied: MissingScopes,
): boolean {
  if (operation !== listCallsExtensive.id) return false;
  if (requiredScope === EXTENSIVE_SCOPE) return isOnlyBasicAllowed(denied);
  const selector = (body as { contentSelector?: { exposedFields?: { media?: unknown } } })
    .contentSelector;
  return requiredScope === MEDIA_SCOPE && selector?.exposedFields?.media !== undefined;
}

function requestFor(
  ids: readonly string[],
  want: CallSelection,
  cursor: string | undefined,
  denied: MissingScopes,
): GongRequest {
  const selection = obtainable(want, denied);
  const isBasicEnough = keyedBy(getCall).fits?.(ids, selection) !== false;
  const endpoint =
    isBasicEnough && denied.denial(BASIC_SCOPE) === undefined ? getCall : listCallsExtensive;
  return requestTo(
    endpoint,
    keyedBy<CallRecord, CallSelection, never>(endpoint).ask(ids, selection, cursor),
  );
}

function withRefusal(
  page: Page<CallRecord>,
  want: CallSelection,
  denied: MissingScopes,
): Page<CallRecord> {
  const refusal = refusalOf(want, denied);
  if (refusal === undefined) return page;
  // What was wanted has been asked for, though a part of it was refused: asking again leads nowhere.
  return {
    ...page,
    items: page.items.map((call) => ({ ...call, selection: want, refused: refusal })),
  };
}

/** What of a want the credential's scopes allow, as far as is known. */
export function obtainable(want: CallSelection, denied: MissingScopes): CallSelection {
  if (denied.denial(EXTENSIVE_SCOPE) !== undefined) return basicSelection;
  const { without } = listCallsExtensive;
  return without === undefined || denied.denial(without.scope) === undefined
    ? want
    : without.drop(want);
}

/** Why a part of a want is missing from what was fetched; undefined when nothing is. */
export function refusalOf(want: CallSelection, denied: MissingScopes): CallRecord['refused'] {
  const all = denied.denial(EXTENSIVE_SCOPE);
  if (all !== undefined && !isBasic(want)) return { error: all, everything: true };
  const media = denied.denial(MEDIA_SCOPE);
  return media !== undefined && want.blocks.has('media')
    ? { error: media, everything: false }
    : undefined;
}
