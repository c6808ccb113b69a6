import { afterEach, expect, it } from '@jest/globals';
import { startTenantServer, GLOBEX_KEY, type TenantServer } from './support.js';

const QUERY = '{ workspaces { name } }';

let server: TenantServer;
afterEach(() => server.close());

async function start(tenants: object): Promise<void> {
  const environment = { GATEWAY_CACHE_TTL_SECONDS: '0', GATEWAY_CLIENT_REQUESTS_PER_DAY: '2' };
  server = await startTenantServer({ tenants, environment });
  await server.connect('acme');
  await server.admin('PUT', '/admin/connections/globex', {
    ...GLOBEX_KEY,
    baseUrl: 'https://globex.gong.test',
  });
}

/** Runs the query so often, and returns the codes of its errors. */
async function codesOf(token: string, times: number): Promise<readonly unknown[]> {
  const codes: unknown[] = [];
  for (let count = 0; count < times; count += 1) {
    const { errors } = await server.query(token, QUERY);
    codes.push(errors?.[0]?.extensions['code'] ?? 'ok');
  }
  return codes;
}

it('clients of different tenants with one name have budgets of their own', async () => {
  await start({ acme: {}, globex: { clientRequestsPerDay: 1 } });

  expect(await codesOf('acme-token', 3)).toEqual(['ok', 'ok', 'QUOTA_EXHAUSTED']);
  expect(await codesOf('globex-token', 2)).toEqual(['ok', 'QUOTA_EXHAUSTED']);
});

it('a budget and a rate that the tenants file changes apply at once', async () => {
  await start({ acme: { clientRequestsPerDay: 1 }, globex: {} });
  const before = await codesOf('acme-token', 2);
  const { gateway } = server;

  expect(await gateway.useTenants(new Map([['acme', { clientRequestsPerDay: 3 }]]))).toEqual([]);
  const raised = await codesOf('acme-token', 3);
  await gateway.useTenants(new Map([['acme', { clientOperationsPerMinute: 1 }]]));
  const limited = await codesOf('acme-token', 2);

  expect([before, raised, limited]).toEqual([
    ['ok', 'QUOTA_EXHAUSTED'],
    ['ok', 'ok', 'QUOTA_EXHAUSTED'],
    // The budget of the environment, of which nothing is left.
    ['QUOTA_EXHAUSTED', 'RATE_LIMITED'],
  ]);
});

it('checks by the gateway itself are charged to no client', async () => {
  await start({ acme: { clientRequestsPerDay: 1 }, globex: {} });
  await server.gateway.checkPolicies(['acme', 'globex']);
  await server.admin('PUT', '/admin/connections/globex', {
    ...GLOBEX_KEY,
    baseUrl: 'https://globex.gong.test',
  });

  expect(await codesOf('acme-token', 2)).toEqual(['ok', 'QUOTA_EXHAUSTED']);
  const clients = server.gateway.state().companies.flatMap((company) => company.clients);
  expect(clients).toEqual([{ client: 'web', usedToday: 1, perDay: 1 }]);
});
