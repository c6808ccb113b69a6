import { describe, expect, it } from '@jest/globals';
import { settingsFor } from '../../../src/access/policy/policies.js';
import {
  defaultPolicy,
  parsePolicy,
  type PolicySettings,
} from '../../../src/access/policy/settings.js';
import { policyIn } from '../../support/config.js';

describe('parsePolicy', () => {
  it.each<[string, Partial<PolicySettings>]>([
    ['', {}],
    [' , ', {}],
    ['hide-private', { privateCalls: 'hide' }],
    ['show-private', { privateCalls: 'show' }],
    ['own-calls', { calls: 'own' }],
    ['team-calls', { calls: 'team' }],
    ['workspaces=Sales', { workspaces: ['Sales'] }],
    [' workspaces= Sales | EMEA, APAC', { workspaces: ['Sales', 'EMEA'] }],
    ['workspaces=Sales|Sales|7', { workspaces: ['Sales', '7'] }],
    ['mask-emails', { mask: { emails: true, phones: false } }],
    ['mask-emails,mask-phones', { mask: { emails: true, phones: true } }],
    ['no-raw-requests', { rawRequests: 'deny' }],
    ['raw-requests', { rawRequests: 'allow' }],
    ['no-audit', { auditLog: 'deny' }],
    ['read-only, own-calls', { readOnly: true, calls: 'own' }],
  ])('%j', (words, said) => {
    const { value } = parsePolicy(words);
    expect(value).toEqual({ ...defaultPolicy, ...said });
  });

  it.each([
    ['own-call', 'own-call'],
    ['constructor', 'constructor'],
    ['Own-Calls', 'Own-Calls'],
    ['workspaces', 'workspaces'],
    ['workspaces=', 'workspaces=Sales'],
    ['workspaces= | ', 'workspaces=Sales'],
    ['own-calls, team-calls', '"own-calls" and "team-calls"'],
    ['show-private, hide-private', '"show-private" and "hide-private"'],
    ['raw-requests, no-raw-requests', '"raw-requests" and "no-raw-requests"'],
    ['workspaces=Sales, workspaces=EMEA', '"workspaces=Sales" and "workspaces=EMEA"'],
  ])('refuses invalid words: %s', (words, named) => {
    const { problems } = parsePolicy(words);
    expect(problems).toEqual([expect.stringContaining(named)]);
  });
});

describe('The policy of a viewer', () => {
  const policies = policyIn('own-calls, mask-emails', {
    roles: { manager: 'team-calls', compliance: 'show-private' },
  });
  const of = (...roles: string[]) =>
    settingsFor(policies, { client: 'web', tenant: 'default', person: null, roles });

  it('is the base for a viewer without a listed role', () => {
    expect(of('intern')).toEqual(policies.base);
    expect(of()).toEqual(policies.base);
  });

  it('is that of the first listed role instead of the base', () => {
    expect(of('compliance', 'manager')).toEqual({ ...defaultPolicy, calls: 'team' });
    expect(of('compliance')).toEqual({ ...defaultPolicy, privateCalls: 'show' });
  });
});
