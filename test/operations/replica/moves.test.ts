import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { policyIn } from '../../support/config.js';
import { dialects } from '../../support/databases.js';
import { followChanges, followRecords } from './followChanges.js';
import {
  createReplicaCompany,
  createReplicaScene,
  READ_AT,
  readCall,
  type ReplicaScene,
} from './support.js';

/** Calls and trackers whose visibility changes more than once between two reads of a feed. */
describe.each(dialects)('what moves several times, in a database of %s', (dialect) => {
  const [third, fourth] = ['8003', '8004'] as const;
  let scene: ReplicaScene;
  let own: string;
  let other: string;
  beforeAll(async () => {
    const company = createReplicaCompany();
    company.workspaces.push(
      ...[third, fourth].map((id) => ({ id, name: `Workspace ${id}`, description: '' })),
    );
    scene = await createReplicaScene(undefined, company, dialect);
    [own = '', other = ''] = company.workspaces.map(({ id }) => id);
  });
  afterAll(() => scene.close());

  const gatewayOf = (workspace: string, hook?: Parameters<typeof policyIn>[1]) =>
    scene.gateway({ config: { policy: policyIn(`workspaces=${workspace},hide-private`, hook) } });

  let later = 0;
  let taken = 0;

  type MetaData = ReplicaScene['company']['calls'][number]['metaData'];

  /** A call that no other test has, in this workspace, and not private. */
  async function callIn(workspaceId: string) {
    const call = scene.company.calls[taken++];
    if (call === undefined) throw new Error('The company has no more calls.');
    const { id } = call.metaData;
    const set = async (...states: readonly Partial<MetaData>[]): Promise<void> => {
      for (const state of states) {
        Object.assign(call.metaData, state);
        await scene.store.putCalls([readCall(call)], READ_AT + (later += 1000));
      }
    };
    await set({ workspaceId, isPrivate: false });
    return { id, set };
  }

  async function trackerIn(workspaceId: string) {
    const id = `7${taken++}`;
    const put = async (...workspaceIds: readonly string[]): Promise<void> => {
      for (const each of workspaceIds) {
        const tracker = { trackerId: id, trackerName: `In ${each}`, workspaceId: each };
        await scene.store.putRecords(
          'TRACKER',
          new Map([[id, tracker]]),
          READ_AT + (later += 1000),
          false,
        );
      }
    };
    await put(workspaceId);
    return { id, put };
  }

  /** What a reader is told from its cursor on, page by page, and the cursor after it. */
  async function read(
    gateway: ReturnType<ReplicaScene['gateway']>,
    after?: string,
    variables: Record<string, unknown> = {},
  ) {
    const told: { kind: string; callId: string; changed: readonly string[] }[] = [];
    let cursor = after;
    for (;;) {
      const { nodes, pageInfo } = await followChanges(gateway, { ...variables, after: cursor });
      told.push(...nodes.map(({ kind, callId, changed }) => ({ kind, callId, changed })));
      cursor = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) return { told, cursor };
    }
  }

  const goneOf = (callId: string) => [{ kind: 'GONE', callId, changed: [] }];

  describe('callChanges', () => {
    it.each<[string, () => readonly Partial<MetaData>[]]>([
      ['two changes', () => [{ workspaceId: other }, { isPrivate: true }]],
      [
        'three changes',
        () => [{ workspaceId: other }, { workspaceId: third }, { isPrivate: true }],
      ],
      [
        'another start between them',
        () => [{ workspaceId: other }, { started: '2026-05-20T08:00:00Z' }, { isPrivate: true }],
      ],
    ])('tells once of a call that is gone for the viewer after %s', async (_, states) => {
      const gateway = gatewayOf(own);
      const call = await callIn(own);
      const { cursor } = await read(gateway);
      await call.set(...states());

      const next = await read(gateway, cursor);

      expect(next.told).toEqual(goneOf(call.id));
      expect((await read(gateway, next.cursor)).told).toEqual([]);
    });

    it('tells a reader of other parts, too', async () => {
      const gateway = gatewayOf(own);
      const of = ['TRANSCRIPT'];
      const call = await callIn(own);
      const { cursor } = await read(gateway, undefined, { of });
      await call.set({ workspaceId: other }, { workspaceId: third });

      expect((await read(gateway, cursor, { of })).told).toEqual(goneOf(call.id));
    });

    it('tells those that could see it since their cursor, and no others', async () => {
      const gateways = [own, other, third, fourth].map((workspace) => gatewayOf(workspace));
      const call = await callIn(own);
      const cursors = () =>
        Promise.all(gateways.map(async (gateway) => (await read(gateway)).cursor));
      const toldAfter = async (starts: readonly string[]) =>
        Promise.all(
          gateways.map(async (gateway, index) => (await read(gateway, starts[index])).told),
        );
      const first = await cursors();
      await call.set({ workspaceId: other });
      const second = await cursors();
      await call.set({ workspaceId: third }, { workspaceId: third, isPrivate: true });
      const last = await cursors();

      const gone = goneOf(call.id);
      expect(await toldAfter(first)).toEqual([gone, gone, gone, []]);
      expect(await toldAfter(second)).toEqual([[], gone, gone, []]);
      expect(await toldAfter(last)).toEqual([[], [], [], []]);
    });

    it('tells of a call that was removed or erased after it had moved', async () => {
      const gateway = gatewayOf(own);
      const [removed, erased] = [await callIn(own), await callIn(own)];
      const { cursor } = await read(gateway);
      for (const call of [removed, erased]) {
        await call.set({ workspaceId: other }, { workspaceId: third });
      }
      await scene.store.removeCalls([removed.id]);
      await scene.store.eraseCalls([erased.id], READ_AT * 2);

      expect((await read(gateway, cursor)).told).toEqual(
        [removed.id, erased.id].flatMap((id) => goneOf(id)),
      );
    });

    it('tells a new reader nothing of a call that was hidden before, though it moves again', async () => {
      const gateway = gatewayOf(own);
      const call = await callIn(own);
      await call.set({ workspaceId: other }, { workspaceId: third });
      const page = await followChanges(gateway, { first: 5 });
      const ids = page.nodes.map(({ callId }) => callId);
      await call.set({ isPrivate: true });
      const { told } = await read(gateway, page.pageInfo.endCursor, { first: 5 });

      expect(page.pageInfo.hasNextPage).toBe(true);
      expect([...ids, ...told.map(({ callId }) => callId)]).not.toContain(call.id);
    });

    it('tells a new reader of a call that moved twice after its pass began', async () => {
      const gateway = gatewayOf(own);
      const before = await callIn(own);
      const { nodes, pageInfo } = await followChanges(gateway, { first: 5 });
      const id = nodes[0]?.callId ?? '';
      const call = scene.company.calls.find(({ metaData }) => metaData.id === id);
      if (call === undefined) throw new Error('The page has no call.');
      for (const workspaceId of [other, third]) {
        call.metaData.workspaceId = workspaceId;
        await scene.store.putCalls([readCall(call)], READ_AT + (later += 1000));
      }

      const { told } = await read(gateway, pageInfo.endCursor, { first: 5 });

      expect(id).not.toBe(before.id);
      expect(told.filter(({ kind }) => kind === 'GONE')).toEqual(goneOf(id));
    });

    it('tells of a call with all its parts that came into sight, and changed again', async () => {
      const gateway = gatewayOf(own);
      const of = ['TRANSCRIPT'];
      const call = await callIn(other);
      await scene.store.putTranscripts(
        new Map([[call.id, { callId: call.id, transcript: [{ sentences: [{ text: 'Hello' }] }] }]]),
        READ_AT + (later += 1000),
      );
      const { cursor } = await read(gateway, undefined, { of });
      await call.set({ workspaceId: own }, { primaryUserId: '100' });
      const next = await read(gateway, cursor, { of });
      await call.set({ primaryUserId: '109' });

      expect(next.told).toEqual([
        {
          kind: 'NEW',
          callId: call.id,
          changed: expect.arrayContaining(['BASIC', 'PARTIES', 'TRANSCRIPT']),
        },
      ]);
      expect((await read(gateway, next.cursor, { of })).told).toEqual([]);
    });

    it('asks a policy module of each state in which the viewer could see the call', async () => {
      const asked: { readonly id: string; readonly primaryUserId: string | null }[] = [];
      const judgeGone = (_: unknown, call: (typeof asked)[number]) => {
        asked.push(call);
        return call.primaryUserId === '102' ? 'allow' : 'hide';
      };
      const gateway = gatewayOf(own, { hook: { judge: () => 'allow' as const, judgeGone } });
      const call = await callIn(own);
      await call.set({ primaryUserId: '101' });
      const { cursor } = await read(gateway);
      await call.set(
        { primaryUserId: '102' },
        { primaryUserId: '103' },
        { workspaceId: other },
        { isPrivate: true },
      );

      const { told } = await read(gateway, cursor);

      expect(told).toEqual(goneOf(call.id));
      const hosts = asked.filter(({ id }) => id === call.id).map((each) => each.primaryUserId);
      expect([...new Set(hosts)].sort()).toEqual(['101', '102', '103']);
    });
  });

  describe('recordChanges', () => {
    const of = ['TRACKER'];
    const follow = async (workspace: string, after?: string) => {
      const { nodes, pageInfo } = await followRecords(gatewayOf(workspace), { of, after });
      return {
        told: nodes.map(({ kind, recordId, record }) => [kind, recordId, record?.name]),
        cursor: pageInfo.endCursor,
      };
    };

    it('tells those that could see a tracker since their cursor, and no others', async () => {
      const { id, put } = await trackerIn(own);
      const viewers = [own, other, third, fourth];
      const cursors = () =>
        Promise.all(viewers.map(async (viewer) => (await follow(viewer)).cursor));
      const toldAfter = (starts: readonly string[]) =>
        Promise.all(
          viewers.map(async (viewer, index) => (await follow(viewer, starts[index])).told),
        );
      const first = await cursors();
      await put(other);
      const second = await cursors();
      await put(third, '8005');

      const gone = [['GONE', id, undefined]];
      expect(await toldAfter(first)).toEqual([gone, gone, gone, []]);
      expect(await toldAfter(second)).toEqual([[], gone, gone, []]);
      expect(await toldAfter(await cursors())).toEqual([[], [], [], []]);
    });

    it('tells a new reader nothing of a tracker that left before', async () => {
      const { id, put } = await trackerIn(own);
      await trackerIn(own);
      await trackerIn(own);
      await put(other, third);
      const { told: all } = await follow(own);
      // The page ends between the last two.
      const variables = { of, first: all.length - 1 };
      const { nodes, pageInfo } = await followRecords(gatewayOf(own), variables);
      await put('8005');
      const { told } = await follow(own, pageInfo.endCursor);

      expect(nodes).toHaveLength(all.length - 1);
      expect(told).toEqual(all.slice(-1));
      expect(nodes.map(({ recordId }) => recordId)).not.toContain(id);
    });

    it('tells of a tracker as new that came back meanwhile', async () => {
      const { id, put } = await trackerIn(own);
      const { cursor } = await follow(own);
      await put(other, third, own);
      const next = await follow(own, cursor);

      expect(next.told).toEqual([['NEW', id, `In ${own}`]]);
      expect((await follow(own, next.cursor)).told).toEqual([]);
    });
  });
});
