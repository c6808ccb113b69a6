import {
  getNamedType,
  isObjectType,
  isRequiredArgument,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/**
 * Returns a selection set of every field of a type and of the types within it that needs no argument. Of records that it only refers to,
 * the `id` alone is selected: their own operations cover the rest.
 *
 * @param except coordinates such as `Call.transcript` to leave out.
 */
export function selectAll(
  schema: GraphQLSchema,
  typeName: string,
  except: readonly string[] = [],
): string {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`${typeName} is not an object type.`);
  const left = new Set(except);
  const select = (parent: GraphQLObjectType): string => {
    const fields = Object.values(parent.getFields()).flatMap((field) => {
      if (left.has(`${parent.name}.${field.name}`) || field.args.some(isRequiredArgument))
        return [];
      const inner = getNamedType(field.type);
      if (!isObjectType(inner)) return [field.name];
      if (inner.name.endsWith('Connection')) return [];
      const isRecord = inner.getInterfaces().some(({ name }) => name === 'Node');
      return [`${field.name} ${isRecord ? '{ id }' : select(inner)}`];
    });
    return `{ ${fields.join(' ')} }`;
  };
  return select(type);
}
