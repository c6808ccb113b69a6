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
  settleInOrder,
  findCall,
  findScorecard,
  findTracker,
  findUser,
  findWorkspace,
} from './references.js';

type NodeModel =
  CallModel | UserModel | WorkspaceModel | FolderModel | TrackerModel | ScorecardModel;

/** A record with the name of its type, which the executor reads. */
export type NamedNode = NodeModel & { readonly __typename: NodeType };

/** Returns the record of a type with Gong's ID; null when Gong has none. */
export async function findNode(
  { type, id }: NodeReference,
  batch: NodeBatch,
  context: ContextValue,
  info: GraphQLResolveInfo,
): Promise<NamedNode | null> {
  return named(type, await finders[type](id, context, info, batch.of(type)));
}

/** The records that one field requests. */
export class NodeBatch {
  private readonly ids = new Map<NodeType, Set<string>>();

  constructor(references: readonly (NodeReference | null)[]) {
    for (const reference of references) {
      if (reference === null) continue;
      const ids = this.ids.get(reference.type) ?? new Set();
      this.ids.set(reference.type, ids.add(reference.id));
    }
  }

  /** Returns how many records of the type the field requests. */
  of(type: NodeType): number {
    return this.ids.get(type)?.size ?? 0;
  }
}

function loadNodes(
  nodeIds: readonly string[],
  context: ContextValue,
  info: GraphQLResolveInfo,
): (NamedNode | null)[] {
  const references = nodeIds.map(parseNodeId);
  const batch = new NodeBatch(references);
  return settleInOrder(references, (reference) =>
    // Arguments are checked before the operation runs: see src/graphql/plugins/argumentChecks.ts.
    reference === null ? Promise.resolve(null) : findNode(reference, batch, context, info),
  );
}

/** Adds the name of the type for the executor. */
export function named(type: NodeType, model: NodeModel | null): NamedNode | null {
  return model === null ? null : { ...model, __typename: type };
}

/** Returns the name of a record's type. */
export function typeNameOf(node: object): NodeType {
  return (node as NamedNode).__typename;
}

/** Finds a record of each type by Gong's ID. */
const finders: Record<
  NodeType,
  (
    id: string,
    context: ContextValue,
    info: GraphQLResolveInfo,
    batch: number,
  ) => Promise<NodeModel | null>
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
    node: (_parent, { nodeId }, context, info) => loadNodes([nodeId], context, info)[0] ?? null,
    nodes: (_parent, { nodeIds }, context, info) => loadNodes(nodeIds, context, info),
  },
  Node: {
    __resolveType: typeNameOf,
  },
};
