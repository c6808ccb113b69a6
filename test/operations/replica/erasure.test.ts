import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, TestGateway } from '../../support/gateway.js';
import { createReplicaScene, NOW, readCall, type ReplicaScene } from './support.js';

let scene: ReplicaScene;
beforeAll(async () => {
  scene = await createReplicaScene();
});
afterAll(() => scene.close());

/** Every field that the replica answers, as far as it may hold something of a person. */
const EVERYTHING = `
  query {
    searchCalls(filter: {}, first: 100) { nodes { ...Whole } }
    byTitle: searchCalls(filter: { title: "qzwtitle" }) { nodes { ...Whole } }
    byDomain: searchCalls(filter: { domains: ["vkfdomain.com"] }) { totalCount }
    searchTranscripts(text: "qzwword") { nodes { text speaker { name } call { ...Whole } } }
    callStats(filter: {}, by: [ACCOUNT, OUTCOME, TRACKER]) { rows { keys { value label } } }
    callChanges(first: 200) { edges { node { kind callId call { ...Whole } } } }
  }
  fragment Whole on Call {
    id title brief parties { name emailAddress phoneNumber } transcript { text }
    comments { text } context { objects { fields { name value } } }
    answeredScorecards { id }
  }`;

/** Looks a person up, and confirms the erasure with what that returned. */
async function erase(gateway: TestGateway, email: string): Promise<Answer> {
  const found = await gateway.execute(
    'query ($email: String) { dataSubject(email: $email) { confirmation } }',
    { email },
  );
  const { confirmation } = found.data?.['dataSubject'] as unknown as { confirmation: string };
  return gateway.execute(
    'mutation ($input: EraseDataSubjectInput!) { eraseDataSubject(input: $input) { requestId } }',
    { input: { email, confirmation } },
  );
}

describe('eraseDataSubject', () => {
  it('leaves the person in no field of the replica, at whichever gateway', async () => {
    const [call] = scene.company.calls.filter(({ parties }) =>
      (parties ?? []).some((party) => party.affiliation === 'External'),
    );
    if (call === undefined) throw new Error('No call has an external party.');
    const [id, email] = ['8234567890123456789', 'qzwaddress@vkfdomain.com'];
    const read = readCall({
      ...call,
      metaData: { ...call.metaData, id, title: 'Qzwtitle', started: '2026-05-30T10:00:00Z' },
      parties: [{ id: '1', speakerId: '9', emailAddress: email, name: 'Qzwname' } as never],
      collaboration: { publicComments: [{ id: '1', comment: 'Qzwcomment' }] } as never,
    });
    const sentences = [{ start: 0, end: 900, text: 'qzwword spoken' }];
    const transcript = { callId: id, transcript: [{ speakerId: '9', sentences }] };
    scene.company.calls.push({ ...call, ...read.details } as typeof call);
    await scene.store.putCalls([read], NOW);
    await scene.store.putTranscripts(new Map([[id, transcript]]), NOW);
    const gateway = scene.gateway({ config: { enabled: new Set(['GATEWAY_ERASURE']) } });
    const other = scene.gateway();
    const all = async (): Promise<string> => {
      const results = await Promise.all([gateway.execute(EVERYTHING), other.execute(EVERYTHING)]);
      expect(results.map(({ errors }) => errors)).toEqual([undefined, undefined]);
      return JSON.stringify(results.map(({ data }) => data)).toLowerCase();
    };
    const canaries = ['qzwtitle', 'qzwaddress', 'vkfdomain', 'qzwname', 'qzwcomment', 'qzwword'];
    const before = await all();

    const { errors } = await erase(gateway, email);
    const after = await all();

    expect(errors).toBeUndefined();
    expect(canaries.filter((canary) => before.includes(canary))).toEqual(canaries);
    expect(canaries.filter((canary) => after.includes(canary))).toEqual([]);
  });

  it('removes the calls of the person from the replica at once, and keeps them out of it', async () => {
    const email = scene.company.calls
      .flatMap(({ parties }) => parties ?? [])
      .find(({ affiliation, emailAddress }) => affiliation === 'External' && emailAddress != null)
      ?.emailAddress as string;
    const calls = scene.company.calls.filter(({ parties }) =>
      (parties ?? []).some(({ emailAddress }) => emailAddress === email),
    );
    const read = calls.map(readCall);
    const gateway = scene.gateway({ config: { enabled: new Set(['GATEWAY_ERASURE']) } });
    const find = async () => {
      const { data } = await gateway.execute(
        `query ($email: String) {
          searchCalls(filter: { participants: [{ email: $email }] }) { totalCount }
        }`,
        { email },
      );
      return (data?.['searchCalls'] as unknown as { totalCount: number }).totalCount;
    };
    const before = await find();

    const { errors } = await erase(gateway, email);
    const after = await find();
    await scene.store.putCalls(read, NOW);

    expect(errors).toBeUndefined();
    expect(before).toBe(calls.length);
    expect(before).toBeGreaterThan(0);
    expect(after).toBe(0);
    expect(await find()).toBe(0);
  });
});
