import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attributes, openBrowser, type OpenBrowser } from './support/browser.js';
import { copyClientSchema } from './support/clientSchema.js';
import { openGateway, type JudgedGateway } from './support/gateway.js';
import { startPage } from './support/exampleServer.js';
import { exampleFolder } from './support/recipes.js';
import { runTool } from './support/runTool.js';
import { createWorkFolder } from './support/workFolder.js';

const CODEGEN = ['@graphql-codegen/cli/cjs/bin.js', ['--config', 'codegen.ts']] as const;

let gateway: JudgedGateway;
let folder: Awaited<ReturnType<typeof createWorkFolder>>;
beforeAll(async () => {
  gateway = await openGateway();
  folder = await createWorkFolder(exampleFolder('react-app'));
  await copyClientSchema(join(folder.path, 'schema.graphql'));
  await runTool(folder.path, ...CODEGEN);
});
afterAll(async () => {
  await Promise.all([gateway.close(), folder.remove()]);
});

it('compiles, and a field that the schema lacks does not', async () => {
  await runTool(folder.path, 'typescript/bin/tsc');

  const wrong = join(folder.path, 'src', 'wrong.ts');
  const script = await readFile(join(folder.path, 'src', 'script.ts'), 'utf8');
  await writeFile(wrong, script.replace('user.emailAddress', 'user.eMail'));
  await expect(runTool(folder.path, 'typescript/bin/tsc')).rejects.toThrow(
    /wrong\.ts.*Property 'eMail' does not exist/,
  );
  await writeFile(wrong, script.replace('first: 3', "first: 'three'"));
  await expect(runTool(folder.path, 'typescript/bin/tsc')).rejects.toThrow(
    /wrong\.ts.*Type 'string' is not assignable to type 'number'/,
  );
  await writeFile(wrong, '');
});

it('runs as a script without any client', async () => {
  const { data } = await gateway.ask<{ users: { nodes: { emailAddress: string }[] } }>(
    '{ users(first: 3) { nodes { emailAddress } } }',
  );
  const { outcome, seen } = await gateway.trace(() =>
    runTool(folder.path, 'tsx/dist/cli.mjs', ['src/script.ts'], {
      EXAMPLE_GATEWAY_URL: gateway.url,
      EXAMPLE_GATEWAY_TOKEN: gateway.token,
    }),
  );

  expect(outcome.trim().split('\n')).toEqual(data.users.nodes.map((user) => user.emailAddress));
  expect(seen.map(({ variables }) => variables)).toEqual([{ first: 3 }]);
});

describe('the React app with Apollo Client', () => {
  let browser: OpenBrowser;
  let served: Awaited<ReturnType<typeof startPage>>;
  beforeAll(async () => {
    await runTool(folder.path, 'vite/bin/vite.js', ['build', '--logLevel', 'warn']);
    served = await startPage(folder.path, { EXAMPLE_GATEWAY_ORIGIN: new URL(gateway.url).origin });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
  });

  it('pages in a browser', async () => {
    const { data } = await gateway.ask<{ calls: { nodes: { nodeId: string }[] } }>(
      '{ calls(first: 10, order: NEWEST_FIRST) { nodes { nodeId } } }',
    );
    const expected = data.calls.nodes.map(({ nodeId }) => nodeId);

    const { outcome, seen } = await gateway.trace(async () => {
      const { page, complaints } = await browser.open(served.url, {
        'gateway-token': gateway.token,
      });
      const first = await attributes(page, 'li', 'data-node-id', 5);
      await page.getByRole('button', { name: 'More' }).click();
      return { first, both: await attributes(page, 'li', 'data-node-id', 10), complaints };
    });

    expect(outcome).toEqual({ first: expected.slice(0, 5), both: expected, complaints: [] });
    expect(seen.map(({ operationName }) => operationName)).toEqual(['Latest', 'Latest']);
    expect(seen.map(({ headers }) => headers.authorization)).toEqual(
      [1, 2].map(() => `Bearer ${gateway.token}`),
    );
  });

  it('shows what the gateway says is wrong', async () => {
    const refused = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer wrong' },
      body: '{"query":"{ __typename }"}',
    });
    const { errors } = (await refused.json()) as { errors: { message: string }[] };

    const { page } = await browser.open(served.url, { 'gateway-token': 'wrong' });
    await page.getByRole('alert').waitFor();

    expect(await page.getByRole('alert').innerText()).toBe(errors[0]?.message);
  });
});
