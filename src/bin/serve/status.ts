import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Config } from '../../config/config.js';
import type { ClientObserver } from '../../gong/attempt.js';
import type { Clock } from '../../lib/clock.js';
import { packageVersion } from '../../lib/packageRoot.js';
import {
  SharedStatus,
  type InstanceState,
  type StatusStore,
} from '../../telemetry/status/sharedStatus.js';
import type { StatusCounts } from '../../telemetry/status/statusCounts.js';
import type { Gateway } from '../../tenants/gateway.js';

/** What the status page shows of this instance, and of the others. */
export interface OpenStatus {
  readonly counts: StatusCounts;
  /** Null: there is one instance. */
  readonly shared: SharedStatus | null;
  readonly instance: () => Omit<InstanceState, 'isOver'>;
}

/**
 * Returns whether there is a status page. It needs an administrator, except for invented data that only this machine
 * can reach.
 */
export function hasStatusPage(
  config: Pick<Config, 'adminToken' | 'isSandbox' | 'isLocalOnly'>,
): boolean {
  return config.adminToken !== undefined || (config.isSandbox && config.isLocalOnly);
}

/** Begins to show this instance's counts to the others. */
export function openStatus(
  counts: StatusCounts,
  gateway: Pick<Gateway, 'state'>,
  { clock, store }: { readonly clock: Clock; readonly store: StatusStore | null },
): OpenStatus {
  const fixed = {
    id: randomUUID(),
    host: hostname(),
    version: packageVersion(),
    startedAt: clock.now(),
  };
  const instance = (): ReturnType<OpenStatus['instance']> => ({
    ...fixed,
    seenAt: clock.now(),
    queued: Object.fromEntries(
      gateway.state().companies.map(({ tenant, queued }) => [tenant, queued]),
    ),
  });
  const shared = store === null ? null : new SharedStatus({ own: counts, store, clock, instance });
  return { counts, shared, instance };
}

/** Returns an observer that calls all of them. */
export function allOf(observers: readonly ClientObserver[]): ClientObserver {
  return {
    onAttempt: (attempt) => {
      for (const observer of observers) observer.onAttempt(attempt);
    },
  };
}
