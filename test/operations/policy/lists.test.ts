import { describe, expect, it } from '@jest/globals';
import type { Policies } from '../../../src/access/policy/policies.js';
import { createSandbox, type Company } from '../../../sandbox/src/index.js';
import { createRandom } from '../../company/support.js';
import { FakeClock } from '../../support/clock.js';
import { policyIn } from '../../support/config.js';
import { createTestGateway, type Answer, type ClientRequest } from '../../support/gateway.js';
import { createPolicyCompany, host, manager, NOW, reportsOf } from './support.js';

const clock = new FakeClock(NOW);
const LIST = 'listCallsExtensive';

function setUp(policy: Policies, change: (company: Company) => void = () => undefined) {
  const company = createPolicyCompany();
  change(company);
  const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity });
  return { company, sandbox, gateway: createTestGateway({ sandbox, clock, config: { policy } }) };
}

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly totalCount: number | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const pageIn = ({ data }: Answer): Page => data?.['calls'] as unknown as Page;

const LISTING = `query ($first: Int, $after: String, $order: CallOrder, $filter: CallFilter) {
  calls(first: $first, after: $after, order: $order, filter: $filter) {
    totalCount nodes { id } pageInfo { hasNextPage endCursor }
  }
}`;

/** Makes all calls private but those at the given places. */
const onlyShown =
  (...places: readonly number[]) =>
  ({ calls }: Company) => {
    for (const [index, { metaData }] of calls.entries()) {
      metaData.isPrivate = !places.includes(index);
    }
  };

const idsOf = ({ calls }: Company, ...places: readonly number[]) =>
  places.map((place) => calls[place]?.metaData.id);

describe('A list that is almost completely hidden', () => {
  it.each([
    ['OLDEST_FIRST', [3, 120, 230]],
    ['NEWEST_FIRST', [230, 120, 3]],
  ])('is read until one call is shown, not until its page is full: %s', async (order, places) => {
    const { gateway, company } = setUp(policyIn(''), onlyShown(3, 120, 230));
    const found: string[] = [];
    const pages: number[] = [];
    for (let after: string | null = null; ;) {
      const answer = await gateway.execute(LISTING, { first: 3, order, after });
      expect(answer.errors).toBeUndefined();
      const { nodes, pageInfo } = pageIn(answer);
      pages.push(nodes.length);
      found.push(...nodes.map(({ id }) => id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }

    expect(found).toEqual(idsOf(company, ...places));
    expect(pages.slice(0, 3)).toEqual([1, 1, 1]);
  });

  it('fills its page from what was read', async () => {
    const { gateway, company } = setUp(policyIn(''), onlyShown(1, 20, 90, 130));

    const answer = await gateway.trace(LISTING, { first: 3 });

    expect(pageIn(answer).nodes.map(({ id }) => id)).toEqual(idsOf(company, 1, 20, 90));
    expect(answer.sent).toHaveLength(1);
  });

  it('continues after hidden calls, without reading a page again', async () => {
    const { gateway, company } = setUp(policyIn(''), onlyShown(3, 120));

    const first = pageIn(await gateway.execute(LISTING, { first: 1 }));
    const after = first.pageInfo.endCursor;
    const next = await gateway.trace(LISTING, { first: 1, after });

    expect(first.nodes.map(({ id }) => id)).toEqual(idsOf(company, 3));
    expect(pageIn(next).nodes.map(({ id }) => id)).toEqual(idsOf(company, 120));
    expect(next.sent).toHaveLength(1);
    expect(next.sent[0]?.body).toMatchObject({ cursor: expect.any(String) });
  });

  it('continues after hidden calls when Gong’s cursor has expired', async () => {
    const time = new FakeClock(NOW);
    const company = createPolicyCompany();
    onlyShown(3, 60, 150)(company);
    const sandbox = createSandbox({ company, clock: time, requestsPerSecond: Infinity });
    const gateway = createTestGateway({ sandbox, clock: time, config: { policy: policyIn('') } });

    const { pageInfo } = pageIn(await gateway.execute(LISTING, { first: 2 }));
    await time.advance(3 * 60 * 60 * 1000);
    const next = await gateway.execute(LISTING, { first: 2, after: pageInfo.endCursor });

    expect(next.errors).toBeUndefined();
    expect(pageIn(next).nodes.map(({ id }) => id)).toEqual(idsOf(company, 150));
  });

  it('costs 1 request per page of Gong’s, like the whole list', async () => {
    const company = createPolicyCompany(600);
    for (const [index, { metaData }] of company.calls.entries()) {
      metaData.isPrivate = index % 30 === 7;
    }
    const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity });
    const config = { policy: policyIn(''), cacheTtlSeconds: 300 };
    const gateway = createTestGateway({ sandbox, clock, config });
    const costs: number[] = [];
    const found: string[] = [];
    let after: string | null = null;
    do {
      const answer = await gateway.trace(LISTING, { first: 100, after });
      const { nodes, pageInfo } = pageIn(answer);
      costs.push(answer.sent.length);
      found.push(...nodes.map(({ id }) => id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);

    const shown = company.calls.filter(({ metaData }) => !metaData.isPrivate);
    expect(found).toEqual(shown.map(({ metaData }) => metaData.id));
    expect(costs).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it.each([
    ['OLDEST_FIRST', 1],
    // How wide its windows have to be it finds out by asking.
    ['NEWEST_FIRST', 3],
  ])(
    'that is cut before its first call continues after the examined ones: %s',
    async (order, maxRequests) => {
      const place = order === 'OLDEST_FIRST' ? 239 : 0;
      const { gateway, company } = setUp(policyIn(''), onlyShown(place));
      const cursors = new Set<string | null>();
      const found: string[] = [];
      let after: string | null = null;
      let turns = 0;
      for (; turns < 12; turns += 1) {
        const answer = await gateway.execute(LISTING, { first: 5, after, order }, { maxRequests });
        expect(answer.errors).toBeUndefined();
        const { nodes, pageInfo } = pageIn(answer);
        found.push(...nodes.map(({ id }) => id));
        if (!pageInfo.hasNextPage) break;
        if (nodes.length === 0)
          expect(answer.extensions?.gong?.incomplete).toEqual([
            { path: ['calls'], code: 'COST_LIMIT_EXCEEDED' },
          ]);
        expect(cursors.has(pageInfo.endCursor)).toBe(false);
        cursors.add(pageInfo.endCursor);
        after = pageInfo.endCursor;
      }
      expect(found).toEqual(idsOf(company, place));
      expect(turns).toBeGreaterThan(0);
    },
  );

  it('is empty at its end when all calls are hidden', async () => {
    const { gateway } = setUp(policyIn(''), onlyShown());

    const answer = await gateway.execute(LISTING, { first: 5 });

    expect(pageIn(answer)).toEqual({
      nodes: [],
      totalCount: null,
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  });
});

describe('With any share of hidden calls,', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'an interrupted list contains each visible call once (%i)',
    async (seed) => {
      const random = createRandom(seed);
      const time = new FakeClock(NOW);
      const company = createPolicyCompany(random.integer(150, 350));
      const share = random.integer(1, 95);
      let isRun = false;
      for (const { metaData } of company.calls) {
        // In runs as well as one by one.
        if (random.integer(1, 10) === 1) isRun = !isRun;
        metaData.isPrivate = isRun || random.integer(1, 100) <= share;
      }
      const sandbox = createSandbox({ company, clock: time, requestsPerSecond: Infinity });
      const cacheTtlSeconds = random.pick([0, 300]);
      const config = { policy: policyIn(''), cacheTtlSeconds };
      const gateway = createTestGateway({ sandbox, clock: time, config });
      const order = random.pick(['OLDEST_FIRST', 'NEWEST_FIRST']);
      const found: string[] = [];
      let after: string | null = null;
      for (let turn = 0; turn < 200; turn += 1) {
        const first = random.integer(1, 120);
        const maxRequests = random.pick([4, 6, 1000]);
        if (random.integer(1, 5) === 1) await time.advance(3 * 60 * 60 * 1000);
        const answer = await gateway.execute(LISTING, { first, after, order }, { maxRequests });
        expect(answer.errors).toBeUndefined();
        const { nodes, pageInfo } = pageIn(answer);
        found.push(...nodes.map(({ id }) => id));
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
        if (after === null) break;
        expect(nodes.length).toBeLessThanOrEqual(first);
        if (answer.extensions?.gong?.incomplete === undefined)
          expect(nodes.length).toBeGreaterThan(0);
      }

      const seen = company.calls
        .filter(({ metaData }) => !metaData.isPrivate)
        .map(({ metaData }) => metaData.id);
      expect(after).toBeNull();
      // Calls that started together come in another order newest first.
      expect(order === 'OLDEST_FIRST' ? found : found.sort()).toEqual(
        order === 'OLDEST_FIRST' ? seen : seen.sort(),
      );
    },
  );
});

describe('Gong filters by', () => {
  const filterOf = (body: unknown) => (body as { filter: Record<string, unknown> }).filter;
  const run = async (
    words: string,
    asker: (company: Company) => ClientRequest,
    filter: (company: Company) => Record<string, unknown> = () => ({}),
  ) => {
    const { gateway, company } = setUp(policyIn(words));
    const variables = { first: 5, filter: filter(company) };
    const answer = await gateway.trace(LISTING, variables, asker(company));
    expect(answer.errors).toBeUndefined();
    const lists = answer.sent.filter(({ operationId }) => operationId === LIST);
    return { answer, company, filters: lists.map(({ body }) => filterOf(body)) };
  };

  it('the viewer’s own calls', async () => {
    const { company, filters, answer } = await run('own-calls', (each) => ({
      person: host(each).emailAddress,
    }));
    expect(filters[0]).toMatchObject({ primaryUserIds: [host(company).id] });
    expect(answer.sent.map(({ operationId }) => operationId)).toEqual(['listUsers', LIST]);
  });

  it('the calls of a team', async () => {
    const { company, filters } = await run('team-calls', (each) => ({ person: manager(each).id }));
    const ids = [...reportsOf(manager(company).id, company)].sort();
    expect(ids.length).toBeGreaterThan(1);
    expect(filters[0]).toMatchObject({ primaryUserIds: ids });
  });

  it('the hosts of a team that the query names', async () => {
    const { company, filters } = await run(
      'team-calls',
      (each) => ({ person: manager(each).id }),
      (each) => ({ primaryUserIds: each.users.map(({ id }) => id) }),
    );
    const ids = [...reportsOf(manager(company).id, company)].sort();
    expect([...(filters[0]?.['primaryUserIds'] as string[])].sort()).toEqual(ids);
  });

  it('one workspace', async () => {
    const { company, filters } = await run('workspaces=Sales', () => ({}));
    expect(filters[0]).toMatchObject({ workspaceId: company.workspaces[0]?.id });
  });

  it.each<[string, string, (company: Company) => Record<string, unknown>]>([
    [
      'the calls of another host',
      'own-calls',
      ({ users }) => ({ primaryUserIds: [users.at(-1)?.id] }),
    ],
    [
      'another workspace',
      'workspaces=Sales',
      ({ workspaces: [, other] }) => ({ workspaceId: other?.id }),
    ],
  ])('nothing, without a request, for: %s', async (_, words, filter) => {
    const person = (each: Company) => ({ person: host(each).id });
    const { answer, filters } = await run(words, person, filter);
    expect(filters).toEqual([]);
    expect(pageIn(answer)).toMatchObject({ nodes: [], totalCount: null });
    expect(pageIn(answer).pageInfo).toEqual({ hasNextPage: false, endCursor: null });
  });

  it('nothing without a viewer', async () => {
    const { answer } = await run('team-calls', () => ({}));
    expect(answer.sent).toEqual([]);
    expect(pageIn(answer).nodes).toEqual([]);
  });
});

describe('Cursors', () => {
  it('of one viewer lead another through the calls that the other may see', async () => {
    const { gateway, company } = setUp(policyIn('own-calls', { roles: { all: 'show-private' } }));
    const own = { person: host(company).id };
    const first = pageIn(await gateway.execute(LISTING, { first: 2 }, { roles: ['all'] }));
    const after = first.pageInfo.endCursor;
    const [, second] = first.nodes;
    const place = company.calls.findIndex(({ metaData }) => metaData.id === second?.id);

    const next = await gateway.execute(LISTING, { first: 100, after }, own);

    const expected = company.calls
      .slice(place + 1)
      .filter(({ metaData }) => metaData.primaryUserId === own.person && !metaData.isPrivate)
      .map(({ metaData }) => metaData.id);
    expect(next.errors).toBeUndefined();
    expect(pageIn(next).nodes.map(({ id }) => id)).toEqual(expected);
  });

  it('do not continue Gong’s list of another filter', async () => {
    const { gateway, company } = setUp(policyIn('own-calls', { roles: { all: 'show-private' } }));
    // The last of a page of Gong's carries Gong's cursor to the next.
    const first = pageIn(await gateway.execute(LISTING, { first: 100 }, { roles: ['all'] }));
    const own = { person: host(company).id };

    const after = first.pageInfo.endCursor;
    const next = await gateway.trace(LISTING, { first: 100, after }, own);

    const expected = company.calls
      .slice(100)
      .filter(({ metaData }) => metaData.primaryUserId === own.person && !metaData.isPrivate)
      .map(({ metaData }) => metaData.id);
    expect(pageIn(next).nodes.map(({ id }) => id)).toEqual(expected);
    const [list] = next.sent.filter(({ operationId }) => operationId === LIST);
    expect(list?.body).not.toMatchObject({ cursor: expect.anything() });
  });
});

describe('The count of a list', () => {
  const open = ({ calls }: Company) => {
    for (const { metaData } of calls) metaData.isPrivate = false;
  };
  const oneDay = ({ calls }: Company, place: number) => {
    const { started } = calls[place]?.metaData ?? { started: '' };
    const from = new Date(started).toISOString();
    const to = new Date(Date.parse(from) + 86_400_000).toISOString();
    return { from, to };
  };

  it('is shown for a list that was read completely, in a company without private calls', async () => {
    const { gateway, company } = setUp(policyIn(''), open);
    const filter = oneDay(company, 50);

    for (const order of ['OLDEST_FIRST', 'NEWEST_FIRST']) {
      const { nodes, totalCount } = pageIn(
        await gateway.execute(LISTING, { first: 100, filter, order }),
      );
      expect(nodes.length).toBeGreaterThan(1);
      expect(totalCount).toBe(nodes.length);
    }
  });

  it('is not shown for a list that continues', async () => {
    const { gateway } = setUp(policyIn(''), open);
    expect(pageIn(await gateway.execute(LISTING, { first: 100 })).totalCount).toBeNull();
  });

  it('is no longer shown once a list contained a private call, unlike after a read by ID', async () => {
    const { gateway, company } = setUp(policyIn(''), (each) => {
      open(each);
      const [first] = each.calls;
      if (first !== undefined) first.metaData.isPrivate = true;
    });
    const filter = oneDay(company, 50);
    const before = pageIn(await gateway.execute(LISTING, { first: 100, filter }));
    await gateway.execute('query ($id: ID!) { call(id: $id) { title } }', {
      id: company.calls[0]?.metaData.id,
    });
    const unchanged = pageIn(await gateway.execute(LISTING, { first: 100, filter }));
    expect(unchanged).toEqual(before);

    await gateway.execute('{ calls(first: 1000) { nodes { title } } }');
    const after = pageIn(await gateway.execute(LISTING, { first: 100, filter }));

    expect(before.totalCount).toBe(before.nodes.length);
    expect(after).toEqual({ ...before, totalCount: null });
  });

  it.each(['own-calls', 'workspaces=Sales'])('is never shown under %s', async (words) => {
    const { gateway, company } = setUp(policyIn(words), open);
    const asker = { person: String(company.calls[0]?.metaData.primaryUserId) };
    const answer = await gateway.execute(LISTING, { first: 1000 }, asker);
    expect(pageIn(answer).nodes.length).toBeGreaterThan(1);
    expect(pageIn(answer).totalCount).toBeNull();
  });

  it('costs nothing when it is not shown', async () => {
    const { gateway } = setUp(policyIn(''));
    const filter = { from: '2026-04-25T00:00:00Z' };
    const newest = { first: 5, order: 'NEWEST_FIRST', filter };
    const withCount = await gateway.trace(LISTING, newest);
    const without = await gateway.trace(LISTING.replace('totalCount', ''), newest);
    expect(withCount.sent).toHaveLength(without.sent.length);
  });
});
