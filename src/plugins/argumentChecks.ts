import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import {
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getVariableValues,
  GraphQLError,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isCompositeType,
  isInputObjectType,
  isUnionType,
  Kind,
  typeFromAST,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLInputField,
  type GraphQLSchema,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { ContextValue } from '../context.js';
import { parseInstant } from '../gong/instant.js';
import { isGongId } from '../gong/wire.js';
import { digitsOf } from '../loaders/users.js';
import { parseNodeId } from '../selection/nodeId.js';
import { constraintOf, type Constraint } from './constraints.js';

/**
 * Refuses an operation with bad arguments before anything of it runs, nested ones included: no Gong
 * request is spent, and every problem is named at once.
 */
export function argumentChecksPlugin(): ApolloServerPlugin<ContextValue> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        responseForOperation: ({ schema, document, operation, request }) => {
          const errors = checkArguments(schema, document, operation, request.variables ?? {});
          if (errors.length === 0) return Promise.resolve(null);
          return Promise.resolve({
            http: { status: 400, headers: new HeaderMap() },
            body: {
              kind: 'single' as const,
              singleResult: { errors: errors.map((error) => error.toJSON()) },
            },
          });
        },
      }),
  };
}

/** What is wrong with the operation's arguments, one error each. */
export function checkArguments(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): readonly GraphQLError[] {
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  // The executor says what is wrong with them, and runs nothing.
  if (coerced.errors !== undefined) return [];
  const root = schema.getRootType(operation.operation);
  if (root == null) return [];
  const walk: Walk = {
    schema,
    variableValues: coerced.coerced,
    unvisited: fragmentsOf(document),
    errors: [],
  };
  checkSelections(walk, root, operation.selectionSet);
  return walk.errors;
}

interface Walk {
  readonly schema: GraphQLSchema;
  readonly variableValues: Record<string, unknown>;
  /** Fragments that no selection has led to yet. */
  readonly unvisited: Map<string, FragmentDefinitionNode>;
  readonly errors: GraphQLError[];
}

/**
 * Visits each field of the document once, in the order in which it would run. A fragment is visited where
 * it is spread first: everywhere else it says the same, and spreads within spreads multiply.
 */
function checkSelections(
  walk: Walk,
  type: GraphQLCompositeType,
  { selections }: SelectionSetNode,
): void {
  for (const selection of selections) {
    if (!isIncluded(walk, selection)) continue;
    switch (selection.kind) {
      case Kind.FIELD:
        checkField(walk, type, selection);
        break;
      case Kind.INLINE_FRAGMENT:
        checkFragment(walk, type, selection);
        break;
      case Kind.FRAGMENT_SPREAD: {
        const fragment = walk.unvisited.get(selection.name.value);
        walk.unvisited.delete(selection.name.value);
        if (fragment !== undefined) checkFragment(walk, type, fragment);
      }
    }
  }
}

function checkFragment(
  walk: Walk,
  type: GraphQLCompositeType,
  { typeCondition, selectionSet }: InlineFragmentNode | FragmentDefinitionNode,
): void {
  const narrowed = typeCondition === undefined ? type : typeFromAST(walk.schema, typeCondition);
  if (isCompositeType(narrowed)) checkSelections(walk, narrowed, selectionSet);
}

function checkField(walk: Walk, type: GraphQLCompositeType, node: FieldNode): void {
  const definition = isUnionType(type) ? undefined : type.getFields()[node.name.value];
  if (definition === undefined) return;
  const values = coercedArguments(definition, node, walk.variableValues);
  const report = (message: string): void => {
    walk.errors.push(
      new GraphQLError(message, {
        nodes: node,
        extensions: { code: 'BAD_USER_INPUT', retryable: false },
      }),
    );
  };
  for (const argument of definition.args) {
    checkValue(argument, values[argument.name], `${node.name.value}(${argument.name}:)`, report);
  }
  const coordinate = `${type.name}.${definition.name}`;
  checkTogether(coordinate, values, `${node.name.value}(%:)`, report);
  const inner = getNamedType(definition.type);
  if (node.selectionSet !== undefined && isCompositeType(inner)) {
    checkSelections(walk, inner, node.selectionSet);
  }
}

/** What `@skip` and `@include` say; a condition that can't be told is the executor's to report. */
function isIncluded({ variableValues }: Walk, node: SelectionNode): boolean {
  try {
    return (
      getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.['if'] !== true &&
      getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.['if'] !== false
    );
  } catch {
    return false;
  }
}

/** Arguments that can't be coerced are the executor's to report. */
function coercedArguments(
  definition: Parameters<typeof getArgumentValues>[0],
  node: FieldNode,
  variableValues: Record<string, unknown>,
): Record<string, unknown> {
  try {
    return getArgumentValues(definition, node, variableValues);
  } catch {
    return {};
  }
}

type Report = (message: string) => void;

function checkValue(
  definition: GraphQLArgument | GraphQLInputField,
  value: unknown,
  name: string,
  report: Report,
): void {
  if (value == null) return;
  const constraint = constraintOf(definition);
  if (constraint !== null) {
    const hint = constraint.hint === null ? '' : ` ${constraint.hint}`;
    for (const problem of violations(constraint, value)) {
      report(`Argument "${name}" ${problem}.${hint}`);
    }
  }
  const type = getNamedType(definition.type);
  if (!isInputObjectType(type)) return;
  const inputs = (Array.isArray(value) ? value : [value]) as Record<string, unknown>[];
  for (const input of inputs) {
    for (const field of Object.values(type.getFields())) {
      checkValue(field, input[field.name], name.replace(/:\)$/, `.${field.name}:)`), report);
    }
    checkTogether(type.name, input, name.replace(/:\)$/, '.%:)'), report);
  }
}

function* violations(constraint: Constraint, value: unknown): Generator<string> {
  const { min, max, minItems, maxItems, exclude, format } = constraint;
  if (Array.isArray(value)) {
    if (minItems !== null && value.length < minItems) {
      yield value.length === 0
        ? 'must not be an empty list: leave it out for no restriction, or name at least one'
        : `must have at least ${minItems} items; got ${value.length}`;
    }
    if (maxItems !== null && value.length > maxItems) {
      yield `must have at most ${maxItems} items; got ${value.length}`;
    }
  }
  for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
    if (typeof item === 'number') {
      if ((min !== null && item < min) || (max !== null && item > max)) {
        yield `must be ${rangeText(min, max)}; got ${item}`;
      }
    }
    if (typeof item !== 'string') continue;
    if (exclude.includes(item)) yield `must not be ${item}, which Gong only sends`;
    const expected = formatProblem(format, item);
    if (expected !== null) yield `must be ${expected}; got ${JSON.stringify(item.slice(0, 60))}`;
  }
}

function rangeText(min: number | null, max: number | null): string {
  if (max === null) return `at least ${String(min)}`;
  return min === null ? `at most ${max}` : `from ${min} to ${max}`;
}

function formatProblem(format: Constraint['format'], text: string): string | null {
  switch (format) {
    case 'GONG_ID':
      return isGongId(text) ? null : "one of Gong's ids, 1 to 20 digits";
    case 'NODE_ID':
      return parseNodeId(text) === null ? 'a nodeId that this gateway gave out' : null;
    case 'EMAIL':
      return /^[^\s@]+@[^\s@]+$/.test(text.trim()) ? null : 'an e-mail address';
    case null:
      return null;
  }
}

/** Pairs of bounds, half open, by input type or field. */
const windows: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>> = {
  CallFilter: [['from', 'to']],
  'User.calls': [['from', 'to']],
  UserFilter: [['createdFrom', 'createdTo']],
  AnsweredScorecardFilter: [
    ['callFrom', 'callTo'],
    ['reviewFrom', 'reviewTo'],
  ],
};

/** What no single argument can break. */
function checkTogether(
  coordinate: string,
  values: Record<string, unknown>,
  name: string,
  report: Report,
): void {
  for (const [from, to] of windows[coordinate] ?? []) {
    const start = values[from];
    const end = values[to];
    if (typeof start !== 'string' || typeof end !== 'string' || isBefore(start, end)) continue;
    report(
      `Argument "${name.replace('%', from)}" must lie before "${to}", which itself is excluded; ` +
        `got ${start} and ${end}. For one whole day, let "${to}" be the next day.`,
    );
  }
  if (coordinate === 'Query.searchUsers') checkSearch(values, report);
}

function checkSearch({ email, phoneNumber }: Record<string, unknown>, report: Report): void {
  if ((email == null) === (phoneNumber == null)) {
    report('Give searchUsers exactly one of the arguments "email" and "phoneNumber".');
  } else if (typeof phoneNumber === 'string' && digitsOf(phoneNumber) === '') {
    report('Argument "searchUsers(phoneNumber:)" must hold the digits of a phone number.');
  }
}

/** Instants by time, days by their text. */
function isBefore(start: string, end: string): boolean {
  const [from, to] = [parseInstant(start), parseInstant(end)];
  return from === null || to === null ? start < end : from < to;
}

function fragmentsOf({ definitions }: DocumentNode): Map<string, FragmentDefinitionNode> {
  return new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
}
