import { composeServices } from '@apollo/composition';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { parse } from 'graphql';

interface Context {
  authorization?: string;
}

class Subgraph extends RemoteGraphQLDataSource<Context> {
  override willSendRequest({ request, context }: { request: any; context: Context }) {
    if (context.authorization) request.http.headers.set('authorization', context.authorization);
  }
}

async function described(name: string, url: string) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${process.env['EXAMPLE_COMPOSING_TOKEN']}`,
    },
    body: JSON.stringify({ query: '{ _service { sdl } }' }),
  });
  const { data } = await response.json();
  return { name, url, typeDefs: parse(data._service.sdl) };
}

const { supergraphSdl, errors } = composeServices([
  await described('gong', process.env['EXAMPLE_GONG_URL']!),
  await described('crm', process.env['EXAMPLE_CRM_URL']!),
]);
if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));

const server = new ApolloServer<Context>({
  gateway: new ApolloGateway({ supergraphSdl, buildService: ({ url }) => new Subgraph({ url }) }),
});
const { url } = await startStandaloneServer(server, {
  listen: { host: '127.0.0.1', port: Number(process.env['EXAMPLE_PORT'] ?? 4001) },
  context: async ({ req }) => ({ authorization: req.headers.authorization }),
});
console.log(`The supergraph is at ${url}`);
