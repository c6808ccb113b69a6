import { unwrapResolverError } from '@apollo/server/errors';
import {
  getNullableType,
  isInputObjectType,
  isListType,
  isNamedType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { ContextValue } from '../context.js';
import { describeFailure } from '../errors.js';

/** IDs of other systems may be addresses. */
const PLAIN_ID = /^[\w.:-]{1,128}$/;

/** Records for the audit log what each mutation changes. In one place, for no mutation to forget it. */
export function auditMutations(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve } = field;
    if (resolve === undefined) continue;
    field.resolve = async (parent, args: Record<string, unknown>, context: ContextValue, info) => {
      const { audit } = context.operation;
      if (audit === null) return resolve(parent, args, context, info);
      const mutation = field.name;
      const asked = field.args.flatMap(({ name, type }) => idsIn(args[name], type));
      try {
        const result: unknown = await resolve(parent, args, context, info);
        const ids = [...new Set([...asked, ...idsOfResult(result)])];
        audit.endMutation({ mutation, ids, outcome: 'ok' });
        return result;
      } catch (error) {
        const failure = describeFailure(unwrapResolverError(error));
        const outcome = failure?.extensions.code ?? 'INTERNAL_SERVER_ERROR';
        audit.endMutation({ mutation, ids: [...new Set(asked)], outcome });
        throw error;
      }
    };
  }
}

/** Returns the values of the type ID in an argument. */
function idsIn(value: unknown, type: GraphQLInputType): readonly string[] {
  const nullable = getNullableType(type);
  if (value == null) return [];
  if (isListType(nullable)) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items.flatMap((item) => idsIn(item, nullable.ofType));
  }
  if (isInputObjectType(nullable)) {
    const members = value as Readonly<Record<string, unknown>>;
    return Object.values(nullable.getFields()).flatMap(({ name, type: memberType }) =>
      idsIn(members[name], memberType),
    );
  }
  return isNamedType(nullable) && nullable.name === 'ID' ? plainIds(value) : [];
}

/** Returns the ID of what a mutation created. */
function idsOfResult(result: unknown): readonly string[] {
  if (typeof result !== 'object' || result === null) return [];
  const { id, callId } = result as { readonly id?: unknown; readonly callId?: unknown };
  return [...plainIds(id), ...plainIds(callId)];
}

function plainIds(value: unknown): readonly string[] {
  return typeof value === 'string' && PLAIN_ID.test(value) ? [value] : [];
}
