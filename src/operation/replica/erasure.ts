import { DAY_MS } from '../../lib/clock.js';
import type { Logger } from '../../lib/logger.js';
import type { ParticipantCondition } from '../../replica/filter.js';
import type { CallKey, Replica } from '../../replica/replica.js';
import { everything } from '../../replica/visibility.js';
import type { DataSubject } from '../dataSubject.js';
import { digitsOf } from '../loaders/users.js';
import type { CompanyReplica } from './companyReplica.js';
import { ReplicaError } from './replicaError.js';

/** Gong may still list for a while what it erases: until then, it is not stored again. */
const BARRED_MS = 7 * DAY_MS;
const CALLS_AT_ONCE = 1000;

/** Erases the calls in which a person took part from the replica. */
export type EraseKept = (subject: DataSubject) => Promise<void>;

export function createEraseKept(
  replica: CompanyReplica,
  { now, logger }: { readonly now: () => number; readonly logger: Logger },
): EraseKept {
  if ('off' in replica) return () => Promise.resolve();
  return async (subject) => {
    try {
      const store = await replica.store();
      const ids = await callsWith(store, conditionOf(subject));
      if (ids.length === 0) return;
      await store.eraseCalls(ids, now() + BARRED_MS);
      logger.info({ calls: ids.length }, 'Calls of an erased person removed from the replica');
      // The words of these calls leave the file. That takes a while, and they are hidden already.
      store.compact().catch((error: unknown) => {
        logger.error({ err: error as Error }, 'Replica cannot be compacted after an erasure');
      });
    } catch (cause) {
      const hint = 'Send the mutation again, or run npm run purge.';
      logger.error({ err: cause as Error, hint }, 'Erased person is still in the replica');
      throw new ReplicaError(
        'REPLICA_UNAVAILABLE',
        'Gong accepted the erasure, but the replica cannot be reached, and still holds the calls of the person. ' +
          'Send the mutation again with the same confirmation.',
        { cause },
      );
    }
  };
}

function conditionOf({ by, value }: DataSubject): ParticipantCondition {
  return by === 'email'
    ? { emails: [value.trim().toLowerCase()] }
    : { phoneNumber: digitsOf(value) };
}

async function callsWith(
  store: Replica,
  participant: ParticipantCondition,
): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: CallKey | null = null;
  do {
    const found = await store.searchCalls({
      filter: { participants: [participant] },
      visibility: everything,
      order: 'OLDEST_FIRST',
      first: CALLS_AT_ONCE,
      after,
      needsTotal: false,
    });
    ids.push(...found.calls.map(({ id }) => id));
    after = found.hasNextPage ? found.end : null;
  } while (after !== null);
  return ids;
}
