import type { GongReader } from '../client.js';
import { isEmptyResult, isIdRefusal } from '../errors.js';
import { readList, readRecords, type GongFolder, type GongFolderContent } from './wire.js';

/**
 * The public, unarchived library folders of a workspace, flat and unpaged.
 * Gong: `GET /v2/library/folders`, scope `api:library:read`. Gong documents the workspace as optional
 * and refuses to answer without it.
 *
 * @throws GongError
 */
export async function listFolders<C>(
  reader: GongReader<C>,
  workspaceId: string,
  caller: C,
): Promise<readonly GongFolder[]> {
  const page = await readRecords(
    reader,
    { operation: 'getLibraryStructure', query: { workspaceId } },
    (body) => ({
      items: readList('getLibraryStructure', body),
      cursor: null,
      total: null,
    }),
    caller,
  );
  return page.items;
}

/**
 * A folder with the calls filed in it, unpaged; null when there is no such folder.
 * Gong: `GET /v2/library/folder-content`, scope `api:library:read`.
 *
 * @throws GongError
 */
export async function getFolderContent<C>(
  reader: GongReader<C>,
  folderId: string,
  caller: C,
): Promise<GongFolderContent | null> {
  try {
    const body = await reader.read(
      { operation: 'getCallsInSpecificFolder', query: { folderId } },
      caller,
    );
    // Checked here, so that resolvers may rely on a list.
    readList('getCallsInSpecificFolder', body);
    return body;
  } catch (error) {
    if (isIdRefusal(error) || isEmptyResult(error)) return null;
    throw error;
  }
}
