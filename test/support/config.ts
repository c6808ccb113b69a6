import { parseConfig, type HttpConfig } from '../../src/config.js';
import type { GatewayConfig } from '../../src/gateway.js';

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
  rawRequests: { isOn: true, furtherPaths: [] },
  secret: 'a secret for tests, long enough to be one',
};

/** As it is where nobody says otherwise. */
export const testHttpConfig: HttpConfig = parseConfig({}).http;
