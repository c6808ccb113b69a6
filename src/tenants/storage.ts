import type { SharedStore } from '../company/cache/sharedStore.js';
import type { ClientCounts } from '../gong/scheduling/clientCounts.js';
import type { Config } from '../config/config.js';
import type { RequestQuota } from '../gong/scheduling/requestQuota.js';
import type { NoReplica } from '../operation/replica/companyReplica.js';
import type { Replica } from '../replica/replica.js';
import type { ReplicaConfig } from '../replica/replicaConfig.js';
import type { StateStore } from '../lib/stateStore.js';
import type { QuotaState } from '../gong/scheduling/quotaState.js';

/** The limits of a quota. */
export type QuotaConfig = Pick<
  Config,
  'requestsPerSecond' | 'requestsPerDay' | 'rateMarginMs' | 'dayTimeZone'
>;

/** What a company's quota uses outside the process; every member may be omitted. */
export interface QuotaParts {
  /** The quota that the instances of the company share; if omitted, there is one instance. */
  readonly quota?: RequestQuota;
  /** The part of an unshared quota that survives the process. */
  readonly quotaState?: Pick<QuotaState, 'dayCount' | 'hold'>;
  /** The counts of clients; if omitted, they end with the process. */
  readonly clientCounts?: ClientCounts;
}

/** What a company's data uses outside the process; every member may be omitted. */
export interface DataParts {
  /** Cached data that the company's instances share. */
  readonly store?: SharedStore;
  /** State that outlives a request; if omitted, it is in memory. */
  readonly state?: StateStore;
  /** Stops storing, because the data is no longer used. */
  close?(): void;
}

/** Storage that outlives the process and that instances share. It is opened for each company. */
export interface Storage {
  /** @param key opaque name of the company whose requests Gong counts together. */
  openQuota(key: string, config: QuotaConfig): QuotaParts;
  /** @param key opaque name of the data of one connection. */
  openData(key: string): DataParts;
  /**
   * Opens the replica of a company, or creates it. If omitted, there can be none.
   *
   * @param key names the data of one connection: opaque.
   * @param onDamaged told when the replica proves to be damaged while it is open. Once closed, it can be opened again, and
   *   begins with nothing.
   * @returns the replica, or why there can be none here.
   * @throws DatabaseError
   */
  openReplica?(
    key: string,
    settings: ReplicaConfig,
    onDamaged: () => void,
  ): Promise<Replica | NoReplica>;
  /** Deletes the replica, wherever it is. It has been closed. */
  dropReplica?(key: string, settings: ReplicaConfig): Promise<void>;
  /** Deletes what is kept of the data, wherever it is. */
  forgetData(key: string): Promise<void>;
  /** State of no company, such as which tickets were used. */
  readonly state: StateStore;
}
