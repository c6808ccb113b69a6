import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { readStarters } from '../browser/starters.js';
import {
  askAt,
  CALL,
  document,
  each,
  IDS,
  INPUT,
  json,
  MEBIBYTE,
  PARSING,
  times,
  VALIDATION,
} from './hostileSupport.js';
import { startServer, type TestServer } from './support.js';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ config: { maxObjects: 5000 } });
});
afterAll(() => server.app.close());

const ask = (path: string, init: RequestInit, at = server) => askAt(at, path, init);

describe('a hostile document', () => {
  it.each<[string, RequestInit, string, string]>([
    [
      'deep',
      document(`{ users { nodes { ${times(20, 'manager { ')} id ${times(20, '}')} } } }`),
      VALIDATION,
      'The operation has 23 levels of fields; the limit is 16.',
    ],
    [
      'deep by fragments',
      document(
        `{ ...f0 } ${each(20, (n) => `fragment f${n} on Query { ...f${n + 1} }`)} fragment f20 on Query
        { users { nodes { ${times(20, 'manager { ')} id ${times(20, '}')} } } }`,
      ),
      VALIDATION,
      'The operation has 23 levels of fields; the limit is 16.',
    ],
    [
      'wide by aliases',
      document(`{ ${each(101, (n) => `a${n}: workspaces { id }`)} }`),
      VALIDATION,
      'The operation has 101 aliases; the limit is 100.',
    ],
    [
      'wide by aliases of what costs nothing',
      document(`{ ${each(101, (n) => `a${n}: __typename`)} }`),
      VALIDATION,
      'The operation has 101 aliases; the limit is 100.',
    ],
    [
      'wide in an operation that isn’t the one to run',
      json(
        JSON.stringify({
          query: `query A { __typename } query B { ${each(101, (n) => `a${n}: __typename`)} }`,
          operationName: 'A',
        }),
      ),
      VALIDATION,
      'The operation has 101 aliases; the limit is 100.',
    ],
    [
      'with an alias of half a mebibyte for each of a thousand calls',
      document(`{ calls(first: 1000) { nodes { ${times(MEBIBYTE / 2, 'x')}: id } } }`),
      VALIDATION,
      'The alias has 524288 characters; the limit is 100.',
    ],
    [
      'a bomb of fragments',
      document(
        `{ ...f0 } ${each(60, (n) => `fragment f${n} on Query { a${n}: __typename ...f${n + 1} ...f${n + 1} }`)}
        fragment f60 on Query { __typename }`,
      ),
      VALIDATION,
      'The operation has far more aliases; the limit is 100.',
    ],
    [
      'a flood of directives',
      document(`{ ${times(101, '__typename @skip(if: false) ')} }`),
      VALIDATION,
      'The operation has 101 directives; the limit is 100.',
    ],
    [
      'a circle of fragments',
      document('{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }'),
      VALIDATION,
      'Cannot spread fragment "a" within itself via "b".',
    ],
    [
      'the same fields over and over',
      document(`{ ${times(270, 'users { nodes { id manager { id } } } ')} }`),
      VALIDATION,
      'The document selects the same fields too often to be validated. Select each field once.',
    ],
    [
      'more mistakes than anybody reads',
      document(`{ ${each(1000, (n) => `nothing${n}`)} }`),
      VALIDATION,
      'Cannot query field "nothing0" on type "Query".',
    ],
    [
      'of ten thousand tokens',
      document(`{ ${times(10_000, '__typename ')} }`),
      PARSING,
      'The document has more than the allowed 3000 tokens. Split it.',
    ],
    [
      'of lists in lists',
      document(`{ callsByIds(ids: ${times(2900, '[')}`),
      PARSING,
      'The document is nested too deeply. Select fewer levels.',
    ],
    [
      'of lists in lists that end',
      document(`{ callsByIds(ids: ${times(1400, '[')} ${times(1400, ']')}) { id } }`),
      VALIDATION,
      'ID cannot represent a non-string and non-integer value: [[[[',
    ],
    [
      'the schema within the schema',
      document(
        `{ __schema { types { ${times(6, 'fields { type { ')} name ${times(6, '} }')} } } }`,
      ),
      VALIDATION,
      'Maximum introspection depth exceeded',
    ],
    [
      'with a NUL',
      document('{ __typename \u0000 }'),
      PARSING,
      'Syntax Error: Unexpected character: U+0000.',
    ],
    [
      'with a name of half a mebibyte',
      document(`{ ${times(MEBIBYTE / 2, 'x')} }`),
      VALIDATION,
      'Cannot query field "xxxx',
    ],
    [
      'with a list of twenty thousand ids',
      document(IDS, { ids: Array.from({ length: 20_000 }, (_, n) => String(n)) }),
      INPUT,
      'Argument "callsByIds(ids:)" must have at most 1000 items; got 20000.',
    ],
    [
      'with a thousand ids, none of them one',
      document(IDS, { ids: Array.from({ length: 1000 }, () => 'x') }),
      INPUT,
      'Argument "callsByIds(ids:)" must be a Gong ID (1 to 20 digits); got "x".',
    ],
    [
      'with a hundred thousand objects for ids',
      document(IDS, { ids: Array.from({ length: 100_000 }, () => ({})) }),
      INPUT,
      'Variable "$ids" got invalid value {} at "ids[0]"',
    ],
    [
      'with `first` beyond all bounds',
      document('{ users(first: 2147483647) { nodes { id } } }'),
      INPUT,
      'Argument "users(first:)" must be from 1 to 1000; got 2147483647.',
    ],
    [
      'with a number of half a mebibyte',
      document('query ($n: Int) { users(first: $n) { nodes { id } } }', {
        n: times(MEBIBYTE / 2, '9'),
      }),
      INPUT,
      'Variable "$n" got invalid value "9999',
    ],
    [
      'with an id of half a mebibyte',
      document(CALL, { id: times(MEBIBYTE / 2, '9') }),
      INPUT,
      'Argument "call(id:)" must be a Gong ID (1 to 20 digits); got "9999',
    ],
    [
      'with a NUL in an id',
      document(CALL, { id: '1\u0000' }),
      INPUT,
      'Argument "call(id:)" must be a Gong ID (1 to 20 digits); got "1\\u0000".',
    ],
    [
      'with a prototype in its variables',
      json(
        '{"query":"query ($f: CallFilter) { calls(filter: $f) { nodes { id } } }","variables":{"f":{"__proto__":{"from":"x"}}}}',
      ),
      INPUT,
      'Variable "$f" got invalid value { __proto__: { from: "x" } }; Field "__proto__" is not defined',
    ],
    [
      'that names an operation of half a mebibyte',
      json(JSON.stringify({ query: '{ __typename }', operationName: times(MEBIBYTE / 2, 'x') })),
      'OPERATION_RESOLUTION_FAILURE',
      'Unknown operation named "xxxx',
    ],
  ])('is refused at once: %s', async (_, init, code, message) => {
    const { status, text, errors, spent } = await ask('/graphql', init);

    expect(errors[0]?.message).toContain(message);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(errors.map(() => code));
    expect([status, spent]).toEqual([code === PARSING ? 400 : 422, 0]);
    // However much was sent, little comes back.
    expect(text.length).toBeLessThan(10_000);
    expect(server.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('does not include the starters and GraphiQL’s introspection', async () => {
    for (const query of [
      ...readStarters().map((starter) => starter.query),
      getIntrospectionQuery(),
    ]) {
      const { text } = await ask('/graphql', document(query));
      expect(text).not.toContain(VALIDATION);
      expect(text).not.toContain(PARSING);
    }
  });

  it('is accepted at its limit', async () => {
    const limits = [
      `{ users { nodes { ${times(13, 'manager { ')} id ${times(13, '}')} } } }`,
      `{ ${each(100, (n) => `a${n}: __typename`)} }`,
      `{ ${times(100, 'x')}: __typename }`,
      `{ ${times(100, '__typename @skip(if: false) ')} }`,
      // 99 times 30 tokens, 27 more and two braces.
      `{ ${each(99, (n) => `a${n}: quota { ${times(25, 'queued ')}}`)} ${times(28, '__typename ')} }`,
    ];

    for (const query of limits) {
      const { status, errors } = await ask('/graphql', document(query));
      expect([status, errors]).toEqual([200, []]);
    }
  });

  it('with an endless response is refused as a whole', async () => {
    const fragments = each(
      12,
      (n) => `fragment f${n} on User { manager { ...f${n + 1} } directReports { ...f${n + 1} } }`,
    );
    const query = `{ users { nodes { ...f0 } } } ${fragments} fragment f12 on User { id }`;

    const { text, errors, spent } = await ask('/graphql', document(query));

    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({
      message: expect.stringContaining(
        'The response would contain more than the allowed 5000 objects',
      ),
      extensions: { code: 'COST_LIMIT_EXCEEDED', retryable: false },
    });
    expect(JSON.parse(text)).toMatchObject({ data: null });
    expect(spent).toBe(1);
  });

  it.each([
    [
      'texts',
      `{ calls(first: 60) { nodes { ${each(90, (n) => `a${n}: transcript { text }`)} } } }`,
    ],
    [
      'parts of one object',
      `{ calls(first: 60) { nodes { ${each(90, (n) => `a${n}: parties { name }`)} } } }`,
    ],
  ])('that repeats %s is refused', async (_, query) => {
    const { errors, spent, text } = await ask('/graphql', document(query));

    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['COST_LIMIT_EXCEEDED']);
    expect(text.length).toBeLessThan(1000);
    expect(spent).toBeLessThanOrEqual(3);
  });

  it('still gets the payload of a mutation', async () => {
    const small = await startServer({ config: { maxObjects: 0 } });
    const [organizer] = small.sandbox.company.users;
    const query = `mutation { createMeeting(input: { title: "a", startsAt: "2026-12-01T00:00:00Z",
      endsAt: "2026-12-01T01:00:00Z", organizerEmail: "${organizer?.emailAddress ?? ''}", invitees: [] })
      { meeting { id } requestId } }`;

    const { text, errors, spent } = await ask('/graphql', document(query), small);
    await small.app.close();

    expect(JSON.parse(text)).toMatchObject({
      data: { createMeeting: { meeting: null, requestId: expect.any(String) } },
    });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['COST_LIMIT_EXCEEDED']);
    expect(spent).toBe(1);
  });
});

describe('when introspection is off', () => {
  let closed: TestServer;
  beforeAll(async () => {
    closed = await startServer({ httpConfig: { hasIntrospection: false } });
  });
  afterAll(() => closed.app.close());

  it.each([
    '{ __schema { queryType { name } } }',
    '{ __type(name: "User") { name } }',
    '{ ...f } fragment f on Query { a: __schema { types { name } } }',
    '{ _service { sdl } }',
    '{ a: _sdl }',
    getIntrospectionQuery(),
  ])('the schema is not shown: %s', async (query) => {
    const { status, errors } = await ask('/graphql', document(query), closed);

    expect(status).toBe(422);
    expect(errors.map(({ message, extensions }) => [message, extensions.code])).toEqual([
      [
        'Introspection is disabled on this gateway. An operator can enable it with GATEWAY_INTROSPECTION=on.',
        VALIDATION,
      ],
    ]);
  });

  it('errors suggest no names', async () => {
    const mistakes = [
      document('{ userz { nodes { id } } }'),
      document('query ($f: CallFilter) { calls(filter: $f) { nodes { id } } }', { f: { form: 1 } }),
    ];

    for (const mistake of mistakes) {
      const told = await ask('/graphql', mistake);
      const untold = await ask('/graphql', mistake, closed);

      expect(told.errors[0]?.message).toContain('Did you mean');
      expect(untold.errors[0]?.message).toBe(
        told.errors[0]?.message.replace(/ Did you mean .*\?$/, ''),
      );
    }
  });

  it('__typename is served, and so is everything else', async () => {
    const { status, text } = await ask(
      '/graphql',
      document('{ __typename users(first: 1) { nodes { __typename } } }'),
      closed,
    );

    expect([status, JSON.parse(text)]).toMatchObject([
      200,
      { data: { __typename: 'Query', users: { nodes: [{ __typename: 'User' }] } } },
    ]);
  });
});
