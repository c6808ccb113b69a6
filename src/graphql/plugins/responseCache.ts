import { HeaderMap, type ApolloServerPlugin, type GraphQLRequestContext } from '@apollo/server';
import {
  OperationTypeNode,
  visit,
  type DocumentNode,
  type FormattedExecutionResult,
} from 'graphql';
import type { ResponsePlace } from '../../company/cache/responseCache.js';
import type { ContextValue } from '../context.js';

/** Fields that are not read from caches, or must not be cached: links to recordings, and the gateway's own state. */
const uncachedFields: ReadonlySet<string> = new Set(['media', 'quota', 'uploadStatus']);

/**
 * Returns the cached response to a repeated operation of the same viewer while all the data that it read is fresh. It
 * caches only complete responses without errors, to queries without `extensions.gong`.
 */
export function responseCachePlugin(): ApolloServerPlugin<ContextValue> {
  return {
    requestDidStart: () => {
      let place: ResponsePlace | null = null;
      return Promise.resolve({
        responseForOperation: (request) => {
          place = placeOf(request);
          const found = place?.response ?? null;
          if (found === null) return Promise.resolve(null);
          place = null;
          const { operation } = request.contextValue;
          operation.cacheHits += found.cacheHits;
          operation.audit = found.audit;
          const singleResult: FormattedExecutionResult = { data: found.data };
          return Promise.resolve({
            http: { headers: new HeaderMap() },
            body: { kind: 'single' as const, singleResult },
          });
        },
        willSendResponse: ({ response: { body }, contextValue: { operation } }) => {
          if (place === null || body.kind !== 'single') return Promise.resolve();
          const { data, errors } = body.singleResult;
          if (data != null && errors === undefined && operation.isFromCacheAlone) {
            const { cacheHits, audit } = operation;
            place.keep({ data, cacheHits, audit }, operation.freshUntil);
          }
          return Promise.resolve();
        },
      });
    },
  };
}

function placeOf({
  request,
  document,
  operation,
  operationName,
  queryHash,
  contextValue: { responses },
}: GraphQLRequestContext<ContextValue>): ResponsePlace | null {
  if (responses === null || document === undefined || queryHash === undefined) return null;
  if (operation?.operation !== OperationTypeNode.QUERY || !isCacheable(document)) return null;
  if (request.extensions?.['gong'] !== undefined) return null;
  return responses.find({
    document: queryHash,
    operationName: operationName ?? null,
    variables: request.variables ?? {},
  });
}

/** Documents live as long as the server caches them. */
const memo = new WeakMap<DocumentNode, boolean>();

function isCacheable(document: DocumentNode): boolean {
  let result = memo.get(document);
  if (result === undefined) {
    result = true;
    visit(document, {
      Field: ({ name }) => {
        if (uncachedFields.has(name.value)) result = false;
      },
    });
    memo.set(document, result);
  }
  return result;
}
