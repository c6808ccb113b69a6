import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createFetch } from '../../sandbox/src/index.js';
import { systemClock } from '../../src/lib/clock.js';
import { MemoryState } from '../../src/lib/memoryState.js';
import { FakeClock } from '../support/clock.js';
import { ADMIN, atGong, cookieOf, createAcme, type TenantServer } from './support.js';
import { servers, setUp, without } from './connectingSupport.js';

const MINUTE = 60_000;

const CALLS = '{ calls(first: 1) { nodes { id } } }';

const START = '/oauth/gong/start?tenant=acme';

/** As a browser comes back to it from another name of the gateway. */
const LED = `${START}&led=1`;

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

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

describe('connecting a company by OAuth', () => {
  it('sends an administrator’s browser to Gong and back', async () => {
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
    expect(page).toContain(
      'Tenant &quot;acme&quot; is connected to Gong at https://acme.gong.test.',
    );
    expect(page).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">');
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

  it('redirects a browser once to the registered host', async () => {
    const server = await setUp();
    const led = await fetch(`${server.origin}${START}`, { redirect: 'manual' });
    expect(led.status).toBe(302);
    expect(led.headers.get('location')).toBe(
      'https://gateway.test/oauth/gong/start?tenant=acme&led=1',
    );
  });

  it('does not begin when the result could not be stored', async () => {
    const server = await setUp();
    server.store.isAway = true;
    const answer = await server.admin('GET', START);
    expect(answer.status).toBe(503);
    expect(JSON.stringify(await answer.json())).toContain('It is away.');
  });

  it('does not begin from another page’s link', async () => {
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
    ['/oauth/gong/start', 400, 'must name the tenant'],
    ['/oauth/gong/start?tenant=', 400, 'must name the tenant'],
    ['/oauth/gong/start?tenant=a&tenant=b', 400, 'must name the tenant'],
    ['/oauth/gong/start?tenant=../acme', 404, 'There is no tenant'],
    ['/oauth/gong/start?tenant=Acme', 404, 'There is no tenant'],
  ])('names what is wrong with a tenant: %s', async (path, status, message) => {
    const server = await setUp();
    const answer = await server.admin('GET', path);

    expect(answer.status).toBe(status);
    expect(JSON.stringify(await answer.json())).toContain(message);
  });

  it('serves only the tenants of the file, if there is one', async () => {
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
    ['a different browser', (back) => [back, ''], 'a different browser'],
    ['a forged state', (back) => [with_(back, 'state', 'AAAA'), ''], 'not started at this gateway'],
    ['no state', (back) => [without(back, 'state'), ''], 'not started at this gateway'],
    ['no code', (back, cookie) => [without(back, 'code'), cookie], 'access was denied in Gong'],
    [
      'a refusal',
      (back, cookie) => [with_(without(back, 'code'), 'error', 'access_denied'), cookie],
      'access was denied in Gong',
    ],
    [
      'a code of its own',
      (back, cookie) => [with_(back, 'code', 'mine'), cookie],
      'Gong rejected the authorization',
    ],
  ])('refuses a browser with %s', async (_, change, message) => {
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

  it('accepts a state only in its original spelling', async () => {
    const server = await setUp();
    const started = await server.admin('GET', START);
    const headers = { cookie: cookieOf(started) };
    const back = new URL(await atGong(server.acme, started, server.origin));
    const state = back.searchParams.get('state') ?? '';
    const spellings = [`${state}=`, `${state} `, ` ${state}`, `${state}.`, spareBitsChanged(state)];
    for (const spelling of spellings) {
      const answer = await fetch(with_(new URL(back), 'state', spelling), { headers });
      expect([spelling, answer.status]).toEqual([spelling, 400]);
      expect(await answer.text()).toContain('not started at this gateway');
    }
    expect(server.acme.oauth.tokenRequests('authorization_code')).toBe(0);
    expect((await fetch(back, { headers })).status).toBe(200);
  });

  it('accepts a state once, for 10 minutes', async () => {
    const clock = new FakeClock();
    const server = await setUp({ clock });
    const started = await server.admin('GET', START);
    const headers = { cookie: cookieOf(started) };
    const back = await atGong(server.acme, started, server.origin);
    expect((await fetch(back, { headers })).status).toBe(200);
    expect(await (await fetch(back, { headers })).text()).toContain('already used');

    const second = await server.admin('GET', START);
    const late = await atGong(server.acme, second, server.origin);
    await clock.advance(10 * MINUTE);
    const answer = await fetch(late, { headers: { cookie: cookieOf(second) } });
    expect(await answer.text()).toContain('sign-in has expired');
  });

  it('refuses a state when its use cannot be checked', async () => {
    const state = new MemoryState(systemClock);
    const server = await setUp({
      storage: {
        openQuota: () => ({}),
        openData: () => ({}),
        forgetData: () => Promise.resolve(),
        state: Object.assign(state, { add: () => Promise.resolve(null) }),
      },
    });
    expect(await (await server.connect('acme')).text()).toContain('cannot check right now');
    expect(server.store.puts).toEqual([]);
  });

  it('lets flows in two tabs finish', async () => {
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

  it('names scopes that were not granted, and fails only their fields', async () => {
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
    expect(await answer.text()).toContain('Requested but not granted: api:calls:read:media-url.');

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

describe('a gateway without administrators', () => {
  it('connects no company', async () => {
    const server = await setUp();
    const answer = await server.admin('GET', '/admin/connections', undefined, '');
    expect(answer.status).toBe(401);
  });
});
