import { describe, expect, it } from '@jest/globals';
import { ConfigError, parseConfig } from '../../src/config/config.js';

/** What is wrong with an environment that is right but for these variables. */
function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    parseConfig({
      GONG_ACCESS_KEY: 'the-key',
      GONG_ACCESS_KEY_SECRET: 'the-secret',
      ...environment,
    });
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('an unknown variable', () => {
  it.each([
    ['GONG_ACCESS_KEY_ID', 'GONG_ACCESS_KEY'],
    ['GONG_ACCESS_SECRET', 'GONG_ACCESS_KEY_SECRET'],
    ['GONG_OAUTH_SCOPE', 'GONG_OAUTH_SCOPES'],
    ['GATEWAY_TOKEN', 'GATEWAY_TOKENS'],
    ['GATEWAY_JWT_TENANTCLAIM', 'GATEWAY_JWT_TENANT_CLAIM'],
    ['GATEWAY_POLICY_ROLE', 'GATEWAY_POLICY_ROLES'],
    ['SANDBOX_PROCESSING_SECOND', 'SANDBOX_PROCESSING_SECONDS'],
    ['SANDBOX_HOSTS', 'SANDBOX_HOST'],
  ])('fails the start and names the nearest known one: %s', (name, nearest) => {
    expect(problemsOf({ [name]: 'a-secret-value' })).toEqual([
      `${name} is not a known variable. The nearest known one is ${nearest}. Rename or unset it.`,
    ]);
  });

  it('is reported with all others at once', () => {
    const problems = problemsOf({ GONG_X: '1', PORT: 'x', GATEWAY_Y: '1', SANDBOX_Z: '1' });

    expect(problems.map((problem) => problem.split(' ')[0]).sort()).toEqual([
      'GATEWAY_Y',
      'GONG_X',
      'PORT',
      'SANDBOX_Z',
    ]);
  });

  it('is ignored when it is empty or not the gateway’s', () => {
    expect(problemsOf({ GONG_NOTHING: ' ', GONGS: 'x', MY_GATEWAY_X: 'y' })).toEqual([]);
  });

  it('is ignored when Kubernetes injects it for a service', () => {
    const injected = (service: string) => ({
      [`${service}_SERVICE_HOST`]: '10.0.0.1',
      [`${service}_SERVICE_PORT`]: '80',
      [`${service}_SERVICE_PORT_HTTP`]: '80',
      [`${service}_PORT`]: 'tcp://10.0.0.1:80',
      [`${service}_PORT_80_TCP`]: 'tcp://10.0.0.1:80',
      [`${service}_PORT_80_TCP_PROTO`]: 'tcp',
      [`${service}_PORT_80_TCP_PORT`]: '80',
      [`${service}_PORT_80_TCP_ADDR`]: '10.0.0.1',
    });

    expect(problemsOf({ ...injected('GATEWAY'), ...injected('GONG_GRAPHQL') })).toEqual([]);
    // A service called "sandbox" brings SANDBOX_PORT, which else is a number.
    expect(problemsOf(injected('SANDBOX'))).toEqual([]);
  });

  it.each([
    ['GATEWAY_PORT', '8080', 'GATEWAY_PORT'],
    ['SANDBOX_PORT', 'http', 'SANDBOX_PORT'],
    ['GATEWAY_PORTS', 'tcp://10.0.0.1:80', 'GATEWAY_PORTS'],
  ])('is not treated as one of Kubernetes: %s=%s', (name, value, named) => {
    expect(problemsOf({ [name]: value }).map((problem) => problem.split(' ')[0])).toEqual([named]);
  });
});
