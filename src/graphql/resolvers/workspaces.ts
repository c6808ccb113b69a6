import type { Resolvers } from '../generated/graphql.js';
import { listScorecards, listTrackers, listWorkspaces } from '../../gong/endpoints/settings.js';
import { idOf } from '../../gong/endpoints/wire.js';
import { text } from '../../gong/coerce.js';
import { folderInWorkspace } from './library.js';
import { toNodeId } from '../selection/nodeId.js';
import { settleInOrder, findWorkspace } from './references.js';
import { scorecardModels } from './scorecards.js';
import { trackerModel } from './trackers.js';

export const workspaceResolvers: Pick<Resolvers, 'Query' | 'Workspace'> = {
  Query: {
    workspace: (_parent, { id }, context, info) => findWorkspace(id, context, info),
    workspacesByIds: (_parent, { ids }, context, info) =>
      settleInOrder(ids, (id) => findWorkspace(id, context, info)),
    workspaces: async (_parent, _args, { loaders }) =>
      (await loaders.reads.whole(listWorkspaces, null)).flatMap((workspace) => {
        const id = idOf(workspace.id);
        return id === null ? [] : [{ id, workspace }];
      }),
  },
  Workspace: {
    nodeId: ({ id }) => toNodeId('Workspace', id),
    id: ({ id }) => id,
    name: ({ workspace }) => text(workspace?.name),
    description: ({ workspace }) => text(workspace?.description),
    folders: async ({ id }, _args, { loaders }) =>
      (await loaders.folders(id)).flatMap((folder) => folderInWorkspace(folder, id) ?? []),
    trackers: async ({ id }, _args, { loaders }) =>
      (await loaders.reads.whole(listTrackers, id)).flatMap(
        (tracker) => trackerModel(tracker) ?? [],
      ),
    scorecards: async ({ id }, _args, { loaders }) =>
      scorecardModels(await loaders.reads.whole(listScorecards, null), id),
  },
};
