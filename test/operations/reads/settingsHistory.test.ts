import { describe, expect, it } from '@jest/globals';
import { createSandbox } from '../../../sandbox/src/index.js';
import { FakeClock } from '../../support/clock.js';
import { companyOf, usersOf } from '../../support/companies.js';
import { policyIn } from '../../support/config.js';
import { createTestGateway, type TestGatewayOptions } from '../../support/gateway.js';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const HISTORY = 'settingsHistory { setting value changedAt }';

const gatewayOver = (options: TestGatewayOptions = {}) => {
  const clock = new FakeClock(NOW);
  const company = companyOf({ users: usersOf(3) });
  const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity });
  return createTestGateway({ clock, sandbox, ...options });
};

describe('User.settingsHistory', () => {
  it('returns the changes of each user, for 1 request per user', async () => {
    const { data, errors, sent } = await gatewayOver().trace(
      `{ usersByIds(ids: ["500", "501", "500", "9"]) { id ${HISTORY} } }`,
    );

    expect(errors).toBeUndefined();
    expect(sent.map(({ path }) => path)).toEqual([
      '/v2/users/extensive',
      '/v2/users/500/settings-history',
      '/v2/users/501/settings-history',
    ]);
    const changes = expect.arrayContaining([
      { setting: 'CALLS_IMPORTED', value: expect.any(Boolean), changedAt: expect.any(String) },
      { setting: 'ACTIVE', value: true, changedAt: expect.stringMatching(/^202.*Z$/) },
    ]);
    expect(data).toEqual({
      usersByIds: [
        { id: '500', settingsHistory: changes },
        { id: '501', settingsHistory: changes },
        { id: '500', settingsHistory: changes },
        null,
      ],
    });
  });

  it('returns UNKNOWN for a new setting', async () => {
    const { data, errors } = await gatewayOver({
      fetch: (url) => {
        const isHistory = String(url).includes('settings-history');
        const body = isHistory
          ? { userSettingsHistory: [{ setting: 'somethingNew', time: '2026-01-02T03:04:05Z' }] }
          : { users: [{ id: '500' }] };
        return Promise.resolve(new Response(JSON.stringify(body)));
      },
    }).execute(`{ user(id: "500") { ${HISTORY} } }`);

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      user: {
        settingsHistory: [
          { setting: 'UNKNOWN', value: null, changedAt: '2026-01-02T03:04:05.000Z' },
        ],
      },
    });
  });

  it('is null for a user that Gong no longer has', async () => {
    const gateway = gatewayOver();
    gateway.sandbox.faults.add({
      operationId: 'getUserHistory',
      fault: { kind: 'answer', status: 404, body: { errors: ['User ID 500 was not found'] } },
    });

    const { data, errors } = await gateway.execute(`{ user(id: "500") { ${HISTORY} } }`);

    expect(errors).toBeUndefined();
    expect(data).toEqual({ user: { settingsHistory: null } });
  });

  it.each(['own-calls', 'no-audit, mask-emails'])('is shown under %s', async (words) => {
    const gateway = gatewayOver({ config: { policy: policyIn(words) } });

    const { data, errors } = await gateway.execute(
      '{ user(id: "501") { settingsHistory { value } } }',
    );

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ user: { settingsHistory: expect.any(Array) } });
  });

  it('is priced at 1 request per user', async () => {
    const { extensions } = await gatewayOver().execute(
      `{ usersByIds(ids: ["500", "501", "502"]) { ${HISTORY} } }`,
      {},
      { extensions: { gong: { estimateOnly: true } } },
    );

    expect(extensions?.gong?.estimate).toEqual({ min: 1, max: 4 });
  });
});
