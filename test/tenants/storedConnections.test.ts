import { afterEach, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../src/lib/clock.js';
import { MemoryState } from '../../src/lib/memoryState.js';
import { createGate } from '../http/support.js';
import { FakeClock } from '../support/clock.js';
import { GLOBEX_KEY } from './support.js';
import { servers, setUp } from './connectingSupport.js';

const MINUTE = 60_000;

const CALLS = '{ calls(first: 1) { nodes { id } } }';

/** The first bytes of an MP3 file. */
const AUDIO = Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, 0, 0xff, 0xfb, 0x90, 0x64]);

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

describe('a stored connection', () => {
  it('of two tenants at one host has separate counts', async () => {
    const server = await setUp();
    await server.connect('acme');
    await server.connect('globex');
    const usedBy = async (token: string): Promise<number> => {
      const { data } = await server.query(token, '{ quota { usedToday } }');
      return (data as unknown as { quota: { usedToday: number } }).quota.usedToday;
    };
    await server.query('acme-token', CALLS);

    expect([await usedBy('acme-token'), await usedBy('globex-token')]).toEqual([1, 0]);
  });

  it('is used while the store is unreachable', async () => {
    const clock = new FakeClock();
    const server = await setUp({ clock });
    await server.connect('acme');
    await server.query('acme-token', CALLS);
    server.store.isAway = true;
    await clock.advance(5000);

    expect((await server.query('acme-token', CALLS)).errors).toBeUndefined();
    expect((await server.query('globex-token', CALLS)).errors).toMatchObject([
      { extensions: { code: 'GONG_UNAVAILABLE', retryable: true } },
    ]);
  });

  it('by key is checked, stored, and used', async () => {
    const server = await setUp();
    const path = '/admin/connections/globex';
    for (const [body, message] of [
      [{}, 'The body must be a JSON object'],
      [{ ...GLOBEX_KEY, extra: 1 }, 'The body must be a JSON object'],
      [{ ...GLOBEX_KEY, accessKey: 'a:b' }, 'The body must be a JSON object'],
      [{ ...GLOBEX_KEY, baseUrl: 'https://x:y@globex.gong.test' }, 'must not contain credentials'],
      [{ ...GLOBEX_KEY, baseUrl: 'ftp://globex.gong.test' }, 'must be an http or https URL'],
      [
        {
          accessKey: 'WRONG',
          accessKeySecret: GLOBEX_KEY.accessKeySecret,
          baseUrl: 'https://globex.gong.test',
        },
        'rejected this API key',
      ],
    ] as const) {
      const refused = await server.admin('PUT', path, body);
      expect(refused.status).toBe(400);
      const text = await refused.text();
      expect(text).toContain(message);
      expect(text).not.toContain(GLOBEX_KEY.accessKeySecret);
    }
    const put = await server.admin('PUT', path, {
      ...GLOBEX_KEY,
      baseUrl: 'https://globex.gong.test',
    });

    expect(await put.json()).toMatchObject({ tenant: 'globex', kind: 'key', status: 'connected' });
    expect((await server.query('globex-token', CALLS)).errors).toBeUndefined();
    expect(server.globex.requests.length).toBeGreaterThan(0);
    expect(server.acme.requests).toEqual([]);
  });

  it('is listed without credentials', async () => {
    const server = await setUp();
    await server.connect('acme');
    await server.admin('PUT', '/admin/connections/globex', {
      ...GLOBEX_KEY,
      baseUrl: 'https://globex.gong.test',
    });
    const text = await (await server.admin('GET', '/admin/connections')).text();

    expect(JSON.parse(text)).toMatchObject({
      connections: [
        {
          tenant: 'acme',
          kind: 'oauth',
          status: 'connected',
          gong: 'https://acme.gong.test',
          scopes: expect.arrayContaining(['api:users:read']),
          missingScopes: [],
        },
        { tenant: 'globex', kind: 'key', gong: 'https://globex.gong.test' },
      ],
    });
    for (const { accessToken, refreshToken } of server.acme.oauth.grants) {
      expect(text).not.toContain(accessToken);
      expect(text).not.toContain(refreshToken);
    }
    expect(text).not.toContain(GLOBEX_KEY.accessKey);
    expect(text).not.toContain(GLOBEX_KEY.accessKeySecret);
  });

  it('that ended serves no data, cached or not', async () => {
    const server = await setUp();
    await server.connect('acme');
    await server.query('acme-token', CALLS);
    expect(server.gateway.state().cachedBytes).toBeGreaterThan(0);
    const before = server.acme.requests.length;

    expect((await server.admin('DELETE', '/admin/connections/acme')).status).toBe(204);
    expect((await server.admin('DELETE', '/admin/connections/acme')).status).toBe(404);
    const answer = await server.query('acme-token', CALLS);

    expect(answer.data).toEqual({ calls: null });
    expect(answer.errors).toMatchObject([
      {
        message: expect.stringContaining('is not connected to Gong'),
        extensions: { code: 'GONG_BAD_CREDENTIALS', retryable: false },
      },
    ]);
    expect(server.gateway.state().cachedBytes).toBe(0);
    expect(server.acme.requests.length).toBe(before);
  });

  it('can be ended when its tenant is no longer served', async () => {
    const first = await setUp();
    await first.connect('acme');
    const later = await setUp({
      store: first.store,
      tenants: {},
      environment: { GATEWAY_TOKENS: 'web:default-token' },
    });

    expect((await later.admin('DELETE', '/admin/connections/acme')).status).toBe(204);
    expect(first.store.kept.size).toBe(0);
  });

  it('is kept until its cached data can be deleted', async () => {
    let isAway = true;
    const forgotten: string[] = [];
    const server = await setUp({
      storage: {
        openQuota: () => ({}),
        openData: () => ({}),
        forgetData: (key) => {
          if (isAway) return Promise.reject(new Error('It is away.'));
          forgotten.push(key);
          return Promise.resolve();
        },
        state: new MemoryState(systemClock),
      },
    });
    await server.connect('acme');
    await server.query('acme-token', CALLS);
    expect((await server.admin('DELETE', '/admin/connections/acme')).status).toBe(503);
    expect(server.store.kept.size).toBe(1);

    isAway = false;
    expect((await server.admin('DELETE', '/admin/connections/acme')).status).toBe(204);
    expect(server.store.kept.size).toBe(0);
    expect(new Set(forgotten).size).toBe(1);
  });

  it('that is replaced leaves no earlier data', async () => {
    const forgotten: string[] = [];
    const server = await setUp({
      storage: {
        openQuota: () => ({}),
        openData: (key) => ({ close: () => forgotten.push(`closed ${key}`) }),
        forgetData: (key) => {
          forgotten.push(`forgot ${key}`);
          return Promise.resolve();
        },
        state: new MemoryState(systemClock),
      },
    });
    await server.connect('acme');
    await server.query('acme-token', CALLS);
    await server.connect('acme');

    const [closed = '', forgot = ''] = forgotten;
    expect(closed.replace('closed ', '')).toBe(forgot.replace('forgot ', ''));
    expect(forgotten).toHaveLength(2);
    expect(server.gateway.state().cachedBytes).toBe(0);
  });

  it('to a host that is no longer allowed is not used', async () => {
    const first = await setUp();
    await first.admin('PUT', '/admin/connections/globex', {
      ...GLOBEX_KEY,
      baseUrl: 'https://globex.gong.test',
    });
    const before = first.globex.requests.length;
    const later = await setUp({ store: first.store, isHostAllowed: () => false });
    const answer = await later.query('globex-token', CALLS);

    expect(answer.errors).toMatchObject([
      { message: expect.stringContaining("a host that is not Gong's") },
    ]);
    expect([first.globex.requests.length, later.globex.requests.length]).toEqual([before, 0]);
  });

  it('that ended serves no data that was still being read', async () => {
    const gate = createGate();
    let isHeld = false;
    const server = await setUp({
      fetch: (next) => {
        const held = gate.fetch(next);
        return (url, init) => (isHeld && url.includes('/v2/') ? held : next)(url, init);
      },
    });
    await server.connect('acme');
    isHeld = true;
    const asking = server.query('acme-token', '{ users(first: 1) { nodes { id } } }');
    await gate.arrived;
    await server.admin('DELETE', '/admin/connections/acme');
    gate.open();
    await asking;

    expect(server.gateway.state().cachedBytes).toBe(0);
  });

  it('that another instance ended is noticed within 1 second', async () => {
    const clock = new FakeClock();
    const server = await setUp({ clock });
    await server.connect('acme');
    await server.query('acme-token', CALLS);
    server.store.kept.delete('acme');
    await clock.advance(1000);

    expect((await server.query('acme-token', CALLS)).errors).toHaveLength(1);
    expect(server.gateway.state().cachedBytes).toBe(0);
  });

  it('that Gong revoked fails with a message to connect again, which works', async () => {
    const clock = new FakeClock();
    const server = await setUp({ clock });
    await server.connect('acme');
    await server.query('acme-token', CALLS);
    await clock.advance(2 * MINUTE);
    server.acme.oauth.revoke(server.acme.oauth.grants[0]?.id ?? '');

    const answer = await clock.runUntil(server.query('acme-token', '{ workspaces { id } }'));
    expect(answer.errors).toMatchObject([
      {
        message: expect.stringContaining('/oauth/gong/start?tenant=acme'),
        extensions: { code: 'GONG_BAD_CREDENTIALS', retryable: false },
      },
    ]);
    const ready = await fetch(`${server.origin}/health/ready`);
    expect(await ready.json()).toMatchObject({
      parts: { connections: { status: 'revoked', connected: 0, revoked: 1 } },
    });
    const listed = await (await server.admin('GET', '/admin/connections')).json();
    expect(listed).toMatchObject({ connections: [{ tenant: 'acme', status: 'revoked' }] });
    // Nor is shown what was read before.
    expect(server.gateway.state().cachedBytes).toBe(0);
    expect((await server.query('acme-token', CALLS)).data).toEqual({ calls: null });

    await server.connect('acme');
    expect((await server.query('acme-token', CALLS)).errors).toBeUndefined();
    expect(await (await fetch(`${server.origin}/health/ready`)).json()).toMatchObject({
      parts: { connections: { status: 'ok', connected: 1, revoked: 0 } },
    });
  });

  it('that Gong does not renew counts as refused', async () => {
    const clock = new FakeClock();
    const server = await setUp({ clock });
    await server.connect('acme');
    const credentials = async (): Promise<unknown> => {
      const ready = await fetch(`${server.origin}/health/ready`);
      return ((await ready.json()) as { parts: { credentials: unknown } }).parts.credentials;
    };
    await server.query('acme-token', CALLS);
    expect(await credentials()).toMatchObject({ status: 'ok' });
    server.acme.oauth.revoke(server.acme.oauth.grants[0]?.id ?? '');
    const before = server.acme.requests.length;

    // By then the access has ended, too.
    await clock.advance(7 * 24 * 60 * MINUTE);
    await clock.runUntil(server.query('acme-token', '{ workspaces { id } }'));

    expect(server.acme.requests.length).toBe(before);
    expect(await credentials()).toMatchObject({ status: 'refused' });
    await server.connect('acme');
    expect(await credentials()).toMatchObject({ status: 'untried' });
  });

  it('that another instance found revoked is reported soon', async () => {
    const clock = new FakeClock();
    const server = await setUp({ clock });
    await server.connect('acme');
    const partOf = async (): Promise<unknown> => {
      const ready = await fetch(`${server.origin}/health/ready`);
      return ((await ready.json()) as { parts: { connections: unknown } }).parts.connections;
    };
    expect(await partOf()).toMatchObject({ status: 'ok', connected: 1 });
    const kept = server.store.kept.get('acme');
    if (kept?.kind !== 'oauth') throw new Error('It is not connected.');
    server.store.kept.set('acme', { ...kept, revokedAt: clock.now() });
    await clock.advance(10_000);
    await partOf();
    expect(await partOf()).toMatchObject({ status: 'revoked', revoked: 1 });

    server.store.kept.delete('acme');
    await clock.advance(10_000);
    await partOf();
    expect(await partOf()).toMatchObject({ status: 'none', connected: 0, revoked: 0 });
  });

  it('accepts recordings for its own company until it ends', async () => {
    const server = await setUp();
    await server.connect('acme');
    const id = server.acme.company.calls.find(({ metaData }) => !metaData.isPrivate)?.metaData.id;
    const ticket = async (): Promise<string> => {
      const { data } = await server.query(
        'acme-token',
        'mutation ($id: ID!) { addCallMedia(input: { callId: $id }) { uploadUrl } }',
        { id },
      );
      return (data as unknown as { addCallMedia: { uploadUrl: string } }).addCallMedia.uploadUrl;
    };
    const put = (url: string): Promise<Response> =>
      fetch(url, { method: 'PUT', headers: { 'content-type': 'audio/mpeg' }, body: AUDIO });
    const [one, two] = [await ticket(), await ticket()];
    await put(one);
    expect(server.acme.requestsTo('addCallRecording')).toHaveLength(1);
    expect(server.globex.requests).toEqual([]);

    await server.connect('acme');
    expect((await put(two)).status).toBe(403);
    expect(server.acme.requestsTo('addCallRecording')).toHaveLength(1);
  });

  it('serves 20 operations with one renewal when its token expires', async () => {
    const clock = new FakeClock();
    const server = await setUp({ clock });
    await server.connect('acme');
    await clock.advance(25 * 60 * MINUTE);
    const asked = Array.from({ length: 20 }, (_, index) =>
      server.query('acme-token', `{ calls(first: ${index + 1}) { nodes { id } } }`),
    );
    const answers = await clock.runUntil(Promise.all(asked));

    expect(answers.every(({ errors }) => errors === undefined)).toBe(true);
    expect(server.acme.oauth.tokenRequests('refresh_token')).toBe(1);
    expect(server.acme.requests.every(({ status }) => status === 200)).toBe(true);
  });
});
