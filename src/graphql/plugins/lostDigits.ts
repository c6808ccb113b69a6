import {
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValueNode,
} from 'graphql';
import { mayHaveLostDigits } from '../../lib/json.js';
import { isObject } from '../../gong/exchange.js';
import { parseJsonLiteral } from '../scalars.js';

/** An ID that a client sent as a number that may have lost digits, with its position in the input. */
export interface LostDigits {
  readonly value: number;
  /** Such as `.filter.callIds[0]`; empty for the input itself. */
  readonly member: string;
}

/** Finds IDs that may have lost digits in a client's value, before GraphQL converts them to text. */
export function* lostDigitsIn(
  type: GraphQLInputType,
  value: unknown,
  member = '',
): Generator<LostDigits, void> {
  if (isNonNullType(type)) yield* lostDigitsIn(type.ofType, value, member);
  else if (isListType(type)) {
    if (!Array.isArray(value)) yield* lostDigitsIn(type.ofType, value, member);
    else {
      for (const [index, item] of value.entries()) {
        // Almost all IDs are sent as text, which loses no digits.
        if (typeof item === 'string') continue;
        yield* lostDigitsIn(type.ofType, item, `${member}[${index}]`);
      }
    }
  } else if (isInputObjectType(type)) {
    if (!isObject(value)) return;
    for (const field of Object.values(type.getFields())) {
      yield* lostDigitsIn(field.type, value[field.name], `${member}.${field.name}`);
    }
  } else if (type.name === 'ID' && mayHaveLostDigits(value)) yield { value, member };
}

/** Does the same for a literal. The values of variables are checked with the variables. */
export function lostDigitsInLiteral(
  type: GraphQLInputType,
  node: ValueNode | undefined,
): Generator<LostDigits, void> {
  const value = node === undefined || node.kind === Kind.VARIABLE ? null : parseJsonLiteral(node);
  return lostDigitsIn(type, value);
}

/** Returns what is wrong with the IDs in an operation's variables and their defaults. */
export function* variableProblems(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Generator<string, void> {
  for (const { variable, type: node, defaultValue } of variableDefinitions) {
    const type = typeFromAST(schema, node) as GraphQLInputType | undefined;
    if (type === undefined) continue;
    const name = variable.name.value;
    const found = Object.hasOwn(variables, name)
      ? lostDigitsIn(type, variables[name])
      : lostDigitsInLiteral(type, defaultValue);
    for (const { value, member } of found)
      yield lostDigitsMessage(`Variable "$${name}${member}"`, value);
  }
}

export function lostDigitsMessage(place: string, value: number): string {
  return `${place} must be a string; got the number ${value}, which may have lost digits. Send IDs as strings.`;
}
