import type { ConstraintFormat } from '../generated/graphql.js';
import { Kind, valueFromASTUntyped, type GraphQLArgument, type GraphQLInputField } from 'graphql';

/** The `@constraint` of an argument; null when it has none. */
export interface Constraint {
  readonly format: ConstraintFormat | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly maxLength: number | null;
  readonly minItems: number | null;
  readonly maxItems: number | null;
  /** Enum values that are allowed in output only. */
  readonly exclude: readonly string[];
  /** What the client should do instead. */
  readonly hint: string | null;
}

const none: Constraint = {
  format: null,
  min: null,
  max: null,
  maxLength: null,
  minItems: null,
  maxItems: null,
  exclude: [],
  hint: null,
};

const memo = new WeakMap<GraphQLArgument | GraphQLInputField, Constraint | null>();

export function constraintOf(definition: GraphQLArgument | GraphQLInputField): Constraint | null {
  let constraint = memo.get(definition);
  if (constraint === undefined) {
    constraint = readConstraint(definition);
    memo.set(definition, constraint);
  }
  return constraint;
}

function readConstraint(definition: GraphQLArgument | GraphQLInputField): Constraint | null {
  const directive = definition.astNode?.directives?.find(({ name }) => name.value === 'constraint');
  if (directive === undefined) return null;
  const values = Object.fromEntries(
    (directive.arguments ?? []).map(({ name, value }) => [
      name.value,
      value.kind === Kind.NULL ? null : valueFromASTUntyped(value),
    ]),
  ) as Partial<Constraint>;
  return { ...none, ...values };
}
