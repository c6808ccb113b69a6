import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { ContextValue } from '../context.js';
import { describeFailure } from '../errors.js';

/**
 * A query whose answer would be too large is refused as a whole, with one error: half of it, with an error at each
 * place that broke off, would be as large. What a mutation did is told all the same.
 */
export function answerSizePlugin(): ApolloServerPlugin<ContextValue> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ response, operation, contextValue }) => {
          if (
            !contextValue.operation.isTooLarge ||
            operation?.operation === OperationTypeNode.MUTATION
          ) {
            return Promise.resolve();
          }
          const failure = describeFailure(contextValue.operation.tooLarge());
          if (response.body.kind === 'single' && failure !== null) {
            const { message, extensions } = failure;
            const { singleResult } = response.body;
            singleResult.data = null;
            singleResult.errors = [{ message, extensions: { ...extensions } }];
          }
          return Promise.resolve();
        },
      }),
  };
}
