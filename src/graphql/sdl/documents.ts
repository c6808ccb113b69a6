import { filterSchema, pruneSchema } from '@graphql-tools/utils';
import {
  isObjectType,
  parse,
  printSchema,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';

/**
 * Returns the graph for clients: every description, without the fields for other gateways, and without directives,
 * which describe the gateway's work.
 */
export function clientSchema(schema: GraphQLSchema): GraphQLSchema {
  return pruneSchema(
    filterSchema({
      schema,
      typeFilter: isForClients,
      fieldFilter: (_type, name) => isForClients(name),
      rootFieldFilter: (_operation, name) => isForClients(name),
      directiveFilter: () => false,
    }),
  );
}

/** By convention, names with this prefix are for gateways. */
function isForClients(name: string): boolean {
  return !name.startsWith('_');
}

const nodeFields: ReadonlySet<string> = new Set(['node', 'nodes']);

/** Returns the schema without the interface `Node` and the fields that find objects by `nodeId`. */
export function withoutNode(schema: GraphQLSchema): GraphQLSchema {
  return pruneSchema(
    filterSchema({
      schema,
      typeFilter: (name) => name !== 'Node',
      rootFieldFilter: (operation, name) => operation !== 'Query' || !nodeFields.has(name),
    }),
  );
}

export function documentOf(schema: GraphQLSchema): DocumentNode {
  return parse(printSchema(schema), { noLocation: true });
}

/** Returns the document with the named directives of the schema's object types and fields. */
export function withDirectives(
  document: DocumentNode,
  schema: GraphQLSchema,
  names: readonly string[],
): DocumentNode {
  const wanted = (directives: readonly ConstDirectiveNode[] = []) =>
    directives.filter(({ name }) => names.includes(name.value));
  return visit(document, {
    ObjectTypeDefinition: (printed) => {
      const type = schema.getType(printed.name.value);
      if (!isObjectType(type)) return undefined;
      const fields = type.getFields();
      return {
        ...printed,
        directives: wanted(type.astNode?.directives),
        fields: (printed.fields ?? []).map((field) => ({
          ...field,
          directives: [
            ...(field.directives ?? []),
            ...wanted(fields[field.name.value]?.astNode?.directives),
          ],
        })),
      };
    },
  });
}
