import type { GraphQLSchema } from 'graphql';
import type { Resolvers } from '../generated/graphql.js';
import { stitchingSdl, subgraphSdl, type SubgraphOptions } from '../sdl/print.js';

/** Resolves the fields with which federation and stitching gateways read the graph. */
export function sdlResolvers(options: SubgraphOptions): Pick<Resolvers, 'Query' | '_Service'> {
  const subgraph = once((schema) => subgraphSdl(schema, options));
  const stitching = once((schema) => stitchingSdl(schema, options));
  return {
    Query: {
      _service: (_parent, _args, _context, { schema }) => ({ sdl: subgraph(schema) }),
      _sdl: (_parent, _args, _context, { schema }) => stitching(schema),
    },
    // Without a resolver, its length would not count: see responseSize.ts.
    _Service: { sdl: ({ sdl }) => sdl },
  };
}

/** There is one schema, which never changes. */
function once(print: (schema: GraphQLSchema) => string): (schema: GraphQLSchema) => string {
  let text: string | null = null;
  return (schema) => (text ??= print(schema));
}
