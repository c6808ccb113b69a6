import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { followChanges as follow } from './followChanges.js';
import { createReplicaScene, READ_AT, readCall, type ReplicaScene } from './support.js';

let scene: ReplicaScene;
beforeEach(async () => {
  scene = await createReplicaScene();
});
afterEach(() => scene.close());

describe('callChanges of some parts, with a filter,', () => {
  it('tells which calls match no longer, and which only now', async () => {
    const gateway = scene.gateway();
    const [one, other] = [scene.company.calls[3], scene.company.calls[4]];
    const host = one?.metaData.primaryUserId;
    const next = scene.company.users.find(({ id }) => id !== host)?.id ?? null;
    if (one === undefined || other === undefined) throw new Error('The company has no calls.');
    other.metaData.primaryUserId = next;
    await scene.store.putCalls([readCall(other)], READ_AT + 1000);
    const variables = { of: ['TRANSCRIPT'], filter: { hostIds: [host] } };
    const { nodes: first, pageInfo } = await follow(gateway, variables);
    one.metaData.primaryUserId = next;
    other.metaData.primaryUserId = host ?? null;
    await scene.store.putCalls([one, other].map(readCall), READ_AT + 2000);

    const { nodes } = await follow(gateway, { ...variables, after: pageInfo.endCursor });

    const told = first.map(({ callId }) => callId);
    expect(told).toContain(one.metaData.id);
    expect(told).not.toContain(other.metaData.id);
    expect(nodes.map(({ kind, callId, changed }) => [kind, callId, changed])).toEqual([
      ['GONE', one.metaData.id, []],
      ['CHANGED', other.metaData.id, ['BASIC']],
    ]);
  });

  it('tells nothing of a call that has none of the parts', async () => {
    const gateway = scene.gateway();
    const [one] = scene.company.calls;
    if (one === undefined) throw new Error('The company has no calls.');
    const copy = readCall({ ...one, metaData: { ...one.metaData, id: '990099' } });
    await scene.store.putCalls([copy], READ_AT + 1000);
    const filter = { hostIds: [one.metaData.primaryUserId] };

    const { nodes } = await follow(gateway, { of: ['TRANSCRIPT'], filter });

    expect(nodes.map(({ callId }) => callId)).toContain(one.metaData.id);
    expect(nodes.map(({ callId }) => callId)).not.toContain('990099');
  });
});
