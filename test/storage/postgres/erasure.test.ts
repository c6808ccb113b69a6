import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Database } from '../../../src/replica/database.js';
import { startDatabases, type TestDatabases } from '../../support/databases.js';
import { callRecord, openTestReplica } from '../../support/replica.js';

let databases: TestDatabases;
beforeAll(async () => {
  databases = await startDatabases('postgres');
});
afterAll(() => databases.close());

it('keeps out a call that another gateway is about to store', async () => {
  let beforeWrite: () => Promise<void> = () => Promise.resolve();
  const slow = (database: Database): Database => ({
    dialect: database.dialect,
    all: (statement) => database.all(statement),
    write: async (statements) => {
      await beforeWrite();
      return database.write(statements);
    },
    define: (sql) => database.define(sql),
    close: () => database.close(),
  });
  const { replica: erasing } = await openTestReplica(databases);
  const { replica: storing } = await openTestReplica({
    open: async () => slow(await databases.open()),
  });
  beforeWrite = async () => {
    beforeWrite = () => Promise.resolve();
    await erasing.eraseCalls(['1'], Date.now() + 60_000);
  };
  await storing.putCalls([callRecord('1'), callRecord('2')], 1);

  expect([...(await erasing.findCalls(['1', '2'])).keys()]).toEqual(['2']);
  await Promise.all([erasing, storing].map((replica) => replica.close()));
});

it('takes erased texts out of the statistics of tables that are empty afterwards', async () => {
  const { database, replica } = await openTestReplica({ open: () => databases.open('empty') });
  const all = (sql: string) => database.all({ sql, parameters: [] });
  const callOf = (id: string) =>
    callRecord(id, {
      basic: { title: `canarytitle${id}` },
      details: {
        parties: [{ id: 'p', emailAddress: `canary@${id}.com`, affiliation: 'External' }],
        content: { trackers: [{ id: `canary${id}`, count: 1 }] },
      },
    });
  const known = async () =>
    (
      await all(`select tablename as name from pg_stats as s
        where schemaname = 'empty' and s::text like '%canary%' order by name`)
    ).map(({ name }) => name);
  const shape = () =>
    all(`select attrelid::regclass::text as name, attname, atttypid::bigint, attcollation::bigint, attstattarget, attnotnull::text
      from pg_attribute where attrelid in (select indexrelid from pg_index union select indrelid from pg_index)
      and attrelid::regclass::text !~ '^pg_' order by name, attnum`);
  const before = await shape();
  expect(before).toContainEqual(
    expect.objectContaining({ name: 'title_words', attname: 'v', attstattarget: 2000 }),
  );
  await replica.putCalls(['1', '2', '3'].map(callOf), 1);
  await replica.compact();
  expect(await known()).toEqual(['call_party', 'call_tracker', 'title_words']);
  await replica.eraseCalls(['1', '2', '3'], Date.now() + 60_000);
  await replica.compact();

  expect(await known()).toEqual([]);
  expect(await shape()).toEqual(before);
  await replica.close();
});
