import type { GraphQLSchema } from 'graphql';
import { everyField, scopeUses, type EnabledFields, type ScopeUse } from './uses.js';

/** Gong refuses an app that can't list users; and without them, nobody has a name. */
export const ALWAYS_ASKED_SCOPE = 'api:users:read';

/** Every scope that the fields need which clients can reach, sorted. */
export function neededScopes(
  schema: GraphQLSchema,
  enabled: EnabledFields = everyField,
): readonly string[] {
  return scopesOf(scopeUses(schema, enabled));
}

/** Every scope that is needed for one of these uses, and the one that is always asked for, sorted. */
export function scopesOf(uses: readonly ScopeUse[]): readonly string[] {
  return [...new Set([ALWAYS_ASKED_SCOPE, ...uses.flatMap(({ scopes }) => scopes)])].sort();
}

/** What scopes that are configured or granted have too few and too many, sorted. */
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

/** The fields that are lost where the scope is missing: `Type.field`, or `Type.*` for a record's own ones. */
export function fieldsNeeding(scope: string, uses: readonly ScopeUse[]): readonly string[] {
  return [
    ...new Set(uses.filter(({ scopes }) => scopes.includes(scope)).map(({ field }) => field)),
  ];
}
