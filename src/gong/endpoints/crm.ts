import type { components, operations } from '../generated/types.js';
import type { GongBody } from '../client.js';
import { isNothing, list, type GongList } from '../coerce.js';
import { GongError } from '../errors.js';
import type { Success } from '../exchange.js';
import { reads, writes, type RecordKind } from './endpoint.js';
import { idOf, isObject, referenceId, type Lenient } from './wire.js';

type Schemas = components['schemas'];
export type GongCrmIntegration = Lenient<Schemas['GenericCrmIntegration']>;
export type GongCrmField = Lenient<Schemas['CrmSchemaField']>;
export type GongCrmFieldInput = Schemas['GenericSchemaFieldRequest'];

/** An ID that the company gave to nothing, for probes. */
const UNKNOWN_ID = 'gateway-doctor';

/** Types of CRM objects whose schema can be set, and which can be read. */
export type GongCrmObjectType = operations['getCrmObjects']['parameters']['query']['objectType'];

export const crmIntegrations: RecordKind<GongCrmIntegration> = {
  name: 'crmIntegration',
  group: 'crm',
  idOf: ({ integrationId }) => referenceId(integrationId),
  serves: 'briefly',
  reveals: 'nothing',
};

/** The one integration that a company can have for a CRM of its own. */
export const listGenericCrmIntegration = reads('listGenericCrmIntegration', crmIntegrations, {
  member: 'integrations',
  whole: { ask: () => ({}) },
  probe: () => ({}),
});

/** The fields that were added to one type of objects. */
export interface CrmSchema {
  readonly objectType: string | null;
  readonly fields: readonly GongCrmField[];
}

export const crmSchemas: RecordKind<CrmSchema> = {
  name: 'crmSchema',
  group: 'crm',
  idOf: ({ objectType }) => objectType,
  serves: 'briefly',
  reveals: 'nothing',
};

/** Schemas by the type of their objects. Gong contradicts itself on whether the type may be left out. */
export const listCrmSchemaFields = reads('listCrmSchemaFields', crmSchemas, {
  member: 'objectTypeToSelectedFields',
  isMap: true,
  toItem: (fields, _selection, objectType): CrmSchema => ({
    objectType,
    fields: list(fields as unknown as GongList<GongCrmField>),
  }),
  byKey: {
    max: 1,
    ask: ([objectType = ''], _selection, _cursor, integrationId?: string) => ({
      query: { integrationId, objectType },
    }),
  },
  probe: (_now, _minuteAgo, { integrationId }) =>
    integrationId === undefined ? null : { query: { integrationId, objectType: 'LEAD' } },
});

/** Whose objects are meant. */
export interface CrmObjectsQuery {
  readonly integrationId: string;
  readonly objectType: GongCrmObjectType;
}

/** An object as it was uploaded. */
export interface CrmUploadedObject {
  readonly id: string | null;
  readonly fields: GongBody;
}

export const crmObjects: RecordKind<CrmUploadedObject> = {
  name: 'crmObject',
  group: 'crm',
  idOf: ({ id }) => id,
  serves: 'briefly',
  reveals: 'restricted',
};

/** Uploaded objects by their IDs in the CRM: a GET with a body. Gong passes over what is beyond a hundred. */
export const getCrmObjects = reads('getCrmObjects', crmObjects, {
  member: 'crmObjectsMap',
  isMap: true,
  toItem: (fields, _selection, id): CrmUploadedObject | null =>
    isObject(fields) && !isNothing(fields) ? { id, fields } : null,
  byKey: {
    max: 100,
    ask: (ids, _selection, _cursor, query?: CrmObjectsQuery) => ({
      query: { ...query },
      body: ids,
    }),
  },
  probe: (_now, _minuteAgo, { integrationId }) =>
    integrationId === undefined
      ? null
      : { query: { integrationId, objectType: 'LEAD' }, body: [UNKNOWN_ID] },
});

/** What came so far of a request that Gong works on later. */
export interface CrmRequest extends Lenient<Schemas['RequestStatusResponse']> {
  /** The client's own ID of the request. */
  readonly id: string | null;
}

export const crmRequests: RecordKind<CrmRequest> = {
  name: 'crmJob',
  group: 'crm',
  idOf: ({ id }) => id,
  serves: 'polled',
  reveals: 'nothing',
};

/** The state of an upload, or of a deletion. */
export const getRequestStatus = reads('getRequestStatus', crmRequests, {
  member: null,
  toItem: (body, _selection, id): CrmRequest => ({ ...body, id }),
  byKey: {
    max: 1,
    ask: ([clientRequestId = ''], _selection, _cursor, integrationId?: string) => ({
      query: { integrationId, clientRequestId },
    }),
  },
  probe: (_now, _minuteAgo, { integrationId }) =>
    integrationId === undefined ? null : { query: { integrationId, clientRequestId: UNKNOWN_ID } },
});

/** All fields of the objects of one type: what is missing, Gong refuses; what is to go must say so. */
export const uploadCrmSchemaField = writes('uploadCrmSchemaField', {
  ask: ({ fields, ...query }: CrmObjectsQuery & { readonly fields: readonly object[] }) => ({
    query,
    body: fields,
  }),
  parse: ({ requestId }: Success) => requestId ?? null,
  invalidates: ['crm'],
  // The schema is compared with the present one.
  price: [1, 2],
});

/** A request that Gong works on later, and takes once by the ID that the client gives it. */
export interface CrmRequestQuery {
  readonly integrationId: string;
  readonly clientRequestId: string;
}

const queued = {
  parse: ({ requestId }: Success) => requestId ?? null,
  invalidates: ['crm'],
  // Gong documents a conflict for one reason alone: the ID of the request was used before.
  isDoneBefore: ({ kind }: GongError) => kind === 'conflict',
} as const;

/** Queues a file of objects of one type: a multipart form with the part `dataFile`. */
export const uploadCrmData = writes('uploadCrmData', {
  ask: (query: CrmRequestQuery & { readonly objectType: string }) => ({ query: { ...query } }),
  ...queued,
});

/** Queues the deletion of the integration with all that was uploaded. */
export const deleteGenericCrmIntegration = writes('deleteGenericCrmIntegration', {
  ask: (query: CrmRequestQuery) => ({ query: { ...query } }),
  ...queued,
  // The name of the integration is compared.
  price: [1, 2],
});

/** Registers the integration. It is a PUT, but Gong does not change an existing integration. */
export const registerGenericCrmIntegration = writes('registerGenericCrmIntegration', {
  ask: (registration: Schemas['GenericCrmRegistrationRequest']) => ({ body: registration }),
  parse: ({ status, body, requestId }: Success) => {
    const integrationId = isObject(body) ? idOf(body['integrationId']) : null;
    if (integrationId !== null) return { integrationId, requestId: requestId ?? null };
    throw new GongError(
      'bad-response',
      "Gong's response to registerGenericCrmIntegration has no integrationId. " +
        'The integration was registered: read Query.crmIntegration.',
      { operation: 'registerGenericCrmIntegration', status, requestId, isRetryable: false },
    );
  },
  invalidates: ['crm'],
  // The second one reads the integration that was there.
  price: [1, 2],
  // Of a company's own or of another kind: Gong's list tells.
  isDoneBefore: ({ kind }) => kind === 'conflict',
});
