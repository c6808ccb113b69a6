import type { SharedStore } from '../company/cache/sharedStore.js';
import type { Config } from '../config/config.js';
import type { RequestQuota } from '../gong/scheduling/requestQuota.js';
import type { NoReplica } from '../operation/replica/companyReplica.js';
import type { Replica } from '../replica/replica.js';
import type { ReplicaConfig } from '../replica/replicaConfig.js';
import type { StateStore } from '../lib/stateStore.js';
import type { QuotaState } from '../gong/scheduling/quotaState.js';

/** What a quota is measured by. */
export type QuotaConfig = Pick<
  Config,
  'requestsPerSecond' | 'requestsPerDay' | 'rateMarginMs' | 'dayTimeZone'
>;

/** What a company's quota needs of outside the process; all of it may be left out. */
export interface QuotaParts {
  /** The quota as other gateways of the company share it; left out: this one is alone. */
  readonly quota?: RequestQuota;
  /** What of it survives the process, where it isn't shared. */
  readonly quotaState?: Pick<QuotaState, 'dayCount' | 'hold'>;
}

/** What a company's data needs of outside the process; all of it may be left out. */
export interface DataParts {
  /** What other gateways of the company read. */
  readonly store?: SharedStore;
  /** Where what has to outlive a request is kept; left out: in memory. */
  readonly state?: StateStore;
  /** The data is of no use any more. */
  close?(): void;
}

/** Where what outlives the process is kept, and what gateways share: opened for each company. */
export interface Storage {
  /** @param key names the company whose requests Gong counts together: opaque. */
  openQuota(key: string, config: QuotaConfig): QuotaParts;
  /** @param key names the data of one connection: opaque. */
  openData(key: string): DataParts;
  /**
   * Opens the replica of a company, or creates it. If omitted, there can be none.
   *
   * @param key names the data of one connection: opaque.
   * @returns the replica, or why there can be none here.
   * @throws DatabaseError
   */
  openReplica?(key: string, settings: ReplicaConfig): Promise<Replica | NoReplica>;
  /** Deletes the replica, wherever it is. It has been closed. */
  dropReplica?(key: string, settings: ReplicaConfig): Promise<void>;
  /** Deletes what is kept of the data, wherever it is. */
  forgetData(key: string): Promise<void>;
  /** What belongs to no company, such as which tickets were used. */
  readonly state: StateStore;
}
