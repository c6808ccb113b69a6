import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createSandbox, DEFAULT_CREDENTIAL, type Sandbox } from '../../sandbox/src/index.js';
import { runProgram } from '../support/program.js';
import { runNode } from '../support/runNode.js';

let folder: string;
let gong: Awaited<ReturnType<Sandbox['listen']>>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gateway-purge-'));
  gong = await createSandbox({ calls: 10, users: 3, requestsPerSecond: Infinity }).listen();
});
afterEach(async () => {
  await gong.close();
  await rm(folder, { recursive: true, force: true });
});

const replicas = () => readdir(join(folder, 'replica'));

it('deletes the replica of a company, once no gateway uses it', async () => {
  const environment = {
    GONG_ACCESS_KEY: DEFAULT_CREDENTIAL.accessKey,
    GONG_ACCESS_KEY_SECRET: DEFAULT_CREDENTIAL.accessKeySecret,
    GONG_API_BASE_URL: gong.url,
    GONG_ALLOW_ANY_HOST: 'true',
    GATEWAY_SECRET: 'a-secret-of-at-least-32-characters',
    GATEWAY_STATE_DIR: folder,
    GATEWAY_REPLICA: 'on',
  };
  const purge = () => runNode(['--import', 'tsx', 'src/bin/gongGraphql.ts', 'purge'], environment);
  const gateway = runProgram(environment);
  await gateway.started;
  await gateway.printed('First copy');

  const refused = await purge();
  const [, ...beside] = await replicas();
  await gateway.stop();
  const purged = await purge();

  expect(refused.stderr).toContain('A gateway uses the replica. Stop the gateway first.');
  expect(refused.code).toBe(1);
  expect(beside.length).toBeGreaterThan(0);
  expect(purged).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Deleted the replica.'),
  });
  expect(await replicas()).toEqual([]);
});

it('says that there is nothing to purge', async () => {
  const { code, stderr } = await runNode(['--import', 'tsx', 'src/bin/gongGraphql.ts', 'purge'], {
    GONG_ACCESS_KEY: 'key',
    GONG_ACCESS_KEY_SECRET: 'secret',
  });

  expect(code).toBe(1);
  expect(stderr).toContain('neither REDIS_URL nor GATEWAY_REPLICA is set');
});
