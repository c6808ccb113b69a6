import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import type { ContextValue } from '../context.js';
import { maxAgeOf } from './cachePolicy.js';

export interface CacheControlOptions {
  /** Maximum of seconds that a client may cache a response; 0: none. */
  readonly maxAgeSeconds: number;
  /** Whether clients must authenticate, so that one client's response is not valid for another. */
  readonly variesByClient: boolean;
  /** Whether a response names the origin whose pages may read it. */
  readonly variesByOrigin: boolean;
}

const NO_STORE = 'no-store';

/**
 * Sets how long a client may cache the response to a `GET`, by the `@cacheControl` hints of the selected fields.
 * Responses contain business data of one company, so no shared cache may ever store them. Responses with errors,
 * incomplete lists, or stale data are not cached, and neither are responses to other methods.
 *
 * Apollo's own plugin wraps the resolver of every field, which doubles the gateway's work for an operation. This
 * plugin reads the document instead.
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
          // Apollo sets the header itself in some cases, such as an unknown persisted query.
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
