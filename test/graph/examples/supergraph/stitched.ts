import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildHTTPExecutor } from '@graphql-tools/executor-http';
import { stitchSchemas } from '@graphql-tools/stitch';
import { stitchingDirectives } from '@graphql-tools/stitching-directives';
import { schemaFromExecutor } from '@graphql-tools/wrap';
import { buildSchema, parse } from 'graphql';

interface Context {
  authorization?: string;
}

const executorOf = (endpoint: string) =>
  buildHTTPExecutor({
    endpoint,
    headers: (request): Record<string, string> => {
      const { authorization } = (request?.context ?? {}) as Context;
      return authorization ? { authorization } : {};
    },
  });

const gong = executorOf(process.env['EXAMPLE_GONG_URL']!);
const crm = executorOf(process.env['EXAMPLE_CRM_URL']!);
const composing = { authorization: `Bearer ${process.env['EXAMPLE_COMPOSING_TOKEN']}` };

const answer: any = await gong({ document: parse('{ _sdl }'), context: composing });
const schema = stitchSchemas({
  subschemas: [
    { schema: buildSchema(answer.data._sdl), executor: gong, batch: true },
    { schema: await schemaFromExecutor(crm, composing), executor: crm, batch: true },
  ],
  subschemaConfigTransforms: [stitchingDirectives().stitchingDirectivesTransformer],
});

const { url } = await startStandaloneServer(new ApolloServer<Context>({ schema }), {
  listen: { host: '127.0.0.1', port: Number(process.env['EXAMPLE_PORT'] ?? 4002) },
  context: async ({ req }) => ({ authorization: req.headers.authorization }),
});
console.log(`The stitched graph is at ${url}`);
