import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ApolloClient,
  CombinedGraphQLErrors,
  gql,
  HttpLink,
  InMemoryCache,
  type ObservableQuery,
} from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { ClientError, GraphQLClient } from 'graphql-request';
import { print } from 'graphql';
import { filter, firstValueFrom } from 'rxjs';
import { Client, fetchExchange, type RequestPolicy } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { openGateway, type JudgedGateway } from './support/gateway.js';
import { startRecorder, type Recorder } from './support/recorder.js';

let gateway: JudgedGateway;
let recorder: Recorder;
beforeAll(async () => {
  gateway = await openGateway();
  recorder = await startRecorder(gateway.url);
});
afterAll(async () => {
  await recorder.close();
  await gateway.close();
});

interface CallNode {
  readonly nodeId: string;
  readonly title: string | null;
}
interface Page {
  readonly calls: {
    readonly edges: readonly { readonly node: CallNode }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}
interface One {
  readonly call: (CallNode & { readonly id: string }) | null;
}

const PAGE = gql`
  query Page($first: Int, $after: String) {
    calls(first: $first, after: $after) {
      edges {
        cursor
        node {
          nodeId
          title
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`;
const ONE = gql`
  query One($id: ID!) {
    call(id: $id) {
      nodeId
      id
      title
    }
  }
`;
const PARTLY_WRONG = gql`
  query PartlyWrong {
    quota {
      usedToday
    }
    users(after: "no cursor") {
      nodes {
        nodeId
      }
    }
  }
`;

/** The first calls as the gateway tells them when it is asked for all of them at once. */
async function firstCalls(count: number) {
  const { data } = await gateway.ask<{ calls: { nodes: { nodeId: string; id: string }[] } }>(
    `query ($count: Int!) { calls(first: $count) { nodes { nodeId id } } }`,
    { count },
  );
  expect(data.calls.nodes).toHaveLength(count);
  return data.calls.nodes;
}

const idsOf = (page: Page | undefined) => page?.calls.edges.map(({ node }) => node.nodeId);

/** What a page that watches the query shows, once it is as said. */
async function shown(watched: ObservableQuery<Page>, isRight: (page: Page) => boolean) {
  const { data } = await firstValueFrom(
    watched.pipe(filter(({ loading, data }) => !loading && isRight(data as Page))),
  );
  return data as Page;
}
const anything = () => true;

describe('Apollo Client', () => {
  const createClient = () =>
    new ApolloClient({
      link: new HttpLink({ uri: recorder.url, headers: gateway.headers }),
      cache: new InMemoryCache({
        possibleTypes: {
          Node: ['Call', 'User', 'Workspace', 'Folder', 'Tracker', 'Scorecard'],
        },
        typePolicies: {
          Query: { fields: { calls: relayStylePagination(['filter', 'order']) } },
          Call: { keyFields: ['nodeId'] },
        },
      }),
    });

  it('joins pages to one list with the gateway’s cursors', async () => {
    const expected = await firstCalls(5);
    const watched = createClient().watchQuery<Page>({ query: PAGE, variables: { first: 2 } });
    const subscription = watched.subscribe({});
    const { outcome, seen } = await gateway.trace(async () => {
      let page = await shown(watched, anything);
      for (const first of [2, 1]) {
        const known = page.calls.edges.length;
        await watched.fetchMore({ variables: { first, after: page.calls.pageInfo.endCursor } });
        page = await shown(watched, ({ calls }) => calls.edges.length > known);
      }
      return page;
    });
    subscription.unsubscribe();

    expect(idsOf(outcome)).toEqual(expected.map(({ nodeId }) => nodeId));
    expect(seen.map(({ variables }) => variables['first'])).toEqual([2, 2, 1]);
  });

  it('reads a page again, and merges an object of two queries', async () => {
    const [first] = await firstCalls(1);
    const client = createClient();
    const watched = client.watchQuery<Page>({ query: PAGE, variables: { first: 2 } });
    const subscription = watched.subscribe({});
    const isRenamed = ({ calls }: Page) => calls.edges[0]?.node.title === 'Renamed here';
    const { seen } = await gateway.trace(async () => {
      await shown(watched, anything);
      await client.query<One>({ query: ONE, variables: { id: first?.id } });
      client.cache.modify({
        id: `Call:${JSON.stringify({ nodeId: first?.nodeId })}`,
        fields: { title: () => 'Renamed here' },
      });
      await shown(watched, isRenamed);
      await watched.refetch();
      await shown(watched, (page) => !isRenamed(page));
    });
    const renamed = client.readQuery<One>({ query: ONE, variables: { id: first?.id } });
    subscription.unsubscribe();

    expect(renamed?.call?.title).not.toBe('Renamed here');
    expect(seen.map(({ operationName }) => operationName)).toEqual(['Page', 'One', 'Page']);
  });

  it('shows the code of an error next to partial data', async () => {
    const { data, error } = await createClient().query({
      query: PARTLY_WRONG,
      errorPolicy: 'all',
    });

    expect(data).toMatchObject({
      quota: { usedToday: expect.any(Number) as unknown },
      users: null,
    });
    expect(CombinedGraphQLErrors.is(error)).toBe(true);
    expect((error as CombinedGraphQLErrors).errors[0]?.extensions?.['code']).toBe('BAD_CURSOR');
    expect(recorder.seen.at(-1)?.status).toBe(294);
  });
});

describe('urql', () => {
  const createClient = (more: { fetch?: typeof fetch } = {}) =>
    new Client({
      ...more,
      url: recorder.url,
      fetchOptions: { headers: gateway.headers },
      exchanges: [
        cacheExchange({
          keys: {
            Call: ({ nodeId }) => nodeId as string,
            CallConnection: () => null,
            CallEdge: () => null,
            PageInfo: () => null,
            Quota: () => null,
            UserConnection: () => null,
          },
          resolvers: { Query: { calls: relayPagination() } },
        }),
        fetchExchange,
      ],
    });

  it('joins pages to one list with the gateway’s cursors', async () => {
    const expected = await firstCalls(5);
    const client = createClient();
    let data: Page | undefined;
    const { seen } = await gateway.trace(async () => {
      for (const first of [2, 2, 1]) {
        const after = data?.calls.pageInfo.endCursor ?? null;
        ({ data } = await client.query<Page>(PAGE, { first, after }).toPromise());
      }
    });

    expect(idsOf(data)).toEqual(expected.map(({ nodeId }) => nodeId));
    expect(seen.map(({ variables }) => variables['first'])).toEqual([2, 2, 1]);
    // As urql reads when nothing else is configured.
    expect(seen.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET']);
  });

  it('reads a page again, and merges an object of two queries', async () => {
    const [first] = await firstCalls(1);
    const client = createClient({
      // As if somebody had renamed the call after the page was read.
      fetch: async (...request) => {
        const answer = (await (await fetch(...request)).json()) as { data: Partial<One> };
        const { call } = answer.data;
        const data = call ? { ...answer.data, call: { ...call, title: 'Renamed' } } : answer.data;
        return Response.json({ data });
      },
    });
    const { outcome: titles, seen } = await gateway.trace(async () => {
      const read = async (requestPolicy: RequestPolicy) => {
        const { data } = await client.query<Page>(PAGE, { first: 2 }, { requestPolicy });
        return data?.calls.edges[0]?.node.title;
      };
      const before = await read('cache-first');
      await client.query<One>(ONE, { id: first?.id });
      return { before, renamed: await read('cache-only'), again: await read('network-only') };
    });

    expect(titles.renamed).toBe('Renamed');
    expect(titles.again).toBe(titles.before);
    expect(titles.again).not.toBe('Renamed');
    expect(seen.map(({ operationName }) => operationName)).toEqual(['Page', 'One', 'Page']);
  });

  it('shows the code of an error next to partial data', async () => {
    const { data, error } = await createClient().query<object>(PARTLY_WRONG, {}).toPromise();

    expect(data).toMatchObject({
      quota: { usedToday: expect.any(Number) as unknown },
      users: null,
    });
    expect(error?.graphQLErrors[0]?.extensions['code']).toBe('BAD_CURSOR');
    expect(recorder.seen.at(-1)?.status).toBe(294);
  });
});

describe('graphql-request', () => {
  const createClient = () =>
    new GraphQLClient(recorder.url, { headers: gateway.headers, errorPolicy: 'all' });

  it('shows the code of an error next to partial data', async () => {
    const { data, errors, status } = await createClient().rawRequest<object>(print(PARTLY_WRONG));

    expect(status).toBe(294);
    expect(data).toMatchObject({
      quota: { usedToday: expect.any(Number) as unknown },
      users: null,
    });
    expect(errors?.[0]?.extensions['code']).toBe('BAD_CURSOR');
  });

  it('throws a refused operation with its code', async () => {
    const refused = createClient().request('{ nothing }');

    await expect(refused).rejects.toBeInstanceOf(ClientError);
    await expect(refused).rejects.toMatchObject({
      response: { errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] },
    });
  });
});
