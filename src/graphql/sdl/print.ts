import { print, type GraphQLSchema } from 'graphql';
import { clientSchema, documentOf, withDirectives, withoutNode } from './documents.js';

/** What a graph shows to other gateways. */
export interface SubgraphOptions {
  /**
   * Whether objects can be found by `nodeId`. A supergraph has one interface `Node`, and in other Relay subgraphs it
   * uses `id`.
   */
  readonly hasNode: boolean;
}

/** Returns the SDL for clients, their code generators, and Relay's compiler. */
export function clientSdl(schema: GraphQLSchema): string {
  return print(documentOf(clientSchema(schema)));
}

/** The first version with all features that are used here. Every router of Federation 2 supports it. */
const FEDERATION = 'https://specs.apollo.dev/federation/v2.0';
const federationDirectives: readonly string[] = ['key', 'shareable'];

/** Returns the SDL for the composition of a federation router. */
export function subgraphSdl(schema: GraphQLSchema, options: SubgraphOptions): string {
  const imports = federationDirectives.map((name) => `"@${name}"`).join(', ');
  const marked = withDirectives(shownTo(schema, options), schema, federationDirectives);
  return `extend schema @link(url: "${FEDERATION}", import: [${imports}])\n\n${print(marked)}`;
}

/** Converts a user with an email to a reference for `_entities`, in the syntax of `@merge`. */
const USER_REFERENCE =
  'representations: [[{ __typename: $key.__typename, emailAddress: $key.emailAddress }]]';

/**
 * Lets a stitching gateway find users by email. By ID it uses `usersByIds`, as for all other types with fields of
 * their own.
 */
const USERS_BY_EMAIL = `scalar _Any

union _Entity = User

extend type Query {
  _entities(representations: [_Any!]!): [_Entity]! @merge(keyField: "emailAddress", argsExpr: "${USER_REFERENCE}")
}`;

/**
 * Returns the SDL for a stitching gateway. Its `@key` differs from federation's: here, `@merge` names the field that
 * finds objects.
 */
export function stitchingSdl(schema: GraphQLSchema, options: SubgraphOptions): string {
  const marked = withDirectives(shownTo(schema, options), schema, ['merge']);
  const merge = 'directive @merge(keyField: String!, argsExpr: String) on FIELD_DEFINITION';
  return `${merge}\n\n${print(marked)}\n\n${USERS_BY_EMAIL}`;
}

function shownTo(schema: GraphQLSchema, { hasNode }: SubgraphOptions) {
  const shown = clientSchema(schema);
  return documentOf(hasNode ? shown : withoutNode(shown));
}

/** Returns generated files of the repository by path, for builds without a running gateway. */
export function printedFiles(schema: GraphQLSchema): Readonly<Record<string, string>> {
  const forClients = `${clientSdl(schema)}\n`;
  return {
    'schema.graphql': forClients,
    'subgraph.graphql': `${subgraphSdl(schema, { hasNode: true })}\n`,
    // The example also works outside the repository.
    'examples/typed-client/schema.graphql': forClients,
  };
}
