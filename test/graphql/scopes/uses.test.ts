import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { gongOperations } from '../../../src/gong/generated/operations.js';
import { createSchema } from '../../../src/graphql/schema.js';
import { compareScopes, fieldsNeeding, neededScopes } from '../../../src/graphql/scopes/needed.js';
import { scopeUses } from '../../../src/graphql/scopes/uses.js';
import { enabledFields, enabledIn } from '../../../src/graphql/scopes/enabled.js';
import { defaultPolicy, type PolicySettings } from '../../../src/access/policy/settings.js';

const small = buildSchema(`
  directive @gong(
    operation: String!
    scopes: [String!]!
    selector: String
    whenArgument: String
  ) repeatable on OBJECT | FIELD_DEFINITION

  type Query {
    thing: Thing @gong(operation: "getThing", scopes: ["read:things"])
    any: Any
    plain: String
  }
  type Mutation {
    make: Made @gong(operation: "makeThing", scopes: ["write:things"])
  }
  union Any = Thing | Rare
  type Thing @gong(operation: "getThing", scopes: ["read:things"]) {
    id: ID
    part: Part
    links(signed: Boolean): String
      @gong(operation: "getThing", scopes: ["read:things", "read:links"])
      @gong(operation: "sign", scopes: ["sign"], whenArgument: "signed")
    self: Thing
  }
  type Part {
    owner: Owner
  }
  interface Owner {
    name: String
  }
  type Person implements Owner @gong(operation: "getPerson", scopes: ["read:people"]) {
    name: String @gong(operation: "getName", scopes: ["read:names"])
  }
  type Rare @gong(operation: "getRare", scopes: ["read:rare"]) {
    id: ID
  }
  type Made @gong(operation: "getMade", scopes: ["read:made"]) {
    id: ID
  }
  type Unreached @gong(operation: "getUnreached", scopes: ["read:unreached"]) {
    id: ID
  }
`);

describe('what fields need', () => {
  it('is listed once for each reachable field', () => {
    expect(scopeUses(small)).toEqual([
      { field: 'Query.thing', operation: 'getThing', scopes: ['read:things'], whenArgument: null },
      {
        field: 'Mutation.make',
        operation: 'makeThing',
        scopes: ['write:things'],
        whenArgument: null,
      },
      { field: 'Thing.*', operation: 'getThing', scopes: ['read:things'], whenArgument: null },
      {
        field: 'Thing.links',
        operation: 'getThing',
        scopes: ['read:things', 'read:links'],
        whenArgument: null,
      },
      { field: 'Thing.links', operation: 'sign', scopes: ['sign'], whenArgument: 'signed' },
      { field: 'Rare.*', operation: 'getRare', scopes: ['read:rare'], whenArgument: null },
      { field: 'Made.*', operation: 'getMade', scopes: ['read:made'], whenArgument: null },
      // Every field of Person has a source of its own.
      { field: 'Person.name', operation: 'getName', scopes: ['read:names'], whenArgument: null },
    ]);
  });

  it('omits mutations, and what only they lead to, when the gateway only reads', () => {
    const scopes = neededScopes(small, { mutations: false });

    expect(scopes).toEqual([
      'api:users:read',
      'read:links',
      'read:names',
      'read:rare',
      'read:things',
      'sign',
    ]);
  });

  it('is unavailable without a scope', () => {
    expect(fieldsNeeding('read:things', scopeUses(small))).toEqual([
      'Query.thing',
      'Thing.*',
      'Thing.links',
    ]);
    expect(fieldsNeeding('unknown', scopeUses(small))).toEqual([]);
  });
});

describe('the scopes of the schema', () => {
  const schema = createSchema();

  it('are those of the operations from which its fields come', () => {
    const scopes = neededScopes(schema);

    expect(scopes).toEqual(
      expect.arrayContaining([
        'api:calls:create',
        'api:calls:read:extensive',
        'api:calls:read:media-url',
        'api:library:read',
        'api:users:read',
      ]),
    );
    expect(scopes).toEqual([...new Set(scopes)].sort());
    expect(scopes).not.toContain('api:crm-calls:manual-association:read');
  });

  it('each belong to an operation that needs them', () => {
    const unknown = scopeUses(schema).filter(({ operation, scopes }) => {
      const known = gongOperations[operation as keyof typeof gongOperations];
      const possible: readonly string[] = [...known.scopes, ...known.conditionalScopes];
      return scopes.some((scope) => !possible.includes(scope));
    });

    expect(unknown).toEqual([]);
  });

  it('are fewer when the gateway only reads', () => {
    const scopes = neededScopes(schema, { mutations: false });

    expect(compareScopes(neededScopes(schema), scopes)).toEqual({
      missing: [
        'api:ai-ask:read',
        'api:call-user-access:write',
        'api:calls:create',
        'api:crm:integration:delete',
        'api:crm:integration:register',
        'api:data-privacy:delete',
        'api:digital-interactions:write',
        'api:engagement-data:write',
        'api:flows:write',
        'api:integration-settings:write',
        'api:meetings:user:create',
        'api:meetings:user:delete',
        'api:meetings:user:update',
        'api:permission-profile:write',
        'api:tasks:write',
      ],
      superfluous: [],
    });
  });
});

describe('a comparison of scopes', () => {
  it('names missing and superfluous scopes', () => {
    expect(compareScopes(['b', 'a', 'c'], ['d', 'b'])).toEqual({
      missing: ['a', 'c'],
      superfluous: ['d'],
    });
  });
});

describe('what policies leave enabled', () => {
  const readOnly = { ...defaultPolicy, readOnly: true };
  const of = (base: PolicySettings, ...roles: PolicySettings[]) => ({
    base,
    roles: roles.map((settings, index) => ({ role: String(index), settings })),
  });

  it.each([
    ['nobody writes', [of(readOnly), of(readOnly, readOnly)], false],
    ['a role writes', [of(readOnly, defaultPolicy)], true],
    ['a tenant writes', [of(readOnly), of(defaultPolicy)], true],
  ])('includes mutations or not: %s', (_, policies, mutations) => {
    expect(enabledFields(policies)).toEqual({ mutations });
  });

  it('includes no scope for writes when no client may write', () => {
    const config = {
      policy: of(readOnly),
      enabled: new Set<never>(),
      tenants: new Map([['acme', {}]]),
    };
    const needed = neededScopes(createSchema(), enabledIn(config));

    expect(needed).toContain('api:calls:read:basic');
    expect(needed).not.toContain('api:calls:create');
  });

  it.each([
    ['off', [], false],
    ['on', ['GATEWAY_ERASURE'] as const, true],
  ])('includes the scope for erasures only if these are on: %s', (_, variables, isNeeded) => {
    const config = { policy: of(defaultPolicy), enabled: new Set(variables), tenants: undefined };
    const needed = neededScopes(createSchema(), enabledIn(config));

    expect(needed).toContain('api:data-privacy:read');
    expect(needed.includes('api:data-privacy:delete')).toBe(isNeeded);
  });
});
