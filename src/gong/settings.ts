import type { GongOperationId } from '../generated/gongOperations.js';
import type { GongReader } from './client.js';
import type { GongRequest } from './request.js';
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
export function listWorkspaces<C>(
  reader: GongReader<C>,
  caller: C,
): Promise<readonly GongWorkspace[]> {
  return listSettings(reader, { operation: 'listWorkspaces' }, 'workspaces', caller);
}

/**
 * Keyword trackers of one workspace, or of all; unpaged. Smart trackers are not among them.
 * Gong: `GET /v2/settings/trackers`, scope `api:settings:trackers:read`.
 *
 * @throws GongError
 */
export function listTrackers<C>(
  reader: GongReader<C>,
  workspaceId: string | null,
  caller: C,
): Promise<readonly GongTracker[]> {
  return listSettings(
    reader,
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
export function listScorecards<C>(
  reader: GongReader<C>,
  caller: C,
): Promise<readonly GongScorecard[]> {
  return listSettings(reader, { operation: 'listScorecards' }, 'scorecards', caller);
}

async function listSettings<T extends object, C>(
  reader: GongReader<C>,
  request: GongRequest & { operation: GongOperationId },
  member: string,
  caller: C,
): Promise<readonly T[]> {
  const page = await readRecords(
    reader,
    request,
    (body) => ({ items: readList<T>(request.operation, body, member), cursor: null, total: null }),
    caller,
  );
  return page.items;
}
