import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attributes, openBrowser, type OpenBrowser } from './support/browser.js';
import { copyClientSchema } from './support/clientSchema.js';
import { openGateway, type JudgedGateway } from './support/gateway.js';
import { runTool } from './support/runTool.js';
import { createWorkFolder } from './support/workFolder.js';

const application = fileURLToPath(new URL('./relay/', import.meta.url));

let gateway: JudgedGateway;
let browser: OpenBrowser;
let printed: string;
let folder: Awaited<ReturnType<typeof createWorkFolder>>;
beforeAll(async () => {
  folder = await createWorkFolder(application);
  await copyClientSchema(join(folder.path, 'schema.graphql'));
  printed = await runTool(folder.path, 'relay-compiler/cli.js', ['relay.config.json']);
  gateway = await openGateway();
  browser = await openBrowser();
});
afterAll(async () => {
  await Promise.all([browser.close(), gateway.close(), folder.remove()]);
});

describe('Relay', () => {
  it('compiles pages of a list and of an object, which it finds again by nodeId', async () => {
    expect(printed).not.toMatch(/warning|error/i);
    const refetch = await readFile(
      join(folder.path, 'artifacts', 'mainUserCallsPageQuery.graphql.js'),
      'utf8',
    );
    expect(refetch).toContain('node(nodeId: $nodeId)');
  });

  it('pages and reads again in a browser', async () => {
    await runTool(folder.path, 'vite/bin/vite.js', ['build', '--logLevel', 'warn']);
    const { data } = await gateway.ask<Expected>(EXPECTED);
    const host = mostFrequent(data.calls.nodes.flatMap(({ primaryUser }) => primaryUser?.id ?? []));
    const expected = data.calls.nodes.map(({ nodeId }) => nodeId);
    const { data: hosts } = await gateway.ask<ExpectedOfHost>(EXPECTED_OF_HOST, { id: host });
    const expectedOfHost = hosts.user.calls.nodes.map(({ nodeId }) => nodeId);

    const address = new URL(gateway.serve(join(folder.path, 'dist')));
    address.searchParams.set('user', host);
    address.searchParams.set('authorization', gateway.headers.authorization);
    const { outcome, seen } = await gateway.trace(async () => {
      const { page, complaints } = await browser.open(address.href);
      const shown = (section: string, count: number) =>
        attributes(page, `${section} li`, 'data-node-id', count);
      const first = [await shown('#calls', 2), await shown('#user-calls', 1)];
      await page.click('#calls .more');
      const second = await shown('#calls', 4);
      await page.click('#user-calls .more');
      const secondOfHost = await shown('#user-calls', expectedOfHost.length);
      await page.click('#calls .again');
      await page.locator('#calls li:nth-child(4)').waitFor({ state: 'detached' });
      return { first, second, secondOfHost, again: await shown('#calls', 3), complaints };
    });

    expect(outcome).toEqual({
      first: [expected.slice(0, 2), expectedOfHost.slice(0, 1)],
      second: expected.slice(0, 4),
      secondOfHost: expectedOfHost,
      again: expected.slice(0, 3),
      complaints: [],
    });
    expect(seen.map(({ operationName }) => operationName)).toEqual([
      'mainQuery',
      'mainCallsPageQuery',
      'mainUserCallsPageQuery',
      'mainCallsPageQuery',
    ]);
  });
});

/** So that there is more than one page of it. */
function mostFrequent(ids: readonly string[]): string {
  const count = (id: string) => ids.filter((other) => other === id).length;
  const [most] = [...ids].sort((a, b) => count(b) - count(a));
  if (most === undefined) throw new Error('No call has a host.');
  return most;
}

interface Nodes {
  readonly nodes: readonly { readonly nodeId: string }[];
}
interface Expected {
  readonly calls: {
    readonly nodes: readonly {
      readonly nodeId: string;
      readonly primaryUser: { readonly id: string } | null;
    }[];
  };
}
interface ExpectedOfHost {
  readonly user: { readonly calls: Nodes };
}

const EXPECTED = `{ calls(first: 100) { nodes { nodeId primaryUser { id } } } }`;
const EXPECTED_OF_HOST = `query ($id: ID!) { user(id: $id) { calls(first: 3) { nodes { nodeId } } } }`;
