import {
  defaultFieldResolver,
  getNamedType,
  isObjectType,
  responsePathAsArray,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import type { ContextValue } from '../context.js';

/** Types that hold directory data: what may be served although it can't be renewed. */
const directoryTypes: ReadonlySet<string> = new Set([
  'User',
  'UserConnection',
  'Workspace',
  'Folder',
  'Tracker',
  'Scorecard',
  'ScorecardQuestion',
  // May be any of these.
  'Node',
  '_Entity',
]);

/**
 * Lets the fields that lead to directory data put on record, for `extensions.gong.stale`, where they gave out
 * what could not be renewed. In one place, for no resolver to forget it.
 */
export function noteStaleData(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    // What stands in a page was noted with the page.
    if (!isObjectType(type) || /(Connection|Edge)$/.test(type.name)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!directoryTypes.has(getNamedType(field.type).name)) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (parent, args, context: ContextValue, info): unknown => {
        const result: unknown = resolve(parent, args, context, info);
        return result instanceof Promise
          ? result.then((value: unknown) => trackStale(value, context, info))
          : trackStale(result, context, info);
      };
    }
  }
}

function trackStale(value: unknown, context: ContextValue, info: GraphQLResolveInfo): unknown {
  if (Array.isArray(value) && value.some((each) => each instanceof Promise)) {
    // Items that load on their own, each with its own place.
    return value.map((each: unknown, index) =>
      each instanceof Promise
        ? each.then((item: unknown) => note(item, context, info, [index]))
        : note(each, context, info, [index]),
    );
  }
  return note(value, context, info, []);
}

function note<T>(
  value: T,
  { operation }: ContextValue,
  info: GraphQLResolveInfo,
  within: readonly number[],
): T {
  // Nearly always nothing is stale; then this costs nothing.
  if (operation.hasStaleValues) {
    operation.noteIfStale(recordsIn(value), () => [...responsePathAsArray(info.path), ...within]);
  }
  return value;
}

/** The records of Gong's that a model, a list of models or a page of them was made of. */
function recordsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(recordsIn);
  if ('entries' in value && Array.isArray(value.entries)) {
    return (value.entries as { readonly node: object }[]).flatMap(({ node }) => recordsIn(node));
  }
  return Object.values(value).filter(
    (each) => typeof each === 'object' && each !== null,
  ) as object[];
}
