import { describe, expect, it } from '@jest/globals';
import { createSandbox, DEFAULT_CREDENTIAL, TEXTS, type Call } from '../../../sandbox/src/index.js';
import { FakeClock } from '../../support/clock.js';
import { callsAt, companyOf } from '../../support/companies.js';
import { createTestGateway } from '../../support/gateway.js';
import {
  connectionIn,
  COUNTED_PAGE,
  idsOf,
  PAGE,
  requestsOf,
  walkPages,
} from '../../support/walk.js';
import { NOW, MINUTE_MS, HOUR_MS, DAY_MS, range, calls } from './support.js';

const EXPIRY_TEXTS = ['cursor has expired', TEXTS.parse] as const;

const idsByStart = (calls: readonly Call[]): string[] => calls.map(({ metaData }) => metaData.id);

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

  it.each(EXPIRY_TEXTS)('continues at the ends of Gong’s pages: "%s"', async (cursorExpiryText) => {
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

  it('reports hasPreviousPage, hasNextPage, and totalCount correctly', async () => {
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

  it('continues from the cursor of any edge', async () => {
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

  it('ends with a null cursor when nothing matches', async () => {
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

describe('NEWEST_FIRST is complete and in order without repeated calls', () => {
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

  it.each(distributions)(
    'and reads the newest 20 in few requests: $name',
    async ({ starts, newest }) => {
      const made = callsAt(starts);
      const sandbox = { company: companyOf({ calls: made }) };
      const gateway = createTestGateway({ sandbox, clock: new FakeClock(NOW) });

      const answer = await gateway.trace(`{ calls(order: NEWEST_FIRST) { ${PAGE} } }`);

      const { nodes, pageInfo } = connectionIn(answer, 'calls');
      expect(nodes.map(({ id }) => id)).toEqual(newestFirst(made).slice(0, 20));
      expect(pageInfo.hasNextPage).toBe(made.length > 20);
      expect(answer.sent.length).toBeLessThanOrEqual(newest);
    },
  );

  it('within the filter, with a count on request', async () => {
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

  it('even when new calls arrive in the meantime', async () => {
    const made = callsAt(range(120).map((n) => ago(30 - n / 4)));
    const shown = companyOf({ calls: made.slice(0, 100) });
    const gateway = createTestGateway({ sandbox: { company: shown }, clock: new FakeClock(NOW) });

    const pages = await walkPages(gateway, 'calls(order: NEWEST_FIRST, first: 30%)', (page) => {
      if (page === 1) shown.calls.push(...made.slice(100));
    });

    expect(idsOf(pages)).toEqual(newestFirst(made.slice(0, 100)));
  });
});

describe('With GET /v2/calls, whose windows compare scheduled times,', () => {
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
