import { CombinedGraphQLErrors, type ErrorLike } from '@apollo/client';
import { ApolloProvider, useQuery } from '@apollo/client/react';
import { createRoot } from 'react-dom/client';
import { createClient } from './client';
import { LATEST_CALLS, USERS } from './queries';

const first = 5;

function Calls() {
  const { data, error, loading, fetchMore } = useQuery(LATEST_CALLS, { variables: { first } });
  const { nodes = [], pageInfo } = data?.calls ?? {};
  return (
    <section id="calls">
      <h1>Latest calls</h1>
      <Problem error={error} />
      {loading && <p>Loading</p>}
      <ul>
        {nodes.map((call) => (
          <li key={call.nodeId} data-node-id={call.nodeId}>
            {call.title} ({call.primaryUser?.name ?? 'unknown host'})
          </li>
        ))}
      </ul>
      <button
        disabled={!pageInfo?.hasNextPage}
        onClick={() => void fetchMore({ variables: { first, after: pageInfo?.endCursor } })}
      >
        More calls
      </button>
    </section>
  );
}

function People() {
  const { data, error, fetchMore } = useQuery(USERS, { variables: { first } });
  const { edges = [], pageInfo } = data?.users ?? {};
  return (
    <section id="users">
      <h1>Users</h1>
      <Problem error={error} />
      <ul>
        {edges.map(({ node }) => (
          <li key={node.nodeId} data-node-id={node.nodeId}>
            {node.name}
          </li>
        ))}
      </ul>
      <button
        disabled={!pageInfo?.hasNextPage}
        onClick={() => void fetchMore({ variables: { first, after: pageInfo?.endCursor } })}
      >
        More users
      </button>
    </section>
  );
}

/** Shows what failed, beside the parts that did not. */
function Problem({ error }: { error: ErrorLike | undefined }) {
  if (!error) return null;
  const messages = CombinedGraphQLErrors.is(error)
    ? error.errors.map(({ message, extensions }) => `${message} (${String(extensions?.['code'])})`)
    : [error.message];
  return <p role="alert">{messages.join(' ')}</p>;
}

// The token of the user who is signed in. The sandbox needs none.
const token = sessionStorage.getItem('gateway-token') ?? '';

createRoot(document.getElementById('root')!).render(
  <ApolloProvider client={createClient('/graphql', token)}>
    <Calls />
    <People />
  </ApolloProvider>,
);
