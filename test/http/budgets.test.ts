import { beforeAll, describe, expect, it } from '@jest/globals';
import { createSandbox, type Sandbox } from '../../sandbox/src/index.js';
import { FakeClock } from '../support/clock.js';
import { createTestGateway } from '../support/gateway.js';
import { createRounds } from '../support/rounds.js';
import { budgets, createBudgetCompany, NOW, requestsAllowed, variations } from './budgets.js';

const clock = new FakeClock(NOW);
let sandbox: Sandbox;

beforeAll(() => {
  sandbox = createSandbox({ company: createBudgetCompany(), clock, requestsPerSecond: Infinity });
});

describe('From a cold start, Gong is asked no more than budgeted for', () => {
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

describe('What the budget buys', () => {
  it('sends all twelve hosts in one filter of calls', async () => {
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

  it('answers ids in order, null where unknown', async () => {
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

  it('asks for nothing twice in a nested operation', async () => {
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
