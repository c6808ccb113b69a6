import { parseConfig, type HttpConfig } from '../../src/config/config.js';
import type { GatewayConfig } from '../../src/tenants/gateway.js';
import { systemClock, type Clock } from '../../src/lib/clock.js';
import type { CallHook } from '../../src/access/policy/hook.js';
import type { Policies } from '../../src/access/policy/policies.js';
import { defaultReplica } from '../../src/replica/replicaConfig.js';
import { openPolicy, parsePolicy } from '../../src/access/policy/settings.js';
import { HANG_MS } from './hang.js';

/** Nothing waits, nothing is remembered: what an operation costs is what it costs from a cold start. */
export const testConfig: GatewayConfig = {
  requestsPerSecond: 1_000_000,
  requestsPerDay: 1_000_000,
  rateMarginMs: 15,
  dayTimeZone: 'UTC',
  maxQueued: 10_000,
  maxGongRequests: 1_000,
  maxObjects: 10_000_000,
  cacheTtlSeconds: 0,
  cacheMaxBytes: 64 * 1024 * 1024,
  companyTimeZone: undefined,
  deadlineMs: 25_000,
  mediaIdleTimeoutMs: 60_000,
  policy: { base: openPolicy, roles: [], hook: null },
  rawRequests: { isOn: true, furtherPaths: [] },
  isSandbox: false,
  showsAuditSecrets: false,
  enabled: new Set(),
  subgraph: { hasNode: true },
  replica: defaultReplica,
  secret: 'a secret for tests, long enough to be one',
};

/** In real time, an operation may take as long as a busy machine needs. */
export function deadlineBy(clock: Clock): { readonly deadlineMs?: number } {
  return clock === systemClock ? { deadlineMs: HANG_MS } : {};
}

/** As it is where nobody says otherwise. */
export const testHttpConfig: HttpConfig = parseConfig({}).http;
/** The policy that an operator says in words, for everybody; of whoever has a role, in the words for that. */
export function policyIn(
  words: string,
  more: { readonly roles?: Record<string, string>; readonly hook?: Partial<CallHook> } = {},
): Policies {
  const hook = more.hook?.judge;
  return {
    base: parsed(words),
    roles: Object.entries(more.roles ?? {}).map(([role, each]) => ({
      role,
      settings: parsed(each),
    })),
    hook:
      hook === undefined
        ? null
        : { ...more.hook, judge: hook, needsParties: more.hook?.needsParties ?? false },
  };
}

function parsed(words: string): Policies['base'] {
  const { value, problems } = parsePolicy(words);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return value;
}
