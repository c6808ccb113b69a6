import { readFile } from 'node:fs/promises';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { ask } from './ask';

interface Account {
  readonly id: string;
  readonly name: string;
  readonly owner: { readonly emailAddress: string };
  readonly calls: readonly { readonly id: string }[];
}

interface LatestCalls {
  readonly calls: {
    readonly nodes: readonly {
      readonly id: string;
      readonly primaryUser: { readonly emailAddress: string | null } | null;
    }[];
  };
}

/** Starts a CRM as a subgraph. It knows calls and users of Gong by their keys alone. */
export async function startCrm(port: number): Promise<string> {
  const accounts = await inventAccounts();
  const server = new ApolloServer({
    schema: buildSubgraphSchema({
      typeDefs: parse(await readFile(new URL('crm.graphql', import.meta.url), 'utf8')),
      resolvers: { Query: { accounts: () => accounts } },
    }),
    plugins: [ApolloServerPluginInlineTraceDisabled()],
  });
  const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port } });
  return url;
}

/** Replaces a database: an account for each host of the latest calls, so that its keys exist in your Gong. */
async function inventAccounts(): Promise<readonly Account[]> {
  const { calls } = await ask<LatestCalls>(
    'gong',
    '{ calls(first: 6, order: NEWEST_FIRST) { nodes { id primaryUser { emailAddress } } } }',
  );
  const idsByHost = new Map<string, { id: string }[]>();
  for (const { id, primaryUser } of calls.nodes) {
    const emailAddress = primaryUser?.emailAddress;
    if (emailAddress) idsByHost.set(emailAddress, [...(idsByHost.get(emailAddress) ?? []), { id }]);
  }
  return [...idsByHost].map(([emailAddress, ids], index) => ({
    id: `account-${index + 1}`,
    name: `Account ${index + 1}`,
    owner: { emailAddress },
    calls: ids,
  }));
}
