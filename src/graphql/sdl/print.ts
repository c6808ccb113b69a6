import { print, type GraphQLSchema } from 'graphql';
import { clientSchema, documentOf, withDirectives, withoutNode } from './documents.js';

/** What a graph shows of itself to other gateways. */
export interface SubgraphOptions {
  /**
   * Whether objects can be found there by `nodeId`: a supergraph has one interface `Node`, and that of other Relay
   * subgraphs goes by `id`.
   */
  readonly hasNode: boolean;
}

/** For clients, their code generators and Relay's compiler. */
export function clientSdl(schema: GraphQLSchema): string {
  return print(documentOf(clientSchema(schema)));
}

/** The first version that has all that is used here: every router of Federation 2 knows it. */
const FEDERATION = 'https://specs.apollo.dev/federation/v2.0';
const federationDirectives: readonly string[] = ['key', 'shareable'];

/** For a federation router's composition. */
export function subgraphSdl(schema: GraphQLSchema, options: SubgraphOptions): string {
  const imports = federationDirectives.map((name) => `"@${name}"`).join(', ');
  const marked = withDirectives(shownTo(schema, options), schema, federationDirectives);
  return `extend schema @link(url: "${FEDERATION}", import: [${imports}])\n\n${print(marked)}`;
}

/** For a stitching gateway. Its `@key` isn't that of federation: here, `@merge` says by which field objects are found. */
export function stitchingSdl(schema: GraphQLSchema, options: SubgraphOptions): string {
  const marked = withDirectives(shownTo(schema, options), schema, ['merge']);
  return `directive @merge(keyField: String!) on FIELD_DEFINITION\n\n${print(marked)}`;
}

function shownTo(schema: GraphQLSchema, { hasNode }: SubgraphOptions) {
  const shown = clientSchema(schema);
  return documentOf(hasNode ? shown : withoutNode(shown));
}

/** Files at the root of the repository, by name, with what they hold: for those who build without a gateway at hand. */
export function printedFiles(schema: GraphQLSchema): Readonly<Record<string, string>> {
  return {
    'schema.graphql': `${clientSdl(schema)}\n`,
    'subgraph.graphql': `${subgraphSdl(schema, { hasNode: true })}\n`,
  };
}
