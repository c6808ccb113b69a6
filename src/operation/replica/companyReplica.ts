import type { Caller } from '../../gong/client.js';
import type { CallPart } from '../../replica/parts.js';
import type { Replica } from '../../replica/replica.js';
import type { ReplicaStatus } from '../../replica/status.js';

/** The replica of a company with what its sync says of it. */
export interface OpenReplica {
  /** Parts of calls that are kept. */
  readonly holds: ReadonlySet<CallPart>;
  /** Opens it, if it is not open yet. @throws DatabaseError, ReplicaError */
  readonly store: () => Promise<Replica>;
  /** @throws DatabaseError */
  readonly status: () => Promise<ReplicaStatus>;
  /**
   * Reads calls again from Gong, at the cost of a caller, and stores them.
   *
   * @throws GongError, DatabaseError, ReplicaError
   */
  readonly refresh: (ids: readonly string[], caller: Caller) => Promise<void>;
  /** Names of CRM fields whose values are kept. */
  readonly crmFields: readonly string[];
}

/** Why a company has no replica, as a sentence that says what an operator can do. */
export interface NoReplica {
  readonly off: string;
}

export type CompanyReplica = OpenReplica | NoReplica;

export const replicaIsOff: NoReplica = {
  off: 'This gateway has no replica. An operator can turn it on with GATEWAY_REPLICA=on.',
};
