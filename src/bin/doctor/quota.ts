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

/** The company's quota, with this process having a part in it. */
export interface DoctorQuota {
  readonly quota: RequestQuota;
  /** Whether the day's count outlives a process. */
  readonly keepsCount: boolean;
  /** Why nothing can be kept on disk; null: it can, or needn't be. */
  stateReason(): string | null;
}

export interface DoctorQuotaOptions {
  readonly config: Omit<CompanyConfig, 'policy'> & Pick<Config, 'stateDir' | 'redisUrl'>;
  readonly access: Pick<DoctorAccess, 'by' | 'quotaKey'>;
  /** How gateways share it; null: they don't, or can't at the moment. */
  readonly replicas: Pick<Replicas, 'openQuota'> | null;
  readonly clock: Clock;
}

/** With Redis, one of the gateways; without, beside one that may be running on the same folder. */
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
    // A gateway beside it shares the count, but knows nothing of what is sent here in the same second.
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
