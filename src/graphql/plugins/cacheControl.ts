import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import type { ContextValue } from '../context.js';
import { maxAgeOf } from './cachePolicy.js';

export interface CacheControlOptions {
  /** Most seconds that any answer may be kept; 0: none is. */
  readonly maxAgeSeconds: number;
  /** Whether clients have to prove who they are: what one may see is then not for another. */
  readonly variesByClient: boolean;
  /** Whether an answer says which origin's pages may read it. */
  readonly variesByOrigin: boolean;
}

const NO_STORE = 'no-store';

/**
 * Says how long a client may keep an answer to a `GET`, by the `@cacheControl` hints of what was selected.
 * Answers are somebody's business data: no cache that serves several people may keep them, ever. What failed
 * in part, was cut short or is stale already is not kept, and neither is an answer to anything but a `GET`.
 *
 * Apollo's own plugin wraps the resolver of every field for this, which doubles what an operation costs in
 * the gateway; the document says the same.
 */
export function cacheControlPlugin(options: CacheControlOptions): ApolloServerPlugin<ContextValue> {
  const vary = [
    'Accept',
    ...(options.variesByClient ? ['Authorization'] : []),
    ...(options.variesByOrigin ? ['Origin'] : []),
  ].join(', ');
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: (request) => {
          const { headers } = request.response.http;
          // Apollo has its own reasons, such as a persisted query that it doesn't know yet.
          if (headers.has('cache-control')) return Promise.resolve();
          const maxAge = isCacheable(request)
            ? Math.min(options.maxAgeSeconds, policyOf(request))
            : 0;
          headers.set('cache-control', maxAge > 0 ? `private, max-age=${maxAge}` : NO_STORE);
          if (maxAge > 0) headers.set('vary', vary);
          return Promise.resolve();
        },
      }),
  };
}

type AnsweredRequest = GraphQLRequestContextWillSendResponse<ContextValue>;

function isCacheable({ request, response, contextValue: { operation } }: AnsweredRequest): boolean {
  if (request.http?.method !== 'GET' || response.body.kind !== 'single') return false;
  const { data, errors } = response.body.singleResult;
  if (data == null || errors !== undefined) return false;
  return operation.incomplete.length === 0 && !operation.hasStaleValues;
}

function policyOf({ schema, document, operation, request }: AnsweredRequest): number {
  if (document === undefined || operation === undefined) return 0;
  return maxAgeOf({ schema, document, operation, variables: request.variables ?? {} });
}
