import { z } from 'zod';
import { TENANT_NAME } from '../access/clients/client.js';
import type { PolicyConfig } from './policy.js';
import { parsePolicyWords } from './policy.js';
import { timeZone, type ParseResult } from './values.js';

/** Settings of one tenant. An omitted member has the value of the environment. */
export interface TenantSettings {
  readonly requestsPerSecond?: number;
  readonly requestsPerDay?: number;
  readonly dayTimeZone?: string;
  readonly companyTimeZone?: string;
  /** Replaces both GATEWAY_POLICY and GATEWAY_POLICY_ROLES. */
  readonly policy?: Pick<PolicyConfig, 'base' | 'roles'>;
}

/** The rules of one entry. */
export const tenant = z.strictObject({
  requestsPerSecond: z.number().min(0.001).optional(),
  requestsPerDay: z.int().min(1).optional(),
  dayTimeZone: timeZone.optional(),
  companyTimeZone: timeZone.optional(),
  policy: z.string().optional(),
  policyRoles: z.record(z.string(), z.string()).optional(),
});

/**
 * Parses the file of GATEWAY_TENANTS_FILE: a JSON object of tenants by name.
 *
 * @param text its content.
 */
export function parseTenants(text: string): ParseResult<ReadonlyMap<string, TenantSettings>> {
  const name = 'GATEWAY_TENANTS_FILE';
  const value = new Map<string, TenantSettings>();
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { value, problems: [`${name} is not JSON.`] };
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return { value, problems: [`${name} must be an object of tenants by name.`] };
  }
  const problems: string[] = [];
  for (const [key, settings] of Object.entries(json)) {
    if (!TENANT_NAME.test(key)) {
      problems.push(
        `${name} has the invalid tenant name ${JSON.stringify(key)}. Use lowercase letters, digits, "-", and "_".`,
      );
      continue;
    }
    const parsed = tenant.safeParse(settings);
    if (parsed.success) {
      const { policy, policyRoles, ...rest } = parsed.data;
      const isSaid = policy !== undefined || policyRoles !== undefined;
      const said = parsePolicyWords(policy ?? '', Object.entries(policyRoles ?? {}));
      problems.push(...said.problems.map((problem) => `${name}, ${key}.policy ${problem}.`));
      value.set(key, { ...withoutUndefined(rest), ...(isSaid ? { policy: said.value } : {}) });
      continue;
    }
    for (const { path, message } of parsed.error.issues) {
      problems.push(`${name}, ${[key, ...path].join('.')}: ${message}.`);
    }
  }
  return { value, problems };
}

function withoutUndefined<T extends object>(object: T): TenantSettings {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
