import { describe, expect, it } from '@jest/globals';
import { ConfigError, parseConfig } from '../../src/config/config.js';
import { type Environment, problemsOf } from './support.js';

const keys = { GONG_ACCESS_KEY: 'the-key', GONG_ACCESS_KEY_SECRET: 'the-secret' };

/** The variables that the problems begin with. */
const namesOf = (environment: Environment): string[] =>
  problemsOf(environment).map((problem) => /^\w+/.exec(problem)?.[0] ?? '');

describe('invalid variables', () => {
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

  it('of OAuth require each other, and the secret', () => {
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
    ['http://gong.example.com/oauth/gong/callback', 'must be an https URL'],
    ['https://gong.example.com/callback', 'must end with /oauth/gong/callback'],
    ['https://gong.example.com/oauth/gong/callback?x=1', 'must end with /oauth/gong/callback'],
    ['gong.example.com', 'must be a URL'],
  ])('include a redirect URI: %s', (address, problem) => {
    expect(problemsOf({ ...oauth, GONG_OAUTH_REDIRECT_URI: address }).join()).toContain(problem);
  });

  it.each(['http://app.gong.io', 'https://app.gong.io.evil.test', 'https://evilgong.io'])(
    'include a sign-in page that is not Gong’s: %s',
    (address) => {
      expect(namesOf({ ...oauth, GONG_OAUTH_BASE_URL: address })).toEqual(['GONG_OAUTH_BASE_URL']);
      expect(
        problemsOf({ ...oauth, GONG_OAUTH_BASE_URL: address, GONG_ALLOW_ANY_HOST: 'true' }),
      ).toEqual([]);
    },
  );

  it('include invalid scopes', () => {
    expect(namesOf({ ...oauth, GONG_OAUTH_SCOPES: 'api:users:read <x>' })).toEqual([
      'GONG_OAUTH_SCOPES',
    ]);
  });

  it.each([
    [{ GONG_ACCESS_KEY: 'the-key' }, 'GONG_ACCESS_KEY_SECRET'],
    [{ GONG_ACCESS_KEY_SECRET: 'the-secret' }, 'GONG_ACCESS_KEY'],
  ])('include the missing half of a pair (%#)', (environment, missing) => {
    expect(problemsOf(environment)).toContain(
      `${missing} is missing. Set GONG_ACCESS_KEY and GONG_ACCESS_KEY_SECRET together.`,
    );
  });
});

describe('the URL of the API', () => {
  it.each([
    'https://api.gong.io',
    'https://api.gong.io/',
    'https://us-1234.api.gong.io',
    'https://gong.io',
    'https://API.GONG.IO',
    'https://api.gong.io:443',
  ])('can be %s', (url) => {
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
  ])('cannot be %s', (url) => {
    expect(namesOf({ ...keys, GONG_API_BASE_URL: url })).toEqual(['GONG_API_BASE_URL']);
  });

  it.each([
    ['http://127.0.0.1:4010', []],
    ['https://proxy.example', []],
    ['http://user:pass@127.0.0.1', ['GONG_API_BASE_URL']],
    ['http://127.0.0.1/v2', ['GONG_API_BASE_URL']],
    ['file:///etc/passwd', ['GONG_API_BASE_URL']],
  ])('can be any host when that is enabled: %s', (url, refused) => {
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
  ])('needs tokens, JWTs, or GATEWAY_OPEN: %s %j', (host, others, isAccepted) => {
    expect(problemsOf({ ...keys, HOST: host, ...others }).length === 0).toBe(isAccepted);
  });

  it('gets a message with the fix', () => {
    const [problem] = problemsOf({ HOST: '0.0.0.0' });

    expect(problem).toContain('HOST is 0.0.0.0');
    expect(problem).toContain('GATEWAY_TOKENS');
    expect(problem).toContain('GATEWAY_JWKS_URL');
    expect(problem).toContain('GATEWAY_OPEN=true');
  });
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

  it('in a URL are in no message', () => {
    const problems = problemsOf({
      ...keys,
      GONG_API_BASE_URL: `https://me:${secret}@api.gong.io/`,
    });

    expect(problems).toEqual(['GONG_API_BASE_URL must not contain credentials.']);
  });

  it('in the second pair refuse all pairs, without showing the first', () => {
    const problems = problemsOf({ GATEWAY_TOKENS: `good:${secret},${secret}` });

    expect(problems).toEqual(['GATEWAY_TOKENS: entry 2 is not a name:token pair.']);
  });
});
