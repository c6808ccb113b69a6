import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { policyIn } from '../../support/config.js';
import { transcriptOf } from '../../support/replica.js';
import { followChanges, followRecords } from './followChanges.js';
import { createReplicaScene, READ_AT, readCall, type ReplicaScene } from './support.js';

const hidesPrivate = { policy: policyIn('hide-private') };

let scene: ReplicaScene;
beforeEach(async () => {
  scene = await createReplicaScene();
});
afterEach(() => scene.close());

/** The private call of the company that is asked for, with what is told of it alone. */
function privateCall() {
  const call = scene.company.calls.find(({ metaData }) => metaData.isPrivate === true);
  if (call === undefined) throw new Error('No call is private.');
  let later = 0;
  const set = async (change: Partial<typeof call.metaData>): Promise<void> => {
    Object.assign(call.metaData, change);
    await scene.store.putCalls([readCall(call)], READ_AT + (later += 1000));
  };
  return { id: call.metaData.id, set };
}

it.each([
  ['any part', undefined],
  ['a part that did not change', ['TRANSCRIPT']],
])('a call that is no longer hidden is new, with all that it has: %s', async (_, of) => {
  const gateway = scene.gateway({ config: hidesPrivate });
  const { id, set } = privateCall();
  await scene.store.putTranscripts(new Map([[id, transcriptOf(id, ['1', 'Hello'])]]), READ_AT);
  const { nodes, pageInfo } = await followChanges(gateway, { of });
  await set({ isPrivate: false, title: 'Shown' });
  const next = await followChanges(gateway, { of, after: pageInfo.endCursor });
  await set({ title: 'Shown again' });
  const last = await followChanges(gateway, { after: next.pageInfo.endCursor, ...(of && { of }) });

  expect(nodes.map(({ callId }) => callId)).not.toContain(id);
  expect(next.nodes).toEqual([
    {
      kind: 'NEW',
      callId: id,
      changed: expect.arrayContaining(['BASIC', 'PARTIES', 'ANALYSIS', 'TRANSCRIPT']),
      call: { title: 'Shown' },
    },
  ]);
  expect(last.nodes.map(({ kind, changed }) => [kind, changed])).toEqual(
    of === undefined ? [['CHANGED', ['BASIC']]] : [],
  );
});

it('a call that an earlier page of the pass has shown is not new again', async () => {
  const gateway = scene.gateway({ config: hidesPrivate });
  const { id, set } = privateCall();
  const { pageInfo } = await followChanges(gateway);
  const others = scene.company.calls.filter(({ metaData }) => metaData.isPrivate === false);
  await set({ isPrivate: false });
  for (const call of others.slice(0, 2)) call.metaData.title = 'Renamed';
  await scene.store.putCalls(others.slice(0, 2).map(readCall), READ_AT + 1000);

  const first = await followChanges(gateway, { first: 1, after: pageInfo.endCursor });
  await set({ title: 'Shown' });
  const rest = await followChanges(gateway, { after: first.pageInfo.endCursor });

  expect(first.nodes.map(({ kind, callId }) => [kind, callId])).toEqual([['NEW', id]]);
  expect(rest.nodes.at(-1)).toEqual({
    kind: 'CHANGED',
    callId: id,
    changed: ['BASIC'],
    call: { title: 'Shown' },
  });
});

it('a call whose visibility changed is no more than changed for who sees both', async () => {
  const gateway = scene.gateway({ config: { policy: policyIn('show-private') } });
  const { id, set } = privateCall();
  const { pageInfo } = await followChanges(gateway);
  await set({ isPrivate: false });

  const { nodes } = await followChanges(gateway, { after: pageInfo.endCursor });

  expect(nodes.map(({ kind, callId, changed }) => [kind, callId, changed])).toEqual([
    ['CHANGED', id, ['BASIC']],
  ]);
});

it('a tracker that comes to a workspace is new for its viewers', async () => {
  const [own = '', other = ''] = scene.company.workspaces.map(({ id }) => id);
  let later = 0;
  const put = async (workspaceId: string, trackerName: string): Promise<void> => {
    const tracker = { trackerId: '71', trackerName, workspaceId };
    later += 1000;
    await scene.store.putRecords('TRACKER', new Map([['71', tracker]]), READ_AT + later, false);
  };
  const of = ['TRACKER'];
  await put(other, 'Moving');
  const gateway = scene.gateway({ config: { policy: policyIn(`workspaces=${own}`) } });
  const { pageInfo } = await followRecords(gateway, { of });
  await put(own, 'Moved');
  const next = await followRecords(gateway, { of, after: pageInfo.endCursor });
  await put(own, 'Renamed');
  const last = await followRecords(gateway, { of, after: next.pageInfo.endCursor });

  expect(
    [next, last].map(({ nodes }) => nodes.map(({ kind, record }) => [kind, record?.name])),
  ).toEqual([[['NEW', 'Moved']], [['CHANGED', 'Renamed']]]);
});
