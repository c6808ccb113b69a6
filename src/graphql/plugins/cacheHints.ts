import {
  getArgumentValues,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type ConstDirectiveNode,
  type GraphQLDirective,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** The `@cacheControl` directives of a schema. */
export interface CacheHints {
  /**
   * Returns the maximum of seconds for a response with this field, by the field itself. Its selection may allow less.
   * Returns null when the field has no hint of its own and inherits its parent's.
   */
  ofField(type: string, field: string): number | null;
}

interface Hint {
  readonly maxAge?: number | null;
  readonly inheritMaxAge?: boolean | null;
}

const bySchema = new WeakMap<GraphQLSchema, CacheHints>();

/** The hints are read once per schema. */
export function cacheHints(schema: GraphQLSchema): CacheHints {
  let hints = bySchema.get(schema);
  if (hints === undefined) {
    hints = readHints(schema);
    bySchema.set(schema, hints);
  }
  return hints;
}

function readHints(schema: GraphQLSchema): CacheHints {
  const definition = schema.getDirective('cacheControl');
  if (definition == null) throw new Error('The schema has no @cacheControl directive.');
  const roots = new Set<GraphQLNamedType | null | undefined>([
    schema.getQueryType(),
    schema.getMutationType(),
  ]);
  const ages = new Map<string, number | null>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(isObjectType(type) || isInterfaceType(type)) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const maxAge = maxAgeOf(definition, field, roots.has(type));
      ages.set(`${type.name}.${field.name}`, maxAge);
    }
  }
  // Types that are not in the schema's own types belong to introspection.
  return { ofField: (type, field) => ages.get(`${type}.${field}`) ?? null };
}

/**
 * Applies Apollo's rules: a field's hint has precedence over its type's, and objects without any hint are not cached.
 */
function maxAgeOf(
  definition: GraphQLDirective,
  field: GraphQLField<unknown, unknown>,
  isRoot: boolean,
): number | null {
  const type = getNamedType(field.type);
  const ofType = isCompositeType(type) ? hintOf(definition, type) : {};
  const ofField = hintOf(definition, field);
  const maxAge = ofField.maxAge ?? ofType.maxAge ?? null;
  if (maxAge !== null) return maxAge;
  const inherits = ofField.inheritMaxAge === true || ofType.inheritMaxAge === true;
  return isRoot || (isCompositeType(type) && !inherits) ? 0 : null;
}

interface Annotated {
  readonly astNode?: Maybe<Directed>;
  readonly extensionASTNodes?: Maybe<readonly Directed[]>;
}

interface Directed {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

type Maybe<T> = T | null | undefined;

function hintOf(definition: GraphQLDirective, { astNode, extensionASTNodes }: Annotated): Hint {
  const directive = [astNode, ...(extensionASTNodes ?? [])]
    .flatMap((node) => node?.directives ?? [])
    .find(({ name }) => name.value === definition.name);
  return directive === undefined ? {} : getArgumentValues(definition, directive);
}
