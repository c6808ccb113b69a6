import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, TestGateway } from '../../support/gateway.js';
import { policyIn } from '../../support/config.js';
import { createReplicaScene, READ_AT, type ReplicaScene } from './support.js';

let scene: ReplicaScene;
beforeAll(async () => {
  scene = await createReplicaScene();
});
afterAll(() => scene.close());

type Variables = Record<string, unknown>;

const aged = (maxAgeSeconds: number) => ({ extensions: { gong: { maxAgeSeconds } } });
const TWO_HOURS = aged(7200);
const window = { from: '2026-05-01T00:00:00Z', to: '2026-06-01T09:30:00.500Z' };
const CALLS = `query ($filter: CallFilter, $order: CallOrder, $first: Int = 9, $after: String) {
  calls(filter: $filter, order: $order, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage endCursor }
    nodes { id title startedAt parties { name emailAddress } }
  }
}`;

interface List {
  readonly totalCount: number | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly { readonly id: string }[];
}

/** Every page of a list, without its cursors, and the operations that were sent for it. */
async function readThrough(
  gateway: TestGateway,
  query: string,
  variables: Variables,
  request = {},
) {
  const pages: unknown[] = [];
  const sent: string[] = [];
  for (let after: unknown = null; ;) {
    const answer = await gateway.trace(query, { ...variables, after }, request);
    expect(answer.errors).toBeUndefined();
    sent.push(...sentOf(answer));
    const [list] = Object.values(answer.data ?? {}) as unknown as [List];
    pages.push({ ...list, pageInfo: { ...list.pageInfo, endCursor: null } });
    if (!list.pageInfo.hasNextPage) return { pages, sent };
    after = list.pageInfo.endCursor;
  }
}

const listOf = ({ data }: Answer) => (data as unknown as { calls: List }).calls;
const idsOf = (answer: Answer) => listOf(answer).nodes.map(({ id }) => id);
const sentOf = ({ sent }: { sent: readonly { operationId: string | null }[] }) =>
  sent.map(({ operationId }) => String(operationId));

describe('A list of calls, when the request accepts an age', () => {
  it.each<[string, () => Variables]>([
    ['oldest first', () => ({ filter: window })],
    ['newest first', () => ({ filter: window, order: 'NEWEST_FIRST' })],
    [
      'of a workspace',
      () => ({ filter: { ...window, workspaceId: scene.company.workspaces[0]?.id } }),
    ],
    [
      'of hosts',
      () => ({
        filter: {
          ...window,
          primaryUserIds: scene.company.users.slice(0, 5).map(({ id }) => id),
        },
        order: 'NEWEST_FIRST',
      }),
    ],
    [
      'without calls',
      () => ({ filter: { from: '2025-07-01T00:00:00Z', to: '2025-08-01T00:00:00Z' } }),
    ],
  ])('%s, is the same as from Gong, without a request', async (_title, variables) => {
    const live = await readThrough(scene.gateway(), CALLS, variables());
    const copied = await readThrough(scene.gateway(), CALLS, variables(), TWO_HOURS);

    expect(copied.sent).toEqual([]);
    expect(live.sent.length).toBeGreaterThan(0);
    expect(copied.pages).toEqual(live.pages);
  });

  it('cuts to the millisecond', async () => {
    const starts = scene.company.calls.map(({ metaData }) => metaData.started).sort();
    const [from, to] = [starts[10], starts[20]];
    const filter = { from, to };

    const live = await scene.gateway().trace(CALLS, { filter, first: 50 });
    const copied = await scene.gateway().trace(CALLS, { filter, first: 50 }, TWO_HOURS);

    expect(copied.sent).toEqual([]);
    expect(listOf(copied)).toEqual(listOf(live));
    expect(listOf(copied).nodes.length).toBeGreaterThanOrEqual(10);
  });

  it('ends with what was read last, when its window ends later', async () => {
    const filter = { from: window.from };
    const answer = await scene.gateway().trace(CALLS, { filter, first: 100 }, TWO_HOURS);

    const read = scene.company.calls.filter(
      ({ metaData }) => Date.parse(metaData.started) < READ_AT,
    );
    expect(answer.sent).toEqual([]);
    expect(idsOf(answer).sort()).toEqual(read.map(({ metaData }) => metaData.id).sort());
    expect(listOf(answer).totalCount).toBe(read.length);
    expect(answer.extensions?.gong).toMatchObject({
      requests: 0,
      replica: { asOf: new Date(READ_AT).toISOString() },
    });
  });

  it.each<[string, Variables, number]>([
    ['what was read is older', { filter: window }, 60],
    [
      'its window begins before what was read',
      { filter: { ...window, from: '2024-01-01T00:00:00Z' } },
      7200,
    ],
    ['it has no beginning', { filter: { to: window.to } }, 7200],
    ['it names calls', { filter: { ...window, callIds: ['1'] } }, 7200],
  ])('comes from Gong with 1 request when %s', async (_why, variables, maxAge) => {
    const answer = await scene.gateway().trace(CALLS, { ...variables, first: 100 }, aged(maxAge));

    expect(answer.errors).toBeUndefined();
    expect(sentOf(answer)).toEqual(['listCallsExtensive']);
  });

  it('comes from Gong when the replica lacks a selected part', async () => {
    const query = `query ($filter: CallFilter) {
      calls(filter: $filter, first: 5) { nodes { id media { audioUrl } } }
    }`;
    const answer = await scene.gateway().trace(query, { filter: window }, TWO_HOURS);

    expect(sentOf(answer)).toEqual(['listCallsExtensive']);
  });

  it.each(['OLDEST_FIRST', 'NEWEST_FIRST'])(
    'continues at Gong where the replica stopped, and the other way round, %s',
    async (order) => {
      const all = await scene.gateway().trace(CALLS, { filter: window, order, first: 30 });
      const ways = [
        [TWO_HOURS, {}],
        [{}, TWO_HOURS],
      ];
      for (const [one, other] of ways) {
        const first = await scene.gateway().trace(CALLS, { filter: window, order }, one);
        const after = listOf(first).pageInfo.endCursor;
        const second = await scene.gateway().trace(CALLS, { filter: window, order, after }, other);

        expect(second.errors).toBeUndefined();
        expect([...idsOf(first), ...idsOf(second)]).toEqual(idsOf(all).slice(0, 18));
      }
    },
  );

  it('has none of the calls that Gong no longer shows', async () => {
    const [missing = ''] = scene.company.calls.map(({ metaData }) => metaData.id);
    const suspects = { [missing]: { missedAt: READ_AT, absentAt: null } };
    await scene.store.sync.put('vanished', { suspects, trippedAt: null }, scene.lease);
    const answer = await scene.gateway().trace(CALLS, { filter: window, first: 100 }, TWO_HOURS);
    await scene.store.sync.put('vanished', { suspects: {}, trippedAt: null }, scene.lease);
    const whole = await scene.gateway().trace(CALLS, { filter: window, first: 100 }, TWO_HOURS);

    expect(idsOf(answer)).toEqual(idsOf(whole).filter((id) => id !== missing));
    expect(listOf(answer).totalCount).toBe((listOf(whole).totalCount ?? 0) - 1);
  });
});

describe('The calls of users, when the request accepts an age', () => {
  it('are the same as from Gong, without a request', async () => {
    const query = `query ($from: DateTime, $to: DateTime) {
      users(first: 12) { nodes { id calls(from: $from, to: $to, first: 3) { nodes { id } } } }
    }`;
    const live = await scene.gateway().trace(query, window);
    const copied = await scene.gateway().trace(query, window, TWO_HOURS);

    expect(copied.errors).toBeUndefined();
    expect(copied.sent).toEqual([]);
    expect(copied.data).toEqual(live.data);
  });
});

describe('A list of the directory, when the request accepts an age', () => {
  const queries = [
    [
      'users',
      '{ users(first: 7) { totalCount nodes { id emailAddress } pageInfo { hasNextPage } } }',
    ],
    ['workspaces', '{ workspaces { id name } }'],
    ['trackers', '{ trackers { id name } }'],
    ['scorecards', '{ scorecards { id name } }'],
    ['folders', '{ workspaces { folders { id name parent { name } } } }'],
  ];

  it.each(queries)('%s are the same as from Gong, without a request', async (_name, query) => {
    const live = await scene.gateway().trace(query);
    const copied = await scene.gateway().trace(query, {}, TWO_HOURS);

    expect(copied.errors).toBeUndefined();
    expect(copied.sent).toEqual([]);
    expect(live.sent.length).toBeGreaterThan(0);
    expect(copied.data).toEqual(live.data);
  });

  it('of one workspace is taken from the list of all', async () => {
    const workspaceId = scene.company.workspaces[1]?.id;
    const query = 'query ($workspaceId: ID) { trackers(workspaceId: $workspaceId) { id } }';
    const live = await scene.gateway().trace(query, { workspaceId });
    const copied = await scene.gateway().trace(query, { workspaceId }, TWO_HOURS);

    expect(copied.sent).toEqual([]);
    expect(copied.data).toEqual(live.data);
  });

  it.each(queries)('%s come from Gong when what was read is older', async (_name, query) => {
    const { sent, errors } = await scene.gateway().trace(query, {}, aged(60));

    expect(errors).toBeUndefined();
    expect(sent.length).toBeGreaterThan(0);
  });
});

describe('A policy', () => {
  const config = (words: string) => ({ config: { policy: policyIn(words) } });
  const [host, other] = [0, 1].map((index) => () => scene.company.users[index]?.id ?? '');

  it.each<[string, () => string | undefined]>([
    ['hide-private', () => undefined],
    ['own-calls', () => host?.()],
    ['team-calls, show-private', () => other?.()],
    ['workspaces=Sales', () => undefined],
    ['mask-emails, mask-phones', () => undefined],
  ])('%s shows the same of the replica as of Gong', async (words, personOf) => {
    const person = personOf();
    const asked = person === undefined ? {} : { person };
    for (const order of ['OLDEST_FIRST', 'NEWEST_FIRST']) {
      const variables = { filter: window, order };
      const live = await readThrough(scene.gateway(config(words)), CALLS, variables, asked);
      const copied = await readThrough(scene.gateway(config(words)), CALLS, variables, {
        ...asked,
        ...TWO_HOURS,
      });

      expect(copied.sent).toEqual([]);
      expect(copied.pages).toEqual(live.pages);
    }
  });
});

describe('A list, while the daily quota is used up', () => {
  const gatewayWith = (requestsPerDay: number, answersWhenGongFails = true) =>
    scene.gateway({ config: { requestsPerDay }, replica: { answersWhenGongFails } });
  const spent = async (answersWhenGongFails = true) => {
    const gateway = gatewayWith(1, answersWhenGongFails);
    await gateway.execute('{ call(id: "424242") { id } }');
    return gateway;
  };

  it('comes from the replica, and the response names its path', async () => {
    const gateway = await spent();
    const live = await readThrough(scene.gateway(), CALLS, { filter: window });
    const copied = await readThrough(gateway, CALLS, { filter: window });
    const { extensions } = await gateway.execute(CALLS, { filter: window });

    expect(copied.sent).toEqual([]);
    expect(copied.pages).toEqual(live.pages);
    expect(extensions?.gong?.stale).toEqual([{ path: ['calls'] }]);
    expect(extensions?.gong).toMatchObject({
      replica: { asOf: new Date(READ_AT).toISOString() },
    });
  });

  it('names the path of a list without calls, too', async () => {
    const filter = { from: '2025-07-01T00:00:00Z', to: '2025-08-01T00:00:00Z' };
    const { data, extensions } = await (await spent()).execute(CALLS, { filter });

    expect(data).toMatchObject({ calls: { totalCount: 0, nodes: [] } });
    expect(extensions?.gong?.stale).toEqual([{ path: ['calls'] }]);
  });

  it.each(['OLDEST_FIRST', 'NEWEST_FIRST'])('continues where Gong stopped, %s', async (order) => {
    const variables = { filter: window, order };
    const whole = await scene.gateway().trace(CALLS, { ...variables, first: 18 });
    const gateway = gatewayWith(1);
    const first = await gateway.trace(CALLS, { ...variables, first: 9 });
    const after = listOf(first).pageInfo.endCursor;
    // Nothing of it is cached for another selection.
    const query = CALLS.replace('parties', 'brief parties');
    const second = await gateway.trace(query, { ...variables, after });

    expect(second.errors).toBeUndefined();
    expect(second.sent).toEqual([]);
    expect([...idsOf(first), ...idsOf(second)]).toEqual(idsOf(whole));
  });

  it('fails when the replica does not hold its whole window', async () => {
    const filter = { from: '2024-01-01T00:00:00Z' };
    const { errors } = await (await spent()).execute(CALLS, { filter });

    expect(errors?.[0]?.extensions['code']).toBe('QUOTA_EXHAUSTED');
  });

  it('fails unless an operator says otherwise', async () => {
    const { errors } = await (await spent(false)).execute(CALLS, { filter: window });

    expect(errors?.[0]?.extensions['code']).toBe('QUOTA_EXHAUSTED');
  });

  it.each(['users(first: 3) { nodes { id } }', 'workspaces { id }', 'trackers { id }'])(
    'shows %s from the replica',
    async (field) => {
      const live = await scene.gateway().execute(`{ ${field} }`);
      const { data, errors, extensions } = await (await spent()).execute(`{ ${field} }`);

      expect(errors).toBeUndefined();
      expect(data).toEqual(live.data);
      expect(extensions?.gong?.stale).toEqual([{ path: [field.split(/\W/u)[0]] }]);
    },
  );
});
