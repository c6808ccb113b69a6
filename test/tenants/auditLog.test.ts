import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestAudit } from '../support/audit.js';
import {
  ADMIN,
  atGong,
  cookieOf,
  GLOBEX_KEY,
  startTenantServer,
  type TenantServer,
} from './support.js';

const { audit, taken } = createTestAudit();
let server: TenantServer;

beforeAll(async () => {
  server = await startTenantServer({ audit });
});
afterAll(async () => {
  await server.gateway.tenants.close();
  await server.close();
});

const nobody = { requestId: expect.any(String), tenant: null, client: null, viewer: null };
const ADDRESS = '127.0.0.1';

describe('acts of administrators', () => {
  it('are written with the tenant and the status, in order', async () => {
    const started = await server.admin('GET', '/oauth/gong/start?tenant=acme');
    const url = await atGong(server.acme, started, server.origin);
    await fetch(url, { method: 'HEAD' });
    await fetch(url, { headers: { cookie: cookieOf(started), 'x-request-id': 'callback' } });
    await fetch(url, { headers: { cookie: cookieOf(started) } });
    await server.admin('GET', '/admin/connections');
    await server.admin('PUT', '/admin/connections/globex', {
      ...GLOBEX_KEY,
      baseUrl: 'https://globex.gong.test',
    });
    await server.admin('PUT', '/admin/connections/globex', { accessKey: 'CANARY' });
    await server.admin('DELETE', '/admin/connections/globex');
    await server.admin('GET', '/admin/replicas/acme/deletions');
    // An open page reads it every few seconds.
    await server.admin('GET', '/admin/status');

    const records = taken();
    const act = (name: string, tenant: string | null, status: number) => ({
      ...nobody,
      tenant,
      action: 'admin',
      act: name,
      status,
    });
    expect(records).toEqual([
      act('start-oauth', 'acme', 302),
      { ...act('finish-oauth', 'acme', 200), requestId: 'callback' },
      act('finish-oauth', null, 400),
      act('list-connections', null, 200),
      act('connect-by-key', 'globex', 200),
      act('connect-by-key', 'globex', 400),
      act('disconnect', 'globex', 204),
      act('view-deletions', 'acme', 404),
    ]);
    const text = JSON.stringify(records);
    for (const secret of [ADMIN, GLOBEX_KEY.accessKey, GLOBEX_KEY.accessKeySecret, 'CANARY']) {
      expect(text).not.toContain(secret);
    }
  });
});

describe('failed tokens', () => {
  it('are written with the reason and the address, without the token', async () => {
    await server.query('a-wrong-token', '{ quota { usedToday } }');
    await fetch(`${server.origin}/graphql`, { method: 'POST' });
    await fetch(`${server.origin}/uploads/a-wrong-ticket`, { method: 'PUT' });
    await server.admin('DELETE', '/admin/connections/acme', undefined, 'a-wrong-token');
    await fetch(`${server.origin}/admin/connections`);
    await server.admin('GET', '/admin/status', undefined, 'a-wrong-token');

    const records = taken();
    expect(records).toEqual(
      [
        ['invalid-token', null],
        ['no-token', null],
        ['upload URL: invalid', null],
        ['administrator: invalid-token', 'acme'],
        ['administrator: no-token', null],
        ['administrator: invalid-token', null],
      ].map(([reason, tenant]) => ({
        ...nobody,
        tenant,
        action: 'bad-token',
        reason,
        address: ADDRESS,
      })),
    );
    expect(JSON.stringify(records)).not.toContain('a-wrong');
  });
});

it('names the tenant and the client of what was read', async () => {
  const { data } = await server.query('acme-token', '{ calls(first: 2) { nodes { id title } } }');

  const { nodes } = (data as unknown as { calls: { nodes: readonly { id: string }[] } }).calls;
  expect(taken()).toEqual([
    {
      requestId: expect.any(String),
      tenant: 'acme',
      client: 'web',
      viewer: null,
      action: 'read-call',
      ids: nodes.map(({ id }) => id),
    },
  ]);
});
