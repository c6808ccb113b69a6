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
 * The graph as clients use it: every description, but nothing that only other gateways ask for, and no directive,
 * since those of this graph say what the gateway does, not what a client can.
 */
export function clientDocument(schema: GraphQLSchema): DocumentNode {
  const whole = parse(printSchema(schema), { noLocation: true });
  const shown = visit(whole, {
    DirectiveDefinition: () => null,
    ScalarTypeDefinition: withoutMachines,
    UnionTypeDefinition: withoutMachines,
    ObjectTypeDefinition: withoutMachines,
    FieldDefinition: withoutMachines,
  });
  const used = namesIn(shown);
  return {
    ...shown,
    definitions: shown.definitions.filter(
      (each) => !('name' in each) || each.name === undefined || used.has(each.name.value),
    ),
  };
}

/** Names that begin so are for gateways, by the conventions of those who ask. */
function withoutMachines({ name }: { readonly name: { readonly value: string } }) {
  return name.value.startsWith('_') ? null : undefined;
}

/** Every type that something leads to. */
function namesIn(document: DocumentNode): ReadonlySet<string> {
  const names = new Set(['Query', 'Mutation', 'Subscription']);
  visit(document, {
    NamedType: ({ name }) => {
      names.add(name.value);
    },
  });
  return names;
}

const nodeFields: ReadonlySet<string> = new Set(['node', 'nodes']);

/** The same without the interface `Node` and the fields that find objects by `nodeId`. */
export function withoutNode(document: DocumentNode): DocumentNode {
  return visit(document, {
    InterfaceTypeDefinition: ({ name }) => (name.value === 'Node' ? null : undefined),
    ObjectTypeDefinition: (type) => ({
      ...type,
      interfaces: type.interfaces?.filter(({ name }) => name.value !== 'Node') ?? [],
      fields:
        type.name.value === 'Query'
          ? (type.fields?.filter(({ name }) => !nodeFields.has(name.value)) ?? [])
          : (type.fields ?? []),
    }),
  });
}

/** The same with those directives of the schema's object types and their fields that are named. */
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
