import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Replica } from '../../../src/replica/replica.js';
import { policyIn } from '../../support/config.js';
import type { TestGateway } from '../../support/gateway.js';
import { transcriptOf } from '../../support/replica.js';
import { followChanges, followRecords } from './followChanges.js';
import { createReplicaScene, READ_AT, readCall, type ReplicaScene } from './support.js';

let scene: ReplicaScene;
beforeEach(async () => {
  scene = await createReplicaScene();
});
afterEach(() => scene.close());

async function retitle(place: number, title: string, laterMs: number): Promise<void> {
  const calls = scene.company.calls.slice(place, place + 1);
  for (const { metaData } of calls) metaData.title = title;
  await scene.store.putCalls(calls.map(readCall), READ_AT + laterMs);
}

type Find = 'findCalls' | 'findTranscripts' | 'findReviews' | 'findRecords';

/** A gateway beside which something happens each time before it reads calls, or something else, from the replica. */
function gatewayThatLets(happen: () => Promise<void>, find: Find = 'findCalls'): TestGateway {
  const reads: (...args: never[]) => Promise<unknown> = scene.store[find].bind(scene.store);
  return gatewayOver({
    [find]: async (...args: never[]) => {
      await happen();
      return reads(...args);
    },
  });
}

/** A gateway that reads the replica in these ways instead. */
function gatewayOver(ways: Partial<Replica>, config = {}): TestGateway {
  const store = { ...scene.store, ...ways };
  return scene.gateway({ config, storage: { openReplica: () => Promise.resolve(store) } });
}

describe('callChanges beside a sync that writes', () => {
  it('tells a call once that changes while its page is made', async () => {
    const changes: (() => Promise<void>)[] = [];
    const gateway = gatewayThatLets(async () => changes.pop()?.());
    const { pageInfo } = await followChanges(gateway);
    for (const place of [3, 4]) await retitle(place, `Title ${place}`, 1000);
    changes.push(() => retitle(3, 'Renamed once more', 2000));

    const next = await followChanges(gateway, { after: pageInfo.endCursor });
    const last = await followChanges(gateway, { after: next.pageInfo.endCursor });

    expect(next.nodes.map(({ call }) => call?.title)).toEqual(['Title 4', 'Renamed once more']);
    expect(last.nodes).toEqual([]);
  });

  const PARTS = `query ($after: String) {
    callChanges(after: $after, first: 1000) {
      nodes { call { title transcript { text } answeredScorecards { id } } }
      pageInfo { endCursor }
    }
  }`;
  const followParts = async (gateway: TestGateway, after: string) => {
    const { data, errors } = await gateway.execute(PARTS, { after });
    expect(errors).toBeUndefined();
    return data?.['callChanges'] as unknown as {
      readonly nodes: readonly {
        readonly call: {
          readonly title: string;
          readonly transcript: { readonly text: string } | null;
          readonly answeredScorecards: readonly { readonly id: string }[];
        };
      }[];
      readonly pageInfo: { readonly endCursor: string };
    };
  };

  it.each(['findTranscripts', 'findReviews'] as const)(
    'tells a call once whose other parts change while its page is made, before %s()',
    async (find) => {
      const changes: (() => Promise<void>)[] = [];
      const gateway = gatewayThatLets(async () => changes.pop()?.(), find);
      const { pageInfo } = await followChanges(gateway);
      for (const place of [3, 4]) await retitle(place, `Title ${place}`, 1000);
      const [id = ''] = scene.company.calls.slice(3, 4).map(({ metaData }) => metaData.id);
      changes.push(async () => {
        const transcript = transcriptOf(id, ['1', 'Something new']);
        await scene.store.putTranscripts(new Map([[id, transcript]]), READ_AT + 2000);
        const review = { answeredScorecardId: '77', callId: id, scorecardId: '1' };
        await scene.store.putReviews(new Map([[id, [review]]]), READ_AT + 2000);
      });

      const next = await followParts(gateway, pageInfo.endCursor);
      const last = await followParts(gateway, next.pageInfo.endCursor);

      expect(changes).toEqual([]);
      expect(next.nodes.map(({ call }) => call.title)).toEqual(['Title 4', 'Title 3']);
      expect(next.nodes[1]?.call.transcript?.text).toContain('Something new');
      expect(next.nodes[1]?.call.answeredScorecards).toEqual([{ id: '77' }]);
      expect(last.nodes).toEqual([]);
    },
  );

  it('tells a call as it is, although another field of the operation has read it before', async () => {
    const { pageInfo } = await followChanges(scene.gateway());
    await retitle(3, 'Title 3', 1000);
    const [id = ''] = scene.company.calls.slice(3, 4).map(({ metaData }) => metaData.id);
    let endSearch = (): void => undefined;
    const searched = new Promise<void>((resolve) => (endSearch = resolve));
    const gateway = gatewayOver({
      findTranscripts: async (...args) => {
        const found = await scene.store.findTranscripts(...args);
        endSearch();
        return found;
      },
      callChanges: async (...args) => {
        await searched;
        await retitle(3, 'Renamed', 2000);
        const transcript = transcriptOf(id, ['1', 'Something new']);
        await scene.store.putTranscripts(new Map([[id, transcript]]), READ_AT + 2000);
        return scene.store.callChanges(...args);
      },
    });
    const query = `query ($id: ID!, $after: String) {
      searchCalls(filter: { callIds: [$id] }) { nodes { ...Told } }
      callChanges(after: $after) { nodes { call { ...Told } } }
    }
    fragment Told on Call { title transcript { text } }`;

    const { data, errors } = await gateway.execute(query, { id, after: pageInfo.endCursor });

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      searchCalls: { nodes: [{ title: 'Title 3' }] },
      callChanges: {
        nodes: [
          {
            call: {
              title: 'Renamed',
              transcript: { text: expect.stringContaining('Something new') },
            },
          },
        ],
      },
    });
  });

  it('ends a page although a call changes each time that the page is read', async () => {
    let changes = 0;
    const gateway = gatewayThatLets(() => retitle(3, `Title ${(changes += 1)}`, changes));

    const { nodes } = await followChanges(gateway);

    const titles = nodes
      .map(({ call }) => call?.title)
      .filter((title) => /^Title \d/.test(title ?? ''));
    expect(titles).toEqual([`Title ${changes}`]);
    expect(nodes).toHaveLength(scene.company.calls.length);
  });

  it('names on a later page only what changed since the call came on an earlier one', async () => {
    const gateway = scene.gateway();
    const of = ['BASIC', 'TRANSCRIPT'];
    const { pageInfo } = await followChanges(gateway, { of });
    for (const place of [1, 2, 3]) await retitle(place, `Title ${place}`, 1000);
    const [id = ''] = scene.company.calls.slice(1, 2).map(({ metaData }) => metaData.id);

    const first = await followChanges(gateway, { of, first: 2, after: pageInfo.endCursor });
    const transcript = transcriptOf(id, ['1', 'Something new']);
    await scene.store.putTranscripts(new Map([[id, transcript]]), READ_AT + 2000);
    const rest = await followChanges(gateway, { of, first: 2, after: first.pageInfo.endCursor });

    expect(first.nodes.map(({ call, changed }) => [call?.title, changed])).toEqual([
      ['Title 1', ['BASIC']],
      ['Title 2', ['BASIC']],
    ]);
    expect(rest.nodes.map(({ call, changed }) => [call?.title, changed])).toEqual([
      ['Title 3', ['BASIC']],
      ['Title 1', ['TRANSCRIPT']],
    ]);
    expect(rest.pageInfo.hasNextPage).toBe(false);
  });

  it('remembers each earlier page of the pass, not only the last one', async () => {
    const gateway = scene.gateway();
    const of = ['BASIC', 'TRANSCRIPT'];
    const { pageInfo } = await followChanges(gateway, { of });
    for (const place of [1, 2, 3]) await retitle(place, `Title ${place}`, 1000);
    const [id = ''] = scene.company.calls.slice(1, 2).map(({ metaData }) => metaData.id);

    const first = await followChanges(gateway, { of, first: 1, after: pageInfo.endCursor });
    const transcript = transcriptOf(id, ['1', 'Something new']);
    await scene.store.putTranscripts(new Map([[id, transcript]]), READ_AT + 2000);
    const second = await followChanges(gateway, { of, first: 1, after: first.pageInfo.endCursor });
    const rest = await followChanges(gateway, { of, first: 2, after: second.pageInfo.endCursor });

    expect(
      [first, second, rest].map(({ nodes }) =>
        nodes.map(({ call, changed }) => [call?.title, changed]),
      ),
    ).toEqual([
      [['Title 1', ['BASIC']]],
      [['Title 2', ['BASIC']]],
      [
        ['Title 3', ['BASIC']],
        ['Title 1', ['TRANSCRIPT']],
      ],
    ]);
  });

  it('does not tell a call again on a later page for a part that the reader does not request', async () => {
    const gateway = scene.gateway();
    const of = ['BASIC'];
    const first = await followChanges(gateway, { of, first: 5 });
    const told = first.nodes.map(({ callId }) => callId);
    const moved = told.slice(0, 3);
    await scene.store.putTranscripts(
      new Map(moved.map((id) => [id, transcriptOf(id, ['1', 'Something new'])])),
      READ_AT + 1000,
    );

    const rest = await followChanges(gateway, { of, after: first.pageInfo.endCursor });

    const all = [...told, ...rest.nodes.map(({ callId }) => callId)];
    expect(all).toHaveLength(scene.company.calls.length);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('recordChanges beside a sync that writes', () => {
  const users = ['USER'];
  const nameUser = async (place: number, lastName: string, laterMs: number): Promise<void> => {
    const named = scene.company.users
      .slice(place, place + 1)
      .map((user) => [user.id, { ...user, firstName: 'Ada', lastName }] as const);
    await scene.store.putRecords('USER', new Map(named), READ_AT + laterMs, false);
  };
  /** The places of the users in the company, with what is told of each. */
  const toldOf = ({ nodes }: Awaited<ReturnType<typeof followRecords>>) =>
    nodes.map(({ kind, recordId, record }) => {
      const place = scene.company.users.findIndex(({ id }) => id === recordId);
      return [kind, place, ...(record?.name.startsWith('Ada ') === true ? [record.name] : [])];
    });

  it('tells a user as new once over three pages, and then as changed', async () => {
    const gateway = scene.gateway();

    const first = await followRecords(gateway, { of: users, first: 5 });
    await nameUser(1, 'Earlier', 1000);
    const second = await followRecords(gateway, {
      of: users,
      first: 5,
      after: first.pageInfo.endCursor,
    });
    for (const place of [6, 11]) await nameUser(place, 'Later', 2000);
    const third = await followRecords(gateway, { of: users, after: second.pageInfo.endCursor });
    const last = await followRecords(gateway, { of: users, after: third.pageInfo.endCursor });

    expect([first, second].map(toldOf)).toEqual([
      [0, 1, 2, 3, 4].map((place) => ['NEW', place]),
      [5, 6, 7, 8, 9].map((place) => ['NEW', place]),
    ]);
    expect(toldOf(third)).toEqual([
      ['NEW', 10],
      ['CHANGED', 1, 'Ada Earlier'],
      ['CHANGED', 6, 'Ada Later'],
      // It had not come before it moved.
      ['NEW', 11, 'Ada Later'],
    ]);
    expect(third.pageInfo.hasNextPage).toBe(false);
    expect(last.nodes).toEqual([]);
  });

  it('tells a user once who changes while the page is made, and one who is removed as gone', async () => {
    const changes: (() => Promise<void>)[] = [];
    const gateway = gatewayThatLets(async () => changes.pop()?.(), 'findRecords');
    const { pageInfo } = await followRecords(gateway, { of: users });
    for (const place of [3, 4, 5]) await nameUser(place, `User ${place}`, 1000);
    changes.push(async () => {
      await nameUser(3, 'Once more', 2000);
      const others = scene.company.users.filter((_user, place) => place !== 4);
      const kept = await scene.store.findRecords('USER');
      const all = others.map(({ id }) => [id, kept.get(id)?.record ?? {}] as const);
      await scene.store.putRecords('USER', new Map(all), READ_AT + 3000, true);
    });

    const next = await followRecords(gateway, { of: users, after: pageInfo.endCursor });
    const last = await followRecords(gateway, { of: users, after: next.pageInfo.endCursor });

    expect(changes).toEqual([]);
    expect(toldOf(next)).toEqual([
      ['CHANGED', 5, 'Ada User 5'],
      ['CHANGED', 3, 'Ada Once more'],
      ['GONE', 4],
    ]);
    expect(last.nodes).toEqual([]);
  });

  it('ends a page although a user changes each time that the page is read', async () => {
    let changes = 0;
    const gateway = gatewayThatLets(
      () => nameUser(3, `User ${(changes += 1)}`, changes),
      'findRecords',
    );

    const first = await followRecords(gateway, { of: users });

    expect(changes).toBeGreaterThan(1);
    expect(toldOf(first)).toContainEqual(['NEW', 3, `Ada User ${changes}`]);
    expect(first.nodes).toHaveLength(scene.company.users.length);
  });

  it('shows no tracker that is in a hidden workspace when it is read', async () => {
    const [own, other] = scene.company.workspaces.map(({ id }) => id);
    let moves = 0;
    const moveTo = async (workspaceId: string | undefined) => {
      const tracker = { trackerId: '71', trackerName: `Move ${(moves += 1)}`, workspaceId };
      await scene.store.putRecords('TRACKER', new Map([['71', tracker]]), READ_AT + moves, false);
    };
    await moveTo(own);
    const config = { policy: policyIn(`workspaces=${own ?? ''}`) };
    const of = ['TRACKER'];
    const { pageInfo } = await followRecords(scene.gateway({ config }), { of });
    await moveTo(own);
    const findRecords: typeof scene.store.findRecords = async (...args) => {
      await moveTo(other);
      const found = await scene.store.findRecords(...args);
      await moveTo(own);
      return found;
    };
    const gateway = gatewayOver({ findRecords }, config);

    const { nodes } = await followRecords(gateway, { of, after: pageInfo.endCursor });

    expect(nodes).toEqual([{ kind: 'GONE', recordKind: 'TRACKER', recordId: '71', record: null }]);
  });
});
