import type { ApolloServerPlugin } from '@apollo/server';
import type { ContextValue } from '../context.js';
import { codeOf } from '../errors.js';
import { wishesOf } from './requestExtensions.js';

/** Adds to every response that used Gong or a cache what it cost, and ends the operation. */
export function gongExtensionsPlugin(): ApolloServerPlugin<ContextValue> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ operationName, contextValue: { operation } }) => {
          if (operationName !== null) operation.operationName = operationName;
          return Promise.resolve();
        },
        willSendResponse: ({ request, response, contextValue }) => {
          contextValue.operation.finish();
          if (response.body.kind !== 'single') return Promise.resolve();
          const { singleResult } = response.body;
          const wishes = wishesOf(request);
          const gong = gongExtension(contextValue, 'requestIds' in wishes && wishes.requestIds);
          if (gong === null) return Promise.resolve();
          singleResult.extensions = { ...singleResult.extensions, gong };
          return Promise.resolve();
        },
      }),
  };
}

/**
 * Returns what an operation cost; null when it used neither Gong nor a cache.
 *
 * @param hasRequestIds whether to include Gong's IDs of the requests.
 */
export function gongExtension(
  { operation, quota, isSandbox }: Pick<ContextValue, 'operation' | 'quota' | 'isSandbox'>,
  hasRequestIds = false,
): Record<string, unknown> | null {
  const { requests, shared, cacheHits, kept, waitedMs, incomplete, stale } = operation;
  if (requests + shared + cacheHits + kept + incomplete.length === 0) return null;
  const { perDay, usedToday } = quota();
  return {
    requests,
    shared,
    cacheHits,
    waitedMs: Math.round(waitedMs),
    remainingToday: Math.max(0, perDay - usedToday),
    ...(hasRequestIds ? { requestIds: operation.requestIds } : {}),
    ...(isSandbox ? { sandbox: true } : {}),
    ...(incomplete.length === 0
      ? {}
      : { incomplete: incomplete.map(({ path, kind }) => ({ path, code: codeOf(kind) })) }),
    ...(stale.length === 0 ? {} : { stale: stale.map((path) => ({ path })) }),
  };
}
