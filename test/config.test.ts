import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { ConfigError, parseConfig } from '../src/config/config.js';
import { defaultPolicy } from '../src/access/policy/settings.js';

type Environment = Record<string, string | undefined>;

const keys = { GONG_ACCESS_KEY: 'the-key', GONG_ACCESS_KEY_SECRET: 'the-secret' };

/** What is wrong with an environment, a line each; none where it is accepted. */
function problemsOf(environment: Environment): readonly string[] {
  try {
    parseConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The variables that the problems begin with. */
const namesOf = (environment: Environment): string[] =>
  problemsOf(environment).map((problem) => problem.split(' ')[0] ?? '');

describe('an empty environment', () => {
  it.each<[string, Environment]>([
    ['unset', {}],
    ['undefined', { PORT: undefined, HOST: undefined }],
    ['empty', { PORT: '', HOST: ' ', GONG_ACCESS_KEY: '', GATEWAY_TOKENS: '', LOG_LEVEL: '' }],
    ['of others', { PATH: '/bin', GONG: 'x' }],
  ])('gives the defaults and the sandbox: %s', (_, environment) => {
    expect(parseConfig(environment)).toEqual({
      host: '127.0.0.1',
      port: 4000,
      gong: null,
      oauth: null,
      apiBaseUrl: 'https://api.gong.io',
      anyGongHost: false,
      tenants: undefined,
      isSandbox: true,
      adminToken: undefined,
      requestsPerSecond: 3,
      requestsPerDay: 10_000,
      rateMarginMs: 15,
      dayTimeZone: 'UTC',
      maxQueued: 1000,
      maxGongRequests: 100,
      maxGongResponseBytes: 64 * 1024 * 1024,
      maxObjects: 500_000,
      cacheTtlSeconds: 300,
      cacheMaxBytes: 128 * 1024 * 1024,
      stateDir: '.gateway',
      redisUrl: undefined,
      companyTimeZone: undefined,
      deadlineMs: 25_000,
      tokens: [],
      jwt: null,
      isLocalOnly: true,
      secret: undefined,
      mediaIdleTimeoutMs: 60_000,
      rawRequests: { isOn: true, furtherPaths: [] },
      showsAuditSecrets: false,
      policy: { base: defaultPolicy, roles: [], modulePath: undefined },
      publicUrl: undefined,
      http: {
        documentLimits: { maxDepth: 16, maxAliases: 100, maxDirectives: 100, maxTokens: 3000 },
        maxConnections: 1000,
        requestTimeoutMs: 30_000,
        corsOrigins: [],
        hasIntrospection: true,
        hasGraphiql: true,
        persistedDocuments: { mode: 'apq' },
      },
      subgraph: { hasNode: true },
      sandboxProcessingSeconds: 30,
      logLevel: 'info',
    });
  });
});

describe('a variable', () => {
  it('of each kind is read into its own place', () => {
    const config = parseConfig({
      ...keys,
      HOST: ' 0.0.0.0 ',
      PORT: '0',
      GONG_API_BASE_URL: 'https://us-1234.api.gong.io/',
      GONG_REQUESTS_PER_SECOND: '0.5',
      GONG_REQUESTS_PER_DAY: '500',
      GONG_RATE_MARGIN_MS: '40',
      GONG_COMPANY_TIME_ZONE: 'America/New_York',
      GONG_DAY_TIME_ZONE: 'America/Los_Angeles',
      GATEWAY_MAX_QUEUED: '50',
      GATEWAY_MAX_GONG_REQUESTS: '20',
      GATEWAY_MAX_GONG_RESPONSE_MIB: '3',
      GATEWAY_CACHE_TTL_SECONDS: '60',
      GATEWAY_CACHE_MAX_MIB: '2',
      GATEWAY_STATE_DIR: '/var/lib/gateway',
      REDIS_URL: 'redis://127.0.0.1:6379',
      GATEWAY_DEADLINE_MS: '5000',
      GATEWAY_TOKENS: 'bi:t0ken, web@acme : a:b=c ,',
      GATEWAY_JWKS_URL: 'https://login.example.com/keys?p=x',
      GATEWAY_JWT_ISSUER: 'https://login.example.com/',
      GATEWAY_JWT_AUDIENCE: 'gateway, urn:gong',
      GATEWAY_JWT_ALGORITHMS: 'ES256, RS256',
      GATEWAY_JWT_TENANT_CLAIM: 'https://example.com/tenant',
      GATEWAY_JWT_VIEWER_CLAIM: 'gong_id',
      GATEWAY_JWT_ROLES_CLAIM: 'realm_access.roles',
      GATEWAY_JWT_CLOCK_TOLERANCE_SECONDS: '30',
      GATEWAY_SECRET: 'x'.repeat(32),
      GATEWAY_MEDIA_IDLE_TIMEOUT_MS: '5000',
      GATEWAY_POLICY: 'own-calls, mask-emails',
      GATEWAY_POLICY_ROLES: 'manager: team-calls; compliance: show-private',
      GATEWAY_POLICY_MODULE: './policy.js',
      GATEWAY_RAW_REQUESTS: 'on',
      GATEWAY_AUDIT_SECRETS: 'show',
      GATEWAY_RAW_PATHS: '/v2/new/{id}, /v2/newer',
      GATEWAY_PUBLIC_URL: 'https://gong.example.com/graph/',
      GATEWAY_MAX_OBJECTS: '7000',
      GATEWAY_MAX_DEPTH: '8',
      GATEWAY_MAX_ALIASES: '0',
      GATEWAY_MAX_DIRECTIVES: '5',
      GATEWAY_MAX_TOKENS: '500',
      GATEWAY_MAX_CONNECTIONS: '20',
      GATEWAY_REQUEST_TIMEOUT_MS: '2000',
      GATEWAY_CORS_ORIGINS: 'https://app.example.com, http://localhost:3000 ,',
      GATEWAY_INTROSPECTION: 'off',
      GATEWAY_GRAPHIQL: 'off',
      GATEWAY_PERSISTED_DOCUMENTS: 'off',
      GATEWAY_SUBGRAPH_NODE: 'off',
      SANDBOX_PROCESSING_SECONDS: '0',
      LOG_LEVEL: 'debug',
    });

    expect(config).toEqual({
      host: '0.0.0.0',
      port: 0,
      gong: {
        baseUrl: 'https://us-1234.api.gong.io',
        accessKey: 'the-key',
        accessKeySecret: 'the-secret',
      },
      oauth: null,
      apiBaseUrl: 'https://us-1234.api.gong.io',
      anyGongHost: false,
      tenants: undefined,
      isSandbox: false,
      adminToken: undefined,
      requestsPerSecond: 0.5,
      requestsPerDay: 500,
      rateMarginMs: 40,
      dayTimeZone: 'America/Los_Angeles',
      maxQueued: 50,
      maxGongRequests: 20,
      maxGongResponseBytes: 3 * 1024 * 1024,
      maxObjects: 7000,
      cacheTtlSeconds: 60,
      cacheMaxBytes: 2 * 1024 * 1024,
      stateDir: '/var/lib/gateway',
      redisUrl: 'redis://127.0.0.1:6379',
      companyTimeZone: 'America/New_York',
      deadlineMs: 5000,
      tokens: [
        { client: 'bi', tenant: 'default', token: 't0ken' },
        { client: 'web', tenant: 'acme', token: 'a:b=c' },
      ],
      jwt: {
        jwksUrl: 'https://login.example.com/keys?p=x',
        issuer: 'https://login.example.com/',
        audiences: ['gateway', 'urn:gong'],
        algorithms: ['RS256', 'ES256'],
        tenantClaim: 'https://example.com/tenant',
        viewerClaim: 'gong_id',
        rolesClaim: 'realm_access.roles',
        clockToleranceSeconds: 30,
      },
      isLocalOnly: false,
      secret: 'x'.repeat(32),
      mediaIdleTimeoutMs: 5000,
      rawRequests: { isOn: true, furtherPaths: ['/v2/new/{id}', '/v2/newer'] },
      showsAuditSecrets: true,
      policy: {
        base: { ...defaultPolicy, calls: 'own', mask: { emails: true, phones: false } },
        roles: [
          { role: 'manager', settings: { ...defaultPolicy, calls: 'team' } },
          { role: 'compliance', settings: { ...defaultPolicy, privateCalls: 'show' } },
        ],
        modulePath: './policy.js',
      },
      publicUrl: 'https://gong.example.com/graph',
      http: {
        documentLimits: { maxDepth: 8, maxAliases: 0, maxDirectives: 5, maxTokens: 500 },
        maxConnections: 20,
        requestTimeoutMs: 2000,
        corsOrigins: ['https://app.example.com', 'http://localhost:3000'],
        hasIntrospection: false,
        hasGraphiql: false,
        persistedDocuments: { mode: 'off' },
      },
      subgraph: { hasNode: false },
      sandboxProcessingSeconds: 0,
      logLevel: 'debug',
    });
  });

  it.each<[string, Environment, boolean]>([
    ['on in the sandbox', {}, true],
    ['off where there is a company', keys, false],
    ['as the operator says', { ...keys, GATEWAY_RAW_REQUESTS: 'on' }, true],
    ['as the operator says, in the sandbox too', { GATEWAY_RAW_REQUESTS: 'off' }, false],
  ])('decides on raw requests: %s', (_, environment, isOn) => {
    expect(parseConfig(environment).rawRequests.isOn).toBe(isOn);
  });

  it.each([
    ['GATEWAY_RAW_PATHS', '/v2/../x'],
    ['GATEWAY_RAW_PATHS', 'https://elsewhere.com/v2/x'],
    ['GATEWAY_RAW_PATHS', '/v2/new/{id'],
    ['GATEWAY_RAW_PATHS', '/v2/a{id}'],
    ['GATEWAY_RAW_PATHS', '{id}'],
    ['GATEWAY_PUBLIC_URL', 'ftp://gong.example.com'],
    ['GATEWAY_PUBLIC_URL', 'https://jo:secret@gong.example.com'],
    ['GATEWAY_PUBLIC_URL', 'https://gong.example.com/?a=b'],
    ['GATEWAY_PUBLIC_URL', 'https://gong.example.com/#a'],
    ['GATEWAY_PUBLIC_URL', 'gong.example.com'],
    ['GATEWAY_MEDIA_IDLE_TIMEOUT_MS', '0'],
    ['GATEWAY_MAX_OBJECTS', '0'],
    ['GATEWAY_MAX_DEPTH', '0'],
    ['GATEWAY_MAX_ALIASES', '-1'],
    ['GATEWAY_MAX_DIRECTIVES', 'none'],
    ['GATEWAY_MAX_TOKENS', '0'],
    ['GATEWAY_MAX_TOKENS', '20001'],
    ['GATEWAY_MAX_CONNECTIONS', '0'],
    ['GATEWAY_REQUEST_TIMEOUT_MS', '0'],
    ['GATEWAY_REQUEST_TIMEOUT_MS', '2147483648'],
    ['GATEWAY_CORS_ORIGINS', 'app.example.com'],
    ['GATEWAY_CORS_ORIGINS', 'https://app.example.com/'],
    ['GATEWAY_CORS_ORIGINS', 'https://APP.example.com'],
    ['GATEWAY_CORS_ORIGINS', 'https://app.example.com:443'],
    ['GATEWAY_CORS_ORIGINS', 'https://*.example.com'],
    ['GATEWAY_CORS_ORIGINS', 'null'],
    ['GATEWAY_CORS_ORIGINS', 'https://app.example.com,*'],
    ['GATEWAY_INTROSPECTION', 'false'],
    ['GATEWAY_GRAPHIQL', '0'],
    ['GATEWAY_SUBGRAPH_NODE', 'false'],
    ['GATEWAY_PERSISTED_DOCUMENTS', 'on'],
    ['GATEWAY_PERSISTED_DOCUMENTS_FILE', 'documents.json'],
    ['SANDBOX_PROCESSING_SECONDS', '-1'],
    ['PORT', 'http'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['GONG_ALLOW_ANY_HOST', 'yes'],
    ['GONG_ALLOW_ANY_HOST', '1'],
    ['GONG_REQUESTS_PER_SECOND', '0'],
    ['GONG_REQUESTS_PER_SECOND', '-3'],
    ['GONG_REQUESTS_PER_SECOND', '0.0009'],
    ['GONG_REQUESTS_PER_SECOND', 'three'],
    ['GONG_REQUESTS_PER_SECOND', 'NaN'],
    ['GONG_REQUESTS_PER_SECOND', 'Infinity'],
    ['GONG_REQUESTS_PER_DAY', '0'],
    ['GONG_REQUESTS_PER_DAY', '1e3'],
    ['GONG_COMPANY_TIME_ZONE', 'Mars/Olympus'],
    ['GONG_DAY_TIME_ZONE', 'midnight'],
    ['GATEWAY_DEADLINE_MS', '0'],
    ['GATEWAY_DEADLINE_MS', '25s'],
    ['GATEWAY_DEADLINE_MS', '2147483648'],
    ['GATEWAY_CACHE_TTL_SECONDS', '-1'],
    ['GATEWAY_MAX_GONG_REQUESTS', '0'],
    ['GATEWAY_MAX_GONG_RESPONSE_MIB', '0'],
    ['GATEWAY_MAX_GONG_RESPONSE_MIB', '1.5'],
    ['GATEWAY_RAW_REQUESTS', 'true'],
    ['GATEWAY_AUDIT_SECRETS', 'on'],
    ['GATEWAY_TOKENS', 'no-pair'],
    ['GATEWAY_TOKENS', ':token'],
    ['GATEWAY_TOKENS', 'name:'],
    ['GATEWAY_TOKENS', ' , '],
    ['GATEWAY_OPEN', 'TRUE'],
    ['GATEWAY_SECRET', 'x'.repeat(31)],
    ['LOG_LEVEL', 'loud'],
    ['GONG_OAUTH_REFRESH_TOKEN', 'oauth'],
    ['GATEWAY_TOKENS', 'name@Tenant:token'],
    ['GATEWAY_TOKENS', 'name@:token'],
    ['GATEWAY_TOKENS', 'one@acme:token,other@globex:token'],
    ['GATEWAY_POLICY', 'own'],
    ['GATEWAY_POLICY', 'workspaces='],
    ['GATEWAY_POLICY_ROLES', 'manager'],
    ['GATEWAY_POLICY_ROLES', ': team-calls'],
    ['GATEWAY_POLICY_ROLES', 'manager: team'],
    ['GATEWAY_POLICY_ROLES', 'manager: team-calls; manager: own-calls'],
  ])('that is malformed is refused by name: %s=%s', (name, value) => {
    expect(namesOf({ ...keys, [name]: value })).toEqual([name]);
  });

  it.each([
    ['PORT', '65535'],
    ['GATEWAY_CACHE_TTL_SECONDS', '0'],
    ['GONG_REQUESTS_PER_SECOND', '0.001'],
    ['GATEWAY_DEADLINE_MS', '1'],
    ['GATEWAY_DEADLINE_MS', '2147483647'],
    ['GATEWAY_RAW_REQUESTS', 'off'],
    ['GATEWAY_MAX_TOKENS', '20000'],
    ['GATEWAY_MAX_ALIASES', '0'],
    ['GATEWAY_CORS_ORIGINS', '*'],
    ['GATEWAY_CORS_ORIGINS', 'http://[::1]:8080'],
    ['GATEWAY_SECRET', 'x'.repeat(32)],
  ])('is accepted at its very limit: %s=%s', (name, value) => {
    expect(problemsOf({ ...keys, [name]: value })).toEqual([]);
  });
});

describe('JWTs of clients', () => {
  const jwt = {
    GATEWAY_JWKS_URL: 'https://login.example.com/keys',
    GATEWAY_JWT_ISSUER: 'https://login.example.com/',
    GATEWAY_JWT_AUDIENCE: 'gateway',
  };

  it('need no more than keys, issuer and audience', () => {
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
  ])('are refused by the name of what is wrong: %s=%s', (name, value) => {
    expect(namesOf({ ...jwt, [name]: value })).toEqual([name]);
  });

  it.each(['none', 'HS256', 'HS512'])('are signed by key pairs, not by %s', (algorithm) => {
    const [problem] = problemsOf({ ...jwt, GATEWAY_JWT_ALGORITHMS: algorithm });

    expect(problem).toContain('anybody could sign');
    expect(problem).toContain('RS256');
  });

  it('may come from this machine by http', () => {
    expect(problemsOf({ ...jwt, GATEWAY_JWKS_URL: 'http://127.0.0.1:9000/keys' })).toEqual([]);
  });
});

describe('the manifest of documents', () => {
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
  ])('may be %s', (_, content) => {
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
    ['a list', [query], 'must hold a manifest in the format'],
    ['of another version', { ...apollo(), version: 2 }, 'must hold a manifest in the format'],
    ['of another format', { ...apollo(), format: 'other' }, 'must hold a manifest in the format'],
    ['empty', {}, 'holds no document'],
    ['empty, of Apollo', apollo(), 'holds no document'],
    ['without an id', apollo({ body: query }), 'has no id at operations[0]'],
    ['without a document', apollo({ id: 'a' }), 'has no document at operations[0]'],
    ['with no operation', apollo(null), 'has no id at operations[0]'],
    ['with something else', { a: 1 }, 'has no document at "a"'],
    ['of bad syntax', { a: '{' }, 'holds no valid document at "a": Syntax Error'],
    [
      'ambiguous',
      apollo({ id: 'a', body: query }, { id: 'a', body: '{ node }' }),
      'has two documents with the id "a"',
    ],
  ])('is refused where it is %s', (_, content, problem) => {
    const problems = problemsWith(content);

    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`GATEWAY_PERSISTED_DOCUMENTS_FILE ${problem}`);
  });

  it('names every problem, but not without end', () => {
    expect(problemsWith(apollo({ id: 'a' }, { body: query }))).toHaveLength(2);

    const problems = problemsWith(Object.fromEntries(Array.from({ length: 50 }, (_, n) => [n, 1])));
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)).toContain('30 more problems');
  });

  it('must be named, and be there', () => {
    expect(problemsOf({ GATEWAY_PERSISTED_DOCUMENTS: 'only' })).toEqual([
      'GATEWAY_PERSISTED_DOCUMENTS_FILE is missing: GATEWAY_PERSISTED_DOCUMENTS=only needs the manifest of what may be run.',
    ]);
    expect(
      problemsOf({ ...only, GATEWAY_PERSISTED_DOCUMENTS_FILE: '/nowhere/documents.json' }),
    ).toEqual(["GATEWAY_PERSISTED_DOCUMENTS_FILE can't be read (ENOENT)."]);
  });
});

describe('the log-in by OAuth', () => {
  const oauth = {
    GONG_OAUTH_CLIENT_ID: 'app',
    GONG_OAUTH_CLIENT_SECRET: 'app secret',
    GONG_OAUTH_REDIRECT_URI: 'http://127.0.0.1:4000/oauth/gong/callback',
    GATEWAY_SECRET: 'x'.repeat(32),
    GATEWAY_ADMIN_TOKEN: 'y'.repeat(16),
  };

  it('takes the place of the sandbox, and always asks for users', () => {
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

  it('differ in what a file says', () => {
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
    ['{', 'is no JSON'],
    ['[]', 'must be an object of tenants'],
    ['{"Acme":{}}', 'names "Acme"'],
    ['{"acme":{"requestsPerSecond":0}}', 'acme.requestsPerSecond'],
    ['{"acme":{"rate":3}}', 'rate'],
    ['{"acme":{"dayTimeZone":"Mars"}}', 'acme.dayTimeZone'],
    ['{"acme":3}', 'acme'],
  ])('in a file that is wrong are told: %s', (content, problem) => {
    expect(() => parseConfig(environment, read(content))).toThrow(problem);
    expect(() => parseConfig(environment, read(content))).toThrow('GATEWAY_TENANTS_FILE');
  });

  it('in a file that isn’t there are told', () => {
    expect(() => parseConfig({ GATEWAY_TENANTS_FILE: '/nowhere/tenants.json' })).toThrow(
      "GATEWAY_TENANTS_FILE can't be read",
    );
  });

  it('of tokens must be among those of the file, and are no administrators', () => {
    const tokens = { ...environment, GATEWAY_TOKENS: 'web@globex:a-client-token,web:b' };
    expect(() => parseConfig(tokens, read('{"acme":{}}'))).toThrow(
      "GATEWAY_TOKENS names the tenant globex, which GATEWAY_TENANTS_FILE doesn't list.",
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

  it('may each have a policy', () => {
    const content = '{"acme":{"policy":"team-calls","policyRoles":{"boss":"show-private"}},"b":{}}';
    const { tenants } = parseConfig(environment, read(content));
    expect(tenants?.get('acme')?.policy).toEqual({
      base: { ...defaultPolicy, calls: 'team' },
      roles: [{ role: 'boss', settings: { ...defaultPolicy, privateCalls: 'show' } }],
    });
    expect(tenants?.get('b')?.policy).toBeUndefined();
    expect(() => parseConfig(environment, read('{"acme":{"policy":"own"}}'))).toThrow(
      'GATEWAY_TENANTS_FILE, acme.policy holds "own"',
    );
  });

  it('of administrators need a secret, and no sandbox', () => {
    const token = { GATEWAY_ADMIN_TOKEN: 'x'.repeat(16) };
    expect(problemsOf(token)).toEqual([expect.stringContaining('GATEWAY_SECRET is missing')]);
    expect(namesOf({ ...token, GATEWAY_ADMIN_TOKEN: 'short' })).toContain('GATEWAY_ADMIN_TOKEN');
    expect(parseConfig({ ...token, GATEWAY_SECRET: 'y'.repeat(32) })).toMatchObject({
      isSandbox: false,
      adminToken: 'x'.repeat(16),
    });
  });
});

describe('bad variables', () => {
  it('are all reported at once, in one message', () => {
    const environment = {
      PORT: 'x',
      GONG_ACCESS_KEY: 'the-key',
      GONG_API_BASE_URL: 'http://api.gong.io',
      GONG_REQUESTS_PER_SECOND: '0',
      GATEWAY_DEADLINE_MS: '-1',
      GATEWAY_SECRET: 'short',
      GATEWAY_TOKENS: 'one,two',
      LOG_LEVEL: 'x',
    };

    expect(namesOf(environment).sort()).toEqual([
      'GATEWAY_DEADLINE_MS',
      'GATEWAY_SECRET',
      'GATEWAY_TOKENS',
      'GATEWAY_TOKENS',
      'GONG_ACCESS_KEY_SECRET',
      'GONG_API_BASE_URL',
      'GONG_REQUESTS_PER_SECOND',
      'Gong',
      'LOG_LEVEL',
      'PORT',
    ]);
    expect(() => parseConfig(environment)).toThrow(problemsOf(environment).join('\n'));
  });

  it('of OAuth come together, with what keeps tokens safe', () => {
    const environment = { ...keys, GONG_OAUTH_CLIENT_ID: 'x', GONG_OAUTH_CLIENT_SECRET: 'hidden' };

    expect(namesOf(environment)).toEqual([
      'GONG_OAUTH_REDIRECT_URI',
      'GATEWAY_SECRET',
      'GATEWAY_ADMIN_TOKEN',
    ]);
    expect(problemsOf(environment).join()).not.toContain('hidden');
    expect(problemsOf({ GONG_OAUTH_CLIENT_ID: ' ' })).toEqual([]);
  });

  const oauth = {
    GONG_OAUTH_CLIENT_ID: 'app',
    GONG_OAUTH_CLIENT_SECRET: 'hidden',
    GONG_OAUTH_REDIRECT_URI: 'https://gong.example.com/oauth/gong/callback',
    GATEWAY_SECRET: 'x'.repeat(32),
    GATEWAY_ADMIN_TOKEN: 'y'.repeat(16),
  };

  it.each([
    ['http://gong.example.com/oauth/gong/callback', 'must be https'],
    ['https://gong.example.com/callback', 'must end with /oauth/gong/callback'],
    ['https://gong.example.com/oauth/gong/callback?x=1', 'must end with /oauth/gong/callback'],
    ['gong.example.com', 'must be an address'],
  ])('name what is wrong with where Gong sends browsers: %s', (address, problem) => {
    expect(problemsOf({ ...oauth, GONG_OAUTH_REDIRECT_URI: address }).join()).toContain(problem);
  });

  it.each(['http://app.gong.io', 'https://app.gong.io.evil.test', 'https://evilgong.io'])(
    'name a log-in page that is not Gong: %s',
    (address) => {
      expect(namesOf({ ...oauth, GONG_OAUTH_BASE_URL: address })).toEqual(['GONG_OAUTH_BASE_URL']);
      expect(
        problemsOf({ ...oauth, GONG_OAUTH_BASE_URL: address, GONG_ALLOW_ANY_HOST: 'true' }),
      ).toEqual([]);
    },
  );

  it('name what is no scope', () => {
    expect(namesOf({ ...oauth, GONG_OAUTH_SCOPES: 'api:users:read <x>' })).toEqual([
      'GONG_OAUTH_SCOPES',
    ]);
  });

  it.each([
    [{ GONG_ACCESS_KEY: 'the-key' }, 'GONG_ACCESS_KEY_SECRET'],
    [{ GONG_ACCESS_KEY_SECRET: 'the-secret' }, 'GONG_ACCESS_KEY'],
  ])('are named where half of a pair is missing (%#)', (environment, missing) => {
    expect(problemsOf(environment)).toContain(
      `${missing} is missing: key and secret come as a pair.`,
    );
  });
});

describe('the address of the API', () => {
  it.each([
    'https://api.gong.io',
    'https://api.gong.io/',
    'https://us-1234.api.gong.io',
    'https://gong.io',
    'https://API.GONG.IO',
    'https://api.gong.io:443',
  ])('may be %s', (url) => {
    expect(problemsOf({ ...keys, GONG_API_BASE_URL: url })).toEqual([]);
  });

  it.each([
    'http://api.gong.io',
    'https://api.gong.io.evil.test',
    'https://evilgong.io',
    'https://gong.io.evil.test',
    'https://api-gong.io',
    'https://evil.test/api.gong.io',
    'https://evil.test?api.gong.io',
    'https://evil.test#.gong.io',
    'https://evil.test\\.gong.io',
    'https://user@api.gong.io',
    'https://user:pass@api.gong.io',
    'https://api.gong.io@evil.test',
    'https://api.gong.io/v2',
    'https://api.gong.io/?x=1',
    'https://api.gong.io/#x',
    'ftp://api.gong.io',
    'api.gong.io',
    '//api.gong.io',
    'https://',
    'https://127.0.0.1',
    'javascript:alert(1)',
  ])('may not be %s', (url) => {
    expect(namesOf({ ...keys, GONG_API_BASE_URL: url })).toEqual(['GONG_API_BASE_URL']);
  });

  it.each([
    ['http://127.0.0.1:4010', []],
    ['https://proxy.example', []],
    ['http://user:pass@127.0.0.1', ['GONG_API_BASE_URL']],
    ['http://127.0.0.1/v2', ['GONG_API_BASE_URL']],
    ['file:///etc/passwd', ['GONG_API_BASE_URL']],
  ])('may be any host where that is asked for: %s', (url, refused) => {
    const environment = { ...keys, GONG_API_BASE_URL: url, GONG_ALLOW_ANY_HOST: 'true' };

    expect(namesOf(environment)).toEqual(refused);
  });
});

describe('a host that others can reach', () => {
  it.each<[string, Environment, boolean]>([
    ['127.0.0.1', {}, true],
    ['127.8.9.10', {}, true],
    ['localhost', {}, true],
    ['::1', {}, true],
    ['0.0.0.0', {}, false],
    ['::', {}, false],
    ['192.168.1.5', {}, false],
    ['127.0.0.1.evil.test', {}, false],
    ['localhost.evil.test', {}, false],
    ['0.0.0.0', { GATEWAY_TOKENS: 'a:b' }, true],
    ['0.0.0.0', { GATEWAY_OPEN: 'true' }, true],
    [
      '0.0.0.0',
      {
        GATEWAY_JWKS_URL: 'https://a.example/keys',
        GATEWAY_JWT_ISSUER: 'i',
        GATEWAY_JWT_AUDIENCE: 'a',
      },
      true,
    ],
    ['0.0.0.0', { GATEWAY_OPEN: 'false' }, false],
    ['0.0.0.0', { GATEWAY_TOKENS: ',' }, false],
    ['0.0.0.0', { GATEWAY_TOKENS: ' ' }, false],
  ])('needs tokens, JWTs or GATEWAY_OPEN: %s %j', (host, others, isAccepted) => {
    expect(problemsOf({ ...keys, HOST: host, ...others }).length === 0).toBe(isAccepted);
  });

  it('is told how to go on', () => {
    const [problem] = problemsOf({ HOST: '0.0.0.0' });

    expect(problem).toContain('HOST is 0.0.0.0');
    expect(problem).toContain('GATEWAY_TOKENS');
    expect(problem).toContain('GATEWAY_JWKS_URL');
    expect(problem).toContain('GATEWAY_OPEN=true');
  });
});

it.each<[string, Environment, boolean]>([
  ['nothing is said', {}, true],
  ['there are tokens', { GATEWAY_TOKENS: 'a:b' }, false],
  ['everyone is to be served', { GATEWAY_OPEN: 'true' }, false],
])('a gateway on loopback serves this machine only, or not: %s', (_, environment, isLocalOnly) => {
  expect(parseConfig(environment).isLocalOnly).toBe(isLocalOnly);
});

describe('secrets', () => {
  const secret = 'hunter2hunter2';

  it.each([
    'GONG_ACCESS_KEY',
    'GONG_ACCESS_KEY_SECRET',
    'GATEWAY_TOKENS',
    'GATEWAY_SECRET',
    'REDIS_URL',
    'GATEWAY_CORS_ORIGINS',
  ])('are in no message: %s', (name) => {
    const { message, stack } = new ConfigError(problemsOf({ [name]: secret, PORT: 'x' }));

    expect(message).toContain('PORT');
    expect(`${message}${stack ?? ''}`).not.toContain(secret);
  });

  it('in an address are in no message either', () => {
    const problems = problemsOf({
      ...keys,
      GONG_API_BASE_URL: `https://me:${secret}@api.gong.io/`,
    });

    expect(problems).toEqual(['GONG_API_BASE_URL must not hold credentials.']);
  });

  it('in the second pair leave the first unharmed but refuse all', () => {
    const problems = problemsOf({ GATEWAY_TOKENS: `good:${secret},${secret}` });

    expect(problems).toEqual(['GATEWAY_TOKENS has no name:token pair at place 2.']);
  });
});
