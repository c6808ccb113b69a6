import {
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  printSchema,
  visit,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  type ObjectTypeDefinitionNode,
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
    ObjectTypeDefinition: { enter: withoutMachines },
    FieldDefinition: withoutMachines,
  });
  const used = namesIn(shown);
  return only(shown, ({ name }) => used.has(name));
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

/** The document with those of its types that are wanted. */
function only(
  document: DocumentNode,
  isWanted: (type: { readonly name: string }) => boolean,
): DocumentNode {
  const isKept = (definition: DefinitionNode): boolean =>
    !('name' in definition) ||
    definition.name === undefined ||
    isWanted({ name: definition.name.value });
  return { ...document, definitions: document.definitions.filter(isKept) };
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

/**
 * The same with directives on its types and fields.
 *
 * @param translate what a directive of the schema becomes; null: it is left out.
 */
export function withDirectives(
  document: DocumentNode,
  schema: GraphQLSchema,
  translate: (directive: ConstDirectiveNode) => ConstDirectiveNode | null,
): DocumentNode {
  const translated = (directives: readonly ConstDirectiveNode[] = []) =>
    directives.flatMap((each) => translate(each) ?? []);
  const fieldOf = (type: string) => (field: FieldDefinitionNode) => {
    const found = schema.getType(type);
    const own =
      isObjectType(found) || isInterfaceType(found)
        ? found.getFields()[field.name.value]?.astNode?.directives
        : [];
    return { ...field, directives: [...(field.directives ?? []), ...translated(own)] };
  };
  const typeOf = (type: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode => ({
    ...type,
    directives: translated(schema.getType(type.name.value)?.astNode?.directives),
    fields: (type.fields ?? []).map(fieldOf(type.name.value)),
  });
  return {
    ...document,
    definitions: document.definitions.map((definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ? typeOf(definition) : definition,
    ),
  };
}
