import { afterEach, describe, expect, it } from '@jest/globals';
import type { StatusReport } from '../../src/telemetry/status/statusReport.js';
import { FAILED_LOGINS } from '../../src/http/clients/failedLogins.js';
import { FakeClock } from '../support/clock.js';
import {
  ACME_KEY,
  ADMIN,
  createAcme,
  GLOBEX_KEY,
  startTenantServer,
  type TenantServer,
  type TenantServerOptions,
} from '../tenants/support.js';
import { startServer } from './support.js';

const USERS = 'query People { users(first: 1) { nodes { id } } }';

let server: TenantServer;
afterEach(() => server.close());

async function start(options: TenantServerOptions = {}): Promise<void> {
  server = await startTenantServer(options);
  await connectGlobex();
}

const connectGlobex = () =>
  server.admin('PUT', '/admin/connections/globex', {
    ...GLOBEX_KEY,
    baseUrl: 'https://globex.gong.test',
  });

async function report(query = ''): Promise<StatusReport> {
  const response = await server.admin('GET', `/admin/status${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as StatusReport;
}

const total = (counts: readonly number[]): number => counts.reduce((sum, each) => sum + each, 0);

describe('GET /admin/status', () => {
  it('needs the administrators’ token', async () => {
    await start();
    const status = async (authorization?: string): Promise<number> => {
      const headers = authorization === undefined ? {} : { authorization };
      return (await fetch(`${server.origin}/admin/status`, { headers })).status;
    };

    expect(await status()).toBe(401);
    expect(await status('Bearer globex-token')).toBe(401);
    // A browser would send a password also when another site leads it here.
    expect(await status(`Basic ${Buffer.from(`a:${ADMIN}`).toString('base64')}`)).toBe(401);
    expect(await status(`Bearer ${ADMIN}`)).toBe(200);
  });

  it('shows the work of clients, and spends no Gong request', async () => {
    await start();
    await server.query('globex-token', USERS);
    await server.query('globex-token', USERS);
    server.globex.faults.add({
      operationId: 'listTrackers',
      fault: { kind: 'answer', status: 400, body: { errors: ['No.'] } },
    });
    await server.query('globex-token', 'query Words { trackers { name } }');
    const before = server.globex.requests.length;

    const { minutes, hours, companies, instances, redis } = await report('?tenant=globex');

    expect(server.globex.requests).toHaveLength(before);
    expect(total(minutes.requests)).toBe(before);
    expect(total(minutes.operations)).toBe(3);
    expect(total(minutes.failedOperations)).toBe(1);
    expect(total(minutes.operationRequests)).toBe(2);
    expect(total(minutes.cacheHits)).toBe(1);
    expect(minutes.requests).toHaveLength(1440);
    expect(hours.uses.filter(({ client }) => client === 'web')).toEqual([
      { client: 'web', operation: 'People', operations: 2, failedOperations: 0, requests: 1 },
      { client: 'web', operation: 'Words', operations: 1, failedOperations: 1, requests: 1 },
    ]);
    expect(hours.errors).toEqual([{ code: 'GONG_BAD_REQUEST', operations: 1 }]);
    expect(hours.failures).toEqual([{ outcome: 'bad-request', requests: 1 }]);
    expect(companies).toEqual([
      {
        tenant: 'globex',
        isFixed: false,
        connection: {
          kind: 'key',
          status: 'connected',
          gong: 'https://globex.gong.test',
          connectedAt: expect.any(String),
          missingScopes: [],
        },
        credentials: 'ok',
        quota: expect.objectContaining({
          usedToday: before,
          queued: 0,
          hold: null,
          forecast: null,
        }),
        replica: null,
      },
    ]);
    expect(instances).toMatchObject([{ isThis: true, queued: 0 }]);
    expect(redis).toBe('off');
  });

  it('shows the budgets of clients, those with the least left first', async () => {
    await start({
      environment: {
        GATEWAY_TOKENS: 'web@globex:globex-token,bi@globex:bi-token,idle@globex:idle-token',
        GATEWAY_CLIENT_REQUESTS_PER_DAY: '5',
        GATEWAY_CACHE_TTL_SECONDS: '0',
      },
    });
    for (const token of ['bi-token', 'globex-token', 'globex-token']) {
      await server.query(token, USERS);
    }

    expect((await report('?tenant=globex')).companies[0]?.quota?.budgets).toEqual([
      { client: 'web', usedToday: 2, perDay: 5 },
      { client: 'bi', usedToday: 1, perDay: 5 },
    ]);
  });

  it('throttles failed logins', async () => {
    await start({ clock: new FakeClock() });
    const statuses: number[] = [];
    for (let count = 0; count <= FAILED_LOGINS.limit; count += 1) {
      statuses.push((await server.admin('GET', '/admin/status', undefined, 'a guess')).status);
    }

    expect(new Set(statuses)).toEqual(new Set([401, 429]));
    expect(statuses.at(-1)).toBe(429);
  });

  it('shows nothing of another company when it is asked for one', async () => {
    await start();
    await server.connect('acme');
    await server.query('acme-token', USERS);

    expect(total((await report('?tenant=globex')).minutes.operations)).toBe(0);
    expect((await report('?tenant=globex')).hours.uses).toEqual([
      expect.objectContaining({ client: 'anonymous', operations: 0 }),
    ]);
    expect(total((await report('?tenant=acme')).minutes.operations)).toBe(1);
    expect(total((await report()).minutes.operations)).toBe(1);
  });

  it('contains no credential', async () => {
    await start();
    await server.connect('acme');
    await server.query('acme-token', USERS);

    const text = JSON.stringify(await report());
    for (const secret of [ACME_KEY, GLOBEX_KEY].flatMap((key) => Object.values(key))) {
      expect(text).not.toContain(secret);
    }
    expect(text).not.toContain(ADMIN);
  });

  it('foresees the day’s use by the rate of the last hour', async () => {
    const clock = new FakeClock();
    await start({
      clock,
      acme: createAcme(clock),
      environment: { GONG_REQUESTS_PER_DAY: '24', GONG_DAY_TIME_ZONE: 'UTC' },
    });
    const quota = async () => (await report('?tenant=globex')).companies[0]?.quota;
    // The verification of the key was the first request, at 12:00.
    const ask = (after: number) =>
      server.query('globex-token', `query { callsByIds(ids: ["${after}"]) { id } }`);
    await ask(1);
    expect(await quota()).toMatchObject({ usedToday: 2, forecast: null });

    await clock.advance(30 * 60_000);
    await ask(2);
    // 3 requests in 30 minutes, and 11.5 hours until midnight.
    expect((await quota())?.forecast).toEqual({
      usedByReset: 72,
      exhaustedAt: '2026-06-01T16:00:00.000Z',
      perMinute: 0.1,
      ofMinutes: 30,
    });

    await clock.advance(3 * 60 * 60_000);
    expect((await quota())?.forecast).toEqual({
      usedByReset: 3,
      exhaustedAt: null,
      perMinute: 0,
      ofMinutes: 60,
    });
  });

  it.each([
    ['?minutes=0', '"minutes"'],
    ['?minutes=1441', '"minutes"'],
    ['?minutes=1.5', '"minutes"'],
    ['?minutes=x', '"minutes"'],
    ['?hours=1', '"minutes"'],
    ['?tenant=nobody', '"tenant"'],
  ])('refuses %s with the name of the parameter', async (query, name) => {
    await start();
    const response = await server.admin('GET', `/admin/status${query}`);

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errors: [{ message: expect.stringContaining(name), extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });

  it('is not cached', async () => {
    await start();
    const response = await server.admin('GET', '/admin/status?minutes=1');

    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('says why the stored connections are unknown', async () => {
    await start();
    server.store.isAway = true;

    const { connecting, companies } = await report();
    expect(connecting).toMatchObject({ byKey: true, problem: expect.stringMatching(/\w+\.$/) });
    expect(companies).toEqual([]);
  });
});

describe('the status page', () => {
  it('allows no script, style, or request of another origin', async () => {
    await start();
    const response = await fetch(`${server.origin}/status`);

    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; " +
        "form-action 'none'; frame-ancestors 'none'; style-src 'self'",
    );
    expect(await response.text()).not.toMatch(/<script(?![^>]*src=)|style=/);
  });

  it('does not exist without the administrators’ token, and neither does its report', async () => {
    await start();
    const { origin, app } = await startServer();
    try {
      expect((await fetch(`${origin}/status`)).status).toBe(404);
      expect((await fetch(`${origin}/admin/status`)).status).toBe(404);
    } finally {
      await app.close();
    }
  });
});
