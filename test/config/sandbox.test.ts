import { describe, expect, it } from '@jest/globals';
import { ConfigError, parseConfig } from '../../src/config/config.js';

type Environment = Record<string, string | undefined>;

const key = { GONG_ACCESS_KEY: 'the-key', GONG_ACCESS_KEY_SECRET: 'the-secret' };
const administrator = { GATEWAY_ADMIN_TOKEN: 'x'.repeat(16), GATEWAY_SECRET: 'y'.repeat(32) };
const oauth = {
  ...administrator,
  GONG_OAUTH_CLIENT_ID: 'app',
  GONG_OAUTH_CLIENT_SECRET: 'app-secret',
  GONG_OAUTH_REDIRECT_URI: 'http://127.0.0.1:4000/oauth/gong/callback',
};
const tenants = { GATEWAY_TENANTS_FILE: 'tenants.json' };
const readTenants = () => '{"acme":{}}';

/** What is wrong with an environment, a line each. */
function problemsOf(environment: Environment): readonly string[] {
  try {
    parseConfig(environment, readTenants);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

const isSandbox = (environment: Environment): boolean =>
  parseConfig(environment, readTenants).isSandbox;

describe('the built-in sandbox', () => {
  it.each<[string, Environment]>([
    ['nothing is set', {}],
    ['HOST is loopback', { HOST: 'localhost' }],
    ['NODE_ENV is not production', { NODE_ENV: 'development' }],
    ['a GONG_ variable is empty', { GONG_ACCESS_KEY: ' ' }],
    [
      'only the gateway itself is configured',
      { GATEWAY_TOKENS: 'web:token', REDIS_URL: 'redis://r' },
    ],
    ['only the sandbox is configured', { SANDBOX_PROCESSING_SECONDS: '0' }],
    ['Kubernetes injects a service', { GONG_GATEWAY_SERVICE_HOST: '10.0.0.1' }],
  ])('starts by itself when %s', (_, environment) => {
    expect(isSandbox(environment)).toBe(true);
  });

  it.each<[string, Environment]>([
    ['on loopback', {}],
    ['in production', { NODE_ENV: 'production' }],
    ['for other machines', { HOST: '0.0.0.0', GATEWAY_TOKENS: 'web:token' }],
    ['with a rate of its own', { GONG_REQUESTS_PER_SECOND: '5', GONG_DAY_TIME_ZONE: 'UTC' }],
  ])('starts with GONG_SANDBOX=on %s', (_, environment) => {
    expect(isSandbox({ ...environment, GONG_SANDBOX: 'on' })).toBe(true);
  });

  it.each<[string, Environment]>([
    ['a key', key],
    ['an OAuth app', oauth],
    ['an administrator who connects companies', administrator],
    ['a file of tenants', tenants],
  ])('does not start with %s', (_, environment) => {
    expect(isSandbox(environment)).toBe(false);
    expect(isSandbox({ ...environment, GONG_SANDBOX: 'off', NODE_ENV: 'production' })).toBe(false);
  });

  it.each<[string, Environment, string]>([
    ['a host that others can reach', { HOST: '0.0.0.0', GATEWAY_OPEN: 'true' }, 'HOST is 0.0.0.0'],
    ['production', { NODE_ENV: 'production' }, 'NODE_ENV is production'],
    ['a setting of Gong', { GONG_REQUESTS_PER_SECOND: '5' }, 'GONG_REQUESTS_PER_SECOND is set'],
    [
      'a host of Gong',
      { GONG_API_BASE_URL: 'https://us-1.api.gong.io' },
      'GONG_API_BASE_URL is set',
    ],
    ['GONG_SANDBOX=off', { GONG_SANDBOX: 'off' }, 'GONG_SANDBOX is off'],
  ])('does not start by itself with %s, and both ways are named', (_, environment, reason) => {
    const problems = problemsOf(environment);

    expect(problems).toEqual([
      `Gong credentials are missing, and the sandbox does not start by itself because ${reason}. ` +
        'Set GONG_ACCESS_KEY and GONG_ACCESS_KEY_SECRET to serve your company (docs/how-to/connect-companies.md names other ways to ' +
        'connect one), or GONG_SANDBOX=on to serve the invented data of the sandbox.',
    ]);
  });

  it.each<[string, Environment, readonly string[]]>([
    ['half a key', { GONG_ACCESS_KEY: 'k' }, ['GONG_ACCESS_KEY_SECRET is missing']],
    [
      'a misspelled secret',
      { GONG_ACCESS_KEY_ID: 'k', GONG_ACCESS_KEY_SECRET: 's' },
      ['GONG_ACCESS_KEY_ID is not a known variable', 'GONG_ACCESS_KEY is missing'],
    ],
    [
      'a misspelled key in production',
      { NODE_ENV: 'production', HOST: '0.0.0.0', GATEWAY_TOKENS: 'a:b', GONG_ACCESS_KEY_ID: 'k' },
      ['GONG_ACCESS_KEY_ID is not a known variable'],
    ],
    [
      'half an OAuth app',
      { ...administrator, GATEWAY_ADMIN_TOKEN: undefined, GONG_OAUTH_CLIENT_ID: 'app' },
      ['GONG_OAUTH_CLIENT_SECRET is missing', 'GONG_OAUTH_REDIRECT_URI is missing'],
    ],
  ])('does not start in place of %s, and both ways are named', (_, environment, expected) => {
    const problems = problemsOf(environment);

    for (const each of expected) {
      expect(problems).toContainEqual(expect.stringContaining(each));
    }
    expect(problems).toContainEqual(
      expect.stringMatching(/^Gong credentials are .*GONG_ACCESS_KEY_SECRET.*GONG_SANDBOX=on/),
    );
  });

  it.each<[string, Environment, string]>([
    ['a key', key, 'GONG_ACCESS_KEY, GONG_ACCESS_KEY_SECRET'],
    ['half a key', { GONG_ACCESS_KEY: 'k' }, 'GONG_ACCESS_KEY'],
    ['a file of tenants', tenants, 'GATEWAY_TENANTS_FILE'],
    ['an administrator', administrator, 'GATEWAY_ADMIN_TOKEN'],
  ])('is refused beside %s', (_, environment, names) => {
    const problems = problemsOf({ ...environment, GONG_SANDBOX: 'on' });

    expect(problems).toContain(
      `GONG_SANDBOX must not be on together with ${names}: the sandbox serves invented data, never a company's. ` +
        'Unset one or the other.',
    );
    expect(problems.join()).not.toContain('the-secret');
  });

  it.each(['true', 'On', '1'])('starts with "on" only, not with %s', (value) => {
    expect(problemsOf({ GONG_SANDBOX: value })).toEqual(['GONG_SANDBOX must be on or off.']);
  });
});
