import { describe, expect, it } from '@jest/globals';
import { createSandbox } from '../../../sandbox/src/index.js';
import { FakeClock } from '../../support/clock.js';
import { callsAt, companyOf, usersOf } from '../../support/companies.js';
import { policyIn } from '../../support/config.js';
import { createTestGateway, type TestGatewayOptions } from '../../support/gateway.js';

/** Still the day before in New York, where the company is. */
const NOW = Date.parse('2026-06-02T02:00:00Z');
const MAY = 'from: "2026-05-01", to: "2026-06-01"';

/** Each user but the first one hosts a call on May 20. */
const gatewayOver = (count: number, options: TestGatewayOptions = {}) => {
  const clock = new FakeClock(NOW);
  const users = usersOf(count);
  const calls = callsAt(users.slice(1).map(() => Date.parse('2026-05-20T15:00:00Z')));
  for (const [index, { metaData }] of calls.entries()) {
    metaData.primaryUserId = users[index + 1]?.id ?? null;
  }
  const company = companyOf({ users, calls });
  const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity });
  return createTestGateway({ clock, sandbox, ...options });
};

describe('User.activity', () => {
  it('returns counts, null for a user without activity, in 1 request for all', async () => {
    const { data, errors, sent } = await gatewayOver(3).trace(
      `{ users { nodes { id activity(${MAY}) { from to timeZone callsAsHost callsAttended } } } }`,
    );

    expect(errors).toBeUndefined();
    const activity = {
      from: '2026-05-01',
      to: '2026-06-01',
      timeZone: 'America/New_York',
      callsAsHost: 1,
      callsAttended: 0,
    };
    expect(data).toEqual({
      users: {
        nodes: [
          { id: '500', activity: null },
          { id: '501', activity },
          { id: '502', activity },
        ],
      },
    });
    expect(sent.map(({ operationId }) => operationId)).toEqual([
      'listUsers',
      'listMultipleUsersAggregateActivity',
    ]);
    expect(sent[1]?.body).toEqual({
      filter: { fromDate: '2026-05-01', toDate: '2026-06-01', userIds: ['500', '501', '502'] },
    });
  });

  it('reads 100 users a request, and each window apart', async () => {
    const { errors, sent } = await gatewayOver(150).trace(
      `{ users(first: 150) { nodes { may: activity(${MAY}) { callsAsHost }
         day: activity(from: "2026-05-20", to: "2026-05-21") { callsAsHost } } } }`,
    );

    expect(errors).toBeUndefined();
    const sizes = sent.flatMap(({ operationId, body }) =>
      operationId === 'listUsers'
        ? []
        : [(body as { filter: { userIds: unknown[] } }).filter.userIds.length],
    );
    expect(sizes.sort()).toEqual([100, 100, 50, 50]);
  });

  it.each([
    ['from: "2026-06-01", to: "2026-05-01"', /activity\(from:\)" must be earlier than "to"/],
    ['from: "2026-05-01", to: "2026-05-01"', /activity\(from:\)" must be earlier than "to"/],
    [
      'from: "2026-05-01", to: "2026-06-02"',
      /activity\(to:\)" must be a day no later than today in the company's time zone, 2026-06-01; got "2026-06-02"/,
    ],
  ])('refuses days without a request: %s', async (args, message) => {
    const gateway = gatewayOver(2, { config: { companyTimeZone: 'America/New_York' } });

    const { errors, sent } = await gateway.trace(
      `{ user(id: "501") { activity(${args}) { callsAsHost } } }`,
    );

    expect(errors).toMatchObject([
      { message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(sent).toEqual([]);
  });

  it('accepts today as the day after the last one', async () => {
    const gateway = gatewayOver(2, { config: { companyTimeZone: 'America/New_York' } });

    const { errors } = await gateway.execute(
      '{ user(id: "501") { activity(from: "2026-05-01", to: "2026-06-01") { callsAsHost } } }',
    );

    expect(errors).toBeUndefined();
  });

  it('lets Gong decide what today is when the time zone is unknown', async () => {
    const { errors, sent } = await gatewayOver(2).trace(
      '{ user(id: "501") { activity(from: "2026-05-01", to: "2026-06-02") { callsAsHost } } }',
    );

    expect(errors).toMatchObject([{ path: ['user', 'activity'] }]);
    expect(sent.at(-1)?.operationId).toBe('listMultipleUsersAggregateActivity');
  });

  it.each(['own-calls', 'no-audit'])('is shown under %s', async (words) => {
    const gateway = gatewayOver(2, { config: { policy: policyIn(words) } });

    const { data, errors } = await gateway.execute(
      `{ user(id: "501") { activity(${MAY}) { callsAsHost } } }`,
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({ user: { activity: { callsAsHost: 1 } } });
  });

  it('is priced at 1 request per 100 users, for each window', async () => {
    const ids = Array.from({ length: 150 }, (_, index) => String(500 + index));
    const { extensions } = await gatewayOver(1).execute(
      `query ($ids: [ID!]!) { usersByIds(ids: $ids) { may: activity(${MAY}) { callsAsHost }
         day: activity(from: "2026-05-20", to: "2026-05-21") { callsAsHost } } }`,
      { ids },
      { extensions: { gong: { estimateOnly: true } } },
    );

    expect(extensions?.gong?.estimate?.min).toBe(2);
    expect(extensions?.gong?.estimate?.max).toBeGreaterThanOrEqual(6);
    expect(extensions?.gong?.estimate?.max).toBeLessThanOrEqual(10);
  });
});
