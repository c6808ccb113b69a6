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
import type { OperationAudit } from '../../telemetry/audit/operationAudit.js';
import type { CallById } from './calls.js';
import type { CallPolicyFilter } from './callPolicyFilter.js';
import { memoByKey } from '../../lib/memo.js';

/** A folder, and the workspace whose library lists it. */
export interface FolderPlace {
  readonly folder: GongFolder;
  readonly workspaceId: string;
}

/** The properties of a folder. */
export type FolderContent = Omit<GongFolderContent, 'calls'>;

export interface LibraryLoaders {
  /** Returns all folders of a workspace as a flat list. */
  readonly folders: (workspaceId: string) => Promise<readonly GongFolder[]>;
  /** Returns a folder without its calls; null when there is none. */
  readonly folderContent: (folderId: string) => Promise<FolderContent | null>;
  /**
   * Returns the calls in a folder that the viewer may see; null when there is no such folder.
   *
   * @param selection selection of the calls, which are read when the policy looks them up.
   */
  readonly folderCalls: (
    folderId: string,
    selection: CallSelection,
  ) => Promise<readonly GongFolderCall[] | null>;
  /** Returns the workspace of a folder; null when no workspace lists it. */
  readonly folderPlace: (folderId: string) => Promise<FolderPlace | null>;
}

interface LibraryDependencies {
  readonly reads: Reads;
  /** IDs of the workspaces that the viewer may see; null: all. */
  readonly allowed: () => Promise<ReadonlySet<string> | null>;
  readonly callById: CallById;
  readonly policyFilter: CallPolicyFilter;
  readonly audit: OperationAudit | null;
}

export function createLibraryLoaders({
  reads,
  allowed,
  callById,
  policyFilter,
  audit,
}: LibraryDependencies): LibraryLoaders {
  const folders = memoByKey((workspaceId: string) => reads.whole(getLibraryStructure, workspaceId));
  const contents = memoByKey(async (folderId: string) => {
    const reading = reads.one(getCallsInSpecificFolder, folderId);
    // Whether the read succeeds must not distinguish a hidden folder from a missing one.
    reading.catch(() => undefined);
    // A folder's content does not name its workspace. Only folders that an allowed workspace lists may be seen.
    const mayBeSeen =
      (await allowed()) === null || (await withPolicyHint(places.load(folderId))) !== null;
    return mayBeSeen ? reading : null;
  });

  // A folder does not name its workspace, so each workspace is searched. Folders that are requested at the same time
  // share one search, which ends when all are found.
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
      return calls
        .filter((_, index) => mayBeSeen[index] === true)
        .map((call) => shown(call, policyFilter, audit));
    },
    folderPlace: (folderId) => places.load(folderId),
  };
}

/** Returns a call of a folder as the viewer may see it, and records that it is shown. */
function shown(
  call: GongFolderCall,
  policyFilter: CallPolicyFilter,
  audit: OperationAudit | null,
): GongFolderCall {
  const id = idOf(call.id);
  if (id !== null) audit?.read('read-call', id);
  return policyFilter.ofCall(id, call);
}
