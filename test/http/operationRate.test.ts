import { afterEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '../support/clock.js';
import { startServer, type TestServer, type TestServerOptions } from './support.js';

const running: TestServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map(({ app }) => app.close()));
});

async function start(options: TestServerOptions): Promise<TestServer> {
  const server = await startServer({
    clock: new FakeClock(),
    tokens: [
      { client: 'web', tenant: 'default', token: 'web-token' },
      { client: 'bi', tenant: 'default', token: 'bi-token' },
    ],
    ...options,
  });
  running.push(server);
  return server;
}

const ask = ({ post }: TestServer, token: string, query = '{ __typename }') =>
  post(query, { headers: { authorization: `Bearer ${token}` } });

describe('GATEWAY_CLIENT_OPERATIONS_PER_MINUTE', () => {
  it('refuses further operations of the client before they are parsed, with Retry-After', async () => {
    const server = await start({ config: { clientOperationsPerMinute: 2 } });
    const statuses = [await ask(server, 'web-token'), await ask(server, 'web-token')];
    const refused = await ask(server, 'web-token', 'this is no document');

    expect(statuses.map(({ status }) => status)).toEqual([200, 200]);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30']);
    expect(await refused.json()).toEqual({
      errors: [
        {
          message: expect.stringContaining('GATEWAY_CLIENT_OPERATIONS_PER_MINUTE'),
          extensions: { code: 'RATE_LIMITED', retryable: true, retryAfterSeconds: 30 },
        },
      ],
    });
    expect(server.contexts).toHaveLength(2);
  });

  it('logs and counts what it refuses, once per burst', async () => {
    const server = await start({ config: { clientOperationsPerMinute: 1 } });
    for (let count = 0; count < 4; count += 1) await ask(server, 'web-token');
    const metrics = await (await fetch(`${server.origin}/metrics`)).text();

    expect(server.logged.filter(({ level }) => level === 'warn')).toEqual([
      {
        level: 'warn',
        fields: { tenant: 'default', client: 'web', perMinute: 1, retryAfterSeconds: 60 },
        message: 'Operations of a client throttled',
      },
    ]);
    expect(metrics).toContain('gong_gateway_throttled_client_requests_total{reason="operation"} 3');
  });

  it('leaves the other clients alone', async () => {
    const server = await start({ config: { clientOperationsPerMinute: 1 } });
    await ask(server, 'web-token');

    expect((await ask(server, 'bi-token')).status).toBe(200);
    expect((await ask(server, 'web-token')).status).toBe(429);
  });

  it('accepts the next operation at the time that it named', async () => {
    const clock = new FakeClock();
    const server = await start({ clock, config: { clientOperationsPerMinute: 2 } });
    await ask(server, 'web-token');
    await ask(server, 'web-token');
    await clock.advance(29_999);
    const early = await ask(server, 'web-token');
    await clock.advance(1);

    expect([early.status, (await ask(server, 'web-token')).status]).toEqual([429, 200]);
  });

  it('has another value for a tenant in the tenants file', async () => {
    const server = await start({
      tokens: [
        { client: 'web', tenant: 'default', token: 'web-token' },
        { client: 'web', tenant: 'acme', token: 'acme-token' },
      ],
      config: {
        clientOperationsPerMinute: 1,
        tenants: new Map([['acme', { clientOperationsPerMinute: 2 }]]),
      },
    });
    const asked = [];
    for (const token of ['acme-token', 'web-token', 'acme-token', 'web-token', 'acme-token']) {
      asked.push((await ask(server, token)).status);
    }

    expect(asked).toEqual([200, 200, 200, 429, 429]);
  });

  it('limits nothing when it is unset', async () => {
    const server = await start({});
    for (let index = 0; index < 50; index += 1) {
      expect((await ask(server, 'web-token')).status).toBe(200);
    }
  });
});
