import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { crmSubgraphSdl, startCrm } from './support/crm.js';
import { openGateway, type Answer, type JudgedGateway } from './support/gateway.js';
import { askGraph, copyExample, type Example } from './support/examples.js';

interface KnownCall {
  readonly id: string;
  readonly title: string;
  readonly primaryUser: { readonly emailAddress: string; readonly name: string };
}

let gateway: JudgedGateway;
let example: Example;
/** Calls with hosts, as the gateway tells them itself. */
let known: readonly KnownCall[];
beforeAll(async () => {
  gateway = await openGateway({ GATEWAY_SUBGRAPH_NODE: 'off' });
  example = await copyExample('supergraph');
  const { data } = await gateway.ask<{ calls: { nodes: (KnownCall | null)[] } }>(
    '{ calls(first: 50) { nodes { id title primaryUser { emailAddress name } } } }',
  );
  known = data.calls.nodes.filter((call) => call?.primaryUser?.emailAddress) as KnownCall[];
  expect(known.length).toBeGreaterThanOrEqual(6);
});
afterAll(async () => {
  await Promise.all([gateway.close(), example.remove()]);
});

interface Accounts {
  readonly accounts: {
    readonly edges: readonly {
      readonly cursor: string;
      readonly node: {
        readonly id: string;
        readonly owner?: { readonly name: string | null } | null;
        readonly calls: readonly ({ readonly title: string | null } | null)[];
      };
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** Three accounts with two calls each, and one with a call that Gong doesn't have. */
const accountsOf = (calls: readonly KnownCall[]) => [
  ...[0, 1, 2].map((index) => ({
    id: `account-${index}`,
    owner: { emailAddress: calls[index]?.primaryUser.emailAddress ?? '' },
    calls: calls.slice(2 * index, 2 * index + 2).map(({ id }) => ({ id })),
  })),
  { id: 'account-3', owner: null, calls: [{ id: '99999' }] },
];

const titlesIn = ({ data }: Answer<Accounts>) =>
  data.accounts.edges.map(({ node }) => node.calls.map((call) => call?.title ?? null));
const knownTitles = () => [
  ...[0, 2, 4].map((start) => known.slice(start, start + 2).map(({ title }) => title)),
  [null],
];

/** The graphs that the example serves over a CRM: of a federation, and stitched. */
interface Graphs {
  readonly federated: Graph;
  readonly stitched: Graph;
  readonly stop: () => Promise<void>;
}
type Graph = <Data>(
  query: string,
  headers: Readonly<Record<string, string>>,
  variables?: object,
) => Promise<Answer<Data>>;

async function startExample(environment: Readonly<Record<string, string>>): Promise<Graphs> {
  const served = await example.serve('start', 3, {
    EXAMPLE_PORT: '0',
    EXAMPLE_GATEWAY_URL: gateway.url,
    EXAMPLE_GATEWAY_TOKEN: gateway.token,
    ...environment,
  });
  const graph =
    (url = ''): Graph =>
    (query, headers, variables) =>
      askGraph(url, query, headers, variables);
  return {
    federated: graph(served.urls[1]),
    stitched: graph(served.urls[2]),
    stop: () => served.stop(),
  };
}

let crm: Awaited<ReturnType<typeof startCrm>>;
let graphs: Graphs;
beforeAll(async () => {
  crm = await startCrm(accountsOf(known));
  graphs = await startExample({ EXAMPLE_CRM_URL: crm.url });
});
afterAll(async () => {
  await graphs.stop();
  await crm.stop();
});

describe('in a federation', () => {
  it('the gateway gets one request for the other subgraph’s references, with the client’s authorization', async () => {
    const { outcome, seen } = await gateway.trace(() =>
      graphs.federated<Accounts>(
        `query Accounts {
          accounts { edges { node { id owner { name } calls { title } } } pageInfo { hasNextPage } }
        }`,
        gateway.headers,
      ),
    );

    expect(outcome.errors).toBeUndefined();
    expect(titlesIn(outcome)).toEqual(knownTitles());
    expect(outcome.data.accounts.edges.map(({ node }) => node.owner?.name)).toEqual([
      ...known.slice(0, 3).map(({ primaryUser }) => primaryUser.name),
      undefined,
    ]);
    expect(seen.map(({ query }) => query.match(/_entities/g)?.length)).toEqual([1, 1]);
    expect(seen.map(({ headers }) => headers.authorization)).toEqual(
      [1, 2].map(() => gateway.headers.authorization),
    );
    const references = seen.flatMap(({ variables }) => variables['representations']);
    expect(references).toHaveLength(7 + 3);
    // What was read just before may come from a cache.
    const ofCalls = seen.find(({ query }) => query.includes('Call'));
    expect(ofCalls?.gongRequests).toBeLessThanOrEqual(1);
  });

  it('both subgraphs share PageInfo', async () => {
    const query = `query Pages($after: String) {
      accounts(first: 3, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } }
      calls(first: 2) { edges { node { id } } pageInfo { hasNextPage endCursor } }
    }`;
    const first = await graphs.federated<Accounts & { calls: Accounts['accounts'] }>(
      query,
      gateway.headers,
    );
    const { accounts, calls } = first.data;
    const second = await graphs.federated<Accounts>(query, gateway.headers, {
      after: accounts.pageInfo.endCursor,
    });

    expect([accounts.pageInfo.hasNextPage, calls.pageInfo.hasNextPage]).toEqual([true, true]);
    expect(calls.pageInfo.endCursor).toEqual(expect.any(String));
    expect(second.data.accounts.edges.map(({ node }) => node.id)).toEqual(['account-3']);
    expect(second.data.accounts.pageInfo.hasNextPage).toBe(false);
  });

  it('the other subgraph provides Node', async () => {
    const { data } = await graphs.federated<object>(
      '{ node(id: "account-1") { __typename id } __type(name: "Node") { fields { name } } }',
      gateway.headers,
    );

    expect(data).toEqual({
      node: { __typename: 'Account', id: 'account-1' },
      __type: { fields: [{ name: 'id' }] },
    });
  });

  it('the router passes on the gateway’s error codes', async () => {
    const { data, errors } = await graphs.federated<Accounts & { users: null }>(
      '{ accounts { edges { node { id } } } users(after: "no cursor") { nodes { id } } }',
      gateway.headers,
    );

    expect(data.accounts.edges).toHaveLength(4);
    expect(data.users).toBeNull();
    expect(errors).toMatchObject([
      { path: ['users'], extensions: { code: 'BAD_CURSOR', retryable: false } },
    ]);
  });

  it('an unauthorized client gets the gateway’s error', async () => {
    const { data, errors } = await graphs.federated<Accounts>(
      '{ accounts { edges { node { id calls { title } } } } }',
      { authorization: 'Bearer wrong' },
    );

    expect(data.accounts.edges).toHaveLength(4);
    expect(errors?.map(({ extensions }) => extensions['code'])).toContain('UNAUTHENTICATED');
  });

  it('a malformed reference fails only its own path', async () => {
    const odd = await startCrm([
      { id: 'odd', owner: null, calls: [{ id: 'no id' }, { id: known[0]?.id ?? '' }] },
    ]);
    const over = await startExample({ EXAMPLE_CRM_URL: odd.url });
    try {
      const answer = await over.federated<Accounts>(
        '{ accounts { edges { node { id calls { title } } } } }',
        gateway.headers,
      );

      expect(titlesIn(answer)).toEqual([[null, known[0]?.title]]);
      expect(answer.errors).toMatchObject([
        {
          message: expect.stringContaining('representations[0]') as unknown,
          path: ['accounts', 'edges', 0, 'node', 'calls', 0],
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ]);
    } finally {
      await over.stop();
      await odd.stop();
    }
  });
});

describe('the committed subgraph.graphql', () => {
  const committed = async () =>
    parse(await readFile(new URL('../../subgraph.graphql', import.meta.url), 'utf8'));
  const url = 'http://subgraph.test/';

  it('composes alone', async () => {
    const { errors, schema } = composeServices([
      { name: 'gong', url, typeDefs: await committed() },
    ]);

    expect(errors).toBeUndefined();
    expect(schema?.toAPISchema().type('Query')).toBeDefined();
  });

  it('contains a Node that conflicts with another Relay subgraph’s', async () => {
    const { errors } = composeServices([
      { name: 'gong', url, typeDefs: await committed() },
      { name: 'crm', url, typeDefs: parse(await crmSubgraphSdl()) },
    ]);

    expect(errors?.map(({ message }) => message).join('\n')).toContain('"Query.node"');
  });
});

describe('in a stitched graph', () => {
  it('the gateway gets one request for the other graph’s references, with the client’s authorization', async () => {
    const { outcome, seen } = await gateway.trace(() =>
      graphs.stitched<Accounts>(
        '{ accounts { edges { node { id calls { title primaryUser { id } } } } } }',
        gateway.headers,
      ),
    );

    expect(outcome.errors).toBeUndefined();
    expect(titlesIn(outcome)).toEqual(knownTitles());
    expect(seen.map(({ query }) => query.match(/callsByIds/g)?.length)).toEqual([1]);
    expect(seen[0]?.gongRequests).toBeLessThanOrEqual(1);
    expect(seen.map(({ headers }) => headers.authorization)).toEqual([
      gateway.headers.authorization,
    ]);
  });

  it('users are found by the other graph’s emails in one request', async () => {
    const { outcome, seen } = await gateway.trace(() =>
      graphs.stitched<Accounts>(
        '{ accounts { edges { node { id owner { name emailAddress } calls { title } } } } }',
        gateway.headers,
      ),
    );

    expect(outcome.errors).toBeUndefined();
    expect(outcome.data.accounts.edges.map(({ node }) => node.owner)).toEqual([
      ...known.slice(0, 3).map(({ primaryUser }) => primaryUser),
      null,
    ]);
    expect(titlesIn(outcome)).toEqual(knownTitles());
    expect(seen.flatMap(({ query }) => query.match(/_entities(?=\()|callsByIds(?=\()/g))).toEqual([
      '_entities',
      'callsByIds',
    ]);
  });

  it('the router passes on the gateway’s error codes', async () => {
    const { data, errors } = await graphs.stitched<Accounts & { users: null }>(
      '{ accounts { edges { node { id } } } users(after: "no cursor") { nodes { id } } }',
      gateway.headers,
    );

    expect(data.accounts.edges).toHaveLength(4);
    expect(errors).toMatchObject([{ path: ['users'], extensions: { code: 'BAD_CURSOR' } }]);
  });

  it('an unauthorized client gets the gateway’s error', async () => {
    const { data, errors } = await graphs.stitched<Accounts>(
      '{ accounts { edges { node { id calls { title } } } } }',
      { authorization: 'Bearer wrong' },
    );

    expect(data.accounts.edges).toHaveLength(4);
    expect(errors?.map(({ extensions }) => extensions['code'])).toContain('UNAUTHENTICATED');
  });
});

describe('examples/supergraph', () => {
  it('compiles', async () => {
    expect(await example.run('check')).toEqual({ stdout: '', stderr: '' });
  });

  it('runs all of it: a CRM that refers to calls and users, and both graphs over it', async () => {
    const own = await startExample({});
    try {
      const query = '{ accounts { name owner { name } calls { title primaryUser { name } } } }';
      const federated = await own.federated<OwnAccounts>(query, gateway.headers);
      const stitched = await own.stitched<OwnAccounts>(query, gateway.headers);

      expect(federated).not.toHaveProperty('errors');
      expect(stitched).toEqual(federated);
      const { accounts } = federated.data;
      expect(accounts.flatMap(({ calls }) => calls).length).toBeGreaterThan(3);
      for (const { owner, calls } of accounts)
        expect(calls.map(({ primaryUser }) => primaryUser)).toEqual(calls.map(() => owner));
    } finally {
      await own.stop();
    }
  });

  // Nothing listens on port 1.
  const nowhere = 'http://127.0.0.1:1/';
  it.each([
    [
      'a wrong token',
      { EXAMPLE_GATEWAY_TOKEN: 'wrong' },
      /^The Gong gateway at http\S+ rejects the token\. Set EXAMPLE_GATEWAY_TOKEN to .+\n$/,
    ],
    [
      'a missing gateway',
      { EXAMPLE_GATEWAY_URL: nowhere },
      /^The Gong gateway does not respond at http\S+\. Start it, or set EXAMPLE_GATEWAY_URL\.\n$/,
    ],
    [
      'a missing CRM',
      { EXAMPLE_CRM_URL: nowhere },
      /^The CRM does not respond at http\S+\. Start it, or set EXAMPLE_CRM_URL\.\n$/,
    ],
  ])('ends with one line about %s', async (_, wrong, line) => {
    const failed = example
      .run('start', {
        EXAMPLE_PORT: '0',
        EXAMPLE_GATEWAY_URL: gateway.url,
        EXAMPLE_GATEWAY_TOKEN: gateway.token,
        EXAMPLE_CRM_URL: crm.url,
        ...wrong,
      })
      .catch((error: unknown) => error as Error & { cause: { stderr: string; code: number } });

    expect((await failed) as unknown).toMatchObject({
      cause: { stderr: expect.stringMatching(line) as unknown, code: 1 },
    });
  });

  it('explains what to do when both subgraphs have a Node', async () => {
    const whole = await openGateway();
    try {
      const failed = example.run('start', {
        EXAMPLE_PORT: '0',
        EXAMPLE_GATEWAY_URL: whole.url,
        EXAMPLE_GATEWAY_TOKEN: whole.token,
        EXAMPLE_CRM_URL: crm.url,
      });
      await expect(failed).rejects.toThrow(
        /The subgraphs do not compose: .*Node.* start the gateway with GATEWAY_SUBGRAPH_NODE=off/,
      );
    } finally {
      await whole.close();
    }
  });
});

interface OwnAccounts {
  readonly accounts: readonly {
    readonly name: string;
    readonly owner: { readonly name: string };
    readonly calls: readonly {
      readonly title: string;
      readonly primaryUser: { readonly name: string };
    }[];
  }[];
}
