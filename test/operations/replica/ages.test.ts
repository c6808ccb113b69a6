import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DatabaseError } from '../../../src/replica/database.js';
import { policyIn } from '../../support/config.js';
import { createReplicaScene, READ_AT, readCall, type ReplicaScene } from './support.js';

let scene: ReplicaScene;
beforeAll(async () => {
  scene = await createReplicaScene();
});
afterAll(() => scene.close());

const aged = (maxAgeSeconds: unknown) => ({ extensions: { gong: { maxAgeSeconds } } });
const shown = () => scene.company.calls.find(({ metaData }) => !metaData.isPrivate);
const QUERY = `query ($id: ID!) {
  call(id: $id) { id title asOf brief primaryUser { name } transcript { text } }
}`;

describe('A request that accepts an age', () => {
  it('is answered by the replica, where what it holds was read within that time', async () => {
    const id = shown()?.metaData.id;
    const live = await scene.gateway().trace(QUERY, { id });
    const { data, errors, sent, extensions } = await scene
      .gateway()
      .trace(QUERY, { id }, aged(2 * 3600));

    expect(errors).toBeUndefined();
    expect(sent).toEqual([]);
    expect(live.sent.length).toBeGreaterThan(0);
    expect(data?.['call']).toEqual({
      ...(live.data?.['call'] as unknown as object),
      asOf: '2026-06-01T11:00:00.000Z',
    });
    expect(extensions?.gong).toMatchObject({
      requests: 0,
      replica: { asOf: '2026-06-01T11:00:00.000Z', state: 'CURRENT' },
    });
  });

  it('is answered by Gong, where what the replica holds is older', async () => {
    const { id } = scene.company.calls[13]?.metaData ?? {};
    const { data, sent } = await scene.gateway().trace(QUERY, { id }, aged(60));

    expect(sent.map(({ operationId }) => operationId).sort()).toEqual([
      'getCallTranscripts',
      'listCallsExtensive',
      'listMultipleUsers',
    ]);
    expect(data?.['call']).toMatchObject({ id, asOf: null });
  });

  it('costs the same for a hidden call as for a missing one', async () => {
    const hidden = scene.company.calls.find(({ metaData }) => metaData.isPrivate)?.metaData.id;
    const gateway = scene.gateway({ config: { policy: policyIn('hide-private') } });
    const query = 'query ($id: ID!) { call(id: $id) { title } }';

    const answers = await Promise.all(
      [hidden, '424242'].map((id) => gateway.trace(query, { id }, aged(86_400))),
    );

    expect(answers.map(({ data }) => data)).toEqual([{ call: null }, { call: null }]);
    expect(answers.map(({ extensions }) => extensions?.gong?.requests)).toEqual([1, 1]);
  });

  it('is refused when the age is not a number', async () => {
    const { errors, sent } = await scene
      .gateway()
      .trace('{ calls { nodes { id } } }', {}, aged('1h'));

    expect(errors?.[0]?.message).toContain('"extensions.gong.maxAgeSeconds" must be a number');
    expect(sent).toEqual([]);
  });
});

describe('Call.asOf', () => {
  const HOUR_MS = 3_600_000;
  const asOf = async (fields: string, id: string | undefined) => {
    const { data, errors } = await scene.gateway().execute(
      `query ($ids: [ID!]) {
        found: searchCalls(filter: { callIds: $ids }) { nodes { ...Fields } }
      }
      fragment Fields on Call { id shown: asOf ${fields} }`,
      { ids: [id] },
    );
    expect(errors).toBeUndefined();
    const { nodes } = data?.['found'] as unknown as { nodes: readonly { shown: string }[] };
    return Date.parse(nodes[0]?.shown ?? '');
  };

  it('is the time of the selected part that was read first', async () => {
    const call = scene.company.calls[21];
    if (call === undefined) throw new Error('The company has no calls.');
    const { id } = call.metaData;
    const { store } = scene;
    const selection = { ...readCall(call).selection, blocks: new Set(['parties'] as const) };
    await store.putCalls([{ ...readCall(call), selection }], READ_AT + HOUR_MS / 2);
    const transcript = { callId: id, transcript: call.transcript } as never;
    await store.putTranscripts(new Map([[id, transcript]]), READ_AT + HOUR_MS / 4);
    await store.putReviews(new Map([[id, []]]), READ_AT + HOUR_MS / 3);

    expect(await asOf('title parties { name }', id)).toBe(READ_AT + HOUR_MS / 2);
    expect(await asOf('title brief', id)).toBe(READ_AT);
    expect(await asOf('transcript { text }', id)).toBe(READ_AT + HOUR_MS / 4);
    expect(await asOf('passages(text: "price") { text }', id)).toBe(READ_AT + HOUR_MS / 4);
    expect(await asOf('answeredScorecards { id }', id)).toBe(READ_AT + HOUR_MS / 3);
    expect(await asOf('brief @skip(if: true) answeredScorecards { id }', id)).toBe(
      READ_AT + HOUR_MS / 3,
    );
  });
});

describe('While the daily quota is used up', () => {
  const query = 'query ($id: ID!) { call(id: $id) { title } }';
  const spent = async (answersWhenGongFails: boolean) => {
    const gateway = scene.gateway({
      config: { requestsPerDay: 1 },
      replica: { answersWhenGongFails },
    });
    await gateway.execute('{ workspaces { id } }');
    return gateway;
  };

  it('the replica answers if an operator says so, and the response names the paths', async () => {
    const gateway = await spent(true);

    const { data, errors, extensions } = await gateway.execute(query, { id: shown()?.metaData.id });

    expect(errors).toBeUndefined();
    expect(data?.['call']).toEqual({ title: shown()?.metaData.title });
    expect(extensions?.gong?.stale).toEqual([{ path: ['call'] }]);
  });

  it('the failure is shown otherwise', async () => {
    const gateway = await spent(false);

    const { errors } = await gateway.execute(query, { id: shown()?.metaData.id });

    expect(errors?.[0]?.extensions['code']).toBe('QUOTA_EXHAUSTED');
  });
});

describe('While the store of the replica cannot be reached', () => {
  const broken = (error = new DatabaseError('unavailable', 'The disk is full.')) =>
    scene.gateway({
      storage: {
        openQuota: () => ({}),
        openData: () => ({}),
        forgetData: () => Promise.resolve(),
        openReplica: () => Promise.reject(error),
      },
    });

  it('fields that need it say so, and fields that Gong answers work', async () => {
    const { data, errors } = await broken().execute(
      '{ searchCalls(filter: {}) { nodes { id } } replica { state } calls(first: 1) { nodes { id } } }',
    );

    expect(errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
      [['searchCalls'], 'REPLICA_UNAVAILABLE'],
    ]);
    expect(errors?.[0]?.extensions['retryable']).toBe(true);
    expect(data).toMatchObject({ searchCalls: null, replica: { state: 'UNAVAILABLE' } });
    expect(data?.['calls']).toMatchObject({ nodes: [{ id: expect.any(String) }] });
  });

  it('the same holds for a store that a newer release wrote', async () => {
    const newer = new DatabaseError('unsupported', 'A newer release of the gateway wrote it.');
    const { data, errors } = await broken(newer).execute(
      '{ callStats(filter: {}, by: [HOST]) { total { calls } } calls(first: 1) { nodes { id } } }',
    );

    expect(errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
      [['callStats'], 'REPLICA_UNAVAILABLE'],
    ]);
    expect(data?.['calls']).toMatchObject({ nodes: [{ id: expect.any(String) }] });
  });
});

/** What is written is not awaited by a response. */
async function whenHeld(id: string, title: string): Promise<void> {
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    const held = await scene.store.findCalls([id]);
    if (held.get(id)?.call.basic.title === title) return;
  }
  throw new Error('The replica does not get what was read.');
}

describe('What was read from Gong', () => {
  it('goes into the replica where it holds the call', async () => {
    const call = scene.company.calls[7];
    if (call === undefined) throw new Error('The company has no calls.');
    call.metaData.title = 'Changed at Gong';
    const gateway = scene.gateway();

    await gateway.execute('query ($id: ID!) { call(id: $id) { title } }', { id: call.metaData.id });
    await whenHeld(call.metaData.id, 'Changed at Gong');
    const { data } = await gateway.execute(
      'query ($ids: [ID!]) { searchCalls(filter: { callIds: $ids }) { nodes { title brief } } }',
      { ids: [call.metaData.id] },
    );

    const { brief = null } = readCall(call).details.content ?? {};
    expect(data?.['searchCalls']).toEqual({ nodes: [{ title: 'Changed at Gong', brief }] });
  });
});

describe('refreshCalls', () => {
  it('reads calls and transcripts again, and shows them as they are now', async () => {
    const calls = scene.company.calls.slice(10, 12);
    for (const { metaData } of calls) metaData.title = `Again ${metaData.id}`;
    const ids = calls.map(({ metaData }) => metaData.id);

    const { data, errors, sent } = await scene.gateway().trace(
      `mutation ($ids: [ID!]!) {
        refreshCalls(input: { ids: $ids }) { calls { id title primaryUser { name } } }
      }`,
      { ids: [...ids, '424242'] },
    );

    expect(errors).toBeUndefined();
    expect(sent.map(({ operationId }) => operationId)).toEqual([
      'listCallsExtensive',
      'getCallTranscripts',
    ]);
    expect(data?.['refreshCalls']).toMatchObject({
      calls: [{ title: `Again ${ids[0] ?? ''}` }, { title: `Again ${ids[1] ?? ''}` }, null],
    });
  });

  it('is told of by the change feed, once and only for what changed', async () => {
    const { data: before } = await scene.gateway().execute('{ replica { head } }');
    const { head } = before?.['replica'] as unknown as { head: string };
    const [changed, same] = scene.company.calls.slice(20, 22);
    if (changed === undefined || same === undefined) throw new Error('The company has no calls.');
    changed.metaData.title = 'Read again';
    const refresh =
      'mutation ($ids: [ID!]!) { refreshCalls(input: { ids: $ids }) { calls { id } } }';
    const ids = [changed, same].map(({ metaData }) => metaData.id);
    const gateway = scene.gateway();

    for (let time = 0; time < 2; time += 1) {
      const { errors } = await gateway.execute(refresh, { ids });
      expect(errors).toBeUndefined();
    }
    const { data, sent } = await gateway.trace(
      `query ($after: String) {
        callChanges(after: $after, of: [BASIC]) { nodes { callId kind changed call { title } } }
      }`,
      { after: head },
    );

    expect(sent).toEqual([]);
    expect(data?.['callChanges']).toEqual({
      nodes: [
        {
          callId: changed.metaData.id,
          kind: 'CHANGED',
          changed: ['BASIC'],
          call: { title: 'Read again' },
        },
      ],
    });
  });

  it.each([
    [1, 2],
    [100, 2],
    [101, 4],
  ])('of %d calls costs at most %d requests', async (count, max) => {
    const ids = Array.from({ length: count }, (_, index) => String(index + 1));
    const { extensions, sent } = await scene
      .gateway()
      .trace(
        'mutation ($ids: [ID!]!) { refreshCalls(input: { ids: $ids }) { calls { id title } } }',
        { ids },
        { extensions: { gong: { estimateOnly: true } } },
      );

    expect(sent).toEqual([]);
    expect(extensions?.gong?.estimate).toMatchObject({ max });
  });

  it('is refused without a replica', async () => {
    const { errors, sent } = await scene
      .gateway({ replica: { place: 'off' } })
      .trace('mutation { refreshCalls(input: { ids: ["1"] }) { calls { id } } }');

    expect(errors?.[0]?.extensions['code']).toBe('REPLICA_OFF');
    expect(sent).toEqual([]);
  });
});

describe('The price', () => {
  const priceOf = async (query: string) => {
    const { extensions, sent } = await scene
      .gateway()
      .trace(query, {}, { extensions: { gong: { estimateOnly: true } } });
    expect(sent).toEqual([]);
    return extensions?.gong?.estimate;
  };

  it.each<[string, number]>([
    [
      '{ searchCalls(filter: {}, first: 1000) { totalCount nodes { id brief transcript { text } } } }',
      0,
    ],
    [
      '{ searchCalls(filter: {}, first: 1000) { nodes { primaryUser { name } workspace { name } } } }',
      0,
    ],
    [
      '{ searchTranscripts(text: "price") { nodes { text call { title primaryUser { name } } } } }',
      0,
    ],
    ['{ callStats(filter: {}, by: [HOST]) { rows { keys { user { name } } } } }', 0],
    ['{ callChanges(first: 500) { nodes { call { title answeredScorecards { id } } } } }', 0],
    ['{ recordChanges { nodes { record { ... on User { name manager { name } } } } } }', 0],
    ['{ recordChanges { nodes { record { ... on Folder { name createdBy { name } } } } } }', 0],
    ['{ recordChanges { nodes { record { ... on Folder { parent { name } } } } } }', 4],
    ['{ recordChanges(first: 10) { nodes { record { ... on Folder { calls { title } } } } } }', 10],
    ['{ replica { state head } }', 0],
    ['{ searchCalls(filter: {}, first: 250) { nodes { media { audioUrl } } } }', 3],
    ['{ callChanges(first: 100) { nodes { call { media { audioUrl } } } } }', 1],
  ])('%s costs at most %d', async (query, max) => {
    expect(await priceOf(query)).toMatchObject({ max });
  });
});
