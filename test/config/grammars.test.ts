import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { ConfigError, parseConfig } from '../../src/config/config.js';
import { defaultPolicy } from '../../src/access/policy/settings.js';
import { type Environment, problemsOf } from './support.js';

const keys = { GONG_ACCESS_KEY: 'the-key', GONG_ACCESS_KEY_SECRET: 'the-secret' };

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The variables that the problems begin with. */
const namesOf = (environment: Environment): string[] =>
  problemsOf(environment).map((problem) => problem.split(' ')[0] ?? '');

describe('the JWT variables', () => {
  const jwt = {
    GATEWAY_JWKS_URL: 'https://login.example.com/keys',
    GATEWAY_JWT_ISSUER: 'https://login.example.com/',
    GATEWAY_JWT_AUDIENCE: 'gateway',
  };

  it('need only keys, issuer, and audience', () => {
    const config = parseConfig({
      ...keys,
      ...jwt,
      HOST: '0.0.0.0',
      GATEWAY_JWT_TENANT_CLAIM: ' ',
    });

    expect(config.isLocalOnly).toBe(false);
    expect(config.jwt).toEqual({
      jwksUrl: 'https://login.example.com/keys',
      issuer: 'https://login.example.com/',
      audiences: ['gateway'],
      algorithms: [
        ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
        ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
      ],
      tenantClaim: undefined,
      viewerClaim: 'email',
      rolesClaim: 'roles',
      clockToleranceSeconds: 5,
    });
  });

  it.each(Object.keys(jwt))('are refused without %s', (name) => {
    expect(namesOf({ ...jwt, [name]: undefined })).toEqual([name]);
  });

  it.each([
    ['GATEWAY_JWKS_URL', 'http://login.example.com/keys'],
    ['GATEWAY_JWKS_URL', 'https://me:secret@login.example.com/keys'],
    ['GATEWAY_JWKS_URL', 'https://login.example.com/keys#a'],
    ['GATEWAY_JWKS_URL', 'file:///etc/keys'],
    ['GATEWAY_JWKS_URL', 'login.example.com/keys'],
    ['GATEWAY_JWT_AUDIENCE', ','],
    ['GATEWAY_JWT_ALGORITHMS', ','],
    ['GATEWAY_JWT_ALGORITHMS', 'none'],
    ['GATEWAY_JWT_ALGORITHMS', 'RS256,HS256'],
    ['GATEWAY_JWT_ALGORITHMS', 'rs256'],
    ['GATEWAY_JWT_ALGORITHMS', 'RSA-OAEP'],
    ['GATEWAY_JWT_CLOCK_TOLERANCE_SECONDS', '301'],
    ['GATEWAY_JWT_CLOCK_TOLERANCE_SECONDS', '-1'],
    // Passed over, it would leave everyone with the same tenant.
    ['GATEWAY_JWT_TENANTCLAIM', 'tenant'],
    ['GATEWAY_JWKS_URI', 'https://login.example.com/keys'],
  ])('are refused with the name of the invalid variable: %s=%s', (name, value) => {
    expect(namesOf({ ...jwt, [name]: value })).toEqual([name]);
  });

  it.each(['none', 'HS256', 'HS512'])('accept algorithms with key pairs, not %s', (algorithm) => {
    const [problem] = problemsOf({ ...jwt, GATEWAY_JWT_ALGORITHMS: algorithm });

    expect(problem).toContain('would let any client sign');
    expect(problem).toContain('RS256');
  });

  it('allow a key URL with http on this machine', () => {
    expect(problemsOf({ ...jwt, GATEWAY_JWKS_URL: 'http://127.0.0.1:9000/keys' })).toEqual([]);
  });
});

describe('the manifest', () => {
  const only = {
    GATEWAY_PERSISTED_DOCUMENTS: 'only',
    GATEWAY_PERSISTED_DOCUMENTS_FILE: 'documents.json',
  };
  const query = '{ __typename }';
  const hash = '3ebba5b9d10eca3e28e4d3f9d2a4a3d3b4b8f9c5f8d2d4e2b4dfb0d8a4f6e2c1';
  const apollo = (...operations: unknown[]) => ({
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations,
  });
  const parseWith = (content: unknown) =>
    parseConfig(only, () => (typeof content === 'string' ? content : JSON.stringify(content)));
  const problemsWith = (content: unknown): readonly string[] => {
    try {
      parseWith(content);
    } catch (error) {
      if (error instanceof ConfigError) return error.problems;
      throw error;
    }
    return [];
  };

  it.each<[string, unknown]>([
    ['of Apollo', apollo({ id: hash, name: 'A', type: 'query', body: query })],
    ['of relay-compiler and graphql-codegen', { [hash]: query }],
  ])('can be %s', (_, content) => {
    const { persistedDocuments } = parseWith(content).http;
    if (persistedDocuments.mode !== 'only') throw new Error('Its mode is another.');

    expect([...persistedDocuments.documents.texts]).toEqual([query]);
    expect(persistedDocuments.documents.byId.get(hash)).toBe(query);
    // By the hash of its text, too, whatever the manifest calls it.
    expect(persistedDocuments.documents.byId.get(sha256(query))).toBe(query);
  });

  it('is the file that the variable names', () => {
    const asked: string[] = [];

    parseConfig(only, (path) => {
      asked.push(path);
      return JSON.stringify({ a: query });
    });

    expect(asked).toEqual(['documents.json']);
  });

  it.each<[string, unknown, string]>([
    ['no JSON', '{', 'is not JSON'],
    ['a list', [query], 'must contain a manifest in the format'],
    ['of another version', { ...apollo(), version: 2 }, 'must contain a manifest in the format'],
    [
      'of another format',
      { ...apollo(), format: 'other' },
      'must contain a manifest in the format',
    ],
    ['empty', {}, 'contains no document'],
    ['empty, of Apollo', apollo(), 'contains no document'],
    ['without an id', apollo({ body: query }), 'has no ID at operations[0]'],
    ['without a document', apollo({ id: 'a' }), 'has no document at operations[0]'],
    ['with no operation', apollo(null), 'has no ID at operations[0]'],
    ['with something else', { a: 1 }, 'has no document at "a"'],
    ['of bad syntax', { a: '{' }, 'has an invalid document at "a": Syntax Error'],
    [
      'ambiguous',
      apollo({ id: 'a', body: query }, { id: 'a', body: '{ node }' }),
      'has two documents with the ID "a"',
    ],
  ])('is refused when it is %s', (_, content, problem) => {
    const problems = problemsWith(content);

    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`GATEWAY_PERSISTED_DOCUMENTS_FILE ${problem}`);
  });

  it('is refused with up to 20 problems', () => {
    expect(problemsWith(apollo({ id: 'a' }, { body: query }))).toHaveLength(2);

    const problems = problemsWith(Object.fromEntries(Array.from({ length: 50 }, (_, n) => [n, 1])));
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)).toContain('30 more problems');
  });

  it('must be named, and must exist', () => {
    expect(problemsOf({ GATEWAY_PERSISTED_DOCUMENTS: 'only' })).toEqual([
      'GATEWAY_PERSISTED_DOCUMENTS_FILE is missing. Set it to the manifest of the documents that GATEWAY_PERSISTED_DOCUMENTS=only may run.',
    ]);
    expect(
      problemsOf({ ...only, GATEWAY_PERSISTED_DOCUMENTS_FILE: '/nowhere/documents.json' }),
    ).toEqual(['GATEWAY_PERSISTED_DOCUMENTS_FILE cannot be read (ENOENT).']);
  });
});

describe('OAuth', () => {
  const oauth = {
    GONG_OAUTH_CLIENT_ID: 'app',
    GONG_OAUTH_CLIENT_SECRET: 'app secret',
    GONG_OAUTH_REDIRECT_URI: 'http://127.0.0.1:4000/oauth/gong/callback',
    GATEWAY_SECRET: 'x'.repeat(32),
    GATEWAY_ADMIN_TOKEN: 'y'.repeat(16),
  };

  it('replaces the sandbox, and always requests the users scope', () => {
    const config = parseConfig({
      ...oauth,
      GONG_OAUTH_SCOPES: 'api:library:read, api:calls:read:basic api:library:read',
    });

    expect(config).toMatchObject({
      gong: null,
      rawRequests: { isOn: false },
      adminToken: 'y'.repeat(16),
      oauth: {
        baseUrl: 'https://app.gong.io',
        clientId: 'app',
        clientSecret: 'app secret',
        redirectUri: 'http://127.0.0.1:4000/oauth/gong/callback',
        scopes: ['api:calls:read:basic', 'api:library:read', 'api:users:read'],
      },
    });
    expect(parseConfig(oauth).oauth?.scopes).toBeUndefined();
  });
});

describe('tenants', () => {
  const read = (content: string) => () => content;
  const environment = { GATEWAY_TENANTS_FILE: 'tenants.json' };

  it('have the settings of the file', () => {
    const content = JSON.stringify({
      acme: { requestsPerSecond: 1.5, requestsPerDay: 500, dayTimeZone: 'Europe/Berlin' },
      globex: {},
    });
    const config = parseConfig(environment, read(content));

    expect(config.isSandbox).toBe(false);
    expect([...(config.tenants ?? [])]).toEqual([
      ['acme', { requestsPerSecond: 1.5, requestsPerDay: 500, dayTimeZone: 'Europe/Berlin' }],
      ['globex', {}],
    ]);
  });

  it.each([
    ['{', 'is not JSON'],
    ['[]', 'must be an object of tenants'],
    ['{"Acme":{}}', 'has the invalid tenant name "Acme"'],
    ['{"acme":{"requestsPerSecond":0}}', 'acme.requestsPerSecond'],
    ['{"acme":{"rate":3}}', 'rate'],
    ['{"acme":{"dayTimeZone":"Mars"}}', 'acme.dayTimeZone'],
    ['{"acme":3}', 'acme'],
  ])('in an invalid file are reported: %s', (content, problem) => {
    expect(() => parseConfig(environment, read(content))).toThrow(problem);
    expect(() => parseConfig(environment, read(content))).toThrow('GATEWAY_TENANTS_FILE');
  });

  it('in a missing file are reported', () => {
    expect(() => parseConfig({ GATEWAY_TENANTS_FILE: '/nowhere/tenants.json' })).toThrow(
      'GATEWAY_TENANTS_FILE cannot be read',
    );
  });

  it('of tokens must be in the file, and must not be administrators', () => {
    const tokens = { ...environment, GATEWAY_TOKENS: 'web@globex:a-client-token,web:b' };
    expect(() => parseConfig(tokens, read('{"acme":{}}'))).toThrow(
      'GATEWAY_TOKENS names the tenant globex, which GATEWAY_TENANTS_FILE does not list.',
    );
    expect(parseConfig(tokens, read('{"globex":{}}')).tokens).toHaveLength(2);
    const same = {
      GATEWAY_TOKENS: 'web:a-token-of-16-letters',
      GATEWAY_ADMIN_TOKEN: 'a-token-of-16-letters',
      GATEWAY_SECRET: 'y'.repeat(32),
    };
    expect(namesOf(same)).toEqual(['GATEWAY_ADMIN_TOKEN']);
    expect(problemsOf(same).join()).not.toContain('a-token-of');
  });

  it('can each have a policy', () => {
    const content = '{"acme":{"policy":"team-calls","policyRoles":{"boss":"show-private"}},"b":{}}';
    const { tenants } = parseConfig(environment, read(content));
    expect(tenants?.get('acme')?.policy).toEqual({
      base: { ...defaultPolicy, calls: 'team' },
      roles: [{ role: 'boss', settings: { ...defaultPolicy, privateCalls: 'show' } }],
    });
    expect(tenants?.get('b')?.policy).toBeUndefined();
    expect(() => parseConfig(environment, read('{"acme":{"policy":"own"}}'))).toThrow(
      'GATEWAY_TENANTS_FILE, acme.policy contains the unknown word "own"',
    );
  });

  it('with an administrator need a secret, and no sandbox', () => {
    const token = { GATEWAY_ADMIN_TOKEN: 'x'.repeat(16) };
    expect(problemsOf(token)).toEqual([expect.stringContaining('GATEWAY_SECRET is required')]);
    expect(namesOf({ ...token, GATEWAY_ADMIN_TOKEN: 'short' })).toContain('GATEWAY_ADMIN_TOKEN');
    expect(parseConfig({ ...token, GATEWAY_SECRET: 'y'.repeat(32) })).toMatchObject({
      isSandbox: false,
      adminToken: 'x'.repeat(16),
    });
  });
});
