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

/** Turns a user with an email address into a reference for `_entities`, in the grammar of `@merge`. */
const USER_REFERENCE =
  'representations: [[{ __typename: $key.__typename, emailAddress: $key.emailAddress }]]';

/**
 * Lets a stitching gateway fetch users by email address. By ID it uses `usersByIds`, as it does for all other types with
 * fields of their own.
 */
const USERS_BY_EMAIL = `scalar _Any

union _Entity = User

extend type Query {
  _entities(representations: [_Any!]!): [_Entity]! @merge(keyField: "emailAddress", argsExpr: "${USER_REFERENCE}")
}`;

/** For a stitching gateway. Its `@key` isn't that of federation: here, `@merge` says by which field objects are found. */
export function stitchingSdl(schema: GraphQLSchema, options: SubgraphOptions): string {
  const marked = withDirectives(shownTo(schema, options), schema, ['merge']);
  const merge = 'directive @merge(keyField: String!, argsExpr: String) on FIELD_DEFINITION';
  return `${merge}\n\n${print(marked)}\n\n${USERS_BY_EMAIL}`;
}

function shownTo(schema: GraphQLSchema, { hasNode }: SubgraphOptions) {
  const shown = clientSchema(schema);
  return documentOf(hasNode ? shown : withoutNode(shown));
}

/** Files of the repository, by path, with what they hold: for those who build without a gateway at hand. */
export function printedFiles(schema: GraphQLSchema): Readonly<Record<string, string>> {
  const forClients = `${clientSdl(schema)}\n`;
  return {
    'schema.graphql': forClients,
    'subgraph.graphql': `${subgraphSdl(schema, { hasNode: true })}\n`,
    // The example works copied out of the repository.
    'examples/typed-client/schema.graphql': forClients,
  };
}
