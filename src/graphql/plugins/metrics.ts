import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { ContextValue } from '../context.js';
import type { GatewayMetrics } from '../../telemetry/gatewayMetrics.js';

/** Counts operations: their duration, their outcome, and the requests that they saved. */
export function metricsPlugin(metrics: GatewayMetrics): ApolloServerPlugin<ContextValue> {
  return {
    requestDidStart: () => {
      const end = metrics.startOperation();
      return Promise.resolve({
        willSendResponse: ({ response: { body }, contextValue: { operation } }) => {
          const errors = body.kind === 'single' ? body.singleResult.errors : undefined;
          end({
            name: operation.operationName,
            errorCode: codeOf(errors?.[0]),
            cacheHits: operation.cacheHits,
            shared: operation.shared,
          });
          return Promise.resolve();
        },
      });
    },
  };
}

function codeOf(error: GraphQLFormattedError | undefined): string | null {
  if (error === undefined) return null;
  const code = error.extensions?.['code'];
  return typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR';
}
