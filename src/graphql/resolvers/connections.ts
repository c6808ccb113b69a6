import { responsePathAsArray, type GraphQLResolveInfo } from 'graphql';
import type { ContextValue } from '../context.js';
import type { ConnectionEntry, ConnectionModel } from '../../operation/loaders/connection.js';
import type { PageInfoModel } from './models.js';

/** A page as loaded; one that was cut short is put on record, for `extensions.gong.incomplete`. */
export async function page<T>(
  loading: Promise<ConnectionModel<T>>,
  { scope }: ContextValue,
  info: GraphQLResolveInfo,
): Promise<ConnectionModel<T>> {
  const loaded = await loading;
  if (loaded.cut !== null) {
    scope.incomplete.push({ path: responsePathAsArray(info.path), kind: loaded.cut.kind });
  }
  return loaded;
}

/** The fields that every connection has, over the page that a loader gave. */
export function connectionResolvers<Node, Model>(toModel: (node: Node) => Model) {
  return {
    connection: {
      edges: (page: ConnectionModel<Node>): readonly ConnectionEntry<Node>[] => page.entries,
      nodes: (page: ConnectionModel<Node>): Model[] =>
        page.entries.map(({ node }) => toModel(node)),
      pageInfo: (page: ConnectionModel<Node>): PageInfoModel => page,
      totalCount: (page: ConnectionModel<Node>): number | null => page.totalCount,
    },
    edge: {
      cursor: (entry: ConnectionEntry<Node>): string => entry.cursor(),
      node: (entry: ConnectionEntry<Node>): Model => toModel(entry.node),
    },
  };
}

export const pageInfoResolvers = {
  hasNextPage: (page: PageInfoModel): boolean => page.hasNextPage,
  hasPreviousPage: (page: PageInfoModel): boolean => page.hasPreviousPage,
  startCursor: (page: PageInfoModel): string | null => page.entries[0]?.cursor() ?? null,
  endCursor: (page: PageInfoModel): string | null =>
    page.entries.at(-1)?.cursor() ?? page.restartCursor,
};
