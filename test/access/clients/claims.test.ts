import { describe, expect, it } from '@jest/globals';
import { ClaimError, clientOfClaims, type ClaimNames } from '../../../src/access/clients/claims.js';

const names: ClaimNames = { tenantClaim: undefined, viewerClaim: 'email', rolesClaim: 'roles' };

const clientOf = (claims: Record<string, unknown>, others: Partial<ClaimNames> = {}) =>
  clientOfClaims(claims, { ...names, ...others });

describe('a token without optional claims', () => {
  it('identifies an unnamed program of the default tenant, without a person', () => {
    expect(clientOf({})).toEqual({ name: 'jwt', tenant: 'default', person: null, roles: [] });
  });
});

describe('the client', () => {
  it.each([
    ['azp before client_id', { azp: 'web', client_id: 'bi' }, 'web'],
    ['client_id', { client_id: 'bi' }, 'bi'],
    ['client_id where azp is none', { azp: 7, client_id: 'bi' }, 'bi'],
    ['none that is empty', { azp: '', client_id: ' ' }, 'jwt'],
    ['none that is too long', { azp: 'x'.repeat(321) }, 'jwt'],
    ['none with control characters', { azp: 'web\nother' }, 'jwt'],
  ])('is named after its claims: %s', (_, claims, name) => {
    expect(clientOf(claims).name).toBe(name);
  });
});

describe('the tenant', () => {
  it('is the default one when no claim is configured', () => {
    expect(clientOf({ tenant: 'globex' }).tenant).toBe('default');
  });

  it('is the value of the claim', () => {
    expect(clientOf({ org: 'globex-2' }, { tenantClaim: 'org' }).tenant).toBe('globex-2');
  });

  it.each<[string, Record<string, unknown>]>([
    ['missing', {}],
    ['null', { org: null }],
    ['of another name', { tenant: 'globex' }],
    ['empty', { org: '' }],
    ['in capitals', { org: 'Globex' }],
    ['a path', { org: '../globex' }],
    ['too long', { org: 'g'.repeat(64) }],
    ['with a line more', { org: 'globex\n' }],
    ['a number', { org: 7 }],
    ['a list', { org: ['globex'] }],
  ])('is refused when it is %s', (_, claims) => {
    expect(() => clientOf(claims, { tenantClaim: 'org' })).toThrow(ClaimError);
    expect(() => clientOf(claims, { tenantClaim: 'org' })).toThrow('The');
  });
});

describe('the person', () => {
  it.each<[string, Record<string, unknown>, string | null]>([
    ['an address', { email: 'ada@acme.example' }, 'ada@acme.example'],
    ['with spaces around', { email: ' ada@acme.example ' }, 'ada@acme.example'],
    ['verified', { email: 'a@b.c', email_verified: true }, 'a@b.c'],
    ['absent', {}, null],
    ['null', { email: null }, null],
  ])('is read: %s', (_, claims, person) => {
    expect(clientOf(claims).person).toBe(person);
  });

  it('can be a Gong user ID in another claim', () => {
    const claims = { gong: '7000000000000000001', email: 'a@b.c', email_verified: false };

    expect(clientOf(claims, { viewerClaim: 'gong' }).person).toBe('7000000000000000001');
  });

  // To ask for nobody may be to see more.
  it.each<[string, Record<string, unknown>]>([
    ['a number', { email: 7_000_000_000_000_000_001 }],
    ['empty', { email: ' ' }],
    ['a list', { email: ['a@b.c'] }],
    ['an object', { email: { value: 'a@b.c' } }],
    ['too long', { email: 'a'.repeat(321) }],
    ['of control characters', { email: 'a@b.c\u0000' }],
    ['not verified', { email: 'a@b.c', email_verified: false }],
    ['not verified, as text', { email: 'a@b.c', email_verified: 'false' }],
  ])('is refused, not ignored, when it is malformed: %s', (_, claims) => {
    expect(() => clientOf(claims)).toThrow(ClaimError);
  });
});

describe('roles', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['a list', ['manager', 'admin'], ['manager', 'admin']],
    ['a list of one', ['a b'], ['a b']],
    ['text', ' manager  admin ', ['manager', 'admin']],
    ['twice the same', ['manager', 'manager'], ['manager']],
    ['an empty list', [], []],
    ['empty text', '', []],
    ['absent', undefined, []],
    ['null', null, []],
  ])('are read: %s', (_, roles, expected) => {
    expect(clientOf({ roles }).roles).toEqual(expected);
  });

  it.each<[string, unknown]>([
    ['a number', 7],
    ['an object', { manager: true }],
    ['a list of others', ['manager', 7]],
    ['true', true],
  ])('are refused when they are %s', (_, roles) => {
    expect(() => clientOf({ roles })).toThrow(ClaimError);
  });
});

describe('a configured claim name', () => {
  const claims = {
    realm_access: { roles: ['nested'] },
    'https://acme.example/roles': ['address'],
    'a.b': ['literal'],
    a: { b: ['path'], c: { d: ['deep'] } },
  };

  it.each([
    ['realm_access.roles', ['nested']],
    ['https://acme.example/roles', ['address']],
    ['a.b', ['literal']],
    ['a.c.d', ['deep']],
    ['a.x.d', []],
    ['realm_access.roles.0', []],
    ['realm_access.roles.length', []],
  ])('is read as a whole name first, then as a path: %s', (rolesClaim, roles) => {
    expect(clientOf(claims, { rolesClaim }).roles).toEqual(roles);
  });

  it.each(['__proto__', 'constructor.name', 'toString'])(
    'finds nothing that the token does not contain: %s',
    (viewerClaim) => {
      expect(clientOf({}, { viewerClaim }).person).toBeNull();
    },
  );
});
