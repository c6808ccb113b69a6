import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createFetch } from '../../sandbox/src/index.js';
import { systemClock } from '../../src/lib/clock.js';
import { MemoryState } from '../../src/lib/memoryState.js';
import { createGate } from '../server/support.js';
import { FakeClock } from '../support/clock.js';
import {
  ADMIN,
  atGong,
  cookieOf,
  createAcme,
  GLOBEX_KEY,
  startTenantServer,
  type TenantServer,
  type TenantServerOptions,
} from './support.js';

const MINUTE = 60_000;
const servers: TenantServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function setUp(options: TenantServerOptions = {}): Promise<TenantServer> {
  const server = await startTenantServer(options);
  servers.push(server);
  return server;
}

const CALLS = '{ calls(first: 1) { nodes { id } } }';
/** The first bytes of an MP3 file. */
const AUDIO = Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, 0, 0xff, 0xfb, 0x90, 0x64]);
const START = '/oauth/gong/start?tenant=acme';
/** As a browser comes back to it from another name of the gateway. */
const LED = `${START}&led=1`;

describe('connecting a company by OAuth', () => {
  it('sends an administrator’s browser to Gong and takes it back', async () => {
    const server = await setUp();
    const started = await server.admin('GET', START);
    const location = new URL(started.headers.get('location') ?? '');

    expect(started.status).toBe(302);
    expect(`${location.origin}${location.pathname}`).toBe(
      'https://login.gong.test/oauth2/authorize',
    );
    expect(Object.fromEntries(location.searchParams)).toMatchObject({
      client_id: 'SANDBOXAPP',
      response_type: 'code',
      redirect_uri: 'https://gateway.test/oauth/gong/callback',
    });
    expect(location.searchParams.get('scope')?.split(' ')).toContain('api:users:read');
    expect(location.search).not.toContain('+');
    const [cookie] = started.headers.getSetCookie();
    expect(cookie).toMatch(/; Path=\/oauth\/gong\/callback; HttpOnly; Secure; SameSite=Lax/);
    expect(started.headers.get('cache-control')).toBe('no-store');

    const back = await atGong(server.acme, started, server.origin);
    const answer = await fetch(back, { headers: { cookie: cookieOf(started) } });
    const page = await answer.text();

    expect(answer.status).toBe(200);
    expect(page).toContain('Tenant “acme” is connected to Gong at https://acme.gong.test.');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await server.query('acme-token', CALLS)).toMatchObject({
      status: 200,
      data: { calls: { nodes: [{ id: expect.any(String) }] } },
    });
    expect(server.acme.requests.length).toBeGreaterThan(0);
    expect(server.strays).toEqual([]);
    expect(server.acme.oauth.requests.at(-1)).toMatchObject({
      operationId: 'generateCustomerToken',
      method: 'POST',
      body: undefined,
      query: { grant_type: 'authorization_code', client_id: 'SANDBOXAPP' },
    });
  });

  it.each([
    ['without a token', {}],
    ['with a client’s token', { authorization: 'Bearer acme-token' }],
    ['with another token', { authorization: `Bearer ${ADMIN}x` }],
    ['with another password', { authorization: `Basic ${btoa(`admin:${ADMIN}x`)}` }],
  ])('is refused %s, everywhere', async (_, headers) => {
    const server = await setUp();
    for (const [method, path] of [
      ['GET', LED],
      ['GET', '/admin/connections'],
      ['PUT', '/admin/connections/globex'],
      ['DELETE', '/admin/connections/acme'],
    ] as const) {
      const answer = await fetch(`${server.origin}${path}`, {
        method,
        headers,
        redirect: 'manual',
      });

      expect([path, answer.status]).toEqual([path, 401]);
      expect(await answer.json()).toMatchObject({
        errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
      });
      expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    }
    expect(server.store.puts).toEqual([]);
  });

  it('asks browsers for the token as a password', async () => {
    const server = await setUp();
    const asking = request(`${server.origin}${LED}`).end();
    const [refused] = (await once(asking, 'response')) as [IncomingMessage];
    refused.resume();
    // A line each: of several in one, Chromium reads the first.
    expect(refused.headersDistinct['www-authenticate']).toEqual([
      'Basic realm="gateway"',
      'Bearer realm="gateway"',
    ]);

    const headers = { authorization: `Basic ${btoa(`me:${ADMIN}`)}` };
    const started = await fetch(`${server.origin}${LED}`, { headers, redirect: 'manual' });
    expect(started.headers.get('location')).toContain('https://login.gong.test/');
    // Nothing else goes by what a browser sends by itself.
    const listed = await fetch(`${server.origin}/admin/connections`, { headers });
    expect(listed.status).toBe(401);
  });

  it('leads a browser to the name that Gong sends it back to, once', async () => {
    const server = await setUp();
    const led = await fetch(`${server.origin}${START}`, { redirect: 'manual' });
    expect(led.status).toBe(302);
    expect(led.headers.get('location')).toBe(
      'https://gateway.test/oauth/gong/start?tenant=acme&led=1',
    );
  });

  it('isn’t begun where nothing could be stored at its end', async () => {
    const server = await setUp();
    server.store.isAway = true;
    const answer = await server.admin('GET', START);
    expect(answer.status).toBe(503);
    expect(JSON.stringify(await answer.json())).toContain('It is away.');
  });

  it('isn’t begun by a browser that another page led here', async () => {
    const server = await setUp();
    const statusFrom = async (site: string, authorization: string): Promise<number | undefined> => {
      // What fetch sets itself, a test can't.
      const asking = request(`${server.origin}${LED}`, {
        headers: { authorization, 'sec-fetch-site': site },
      }).end();
      const [response] = (await once(asking, 'response')) as [IncomingMessage];
      response.resume();
      return response.statusCode;
    };
    const typed = `Basic ${btoa(`me:${ADMIN}`)}`;

    expect(await statusFrom('cross-site', typed)).toBe(403);
    expect(await statusFrom('same-site', typed)).toBe(403);
    expect(await statusFrom('none', typed)).toBe(302);
    expect(await statusFrom('cross-site', `Bearer ${ADMIN}`)).toBe(302);
  });

  it.each([
    ['/oauth/gong/start', 400, 'Say which tenant'],
    ['/oauth/gong/start?tenant=', 400, 'Say which tenant'],
    ['/oauth/gong/start?tenant=a&tenant=b', 400, 'Say which tenant'],
    ['/oauth/gong/start?tenant=../acme', 404, 'There is no tenant'],
    ['/oauth/gong/start?tenant=Acme', 404, 'There is no tenant'],
  ])('names what is wrong with a tenant: %s', async (path, status, message) => {
    const server = await setUp();
    const answer = await server.admin('GET', path);

    expect(answer.status).toBe(status);
    expect(JSON.stringify(await answer.json())).toContain(message);
  });

  it('serves only tenants that a file lists, where there is one', async () => {
    const any = await setUp();
    const environment = { GATEWAY_TOKENS: 'web@acme:acme-token,web@globex:globex-token' };
    await expect(setUp({ tenants: { acme: {} }, environment })).rejects.toThrow('globex');
    const listed = await setUp({
      tenants: { acme: { requestsPerDay: 77 } },
      environment: { GATEWAY_TOKENS: 'web@acme:acme-token,web:default-token' },
    });
    const statusOf = async (server: TenantServer, tenant: string): Promise<number> =>
      (await server.admin('GET', `/oauth/gong/start?tenant=${tenant}`)).status;

    expect(await statusOf(any, 'globex')).toBe(302);
    expect([await statusOf(listed, 'acme'), await statusOf(listed, 'globex')]).toEqual([302, 404]);
    expect(await statusOf(listed, 'default')).toBe(302);
    await listed.connect('acme');
    const { data } = await listed.query('acme-token', '{ quota { perDay } }');
    expect(data).toEqual({ quota: { perDay: 77 } });
  });

  it.each<[string, (back: URL, cookie: string) => [URL, string], string]>([
    ['another browser', (back) => [back, ''], 'another browser'],
    ['a forged state', (back) => [with_(back, 'state', 'AAAA'), ''], 'not begun at this gateway'],
    ['no state', (back) => [without(back, 'state'), ''], 'not begun at this gateway'],
    ['no code', (back, cookie) => [without(back, 'code'), cookie], 'not allowed'],
    [
      'a refusal',
      (back, cookie) => [with_(without(back, 'code'), 'error', 'access_denied'), cookie],
      'not allowed',
    ],
    ['a code of its own', (back, cookie) => [with_(back, 'code', 'mine'), cookie], "doesn't take"],
  ])('doesn’t take a browser with %s', async (_, change, message) => {
    const server = await setUp();
    const started = await server.admin('GET', START);
    const back = new URL(await atGong(server.acme, started, server.origin));
    const [address, cookie] = change(back, cookieOf(started));
    const answer = await fetch(address, { headers: { cookie } });

    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).toContain(message.replace("'", '&#39;'));
    expect(server.store.puts).toEqual([]);
  });

  it('ignores a HEAD request to the callback', async () => {
    const server = await setUp();
    const started = await server.admin('GET', START);
    const headers = { cookie: cookieOf(started) };
    const back = await atGong(server.acme, started, server.origin);
    const head = await fetch(back, { method: 'HEAD', headers });

    expect([head.status, await head.text()]).toEqual([204, '']);
    expect(server.acme.oauth.tokenRequests('authorization_code')).toBe(0);
    expect(server.store.puts).toEqual([]);
    expect((await fetch(back, { headers })).status).toBe(200);
    expect(server.acme.oauth.tokenRequests('authorization_code')).toBe(1);
  });

  it('accepts a state only as it was spelled', async () => {
    const server = await setUp();
    const started = await server.admin('GET', START);
    const headers = { cookie: cookieOf(started) };
    const back = new URL(await atGong(server.acme, started, server.origin));
    const state = back.searchParams.get('state') ?? '';
    const spellings = [`${state}=`, `${state} `, ` ${state}`, `${state}.`, spareBitsChanged(state)];
    for (const spelling of spellings) {
      const answer = await fetch(with_(new URL(back), 'state', spelling), { headers });
      expect([spelling, answer.status]).toEqual([spelling, 400]);
      expect(await answer.text()).toContain('not begun at this gateway');
    }
    expect(server.acme.oauth.tokenRequests('authorization_code')).toBe(0);
    expect((await fetch(back, { headers })).status).toBe(200);
  });

  it('takes a state once, and for ten minutes', async () => {
    const clock = new FakeClock();
    const server = await setUp({ clock });
    const started = await server.admin('GET', START);
    const headers = { cookie: cookieOf(started) };
    const back = await atGong(server.acme, started, server.origin);
    expect((await fetch(back, { headers })).status).toBe(200);
    expect(await (await fetch(back, { headers })).text()).toContain('used before');

    const second = await server.admin('GET', START);
    const late = await atGong(server.acme, second, server.origin);
    await clock.advance(10 * MINUTE);
    const answer = await fetch(late, { headers: { cookie: cookieOf(second) } });
    expect(await answer.text()).toContain('That took too long');
  });

  it('takes no state of which it can’t be told whether it was used', async () => {
    const state = new MemoryState(systemClock);
    const server = await setUp({
      storage: {
        openQuota: () => ({}),
        openData: () => ({}),
        forgetData: () => Promise.resolve(),
        state: Object.assign(state, { add: () => Promise.resolve(null) }),
      },
    });
    expect(await (await server.connect('acme')).text()).toContain('can’t be told at the moment');
    expect(server.store.puts).toEqual([]);
  });

  it('lets two tabs end, each as it began', async () => {
    const server = await setUp();
    const [one, two] = [await server.admin('GET', START), await server.admin('GET', START)];
    const cookie = `${cookieOf(one)}; ${cookieOf(two)}`;
    const answers = await Promise.all(
      [one, two].map(async (started) =>
        fetch(await atGong(server.acme, started, server.origin), { headers: { cookie } }),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  it('says what was not granted, and that field fails alone', async () => {
    const acme = createAcme();
    const server = await setUp({ acme });
    // What the administrator of the company leaves out.
    const started = await server.admin('GET', START);
    const location = started.headers.get('location') ?? '';
    const scopes = new URL(location).searchParams.get('scope')?.split(' ') ?? [];
    const narrowed = new URL(location);
    narrowed.searchParams.set(
      'scope',
      scopes.filter((scope) => scope !== 'api:calls:read:media-url').join(' '),
    );
    const agreed = await createFetch(acme)(narrowed.href);
    const back = new URL(agreed.headers.get('location') ?? '');
    const answer = await fetch(`${server.origin}${back.pathname}${back.search}`, {
      headers: { cookie: cookieOf(started) },
    });
    expect(await answer.text()).toContain('Asked for and not granted: api:calls:read:media-url.');

    const asked = await server.query(
      'acme-token',
      '{ calls(first: 2) { nodes { title brief media { audioUrl } } } }',
    );
    // Both calls lack it for one cause, which is reported once.
    expect(asked.errors?.map(({ extensions }) => extensions)).toMatchObject([
      {
        code: 'GONG_MISSING_SCOPE',
        requiredScope: 'api:calls:read:media-url',
        gong: { occurrences: 2 },
      },
    ]);
    expect(JSON.stringify(asked.data)).toContain('"brief":"');
    expect(acme.oauth.tokenRequests('refresh_token')).toBe(0);
  });
});

describe('a stored connection', () => {
  it('of two tenants at one host counts each one’s requests', async () => {
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

  it('serves as it is known while the store is away', async () => {
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

  it('by key is checked, stored and used', async () => {
    const server = await setUp();
    const path = '/admin/connections/globex';
    for (const [body, message] of [
      [{}, 'Send'],
      [{ ...GLOBEX_KEY, extra: 1 }, 'Send'],
      [{ ...GLOBEX_KEY, accessKey: 'a:b' }, 'Send'],
      [{ ...GLOBEX_KEY, baseUrl: 'https://x:y@globex.gong.test' }, 'must not hold credentials'],
      [{ ...GLOBEX_KEY, baseUrl: 'ftp://globex.gong.test' }, 'must be http'],
      [
        {
          accessKey: 'WRONG',
          accessKeySecret: GLOBEX_KEY.accessKeySecret,
          baseUrl: 'https://globex.gong.test',
        },
        "doesn't take this key",
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

  it('is listed without what opens it', async () => {
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

  it('that ended serves nothing any more, cached or not', async () => {
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
        message: expect.stringContaining("isn't connected to Gong"),
        extensions: { code: 'GONG_BAD_CREDENTIALS', retryable: false },
      },
    ]);
    expect(server.gateway.state().cachedBytes).toBe(0);
    expect(server.acme.requests.length).toBe(before);
  });

  it('can be ended though its tenant isn’t served any more', async () => {
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

  it('is kept where what was read by it can’t be deleted, until that can be', async () => {
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

  it('that is connected anew leaves nothing of before', async () => {
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

  it('to a host that isn’t allowed any more is not used', async () => {
    const first = await setUp();
    await first.admin('PUT', '/admin/connections/globex', {
      ...GLOBEX_KEY,
      baseUrl: 'https://globex.gong.test',
    });
    const before = first.globex.requests.length;
    const later = await setUp({ store: first.store, isHostAllowed: () => false });
    const answer = await later.query('globex-token', CALLS);

    expect(answer.errors).toMatchObject([
      { message: expect.stringContaining("a host that isn't Gong's") },
    ]);
    expect([first.globex.requests.length, later.globex.requests.length]).toEqual([before, 0]);
  });

  it('that ended serves nothing of what was still being read', async () => {
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

  it('that another gateway ended is noticed within a second', async () => {
    const clock = new FakeClock();
    const server = await setUp({ clock });
    await server.connect('acme');
    await server.query('acme-token', CALLS);
    server.store.kept.delete('acme');
    await clock.advance(1000);

    expect((await server.query('acme-token', CALLS)).errors).toHaveLength(1);
    expect(server.gateway.state().cachedBytes).toBe(0);
  });

  it('that Gong revoked says to connect again, which helps', async () => {
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

  it('that Gong does not renew counts as refused, though nothing else was refused', async () => {
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

  it('that another gateway found revoked is told of soon', async () => {
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

  it('takes in recordings at its own company, as long as it lasts', async () => {
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

  it('serves twenty operations at its token’s end by one renewal', async () => {
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

describe('a gateway without administrators', () => {
  it('connects nobody', async () => {
    const server = await setUp();
    const answer = await server.admin('GET', '/admin/connections', undefined, '');
    expect(answer.status).toBe(401);
  });
});

/** The same bytes in base64url, spelled with other spare bits or, when there are none, in plain base64. */
function spareBitsChanged(text: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const bytes = Buffer.from(text, 'base64url');
  const last = alphabet.indexOf(text.at(-1) ?? '');
  const other = `${text.slice(0, -1)}${alphabet[last ^ 1] ?? ''}`;
  if (Buffer.from(other, 'base64url').equals(bytes)) return other;
  return bytes.toString('base64').replace(/[^+/]*$/, (rest) => `${rest} `);
}

function with_(address: URL, name: string, value: string): URL {
  const changed = new URL(address);
  changed.searchParams.set(name, value);
  return changed;
}

function without(address: URL, name: string): URL {
  const changed = new URL(address);
  changed.searchParams.delete(name);
  return changed;
}
