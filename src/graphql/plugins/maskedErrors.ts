import type { ApolloServerPlugin } from '@apollo/server';
import type { ContextValue } from '../context.js';
import { maskFailure } from '../../access/policy/maskedFailure.js';

/** Where the policy masks email addresses or phone numbers, what Gong says in errors is masked too. */
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
