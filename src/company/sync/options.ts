import type { Company } from '../company.js';
import type { Clock } from '../../lib/clock.js';
import type { Logger } from '../../lib/logger.js';
import type {
  Replica,
  ReplicaQueries,
  ReplicaReader,
  ReplicaWriter,
} from '../../replica/replica.js';

/** What the sync needs of a replica. */
export type SyncedReplica = ReplicaWriter &
  Pick<ReplicaReader, 'findReviews' | 'findRecords'> &
  Pick<ReplicaQueries, 'head' | 'callChanges' | 'recordChanges'> &
  Pick<Replica, 'holds' | 'sync' | 'leases'>;

export interface SyncConfig {
  /** How many days back the first copy reaches. */
  readonly sinceDays: number;
  /** Calls that started longer ago are removed; null: none is. */
  readonly keepDays: number | null;
  /** Most requests in a day to keep the copy current. */
  readonly requestsPerDay: number;
  /** Most requests in a day for the first copy, besides. */
  readonly fillRequestsPerDay: number;
  /** IANA zone in which the company's day of requests begins. */
  readonly dayTimeZone: string;
}

export interface SyncOptions {
  readonly company: Company;
  readonly replica: SyncedReplica & Pick<Replica, 'writerUnder'>;
  readonly config: SyncConfig;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Names the tenant in traces. */
  readonly tenant: string;
  /** Names this gateway among those that share the replica. */
  readonly holder: string;
  /** How long the right to sync lasts without a sign of life, in milliseconds. */
  readonly leaseMs?: number;
}
