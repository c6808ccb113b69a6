import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '../../../src/replica/database.js';
import type { Lease, Replica, ReplicaWriter, Slice } from '../../../src/replica/replica.js';
import { FakeClock } from '../../support/clock.js';
import {
  dialects,
  emptyDatabase,
  startDatabases,
  type TestDatabases,
} from '../../support/databases.js';
import { callRecord, openTestReplica, transcriptOf } from '../../support/replica.js';

describe.each(dialects)('what the sync remembers in %s', (dialect) => {
  let databases: TestDatabases;
  let database: Database;
  let replica: Replica;
  let lease: Lease;
  const clock = new FakeClock();

  beforeAll(async () => {
    databases = await startDatabases(dialect);
    ({ database, replica } = await openTestReplica(databases, { clock }));
  });
  beforeEach(async () => {
    await emptyDatabase(database);
    await database.write([{ sql: "update lease set holder = '', expires_at = 0", parameters: [] }]);
    lease = await acquire('here');
  });
  afterAll(async () => {
    await replica.close();
    await databases.close();
  });

  async function acquire(holder: string): Promise<Lease> {
    const taken = await replica.leases.acquire(holder, 60_000);
    if (taken === null) throw new Error('Another one has the lease.');
    return taken;
  }

  /** Every row that a write of the sync may change. */
  async function contentOf(): Promise<unknown> {
    const tables = ['head', 'call', 'call_part', 'record', 'barred'];
    return Promise.all(
      tables.map((table) =>
        database.all({ sql: `select * from ${table} order by 1, 2`, parameters: [] }),
      ),
    );
  }

  const slice = (fromMs: number, toMs: number, nextAt = 0): Slice => ({
    fromMs,
    toMs,
    readAt: 1,
    nextAt,
    calls: 2,
  });

  it('replaces slices within the window of the new ones', async () => {
    await replica.sync.putSlices([slice(0, 10), slice(10, 20), slice(20, 30)], lease);
    await replica.sync.putSlices([slice(10, 15), slice(15, 20)], lease);

    expect(await replica.sync.slices()).toEqual([
      slice(0, 10),
      slice(10, 15),
      slice(15, 20),
      slice(20, 30),
    ]);
  });

  it('lists the calls of a window, and those that lack a part', async () => {
    const at = (second: number): string => `2026-05-04T10:00:0${second}Z`;
    await replica.putCalls(
      [1, 2, 3, 4].map((n) => callRecord(String(n), { basic: { started: at(n) } })),
      1,
    );
    await replica.putTranscripts(new Map([['2', transcriptOf('2', ['1', 'x'])]]), 100);
    await replica.putTranscripts(new Map([['3', null]]), 200);
    await replica.removeCalls(['4']);
    const from = Date.parse(at(0));

    expect(await replica.sync.callIdsIn(Date.parse(at(2)), Date.parse(at(4)))).toEqual(['2', '3']);
    expect(await replica.sync.callIdsIn(from, Date.parse(at(9)))).toEqual(['1', '2', '3']);
    const without = (fromMs: number, toMs: number, emptyBefore: number, limit = 9) =>
      replica.sync.callsWithout('TRANSCRIPT', { fromMs, toMs }, emptyBefore, limit);
    const to = Date.parse(at(9));
    const never = { id: '1', startMs: Date.parse(at(1)), wasRead: false };
    const empty = { id: '3', startMs: Date.parse(at(3)), wasRead: true };
    expect(await without(from, to, 200)).toEqual([never]);
    expect(await without(from, to, 201.5)).toEqual([empty, never]);
    expect(await without(from, to, 201, 1)).toEqual([empty]);
    expect(await without(Date.parse(at(2)), Date.parse(at(3)), 201)).toEqual([]);
  });

  it('keeps JSON under a name', async () => {
    expect(await replica.sync.get('state')).toBeNull();
    await replica.sync.put('state', { a: [1, null] }, lease);
    await replica.sync.put('state', { a: ['é\0'] }, lease);

    expect(await replica.sync.get('state')).toEqual({ a: ['é\0'] });
  });

  it('is written only by the one that has the lease', async () => {
    expect(await replica.leases.acquire('there', 60_000)).toBeNull();
    expect(await acquire('here')).toEqual(lease);
    await replica.leases.release(lease);
    const other = await acquire('there');

    expect(other.token).toBeGreaterThan(lease.token);
    expect(await replica.leases.acquire('here', 60_000)).toBeNull();
    await expect(replica.sync.put('late', 1, lease)).rejects.toMatchObject({ kind: 'conflict' });
    await expect(replica.sync.putSlices([slice(0, 1)], lease)).rejects.toMatchObject({
      kind: 'conflict',
    });
    expect(await replica.sync.get('late')).toBeNull();
    expect(await replica.sync.slices()).toEqual([]);
    // What another one has is not released.
    await replica.leases.release(lease);
    await replica.sync.put('own', 1, other);
    expect(await replica.sync.get('own')).toBe(1);
  });

  it('lets the sync write calls and records only with its lease', async () => {
    const at = (second: number): string => `2026-05-04T10:00:0${second}Z`;
    const call = callRecord('1', { basic: { started: at(1) } });
    const writes: Readonly<Record<string, (writer: ReplicaWriter) => Promise<unknown>>> = {
      putCalls: (writer) => writer.putCalls([call], 1),
      putSameCalls: (writer) => writer.putCalls([call], 2),
      putTranscripts: (writer) =>
        writer.putTranscripts(new Map([['1', transcriptOf('1', ['1', 'x'])]]), 1),
      putReviews: (writer) => writer.putReviews(new Map([['1', []]]), 1),
      putRecords: (writer) => writer.putRecords('USER', new Map([['7', { id: '7' }]]), 1, true),
      putNoRecords: (writer) => writer.putRecords('USER', new Map(), 2, true),
      removeCallsBefore: (writer) => writer.removeCallsBefore(Date.parse(at(2))),
      removeCalls: (writer) => writer.removeCalls(['1']),
      eraseCalls: (writer) => writer.eraseCalls(['1'], clock.now() + 1),
    };
    const old = replica.writerUnder(lease);
    await replica.leases.release(lease);
    const held = replica.writerUnder(await acquire('there'));

    for (const [name, write] of Object.entries(writes)) {
      if (name.startsWith('remove') || name === 'eraseCalls') await replica.putCalls([call], 3);
      const before = await contentOf();
      await expect(write(old)).rejects.toMatchObject({ kind: 'conflict' });
      expect(await contentOf()).toEqual(before);
      await write(held);
      expect([name, await contentOf()]).not.toEqual([name, before]);
    }
  });

  it('goes to another one when the holder is late', async () => {
    await replica.leases.acquire('here', -1);
    const other = await acquire('there');

    expect(other.token).toBeGreaterThan(lease.token);
  });
});
