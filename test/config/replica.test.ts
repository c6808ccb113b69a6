import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../src/config/config.js';
import { parseTenants, withTenant } from '../../src/config/tenants.js';
import { defaultReplica } from '../../src/replica/replicaConfig.js';
import { type Environment, problemsOf } from './support.js';

const company = { GONG_ACCESS_KEY: 'the-key', GONG_ACCESS_KEY_SECRET: 'the-secret' };
const secret = { GATEWAY_SECRET: 'x'.repeat(32) };
const redis = { REDIS_URL: 'redis://127.0.0.1:6379' };
const POSTGRES = 'postgres://gateway:pass@db.example.com/replica';

const placeIn = (environment: Environment) => parseConfig(environment).replica.place;

describe('GATEWAY_REPLICA', () => {
  it.each<[string, Environment, unknown]>([
    ['off for a company', company, 'off'],
    ['on in the sandbox', {}, 'file'],
    ['off in the sandbox beside Redis', redis, 'off'],
    ['off in the sandbox if an operator says so', { GATEWAY_REPLICA: 'off' }, 'off'],
    ['in a file', { ...company, ...secret, GATEWAY_REPLICA: 'on' }, 'file'],
    [
      'in PostgreSQL, also beside Redis',
      { ...company, ...secret, ...redis, GATEWAY_REPLICA: POSTGRES },
      { postgresUrl: POSTGRES },
    ],
  ])('is %s', (_, environment, place) => {
    expect(placeIn(environment)).toEqual(place);
  });

  it.each<[string, Environment, string]>([
    [
      'without a secret',
      { ...company, GATEWAY_REPLICA: 'on' },
      'GATEWAY_REPLICA requires GATEWAY_SECRET',
    ],
    [
      'in a file beside Redis',
      { ...company, ...secret, ...redis, GATEWAY_REPLICA: 'on' },
      'GATEWAY_REPLICA must not be on together with REDIS_URL',
    ],
    [
      'at another address',
      { ...company, ...secret, GATEWAY_REPLICA: 'mysql://db/x' },
      'GATEWAY_REPLICA must be off, on, or a URL',
    ],
    [
      'of parts that do not exist',
      { ...company, GATEWAY_REPLICA_HOLDS: 'BASIC, MEDIA' },
      'GATEWAY_REPLICA_HOLDS must be a list of BASIC',
    ],
    [
      'for no days',
      { ...company, GATEWAY_REPLICA_KEEP_DAYS: '0' },
      'GATEWAY_REPLICA_KEEP_DAYS must be a whole number',
    ],
  ])('refuses the start %s', (_, environment, problem) => {
    expect(problemsOf(environment)).toEqual([expect.stringContaining(problem)]);
  });

  it('reads what it keeps', () => {
    const { replica } = parseConfig({
      ...company,
      ...secret,
      GATEWAY_REPLICA: 'on',
      GATEWAY_REPLICA_HOLDS: 'PARTIES, TRANSCRIPT',
      GATEWAY_REPLICA_SINCE_DAYS: '30',
      GATEWAY_REPLICA_KEEP_DAYS: '60',
      GATEWAY_REPLICA_CRM_FIELDS: 'Name, StageName',
      GATEWAY_REPLICA_WHEN_GONG_FAILS: 'on',
      GATEWAY_SYNC_REQUESTS_PER_DAY: '100',
      GATEWAY_SYNC_FILL_REQUESTS_PER_DAY: '200',
    });

    expect(replica).toEqual({
      place: 'file',
      holds: new Set(['BASIC', 'PARTIES', 'TRANSCRIPT']),
      sinceDays: 30,
      keepDays: 60,
      crmFields: ['Name', 'StageName'],
      answersWhenGongFails: true,
      requestsPerDay: 100,
      fillRequestsPerDay: 200,
    });
  });
});

describe('A tenant', () => {
  it('has a replica of its own, and the rest as the environment says', () => {
    const { value, problems } = parseTenants(
      JSON.stringify({
        acme: { replica: 'on', replicaHolds: ['TRANSCRIPT'], syncRequestsPerDay: 50 },
      }),
    );

    expect(problems).toEqual([]);
    expect(withTenant({ replica: defaultReplica }, value.get('acme')).replica).toEqual({
      ...defaultReplica,
      place: 'file',
      holds: new Set(['BASIC', 'TRANSCRIPT']),
      requestsPerDay: 50,
    });
  });

  it('has no replica without a secret', () => {
    const problems = problemsOfTenants({ acme: { replica: 'on' } });

    expect(problems).toEqual([
      expect.stringContaining('GATEWAY_TENANTS_FILE, acme.replica requires GATEWAY_SECRET'),
    ]);
  });
});

function problemsOfTenants(file: object): readonly string[] {
  try {
    parseConfig({ ...company, GATEWAY_TENANTS_FILE: 'tenants.json' }, () => JSON.stringify(file));
    return [];
  } catch (error) {
    return (error as { problems: readonly string[] }).problems;
  }
}
