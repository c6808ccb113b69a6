import {
  listCalls,
  listCallsExtensive,
  type CallQuery,
  type CallRecord,
} from '../gong/endpoints/calls.js';
import type { CallSelection } from '../gong/endpoints/callSelection.js';
import { pagedBy } from '../gong/endpoints/endpoint.js';
import { EXTENSIVE_SCOPE, isRefusalOf } from './missingScopes.js';
import { RefusedIds } from './refusedIds.js';
import type { PageRequest } from './source.js';
import { pageRequest, type ResponseListener } from './sources.js';

/** `GET /v2/calls` requires both bounds. These include every call, and they are constant, as a cursor requires. */
const BEFORE_ALL_CALLS = '2000-01-01T00:00:00Z';
const AFTER_ALL_CALLS = '2100-01-01T00:00:00Z';

type CallPage = PageRequest<CallRecord, CallSelection>;

/**
 * Builds requests for pages of calls by what the credential allows. It uses `POST /v2/calls/extensive`, even for
 * basic fields alone, so that a filter selects the same calls whatever the selection. Without the scope for it, it
 * uses `GET /v2/calls` for the basic fields of the lists that this operation can filter.
 */
export class CallPages {
  private readonly allowed = new RefusedIds(
    pagedBy(listCallsExtensive),
    (query: CallQuery, cursor) =>
      this.isBasic ? this.basic(query, cursor) : this.extensive(query, cursor),
  );

  constructor(
    private readonly selection: CallSelection,
    /** The walk began with `GET /v2/calls`, which filters by scheduled times, and must continue with it. */
    private readonly byScheduledTime: boolean,
    private readonly listener: ResponseListener,
  ) {}

  /** Whether the pages come from `GET /v2/calls`. */
  get isBasic(): boolean {
    return this.byScheduledTime || this.refusal !== undefined;
  }

  /** @throws GongError when the scope is missing that this filter needs. */
  at(query: CallQuery, cursor: string | null): CallPage | null {
    return this.allowed.at(query, cursor);
  }

  private get refusal() {
    return this.listener.missing.denial(EXTENSIVE_SCOPE);
  }

  private extensive(query: CallQuery, cursor: string | null): CallPage {
    return {
      ...pageRequest(listCallsExtensive, query, cursor, this.listener, this.selection),
      recover: (failure, read) =>
        isRefusalOf(failure, EXTENSIVE_SCOPE) ? read(this.basic(query, cursor)) : null,
    };
  }

  private basic({ from, to, workspaceId, ...ids }: CallQuery, cursor: string | null): CallPage {
    const { refusal } = this;
    const isFiltered = Object.values(ids).some((each) => each !== undefined);
    if (refusal !== undefined && isFiltered) throw refusal;
    const window = { from: from ?? BEFORE_ALL_CALLS, to: to ?? AFTER_ALL_CALLS };
    return pageRequest(listCalls, { ...window, workspaceId }, cursor, this.listener);
  }
}
