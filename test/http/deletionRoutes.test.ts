import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../src/lib/clock.js';
import { DatabaseError } from '../../src/replica/database.js';
import type { Replica } from '../../src/replica/replica.js';
import { readHeldCalls } from '../../src/company/sync/syncState.js';
import { storageInMemory } from '../../src/tenants/gateway.js';
import { startDatabases, type TestDatabases } from '../support/databases.js';
import { openTestReplica } from '../support/replica.js';
import { startTenantServer, type TenantServer } from '../tenants/support.js';

const PATH = '/admin/replicas/acme/deletions';

let databases: TestDatabases;
let replica: Replica;
let server: TenantServer;

/** Gong no longer shows calls, as the gateway says that syncs: another one. */
async function miss(calls: number): Promise<void> {
  const lease = await replica.leases.acquire('other', 3_600_000);
  if (lease === null) throw new Error('Another gateway syncs.');
  const suspects = Object.fromEntries(
    Array.from({ length: calls }, (_, index) => [
      String(index),
      { missedAt: Date.parse('2026-06-01T12:00:00Z') + index, absentAt: null },
    ]),
  );
  await replica.sync.put('vanished', { suspects, trippedAt: 1, confirmedTo: 0 }, lease);
  await replica.sync.leave('confirmed', { missedTo: 0 });
}

beforeAll(async () => {
  databases = await startDatabases('sqlite');
  ({ replica } = await openTestReplica(databases));
  server = await startTenantServer({
    environment: { GATEWAY_REPLICA: 'on' },
    storage: {
      ...storageInMemory(systemClock),
      openReplica: () => Promise.resolve({ ...replica, close: () => Promise.resolve() }),
    },
  });
  await server.connect('acme');
});
beforeEach(() => miss(3000));
afterAll(async () => {
  await server.gateway.tenants.close();
  await server.close();
  await replica.close();
  await databases.close();
});

const messageOf = async (response: Response): Promise<unknown> => {
  const { errors } = (await response.json()) as {
    errors: readonly { message: string; extensions: object }[];
  };
  return errors[0];
};

describe('/admin/replicas/<tenant>/deletions', () => {
  it('shows how many calls are missing, and confirms that number for the gateway that syncs', async () => {
    const requests = server.acme.requests.length;
    const shown = await server.admin('GET', PATH);
    expect(shown.status).toBe(200);
    expect(shown.headers.get('cache-control')).toBe('no-store');
    expect(await shown.json()).toEqual({
      tenant: 'acme',
      calls: 3000,
      since: '2026-06-01T12:00:00.000Z',
    });

    const confirmed = await server.admin('POST', PATH, { calls: 3000 });

    expect([confirmed.status, await confirmed.json()]).toEqual([
      202,
      { tenant: 'acme', calls: 3000 },
    ]);
    expect((await readHeldCalls(replica.sync)).calls).toBe(0);
    expect(await (await server.admin('GET', PATH)).json()).toEqual({
      tenant: 'acme',
      calls: 0,
      since: null,
    });
    expect(server.acme.requests.length).toBe(requests);
  });

  it('confirms nothing when another number is missing', async () => {
    const refused = await server.admin('POST', PATH, { calls: 30 });

    expect(refused.status).toBe(409);
    expect(await messageOf(refused)).toEqual({
      message:
        'You confirmed 30 calls, but Gong no longer shows 3000. Check the number that a GET of this path returns, and send that.',
      extensions: { code: 'BAD_USER_INPUT', retryable: false },
    });
    expect((await readHeldCalls(replica.sync)).calls).toBe(3000);
  });

  it.each([{}, { calls: '3000' }, { calls: 0 }, { calls: 3000, all: true }])(
    'refuses the body %j',
    async (body) => {
      const refused = await server.admin('POST', PATH, body);

      expect(refused.status).toBe(400);
      expect(await messageOf(refused)).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
      expect((await readHeldCalls(replica.sync)).calls).toBe(3000);
    },
  );

  it.each(['globex', 'nobody', 'No-Tenant'])(
    'says that tenant %s has no replica when it is not connected',
    async (tenant) => {
      const refused = await server.admin('GET', `/admin/replicas/${tenant}/deletions`);

      expect(refused.status).toBe(404);
      expect(await messageOf(refused)).toMatchObject({
        message: expect.stringContaining(`Tenant "${tenant}" has no replica.`),
        extensions: { code: 'REPLICA_OFF' },
      });
    },
  );

  it('says when the store cannot be reached', async () => {
    const failing = await startTenantServer({
      environment: { GATEWAY_REPLICA: 'on' },
      storage: {
        ...storageInMemory(systemClock),
        openReplica: () => Promise.reject(new DatabaseError('unavailable', 'It is away.')),
      },
    });
    await failing.connect('acme');
    const refused = await failing.admin('GET', PATH);

    expect(refused.status).toBe(503);
    expect(await messageOf(refused)).toMatchObject({
      extensions: { code: 'REPLICA_UNAVAILABLE', retryable: true },
    });
    await failing.gateway.tenants.close();
    await failing.close();
  });

  it('is for administrators only', async () => {
    expect((await server.admin('GET', PATH, undefined, 'acme-token')).status).toBe(401);
    expect((await server.admin('POST', PATH, { calls: 3000 }, 'acme-token')).status).toBe(401);
    expect((await readHeldCalls(replica.sync)).calls).toBe(3000);
  });
});
