import type { ApolloServerPlugin } from '@apollo/server';
import type { ContextValue } from '../context.js';
import { codeOf } from '../errors.js';
import { SECOND_MS } from '../../lib/clock.js';
import { ReplicaError } from '../../operation/replica/replicaError.js';
import { wishesOf } from './requestExtensions.js';

/** Adds to every response that used Gong or a cache what it cost, and ends the operation. */
export function gongExtensionsPlugin(): ApolloServerPlugin<ContextValue> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ operationName, request, contextValue: { operation } }) => {
          if (operationName !== null) operation.operationName = operationName;
          const wishes = wishesOf(request);
          const maxAge = 'problem' in wishes ? null : wishes.maxAgeSeconds;
          operation.maxAgeMs = maxAge === null ? null : maxAge * SECOND_MS;
          return Promise.resolve();
        },
        willSendResponse: async ({ request, response, contextValue }) => {
          const replica = await replicaExtension(contextValue);
          contextValue.operation.finish();
          if (response.body.kind !== 'single') return;
          const { singleResult } = response.body;
          const wishes = wishesOf(request);
          const hasRequestIds = 'requestIds' in wishes && wishes.requestIds;
          const gong = gongExtension(contextValue, hasRequestIds, replica);
          if (gong !== null) singleResult.extensions = { ...singleResult.extensions, gong };
        },
      }),
  };
}

/** How old what the replica answered is; null when it answered nothing. */
type ReplicaExtension = { readonly asOf: string | null; readonly state: string } | null;

async function replicaExtension({ operation, replica }: ContextValue): Promise<ReplicaExtension> {
  const { answeredByReplica, oldestCopyAt } = operation;
  if (answeredByReplica.size === 0 && oldestCopyAt === null) return null;
  try {
    const { state, asOf } = await replica().searches.status();
    const oldest = Math.min(asOf ?? Infinity, oldestCopyAt ?? Infinity);
    return { asOf: Number.isFinite(oldest) ? new Date(oldest).toISOString() : null, state };
  } catch (error) {
    if (!(error instanceof ReplicaError)) throw error;
    // Fields that need it have said so.
    return null;
  }
}

/**
 * Returns what an operation cost; null when it used neither Gong nor a cache.
 *
 * @param hasRequestIds whether to include Gong's IDs of the requests.
 */
export function gongExtension(
  { operation, quota, isSandbox }: Pick<ContextValue, 'operation' | 'quota' | 'isSandbox'>,
  hasRequestIds = false,
  replica: ReplicaExtension = null,
): Record<string, unknown> | null {
  const { requests, shared, cacheHits, kept, waitedMs, incomplete, stale } = operation;
  const isUsed = requests + shared + cacheHits + kept + incomplete.length > 0;
  if (!isUsed && replica === null) return null;
  const { perDay, usedToday } = quota();
  return {
    requests,
    shared,
    cacheHits,
    waitedMs: Math.round(waitedMs),
    remainingToday: Math.max(0, perDay - usedToday),
    ...(hasRequestIds ? { requestIds: operation.requestIds } : {}),
    ...(isSandbox ? { sandbox: true } : {}),
    ...(replica === null ? {} : { replica }),
    ...(incomplete.length === 0
      ? {}
      : { incomplete: incomplete.map(({ path, kind }) => ({ path, code: codeOf(kind) })) }),
    ...(stale.length === 0 ? {} : { stale: stale.map((path) => ({ path })) }),
  };
}
