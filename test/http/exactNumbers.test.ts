import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plainCall } from '../../sandbox/src/index.js';
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

interface Sent {
  readonly status: number;
  readonly answer: Record<string, unknown>;
  /** How many requests Gong was sent. */
  readonly spent: number;
}

async function request(ask: () => Promise<Response>): Promise<Sent> {
  const before = server.sandbox.requests.length;
  const response = await ask();
  const answer = (await response.json()) as Record<string, unknown>;
  return { status: response.status, answer, spent: server.sandbox.requests.length - before };
}

/** Sends a body as it is. */
const send = (body: string, contentType = 'application/json'): Promise<Sent> =>
  request(() =>
    fetch(`${server.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': contentType },
      body,
    }),
  );

const get = (query: string, variables: string): Promise<Sent> =>
  request(() =>
    fetch(`${server.origin}/graphql?${new URLSearchParams({ query, variables }).toString()}`, {
      headers: { 'apollo-require-preflight': 'true' },
    }),
  );

const bodyOf = (query: string, variables: string): string =>
  `{"query": ${JSON.stringify(query)}, "variables": ${variables}}`;

describe('an id in variables', () => {
  const documents = [
    ['query ($i: ID!) { found: call(id: $i) { id title } }', ID],
    ['query ($i: [ID!]!) { found: callsByIds(ids: $i) { id title } }', `[${ID}, "${ID}"]`],
    [
      'query ($i: CallFilter) { calls(filter: $i) { found: nodes { id title } } }',
      `{"callIds":[${ID}]}`,
    ],
  ] as const;

  it.each(documents)('can be a number of any length: %s', async (query, value) => {
    const body = `{"query":${JSON.stringify(query)},"variables":{"i": ${value}}}`;

    const { status, answer, spent } = await send(body, 'application/json; charset=utf-8');

    const found = JSON.stringify(answer);
    expect([status, spent]).toEqual([200, 1]);
    expect(answer).not.toHaveProperty('errors');
    expect(found).toContain(`{"id":"${ID}","title":"Exactly this"}`);
  });

  it('can be a small number or a string', async () => {
    const query = 'query ($a: ID!, $b: ID!) { a: call(id: $a) { id } b: call(id: $b) { id } }';

    const { answer } = await send(`{"query":"${query}","variables":{"a":5,"b":"${ID}"}}`);

    expect(answer).toMatchObject({ data: { a: null, b: { id: ID } } });
  });
});

/** What a program sends that holds the ID …8608123 as a double. */
const ROUNDED = '8477732986998608000';

/** Every way in which an operation and its variables come. */
const ways: readonly (readonly [string, (query: string, variables: string) => Promise<Sent>])[] = [
  ['POST', (query, variables) => send(bodyOf(query, variables))],
  ['GET', (query, variables) => get(query, variables)],
  [
    'multipart',
    (query, variables) => {
      const form = new FormData();
      form.set('operations', bodyOf(query, variables));
      form.set('map', '{}');
      return request(() =>
        fetch(`${server.origin}/graphql`, {
          method: 'POST',
          headers: { 'apollo-require-preflight': 'true' },
          body: form,
        }),
      );
    },
  ],
];

/** Every place at which an ID can be, in variables and as a literal. */
const places: readonly (readonly [string, string, string, string])[] = [
  ['call', 'query ($i: ID!) { call(id: $i) { id } }', '%', 'Variable "$i"'],
  [
    'callsByIds',
    'query ($i: [ID!]!) { callsByIds(ids: $i) { id } }',
    `["${ID}", %]`,
    'Variable "$i[1]"',
  ],
  [
    'a filter',
    'query ($i: CallFilter) { calls(filter: $i) { nodes { id } } }',
    '{"primaryUserIds": [%]}',
    'Variable "$i.primaryUserIds[0]"',
  ],
  [
    'a part of a filter',
    'query ($i: ID!) { calls(filter: { callIds: [$i] }) { nodes { id } } }',
    '%',
    'Variable "$i"',
  ],
  [
    'an input that is nested',
    'mutation ($i: CreateCallInput!) { createCall(input: $i) { callId } }',
    `{"clientUniqueId": "1", "primaryUserId": "1", "direction": "INBOUND",
      "actualStart": "2026-05-20T10:00:00Z", "parties": [{"userId": "1"}, {"userId": %}]}`,
    'Variable "$i.parties[1].userId"',
  ],
];

describe.each(ways)('an ID that may have lost digits, by %s', (way, ask) => {
  const sendable = places.filter(([, query]) => way !== 'GET' || !query.startsWith('mutation'));

  it.each(sendable)('is refused in a variable: %s', async (_, query, variable, place) => {
    const { answer, spent } = await ask(query, `{"i": ${variable.replace('%', ROUNDED)}}`);

    const message = `${place} must be a string; got the number ${ROUNDED}, which may have lost digits. Send IDs as strings.`;
    expect(answer).toMatchObject({
      errors: [{ message, extensions: { code: 'BAD_USER_INPUT', retryable: false } }],
    });
    expect(answer['errors']).toHaveLength(1);
    expect(spent).toBe(0);
  });

  it.each([
    ['an argument', `{ call(id: ${ROUNDED}) { id } }`, 'Argument "call(id:)"'],
    ['a list', `{ callsByIds(ids: ["1", ${ROUNDED}]) { id } }`, 'Argument "callsByIds(ids[1]:)"'],
    [
      'an input',
      `{ calls(filter: { callIds: ${ROUNDED} }) { nodes { id } } }`,
      'Argument "calls(filter.callIds:)"',
    ],
    [
      'a default',
      `query ($i: ID = ${ROUNDED}) { calls(filter: { workspaceId: $i }) { nodes { id } } }`,
      'Variable "$i"',
    ],
    [
      'a fragment',
      `{ ...F } fragment F on Query { user(id: ${ROUNDED}) { id } }`,
      'Argument "user(id:)"',
    ],
  ])('is refused in a literal: %s', async (_, query, place) => {
    const { answer, spent } = await ask(query, '{}');

    expect(answer).toMatchObject({
      errors: [
        {
          message: `${place} must be a string; got the number ${ROUNDED}, which may have lost digits. Send IDs as strings.`,
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
    });
    expect(spent).toBe(0);
  });

  it.each([
    [
      'in a variable',
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Call { id } } }',
      `{"r": [{"__typename": "Call", "id": ${ROUNDED}}, {"__typename": "Call", "id": ${ID}}]}`,
    ],
    [
      'in a literal',
      `{ _entities(representations: [{ __typename: "Call", id: ${ROUNDED} },
         { __typename: "Call", id: ${ID} }]) { ... on Call { id } } }`,
      '{}',
    ],
  ])('fails its own path in _entities, %s', async (_, query, variables) => {
    const { status, answer, spent } = await ask(query, variables);

    expect(answer).toMatchObject({
      data: { _entities: [null, { id: ID }] },
      errors: [
        {
          path: ['_entities', 0],
          message: expect.stringContaining(`the number ${ROUNDED} may have lost digits`) as unknown,
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
    });
    expect([status, spent]).toEqual([200, 1]);
  });

  it.each([
    ['in a variable', 'query ($i: ID!) { call(id: $i) { id title } }', `{"i": ${ID}}`],
    ['in a literal', `{ call(id: ${ID}) { id title } }`, '{}'],
    ['as a string', 'query ($i: ID!) { call(id: $i) { id title } }', `{"i": "${ID}"}`],
  ])('differs from an exact number %s', async (_, query, variables) => {
    const { status, answer, spent } = await ask(query, variables);

    expect(answer).toMatchObject({ data: { call: { id: ID, title: 'Exactly this' } } });
    expect([status, spent]).toEqual([200, 1]);
  });

  it('is accepted as a string', async () => {
    const { answer } = await ask('query ($i: ID!) { call(id: $i) { id } }', `{"i": "${ROUNDED}"}`);

    expect(answer).toMatchObject({ data: { call: null } });
  });
});

describe('a number that is not an ID', () => {
  it.each([
    ['2', 2],
    ['1.0e1', 10],
  ])('stays a number: %s', async (first, count) => {
    const query = 'query ($first: Int) { users(first: $first) { nodes { id } } }';

    const { answer } = await send(`{"query":"${query}","variables":{"first":${first}}}`);

    const { data } = answer as { data: { users: { nodes: readonly object[] } } };
    expect(data.users.nodes).toHaveLength(count);
  });

  it('is refused beyond its type’s range', async () => {
    const query = 'query ($first: Int) { users(first: $first) { nodes { id } } }';

    const { answer, spent } = await send(`{"query":"${query}","variables":{"first":${ID}}}`);

    expect(answer).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(spent).toBe(0);
  });
});

describe('a body that is not JSON', () => {
  it.each([
    '{"query":',
    'query { users { nodes { id } } }',
    '',
    `{"query":"{ __typename }","variables":{"i":${ID}`,
  ])('gets a 400 in the format of GraphQL: %j', async (body) => {
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
