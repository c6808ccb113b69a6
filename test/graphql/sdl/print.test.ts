import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { stitchingDirectives } from '@graphql-tools/stitching-directives';
import {
  buildSchema,
  isInputObjectType,
  isObjectType,
  Kind,
  parse,
  validateSchema,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { createSchema } from '../../../src/graphql/schema.js';
import {
  clientSdl,
  printedFiles,
  stitchingSdl,
  subgraphSdl,
} from '../../../src/graphql/sdl/print.js';

const schema = createSchema();
const whole = { hasNode: true };
const nodeless = { hasNode: false };

interface Field {
  readonly name: string;
  readonly type: unknown;
  readonly description?: string | null | undefined;
}

/** Every field of a schema that clients use, with what it is. */
function fieldsOf(of: GraphQLSchema): string[] {
  return Object.values(of.getTypeMap()).flatMap((type) => {
    if (type.name.startsWith('_') || !(isObjectType(type) || isInputObjectType(type))) return [];
    const fields: Readonly<Record<string, Field>> = type.getFields();
    return Object.values(fields)
      .filter(({ name }) => !name.startsWith('_'))
      .map(
        (field) => `${type.name}.${field.name}: ${String(field.type)} ${field.description ?? ''}`,
      );
  });
}

function typesOf(document: DocumentNode): ReadonlyMap<string, ObjectTypeDefinitionNode> {
  return new Map(
    document.definitions
      .filter((each): each is ObjectTypeDefinitionNode => each.kind === Kind.OBJECT_TYPE_DEFINITION)
      .map((each) => [each.name.value, each]),
  );
}

const namesOf = ({ definitions }: DocumentNode) =>
  definitions.flatMap((each: DefinitionNode) =>
    'name' in each && each.name !== undefined ? [each.name.value] : [],
  );
const directivesOf = (each: ObjectTypeDefinitionNode | undefined) =>
  each?.directives?.map(
    ({ name, arguments: args }) =>
      `@${name.value}${(args ?? []).map(({ value }) => ('value' in value ? ` ${String(value.value)}` : '')).join()}`,
  );

describe('The printed files', () => {
  it.each(Object.entries(printedFiles(schema)))(
    'are current: %s (else run `npm run schema:print`)',
    (name, content) => {
      expect(readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8')).toBe(content);
    },
  );

  it('are for clients and for a supergraph', () => {
    expect(printedFiles(schema)).toEqual({
      'schema.graphql': `${clientSdl(schema)}\n`,
      'subgraph.graphql': `${subgraphSdl(schema, whole)}\n`,
      'examples/typed-client/schema.graphql': `${clientSdl(schema)}\n`,
    });
  });
});

describe('The SDL for clients', () => {
  const sdl = clientSdl(schema);

  it('is the whole graph with its descriptions', () => {
    const printed = buildSchema(sdl);

    expect(validateSchema(printed)).toEqual([]);
    expect(fieldsOf(printed)).toEqual(fieldsOf(schema));
    expect(fieldsOf(printed).length).toBeGreaterThan(300);
    expect(printed.getType('User')?.description).toContain(
      'Source: Gong `POST /v2/users/extensive`',
    );
  });

  it('has no types for other gateways, and no unreachable types', () => {
    const document = parse(sdl);

    expect(namesOf(document).filter((name) => name.startsWith('_'))).toEqual([]);
    expect(namesOf(document)).not.toEqual(expect.arrayContaining(['ConstraintFormat']));
    expect(namesOf(document)).not.toEqual(expect.arrayContaining(['CacheControlScope']));
    expect(document.definitions.filter(({ kind }) => kind === Kind.DIRECTIVE_DEFINITION)).toEqual(
      [],
    );
    const rootFields = typesOf(document).get('Query')?.fields ?? [];
    expect(rootFields.filter(({ name }) => name.value.startsWith('_'))).toEqual([]);
  });
});

describe.each([
  ['with Node', whole],
  ['without Node', nodeless],
])('The SDL of the subgraph, %s', (_, options) => {
  const document = parse(subgraphSdl(schema, options));

  it('is valid for Apollo’s library', () => {
    const subgraph = buildSubgraphSchema({ typeDefs: document });

    const unions = subgraph.getType('_Entity')?.toString();
    expect(unions).toBe('_Entity');
    expect(fieldsOf(subgraph).length).toBeGreaterThan(300);
  });

  it('has the keys of its objects, and shares common types', () => {
    const types = typesOf(document);

    const marked = [...types].flatMap(([name, type]) => {
      const directives = directivesOf(type) ?? [];
      return directives.length === 0 ? [] : [[name, ...directives]];
    });
    expect(Object.fromEntries(marked.map(([name = '', ...rest]) => [name, rest]))).toEqual({
      Call: ['@key id'],
      User: ['@key id', '@key emailAddress'],
      Workspace: ['@key id'],
      Folder: ['@key id'],
      Tracker: ['@key id'],
      Scorecard: ['@key id'],
      PageInfo: ['@shareable'],
    });
  });
});

it('Without Node, only each object’s `nodeId` remains', () => {
  for (const sdl of [subgraphSdl(schema, nodeless), stitchingSdl(schema, nodeless)]) {
    const document = parse(sdl);
    const types = typesOf(document);
    const rootFields = types.get('Query')?.fields?.map(({ name }) => name.value) ?? [];

    expect(namesOf(document)).not.toContain('Node');
    const implemented = [...types.values()].flatMap(({ interfaces }) => interfaces ?? []);
    expect(new Set(implemented.map(({ name }) => name.value))).toEqual(new Set(['Job']));
    expect(rootFields).toEqual(expect.arrayContaining(['call', 'callsByIds', 'users']));
    expect(rootFields.filter((name) => name.startsWith('node'))).toEqual([]);
    expect(types.get('Call')?.fields?.map(({ name }) => name.value)).toContain('nodeId');
  }
  expect(namesOf(parse(subgraphSdl(schema, whole)))).toContain('Node');
});

describe('The SDL for stitching', () => {
  const stitched = buildSchema(stitchingSdl(schema, whole));
  const { stitchingDirectivesTransformer, stitchingDirectivesValidator } = stitchingDirectives();

  it('lets the stitching library find each type by ID, and users by email', () => {
    stitchingDirectivesValidator(stitched);
    const { merge = {} } = stitchingDirectivesTransformer({ schema: stitched });

    const found = Object.entries(merge).flatMap(([type, config]) =>
      (config.entryPoints ?? [config]).map((entry) => {
        const keys = ['1', '2'].map((key): unknown =>
          entry.key?.({ id: key, emailAddress: `${key}@a.example`, __typename: type }),
        );
        return [type, entry.fieldName, entry.selectionSet, entry.argsFromKeys?.(keys)];
      }),
    );
    const byEmail = ['1', '2'].map((key) => ({
      __typename: 'User',
      emailAddress: `${key}@a.example`,
    }));
    const byId = ['Call', 'Folder', 'Scorecard', 'Tracker', 'User', 'Workspace'].map((type) => [
      type,
      `${type.toLowerCase()}sByIds`,
      '{\n  id\n}',
      { ids: ['1', '2'] },
    ]);
    expect(found).toHaveLength(7);
    expect(found).toEqual(
      expect.arrayContaining([
        ...byId,
        ['User', '_entities', '{\n  emailAddress\n}', { representations: byEmail }],
      ]),
    );
  });

  it('has no directives of federation, whose @key differs', () => {
    expect(stitchingSdl(schema, whole)).not.toMatch(/@(key|shareable|link)\b/);
    expect(fieldsOf(stitched)).toEqual(fieldsOf(schema));
  });
});
