import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql';
import { code, page, table } from './markdown.js';

const root = join(import.meta.dirname, '..', '..');

/** docs/reference/schema.md: schema.graphql, by kind of type and by name. */
export async function schemaPage(): Promise<string> {
  const schema = buildSchema(await readFile(join(root, 'schema.graphql'), 'utf8'));
  const { Query: query, Mutation: mutation, ...types } = schema.getTypeMap();
  const named = Object.values(types)
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const kinds: readonly (readonly [string, (type: GraphQLNamedType) => boolean])[] = [
    ['Interfaces and unions', (type) => isInterfaceType(type) || isUnionType(type)],
    ['Objects', isObjectType],
    ['Input objects', isInputObjectType],
    ['Enums', isEnumType],
    ['Scalars', isScalarType],
  ];
  return page(
    'Schema',
    'Every type of the graph, printed from [`schema.graphql`](../../schema.graphql). The description of a field ends with ' +
      'the Gong operation and the scope behind it. GraphiQL shows the same in its documentation pane.',
    `## Queries\n\n${rootFields(query as GraphQLObjectType)}`,
    `## Mutations\n\n${rootFields(mutation as GraphQLObjectType)}`,
    ...kinds.map(
      ([heading, isOfKind]) =>
        `## ${heading}\n\n${named.filter(isOfKind).map(typePart).join('\n\n')}`,
    ),
  );
}

/** Root fields have arguments enough for a section each. */
function rootFields(type: GraphQLObjectType): string {
  return Object.values(type.getFields())
    .map((field) => {
      const rows = field.args.map((argument) => [
        code(argument.name),
        code(typeOf(argument)),
        argument.description ?? '',
      ]);
      return [
        `### ${type.name}.${field.name}`,
        `Returns ${code(String(field.type))}. ${field.description ?? ''}`.trim(),
        ...(rows.length === 0 ? [] : [table(['Argument', 'Type', 'Description'], rows)]),
      ].join('\n\n');
    })
    .join('\n\n');
}

function typePart(type: GraphQLNamedType): string {
  const parts = [`### ${type.name}`, ...(type.description ? [type.description] : [])];
  if (isObjectType(type) || isInterfaceType(type)) {
    const rows = Object.values(type.getFields()).map((field) => [
      code(`${field.name}${argumentsOf(field)}`),
      code(String(field.type)),
      [field.description ?? '', ...field.args.map(describedArgument)].join(' '),
    ]);
    parts.push(table(['Field', 'Type', 'Description'], rows));
  } else if (isInputObjectType(type)) {
    const rows = Object.values(type.getFields()).map((field) => [
      code(field.name),
      code(typeOf(field)),
      field.description ?? '',
    ]);
    parts.push(table(['Field', 'Type', 'Description'], rows));
  } else if (isEnumType(type)) {
    const rows = type.getValues().map(({ name, description }) => [code(name), description ?? '']);
    parts.push(table(['Value', 'Description'], rows));
  } else if (isUnionType(type)) {
    parts.push(
      `One of ${type
        .getTypes()
        .map(({ name }) => code(name))
        .join(', ')}.`,
    );
  }
  return parts.join('\n\n');
}

function argumentsOf({ args }: GraphQLField<unknown, unknown>): string {
  if (args.length === 0) return '';
  return `(${args.map((argument) => `${argument.name}: ${typeOf(argument)}`).join(', ')})`;
}

const describedArgument = ({ name, description }: GraphQLArgument): string =>
  `${code(name)}: ${description ?? ''}`;

/** With its default, which its printed definition ends with. */
function typeOf(input: Pick<GraphQLArgument, 'type' | 'astNode'>): string {
  const text = input.astNode?.defaultValue?.loc;
  const standard = text === undefined ? '' : ` = ${text.source.body.slice(text.start, text.end)}`;
  return `${String(input.type)}${standard}`;
}
