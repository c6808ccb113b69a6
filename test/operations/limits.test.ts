import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DayCountInFile } from '../../src/gong/scheduling/dayCount.js';
import {
  createCompany,
  createSandbox,
  DEFAULT_CREDENTIAL,
  type Fault,
  type SandboxOptions,
} from '../../sandbox/src/index.js';
import { FakeClock, settle } from '../support/clock.js';
import { createTestGateway, type TestGatewayOptions } from '../support/gateway.js';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const HOUR_MS = 3_600_000;
const company = createCompany({ now: NOW, users: 130, calls: 600, days: 60, steady: true });
const callIds = company.calls.map(({ metaData }) => metaData.id);
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

function setUp(options: TestGatewayOptions & { gong?: SandboxOptions } = {}) {
  const clock = new FakeClock(NOW);
  const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity, ...options.gong });
  const gateway = createTestGateway({ clock, ...options, sandbox });
  const run = (query: string, variables: Record<string, unknown> = {}) =>
    clock.runUntil(gateway.trace(query, variables));
  return { clock, sandbox, gateway, run };
}

interface Connection {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}
const connectionOf = (data: unknown, name = 'calls'): Connection =>
  (data as Record<string, Connection>)[name] ?? {
    nodes: [],
    pageInfo: { hasNextPage: false, endCursor: '' },
  };

it('A list that is refused for its size handles failures of its items', async () => {
  const { run } = setUp({
    config: { maxObjects: 500 },
    gong: { credentials: [{ ...DEFAULT_CREDENTIAL, scopes: [] }] },
  });

  const { errors } = await run(
    'query ($ids: [ID!]!) { a: callsByIds(ids: $ids) { id } b: callsByIds(ids: $ids) { id } }',
    { ids: callIds.slice(0, 400) },
  );
  // What fails meanwhile and isn't heard ends the process, and this test with it.
  const later = await run('{ users(first: 1) { nodes { id } } }');

  expect(errors).toMatchObject([{ extensions: { code: 'COST_LIMIT_EXCEEDED' } }]);
  expect(later.errors).toMatchObject([{ extensions: { code: 'GONG_MISSING_SCOPE' } }]);
});

it.each(['_sdl', '_service { sdl }'])('The SDL counts like any other text: %s', async (field) => {
  const { run } = setUp({ config: { maxObjects: 500 } });

  expect((await run(`{ ${field} }`)).errors).toMatchObject([
    { extensions: { code: 'COST_LIMIT_EXCEEDED' } },
  ]);
});

describe('The limit of an operation', () => {
  const page = (first: number, after?: string, order = 'OLDEST_FIRST') => `{
    calls(first: ${first}, order: ${order}${after === undefined ? '' : `, after: "${after}"`}) {
      nodes { id } pageInfo { hasNextPage endCursor }
    }
  }`;

  it.each([
    ['OLDEST_FIRST', 1],
    ['NEWEST_FIRST', 6],
  ])('cuts a list, which can be continued: %s, %i at a time', async (order, ceiling) => {
    const { run } = setUp({ config: { maxGongRequests: ceiling } });
    const ids: string[] = [];
    let after: string | undefined;
    for (let pages = 0; pages < 20; pages += 1) {
      const { data, errors, extensions, sent } = await run(page(600, after, order));
      expect(errors).toBeUndefined();
      expect(sent.length).toBeLessThanOrEqual(ceiling);
      const { nodes, pageInfo } = connectionOf(data);
      ids.push(...nodes.map(({ id }) => id));
      if (!pageInfo.hasNextPage) break;
      expect(extensions?.gong?.incomplete).toEqual([
        { path: ['calls'], code: 'COST_LIMIT_EXCEEDED' },
      ]);
      after = pageInfo.endCursor;
    }
    expect(order === 'OLDEST_FIRST' ? ids : ids.reverse()).toEqual(callIds);
  });

  it('fails other fields, and keeps what was read before', async () => {
    const { run } = setUp({ config: { maxGongRequests: 1 } });
    const { data, errors, sent } = await run(
      '{ calls(first: 3) { nodes { id transcript { text } primaryUser { name } } } }',
    );
    expect(sent).toHaveLength(1);
    expect(connectionOf(data).nodes.map(({ id }) => id)).toEqual(callIds.slice(0, 3));
    expect(errors).toHaveLength(2);
    for (const { extensions } of errors ?? []) {
      expect(extensions).toMatchObject({
        code: 'COST_LIMIT_EXCEEDED',
        retryable: false,
        gong: { occurrences: 3 },
      });
    }
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8])('of %i is never exceeded', async (ceiling) => {
    const { clock, sandbox, run } = setUp({
      config: { maxGongRequests: ceiling, cacheTtlSeconds: 300, requestsPerSecond: 3 },
    });
    const queries = [
      '{ calls(first: 500) { nodes { id primaryUser { name } transcript { text } } } }',
      '{ calls(first: 300, order: NEWEST_FIRST) { totalCount nodes { id } } }',
      '{ users(first: 130) { nodes { name manager { name } } } trackers { name } scorecards { name } }',
      `{ callsByIds(ids: ${JSON.stringify([...callIds.slice(0, 250), '99999999999999999999'])}) { brief } }`,
      '{ searchUsers(email: "nobody@nowhere.example") { name } workspaces { name } }',
      '{ calls(first: 60) { nodes { answeredScorecards { id } } } }',
    ];
    for (const query of queries) {
      sandbox.faults.add({ fault: { kind: 'answer', status: 503 }, times: 2 });
      sandbox.faults.add({
        fault: { kind: 'answer', status: 429, headers: { 'retry-after': '1' } },
      });
      const { sent, extensions } = await run(query);
      expect(sent.length).toBeLessThanOrEqual(ceiling);
      expect(extensions?.gong?.requests ?? 0).toBe(sent.length);
      sandbox.faults.clear();
      await clock.advance(2 * HOUR_MS);
    }
  });

  it('allows reading cached data', async () => {
    const { clock, gateway, run } = setUp({ config: { cacheTtlSeconds: 300 } });
    await run('{ trackers { name } }');
    const { errors, extensions } = await clock.runUntil(
      gateway.execute('{ trackers { name } }', {}, { maxRequests: 0 }),
    );
    expect(errors).toBeUndefined();
    expect(extensions?.gong).toMatchObject({ requests: 0, cacheHits: 1 });
  });

  it('does not fail another operation that reads the same later', async () => {
    const { clock, gateway } = setUp();
    const query = '{ trackers { name } }';
    const [poor, rich] = await clock.runUntil(
      Promise.all([
        gateway.execute(query, {}, { maxRequests: 0 }),
        gateway.execute(query, {}, { maxRequests: 5 }),
      ]),
    );
    expect(poor.errors).toMatchObject([{ extensions: { code: 'COST_LIMIT_EXCEEDED' } }]);
    expect(rich.errors).toBeUndefined();
  });
});

describe('The daily quota', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'limits-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('fails operations at once when it is used up, until the next day', async () => {
    const { clock, run } = setUp({
      config: { requestsPerDay: 3, dayTimeZone: 'America/New_York' },
    });
    const query = '{ workspaces { name } }';
    for (const left of [2, 1, 0]) {
      expect((await run(query)).extensions?.gong?.remainingToday).toBe(left);
    }

    const refused = await run(query);

    // Midnight in New York is at four in the morning of UTC.
    expect(refused.sent).toEqual([]);
    expect(refused.errors).toMatchObject([
      {
        path: ['workspaces'],
        extensions: { code: 'QUOTA_EXHAUSTED', retryable: true, retryAfterSeconds: 16 * 3600 },
      },
    ]);
    await clock.advance(16 * HOUR_MS - 30_000);
    expect((await run(query)).errors).toHaveLength(1);
    await clock.advance(30_000);
    const next = await run(query);
    expect(next.errors).toBeUndefined();
    expect(next.extensions?.gong?.remainingToday).toBe(2);
  });

  it('counts across restarts, including retries', async () => {
    const config = { requestsPerDay: 4 };
    const before = setUp({ config, dayCount: new DayCountInFile(folder) });
    before.sandbox.faults.add({ fault: { kind: 'answer', status: 503 }, times: 2 });
    await before.run('{ workspaces { name } }');

    const after = setUp({ config, dayCount: new DayCountInFile(folder) });

    expect((await after.run('{ workspaces { name } }')).extensions?.gong?.remainingToday).toBe(0);
    expect((await after.run('{ workspaces { name } }')).errors).toMatchObject([
      { extensions: { code: 'QUOTA_EXHAUSTED' } },
    ]);
  });

  it('cuts a list when it is used up, which can be continued the next day', async () => {
    const { clock, run } = setUp({
      config: { requestsPerDay: 2 },
      gong: { cursorLifetimeMs: 24 * HOUR_MS },
    });
    const cut = await run(
      '{ calls(first: 600) { nodes { id } pageInfo { hasNextPage endCursor } } }',
    );
    expect(cut.errors).toBeUndefined();
    expect(cut.extensions?.gong?.incomplete).toEqual([
      { path: ['calls'], code: 'QUOTA_EXHAUSTED' },
    ]);
    const { nodes, pageInfo } = connectionOf(cut.data);
    expect(nodes).toHaveLength(200);
    await clock.advance(12 * HOUR_MS);
    const rest = await run(
      `{ calls(first: 200, after: "${pageInfo.endCursor}") { nodes { id } } }`,
    );
    expect(connectionOf(rest.data).nodes.map(({ id }) => id)).toEqual(callIds.slice(200, 400));
  });
});

describe('Retry-After: 1200', () => {
  const slowDown: Fault = { kind: 'answer', status: 429, headers: { 'retry-after': '1200' } };

  it('fails all operations at once, and nothing is sent until then', async () => {
    const { clock, sandbox, gateway, run } = setUp({
      config: { requestsPerSecond: 2, cacheTtlSeconds: 300 },
    });
    sandbox.faults.add({ fault: slowDown });
    const queries = ['{ workspaces { name } }', '{ trackers { name } }', '{ scorecards { name } }'];
    const waiting = range(12).map((index) =>
      gateway.execute(
        `{ call(id: "${callIds[index]}") { brief } ${queries[index % 3]?.slice(1) ?? ''}`,
        {},
        { client: `client ${index % 3}` },
      ),
    );

    // No time passes beyond the first answers.
    const answers = await Promise.all(waiting);

    for (const { errors } of answers) {
      for (const { extensions } of errors ?? []) {
        expect(extensions).toMatchObject({
          code: 'RATE_LIMITED',
          retryable: true,
          retryAfterSeconds: 1200,
        });
      }
    }
    expect(answers.flatMap(({ errors }) => errors ?? []).length).toBeGreaterThan(0);
    const sent = sandbox.requests.length;
    expect(sent).toBeLessThanOrEqual(2);
    await clock.advance(600_000);
    expect((await run('{ folders(workspaceId: "1") { name } }')).errors).toMatchObject([
      { extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 600 } },
    ]);
    expect(sandbox.requests.length).toBe(sent);
    await clock.advance(600_000);
    for (const query of queries) expect((await run(query)).errors).toBeUndefined();
  });

  it('cuts a list that has begun', async () => {
    const { sandbox, gateway } = setUp();
    sandbox.faults.add({
      fault: slowDown,
      matches: ({ body }) => (body as { cursor?: string }).cursor !== undefined,
    });
    const { data, errors, extensions } = await gateway.execute(
      '{ calls(first: 300) { nodes { id } pageInfo { hasNextPage endCursor } } }',
    );
    expect(errors).toBeUndefined();
    expect(connectionOf(data).nodes).toHaveLength(100);
    expect(connectionOf(data).pageInfo.hasNextPage).toBe(true);
    expect(extensions?.gong?.incomplete).toEqual([{ path: ['calls'], code: 'RATE_LIMITED' }]);
  });
});

describe('A long export', () => {
  const exporting =
    '{ calls(first: 600) { nodes { id brief transcript { text } primaryUser { name } } } }';

  it('delays a small query by 2 seconds at most', async () => {
    const { clock, gateway } = setUp({ config: { requestsPerSecond: 3 } });
    const exports = range(6).map((index) =>
      gateway.execute(exporting, {}, { client: `export ${index}` }),
    );
    const waits: number[] = [];
    for (const index of range(10)) {
      await clock.advance(700);
      const answer = clock.runUntil(
        gateway.execute(
          `{ call(id: "${callIds[500 + index]}") { brief } }`,
          {},
          { client: 'small' },
        ),
      );
      waits.push((await answer).extensions?.gong?.waitedMs ?? 0);
    }
    expect(Math.max(...waits)).toBeLessThanOrEqual(1015);
    for (const { errors } of await clock.runUntil(Promise.all(exports))) {
      expect(errors).toBeUndefined();
    }
  });

  it('of several clients gives each its share', async () => {
    const { clock, sandbox, gateway } = setUp({ config: { requestsPerSecond: 3 } });
    const ends = new Map<string, number>();
    const start = (client: string, first: number, from: number) =>
      gateway
        .execute(
          `{ calls(first: ${first}, filter: { callIds: null, from: "2026-04-0${from}T00:00:00Z" }) { nodes { id } } }`,
          {},
          { client },
        )
        .then(() => ends.set(client, clock.monotonic()));
    const heavy = range(8).map((index) => start('heavy', 600, index + 1));
    await settle();
    const light = start('light', 300, 9);
    await clock.runUntil(light);
    // Three pages, one every other slot at worst.
    expect(ends.get('light')).toBeLessThanOrEqual(3 * 1015);
    await clock.runUntil(Promise.all(heavy));
    expect(sandbox.requests.length).toBeGreaterThan(40);
  });
});
