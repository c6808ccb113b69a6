import { describe, expect, it } from '@jest/globals';
import { createSandbox, type Call, type Sandbox } from '../../../sandbox/src/index.js';
import { FakeClock } from '../../support/clock.js';
import { companyOf, plainReview, usersOf } from '../../support/companies.js';
import { createTestGateway } from '../../support/gateway.js';
import { connectionIn, COUNTED_PAGE, idsOf, PAGE, walkPages } from '../../support/walk.js';
import { NOW, HOUR_MS, range, calls } from './support.js';

const idsByStart = (calls: readonly Call[]): string[] => calls.map(({ metaData }) => metaData.id);

describe('Lists without an order of their own', () => {
  const fields = [
    { field: 'users(first: 60%)', operation: 'listUsers', count: 250 },
    {
      field: 'users(first: 60, filter: { createdFrom: "2020-01-01T00:00:00Z" }%)',
      operation: 'listMultipleUsers',
      count: 250,
    },
    { field: 'answeredScorecards(first: 60%)', operation: 'listAnsweredScorecards', count: 230 },
  ] as const;
  const reviews = range(230).map((n) => plainReview({ answeredScorecardId: String(3000 + n) }));
  const people = companyOf({ users: usersOf(250), answeredScorecards: reviews });
  const expected = {
    250: people.users.map(({ id }) => id),
    230: reviews.map(({ answeredScorecardId }) => answeredScorecardId),
  };

  it.each(fields)('are walked without gaps: $field', async ({ field, operation, count }) => {
    const gateway = createTestGateway({ sandbox: { company: people }, clock: new FakeClock(NOW) });

    const pages = await walkPages(gateway, field, undefined, COUNTED_PAGE);

    expect(idsOf(pages)).toEqual(expected[count]);
    expect(pages.map(({ totalCount }) => totalCount)).toEqual(pages.map(() => count));
    expect(new Set(pages.flatMap(({ sent }) => sent.map((one) => one.operationId)))).toEqual(
      new Set([operation]),
    );
  });

  it.each(fields)(
    'start over after an expired cursor and skip known items: $field',
    async ({ field, count }) => {
      const clock = new FakeClock(NOW);
      const gateway = createTestGateway({ sandbox: { company: people }, clock });

      const pages = await walkPages(gateway, field, (page) =>
        page === 2 ? clock.advance(2 * HOUR_MS) : undefined,
      );

      expect(idsOf(pages)).toEqual(expected[count]);
      expect(pages[2]?.sent.map(({ status }) => status)).toEqual([400, 200, 200]);
      expect(pages[2]?.pageInfo.hasPreviousPage).toBe(true);
    },
  );

  it('are read until enough users are active', async () => {
    const users = usersOf(250).map((user, index) => ({ ...user, active: index % 5 === 0 }));
    const sandbox = { company: companyOf({ users }) };
    const gateway = createTestGateway({ sandbox, clock: new FakeClock(NOW) });

    const pages = await walkPages(
      gateway,
      'users(first: 20, filter: { active: true }%)',
      undefined,
      COUNTED_PAGE,
    );

    expect(idsOf(pages)).toEqual(users.filter(({ active }) => active).map(({ id }) => id));
    expect(pages.map(({ ids }) => ids.length)).toEqual([20, 20, 10]);
    expect(pages.map(({ totalCount }) => totalCount)).toEqual([null, null, null]);
  });
});

describe('Invalid cursors', () => {
  const sandbox: Sandbox = createSandbox({
    company: companyOf({
      calls: calls.slice(0, 20),
      users: usersOf(20),
      answeredScorecards: range(20).map((n) => plainReview({ answeredScorecardId: String(n + 1) })),
    }),
    clock: new FakeClock(NOW),
    requestsPerSecond: Infinity,
  });
  const cursorOf = async (field: string): Promise<string> => {
    const gateway = createTestGateway({ sandbox });
    const answer = await gateway.execute(`{ ${field} { ${PAGE} } }`);
    return connectionIn(answer, field.split('(')[0] ?? '').pageInfo.endCursor ?? '';
  };

  it.each([
    ['calls(first: 5)', 'calls(first: 5, filter: { workspaceId: "1" }%)'],
    ['calls(first: 5)', 'calls(first: 5, order: NEWEST_FIRST%)'],
    ['calls(first: 5)', 'calls(filter: { to: "2026-05-30T00:00:00Z" }%)'],
    ['calls(first: 5)', 'users(first: 5%)'],
    ['users(first: 5)', 'users(first: 5, filter: { active: true }%)'],
    ['users(first: 5)', 'calls(first: 5%)'],
    ['answeredScorecards(first: 5)', 'answeredScorecards(filter: { reviewMethod: MANUAL }%)'],
  ])('of %s are refused by %s without a request', async (from, to) => {
    const after = `, after: "${await cursorOf(from)}"`;
    const gateway = createTestGateway({ sandbox });

    const { errors, sent } = await gateway.trace(`{ ${to.replace('%', after)} { nodes { id } } }`);

    expect(errors).toMatchObject([
      { path: [to.split('(')[0]], extensions: { code: 'BAD_CURSOR', retryable: false } },
    ]);
    expect(sent).toEqual([]);
  });

  const spoil: readonly (readonly [string, (cursor: string) => string])[] = [
    ['one bit changed', (cursor) => cursor.replace(/.$/, (end) => (end === 'A' ? 'B' : 'A'))],
    ['its middle changed', (cursor) => `${cursor.slice(0, 40)}AAAA${cursor.slice(44)}`],
    ['cut short', (cursor) => cursor.slice(0, -8)],
    ['a byte more', (cursor) => `${cursor}AAAA`],
    ['padding', (cursor) => `${cursor}=`],
    ['nothing', () => ''],
    ['plain words', () => 'next page, please'],
    ['Gong’s own cursor', () => 'eyJhbGciOiJIUzI1NiJ9.eyJwYWdlIjoxfQ.c2ln'],
  ];
  it.each(spoil)('with %s are refused without a request', async (_, change) => {
    const after = change(await cursorOf('calls(first: 5)'));
    const gateway = createTestGateway({ sandbox });

    const query = 'query ($after: String) { calls(first: 5, after: $after) { nodes { id } } }';
    const { errors, sent } = await gateway.trace(query, { after });

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_CURSOR', retryable: false } }]);
    expect(sent).toEqual([]);
  });

  it('of another secret or tenant are refused without a request', async () => {
    const after = await cursorOf('calls(first: 5)');
    const others = [
      createTestGateway({ sandbox, config: { secret: 'another secret, as long as it must be' } }),
      createTestGateway({ sandbox, access: { accessKey: 'ANOTHERKEY' } }),
    ];

    const query = 'query ($after: String) { calls(first: 5, after: $after) { nodes { id } } }';
    const answers = await Promise.all(others.map((gateway) => gateway.trace(query, { after })));

    for (const { errors, sent } of answers) {
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_CURSOR' } }]);
      expect(sent).toEqual([]);
    }
  });

  it('do not affect the rest of the operation', async () => {
    const gateway = createTestGateway({ sandbox });

    const { data, errors, sent } = await gateway.trace(
      '{ bad: calls(after: "x") { nodes { id } } good: calls(first: 1) { nodes { id } } }',
    );

    expect(data).toMatchObject({ bad: null, good: { nodes: [{}] } });
    expect(errors).toMatchObject([{ path: ['bad'], extensions: { code: 'BAD_CURSOR' } }]);
    expect(sent).toHaveLength(1);
  });

  it('do not include those with another first and an equal filter', async () => {
    const filter = '{ from: "2026-01-01T00:00:00Z", callIds: [%] }';
    const ids = idsByStart(calls.slice(0, 4)).map((id) => `"${id}"`);
    const from = `calls(first: 1, filter: ${filter.replace('%', ids.join())})`;
    const after = await cursorOf(from);
    const gateway = createTestGateway({ sandbox });

    const same = filter
      .replace('%', [...ids].reverse().join())
      .replace('T00:00:00Z', 'T01:00:00+01:00');
    const answer = await gateway.execute(
      `{ calls(first: 3, after: "${after}", filter: ${same}) { ${PAGE} } }`,
    );

    const nodes = connectionIn(answer, 'calls').nodes.map(({ id }) => id);
    expect(nodes).toEqual(idsByStart(calls.slice(1, 4)));
  });
});
