import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { FakeClock } from '../support/clock.js';
import { startServer, type TestServer, type TestServerOptions } from './support.js';

const config = { cacheTtlSeconds: 300 };
const running: TestServer[] = [];

async function start(options: TestServerOptions): Promise<TestServer> {
  const server = await startServer(options);
  running.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map(({ app }) => app.close()));
});

/** What the answer to a GET says about keeping it. */
async function get(server: TestServer, query: string, headers = {}, more = '') {
  const address = `${server.origin}/graphql?query=${encodeURIComponent(query)}${more}`;
  const response = await fetch(address, {
    headers: { 'apollo-require-preflight': 'true', ...headers },
  });
  const body = (await response.json()) as { readonly errors?: unknown; readonly data?: unknown };
  const cacheControl = response.headers.get('cache-control');
  return { body, cacheControl, vary: response.headers.get('vary') };
}

const DIRECTORY = '{ users(first: 2) { nodes { name } } }';

describe('a response to a GET', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ config });
  });
  afterAll(() => server.app.close());

  it.each([
    ['directory data', DIRECTORY, 'private, max-age=300'],
    ['calls', '{ calls(first: 2) { nodes { title } } }', 'private, max-age=30'],
    [
      'calls within directory data',
      '{ users(first: 2) { nodes { calls(first: 1) { totalCount } } } }',
      'private, max-age=30',
    ],
    [
      'directory data within calls',
      '{ workspaces { name } calls(first: 2) { nodes { primaryUser { name } } } }',
      'private, max-age=30',
    ],
    [
      'calls with media somewhere',
      '{ workspaces { name } calls(first: 2) { nodes { media { audioUrl } } } }',
      'no-store',
    ],
    ['the quota', '{ workspaces { name } quota { usedToday } }', 'no-store'],
    ['the schema alone', '{ __schema { types { name } } }', 'no-store'],
  ])('says how long it may be cached, by its selected fields: %s', async (_, query, expected) => {
    const { body, cacheControl } = await get(server, query);

    expect(body).not.toHaveProperty('errors');
    expect(cacheControl).toBe(expected);
  });

  it('depends on the variables', async () => {
    const query =
      'query ($m: Boolean!) { calls(first: 1) { nodes { id media @include(if: $m) { audioUrl } } } }';
    const ask = (m: boolean) => get(server, query, {}, `&variables=${JSON.stringify({ m })}`);

    const answers = [await ask(false), await ask(true), await ask(false)];

    expect(answers.map(({ cacheControl }) => cacheControl)).toEqual([
      'private, max-age=30',
      'no-store',
      'private, max-age=30',
    ]);
  });

  it.each([
    ['that is no document', '{'],
    ['that is invalid', '{ nothing }'],
    ['with a bad argument', '{ workspaces { id } call(id: "x") { id } }'],
    ['that changes something', 'mutation { __typename }'],
  ])('is not cached for an operation %s', async (_, query) => {
    expect((await get(server, query)).cacheControl).toBe('no-store');
  });

  it('is not cached when a part of it failed', async () => {
    server.sandbox.faults.add({
      operationId: 'listTrackers',
      fault: { kind: 'answer', status: 403, body: { errors: ['Not licensed.'] } },
    });

    const { body, cacheControl } = await get(server, '{ workspaces { name } trackers { name } }');

    expect(body).toMatchObject({
      data: { workspaces: expect.anything(), trackers: null },
      errors: [{}],
    });
    expect(cacheControl).toBe('no-store');
  });

  it('is not cached for an estimate', async () => {
    const extensions = `&extensions=${JSON.stringify({ gong: { estimateOnly: true } })}`;

    const { body, cacheControl } = await get(server, DIRECTORY, {}, extensions);

    expect(body).toHaveProperty('extensions.gong.estimate');
    expect(cacheControl).toBe('no-store');
  });

  it('is cached by media type', async () => {
    expect((await get(server, DIRECTORY)).vary).toBe('Accept');
  });

  it('is not cached when the client must send the whole document first', async () => {
    const extensions = JSON.stringify({
      persistedQuery: { version: 1, sha256Hash: 'f'.repeat(64) },
    });

    const response = await fetch(`${server.origin}/graphql?extensions=${extensions}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });

    expect(response.headers.get('cache-control')).toBe('private, no-cache, must-revalidate');
  });

  it('is cached, unlike one to a POST', async () => {
    const response = await server.post(DIRECTORY);

    expect(await response.json()).not.toHaveProperty('errors');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});

describe('an incomplete response', () => {
  it('is not cached with a list that was cut short', async () => {
    const server = await start({ config: { ...config, maxGongRequests: 1 } });
    const query = '{ calls(first: 50, order: NEWEST_FIRST) { nodes { id } } }';

    const { body, cacheControl } = await get(server, query);

    expect(body).toHaveProperty('extensions.gong.incomplete');
    expect(cacheControl).toBe('no-store');
  });

  it('is not cached with stale data', async () => {
    const clock = new FakeClock();
    const server = await start({ clock, config: { ...config, requestsPerDay: 1 } });
    await get(server, DIRECTORY);
    await clock.advance(301_000);

    const { body, cacheControl } = await get(server, DIRECTORY);

    expect(body).toMatchObject({ extensions: { gong: { stale: expect.anything() } } });
    expect(cacheControl).toBe('no-store');
  });
});

describe('GATEWAY_CACHE_TTL_SECONDS', () => {
  it.each([
    [0, 'no-store', 'no-store'],
    [10, 'private, max-age=10', 'private, max-age=10'],
    [60, 'private, max-age=60', 'private, max-age=30'],
    [3600, 'private, max-age=300', 'private, max-age=30'],
  ])('is the maximum of a response’s max-age: %i', async (cacheTtlSeconds, directory, calls) => {
    const server = await start({ config: { cacheTtlSeconds } });

    const answers = [
      await get(server, DIRECTORY),
      await get(server, '{ calls(first: 1) { nodes { id } } }'),
    ];

    expect(answers.map(({ cacheControl }) => cacheControl)).toEqual([directory, calls]);
  });
});

describe('a gateway with tokens', () => {
  it('prevents sharing responses between clients', async () => {
    const server = await start({
      config,
      tokens: [{ client: 'bi', tenant: 'default', token: 't' }],
    });

    const { cacheControl, vary } = await get(server, DIRECTORY, { authorization: 'Bearer t' });

    expect([cacheControl, vary]).toEqual(['private, max-age=300', 'Accept, Authorization']);
  });
});
