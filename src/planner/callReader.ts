import { listCalls, listCallsExtensive, type CallQuery, type CallRecord } from '../gong/calls.js';
import { isBasic, type CallSelection } from '../gong/callSelection.js';
import type { GongClient } from '../gong/client.js';
import type { OperationScope } from '../gong/operationScope.js';
import type { Page } from '../gong/wire.js';
import { obtainable, refusalOf } from './callBatches.js';
import type { CallReader } from './callWalk.js';
import { createTolerantRead } from './refusedIds.js';
import { EXTENSIVE_SCOPE, type DeniedScopes } from './deniedScopes.js';

/** `GET /v2/calls` insists on both bounds; these leave nothing out and never change under a cursor. */
const BEFORE_ALL_CALLS = '2000-01-01T00:00:00Z';
const AFTER_ALL_CALLS = '2100-01-01T00:00:00Z';

/**
 * Reads pages of calls with what the credential allows: `POST /v2/calls/extensive`, also for basic
 * fields alone, so that a filter means the same calls whatever is selected. Where the scope for it is
 * missing, `GET /v2/calls` serves the basic fields of lists that it can filter.
 */
export function createCallReader(
  client: GongClient,
  denied: DeniedScopes,
  selection: CallSelection,
  scope: OperationScope,
  /** The walk began by scheduled times and has to go on so. */
  byScheduledTime: boolean,
): CallReader {
  const readsBasic = (): boolean => byScheduledTime || denied.denial(EXTENSIVE_SCOPE) !== undefined;

  const readAllowed = (query: CallQuery, cursor: string | null): Promise<Page<CallRecord>> => {
    if (!readsBasic()) {
      return listCallsExtensive(client, query, obtainable(selection, denied), cursor, scope);
    }
    const denial = denied.denial(EXTENSIVE_SCOPE);
    if (
      denial !== undefined &&
      (query.callIds !== undefined || query.primaryUserIds !== undefined)
    ) {
      return Promise.reject(denial);
    }
    const window = { from: query.from ?? BEFORE_ALL_CALLS, to: query.to ?? AFTER_ALL_CALLS };
    return listCalls(client, { ...window, workspaceId: query.workspaceId }, cursor, scope);
  };

  const readOnce = createTolerantRead(['callIds', 'primaryUserIds'], readAllowed);

  return {
    get comparesStart() {
      return !readsBasic();
    },
    async read(query, cursor) {
      let page: Page<CallRecord>;
      for (;;) {
        try {
          page = await readOnce(query, cursor);
          break;
        } catch (error) {
          if (!denied.learnFrom(error)) throw error;
        }
      }
      const refused = isBasic(selection) ? undefined : refusalOf(selection, denied);
      if (refused === undefined) return page;
      return { ...page, items: page.items.map((call) => ({ ...call, refused })) };
    },
  };
}
