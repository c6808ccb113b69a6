import type { Policies } from '../../access/policy/policies.js';
import type { EnablingVariable } from '../../gong/endpoints/endpoint.js';
import type { EnabledFields } from './uses.js';

/** What the policies leave: where everybody may only read, no scope is needed for changing anything. */
export function enabledFields(
  policies: readonly Pick<Policies, 'base' | 'roles'>[],
): EnabledFields {
  const mutations = policies.some(({ base, roles }) =>
    [base, ...roles.map(({ settings }) => settings)].some(({ readOnly }) => !readOnly),
  );
  return { mutations };
}

/** The same of all tenants that are configured, without what is off by default and was not enabled. */
export function enabledIn(config: {
  readonly policy: Pick<Policies, 'base' | 'roles'>;
  readonly enabled: ReadonlySet<EnablingVariable>;
  readonly tenants:
    ReadonlyMap<string, { readonly policy?: Pick<Policies, 'base' | 'roles'> }> | undefined;
}): EnabledFields {
  const ofTenants = [...(config.tenants?.values() ?? [])].flatMap(({ policy }) => policy ?? []);
  return { ...enabledFields([config.policy, ...ofTenants]), variables: config.enabled };
}
