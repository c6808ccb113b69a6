import { responsePathAsArray, type GraphQLResolveInfo } from 'graphql';
import type { Resolvers } from '../generated/graphql.js';
import type { ContextValue } from '../context.js';
import type {
  ConnectionEntry,
  ConnectionModel,
  Coverage,
} from '../../operation/loaders/connection.js';
import type { PageInfoModel } from './models.js';

/** Returns a page of a list. One that was cut short is recorded for `extensions.gong.incomplete`. */
export async function page<Node, Model>(
  loading: Promise<ConnectionModel<Node>>,
  toModel: (node: Node) => Model,
  { operation }: ContextValue,
  info: GraphQLResolveInfo,
): Promise<ConnectionModel<Model>> {
  const loaded = await loading;
  if (loaded.cut !== null) {
    operation.incomplete.push({ path: responsePathAsArray(info.path), kind: loaded.cut.kind });
  }
  const entries = loaded.entries.map(({ node, cursor }) => ({ node: toModel(node), cursor }));
  const model = { ...loaded, entries };
  operation.copyStaleness(model, loaded);
  return model;
}

/** Returns the node unchanged, for lists whose records are the parents of resolvers. */
export function asSent<Node>(node: Node): Node {
  return node;
}

/** The fields of every connection, over a page. */
export const feed = {
  edges: <Model>({ entries }: ConnectionModel<Model>): readonly ConnectionEntry<Model>[] => entries,
  nodes: <Model>({ entries }: ConnectionModel<Model>): Model[] => entries.map(({ node }) => node),
  pageInfo: (page: ConnectionModel<unknown>): PageInfoModel => page,
};

/** Those of a connection that may be counted. */
export const connection = {
  ...feed,
  totalCount: ({ totalCount }: ConnectionModel<unknown>): number | null => totalCount,
};

/** Those of a connection that the replica answers. */
export const coveredConnection = {
  ...connection,
  asOf: ({ asOf }: Coverage): string | null => isoTime(asOf),
  isComplete: ({ isComplete }: Coverage): boolean => isComplete,
};

/** A time of the replica as clients see it; null stays null. */
export function isoTime(ms: number): string;
export function isoTime(ms: number | null): string | null;
export function isoTime(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}

/** The fields of every edge. */
export const edge = {
  cursor: ({ cursor }: ConnectionEntry<unknown>): string => cursor(),
  node: <Model>({ node }: ConnectionEntry<Model>): Model => node,
};

export const pageInfoResolvers: Pick<Resolvers, 'PageInfo'> = {
  PageInfo: {
    hasNextPage: ({ hasNextPage }) => hasNextPage,
    hasPreviousPage: ({ hasPreviousPage }) => hasPreviousPage,
    startCursor: ({ entries }) => entries[0]?.cursor() ?? null,
    endCursor: ({ entries, restartCursor }) => entries.at(-1)?.cursor() ?? restartCursor,
  },
};
