import {
  defaultFieldResolver,
  getNamedType,
  GraphQLString,
  isCompositeType,
  isNonNullType,
  isObjectType,
  OperationTypeNode,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import type { ContextValue } from '../context.js';
import type { Operation } from '../../operation/operation.js';

/** Weight of a part of another object, such as a sentence of a transcript. */
const PART = 1;
/** Weight of a looked-up object, which takes about this many times as much time and memory, even when it is cached. */
const LOADED_OBJECT_WEIGHT = 10;
/** This many characters count as one object. */
const CHARACTERS_OF_ONE = 100;

type Field = GraphQLField<unknown, ContextValue>;
type Weigh = (value: unknown, wasAwaited: boolean) => number;

/**
 * Counts the objects of a response while it is resolved, including long texts. References can form cycles, and cached
 * data costs no request, so a short query may select millions of objects. No other limit prevents that.
 */
export function limitResponseSize(schema: GraphQLSchema): void {
  const mutation = schema.getMutationType();
  for (const type of Object.values(schema.getTypeMap())) {
    // The result of a mutation must always be reported.
    if (!isObjectType(type) || type === mutation || type.name.startsWith('__')) continue;
    const fields: Readonly<Record<string, Field>> = type.getFields();
    for (const field of Object.values(fields)) {
      const named = getNamedType(field.type);
      if (isCompositeType(named)) limitField(field, objectsIn);
      else if (named === GraphQLString && field.resolve !== undefined) limitField(field, textIn);
    }
  }
}

function limitField(field: Field, weigh: Weigh): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  const isNullable = !isNonNullType(field.type);
  field.resolve = (parent, args, context, info): unknown => {
    const { operation } = context;
    if (operation.isTooLarge) {
      // The response to this query will be refused, so an error for each field would only take time.
      if (isNullable && info.operation.operation === OperationTypeNode.QUERY) return null;
      throw operation.tooLarge();
    }
    const result: unknown = resolve(parent, args, context, info);
    return result instanceof Promise
      ? result.then((value: unknown) => counted(value, weigh(value, true), operation))
      : counted(result, weigh(result, false), operation);
  };
}

/** @throws GongError */
function counted(value: unknown, weight: number, operation: Operation): unknown {
  try {
    if (weight > 0) operation.countObjects(weight);
  } catch (error) {
    ignoreRejections(value);
    throw error;
  }
  return value;
}

/** A pending load in a refused list may reject. Without a handler, that would end the process. */
function ignoreRejections(value: unknown): void {
  if (!Array.isArray(value)) return;
  for (const item of value as unknown[]) {
    if (item instanceof Promise) item.catch(() => undefined);
  }
}

const objectsIn: Weigh = (value, wasAwaited) => {
  if (value == null) return 0;
  return (wasAwaited ? LOADED_OBJECT_WEIGHT : PART) * (Array.isArray(value) ? value.length : 1);
};

const textIn: Weigh = (value) =>
  typeof value === 'string' ? Math.floor(value.length / CHARACTERS_OF_ONE) : 0;
