import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Replica } from '../../../src/replica/replica.js';
import type { TestGateway } from '../../support/gateway.js';
import { transcriptOf } from '../../support/replica.js';
import { followChanges } from './followChanges.js';
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

/** A gateway beside which something happens each time before it reads calls from the replica. */
function gatewayThatLets(happen: () => Promise<void>): TestGateway {
  const findCalls: typeof scene.store.findCalls = async (ids) => {
    await happen();
    return scene.store.findCalls(ids);
  };
  const store = Object.create(scene.store, { findCalls: { value: findCalls } }) as Replica;
  return scene.gateway({ storage: { openReplica: () => Promise.resolve(store) } });
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
