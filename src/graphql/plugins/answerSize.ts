import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { ContextValue } from '../context.js';
import { describeFailure } from '../errors.js';

/**
 * Refuses a query with a too large response as a whole, with one error. A partial response with an error at each
 * missing field would be as large. A mutation's payload is returned in any case.
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
