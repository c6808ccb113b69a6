import { badRequest, notFound } from '../errors.js';
import { ok, type Handler } from './types.js';

/**
 * `GET /v2/library/folders`: the folders of a workspace, flat and unpaged. The description says that
 * `workspaceId` may be left out; Gong was seen to refuse that.
 */
export const getLibraryStructure: Handler = ({ company, query }) => {
  const { workspaceId } = query;
  if (workspaceId === undefined) throw badRequest('workspaceId: may not be null');
  const found = company.folders.filter((folder) => folder.workspaceId === workspaceId);
  if (found.length === 0) {
    throw notFound('No folders found corresponding to the provided filters');
  }
  const folders = found.map(({ id, name, parentFolderId, createdBy, updated }) => ({
    id,
    name,
    parentFolderId,
    createdBy,
    updated,
  }));
  return ok({ folders });
};

/** `GET /v2/library/folder-content`: the folder itself with its calls, unpaged. */
export const getCallsInSpecificFolder: Handler = ({ company, query }) => {
  const { folderId } = query;
  if (typeof folderId !== 'string') throw badRequest('folderId: may not be null');
  const folder = company.folders.find(({ id }) => id === folderId);
  if (!folder) throw notFound(`Folder ID ${folderId} was not found`);
  const { id, name, createdBy, updated, calls } = folder;
  return ok({ id, name, createdBy, updated, calls });
};
