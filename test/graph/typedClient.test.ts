import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyExample, type Example } from './support/examples.js';
import { openGateway, type JudgedGateway } from './support/gateway.js';

let gateway: JudgedGateway;
let client: Example;
beforeAll(async () => {
  gateway = await openGateway();
  client = await copyExample('typed-client');
  await client.run('generate');
});
afterAll(async () => {
  await Promise.all([gateway.close(), client.remove()]);
});

const environment = (token: string) => ({
  EXAMPLE_GATEWAY_URL: gateway.url,
  EXAMPLE_GATEWAY_TOKEN: token,
});

describe('examples/typed-client', () => {
  it('compiles, and a field that the schema lacks does not', async () => {
    await client.run('check');

    const wrong = join(client.path, 'src', 'wrong.ts');
    const main = await readFile(join(client.path, 'src', 'main.ts'), 'utf8');
    await writeFile(wrong, main.replace('call.title', 'call.subject'));
    await expect(client.run('check')).rejects.toThrow(
      /wrong\.ts.*Property 'subject' does not exist/,
    );
    await writeFile(wrong, main.replace('{ from, after }', '{ from: 1, after }'));
    await expect(client.run('check')).rejects.toThrow(
      /wrong\.ts.*Type 'number' is not assignable to type 'string'/,
    );
    await writeFile(wrong, '');
  });

  it('reads IDs as exact strings, and sends them in variables', async () => {
    const types = await readFile(join(client.path, 'src', 'gql', 'graphql.ts'), 'utf8');

    expect(types).toMatch(/id: string/);
    expect(types).not.toMatch(/: any\b/);
  });

  it('generates types from the schema of a running gateway', async () => {
    const config = await readFile(join(client.path, 'codegen.ts'), 'utf8');
    const schema = `{ ${JSON.stringify(gateway.url)}: { headers: ${JSON.stringify(gateway.headers)} } }`;
    const live = config
      .replace(`schema: 'schema.graphql'`, `schema: [${schema}]`)
      .replace('src/gql/', 'live/');
    expect(live).not.toBe(config);
    await writeFile(join(client.path, 'codegen.ts'), live);
    try {
      await client.run('generate');
    } finally {
      await writeFile(join(client.path, 'codegen.ts'), config);
    }

    const read = (folder: string) => readFile(join(client.path, folder, 'graphql.ts'), 'utf8');
    expect(await read('live')).toBe(await read('src/gql'));
  });

  it('prints the calls of 30 days, page by page', async () => {
    const from = new Date(Date.now() - 30 * 24 * 3600 * 1000).toISOString();
    const { data } = await gateway.ask<{ calls: { nodes: { id: string; title: string }[] } }>(
      'query ($from: DateTime) { calls(first: 100, filter: { from: $from }) { nodes { id title } } }',
      { from },
    );
    const { outcome, seen } = await gateway.trace(() =>
      client.run('start', environment(gateway.token)),
    );

    const lines = outcome.stdout.trim().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(data.calls.nodes.map(({ id }) => id));
    expect(lines[0]).toContain(data.calls.nodes[0]?.title);
    expect(seen).toHaveLength(Math.ceil(lines.length / 20));
    expect(seen[0]?.variables).toEqual({ from: expect.any(String) as unknown });
  });

  it('ends with the gateway’s error', async () => {
    await expect(client.run('start', environment('wrong'))).rejects.toThrow('(UNAUTHENTICATED)');
  });
});
