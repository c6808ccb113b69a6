import { shouldIncludeNode, type VariableValues } from '@graphql-tools/utils';
import {
  getNamedType,
  getVariableValues,
  isAbstractType,
  isCompositeType,
  isUnionType,
  Kind,
  typeFromAST,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { cacheHints } from './cacheHints.js';

/** A client's operation. */
export interface AskedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** As the client sent them. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The results that do not depend on variables. Documents live as long as the server caches them. */
const memo = new WeakMap<OperationDefinitionNode, number>();

/**
 * Returns the maximum of seconds that a client may cache the response, by the shortest hint of the selected fields.
 * It reads the document alone, so that no field costs time during execution. Returns 0 when no hint allows caching.
 */
export function maxAgeOf(asked: AskedOperation): number {
  const known = memo.get(asked.operation);
  if (known !== undefined) return known;
  const maxAge = readMaxAge(asked);
  if (!hasConditions(asked.document)) memo.set(asked.operation, maxAge);
  return maxAge;
}

function readMaxAge({ schema, document, operation, variables }: AskedOperation): number {
  const root = schema.getRootType(operation.operation);
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
    maxErrors: 0,
  });
  if (root == null || coerced.coerced === undefined) return 0;
  const walk: Walk = {
    schema,
    // Only graphql 17 reads the sources.
    variableValues: { coerced: coerced.coerced, sources: {} },
    unvisited: new Map(
      document.definitions
        .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
        .map((fragment) => [fragment.name.value, fragment]),
    ),
    maxAge: null,
  };
  visitSelections(walk, root, operation.selectionSet);
  return walk.maxAge ?? 0;
}

interface Walk {
  readonly schema: GraphQLSchema;
  readonly variableValues: VariableValues;
  /** Fragments that no visited selection has spread yet. Their hints are the same wherever they are spread. */
  readonly unvisited: Map<string, FragmentDefinitionNode>;
  /** The shortest hint so far; null when there was none. */
  maxAge: number | null;
}

function visitSelections(
  walk: Walk,
  type: GraphQLCompositeType,
  { selections }: SelectionSetNode,
): void {
  for (const selection of selections) {
    if (!shouldIncludeNode(walk.variableValues, selection)) continue;
    switch (selection.kind) {
      case Kind.FIELD:
        visitField(walk, type, selection);
        break;
      case Kind.INLINE_FRAGMENT:
        visitFragment(walk, type, selection);
        break;
      case Kind.FRAGMENT_SPREAD: {
        const fragment = walk.unvisited.get(selection.name.value);
        walk.unvisited.delete(selection.name.value);
        if (fragment !== undefined) visitFragment(walk, type, fragment);
      }
    }
  }
}

function visitFragment(
  walk: Walk,
  type: GraphQLCompositeType,
  { typeCondition, selectionSet }: InlineFragmentNode | FragmentDefinitionNode,
): void {
  const narrowed = typeCondition === undefined ? type : typeFromAST(walk.schema, typeCondition);
  if (isCompositeType(narrowed)) visitSelections(walk, narrowed, selectionSet);
}

function visitField(
  walk: Walk,
  type: GraphQLCompositeType,
  { name, selectionSet }: FieldNode,
): void {
  const hints = cacheHints(walk.schema);
  // The object may be of any possible type, so the shortest hint of all counts.
  const types = isAbstractType(type) ? [type, ...walk.schema.getPossibleTypes(type)] : [type];
  for (const { name: typeName } of types) {
    const maxAge = hints.ofField(typeName, name.value);
    if (maxAge !== null) walk.maxAge = Math.min(walk.maxAge ?? maxAge, maxAge);
  }
  const field = isUnionType(type) ? undefined : type.getFields()[name.value];
  if (field === undefined || selectionSet === undefined) return;
  const inner = getNamedType(field.type);
  if (isCompositeType(inner)) visitSelections(walk, inner, selectionSet);
}

/** Returns whether any part of the document has a condition. */
function hasConditions(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Directive: ({ name }) => {
      found ||= name.value === 'skip' || name.value === 'include';
    },
  });
  return found;
}
