import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startDatabases, type TestDatabases } from '../../support/databases.js';
import { callRecord, callsSaying, openTestReplica, transcriptOf } from '../../support/replica.js';

let databases: TestDatabases;
beforeAll(async () => {
  databases = await startDatabases('postgres');
});
afterAll(() => databases.close());

it('keeps the words of the longest passages in their rows, where phrases are checked', async () => {
  const { database, replica } = await openTestReplica(databases);
  const text = Array.from({ length: 230 }, (_, n) => `longword${n * 7919}`).join(' ');
  await replica.putCalls([callRecord('1')], 1);
  await replica.putTranscripts(new Map([['1', transcriptOf('1', ['1', text])]]), 1);
  const [stored] = await database.all({
    sql: `select (select max(pg_column_size(v)) from passage_words) as bytes,
        pg_relation_size(reltoastrelid) as outside
      from pg_class where oid = 'passage_words'::regclass`,
    parameters: [],
  });

  expect(stored?.['bytes']).toBeGreaterThan(4000);
  expect(stored?.['outside']).toBe(0);
  expect(await callsSaying(replica, '"longword0 longword7919"')).toEqual(['1']);
  await replica.close();
});
