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
