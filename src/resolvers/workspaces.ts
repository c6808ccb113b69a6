import type { Resolvers } from '../generated/graphql.js';
import { idOf } from '../gong/wire.js';
import { text } from './coerce.js';
import { folderInWorkspace } from './library.js';
import { toNodeId } from './nodeId.js';
import { prefetchBesideWorkspace } from './prefetch.js';
import { beside } from './references.js';
import { scorecardModels } from './scorecards.js';
import { trackerModel } from './trackers.js';

export const workspaceResolvers: Pick<Resolvers, 'Query' | 'Workspace'> = {
  Query: {
    workspace: async (_parent, { id }, context, info) => {
      prefetchBesideWorkspace(id, beside(context, info));
      const workspace = await context.loaders.workspaceById(id);
      return workspace === null ? null : { id, workspace };
    },
    workspaces: async (_parent, _args, { loaders }) =>
      (await loaders.workspaces()).flatMap((workspace) => {
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
      (await loaders.trackers(id)).flatMap((tracker) => trackerModel(tracker) ?? []),
    scorecards: async ({ id }, _args, { loaders }) =>
      scorecardModels(await loaders.scorecards(), id),
  },
};
