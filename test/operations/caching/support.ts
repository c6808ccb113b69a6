import { expect } from '@jest/globals';
import { createCompany, createSandbox, type SandboxOptions } from '../../../sandbox/src/index.js';
import { FakeClock } from '../../support/clock.js';
import { createTestGateway, type TestGatewayOptions } from '../../support/gateway.js';

export const NOW = Date.parse('2026-06-01T12:00:00Z');

export const company = createCompany({ now: NOW, users: 130, calls: 600, days: 60, steady: true });

export function setUp(options: TestGatewayOptions & { gong?: SandboxOptions } = {}) {
  const clock = new FakeClock(NOW);
  const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity, ...options.gong });
  const config = { cacheTtlSeconds: 300, ...options.config };
  const gateway = createTestGateway({ clock, ...options, config, sandbox });
  const run = (query: string, variables: Record<string, unknown> = {}) =>
    clock.runUntil(gateway.trace(query, variables));
  /** What a query costs now; it must succeed. */
  const costOf = async (query: string, variables: Record<string, unknown> = {}) => {
    const { sent, errors, extensions } = await run(query, variables);
    expect(errors).toBeUndefined();
    expect(extensions?.gong?.requests ?? 0).toBe(sent.length);
    return sent.length;
  };
  return { clock, sandbox, gateway, run, costOf };
}
