import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';

export const createClient = (uri: string, token: string) =>
  new ApolloClient({
    link: new HttpLink({ uri, headers: { authorization: `Bearer ${token}` } }),
    cache: new InMemoryCache({
      // Select `nodeId` wherever an object has one.
      dataIdFromObject: ({ nodeId }) => nodeId as string | undefined,
      typePolicies: {
        Query: {
          fields: {
            calls: relayStylePagination(['filter', 'order']),
            users: relayStylePagination(['filter']),
            answeredScorecards: relayStylePagination(['filter']),
          },
        },
        User: { fields: { calls: relayStylePagination(['from', 'to', 'order']) } },
      },
    }),
  });
