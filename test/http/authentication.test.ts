import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createKey, createKeyServer, jwtOptions, sign } from '../access/clients/support.js';
import { FakeClock } from '../support/clock.js';
import { startServer, type TestServer } from './support.js';

/** `printf batch-token | sha256sum` */
const BATCH_SHA256 = 'ca0dae384e350e2413672bd9362e48ba9ae10ed440e09d40091ed66c7a1b19c8';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({
    tokens: [
      { client: 'bi', tenant: 'default', token: 'bi-token' },
      { client: 'web', tenant: 'default', token: 'web:token=' },
      { client: 'batch', tenant: 'default', sha256: BATCH_SHA256 },
    ],
  });
});
afterAll(() => server.app.close());

async function ask(authorization?: string) {
  const before = server.sandbox.requests.length;
  const headers = authorization === undefined ? {} : { authorization };
  const response = await server.post('{ users(first: 1) { nodes { id } } }', { headers });
  const body: unknown = await response.json();
  return { response, body, spent: server.sandbox.requests.length - before };
}

describe('a gateway with bearer tokens', () => {
  it.each([
    'Bearer bi-token',
    'bearer web:token=',
    'Bearer   bi-token ',
    'BEARER bi-token',
    'Bearer batch-token',
  ])('accepts a client with one of them: %s', async (authorization) => {
    const { response, body, spent } = await ask(authorization);

    expect([response.status, spent]).toEqual([200, 1]);
    expect(body).toMatchObject({ data: { users: { nodes: [{ id: expect.any(String) }] } } });
  });

  const noToken = 'Bearer';
  const invalidToken = 'Bearer error="invalid_token"';
  it.each([
    [undefined, noToken],
    ['', noToken],
    ['Bearer', noToken],
    ['Bearer ', noToken],
    ['bi-token', noToken],
    ['Basic bi-token', noToken],
    ['Bearer bi', invalidToken],
    ['Bearer bi:bi-token', invalidToken],
    ['Bearer bi-token2', invalidToken],
    ['Bearer BI-TOKEN', invalidToken],
    // The digest is no token.
    [`Bearer ${BATCH_SHA256}`, invalidToken],
    [`Bearer sha256=${BATCH_SHA256}`, invalidToken],
    ['Bearer bi-token,web:token=', invalidToken],
    ['Bearer eyJhbGciOiJub25lIn0.e30.', invalidToken],
  ])('refuses other clients without a request: %s', async (authorization, challenge) => {
    const { response, body, spent } = await ask(authorization);

    expect([response.status, spent]).toEqual([401, 0]);
    expect(response.headers.get('www-authenticate')).toBe(challenge);
    expect(body).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED', retryable: false } }],
    });
  });

  it.each([
    [
      'application/graphql-response+json,application/json;q=0.9',
      'application/graphql-response+json',
    ],
    [
      'Application/JSON, Application/GraphQL-Response+JSON;q=0.5',
      'application/graphql-response+json',
    ],
    ['application/json', 'application/json'],
    ['*/*', 'application/json'],
  ])('says so in a media type that the client reads: %s', async (accept, mediaType) => {
    const { status, headers } = await server.post('{ __typename }', { headers: { accept } });

    expect([status, headers.get('content-type')]).toEqual([401, `${mediaType}; charset=utf-8`]);
  });

  it('logs the client’s name, and no token', async () => {
    const before = server.logged.length;

    await ask('Bearer web:token=');
    await ask('Bearer nobody');

    const lines = server.logged.slice(before);
    expect(lines.filter(({ message }) => message === 'Client authenticated')).toEqual([
      { level: 'debug', fields: { client: 'web' }, message: 'Client authenticated' },
    ]);
    expect(lines.map(({ message }) => message)).toContain('Client rejected');
    expect(JSON.stringify(lines)).not.toMatch(/web:token=|nobody/);
  });

  it('refuses a GET and an introspection query', async () => {
    const response = await fetch(`${server.origin}/graphql?query={__typename}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });

    expect(response.status).toBe(401);
    expect(await response.text()).not.toContain('Query');
  });

  it.each(['/health/live', '/health/ready', '/metrics'])(
    'serves %s to every client',
    async (path) => {
      expect((await fetch(`${server.origin}${path}`)).status).toBe(200);
    },
  );

  it('ignores a token in the URL', async () => {
    const response = await fetch(`${server.origin}/graphql?access_token=bi-token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{__typename}"}',
    });

    expect(response.status).toBe(401);
  });
});

describe('a gateway with JWTs', () => {
  const question = '{ users(first: 1) { nodes { id } } }';

  async function setUp() {
    const clock = new FakeClock();
    const key = await createKey('one');
    const keyServer = createKeyServer(key);
    server = await startServer({
      clock,
      tokens: [{ client: 'bi', tenant: 'globex', token: 'bi-token' }],
      jwt: { ...jwtOptions, tenantClaim: 'org', rolesClaim: 'realm_access.roles' },
      jwksFetch: keyServer.fetch,
    });
    const token = (claims: Record<string, unknown> = {}, header = {}): Promise<string> =>
      sign(key, clock.now(), { org: 'acme', ...claims }, header);
    return { clock, keyServer, token };
  }

  let server: TestServer;
  afterEach(() => server.app.close());

  async function ask(token: string) {
    const before = server.sandbox.requests.length;
    const response = await server.post(question, { headers: { authorization: `Bearer ${token}` } });
    const { errors } = (await response.json()) as {
      readonly errors?: readonly { message: string; extensions: Record<string, unknown> }[];
    };
    return {
      status: response.status,
      headers: response.headers,
      error: errors?.[0],
      spent: server.sandbox.requests.length - before,
    };
  }

  it('identifies the client and its person', async () => {
    const { token } = await setUp();
    const jwt = await token({
      org: 'default',
      azp: 'dashboards',
      email: 'ada@acme.example',
      realm_access: { roles: ['manager'] },
    });

    expect(await ask(jwt)).toMatchObject({ status: 200, spent: 1 });
    // Nobody has connected its company, and no other's is asked instead.
    expect(await ask('bi-token')).toMatchObject({ status: 200, spent: 0 });

    expect(server.clients).toEqual([
      { name: 'dashboards', tenant: 'default', person: 'ada@acme.example', roles: ['manager'] },
      { name: 'bi', tenant: 'globex', person: null, roles: [] },
    ]);
    expect(server.contexts[0]?.operation.asker()).toMatchObject({ client: 'dashboards' });
  });

  it('says what is wrong with a token, without a request', async () => {
    const { token, clock } = await setUp();
    const refused = [
      [await token({ exp: clock.now() / 1000 - 60 }), 'The token has expired. Get a new one.'],
      [await token({ aud: 'billing' }), 'The token was issued for a different audience.'],
      [await token({ org: undefined }), 'The token has no claim org, which must name its tenant.'],
      [
        'eyJhbGciOiJub25lIn0.e30.',
        'The token is signed with an algorithm that this gateway does not accept.',
      ],
      ['x', 'The token is not known to this gateway.'],
    ] as const;
    for (const [jwt, message] of refused) {
      const { status, headers, error, spent } = await ask(jwt);

      expect([status, spent]).toEqual([401, 0]);
      expect(headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
      expect(error).toEqual({ message, extensions: { code: 'UNAUTHENTICATED', retryable: false } });
    }
    expect(server.clients).toEqual([]);
  });

  it('asks clients to retry when the keys are unavailable', async () => {
    const { token, keyServer } = await setUp();
    keyServer.answer = 500;

    const { status, headers, error, spent } = await ask(await token());

    expect([status, spent]).toEqual([503, 0]);
    expect(headers.get('retry-after')).toBe('10');
    expect(headers.get('www-authenticate')).toBeNull();
    expect(error?.extensions).toEqual({
      code: 'AUTHENTICATION_UNAVAILABLE',
      retryable: true,
      retryAfterSeconds: 10,
    });
  });

  it('refuses a header that is too long', async () => {
    await setUp();

    const response = await server.post(question, {
      headers: { authorization: `Bearer a.${'b'.repeat(20_000)}.c` },
    });

    expect(response.status).toBe(431);
    expect(server.sandbox.requests).toEqual([]);
  });

  it('logs neither tokens nor personal data in them', async () => {
    const { token, keyServer } = await setUp();
    const claims = {
      azp: 'dashboards',
      sub: 'subject-7',
      email: 'ada@acme.example',
      org: 'acme-inc',
      realm_access: { roles: ['manager-role'] },
    };
    const tokens = [await token(claims), await token({ ...claims, exp: 1 }), 'unknown-token'];

    for (const each of tokens) await ask(each);
    keyServer.answer = 500;
    await ask(await token({}, { kid: 'kid-of-nobody' }));

    const text = JSON.stringify(server.logged);
    expect(text).toContain('Client authenticated');
    expect(text).toContain('The token has expired');
    const parts = tokens.flatMap((each) => [each, ...each.split('.')]);
    const secrets = ['subject-7', 'ada@', 'acme-inc', 'manager-role', 'kid-of-nobody', 's3cret'];
    for (const secret of [...parts, ...secrets]) expect(text).not.toContain(secret);
  });

  it.each([
    // Gong doesn't know the call.
    ['default', 404, 1],
    // It isn't connected to Gong.
    ['acme', 502, 0],
  ])('charges an upload to the client that requested its URL: %s', async (org, status, spent) => {
    const { token } = await setUp();
    const claims = {
      org,
      azp: 'dialer',
      email: 'ada@acme.example',
      realm_access: { roles: ['rep'] },
    };
    const asked = await server.post(
      'mutation Add { addCallMedia(input: { callId: "123" }) { uploadUrl } }',
      { headers: { authorization: `Bearer ${await token(claims)}` } },
    );
    const { data } = (await asked.json()) as {
      data: { addCallMedia: { uploadUrl: string } };
    };

    const response = await fetch(data.addCallMedia.uploadUrl, {
      method: 'PUT',
      headers: { 'content-type': 'audio/mpeg' },
      body: Buffer.concat([Buffer.from('ID3\u0003\u0000'), Buffer.alloc(100)]),
    });

    expect([response.status, server.sandbox.requests.length]).toEqual([status, spent]);
    const client = { name: 'dialer', tenant: org, person: 'ada@acme.example', roles: ['rep'] };
    expect(server.clients).toEqual([client, client]);
  });
});
