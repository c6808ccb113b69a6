import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import type { DoctorAccess } from '../../src/doctor/access.js';
import { askRedis, redisFindings } from '../../src/doctor/checks/redis.js';
import { diagnose } from '../../src/doctor/diagnose.js';
import { systemClock } from '../../src/gong/clock.js';
import { connectToRedis } from '../../src/redis/connection.js';
import { createKeepAliveFetch } from '../../src/gong/fetch.js';
import { createFetch } from '../../src/sandbox/index.js';
import { createSchema } from '../../src/schema.js';
import { neededScopes } from '../../src/scopes/needed.js';
import { startRedis, type TestRedis } from '../support/redis.js';
import { sandboxOf, visit, withKey } from './support.js';

const oauth = {
  GONG_OAUTH_CLIENT_ID: 'app',
  GONG_OAUTH_CLIENT_SECRET: 'hidden-client-secret',
  GONG_OAUTH_REDIRECT_URI: 'https://gateway.example.com/oauth/gong/callback',
  GATEWAY_SECRET: 'a secret for tests, long enough to be one',
  GATEWAY_ADMIN_TOKEN: 'hidden-admin-token',
};

const NEEDED = neededScopes(createSchema());

/** A company that is connected, with a token that the sandbox takes. */
function connected(grantedScopes: readonly string[], token = 'token-of-the-test'): DoctorAccess {
  const baseUrl = 'https://company-17.api.gong.io';
  const access = { baseUrl, authorization: `Bearer ${token}`, secrets: [token] };
  return {
    by: 'oauth',
    tenant: 'company-17',
    baseUrl,
    credentials: {
      latest: () => access,
      ready: () => null,
      refused: () => Promise.resolve(false),
    },
    grantedScopes,
  };
}

const withToken = {
  credentials: [{ accessKey: 'K', accessKeySecret: 'S', bearer: 'token-of-the-test' }],
};

describe('By OAuth 2.0', () => {
  it('no company may be connected yet', async () => {
    const { about, diagnosis, text, hosts } = await visit(oauth);

    expect(about('Connection')).toEqual([
      {
        grade: 'problem',
        about: 'Connection',
        says: 'companies log in by OAuth 2.0, and none is connected yet.',
        todo: 'Start the gateway and open https://gateway.example.com/oauth/gong/start as its administrator.',
      },
    ]);
    expect([diagnosis.requests, hosts]).toEqual([0, []]);
    expect(about('Secret')).toMatchObject([{ grade: 'ok' }]);
    expect(text).not.toContain('hidden-');
  });

  it('the scopes are known, and one request is enough', async () => {
    const access = connected(NEEDED);

    const { about, diagnosis, hosts } = await visit(
      { ...oauth, ...withState() },
      { sandbox: withToken, connected: access },
    );

    expect(about('Connection')).toMatchObject([
      { grade: 'ok', says: 'Gong at https://company-17.api.gong.io, by OAuth 2.0.' },
      { grade: 'ok', says: 'Gong takes the access token.' },
    ]);
    expect(about('Scopes')).toMatchObject([
      { grade: 'ok', says: 'all that the fields need are granted.' },
    ]);
    expect([diagnosis.requests, hosts]).toEqual([1, ['company-17.api.gong.io']]);
  });

  it('scopes that are not granted are named with their fields, superfluous ones too', async () => {
    const granted = [...NEEDED.filter((scope) => !scope.includes('library')), 'api:logs:read'];

    const { about } = await visit(
      { ...oauth, ...withState() },
      { sandbox: withToken, connected: connected(granted) },
    );

    expect(about('Scopes')).toMatchObject([
      {
        grade: 'problem',
        says: 'api:library:read is missing. Without it, these fields fail:',
        words: expect.arrayContaining(['Query.folder', 'FolderCall.*']),
        todo: expect.stringContaining('connect the company anew'),
      },
      { grade: 'warning', words: ['api:logs:read'] },
    ]);
  });

  it('scopes that are not even asked for are named', async () => {
    const scopes = [...NEEDED.filter((scope) => !scope.includes('library')), 'api:logs:read'];

    const { about } = await visit({ ...oauth, GONG_OAUTH_SCOPES: scopes.join(' ') });

    expect(about('Scopes')).toMatchObject([
      {
        grade: 'problem',
        says: 'GONG_OAUTH_SCOPES lacks api:library:read, which these fields need:',
        words: expect.arrayContaining(['Query.folder']),
      },
      { grade: 'warning', words: ['api:logs:read'] },
    ]);
  });

  it('a token that Gong refuses asks for a new connection', async () => {
    const { about, diagnosis } = await visit(
      { ...oauth, ...withState() },
      { sandbox: withToken, connected: connected(NEEDED, 'revoked-token') },
    );

    expect(about('Connection')[1]).toMatchObject({
      grade: 'problem',
      says: expect.stringContaining("401: Gong doesn't take the access token"),
      todo: 'Connect the company anew at /oauth/gong/start.',
    });
    expect(diagnosis.requests).toBe(1);
  });
});

function withState() {
  const { GATEWAY_STATE_DIR } = withKey();
  return { GATEWAY_STATE_DIR };
}

describe('Over the network', () => {
  const lookAt = async (baseUrl: string) => {
    const gong = createKeepAliveFetch(systemClock);
    const { findings } = await diagnose(
      { ...withKey(), GONG_API_BASE_URL: baseUrl, GONG_ALLOW_ANY_HOST: 'true' },
      {
        fetch: gong.fetch,
        clock: systemClock,
        random: () => 0,
        connectedCompany: () => Promise.resolve(null),
        startSandbox: () => Promise.reject(new Error('There are credentials.')),
      },
    );
    gong.close();
    return findings.find(({ about }) => about === 'Host')?.says;
  };

  it('what keeps connections from coming about has the codes of Node', async () => {
    const server = await sandboxOf(systemClock).listen();
    const { host } = new URL(server.url);

    const withoutTls = await lookAt(`https://${host}`);
    await server.close();
    const refused = await lookAt(`http://${host}`);

    expect(withoutTls).toMatch(/^TLS with 127\.0\.0\.1:\d+ fails \(\w+\)\.$/);
    expect(refused).toBe(`${host} refuses connections (ECONNREFUSED).`);
  });
});

describe('With Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.close());

  it('the doctor is one of the gateways: it counts with them', async () => {
    const look = () => {
      const sandbox = sandboxOf(systemClock);
      return diagnose(
        { ...withKey(), REDIS_URL: redis.url },
        {
          fetch: createFetch(sandbox),
          clock: systemClock,
          random: Math.random,
          connectedCompany: () => Promise.resolve(null),
          startSandbox: () => Promise.reject(new Error('There are credentials.')),
        },
      );
    };

    const first = await look();
    const second = await look();

    const says = ({ findings }: typeof first, what: string) =>
      findings.filter(({ about }) => about === what).map((finding) => finding.says);
    expect(says(first, 'Redis')).toEqual([
      expect.stringMatching(/^127\.0\.0\.1:\d+ answers, version \d+\.\d+/),
    ]);
    expect(says(first, 'Limits')[1]).toContain("5 of the day's 10000 requests");
    expect(says(second, 'Limits')[1]).toContain("10 of the day's 10000 requests");
    expect(says(second, 'State')).toEqual([]);
    // Nobody was too fast.
    expect(says(second, 'Limits')).toHaveLength(2);
  });

  it('that wants a password is told so, without the one that was tried', async () => {
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
    expect(finding?.todo).toContain('Compare user and password');
    expect(JSON.stringify(finding)).not.toContain('the-wrong-one');
  });

  it('that answers nothing is given up', async () => {
    redis.pause();

    const facts = await askRedis(connectToRedis(redis.url));
    redis.resume();

    expect(facts).toHaveProperty('reason');
  });
});

describe('What Redis says of itself', () => {
  const url = 'redis://redis.test';

  it.each([
    ['5.0.7', 'noeviction', ['problem']],
    ['6.0.20', 'noeviction', ['problem']],
    ['6.2.0', 'noeviction', ['ok']],
    ['7.0.15', 'volatile-lru', ['ok']],
    ['10.0.1', 'allkeys-lru', ['ok', 'warning']],
  ])('is judged: %s, %s', (version, evicts, grades) => {
    expect(redisFindings(url, { version, evicts }).map(({ grade }) => grade)).toEqual(grades);
  });
});
