import { systemClock } from '../../../src/lib/clock.js';
import type { Database } from '../../../src/replica/database.js';
import { openReplica } from '../../../src/replica/openReplica.js';
import type { Replica } from '../../../src/replica/replica.js';
import { startDatabases, type TestDatabases } from '../../support/databases.js';
import { recordOf, reviewsOf, transcriptOf, type Facts } from './company.js';

export const READ_AT = Date.UTC(2026, 5, 1);

/** Companies with a copy each, until they are closed. */
export function openCompanies(dialect: Database['dialect']) {
  let databases: Promise<TestDatabases> | undefined;
  const opened: Replica[] = [];
  return {
    company: async (
      calls: readonly Facts[],
    ): Promise<{ readonly database: Database; readonly replica: Replica }> => {
      databases ??= startDatabases(dialect);
      const database = await (await databases).open(`company${'x'.repeat(opened.length)}`);
      const replica = await openReplica(database, {
        crmFields: ['Name'],
        keepDays: null,
        hashKey: new Uint8Array(32).fill(7),
        clock: systemClock,
      });
      opened.push(replica);
      await fill(replica, calls);
      return { database, replica };
    },
    close: async (): Promise<void> => {
      await Promise.all(opened.map((each) => each.close()));
      await (await databases)?.close();
    },
  };
}

export async function fill(replica: Replica, calls: readonly Facts[]): Promise<void> {
  const byId = <T>(of: (call: Facts) => T): Map<string, T> =>
    new Map(calls.map((call) => [call.id, of(call)]));
  await replica.putCalls(calls.map(recordOf), READ_AT);
  await replica.putTranscripts(
    byId((call) => (call.turns.length === 0 ? null : transcriptOf(call))),
    READ_AT,
  );
  await replica.putReviews(byId(reviewsOf), READ_AT);
}
