import { writeEndpoint } from '../../gong/endpoints/catalog.js';
import type { EnablingVariable } from '../../gong/endpoints/endpoint.js';
import { getNamedType, isObjectType, isAbstractType, type GraphQLSchema } from 'graphql';
import { fieldSources, type FieldSource } from '../selection/fieldSources.js';

/** The fields that clients can use. */
export interface EnabledFields {
  /** False when the gateway only reads, so that mutations need no scope. */
  readonly mutations: boolean;
  /** Enabled features that are off by default; if omitted, all. */
  readonly variables?: ReadonlySet<EnablingVariable>;
}

export const everyField: EnabledFields = { mutations: true };

/** What a field needs at Gong, according to its `@gong` directive. */
export interface ScopeUse {
  /** `Type.field`; `Type.*` for the fields of a record without their own source. */
  readonly field: string;
  /** operationId of Gong's API. */
  readonly operation: string;
  /** All of them are needed. */
  readonly scopes: readonly string[];
  /** The argument that makes them necessary; null: they always are. */
  readonly whenArgument: string | null;
}

/**
 * Returns what the reachable fields need, in the order in which they are reached. Parts of a record belong to the
 * field that leads to them. `Mutation.gongRequest` is not included, because its scopes depend on its input.
 */
export function scopeUses(
  schema: GraphQLSchema,
  enabled: EnabledFields = everyField,
): readonly ScopeUse[] {
  const sources = fieldSources(schema);
  const uses: ScopeUse[] = [];
  const waiting = [
    schema.getQueryType(),
    enabled.mutations ? schema.getMutationType() : undefined,
    schema.getSubscriptionType(),
  ].filter((type) => type != null);
  const seen = new Set(waiting);
  for (let type = waiting.shift(); type !== undefined; type = waiting.shift()) {
    const fields = Object.values(type.getFields());
    const own = sources.ofType(type.name);
    const isOwnUsed = fields.some(({ name }) => sources.ofField(type.name, name).length === 0);
    if (own !== undefined && isOwnUsed) uses.push(useOf(`${type.name}.*`, own));
    for (const field of fields) {
      for (const source of sources.ofField(type.name, field.name)) {
        if (!isEnabled(source, enabled)) continue;
        uses.push(useOf(`${type.name}.${field.name}`, source));
      }
      const target = getNamedType(field.type);
      const reached = isAbstractType(target) ? schema.getPossibleTypes(target) : [target];
      for (const each of reached) {
        if (!isObjectType(each) || seen.has(each)) continue;
        seen.add(each);
        waiting.push(each);
      }
    }
  }
  return uses;
}

/** Returns whether the gateway would send the requests of a field. */
function isEnabled({ operation }: FieldSource, { variables }: EnabledFields): boolean {
  const enabledBy = writeEndpoint(operation)?.enabledBy;
  return enabledBy === undefined || variables === undefined || variables.has(enabledBy);
}

function useOf(field: string, { operation, scopes, whenArgument }: FieldSource): ScopeUse {
  return { field, operation, scopes, whenArgument };
}
