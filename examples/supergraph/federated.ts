import { composeServices } from '@apollo/composition';
import {
  ApolloGateway,
  RemoteGraphQLDataSource,
  type GraphQLDataSourceProcessOptions,
} from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { parse } from 'graphql';
import { ask, subgraphs } from './ask';

interface Context {
  authorization?: string | undefined;
}

/** Passes on the client's authorization: the policy of the gateway depends on it. */
class Subgraph extends RemoteGraphQLDataSource<Context> {
  override willSendRequest({ request, context }: GraphQLDataSourceProcessOptions<Context>) {
    // `context` is empty in requests of the router itself.
    const { authorization } = context as Context;
    if (authorization) request.http?.headers.set('authorization', authorization);
  }
}

async function describe(name: keyof typeof subgraphs) {
  const { _service } = await ask<{ _service: { sdl: string } }>(name, '{ _service { sdl } }');
  return { name, url: subgraphs[name].url, typeDefs: parse(_service.sdl) };
}

/** Starts a supergraph by Apollo Federation 2. */
export async function startFederated(port: number): Promise<string> {
  const { supergraphSdl, errors = [] } = composeServices([
    await describe('gong'),
    await describe('crm'),
  ]);
  if (!supergraphSdl)
    throw new Error(
      `The subgraphs do not compose: ${errors.map(({ message }) => message).join(' ')} ` +
        'If both define Node, start the gateway with GATEWAY_SUBGRAPH_NODE=off.',
    );

  const server = new ApolloServer<Context>({
    gateway: new ApolloGateway({ supergraphSdl, buildService: ({ url }) => new Subgraph({ url }) }),
  });
  const { url } = await startStandaloneServer(server, {
    listen: { host: '127.0.0.1', port },
    context: async ({ req }) => ({ authorization: req.headers.authorization }),
  });
  return url;
}
