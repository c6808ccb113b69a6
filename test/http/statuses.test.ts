import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startServer, type TestServer } from './support.js';

const NEWER = 'application/graphql-response+json';
const OLDER = 'application/json';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ config: { maxGongRequests: 1 } });
});
afterAll(() => server.app.close());

interface Answer {
  readonly status: number;
  readonly reason: string;
  readonly type: string | null;
  readonly cacheControl: string | null;
  readonly codes: readonly string[];
  readonly data: unknown;
  readonly spent: number;
}

async function send(accept: string, init: RequestInit, path = ''): Promise<Answer> {
  const before = server.sandbox.requests.length;
  const headers = { accept, ...(init.headers as Record<string, string> | undefined) };
  const response = await fetch(`${server.origin}/graphql${path}`, { ...init, headers });
  const body = (await response.json()) as {
    readonly data?: unknown;
    readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
  };
  return {
    status: response.status,
    reason: response.statusText,
    type: response.headers.get('content-type'),
    cacheControl: response.headers.get('cache-control'),
    codes: (body.errors ?? []).map(({ extensions }) => extensions.code),
    data: body.data,
    spent: server.sandbox.requests.length - before,
  };
}

const json = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': OLDER },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const form = (operations: unknown, map?: unknown): RequestInit => {
  const body = new FormData();
  for (const [name, value] of Object.entries({ operations, map })) {
    if (value !== undefined) {
      body.set(name, typeof value === 'string' ? value : JSON.stringify(value));
    }
  }
  body.set('0', new Blob(['<html></html>'], { type: 'audio/mpeg' }), 'a.mp3');
  return { method: 'POST', headers: { 'apollo-require-preflight': '1' }, body };
};
const get: RequestInit = { headers: { 'apollo-require-preflight': '1' } };

const ANY = { query: '{ __typename }' };
const WITH_ID = 'query ($id: ID!) { call(id: $id) { id } }';
const PARTIAL = '{ quota { usedToday } users(after: "no cursor") { nodes { id } } }';
const byHash = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };
const ADD =
  'mutation ($file: Upload) { addCallMedia(input: { callId: "1", file: $file }) { callId } }';

type Case = [
  what: string,
  request: RequestInit,
  newer: number,
  older: number,
  code: string,
  path?: string,
];

describe('a refused request has the status of its media type', () => {
  it.each<Case>([
    // What cannot be read.
    ['a body that is not JSON', json('{"query":'), 400, 400, 'BAD_REQUEST'],
    ['no body', json(''), 400, 400, 'BAD_REQUEST'],
    ['a document that does not parse', json({ query: '{' }), 400, 200, 'GRAPHQL_PARSE_FAILED'],
    ['an empty document', json({ query: '' }), 400, 400, 'BAD_REQUEST'],
    ['an empty document by GET', get, 400, 400, 'BAD_REQUEST', '?query='],
    ['a form with operations that are not JSON', form('{', {}), 400, 400, 'BAD_REQUEST'],
    ['a form with a map that is not JSON', form({ query: ADD }, '{'), 400, 400, 'BAD_REQUEST'],
    // What is not a well-formed request.
    ['JSON that is no object', json('"query"'), 422, 400, 'BAD_REQUEST'],
    ['null', json('null'), 422, 400, 'BAD_REQUEST'],
    ['no query', json({ variables: {} }), 422, 400, 'BAD_REQUEST'],
    ['no query by GET', get, 422, 400, 'BAD_REQUEST'],
    ['a query that is no text', json({ query: 7 }), 422, 400, 'BAD_REQUEST'],
    ['variables in a list', json({ ...ANY, variables: [7] }), 422, 400, 'BAD_REQUEST'],
    [
      'variables of a GET that are not JSON',
      get,
      422,
      400,
      'BAD_REQUEST',
      '?query={a}&variables=[',
    ],
    ['a numbered operation', json({ ...ANY, operationName: 1 }), 422, 400, 'BAD_REQUEST'],
    ['extensions that are no object', json({ ...ANY, extensions: 1 }), 422, 400, 'BAD_REQUEST'],
    ['a batch', json([ANY]), 422, 400, 'BAD_REQUEST'],
    ['a query twice', get, 422, 400, 'BAD_REQUEST', '?query={a}&query={b}'],
    ['a hash of another text', json({ ...ANY, extensions: byHash }), 422, 400, 'BAD_REQUEST'],
    ['a form whose operations are a batch', form([{ query: ADD }], {}), 422, 400, 'BAD_REQUEST'],
    ['a form whose operations are no object', form('7', {}), 422, 400, 'BAD_REQUEST'],
    ['a form whose map is a list', form({ query: ADD }, []), 422, 400, 'BAD_REQUEST'],
    ['a form without a map', form({ query: ADD }), 422, 400, 'BAD_REQUEST'],
    // What the schema, its arguments, or a limit forbid.
    ['an unknown field', json({ query: '{ nothing }' }), 422, 200, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a document beyond a limit',
      json({
        query: `{ ${Array.from({ length: 200 }, (_, n) => `a${n}: __typename`).join(' ')} }`,
      }),
      422,
      200,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['no variable', json({ query: WITH_ID }), 422, 200, 'BAD_USER_INPUT'],
    [
      'a variable of another type',
      json({ query: WITH_ID, variables: { id: {} } }),
      422,
      200,
      'BAD_USER_INPUT',
    ],
    [
      'an invalid argument',
      json({ query: '{ call(id: "x") { id } }' }),
      422,
      200,
      'BAD_USER_INPUT',
    ],
    [
      'an extension of the gateway that is not valid',
      json({ ...ANY, extensions: { gong: { estimateOnly: 1 } } }),
      422,
      200,
      'BAD_USER_INPUT',
    ],
    [
      'an operation that costs too much',
      json({ query: '{ workspaces { id } trackers { id } }' }),
      422,
      400,
      'COST_LIMIT_EXCEEDED',
    ],
    // What names no single operation.
    [
      'an unknown operation',
      json({ ...ANY, operationName: 'Other' }),
      422,
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'one of two operations',
      json({ query: 'query A { __typename } query B { __typename }' }),
      422,
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    // What has a status of its own.
    ['an unknown hash', json({ extensions: byHash }), 404, 200, 'PERSISTED_QUERY_NOT_FOUND'],
    ['a mutation by GET', get, 405, 405, 'BAD_REQUEST', '?query=mutation{__typename}'],
    ['PUT', { ...json(ANY), method: 'PUT' }, 405, 405, 'BAD_REQUEST'],
    ['PATCH with text', { method: 'PATCH', body: 'x' }, 405, 405, 'BAD_REQUEST'],
    ['DELETE without a body', { method: 'DELETE' }, 405, 405, 'BAD_REQUEST'],
    [
      'text',
      { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' },
      415,
      415,
      'BAD_REQUEST',
    ],
    ['a body that is too long', json('x'.repeat(1_100_000)), 413, 413, 'BAD_REQUEST'],
    ['a GET that a page may have forged', {}, 400, 400, 'BAD_REQUEST', '?query={__typename}'],
  ])('%s', async (...row) => {
    const [, request, newer, older, code, path] = row;
    const answers = [
      await send(NEWER, request, path),
      await send(`${OLDER};q=0.9, ${NEWER}`, request, path),
      await send(OLDER, request, path),
      await send('*/*', request, path),
    ];

    expect(answers).toEqual(
      [newer, newer, older, older].map((status, index) => ({
        status,
        reason: expect.any(String),
        type: `${index < 2 ? NEWER : OLDER}; charset=utf-8`,
        cacheControl: expect.stringMatching(/no-store|private, no-cache/),
        codes: [code],
        data: undefined,
        spent: 0,
      })),
    );
  });
});

it.each([
  ['PUT', 'GET, POST', ''],
  ['GET', 'POST', '?query=mutation{__typename}'],
])('%s is told the methods that are allowed', async (method, allowed, path) => {
  const response = await fetch(`${server.origin}/graphql${path}`, { ...get, method });

  expect([response.status, response.headers.get('allow')]).toEqual([405, allowed]);
});

describe('a response with data and errors', () => {
  const failed = '?query=' + encodeURIComponent(PARTIAL);
  it.each<[string, RequestInit, string?]>([
    ['POST', json({ query: PARTIAL })],
    ['GET', get, failed],
    ['a form', form({ query: PARTIAL, variables: { file: null } }, { 0: ['variables.file'] })],
  ])(
    'has the status 294, and 200 for older clients, and is not cached: %s',
    async (_, ...request) => {
      const newer = await send(NEWER, ...request);
      const older = await send(OLDER, ...request);

      expect(newer).toMatchObject({
        status: 294,
        reason: 'Partial Success',
        cacheControl: 'no-store',
      });
      expect(older).toMatchObject({ status: 200, cacheControl: 'no-store' });
      for (const { codes, data } of [newer, older]) {
        expect(codes).toEqual(['BAD_CURSOR']);
        expect(data).toEqual({ quota: { usedToday: expect.any(Number) }, users: null });
      }
    },
  );

  it('has the status 294 when a refused file leaves no data but null', async () => {
    const request = form({ query: ADD, variables: { file: null } }, { 0: ['variables.file'] });

    // As for the upload URL of such a file.
    expect(await send(OLDER, request)).toMatchObject({ status: 415, codes: ['BAD_USER_INPUT'] });
    expect(await send(NEWER, request)).toMatchObject({
      status: 294,
      data: { addCallMedia: null },
      codes: ['BAD_USER_INPUT'],
    });
  });

  it('has the status 200 without errors, also for an estimate without data', async () => {
    const priced = { ...ANY, extensions: { gong: { estimateOnly: true } } };

    expect(await send(NEWER, json(ANY))).toMatchObject({ status: 200, reason: 'OK' });
    expect(await send(NEWER, json(priced))).toMatchObject({ status: 200, data: null, codes: [] });
  });

  it('that is null has the status 294', async () => {
    const small = await startServer({ config: { maxObjects: 1 } });
    try {
      const response = await small.post('{ users(first: 5) { nodes { id } } workspaces { id } }', {
        headers: { accept: NEWER },
      });

      expect(await response.json()).toMatchObject({ data: null, errors: [{}] });
      expect(response.status).toBe(294);
    } finally {
      await small.app.close();
    }
  });
});

describe('the Accept header', () => {
  it.each([
    [`${NEWER};q=0.5, ${OLDER}`, 200, OLDER],
    [`${NEWER};q=0, ${OLDER}`, 200, OLDER],
    [`${OLDER}, ${NEWER};q=0.9`, 200, OLDER],
    [`${OLDER};q=0.9, ${NEWER}`, 422, NEWER],
    [`application/*;q=0.5, ${NEWER}`, 422, NEWER],
    [`${NEWER}; charset=utf-8, ${OLDER}; charset=utf-8`, 422, NEWER],
    [NEWER.toUpperCase(), 422, NEWER],
    ['application/*', 200, OLDER],
    ['*/*', 200, OLDER],
    ['', 200, OLDER],
  ])('chooses the media type and with it the status: %s', async (accept, status, type) => {
    const answer = await send(accept, json({ query: '{ nothing }' }));

    expect(answer).toMatchObject({ status, type: `${type}; charset=utf-8` });
  });

  it.each([
    [`${NEWER};q=0.5, ${OLDER}`, 422, NEWER],
    [`${NEWER};q=0, ${OLDER}`, 400, OLDER],
    [`${NEWER};q=0.0`, 406, OLDER],
  ])('that names the newer type gets what is not 200 in it: %s', async (accept, status, type) => {
    const answer = await send(accept, json({ variables: {} }));

    expect(answer).toMatchObject({ status, type: `${type}; charset=utf-8` });
  });

  it.each([
    'text/html',
    `${OLDER};q=0`,
    '*/*;q=0',
    `${OLDER};q=0, text/*`,
    `${OLDER};odata=verbose`,
  ])('that allows neither type is refused before anything runs: %s', async (accept) => {
    const query = 'mutation { createCall(input: {}) { callId } }';

    expect(await send(accept, json({ query: '{ users { nodes { id } } }' }))).toMatchObject({
      status: 406,
      codes: ['BAD_REQUEST'],
      data: undefined,
      spent: 0,
    });
    expect((await send(accept, json({ query }))).status).toBe(406);
  });
});
