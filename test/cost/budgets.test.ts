import { beforeAll, describe, expect, it } from '@jest/globals';
import { createSandbox, type Sandbox } from '../../sandbox/src/index.js';
import { budgets, createBudgetCompany, NOW, variations, type Budget } from '../http/budgets.js';
import { FakeClock } from '../support/clock.js';
import { createTestGateway } from '../support/gateway.js';
import { estimate } from './support.js';

const clock = new FakeClock(NOW);
let sandbox: Sandbox;

beforeAll(() => {
  sandbox = createSandbox({ company: createBudgetCompany(), clock, requestsPerSecond: Infinity });
});

/** What a row is estimated at, of a company of which nothing is known, and what it costs. */
async function priced({ query, variables }: Budget) {
  const values = variables?.(sandbox.company);
  const { errors, sent } = await createTestGateway({ sandbox, clock }).trace(query, values);
  expect(errors).toBeUndefined();
  const { min, max } = estimate(query, { variables: values });
  return { min, max: max ?? Infinity, actual: sent.length };
}

describe('Between its least and its most, from a cold start', () => {
  it.each(budgets)('$name, the most being no more than twice as much', async (row) => {
    const { min, max, actual } = await priced(row);

    expect(min).toBeLessThanOrEqual(actual);
    expect(max).toBeGreaterThanOrEqual(actual);
    expect(max).toBeLessThanOrEqual(2 * actual);
  });

  it.each(variations)('$name', async (row) => {
    const { min, max, actual } = await priced(row);

    expect(min).toBeLessThanOrEqual(actual);
    expect(max).toBeGreaterThanOrEqual(actual);
  });
});
