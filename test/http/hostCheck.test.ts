import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from '@jest/globals';
import { startServer, type TestServer, type TestServerOptions } from './support.js';

let server: TestServer;
afterEach(() => server.app.close());

/** Asks by another name, as a browser does whose page leads its own name here. */
async function ask(host: string | undefined, path = '/graphql', method = 'POST') {
  const asking = request(`${server.origin}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(host === undefined ? {} : { host }) },
    setHost: host === undefined,
  });
  asking.end(method === 'POST' ? '{"query":"{ users(first: 1) { nodes { id } } }"}' : undefined);
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  return { status: response.statusCode, body: await text(response) };
}

const start = async (options: TestServerOptions): Promise<void> => {
  server = await startServer(options);
};

describe('a gateway that serves its own machine only', () => {
  it.each([undefined, 'localhost', 'LOCALHOST:4000', '127.0.0.1', '127.0.0.2:80', '[::1]:4000'])(
    'serves requests to one of its names: %s',
    async (host) => {
      await start({ isLocalOnly: true });

      expect(await ask(host)).toMatchObject({ status: 200 });
      expect(server.sandbox.requests).toHaveLength(1);
    },
  );

  it.each([
    'evil.example',
    'evil.example:4000',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil.example/localhost',
    'localhost@evil.example',
    'evil.example@localhost',
    'localhost/evil.example',
    'evil.example#localhost',
    '0.0.0.0',
    '192.168.1.5',
    '[::ffff:192.168.1.5]',
    ':4000',
    '"',
  ])('refuses requests to another name without a Gong request: %s', async (host) => {
    await start({ isLocalOnly: true });

    const { status, body } = await ask(host);

    expect(status).toBe(403);
    expect(JSON.parse(body)).toEqual({
      errors: [
        {
          message: expect.stringContaining('GATEWAY_PUBLIC_URL'),
          extensions: { code: 'FORBIDDEN', retryable: false },
        },
      ],
    });
    expect(body).not.toContain('evil');
    expect(server.sandbox.requests).toEqual([]);
  });

  it.each([
    ['/metrics', 'GET'],
    ['/health/ready', 'GET'],
    ['/graphiql', 'GET'],
    ['/uploads/x', 'PUT'],
    ['/nowhere', 'GET'],
    ['/%', 'GET'],
  ])('refuses another name on every path: %s', async (path, method) => {
    await start({ isLocalOnly: true });

    const { status, body } = await ask('evil.example', path, method);

    expect([400, 403]).toContain(status);
    expect(body).toMatch(/^\{"errors":/);
  });

  it('serves requests to its public name', async () => {
    await start({ isLocalOnly: true, publicUrl: 'https://Gong.example.com:8443/graph' });

    expect(await ask('gong.example.com')).toMatchObject({ status: 200 });
    expect(await ask('gong.example.com:8443')).toMatchObject({ status: 200 });
    expect(await ask('example.com')).toMatchObject({ status: 403 });
  });
});

it.each<[string, TestServerOptions, number]>([
  ['asks for tokens', { tokens: [{ client: 'bi', tenant: 'default', token: 't' }] }, 401],
  ['is open', {}, 200],
])('a gateway that %s serves requests to any name', async (_, options, status) => {
  await start(options);

  expect(await ask('gong.example.com')).toMatchObject({ status });
});
