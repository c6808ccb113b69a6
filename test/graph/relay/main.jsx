import { Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import {
  graphql,
  RelayEnvironmentProvider,
  useLazyLoadQuery,
  usePaginationFragment,
} from 'react-relay';
import { Environment, Network, RecordSource, Store } from 'relay-runtime';

const parameters = new URLSearchParams(location.search);

const environment = new Environment({
  network: Network.create(async ({ name, text }, variables) => {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: parameters.get('authorization') ?? '',
      },
      body: JSON.stringify({ operationName: name, query: text, variables }),
    });
    return response.json();
  }),
  store: new Store(new RecordSource()),
  // Gong's `id` is unique within a type only.
  getDataID: ({ nodeId }) => nodeId,
});

/** Pages of a list at the root. */
function Calls({ query }) {
  const { data, hasNext, isLoadingNext, loadNext, refetch } = usePaginationFragment(
    graphql`
      fragment mainCalls on Query
      @argumentDefinitions(first: { type: "Int", defaultValue: 2 }, after: { type: "String" })
      @refetchable(queryName: "mainCallsPageQuery") {
        calls(first: $first, after: $after) @connection(key: "main_calls") {
          edges {
            node {
              nodeId
              title
            }
          }
        }
      }
    `,
    query,
  );
  return (
    <section id="calls">
      <List edges={data.calls.edges} />
      <Buttons {...{ hasNext, isLoadingNext, loadNext, refetch }} />
    </section>
  );
}

/** Pages of a list that belongs to an object: Relay finds the object again by `node(nodeId:)`. */
function UserCalls({ user }) {
  const { data, hasNext, isLoadingNext, loadNext, refetch } = usePaginationFragment(
    graphql`
      fragment mainUserCalls on User
      @argumentDefinitions(first: { type: "Int", defaultValue: 1 }, after: { type: "String" })
      @refetchable(queryName: "mainUserCallsPageQuery") {
        calls(first: $first, after: $after) @connection(key: "main_user_calls") {
          edges {
            node {
              nodeId
              title
            }
          }
        }
      }
    `,
    user,
  );
  return (
    <section id="user-calls">
      <List edges={data.calls.edges} />
      <Buttons {...{ hasNext, isLoadingNext, loadNext, refetch }} />
    </section>
  );
}

const List = ({ edges }) => (
  <ul>
    {edges.map(({ node }) => (
      <li key={node.nodeId} data-node-id={node.nodeId}>
        {node.title}
      </li>
    ))}
  </ul>
);

const Buttons = ({ hasNext, isLoadingNext, loadNext, refetch }) => (
  <>
    <button className="more" disabled={!hasNext || isLoadingNext} onClick={() => loadNext(2)}>
      More
    </button>
    <button
      className="again"
      onClick={() => refetch({ first: 3 }, { fetchPolicy: 'network-only' })}
    >
      Again
    </button>
  </>
);

function Page() {
  const data = useLazyLoadQuery(
    graphql`
      query mainQuery($user: ID!) {
        ...mainCalls
        user(id: $user) {
          nodeId
          id
          ...mainUserCalls
        }
      }
    `,
    { user: parameters.get('user') },
  );
  return (
    <>
      <Calls query={data} />
      <UserCalls user={data.user} />
    </>
  );
}

createRoot(document.getElementById('root')).render(
  <RelayEnvironmentProvider environment={environment}>
    <Suspense fallback="Loading">
      <Page />
    </Suspense>
  </RelayEnvironmentProvider>,
);
