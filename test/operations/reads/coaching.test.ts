import { describe, expect, it } from '@jest/globals';
import { createSandbox } from '../../../sandbox/src/index.js';
import { FakeClock } from '../../support/clock.js';
import { callIdOf, callsAt, companyOf, plainReview, usersOf } from '../../support/companies.js';
import { policyIn } from '../../support/config.js';
import { createTestGateway, type TestGatewayOptions } from '../../support/gateway.js';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const WINDOW = 'workspaceId: "1", from: "2026-05-01T00:00:00Z", to: "2026-06-01T00:00:00Z"';
const COACHING = `coaching(${WINDOW}) { reports { user { id } metrics { name values } } }`;

/** User 500 manages 501 and 502, and reviewed a call of 501. */
const gatewayOver = (options: TestGatewayOptions = {}) => {
  const clock = new FakeClock(NOW);
  const users = usersOf(3);
  for (const user of users.slice(1)) user.managerId = '500';
  const review = plainReview({
    callId: callIdOf(0),
    reviewedUserId: '501',
    reviewerUserId: '500',
    scorecardName: 'Discovery',
  });
  const company = companyOf({
    users,
    calls: callsAt(['2026-05-20T10:00:00Z']),
    answeredScorecards: [review],
  });
  const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity });
  return createTestGateway({ clock, sandbox, ...options });
};

describe('User.coaching', () => {
  it('returns the measurements of each direct report', async () => {
    const { data, errors, sent } = await gatewayOver().trace(`{ user(id: "500") { ${COACHING} } }`);

    expect(errors).toBeUndefined();
    const metrics = (calls: string[], names: string[]) => [
      { name: 'callsWithFeedback', values: calls },
      { name: 'callsWithManagerFeedback', values: calls },
      { name: 'scorecards', values: names },
    ];
    expect(data).toEqual({
      user: {
        coaching: {
          reports: [
            { user: { id: '501' }, metrics: metrics([callIdOf(0)], ['Discovery']) },
            { user: { id: '502' }, metrics: metrics([], []) },
          ],
        },
      },
    });
    expect(sent[1]).toMatchObject({
      method: 'GET',
      path: '/v2/coaching',
      query: {
        'workspace-id': '1',
        'manager-id': '500',
        from: '2026-05-01T00:00:00Z',
        to: '2026-06-01T00:00:00Z',
      },
    });
  });

  it('is an empty report for a user that manages no others', async () => {
    const { data, errors } = await gatewayOver().execute(`{ user(id: "501") { ${COACHING} } }`);

    expect(errors).toBeUndefined();
    expect(data).toEqual({ user: { coaching: { reports: [] } } });
  });

  it('shows measurements of any name, and reads what is no list as empty', async () => {
    const body = {
      coachingData: [
        {
          directReportsMetrics: [{ report: null, metrics: { anything: ['a', 7, null], odd: 'b' } }],
        },
        { directReportsMetrics: [{ report: { id: '-1' }, metrics: ['c'] }, {}] },
        { manager: { id: '501' }, directReportsMetrics: [{ report: { id: '502' } }] },
      ],
    };
    const gateway = gatewayOver({
      fetch: (url) => {
        const isCoaching = String(url).includes('/coaching');
        return Promise.resolve(
          new Response(JSON.stringify(isCoaching ? body : { users: [{ id: '500' }] })),
        );
      },
    });

    const { data, errors } = await gateway.execute(`{ user(id: "500") { ${COACHING} } }`);

    expect(errors).toBeUndefined();
    const metrics = [
      { name: 'anything', values: ['a', '7'] },
      { name: 'odd', values: [] },
    ];
    expect(data).toEqual({
      user: {
        coaching: {
          reports: [
            { user: null, metrics },
            { user: null, metrics: [] },
          ],
        },
      },
    });
  });

  it('costs 1 request per user, also by the estimate', async () => {
    const query = `query ($ids: [ID!]!) { usersByIds(ids: $ids) { ${COACHING} } }`;
    const ids = ['500', '501', '502', '500'];
    const gateway = gatewayOver();
    const { sent } = await gateway.trace(query, { ids });
    const { extensions } = await gatewayOver().execute(
      query,
      { ids },
      { extensions: { gong: { estimateOnly: true } } },
    );

    expect(sent).toHaveLength(4);
    expect(extensions?.gong?.estimate).toEqual({ min: 1, max: 4 });
  });

  it('fails for one user alone', async () => {
    const gateway = gatewayOver();
    gateway.sandbox.faults.add({
      operationId: 'listUsers_1',
      fault: { kind: 'answer', status: 403, body: { errors: ['Not for this manager'] } },
    });

    const { data, errors } = await gateway.execute(
      `{ usersByIds(ids: ["501", "502"]) { id ${COACHING} } }`,
    );

    expect(errors).toMatchObject([{ path: ['usersByIds', 0, 'coaching'] }]);
    expect(data).toEqual({
      usersByIds: [
        { id: '501', coaching: null },
        { id: '502', coaching: { reports: [] } },
      ],
    });
  });

  it('refuses a window that ends before it begins, without a request', async () => {
    const { errors, sent } = await gatewayOver().trace(
      `{ user(id: "500") { coaching(workspaceId: "1", from: "2026-06-01T00:00:00Z",
         to: "2026-05-01T00:00:00Z") { reports { metrics { name } } } } }`,
    );

    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('coaching(from:)'),
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
    expect(sent).toEqual([]);
  });

  it.each(['own-calls', 'workspaces=1', 'mask-emails'])('is denied under %s', async (words) => {
    const gateway = gatewayOver({ config: { policy: policyIn(words) } });

    const { data, errors, sent } = await gateway.trace(`{ user(id: "500") { ${COACHING} } }`);

    expect(errors).toMatchObject([
      { path: ['user', 'coaching'], extensions: { code: 'FORBIDDEN' } },
    ]);
    expect(data).toEqual({ user: { coaching: null } });
    expect(sent.map(({ operationId }) => operationId)).not.toContain('listUsers_1');
  });
});
