import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createSandbox, DEFAULT_OAUTH_APP, type Sandbox } from '../../sandbox/src/index.js';
import { eventually } from '../storage/redis/support.js';
import { runProgram } from '../support/program.js';
import { atGong, cookieOf } from './support.js';

const REDIRECT_URI = 'http://127.0.0.1:4000/oauth/gong/callback';
const ADMIN = 'killed-test-admin-token';
const SECRET = 'an own secret of at least 32 characters';

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** A gateway whose company's access tokens end after a second; every process of it finds the same folder. */
async function setUp() {
  const sandbox = createSandbox({
    calls: 5,
    users: 3,
    requestsPerSecond: Infinity,
    oauth: { redirectUris: [REDIRECT_URI], accessTokenSeconds: 1 },
  });
  const { url, close } = await sandbox.listen();
  cleanUps.push(close);
  const stateDir = await mkdtemp(join(tmpdir(), 'killed-'));
  cleanUps.push(() => rm(stateDir, { recursive: true, force: true }));
  const start = () => {
    const program = runProgram({
      GONG_OAUTH_CLIENT_ID: DEFAULT_OAUTH_APP.clientId,
      GONG_OAUTH_CLIENT_SECRET: DEFAULT_OAUTH_APP.clientSecret,
      GONG_OAUTH_REDIRECT_URI: REDIRECT_URI,
      GONG_OAUTH_BASE_URL: url,
      GONG_ALLOW_ANY_HOST: 'true',
      GONG_REQUESTS_PER_SECOND: '1000',
      GATEWAY_SECRET: SECRET,
      GATEWAY_ADMIN_TOKEN: ADMIN,
      GATEWAY_STATE_DIR: stateDir,
      GATEWAY_CACHE_TTL_SECONDS: '0',
      LOG_LEVEL: 'trace',
    });
    cleanUps.push(() => program.kill('SIGKILL'));
    return program;
  };
  return { sandbox, start, stateDir };
}

async function connect(sandbox: Sandbox, origin: string): Promise<void> {
  const started = await fetch(`${origin}/oauth/gong/start?tenant=default`, {
    headers: { authorization: `Bearer ${ADMIN}` },
    redirect: 'manual',
  });
  const back = await atGong(sandbox, started, origin);
  const answer = await fetch(back, { headers: { cookie: cookieOf(started) } });
  expect(await answer.text()).toContain('is connected to Gong');
}

async function ask(origin: string): Promise<{ data: unknown; errors?: { message: string }[] }> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ workspaces { id } quota { usedToday } }"}',
  });
  return (await response.json()) as { data: unknown; errors?: { message: string }[] };
}

/** Does something the first time that the sandbox is about to answer such a request. */
function before(
  sandbox: Sandbox,
  isMeant: (request: { readonly path: string; readonly authorization: string }) => boolean,
  act: () => Promise<void>,
): { readonly happened: () => boolean } {
  const handle = sandbox.handle.bind(sandbox);
  let hasHappened = false;
  sandbox.handle = async (request) => {
    const answer = await handle(request);
    const { pathname: path } = new URL(request.url, 'http://sandbox.invalid');
    const authorization = request.headers?.['authorization'] ?? '';
    if (!hasHappened && isMeant({ path, authorization })) {
      hasHappened = true;
      await act();
    }
    return answer;
  };
  return { happened: () => hasHappened };
}

describe('a killed gateway', () => {
  it('loses nothing between storing a renewed access and using it', async () => {
    const { sandbox, start, stateDir } = await setUp();
    const first = start();
    const origin = await first.started;
    await connect(sandbox, origin);
    // The first request of the API that a renewed token opens.
    const killing = before(
      sandbox,
      ({ path, authorization }) => {
        const { pairs = 0, accessToken } = sandbox.oauth.grants[0] ?? {};
        return path.startsWith('/v2/') && pairs > 1 && authorization === `Bearer ${accessToken}`;
      },
      () => first.kill('SIGKILL'),
    );
    await eventually(async () => {
      await ask(origin).catch(() => undefined);
      return killing.happened();
    });
    await first.exited;

    const second = start();
    const again = await second.started;
    expect((await ask(again)).errors).toBeUndefined();
    const tokens = sandbox.oauth.requests.filter(
      ({ operationId }) => operationId === 'generateCustomerToken',
    );
    expect(tokens.map(({ status }) => status)).toEqual(tokens.map(() => 200));
    expect(sandbox.oauth.grants).toHaveLength(1);

    // Nor has anything been told on the way, or lies open on the disk.
    await second.stop();
    const files = await readdir(stateDir, { recursive: true, withFileTypes: true });
    const texts = await Promise.all(
      files
        .filter((file) => file.isFile())
        .map((file) => readFile(join(file.parentPath, file.name), 'latin1')),
    );
    const told = [first.output(), second.output(), ...texts].join('\n');
    const secrets = tokens.flatMap(({ parameters }) => [
      parameters['code'] ?? '-',
      parameters['refresh_token'] ?? '-',
    ]);
    const grant = sandbox.oauth.grants[0];
    const all = [
      ...secrets,
      grant?.accessToken ?? '-',
      grant?.refreshToken ?? '-',
      DEFAULT_OAUTH_APP.clientSecret,
      ADMIN,
      SECRET,
    ].filter((secret) => secret !== '-');
    expect(all.length).toBeGreaterThan(6);
    expect(all.filter((secret) => told.includes(secret))).toEqual([]);
  });

  it('says to connect again when it was killed between Gong’s response and storing it', async () => {
    const { sandbox, start } = await setUp();
    const first = start();
    const origin = await first.started;
    await connect(sandbox, origin);
    const killing = before(
      sandbox,
      ({ path }) => path === '/oauth2/generate-customer-token',
      () => first.kill('SIGKILL'),
    );
    await eventually(async () => {
      await ask(origin).catch(() => undefined);
      return killing.happened();
    });
    await first.exited;

    const again = await start().started;
    expect((await ask(again)).errors).toMatchObject([
      { message: expect.stringContaining('/oauth/gong/start?tenant=default') },
    ]);
    await connect(sandbox, again);
    expect((await ask(again)).errors).toBeUndefined();
  });
});
