import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '../../../src/replica/database.js';
import type { Replica } from '../../../src/replica/replica.js';
import { FakeClock } from '../../support/clock.js';
import {
  dialects,
  emptyDatabase,
  startDatabases,
  type TestDatabases,
} from '../../support/databases.js';
import {
  callRecord,
  callsSaying,
  openTestReplica,
  parties,
  transcriptOf,
} from '../../support/replica.js';

describe.each(dialects)('a replica in %s', (dialect) => {
  let databases: TestDatabases;
  let database: Database;
  let replica: Replica;
  const clock = new FakeClock();

  beforeAll(async () => {
    databases = await startDatabases(dialect);
    ({ database, replica } = await openTestReplica(databases, { clock }));
  });
  beforeEach(() => emptyDatabase(database));
  afterAll(async () => {
    await replica.close();
    await databases.close();
  });

  const all = (sql: string) => database.all({ sql, parameters: [] });

  /** Numbers of changes, from the first one on. */
  async function changes(): Promise<Record<string, number>> {
    const rows = await all('select id, changed_seq from call order by id');
    return Object.fromEntries(
      rows.map(({ id, changed_seq }) => [String(id), Number(changed_seq) - 1_000_000]),
    );
  }
  describe('what is removed', () => {
    const putTwo = async () => {
      await replica.putCalls(
        [
          callRecord('1', { details: { parties } }),
          callRecord('2', { basic: { started: '2026-05-05T10:00:00Z' } }),
        ],
        1,
      );
      await replica.putTranscripts(
        new Map([
          ['1', transcriptOf('1', ['1', 'secret word'])],
          ['2', transcriptOf('2', ['1', 'other word'])],
        ]),
        1,
      );
    };

    it('leaves only that the call is gone', async () => {
      await putTwo();
      await replica.removeCalls(['1', '3']);

      expect([...(await replica.findCalls(['1', '2'])).keys()]).toEqual(['2']);
      expect((await replica.findTranscripts(['1'])).size).toBe(0);
      expect(await callsSaying(replica, 'word')).toEqual(['2']);
      expect(await all("select id, is_gone, changed_seq from call where id = '1'")).toEqual([
        { id: '1', is_gone: 1, changed_seq: 1_000_005 },
      ]);
      for (const table of ['call_part', 'call_party', 'call_domain']) {
        expect(
          await all(`select * from ${table} where key = (select key from call where id = '1')`),
        ).toEqual([]);
      }
      await replica.removeCalls(['1']);
      expect(await changes()).toEqual({ 1: 5, 2: 4 });
    });

    it('comes back when Gong lists it again', async () => {
      await putTwo();
      await replica.removeCalls(['1']);
      await replica.putCalls([callRecord('1')], 2);

      expect((await replica.findCalls(['1'])).size).toBe(1);
    });

    it('stays away until a time after an erasure', async () => {
      await putTwo();
      await replica.eraseCalls(['1', '9'], clock.now() + 1000);
      await replica.putCalls([callRecord('1'), callRecord('9')], 2);
      expect((await replica.findCalls(['1', '9'])).size).toBe(0);
      await clock.advance(1001);
      await replica.putCalls([callRecord('1'), callRecord('9')], 3);

      expect((await replica.findCalls(['1', '9'])).size).toBe(2);
    });

    it('is every call that started before a time', async () => {
      await putTwo();

      expect(await replica.removeCallsBefore(Date.parse('2026-05-05T10:00:00Z'))).toBe(1);
      expect([...(await replica.findCalls(['1', '2'])).keys()]).toEqual(['2']);
      expect(await replica.removeCallsBefore(Date.parse('2026-05-05T10:00:00Z'))).toBe(0);
    });
  });
});
