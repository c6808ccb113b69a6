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

/** Reads the one integration that a company can have for its own CRM. */
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

/** Reads schemas by object type. Gong's documentation is contradictory on whether the type is optional. */
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

/** The integration and the type of the objects. */
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

/** Reads uploaded objects by their IDs in the CRM, with a GET that has a body. Gong ignores IDs beyond 100. */
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

/** The present state of a request that Gong processes later. */
export interface CrmRequest extends Lenient<Schemas['RequestStatusResponse']> {
  /** The client's ID of the request. */
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

/**
 * Sets all fields of one object type. Gong refuses the request when a field is missing; fields to delete must be
 * marked.
 */
export const uploadCrmSchemaField = writes('uploadCrmSchemaField', {
  ask: ({ fields, ...query }: CrmObjectsQuery & { readonly fields: readonly object[] }) => ({
    query,
    body: fields,
  }),
  parse: ({ requestId }: Success) => requestId ?? null,
  invalidates: ['crm'],
  // The present schema is read for comparison.
  price: [1, 2],
});

/** A request that Gong processes later, and accepts once per client ID. */
export interface CrmRequestQuery {
  readonly integrationId: string;
  readonly clientRequestId: string;
}

const queued = {
  parse: ({ requestId }: Success) => requestId ?? null,
  invalidates: ['crm'],
  // Gong documents one reason for a conflict: the ID of the request was used before.
  isDoneBefore: ({ kind }: GongError) => kind === 'conflict',
} as const;

/** Queues a file of objects of one type, as a multipart form with the part `dataFile`. */
export const uploadCrmData = writes('uploadCrmData', {
  ask: (query: CrmRequestQuery & { readonly objectType: string }) => ({ query: { ...query } }),
  ...queued,
});

/** Queues the deletion of the integration and all uploaded data. */
export const deleteGenericCrmIntegration = writes('deleteGenericCrmIntegration', {
  ask: (query: CrmRequestQuery) => ({ query: { ...query } }),
  ...queued,
  // The integration is read to compare its name.
  price: [1, 2],
});

/** Registers the integration. It is a PUT, but Gong never changes an existing integration. */
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
  // The second request reads the existing integration.
  price: [1, 2],
  // Gong's list shows whether it is this integration or one of another kind.
  isDoneBefore: ({ kind }) => kind === 'conflict',
});
