import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { askUsers, serve } from './serving.js';
import { NAME, node, pack } from './support.js';

const execute = promisify(execFile);

let folder: string;
beforeAll(async () => {
  const packed = await pack();
  ({ folder } = packed);
  const options = ['--no-audit', '--no-fund', packed.file];
  // npm may need more of our environment to reach a registry, and nothing of Jest's.
  const env = { ...process.env, NODE_OPTIONS: '' };
  await execute('npm', ['install', ...options], { cwd: folder, env });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('npm installs the package in an empty folder, with graphql beside it, and it serves', async () => {
  const program = join('node_modules', '.bin', 'gong-graphql');
  const { stdout } = await node(folder, [program, '--help']);
  const serving = await serve(folder, [program, 'serve'], { PORT: '0' });
  const answer = await askUsers(serving.origin);
  const ending = await serving.stop();
  const graphql = JSON.parse(
    await readFile(join(folder, 'node_modules', 'graphql', 'package.json'), 'utf8'),
  ) as { readonly version: string };

  expect(stdout).toMatch(/^Usage: gong-graphql COMMAND/);
  expect(answer).toMatch(/^200 /);
  expect(ending).toEqual([0, null]);
  expect(graphql.version).toMatch(/^16\./);
  await expect(
    readFile(join(folder, 'node_modules', NAME, 'node_modules', 'graphql', 'package.json')),
  ).rejects.toThrow('ENOENT');
});
