import type { GraphQLResolveInfo } from 'graphql';
import type { ContextValue } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import { loadFolder } from './library.js';
import type {
  CallModel,
  FolderModel,
  ScorecardModel,
  TrackerModel,
  UserModel,
  WorkspaceModel,
} from './models.js';
import { parseNodeId } from './nodeId.js';
import { prefetchBesideScorecard, prefetchBesideWorkspace } from './prefetch.js';
import { beside, eachInItsPlace, findCall, findUser } from './references.js';

type NodeModel =
  CallModel | UserModel | WorkspaceModel | FolderModel | TrackerModel | ScorecardModel;

/** A record with the name of its type, by which the executor tells what it is. */
type NamedNode = NodeModel & { readonly __typename: string };

async function loadNode(
  nodeId: string,
  context: ContextValue,
  info: GraphQLResolveInfo,
  index?: number,
): Promise<NamedNode | null> {
  const reference = parseNodeId(nodeId);
  // Checked before the operation ran: see src/plugins/argumentChecks.ts.
  if (reference === null) return null;
  const { type, id } = reference;
  const { loaders } = context;
  const prefetch = beside(context, info, index);
  const named = (model: NodeModel | null): NamedNode | null =>
    model === null ? null : { ...model, __typename: type };
  switch (type) {
    case 'Call':
      return named(await findCall(id, context, info, index));
    case 'User':
      return named(await findUser(id, context, info, index));
    case 'Workspace': {
      prefetchBesideWorkspace(id, prefetch);
      const workspace = await loaders.workspaceById(id);
      return named(workspace === null ? null : { id, workspace });
    }
    case 'Folder':
      return named(await loadFolder(id, context, info));
    case 'Tracker': {
      const tracker = await loaders.trackerById(id);
      return named(tracker === null ? null : { id, tracker });
    }
    case 'Scorecard': {
      prefetchBesideScorecard(id, prefetch);
      const scorecard = await loaders.scorecardById(id);
      return named(scorecard === null ? null : { id, scorecard });
    }
  }
}

export const nodeResolvers: Pick<Resolvers, 'Query' | 'Node'> = {
  Query: {
    node: (_parent, { nodeId }, context, info) => loadNode(nodeId, context, info),
    nodes: (_parent, { nodeIds }, context, info) =>
      eachInItsPlace(nodeIds, (nodeId, index) => loadNode(nodeId, context, info, index)),
  },
  Node: {
    __resolveType: (node) => (node as NamedNode).__typename as 'Call',
  },
};
