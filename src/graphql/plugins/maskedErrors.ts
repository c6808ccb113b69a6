import type { ApolloServerPlugin } from '@apollo/server';
import type { ContextValue } from '../context.js';
import { maskFailure } from '../../access/policy/maskedFailure.js';

/** Masks Gong's messages in errors when the policy masks emails or phone numbers. */
export function maskedErrorsPlugin(): ApolloServerPlugin<ContextValue> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ response, contextValue }) => {
          const mask = contextValue.loaders.policyFilter.generalMask;
          if (response.body.kind !== 'single') return Promise.resolve();
          const { singleResult } = response.body;
          if (singleResult.errors !== undefined) {
            singleResult.errors = singleResult.errors.map((error) => maskFailure(error, mask));
          }
          return Promise.resolve();
        },
      }),
  };
}
