import type { ApolloServerPlugin } from '@apollo/server';
import type { ContextValue } from '../context.js';

/**
 * Clients that speak only `application/json`, the older media type of GraphQL over HTTP, take a status
 * other than 200 for an answer that isn't GraphQL's: to them, a refused document is a 200 with errors.
 */
export function httpStatusPlugin(): ApolloServerPlugin<ContextValue> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ request, response }) => {
          const accept = request.http?.headers.get('accept') ?? '';
          const isRefusedDocument =
            response.http.status === 400 &&
            response.body.kind === 'single' &&
            response.body.singleResult.errors?.every(
              ({ extensions, message }) =>
                extensions?.['code'] === 'GRAPHQL_PARSE_FAILED' ||
                extensions?.['code'] === 'GRAPHQL_VALIDATION_FAILED' ||
                (extensions?.['code'] === 'BAD_USER_INPUT' &&
                  /^(Variable|Argument|Give) /.test(message)),
            ) === true;
          if (isRefusedDocument && !accept.includes('application/graphql-response+json')) {
            response.http.status = 200;
          }
          return Promise.resolve();
        },
      }),
  };
}
