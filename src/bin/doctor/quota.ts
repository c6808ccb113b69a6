import type { CompanyConfig } from '../../tenants/operation.js';
import type { Config } from '../../config/config.js';
import type { Clock } from '../../lib/clock.js';
import { LocalQuota } from '../../gong/scheduling/localQuota.js';
import type { RequestQuota } from '../../gong/scheduling/requestQuota.js';
import { quotaStateInMemory } from '../../gong/scheduling/quotaState.js';
import { openQuotaState } from '../../storage/disk/quotaState.js';
import { reasonOf } from '../../storage/redis/connection.js';
import type { Replicas } from '../../storage/redis/redisStorage.js';
import type { DoctorAccess } from './access.js';
import { silentLogger } from './silentLogger.js';

/** The company's quota, shared by this process. */
export interface DoctorQuota {
  readonly quota: RequestQuota;
  /** Whether the daily count survives a process. */
  readonly keepsCount: boolean;
  /** Returns why nothing can be stored on disk; null when it can, or need not. */
  stateReason(): string | null;
}

export interface DoctorQuotaOptions {
  readonly config: Omit<CompanyConfig, 'policy'> & Pick<Config, 'stateDir' | 'redisUrl'>;
  readonly access: Pick<DoctorAccess, 'by' | 'quotaKey'>;
  /** The quota that instances share; null when there is none, or when it is unreachable. */
  readonly replicas: Pick<Replicas, 'openQuota'> | null;
  readonly clock: Clock;
}

/**
 * Opens the quota: with Redis as one more instance, and without Redis next to an instance that may use the same
 * folder.
 */
export function openQuota({ config, access, replicas, clock }: DoctorQuotaOptions): DoctorQuota {
  const { by, quotaKey } = access;
  if (replicas !== null) {
    const { quota } = replicas.openQuota(quotaKey, config);
    return { quota, keepsCount: true, stateReason: () => null };
  }
  let reason: string | null = null;
  const note = (fields: object): void => {
    reason = reasonOf((fields as { readonly err?: unknown }).err);
  };
  const state =
    by === 'sandbox' || config.redisUrl !== undefined
      ? quotaStateInMemory()
      : openQuotaState(config.stateDir, quotaKey, { ...silentLogger, warn: note });
  const { requestsPerSecond } = config;
  const quota = new LocalQuota({
    // An instance that uses the same folder shares the daily count, but not the rate.
    requestsPerSecond: by === 'sandbox' ? requestsPerSecond : Math.min(1, requestsPerSecond),
    requestsPerDay: config.requestsPerDay,
    marginMs: config.rateMarginMs,
    dayTimeZone: config.dayTimeZone,
    dayCount: state.dayCount,
    hold: state.hold,
    clock,
  });
  return { quota, keepsCount: state.isKept, stateReason: () => reason };
}
