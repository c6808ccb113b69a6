import { expect, it } from '@jest/globals';
import { replicaHealth } from '../../src/http/health/replicaHealth.js';
import type { ReplicaStatus } from '../../src/replica/status.js';

const status = (state: ReplicaStatus['state'], lateness: number | null = 0.25): ReplicaStatus => ({
  state,
  lateness,
  from: null,
  asOf: null,
  unreadTranscripts: null,
  lacksCalls: false,
  unreadReviewsBefore: null,
  reasons: [],
  progress: null,
  requestsToday: 0,
  requestsPerDay: 500,
});

it.each([
  [[], 'off', 0],
  [[null], 'off', 0],
  [[status('CURRENT'), null], 'current', 1],
  [[status('CURRENT'), status('FILLING', null)], 'filling', 2],
  [[status('BEHIND', 0.8), status('FILLING')], 'behind', 2],
  [[status('UNAVAILABLE', null), status('BEHIND')], 'unavailable', 2],
])('tells of the replica that is worst off: %j', (replicas, expected, count) => {
  const health = replicaHealth(replicas.map((replica) => ({ replica })));

  expect(health).toMatchObject({ status: expected, replicas: count });
});

it('says how many replicas are in that state, and how late the latest is', () => {
  const replicas = [status('BEHIND', 0.9), status('CURRENT'), status('BEHIND', 0.6)];

  expect(replicaHealth(replicas.map((replica) => ({ replica })))).toEqual({
    status: 'behind',
    message: expect.stringMatching(/doctor say why\. This is so for 2 of 3 replicas\.$/),
    replicas: 3,
    lateness: 0.9,
  });
});
