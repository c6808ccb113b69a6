import { reads, readItems, type RecordKind } from './endpoint.js';
import { idOf, referenceId, type GongFolder, type GongFolderContent } from './wire.js';

export const folders: RecordKind<GongFolder> = {
  name: 'folder',
  group: 'folders',
  idOf: ({ id }) => referenceId(id),
  serves: 'directory',
  reveals: 'nothing',
};

/**
 * Reads the public folders of a workspace that are not archived, as a flat list. Gong documents the workspace as
 * optional, but refuses a request without it.
 */
export const getLibraryStructure = reads('getLibraryStructure', folders, {
  member: 'folders',
  whole: {
    ask: (workspaceId: string) => ({ query: { workspaceId } }),
    workspaceOf: (workspaceId) => workspaceId,
  },
  probe: (_now, _minuteAgo, { workspaceId }) =>
    workspaceId === undefined ? null : { query: { workspaceId } },
});

export const folderContents: RecordKind<GongFolderContent> = {
  name: 'folderContent',
  group: 'folders',
  idOf: ({ id }) => referenceId(id),
  serves: 'directory',
  reveals: { parts: 'calls', callOfPart: ({ id }) => idOf(id), unlisted: 'named' },
};

/** Reads a folder with its calls. */
export const getCallsInSpecificFolder = reads('getCallsInSpecificFolder', folderContents, {
  member: null,
  // Resolvers need a list of calls with IDs.
  toItem: (body, _selection, key): GongFolderContent => {
    readItems('getCallsInSpecificFolder', body, 'calls', (call) =>
      referenceId(call['id']) === null ? null : call,
    );
    return { ...body, id: key ?? body['id'] };
  },
  byKey: { max: 1, ask: ([folderId]) => ({ query: { folderId } }) },
});
