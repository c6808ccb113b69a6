import { describe, expect, it } from '@jest/globals';
import { createSandbox, type Call } from '../../../sandbox/src/index.js';
import { FakeClock } from '../../support/clock.js';
import { callIdOf, callsAt, companyOf, plainReview, usersOf } from '../../support/companies.js';
import { policyIn } from '../../support/config.js';
import { createTestGateway, type TestGatewayOptions } from '../../support/gateway.js';

const NOW = Date.parse('2026-06-02T02:00:00Z');
const WINDOW = 'from: "2026-05-18", to: "2026-05-26"';
const DAYS = { fromDate: '2026-05-18', toDate: '2026-05-26' };

/** Host 501 has calls on Wednesday the 20th and Monday the 25th; 502 reviews the first one, which is private. */
const gatewayOver = (options: TestGatewayOptions = {}, count = 3) => {
  const clock = new FakeClock(NOW);
  const calls = callsAt(['2026-05-20T15:00:00Z', '2026-05-25T15:00:00Z']);
  for (const { metaData } of calls) metaData.primaryUserId = '501';
  const [first] = calls as [Call, ...Call[]];
  first.metaData.isPrivate = true;
  const review = plainReview({
    callId: first.metaData.id,
    reviewedUserId: '501',
    reviewerUserId: '502',
    reviewTime: '2026-05-20T16:00:00Z',
  });
  const company = companyOf({ users: usersOf(count), calls, answeredScorecards: [review] });
  const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity });
  return createTestGateway({ clock, sandbox, ...options });
};

const open = { config: { policy: policyIn('show-private') } };

describe('User.activityByPeriod', () => {
  it('returns the periods of each user, null for one without activity, in 1 request', async () => {
    const { data, errors, sent } = await gatewayOver().trace(
      `{ usersByIds(ids: ["500", "501"]) { id
         activityByPeriod(${WINDOW}, period: WEEK) { from to callsAsHost callsReceivedFeedback } } }`,
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      usersByIds: [
        { id: '500', activityByPeriod: null },
        {
          id: '501',
          activityByPeriod: [
            {
              from: '2026-05-18T04:00:00.000Z',
              to: '2026-05-25T04:00:00.000Z',
              callsAsHost: 1,
              callsReceivedFeedback: 1,
            },
            {
              from: '2026-05-25T04:00:00.000Z',
              to: '2026-05-26T04:00:00.000Z',
              callsAsHost: 1,
              callsReceivedFeedback: 0,
            },
          ],
        },
      ],
    });
    expect(sent.map(({ operationId }) => operationId)).toEqual([
      'listMultipleUsers',
      'listMultipleUsersAggregateByPeriod',
    ]);
    expect(sent[1]?.body).toEqual({
      filter: { ...DAYS, userIds: ['500', '501'] },
      aggregationPeriod: 'WEEK',
    });
  });

  it('reads each kind of period apart', async () => {
    const { errors, sent } = await gatewayOver().trace(
      `{ user(id: "501") { day: activityByPeriod(${WINDOW}, period: DAY) { callsAsHost }
         year: activityByPeriod(${WINDOW}, period: YEAR) { callsAsHost } } }`,
    );

    expect(errors).toBeUndefined();
    const periods = sent.flatMap(({ body }) =>
      body !== null && typeof body === 'object' && 'aggregationPeriod' in body
        ? body.aggregationPeriod
        : [],
    );
    expect(periods.sort()).toEqual(['DAY', 'YEAR']);
  });

  it('is null for all when Gong finds no user with data', async () => {
    const { data, errors } = await gatewayOver().execute(
      `{ usersByIds(ids: ["500", "501"]) {
         activityByPeriod(from: "2025-01-01", to: "2025-02-01", period: DAY) { callsAsHost } } }`,
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({ usersByIds: [{ activityByPeriod: null }, { activityByPeriod: null }] });
  });
});

describe('User.activityByDay', () => {
  const day = (...fields: string[]) =>
    `{ user(id: "501") { activityByDay(${WINDOW}) { from to ${fields.join(' ')} } } }`;

  it('returns the calls of each day, whose IDs cost nothing', async () => {
    const { data, errors, sent } = await gatewayOver(open).trace(
      day('callsAsHost { id }', 'callsReceivedFeedback { id }', 'callsAttended { id }'),
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      user: {
        activityByDay: [
          {
            from: '2026-05-20T04:00:00.000Z',
            to: '2026-05-21T04:00:00.000Z',
            callsAsHost: [{ id: callIdOf(0) }],
            callsReceivedFeedback: [{ id: callIdOf(0) }],
            callsAttended: [],
          },
          {
            from: '2026-05-25T04:00:00.000Z',
            to: '2026-05-26T04:00:00.000Z',
            callsAsHost: [{ id: callIdOf(1) }],
            callsReceivedFeedback: [],
            callsAttended: [],
          },
        ],
      },
    });
    expect(sent.map(({ operationId }) => operationId)).toEqual([
      'listMultipleUsers',
      'listMultipleUsersDayByDayActivity',
    ]);
    expect(sent[1]?.body).toEqual({ filter: { ...DAYS, userIds: ['501'] } });
  });

  it('reads the calls of all days and lists in 1 request', async () => {
    const { data, errors, sent } = await gatewayOver(open).trace(
      day('callsAsHost { title }', 'callsReceivedFeedback { title }'),
    );

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      user: { activityByDay: [{ callsAsHost: [{ title: `Call ${callIdOf(0)}` }] }, {}] },
    });
    expect(sent.slice(2).map(({ operationId }) => operationId)).toEqual(['listCallsExtensive']);
  });

  it.each([
    ['hide-private', [[], [{ id: callIdOf(1) }]]],
    ['workspaces=1, show-private', [[{ id: callIdOf(0) }], [{ id: callIdOf(1) }]]],
    ['own-calls, show-private', [[], []]],
  ])('leaves out calls that the policy hides: %s', async (words, lists) => {
    const gateway = gatewayOver({ config: { policy: policyIn(words) } });

    const { data, errors } = await gateway.execute(day('callsAsHost { id }'));

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      user: { activityByDay: lists.map((callsAsHost) => ({ callsAsHost })) },
    });
  });

  it('refuses a raw request for what it lists, when calls may be hidden', async () => {
    const raw = `mutation { gongRequest(input: { method: POST, path: "/v2/stats/activity/day-by-day",
      body: { filter: { fromDate: "2026-05-18", toDate: "2026-05-26" } } }) { status } }`;
    const config = { rawRequests: { isOn: true, furtherPaths: [] } };
    const closed = await gatewayOver({
      config: { ...config, policy: policyIn('hide-private') },
    }).trace(raw);
    const allowed = await gatewayOver({
      config: { ...config, policy: policyIn('show-private') },
    }).execute(raw);

    expect(closed.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(closed.sent).toEqual([]);
    expect(allowed.data).toEqual({ gongRequest: { status: 200 } });
  });

  it('is priced by its days when more than IDs is selected', async () => {
    const estimate = async (query: string) =>
      (
        await gatewayOver(open).execute(
          query,
          {},
          {
            extensions: { gong: { estimateOnly: true } },
          },
        )
      ).extensions?.gong?.estimate?.max ?? 0;

    expect(await estimate(day('callsAsHost { id }'))).toBe(2);
    // 8 days with 4 calls each.
    expect(await estimate(day('callsAsHost { title }'))).toBe(3);
    const month =
      '{ users { nodes { activityByDay(from: "2026-05-01", to: "2026-06-01") { X } } } }';
    expect(await estimate(month.replace('X', 'callsAsHost { title }'))).toBeGreaterThan(100);
  });
});

describe('Query.userActivity', () => {
  const list = (more = '', args = '') =>
    `{ userActivity(filter: { ${WINDOW} ${more} } ${args}) {
       totalCount nodes { user { id name } callsAsHost from timeZone } pageInfo { hasNextPage endCursor } } }`;

  it('returns all users with activity, and reads what is selected of them together', async () => {
    const { data, errors, sent } = await gatewayOver().trace(list());

    expect(errors).toBeUndefined();
    const common = { from: '2026-05-18', timeZone: 'America/New_York' };
    expect(data).toEqual({
      userActivity: {
        totalCount: 2,
        nodes: [
          { user: { id: '501', name: 'Alex Doe' }, callsAsHost: 2, ...common },
          { user: { id: '502', name: 'Alex Doe' }, callsAsHost: 0, ...common },
        ],
        pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
      },
    });
    expect(sent.map(({ operationId }) => operationId)).toEqual([
      'listMultipleUsersAggregateActivity',
      'listMultipleUsers',
    ]);
    expect(sent[0]?.body).toEqual({ filter: DAYS });
  });

  it('names users in the filter, also those without activity', async () => {
    const { data, sent } = await gatewayOver().trace(list('userIds: ["502", "500", "502"]'));

    expect(data).toMatchObject({
      userActivity: { nodes: [{ user: { id: '500' } }, { user: { id: '502' } }] },
    });
    expect(sent[0]?.body).toEqual({ filter: { ...DAYS, userIds: ['502', '500'] } });
  });

  it('pages by cursors of its own filter', async () => {
    const gateway = gatewayOver();
    const first = await gateway.execute(list('', 'first: 1'));
    const page = (first.data as Record<string, unknown>)['userActivity'] as {
      pageInfo: { endCursor: string };
    };
    const { endCursor } = page.pageInfo;

    expect(page).toMatchObject({
      nodes: [{ user: { id: '501' } }],
      pageInfo: { hasNextPage: true },
    });
    const next = await gateway.execute(list('', `after: "${endCursor}"`));
    expect(next.data).toMatchObject({ userActivity: { nodes: [{ user: { id: '502' } }] } });
    const other = await gateway.execute(list('userIds: ["501"]', `after: "${endCursor}"`));
    expect(other.errors).toMatchObject([{ extensions: { code: 'BAD_CURSOR' } }]);
  });

  it('is empty when Gong finds no user with data', async () => {
    const { data, errors } = await gatewayOver().execute(
      `{ userActivity(filter: { from: "2025-01-01", to: "2025-02-01" }) { totalCount nodes { from } } }`,
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({ userActivity: { totalCount: 0, nodes: [] } });
  });

  it.each([
    ['from: "2026-06-01", to: "2026-05-01"', /from:\)" must be earlier than "to"/],
    [
      'from: "2026-05-01", to: "2026-06-02"',
      /a day no later than today in the company's time zone/,
    ],
    [`${WINDOW}, userIds: []`, /userIds/],
  ])('refuses without a request: %s', async (filter, message) => {
    const gateway = gatewayOver({ config: { companyTimeZone: 'America/New_York' } });

    const { errors, sent } = await gateway.trace(
      `{ userActivity(filter: { ${filter} }) { nodes { from } } }`,
    );

    expect(errors).toMatchObject([
      { message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(sent).toEqual([]);
  });

  it('names the scope that the credential lacks', async () => {
    const gateway = gatewayOver();
    gateway.sandbox.faults.add({
      operationId: 'listMultipleUsersAggregateActivity',
      fault: {
        kind: 'answer',
        status: 401,
        body: {
          errors: ["You don't have permission to use 'api:stats:user-actions' in your app."],
        },
      },
    });

    const { data, errors } = await gateway.execute(list());

    expect(errors).toMatchObject([
      {
        path: ['userActivity'],
        message: expect.stringContaining('api:stats:user-actions'),
        extensions: { code: 'GONG_MISSING_SCOPE' },
      },
    ]);
    expect(data).toEqual({ userActivity: null });
  });
});
