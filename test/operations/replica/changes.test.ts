import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { policyIn } from '../../support/config.js';
import { transcriptOf } from '../../support/replica.js';
import { CALL_CHANGES, followChanges as follow, followRecords } from './followChanges.js';
import { createReplicaScene, READ_AT, readCall, type ReplicaScene } from './support.js';

let scene: ReplicaScene;
beforeEach(async () => {
  scene = await createReplicaScene();
});
afterEach(() => scene.close());

/** The calls with the places, read again with another title. */
async function rename(...places: readonly number[]): Promise<readonly string[]> {
  const calls = places.flatMap((place) => scene.company.calls[place] ?? []);
  for (const call of calls) call.metaData.title = `Renamed ${call.metaData.id}`;
  await scene.store.putCalls(calls.map(readCall), READ_AT + 1000);
  return calls.map(({ metaData }) => metaData.id);
}

describe('callChanges', () => {
  it('starts with every call, and then tells each changed call once, as it is now', async () => {
    const gateway = scene.gateway();
    const first = await follow(gateway);
    const [id] = await rename(3);
    await rename(3);

    const next = await follow(gateway, { after: first.pageInfo.endCursor });

    expect(first.nodes.map(({ callId }) => callId).sort()).toEqual(
      scene.company.calls.map(({ metaData }) => metaData.id).sort(),
    );
    expect(first.nodes.every(({ kind }) => kind === 'NEW')).toBe(true);
    expect(next.nodes).toEqual([
      { kind: 'CHANGED', callId: id, changed: ['BASIC'], call: { title: `Renamed ${id ?? ''}` } },
    ]);
    expect(next.pageInfo.hasNextPage).toBe(false);
  });

  it('tells of a part on a later page although another part has moved the call there', async () => {
    const gateway = scene.gateway();
    const of = ['BASIC'];
    const first = await follow(gateway, { first: 5, of });
    const told = new Set(first.nodes.map(({ callId }) => callId));
    const moved = scene.company.calls.filter(({ metaData: { id } }) => !told.has(id)).slice(0, 3);
    await scene.store.putTranscripts(
      new Map(moved.map(({ metaData: { id } }) => [id, transcriptOf(id, ['1', 'Something new'])])),
      READ_AT + 1000,
    );

    const rest = await follow(gateway, { of, after: first.pageInfo.endCursor });

    expect(rest.pageInfo.hasNextPage).toBe(false);
    expect(rest.nodes.every(({ kind }) => kind === 'NEW')).toBe(true);
    expect([...told, ...rest.nodes.map(({ callId }) => callId)].sort()).toEqual(
      scene.company.calls.map(({ metaData }) => metaData.id).sort(),
    );
    const next = await follow(gateway, { of, after: rest.pageInfo.endCursor });
    expect(next.nodes).toEqual([]);
  });

  it('tells of every call once over pages of any size', async () => {
    const gateway = scene.gateway();
    const ids: string[] = [];
    let page = await follow(gateway, { first: 7 });
    ids.push(...page.nodes.map(({ callId }) => callId));
    while (page.pageInfo.hasNextPage) {
      page = await follow(gateway, { first: 7, after: page.pageInfo.endCursor });
      ids.push(...page.nodes.map(({ callId }) => callId));
    }

    expect(ids).toHaveLength(scene.company.calls.length);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has a cursor on an empty page, which goes on from there', async () => {
    const gateway = scene.gateway();
    const { pageInfo } = await follow(gateway);
    const empty = await follow(gateway, { after: pageInfo.endCursor });
    const [id] = await rename(5);

    const next = await follow(gateway, { after: empty.pageInfo.endCursor });

    expect(empty.nodes).toEqual([]);
    expect(empty.pageInfo.endCursor).toEqual(expect.any(String));
    expect(next.nodes.map(({ callId }) => callId)).toEqual([id]);
  });

  it('starts now at the head of the replica, whatever the filter', async () => {
    const gateway = scene.gateway();
    const { data } = await gateway.execute('{ replica { head } }');
    const { head } = data?.['replica'] as unknown as { head: string };
    const [id] = await rename(5);
    const hostIds = [scene.company.calls[5]?.metaData.primaryUserId];

    const { nodes } = await follow(gateway, { after: head, filter: { hostIds } });

    expect(nodes.map(({ callId }) => callId)).toEqual([id]);
  });

  it('reports a removed call as gone, without a reason', async () => {
    const gateway = scene.gateway();
    const { pageInfo } = await follow(gateway);
    const id = scene.company.calls[2]?.metaData.id ?? '';
    await scene.store.removeCalls([id]);

    const { nodes } = await follow(gateway, { after: pageInfo.endCursor });

    expect(nodes).toEqual([{ kind: 'GONE', callId: id, changed: [], call: null }]);
  });

  it('tells a new reader nothing of a call that was removed before, but of one that is removed now', async () => {
    const gateway = scene.gateway();
    const [before = '', meanwhile = ''] = [2, 0].map(
      (place) => scene.company.calls[place]?.metaData.id,
    );
    await scene.store.removeCalls([before]);
    const pages = [await follow(gateway, { first: 7, filter: {} })];
    const told = pages.flatMap(({ nodes }) => nodes.map(({ callId }) => callId));
    const removed = told.includes(meanwhile) ? meanwhile : (told[0] ?? '');
    await scene.store.removeCalls([removed]);
    for (let last = pages[0]; last?.pageInfo.hasNextPage === true; last = pages.at(-1)) {
      const after = last.pageInfo.endCursor;
      pages.push(await follow(gateway, { first: 7, filter: {}, after }));
    }

    const gone = pages.flatMap(({ nodes }) => nodes).filter(({ kind }) => kind === 'GONE');
    expect(gone.map(({ callId }) => callId)).toEqual([removed]);
  });

  it('tells a new reader nothing of a call that was hidden before', async () => {
    const gateway = scene.gateway({ config: { policy: policyIn('hide-private') } });
    const call = scene.company.calls.find(({ metaData }) => metaData.isPrivate === false);
    if (call === undefined) throw new Error('Every call is private.');
    call.metaData.isPrivate = true;
    await scene.store.putCalls([readCall(call)], READ_AT + 1000);
    let page = await follow(gateway, { first: 7 });
    const told = [...page.nodes];
    while (page.pageInfo.hasNextPage) {
      page = await follow(gateway, { first: 7, after: page.pageInfo.endCursor });
      told.push(...page.nodes);
    }

    expect(told.map(({ callId }) => callId)).not.toContain(call.metaData.id);
  });

  it('reports a call that became private as gone, and tells nothing of one that always was', async () => {
    const gateway = scene.gateway({ config: { policy: policyIn('hide-private') } });
    const { nodes, pageInfo } = await follow(gateway);
    const [hidden, shown] = [scene.company.calls[0], scene.company.calls[1]];
    if (hidden === undefined || shown === undefined) throw new Error('The company has no calls.');
    shown.metaData.isPrivate = true;
    hidden.metaData.title = 'Another title';
    await scene.store.putCalls([hidden, shown].map(readCall), READ_AT + 1000);

    const next = await follow(gateway, { after: pageInfo.endCursor });

    expect(nodes.map(({ callId }) => callId)).not.toContain(hidden.metaData.id);
    expect(next.nodes).toEqual([
      { kind: 'GONE', callId: shown.metaData.id, changed: [], call: null },
    ]);
  });

  it('tells nothing of a removed call that the viewer could never see', async () => {
    const gateway = scene.gateway({ config: { policy: policyIn('hide-private') } });
    const { pageInfo } = await follow(gateway);
    const [hidden, shown] = [scene.company.calls[0], scene.company.calls[1]];
    const ids = [hidden, shown].map((call) => call?.metaData.id ?? '');
    await scene.store.removeCalls(ids);

    const { nodes } = await follow(gateway, { after: pageInfo.endCursor });

    expect(hidden?.metaData.isPrivate).toBe(true);
    expect(nodes.map(({ kind, callId }) => [kind, callId])).toEqual([['GONE', ids[1]]]);
  });

  it('reports a call that became private as gone to a reader of other parts, too', async () => {
    const gateway = scene.gateway({ config: { policy: policyIn('hide-private') } });
    const of = ['TRANSCRIPT'];
    const { pageInfo } = await follow(gateway, { of });
    const call = scene.company.calls[1];
    if (call === undefined) throw new Error('The company has no calls.');
    call.metaData.isPrivate = true;
    await scene.store.putCalls([readCall(call)], READ_AT + 1000);

    const { nodes } = await follow(gateway, { of, after: pageInfo.endCursor });

    expect(nodes.map(({ kind, callId }) => [kind, callId])).toEqual([['GONE', call.metaData.id]]);
  });

  describe('under a policy module', () => {
    /** Hides every other call by its title, which is gone with the call. */
    const judge = (_: unknown, { title }: { readonly title: string | null }) =>
      /[02468]$/.test(title ?? '') ? 'hide' : 'allow';
    const number = async () => {
      for (const [index, { metaData }] of scene.company.calls.entries()) {
        metaData.title = `Call ${index}`;
      }
      await scene.store.putCalls(scene.company.calls.map(readCall), READ_AT + 1000);
      return scene.company.calls.slice(0, 4).map(({ metaData }) => metaData.id);
    };

    it('reports removed calls as gone, because what the module decided is unknown', async () => {
      const ids = await number();
      const gateway = scene.gateway({
        config: { policy: policyIn('show-private', { hook: { judge } }) },
      });
      const { nodes, pageInfo } = await follow(gateway);
      await scene.store.removeCalls(ids.slice(0, 3));

      const next = await follow(gateway, { after: pageInfo.endCursor });

      expect(nodes.map(({ callId }) => callId)).toContain(ids[1]);
      expect(nodes.map(({ callId }) => callId)).not.toContain(ids[2]);
      expect(new Set(next.nodes)).toEqual(
        new Set(
          ids.slice(0, 3).map((callId) => ({ kind: 'GONE', callId, changed: [], call: null })),
        ),
      );
    });

    it('reports calls as gone that the module says may be known, by what is left of them', async () => {
      const ids = await number();
      const asked: object[] = [];
      const judgeGone = (_: unknown, call: { readonly id: string }) => {
        asked.push(call);
        return call.id === ids[1] || call.id === ids[3] ? 'allow' : 'hide';
      };
      const gateway = scene.gateway({
        config: { policy: policyIn('show-private', { hook: { judge, judgeGone } }) },
      });
      const { pageInfo } = await follow(gateway);
      await scene.store.removeCalls(ids.slice(0, 2));
      // One that is there, and that the module hides from now on.
      const hidden = scene.company.calls[3];
      if (hidden === undefined) throw new Error('The company has no calls.');
      hidden.metaData.title = 'Call 44';
      await scene.store.putCalls([readCall(hidden)], READ_AT + 2000);

      const { nodes } = await follow(gateway, { after: pageInfo.endCursor });

      expect(nodes).toEqual(
        [ids[1], ids[3]].map((callId) => ({ kind: 'GONE', callId, changed: [], call: null })),
      );
      const { started, isPrivate, workspaceId, primaryUserId } =
        scene.company.calls[1]?.metaData ?? {};
      expect(asked).toContainEqual({
        id: ids[1],
        startedAt: new Date(Math.floor(Date.parse(started ?? '') / 1000) * 1000).toISOString(),
        isPrivate,
        workspaceId,
        primaryUserId,
      });
    });

    it('tells nothing when the module fails', async () => {
      const ids = await number();
      const judgeGone = () => {
        throw new Error('It fails.');
      };
      const gateway = scene.gateway({
        config: { policy: policyIn('show-private', { hook: { judge, judgeGone } }) },
      });
      const { pageInfo } = await follow(gateway);
      await scene.store.removeCalls(ids);

      expect((await follow(gateway, { after: pageInfo.endCursor })).nodes).toEqual([]);
    });
  });

  it('tells only of calls whose given parts changed', async () => {
    const gateway = scene.gateway();
    const variables = { of: ['TRANSCRIPT'] };
    const { pageInfo } = await follow(gateway, variables);
    await rename(3);
    const { id } = scene.company.calls[4]?.metaData ?? { id: '' };
    const sentences = [{ start: 0, end: 1000, text: 'Said again.' }];
    const transcript = { callId: id, transcript: [{ speakerId: '1', topic: null, sentences }] };
    await scene.store.putTranscripts(new Map([[id, transcript]]), READ_AT + 1000);

    const { nodes } = await follow(gateway, { ...variables, after: pageInfo.endCursor });

    expect(nodes.map(({ callId, changed }) => [callId, changed])).toEqual([[id, ['TRANSCRIPT']]]);
  });

  it('refuses a cursor of another filter, or of no gateway', async () => {
    const gateway = scene.gateway();
    const { pageInfo } = await follow(gateway);

    const answers = await Promise.all([
      gateway.execute(CALL_CHANGES, { after: pageInfo.endCursor, of: ['CRM'] }),
      gateway.execute(CALL_CHANGES, { after: 'made-up' }),
    ]);

    for (const { errors } of answers) expect(errors?.[0]?.extensions['code']).toBe('BAD_CURSOR');
  });

  it('says when the replica was rebuilt', async () => {
    const { pageInfo } = await follow(scene.gateway());
    const other = await createReplicaScene();
    try {
      const { errors, sent } = await other
        .gateway()
        .trace(CALL_CHANGES, { after: pageInfo.endCursor });

      expect(errors?.[0]?.extensions).toMatchObject({ code: 'CHANGES_GONE', retryable: false });
      expect(sent).toEqual([]);
    } finally {
      await other.close();
    }
  });
});

describe('recordChanges', () => {
  it('tells of a renamed user once', async () => {
    const gateway = scene.gateway();
    const first = await followRecords(gateway, { of: ['USER'] });
    const [user] = scene.company.users;
    if (user === undefined) throw new Error('The company has no users.');
    const renamed = { ...user, firstName: 'Ada', lastName: 'Renamed' };
    await scene.store.putRecords('USER', new Map([[user.id, renamed]]), READ_AT + 1000, false);

    const after = first.pageInfo.endCursor;
    const next = await followRecords(gateway, { of: ['USER'], after });

    expect(first.nodes).toHaveLength(scene.company.users.length);
    expect(next.nodes).toEqual([
      {
        kind: 'CHANGED',
        recordKind: 'USER',
        recordId: user.id,
        record: { name: 'Ada Renamed' },
      },
    ]);
  });

  it('tells a new reader nothing of a user that was removed before', async () => {
    const gateway = scene.gateway();
    const [first, ...others] = scene.company.users.map((user) => [user.id, user] as const);
    await scene.store.putRecords('USER', new Map(others), READ_AT + 1000, true);
    let page = await followRecords(gateway, { first: 2 });
    const told = [...page.nodes];
    while (page.pageInfo.hasNextPage) {
      page = await followRecords(gateway, { first: 2, after: page.pageInfo.endCursor });
      told.push(...page.nodes);
    }

    expect(told.map(({ recordId }) => recordId)).not.toContain(first?.[0]);
    expect(told.map(({ kind }) => kind)).not.toContain('GONE');
  });

  it.each<[string, string, number]>([
    ['... on Folder { name createdBy { name } }', 'getLibraryStructure', 0],
    ['... on Folder { parent { name } children { id } }', 'getLibraryStructure', 2],
    [
      '... on Folder { workspace { name } } ... on Workspace { folders { id } }',
      'getLibraryStructure',
      2,
    ],
    ['... on Folder { calls { title } }', 'getCallsInSpecificFolder', 16],
  ])('asks Gong only for what is not kept of folders: %s', async (selection, operation, times) => {
    const { errors, sent } = await scene
      .gateway()
      .trace(`{ recordChanges(first: 1000) { nodes { record { ${selection} } } } }`);

    expect(errors).toBeUndefined();
    expect(sent.map(({ operationId }) => operationId)).toEqual(
      Array.from({ length: times }, () => operation),
    );
  });

  it('leaves out the records of workspaces that the policy hides', async () => {
    const [workspace] = scene.company.workspaces;
    const words = `workspaces=${workspace?.id ?? ''}`;
    const gateway = scene.gateway({ config: { policy: policyIn(words) } });

    const { nodes } = await followRecords(gateway, { of: ['WORKSPACE', 'TRACKER'] });

    const trackers = scene.company.keywordTrackers.filter(
      ({ workspaceId }) => workspaceId === workspace?.id,
    );
    expect(nodes.map(({ recordId }) => recordId).sort()).toEqual(
      [workspace?.id, ...trackers.map(({ trackerId }) => trackerId)].sort(),
    );
  });

  describe('of trackers that are removed, or move to another workspace', () => {
    const read = async (words: string, change: () => Promise<void>) => {
      const gateway = scene.gateway({ config: { policy: policyIn(words) } });
      const of = ['TRACKER'];
      const first = await followRecords(gateway, { of });
      await change();
      const after = first.pageInfo.endCursor;
      const { nodes } = await followRecords(gateway, { of, after });
      return nodes
        .filter(({ recordId }) => ['71', '72'].includes(String(recordId)))
        .map(({ kind, recordId }) => [kind, recordId]);
    };
    const put = (trackers: readonly { readonly trackerId: string }[]) =>
      scene.store.putRecords(
        'TRACKER',
        new Map(trackers.map((tracker) => [tracker.trackerId, tracker])),
        READ_AT + 1000,
        true,
      );

    it('tells viewers of their workspace that they are gone, and others nothing', async () => {
      const [own, other] = scene.company.workspaces.map(({ id }) => id);
      const trackers = [
        { trackerId: '71', trackerName: 'Own', workspaceId: own },
        { trackerId: '72', trackerName: 'Other', workspaceId: other },
      ];
      await scene.store.putRecords(
        'TRACKER',
        new Map(trackers.map((tracker) => [tracker.trackerId, tracker])),
        READ_AT + 500,
        true,
      );

      expect(await read(`workspaces=${own ?? ''}`, () => put([]))).toEqual([['GONE', '71']]);
    });

    it('tells viewers of the workspace that they left that they are gone', async () => {
      const [own, other] = scene.company.workspaces.map(({ id }) => id);
      const of = (workspaceId: string | undefined) => [
        { trackerId: '71', trackerName: 'Moving', workspaceId },
      ];
      await scene.store.putRecords('TRACKER', new Map([['71', of(own)[0] ?? {}]]), READ_AT, true);

      expect(await read(`workspaces=${own ?? ''}`, () => put(of(other)))).toEqual([['GONE', '71']]);
      expect(await read(`workspaces=${other ?? ''}`, () => put(of(own)))).toEqual([['GONE', '71']]);
    });
  });
});
