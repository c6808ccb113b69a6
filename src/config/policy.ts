import type { RolePolicy } from '../policy/policies.js';
import { parsePolicy, type PolicySettings } from '../policy/settings.js';
import { text, type Environment, type Parsed } from './values.js';

/** What viewers of the default tenant may see and do, as the environment says. */
export interface PolicyConfig {
  /** What holds for viewers without any of the roles. */
  readonly base: PolicySettings;
  /** In the order in which they count. */
  readonly roles: readonly RolePolicy[];
  /** Path of an ES module that judges each call; undefined: none does. */
  readonly modulePath: string | undefined;
}

export const policyVariables = {
  GATEWAY_POLICY: text.optional(),
  GATEWAY_POLICY_ROLES: text.optional(),
  GATEWAY_POLICY_MODULE: text.optional(),
};

export function parsePolicyConfig(environment: Environment): Parsed<PolicyConfig> {
  const { GATEWAY_POLICY: words = '', GATEWAY_POLICY_ROLES: roleWords = '' } = environment;
  const base = parsePolicy(words);
  const problems = base.problems.map((problem) => `GATEWAY_POLICY ${problem}.`);
  const roles: RolePolicy[] = [];
  for (const [index, entry] of entriesOf(roleWords).entries()) {
    const colon = entry.indexOf(':');
    const role = entry.slice(0, Math.max(0, colon)).trim();
    if (role === '') {
      problems.push(
        `GATEWAY_POLICY_ROLES has no role at place ${index + 1}: write manager: team-calls; compliance: show-private.`,
      );
      continue;
    }
    if (roles.some((each) => each.role === role)) {
      problems.push(`GATEWAY_POLICY_ROLES names the role ${role} twice.`);
    }
    const { value, problems: wrong } = parsePolicy(entry.slice(colon + 1));
    problems.push(...wrong.map((problem) => `GATEWAY_POLICY_ROLES ${problem}, for ${role}.`));
    roles.push({ role, settings: value });
  }
  const modulePath = environment['GATEWAY_POLICY_MODULE']?.trim();
  return { value: { base: base.value, roles, modulePath }, problems };
}

function entriesOf(value: string): readonly string[] {
  return value
    .split(';')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
