import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createReplicaScene, NOW, readCall, type ReplicaScene } from './support.js';

let scene: ReplicaScene;
beforeAll(async () => {
  scene = await createReplicaScene();
});
afterAll(() => scene.close());

describe('eraseDataSubject', () => {
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
    const found = await gateway.execute(
      'query ($email: String) { dataSubject(email: $email) { confirmation } }',
      { email },
    );
    const { confirmation } = found.data?.['dataSubject'] as unknown as { confirmation: string };

    const { errors } = await gateway.execute(
      'mutation ($input: EraseDataSubjectInput!) { eraseDataSubject(input: $input) { requestId } }',
      { input: { email, confirmation } },
    );
    const after = await find();
    await scene.store.putCalls(read, NOW);

    expect(errors).toBeUndefined();
    expect(before).toBe(calls.length);
    expect(before).toBeGreaterThan(0);
    expect(after).toBe(0);
    expect(await find()).toBe(0);
  });
});
