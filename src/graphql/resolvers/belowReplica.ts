import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { isObjectType } from 'graphql';
import type { ContextValue } from '../context.js';

/**
 * Lets everything below a field of the root that the replica answers read from the replica, too. In one place, for no
 * resolver to forget it.
 */
export function readBelowReplica(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    // Introspection reads nothing.
    const isOwn = isObjectType(type) && !type.name.startsWith('__');
    if (!isOwn || type === schema.getQueryType()) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      if (resolve === undefined) continue;
      field.resolve = (parent, args, context: ContextValue, info): unknown =>
        resolve(parent, args, contextAt(context, info), info);
    }
  }
}

/** Notes that the replica answers this field of the root, and returns the context for it and for what is below it. */
export function answeredByReplica(
  context: ContextValue,
  { path }: GraphQLResolveInfo,
): ContextValue {
  const { operation } = context;
  const kept = context.kept(path.key);
  operation.answeredByReplica.add(path.key);
  const contexts = keptContexts.get(operation) ?? new Map<string | number, ContextValue>();
  keptContexts.set(operation, contexts.set(path.key, kept));
  return kept;
}

/** By operation and field of the root. */
const keptContexts = new WeakMap<object, Map<string | number, ContextValue>>();

function contextAt(context: ContextValue, { path }: GraphQLResolveInfo): ContextValue {
  const { operation } = context;
  // Nearly always there are none; then this costs nothing.
  if (operation.answeredByReplica.size === 0) return context;
  let root = path;
  while (root.prev !== undefined) root = root.prev;
  return keptContexts.get(operation)?.get(root.key) ?? context;
}
