import {
  defaultFieldResolver,
  getNamedType,
  isCompositeType,
  isNonNullType,
  isObjectType,
  OperationTypeNode,
  type GraphQLSchema,
} from 'graphql';
import type { ContextValue } from '../context.js';

/** What is part of another object, such as a sentence of a transcript. */
const PART = 1;
/** What had to be looked up, if only in memory, takes about so much more time and room. */
const LOOKED_UP = 10;

/**
 * Counts the objects of an answer while it is put together. References lead in circles, and what is cached costs
 * no request: a short query may ask for millions of objects, that nothing else would bound.
 */
export function limitAnswers(schema: GraphQLSchema): void {
  const mutation = schema.getMutationType();
  for (const type of Object.values(schema.getTypeMap())) {
    // What a mutation did must be told.
    if (!isObjectType(type) || type === mutation || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (!isCompositeType(getNamedType(field.type))) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      const isNullable = !isNonNullType(field.type);
      field.resolve = (parent, args, context: ContextValue, info): unknown => {
        const { scope } = context;
        if (scope.isTooLarge) {
          // Of a query, nothing will be shown: an error for each place would only take longer.
          if (isNullable && info.operation.operation === OperationTypeNode.QUERY) return null;
          throw scope.tooLarge();
        }
        const result: unknown = resolve(parent, args, context, info);
        return result instanceof Promise
          ? result.then((value: unknown) => counted(value, LOOKED_UP, context))
          : counted(result, PART, context);
      };
    }
  }
}

/** @throws GongError */
function counted(value: unknown, weight: number, { scope }: ContextValue): unknown {
  if (value != null) scope.countObjects(weight * (Array.isArray(value) ? value.length : 1));
  return value;
}
