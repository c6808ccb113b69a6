import { afterEach, describe, expect, it } from '@jest/globals';
import { FAILED_LOGINS } from '../../src/http/clients/failedLogins.js';
import { MemoryRateLimits } from '../../src/lib/rateLimits.js';
import { createKey, createKeyServer, jwtOptions, sign } from '../access/clients/support.js';
import { createTestAudit } from '../support/audit.js';
import { FakeClock } from '../support/clock.js';
import { startTenantServer, ADMIN, type TenantServer } from '../tenants/support.js';
import { startServer, type TestServer, type TestServerOptions } from './support.js';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

const PROXY = ['127.0.0.1'];
const { limit, windowMs } = FAILED_LOGINS;

async function start(options: TestServerOptions = {}): Promise<TestServer> {
  const server = await startServer({
    clock: new FakeClock(),
    tokens: [
      { client: 'web', tenant: 'default', token: 'web-token' },
      { client: 'bi', tenant: 'default', token: 'bi-token' },
    ],
    ...options,
    httpConfig: { trustedProxies: PROXY, ...options.httpConfig },
  });
  closing.push(() => server.app.close());
  return server;
}

/** Sends an operation that needs nothing of Gong. */
const login = ({ post }: TestServer, token: string, address = '203.0.113.7') =>
  post('{ __typename }', {
    headers: { authorization: `Bearer ${token}`, 'x-forwarded-for': address },
  });

/** Fails as often as the limit allows, and returns the statuses. */
async function failUntilLimit(attempt: (index: number) => Promise<Response>): Promise<number[]> {
  const statuses: number[] = [];
  for (let index = 0; index < limit; index += 1) {
    const response = await attempt(index);
    await response.arrayBuffer();
    statuses.push(response.status);
  }
  return statuses;
}

describe('logins with a wrong token', () => {
  it('get 429 with Retry-After once an address has too many', async () => {
    const server = await start();
    const before = await failUntilLimit((index) => login(server, `guess-${index}`));
    const response = await login(server, 'one guess more');

    expect(new Set(before)).toEqual(new Set([401]));
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe(String(windowMs / limit / 1000));
    expect(await response.json()).toEqual({
      errors: [
        {
          message: expect.stringContaining('retryAfterSeconds'),
          extensions: { code: 'RATE_LIMITED', retryable: true, retryAfterSeconds: 3 },
        },
      ],
    });
    expect(server.sandbox.requests).toEqual([]);
  });

  it('are logged once per burst, without the token and the address, and again in the next burst', async () => {
    const clock = new FakeClock();
    const server = await start({ clock });
    const throttled = () =>
      server.logged.filter(({ message }) => message === 'Failed logins throttled');
    for (const guess of ['one', 'two', 'three']) {
      await failUntilLimit(() => login(server, guess));
    }

    expect(throttled()).toEqual([
      {
        level: 'warn',
        fields: { by: 'address', route: '/graphql', retryAfterSeconds: 3 },
        message: 'Failed logins throttled',
      },
    ]);

    await clock.advance(2 * windowMs);
    await failUntilLimit(() => login(server, 'four'));
    await login(server, 'five');

    expect(throttled()).toHaveLength(2);
    expect(JSON.stringify(throttled())).not.toMatch(/203\.0\.113|guess|four/);
  });

  it('are examined again at the steady rate', async () => {
    const clock = new FakeClock();
    const server = await start({ clock });
    await failUntilLimit((index) => login(server, `guess-${index}`));
    await clock.advance(windowMs / limit);

    expect((await login(server, 'guess')).status).toBe(401);
    expect((await login(server, 'guess')).status).toBe(429);
  });

  it('count for each address alone, and for the half of an IPv6 address that a client does not choose', async () => {
    const server = await start();
    await failUntilLimit((index) => login(server, 'guess', `2001:db8:1:2::${index}`));

    expect((await login(server, 'guess', '2001:db8:1:2:ffff::9')).status).toBe(429);
    expect((await login(server, 'guess', '2001:db8:1:3::1')).status).toBe(401);
  });

  it('count at all instances together when they share their limits', async () => {
    const clock = new FakeClock();
    const sharedRates = new MemoryRateLimits(clock);
    const [one, other] = [await start({ clock, sharedRates }), await start({ clock, sharedRates })];
    await failUntilLimit(() => login(one, 'guess'));

    expect((await login(other, 'guess')).status).toBe(429);
  });

  it('do not count when there is no token', async () => {
    const server = await start();
    await failUntilLimit(() => server.post('{ __typename }'));

    expect((await server.post('{ __typename }')).status).toBe(401);
  });

  it('count at the audit log too', async () => {
    const { audit, taken } = createTestAudit();
    const server = await start({ audit });
    await failUntilLimit(() => login(server, 'guess'));
    await login(server, 'guess');

    expect(taken()).toHaveLength(limit + 1);
  });
});

describe('a right token', () => {
  it('is refused like a wrong one from a throttled address that never used it', async () => {
    const server = await start();
    await failUntilLimit((index) => login(server, `guess-${index}`));
    const right = await login(server, 'web-token');
    const wrong = await login(server, 'wrong-token');

    expect([right.status, wrong.status]).toEqual([429, 429]);
    expect(await right.json()).toEqual(await wrong.json());
    expect((await login(server, 'web-token', '203.0.113.8')).status).toBe(200);
  });

  it('stays accepted from an address that used it before', async () => {
    const server = await start();
    await login(server, 'web-token');
    await failUntilLimit((index) => login(server, `guess-${index}`));

    expect((await login(server, 'web-token')).status).toBe(200);
    expect((await login(server, 'bi-token')).status).toBe(429);
  });

  it('does not count', async () => {
    const server = await start();
    await failUntilLimit(() => login(server, 'web-token'));

    expect((await login(server, 'guess')).status).toBe(401);
  });
});

describe('a JWT', () => {
  const clock = new FakeClock();

  /** A server, the key of its issuer, and another one that passes for it. */
  async function startWithKeys() {
    const [key, forged] = [await createKey('k1'), await createKey('k1')];
    const server = await start({ clock, jwt: jwtOptions, jwksFetch: createKeyServer(key).fetch });
    return {
      server,
      sign: (claims: Record<string, unknown>) => sign(key, clock.now(), claims),
      forge: (claims: Record<string, unknown>) => sign(forged, clock.now(), claims),
    };
  }

  it('that is forged is throttled by the name that it claims, from all addresses together', async () => {
    const { server, forge } = await startWithKeys();
    const token = await forge({ azp: 'reports' });
    await failUntilLimit((index) => login(server, token, `203.0.113.${index + 1}`));

    expect((await login(server, token, '203.0.113.200')).status).toBe(429);
    expect((await login(server, await forge({ azp: 'crm' }), '203.0.113.201')).status).toBe(401);
  });

  it('that is valid is accepted from a throttled address and under a throttled name', async () => {
    const { server, sign: signed, forge } = await startWithKeys();
    const forged = await forge({ azp: 'reports' });
    await failUntilLimit(() => login(server, forged));

    expect((await login(server, forged)).status).toBe(429);
    expect((await login(server, await signed({ azp: 'reports' }))).status).toBe(200);
  });

  it('that has expired gets 401 from there too, so that its client gets a new one', async () => {
    const { server, sign: signed, forge } = await startWithKeys();
    const forged = await forge({ azp: 'reports' });
    await failUntilLimit(() => login(server, forged));
    const expired = await signed({ azp: 'reports', exp: 1 });

    expect(new Set(await failUntilLimit(() => login(server, expired)))).toEqual(new Set([401]));
    expect((await login(server, expired)).status).toBe(401);
  });
});

it('refused logins are counted in the metrics', async () => {
  const server = await start();
  await failUntilLimit((index) => login(server, `guess-${index}`));
  await login(server, 'one guess more');
  const text = await (await fetch(`${server.origin}/metrics`)).text();

  expect(text).toContain('gong_gateway_throttled_client_requests_total{reason="login"} 1');
});

describe('other secrets', () => {
  it('throttle /metrics and /graphql together', async () => {
    const server = await start({ httpConfig: { metricsToken: 'a-token-for-metrics' } });
    const scrape = (token: string, address = '203.0.113.7') =>
      fetch(`${server.origin}/metrics`, {
        headers: { authorization: `Bearer ${token}`, 'x-forwarded-for': address },
      });
    expect((await scrape('a-token-for-metrics', '203.0.113.1')).status).toBe(200);
    await failUntilLimit((index) => scrape(`guess-${index}`));

    expect((await scrape('a-token-for-metrics')).status).toBe(429);
    expect((await login(server, 'guess')).status).toBe(429);
    expect((await scrape('a-token-for-metrics', '203.0.113.1')).status).toBe(200);
    // From any address, because the name is known.
    expect((await scrape('guess', '203.0.113.2')).status).toBe(429);
  });

  it('throttle invalid upload URLs', async () => {
    const server = await start();
    const put = () => fetch(`${server.origin}/uploads/guess`, { method: 'PUT', body: 'x' });

    expect(new Set(await failUntilLimit(put))).toEqual(new Set([403]));
    expect((await put()).status).toBe(429);
  });

  it.each(['/admin/connections', '/oauth/gong/start?tenant=acme&led=1'])(
    'throttle administrators at %s',
    async (path) => {
      const { audit, taken } = createTestAudit();
      const server: TenantServer = await startTenantServer({ clock: new FakeClock(), audit });
      closing.push(() => server.close());
      const before = await failUntilLimit((index) =>
        server.admin('GET', path, undefined, `a guess at the token: ${index}`),
      );

      expect(new Set(before)).toEqual(new Set([401]));
      expect((await server.admin('GET', path, undefined, 'a guess')).status).toBe(429);
      expect((await server.admin('GET', path, undefined, ADMIN)).status).toBe(429);
      expect(taken()).toHaveLength(limit + 2);
    },
  );
});
