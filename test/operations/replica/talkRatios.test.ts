import { afterEach, describe, expect, it } from '@jest/globals';
import { plainCall } from '../../../sandbox/src/index.js';
import { companyOf } from '../../support/companies.js';
import { createReplicaScene, NOW, type ReplicaScene } from './support.js';

const HOST = '501';

/** A call in which a guest speaks for 70 s, and a user for 30 s. */
const callOf = (id: string, primaryUserId: string | null) =>
  plainCall(
    { id, started: new Date(NOW - 86_400_000).toISOString(), primaryUserId },
    {
      parties: [
        { id: '1', affiliation: 'Internal', userId: HOST, speakerId: '11' },
        { id: '2', affiliation: 'External', speakerId: '12' },
      ],
      interaction: {
        speakers: [
          { id: '1', userId: HOST, talkTime: 30 },
          { id: '2', userId: null, talkTime: 70 },
        ],
      },
    },
  );
const company = companyOf({ calls: [callOf('7001', HOST), callOf('7002', null)] });

let scene: ReplicaScene | undefined;
afterEach(() => scene?.close());

describe('Talk ratios', () => {
  it('are over calls that have a host, or customers', async () => {
    scene = await createReplicaScene(undefined, company);

    const { data, errors } = await scene.gateway().execute(`{
      callStats(filter: {}, by: [WEEK]) {
        total { hostTalkRatio customerTalkRatio callsWithTalkTime }
      }
    }`);

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      callStats: { total: { hostTalkRatio: 0.3, customerTalkRatio: 0.7, callsWithTalkTime: 2 } },
    });
  });

  it('of customers are refused where the replica does not know who is one', async () => {
    scene = await createReplicaScene(['BASIC', 'INTERACTION'], company);

    const { errors, sent } = await scene
      .gateway()
      .trace('{ callStats(filter: {}, by: [WEEK]) { total { hostTalkRatio customerTalkRatio } } }');

    expect(errors?.map(({ message }) => message)).toEqual([
      expect.stringContaining(
        'Field "CallMeasures.customerTalkRatio" needs the part PARTIES, which the replica does not keep.',
      ),
    ]);
    expect(sent).toEqual([]);
  });
});
