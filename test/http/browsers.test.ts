import { afterEach, describe, expect, it } from '@jest/globals';
import { startServer, type TestServer, type TestServerOptions } from './support.js';
import { askForUrl, registerCall } from './uploadSupport.js';

const APP = 'https://app.example.com';
const EVIL = 'https://evil.test';

let server: TestServer;
async function start(options: TestServerOptions = {}): Promise<void> {
  server = await startServer(options);
}
afterEach(() => server.app.close());

const preflight = (path: string, origin: string, method = 'POST'): Promise<Response> =>
  fetch(`${server.origin}${path}`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': method,
      'access-control-request-headers': 'authorization,content-type',
    },
  });

const ask = (origin: string, headers: Record<string, string> = {}): Promise<Response> =>
  server.post('{ __typename }', { headers: { origin, ...headers } });

const corsHeaders = ({ headers }: Response): string[] =>
  [...headers.keys()].filter((name) => name.startsWith('access-control-'));

const token = { client: 'web', tenant: 'default', token: 'web-token' };

describe('pages of other origins', () => {
  it('get no CORS headers by default', async () => {
    await start();

    const asked = await preflight('/graphql', APP);
    const answer = await ask(APP);

    expect(asked.status).toBe(400);
    expect([corsHeaders(asked), corsHeaders(answer)]).toEqual([[], []]);
  });

  it('of an allowed origin may send requests, with a preflight request without a token', async () => {
    await start({ httpConfig: { corsOrigins: [APP, 'http://localhost:3000'] }, tokens: [token] });

    const asked = await preflight('/graphql', APP);
    const refused = await ask(APP);
    const answer = await ask(APP, { authorization: 'Bearer web-token' });

    expect(asked.status).toBe(204);
    expect(Object.fromEntries(asked.headers)).toMatchObject({
      'access-control-allow-origin': APP,
      'access-control-allow-methods': 'GET, POST, PUT',
      'access-control-allow-headers': expect.stringContaining('authorization, content-type'),
      'access-control-max-age': '600',
      vary: expect.stringMatching(/origin/i),
    });
    // A page can read why it was refused.
    expect([refused.status, answer.status]).toEqual([401, 200]);
    for (const { headers } of [refused, answer]) {
      expect(headers.get('access-control-allow-origin')).toBe(APP);
      expect(headers.get('vary')).toMatch(/origin/i);
      expect(headers.get('access-control-allow-credentials')).toBeNull();
    }
  });

  it('may send a GET with a token, after a preflight request', async () => {
    const token = { client: 'web', tenant: 'default', token: 'web-token' };
    await start({ httpConfig: { corsOrigins: [APP] }, tokens: [token] });

    const asked = await preflight('/graphql', APP, 'GET');
    expect(asked.headers.get('access-control-allow-methods')).toContain('GET');
    expect(asked.headers.get('access-control-allow-headers')).toContain('authorization');
    const answer = await fetch(`${server.origin}/graphql?query={__typename}`, {
      headers: { origin: APP, authorization: 'Bearer web-token' },
    });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, APP]);
    expect(await answer.json()).toMatchObject({ data: { __typename: 'Query' } });
  });

  it('may continue its trace, after a preflight request', async () => {
    await start({ httpConfig: { corsOrigins: [APP] } });

    const asked = await preflight('/graphql', APP, 'POST');
    expect(asked.headers.get('access-control-allow-headers')).toContain('traceparent, tracestate');
  });

  it.each<[string, Record<string, string>]>([
    ['no header', {}],
    ['an empty token', { authorization: 'Bearer ' }],
    ['a name and password, which browsers add by themselves', { authorization: 'Basic eDp5' }],
    ['a scheme of the operating system', { authorization: 'Negotiate abc' }],
  ])('may not send a GET with %s', async (_, headers) => {
    await start({ httpConfig: { corsOrigins: [APP] } });
    const query = encodeURIComponent('{ users(first: 1) { nodes { id } } }');
    const answer = await fetch(`${server.origin}/graphql?query=${query}`, { headers });

    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('Cross-Site Request Forgery');
    expect(server.sandbox.requests).toEqual([]);
  });

  it('do not reuse responses for other origins', async () => {
    await start({ httpConfig: { corsOrigins: [APP] }, config: { cacheTtlSeconds: 300 } });
    const query = encodeURIComponent('{ users(first: 1) { nodes { id } } }');

    const { headers } = await fetch(`${server.origin}/graphql?query=${query}`, {
      headers: { origin: APP, 'apollo-require-preflight': '1' },
    });

    expect(headers.get('cache-control')).toMatch(/^private, max-age=/);
    expect(headers.get('vary')).toMatch(/\borigin\b/i);
  });

  it.each([EVIL, 'https://app.example.com.evil.test', 'http://app.example.com', 'null', 'x'])(
    'of another origin may not send requests: %s',
    async (origin) => {
      await start({ httpConfig: { corsOrigins: [APP] } });

      const asked = await preflight('/graphql', origin);
      const answer = await ask(origin);

      expect(asked.headers.get('access-control-allow-origin')).toBeNull();
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  it('of any origin may send requests when the operator allows it', async () => {
    await start({ httpConfig: { corsOrigins: '*' } });

    for (const response of [await preflight('/graphql', EVIL), await ask(EVIL)]) {
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    }
  });

  it('may send recordings', async () => {
    await start({ httpConfig: { corsOrigins: [APP] } });
    const url = await askForUrl(server, await registerCall(server));

    const asked = await preflight(new URL(url).pathname, APP, 'PUT');
    const answer = await fetch(url, {
      method: 'PUT',
      headers: { origin: APP, 'content-type': 'audio/mpeg' },
      body: new Uint8Array(1000),
    });

    expect([asked.status, answer.status]).toEqual([204, 201]);
    expect(asked.headers.get('access-control-allow-origin')).toBe(APP);
    expect(answer.headers.get('access-control-allow-origin')).toBe(APP);
  });

  it.each(['/health/ready', '/metrics', '/graphiql', '/nothing'])(
    'may not use %s',
    async (path) => {
      await start({ httpConfig: { corsOrigins: '*' } });

      const answer = await fetch(`${server.origin}${path}`, { headers: { origin: APP } });

      expect(corsHeaders(answer)).toEqual([]);
    },
  );

  it('may not send requests that need no preflight request', async () => {
    await start({ httpConfig: { corsOrigins: '*' } });

    const response = await fetch(`${server.origin}/graphql?query={__typename}`, {
      headers: { origin: EVIL },
    });

    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Cross-Site Request Forgery');
  });
});

describe('every response', () => {
  it.each([
    ['/graphql', 400],
    ['/graphql?query={__typename}', 400],
    ['/uploads/x', 404],
    ['/health/live', 200],
    ['/metrics', 200],
    ['/', 302],
    ['/nothing', 404],
    ['/%zz', 400],
  ])('tells browsers not to render, run, or frame it: %s', async (path, status) => {
    await start();

    const { status: got, headers } = await fetch(`${server.origin}${path}`, { redirect: 'manual' });

    expect(got).toBe(status);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none';frame-ancestors 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('leaks no URL, and cannot be used by pages of other origins', async () => {
    await start();

    const { headers } = await server.post('{ __typename }');

    expect(Object.fromEntries(headers)).toMatchObject({
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
    });
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('server')).toBeNull();
  });

  it.each([
    ['https://gong.example.com', true],
    ['http://gong.example.com', false],
  ])('requires https only when the public URL uses it: %s', async (publicUrl, insists) => {
    await start({ publicUrl });

    const { headers } = await server.post('{ __typename }');

    expect(headers.has('strict-transport-security')).toBe(insists);
  });
});

describe('GraphiQL', () => {
  it('runs under its own content security policy', async () => {
    await start();

    const { headers } = await fetch(`${server.origin}/graphiql`);

    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(['/graphiql', '/graphiql/', '/graphiql/assets/main.js', '/'])(
    'is missing when it is off: %s',
    async (path) => {
      await start({ httpConfig: { hasGraphiql: false } });

      const response = await fetch(`${server.origin}${path}`, { redirect: 'manual' });

      expect(response.status).toBe(404);
      expect((await server.post('{ __typename }')).status).toBe(200);
    },
  );
});
