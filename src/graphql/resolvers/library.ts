import type { Resolvers } from '../generated/graphql.js';
import { listWorkspaces } from '../../gong/endpoints/settings.js';
import { idOf, referenceId, type GongFolder } from '../../gong/endpoints/wire.js';
import { callSelectionWithin } from '../selection/callSelectionFor.js';
import { searchForFolders } from '../selection/referenceFields.js';
import type { SelectionInfo } from '../selection/selectedFields.js';
import { dateTime, number, part, text } from '../../gong/coerce.js';
import type { ContextValue } from '../context.js';
import type { FolderModel } from './models.js';
import { toNodeId } from '../selection/nodeId.js';
import { callReference, settleInOrder, userReference, workspaceReference } from './references.js';

/** Returns a folder as its workspace lists it. */
export function folderInWorkspace(folder: GongFolder, workspaceId: string): FolderModel | null {
  const id = idOf(folder.id);
  return id === null ? null : { id, folder, workspaceId, content: null };
}

/**
 * Loads a folder by ID with the fewest requests that the selection allows. Its content lacks its workspace, and the
 * workspaces' lists lack its calls.
 *
 * @param count how many folders are loaded together, including this one.
 */
export async function loadFolder(
  id: string,
  { loaders }: ContextValue,
  info: SelectionInfo,
  count = 1,
): Promise<FolderModel | null> {
  const { wantsPlace, wantsCalls, areMany } = searchForFolders(info, count);
  const isSought = wantsPlace || (areMany && (await areListsFewer(count, loaders)));
  if (!isSought) return byContent(id, loaders);

  if (wantsCalls) loaders.folderContent(id).catch(() => undefined);
  const placing = loaders.folderPlace(id);
  // When the lists would only save requests, a list that cannot be read does not fail the folder.
  const place = await (wantsPlace ? placing : placing.catch(() => null));
  if (place !== null) return { id, ...place, content: null };
  // No workspace lists it, which is also true of private folders. Its content shows whether it exists.
  return byContent(id, loaders);
}

/** Returns whether reading the workspaces' lists takes fewer requests than reading the folders. */
async function areListsFewer(
  folders: number,
  { reads }: ContextValue['loaders'],
): Promise<boolean> {
  const lists = await reads.whole(listWorkspaces, null).then(
    ({ length }) => length,
    // A credential that may not list workspaces may still read folders.
    () => Infinity,
  );
  return lists < folders;
}

async function byContent(
  id: string,
  loaders: ContextValue['loaders'],
): Promise<FolderModel | null> {
  const content = await loaders.folderContent(id);
  return content === null ? null : { id, folder: null, workspaceId: null, content };
}

/** Returns the workspace of a folder; null when no workspace lists it. */
async function placeOf(
  { id, folder, workspaceId }: FolderModel,
  { loaders }: ContextValue,
): Promise<{ folder: GongFolder; workspaceId: string } | null> {
  if (workspaceId === null) return loaders.folderPlace(id);
  // The search has already covered a workspace that does not list the folder.
  return folder === null ? null : { folder, workspaceId };
}

export const libraryResolvers: Pick<Resolvers, 'Query' | 'Folder' | 'FolderCall' | 'Snippet'> = {
  Query: {
    folder: (_parent, { id }, context, info) => loadFolder(id, context, info),
    foldersByIds: (_parent, { ids }, context, info) => {
      const count = new Set(ids).size;
      return settleInOrder(ids, (id) => loadFolder(id, context, info, count));
    },
    folders: async (_parent, { workspaceId }, { loaders }) =>
      (await loaders.folders(workspaceId)).flatMap(
        (folder) => folderInWorkspace(folder, workspaceId) ?? [],
      ),
  },
  Folder: {
    nodeId: ({ id }) => toNodeId('Folder', id),
    id: ({ id }) => id,
    name: ({ folder, content }) => text(folder?.name) ?? text(content?.name),
    updatedAt: ({ folder, content }) => dateTime(folder?.updated) ?? dateTime(content?.updated),
    createdBy: ({ folder, content }, _args, context, info) =>
      userReference(referenceId(folder?.createdBy) ?? content?.createdBy, context, info),
    parent: async (model, _args, context) => {
      const place = await placeOf(model, context);
      const parentId = idOf(place?.folder.parentFolderId);
      if (place === null || parentId === null) return null;
      const folders = await context.loaders.folders(place.workspaceId);
      const parent = folders.find(({ id }) => idOf(id) === parentId);
      return parent === undefined
        ? { id: parentId, folder: null, workspaceId: place.workspaceId, content: null }
        : folderInWorkspace(parent, place.workspaceId);
    },
    children: async (model, _args, context) => {
      const place = await placeOf(model, context);
      if (place === null) return null;
      const { workspaceId } = place;
      return (await context.loaders.folders(workspaceId))
        .filter(({ parentFolderId }) => idOf(parentFolderId) === model.id)
        .flatMap((folder) => folderInWorkspace(folder, workspaceId) ?? []);
    },
    workspace: async (model, _args, context, info) => {
      const workspaceId = model.workspaceId ?? (await placeOf(model, context))?.workspaceId;
      return workspaceReference(workspaceId, context, info);
    },
    calls: async ({ id }, _args, { loaders }, info) => {
      const calls = await loaders.folderCalls(id, callSelectionWithin(info, 'FolderCall'));
      return calls === null ? null : [...calls];
    },
  },
  FolderCall: {
    callId: ({ id }) => idOf(id) ?? '',
    title: ({ title }) => text(title),
    note: ({ note }) => text(note),
    url: ({ url }) => text(url),
    addedAt: ({ created }) => dateTime(created),
    addedBy: ({ addedBy }, _args, context, info) => userReference(addedBy, context, info),
    snippet: ({ snippet }) => part(snippet),
    call: ({ id, title }, _args, context, info) => callReference(id, text(title), context, info),
  },
  Snippet: {
    fromSeconds: ({ fromSec }) => number(fromSec),
    toSeconds: ({ toSec }) => number(toSec),
  },
};
