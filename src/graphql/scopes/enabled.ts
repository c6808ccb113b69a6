import type { Policies } from '../../access/policy/policies.js';
import type { EnablingVariable } from '../../gong/endpoints/endpoint.js';
import type { EnabledFields } from './uses.js';

/** Returns the fields that the policies enable. When all clients may only read, writes need no scope. */
export function enabledFields(
  policies: readonly Pick<Policies, 'base' | 'roles'>[],
): EnabledFields {
  const mutations = policies.some(({ base, roles }) =>
    [base, ...roles.map(({ settings }) => settings)].some(({ readOnly }) => !readOnly),
  );
  return { mutations };
}

/** Returns the same for all configured tenants, without features that are off by default and were not enabled. */
export function enabledIn(config: {
  readonly policy: Pick<Policies, 'base' | 'roles'>;
  readonly enabled: ReadonlySet<EnablingVariable>;
  readonly tenants:
    ReadonlyMap<string, { readonly policy?: Pick<Policies, 'base' | 'roles'> }> | undefined;
}): EnabledFields {
  const ofTenants = [...(config.tenants?.values() ?? [])].flatMap(({ policy }) => policy ?? []);
  return { ...enabledFields([config.policy, ...ofTenants]), variables: config.enabled };
}
