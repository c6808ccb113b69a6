import { describe, expect, it } from '@jest/globals';
import type { createGateway } from '../../src/tenants/gateway.js';
import { createSandbox } from '../../sandbox/src/index.js';
import { FakeClock } from '../support/clock.js';
import { createTestGateway, type TestGateway } from '../support/gateway.js';
import { budgets, createBudgetCompany, NOW, type Budget } from './budgets.js';
import { variations } from './budgetVariations.js';

const estimateOnly = { extensions: { gong: { estimateOnly: true } } };

function setUp(config: Partial<Parameters<typeof createGateway>[0]> = {}) {
  const clock = new FakeClock(NOW);
  const company = createBudgetCompany();
  const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity });
  return { company, sandbox, gateway: createTestGateway({ sandbox, clock, config }) };
}

/** What the gateway says that an operation will cost, having spent nothing on the answer. */
async function priceOf(gateway: TestGateway, query: string, variables?: Record<string, unknown>) {
  const before = gateway.sandbox.requests.length;
  const answer = await gateway.execute(query, variables, estimateOnly);
  expect(gateway.sandbox.requests).toHaveLength(before);
  expect(answer).toEqual({
    data: null,
    extensions: { gong: { estimate: { min: expect.any(Number), max: expect.anything() } } },
  });
  return answer.extensions?.gong?.estimate as { min: number; max: number };
}

async function priceAndCost({ query, variables }: Budget) {
  const { company, gateway } = setUp();
  const given = variables?.(company);
  const { min, max } = await priceOf(gateway, query, given);
  const { sent, errors } = await gateway.trace(query, given);
  expect(errors).toBeUndefined();
  return { min, max, actual: sent.length };
}

describe('the estimate', () => {
  it.each(budgets.map((budget) => [budget.name, budget] as const))(
    'is at least the cost, and at most twice the cost: %s',
    async (_, budget) => {
      const { min, max, actual } = await priceAndCost(budget);

      expect(min).toBeLessThanOrEqual(actual);
      expect(max).toBeGreaterThanOrEqual(actual);
      expect(max).toBeLessThanOrEqual(2 * actual);
    },
  );

  it.each(variations.map((budget) => [budget.name, budget] as const))(
    'is at least the cost: %s',
    async (_, budget) => {
      const { min, max, actual } = await priceAndCost(budget);

      expect(min).toBeLessThanOrEqual(actual);
      expect(max).toBeGreaterThanOrEqual(actual);
    },
  );

  const cacheable = budgets.filter(({ isNeverCached }) => isNeverCached !== true);
  it.each(cacheable.map((budget) => [budget.name, budget] as const))(
    'is 0 for cached data: %s',
    async (_, { query, variables }) => {
      const { company, gateway } = setUp({ cacheTtlSeconds: 300 });
      const given = variables?.(company);
      await gateway.execute(query, given);

      expect(await priceOf(gateway, query, given)).toEqual({ min: 0, max: 0 });

      const again = await gateway.trace(query, given);
      expect(again.sent).toHaveLength(0);
      expect(again.extensions?.gong).toMatchObject({ requests: 0, shared: 0 });
      expect(again.extensions?.gong?.cacheHits).toBeGreaterThan(0);
    },
  );

  it('counts only missing data when a part is cached', async () => {
    const { gateway } = setUp({ cacheTtlSeconds: 300 });
    await gateway.execute('{ workspaces { name } }');

    expect(await priceOf(gateway, '{ workspaces { name } scorecards { name } }')).toMatchObject({
      min: 1,
    });
  });

  it.each([0, 300])(
    'depends on the company’s size once a response showed it, caching for %i s',
    async (cacheTtlSeconds) => {
      const { gateway } = setUp({ cacheTtlSeconds });
      const prices = async () => [
        await priceOf(gateway, '{ searchUsers(email: "x@example.com") { name } }'),
        await priceOf(gateway, '{ folder(id: "1") { workspace { name } } }'),
      ];
      const assumed = await prices();
      await gateway.execute('{ users(first: 1) { nodes { id } } workspaces { id } }');

      const known = await prices();

      // 500 users in 4 workspaces are assumed; there are 240 in 2.
      expect(assumed).toMatchObject([{ max: 5 }, { max: 6 }]);
      expect(known).toMatchObject([{ max: 3 }, { max: 4 }]);
    },
  );

  it('is 0 for introspection', async () => {
    const { gateway } = setUp();

    expect(await priceOf(gateway, '{ __schema { types { name } } quota { perDay } }')).toEqual({
      min: 0,
      max: 0,
    });
  });

  it.each([{ gong: { estimateOnly: false } }, { gong: {} }, { gong: null }, { other: 1 }])(
    'is requested with true only: %j',
    async (extensions) => {
      const { gateway } = setUp();

      const { data } = await gateway.execute('{ workspaces { name } }', {}, { extensions });

      expect(data?.['workspaces']).toBeDefined();
    },
  );
});

describe('a requested estimate', () => {
  it.each(['true', 1, null])(
    'with another value than true or false is refused without a request: %j',
    async (wish) => {
      const { gateway } = setUp();

      const { data, errors } = await gateway.execute(
        '{ workspaces { name } }',
        {},
        { extensions: { gong: { estimateOnly: wish } } },
      );

      expect(data).toBeUndefined();
      expect(errors?.[0]?.message).toContain('extensions.gong.estimateOnly');
      expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
      expect(gateway.sandbox.requests).toHaveLength(0);
    },
  );
});

describe('an operation whose minimum exceeds the limit', () => {
  const tooMuch =
    'query ($ids: [ID!]!) { callsByIds(ids: $ids) { title brief } workspaces { id } }';
  const ids = Array.from({ length: 1000 }, (_, index) => String(index + 1));

  it('is refused in the singular when the limit is 1', async () => {
    const { gateway } = setUp({ maxGongRequests: 1 });

    const { errors } = await gateway.trace(tooMuch, { ids: ids.slice(0, 10) });

    expect(errors?.[0]?.message).toBe(
      'This operation needs at least 2 Gong requests; the limit is 1. To reduce the cost: ' +
        'callsByIds (1 request): move it to a separate operation; ' +
        'workspaces (1 request): move it to a separate operation. ' +
        'Each of these is within the limit as a separate operation: callsByIds, workspaces.',
    );
  });

  it('is refused without a request, with both numbers and what to narrow', async () => {
    const { gateway } = setUp({ maxGongRequests: 5 });

    const { data, errors, sent } = await gateway.trace(tooMuch, { ids });

    expect(data).toBeUndefined();
    expect(sent).toHaveLength(0);
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.message).toContain('at least 11 Gong requests; the limit is 5');
    expect(errors?.[0]?.message).toContain('callsByIds (10 requests)');
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'COST_LIMIT_EXCEEDED',
      retryable: false,
    });
  });

  it('runs when most of it is cached', async () => {
    const { gateway, company } = setUp({ maxGongRequests: 5, cacheTtlSeconds: 300 });
    const known = company.calls.slice(0, 1000).map(({ metaData }) => metaData.id);
    const query = 'query ($ids: [ID!]!) { callsByIds(ids: $ids) { title } }';
    for (const start of [0, 500]) {
      await gateway.execute(query, { ids: known.slice(start, start + 500) });
    }

    const { errors, sent } = await gateway.trace(query, { ids: known });

    expect(errors).toBeUndefined();
    expect(sent).toHaveLength(0);
  });
});
