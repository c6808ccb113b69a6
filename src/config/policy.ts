import type { RolePolicy } from '../access/policy/policies.js';
import { parsePolicy, type PolicySettings } from '../access/policy/settings.js';
import { text, type Environment, type ParseResult } from './values.js';

/** What viewers may see and do, as the environment configures it for every tenant without its own settings. */
export interface PolicyConfig {
  /** The policy of viewers without any of the roles. */
  readonly base: PolicySettings;
  /** In order of precedence. */
  readonly roles: readonly RolePolicy[];
  /** Path of an ES module that judges each call; undefined when there is none. */
  readonly modulePath: string | undefined;
}

export const policyVariables = {
  GATEWAY_POLICY: text.optional(),
  GATEWAY_POLICY_ROLES: text.optional(),
  GATEWAY_POLICY_MODULE: text.optional(),
};

export function parsePolicyConfig(environment: Environment): ParseResult<PolicyConfig> {
  const { GATEWAY_POLICY: words = '', GATEWAY_POLICY_ROLES: roleWords = '' } = environment;
  const problems: string[] = [];
  const entries: [string, string][] = [];
  for (const [index, entry] of entriesOf(roleWords).entries()) {
    const colon = entry.indexOf(':');
    const role = entry.slice(0, Math.max(0, colon)).trim();
    if (role === '') {
      problems.push(
        `GATEWAY_POLICY_ROLES: entry ${index + 1} has no role. Example: manager: team-calls; compliance: show-private.`,
      );
      continue;
    }
    if (entries.some(([each]) => each === role)) {
      problems.push(`GATEWAY_POLICY_ROLES contains the role ${role} twice.`);
    }
    entries.push([role, entry.slice(colon + 1)]);
  }
  const base = parsePolicy(words);
  const roles = parseRoles(entries);
  problems.unshift(...base.problems.map((problem) => `GATEWAY_POLICY ${problem}.`));
  problems.push(...roles.problems.map((problem) => `GATEWAY_POLICY_ROLES ${problem}.`));
  const modulePath = environment['GATEWAY_POLICY_MODULE']?.trim();
  return { value: { base: base.value, roles: roles.value, modulePath }, problems };
}

/**
 * Parses the policy words of one tenant. Problems are ends of sentences.
 *
 * @param roles words by role, in order of precedence.
 */
export function parsePolicyWords(
  words: string,
  roles: readonly (readonly [string, string])[],
): ParseResult<Pick<PolicyConfig, 'base' | 'roles'>> {
  const base = parsePolicy(words);
  const ofRoles = parseRoles(roles);
  return {
    value: { base: base.value, roles: ofRoles.value },
    problems: [...base.problems, ...ofRoles.problems],
  };
}

function parseRoles(
  entries: readonly (readonly [string, string])[],
): ParseResult<readonly RolePolicy[]> {
  const parsed = entries.map(([role, words]) => ({ role, ...parsePolicy(words) }));
  return {
    value: parsed.map(({ role, value }) => ({ role, settings: value })),
    problems: parsed.flatMap(({ role, problems }) =>
      problems.map((problem) => `${problem}, for ${role}`),
    ),
  };
}

function entriesOf(value: string): readonly string[] {
  return value
    .split(';')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
