import DataLoader from 'dataloader';
import { list } from '../../gong/coerce.js';
import { getCallsInSpecificFolder, getLibraryStructure } from '../../gong/endpoints/library.js';
import { listWorkspaces } from '../../gong/endpoints/settings.js';
import type { Reads } from '../reads.js';
import {
  idOf,
  type GongFolder,
  type GongFolderCall,
  type GongFolderContent,
} from '../../gong/endpoints/wire.js';
import { withPolicyHint } from '../../access/policy/policyError.js';
import type { CallSelection } from '../../gong/endpoints/callSelection.js';
import type { CallById } from './calls.js';
import type { CallPolicyFilter } from './callPolicyFilter.js';
import { memoByKey } from '../../lib/memo.js';

/** A folder and the workspace in whose library it was found. */
export interface FolderPlace {
  readonly folder: GongFolder;
  readonly workspaceId: string;
}

/** What a folder says of itself. */
export type FolderContent = Omit<GongFolderContent, 'calls'>;

export interface LibraryLoaders {
  /** All folders of a workspace, flat. */
  readonly folders: (workspaceId: string) => Promise<readonly GongFolder[]>;
  /** A folder without its calls; null where there is none. */
  readonly folderContent: (folderId: string) => Promise<FolderContent | null>;
  /**
   * The calls filed in a folder, without those that the viewer may not see; null where there is no such folder.
   *
   * @param selection what is wanted of the calls themselves besides, which is read along where they are looked up.
   */
  readonly folderCalls: (
    folderId: string,
    selection: CallSelection,
  ) => Promise<readonly GongFolderCall[] | null>;
  /** Where a folder lies; null where no workspace lists it. */
  readonly folderPlace: (folderId: string) => Promise<FolderPlace | null>;
}

interface LibraryDependencies {
  readonly reads: Reads;
  /** IDs of the workspaces that may be seen; null: all. */
  readonly allowed: () => Promise<ReadonlySet<string> | null>;
  readonly callById: CallById;
  readonly policyFilter: CallPolicyFilter;
}

export function createLibraryLoaders({
  reads,
  allowed,
  callById,
  policyFilter,
}: LibraryDependencies): LibraryLoaders {
  const folders = memoByKey((workspaceId: string) => reads.whole(getLibraryStructure, workspaceId));
  const contents = memoByKey(async (folderId: string) => {
    const reading = reads.one(getCallsInSpecificFolder, folderId);
    // Whether it can be read must not tell a folder that is hidden from one that isn't there.
    reading.catch(() => undefined);
    // A folder's content doesn't say in which workspace it lies: only what an allowed one lists may be seen.
    const mayBeSeen =
      (await allowed()) === null || (await withPolicyHint(places.load(folderId))) !== null;
    return mayBeSeen ? reading : null;
  });

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
      for (const workspace of await reads.whole(listWorkspaces, null)) {
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
    folderCalls: async (folderId, selection) => {
      const content = await contents.load(folderId);
      if (content === null) return null;
      const calls = list(content.calls).filter(({ id }) => idOf(id) !== null);
      const mayBeSeen = await Promise.all(
        calls.map(({ id }) => callById.isReferenceVisible(idOf(id) ?? '', selection)),
      );
      return calls.flatMap((call, index) =>
        mayBeSeen[index] === true ? policyFilter.ofCall(idOf(call.id), call) : [],
      );
    },
    folderPlace: (folderId) => places.load(folderId),
  };
}
