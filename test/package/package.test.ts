import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askUsers, serve } from './serving.js';
import { NAME, node, packAndLink, root } from './support.js';

let folder: string;
beforeAll(async () => {
  folder = await packAndLink();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const program = `node_modules/${NAME}/dist/gong-graphql.js`;

describe('the package', () => {
  it('holds what it needs, and nothing of its making', async () => {
    const files = await readdir(join(folder, 'node_modules', NAME), { recursive: true });

    expect(files).toEqual(
      expect.arrayContaining([
        'README.md',
        'LICENSE',
        'CHANGELOG.md',
        'schema.graphql',
        'subgraph.graphql',
        'schema/calls.graphql',
        'gong-api/openapi.json',
        'dist/src/bin/index.js',
        'dist/src/bin/index.d.ts',
        'dist/graphiql/index.html',
        'docs/reference/configuration.md',
      ]),
    );
    expect(files.filter((file) => /^(src|test|scripts|bench|sandbox)\/|\.map$/.test(file))).toEqual(
      [],
    );
  });

  it('does nothing when it is imported, and lets the process end', async () => {
    const script = `const { createGateway } = await import('${NAME}');
      if (typeof createGateway !== 'function') process.exitCode = 1;`;

    expect(await node(folder, ['--input-type=module', '-e', script])).toEqual({
      stdout: '',
      stderr: '',
    });
  });

  it('lets the process end once its gateway is closed', async () => {
    const script = `import { createGateway } from '${NAME}';
      const gateway = await createGateway({ settings: { GONG_SANDBOX: 'on' } });
      const { data } = await gateway.execute(
        { document: '{ users(first: 2) { nodes { id } } }' }, { client: 'test' });
      await gateway.close();
      console.log(data.users.nodes.length);`;

    expect(await node(folder, ['--input-type=module', '-e', script])).toEqual({
      stdout: '2\n',
      stderr: '',
    });
  });

  it('has types for its settings and results', async () => {
    const source = `import { createGateway, type Settings } from '${NAME}';
const settings: Settings = { GONG_SANDBOX: 'on' };
// @ts-expect-error a misspelled setting
export const misspelled: Settings = { GONG_SANDBOXES: 'on' };
export const environment: Settings = process.env;
const gateway = await createGateway({ settings });
const response: Response = await gateway.handle(new Request('http://localhost/graphql'));
const context = await gateway.createContext({ client: 'test', roles: ['manager'] });
context.close();
export const status: number = response.status;
`;
    await writeFile(join(folder, 'consumer.mts'), source);
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'NodeNext'];
    const types = ['--typeRoots', join(root, 'node_modules', '@types'), '--types', 'node'];

    const { stdout } = await node(folder, [
      tsc,
      ...options,
      '--target',
      'ES2022',
      ...types,
      'consumer.mts',
    ]);

    expect(stdout).toBe('');
  });
});

describe('gong-graphql of the package', () => {
  it('lists its commands', async () => {
    const { stdout } = await node(folder, [program, '--help']);

    expect(stdout).toMatch(/^Usage: gong-graphql COMMAND/);
  });

  it('serves the sandbox, and stops at SIGTERM', async () => {
    const serving = await serve(folder, [program, 'serve'], { PORT: '0' });
    const answer = await askUsers(serving.origin);
    const page = await fetch(`${serving.origin}/graphiql`);
    await page.text();
    const ending = await serving.stop();

    expect(answer).toMatch(/^200 .*"nodes":\[\{"emailAddress":"[^"]+"\},\{"emailAddress":/);
    expect(page.status).toBe(200);
    expect(ending).toEqual([0, null]);
  });
});

describe('examples/own-server', () => {
  it('serves data by its own login, in its own route and at /graphql', async () => {
    const example = join(root, 'examples', 'own-server');
    for (const file of ['server.js', 'fetchBridge.js', 'package.json']) {
      await cp(join(example, file), join(folder, file));
    }
    const { scripts } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
      readonly scripts: { readonly start: string };
    };
    const [, file = ''] = scripts.start.split(' ');
    const serving = await serve(folder, [file], { EXAMPLE_PORT: '0' });
    const as = (user: string) => ({ authorization: `Bearer ${user}-token` });
    const latest = await fetch(`${serving.origin}/latest-calls`, { headers: as('intern') });
    const calls = await latest.json();
    const [manager, intern, stranger] = [
      await askUsers(serving.origin, as('manager')),
      await askUsers(serving.origin, as('intern')),
      await askUsers(serving.origin),
    ];
    const ending = await serving.stop();

    expect(calls).toEqual([
      { id: expect.any(String), title: expect.anything(), parties: expect.any(Array) },
      { id: expect.any(String), title: expect.anything(), parties: expect.any(Array) },
    ]);
    expect(JSON.stringify(calls)).not.toMatch(/[a-z]@/);
    expect(manager).toMatch(/^200 .*[a-z]@/);
    expect(intern).toMatch(/^200 .*•••@/);
    expect(stranger).toMatch(/^401 .*UNAUTHENTICATED/);
    expect(ending).toEqual([0, null]);
  });
});
