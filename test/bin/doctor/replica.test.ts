import { expect, it } from '@jest/globals';
import { replicaFinding } from '../../../src/bin/doctor/checks/replica.js';
import { defaultReplica } from '../../../src/replica/replicaConfig.js';

const config = { ...defaultReplica, place: 'file' as const };
const view = {
  state: 'CURRENT' as const,
  reasons: [],
  progress: null,
  asOf: '2026-06-01T12:00:00.000Z',
  unreadTranscripts: null,
  lacksCalls: false,
  unreadReviewsBefore: null,
  lateness: 0.25,
  calls: 10,
  requestsToday: 12,
  requestsPerDay: 500,
};

it('says how the replica of the running gateway stands', async () => {
  expect(await replicaFinding(config, '.state', () => Promise.resolve(view))).toEqual({
    grade: 'ok',
    about: 'Replica',
    says: 'kept in a file below .state: CURRENT, as of 2026-06-01T12:00:00.000Z, 12 of 500 requests today.',
  });
});

it('names the reasons when it is behind', async () => {
  const behind = { ...view, state: 'BEHIND' as const, reasons: ['Gong rejects the credentials'] };
  const postgres = { ...config, place: { postgresUrl: 'postgres://gong:secret@db/gong' } };

  const finding = await replicaFinding(postgres, '.state', () => Promise.resolve(behind));

  expect(finding).toMatchObject({ grade: 'warning', todo: 'Gong rejects the credentials.' });
  expect(JSON.stringify(finding)).not.toContain('secret');
});

it('says where it is kept when no gateway runs', async () => {
  expect(await replicaFinding(config, '.state', () => Promise.resolve(null))).toMatchObject({
    grade: 'ok',
    says: expect.stringMatching(/^kept in a file below \.state, 365 days back\. No gateway/),
  });
});
