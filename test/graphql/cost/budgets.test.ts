import { beforeAll, describe, expect, it } from '@jest/globals';
import { createSandbox, type Sandbox } from '../../../sandbox/src/index.js';
import { unrestrictedFacts } from '../../../src/access/policy/policyFacts.js';
import { policyIn } from '../../support/config.js';
import { budgets, createBudgetCompany, NOW, type Budget } from '../../operations/budgets.js';
import { variations } from '../../operations/budgetVariations.js';
import { FakeClock } from '../../support/clock.js';
import { createTestGateway } from '../../support/gateway.js';
import { mostOf } from './support.js';

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
  const max = mostOf(query, { variables: values });
  return { max: max ?? Infinity, actual: sent.length };
}

describe('With private calls hidden, the estimate', () => {
  const policy = { ...unrestrictedFacts, mayHideCalls: true };
  const lists = [...budgets, ...variations].filter(({ lookUps }) => lookUps === undefined);

  it.each(lists)('is at least the cost, and no more than without a policy: $name', async (row) => {
    const variables = row.variables?.(sandbox.company);
    const gateway = createTestGateway({ sandbox, clock, config: { policy: policyIn('') } });
    const { errors, sent } = await gateway.trace(row.query, variables);
    const max = mostOf(row.query, { variables, policy });

    expect(errors).toBeUndefined();
    expect(max ?? Infinity).toBeGreaterThanOrEqual(sent.length);
    expect(max).toBe(mostOf(row.query, { variables }));
  });
});

describe('From a cold start, the estimate', () => {
  it.each(budgets)('is at least the cost and at most twice the cost: $name', async (row) => {
    const { max, actual } = await priced(row);

    expect(max).toBeGreaterThanOrEqual(actual);
    expect(max).toBeLessThanOrEqual(2 * actual);
  });

  it.each(variations)('is at least the cost: $name', async (row) => {
    const { max, actual } = await priced(row);

    expect(max).toBeGreaterThanOrEqual(actual);
  });
});
