import {
  getArgumentValues,
  isObjectType,
  type ConstDirectiveNode,
  type GraphQLDirective,
  type GraphQLSchema,
} from 'graphql';
import { gongOperations } from '../../gong/generated/operations.js';

/** Where a field comes from at Gong, as its `@gong` directive says. */
export interface FieldSource {
  /** operationId of Gong's API. */
  readonly operation: string;
  readonly scopes: readonly string[];
  /** Member of `contentSelector` that makes Gong send it; null where none is needed. */
  readonly selector: string | null;
  /** The source counts only where this argument is given; null: always. */
  readonly whenArgument: string | null;
}

/** The `@gong` directives of a schema. */
export interface FieldSources {
  /** Sources of the field itself; none where it comes with its type's record. */
  ofField(type: string, field: string): readonly FieldSource[];
  /** The source of a type that is a record of its own; undefined for parts of other records. */
  ofType(type: string): FieldSource | undefined;
}

const bySchema = new WeakMap<GraphQLSchema, FieldSources>();

/** Read once per schema. */
export function fieldSources(schema: GraphQLSchema): FieldSources {
  let sources = bySchema.get(schema);
  if (sources === undefined) {
    sources = readSources(schema);
    bySchema.set(schema, sources);
  }
  return sources;
}

function readSources(schema: GraphQLSchema): FieldSources {
  const definition = schema.getDirective('gong');
  if (definition == null) throw new Error('The schema has no @gong directive.');
  const types = new Map<string, FieldSource>();
  const fields = new Map<string, readonly FieldSource[]>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const [source] = parseDirectives(definition, type.astNode?.directives);
    if (source !== undefined) types.set(type.name, source);
    for (const field of Object.values(type.getFields())) {
      const found = parseDirectives(definition, field.astNode?.directives);
      if (found.length > 0) fields.set(`${type.name}.${field.name}`, found);
    }
  }
  return {
    ofField: (type, field) => fields.get(`${type}.${field}`) ?? [],
    ofType: (type) => types.get(type),
  };
}

function parseDirectives(
  definition: GraphQLDirective,
  nodes: readonly ConstDirectiveNode[] = [],
): readonly FieldSource[] {
  return nodes
    .filter((node) => node.name.value === definition.name)
    .map((node) => {
      const values = getArgumentValues(definition, node) as Partial<FieldSource>;
      return {
        operation: values.operation ?? '',
        scopes: values.scopes ?? scopesOf(values.operation),
        selector: values.selector ?? null,
        whenArgument: values.whenArgument ?? null,
      };
    });
}

/** What the API description lists for the operation. */
function scopesOf(operation: string | undefined): readonly string[] {
  return Object.entries(gongOperations).find(([id]) => id === operation)?.[1].scopes ?? [];
}
