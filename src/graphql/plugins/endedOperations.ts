import type { ApolloServerPlugin } from '@apollo/server';
import type { OperationObserver } from '../../telemetry/endedOperation.js';
import type { ContextValue } from '../context.js';
import { endedOperation } from '../endedOperation.js';

/** Tells observers the facts of each operation when its response is complete. */
export function endedOperationsPlugin(
  observers: readonly OperationObserver[],
): ApolloServerPlugin<ContextValue> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ response: { body }, contextValue, queryHash, operation }) => {
          const { data, errors = [] } = body.kind === 'single' ? body.singleResult : {};
          const type = operation?.operation;
          const end = { type, documentHash: queryHash, errors, hasData: data != null };
          const ended = endedOperation(contextValue, end);
          for (const observe of observers) observe(ended);
          return Promise.resolve();
        },
      }),
  };
}
