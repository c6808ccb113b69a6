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
import { parseNodeId, type NodeType } from '../selection/nodeId.js';
import {
  eachInItsPlace,
  findCall,
  findScorecard,
  findTracker,
  findUser,
  findWorkspace,
} from './references.js';

type NodeModel =
  CallModel | UserModel | WorkspaceModel | FolderModel | TrackerModel | ScorecardModel;

/** A record with the name of its type, by which the executor tells what it is. */
type NamedNode = NodeModel & { readonly __typename: string };

async function loadNode(
  nodeId: string,
  context: ContextValue,
  info: GraphQLResolveInfo,
): Promise<NamedNode | null> {
  const reference = parseNodeId(nodeId);
  // Checked before the operation ran: see src/plugins/argumentChecks.ts.
  if (reference === null) return null;
  const model = await finders[reference.type](reference.id, context, info);
  return model === null ? null : { ...model, __typename: reference.type };
}

/** How a record of each type is found by Gong's id. */
const finders: Record<
  NodeType,
  (id: string, context: ContextValue, info: GraphQLResolveInfo) => Promise<NodeModel | null>
> = {
  Call: findCall,
  User: findUser,
  Workspace: findWorkspace,
  Folder: loadFolder,
  Tracker: findTracker,
  Scorecard: findScorecard,
};

export const nodeResolvers: Pick<Resolvers, 'Query' | 'Node'> = {
  Query: {
    node: (_parent, { nodeId }, context, info) => loadNode(nodeId, context, info),
    nodes: (_parent, { nodeIds }, context, info) =>
      eachInItsPlace(nodeIds, (nodeId) => loadNode(nodeId, context, info)),
  },
  Node: {
    __resolveType: (node) => (node as NamedNode).__typename as 'Call',
  },
};
