import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { recipeBlocks, recipes } from './recipes.js';

/** What a CRM knows of an account: things of Gong's by their keys alone. */
export interface Account {
  readonly id: string;
  readonly owner: { readonly emailAddress: string } | null;
  readonly calls: readonly { readonly id: string }[];
}

/** Its pages and its `Node` are Relay's own, beside those of the gateway. */
const OWN = `
  interface Node {
    id: ID!
  }
  type Query {
    node(id: ID!): Node
    accounts(first: Int = 10, after: String): AccountConnection!
  }
  type AccountConnection {
    edges: [AccountEdge!]!
    pageInfo: PageInfo!
  }
  type AccountEdge {
    cursor: String!
    node: Account!
  }
`;

/** As the recipe has other subgraphs refer to what is Gong's. */
export async function crmSubgraphSdl(): Promise<string> {
  const [references] = await recipeBlocks(recipes.references);
  return `
    extend schema
      @link(url: "https://specs.apollo.dev/federation/v2.0", import: ["@key", "@shareable"])
    ${references?.text ?? ''}
    extend type Account implements Node
    type PageInfo @shareable {
      hasNextPage: Boolean!
      hasPreviousPage: Boolean!
      startCursor: String
      endCursor: String
    }
    ${OWN}
  `;
}

/** A CRM with these accounts, as a subgraph of a federation. A stitching gateway takes it, too. */
export async function startCrm(accounts: readonly Account[]) {
  const resolvers = {
    Node: { __resolveType: () => 'Account' },
    Query: {
      node: (_parent: unknown, { id }: { id: string }) => accounts.find((each) => each.id === id),
      accounts: (_parent: unknown, { first, after }: { first: number; after?: string }) => {
        const start = after === undefined ? 0 : Number(after);
        const page = accounts.slice(start, start + first);
        const edges = page.map((node, index) => ({ cursor: String(start + index + 1), node }));
        return {
          edges,
          pageInfo: {
            hasNextPage: start + first < accounts.length,
            hasPreviousPage: start > 0,
            startCursor: edges[0]?.cursor ?? null,
            endCursor: edges.at(-1)?.cursor ?? null,
          },
        };
      },
    },
  };
  const schema = buildSubgraphSchema({ typeDefs: parse(await crmSubgraphSdl()), resolvers });
  const server = new ApolloServer({
    schema,
    plugins: [ApolloServerPluginInlineTraceDisabled()],
  });
  const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 } });
  return { url, stop: () => server.stop() };
}
