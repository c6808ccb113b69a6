import {
  defaultFieldResolver,
  getNamedType,
  isObjectType,
  responsePathAsArray,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import type { ContextValue } from '../context.js';

/** Types with directory data, which may be served when stale. */
const directoryTypes: ReadonlySet<string> = new Set([
  'User',
  'UserConnection',
  'Workspace',
  'Folder',
  'Tracker',
  'Scorecard',
  'ScorecardQuestion',
  // The replica answers in place of Gong, if an operator says so.
  'Call',
  'CallConnection',
  'Transcript',
  // A node may have any of these types.
  'Node',
  '_Entity',
]);

/**
 * Wraps the fields that lead to directory data, so that stale values are recorded for `extensions.gong.stale`. Doing
 * it here prevents a resolver from omitting it.
 */
export function noteStaleData(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    // The items of a page are recorded with the page.
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
    // Each of these items loads separately and has its own path.
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
  // Usually nothing is stale, and then this costs nothing.
  if (operation.hasStaleValues) {
    operation.noteIfStale(recordsIn(value), () => [...responsePathAsArray(info.path), ...within]);
  }
  return value;
}

/** Returns Gong's records that a model, a list of models, or a page of them contains. */
function recordsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(recordsIn);
  if ('entries' in value && Array.isArray(value.entries)) {
    const nodes = (value.entries as { readonly node: object }[]).map(({ node }) => node);
    // A page is stale itself when it is empty.
    return [value, ...nodes.flatMap(recordsIn)];
  }
  return Object.values(value).filter(
    (each) => typeof each === 'object' && each !== null,
  ) as object[];
}
