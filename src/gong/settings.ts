import type { GongOperationId } from '../generated/gongOperations.js';
import type { Caller, GongClient, GongRequest } from './client.js';
import {
  readList,
  readRecords,
  type GongScorecard,
  type GongTracker,
  type GongWorkspace,
} from './wire.js';

/**
 * The company's workspaces, unpaged.
 * Gong: `GET /v2/workspaces`, scope `api:workspaces:read`.
 *
 * @throws GongError
 */
export function listWorkspaces(
  client: GongClient,
  caller: Caller,
): Promise<readonly GongWorkspace[]> {
  return listSettings(client, { operation: 'listWorkspaces' }, 'workspaces', caller);
}

/**
 * Keyword trackers of one workspace, or of all; unpaged. Smart trackers are not among them.
 * Gong: `GET /v2/settings/trackers`, scope `api:settings:trackers:read`.
 *
 * @throws GongError
 */
export function listTrackers(
  client: GongClient,
  workspaceId: string | null,
  caller: Caller,
): Promise<readonly GongTracker[]> {
  return listSettings(
    client,
    { operation: 'listTrackers', query: { workspaceId: workspaceId ?? undefined } },
    'keywordTrackers',
    caller,
  );
}

/**
 * Scorecard definitions of all workspaces, unpaged; Gong offers no filter.
 * Gong: `GET /v2/settings/scorecards`, scope `api:settings:scorecards:read`.
 *
 * @throws GongError
 */
export function listScorecards(
  client: GongClient,
  caller: Caller,
): Promise<readonly GongScorecard[]> {
  return listSettings(client, { operation: 'listScorecards' }, 'scorecards', caller);
}

async function listSettings<T extends object>(
  client: GongClient,
  request: GongRequest & { operation: GongOperationId },
  member: string,
  caller: Caller,
): Promise<readonly T[]> {
  const page = await readRecords(
    client,
    request,
    (body) => ({ items: readList<T>(request.operation, body, member), cursor: null, total: null }),
    caller,
  );
  return page.items;
}
