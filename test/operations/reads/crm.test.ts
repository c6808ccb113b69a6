import { describe, expect, it } from '@jest/globals';
import { createSandbox, type Crm } from '../../../sandbox/src/index.js';
import { FakeClock } from '../../support/clock.js';
import { companyOf } from '../../support/companies.js';
import { policyIn } from '../../support/config.js';
import { crmOf, INTEGRATION_ID } from '../../support/crm.js';
import { createTestGateway, type TestGatewayOptions } from '../../support/gateway.js';

const NOW = Date.parse('2026-06-01T12:00:00Z');

function gatewayOver(crm: Crm = crmOf(), options: TestGatewayOptions = {}) {
  const clock = new FakeClock(NOW);
  const sandbox = createSandbox({
    company: companyOf({ crm }),
    clock,
    requestsPerSecond: Infinity,
  });
  return { clock, ...createTestGateway({ clock, sandbox, ...options }) };
}

const objects = (ids: readonly string[], type = 'ACCOUNT') =>
  `objects(objectType: ${type}, ids: ${JSON.stringify(ids)}) { id fields }`;

describe('Query.crmIntegration', () => {
  it('returns the integration, whose ID keeps all its digits', async () => {
    const { data, errors, sent } = await gatewayOver().trace(
      '{ crmIntegration { id name ownerEmail } }',
    );

    expect(errors).toBeUndefined();
    expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /v2/crm/integrations',
    ]);
    expect(data).toEqual({
      crmIntegration: { id: INTEGRATION_ID, name: 'Orders', ownerEmail: 'crm@lumenta.example' },
    });
  });

  it('is null when none is registered', async () => {
    const { data } = await gatewayOver(crmOf({ integration: null })).execute(
      '{ crmIntegration { id schema { name } } }',
    );
    expect(data).toEqual({ crmIntegration: null });
  });

  it('masks the address of the owner', async () => {
    const config = { policy: policyIn('mask-emails') };
    const { data } = await gatewayOver(crmOf(), { config }).execute(
      '{ crmIntegration { id ownerEmail } }',
    );
    expect(data).not.toMatchObject({ crmIntegration: { ownerEmail: 'crm@lumenta.example' } });
    expect(data).toMatchObject({ crmIntegration: { id: INTEGRATION_ID } });
  });

  it('fails with the scope that is missing', async () => {
    const gateway = gatewayOver();
    const says = "You don't have permission to use 'api:crm:integrations:read' in your app.";
    gateway.sandbox.faults.add({
      operationId: 'listGenericCrmIntegration',
      fault: { kind: 'answer', status: 401, body: { errors: [says] } },
    });

    const { data, errors } = await gateway.execute('{ crmIntegration { id } }');

    expect(data).toEqual({ crmIntegration: null });
    expect(errors).toMatchObject([
      {
        extensions: {
          code: 'GONG_MISSING_SCOPE',
          requiredScope: 'api:crm:integrations:read',
        },
      },
    ]);
  });
});

describe('CrmIntegration.schema', () => {
  const FIELD = 'objectType name label type modifiedAt isDeleted referenceTo picklistValues';

  it('returns the fields of one type for 1 request', async () => {
    const { data, errors, sent } = await gatewayOver().trace(
      `{ crmIntegration { schema(objectType: ACCOUNT) { ${FIELD} } } }`,
    );

    expect(errors).toBeUndefined();
    expect(sent.slice(1)).toMatchObject([
      {
        operationId: 'listCrmSchemaFields',
        query: { integrationId: INTEGRATION_ID, objectType: 'ACCOUNT' },
      },
    ]);
    expect(data).toEqual({
      crmIntegration: {
        schema: [
          {
            objectType: 'ACCOUNT',
            name: 'tier__c',
            label: 'Tier',
            type: 'PICKLIST',
            modifiedAt: '2020-12-17T13:45:01.000Z',
            isDeleted: false,
            referenceTo: null,
            picklistValues: ['Silver', 'Gold'],
          },
          {
            objectType: 'ACCOUNT',
            name: 'size__c',
            label: 'Size',
            type: 'NUMBER',
            modifiedAt: null,
            isDeleted: false,
            referenceTo: null,
            picklistValues: null,
          },
        ],
      },
    });
  });

  it('reads each type apart when none is given', async () => {
    const gateway = gatewayOver();
    const query = '{ crmIntegration { schema { objectType name referenceTo } } }';
    const estimated = await gateway.execute(
      query,
      {},
      { extensions: { gong: { estimateOnly: true } } },
    );
    const { data, sent } = await gateway.trace(query);

    expect(estimated.extensions?.gong?.estimate).toEqual({ min: 1, max: 5 });
    expect(sent.slice(1).map((request) => request.query['objectType'])).toEqual([
      'ACCOUNT',
      'CONTACT',
      'DEAL',
      'LEAD',
    ]);
    expect(data).toEqual({
      crmIntegration: {
        schema: [
          { objectType: 'ACCOUNT', name: 'tier__c', referenceTo: null },
          { objectType: 'ACCOUNT', name: 'size__c', referenceTo: null },
          { objectType: 'DEAL', name: 'partner__c', referenceTo: 'ACCOUNT' },
        ],
      },
    });
  });

  it('accepts Gong’s other name for a field, and omits one without a name', async () => {
    const gateway = gatewayOver();
    gateway.sandbox.faults.add({
      operationId: 'listCrmSchemaFields',
      fault: {
        kind: 'answer',
        status: 200,
        body: {
          requestId: 'r1',
          objectTypeToSelectedFields: {
            DEAL: [{ name: 'x__c', type: 'SOUND' }, { label: 'No name' }],
          },
        },
      },
    });

    const { data } = await gateway.execute(
      '{ crmIntegration { schema(objectType: DEAL) { name type label } } }',
    );

    expect(data).toEqual({
      crmIntegration: { schema: [{ name: 'x__c', type: 'UNKNOWN', label: null }] },
    });
  });
});

describe('CrmIntegration.objects', () => {
  it('returns objects in the order of the IDs, null for one that Gong does not have', async () => {
    const { data, errors, sent } = await gatewayOver().trace(
      `{ crmIntegration { ${objects(['a2', 'x', 'a1', 'a2'])} } }`,
    );

    expect(errors).toBeUndefined();
    expect(sent.slice(1)).toMatchObject([
      {
        method: 'GET',
        path: '/v2/crm/entities',
        query: { integrationId: INTEGRATION_ID, objectType: 'ACCOUNT' },
        body: ['a2', 'x', 'a1'],
      },
    ]);
    const [acme, beta] = Object.values(crmOf().objects['ACCOUNT'] ?? {});
    expect(data).toEqual({
      crmIntegration: {
        objects: [
          { id: 'a2', fields: beta },
          null,
          { id: 'a1', fields: acme },
          { id: 'a2', fields: beta },
        ],
      },
    });
  });

  it('reads 100 at a time, and those of another type apart', async () => {
    const ids = Array.from({ length: 150 }, (_, index) => `a${index}`);
    const gateway = gatewayOver();
    const query = `{ crmIntegration { ${objects(ids)} deals: ${objects(['a1'], 'DEAL')} } }`;
    const estimated = await gateway.execute(
      query,
      {},
      { extensions: { gong: { estimateOnly: true } } },
    );
    const { data, sent } = await gateway.trace(query);

    expect(estimated.extensions?.gong?.estimate?.max).toBe(4);
    expect(sent.slice(1).map(({ body }) => (body as string[]).length)).toEqual([100, 50, 1]);
    expect(data).toMatchObject({ crmIntegration: { deals: [null] } });
  });

  it('is not shown under a policy that restricts, unless it allows raw requests', async () => {
    const query = `{ crmIntegration { id ${objects(['a2'])} } }`;
    const hidden = await gatewayOver(crmOf(), {
      config: { policy: policyIn('mask-emails') },
    }).trace(query);
    const shown = await gatewayOver(crmOf(), {
      config: { policy: policyIn('mask-emails, raw-requests') },
    }).execute(query);

    expect(hidden.data).toEqual({ crmIntegration: { id: INTEGRATION_ID, objects: null } });
    expect(hidden.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(hidden.sent).toHaveLength(1);
    expect(shown.errors).toBeUndefined();
    expect(JSON.stringify(shown.data)).not.toContain('info@beta.example');
  });

  it('is null for a value that is not an object', async () => {
    const gateway = gatewayOver();
    gateway.sandbox.faults.add({
      operationId: 'getCrmObjects',
      fault: {
        kind: 'answer',
        status: 200,
        body: { crmObjectsMap: { a: null, b: [], c: {}, d: 'odd', e: { name: [null] } } },
      },
    });

    const { data, errors } = await gateway.execute(
      `{ crmIntegration { ${objects(['a', 'b', 'c', 'd', 'e'])} } }`,
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      crmIntegration: {
        objects: [null, null, null, null, { id: 'e', fields: { name: [null] } }],
      },
    });
  });

  it('fails when Gong sends something else', async () => {
    const gateway = gatewayOver();
    gateway.sandbox.faults.add({
      operationId: 'getCrmObjects',
      fault: { kind: 'answer', status: 200, body: { crmObjectsMap: ['odd'] } },
    });

    const { data, errors } = await gateway.execute(`{ crmIntegration { ${objects(['a1'])} } }`);

    expect(data).toEqual({ crmIntegration: { objects: [null] } });
    expect(errors).toMatchObject([{ extensions: { code: 'GONG_BAD_RESPONSE' } }]);
  });
});

describe('Query.crmJob', () => {
  const JOB = `{ crmJob(integrationId: "${INTEGRATION_ID}", clientRequestId: "up-1") {
    id status successCount errorCount errors { position code message }
  } }`;
  const request = {
    integrationId: INTEGRATION_ID,
    clientRequestId: 'up-1',
    sentAt: NOW,
    totalSuccessCount: 1,
    errors: [
      { line: 0, description: 'Too late' },
      { line: 2, description: 'Mandatory field [emailAddress] is missing or empty' },
    ],
  };

  it('reports the state, and errors by the position of their rows', async () => {
    const { clock, ...gateway } = gatewayOver(crmOf({ requests: [request] }));

    const first = await gateway.execute(JOB);
    await clock.advance(10_000);
    const second = await gateway.execute(JOB);
    await clock.advance(30_000);
    const last = await gateway.execute(JOB);

    expect([first, second].map(({ data }) => data)).toEqual([
      { crmJob: { id: 'up-1', status: 'PENDING', successCount: 0, errorCount: 0, errors: [] } },
      { crmJob: { id: 'up-1', status: 'IN_PROGRESS', successCount: 0, errorCount: 0, errors: [] } },
    ]);
    expect(last.data).toEqual({
      crmJob: {
        id: 'up-1',
        status: 'FAILED',
        successCount: 1,
        errorCount: 2,
        errors: [
          { position: null, code: null, message: 'Too late' },
          {
            position: 2,
            code: null,
            message: 'Mandatory field [emailAddress] is missing or empty',
          },
        ],
      },
    });
  });

  it('is COMPLETED when nothing failed', async () => {
    const done = { ...request, errors: [], sentAt: NOW - 60_000 };
    const { data } = await gatewayOver(crmOf({ requests: [done] })).execute(JOB);
    expect(data).toMatchObject({ crmJob: { status: 'COMPLETED', errors: [] } });
  });

  it('prices and reads two jobs apart', async () => {
    const requests = [request, { ...request, clientRequestId: 'up-2' }];
    const gateway = gatewayOver(crmOf({ requests }));
    const two = `{ ${['up-1', 'up-2']
      .map(
        (id, index) =>
          `j${index}: crmJob(integrationId: "${INTEGRATION_ID}", clientRequestId: "${id}") { id }`,
      )
      .join(' ')} }`;

    const { data, extensions, sent } = await gateway.trace(two);

    expect(data).toEqual({ j0: { id: 'up-1' }, j1: { id: 'up-2' } });
    expect(sent).toHaveLength(2);
    expect(extensions?.gong?.requests).toBe(2);
  });

  it.each([
    ['integrationId: "x", clientRequestId: "a"', /crmJob\(integrationId:\)" must be a Gong ID/],
    [
      'integrationId: "1", clientRequestId: "a b"',
      /clientRequestId:\)" must be letters, digits, dashes/,
    ],
  ])('refuses %s without a request', async (args, message) => {
    const { errors, sent } = await gatewayOver().trace(`{ crmJob(${args}) { id } }`);
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(message) as unknown,
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
    expect(sent).toEqual([]);
  });
});
