import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  createSandbox,
  type Company,
  type RecordedRequest,
  type Sandbox,
} from '../../sandbox/src/index.js';
import { FakeClock } from '../support/clock.js';
import { policyIn } from '../support/config.js';
import { createTestGateway } from '../support/gateway.js';
import { createRounds } from '../support/rounds.js';
import { budgets, createBudgetCompany, NOW, requestsAllowed, type Budget } from './budgets.js';
import { variations } from './budgetVariations.js';

const clock = new FakeClock(NOW);
let sandbox: Sandbox;

beforeAll(() => {
  sandbox = createSandbox({ company: createBudgetCompany(), clock, requestsPerSecond: Infinity });
});

describe('From a cold start, requests stay within the budget of', () => {
  it.each([...budgets, ...variations])('$name', async (budget) => {
    const { fetch, rounds } = createRounds(sandbox);
    const gateway = createTestGateway({ sandbox, clock, fetch });

    const { errors, extensions } = await gateway.execute(
      budget.query,
      budget.variables?.(sandbox.company),
    );

    expect(errors).toBeUndefined();
    expect(extensions?.gong?.requests ?? 0).toBe(rounds.flat().length);
    if ('atMost' in budget.cost) {
      expect(rounds.flat().length).toBeLessThanOrEqual(requestsAllowed(budget));
    } else {
      expect(rounds).toEqual(budget.cost);
    }
  });
});

/** Under every policy, apart from the calls that are looked up because something only names them. */
describe('When one call in eight is private and the default policy hides it', () => {
  let company: Company;
  beforeAll(() => {
    company = createBudgetCompany();
    for (const [index, { metaData }] of company.calls.entries()) {
      metaData.isPrivate = index % 8 === 3;
    }
  });

  const run = async (budget: Budget, words: string) => {
    const own = createSandbox({ company, clock, requestsPerSecond: Infinity });
    const { fetch, rounds } = createRounds(own);
    const config = { policy: policyIn(words) };
    const gateway = createTestGateway({ sandbox: own, clock, fetch, config });
    const { errors } = await gateway.execute(budget.query, budget.variables?.(company));
    expect(errors).toBeUndefined();
    return { rounds, requests: own.requests.map(withoutDerived).sort() };
  };

  it.each([...budgets, ...variations])('costs the same as without: $name', async (budget) => {
    const shown = await run(budget, 'show-private');
    const hidden = await run(budget, 'hide-private');

    expect(hidden.rounds).toEqual(budget.lookUps ?? shown.rounds);
    if (budget.lookUps === undefined) expect(hidden.requests).toEqual(shown.requests);
  });
});

/** A request without the members of its filter that come from what was shown before. */
function withoutDerived({ path, query, body }: RecordedRequest): string {
  const { filter, ...rest } = (body ?? {}) as { filter?: Record<string, unknown> };
  const derived = ['callIds', 'userIds', 'primaryUserIds', 'callFromDate', 'callToDate'];
  const own = Object.entries(filter ?? {}).filter(([name]) => !derived.includes(name));
  return JSON.stringify([path, query, rest, own]);
}

describe('Within its budget, an operation', () => {
  it('sends all 12 hosts in one filter of calls', async () => {
    const gateway = createTestGateway({ sandbox, clock });
    const ids = sandbox.company.users.slice(0, 12).map(({ id }) => id);

    const { sent } = await gateway.trace(
      `query ($ids: [ID!]!) { usersByIds(ids: $ids) {
        calls(from: "2026-05-24T00:00:00Z", to: "2026-05-31T00:00:00Z") { nodes { id } }
      } }`,
      { ids },
    );

    const [calls] = sent.filter(({ operationId }) => operationId === 'listCallsExtensive');
    expect(calls?.body).toMatchObject({ filter: { primaryUserIds: [...ids].sort() } });
  });

  it('returns records in the order of the IDs, null for unknown ones', async () => {
    const gateway = createTestGateway({ sandbox, clock });
    const known = sandbox.company.calls.slice(0, 130).map(({ metaData }) => metaData.id);
    const ids = ['77', ...known.reverse(), '78', known[5]];

    const { data, sent } = await gateway.trace(
      'query ($ids: [ID!]!) { callsByIds(ids: $ids) { id } }',
      { ids },
    );

    const expected = ids.map((id) => (known.includes(id ?? '') ? { id } : null));
    expect(data?.['callsByIds']).toEqual(expected);
    expect(sent).toHaveLength(2);
  });

  it('requests nothing twice in a nested query', async () => {
    const gateway = createTestGateway({ sandbox, clock });
    const id = sandbox.company.calls[0]?.metaData.id;

    const { errors, sent } = await gateway.trace(
      `query ($id: ID!) {
        calls(first: 30) { nodes { title primaryUser { name manager { name } } } }
        again: calls(first: 10) { nodes { startedAt primaryUser { title } } }
        same: call(id: $id) { title brief }
      }`,
      { id },
    );

    const asked = sent
      .filter(({ operationId }) => operationId === 'listMultipleUsers')
      .flatMap(({ body }) => (body as { filter: { userIds: string[] } }).filter.userIds);
    expect(errors).toBeUndefined();
    expect(new Set(asked).size).toBe(asked.length);
    expect(sent.filter(({ operationId }) => operationId === 'listCallsExtensive')).toHaveLength(2);
  });
});
