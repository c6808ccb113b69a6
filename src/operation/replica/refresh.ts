import type { Operation } from '../operation.js';
import type { CompanyReplica } from './companyReplica.js';
import { ReplicaError, replicaFailure } from './replicaError.js';

/**
 * Reads calls again from Gong into the replica.
 *
 * @throws GongError, ReplicaError
 */
export type RefreshCalls = (ids: readonly string[]) => Promise<void>;

/** @param onRefreshed called afterwards, even if it failed: what was read before is no longer current. */
export function createRefreshCalls(
  replica: CompanyReplica,
  operation: Operation,
  onRefreshed: () => void,
): RefreshCalls {
  return async (ids) => {
    if ('off' in replica) throw new ReplicaError('REPLICA_OFF', replica.off);
    try {
      await replica.refresh([...new Set(ids)], operation);
    } catch (error) {
      throw replicaFailure(error);
    } finally {
      onRefreshed();
    }
  };
}
