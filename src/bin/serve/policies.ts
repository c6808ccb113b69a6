import { loadHook } from '../../access/policy/hookModule.js';
import type { Policies } from '../../access/policy/policies.js';
import { ConfigError, type Config } from '../../config/config.js';
import { MINUTE_MS, type Clock } from '../../lib/clock.js';
import type { Logger } from '../../lib/logger.js';
import type { Gateway, TenantCheck } from '../../tenants/gateway.js';

/** Interval at which policies are checked that could not be checked at startup. */
const CHECK_INTERVAL_MS = MINUTE_MS;

/**
 * Loads the policies. A module that cannot judge calls must not come to mean that everything may be seen.
 *
 * @throws ConfigError when the policy module cannot be used.
 */
export async function openPolicies({
  policy: { base, roles, modulePath },
}: Pick<Config, 'policy'>): Promise<Policies> {
  if (modulePath === undefined) return { base, roles, hook: null };
  const loaded = await loadHook(modulePath);
  if ('hook' in loaded) return { base, roles, hook: loaded.hook };
  throw new ConfigError([`GATEWAY_POLICY_MODULE ${modulePath} ${loaded.problem}.`]);
}

interface PolicyCheckDependencies {
  readonly gateway: Pick<Gateway, 'checkPolicies'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Checks the policies of tenants. A policy with a missing workspace must not come to mean that everything may be seen.
 * Policies that could not be checked are checked again, because an invalid one would remain unnoticed.
 *
 * @returns a function that ends the repeated checks.
 * @throws ConfigError when a policy is invalid.
 */
export async function checkPolicies(
  tenants: readonly string[],
  { gateway, clock, logger }: PolicyCheckDependencies,
): Promise<() => void> {
  let cancel: () => void = () => undefined;
  const checks = await gateway.checkPolicies(tenants);
  const problems = checks.flatMap(({ tenant, check }) =>
    check.result === 'bad' ? [`Tenant "${tenant}": ${check.problem}`] : [],
  );
  if (problems.length > 0) throw new ConfigError(problems);
  checkLater(checks);
  return () => {
    cancel();
  };

  function checkLater(last: readonly TenantCheck[]): void {
    const open = last.flatMap(({ tenant, check }) =>
      check.result === 'unchecked' ? [{ tenant, err: check.error }] : [],
    );
    if (open.length === 0) return;
    for (const each of open) {
      logger.warn(
        each,
        'Policy workspaces not verified: fields that depend on the policy fail until they are',
      );
    }
    cancel = clock.after(CHECK_INTERVAL_MS, () => {
      void gateway.checkPolicies(open.map(({ tenant }) => tenant)).then((again) => {
        for (const { tenant, check } of again) {
          if (check.result === 'bad') logger.error({ tenant }, check.problem);
        }
        checkLater(again);
      });
    });
  }
}
