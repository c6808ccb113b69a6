import {
  getArgumentValues,
  isObjectType,
  type ConstDirectiveNode,
  type GraphQLSchema,
} from 'graphql';
import { gongOperations } from '../../gong/generated/operations.js';

/** The source of a field at Gong, according to its `@gong` directive. */
export interface FieldSource {
  /** operationId of Gong's API. */
  readonly operation: string;
  readonly scopes: readonly string[];
  /** Member of `contentSelector` that makes Gong send it; null when none is needed. */
  readonly selector: string | null;
  /** The argument that makes the source necessary; null: it always is. */
  readonly whenArgument: string | null;
}

/** What the directives of a field say about its cost. */
export interface FieldSize {
  /** `@gong`: the operation that reads it; null for a part of its parent. */
  readonly source: string | null;
  /** `@alsoReads`: what it costs besides. */
  readonly alsoReads: readonly {
    readonly operation: string;
    readonly perParent: number;
    readonly unlessArgument?: string | null;
  }[];
  /** `@readsAll`: what is read of all workspaces to find it. */
  readonly readsAll: readonly { readonly operation: string; readonly perWorkspace: number }[];
  /** `@listSize`: items of the list for each parent; 1 for a single object, or when nothing is said. */
  readonly assumed: number;
  /** `@listSize`: the argument whose values have a list each; null when each parent has one. */
  readonly perItemOf: string | null;
  /** `@listSize`: whether each day between `from` and `to` is an item. */
  readonly isPerDay: boolean;
}

const noSize: FieldSize = {
  source: null,
  alsoReads: [],
  readsAll: [],
  assumed: 1,
  perItemOf: null,
  isPerDay: false,
};

/** The `@gong` directives of a schema, with those that say what a field costs. */
export interface FieldSources {
  /** Returns the sources of the field itself; empty when its type's record contains it. */
  ofField(type: string, field: string): readonly FieldSource[];
  /** Returns the cost of the field. */
  sizeOf(type: string, field: string): FieldSize;
  /** Returns the source of a type with records of its own; undefined for parts of other records. */
  ofType(type: string): FieldSource | undefined;
}

const bySchema = new WeakMap<GraphQLSchema, FieldSources>();

/** The directives are read once per schema. */
export function fieldSources(schema: GraphQLSchema): FieldSources {
  let sources = bySchema.get(schema);
  if (sources === undefined) {
    sources = readSources(schema);
    bySchema.set(schema, sources);
  }
  return sources;
}

function readSources(schema: GraphQLSchema): FieldSources {
  const valuesOf = (directive: string, nodes?: readonly ConstDirectiveNode[]) => {
    const definition = schema.getDirective(directive);
    const own = nodes?.filter(({ name }) => name.value === directive) ?? [];
    return definition == null ? [] : own.map((node) => getArgumentValues(definition, node));
  };
  const types = new Map<string, FieldSource>();
  const fields = new Map<string, readonly FieldSource[]>();
  const sizes = new Map<string, FieldSize>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const [source] = valuesOf('gong', type.astNode?.directives).map(toSource);
    if (source !== undefined) types.set(type.name, source);
    for (const field of Object.values(type.getFields())) {
      const nodes = field.astNode?.directives;
      const coordinate = `${type.name}.${field.name}`;
      const found = valuesOf('gong', nodes).map(toSource);
      if (found.length > 0) fields.set(coordinate, found);
      const [list] = valuesOf('listSize', nodes) as Partial<FieldSize>[];
      const alsoReads = valuesOf('alsoReads', nodes) as never as FieldSize['alsoReads'];
      const readsAll = valuesOf('readsAll', nodes) as never as FieldSize['readsAll'];
      const source = found.find(({ selector }) => selector === null)?.operation ?? null;
      sizes.set(coordinate, { ...noSize, ...list, source, alsoReads, readsAll });
    }
  }
  return {
    ofField: (type, field) => fields.get(`${type}.${field}`) ?? [],
    sizeOf: (type, field) => sizes.get(`${type}.${field}`) ?? noSize,
    ofType: (type) => types.get(type),
  };
}

function toSource(values: Readonly<Record<string, unknown>>): FieldSource {
  const { operation, scopes, selector, whenArgument } = values as Partial<FieldSource>;
  return {
    operation: operation ?? '',
    scopes: scopes ?? scopesOf(operation),
    selector: selector ?? null,
    whenArgument: whenArgument ?? null,
  };
}

/** Returns the scopes that the API description lists for the operation. */
function scopesOf(operation: string | undefined): readonly string[] {
  return Object.entries(gongOperations).find(([id]) => id === operation)?.[1].scopes ?? [];
}
