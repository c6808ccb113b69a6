import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { costLink } from './costs';
import { pages } from './pages';

// Tells TypeScript what `defaultOptions` sets below.
declare module '@apollo/client' {
  namespace ApolloClient {
    namespace DeclareDefaultOptions {
      interface WatchQuery {
        errorPolicy: 'all';
      }
      interface Query {
        errorPolicy: 'all';
      }
      interface Mutate {
        errorPolicy: 'all';
      }
    }
  }
}

export const createClient = (uri: string, token: string) =>
  new ApolloClient({
    link: ApolloLink.from([
      costLink,
      new HttpLink({ uri, headers: token ? { authorization: `Bearer ${token}` } : {} }),
    ]),
    // One part of a response can fail. By default, Apollo Client then drops all other parts.
    defaultOptions: {
      watchQuery: { errorPolicy: 'all' },
      query: { errorPolicy: 'all' },
      mutate: { errorPolicy: 'all' },
    },
    cache: new InMemoryCache({
      // Select `nodeId` wherever an object has one.
      dataIdFromObject: ({ nodeId }) => nodeId as string | undefined,
      typePolicies: {
        Query: {
          fields: {
            calls: pages('filter', 'order'),
            searchCalls: pages('filter', 'order'),
            searchTranscripts: pages('text', 'filter', 'speech', 'order'),
            users: pages('filter'),
          },
        },
      },
    }),
  });
