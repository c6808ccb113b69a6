import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { PagedList } from './connection.js';

/** Where the value of a column is in an item. A list, wherever it stands, is one column, as JSON. */
export type Column = readonly string[];

/** Columns of the items of a list, in the order of the query. */
export function columnsOf({ document, field, items }: PagedList, schema: GraphQLSchema): Column[] {
  const itemType = typeOfItems(document, field, items, schema);
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION
        ? [[definition.name.value, definition] as const]
        : [],
    ),
  );
  const selected = field.selectionSet?.selections.find(
    (each): each is FieldNode => each.kind === Kind.FIELD && each.name.value === items,
  );
  const columns = new Map<string, Column>();
  if (selected?.selectionSet !== undefined && itemType !== undefined) {
    collect(selected.selectionSet, itemType, [], { schema, fragments, columns });
  }
  return [...columns.values()];
}

interface Collecting {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly columns: Map<string, Column>;
}

function collect(
  { selections }: SelectionSetNode,
  type: GraphQLNamedType,
  path: Column,
  collecting: Collecting,
): void {
  const { schema, fragments, columns } = collecting;
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const column = [...path, (selection.alias ?? selection.name).value];
      const fieldType = outputType(type, selection.name.value);
      const named = fieldType === undefined ? undefined : getNamedType(fieldType);
      if (
        selection.selectionSet === undefined ||
        fieldType === undefined ||
        !isCompositeType(named) ||
        isListType(getNullableType(fieldType))
      ) {
        columns.set(JSON.stringify(column), column);
      } else collect(selection.selectionSet, named, column, collecting);
      continue;
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    if (fragment === undefined) continue;
    const on = fragment.typeCondition?.name.value;
    const narrowed = on === undefined ? type : (schema.getType(on) ?? type);
    collect(fragment.selectionSet, narrowed, path, collecting);
  }
}

function outputType(type: GraphQLNamedType, field: string): GraphQLOutputType | undefined {
  if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
  return type.getFields()[field]?.type;
}

function typeOfItems(
  document: DocumentNode,
  field: FieldNode,
  items: string,
  schema: GraphQLSchema,
): GraphQLNamedType | undefined {
  const info = new TypeInfo(schema);
  let connection: GraphQLNamedType | undefined;
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: (node) => {
        const type = info.getType();
        if (node === field && type != null) connection = getNamedType(type);
      },
    }),
  );
  const type = connection === undefined ? undefined : outputType(connection, items);
  return type === undefined ? undefined : getNamedType(type);
}

/** A line of CSV, as RFC 4180 has it. */
export function csvLine(values: readonly unknown[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

/** The values of an item in the order of the columns. */
export function valuesOf(item: unknown, columns: readonly Column[]): unknown[] {
  return columns.map((column) => {
    let value: unknown = item;
    for (const member of column)
      value = (value as Record<string, unknown> | null)?.[member] ?? null;
    return value;
  });
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
