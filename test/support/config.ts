import type { GatewayConfig } from '../../src/gateway.js';
import { openPolicy } from '../../src/policy/settings.js';

/** Nothing waits, nothing is remembered: what an operation costs is what it costs from a cold start. */
export const testConfig: GatewayConfig = {
  requestsPerSecond: 1_000_000,
  requestsPerDay: 1_000_000,
  rateMarginMs: 15,
  dayTimeZone: 'UTC',
  maxQueued: 10_000,
  maxGongRequests: 1_000,
  cacheTtlSeconds: 0,
  cacheMaxBytes: 64 * 1024 * 1024,
  companyTimeZone: undefined,
  deadlineMs: 25_000,
  mediaIdleTimeoutMs: 60_000,
  policy: { base: openPolicy, roles: [], hook: null },
  rawRequests: { isOn: true, furtherPaths: [] },
  secret: 'a secret for tests, long enough to be one',
};
