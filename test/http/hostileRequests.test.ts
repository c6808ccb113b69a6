import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askAt, document, json, MEBIBYTE, REQUEST, times } from './hostileSupport.js';
import { startServer, type TestServer } from './support.js';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ config: { maxObjects: 5000 } });
});
afterAll(() => server.app.close());

const ask = (path: string, init: RequestInit, at = server) => askAt(at, path, init);

describe('a hostile request', () => {
  const deep = 200_000;
  it.each<[string, string, RequestInit, number, string, string]>([
    [
      'a batch',
      '/graphql',
      json('[{"query":"{__typename}"}]'),
      422,
      REQUEST,
      'Several operations in one request are not supported. Send each in its own request.',
    ],
    [
      'a body of two mebibytes',
      '/graphql',
      document('{__typename}', { more: times(2 * MEBIBYTE, 'x') }),
      413,
      REQUEST,
      'The request body is longer than 1048576 bytes.',
    ],
    [
      'JSON that is none',
      '/graphql',
      json('{"query":'),
      400,
      REQUEST,
      'The request body is not JSON.',
    ],
    [
      'JSON with a NUL',
      '/graphql',
      json('{"query":"\u0000"}'),
      400,
      REQUEST,
      'The request body is not JSON.',
    ],
    [
      'JSON of lists in lists',
      '/graphql',
      json(`{"query":"{__typename}","variables":{"a":${times(deep, '[')}${times(deep, ']')}}}`),
      400,
      REQUEST,
      'The JSON of the request body is nested deeper than 100 levels.',
    ],
    [
      'JSON of objects in objects that don’t end',
      '/graphql',
      json(times(deep, '{"a":')),
      400,
      REQUEST,
      'The JSON of the request body is nested deeper than 100 levels.',
    ],
    [
      'a query inherited from a prototype',
      '/graphql',
      json('{"__proto__":{"query":"{__typename}"},"a":1}'),
      422,
      REQUEST,
      'GraphQL operations must contain a non-empty `query`',
    ],
    [
      'the same with long numbers',
      '/graphql',
      json('{"__proto__":{"query":"{__typename}"},"a":12345678901234567890}'),
      422,
      REQUEST,
      'GraphQL operations must contain a non-empty `query`',
    ],
    [
      'a form of a page',
      '/graphql',
      {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'query={__typename}',
      },
      415,
      REQUEST,
      'Send the operation as JSON, with "Content-Type: application/json".',
    ],
    [
      'plain text',
      '/graphql',
      {
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body: '{"query":"{__typename}"}',
      },
      415,
      REQUEST,
      'Send the operation as JSON',
    ],
    [
      'XML',
      '/graphql',
      { method: 'POST', headers: { 'content-type': 'text/xml' }, body: '<a/>' },
      415,
      REQUEST,
      'Send the operation as JSON',
    ],
    [
      'no type at all',
      '/graphql',
      { method: 'POST', body: new Blob(['{"query":"{__typename}"}']) },
      415,
      REQUEST,
      'Send the operation as JSON',
    ],
    [
      'files without the header',
      '/graphql',
      {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
        body: '--x--',
      },
      400,
      REQUEST,
      '',
    ],
    [
      'a GET without the header',
      '/graphql?query={__typename}',
      {},
      400,
      REQUEST,
      'blocked as a potential Cross-Site Request Forgery',
    ],
    [
      'a mutation by GET',
      '/graphql?query=mutation{__typename}',
      { headers: { 'apollo-require-preflight': '1' } },
      405,
      REQUEST,
      'GET requests only support query operations',
    ],
    [
      'a query twice',
      '/graphql?query={__typename}&query={a}',
      { headers: { 'apollo-require-preflight': '1' } },
      400,
      REQUEST,
      'A URL parameter occurs twice.',
    ],
    [
      'an address with a NUL',
      '/graphql%00',
      {},
      404,
      'NOT_FOUND',
      'There is no resource at this path.',
    ],
    ['an address that is none', '/%zz', {}, 400, 'NOT_FOUND', 'There is no resource at this path.'],
    [
      'a preflight from an unknown origin',
      '/graphql',
      {
        method: 'OPTIONS',
        headers: { origin: 'https://evil.test', 'access-control-request-method': 'POST' },
      },
      400,
      REQUEST,
      '',
    ],
  ])('is refused before GraphQL: %s', async (_, path, init, status, code, message) => {
    const answer = await ask(path, init);

    expect([answer.status, answer.spent]).toEqual([status, 0]);
    expect(answer.errors.map(({ extensions }) => extensions)).toEqual([{ code, retryable: false }]);
    expect(answer.errors[0]?.message).toContain(message);
    expect(answer.text.length).toBeLessThan(1000);
    expect(server.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('is refused when its body has 2 MiB and no length', async () => {
    const body = new Blob([JSON.stringify({ query: times(2 * MEBIBYTE, 'x') })]).stream();

    const { status, spent } = await ask('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      duplex: 'half',
    });

    expect([status, spent]).toEqual([413, 0]);
  });

  it('with inherited member names is treated like any other', async () => {
    const body =
      '{"query":"{ __typename }","variables":{"constructor":{"prototype":{"polluted":1}},"__proto__":{"polluted":1}}}';

    const { status, text } = await ask('/graphql', json(body));

    expect([status, JSON.parse(text)]).toEqual([200, { data: { __typename: 'Query' } }]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  const body = '{"query":"{ __typename }"}';
  const post = `Content-Type: application/json\r\nContent-Length: ${body.length}`;
  it.each([
    ['no HTTP', 'EHLO mail.test\r\n\r\n', 400],
    [
      'headers of 20 KB',
      `GET /graphql HTTP/1.1\r\nHost: a\r\nX: ${times(20_000, 'x')}\r\n\r\n`,
      431,
    ],
    [
      'two lengths',
      `POST /graphql HTTP/1.1\r\nHost: a\r\n${post}\r\nContent-Length: 3\r\n\r\n${body}`,
      400,
    ],
    [
      'a length and chunks',
      `POST /graphql HTTP/1.1\r\nHost: a\r\n${post}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
    ],
    ['no host', `POST /graphql HTTP/1.1\r\n${post}\r\n\r\n${body}`, 400],
    [
      'a host that is none',
      `POST /graphql HTTP/1.1\r\nHost: [[[\r\nConnection: close\r\n${post}\r\n\r\n${body}`,
      400,
    ],
  ])('is refused before GraphQL: %s', async (_, request, status) => {
    const answer = await send(request);

    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).not.toContain('Query');
    expect(server.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

/** All that comes back on a connection of its own, until the server ends it. */
function send(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => (answer += text));
    socket.on('error', reject);
    socket.on('close', () => {
      resolve(answer);
    });
    socket.write(request);
  });
}
