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
import { parseNodeId, type NodeReference, type NodeType } from '../selection/nodeId.js';
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
export type NamedNode = NodeModel & { readonly __typename: NodeType };

async function loadNode(
  nodeId: string,
  context: ContextValue,
  info: GraphQLResolveInfo,
): Promise<NamedNode | null> {
  const reference = parseNodeId(nodeId);
  // Checked before the operation ran: see src/plugins/argumentChecks.ts.
  return reference === null ? null : findNode(reference, context, info);
}

/** The record of a type with Gong's id; null where Gong has none. */
export async function findNode(
  { type, id }: NodeReference,
  context: ContextValue,
  info: GraphQLResolveInfo,
): Promise<NamedNode | null> {
  return named(type, await finders[type](id, context, info));
}

/** The record, such that the executor sees what it is. */
export function named(type: NodeType, model: NodeModel | null): NamedNode | null {
  return model === null ? null : { ...model, __typename: type };
}

/** The name of a record's type. */
export function typeNameOf(node: object): NodeType {
  return (node as NamedNode).__typename;
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
    __resolveType: typeNameOf,
  },
};
