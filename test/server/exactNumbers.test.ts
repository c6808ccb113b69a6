import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plainCall } from '../../src/sandbox/index.js';
import { startServer, type TestServer } from './support.js';

/** A double between these digits and the next would end in …104448. */
const ID = '7800000000000104736';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
  server.sandbox.company.calls.push(
    plainCall({ id: ID, title: 'Exactly this', started: '2026-05-20T10:00:00Z' }),
  );
});
afterAll(() => server.app.close());

/** Sends a body as it is. */
async function send(body: string, contentType = 'application/json') {
  const before = server.sandbox.requests.length;
  const response = await fetch(`${server.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': contentType },
    body,
  });
  const text = await response.text();
  const spent = server.sandbox.requests.length - before;
  return { status: response.status, answer: JSON.parse(text) as unknown, spent };
}

describe('an id in variables', () => {
  const documents = [
    ['query ($i: ID!) { found: call(id: $i) { id title } }', ID],
    ['query ($i: [ID!]!) { found: callsByIds(ids: $i) { id title } }', `[${ID}, "${ID}"]`],
    [
      'query ($i: CallFilter) { calls(filter: $i) { found: nodes { id title } } }',
      `{"callIds":[${ID}]}`,
    ],
  ] as const;

  it.each(documents)('may be a bare number of any length: %s', async (query, value) => {
    const body = `{"query":${JSON.stringify(query)},"variables":{"i": ${value}}}`;

    const { status, answer, spent } = await send(body, 'application/json; charset=utf-8');

    const found = JSON.stringify(answer);
    expect([status, spent]).toEqual([200, 1]);
    expect(answer).not.toHaveProperty('errors');
    expect(found).toContain(`{"id":"${ID}","title":"Exactly this"}`);
  });

  it('may be a small number or a string', async () => {
    const query = 'query ($a: ID!, $b: ID!) { a: call(id: $a) { id } b: call(id: $b) { id } }';

    const { answer } = await send(`{"query":"${query}","variables":{"a":5,"b":"${ID}"}}`);

    expect(answer).toMatchObject({ data: { a: null, b: { id: ID } } });
  });
});

describe('a number that is none of an id', () => {
  it.each([
    ['2', 2],
    ['1.0e1', 10],
  ])('stays the number it is: %s', async (first, count) => {
    const query = 'query ($first: Int) { users(first: $first) { nodes { id } } }';

    const { answer } = await send(`{"query":"${query}","variables":{"first":${first}}}`);

    const { data } = answer as { data: { users: { nodes: readonly object[] } } };
    expect(data.users.nodes).toHaveLength(count);
  });

  it('is refused where it is beyond the type', async () => {
    const query = 'query ($first: Int) { users(first: $first) { nodes { id } } }';

    const { answer, spent } = await send(`{"query":"${query}","variables":{"first":${ID}}}`);

    expect(answer).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(spent).toBe(0);
  });
});

describe('a body that is no JSON', () => {
  it.each([
    '{"query":',
    'query { users { nodes { id } } }',
    '',
    `{"query":"{ __typename }","variables":{"i":${ID}`,
  ])('is answered with 400 in the shape of GraphQL: %j', async (body) => {
    const { status, answer, spent } = await send(body);

    expect([status, spent]).toEqual([400, 0]);
    expect(answer).toEqual({
      errors: [
        {
          message: expect.stringMatching(/\bJSON\b/) as unknown,
          extensions: { code: 'BAD_REQUEST', retryable: false },
        },
      ],
    });
  });
});
