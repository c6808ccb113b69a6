import type { GongReader } from '../client.js';
import type { GongRequest } from '../request.js';
import {
  readList,
  readRecords,
  type GongScorecard,
  type GongTracker,
  type GongWorkspace,
  type ListOperation,
  type RecordOf,
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
  return listSettings(reader, { operation: 'listWorkspaces' }, caller);
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
  return listSettings(reader, { operation: 'listScorecards' }, caller);
}

async function listSettings<Operation extends ListOperation, C>(
  reader: GongReader<C>,
  request: GongRequest & { operation: Operation },
  caller: C,
): Promise<readonly RecordOf<Operation>[]> {
  const page = await readRecords(
    reader,
    request,
    (body) => ({ items: readList(request.operation, body), cursor: null, total: null }),
    caller,
  );
  return page.items;
}
