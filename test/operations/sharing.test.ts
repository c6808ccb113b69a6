import { describe, expect, it } from '@jest/globals';
import {
  createCompany,
  createFetch,
  createSandbox,
  type SandboxOptions,
} from '../../sandbox/src/index.js';
import { FakeClock } from '../support/clock.js';
import { createTestGateway, type Answer, type TestGatewayOptions } from '../support/gateway.js';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const DAY_MS = 86_400_000;
const company = createCompany({ now: NOW, users: 130, calls: 600, days: 60, steady: true });
const callIds = company.calls.map(({ metaData }) => metaData.id);
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const daysAgo = (days: number): string => new Date(NOW - days * DAY_MS).toISOString();

function setUp(options: TestGatewayOptions & { gong?: SandboxOptions } = {}) {
  const clock = new FakeClock(NOW);
  const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity, ...options.gong });
  const config = { cacheTtlSeconds: 300, maxGongRequests: 100, ...options.config };
  return { clock, sandbox, gateway: createTestGateway({ clock, sandbox, ...options, config }) };
}

const NOTHING = { requests: 0, shared: 0, cacheHits: 0, waitedMs: 0, remainingToday: 0 };
const costOf = ({ extensions }: Answer) => extensions?.gong ?? NOTHING;

const workspaceId = company.workspaces[0]?.id ?? '';
const folderId = company.folders.find(({ calls }) => (calls ?? []).length > 2)?.id ?? '';
const recent = `filter: { from: "${daysAgo(7)}" }`;

const parts: Record<string, string> = {
  'the oldest calls': '{ calls(first: 10) { nodes { title brief primaryUser { name } } } }',
  'the newest calls': `{ calls(first: 12, order: NEWEST_FIRST) {
    nodes { title startedAt parties { name } }
  } }`,
  'the newest calls of a week, counted': `{ calls(first: 12, order: NEWEST_FIRST, ${recent}) {
    totalCount nodes { title }
  } }`,
  'several pages of calls': '{ calls(first: 350) { nodes { id } } }',
  'calls with transcripts': '{ calls(first: 20) { nodes { transcript { text } } } }',
  'calls that nobody made': `{ calls(filter: { from: "2001-01-01T00:00:00Z", to: "2001-02-01T00:00:00Z" }) {
    totalCount nodes { id }
  } }`,
  'calls of users': `{ usersByIds(ids: ${JSON.stringify(company.users.slice(0, 5).map(({ id }) => id))}) {
    name calls(first: 3, from: "${daysAgo(20)}") { nodes { title } }
  } }`,
  users: '{ users(first: 120) { nodes { name manager { name } } } }',
  'searched users': '{ searchUsers(email: "nobody@nowhere.example") { name } }',
  settings: '{ trackers { name } workspaces { name } scorecards { name questions { text } } }',
  'the library': `{ folders(workspaceId: "${workspaceId}") { name parent { name } } }`,
  'a folder with its calls': `{ folder(id: "${folderId}") {
    name calls { call { title transcript { text } primaryUser { name } } }
  } }`,
  'readiness for meetings':
    '{ meetingIntegrationStatus(emails: ["one@lumenta.example"]) { valid } }',
  'a library that isn’t there': '{ folders(workspaceId: "987654321") { name } }',
  'a folder that isn’t there': '{ folder(id: "987654321") { name } }',
  'calls by id': `{
    one: call(id: "${callIds[3]}") { title }
    two: call(id: "${callIds[4]}") { title brief }
    callsByIds(ids: ["${callIds[5]}", "987654321"]) { title transcript { text } }
  }`,
  'records that aren’t there': `{
    call(id: "987654321") { title transcript { text } }
    user(id: "987654322") { name }
    workspace(id: "987654323") { name }
    tracker(id: "987654324") { name }
  }`,
  'ids beyond what Gong can read': `{
    callsByIds(ids: ["99999999999999999999", "${callIds[9]}"]) { title }
    calls(filter: { primaryUserIds: ["99999999999999999999", "${company.users[1]?.id}"] }, first: 2) {
      nodes { title }
    }
  }`,
  reviews: '{ answeredScorecards(first: 30) { nodes { averageScore: id } } }',
  'reviews of calls': '{ calls(first: 10) { nodes { answeredScorecards { id } } } }',
};

describe('200 identical queries within 10 seconds cost the same as one', () => {
  describe.each(Object.entries(parts))('%s', (_, query) => {
    it('from many clients, at once and in succession', async () => {
      const alone = setUp();
      const only = await alone.clock.runUntil(alone.gateway.execute(query));
      const { clock, sandbox, gateway } = setUp({ config: { requestsPerSecond: 3 } });

      const clientOf = (index: number) => ({ client: `client ${index % 7}` });
      const answers = await clock.runUntil(
        Promise.all(range(100).map((index) => gateway.execute(query, {}, clientOf(index)))),
      );
      for (const index of range(100)) {
        await clock.advance(60);
        answers.push(await clock.runUntil(gateway.execute(query, {}, clientOf(index))));
      }

      expect(sandbox.requests.length).toBe(alone.sandbox.requests.length);
      expect(only.errors).toBeUndefined();
      for (const { data, errors } of answers) {
        expect(errors).toBeUndefined();
        expect(data).toEqual(only.data);
      }
      const requests = answers.reduce((sum, answer) => sum + costOf(answer).requests, 0);
      expect(requests).toBe(sandbox.requests.length);
      for (const answer of answers.slice(100)) {
        expect(costOf(answer)).toMatchObject({ requests: 0, shared: 0, waitedMs: 0 });
        expect(costOf(answer).cacheHits).toBeGreaterThan(0);
      }
    });
  });
});

describe('Different selections of the same list', () => {
  const narrow = '{ calls(first: 5) { nodes { title } } }';
  const other = '{ calls(first: 5) { nodes { title brief } } }';
  const third = '{ calls(first: 5) { nodes { parties { name } } } }';

  it('that alternate cost one request each', async () => {
    const { clock, sandbox, gateway } = setUp();
    for (const index of range(30)) {
      const answer = await clock.runUntil(
        gateway.execute([narrow, other, third][index % 3] ?? narrow),
      );
      expect(answer.errors).toBeUndefined();
      await clock.advance(300);
    }
    expect(sandbox.requests.length).toBeLessThanOrEqual(3);
  });

  it('become one request with their union while they wait for a slot', async () => {
    const { clock, sandbox, gateway } = setUp({ config: { requestsPerSecond: 1 } });
    const slot = gateway.execute('{ workspaces { name } }');

    const answers = await clock.runUntil(
      Promise.all([narrow, other, third].map((query) => gateway.execute(query))),
    );
    await slot;

    expect(sandbox.requests.map(({ operationId }) => operationId)).toEqual([
      'listWorkspaces',
      'listCallsExtensive',
    ]);
    expect(sandbox.requests[1]?.body).toMatchObject({
      contentSelector: { exposedFields: { parties: true, content: { brief: true } } },
    });
    expect(answers.map((answer) => [costOf(answer).requests, costOf(answer).shared])).toEqual([
      [1, 0],
      [0, 1],
      [0, 1],
    ]);
    for (const { errors, data } of answers) {
      expect(errors).toBeUndefined();
      expect(data).toMatchObject({ calls: { nodes: range(5).map(() => expect.anything()) } });
    }
  });

  it('do not join a request in flight with less', async () => {
    const { clock, sandbox, gateway } = setUp();
    sandbox.faults.add({ fault: { kind: 'delay', ms: 500 } });
    const clockSleep = gateway.execute(narrow);
    const wide = gateway.execute(third);
    const [first, second] = await clock.runUntil(Promise.all([clockSleep, wide]));
    expect(first.errors).toBeUndefined();
    expect(second.data).toMatchObject({
      calls: {
        nodes: company.calls
          .slice(0, 5)
          .map(({ parties }) => ({ parties: (parties ?? []).map(() => expect.anything()) })),
      },
    });
  });
});

describe('Accounting', () => {
  it('adds up to the requests that Gong received', async () => {
    const { clock, sandbox, gateway } = setUp({ config: { requestsPerSecond: 3 } });
    const queries = Object.values(parts);
    sandbox.faults.add({ fault: { kind: 'answer', status: 503 }, times: 4 });
    sandbox.faults.add({ fault: { kind: 'drop' }, times: 2 });
    sandbox.faults.add({ fault: { kind: 'answer', status: 429, headers: { 'retry-after': '2' } } });

    const answers = await clock.runUntil(
      Promise.all(
        range(60).map(async (index) => {
          await new Promise<void>((resolve) => clock.after((index % 13) * 170, resolve));
          const query = queries[(index * 7) % queries.length] ?? '';
          return gateway.execute(query, {}, { client: `client ${index % 3}` });
        }),
      ),
    );

    const sum = answers.reduce((total, answer) => total + costOf(answer).requests, 0);
    expect(sum).toBe(sandbox.requests.length);
  });

  it('reports to a later operation the time that it waited itself', async () => {
    const { clock, gateway } = setUp({ config: { requestsPerSecond: 0.2, rateMarginMs: 0 } });
    const slot = gateway.execute('{ workspaces { name } }');
    const lists = '{ trackers { name } }';
    const byId = `{ call(id: "${callIds[3]}") { brief } }`;
    const early = [lists, byId].map((query) => gateway.execute(query));
    await clock.advance(4000);
    const late = [lists, byId].map((query) => gateway.execute(query));

    const costs = (await clock.runUntil(Promise.all([...early, ...late]))).map(costOf);
    await slot;

    expect(costs).toMatchObject([
      { requests: 1, shared: 0, waitedMs: 10_000 },
      { requests: 1, shared: 0, waitedMs: 5000 },
      { requests: 0, shared: 1, waitedMs: 6000 },
      { requests: 0, shared: 1, waitedMs: 1000 },
    ]);
  });
});

describe('An operation that ends before all its requests have responses', () => {
  const orphaned = '{ scorecard(id: "987654321") { name answers(first: 5) { nodes { id } } } }';

  it('lets the response arrive, which serves the next operation', async () => {
    const signals: AbortSignal[] = [];
    const clock = new FakeClock(NOW);
    const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity });
    const next = createFetch(sandbox);
    const { gateway } = setUp({
      clock,
      sandbox,
      fetch: async (url, init) => {
        signals.push(init.signal);
        // The reviews take longer than what shows that nobody will look at them.
        await new Promise<void>((resolve) => {
          clock.after(url.endsWith('/activity/scorecards') ? 5000 : 100, resolve);
        });
        return next(url, init);
      },
    });

    const first = await clock.runUntil(gateway.execute(orphaned));
    expect(first.data).toEqual({ scorecard: null });
    expect(costOf(first).requests).toBe(2);
    await clock.advance(5000);
    const again = await gateway.trace(orphaned);

    expect(signals.map(({ aborted }) => aborted)).toEqual([false, false]);
    expect(again.sent).toHaveLength(0);
    expect(sandbox.requests).toHaveLength(2);
  });
});

describe('A client that disconnects', () => {
  const list = '{ trackers { name } }';
  const byId = `{ call(id: "${callIds[3]}") { brief } }`;

  it.each([
    ['a list', list],
    ['a record', byId],
  ])('removes from the queue what it alone waits for: %s', async (_, query) => {
    const { clock, sandbox, gateway } = setUp({ config: { requestsPerSecond: 1 } });
    const slot = gateway.execute('{ workspaces { name } }');
    let leave: () => void = () => undefined;
    const leaving = gateway.execute(
      query,
      {},
      {
        onScope: (operation) => {
          leave = () => {
            operation.close();
          };
        },
      },
    );
    await clock.advance(100);
    leave();
    const next = gateway.execute('{ scorecards { name } }');
    await clock.runUntil(Promise.all([slot, leaving, next]));
    expect(sandbox.requests.map(({ operationId }) => operationId)).toEqual([
      'listWorkspaces',
      'listScorecards',
    ]);
    // And the slot was not wasted.
    expect((sandbox.requests[1]?.at ?? 0) - NOW).toBeLessThan(1100);
  });

  it.each([
    ['a list', list],
    ['a record', byId],
  ])('keeps what others wait for too: %s', async (_, query) => {
    const { clock, sandbox, gateway } = setUp({ config: { requestsPerSecond: 1 } });
    const slot = gateway.execute('{ workspaces { name } }');
    let leave: () => void = () => undefined;
    const leaving = gateway.execute(
      query,
      {},
      {
        onScope: (operation) => {
          leave = () => {
            operation.close();
          };
        },
      },
    );
    const staying = gateway.execute(query, {}, { client: 'two' });
    await clock.advance(100);
    leave();
    const [, left, stayed] = await clock.runUntil(Promise.all([slot, leaving, staying]));
    expect(stayed.errors).toBeUndefined();
    expect(costOf(stayed)).toMatchObject({ requests: 1, shared: 0 });
    expect(costOf(left)).toMatchObject({ requests: 0 });
    expect(sandbox.requests).toHaveLength(2);
  });
});
