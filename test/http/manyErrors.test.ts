import { afterEach, describe, expect, it } from '@jest/globals';
import type { GraphQLFormattedError } from 'graphql';
import { limitErrors } from '../../src/graphql/plugins/errorLimit.js';
import { DEFAULT_CREDENTIAL, type RecordedRequest } from '../../sandbox/src/index.js';
import { createRandom } from '../company/support.js';
import { callsAt, companyOf, usersOf } from '../support/companies.js';
import { startServer, type TestServer, type TestServerOptions } from './support.js';

const HOUR_MS = 3_600_000;
const NOW = Date.parse('2026-06-01T12:00:00Z');
const MAX_BYTES = 32 * 1024;
const MEDIA_SCOPE = 'api:calls:read:media-url';

const calls = callsAt(Array.from({ length: 900 }, (_, index) => NOW - (901 - index) * HOUR_MS)).map(
  (call) => ({
    ...call,
    parties: usersOf(2).map(({ id }) => ({
      id,
      userId: id,
      name: id,
      affiliation: 'Internal' as const,
      methods: ['Attendee' as const],
    })),
    media: { audioUrl: 'https://media.test/audio', videoUrl: 'https://media.test/video' },
  }),
);
const ids = calls.map(({ metaData }) => metaData.id);
const company = companyOf({ calls, users: usersOf(2) });

let server: TestServer | undefined;
afterEach(async () => {
  await server?.app.close();
});

interface Answer {
  readonly data: Record<string, never> | null;
  readonly errors: readonly (GraphQLFormattedError & {
    readonly extensions: { readonly gong?: { readonly occurrences?: number } };
  })[];
}

async function start(scopes: readonly string[], options: TestServerOptions = {}) {
  server = await startServer({
    gong: { company, credentials: [{ ...DEFAULT_CREDENTIAL, scopes }] },
    ...options,
  });
  return server;
}

/** The answer to an operation over HTTP. */
async function ask(query: string, variables: object = {}): Promise<Answer> {
  const response = await fetch(`${server?.origin ?? ''}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}

const bytesOf = (errors: unknown): number => Buffer.byteLength(JSON.stringify(errors));

const READ_CALLS = ['api:calls:read:basic', 'api:calls:read:extensive'];

describe('a missing scope', () => {
  it('is one error for all calls of a list, with the first path', async () => {
    const { sandbox } = await start(READ_CALLS);

    const { data, errors } = await ask('{ calls(first: 900) { nodes { media { audioUrl } } } }');

    expect(data).toEqual({ calls: { nodes: Array(900).fill({ media: null }) } });
    expect(errors).toHaveLength(1);
    expect(errors).toMatchObject([
      {
        path: ['calls', 'nodes', 0, 'media'],
        extensions: {
          code: 'GONG_MISSING_SCOPE',
          requiredScope: MEDIA_SCOPE,
          gong: { occurrences: 900 },
        },
      },
    ]);
    // The first page is refused with the media, and read again without them, as are the others.
    expect(sandbox.requests).toHaveLength(10);
  });

  it('is one error for nested lists, and one for each parallel list', async () => {
    await start(READ_CALLS);

    const { errors } = await ask(`{
      calls(first: 3) { nodes { parties { user { title } } } }
      callsByIds(ids: ["${ids.slice(5, 7).join('", "')}"]) { parties { user { title } } }
    }`);

    expect(errors.map(({ path, extensions }) => [path?.join('.'), extensions.gong])).toEqual(
      expect.arrayContaining([
        ['calls.nodes.0.parties.0.user', expect.objectContaining({ occurrences: 6 })],
        ['callsByIds.0.parties.0.user', expect.objectContaining({ occurrences: 4 })],
      ]),
    );
    expect(errors).toHaveLength(2);
  });

  it('is one error for each field of a list, without a count when it occurs once', async () => {
    await start(READ_CALLS);

    const { errors } = await ask(`{
      calls(first: 1) { nodes { a: media { audioUrl } b: media { videoUrl } } }
    }`);

    expect(errors.map(({ path }) => path?.join('.')).sort()).toEqual([
      'calls.nodes.0.a',
      'calls.nodes.0.b',
    ]);
    for (const { extensions } of errors) expect(extensions.gong).not.toHaveProperty('occurrences');
  });

  it('is an error at each of a router’s references', async () => {
    await start([]);

    const { errors } = await ask(
      `query ($references: [_Any!]!) { found: _entities(representations: $references) {
        ... on Call { brief }
      } }`,
      { references: ids.slice(0, 3).map((id) => ({ __typename: 'Call', id })) },
    );

    expect(errors.map(({ path }) => path)).toEqual([
      ['found', 0],
      ['found', 1],
      ['found', 2],
    ]);
  });
});

it('Each failed request is one error', async () => {
  const { sandbox } = await start(READ_CALLS);
  // Each batch says so in its own words.
  for (const requestId of ['first', 'second']) {
    const matches = ({ body }: RecordedRequest): boolean =>
      JSON.stringify(body).includes(ids[requestId === 'first' ? 0 : 149] ?? '');
    const body = { requestId, errors: ['No.'] };
    sandbox.faults.add({ fault: { kind: 'answer', status: 400, body }, matches });
  }

  const { errors } = await ask('query ($ids: [ID!]!) { callsByIds(ids: $ids) { title } }', {
    ids: ids.slice(0, 150),
  });

  expect(errors).toMatchObject([
    { path: ['callsByIds', 0], extensions: { gong: { requestId: 'first', occurrences: 100 } } },
    { path: ['callsByIds', 100], extensions: { gong: { requestId: 'second', occurrences: 50 } } },
  ]);
});

describe('the errors of a response stay below 32 KB', () => {
  const CODE = 'ERRORS_OMITTED';
  const repeated = (text: string, times: number): string => Array(times).fill(text).join(' ');

  /** Checks the bound, and that what is shown and what is not are all there were. */
  function expectAll(errors: Answer['errors'], count: number): void {
    expect(bytesOf(errors)).toBeLessThan(MAX_BYTES);
    const last = errors.at(-1);
    expect(last?.extensions).toMatchObject({ code: CODE, retryable: false });
    const shown = errors.slice(0, -1);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.every(({ extensions }) => extensions['code'] !== CODE)).toBe(true);
    const omitted = count - shown.length;
    expect(last?.extensions['omitted']).toBe(omitted);
    expect(last?.message).toBe(
      `${omitted} more errors are not shown: the errors of one response are limited to 32 KB. ` +
        'Fix the causes shown first, or request fewer items.',
    );
  }

  it('when Gong refuses 100 requests with long messages', async () => {
    const { sandbox } = await start(READ_CALLS);
    const fields = Array.from({ length: 100 }, (_, index) => {
      const requestId = `${index}${'\u0001'.repeat(100 * index)}`;
      const said = `${index}${'\u0001'.repeat(100_000)}`;
      const body = { requestId, errors: [said, 'x', 'y'] };
      sandbox.faults.add({ fault: { kind: 'answer', status: 400, body } });
      const from = new Date(NOW - index * HOUR_MS).toISOString();
      return `${'a'.repeat(97)}${100 + index}: calls(filter: { from: "${from}" }) { nodes { id } }`;
    });

    const { errors } = await ask(`{ ${fields.join(' ')} }`);

    expectAll(errors, 100);
  });

  it('when 1,000 references are invalid', async () => {
    await start(READ_CALLS);
    const references = ids.map((id) => ({ __typename: 'Call', id: `${id}x` }));

    const { errors } = await ask(
      'query ($references: [_Any!]!) { _entities(representations: $references) { __typename } }',
      { references },
    );

    expectAll(errors, references.length);
  });

  it('when one field is selected hundreds of times', async () => {
    await start([]);
    const selected = repeated('calls(first: 1) { nodes { id } }', 200);

    const { errors } = await ask(`{ ${selected} }`);

    expect(errors).toMatchObject([{ path: ['calls'], extensions: { code: 'GONG_MISSING_SCOPE' } }]);
    expect(bytesOf(errors)).toBeLessThan(MAX_BYTES);
  });

  it('when a document is invalid everywhere', async () => {
    await start([]);
    const wrong = Array.from({ length: 60 }, (_, index) => `calls(${'x'.repeat(900)}${index}: 1)`);

    const { errors } = await ask(`{ ${wrong.join(' ')} }`);

    expect(errors.length).toBeGreaterThan(10);
    expect(bytesOf(errors)).toBeLessThan(MAX_BYTES);
  });

  it('for any errors', () => {
    const random = createRandom(7);
    const text = (): string =>
      random.pick(['\u0000', 'é', '🙂', 'a', '"']).repeat(random.integer(0, 4000));
    for (let round = 0; round < 50; round += 1) {
      const errors = Array.from({ length: random.integer(1, 60) }, () => ({
        message: text(),
        locations: Array.from({ length: random.integer(0, 1000) }, () => ({ line: 1, column: 1 })),
        path: Array.from({ length: random.integer(0, 20) }, text),
        extensions: { code: 'SOME', retryable: false, gong: { messages: [text()] }, other: text() },
      }));

      const limited = limitErrors(errors);

      expect(bytesOf(limited)).toBeLessThan(MAX_BYTES);
      const last = limited.at(-1)?.extensions ?? {};
      if (last['code'] === CODE) {
        expect(Number(last['omitted']) + limited.length - 1).toBe(errors.length);
      } else {
        expect(limited).toHaveLength(errors.length);
      }
    }
  });

  it('and are unchanged below it', () => {
    const errors = [{ message: 'No.', path: ['calls'], extensions: { code: 'SOME' } }];

    expect(limitErrors(errors)).toEqual(errors);
  });
});
