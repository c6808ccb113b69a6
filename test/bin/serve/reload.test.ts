import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createSandbox, type Sandbox } from '../../../sandbox/src/index.js';
import { runProgram } from '../../support/program.js';

/** Gong does not know it. */
const credential = { accessKey: 'RELOADTESTKEY', accessKeySecret: 'reload-test-key-secret' };
const other = { accessKey: 'RELOADOTHERKEY', accessKeySecret: 'reload-other-key-secret' };
const NAMES = '{ __typename }';
const USERS = '{ users(first: 1) { nodes { id } } }';

let folder: string;
let gong: Awaited<ReturnType<Sandbox['listen']>>;
let program: ReturnType<typeof runProgram>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gateway-reload-'));
  const sandbox = createSandbox({
    calls: 3,
    users: 3,
    requestsPerSecond: Infinity,
    credentials: [other],
  });
  gong = await sandbox.listen();
});
afterEach(async () => {
  await program.kill('SIGKILL');
  await gong.close();
  await rm(folder, { recursive: true, force: true });
});

const put = (name: string, text: string) => writeFile(join(folder, name), text);

async function start(): Promise<string> {
  await put('tokens', 'web:the-first-token\n');
  await put('tenants', '{ "acme": {} }');
  await put('manifest', JSON.stringify({ names: NAMES, users: USERS }));
  await put('key', credential.accessKey);
  await put('key-secret', credential.accessKeySecret);
  const file = (name: string) => join(folder, name);
  program = runProgram({
    GONG_ACCESS_KEY_FILE: file('key'),
    GONG_ACCESS_KEY_SECRET_FILE: file('key-secret'),
    GONG_API_BASE_URL: gong.url,
    GONG_ALLOW_ANY_HOST: 'true',
    GATEWAY_STATE_DIR: file('state'),
    GATEWAY_SECRET: 'a-secret-of-at-least-32-characters',
    GATEWAY_ADMIN_TOKEN: 'the-administrator-token',
    GATEWAY_TOKENS_FILE: file('tokens'),
    GATEWAY_TENANTS_FILE: file('tenants'),
    GATEWAY_PERSISTED_DOCUMENTS: 'only',
    GATEWAY_PERSISTED_DOCUMENTS_FILE: file('manifest'),
    GATEWAY_CACHE_TTL_SECONDS: '0',
  });
  return program.started;
}

async function ask(origin: string, token: string, documentId: string) {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ documentId }),
  });
  return { status: response.status, body: await response.text() };
}

async function statusOf(origin: string, token: string, documentId = 'names'): Promise<number> {
  return (await ask(origin, token, documentId)).status;
}

async function isServed(origin: string, tenant: string): Promise<boolean> {
  const response = await fetch(`${origin}/admin/connections/${tenant}`, {
    method: 'PUT',
    headers: {
      'content-type': 'application/json',
      authorization: 'Bearer the-administrator-token',
    },
    body: JSON.stringify({ ...other, baseUrl: gong.url }),
  });
  await response.text();
  return response.ok;
}

it('uses changed files on SIGHUP', async () => {
  const origin = await start();
  const before = [
    await statusOf(origin, 'the-first-token'),
    await statusOf(origin, 'the-second-token'),
    await isServed(origin, 'globex'),
  ];
  const refused = await ask(origin, 'the-first-token', 'users');
  await put('tokens', 'app:the-second-token');
  await put('tenants', '{ "globex": {} }');
  await put('manifest', JSON.stringify({ users: USERS }));
  await put('key', other.accessKey);
  await put('key-secret', other.accessKeySecret);

  await program.kill('SIGHUP');
  await program.printed('Files read again');

  expect(before).toEqual([200, 401, false]);
  expect(await statusOf(origin, 'the-first-token', 'users')).toBe(401);
  expect(refused.body).toContain('GONG_');
  expect(await ask(origin, 'the-second-token', 'users')).toMatchObject({
    status: 200,
    body: expect.stringMatching(/"nodes":\[\{"id"/),
  });
  expect(await statusOf(origin, 'the-second-token', 'names')).toBe(404);
  expect([await isServed(origin, 'globex'), await isServed(origin, 'acme')]).toEqual([true, false]);
  for (const change of [
    'GATEWAY_TOKENS: web@default removed',
    'GATEWAY_TOKENS: app@default added',
    'GATEWAY_TENANTS_FILE: acme removed',
    'GATEWAY_PERSISTED_DOCUMENTS_FILE',
  ]) {
    expect(program.output()).toContain(change);
  }
  expect(program.output()).not.toMatch(/the-(first|second)-token|reload-other-key-secret/);
});

it('uses no file when one of them has a problem', async () => {
  const origin = await start();
  await put('tokens', 'app:the-second-token');
  await put('tenants', '{ "Not a name": {} }');

  await program.kill('SIGHUP');
  await program.printed('Files not used');

  expect(await statusOf(origin, 'the-first-token')).toBe(200);
  expect(await statusOf(origin, 'the-second-token')).toBe(401);
  expect(program.output()).toContain('GATEWAY_TENANTS_FILE has the invalid tenant name');
  expect(program.output()).not.toContain('the-second-token');
});
