import { describe, expect, it } from '@jest/globals';
import { createCompany, createFetch, createSandbox } from '../../sandbox/src/index.js';
import { FakeClock } from '../support/clock.js';
import { createTestGateway, type TestGatewayOptions } from '../support/gateway.js';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const company = createCompany({ now: NOW, users: 30, calls: 900, days: 90, steady: true });
/** Some three months ago. */
const oldCall = company.calls[3]?.metaData.id ?? '';

function setUp(config: TestGatewayOptions['config'] = {}) {
  const clock = new FakeClock(NOW);
  const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity });
  const gateway = createTestGateway({
    clock,
    sandbox,
    config: { cacheTtlSeconds: 300, ...config },
  });
  const costOf = async (query: string): Promise<number> => (await gateway.trace(query)).sent.length;
  return { clock, sandbox, gateway, costOf };
}

describe('a cached call', () => {
  it('grows to the union of its readers’ selections', async () => {
    const { costOf } = setUp();
    const one = `{ call(id: "${oldCall}") { brief trackers { name } } }`;
    const other = `{ call(id: "${oldCall}") { outline { section } } }`;

    const costs = [await costOf(one), await costOf(other), await costOf(one), await costOf(other)];

    expect(costs).toEqual([1, 1, 0, 0]);
  });

  const started = company.calls[3]?.metaData.started ?? '';
  const to = new Date(Date.parse(started) + 1000).toISOString();
  it.each([
    ['by its ID', `call(id: "${oldCall}") {`, '}'],
    ['in a list', `calls(filter: { from: "${started}", to: "${to}" }) { nodes {`, '} }'],
  ])('has every CRM field, whichever of them was read first %s', async (_, begin, end) => {
    const { costOf } = setUp();
    const other = `{ call(id: "${oldCall}") { accounts { field(name: "Industry") } } }`;

    const first = await costOf(`{ ${begin} accounts { field(name: "Name") } ${end} }`);

    expect([first, await costOf(other)]).toEqual([1, 0]);
  });

  it('determines the TTL of its transcript, even of one that was read before', async () => {
    const { clock, costOf } = setUp();
    const transcript = `{ call(id: "${oldCall}") { transcript { wordCount } } }`;
    await costOf(transcript);
    await costOf(`{ call(id: "${oldCall}") { title } }`);

    await clock.advance(59 * 60_000);
    expect(await costOf(transcript)).toBe(0);
    await clock.advance(2 * 60_000);
    expect(await costOf(transcript)).toBe(1);
  });
});

describe('the newest calls', () => {
  it('are one walk for simultaneous operations, without a cache', async () => {
    const clock = new FakeClock(NOW);
    const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity });
    const next = createFetch(sandbox);
    const gateway = createTestGateway({
      clock,
      sandbox,
      config: { cacheTtlSeconds: 0 },
      fetch: async (url, init) => {
        await new Promise<void>((resolve) => {
          clock.after(1000, resolve);
        });
        return next(url, init);
      },
    });
    const query = '{ calls(order: NEWEST_FIRST, first: 5) { nodes { title } } }';
    await clock.runUntil(gateway.execute(query));
    const alone = sandbox.requests.length;

    const looks: Promise<unknown>[] = [];
    for (let count = 0; count < 20; count += 1) {
      looks.push(gateway.execute(query));
      await clock.advance(1);
    }
    await clock.runUntil(Promise.all(looks));

    expect(sandbox.requests).toHaveLength(2 * alone);
  });

  it.each([3, 10])('that exceed the budget of %i continue to the last call', async (most) => {
    const { gateway } = setUp({ cacheTtlSeconds: 0, maxGongRequests: most });
    const ids: string[] = [];
    let after: string | null = null;
    let steps = 0;
    for (let hasNextPage = true; hasNextPage && steps < 20; steps += 1) {
      const answer = await gateway.execute(
        `query ($after: String) { calls(order: NEWEST_FIRST, first: 1000, after: $after) {
          nodes { id } pageInfo { hasNextPage endCursor }
        } }`,
        { after },
      );
      const { nodes, pageInfo } = (answer.data as Record<string, unknown>)['calls'] as {
        nodes: { id: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      expect(answer.extensions?.gong?.requests).toBeLessThanOrEqual(most);
      ids.push(...nodes.map(({ id }) => id));
      ({ hasNextPage, endCursor: after } = pageInfo);
    }

    expect(ids).toHaveLength(company.calls.length);
    expect(new Set(ids).size).toBe(company.calls.length);
    expect(steps).toBeLessThan(20);
  });
});
