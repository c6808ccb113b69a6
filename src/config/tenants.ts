import { z } from 'zod';
import { TENANT_NAME } from '../access/clients/client.js';
import type { PolicyConfig } from './policy.js';
import { parsePolicyWords } from './policy.js';
import { callPart, partsOf, replicaPlace } from './replica.js';
import type { ReplicaConfig } from '../replica/replicaConfig.js';
import { timeZone, type ParseResult } from './values.js';

/** Settings of one tenant. An omitted member has the value of the environment. */
export interface TenantSettings {
  readonly requestsPerSecond?: number;
  readonly requestsPerDay?: number;
  readonly clientRequestsPerDay?: number;
  readonly clientOperationsPerMinute?: number;
  readonly dayTimeZone?: string;
  readonly companyTimeZone?: string;
  /** Replaces both GATEWAY_POLICY and GATEWAY_POLICY_ROLES. */
  readonly policy?: Pick<PolicyConfig, 'base' | 'roles'>;
  /** What differs for its replica. */
  readonly replica?: Partial<ReplicaConfig>;
}

/** What is configured for a tenant. */
export function withTenant<Base extends { readonly replica: ReplicaConfig }>(
  base: Base,
  { replica, ...own }: TenantSettings = {},
) {
  return { ...base, ...own, replica: { ...base.replica, ...replica } };
}

/** The rules of one entry. */
export const tenant = z.strictObject({
  requestsPerSecond: z.number().min(0.001).optional(),
  requestsPerDay: z.int().min(1).optional(),
  clientRequestsPerDay: z.int().min(1).optional(),
  clientOperationsPerMinute: z.int().min(1).optional(),
  dayTimeZone: timeZone.optional(),
  companyTimeZone: timeZone.optional(),
  policy: z.string().optional(),
  policyRoles: z.record(z.string(), z.string()).optional(),
  replica: replicaPlace.optional(),
  replicaHolds: z.array(callPart).min(1).optional(),
  replicaSinceDays: z.int().min(1).optional(),
  replicaKeepDays: z.int().min(1).optional(),
  replicaCrmFields: z.array(z.string()).optional(),
  replicaWhenGongFails: z.boolean().optional(),
  syncRequestsPerDay: z.int().min(1).optional(),
  syncFillRequestsPerDay: z.int().min(1).optional(),
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
      const { policy, policyRoles, replica, ...rest } = withoutReplica(parsed.data);
      const isSaid = policy !== undefined || policyRoles !== undefined;
      const said = parsePolicyWords(policy ?? '', Object.entries(policyRoles ?? {}));
      problems.push(...said.problems.map((problem) => `${name}, ${key}.policy ${problem}.`));
      value.set(key, {
        ...withoutUndefined<TenantSettings>(rest),
        ...(isSaid ? { policy: said.value } : {}),
        ...(Object.keys(replica).length === 0 ? {} : { replica }),
      });
      continue;
    }
    for (const { path, message } of parsed.error.issues) {
      problems.push(`${name}, ${[key, ...path].join('.')}: ${message}.`);
    }
  }
  return { value, problems };
}

/** An entry with what it says of the replica in one place. */
function withoutReplica({
  replica: place,
  replicaHolds,
  replicaSinceDays: sinceDays,
  replicaKeepDays: keepDays,
  replicaCrmFields: crmFields,
  replicaWhenGongFails: answersWhenGongFails,
  syncRequestsPerDay: requestsPerDay,
  syncFillRequestsPerDay: fillRequestsPerDay,
  ...rest
}: z.infer<typeof tenant>) {
  const holds = replicaHolds === undefined ? undefined : partsOf(replicaHolds);
  const when = { sinceDays, keepDays, requestsPerDay, fillRequestsPerDay };
  const replica = withoutUndefined<Partial<ReplicaConfig>>({
    ...when,
    place,
    holds,
    crmFields,
    answersWhenGongFails,
  });
  return { ...rest, replica };
}

function withoutUndefined<T extends object>(object: {
  readonly [Name in keyof T]?: T[Name] | undefined;
}): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
