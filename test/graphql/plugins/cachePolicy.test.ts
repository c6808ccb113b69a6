import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControl } from '@apollo/server/plugin/cacheControl';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { ContextValue } from '../../../src/graphql/context.js';
import { createGateway } from '../../../src/tenants/gateway.js';
import { systemClock } from '../../../src/lib/clock.js';
import { cacheHints } from '../../../src/graphql/plugins/cacheHints.js';
import { maxAgeOf } from '../../../src/graphql/plugins/cachePolicy.js';
import { createFetch, createSandbox, DEFAULT_CREDENTIAL } from '../../../sandbox/src/index.js';
import { testConfig } from '../../support/config.js';
import { silentLogger } from '../../support/gateway.js';

const sandbox = createSandbox({ calls: 20, users: 5, requestsPerSecond: Infinity });
const gateway = createGateway(
  testConfig,
  { baseUrl: 'https://gong.test', ...DEFAULT_CREDENTIAL },
  { fetch: createFetch(sandbox), clock: systemClock, random: () => 0.5, logger: silentLogger },
);
const userId = String(sandbox.company.users[0]?.id);
const callId = String(sandbox.company.calls[0]?.metaData.id);

function policy(schema: GraphQLSchema, source: string, variables = {}): number {
  const document = parse(source);
  const operation = document.definitions.find(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  );
  if (operation === undefined) throw new Error('There is no operation.');
  return maxAgeOf({ schema, document, operation, variables });
}

/** Names of all types that fields of the type lead to. */
function typesBehind(type: GraphQLNamedType | null | undefined, seen = new Set<string>()) {
  if (!isObjectType(type) && !isInterfaceType(type)) return seen;
  for (const field of Object.values(type.getFields())) {
    const target = getNamedType(field.type);
    if (seen.has(target.name)) continue;
    seen.add(target.name);
    typesBehind(target, seen);
  }
  return seen;
}

describe('the hints of the schema', () => {
  it('are missing only on fields that must not be cached', () => {
    const { schema } = gateway;
    const forbidden = new Set(
      Object.values(schema.getTypeMap())
        .filter((type) => isObjectType(type) || isInterfaceType(type))
        .filter(({ name }) => !name.startsWith('__'))
        .flatMap((type) =>
          Object.values(type.getFields())
            .filter(({ name }) => cacheHints(schema).ofField(type.name, name) === 0)
            .map((field) => getNamedType(field.type).name),
        ),
    );

    const fromQueries = typesBehind(schema.getQueryType());

    // A new type needs a hint, or its reason to be here. What only mutations return is never kept.
    expect([...forbidden].filter((name) => fromQueries.has(name)).sort()).toEqual([
      // The replica goes on while a client looks at it.
      'CallChangeConnection',
      'CallMedia',
      'CallSearchConnection',
      'CallStats',
      // A job changes while a client polls it.
      'CrmJob',
      // Of what Gong holds of a person, nothing is kept.
      'DataSubject',
      'FlowBulkJob',
      'FlowBulkProspect',
      'FlowBulkResult',
      'JobError',
      'MeetingIntegrationStatus',
      'PassageConnection',
      'Quota',
      'RecordChangeConnection',
      'Replica',
      'ReplicaProgress',
      // The SDL of `_sdl` and `_service`: who composes a graph wants it as it is now.
      'String',
      'UploadStatus',
      '_Service',
    ]);
  });
});

describe('the policy of an operation', () => {
  it.each([
    ['{ users(first: 2) { nodes { id manager { id } } pageInfo { hasNextPage } } }', 300],
    ['{ users(first: 2) { nodes { id calls(first: 1) { edges { node { id } } } } } }', 30],
    ['{ calls(first: 2) { nodes { parties { name user { name } } trackers { name } } } }', 30],
    ['{ calls(first: 2) { nodes { id media { audioUrl } } } }', 0],
    ['{ workspaces { id folders { name calls { note snippet { fromSeconds } } } } }', 300],
    ['{ workspaces { id } quota { perDay } }', 0],
    ['{ scorecards { questions { text answerOptions { text } } } }', 300],
    ['{ scorecards { answers(first: 1) { nodes { answers { question { text } } } } } }', 30],
    [`{ usersByIds(ids: ["${userId}"]) { name } workspacesByIds(ids: [1]) { name } }`, 300],
    ['{ _service { sdl } workspaces { id } }', 0],
    ['{ _sdl workspaces { id } }', 0],
    [`{ user(id: "${userId}") { name } call(id: "${callId}") { title } }`, 30],
    [`{ call(id: "${callId}") { transcript { monologues { sentences { text } } } } }`, 30],
    ['{ __typename workspaces { __typename id } }', 300],
    ['{ __schema { queryType { name } } workspaces { id } }', 300],
    ['{ __schema { types { name } } }', 0],
    ['{ __typename }', 0],
    [
      '{ workspaces { id } ...f } fragment f on Query { trackers { id ...g } } fragment g on Tracker { name }',
      300,
    ],
    ['{ workspaces { id } ...f } fragment f on Query { calls(first: 1) { totalCount } }', 30],
    ['{ workspaces { id } ... @skip(if: true) { calls(first: 1) { totalCount } } }', 300],
    ['{ workspaces { id } calls(first: 1) @include(if: false) { totalCount } }', 300],
  ])("equals that of Apollo's own plugin: %s is %i", async (query, expected) => {
    const apollo = new ApolloServer<ContextValue>({
      schema: gateway.schema,
      introspection: true,
      plugins: [ApolloServerPluginCacheControl(), ApolloServerPluginInlineTraceDisabled()],
    });

    const contextValue = await gateway.createContext();
    const { http, body } = await apollo.executeOperation({ query }, { contextValue });
    contextValue.operation.close();

    expect(body).toMatchObject({ singleResult: { data: expect.anything() } });
    expect(JSON.stringify(body)).not.toContain('"errors"');
    const theirs = /max-age=(\d+)/.exec(http.headers.get('cache-control') ?? '')?.[1] ?? '0';
    expect([policy(gateway.schema, query), Number(theirs)]).toEqual([expected, expected]);
  });

  it.each([
    [{ media: true }, 0],
    [{ media: false }, 30],
    [{}, 30],
  ])('depends on the variables of conditions: %j', (variables, expected) => {
    const document = parse(
      'query ($media: Boolean = false) { calls { nodes { id media @include(if: $media) { audioUrl } } } }',
    );
    const [operation] = document.definitions as OperationDefinitionNode[];
    if (operation === undefined) throw new Error('There is no operation.');
    const { schema } = gateway;

    maxAgeOf({ schema, document, operation, variables: { media: true } });
    maxAgeOf({ schema, document, operation, variables: { media: false } });

    expect(maxAgeOf({ schema, document, operation, variables })).toBe(expected);
  });

  it('is the shortest of an interface and its possible types', () => {
    const query = `{ node(nodeId: "x") { ... on User { name } } }`;

    expect(policy(gateway.schema, query)).toBe(30);
  });

  it.each([
    ['User', 30],
    ['Call', 30],
  ])('includes referenced records, of a %s too', (name, expected) => {
    const query = `{ _entities(representations: []) { ... on ${name} { id } } }`;

    expect(policy(gateway.schema, query)).toBe(expected);
  });

  it("uses a field's hint before its type's", () => {
    const schema = buildSchema(`
      directive @cacheControl(maxAge: Int, scope: CacheControlScope, inheritMaxAge: Boolean) on
        FIELD_DEFINITION | OBJECT | INTERFACE | UNION
      enum CacheControlScope { PUBLIC PRIVATE }
      type Query { slow: Slow quick: Slow @cacheControl(maxAge: 5) bare: Bare number: Int named: Named either: Either }
      type Slow @cacheControl(maxAge: 50) { part: Bare @cacheControl(inheritMaxAge: true) other: Bare }
      type Bare { text: String briefly: String @cacheControl(maxAge: 1) }
      interface Named @cacheControl(maxAge: 9) { name: String }
      type Short implements Named { name: String @cacheControl(maxAge: 2) }
      union Either @cacheControl(maxAge: 7) = Slow | Short
    `);

    expect(
      [
        '{ slow { __typename } }',
        '{ quick { __typename } }',
        '{ slow { part { text } } }',
        '{ slow { other { text } } }',
        '{ slow { part { briefly } } }',
        '{ bare { text } }',
        '{ number }',
        '{ named { __typename } }',
        '{ named { name } }',
        '{ either { __typename ... on Slow { part { text } } } }',
        '{ either { ... on Short { name } } }',
      ].map((query) => policy(schema, query)),
    ).toEqual([50, 5, 50, 0, 1, 0, 0, 9, 2, 7, 2]);
  });
});
