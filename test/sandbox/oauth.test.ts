import { describe, expect, it } from '@jest/globals';
import {
  createFetch,
  createSandbox,
  DEFAULT_OAUTH_APP,
  type Sandbox,
  type SandboxOptions,
} from '../../sandbox/src/index.js';
import { ask, createClock, smallSandbox } from './support.js';

const HOST = 'https://gong.test';
const [REDIRECT_URI] = DEFAULT_OAUTH_APP.redirectUris;
const basicOf = (id: string, secret: string) =>
  `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
const APP = basicOf(DEFAULT_OAUTH_APP.clientId, DEFAULT_OAUTH_APP.clientSecret);
const SCOPES = 'api:users:read api:workspaces:read';

const authorizeQuery = (changes: Record<string, string | undefined> = {}): string => {
  const parameters = {
    client_id: DEFAULT_OAUTH_APP.clientId,
    response_type: 'code',
    scope: SCOPES,
    redirect_uri: REDIRECT_URI,
    state: 'st&te',
    ...changes,
  };
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  return new URLSearchParams(given).toString();
};

const authorize = (sandbox: Sandbox, changes: Record<string, string | undefined> = {}) =>
  createFetch(sandbox)(`${HOST}/oauth2/authorize?${authorizeQuery(changes)}`);

const backAt = (response: Response) => {
  const address = new URL(response.headers.get('location') ?? '');
  return { to: address.origin + address.pathname, ...Object.fromEntries(address.searchParams) };
};

interface TokenJson {
  access_token: string;
  refresh_token: string;
  error?: string;
}

/** Asks for tokens as Gong documents it: all parameters in the query, no body. */
const askToken = async (
  sandbox: Sandbox,
  parameters: Record<string, string>,
  authorization = APP,
  host = HOST,
): Promise<{ status: number; json: TokenJson }> => {
  const query = new URLSearchParams(parameters).toString();
  const response = await createFetch(sandbox)(`${host}/oauth2/generate-customer-token?${query}`, {
    method: 'POST',
    headers: { authorization },
  });
  return { status: response.status, json: (await response.json()) as TokenJson };
};

const codeOf = async (sandbox: Sandbox, changes: Record<string, string> = {}): Promise<string> =>
  (backAt(await authorize(sandbox, changes)) as unknown as { code: string }).code;

const exchange = (sandbox: Sandbox, code: string, changes: Record<string, string> = {}) =>
  askToken(sandbox, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: REDIRECT_URI,
    ...changes,
  });
const refresh = (sandbox: Sandbox, refreshToken: string) =>
  askToken(sandbox, { grant_type: 'refresh_token', refresh_token: refreshToken });

/** A sandbox and the first pair of tokens that it gave out. */
const connected = async (oauth: SandboxOptions['oauth'] = {}) => {
  const clock = createClock();
  const sandbox = smallSandbox({ clock, oauth });
  const { json } = await exchange(sandbox, await codeOf(sandbox));
  return { clock, sandbox, tokens: json };
};

const statusWith = async (sandbox: Sandbox, token: string, url = '/v2/users') => {
  const { status, json } = await ask(sandbox, `GET ${url}`, undefined, {
    authorization: `Bearer ${token}`,
  });
  return status === 200 ? 200 : [status, ...json.errors];
};
const GONE = [401, 'The access token is invalid, has expired or has been revoked.'];

describe('the sign-in page', () => {
  it('sends the browser back with a code and the state', async () => {
    const response = await authorize(smallSandbox());

    expect(response.status).toBe(302);
    expect(backAt(response)).toEqual({
      to: REDIRECT_URI,
      code: expect.stringMatching(/^code-\w{40}$/),
      state: 'st&te',
    });
  });

  it('keeps the query of the redirect URI and adds no state of its own', async () => {
    const uri = 'https://gong.example.com/back?tenant=a';
    const sandbox = smallSandbox({ oauth: { redirectUris: [uri] } });

    const back = backAt(await authorize(sandbox, { redirect_uri: uri, state: undefined }));

    expect(back).toEqual({
      to: 'https://gong.example.com/back',
      tenant: 'a',
      code: expect.any(String),
    });
  });

  it.each([
    ['client_id', 'SOMEBODY'],
    ['client_id', undefined],
    ['redirect_uri', `${REDIRECT_URI}/`],
    ['redirect_uri', 'https://evil.test/oauth/gong/callback'],
    ['redirect_uri', undefined],
  ])('does not redirect for a wrong %s: %s', async (name, value) => {
    const sandbox = smallSandbox();

    const response = await authorize(sandbox, { [name]: value });

    expect([response.status, response.headers.get('location')]).toEqual([400, null]);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toContain(name);
  });

  it.each([
    [{ response_type: 'token' }, 'unsupported_response_type'],
    [{ scope: ' ' }, 'invalid_scope'],
  ])('redirects with an error for %j', async (changes, error) => {
    const response = await authorize(smallSandbox(), changes);

    expect(backAt(response)).toEqual({ to: REDIRECT_URI, error, state: 'st&te' });
  });

  it('can ask for consent', async () => {
    const sandbox = smallSandbox({ oauth: { consent: 'page' } });
    const decide = (decision: string) =>
      createFetch(sandbox)(`${HOST}/oauth2/authorize`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: `${authorizeQuery()}&decision=${decision}`,
      });

    const page = await authorize(sandbox, { state: '"><script>' });
    const html = await page.text();
    const allowed = await decide('allow');
    const refused = await decide('refuse');

    expect(page.status).toBe(200);
    expect(html).toContain('<code>api:users:read</code>');
    expect(html).not.toContain('<script>');
    expect(backAt(allowed)).toMatchObject({ code: expect.any(String), state: 'st&te' });
    expect(backAt(refused)).toEqual({ to: REDIRECT_URI, error: 'access_denied', state: 'st&te' });
  });
});

describe('a code', () => {
  it('is exchanged for a pair of tokens with the requested scopes', async () => {
    const { sandbox, tokens } = await connected();

    expect(tokens).toEqual({
      access_token: expect.any(String),
      refresh_token: expect.any(String),
      expires_in: 86_400,
      token_type: 'bearer',
      scope: SCOPES,
      api_base_url_for_customer: HOST,
    });
    expect(await statusWith(sandbox, tokens.access_token)).toBe(200);
    expect(await statusWith(sandbox, tokens.access_token, '/v2/settings/scorecards')).toEqual([
      401,
      "You don't have permission to use 'api:settings:scorecards:read' in your app.",
    ]);
  });

  it('can be sent in a form body', async () => {
    const sandbox = smallSandbox();
    const parameters = { grant_type: 'authorization_code', redirect_uri: REDIRECT_URI };
    const body = new URLSearchParams({
      ...parameters,
      code: await codeOf(sandbox),
      client_id: DEFAULT_OAUTH_APP.clientId,
    }).toString();
    const send = (type: string) =>
      createFetch(sandbox)(`${HOST}/oauth2/generate-customer-token`, {
        method: 'POST',
        headers: { authorization: APP, 'content-type': type },
        body,
      });

    const asText = await send('text/plain');
    const asForm = await send('application/x-www-form-urlencoded;charset=UTF-8');

    expect([asText.status, asForm.status]).toEqual([400, 200]);
  });

  it('can be used once', async () => {
    const sandbox = smallSandbox();
    const code = await codeOf(sandbox);

    const [first, second] = [await exchange(sandbox, code), await exchange(sandbox, code)];

    expect(first.status).toBe(200);
    expect(second).toEqual({
      status: 400,
      json: { error: 'invalid_grant', error_description: 'Authorization code is invalid' },
    });
  });

  it('is valid for 10 minutes', async () => {
    const clock = createClock();
    const sandbox = smallSandbox({ clock });
    const [inTime, late] = [await codeOf(sandbox), await codeOf(sandbox)];

    clock.advance(599_999);
    const first = await exchange(sandbox, inTime);
    clock.advance(1);
    const second = await exchange(sandbox, late);

    expect([first.status, second.status]).toEqual([200, 400]);
  });

  it.each([
    [{ redirect_uri: DEFAULT_OAUTH_APP.redirectUris[1] }, 400, 'invalid_grant'],
    [{ code: 'guessed' }, 400, 'invalid_grant'],
    [{ grant_type: 'password' }, 400, 'unsupported_grant_type'],
    [{ client_id: 'SOMEBODY' }, 401, 'invalid_client'],
  ])('is refused with %j', async (changes: Record<string, string>, status, error) => {
    const sandbox = smallSandbox();

    const refused = await exchange(sandbox, await codeOf(sandbox), changes);

    expect([refused.status, refused.json.error]).toEqual([status, error]);
    expect(sandbox.oauth.grants).toEqual([]);
  });

  it.each([
    [{}, 'invalid_request'],
    [{ grant_type: 'authorization_code' }, 'invalid_request'],
    [{ grant_type: 'refresh_token' }, 'invalid_request'],
  ])('is required: %j', async (parameters: Record<string, string>, error) => {
    const refused = await askToken(smallSandbox(), parameters);

    expect([refused.status, refused.json.error]).toEqual([400, error]);
  });

  it.each([
    basicOf(DEFAULT_OAUTH_APP.clientId, 'guessed'),
    basicOf('SOMEBODY', DEFAULT_OAUTH_APP.clientSecret),
    APP.replace('Basic', 'Bearer'),
    '',
  ])('is valid for its app only, and stays valid for it (%#)', async (authorization) => {
    const sandbox = smallSandbox();
    const code = await codeOf(sandbox);
    const parameters = { grant_type: 'authorization_code', code, redirect_uri: REDIRECT_URI };

    const refused = await askToken(sandbox, parameters, authorization);
    const granted = await exchange(sandbox, code);

    expect([refused.status, refused.json.error]).toEqual([401, 'invalid_client']);
    expect(granted.status).toBe(200);
  });
});

describe('a grant', () => {
  it('contains the granted part of the requested scopes', async () => {
    const scopesGranted = ['api:users:read', 'api:library:read'];
    const { sandbox, tokens } = await connected({ scopesGranted });

    expect(tokens).toMatchObject({ scope: 'api:users:read' });
    expect(sandbox.oauth.grants).toMatchObject([{ scopes: ['api:users:read'], pairs: 1 }]);
    expect(await statusWith(sandbox, tokens.access_token, '/v2/workspaces')).toEqual([
      401,
      "You don't have permission to use 'api:workspaces:read' in your app.",
    ]);
  });

  it('replaces a pair by its refresh token', async () => {
    const { sandbox, tokens } = await connected();

    const renewed = await refresh(sandbox, tokens.refresh_token);
    const again = await refresh(sandbox, tokens.refresh_token);

    expect(renewed).toMatchObject({ status: 200, json: { expires_in: 86_400, scope: SCOPES } });
    expect(again).toEqual({
      status: 400,
      json: { error: 'invalid_grant', error_description: 'Refresh token code is invalid' },
    });
    expect(await statusWith(sandbox, tokens.access_token)).toEqual(GONE);
    expect(await statusWith(sandbox, renewed.json.access_token)).toBe(200);
    expect(sandbox.oauth.grants).toMatchObject([
      { id: 'grant-1', pairs: 2, accessToken: renewed.json.access_token },
    ]);
  });

  it('has access tokens that expire and can be renewed', async () => {
    const { sandbox, clock, tokens } = await connected({ accessTokenSeconds: 60 });

    clock.advance(59_999);
    expect(await statusWith(sandbox, tokens.access_token)).toBe(200);
    clock.advance(1);
    expect(await statusWith(sandbox, tokens.access_token)).toEqual(GONE);
    expect((await refresh(sandbox, tokens.refresh_token)).status).toBe(200);
  });

  it('can expire all access tokens at once', async () => {
    const { sandbox, tokens } = await connected();

    sandbox.oauth.expireAccessTokens();

    expect(await statusWith(sandbox, tokens.access_token)).toEqual(GONE);
    const renewed = await refresh(sandbox, tokens.refresh_token);
    expect(await statusWith(sandbox, renewed.json.access_token)).toBe(200);
  });

  it('can have refresh tokens that expire', async () => {
    const { sandbox, clock, tokens } = await connected({ refreshTokenSeconds: 60 });

    clock.advance(60_000);

    expect((await refresh(sandbox, tokens.refresh_token)).json.error).toBe('invalid_grant');
  });

  it('is invalid once it is revoked, without affecting others', async () => {
    const { sandbox, tokens } = await connected();
    const other = await exchange(sandbox, await codeOf(sandbox));

    sandbox.oauth.revoke('grant-1');

    expect(await statusWith(sandbox, tokens.access_token)).toEqual(GONE);
    expect((await refresh(sandbox, tokens.refresh_token)).json.error).toBe('invalid_grant');
    expect(await statusWith(sandbox, other.json.access_token)).toBe(200);
    expect(sandbox.oauth.grants.map(({ isRevoked }) => isRevoked)).toEqual([true, false]);
    expect(() => {
      sandbox.oauth.revoke('grant-3');
    }).toThrow('no grant grant-3');
  });

  it("is valid for the company's own host only, if it has one", async () => {
    const baseUrlForCustomer = 'https://company-17.api.gong.test';
    const { sandbox, tokens } = await connected({ baseUrlForCustomer });
    const statusAt = async (host: string) => {
      const headers = { authorization: `Bearer ${tokens.access_token}` };
      return (await createFetch(sandbox)(`${host}/v2/users`, { headers })).status;
    };

    expect(tokens).toMatchObject({ api_base_url_for_customer: baseUrlForCustomer });
    expect(await statusAt(baseUrlForCustomer)).toBe(200);
    expect(await statusAt('https://api.gong.test')).toBe(401);
  });
});

describe('requests to the sign-in pages', () => {
  it('are recorded separately from those to the API, and do not count toward limits', async () => {
    const sandbox = createSandbox({ clock: createClock(), calls: 1, users: 5, requestsPerDay: 1 });
    const { json } = await exchange(sandbox, await codeOf(sandbox));
    const renewed = await refresh(sandbox, json.refresh_token);
    await refresh(sandbox, 'unknown');

    expect(sandbox.requests).toEqual([]);
    expect(sandbox.oauth.requests.map(({ operationId, status }) => [operationId, status])).toEqual([
      ['authorize', 302],
      ['generateCustomerToken', 200],
      ['generateCustomerToken', 200],
      ['generateCustomerToken', 400],
    ]);
    expect(sandbox.oauth.tokenRequests()).toBe(3);
    expect(sandbox.oauth.tokenRequests('refresh_token')).toBe(2);
    expect(await statusWith(sandbox, renewed.json.access_token)).toBe(200);
    expect(sandbox.requests).toHaveLength(1);
  });

  it('have their own faults, after which the tokens may have changed', async () => {
    const { sandbox, tokens } = await connected();
    sandbox.oauth.faults.add({ fault: { kind: 'drop' } });

    await expect(refresh(sandbox, tokens.refresh_token)).rejects.toThrow('dropped');

    expect(sandbox.oauth.requests.at(-1)?.status).toBeNull();
    expect((await refresh(sandbox, tokens.refresh_token)).json.error).toBe('invalid_grant');
  });

  it('accept one method', async () => {
    const { status, headers } = await createFetch(smallSandbox())(
      `${HOST}/oauth2/generate-customer-token`,
    );

    expect([status, headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('are served over HTTP too, with the sandbox’s own URL', async () => {
    const sandbox = smallSandbox();
    const server = await sandbox.listen();
    try {
      const login = await fetch(`${server.url}/oauth2/authorize?${authorizeQuery()}`, {
        redirect: 'manual',
      });
      const { code } = backAt(login) as unknown as { code: string };
      const response = await fetch(`${server.url}/oauth2/generate-customer-token`, {
        method: 'POST',
        headers: { authorization: APP },
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          code,
          redirect_uri: REDIRECT_URI,
        }),
      });
      const tokens = (await response.json()) as TokenJson & { api_base_url_for_customer: string };
      const users = await fetch(`${tokens.api_base_url_for_customer}/v2/users`, {
        headers: { authorization: `Bearer ${tokens.access_token}` },
      });

      expect(tokens.api_base_url_for_customer).toBe(server.url);
      expect(users.status).toBe(200);
    } finally {
      await server.close();
    }
  });
});
