import type { ApolloServerPlugin } from '@apollo/server';
import type { ContextValue } from '../context.js';
import { codeOf } from '../errors.js';

/** Tells, in every answer that reached Gong, what it cost there; and ends the operation's scope. */
export function gongExtensionsPlugin(): ApolloServerPlugin<ContextValue> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ response, contextValue: { scope } }) => {
          scope.close();
          if (response.body.kind !== 'single') return Promise.resolve();
          const { requests, shared, waitedMs, incomplete } = scope;
          if (requests + shared === 0 && incomplete.length === 0) return Promise.resolve();
          const { singleResult } = response.body;
          singleResult.extensions = {
            ...singleResult.extensions,
            gong: {
              requests,
              shared,
              waitedMs: Math.round(waitedMs),
              ...(incomplete.length === 0
                ? {}
                : {
                    incomplete: incomplete.map(({ path, kind }) => ({ path, code: codeOf(kind) })),
                  }),
            },
          };
          return Promise.resolve();
        },
      }),
  };
}
