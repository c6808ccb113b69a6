import { systemClock } from '../../../src/lib/clock.js';
import type { Database } from '../../../src/replica/database.js';
import { openReplica } from '../../../src/replica/openReplica.js';
import type { Replica } from '../../../src/replica/replica.js';
import { recordOf, reviewsOf, transcriptOf, type Facts } from './company.js';
import { openEngine } from './engineDatabase.js';

export const READ_AT = Date.UTC(2026, 5, 1);

/** Companies with a copy each, until they are closed. */
export function openCompanies(open: () => Promise<Database> = openEngine) {
  const opened: Replica[] = [];
  return {
    company: async (
      calls: readonly Facts[],
    ): Promise<{ readonly database: Database; readonly replica: Replica }> => {
      const database = await open();
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
