import { count, dateTime, enumOf, flag, integer, list, text, texts } from '../../gong/coerce.js';
import {
  crmObjects,
  getCrmObjects,
  getRequestStatus,
  listCrmSchemaFields,
  listGenericCrmIntegration,
  type CrmRequest,
  type CrmUploadedObject,
  type GongCrmField,
  type GongCrmIntegration,
  type GongCrmObjectType,
} from '../../gong/endpoints/crm.js';
import { idOf } from '../../gong/endpoints/wire.js';
import type { QueuedRequest } from '../../operation/mutations/crm.js';
import type { Resolvers } from '../generated/graphql.js';
import { toCrmField, toCrmLine } from '../inputs/crmUploads.js';
import { jobStatusOf } from './jobs.js';
import { settleInOrder } from './references.js';

export type CrmIntegrationModel = GongCrmIntegration;
export type CrmUploadedObjectModel = CrmUploadedObject;
export type CrmJobModel = CrmRequest;

/** A field with the object type that it belongs to. */
export interface CrmSchemaFieldModel {
  readonly objectType: string | null;
  readonly field: GongCrmField;
}

const objectTypes = ['ACCOUNT', 'CONTACT', 'DEAL', 'LEAD'] as const;
const objectTypeOf = enumOf(objectTypes);
const fieldTypeOf = enumOf([
  'DATE',
  'DATETIME',
  'NUMBER',
  'PERCENT',
  'CURRENCY',
  'ID',
  'URL',
  'STRING',
  'BOOLEAN',
  'PHONENUMBER',
  'EMAILADDRESS',
  'PICKLIST',
  'REFERENCE',
  'STRINGARRAY',
]);

/** Gong has two names for this member: one in its description, one in its example. */
const nameOf = ({ uniqueName, name }: GongCrmField): string | null =>
  text(uniqueName) ?? text(name);

const toPayload = ({ id, alreadySent, requestId }: QueuedRequest) => ({
  job: { id, ...(alreadySent ? {} : { status: 'PENDING' }) },
  alreadySent,
  requestId,
});

export const crmResolvers: Pick<
  Resolvers,
  'Query' | 'Mutation' | 'CrmIntegration' | 'CrmSchemaField' | 'CrmUploadedObject' | 'CrmJob'
> = {
  Query: {
    crmIntegration: async (_parent, _args, { loaders }) => {
      const [integration] = await loaders.reads.whole(listGenericCrmIntegration, null);
      return integration ?? null;
    },
    crmJob: (_parent, { integrationId, clientRequestId }, { loaders }) =>
      loaders.reads.one(getRequestStatus, clientRequestId, integrationId),
  },
  Mutation: {
    registerCrmIntegration: (_parent, { input: { name, ownerEmail } }, { mutations }) =>
      mutations.crm.register({ name, ownerEmail: ownerEmail.trim() }),
    deleteCrmIntegration: async (_parent, { input }, { mutations }) => {
      const { id, confirmName } = input;
      const clientRequestId = input.clientRequestId ?? `delete-${id}`;
      return toPayload(
        await mutations.crm.delete({ integrationId: id, clientRequestId }, confirmName),
      );
    },
    replaceCrmSchema: (_parent, { input }, { mutations }) =>
      mutations.crm.replaceSchema({
        integrationId: input.integrationId,
        objectType: input.objectType as GongCrmObjectType,
        fields: input.fields.map(toCrmField),
        allowTypeChanges: input.allowTypeChanges === true,
      }),
    uploadCrmObjects: async (_parent, { input }, { mutations: { crm }, origin }) => {
      const { rows, ...request } = input;
      if (rows == null) {
        const job = { id: request.clientRequestId };
        const uploadUrl = `${origin}${crm.uploadPath(request)}`;
        return { job, alreadySent: false, uploadUrl, requestId: null };
      }
      return { ...toPayload(await crm.upload(request, rows.map(toCrmLine))), uploadUrl: null };
    },
  },
  CrmIntegration: {
    id: ({ integrationId }) => idOf(integrationId) ?? '',
    name: ({ name }) => text(name),
    ownerEmail: ({ ownerEmail }) => text(ownerEmail),
    schema: async ({ integrationId }, { objectType }, { loaders }) => {
      const types = objectType == null ? objectTypes : [objectType];
      const schemas = await Promise.all(
        types.map((type) =>
          loaders.reads.one(listCrmSchemaFields, type, idOf(integrationId) ?? ''),
        ),
      );
      return schemas.flatMap((schema) =>
        (schema?.fields ?? [])
          .filter((field) => nameOf(field) !== null)
          .map((field) => ({ objectType: schema?.objectType ?? null, field })),
      );
    },
    objects: ({ integrationId }, { objectType, ids }, { loaders }) => {
      loaders.reads.check(crmObjects);
      const query = {
        integrationId: idOf(integrationId) ?? '',
        objectType: objectType as GongCrmObjectType,
      };
      return settleInOrder(ids, (id) => loaders.reads.one(getCrmObjects, id, query));
    },
  },
  CrmSchemaField: {
    objectType: ({ objectType }) => objectTypeOf(objectType),
    name: ({ field }) => nameOf(field) ?? '',
    label: ({ field }) => text(field.label),
    type: ({ field }) => fieldTypeOf(field.type),
    // Gong's example has a space between date and time.
    modifiedAt: ({ field }) => dateTime(text(field.lastModified)?.replace(' ', 'T')),
    isDeleted: ({ field }) => flag(field.isDeleted),
    referenceTo: ({ field }) => text(field.referenceTo),
    picklistValues: ({ field }) =>
      Array.isArray(field.orderedValueList) ? texts(field.orderedValueList) : null,
  },
  CrmUploadedObject: {
    id: ({ id }) => id ?? '',
    fields: ({ fields }) => fields,
  },
  CrmJob: {
    id: ({ id }) => id ?? '',
    status: ({ status }) => (status === 'DONE' ? 'COMPLETED' : jobStatusOf(status)),
    successCount: ({ totalSuccessCount }) => count(totalSuccessCount),
    errorCount: ({ totalErrorCount }) => count(totalErrorCount),
    errors: ({ errors }) =>
      list(errors).map(({ line, description }) => {
        const position = integer(line) ?? 0;
        // Line 0 stands for the whole file. Each row has one line.
        return { position: position > 0 ? position : null, code: null, message: text(description) };
      }),
  },
};
