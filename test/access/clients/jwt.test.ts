import { beforeAll, describe, expect, it } from '@jest/globals';
import { exportSPKI, importJWK, SignJWT, UnsecuredJWT, type CryptoKey } from 'jose';
import { createAuthenticator } from '../../../src/access/clients/authenticator.js';
import type { JwtOptions } from '../../../src/access/clients/jwt.js';
import { FakeClock } from '../../support/clock.js';
import {
  AUDIENCE,
  createKey,
  createKeyServer,
  createLog,
  ISSUER,
  jwtOptions,
  sign,
  type SigningKey,
} from './support.js';

let key: SigningKey;
let rsa: SigningKey;
let stranger: SigningKey;

beforeAll(async () => {
  [key, rsa, stranger] = await Promise.all([
    createKey('one'),
    createKey('two', 'RS256'),
    createKey('one'),
  ]);
});

function setUp(options: Partial<JwtOptions> = {}) {
  const clock = new FakeClock();
  const server = createKeyServer(key, rsa);
  const { logger, lines } = createLog();
  const { authenticate } = createAuthenticator(
    {
      tokens: [{ client: 'bi', tenant: 'acme', token: 'static-token' }],
      jwt: { ...jwtOptions, ...options },
    },
    { fetch: server.fetch, clock, logger },
  );
  return {
    clock,
    server,
    lines,
    seconds: clock.now() / 1000,
    authenticate,
    /** Who sends the token, or why nobody does. */
    ask: async (token: string) => {
      const answer = await authenticate(`Bearer ${token}`);
      return 'client' in answer ? answer.client : answer.refusal;
    },
    /** The same of one with these claims. */
    claim: async (claims: Record<string, unknown>) => {
      const answer = await authenticate(`Bearer ${await sign(key, clock.now(), claims)}`);
      return 'client' in answer ? answer.client.name : answer.refusal.message;
    },
  };
}

const garbage = 'The token is not a valid JWT.';
const badAlgorithm = 'The token is signed with an algorithm that this gateway does not accept.';
const badSignature = 'The signature of the token is invalid.';
const unknownKey = 'The token is signed with a key that its issuer does not list.';

describe('a JWT', () => {
  it('identifies the client', async () => {
    const { ask, clock, server } = setUp({
      tenantClaim: 'https://acme.example/tenant',
      rolesClaim: 'realm_access.roles',
    });
    const token = await sign(key, clock.now(), {
      azp: 'dashboards',
      email: 'ada@acme.example',
      'https://acme.example/tenant': 'acme',
      realm_access: { roles: ['manager'] },
    });

    expect(await ask(token)).toEqual({
      name: 'dashboards',
      tenant: 'acme',
      person: 'ada@acme.example',
      roles: ['manager'],
    });
    expect(await ask(token)).toMatchObject({ name: 'dashboards' });
    expect(server.requests).toHaveLength(1);
  });

  it.each(['RS256', 'RS512', 'PS256', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'] as const)(
    'can be signed with %s when that is accepted',
    async (algorithm) => {
      const other = await createKey('other', algorithm);
      const { ask, clock, server } = setUp({ algorithms: [algorithm] });
      server.answer = [other.jwk];

      expect(await ask(await sign(other, clock.now()))).toMatchObject({ name: 'jwt' });
    },
  );

  it('can be signed with any matching key of the issuer when it names none', async () => {
    const { ask, clock, server } = setUp();
    const others = await Promise.all([createKey('a'), createKey('b')]);
    server.answer = [...others, key].map(({ jwk }) => jwk);

    expect(await ask(await sign(key, clock.now(), {}, { kid: undefined }))).toMatchObject({
      name: 'jwt',
    });
    const forged = await sign(await createKey('c'), clock.now(), {}, { kid: undefined });
    expect(await ask(forged)).toMatchObject({ message: badSignature });
  });
});

describe('the claims of a JWT', () => {
  it.each<[string, Record<string, unknown>, string]>([
    [
      'another issuer',
      { iss: 'https://evil.example/' },
      'The token was issued by a different issuer.',
    ],
    [
      'an issuer that is alike',
      { iss: ISSUER.slice(0, -1) },
      'The token was issued by a different issuer.',
    ],
    ['no issuer', { iss: undefined }, 'The token has no claim iss.'],
    ['another audience', { aud: 'billing' }, 'The token was issued for a different audience.'],
    ['other audiences', { aud: ['a', 'b'] }, 'The token was issued for a different audience.'],
    ['no audience', { aud: undefined }, 'The token has no claim aud.'],
    ['no expiry', { exp: undefined }, 'The token has no claim exp.'],
    ['an expiry that is text', { exp: '9999999999' }, 'The claim exp of the token is malformed.'],
  ])('are refused with %s', async (_, claims, message) => {
    expect(await setUp().claim(claims)).toBe(message);
  });

  it('can name several audiences, one of which is accepted', async () => {
    const { claim } = setUp({ audiences: ['other', AUDIENCE] });

    expect(await claim({ aud: ['billing', AUDIENCE] })).toBe('jwt');
    expect(await claim({ aud: 'other' })).toBe('jwt');
    expect(await claim({ aud: 'billing' })).toBe('The token was issued for a different audience.');
  });

  it('are compared with the gateway’s clock, with tolerance', async () => {
    const { claim, seconds } = setUp();
    const expired = 'The token has expired. Get a new one.';
    const early = 'The token is not valid yet.';

    expect(await claim({ exp: seconds - 4 })).toBe('jwt');
    expect(await claim({ exp: seconds - 5 })).toBe(expired);
    expect(await claim({ nbf: seconds + 5 })).toBe('jwt');
    expect(await claim({ nbf: seconds + 6 })).toBe(early);
  });

  it('are compared without tolerance when none is configured', async () => {
    const { claim, seconds } = setUp({ clockToleranceSeconds: 0 });

    expect(await claim({ exp: seconds + 1 })).toBe('jwt');
    expect(await claim({ exp: seconds })).toBe('The token has expired. Get a new one.');
  });

  it('expire, even for a token that was accepted before', async () => {
    const { ask, clock } = setUp();
    const token = await sign(key, clock.now(), { azp: 'web' });

    expect(await ask(token)).toMatchObject({ name: 'web' });
    await clock.advance(65_000);
    expect(await ask(token)).toMatchObject({ kind: 'invalid-token' });
  });

  it('make the token invalid when the tenant is missing', async () => {
    const { claim } = setUp({ tenantClaim: 'org' });

    expect(await claim({ org: 'acme' })).toBe('jwt');
    expect(await claim({})).toBe('The token has no claim org, which must name its tenant.');
  });
});

describe('a forged token', () => {
  it('without a signature is refused', async () => {
    const { ask, clock, server } = setUp();
    const claims = { iss: ISSUER, aud: AUDIENCE, exp: clock.now() / 1000 + 60 };

    const token = new UnsecuredJWT(claims).encode();

    expect(token).toMatch(/\.$/);
    expect(await ask(token)).toMatchObject({ kind: 'invalid-token', message: badAlgorithm });
    const [, payload] = token.split('.');
    const [header] = (await sign(key, clock.now())).split('.');
    expect(await ask(`${header}.${payload}.`)).toMatchObject({ message: badSignature });
    // What is refused for its algorithm needs no key.
    expect(server.requests).toHaveLength(1);
  });

  it('signed with the public key as if it were a secret is refused', async () => {
    const { ask, clock, server } = setUp();
    const publicKey = (await importJWK(rsa.jwk, 'RS256')) as CryptoKey;
    const secrets = [await exportSPKI(publicKey), JSON.stringify(rsa.jwk)];
    for (const secret of secrets) {
      const token = await new SignJWT({ iss: ISSUER, aud: AUDIENCE, exp: clock.now() / 1000 + 60 })
        .setProtectedHeader({ alg: 'HS256', kid: 'two' })
        .sign(new TextEncoder().encode(secret));

      expect(await ask(token)).toMatchObject({ kind: 'invalid-token', message: badAlgorithm });
    }
    expect(server.requests).toEqual([]);
  });

  it('with an algorithm that is not listed is refused, even with a listed key', async () => {
    const { ask, clock } = setUp({ algorithms: ['ES256'] });

    expect(await ask(await sign(rsa, clock.now()))).toMatchObject({ message: badAlgorithm });
  });

  it('signed with another key of the same name is refused', async () => {
    const { ask, clock } = setUp();

    expect(await ask(await sign(stranger, clock.now()))).toMatchObject({ message: badSignature });
  });

  it('that contains its own key or a key URL is refused, and these are ignored', async () => {
    const { ask, clock, server } = setUp();
    const headers = [
      { jwk: stranger.jwk },
      { jku: 'https://evil.example/keys' },
      { x5u: 'https://evil.example/certificate' },
    ];
    for (const header of headers) {
      const token = await sign(stranger, clock.now(), {}, { ...header, kid: 'own' });

      expect(await ask(token)).toMatchObject({ message: unknownKey });
      expect(await ask(await sign(stranger, clock.now(), {}, header))).toMatchObject({
        message: badSignature,
      });
    }
    expect(new Set(server.requests.map(({ url }) => url))).toEqual(new Set([jwtOptions.jwksUrl]));
  });

  it('with other claims under a genuine signature is refused', async () => {
    const { ask, clock } = setUp();
    const [header, , signature] = (await sign(key, clock.now())).split('.');
    const [, claims] = (await sign(key, clock.now(), { azp: 'admin' })).split('.');

    expect(await ask(`${header}.${claims}.${signature}`)).toMatchObject({ message: badSignature });
  });

  it.each([
    ['a critical extension', { crit: ['exp'], exp: 1 }],
    ['an unencoded payload', { b64: false, crit: ['b64'] }],
  ])('with an unknown %s is refused', async (_, header) => {
    const { ask, clock } = setUp();
    const [, payload, signature] = (await sign(key, clock.now())).split('.');
    const encoded = Buffer.from(JSON.stringify({ alg: 'ES256', kid: 'one', ...header }));

    expect(await ask(`${encoded.toString('base64url')}.${payload}.${signature}`)).toMatchObject({
      kind: 'invalid-token',
    });
  });
});

describe('an invalid token', () => {
  const encode = (text: string): string => Buffer.from(text).toString('base64url');
  it.each([
    ['three words', 'a.b.c', garbage],
    ['a header that is no JSON', `${encode('{')}.${encode('{}')}.c`, garbage],
    ['a header that is no object', `${encode('[]')}.${encode('{}')}.c`, garbage],
    ['a header without an algorithm', `${encode('{}')}.${encode('{}')}.c`, garbage],
    ['an encrypted one', 'a.b.c.d.e', 'The token is not known to this gateway.'],
    ['two words', 'a.b', 'The token is not known to this gateway.'],
    ['other letters', 'a.b.ü', 'The token is not known to this gateway.'],
    ['a very long one', `a.${'b'.repeat(1_000_000)}.c`, 'The token is not known to this gateway.'],
    ['a million dots', '.'.repeat(1_000_000), 'The token is not known to this gateway.'],
  ])('is refused: %s', async (_, token, message) => {
    const { ask, server, lines } = setUp();

    expect(await ask(token)).toEqual({ kind: 'invalid-token', message });
    expect(server.requests).toEqual([]);
    expect(lines).toEqual([]);
  });

  it('is refused when only its payload is invalid', async () => {
    const { ask, clock } = setUp();
    const token = await sign(key, clock.now());
    const cut = `${token.slice(0, -10)}`;

    expect(await ask(cut)).toMatchObject({ kind: 'invalid-token' });
  });
});

describe('a static token beside JWTs', () => {
  it('is accepted without reading keys', async () => {
    const { ask, server } = setUp();

    expect(await ask('static-token')).toEqual({
      name: 'bi',
      tenant: 'acme',
      person: null,
      roles: [],
    });
    expect(server.requests).toEqual([]);
  });

  it('can look like a JWT', async () => {
    const server = createKeyServer(key);
    const { authenticate } = createAuthenticator(
      { tokens: [{ client: 'bi', tenant: 'acme', token: 'a.b.c' }], jwt: jwtOptions },
      { fetch: server.fetch, clock: new FakeClock(), logger: createLog().logger },
    );

    expect(await authenticate('Bearer a.b.c')).toMatchObject({ client: { name: 'bi' } });
    expect(await authenticate('Bearer a.b.d')).toMatchObject({ refusal: { message: garbage } });
  });

  it('makes a request without a token fail with a message that explains it', async () => {
    const { authenticate } = setUp();

    for (const header of [undefined, '', 'Bearer', 'Basic abc']) {
      expect(await authenticate(header)).toEqual({
        refusal: {
          kind: 'no-token',
          message: 'This gateway requires a token. Send "Authorization: Bearer <token>".',
        },
      });
    }
  });
});

it('accepts every client when no tokens are configured', async () => {
  const authenticator = createAuthenticator(
    { tokens: [], jwt: null },
    { fetch: createKeyServer().fetch, clock: new FakeClock(), logger: createLog().logger },
  );

  await authenticator.prepare();

  expect(authenticator.isOpen).toBe(true);
  expect(await authenticator.authenticate('Bearer anything')).toEqual({
    client: { name: 'anonymous', tenant: 'default', person: null, roles: [] },
  });
});
