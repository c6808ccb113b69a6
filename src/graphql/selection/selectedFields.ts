import { collectSubFields } from '@graphql-tools/utils';
import {
  getArgumentValues,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** The parts of a resolver's `info` that contain the selection. */
export interface SelectionInfo {
  readonly schema: GraphQLSchema;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly variableValues: Record<string, unknown>;
  readonly fieldNodes: readonly FieldNode[];
}

/** A selected field of a type, in any fragment and with any alias. */
export interface SelectedField {
  readonly name: string;
  readonly nodes: FieldNode[];
}

/**
 * Returns the selected fields of `type` at the field nodes. Fragments are spread, `@skip` and `@include` are applied,
 * and equal response keys are merged. A field with two aliases is returned twice.
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

// The executor creates these lists for each operation, so one list always has the same variables.
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

/** Returns the coerced arguments of a selected field. */
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

/** Returns the object type with a name. */
export function objectType(info: SelectionInfo, name: string): GraphQLObjectType {
  return info.schema.getType(name) as GraphQLObjectType;
}

/** Returns whether any of the named fields is selected. */
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

/** Returns whether any other field than the named ones is selected. */
export function selectsBeyond(
  info: SelectionInfo,
  typeName: string,
  names: ReadonlySet<string>,
): boolean {
  return selectedFields(info, objectType(info, typeName)).some(
    ({ name }) => name !== '__typename' && !names.has(name),
  );
}

/** Returns the field nodes that select a connection's items: `nodes` and `edges { node }`. */
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
