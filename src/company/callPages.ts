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

/** `GET /v2/calls` insists on both bounds; these leave nothing out and never change under a cursor. */
const BEFORE_ALL_CALLS = '2000-01-01T00:00:00Z';
const AFTER_ALL_CALLS = '2100-01-01T00:00:00Z';

type CallPage = PageRequest<CallRecord, CallSelection>;

/**
 * Requests for pages of calls with what the credential allows: `POST /v2/calls/extensive`, also for basic fields alone,
 * so that a filter means the same calls whatever is selected. Where the scope for it is missing, `GET /v2/calls` serves
 * the basic fields of lists that it can filter.
 */
export class CallPages {
  private readonly allowed = new RefusedIds(
    pagedBy(listCallsExtensive),
    (query: CallQuery, cursor) =>
      this.isBasic ? this.basic(query, cursor) : this.extensive(query, cursor),
  );

  constructor(
    private readonly selection: CallSelection,
    /** The walk began by scheduled times and has to go on so. */
    private readonly byScheduledTime: boolean,
    private readonly listener: ResponseListener,
  ) {}

  /** Whether they come from `GET /v2/calls`. */
  get isBasic(): boolean {
    return this.byScheduledTime || this.refusal !== undefined;
  }

  /** @throws GongError where the scope is missing without which the list can't be filtered so. */
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
