import DataLoader from 'dataloader';
import { getFolderContent, listFolders } from '../gong/library.js';
import type { OperationScope } from '../planner/operationScope.js';
import { idOf, type GongFolder, type GongFolderContent, type GongWorkspace } from '../gong/wire.js';
import type { Planner } from '../planner/planner.js';
import { memoByKey } from './memo.js';

/** A folder and the workspace in whose library it was found. */
export interface FolderPlace {
  readonly folder: GongFolder;
  readonly workspaceId: string;
}

export interface LibraryLoaders {
  /** All folders of a workspace, flat. */
  readonly folders: (workspaceId: string) => Promise<readonly GongFolder[]>;
  /** A folder with its calls; null where there is none. */
  readonly folderContent: (folderId: string) => Promise<GongFolderContent | null>;
  /** Where a folder lies; null where no workspace lists it. */
  readonly folderPlace: (folderId: string) => Promise<FolderPlace | null>;
}

export function createLibraryLoaders(
  planner: Planner,
  scope: OperationScope,
  workspaces: () => Promise<readonly GongWorkspace[]>,
): LibraryLoaders {
  const { reader } = planner;
  const folders = memoByKey((workspaceId: string) => listFolders(reader, workspaceId, scope));
  const contents = memoByKey((folderId: string) => getFolderContent(reader, folderId, scope));

  // A folder doesn't say where it lies and a search goes workspace by workspace: those sought at one
  // moment are sought together, and the search ends when all are found.
  const places = new DataLoader<string, FolderPlace | null>(async (folderIds) => {
    const found = new Map<string, FolderPlace>();
    const look = async (workspaceId: string): Promise<boolean> => {
      for (const folder of await folders.load(workspaceId)) {
        const id = idOf(folder.id);
        if (id !== null) found.set(id, { folder, workspaceId });
      }
      return folderIds.every((id) => found.has(id));
    };
    const searched = new Set(folders.asked().keys());
    let isDone = false;
    for (const workspaceId of searched) isDone = await look(workspaceId);
    if (!isDone) {
      for (const workspace of await workspaces()) {
        const workspaceId = idOf(workspace.id);
        if (workspaceId === null || searched.has(workspaceId)) continue;
        if (await look(workspaceId)) break;
      }
    }
    return folderIds.map((id) => found.get(id) ?? null);
  });

  return {
    folders: (workspaceId) => folders.load(workspaceId),
    folderContent: (folderId) => contents.load(folderId),
    folderPlace: (folderId) => places.load(folderId),
  };
}
