import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attributes } from './support/browser.js';
import { examplesFolder } from './support/examples.js';
import { openGateway, type JudgedGateway } from './support/gateway.js';
import { runTool } from './support/runTool.js';
import { isTooWide, openViewer, type Viewer } from './support/viewer.js';

let gateway: JudgedGateway;
let replicated: JudgedGateway;
let viewer: Viewer;
let open: Awaited<ReturnType<Viewer['before']>>;
let openReplicated: typeof open;
beforeAll(async () => {
  gateway = await openGateway();
  replicated = await openGateway({
    GATEWAY_REPLICA: 'on',
    GATEWAY_SECRET: 'a secret of the graph tests, long enough',
  });
  viewer = await openViewer();
  await readTranscripts();
  open = await viewer.before(gateway);
  openReplicated = await viewer.before(replicated);
});
afterAll(async () => {
  await viewer.close();
  await Promise.all([gateway.close(), replicated.close()]);
});

/** Reads all transcripts into the replica, ahead of the sync. */
async function readTranscripts(): Promise<void> {
  const { data } = await replicated.ask<{ calls: { nodes: { id: string }[] } }>(
    '{ calls(first: 60) { nodes { id } } }',
  );
  const ids = data.calls.nodes.map(({ id }) => id);
  await replicated.ask(
    'mutation ($ids: [ID!]!) { refreshCalls(input: { ids: $ids }) { calls { id } } }',
    { ids },
  );
}

interface CallList {
  readonly calls: {
    readonly nodes: readonly {
      readonly nodeId: string;
      readonly primaryUser: { readonly id: string; readonly name: string };
    }[];
  };
}
const ROWS = '.calls li';

describe('the list of calls', () => {
  it('costs 1 Gong request and shows the newest calls first', async () => {
    const { outcome, seen } = await gateway.trace(async () => {
      const { page, complaints } = await open();
      await page.locator(ROWS).first().waitFor();
      return {
        ids: await attributes(page, ROWS, 'data-node-id', 1),
        footer: await page.locator('summary').innerText(),
        complaints,
      };
    });
    const { from } = seen[0]?.variables['filter'] as { from: string };
    const { data } = await gateway.ask<CallList>(
      'query ($from: DateTime) { calls(first: 20, order: NEWEST_FIRST, filter: { from: $from }) { nodes { nodeId } } }',
      { from },
    );

    expect(outcome.ids).toEqual(data.calls.nodes.map(({ nodeId }) => nodeId));
    expect(outcome.complaints).toEqual([]);
    expect(seen.map(({ operationName, gongRequests }) => [operationName, gongRequests])).toEqual([
      ['Calls', 1],
    ]);
    expect(outcome.footer).toMatch(/Calls: 1 Gong request\s.*9,99\d left today/s);
    expect(seen[0]?.headers.authorization).toBe(gateway.headers.authorization);
  });

  it('pages forward by cursor, and keeps the pages of other filters', async () => {
    const { data } = await gateway.ask<CallList>(
      '{ calls(first: 60, order: NEWEST_FIRST) { nodes { nodeId } } }',
    );
    const ids = data.calls.nodes.map(({ nodeId }) => nodeId);
    const { outcome, seen } = await gateway.trace(async () => {
      const { page } = await open('?days=90');
      const first = await attributes(page, ROWS, 'data-node-id', 20);
      await page.getByRole('button', { name: 'Load more' }).click();
      const both = await attributes(page, ROWS, 'data-node-id', 40);
      await page.getByLabel('Time').selectOption('7');
      await page.waitForFunction((rows) => document.querySelectorAll(rows).length < 40, ROWS);
      await page.goBack();
      return { first, both, again: await attributes(page, ROWS, 'data-node-id', 40) };
    });

    expect(outcome.first).toEqual(ids.slice(0, 20));
    expect(outcome.both).toEqual(ids.slice(0, 40));
    expect(outcome.again).toEqual(outcome.both);
    expect(seen.map(({ operationName }) => operationName)).toEqual(['Calls', 'Calls', 'Calls']);
  });

  it('filters by host, and reads the users only when the field gets the focus', async () => {
    const { data } = await gateway.ask<CallList>(
      '{ calls(first: 1, order: NEWEST_FIRST) { nodes { nodeId primaryUser { id name } } } }',
    );
    const { id = '', name = '' } = data.calls.nodes[0]?.primaryUser ?? {};
    const { outcome, seen } = await gateway.trace(async () => {
      const { page } = await open('?days=90');
      await attributes(page, ROWS, 'data-node-id', 20);
      const host = page.getByLabel('Host');
      const before = gateway.seen.length;
      await host.focus();
      await host.locator('option').nth(11).waitFor({ state: 'attached' });
      await host.selectOption(name);
      await page.waitForURL(/host=\d+/);
      const people = page.locator(`${ROWS} p`);
      await page.waitForFunction(
        ([rows, wanted]) =>
          document.querySelector(rows) !== null &&
          Array.from(document.querySelectorAll(`${rows} p`)).every(({ textContent }) =>
            textContent.startsWith(wanted),
          ),
        [ROWS, name] as const,
      );
      return { rows: await people.count(), asked: gateway.seen.length - before };
    });

    expect(outcome.rows).toBeGreaterThan(0);
    expect(seen.map(({ operationName }) => operationName)).toEqual(['Calls', 'Hosts', 'Calls']);
    expect(seen[2]?.variables['filter']).toMatchObject({ primaryUserIds: [id] });
  });

  it('says why it cannot search without a replica, and still filters', async () => {
    const { page } = await open('?days=90');
    await page.getByRole('searchbox', { name: 'Search calls' }).fill('demo');
    await page.keyboard.press('Enter');
    await page.getByText('keeps no copy of the calls').waitFor();

    const box = page.getByRole('searchbox', { name: 'Search calls' });
    const note = await box.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${note ?? ''}"]`).innerText()).toMatch(
      /^This gateway keeps no/,
    );
    expect(await attributes(page, ROWS, 'data-node-id', 20)).toHaveLength(20);
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.getByLabel('Time').selectOption('custom');
    await page.getByLabel('First day').fill('2020-01-01');
    await page.getByLabel('Last day').fill('2020-01-02');
    await page.getByText('No call matches these filters.').waitFor();
  });

  it('fits a phone', async () => {
    const { page } = await open('?days=custom');
    await page.setViewportSize({ width: 390, height: 844 });
    await attributes(page, ROWS, 'data-node-id', 20);

    expect(await isTooWide(page)).toBe(false);
  });

  it('shows the gateway’s error', async () => {
    const { page } = await open('', 'wrong');

    expect(await page.getByRole('alert').innerText()).toContain('(UNAUTHENTICATED)');
  });

  it('shows the calls of a response in which another part failed', async () => {
    // Gong refuses to list users to a key without that scope.
    const limited = await openGateway({}, ['api:calls:read:basic', 'api:calls:read:extensive']);
    try {
      const { page } = await (await viewer.before(limited))('?days=90');
      await attributes(page, ROWS, 'data-node-id', 20);
      await page.getByLabel('Host').focus();

      expect(await page.locator('search').getByRole('alert').innerText()).toContain('GONG_');
      expect(await page.locator(ROWS).count()).toBe(20);
    } finally {
      await limited.close();
    }
  });
});

describe('the search', () => {
  it('finds calls by title, from the replica', async () => {
    const { outcome, seen } = await replicated.trace(async () => {
      const { page } = await openReplicated('?days=90&text=demo');
      await page.getByText(/^\d+ calls?$/).waitFor();
      return page.locator(`${ROWS} a`).allInnerTexts();
    });

    expect(outcome.length).toBeGreaterThan(0);
    expect(outcome.filter((title) => !/demo/i.test(title))).toEqual([]);
    expect(seen.map(({ operationName, gongRequests }) => [operationName, gongRequests])).toEqual([
      ['SearchTitles', 0],
    ]);
  });

  it('finds spoken words, marks them, and leads to the passage', async () => {
    const { outcome, seen } = await replicated.trace(async () => {
      const { page, complaints } = await openReplicated('?days=90');
      await page.getByLabel('Search in').selectOption('said');
      await page.getByRole('searchbox', { name: 'Search calls' }).fill('pric*');
      await page.getByRole('button', { name: 'Search' }).click();
      await page.getByText(/^\d+ passages$/).waitFor();
      const marks = await page.locator('blockquote mark').allInnerTexts();
      const link = page.locator('blockquote').first().getByRole('link');
      const time = await link.innerText();
      await link.click();
      const current = page.locator('.transcript [aria-current]');
      await current.waitFor();
      return { marks, time, words: await current.innerText(), complaints };
    });

    expect(outcome.marks.length).toBeGreaterThanOrEqual(20);
    expect(outcome.marks.filter((word) => !/^pric/i.test(word))).toEqual([]);
    expect(outcome.words).toContain(outcome.time);
    expect(outcome.complaints).toEqual([]);
    expect(seen.find(({ operationName }) => operationName === 'SearchSpokenWords')).toMatchObject({
      gongRequests: 0,
      variables: { text: 'pric*' },
    });
  });
});

it('has types that are generated from the schema', async () => {
  const generated = join('src', 'gql');
  await viewer.app.run('generate', {
    EXAMPLE_GATEWAY_ORIGIN: new URL(gateway.url).origin,
    EXAMPLE_GATEWAY_TOKEN: gateway.token,
  });

  const names = await readdir(join(viewer.app.path, generated));
  expect(names).toContain('graphql.ts');
  for (const name of names) {
    const committed = await readFile(join(examplesFolder, 'react-app', generated, name), 'utf8');
    expect(await readFile(join(viewer.app.path, generated, name), 'utf8')).toBe(committed);
  }
});

/** In place of the gateway: prints where it serves, as the gateway does. */
const STAND_IN = `
import { createServer } from 'node:http';
const server = createServer((request, response) => response.end('the gateway at ' + request.url));
server.listen(Number(process.env.PORT), '127.0.0.1', () => {
  console.log('GraphiQL: http://127.0.0.1:' + server.address().port + '/graphiql, uses the embedded sandbox');
});
`;

it('starts with the gateway of its repository by one command, and ends it', async () => {
  const repository = await mkdtemp(join(tmpdir(), 'viewer-start-'));
  const folder = join(repository, 'examples', 'react-app');
  await cp(viewer.app.path, folder, { recursive: true, verbatimSymlinks: true });
  await mkdir(join(repository, 'scripts'));
  await writeFile(join(repository, 'scripts', 'start.js'), STAND_IN);
  await writeFile(join(repository, 'package.json'), '{ "type": "module" }');
  const started = spawn(process.execPath, ['start.js'], {
    cwd: folder,
    env: { PATH: process.env['PATH'], NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(started, 'exit');
  try {
    let printed = '';
    while (!/http:\/\/localhost:\d+\//.test(printed)) {
      const [chunk] = (await once(started.stdout, 'data')) as [Buffer];
      printed += chunk.toString();
    }
    const url = /http:\/\/localhost:\d+\//.exec(printed)?.[0] ?? '';
    const answer = await fetch(`${url}graphql`, { method: 'POST' });

    expect(await answer.text()).toBe('the gateway at /graphql');
  } finally {
    started.kill('SIGTERM');
    await exited;
    await rm(repository, { recursive: true, force: true });
  }
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
  const { app } = viewer;
  await writeFile(join(app.path, 'src', 'mixed.js'), MIXED);
  const { data } = await gateway.ask<CallList>(
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
