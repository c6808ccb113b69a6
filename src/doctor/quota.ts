import type { Config } from '../config.js';
import type { Clock } from '../gong/clock.js';
import { LocalQuota } from '../gong/scheduling/localQuota.js';
import type { RequestQuota } from '../gong/scheduling/requestQuota.js';
import { openQuotaState, quotaStateInMemory } from '../storage/quotaState.js';
import { reasonOf } from '../redis/connection.js';
import { joinReplicas } from '../storage/replicas.js';
import type { DoctorAccess } from './access.js';
import { silentLogger } from './silentLogger.js';

/** The company's quota, with this process having a part in it. */
export interface DoctorQuota {
  readonly quota: RequestQuota;
  /** Whether the day's count outlives a process. */
  readonly keepsCount: boolean;
  /** Why nothing can be kept on disk; null: it can, or needn't be. */
  stateReason(): string | null;
  close(): Promise<void>;
}

export interface DoctorQuotaOptions {
  readonly config: Pick<
    Config,
    | 'requestsPerSecond'
    | 'requestsPerDay'
    | 'rateMarginMs'
    | 'dayTimeZone'
    | 'stateDir'
    | 'redisUrl'
    | 'secret'
  >;
  readonly access: Pick<DoctorAccess, 'by' | 'tenant'>;
  readonly isRedisThere: boolean;
  readonly clock: Clock;
}

/** With Redis, one of the gateways; without, beside one that may be running on the same folder. */
export function openQuota(options: DoctorQuotaOptions): DoctorQuota {
  const { config, access, isRedisThere, clock } = options;
  const { redisUrl, requestsPerSecond, requestsPerDay, rateMarginMs, dayTimeZone } = config;
  if (access.by === 'sandbox') return alone(quotaStateInMemory(), requestsPerSecond);
  if (isRedisThere && redisUrl !== undefined) {
    const replicas = joinReplicas({ redisUrl, config, clock, logger: silentLogger });
    return {
      quota: replicas.openQuota(access.tenant, config).quota,
      keepsCount: true,
      stateReason: () => null,
      close: () => replicas.close(),
    };
  }
  let reason: string | null = null;
  const note = (fields: object): void => {
    reason = reasonOf((fields as { readonly err?: unknown }).err);
  };
  const state =
    redisUrl === undefined
      ? openQuotaState(config.stateDir, access.tenant, { ...silentLogger, warn: note })
      : quotaStateInMemory();
  // A gateway beside it shares the count, but knows nothing of what is sent here in the same second.
  return alone(state, Math.min(1, requestsPerSecond), () => reason);

  function alone(
    { dayCount, hold, isKept }: ReturnType<typeof quotaStateInMemory>,
    perSecond: number,
    stateReason: () => string | null = () => null,
  ): DoctorQuota {
    return {
      quota: new LocalQuota({
        requestsPerSecond: perSecond,
        requestsPerDay,
        marginMs: rateMarginMs,
        dayTimeZone,
        dayCount,
        hold,
        clock,
      }),
      keepsCount: isKept,
      stateReason,
      close: () => Promise.resolve(),
    };
  }
}
