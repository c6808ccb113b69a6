import { counted } from '../../lib/counted.js';
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
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { ContextValue } from '../context.js';
import { shortened } from '../errors.js';
import { withGuidance } from '../guidance.js';
import type { RawRequestPolicy } from '../../operation/mutations/rawRequests.js';
import { constraintOf, type Constraint } from './constraints.js';
import { formatProblem } from './formats.js';
import { checkTogether } from './inputRules/index.js';
import type { RuleContext } from './inputRules/rule.js';
import { lostDigitsInLiteral, lostDigitsMessage, variableProblems } from './lostDigits.js';

/**
 * Refuses an operation with invalid arguments, including nested ones, before it runs. It spends no Gong request, and
 * names all problems at once.
 *
 * @param hasIntrospection whether clients may know the schema; if not, messages suggest no names.
 */
export function argumentChecksPlugin(hasIntrospection: boolean): ApolloServerPlugin<ContextValue> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        responseForOperation: ({ schema, document, operation, request, contextValue }) => {
          // Contrary to Apollo's types, the document may not contain the requested operation.
          if ((operation as OperationDefinitionNode | undefined) === undefined) {
            return Promise.resolve(null);
          }
          const errors = checkArguments(
            schema,
            document,
            operation,
            request.variables ?? {},
            contextValue,
            hasIntrospection,
          );
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

/** Returns what is wrong with the operation's arguments, with one error for each problem. */
export function checkArguments(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
  { rawRequests, today }: Pick<ContextValue, 'rawRequests' | 'today'>,
  hasIntrospection = true,
): readonly GraphQLError[] {
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
    maxErrors: MAX_ERRORS,
    hideSuggestions: !hasIntrospection,
  });
  // The executor would report the same problems, but without a limit.
  if (coerced.errors !== undefined) {
    return coerced.errors.map((error) =>
      badInput(hasIntrospection ? withGuidance(schema, error) : error.message, error.nodes),
    );
  }
  const root = schema.getRootType(operation.operation);
  if (root == null) return [];
  const walk: Walk = {
    schema,
    variableValues: coerced.coerced,
    unvisited: fragmentsOf(document),
    rawRequests,
    today: today(),
    usedFiles: new Set(),
    errors: [],
    untold: 0,
  };
  for (const problem of variableProblems(schema, operation, variables)) report(walk, problem);
  checkSelections(walk, root, operation.selectionSet);
  return walk.untold === 0
    ? walk.errors
    : [
        ...walk.errors,
        badInput(
          `${counted(walk.untold, 'more argument error')} ${walk.untold === 1 ? 'is' : 'are'} not shown.`,
        ),
      ];
}

/** Maximum of reported problems per operation. */
export const MAX_ERRORS = 20;

function badInput(
  message: string,
  nodes: readonly ASTNode[] | ASTNode | null = null,
): GraphQLError {
  return new GraphQLError(shortened(message), {
    nodes,
    extensions: { code: 'BAD_USER_INPUT', retryable: false },
  });
}

interface Walk {
  readonly schema: GraphQLSchema;
  readonly variableValues: Record<string, unknown>;
  /** Fragments that no visited selection has spread yet. */
  readonly unvisited: Map<string, FragmentDefinitionNode>;
  readonly rawRequests: RawRequestPolicy;
  readonly today: string | null;
  readonly usedFiles: Set<object>;
  readonly errors: GraphQLError[];
  /** Number of problems beyond the maximum. */
  untold: number;
}

/**
 * Visits each field of the document once, in execution order. A fragment is visited where it is first spread. Its
 * other spreads are equal, and nested spreads would multiply.
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

function report(walk: Walk, message: string, node: FieldNode | null = null): void {
  if (walk.errors.length < MAX_ERRORS) walk.errors.push(badInput(message, node));
  else walk.untold += 1;
}

function checkField(walk: Walk, type: GraphQLCompositeType, node: FieldNode): void {
  const definition = isUnionType(type) ? undefined : type.getFields()[node.name.value];
  if (definition === undefined) return;
  if (definition.args.length > 0) checkFieldArguments(walk, type, definition, node);
  const inner = getNamedType(definition.type);
  if (node.selectionSet !== undefined && isCompositeType(inner)) {
    checkSelections(walk, inner, node.selectionSet);
  }
}

function checkFieldArguments(
  walk: Walk,
  type: GraphQLCompositeType,
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
): void {
  const values = coercedArguments(definition, node, walk.variableValues);
  const { rawRequests, today, usedFiles } = walk;
  const check: ValueCheck = {
    report: (message) => {
      report(walk, message, node);
    },
    rawRequests,
    today,
    usedFiles,
  };
  for (const argument of definition.args) {
    checkValue(argument, values[argument.name], `${node.name.value}(${argument.name}:)`, check);
    const literal = node.arguments?.find(({ name }) => name.value === argument.name)?.value;
    // The values of variables are checked with the variables.
    if (literal === undefined || literal.kind === Kind.VARIABLE) continue;
    for (const { value, member } of lostDigitsInLiteral(argument.type, literal)) {
      const place = `Argument "${node.name.value}(${argument.name}${member}:)"`;
      check.report(lostDigitsMessage(place, value));
    }
  }
  const coordinate = `${type.name}.${definition.name}`;
  checkTogether(coordinate, values, { nameOf: (name) => `${node.name.value}(${name}:)`, ...check });
}

/** Evaluates `@skip` and `@include`. The executor reports conditions that cannot be evaluated. */
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

/** Returns the coerced arguments. The executor reports arguments that cannot be coerced. */
function coercedArguments(
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variableValues: Record<string, unknown>,
): Record<string, unknown> {
  try {
    return getArgumentValues(definition, node, variableValues);
  } catch {
    return {};
  }
}

type ValueCheck = Omit<RuleContext, 'nameOf'> & Pick<Walk, 'today'>;

function checkValue(
  definition: GraphQLArgument | GraphQLInputField,
  value: unknown,
  name: string,
  check: ValueCheck,
): void {
  if (value == null) return;
  const constraint = constraintOf(definition);
  if (constraint !== null) {
    const hint = constraint.hint === null ? '' : ` ${constraint.hint}`;
    for (const problem of violations(constraint, value, check.today)) {
      check.report(`Argument "${name}" ${problem}.${hint}`);
    }
  }
  const type = getNamedType(definition.type);
  if (!isInputObjectType(type)) return;
  const isList = Array.isArray(value);
  const inputs = (isList ? value : [value]) as Record<string, unknown>[];
  for (const [index, input] of inputs.entries()) {
    const place = isList ? `[${index}]` : '';
    const nameOf = (member: string): string => name.replace(/:\)$/, `${place}.${member}:)`);
    for (const field of Object.values(type.getFields())) {
      checkValue(field, input[field.name], nameOf(field.name), check);
    }
    checkTogether(type.name, input, { nameOf, ...check });
  }
}

function* violations(
  constraint: Constraint,
  value: unknown,
  today: string | null,
): Generator<string> {
  const { min, max, maxLength, minItems, maxItems, exclude, format } = constraint;
  if (Array.isArray(value)) {
    if (minItems !== null && value.length < minItems) {
      yield value.length === 0
        ? 'must not be an empty list: omit it for no restriction, or give at least one item'
        : `must have at least ${counted(minItems, 'item')}; got ${value.length}`;
    }
    if (maxItems !== null && value.length > maxItems) {
      yield `must have at most ${counted(maxItems, 'item')}; got ${value.length}`;
      return;
    }
  }
  for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
    if (typeof item === 'number') {
      if ((min !== null && item < min) || (max !== null && item > max)) {
        yield `must be ${rangeText(min, max)}; got ${item}`;
      }
    }
    if (typeof item !== 'string') continue;
    if (exclude.includes(item)) yield `must not be ${item}, which is output only`;
    if (maxLength !== null && item.length > maxLength) {
      yield `must have at most ${counted(maxLength, 'character')}; got ${item.length}`;
    }
    const expected = formatProblem(format, item, today);
    if (expected === null) continue;
    // A link may contain a signature, which is a credential.
    const got = format === 'HTTP_URL' ? '' : `; got ${JSON.stringify(item.slice(0, 60))}`;
    yield `must be ${expected}${got}`;
  }
}

function rangeText(min: number | null, max: number | null): string {
  if (max === null) return `at least ${String(min)}`;
  return min === null ? `at most ${max}` : `from ${min} to ${max}`;
}

function fragmentsOf({ definitions }: DocumentNode): Map<string, FragmentDefinitionNode> {
  return new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
}
