import { gongOperations } from '../../gong/generated/operations.js';
import { ALWAYS_ASKED_SCOPE, compareScopes, scopesOf, type ScopeComparison } from './needed.js';
import type { ScopeUse } from './uses.js';

/** One scope and its uses. */
export interface ScopeEntry {
  readonly scope: string;
  /** Whether it is requested even if no field needs it. */
  readonly isAlwaysAsked: boolean;
  readonly operations: readonly {
    /** operationId of Gong's API. */
    readonly operation: string;
    /** Method and path, such as `POST /v2/calls/extensive`. */
    readonly endpoint: string;
    readonly fields: readonly { readonly field: string; readonly whenArgument: string | null }[];
  }[];
}

/** The report of `npm run scopes`. */
export interface ScopeReport {
  readonly needed: readonly ScopeEntry[];
  /** Configured scopes; null: the needed ones. */
  readonly configured: readonly string[] | null;
  readonly missing: readonly string[];
  readonly superfluous: readonly {
    readonly scope: string;
    /** operationIds of Gong's API that need it, although no field does. */
    readonly operations: readonly string[];
  }[];
}

/** @param configured scopes to request; null: the needed ones. */
export function scopeReport(
  uses: readonly ScopeUse[],
  configured: readonly string[] | null,
): ScopeReport {
  const needed = scopesOf(uses);
  const { missing, superfluous }: ScopeComparison =
    configured === null ? { missing: [], superfluous: [] } : compareScopes(needed, configured);
  return {
    needed: needed.map((scope) => entryOf(scope, uses)),
    configured,
    missing,
    superfluous: superfluous.map((scope) => ({ scope, operations: operationsNeeding(scope) })),
  };
}

function entryOf(scope: string, uses: readonly ScopeUse[]): ScopeEntry {
  const ofScope = uses.filter(({ scopes }) => scopes.includes(scope));
  const operations = [...new Set(ofScope.map(({ operation }) => operation))];
  return {
    scope,
    isAlwaysAsked: scope === ALWAYS_ASKED_SCOPE,
    operations: operations.map((operation) => ({
      operation,
      endpoint: endpointOf(operation),
      fields: ofScope
        .filter((use) => use.operation === operation)
        .map(({ field, whenArgument }) => ({ field, whenArgument })),
    })),
  };
}

function endpointOf(operation: string): string {
  const known = Object.entries(gongOperations).find(([id]) => id === operation)?.[1];
  return known === undefined ? operation : `${known.method} ${known.path}`;
}

function operationsNeeding(scope: string): readonly string[] {
  return Object.entries(gongOperations)
    .filter(([, { scopes, conditionalScopes }]) =>
      [...scopes, ...conditionalScopes].some((each: string) => each === scope),
    )
    .map(([id]) => id);
}
