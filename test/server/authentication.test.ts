import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startServer, type TestServer } from './support.js';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({
    tokens: [
      { client: 'bi', tenant: 'default', token: 'bi-token' },
      { client: 'web', tenant: 'default', token: 'web:token=' },
    ],
  });
});
afterAll(() => server.app.close());

async function ask(authorization?: string) {
  const before = server.sandbox.requests.length;
  const headers = authorization === undefined ? {} : { authorization };
  const response = await server.post('{ users(first: 1) { nodes { id } } }', { headers });
  const body: unknown = await response.json();
  return { response, body, spent: server.sandbox.requests.length - before };
}

describe('a gateway with bearer tokens', () => {
  it.each(['Bearer bi-token', 'bearer web:token=', 'Bearer   bi-token ', 'BEARER bi-token'])(
    'lets in who sends one of them: %s',
    async (authorization) => {
      const { response, body, spent } = await ask(authorization);

      expect([response.status, spent]).toEqual([200, 1]);
      expect(body).toMatchObject({ data: { users: { nodes: [{ id: expect.any(String) }] } } });
    },
  );

  const noToken = 'Bearer';
  const invalidToken = 'Bearer error="invalid_token"';
  it.each([
    [undefined, noToken],
    ['', noToken],
    ['Bearer', noToken],
    ['Bearer ', noToken],
    ['bi-token', noToken],
    ['Basic bi-token', noToken],
    ['Bearer bi', invalidToken],
    ['Bearer bi:bi-token', invalidToken],
    ['Bearer bi-token2', invalidToken],
    ['Bearer BI-TOKEN', invalidToken],
    ['Bearer bi-token,web:token=', invalidToken],
    ['Bearer eyJhbGciOiJub25lIn0.e30.', invalidToken],
  ])('refuses everyone else at no request: %s', async (authorization, challenge) => {
    const { response, body, spent } = await ask(authorization);

    expect([response.status, spent]).toEqual([401, 0]);
    expect(response.headers.get('www-authenticate')).toBe(challenge);
    expect(body).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED', retryable: false } }],
    });
  });

  it('tells in its log who asked, and no token', async () => {
    const before = server.logged.length;

    await ask('Bearer web:token=');
    await ask('Bearer nobody');

    const lines = server.logged.slice(before);
    expect(lines.filter(({ message }) => message === 'A client asks')).toEqual([
      { level: 'debug', fields: { client: 'web' }, message: 'A client asks' },
    ]);
    expect(lines.map(({ message }) => message)).toContain('A client is refused');
    expect(JSON.stringify(lines)).not.toMatch(/web:token=|nobody/);
  });

  it('refuses a GET and its schema alike', async () => {
    const response = await fetch(`${server.origin}/graphql?query={__typename}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });

    expect(response.status).toBe(401);
    expect(await response.text()).not.toContain('Query');
  });

  it.each(['/health/live', '/health/ready', '/metrics'])('answers %s to everyone', async (path) => {
    expect((await fetch(`${server.origin}${path}`)).status).toBe(200);
  });

  it('takes a token in the address for none', async () => {
    const response = await fetch(`${server.origin}/graphql?access_token=bi-token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{__typename}"}',
    });

    expect(response.status).toBe(401);
  });
});
