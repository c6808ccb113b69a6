import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Operation } from '../../../src/operation/operation.js';
import { policyIn } from '../../support/config.js';
import { createReplicaScene, type ReplicaScene } from './support.js';

let scene: ReplicaScene;
beforeAll(async () => {
  scene = await createReplicaScene();
});
afterAll(() => scene.close());

/** The data of a query, and what the audit log says that it read. */
async function read(query: string) {
  const operations: Operation[] = [];
  const config = { isAudited: true, policy: policyIn('hide-private') };
  const { data, errors } = await scene
    .gateway({ config })
    .execute(query, {}, { onScope: (operation) => operations.push(operation) });
  expect(errors).toBeUndefined();
  const reads = Object.fromEntries(
    [...(operations[0]?.audit?.reads ?? [])].map(([action, ids]) => [action, [...ids].sort()]),
  );
  return { data: data as Record<string, { nodes: readonly Record<string, unknown>[] }>, reads };
}

const idsIn = (nodes: readonly Record<string, unknown>[] | undefined, member: string) =>
  [...new Set((nodes ?? []).map((node) => String(node[member])))].sort();

describe('the audit of what the replica answers', () => {
  it('names the calls of a search', async () => {
    const { data, reads } = await read(
      '{ searchCalls(filter: {}, first: 5) { nodes { id title } } }',
    );

    expect(reads).toEqual({ 'read-call': idsIn(data['searchCalls']?.nodes, 'id') });
  });

  it('counts passages as reads of transcripts', async () => {
    const { data, reads } = await read(
      '{ searchTranscripts(text: "the", first: 5) { nodes { callId text } } }',
    );

    const ids = idsIn(data['searchTranscripts']?.nodes, 'callId');
    expect(ids.length).toBeGreaterThan(0);
    expect(reads).toEqual({ 'read-transcript': ids });
  });

  it('counts changes as reads of calls, and names no hidden call', async () => {
    const { data, reads } = await read('{ callChanges(first: 1000) { nodes { kind callId } } }');

    const ids = idsIn(data['callChanges']?.nodes, 'callId');
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.length).toBeLessThan(scene.company.calls.length);
    expect(reads).toEqual({ 'read-call': ids });
  });
});
