import type { Replica } from '../../replica/replica.js';
import type { CallPolicyFilter } from '../loaders/callPolicyFilter.js';
import type { CursorCodec } from '../loaders/cursors.js';
import type { Operation } from '../operation.js';
import type { OpenReplica } from './companyReplica.js';
import type { KeptRecords } from './keptRecords.js';
import { replicaFailure } from './replicaError.js';

/** What one operation asks the replica with. */
export interface ReplicaParts {
  readonly open: OpenReplica;
  readonly kept: KeptRecords;
  readonly operation: Operation;
  readonly cursors: CursorCodec;
  /** Filters the records that are read from the replica. */
  readonly policyFilter: CallPolicyFilter;
  /** IDs of the workspaces that the viewer may see; null: all. */
  readonly allowed: () => Promise<ReadonlySet<string> | null>;
  /** IANA name; undefined where not known. */
  readonly companyTimeZone: string | undefined;
  readonly now: () => number;
}

/**
 * What the replica answers, for which a trial of the operation waits.
 *
 * @throws ReplicaError
 */
export function looking<T>(
  { operation, open }: Pick<ReplicaParts, 'operation' | 'open'>,
  ask: (store: Replica) => Promise<T>,
): Promise<T> {
  const answer = open.store().then(ask);
  return operation.awaitLookup(
    answer.catch((error: unknown) => {
      throw replicaFailure(error);
    }),
  );
}
