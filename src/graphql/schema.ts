import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { isObjectType, isScalarType, type GraphQLSchema } from 'graphql';
import { packageRoot } from '../lib/packageRoot.js';
import { isDeclared } from '../gong/endpoints/catalog.js';
import { gongOperations } from '../gong/generated/operations.js';
import { resolvers } from './generated/resolvers.js';
import { auditMutations } from './resolvers/auditedMutations.js';
import { readBelowReplica } from './resolvers/belowReplica.js';
import { limitResponseSize } from './resolvers/responseSize.js';
import { sdlResolvers } from './resolvers/sdl.js';
import { noteStaleData } from './resolvers/stale.js';
import { scalarResolvers } from './scalars.js';
import type { SubgraphOptions } from './sdl/print.js';
import { fieldSources, type FieldSource } from './selection/fieldSources.js';

const directory = fileURLToPath(new URL('schema/', packageRoot));

const schemas = new Map<boolean, GraphQLSchema>();

/**
 * Returns the graph: SDL files, resolvers, and descriptions that end with the source of each field. A schema has no
 * state, so all gateways of a process share it.
 *
 * @param subgraph what other gateways may see of the graph.
 */
export function createSchema({ hasNode }: SubgraphOptions = { hasNode: true }): GraphQLSchema {
  const known = schemas.get(hasNode);
  if (known !== undefined) return known;
  const schema = buildSchema({ hasNode });
  schemas.set(hasNode, schema);
  return schema;
}

function buildSchema(subgraph: SubgraphOptions): GraphQLSchema {
  const typeDefs = readdirSync(directory)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => readFileSync(`${directory}${file}`, 'utf8'));
  const schema = makeExecutableSchema({
    typeDefs,
    resolvers: [{ ...scalarResolvers }, ...resolvers, sdlResolvers(subgraph)],
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
  });
  describeSources(schema);
  noteStaleData(schema);
  readBelowReplica(schema);
  auditMutations(schema);
  limitResponseSize(schema);
  return schema;
}

/**
 * Introspection does not show directives, so the descriptions repeat the content of `@gong`.
 *
 * @throws Error when a directive names an endpoint that Gong does not have, or that has no declaration.
 */
export function describeSources(schema: GraphQLSchema): void {
  const sources = fieldSources(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    // A scalar loses its description when its implementation replaces that of the SDL.
    if (isScalarType(type)) type.description ??= type.astNode?.description?.value;
    if (!isObjectType(type)) continue;
    const own = sources.ofType(type.name);
    if (own !== undefined) type.description = withSources(type.description, [own]);
    for (const field of Object.values(type.getFields())) {
      const found = sources.ofField(type.name, field.name);
      if (found.length > 0) field.description = withSources(field.description, found);
      const { alsoReads, readsAll } = sources.sizeOf(type.name, field.name);
      for (const [directive, reads] of Object.entries({
        '@alsoReads': alsoReads,
        '@readsAll': readsAll,
      })) {
        const unknown = reads.find(({ operation }) => !isDeclared(operation));
        if (unknown !== undefined) throw new Error(undeclared(directive, unknown.operation));
      }
    }
  }
}

function withSources(
  description: string | null | undefined,
  sources: readonly FieldSource[],
): string {
  return [description ?? '', ...sources.map(sentence)].join('\n\n');
}

function undeclared(directive: string, operation: string): string {
  return `${directive} names ${operation}, which has no declaration in src/gong/endpoints.`;
}

function sentence({ operation, scopes, selector, whenArgument }: FieldSource): string {
  const known = Object.entries(gongOperations).find(([id]) => id === operation)?.[1];
  if (known === undefined)
    throw new Error(`@gong names an operation that Gong does not have: ${operation}`);
  if (!isDeclared(operation)) {
    throw new Error(undeclared('@gong', operation));
  }
  const member = selector === null ? '' : `, selector \`${selector}\``;
  const condition = whenArgument === null ? '' : ` (when \`${whenArgument}\` is given)`;
  const needed = scopes.map((scope) => `\`${scope}\``).join(', ');
  return `Source: Gong \`${known.method} ${known.path}\`${member}${condition}. Scope: ${needed}.`;
}
