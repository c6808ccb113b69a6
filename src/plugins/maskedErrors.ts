import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { ContextValue } from '../context.js';
import { maskRecord, maskText, type Mask } from '../policy/masking.js';

/** Where the policy masks e-mail addresses or phone numbers, what Gong says in errors is masked too. */
export function maskedErrorsPlugin(): ApolloServerPlugin<ContextValue> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ response, contextValue }) => {
          const mask = contextValue.loaders.screen.generalMask;
          if (mask === null || response.body.kind !== 'single') return Promise.resolve();
          const { singleResult } = response.body;
          if (singleResult.errors !== undefined) {
            singleResult.errors = singleResult.errors.map((error) => maskError(error, mask));
          }
          return Promise.resolve();
        },
      }),
  };
}

function maskError(error: GraphQLFormattedError, mask: Mask): GraphQLFormattedError {
  const { message, extensions } = error;
  const gong = extensions?.['gong'];
  return {
    ...error,
    message: maskText(message, mask),
    ...(gong === undefined ? {} : { extensions: { ...extensions, gong: maskRecord(gong, mask) } }),
  };
}
