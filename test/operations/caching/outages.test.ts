import { describe, expect, it } from '@jest/globals';
import { type Fault } from '../../../sandbox/src/index.js';
import { toNodeId } from '../../../src/graphql/selection/nodeId.js';
import { company, setUp } from './support.js';

const SECOND_MS = 1000;

const MINUTE_MS = 60_000;

const HOUR_MS = 3_600_000;

const DAY_MS = 24 * HOUR_MS;

const workspaceId = company.workspaces[0]?.id ?? '';

const folderId = company.folders[0]?.id ?? '';

describe('While Gong is unreachable', () => {
  const userNodeId = toNodeId('User', company.users[3]?.id ?? '');
  const queries: [string, string][] = [
    ['trackers', '{ trackers { name } }'],
    ['users', '{ users(first: 120) { nodes { name } } }'],
    ['a user', `{ user(id: "${company.users[3]?.id}") { name emailAddress } }`],
    ['folders', `{ folders(workspaceId: "${workspaceId}") { name } }`],
    ['a user by nodeId', `{ node(nodeId: "${userNodeId}") { ... on User { name } } }`],
    [
      'a user whom another subgraph refers to',
      `{ _entities(representations: [{ __typename: "User", id: "${company.users[3]?.id}" }]) { ... on User { name } } }`,
    ],
  ];
  const says = (status: number, headers: Record<string, string> = {}): Fault => ({
    kind: 'answer',
    status,
    headers,
    body: { errors: ['Not now.'] },
  });

  describe.each(queries)('%s', (_, query) => {
    it.each<[string, Fault]>([
      ['503', says(503)],
      ['no connection', { kind: 'drop' }],
      ['a wait of twenty minutes', says(429, { 'retry-after': '1200' })],
    ])('cached data is served through %s, marked as stale', async (_name, fault) => {
      const { clock, sandbox, run, costOf } = setUp();
      const { data } = await run(query);
      await clock.advance(10 * MINUTE_MS);
      sandbox.faults.add({ fault, times: 50 });

      const answer = await run(query);

      expect(answer.errors).toBeUndefined();
      expect(answer.data).toEqual(data);
      expect(answer.extensions?.gong?.stale?.length).toBeGreaterThan(0);
      sandbox.faults.clear();
      await clock.advance(20 * MINUTE_MS);
      expect(await costOf(query)).toBeGreaterThan(0);
      expect((await run(query)).extensions?.gong?.stale).toBeUndefined();
    });

    it('a failing request is repeated every 2 seconds, not by each operation', async () => {
      const { clock, sandbox, run } = setUp();
      const { data } = await run(query);
      await clock.advance(10 * MINUTE_MS);
      sandbox.faults.add({ fault: says(503), times: 500 });
      const first = await run(query);

      const others = [await run(query), await run(query), await run(query)];

      for (const answer of others) {
        expect(answer.data).toEqual(data);
        expect(answer.sent).toEqual([]);
        expect(answer.extensions?.gong?.stale).toEqual(first.extensions?.gong?.stale);
      }
      sandbox.faults.clear();
      await clock.advance(2000);
      const renewed = await run(query);
      expect(renewed.sent.length).toBeGreaterThan(0);
      expect(renewed.extensions?.gong?.stale).toBeUndefined();
    });

    it('cached data is served for a day when the daily quota is used up', async () => {
      const { clock, run } = setUp({ config: { requestsPerDay: 2 } });
      const { data, sent } = await run(query);
      for (let left = 2 - sent.length; left > 0; left -= 1) await run('{ workspaces { name } }');
      await clock.advance(10 * MINUTE_MS);

      const answer = await run(query);

      expect(answer.errors).toBeUndefined();
      expect(answer.data).toEqual(data);
      expect(answer.sent).toEqual([]);
      expect(answer.extensions?.gong).toMatchObject({ requests: 0, remainingToday: 0 });
      expect(answer.extensions?.gong?.stale?.length).toBeGreaterThan(0);
    });

    it.each([
      [401, 'GONG_BAD_CREDENTIALS'],
      [403, 'GONG_BAD_CREDENTIALS'],
    ])('cached data is not served instead of a %i', async (status, code) => {
      const { clock, sandbox, run } = setUp();
      await run(query);
      await clock.advance(10 * MINUTE_MS);
      sandbox.faults.add({ fault: says(status), times: 50 });
      expect((await run(query)).errors).toMatchObject([{ extensions: { code } }]);
    });
  });

  it('a deleted folder is null', async () => {
    const { clock, sandbox, run } = setUp();
    const query = `{ folder(id: "${folderId}") { name } }`;
    await run(query);
    await clock.advance(10 * MINUTE_MS);
    sandbox.faults.add({
      fault: { kind: 'answer', status: 404, body: { errors: ['Folder ID 1 was not found'] } },
    });
    expect((await run(query)).data).toEqual({ folder: null });
  });

  it('calls are not served stale', async () => {
    const { clock, sandbox, run } = setUp();
    const query = '{ calls(first: 3) { nodes { title } } }';
    await run(query);
    await clock.advance(2 * HOUR_MS);
    sandbox.faults.add({ fault: says(503), times: 10 });
    expect((await run(query)).errors).toMatchObject([{ extensions: { code: 'GONG_UNAVAILABLE' } }]);
  });

  it('nothing is served a day after it became stale', async () => {
    const { clock, sandbox, run } = setUp();
    const query = '{ trackers { name } }';
    await run(query);
    await clock.advance(DAY_MS + 301 * SECOND_MS);
    sandbox.faults.add({ fault: says(503), times: 10 });
    expect((await run(query)).errors).toHaveLength(1);
  });
});
