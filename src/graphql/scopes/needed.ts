import type { GraphQLSchema } from 'graphql';
import { everyField, scopeUses, type EnabledFields, type ScopeUse } from './uses.js';

/** Gong refuses an app that cannot list users, and without users no person has a name. */
export const ALWAYS_ASKED_SCOPE = 'api:users:read';

/** Returns all scopes that the clients' fields need, sorted. */
export function neededScopes(
  schema: GraphQLSchema,
  enabled: EnabledFields = everyField,
): readonly string[] {
  return scopesOf(scopeUses(schema, enabled));
}

/** Returns all scopes that these uses need, and the one that is always requested, sorted. */
export function scopesOf(uses: readonly ScopeUse[]): readonly string[] {
  return [...new Set([ALWAYS_ASKED_SCOPE, ...uses.flatMap(({ scopes }) => scopes)])].sort();
}

/** The missing and the superfluous scopes of a configuration or a grant, sorted. */
export interface ScopeComparison {
  readonly missing: readonly string[];
  readonly superfluous: readonly string[];
}

export function compareScopes(needed: readonly string[], held: readonly string[]): ScopeComparison {
  return {
    missing: needed.filter((scope) => !held.includes(scope)).sort(),
    superfluous: held.filter((scope) => !needed.includes(scope)).sort(),
  };
}

/** Returns the fields that are unavailable without the scope: `Type.field`, or `Type.*` for a record's own fields. */
export function fieldsNeeding(scope: string, uses: readonly ScopeUse[]): readonly string[] {
  return [
    ...new Set(uses.filter(({ scopes }) => scopes.includes(scope)).map(({ field }) => field)),
  ];
}
