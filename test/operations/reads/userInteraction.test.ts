import { describe, expect, it } from '@jest/globals';
import { createSandbox } from '../../../sandbox/src/index.js';
import { FakeClock } from '../../support/clock.js';
import { callsAt, companyOf, usersOf } from '../../support/companies.js';
import { policyIn } from '../../support/config.js';
import { createTestGateway, type TestGatewayOptions } from '../../support/gateway.js';

const NOW = Date.parse('2026-06-02T02:00:00Z');
const MAY = 'from: "2026-05-01", to: "2026-06-01"';

/** User 501 hosts a call on May 20. */
const gatewayOver = (options: TestGatewayOptions = {}) => {
  const clock = new FakeClock(NOW);
  const calls = callsAt(['2026-05-20T15:00:00Z']);
  for (const { metaData } of calls) metaData.primaryUserId = '501';
  const company = companyOf({ users: usersOf(3), calls });
  const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity });
  return createTestGateway({ clock, sandbox, ...options });
};

/** What Gong says of user 501. */
const saying = (personInteractionStats: unknown) =>
  gatewayOver({
    fetch: (url) => {
      const isInteraction = String(url).includes('/stats/interaction');
      const body = isInteraction
        ? { peopleInteractionStats: [{ userId: '501', personInteractionStats }] }
        : { users: [{ id: '501' }] };
      return Promise.resolve(new Response(JSON.stringify(body)));
    },
  });

describe('User.interaction', () => {
  it('returns measurements, null for a user without any, in 1 request for all', async () => {
    const { data, errors, sent } = await gatewayOver().trace(
      `{ usersByIds(ids: ["500", "501"]) { interaction(${MAY}) {
         from to timeZone longestMonologueSeconds longestCustomerStorySeconds interactivity
         patienceSeconds questionRate talkRatio other { name } } } }`,
    );

    expect(errors).toBeUndefined();
    const aNumber = expect.any(Number);
    expect(data).toEqual({
      usersByIds: [
        { interaction: null },
        {
          interaction: {
            from: '2026-05-01',
            to: '2026-06-01',
            timeZone: 'America/New_York',
            longestMonologueSeconds: aNumber,
            longestCustomerStorySeconds: aNumber,
            interactivity: aNumber,
            patienceSeconds: aNumber,
            questionRate: aNumber,
            talkRatio: null,
            other: [],
          },
        },
      ],
    });
    expect(sent.map(({ operationId }) => operationId)).toEqual([
      'listMultipleUsers',
      'listInteractionStats',
    ]);
    expect(sent[1]?.body).toEqual({
      filter: { fromDate: '2026-05-01', toDate: '2026-06-01', userIds: ['500', '501'] },
    });
  });

  it('knows measurements by name in any spelling, and keeps those that it does not know', async () => {
    const gateway = saying([
      { name: 'talk ratio', value: 0.41 },
      { name: 'LongestMonologue', value: '75.5' },
      { name: 'Calmness', value: 3 },
    ]);

    const { data, errors } = await gateway.execute(
      `{ user(id: "501") { interaction(${MAY}) {
         talkRatio longestMonologueSeconds patienceSeconds timeZone other { name value } } } }`,
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      user: {
        interaction: {
          talkRatio: 0.41,
          longestMonologueSeconds: 75.5,
          patienceSeconds: null,
          timeZone: null,
          other: [{ name: 'Calmness', value: 3 }],
        },
      },
    });
  });

  it('is null for all when Gong finds no user with data', async () => {
    const { data, errors } = await gatewayOver().execute(
      '{ user(id: "501") { interaction(from: "2025-05-01", to: "2025-06-01") { talkRatio } } }',
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({ user: { interaction: null } });
  });

  it('refuses days after today without a request', async () => {
    const gateway = gatewayOver({ config: { companyTimeZone: 'America/New_York' } });

    const { errors, sent } = await gateway.trace(
      '{ user(id: "501") { interaction(from: "2026-05-01", to: "2026-06-02") { talkRatio } } }',
    );

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(sent).toEqual([]);
  });

  it('fails alone, with the rest of the user kept', async () => {
    const gateway = gatewayOver();
    gateway.sandbox.faults.add({
      operationId: 'listInteractionStats',
      fault: { kind: 'answer', status: 400, body: { errors: ['filter: is bad'] } },
    });

    const { data, errors } = await gateway.execute(
      `{ user(id: "501") { name interaction(${MAY}) { talkRatio } } }`,
    );

    expect(errors).toMatchObject([{ path: ['user', 'interaction'] }]);
    expect(data).toEqual({ user: { name: 'Alex Doe', interaction: null } });
  });

  it('is shown under a policy that hides calls', async () => {
    const gateway = gatewayOver({ config: { policy: policyIn('own-calls') } });

    const { data } = await gateway.execute(
      `{ user(id: "501") { interaction(${MAY}) { interactivity } } }`,
    );

    expect(data).toMatchObject({ user: { interaction: { interactivity: expect.any(Number) } } });
  });
});
