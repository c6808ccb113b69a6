import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createLogger } from '../../src/bin/serve/createLogger.js';
import { systemClock } from '../../src/lib/clock.js';
import { openFileConnections } from '../../src/storage/disk/disk.js';
import type { Connection } from '../../src/tenants/connections/connection.js';
import { runProgram } from '../support/program.js';
import { runNode } from '../support/runNode.js';

const OLD = 'the-old-secret-of-at-least-32-characters';
const NEW = 'the-new-secret-of-at-least-32-characters';
const acme: Connection = {
  kind: 'key',
  tenant: 'acme',
  id: 'one',
  baseUrl: 'https://api.gong.io',
  connectedAt: 3,
  accessKey: 'the-access-key',
  accessKeySecret: 'the-key-secret',
};

let stateDir: string;
let program: ReturnType<typeof runProgram> | null = null;
beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'gateway-rotate-'));
});
afterEach(async () => {
  await program?.kill('SIGKILL');
  program = null;
  await rm(stateDir, { recursive: true, force: true });
});

const open = (secret: string) =>
  openFileConnections({ stateDir, secret }, systemClock, createLogger('silent'));

const environment = (secret: string) => ({
  GATEWAY_SECRET: secret,
  GATEWAY_STATE_DIR: stateDir,
  GATEWAY_ADMIN_TOKEN: 'the-administrator-token',
});

const rotate = (secret: string) =>
  runNode(['--import', 'tsx', 'src/bin/gongGraphql.ts', 'rotate'], environment(secret));

it('seals stored connections with the first secret while a gateway runs', async () => {
  await open(OLD).put(acme);
  program = runProgram(environment(`${NEW} ${OLD}`));
  const origin = await program.started;
  const connected = async () => {
    const headers = { authorization: 'Bearer the-administrator-token' };
    return (await fetch(`${origin}/admin/connections`, { headers })).text();
  };
  const before = await connected();

  const first = await rotate(`${NEW} ${OLD}`);
  const second = await rotate(`${NEW} ${OLD}`);

  expect(before).toContain('"acme"');
  expect(first).toMatchObject({
    code: 0,
    stdout: 'Sealed 1 connection with the first secret. It had sealed 0 already.\n',
  });
  expect(second).toMatchObject({
    code: 0,
    stdout: 'Sealed 0 connections with the first secret. It had sealed 1 already.\n',
  });
  expect(await connected()).toBe(before);
  expect(await open(NEW).get('acme')).toEqual(acme);
  expect(await open(OLD).get('acme')).toBeNull();
});

it('says which connections no secret opens', async () => {
  await open(OLD).put(acme);

  const { code, stderr } = await rotate(NEW);

  expect(code).toBe(1);
  expect(stderr).toContain('No secret of GATEWAY_SECRET opens 1 connection.');
  expect(await open(OLD).get('acme')).toEqual(acme);
});

it('needs a secret', async () => {
  const { code, stderr } = await runNode(['--import', 'tsx', 'src/bin/gongGraphql.ts', 'rotate'], {
    GATEWAY_STATE_DIR: stateDir,
  });

  expect(code).toBe(1);
  expect(stderr).toContain('Nothing was rotated:\n- GATEWAY_SECRET is not set');
});
