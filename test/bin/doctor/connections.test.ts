import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import type { OAuthConnection } from '../../../src/tenants/connections/connection.js';
import { openFileConnections } from '../../../src/storage/disk/disk.js';
import { silentLogger } from '../../../src/bin/doctor/silentLogger.js';
import { askRedis, redisFindings } from '../../../src/bin/doctor/checks/redis.js';
import { diagnose } from '../../../src/bin/doctor/diagnose.js';
import { systemClock } from '../../../src/lib/clock.js';
import { createKeepAliveFetch } from '../../../src/gong/fetch.js';
import { OAuthEndpoint } from '../../../src/gong/oauth.js';
import { connectToRedis } from '../../../src/storage/redis/connection.js';
import { openRedisStorage } from '../../../src/storage/redis/redisStorage.js';
import { createFetch, DEFAULT_OAUTH_APP } from '../../../sandbox/src/index.js';
import { createSchema } from '../../../src/graphql/schema.js';
import { neededScopes } from '../../../src/graphql/scopes/needed.js';
import { startRedis, type TestRedis } from '../../support/redis.js';
import { sandboxOf, ShiftedClock, stateDir, visit, withKey } from './support.js';

const SECRET = 'a secret for tests, long enough to be one';
const oauth = () => ({
  GONG_OAUTH_CLIENT_ID: DEFAULT_OAUTH_APP.clientId,
  GONG_OAUTH_CLIENT_SECRET: DEFAULT_OAUTH_APP.clientSecret,
  GONG_OAUTH_REDIRECT_URI: 'https://gateway.example.com/oauth/gong/callback',
  GATEWAY_SECRET: SECRET,
  GATEWAY_ADMIN_TOKEN: 'hidden-admin-token',
  GATEWAY_STATE_DIR: stateDir(),
});

/** Where nothing is enabled that is off by default. */
const NEEDED = neededScopes(createSchema(), { mutations: true, variables: new Set() });
const HOST = 'https://company-17.api.gong.io';

/** A gateway's environment, its disk and its company, which has just been connected by OAuth. */
async function connect({ scopes = NEEDED, tenant = 'default' } = {}) {
  const clock = new ShiftedClock();
  const environment = oauth();
  const redirectUri = environment.GONG_OAUTH_REDIRECT_URI;
  const sandbox = sandboxOf(clock, {
    oauth: { redirectUris: [redirectUri], baseUrlForCustomer: HOST },
  });
  const wire = createFetch(sandbox);
  const endpoint = new OAuthEndpoint({
    client: { baseUrl: 'https://app.gong.io', ...DEFAULT_OAUTH_APP, redirectUri },
    fetch: wire,
    clock,
    anyHost: false,
  });
  const login = await wire(endpoint.authorizeUrl(scopes, 'state'));
  const code = new URL(login.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const pair = await endpoint.exchange(code);
  const store = openFileConnections(
    { stateDir: environment.GATEWAY_STATE_DIR, secret: SECRET },
    clock,
    silentLogger,
  );
  const connection: OAuthConnection = {
    kind: 'oauth',
    tenant,
    id: `connection of ${tenant}`,
    baseUrl: pair.baseUrl ?? '',
    connectedAt: clock.now(),
    issuedAt: clock.now(),
    expiresAt: clock.now() + pair.lifeMs,
    accessToken: pair.accessToken,
    refreshToken: pair.refreshToken,
    revision: 0,
    scopes: pair.scopes,
    revokedAt: null,
  };
  await store.put(connection);
  return { clock, environment, sandbox, store, connection };
}

describe('With OAuth 2.0, the doctor', () => {
  it('explains that no company is connected yet', async () => {
    const { about, diagnosis, text, hosts } = await visit(oauth(), { clock: new ShiftedClock() });

    expect(about('Connection')).toEqual([
      {
        grade: 'problem',
        about: 'Connection',
        says: 'no company is connected yet.',
        todo: 'Start the gateway, and open https://gateway.example.com/oauth/gong/start?tenant=default as an administrator.',
      },
    ]);
    expect([diagnosis.requests, hosts]).toEqual([0, []]);
    expect(about('Secret')).toMatchObject([{ grade: 'ok' }]);
    expect(text).not.toContain('hidden-');
  });

  it.each([false, true])(
    'the scopes are known, and one request is enough (--all-scopes: %s)',
    async (tries) => {
      const { environment, ...company } = await connect();

      const { about, diagnosis, hosts } = await visit(environment, {
        ...company,
        triesAllScopes: tries,
      });

      expect(about('Connection')).toEqual([
        {
          grade: 'ok',
          about: 'Connection',
          says: `Gong at ${HOST}, by OAuth 2.0, as stored for tenant "default".`,
        },
      ]);
      expect(about('Token')).toMatchObject([
        { grade: 'ok', says: 'Gong accepts the access token.' },
      ]);
      expect(about('Scopes')).toMatchObject([
        { grade: 'ok', says: 'all scopes that the fields need are granted.' },
      ]);
      expect([diagnosis.requests, hosts]).toEqual([1, ['company-17.api.gong.io']]);
    },
  );

  it('names missing scopes with their fields, and superfluous scopes', async () => {
    const scopes = [
      ...NEEDED.filter((scope) => !scope.includes('library')),
      'api:crm-calls:manual-association:read',
    ];
    const { environment, ...company } = await connect({ scopes });

    const { about } = await visit(environment, company);

    expect(about('Scopes')).toMatchObject([
      {
        grade: 'problem',
        says: 'api:library:read is missing. Without it, these fields fail:',
        words: expect.arrayContaining(['Query.folder', 'FolderCall.*']),
        todo: expect.stringContaining('connect the company again'),
      },
      { grade: 'warning', words: ['api:crm-calls:manual-association:read'] },
    ]);
  });

  it('names scopes that are not requested', async () => {
    const scopes = [
      ...NEEDED.filter((scope) => !scope.includes('library')),
      'api:crm-calls:manual-association:read',
    ];

    const { about } = await visit(
      { ...oauth(), GONG_OAUTH_SCOPES: scopes.join(' ') },
      { clock: new ShiftedClock() },
    );

    expect(about('Scopes')).toMatchObject([
      {
        grade: 'problem',
        says: 'GONG_OAUTH_SCOPES lacks api:library:read, which these fields need:',
        words: expect.arrayContaining(['Query.folder']),
      },
      { grade: 'warning', words: ['api:crm-calls:manual-association:read'] },
    ]);
  });

  it('renews an expired token and stores it for the instances', async () => {
    const { environment, ...company } = await connect();
    const { clock, sandbox, store, connection } = company;
    clock.shift(2 * 86_400_000);

    const { about, diagnosis } = await visit(environment, company);

    expect(about('Token')).toMatchObject([{ grade: 'ok' }]);
    expect(diagnosis.requests).toBe(1);
    expect(sandbox.oauth.tokenRequests('refresh_token')).toBe(1);
    const kept = await store.get('default');
    expect(kept).toMatchObject({ accessToken: sandbox.oauth.grants[0]?.accessToken });
    expect(kept).not.toMatchObject({ refreshToken: connection.refreshToken });
  });

  it('says that a revoked connection must be made again', async () => {
    const { environment, ...company } = await connect();
    const { clock, sandbox, connection } = company;
    clock.shift(3_600_000);
    sandbox.oauth.revoke('grant-1');

    const { about, diagnosis, text } = await visit(environment, company);

    expect(about('Token')).toMatchObject([
      {
        grade: 'problem',
        says: expect.stringContaining('Gong no longer accepts the connection'),
        todo: 'Connect the company again at /oauth/gong/start?tenant=default.',
      },
    ]);
    expect(diagnosis.requests).toBe(1);
    expect(text).not.toContain(connection.accessToken);
    expect(text).not.toContain(connection.refreshToken);
  });
});

describe('With tenants, the doctor', () => {
  it('checks one tenant with its own limits, and names the others', async () => {
    const { environment, ...company } = await connect({ tenant: 'globex' });
    const { store, connection, clock } = company;
    await store.put({
      kind: 'key',
      tenant: 'acme',
      id: 'connection of acme',
      baseUrl: 'https://us-9.api.gong.io',
      connectedAt: clock.now(),
      accessKey: 'WRONGKEY',
      accessKeySecret: 'hidden-key-secret',
    });
    await store.put({ ...connection, tenant: 'initech', id: 'third', revokedAt: clock.now() });
    const file = join(environment.GATEWAY_STATE_DIR, 'tenants.json');
    writeFileSync(file, '{"globex":{"requestsPerDay":777},"acme":{},"initech":{}}');
    const settings = { ...environment, GATEWAY_TENANTS_FILE: file };

    const first = await visit(settings, company);
    const globex = await visit(settings, { ...company, tenant: 'globex' });
    const unknown = await visit(settings, { ...company, tenant: 'nobody' });

    // The first by name, where none is the default one.
    expect(first.about('Connection')).toMatchObject([
      { grade: 'ok', says: expect.stringMatching(/us-9.*by API key, as stored for tenant "acme"/) },
      { grade: 'ok', words: ['globex', 'initech'] },
      { grade: 'warning', says: 'Gong no longer accepts the connections of:', words: ['initech'] },
    ]);
    expect(first.about('Key')).toMatchObject([
      {
        grade: 'problem',
        todo: expect.stringContaining('Connect the tenant again with that host'),
      },
    ]);
    expect(first.text).not.toMatch(/hidden|WRONGKEY/);
    expect(globex.about('Connection')[0]?.says).toContain('as stored for tenant "globex"');
    expect(globex.about('Limits')[1]?.says).toContain("1 of the day's 777 requests");
    expect(unknown.about('Connection')).toMatchObject([
      { grade: 'problem', says: 'no company of tenant "nobody" is connected yet.' },
      { grade: 'ok', words: ['acme', 'globex', 'initech'] },
    ]);
  });

  it('uses the environment’s key only for the default tenant', async () => {
    const { environment, store, connection, ...company } = await connect({ tenant: 'globex' });
    await store.put({ ...connection, tenant: 'acme', id: 'connection of acme' });
    const { GONG_ACCESS_KEY } = withKey();
    const both = { ...environment, GONG_ACCESS_KEY, GONG_ACCESS_KEY_SECRET: 'no-secret-of-it' };

    const named = await visit(both, { ...company, tenant: 'globex' });
    const unnamed = await visit(both, company);
    await store.put({ ...connection, tenant: 'default', id: 'connection of default' });
    const byName = await visit(environment, company);

    expect(named.about('Token')).toMatchObject([{ grade: 'ok' }]);
    expect(unnamed.about('Key')).toMatchObject([{ grade: 'problem' }]);
    // Not the first by its name.
    expect(byName.about('Connection')[0]?.says).toContain('as stored for tenant "default"');
  });

  it('needs the OAuth variables for tenants with OAuth connections', async () => {
    const { environment, ...company } = await connect();
    const { GATEWAY_SECRET, GATEWAY_ADMIN_TOKEN, GATEWAY_STATE_DIR } = environment;

    const { about, diagnosis } = await visit(
      { GATEWAY_SECRET, GATEWAY_ADMIN_TOKEN, GATEWAY_STATE_DIR },
      company,
    );

    expect(about('Connection')).toMatchObject([
      { grade: 'problem', todo: 'Set the GONG_OAUTH_* variables.' },
    ]);
    expect(diagnosis.requests).toBe(0);
  });

  it('says that connections cannot be read', async () => {
    const onDisk = await visit(
      { ...oauth(), GATEWAY_STATE_DIR: '/dev/null/state' },
      { clock: new ShiftedClock() },
    );
    const inRedis = await visit(
      { ...oauth(), REDIS_URL: 'redis://127.0.0.1:1' },
      { clock: new ShiftedClock() },
    );

    expect(onDisk.about('Connection')).toMatchObject([
      { grade: 'problem', says: expect.stringContaining('GATEWAY_STATE_DIR cannot be read') },
    ]);
    expect(inRedis.about('Connection')).toMatchObject([
      { grade: 'problem', says: expect.stringContaining('are kept in Redis') },
    ]);
    expect(inRedis.about('Redis')).toMatchObject([{ grade: 'problem' }]);
  });
});

describe('Over the network, the doctor', () => {
  const lookAt = async (baseUrl: string) => {
    const gong = createKeepAliveFetch(systemClock);
    const { findings } = await diagnose(
      { ...withKey(), GONG_API_BASE_URL: baseUrl, GONG_ALLOW_ANY_HOST: 'true' },
      {},
      {
        fetch: gong.fetch,
        clock: systemClock,
        random: () => 0,
        startSandbox: () => Promise.reject(new Error('There are credentials.')),
      },
    );
    gong.close();
    return findings.find(({ about }) => about === 'Host')?.says;
  };

  it('knows Node’s codes of failed connections', async () => {
    const server = await sandboxOf(systemClock).listen();
    const { host } = new URL(server.url);

    const withoutTls = await lookAt(`https://${host}`);
    await server.close();
    const refused = await lookAt(`http://${host}`);

    expect(withoutTls).toMatch(/^the TLS handshake with 127\.0\.0\.1:\d+ fails \(\w+\)\.$/);
    expect(refused).toBe(`${host} refuses connections (ECONNREFUSED).`);
  });
});

describe('With Redis, the doctor', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.close());

  it('counts its requests together with the instances', async () => {
    const look = () => {
      const sandbox = sandboxOf(systemClock);
      return diagnose(
        { ...withKey(), REDIS_URL: redis.url },
        {},
        {
          fetch: createFetch(sandbox),
          clock: systemClock,
          random: Math.random,
          startSandbox: () => Promise.reject(new Error('There are credentials.')),
        },
      );
    };

    const first = await look();
    const second = await look();

    const says = ({ findings }: typeof first, what: string) =>
      findings.filter(({ about }) => about === what).map((finding) => finding.says);
    expect(says(first, 'Redis')).toEqual([
      expect.stringMatching(/^127\.0\.0\.1:\d+ is reachable, version \d+\.\d+/),
    ]);
    expect(says(first, 'Limits')[1]).toContain("5 of the day's 10000 requests");
    expect(says(second, 'Limits')[1]).toContain("10 of the day's 10000 requests");
    expect(says(second, 'State')).toEqual([]);
    // Nobody was too fast.
    expect(says(second, 'Limits')).toHaveLength(2);
  });

  it('checks a company that was connected at any instance', async () => {
    const { clock, environment, connection, store, ...company } = await connect();
    await store.delete('default');
    const shared = { ...environment, REDIS_URL: redis.url };
    const gateway = openRedisStorage({
      redisUrl: redis.url,
      config: { secret: SECRET },
      clock,
      logger: silentLogger,
    });
    const before = await visit(shared, { clock, ...company });

    await gateway.connections.put(connection);
    const { about } = await visit(shared, { clock, ...company });
    await gateway.close();

    expect(before.about('Connection')[0]?.says).toBe('no company is connected yet.');
    expect(about('Connection')[0]?.says).toContain(`Gong at ${HOST}, by OAuth 2.0`);
    expect(about('Token')).toMatchObject([{ grade: 'ok' }]);
  });

  it('reports a wrong Redis password without showing it', async () => {
    const own = new Redis(redis.url);
    await own.config('SET', 'requirepass', 'the-right-one');

    const without = await askRedis(connectToRedis(redis.url));
    const url = redis.url.replace('//', '//:the-wrong-one@');
    const wrong = await askRedis(connectToRedis(url));
    await own.config('SET', 'requirepass', '');
    own.disconnect();

    expect(without).toEqual({ reason: 'NOAUTH' });
    expect(wrong).toEqual({ reason: 'WRONGPASS' });
    const [finding] = redisFindings(url, wrong);
    expect(finding?.todo).toContain('Compare the user and password');
    expect(JSON.stringify(finding)).not.toContain('the-wrong-one');
  });

  it('stops waiting for Redis without a response', async () => {
    redis.pause();

    const facts = await askRedis(connectToRedis(redis.url));
    redis.resume();

    expect(facts).toHaveProperty('reason');
  });
});

describe('redisFindings', () => {
  const url = 'redis://redis.test';

  it.each([
    ['5.0.7', 'noeviction', ['problem']],
    ['6.0.20', 'noeviction', ['problem']],
    ['6.2.0', 'noeviction', ['ok']],
    ['7.0.15', 'volatile-lru', ['ok']],
    ['10.0.1', 'allkeys-lru', ['ok', 'warning']],
  ])('grades Redis %s with the memory policy %s', (version, evicts, grades) => {
    expect(redisFindings(url, { version, evicts }).map(({ grade }) => grade)).toEqual(grades);
  });
});
