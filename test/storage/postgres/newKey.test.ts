import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Replica } from '../../../src/replica/replica.js';
import { startDatabases, type TestDatabases } from '../../support/databases.js';
import { callRecord, openTestReplica } from '../../support/replica.js';

let databases: TestDatabases;
beforeAll(async () => {
  databases = await startDatabases('postgres');
});
afterAll(() => databases.close());

async function openWith(hashKey: Uint8Array): Promise<Replica> {
  return (await openTestReplica(databases, { hashKey })).replica;
}

it('lets no gateway with the old secret write or sync once one with a new secret has started the copy again', async () => {
  const old = await openWith(Buffer.alloc(32, 1));
  await old.putCalls([callRecord('1')], 1);
  const lease = await old.leases.acquire('old', 60_000);
  const [first, second] = await Promise.all([
    openWith(Buffer.alloc(32, 2)),
    openWith(Buffer.alloc(32, 2)),
  ]);

  expect(lease).not.toBeNull();
  expect((await first.head()).epoch).toBe((await second.head()).epoch);
  await expect(old.putCalls([callRecord('2')], 1)).rejects.toMatchObject({ kind: 'conflict' });
  expect(await old.leases.acquire('old', 60_000)).toBeNull();
  expect(await first.countCalls()).toBe(0);
  expect(await first.leases.acquire('first', 60_000)).not.toBeNull();
  await second.putCalls([callRecord('3')], 1);
  expect([...(await first.findCalls(['1', '2', '3'])).keys()]).toEqual(['3']);
  await Promise.all([old, first, second].map((replica) => replica.close()));
});
