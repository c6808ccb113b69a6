import { collectSubFields } from '@graphql-tools/utils';
import {
  getArgumentValues,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** The parts of a resolver's `info` that tell what was selected. */
export interface SelectionInfo {
  readonly schema: GraphQLSchema;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly variableValues: Record<string, unknown>;
  readonly fieldNodes: readonly FieldNode[];
}

/** One field of a type as selected, through whatever fragments and under whatever alias. */
export interface SelectedField {
  readonly name: string;
  readonly nodes: FieldNode[];
}

/**
 * The fields selected of `type` at the given field nodes: fragments spread, `@skip` and `@include`
 * applied, equal response keys merged. The same field under two aliases comes twice.
 */
export function selectedFields(
  info: SelectionInfo,
  type: GraphQLObjectType,
  fieldNodes: readonly FieldNode[] = info.fieldNodes,
): readonly SelectedField[] {
  let byType = memo.get(fieldNodes);
  if (byType === undefined) {
    byType = new Map<string, readonly SelectedField[]>();
    memo.set(fieldNodes, byType);
  }
  let fields = byType.get(type.name);
  if (fields === undefined) {
    fields = collect(info, type, fieldNodes);
    byType.set(type.name, fields);
  }
  return fields;
}

// The executor makes these lists anew for each operation, so variables can't differ under one.
const memo = new WeakMap<readonly FieldNode[], Map<string, readonly SelectedField[]>>();

function collect(
  info: SelectionInfo,
  type: GraphQLObjectType,
  fieldNodes: readonly FieldNode[],
): readonly SelectedField[] {
  const { fields } = collectSubFields(
    info.schema,
    info.fragments,
    // Only graphql 17 reads the sources.
    { coerced: info.variableValues, sources: {} },
    type,
    fieldNodes as FieldNode[],
  );
  return [...fields.values()].flatMap((nodes) => {
    const [node] = nodes;
    return node === undefined ? [] : [{ name: node.name.value, nodes }];
  });
}

/** The coerced arguments of a selected field. */
export function argumentsOf(
  info: SelectionInfo,
  type: GraphQLObjectType,
  { name, nodes }: SelectedField,
): Record<string, unknown> {
  const definition = type.getFields()[name];
  const [node] = nodes;
  if (definition === undefined || node === undefined) return {};
  return getArgumentValues(definition, node, info.variableValues);
}

/** The object type of a name. */
export function objectType(info: SelectionInfo, name: string): GraphQLObjectType {
  return info.schema.getType(name) as GraphQLObjectType;
}

/** Whether any of the named fields is selected. */
export function selects(
  info: SelectionInfo,
  typeName: string,
  names: ReadonlySet<string>,
  fieldNodes: readonly FieldNode[] = info.fieldNodes,
): boolean {
  return selectedFields(info, objectType(info, typeName), fieldNodes).some(({ name }) =>
    names.has(name),
  );
}

/** Whether any field but the named ones is selected. */
export function selectsBeyond(
  info: SelectionInfo,
  typeName: string,
  names: ReadonlySet<string>,
): boolean {
  return selectedFields(info, objectType(info, typeName)).some(
    ({ name }) => name !== '__typename' && !names.has(name),
  );
}

/** The field nodes under which a connection's items are selected: `nodes` and `edges { node }`. */
export function itemNodes(info: SelectionInfo, itemType: string): readonly FieldNode[][] {
  return itemNodesOf(info, `${itemType}Connection`, `${itemType}Edge`);
}

/** The same of a connection that is not named after its items. */
export function itemNodesOf(
  info: SelectionInfo,
  connectionType: string,
  edgeType: string,
): readonly FieldNode[][] {
  const connection = selectedFields(info, objectType(info, connectionType));
  return connection.flatMap(({ name, nodes }) => {
    if (name === 'nodes') return [nodes];
    if (name !== 'edges') return [];
    return selectedFields(info, objectType(info, edgeType), nodes)
      .filter((field) => field.name === 'node')
      .map((field) => field.nodes);
  });
}
