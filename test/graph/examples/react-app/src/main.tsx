import { ApolloProvider, useQuery } from '@apollo/client/react';
import { createRoot } from 'react-dom/client';
import { createClient } from './client';
import { graphql } from './gql';

const LATEST = graphql(`
  query Latest($first: Int!, $after: String) {
    calls(first: $first, after: $after, order: NEWEST_FIRST) {
      edges {
        node {
          nodeId
          title
          primaryUser {
            nodeId
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

function Calls() {
  const { data, error, fetchMore } = useQuery(LATEST, { variables: { first: 5 } });
  if (error) return <p role="alert">{error.message}</p>;
  if (!data?.calls) return <p>Loading</p>;
  const { edges, pageInfo } = data.calls;
  return (
    <>
      <ul>
        {edges.map(({ node }) => (
          <li key={node.nodeId} data-node-id={node.nodeId}>
            {node.title} ({node.primaryUser?.name ?? 'nobody'})
          </li>
        ))}
      </ul>
      <button
        disabled={!pageInfo.hasNextPage}
        onClick={() => void fetchMore({ variables: { first: 5, after: pageInfo.endCursor } })}
      >
        More
      </button>
    </>
  );
}

// The token of whoever is logged in; see "Who may ask".
const token = sessionStorage.getItem('gateway-token') ?? '';

createRoot(document.getElementById('root')!).render(
  <ApolloProvider client={createClient('/graphql', token)}>
    <Calls />
  </ApolloProvider>,
);
