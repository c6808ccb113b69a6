import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { DEFAULT_CREDENTIAL, type Sandbox } from '../../../sandbox/src/index.js';
import { parseConfig } from '../../../src/config/config.js';
import type { App } from '../../../src/http/app.js';
import { systemClock } from '../../../src/lib/clock.js';
import { openApp } from '../../../src/bin/serve/openApp.js';
import { openGateway } from '../../../src/bin/serve/openGateway.js';
import { hasStatusPage } from '../../../src/bin/serve/status.js';
import type { StatusReport } from '../../../src/telemetry/status/statusReport.js';
import { silentLogger } from '../../support/gateway.js';
import { startRedis, type TestRedis } from '../../support/redis.js';
import { createTestSandbox } from '../../support/sandbox.js';
import { eventually } from '../../storage/redis/support.js';

const ADMIN = 'the-administrator-token';

let redis: TestRedis;
let sandbox: Sandbox;
let gong: Awaited<ReturnType<Sandbox['listen']>>;
let folder: string;
let closing: (() => Promise<void>)[] = [];
beforeAll(async () => {
  redis = await startRedis();
  sandbox = createTestSandbox({ calls: 5, users: 5 });
  gong = await sandbox.listen();
  folder = await mkdtemp(join(tmpdir(), 'gateway-status-'));
});
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});
afterAll(async () => {
  await gong.close();
  await redis.close();
  await rm(folder, { recursive: true, force: true });
});

/** A whole gateway, as the program opens it. */
async function open(environment: Record<string, string>) {
  const config = parseConfig(environment);
  const gateway = await openGateway(config, { clock: systemClock, logger: silentLogger });
  const app = await openApp(gateway, silentLogger);
  const close = async (): Promise<void> => {
    closing = closing.filter((each) => each !== close);
    await app.close();
    await gateway.close();
  };
  closing.push(close);
  return { app, close };
}

const openCompany = () =>
  open({
    GONG_ACCESS_KEY: DEFAULT_CREDENTIAL.accessKey,
    GONG_ACCESS_KEY_SECRET: DEFAULT_CREDENTIAL.accessKeySecret,
    GONG_API_BASE_URL: gong.url,
    GONG_ALLOW_ANY_HOST: 'true',
    GONG_REQUESTS_PER_SECOND: '1000',
    GATEWAY_STATE_DIR: folder,
    GATEWAY_SECRET: 'a-secret-of-at-least-32-characters',
    GATEWAY_ADMIN_TOKEN: ADMIN,
    GATEWAY_TOKENS: 'web:web-token',
    REDIS_URL: redis.url,
  });

async function report({ http }: App): Promise<StatusReport> {
  const headers = { authorization: `Bearer ${ADMIN}` };
  const response = await http.inject({ url: '/admin/status', headers });
  expect(response.statusCode).toBe(200);
  return response.json();
}

const total = (counts: readonly number[]): number => counts.reduce((sum, each) => sum + each, 0);

it('shows at each gateway what all gateways on one Redis did', async () => {
  const [one, other] = [await openCompany(), await openCompany()];
  await eventually(async () => (await report(other.app)).instances.length === 2);
  const query = '{ users(first: 1) { nodes { id } } }';
  const response = await one.app.http.inject({
    method: 'POST',
    url: '/graphql',
    headers: { authorization: 'Bearer web-token' },
    payload: { query },
  });
  expect(response.json()).not.toHaveProperty('errors');
  const { minutes } = await report(one.app);
  expect(total(minutes.operations)).toBe(1);
  expect(total(minutes.requests)).toBe(sandbox.requests.length);

  // It writes its last counts.
  await one.close();

  const { length: sent } = sandbox.requests;
  // The count of the day comes with the next heartbeat of the quota.
  await eventually(async () => (await report(other.app)).companies[0]?.quota?.usedToday === sent);
  const seen = await report(other.app);
  expect(total(seen.minutes.operations)).toBe(1);
  expect(total(seen.minutes.requests)).toBe(sent);
  expect(seen.hours.uses).toMatchObject([{ client: 'web', operation: 'anonymous' }]);
  expect(seen.instances).toMatchObject([{ isThis: true }]);
  expect(seen.redis).toBe('ok');
  expect(seen.companies).toMatchObject([
    { tenant: 'default', isFixed: true, quota: { usedToday: sent } },
  ]);
});

it('shows invented data without a token', async () => {
  const { app } = await open({ GONG_SANDBOX: 'on', GATEWAY_REPLICA: 'off' });
  const response = await app.http.inject({ url: '/admin/status', headers: { host: '127.0.0.1' } });

  expect(response.json()).toMatchObject({
    sandbox: true,
    connecting: { byKey: false, byOAuth: false },
  });
  const foreign = await app.http.inject({ url: '/admin/status', headers: { host: 'evil.test' } });
  expect(foreign.statusCode).toBe(403);
});

it.each([
  { adminToken: ADMIN, isSandbox: false, isLocalOnly: false, isThere: true },
  { adminToken: undefined, isSandbox: true, isLocalOnly: true, isThere: true },
  { adminToken: undefined, isSandbox: true, isLocalOnly: false, isThere: false },
  { adminToken: undefined, isSandbox: false, isLocalOnly: true, isThere: false },
])('decides whether there is a status page: %o', ({ isThere, ...config }) => {
  expect(hasStatusPage(config)).toBe(isThere);
});
