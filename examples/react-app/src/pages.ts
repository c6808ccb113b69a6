import type { FieldPolicy } from '@apollo/client';

/** An object by its ID in the cache. An object without a `nodeId`, such as a passage, has no `__ref`. */
interface Item {
  readonly __ref?: string;
}
interface Edge {
  readonly node: Item;
}
interface Connection {
  readonly __typename?: string;
  readonly nodes?: readonly Item[];
  readonly edges?: readonly Edge[];
}

/**
 * Joins the pages of a list. `relayStylePagination` of Apollo Client joins `edges` only, so the second page of `nodes`
 * would replace the first. Here the cache keeps both forms of each page, whichever a query selects. A query for
 * `nodes` and a query for `edges` therefore always see equally long lists, with the one `pageInfo`.
 *
 * @param keyArgs arguments that make it another list.
 */
export const pages = (...keyArgs: string[]): FieldPolicy<Connection | null> => ({
  keyArgs,
  merge(existing, incoming, { args }) {
    const isLater = Boolean(args?.['after']);
    // A list that failed is null. A later page that failed leaves the list as it was.
    if (!incoming) return isLater && existing ? existing : null;
    const page = withBothForms(incoming);
    // A query for `totalCount` alone.
    if (page === undefined) return { ...existing, ...incoming };
    if (!isLater || !existing?.nodes || !existing.edges) return page;

    // A page that is read again replaces what was there from its first item on.
    const first = page.nodes[0]?.__ref;
    const known = existing.nodes.findIndex(({ __ref }) => __ref !== undefined && __ref === first);
    const end = known === -1 ? existing.nodes.length : known;
    return {
      ...page,
      nodes: [...existing.nodes.slice(0, end), ...page.nodes],
      edges: [...existing.edges.slice(0, end), ...page.edges],
    };
  },
});

function withBothForms(page: Connection) {
  if (page.edges) return { ...page, edges: page.edges, nodes: page.edges.map(({ node }) => node) };
  if (!page.nodes) return undefined;
  const __typename = page.__typename?.replace('Connection', 'Edge');
  // These edges have no `cursor`. A query that selects it reads the list from the gateway.
  return { ...page, nodes: page.nodes, edges: page.nodes.map((node) => ({ __typename, node })) };
}
