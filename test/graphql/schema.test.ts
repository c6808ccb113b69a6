import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  getNamedType,
  getNullableType,
  graphqlSync,
  getIntrospectionQuery,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  parseType,
  printSchema,
  validateSchema,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type IntrospectionQuery,
  type TypeNode,
} from 'graphql';
import { isDeclared } from '../../src/gong/endpoints/catalog.js';
import { gongOperations } from '../../src/gong/generated/operations.js';
import { callBlocks } from '../../src/gong/endpoints/callSelection.js';
import { constraintOf } from '../../src/graphql/plugins/constraints.js';
import { createSchema, describeSources } from '../../src/graphql/schema.js';
import { fieldSources, type FieldSource } from '../../src/graphql/selection/fieldSources.js';

const schema = createSchema();
const core = buildSchema(readFileSync(new URL('schema.core.graphql', import.meta.url), 'utf8'));

interface Described {
  readonly coordinate: string;
  readonly description: string | null | undefined;
}

interface IntrospectedPart {
  readonly name: string;
  readonly description?: string | null;
  readonly args?: readonly IntrospectedPart[] | null;
  readonly fields?: readonly IntrospectedPart[] | null;
  readonly inputFields?: readonly IntrospectedPart[] | null;
  readonly enumValues?: readonly IntrospectedPart[] | null;
}

const builtInDirectives = ['skip', 'include', 'deprecated', 'specifiedBy', 'oneOf'];

/** Everything of the schema that a client can see, with its description. */
function everything(): Described[] {
  const { data } = graphqlSync({ schema, source: getIntrospectionQuery() });
  const { types, directives } = (data as unknown as IntrospectionQuery).__schema;
  return [
    ...(types as readonly IntrospectedPart[]).filter(({ name }) => !name.startsWith('__')),
    ...(directives as readonly IntrospectedPart[]).filter(
      ({ name }) => !builtInDirectives.includes(name),
    ),
  ].flatMap((part) => describePart('', part));
}

function describePart(parent: string, part: IntrospectedPart): Described[] {
  const coordinate = `${parent}${part.name}`;
  const { description, args, fields, inputFields, enumValues } = part;
  return [
    { coordinate, description },
    ...[args, fields, inputFields, enumValues].flatMap((parts) =>
      (parts ?? []).flatMap((each) => describePart(`${coordinate}.`, each)),
    ),
  ];
}

/** Every `@gong` of the schema, with where it stands. */
function sources(): { at: string; source: FieldSource; description: string }[] {
  const known = fieldSources(schema);
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .flatMap((type) => {
      const own = known.ofType(type.name);
      const fields = Object.values(type.getFields()).flatMap((field) =>
        known.ofField(type.name, field.name).map((source) => ({
          at: `${type.name}.${field.name}`,
          source,
          description: field.description ?? '',
        })),
      );
      return [
        ...(own === undefined
          ? []
          : [{ at: type.name, source: own, description: type.description ?? '' }]),
        ...fields,
      ];
    });
}

/** Every name of a schema with its type, as in `Call.title: String`. */
function coordinates(of: GraphQLSchema): string[] {
  return Object.values(of.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => {
      if (isEnumType(type)) return type.getValues().map(({ name }) => `${type.name}.${name}`);
      if (isInputObjectType(type)) {
        return Object.values(type.getFields()).map(
          (field) =>
            `${type.name}.${field.name}: ${String(field.type)} = ${text(field.defaultValue)}`,
        );
      }
      if (!isObjectType(type) && !isInterfaceType(type)) return [type.name];
      const interfaces = type.getInterfaces().map(({ name }) => `${type.name} implements ${name}`);
      const fields = Object.values(type.getFields()).flatMap((field) => [
        `${type.name}.${field.name}`,
        ...field.args.map(
          (argument) =>
            `${type.name}.${field.name}(${argument.name}: ${String(argument.type)} = ${text(argument.defaultValue)})`,
        ),
      ]);
      return [...interfaces, ...fields];
    });
}

/** Whether a field of the first type never gives what one of the second would not. */
function isAtLeast(given: TypeNode, wanted: TypeNode): boolean {
  if (wanted.kind === Kind.NON_NULL_TYPE) {
    return given.kind === Kind.NON_NULL_TYPE && isAtLeast(given.type, wanted.type);
  }
  if (given.kind === Kind.NON_NULL_TYPE) return isAtLeast(given.type, wanted);
  if (wanted.kind === Kind.LIST_TYPE) {
    return given.kind === Kind.LIST_TYPE && isAtLeast(given.type, wanted.type);
  }
  return given.kind === Kind.NAMED_TYPE && given.name.value === wanted.name.value;
}

function text(value: unknown): string {
  return JSON.stringify(value) ?? 'none';
}

describe('the schema', () => {
  it('is valid by the rules of GraphQL', () => {
    expect(validateSchema(schema)).toEqual([]);
  });

  it('is printed and read again without loss', () => {
    const again = buildSchema(printSchema(schema));

    expect(coordinates(again).sort()).toEqual(coordinates(schema).sort());
  });

  it('has every name that clients rely on', () => {
    const present = new Set(coordinates(schema));

    expect(coordinates(core).filter((coordinate) => !present.has(coordinate))).toEqual([]);
    expect(coordinates(core).length).toBeGreaterThan(300);
  });

  it('keeps the nullability that clients rely on', () => {
    const looser = Object.values(core.getTypeMap()).flatMap((type) => {
      const ours = schema.getType(type.name);
      if (!(isObjectType(type) || isInterfaceType(type))) return [];
      if (!(isObjectType(ours) || isInterfaceType(ours)) || type.name.startsWith('__')) return [];
      return Object.values(type.getFields()).flatMap(({ name, type: wanted }) => {
        // The two schemas have types of their own: compared as they are written.
        const given = String(ours.getFields()[name]?.type);
        const isKept = isAtLeast(parseType(given), parseType(String(wanted)));
        return isKept ? [] : [`${type.name}.${name}: ${given}, not ${String(wanted)}`];
      });
    });

    expect(looser).toEqual([]);
  });
});

describe('the descriptions', () => {
  it('exist for everything that a client can see', () => {
    const bare = everything().filter(({ description }) => (description ?? '').trim() === '');

    expect(bare.map(({ coordinate }) => coordinate)).toEqual([]);
    expect(everything().length).toBeGreaterThan(400);
  });

  it('end with every source at Gong', () => {
    const silent = sources().filter(({ source, description }) => {
      const operation = gongOperations[source.operation as keyof typeof gongOperations];
      const sentences = description
        .split('\n\n')
        .filter((line) => line.startsWith('Source: Gong '));
      return !sentences.some(
        (sentence) =>
          sentence.includes(`\`${operation.method} ${operation.path}\``) &&
          source.scopes.every((scope) => sentence.includes(`\`${scope}\``)) &&
          (source.selector === null || sentence.includes(`\`${source.selector}\``)) &&
          (source.whenArgument === null || sentence.includes(`\`${source.whenArgument}\``)),
      );
    });

    expect(silent).toEqual([]);
  });

  it.each([
    [
      'Call.brief',
      'Source: Gong `POST /v2/calls/extensive`, selector `content.brief`. Scope: `api:calls:read:extensive`.',
    ],
    ['Query.workspaces', 'Source: Gong `GET /v2/workspaces`. Scope: `api:workspaces:read`.'],
  ])('name the source in a sentence: %s', (coordinate, sentence) => {
    const found = everything().find((each) => each.coordinate === coordinate);

    expect(found?.description?.endsWith(`\n\n${sentence}`)).toBe(true);
  });
});

describe('the sources at Gong', () => {
  const all = sources();

  it('are operations of its API description', () => {
    const unknown = all.filter(({ source }) => !(source.operation in gongOperations));

    expect(unknown).toEqual([]);
    expect(all.length).toBeGreaterThan(40);
  });

  it('need scopes that the description names for them', () => {
    const wrong = all.filter(({ source }) => {
      const operation = gongOperations[source.operation as keyof typeof gongOperations];
      const documented = new Set<string>([...operation.scopes, ...operation.conditionalScopes]);
      return (
        source.scopes.length === 0 ||
        !source.scopes.every((scope) => documented.has(scope)) ||
        !operation.scopes.every((scope) => source.scopes.includes(scope))
      );
    });

    expect(wrong).toEqual([]);
  });

  it('are declared endpoints', () => {
    expect(all.filter(({ source }) => !isDeclared(source.operation))).toEqual([]);
  });

  it.each([
    [
      'listTargetDefinitions',
      '@gong names listTargetDefinitions, which has no declaration in src/gong/endpoints.',
    ],
    ['listNothing', '@gong names an operation that Gong does not have: listNothing'],
  ])('fail the start when they are not: %s', (operation, message) => {
    const undeclared = buildSchema(`
      directive @gong(operation: String!, scopes: [String!], selector: String, whenArgument: String)
        on FIELD_DEFINITION
      type Query { entries: String @gong(operation: "${operation}") }
    `);

    expect(() => {
      describeSources(undeclared);
    }).toThrow(message);
  });

  it('need the scopes of the description by default', () => {
    const other = all.filter(({ source: { operation, scopes } }) => {
      const listed: readonly string[] = gongOperations[operation as 'listCalls'].scopes;
      return scopes.join() !== listed.join();
    });

    expect(other.map(({ at, source }) => [at, source.scopes])).toEqual([
      ['Call.media', ['api:calls:read:extensive', 'api:calls:read:media-url']],
    ]);
  });

  it('are named by every field with records, unless its parent contains them', () => {
    const known = fieldSources(schema);
    const isRecord = (type: GraphQLNamedType): boolean =>
      isAbstractType(type)
        ? schema.getPossibleTypes(type).some(isRecord)
        : known.ofType(type.name) !== undefined || type.name.endsWith('Connection');
    const silent = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type) && !/(Connection|Edge)$/.test(type.name))
      .flatMap((type) =>
        Object.values((type as GraphQLObjectType).getFields())
          .filter((field) => known.ofField(type.name, field.name).length === 0)
          .filter((field) => isRecord(getNamedType(field.type)))
          .map((field) => `${type.name}.${field.name}`),
      );

    // These find records of any kind, each by the source of its type.
    expect(silent.sort()).toEqual([
      'Query._entities',
      // The replica answers these.
      'Query.callChanges',
      'Query.node',
      'Query.nodes',
      'Query.recordChanges',
      'Query.searchCalls',
      'Query.searchTranscripts',
      'RecordChange.record',
      'RefreshCallsPayload.calls',
    ]);
  });

  it('are named by every root field that reads or writes at Gong', () => {
    const known = fieldSources(schema);
    const silent = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {})
        .map((field) => ({ field, sources: known.ofField(type?.name ?? '', field) }))
        .filter(({ sources }) => sources.length === 0)
        .map(({ field }) => `${type?.name ?? ''}.${field}`),
    );

    expect(silent.sort()).toEqual([
      'Mutation.gongRequest',
      'Query._entities',
      'Query._sdl',
      'Query._service',
      'Query.callChanges',
      'Query.callStats',
      'Query.node',
      'Query.nodes',
      'Query.quota',
      'Query.recordChanges',
      'Query.replica',
      'Query.searchCalls',
      'Query.searchTranscripts',
    ]);
  });

  it('have a size in each list within a record that leads to further ones', () => {
    const known = fieldSources(schema);
    const fieldsOf = (name: string) => {
      const type = schema.getType(name);
      return isObjectType(type) ? Object.values(type.getFields()) : [];
    };
    const leadsOn = (name: string, seen: readonly string[] = []): boolean =>
      fieldsOf(name).some(({ name: field, type }) => {
        const inner = getNamedType(type).name;
        const reads = known.ofField(name, field).some(({ selector }) => selector === null);
        const also = known.sizeOf(name, field).alsoReads.length > 0;
        return reads || also || (!seen.includes(inner) && leadsOn(inner, [...seen, name]));
      });
    const uncounted = Object.keys(schema.getTypeMap())
      .filter((name) => !name.startsWith('_') && !/(Connection|Edge|Payload)$/.test(name))
      .flatMap((name) =>
        fieldsOf(name)
          .filter(({ type }) => isListType(getNullableType(type)))
          .filter(({ type }) => leadsOn(getNamedType(type).name))
          .filter(
            ({ args }) => !args.some((arg) => /^(ids|nodeIds|representations)$/.test(arg.name)),
          )
          .filter(({ astNode }) => !astNode?.directives?.some((x) => x.name.value === 'listSize'))
          .map((field) => `${name}.${field.name}`),
      );

    expect(uncounted).toEqual([]);
  });

  it.each([
    ['@alsoReads', 'perParent'],
    ['@readsAll', 'perWorkspace'],
  ])('prevent the start when %s names an endpoint that is not declared', (directive, count) => {
    const undeclared = buildSchema(`
      directive ${directive}(operation: String!, ${count}: Int!) on FIELD_DEFINITION
      type Query { entries: String ${directive}(operation: "listTargetDefinitions", ${count}: 1) }
    `);

    expect(() => {
      describeSources(undeclared);
    }).toThrow(
      `${directive} names listTargetDefinitions, which has no declaration in src/gong/endpoints.`,
    );
  });

  it('only read, except those of mutations', () => {
    const changing = all.filter(({ source }) => {
      const operation = gongOperations[source.operation as keyof typeof gongOperations];
      return operation.effect !== 'read';
    });

    expect(changing.filter(({ at }) => !at.startsWith('Mutation.'))).toEqual([]);
    // All but the one that sends what a client spells out, and the one that only changes the replica.
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
    expect(new Set(changing.map(({ at }) => at)).size).toBe(mutations.length - 2);
  });

  it('are selected by members that Gong knows', () => {
    const known = new Set<string | null>([
      null,
      ...callBlocks,
      'context.Basic',
      'context.Extended',
    ]);

    expect(all.filter(({ source }) => !known.has(source.selector))).toEqual([]);
  });

  it('reach every block that Gong can send', () => {
    const selected = new Set(all.map(({ source }) => source.selector));

    expect(callBlocks.filter((block) => !selected.has(block))).toEqual([]);
  });

  it('depend on arguments that the field has', () => {
    const missing = all.filter(({ at, source }) => {
      if (source.whenArgument === null) return false;
      const [typeName = '', fieldName = ''] = at.split('.');
      const type = schema.getType(typeName);
      const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
      return field?.args.some(({ name }) => name === source.whenArgument) !== true;
    });

    expect(missing).toEqual([]);
  });
});

it('every list in an input has a maximum', () => {
  const inputs = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (type.name.startsWith('__')) return [];
    if (isInputObjectType(type)) {
      return Object.values(type.getFields()).map((field) => ({
        at: `${type.name}.${field.name}`,
        field,
      }));
    }
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).flatMap(({ name, args }) =>
      args.map((field) => ({ at: `${type.name}.${name}(${field.name}:)`, field })),
    );
  });
  const lists = inputs.filter(({ field }) => isListType(getNullableType(field.type)));

  const boundless = lists.filter(({ field }) => constraintOf(field)?.maxItems == null);
  expect(lists.length).toBeGreaterThan(20);
  expect(boundless.map(({ at }) => at)).toEqual([]);
});
