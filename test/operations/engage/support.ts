import { createCompany, createSandbox, type Company } from '../../../sandbox/src/index.js';
import { FakeClock } from '../../support/clock.js';
import { createTestGateway, type TestGatewayOptions } from '../../support/gateway.js';
import { engageSamples } from '../../sandbox/engageSamples.js';

export const NOW = Date.parse('2026-06-01T12:00:00Z');

/** A gateway over a generated company, with what requests can name of it. */
export function setUp(options: TestGatewayOptions = {}, change?: (company: Company) => void) {
  const clock = new FakeClock(NOW);
  const company = createCompany({ now: NOW, users: 24, calls: 10, workspaces: 2 });
  change?.(company);
  const sandbox = createSandbox({ company, clock, requestsPerSecond: Infinity });
  const gateway = createTestGateway({ clock, sandbox, ...options });
  return { clock, company, sandbox, gateway, ...engageSamples(company) };
}

export const code = (name: string) => ({ extensions: { code: name } });
