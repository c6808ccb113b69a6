import { describe, expect, it } from '@jest/globals';
import {
  createSandbox,
  DEFAULT_CREDENTIAL,
  TEXTS,
  type Call,
  type Sandbox,
} from '../../sandbox/src/index.js';
import { FakeClock } from '../support/clock.js';
import { callsAt, companyOf, plainReview, usersOf } from '../support/companies.js';
import { createTestGateway } from '../support/gateway.js';
import { connectionIn, COUNTED_PAGE, idsOf, PAGE, requestsOf, walkPages } from '../support/walk.js';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const EXPIRY_TEXTS = ['cursor has expired', TEXTS.parse] as const;

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const idsByStart = (calls: readonly Call[]): string[] => calls.map(({ metaData }) => metaData.id);

/** 1,050 calls, some minutes apart; now and then several begin together, also across Gong's pages. */
function manyCalls(): Call[] {
  const starts = range(1050).map((index) => {
    const together = index % 100 >= 95 || index % 100 < 5;
    const place = together ? Math.round(index / 100) * 100 : index;
    const micros = String(index % 3 === 0 && !together ? 123_456 : 123_000);
    return new Date(NOW - 90 * DAY_MS + place * 7 * MINUTE_MS)
      .toISOString()
      .replace('000Z', `${micros}Z`);
  });
  return callsAt(starts);
}

const calls = manyCalls();
const company = companyOf({ calls });

describe('Walking 1,050 calls, oldest first', () => {
  it.each(EXPIRY_TEXTS)('survives cursors that end with "%s"', async (cursorExpiryText) => {
    const clock = new FakeClock(NOW);
    const gateway = createTestGateway({ sandbox: { company, cursorExpiryText }, clock });

    const pages = await walkPages(gateway, 'calls(first: 70%)', (page) =>
      page % 4 === 0 ? clock.advance(2 * HOUR_MS) : undefined,
    );

    expect(idsOf(pages)).toEqual(idsByStart(calls));
    expect(pages.map(({ sent }) => sent.length)).toEqual(Array(15).fill(1));
  });

  it.each(EXPIRY_TEXTS)('goes on by itself at Gong’s page ends: "%s"', async (cursorExpiryText) => {
    const clock = new FakeClock(NOW);
    const gateway = createTestGateway({ sandbox: { company, cursorExpiryText }, clock });

    const pages = await walkPages(gateway, 'calls(first: 100%)', (page) =>
      page === 5 ? clock.advance(2 * HOUR_MS) : undefined,
    );

    expect(idsOf(pages)).toEqual(idsByStart(calls));
    // Only the page after the pause meets a dead cursor. From then on each page overlaps by a call.
    expect(pages.slice(0, 5).map(({ sent }) => sent.length)).toEqual([1, 1, 1, 1, 1]);
    expect(pages[5]?.sent.map(({ status }) => status)).toEqual([400, 200, 200]);
    expect(requestsOf(pages)).toBeLessThanOrEqual(5 + 3 + 5 * 2);
  });

  it('survives cursors that expire within one operation', async () => {
    let now = NOW;
    const sandboxClock = { now: () => (now += 20 * MINUTE_MS) };
    const sandbox = createSandbox({ company, clock: sandboxClock, requestsPerSecond: Infinity });
    const gateway = createTestGateway({ sandbox, clock: new FakeClock(NOW) });

    const pages = await walkPages(gateway, 'calls(first: 1000%)');

    expect(idsOf(pages)).toEqual(idsByStart(calls));
    expect(sandbox.requests.filter(({ status }) => status === 400).length).toBeGreaterThan(2);
    expect(sandbox.requests.length).toBeLessThanOrEqual(22);
  });

  it('reads as many Gong pages as needed and no more', async () => {
    const gateway = createTestGateway({ sandbox: { company }, clock: new FakeClock(NOW) });

    const pages = await walkPages(gateway, 'calls(first: 350%)');

    expect(pages.map(({ ids }) => ids.length)).toEqual([350, 350, 350]);
    expect(pages.map(({ sent }) => sent.length)).toEqual([4, 4, 4]);
  });

  it('tells truthfully what lies before, behind and in all', async () => {
    const gateway = createTestGateway({ sandbox: { company }, clock: new FakeClock(NOW) });

    const pages = await walkPages(gateway, 'calls(first: 300%)', undefined, COUNTED_PAGE);

    expect(pages.map(({ pageInfo }) => pageInfo.hasPreviousPage)).toEqual([
      false,
      true,
      true,
      true,
    ]);
    expect(pages.map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, true, true, false]);
    expect(pages.map(({ totalCount }) => totalCount)).toEqual([1050, 1050, 1050, 1050]);
  });

  it('goes on from the cursor of any edge', async () => {
    const gateway = createTestGateway({ sandbox: { company }, clock: new FakeClock(NOW) });
    const { data } = await gateway.execute(
      '{ calls(first: 205) { edges { cursor node { id } } } }',
    );
    const { edges } = data?.['calls'] as unknown as { edges: { cursor: string }[] };
    const places = [0, 94, 95, 98, 99, 100, 103, 104, 105, 199, 204];

    const following = await Promise.all(
      places.map(async (place) => {
        const query = 'query ($after: String) { calls(first: 2, after: $after) { nodes { id } } }';
        const answer = await gateway.execute(query, { after: edges[place]?.cursor });
        return connectionIn(answer, 'calls').nodes.map(({ id }) => id);
      }),
    );

    const expected = places.map((place) => idsByStart(calls).slice(place + 1, place + 3));
    expect(following).toEqual(expected);
  });

  it('ends with a null cursor where nothing matches', async () => {
    const gateway = createTestGateway({ sandbox: { company }, clock: new FakeClock(NOW) });

    const filter = 'filter: { from: "2027-01-01T00:00:00Z" }';
    const [page] = await walkPages(gateway, `calls(first: 5, ${filter}%)`, undefined, COUNTED_PAGE);

    expect(page).toMatchObject({
      ids: [],
      totalCount: 0,
      pageInfo: { hasNextPage: false, hasPreviousPage: false, endCursor: null },
    });
    expect(page?.sent).toHaveLength(1);
  });
});

describe('NEWEST_FIRST is complete, in order, without a call twice', () => {
  const ago = (days: number): number => NOW - days * DAY_MS;
  const distributions: readonly {
    readonly name: string;
    readonly starts: readonly number[];
    /** Most requests for the newest twenty. */
    readonly newest: number;
    /** Most requests for all, forty at a time. */
    readonly all: number;
  }[] = [
    { name: 'steady', starts: range(600).map((n) => ago(120 - n / 5)), newest: 3, all: 18 },
    {
      name: 'in bursts',
      starts: range(8).flatMap((burst) => range(70).map((n) => ago(100 - burst * 12) + n * 2000)),
      newest: 4,
      all: 33,
    },
    {
      name: 'imported with one start',
      starts: [...Array<number>(250).fill(ago(30)), ...range(20).map((n) => ago(20 - n))],
      newest: 6,
      all: 27,
    },
    {
      name: 'silent for long in between',
      starts: [...range(60).map((n) => ago(500 - n)), ...range(60).map((n) => ago(60 - n / 3))],
      newest: 3,
      all: 10,
    },
    {
      name: 'ended long ago',
      starts: range(300).map((n) => ago(1500 - n / 2)),
      newest: 3,
      all: 14,
    },
    {
      name: 'in office hours',
      starts: range(14)
        .map((day) => Math.floor(NOW / DAY_MS - 14 + day) * DAY_MS)
        .filter((midnight) => ![0, 6].includes(new Date(midnight).getUTCDay()))
        .flatMap((midnight) => range(90).map((n) => midnight + (8 + n / 10) * HOUR_MS)),
      newest: 3,
      all: 44,
    },
    { name: 'ever rarer', starts: [400, 20, 1].map(ago), newest: 4, all: 4 },
    { name: 'only one', starts: [ago(400)], newest: 2, all: 2 },
    { name: 'none', starts: [], newest: 2, all: 2 },
  ];
  const newestFirst = (all: readonly Call[]): string[] =>
    [...all]
      .map(({ metaData: { id, started } }) => ({ id, started }))
      .sort((a, b) =>
        a.started === b.started ? (a.id > b.id ? -1 : 1) : a.started > b.started ? -1 : 1,
      )
      .map(({ id }) => id);

  it.each(distributions)('across cursors: calls $name', async ({ starts, all }) => {
    const clock = new FakeClock(NOW);
    const made = callsAt(starts);
    const gateway = createTestGateway({ sandbox: { company: companyOf({ calls: made }) }, clock });

    const pages = await walkPages(gateway, 'calls(order: NEWEST_FIRST, first: 40%)', () =>
      clock.advance(HOUR_MS),
    );

    expect(idsOf(pages)).toEqual(newestFirst(made));

    expect(requestsOf(pages)).toBeLessThanOrEqual(all);
  });

  it.each(distributions)('the newest twenty in few requests: $name', async ({ starts, newest }) => {
    const made = callsAt(starts);
    const sandbox = { company: companyOf({ calls: made }) };
    const gateway = createTestGateway({ sandbox, clock: new FakeClock(NOW) });

    const answer = await gateway.trace(`{ calls(order: NEWEST_FIRST) { ${PAGE} } }`);

    const { nodes, pageInfo } = connectionIn(answer, 'calls');
    expect(nodes.map(({ id }) => id)).toEqual(newestFirst(made).slice(0, 20));
    expect(pageInfo.hasNextPage).toBe(made.length > 20);
    expect(answer.sent.length).toBeLessThanOrEqual(newest);
  });

  it('stays within the filter and counts when asked', async () => {
    const made = callsAt(range(300).map((n) => ago(150 - n / 2)));
    const sandbox = { company: companyOf({ calls: made }) };
    const gateway = createTestGateway({ sandbox, clock: new FakeClock(NOW) });
    const from = new Date(ago(100)).toISOString();
    const to = new Date(ago(40)).toISOString();

    const pages = await walkPages(
      gateway,
      `calls(order: NEWEST_FIRST, first: 50, filter: { from: "${from}", to: "${to}" }%)`,
      undefined,
      COUNTED_PAGE,
    );

    const within = made.filter(({ metaData: { started } }) => started >= from && started < to);
    expect(idsOf(pages)).toEqual(newestFirst(within));
    expect(pages.map(({ totalCount }) => totalCount)).toEqual(pages.map(() => within.length));
  });

  it('doesn’t repeat calls when new ones arrive meanwhile', async () => {
    const made = callsAt(range(120).map((n) => ago(30 - n / 4)));
    const shown = companyOf({ calls: made.slice(0, 100) });
    const gateway = createTestGateway({ sandbox: { company: shown }, clock: new FakeClock(NOW) });

    const pages = await walkPages(gateway, 'calls(order: NEWEST_FIRST, first: 30%)', (page) => {
      if (page === 1) shown.calls.push(...made.slice(100));
    });

    expect(idsOf(pages)).toEqual(newestFirst(made.slice(0, 100)));
  });
});

describe('By GET /v2/calls, whose windows compare scheduled times', () => {
  const credentials = [{ ...DEFAULT_CREDENTIAL, scopes: ['api:calls:read:basic'] }];

  it.each(['calls(first: 70%)', 'calls(first: 100%)', 'calls(order: NEWEST_FIRST, first: 60%)'])(
    'walks lose nothing and repeat nothing: %s',
    async (field) => {
      const clock = new FakeClock(NOW);
      const gateway = createTestGateway({ sandbox: { calls: 500, users: 5, credentials }, clock });

      const pages = await walkPages(gateway, field, (page) =>
        page % 3 === 0 ? clock.advance(2 * HOUR_MS) : undefined,
      );

      const all = idsByStart(gateway.sandbox.company.calls);
      expect(idsOf(pages)).toHaveLength(all.length);
      expect(new Set(idsOf(pages))).toEqual(new Set(all));
      expect(gateway.sandbox.requestsTo('listCallsExtensive').length).toBeLessThanOrEqual(
        pages.length,
      );
    },
  );
});

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

  it.each(fields)('start over after expiry and skip: $field', async ({ field, count }) => {
    const clock = new FakeClock(NOW);
    const gateway = createTestGateway({ sandbox: { company: people }, clock });

    const pages = await walkPages(gateway, field, (page) =>
      page === 2 ? clock.advance(2 * HOUR_MS) : undefined,
    );

    expect(idsOf(pages)).toEqual(expected[count]);
    expect(pages[2]?.sent.map(({ status }) => status)).toEqual([400, 200, 200]);
    expect(pages[2]?.pageInfo.hasPreviousPage).toBe(true);
  });

  it('reads on until enough users are active', async () => {
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

describe('Cursors that don’t belong', () => {
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
  ])('of %s are refused by %s, unsent', async (from, to) => {
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
  it.each(spoil)('with %s are refused, unsent', async (_, change) => {
    const after = change(await cursorOf('calls(first: 5)'));
    const gateway = createTestGateway({ sandbox });

    const query = 'query ($after: String) { calls(first: 5, after: $after) { nodes { id } } }';
    const { errors, sent } = await gateway.trace(query, { after });

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_CURSOR', retryable: false } }]);
    expect(sent).toEqual([]);
  });

  it('of another secret or tenant are refused, unsent', async () => {
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

  it('leave the rest of the operation alone', async () => {
    const gateway = createTestGateway({ sandbox });

    const { data, errors, sent } = await gateway.trace(
      '{ bad: calls(after: "x") { nodes { id } } good: calls(first: 1) { nodes { id } } }',
    );

    expect(data).toMatchObject({ bad: null, good: { nodes: [{}] } });
    expect(errors).toMatchObject([{ path: ['bad'], extensions: { code: 'BAD_CURSOR' } }]);
    expect(sent).toHaveLength(1);
  });

  it('may be used with another first and with equal filters', async () => {
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

describe('User.calls of several users', () => {
  const hosts = usersOf(3);
  const hosted = (host: number, days: readonly number[]): Call[] =>
    callsAt(days.map((day) => NOW - day * DAY_MS)).map((call, index) => ({
      metaData: {
        ...call.metaData,
        id: `${host + 1}${index + 1000}`,
        primaryUserId: `${500 + host}`,
      },
    }));
  const byHost = [
    hosted(
      0,
      range(300).map((n) => 100 - n / 3.1),
    ),
    hosted(
      1,
      range(30).map((n) => 90 - n * 2),
    ),
    hosted(2, []),
  ];
  const sandbox = createSandbox({
    company: companyOf({
      users: hosts,
      calls: byHost.flat().sort((a, b) => (a.metaData.started < b.metaData.started ? -1 : 1)),
    }),
    clock: new FakeClock(NOW),
    requestsPerSecond: Infinity,
  });
  const newest = (host: number, from: number, to: number): { id: string }[] =>
    [...(byHost[host] ?? [])]
      .reverse()
      .slice(from, to)
      .map(({ metaData: { id } }) => ({ id }));

  it('share their requests and stop when each has enough', async () => {
    const gateway = createTestGateway({ sandbox, clock: new FakeClock(NOW) });

    const { data, sent } = await gateway.trace(`{ usersByIds(ids: ["500", "501"]) {
      calls(first: 3) { nodes { id } totalCount pageInfo { hasNextPage } }
    } }`);

    expect(data?.['usersByIds']).toEqual(
      [0, 1].map((host) => ({
        calls: { nodes: newest(host, 0, 3), totalCount: null, pageInfo: { hasNextPage: true } },
      })),
    );
    const bodies = sent.filter(({ operationId }) => operationId === 'listCallsExtensive');
    expect(bodies.length).toBeLessThanOrEqual(5);
    for (const { body } of bodies) {
      expect(body).toMatchObject({ filter: { primaryUserIds: ['500', '501'] } });
    }
  });

  it('lead on by one user’s cursor through that user alone', async () => {
    const gateway = createTestGateway({ sandbox, clock: new FakeClock(NOW) });
    const field = `calls(first: 4%) { ${PAGE} }`;
    const first = await gateway.execute(
      `{ usersByIds(ids: ["500", "501", "502"]) { ${field.replace('%', '')} } }`,
    );
    const { endCursor } = connectionIn(first, 'usersByIds.1.calls').pageInfo;

    const next = await gateway.trace(
      `{ user(id: "501") { ${field.replace('%', `, after: "${endCursor ?? ''}"`)} } }`,
    );

    const { nodes, pageInfo } = connectionIn(next, 'user.calls');
    expect(nodes).toEqual(newest(1, 4, 8));
    expect(pageInfo.hasPreviousPage).toBe(true);
    expect(connectionIn(first, 'usersByIds.2.calls')).toMatchObject({ nodes: [] });
  });

  it('are refused with the cursor of another user', async () => {
    const gateway = createTestGateway({ sandbox, clock: new FakeClock(NOW) });
    const first = await gateway.execute(`{ user(id: "500") { calls(first: 2) { ${PAGE} } } }`);
    const { endCursor } = connectionIn(first, 'user.calls').pageInfo;

    const { data, errors } = await gateway.execute(
      `{ user(id: "501") { id calls(first: 2, after: "${endCursor ?? ''}") { nodes { id } } } }`,
    );

    expect(data).toEqual({ user: { id: '501', calls: null } });
    expect(errors).toMatchObject([{ path: ['user', 'calls'], extensions: { code: 'BAD_CURSOR' } }]);
  });

  it.each(['NEWEST_FIRST', 'OLDEST_FIRST'])('come complete, page by page: %s', async (order) => {
    const gateway = createTestGateway({ sandbox, clock: new FakeClock(NOW) });
    const found: string[][] = [[], []];
    const cursors: (string | null)[] = [null, null];

    for (let page = 0; page < 12; page += 1) {
      const aliases = cursors.map((after, host) => {
        const argument = after === null ? '' : `, after: "${after}"`;
        const field = `calls(first: 40, order: ${order}${argument}) { ${PAGE} }`;
        return `u${host}: user(id: "${500 + host}") { ${field} }`;
      });
      const answer = await gateway.execute(`{ ${aliases.join(' ')} }`);
      for (const host of [0, 1]) {
        const { nodes, pageInfo } = connectionIn(answer, `u${host}.calls`);
        if (page > 0 && cursors[host] === null) continue;
        found[host]?.push(...nodes.map(({ id }) => id));
        cursors[host] = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      }
      if (cursors.every((cursor) => cursor === null)) break;
    }

    const expected = [0, 1].map((host) => newest(host, 0, 300).map(({ id }) => id));
    if (order === 'OLDEST_FIRST') for (const ids of expected) ids.reverse();
    expect(found).toEqual(expected);
  });
});
