import { createSandbox, type Fault, type SandboxOptions } from '../../../sandbox/src/index.js';
import { FakeClock } from '../../support/clock.js';
import { callsAt, companyOf, usersOf } from '../../support/companies.js';
import { createTestGateway, type TestGatewayOptions } from '../../support/gateway.js';

export const NOW = Date.parse('2026-06-01T12:00:00Z');

export const range = (count: number): number[] =>
  Array.from({ length: count }, (_, index) => index);

export const calls = callsAt(range(450).map((index) => NOW - (500 - index) * 3_600_000));

export const company = companyOf({ calls, users: usersOf(120) });

export const says = (status: number, ...errors: string[]): Fault => ({
  kind: 'answer',
  status,
  body: { requestId: 'r3qu35t', errors },
});

/** Gateway and sandbox on one clock that stands still unless told. */
export function setUp(options: TestGatewayOptions & { gong?: SandboxOptions } = {}) {
  const clock = new FakeClock(NOW);
  const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity, ...options.gong });
  return { clock, sandbox, gateway: createTestGateway({ clock, ...options, sandbox }) };
}
