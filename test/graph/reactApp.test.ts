import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attributes, openBrowser, type OpenBrowser } from './support/browser.js';
import { copyExample, type Example, type Served } from './support/examples.js';
import { openGateway, type JudgedGateway } from './support/gateway.js';
import { runTool } from './support/runTool.js';

let gateway: JudgedGateway;
let app: Example;
let browser: OpenBrowser;
let served: Served;
beforeAll(async () => {
  gateway = await openGateway();
  app = await copyExample('react-app');
  await app.run('build');
  served = await app.serve('preview -- --host 127.0.0.1 --port 0', 1, {
    EXAMPLE_GATEWAY_ORIGIN: new URL(gateway.url).origin,
  });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await served.stop();
  await Promise.all([gateway.close(), app.remove()]);
});

const open = (token: string) => browser.open(served.urls[0] ?? '', { 'gateway-token': token });

interface Expected {
  readonly calls: { readonly nodes: readonly { readonly nodeId: string }[] };
  readonly users: { readonly nodes: readonly { readonly nodeId: string }[] };
}
async function expected() {
  const { data } = await gateway.ask<Expected>(`{
    calls(first: 10, order: NEWEST_FIRST) { nodes { nodeId } }
    users(first: 10) { nodes { nodeId } }
  }`);
  return [data.calls, data.users].map(({ nodes }) => nodes.map(({ nodeId }) => nodeId));
}

describe('examples/react-app', () => {
  it('pages forward, through a list of nodes and through a list of edges', async () => {
    const [calls = [], users = []] = await expected();

    const { outcome, seen } = await gateway.trace(async () => {
      const { page, complaints } = await open(gateway.token);
      const first = [
        await attributes(page, '#calls li', 'data-node-id', 5),
        await attributes(page, '#users li', 'data-node-id', 5),
      ];
      await page.getByRole('button', { name: 'More calls' }).click();
      await page.getByRole('button', { name: 'More users' }).click();
      const both = [
        await attributes(page, '#calls li', 'data-node-id', 10),
        await attributes(page, '#users li', 'data-node-id', 10),
      ];
      return { first, both, complaints };
    });

    expect(outcome).toEqual({
      first: [calls.slice(0, 5), users.slice(0, 5)],
      both: [calls, users],
      complaints: [],
    });
    expect(seen.map(({ operationName }) => operationName).sort()).toEqual(
      ['LatestCalls', 'Users'].flatMap((name) => [name, name]),
    );
    expect(seen.map(({ headers }) => headers.authorization)).toEqual(
      seen.map(() => gateway.headers.authorization),
    );
  });

  it('shows the gateway’s error', async () => {
    const refused = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer wrong' },
      body: '{"query":"{ __typename }"}',
    });
    const { errors } = (await refused.json()) as { errors: { message: string }[] };

    const { page } = await open('wrong');
    const alerts = page.getByRole('alert');
    await alerts.nth(1).waitFor();

    expect(await alerts.allInnerTexts()).toEqual(
      [1, 2].map(() => `${errors[0]?.message ?? ''} (UNAUTHENTICATED)`),
    );
  });

  it('shows the calls of a response in which another part failed', async () => {
    // Gong refuses to list users to a key without that scope.
    const limited = await openGateway({}, ['api:calls:read:basic', 'api:calls:read:extensive']);
    const page = await app.serve('preview -- --host 127.0.0.1 --port 0', 1, {
      EXAMPLE_GATEWAY_ORIGIN: new URL(limited.url).origin,
    });
    try {
      const { page: shown } = await browser.open(page.urls[0] ?? '', {
        'gateway-token': limited.token,
      });
      await attributes(shown, '#calls li', 'data-node-id', 5);

      expect(await shown.locator('#calls').getByRole('alert').innerText()).toMatch(
        /api:users:read.*\(GONG_MISSING_SCOPE\)/,
      );
      expect(await shown.locator('#calls li').allInnerTexts()).toEqual(
        [1, 2, 3, 4, 5].map(() => expect.stringContaining('(unknown host)') as unknown),
      );
      expect(await shown.locator('#users').getByRole('alert').innerText()).toContain('GONG_');
    } finally {
      await page.stop();
      await limited.close();
    }
  });
});

/** Two readers of one list: the first pages by nodes, then the second asks for edges, then the first pages on. */
const MIXED = `
import { gql } from '@apollo/client';
import { createClient } from './client';

const client = createClient(process.env.EXAMPLE_GATEWAY_URL, process.env.EXAMPLE_GATEWAY_TOKEN);
const query = (list) => gql\`query Mixed($first: Int, $after: String) {
  calls(first: $first, after: $after) { \${list} pageInfo { hasNextPage endCursor } }
}\`;
const NODES = query('nodes { nodeId title }');
const EDGES = query('edges { node { nodeId title } }');

const byNodes = client.watchQuery({ query: NODES, variables: { first: 2 } });
byNodes.subscribe({});
const first = await client.query({ query: NODES, variables: { first: 2 } });
await byNodes.fetchMore({ variables: { first: 2, after: first.data.calls.pageInfo.endCursor } });
const byEdges = await client.query({ query: EDGES, variables: { first: 2 } });
await byNodes.fetchMore({ variables: { first: 1, after: byEdges.data.calls.pageInfo.endCursor } });
// The second page once more: it takes its own place.
await byNodes.fetchMore({ variables: { first: 2, after: first.data.calls.pageInfo.endCursor } });
const count = await client.query({ query: gql\`query Count { calls { totalCount } }\` });
const read = (query) => client.readQuery({ query, variables: { first: 2 } }).calls;
console.log(JSON.stringify({
  nodes: read(NODES).nodes.map(({ nodeId }) => nodeId),
  edges: read(EDGES).edges.map(({ node }) => node.nodeId),
  totalCount: count.data.calls.totalCount,
}));
process.exit(0);
`;

it('keeps nodes and edges of one list equally long', async () => {
  await writeFile(join(app.path, 'src', 'mixed.js'), MIXED);
  const { data } = await gateway.ask<Pick<Expected, 'calls'>>(
    '{ calls(first: 4) { nodes { nodeId } totalCount } }',
  );
  const { outcome, seen } = await gateway.trace(() =>
    runTool(app.path, 'tsx/dist/cli.mjs', ['src/mixed.js'], {
      EXAMPLE_GATEWAY_URL: gateway.url,
      EXAMPLE_GATEWAY_TOKEN: gateway.token,
    }),
  );

  const ids = data.calls.nodes.map(({ nodeId }) => nodeId);
  expect(JSON.parse(outcome)).toMatchObject({ nodes: ids, edges: ids });
  expect(seen.map(({ operationName }) => operationName)).toEqual([
    'Mixed',
    'Mixed',
    'Mixed',
    'Mixed',
    'Count',
  ]);
});
