import { describe, expect, it } from '@jest/globals';
import { createSandbox, type Crm } from '../../../sandbox/src/index.js';
import { FakeClock } from '../../support/clock.js';
import { companyOf } from '../../support/companies.js';
import { policyIn } from '../../support/config.js';
import { crmOf, INTEGRATION_ID } from '../../support/crm.js';
import {
  createTestGateway,
  type TestGateway,
  type TestGatewayOptions,
} from '../../support/gateway.js';
import { setUp } from './support.js';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const JOB = 'job { id status } alreadySent requestId';
const requestId = expect.any(String) as unknown;

function gatewayOver(crm: Crm = crmOf(), options: TestGatewayOptions = {}) {
  const clock = new FakeClock(NOW);
  const sandbox = createSandbox({
    company: companyOf({ crm }),
    clock,
    requestsPerSecond: Infinity,
  });
  const gateway = createTestGateway({ clock, sandbox, ...options });
  const execute = (...request: Parameters<TestGateway['execute']>) => gateway.execute(...request);
  const trace = (...request: Parameters<TestGateway['trace']>) => gateway.trace(...request);
  return { clock, crm, sandbox, execute, trace };
}

const operationsOf = (sent: readonly { readonly operationId: string | null }[]) =>
  sent.map(({ operationId }) => operationId);

describe('registerCrmIntegration', () => {
  const REGISTER = `mutation { registerCrmIntegration(input: { name: "Orders 2", ownerEmail: " jo@lumenta.example " }) {
    integration { id name ownerEmail } alreadyExisted requestId
  } }`;

  it('registers the integration', async () => {
    const { crm, trace } = gatewayOver(crmOf({ integration: null }));
    const { data, errors, sent } = await trace(REGISTER);

    expect(errors).toBeUndefined();
    expect(sent).toMatchObject([
      { method: 'PUT', body: { name: 'Orders 2', ownerEmail: 'jo@lumenta.example' } },
    ]);
    expect(data).toEqual({
      registerCrmIntegration: {
        integration: {
          id: crm.integration?.integrationId,
          name: 'Orders 2',
          ownerEmail: 'jo@lumenta.example',
        },
        alreadyExisted: false,
        requestId,
      },
    });
    expect(crm.integration?.integrationId).toMatch(/^\d{18,19}$/);
  });

  it('returns the one that was registered before', async () => {
    const { data, errors, sent } = await gatewayOver().trace(REGISTER);

    expect(errors).toBeUndefined();
    expect(operationsOf(sent)).toEqual([
      'registerGenericCrmIntegration',
      'listGenericCrmIntegration',
    ]);
    expect(data).toMatchObject({
      registerCrmIntegration: {
        integration: { id: INTEGRATION_ID, name: 'Orders' },
        alreadyExisted: true,
      },
    });
  });

  it('fails when a native integration prevents it', async () => {
    const { wire, run } = setUp([
      { status: 409, body: { requestId: 'r9', errors: ['A SALESFORCE integration exists'] } },
      { body: { requestId: 'r2', integrations: [] } },
    ]);

    const { data, errors } = await run(REGISTER);

    expect(data).toEqual({ registerCrmIntegration: null });
    expect(errors).toMatchObject([
      { extensions: { code: 'GONG_CONFLICT', gong: { requestId: 'r9' } } },
    ]);
    expect(wire.sent).toHaveLength(2);
  });

  it('fails when Gong does not say which ID it has', async () => {
    const { errors } = await setUp([{ body: { requestId: 'r1' } }]).run(REGISTER);
    expect(errors).toMatchObject([{ extensions: { code: 'GONG_BAD_RESPONSE', retryable: false } }]);
  });
});

describe('deleteCrmIntegration', () => {
  const DELETE = `mutation ($name: String!, $id: ID!) {
    deleteCrmIntegration(input: { id: $id, confirmName: $name }) { ${JOB} }
  }`;
  const named = { id: INTEGRATION_ID, name: 'Orders' };

  it('queues the deletion when the name is confirmed', async () => {
    const { crm, trace } = gatewayOver();
    const { data, errors, sent } = await trace(DELETE, named);

    expect(errors).toBeUndefined();
    expect(sent).toMatchObject([
      { operationId: 'listGenericCrmIntegration' },
      {
        method: 'DELETE',
        query: { integrationId: INTEGRATION_ID, clientRequestId: `delete-${INTEGRATION_ID}` },
      },
    ]);
    expect(data).toEqual({
      deleteCrmIntegration: {
        job: { id: `delete-${INTEGRATION_ID}`, status: 'PENDING' },
        alreadySent: false,
        requestId,
      },
    });
    expect(crm).toMatchObject({ integration: null, objects: {} });
  });

  it('deletes nothing when the name is another one', async () => {
    const { crm, trace } = gatewayOver();
    const { data, errors, sent } = await trace(DELETE, { ...named, name: 'orders' });

    expect(data).toEqual({ deleteCrmIntegration: null });
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(/confirmName:\)" must be the name/) as unknown,
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
    expect(operationsOf(sent)).toEqual(['listGenericCrmIntegration']);
    expect(crm.integration).not.toBeNull();
  });

  it('fails when the integration is not registered', async () => {
    const { errors, sent } = await gatewayOver().trace(DELETE, { ...named, id: '5' });
    expect(errors).toMatchObject([{ extensions: { code: 'GONG_NOT_FOUND' } }]);
    expect(sent).toHaveLength(1);
  });

  it('says that Gong accepted it before', async () => {
    const { run } = setUp([
      { body: { integrations: [{ integrationId: INTEGRATION_ID, name: 'Orders' }] } },
      { status: 409, body: { requestId: 'r9', errors: ['Used before'] } },
    ]);

    const { data, errors } = await run(DELETE, named);

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      deleteCrmIntegration: {
        job: { id: `delete-${INTEGRATION_ID}`, status: null },
        alreadySent: true,
        requestId: 'r9',
      },
    });
  });

  it('sends nothing when the policy forbids writes', async () => {
    const config = { policy: policyIn('read-only') };
    const { errors, sent } = await gatewayOver(crmOf(), { config }).trace(DELETE, named);
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(sent).toEqual([]);
  });
});

describe('replaceCrmSchema', () => {
  const REPLACE = `mutation ($fields: [CrmSchemaFieldInput!]!, $allow: Boolean) {
    replaceCrmSchema(input: {
      integrationId: "${INTEGRATION_ID}", objectType: ACCOUNT, fields: $fields, allowTypeChanges: $allow
    }) { requestId }
  }`;
  const tier = { name: 'tier__c', label: 'Tier', type: 'PICKLIST', picklistValues: ['Gold'] };
  const size = { name: 'size__c', label: 'Size', type: 'NUMBER' };

  it('replaces the fields and deletes one', async () => {
    const { crm, trace } = gatewayOver();
    const added = {
      name: 'since__c',
      label: 'Since',
      type: 'DATE',
      modifiedAt: '2026-05-30T10:00:00.123456+02:00',
    };
    const fields = [tier, { ...size, isDeleted: true }, added];

    const { data, errors, sent } = await trace(REPLACE, { fields });

    expect(errors).toBeUndefined();
    expect(data).toEqual({ replaceCrmSchema: { requestId } });
    expect(operationsOf(sent)).toEqual(['listCrmSchemaFields', 'uploadCrmSchemaField']);
    expect(sent[1]).toMatchObject({
      query: { integrationId: INTEGRATION_ID, objectType: 'ACCOUNT' },
      body: [
        { uniqueName: 'tier__c', label: 'Tier', type: 'PICKLIST', orderedValueList: ['Gold'] },
        { uniqueName: 'size__c', label: 'Size', type: 'NUMBER', isDeleted: true },
        {
          uniqueName: 'since__c',
          label: 'Since',
          type: 'DATE',
          lastModified: '2026-05-30T10:00:00+02:00',
        },
      ],
    });
    expect(crm.schema['ACCOUNT']?.map(({ uniqueName }) => uniqueName)).toEqual([
      'tier__c',
      'since__c',
    ]);
  });

  it.each<[string, object[], RegExp]>([
    ['a field is missing', [tier], /must hold every field of the schema.*missing: size__c\./],
    [
      'a field changes its type',
      [tier, { ...size, type: 'STRING' }],
      /must not change the type of a field.*: size__c\. Set allowTypeChanges/,
    ],
  ])('changes nothing when %s', async (_name, fields, message) => {
    const { trace } = gatewayOver();
    const { errors, sent } = await trace(REPLACE, { fields });
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(message) as unknown,
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
    expect(operationsOf(sent)).toEqual(['listCrmSchemaFields']);
  });

  it('changes a type that may change', async () => {
    const { crm, trace } = gatewayOver();
    const fields = [tier, { ...size, type: 'STRING' }];
    const { errors } = await trace(REPLACE, { fields, allow: true });
    expect(errors).toBeUndefined();
    expect(crm.schema['ACCOUNT']?.[1]?.type).toBe('STRING');
  });

  it.each<[object[], RegExp]>([
    [[tier, tier], /fields\[1\]\.name:\)" must differ/],
    [[{ ...tier, picklistValues: null }], /fields\[0\]\.picklistValues:\)" is required/],
    [[{ ...size, picklistValues: ['1'] }], /picklistValues:\)" must be omitted/],
    [[{ ...size, type: 'REFERENCE' }], /referenceTo:\)" is required/],
    [[{ ...size, type: 'UNKNOWN' }], /type:\)"/],
    [[], /fields:\)" must not be an empty list/],
  ])('refuses %j without a request', async (fields, message) => {
    const { errors, sent } = await gatewayOver().trace(REPLACE, { fields });
    expect(errors?.map((each) => each.message)).toContainEqual(expect.stringMatching(message));
    expect(sent).toEqual([]);
  });
});

describe('uploadCrmObjects', () => {
  const UPLOAD = `mutation ($type: CrmUploadType!, $rows: [CrmRowInput!]!, $id: ID = "up-1") {
    uploadCrmObjects(input: {
      integrationId: "${INTEGRATION_ID}", objectType: $type, clientRequestId: $id, rows: $rows
    }) { ${JOB} }
  }`;
  const modifiedAt = '2026-05-30T10:00:00.5+02:00';
  const deal = {
    objectId: 'd1',
    modifiedAt,
    accountId: 'a1',
    ownerId: 'u1',
    name: 'Renewal',
    createdAt: '2026-05-01T08:00:00Z',
    closeDate: '2026-07-01',
    status: 'OPEN',
    stage: 's1',
    amount: 12.5,
    customFields: { partner__c: 'a2', gone__c: null },
  };

  it('sends rows as lines of JSON in one file', async () => {
    const { sandbox, trace } = gatewayOver();
    const rows = [deal, { objectId: 'd2', modifiedAt, isDeleted: true }];

    const { data, errors, sent } = await trace(UPLOAD, { type: 'DEAL', rows });

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      uploadCrmObjects: { job: { id: 'up-1', status: 'PENDING' }, alreadySent: false, requestId },
    });
    expect(sent).toMatchObject([
      {
        method: 'POST',
        path: '/v2/crm/entities',
        query: { integrationId: INTEGRATION_ID, objectType: 'DEAL', clientRequestId: 'up-1' },
        form: [{ name: 'dataFile', fileName: 'deal.ldjson', contentType: 'application/x-ndjson' }],
      },
    ]);
    const lines = (sandbox.requests.at(-1)?.form?.[0]?.text ?? '').split('\n');
    expect(lines.map((line) => (line === '' ? null : (JSON.parse(line) as unknown)))).toEqual([
      {
        partner__c: 'a2',
        gone__c: null,
        objectId: 'd1',
        modifiedDate: '2026-05-30T10:00:00+02:00',
        accountId: 'a1',
        ownerId: 'u1',
        name: 'Renewal',
        createdDate: '2026-05-01T08:00:00Z',
        closeDate: '2026-07-01',
        status: 'OPEN',
        stage: 's1',
        amount: 12.5,
      },
      { objectId: 'd2', modifiedDate: '2026-05-30T10:00:00+02:00', isDeleted: true },
      null,
    ]);
  });

  it('can be read again, with errors at the positions of their rows', async () => {
    const { clock, sandbox, execute } = gatewayOver();
    const rows = [
      { objectId: 'a9', modifiedAt, name: 'New', domains: ['new.example'] },
      { objectId: 'a1', modifiedAt, name: 'Acme Inc.' },
    ];
    await execute(UPLOAD, { type: 'ACCOUNT', rows });
    sandbox.company.crm.requests[0]?.errors.push({ line: 2, description: 'Too long' });
    await clock.advance(60_000);

    const { data } = await execute(`{
      crmIntegration { objects(objectType: ACCOUNT, ids: ["a1", "a9"]) { fields } }
      crmJob(integrationId: "${INTEGRATION_ID}", clientRequestId: "up-1") { status errors { position } }
    }`);

    expect(data).toMatchObject({
      crmIntegration: {
        objects: [{ fields: { name: 'Acme Inc.', size__c: 20 } }, { fields: { name: 'New' } }],
      },
      crmJob: { status: 'FAILED', errors: [{ position: 2 }] },
    });
  });

  it('says that Gong accepted the upload before', async () => {
    const { execute } = gatewayOver();
    const rows = [{ objectId: 's1', name: 'Won', sortOrder: 3, isActive: true }];
    await execute(UPLOAD, { type: 'STAGE', rows });
    const { data, errors } = await execute(UPLOAD, { type: 'STAGE', rows });

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      uploadCrmObjects: { job: { id: 'up-1', status: null }, alreadySent: true },
    });
  });

  it.each([
    [500, 'OUTCOME_UNKNOWN', /safe to try again with the clientRequestId/],
    [429, 'RATE_LIMITED', /rate limit was exceeded/],
    [400, 'GONG_BAD_REQUEST', /dataFile part is missing/],
  ])('is sent once when Gong answers %i', async (status, code, message) => {
    const { trace, sandbox } = gatewayOver();
    sandbox.faults.add({
      operationId: 'uploadCrmData',
      fault: { kind: 'answer', status, body: { errors: ['dataFile part is missing'] } },
    });
    const rows = [{ objectId: 'u1', modifiedAt, emailAddress: 'jo@lumenta.example' }];

    const { errors, sent } = await trace(UPLOAD, { type: 'BUSINESS_USER', rows });

    expect(errors).toMatchObject([
      { message: expect.stringMatching(message) as unknown, extensions: { code } },
    ]);
    expect(sent).toHaveLength(1);
  });

  it.each<[string, string, object[], RegExp]>([
    [
      'no time',
      'CONTACT',
      [{ objectId: 'c1' }],
      /rows\[0\]\.modifiedAt:\)" is required: Gong needs it for each CONTACT/,
    ],
    ['no name', 'STAGE', [{ objectId: 's1' }], /rows\[0\]\.name:\)" is required/],
    [
      'no address',
      'BUSINESS_USER',
      [{ objectId: 'u', modifiedAt }],
      /emailAddress:\)" is required/,
    ],
    [
      'a strange member',
      'LEAD',
      [{ objectId: 'l', modifiedAt, amount: 2 }],
      /rows\[0\]\.amount:\)" must be omitted: no LEAD has it/,
    ],
    [
      'one object twice',
      'DEAL',
      [deal, { ...deal, name: 'B' }],
      /rows\[1\]\.objectId:\)" must differ from that of rows\[0\]/,
    ],
    [
      'a list of fields',
      'DEAL',
      [{ ...deal, customFields: [1] }],
      /customFields:\)" must be an object/,
    ],
    [
      'a hidden member',
      'DEAL',
      [{ ...deal, customFields: { modifiedDate: 1 } }],
      /customFields:\)" must not hold modifiedDate/,
    ],
    [
      'a long ID',
      'DEAL',
      [{ ...deal, objectId: 'x'.repeat(65) }],
      /must have at most 64 characters/,
    ],
    ['no rows', 'DEAL', [], /rows:\)" must not be an empty list/],
  ])('refuses rows with %s without a request', async (_name, type, rows, message) => {
    const { errors, sent } = await gatewayOver().trace(UPLOAD, { type, rows });
    expect(errors?.map((each) => each.message)).toContainEqual(expect.stringMatching(message));
    expect(errors).toMatchObject(
      errors?.map(() => ({ extensions: { code: 'BAD_USER_INPUT' } })) ?? [],
    );
    expect(sent).toEqual([]);
  });

  it('accepts a user to delete without an email', async () => {
    const rows = [{ objectId: 'u', modifiedAt, isDeleted: true }];
    const { errors } = await gatewayOver().execute(UPLOAD, { type: 'BUSINESS_USER', rows });
    expect(errors).toBeUndefined();
  });
});

describe('an estimate', () => {
  it('sends nothing, and counts what a mutation reads before', async () => {
    const { trace } = gatewayOver();
    const { extensions, sent } = await trace(
      `mutation { deleteCrmIntegration(input: { id: "${INTEGRATION_ID}", confirmName: "Orders" }) { alreadySent } }`,
      {},
      { extensions: { gong: { estimateOnly: true } } },
    );
    expect(extensions?.gong?.estimate).toEqual({ min: 1, max: 2 });
    expect(sent).toEqual([]);
  });
});
