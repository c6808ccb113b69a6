import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startServer, type TestServer } from './support.js';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.app.close());

const query = '{ users(first: 3) { nodes { id } } }';
const encoded = encodeURIComponent(query);

interface Body {
  readonly data?: { readonly users?: { readonly nodes: readonly object[] } };
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
  readonly extensions?: { readonly gong?: { readonly requests: number } };
}

/** Answer and what was spent at Gong on it. */
async function ask(path: string, init: RequestInit = {}) {
  const before = server.sandbox.requests.length;
  const response = await fetch(`${server.origin}${path}`, { redirect: 'manual', ...init });
  const text = await response.text();
  const spent = server.sandbox.requests.length - before;
  return { response, status: response.status, text, spent };
}

const bodyOf = (text: string): Body => JSON.parse(text) as Body;

describe('a query over HTTP', () => {
  it.each(['application/json', 'application/graphql-response+json'])(
    'gets the media type that the client accepts: %s',
    async (accept) => {
      const response = await server.post(query, { headers: { accept } });

      const body = (await response.json()) as Body;
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toContain(accept);
      expect(body.data?.users?.nodes).toHaveLength(3);
      expect(body.extensions?.gong?.requests).toBe(1);
    },
  );

  it('may use GET when no browser could have forged it', async () => {
    const headers = { 'apollo-require-preflight': 'true' };

    const { status, text, spent } = await ask(`/graphql?query=${encoded}`, { headers });

    expect(bodyOf(text).data?.users?.nodes).toHaveLength(3);
    expect([status, spent]).toEqual([200, 1]);
  });

  it.each<[string, string, RequestInit]>([
    ['a GET without a header', `/graphql?query=${encoded}`, {}],
    ['a form', '/graphql', form('application/x-www-form-urlencoded', `query=${encoded}`)],
    ['plain text', '/graphql', form('text/plain', JSON.stringify({ query }))],
    ['a file upload', '/graphql', form('multipart/form-data; boundary=x', '--x--')],
  ])('is refused when a browser could have forged it: %s', async (_, path, init) => {
    const { status, spent } = await ask(path, init);

    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(spent).toBe(0);
  });

  it.each<[string, string, number]>([
    ['JSON that is none', '{"query":', 400],
    ['no query', '{}', 400],
    ['a batch', JSON.stringify([{ query }, { query }]), 400],
    ['too much of it', JSON.stringify({ query, more: 'x'.repeat(1_100_000) }), 413],
  ])('is refused without a request: %s', async (_, body, expected) => {
    const { status, text, spent } = await ask('/graphql', form('application/json', body));

    expect([status, spent]).toEqual([expected, 0]);
    expect(text).not.toMatch(/\bat .+:\d+:\d+/);
  });

  it.each([
    ['{ workspaces { id } }', 'Other'],
    ['query A { workspaces { id } } query B { workspaces { id } }', undefined],
  ])('is refused when it does not name its operation: %s, %s', async (document, name) => {
    const body = JSON.stringify({ query: document, operationName: name });

    const { status, text, spent } = await ask('/graphql', form('application/json', body));

    expect([status, spent]).toEqual([400, 0]);
    expect(text).toContain('OPERATION_RESOLUTION_FAILURE');
  });
});

function form(contentType: string, body: string): RequestInit {
  return { method: 'POST', headers: { 'content-type': contentType }, body };
}

describe('an unexpected failure', () => {
  it('is masked in the response and logged', async () => {
    const graphiqlDirectory = await mkdtemp(join(tmpdir(), 'graphiql-'));
    // A folder where the page should be can't be read.
    await mkdir(join(graphiqlDirectory, 'index.html'));
    const { app, origin, logged } = await startServer({ graphiqlDirectory });

    const response = await fetch(`${origin}/graphiql?secret=1`);
    const text = await response.text();
    await app.close();
    await rm(graphiqlDirectory, { recursive: true });

    expect(response.status).toBe(500);
    expect(bodyOf(text).errors).toEqual([
      {
        message: 'Internal server error.',
        extensions: { code: 'INTERNAL_SERVER_ERROR', retryable: false },
      },
    ]);
    expect(logged.filter(({ level }) => level === 'error')).toEqual([
      {
        level: 'error',
        fields: {
          err: expect.objectContaining({ code: 'EISDIR' }),
          method: 'GET',
          requestId: expect.any(String),
          route: '/graphiql',
        },
        message: 'Client request failed unexpectedly',
      },
    ]);
  });

  it('is not logged for a client’s mistake', async () => {
    const before = server.logged.length;

    await ask('/graphql', form('application/json', '{"query":'));

    expect(server.logged.slice(before)).toEqual([]);
  });
});

describe('other paths', () => {
  it.each([
    ['/health/live', 'live'],
    ['/health/ready', 'ready'],
  ])('report health without a Gong request: %s', async (path, expected) => {
    const { response, status, text, spent } = await ask(path);

    expect([status, JSON.parse(text), spent]).toMatchObject([200, { status: expected }, 0]);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('redirect the root to GraphiQL', async () => {
    const { response, status } = await ask('/');

    expect([status, response.headers.get('location')]).toEqual([302, '/graphiql']);
  });

  it.each([
    ['GET', '/nothing'],
    ['GET', '/graphql/x'],
    ['GET', '/health'],
    ['PUT', '/nothing'],
    ['POST', '/health/live'],
  ])('are not found: %s %s', async (method, path) => {
    const { status, spent } = await ask(path, { method });

    expect([status, spent]).toEqual([404, 0]);
  });

  it('serve no file outside their folder', async () => {
    const { status, text } = await ask('/graphiql/assets/..%2f..%2f..%2fpackage.json');

    expect(status).toBe(403);
    expect(text).not.toContain('gong-graphql-gateway');
  });
});
