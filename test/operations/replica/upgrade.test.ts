import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { HOUR_MS } from '../../../src/lib/clock.js';
import { MemoryState } from '../../../src/lib/memoryState.js';
import { defaultReplica } from '../../../src/replica/replicaConfig.js';
import type { Replica } from '../../../src/replica/replica.js';
import { FakeClock } from '../../support/clock.js';
import { startDatabases, type TestDatabases } from '../../support/databases.js';
import { createTestGateway } from '../../support/gateway.js';
import { callRecord, openTestReplica, transcriptOf } from '../../support/replica.js';
import { createTestSandbox } from '../../support/sandbox.js';
import { current, NOW, READ_AT } from './support.js';

const QUERY = `{
  searchTranscripts(text: "too high") { totalCount }
  callStats(filter: {}, by: [HOST]) { total { calls } }
  callChanges { nodes { callId } }
  replica { state reasons }
  users { nodes { id } }
}`;

const clock = new FakeClock(NOW);
let databases: TestDatabases;
let store: Replica;
beforeAll(async () => {
  databases = await startDatabases('sqlite');
  const { database, replica } = await openTestReplica(databases, { clock });
  await replica.putCalls([callRecord('1')], READ_AT);
  await replica.putTranscripts(new Map([['1', transcriptOf('1', ['2', 'Too high'])]]), READ_AT);
  await database.write([{ sql: 'update head set tokenizer = 0', parameters: [] }]);
  await replica.close();
  ({ replica: store } = await openTestReplica(databases, { clock }));
  // Another gateway syncs, and says that everything is there.
  const lease = await store.leases.acquire('test', HOUR_MS);
  if (lease === null) throw new Error('Another sync has the replica.');
  await store.sync.put('status', current, lease);
});
afterAll(async () => {
  await store.close();
  await databases.close();
});

it('answers all but searches for words while an upgraded gateway rebuilds these', async () => {
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const { words } = store;
  const gateway = createTestGateway({
    sandbox: createTestSandbox({ clock }),
    clock,
    config: { replica: { ...defaultReplica, place: 'file' } },
    storage: {
      openQuota: () => ({}),
      openData: () => ({}),
      forgetData: () => Promise.resolve(),
      openReplica: () =>
        Promise.resolve({
          ...store,
          words: {
            get isReady() {
              return words.isReady;
            },
            rebuild: () => begun.then(() => words.rebuild()),
            close: () => words.close(),
          },
        }),
      state: new MemoryState(clock),
    },
  });

  const during = await gateway.trace(QUERY);
  begin();
  await words.rebuild();
  const after = await gateway.trace(QUERY);

  expect(during.errors).toMatchObject([
    {
      path: ['searchTranscripts'],
      message: expect.stringContaining('The replica cannot search for words'),
      extensions: { code: 'REPLICA_UNAVAILABLE' },
    },
  ]);
  expect(during.data).toMatchObject({
    callStats: { total: { calls: 1 } },
    callChanges: { nodes: [{ callId: '1' }] },
    replica: {
      state: 'FILLING',
      reasons: [expect.stringContaining('rebuilds the words of the replica')],
    },
    users: { nodes: expect.arrayContaining([expect.anything()]) },
  });
  expect(after.errors).toBeUndefined();
  expect(after.data).toMatchObject({
    searchTranscripts: { totalCount: 1 },
    replica: { reasons: [] },
  });
});
