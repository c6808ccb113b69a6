import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildHTTPExecutor } from '@graphql-tools/executor-http';
import { stitchSchemas } from '@graphql-tools/stitch';
import { stitchingDirectives } from '@graphql-tools/stitching-directives';
import { schemaFromExecutor } from '@graphql-tools/wrap';
import { buildSchema } from 'graphql';
import { ask, composing, subgraphs } from './ask';

interface Context {
  authorization?: string | undefined;
}

/** Passes on the client's authorization: the policy of the gateway depends on it. */
const executorOf = (endpoint: string) =>
  buildHTTPExecutor({
    endpoint,
    headers: (request): Record<string, string> => {
      const { authorization } = (request?.context ?? {}) as Context;
      return authorization ? { authorization } : {};
    },
  });

/** Starts a supergraph by schema stitching. */
export async function startStitched(port: number): Promise<string> {
  const gong = executorOf(subgraphs.gong.url);
  const crm = executorOf(subgraphs.crm.url);
  const { _sdl } = await ask<{ _sdl: string }>('gong', '{ _sdl }');
  const schema = stitchSchemas({
    subschemas: [
      { schema: buildSchema(_sdl), executor: gong, batch: true },
      { schema: await schemaFromExecutor(crm, composing), executor: crm, batch: true },
    ],
    subschemaConfigTransforms: [stitchingDirectives().stitchingDirectivesTransformer],
  });

  const { url } = await startStandaloneServer(new ApolloServer<Context>({ schema }), {
    listen: { host: '127.0.0.1', port },
    context: async ({ req }) => ({ authorization: req.headers.authorization }),
  });
  return url;
}
