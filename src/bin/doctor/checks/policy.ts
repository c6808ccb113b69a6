import type { GongWorkspace } from '../../../gong/endpoints/wire.js';
import { checkPolicies } from '../../../access/policy/checkPolicies.js';
import type { Policies } from '../../../access/policy/policies.js';
import { ok, problem, type Finding } from '../finding.js';

export function namesWorkspaces({ base, roles }: Policies): boolean {
  return [base, ...roles.map(({ settings }) => settings)].some(
    ({ workspaces }) => workspaces !== null,
  );
}

/** Reports whether the policy names existing workspaces. If not, the gateway does not start. */
export async function policyFindings(
  policies: Policies,
  workspaces: readonly GongWorkspace[] | null,
): Promise<readonly Finding[]> {
  if (!namesWorkspaces(policies) || workspaces === null) return [];
  const check = await checkPolicies(policies, () => Promise.resolve(workspaces));
  return check.result === 'bad'
    ? [problem('Policy', check.problem, 'Use the names or IDs exactly as stored in Gong.')]
    : [ok('Policy', 'all workspaces that it names exist.')];
}
