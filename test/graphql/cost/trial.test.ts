import { describe, expect, it } from '@jest/globals';
import { createSandbox } from '../../../sandbox/src/index.js';
import { Trial } from '../../../src/operation/trial.js';
import { FakeClock } from '../../support/clock.js';
import { createTestGateway, type TestGateway } from '../../support/gateway.js';
import { budgets, createBudgetCompany, NOW } from '../../operations/budgets.js';

const { signal } = new AbortController();

describe('A trial', () => {
  it('counts the missing keys of each lane by the size of a request', async () => {
    const trial = new Trial();
    const run = Promise.all([
      ...Array.from({ length: 101 }, (_, index) =>
        trial.reportMissing('users', String(index), 100),
      ),
      trial.reportMissing('users', '0', 100),
      trial.reportMissing('a list', '', 1),
    ]);

    expect(await trial.of(run, signal)).toEqual({ min: 3, isComplete: false });
  });

  it('is complete when nothing is missing', async () => {
    expect(await new Trial().of(Promise.resolve(), signal)).toEqual({ min: 0, isComplete: true });
  });

  it('continues after lookups, and counts what they lead to', async () => {
    const trial = new Trial();
    let find = (): void => undefined;
    const stored = new Promise<void>((resolve) => {
      find = resolve;
    });
    const run = trial.awaitLookup(stored).then(() => trial.reportMissing('calls', '1', 100));
    const tried = trial.of(run, signal);
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    find();

    expect(await tried).toEqual({ min: 1, isComplete: false });
  });

  it('counts data that is missing beside a complete response', async () => {
    const trial = new Trial();
    void trial.reportMissing('a list', '', 1);

    expect(await trial.of(Promise.resolve(), signal)).toMatchObject({ min: 1, isComplete: false });
  });

  it('ends when its time is over', async () => {
    const trial = new Trial();
    const [time, never] = [new AbortController(), new Promise<never>(() => undefined)];
    const tried = trial.of(trial.awaitLookup(never), time.signal);
    time.abort();

    expect(await tried).toEqual({ min: 0, isComplete: false });
  });
});

describe('The minimum of an estimate', () => {
  const clock = new FakeClock(NOW);
  const sandbox = createSandbox({
    company: createBudgetCompany(),
    clock,
    requestsPerSecond: Infinity,
  });
  const leastOf = async (gateway: TestGateway, query: string) => {
    const before = sandbox.requests.length;
    const wish = { extensions: { gong: { estimateOnly: true } } };
    const { extensions } = await gateway.execute(query, {}, wish);
    expect(sandbox.requests).toHaveLength(before);
    return extensions?.gong?.estimate?.min;
  };
  const create = (cacheTtlSeconds: number) =>
    createTestGateway({ sandbox, clock, config: { cacheTtlSeconds } });
  const ids = (count: number) =>
    JSON.stringify(sandbox.company.calls.slice(0, count).map(({ metaData }) => metaData.id));

  it.each<[string, number]>([
    ['{ __typename }', 0],
    ['{ calls(first: 250) { nodes { title primaryUser { name } } } }', 1],
    ['{ call(id: "1") { title transcript { wordCount } } }', 2],
    ['{ workspaces { name folders { name } } scorecards { name } }', 2],
    ['{ a: trackers(workspaceId: "1") { name } b: trackers { name } }', 1],
    ['{ searchUsers(email: "a@b.c") { name manager { name } } }', 1],
    ['{ folder(id: "1") { parent { name } } }', 1],
    // Once there is no such record, what is beside it may not be sent.
    ['{ workspace(id: "8") { description trackers { updatedAt } folders { name } } }', 1],
    ['{ scorecard(id: "8") { name answers { nodes { id } } } }', 1],
    ['{ user(id: "8") { name calls { nodes { id } } directReports { name } } }', 1],
    ['{ user(id: "8") { directReports { name } } }', 1],
    ['{ user(id: "8") { calls { nodes { id } } } }', 1],
  ])('is the certain number of requests: %s', async (query, least) => {
    expect(await leastOf(create(0), query)).toBe(least);
  });

  it.each([
    'workspace(id: "8") { description trackers { updatedAt } }',
    'scorecard(id: "8") { name answers { nodes { id } } }',
  ])('holds for a record that is known not to exist: %s', async (query) => {
    const gateway = create(300);
    // Time enough to send what is beside the record: as long as it takes to find all of this in the cache.
    const known = 'calls(first: 100) { nodes { primaryUser { manager { manager { name } } } } }';
    await gateway.execute(`{ workspaces { name } scorecards { name } ${known} }`);
    const wish = { extensions: { gong: { estimateOnly: true } } };
    const { extensions } = await gateway.execute(`{ ${query} ${known} }`, {}, wish);
    const { data, sent } = await gateway.trace(`{ ${query} ${known} }`);
    const { min, max } = extensions?.gong?.estimate ?? {};

    expect(Object.values(data ?? {})[0]).toBeNull();
    expect(min).toBe(0);
    expect(max).toBeGreaterThanOrEqual(sent.length);
    expect(sent).toHaveLength(1);
  });

  it('counts keys by the size of a request', async () => {
    const calls = (count: number) => `{ callsByIds(ids: ${ids(count)}) { title } }`;

    expect(await leastOf(create(0), calls(100))).toBe(1);
    expect(await leastOf(create(0), calls(101))).toBe(2);
  });

  it('counts only missing data', async () => {
    const gateway = create(300);
    await gateway.execute(`{ callsByIds(ids: ${ids(100)}) { title } }`);

    expect(await leastOf(gateway, `{ callsByIds(ids: ${ids(101)}) { title } }`)).toBe(1);
    expect(await leastOf(gateway, `{ callsByIds(ids: ${ids(90)}) { title } }`)).toBe(0);
    // A known page leads on to what it refers to.
    await gateway.execute('{ calls(first: 100) { nodes { title } } }');
    const hosts = '{ calls(first: 100) { nodes { primaryUser { name } } } scorecards { name } }';
    expect(await leastOf(gateway, hosts)).toBeGreaterThan(1);
  });

  it('is at least 1 for each row of the budgets', async () => {
    for (const { query, variables } of budgets) {
      if (variables === undefined) expect(await leastOf(create(0), query)).toBeGreaterThan(0);
    }
  });
});
