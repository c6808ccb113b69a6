import { describe, expect, it } from '@jest/globals';
import { createSandbox, type Call } from '../../../sandbox/src/index.js';
import { FakeClock } from '../../support/clock.js';
import { callsAt, companyOf, usersOf } from '../../support/companies.js';
import { createTestGateway } from '../../support/gateway.js';
import { connectionIn, PAGE } from '../../support/walk.js';
import { NOW, DAY_MS, range } from './support.js';

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

  it('continue from one user’s cursor through that user’s calls', async () => {
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

  it.each(['NEWEST_FIRST', 'OLDEST_FIRST'])('are complete, page by page: %s', async (order) => {
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
