import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registerUpload } from './uploadSupport.js';
import { startServer, type TestServer } from './support.js';

const UUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

let server: TestServer;
beforeAll(async () => {
  server = await startServer({
    tokens: [{ client: 'bi', tenant: 'default', token: 'bi-token' }],
    httpConfig: { corsOrigins: ['https://app.example'] },
  });
});
afterAll(() => server.app.close());

const idOf = (response: Response): string | null => response.headers.get('x-request-id');

describe('x-request-id', () => {
  it.each(['abc', 'Root=1-67891233:abcdef.0'.replace('=', ':'), 'x'.repeat(128)])(
    'returns the client’s: %s',
    async (id) => {
      const response = await fetch(`${server.origin}/health/live`, {
        headers: { 'x-request-id': id },
      });

      expect(idOf(response)).toBe(id);
    },
  );

  it.each(['', 'x'.repeat(129), 'two words', '"quoted"', 'a,b', '<b>'])(
    'replaces what could forge a log line: %j',
    async (id) => {
      const response = await fetch(`${server.origin}/health/live`, {
        headers: { 'x-request-id': id },
      });

      expect(idOf(response)).toMatch(UUID);
    },
  );

  it.each([
    ['GET', '/health/ready', 200],
    ['GET', '/metrics', 200],
    ['GET', '/nowhere', 404],
    ['GET', '/%zz', 400],
    ['POST', '/graphql', 401],
    ['PUT', '/uploads/nothing', 403],
    ['DELETE', '/graphql', 405],
    ['OPTIONS', '/graphql', 400],
  ])('is on the response to %s %s', async (method, path, status) => {
    const response = await fetch(`${server.origin}${path}`, {
      method,
      headers: { 'x-request-id': 'mine' },
    });

    expect([response.status, idOf(response)]).toEqual([status, 'mine']);
  });

  it('is a new one for each request, and names the operation', async () => {
    const headers = { authorization: 'Bearer bi-token' };
    const ids = [
      await server.post('{ __typename }', { headers }),
      await server.post('{', { headers }),
    ];

    const [first, second] = ids.map(idOf);
    expect(first).toMatch(UUID);
    expect(second).toMatch(UUID);
    expect(second).not.toBe(first);
    expect(server.contexts.map(({ requestId }) => requestId)).toEqual([first, second]);
  });

  it('may be read and sent by pages of other origins', async () => {
    const preflight = await fetch(`${server.origin}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://app.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-request-id',
      },
    });
    const response = await server.post('{ __typename }', {
      headers: { authorization: 'Bearer bi-token', origin: 'https://app.example' },
    });

    expect(preflight.headers.get('access-control-allow-headers')).toContain('x-request-id');
    expect(response.headers.get('access-control-expose-headers')).toContain('x-request-id');
  });

  it('is in the log of an internal error', async () => {
    await server.post('{ __typename }', { headers: { authorization: 'Bearer bi-token' } });
    const context = server.contexts.at(-1);
    if (context === undefined) throw new Error('There was no operation.');
    const contextValue = Object.assign(context, {
      requestId: 'failing',
      quota: () => {
        throw new TypeError('A bug.');
      },
    });
    await server.app.apollo.executeOperation({ query: '{ quota { perDay } }' }, { contextValue });

    expect(server.logged).toContainEqual({
      level: 'error',
      message: 'Operation failed unexpectedly',
      fields: { err: expect.any(TypeError), path: ['quota'], requestId: 'failing' },
    });
  });

  it('is on the response to an upload', async () => {
    const open = await startServer();
    const { url } = await registerUpload(open);

    const response = await fetch(url, {
      method: 'PUT',
      headers: { 'content-type': 'audio/mpeg', 'x-request-id': 'upload' },
      body: Buffer.alloc(1000, 3),
    });
    await open.app.close();

    expect([response.status, idOf(response)]).toEqual([201, 'upload']);
    expect(open.contexts.at(-1)?.requestId).toBe('upload');
  });
});
