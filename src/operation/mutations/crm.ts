import type { Client } from '../../access/clients/client.js';
import { Chunks } from '../../company/uploads/chunks.js';
import { checkCrmFile } from '../../company/uploads/crmFile.js';
import type { IncomingFile } from '../../company/uploads/recording.js';
import {
  deleteGenericCrmIntegration,
  listCrmSchemaFields,
  listGenericCrmIntegration,
  registerGenericCrmIntegration,
  uploadCrmData,
  uploadCrmSchemaField,
  type CrmRequestQuery,
  type GongCrmFieldInput,
  type GongCrmIntegration,
  type GongCrmObjectType,
} from '../../gong/endpoints/crm.js';
import type { WriteEndpoint } from '../../gong/endpoints/endpoint.js';
import { fileForm } from '../../gong/endpoints/uploads.js';
import { idOf } from '../../gong/endpoints/wire.js';
import { text } from '../../gong/coerce.js';
import { GongError, withHint } from '../../gong/errors.js';
import { InputError } from '../inputError.js';
import type { Loaders } from '../loaders/index.js';
import type { Operation } from '../operation.js';
import { GONG_GRACE_MS, sendForm, withoutDeadline } from './fileTransfer.js';
import type { OperationWrites } from './operationWrites.js';
import type { Uploads } from './uploads.js';

/** The integration, and whether it already existed. */
export interface RegisteredIntegration {
  readonly integration: GongCrmIntegration;
  readonly alreadyExisted: boolean;
  readonly requestId: string | null;
}

/** A request that Gong processes later. */
export interface QueuedRequest {
  /** The client's ID of the request. */
  readonly id: string;
  /** Whether Gong had already accepted a request with this ID. */
  readonly alreadySent: boolean;
  readonly requestId: string | null;
}

export interface CrmMutations {
  /** @throws GongError */
  readonly register: (registration: {
    readonly name: string;
    readonly ownerEmail: string;
  }) => Promise<RegisteredIntegration>;
  /**
   * @param confirmName must be the name of the integration.
   * @throws GongError, InputError when the name is another one.
   */
  readonly delete: (request: CrmRequestQuery, confirmName: string) => Promise<QueuedRequest>;
  /** @throws GongError, InputError when a field is missing, or would lose its values. */
  readonly replaceSchema: (replacement: SchemaReplacement) => Promise<{
    readonly requestId: string | null;
  }>;
  /**
   * @param lines objects of one type, each as a line of JSON.
   * @throws GongError
   */
  readonly upload: (request: CrmUploadRequest, lines: readonly string[]) => Promise<QueuedRequest>;
  /**
   * @param coming a file with one JSON object per line.
   * @throws GongError, RecordingError
   */
  readonly uploadFile: (request: CrmUploadRequest, coming: IncomingFile) => Promise<QueuedRequest>;
  /** Returns a path to which one such file can be sent. */
  readonly uploadPath: (request: CrmUploadRequest) => string;
}

export type CrmUploadRequest = CrmRequestQuery & { readonly objectType: string };

export interface SchemaReplacement {
  readonly integrationId: string;
  readonly objectType: GongCrmObjectType;
  readonly fields: readonly GongCrmFieldInput[];
  readonly allowTypeChanges: boolean;
}

interface CrmOptions {
  /** The client that sends the operation. */
  readonly client: Client;
  readonly operation: Operation;
  readonly writes: OperationWrites;
  readonly uploads: Uploads;
  readonly loaders: () => Loaders;
}

/** Creates the mutations of one operation that change the company's CRM data at Gong. */
export function createCrmMutations(options: CrmOptions): CrmMutations {
  const { operation, writes, uploads, client } = options;
  return {
    register: (registration) => register(registration, options),
    delete: (request, confirmName) => remove(request, confirmName, options),
    replaceSchema: (replacement) => replaceSchema(replacement, options),
    upload: (request, lines) =>
      queue(uploadCrmData, request, () => sendRows(request, lines, options)),
    uploadFile: (request, coming) =>
      queue(uploadCrmData, request, () => passOn(request, coming, options)),
    uploadPath: (crm) => {
      writes.check(uploadCrmData);
      const { company, tickets } = uploads;
      const asker = operation.asker();
      return `/uploads/${tickets.issue({ crm, company, client, operation: asker.operation })}`;
    },
  };
}

async function register(
  registration: { readonly name: string; readonly ownerEmail: string },
  { writes, loaders }: CrmOptions,
): Promise<RegisteredIntegration> {
  try {
    const { integrationId, requestId } = await writes.send(
      registerGenericCrmIntegration,
      registration,
    );
    return { integration: { ...registration, integrationId }, alreadyExisted: false, requestId };
  } catch (error) {
    if (!(error instanceof GongError)) throw error;
    if (registerGenericCrmIntegration.isDoneBefore?.(error, registration) !== true) throw error;
    const [integration] = await loaders().reads.whole(listGenericCrmIntegration, null);
    // Another integration of a native CRM, such as Salesforce, prevents the registration.
    if (integration === undefined) throw error;
    return { integration, alreadyExisted: true, requestId: error.requestId ?? null };
  }
}

async function remove(
  request: CrmRequestQuery,
  confirmName: string,
  { writes, loaders }: CrmOptions,
): Promise<QueuedRequest> {
  writes.check(deleteGenericCrmIntegration);
  const { integrationId } = request;
  const [integration] = await loaders().reads.whole(listGenericCrmIntegration, null);
  if (integration === undefined || idOf(integration.integrationId) !== integrationId) {
    throw new GongError(
      'not-found',
      `The CRM integration ${integrationId} was not found. Read Query.crmIntegration for its ID.`,
    );
  }
  if (text(integration.name) !== confirmName) {
    throw new InputError(
      'BAD_USER_INPUT',
      'Argument "deleteCrmIntegration(input.confirmName:)" must be the name of the integration, as ' +
        'Query.crmIntegration shows it. Nothing was deleted.',
    );
  }
  return queue(deleteGenericCrmIntegration, request, () =>
    writes.send(deleteGenericCrmIntegration, request),
  );
}

/** Sends a request that Gong accepts once per client ID. A repetition is not an error. */
async function queue<Input extends CrmRequestQuery>(
  { isDoneBefore }: WriteEndpoint<Input, string | null>,
  request: CrmRequestQuery,
  send: () => Promise<string | null>,
): Promise<QueuedRequest> {
  const id = request.clientRequestId;
  try {
    return { id, alreadySent: false, requestId: await send() };
  } catch (error) {
    if (!(error instanceof GongError)) throw error;
    if (isDoneBefore?.(error, request as Input) === true) {
      return { id, alreadySent: true, requestId: error.requestId ?? null };
    }
    if (error.kind !== 'outcome-unknown') throw error;
    throw withHint(
      error,
      `It is safe to try again with the clientRequestId "${id}": Gong accepts each ID only once.`,
    );
  }
}

async function replaceSchema(
  { allowTypeChanges, ...replacement }: SchemaReplacement,
  { writes, loaders }: CrmOptions,
): Promise<{ readonly requestId: string | null }> {
  writes.check(uploadCrmSchemaField);
  const { integrationId, objectType, fields } = replacement;
  const present = await loaders().reads.one(listCrmSchemaFields, objectType, integrationId);
  const fieldsByName = new Map(fields.map((field) => [field.uniqueName, field]));
  const missing: string[] = [];
  const changed: string[] = [];
  for (const { uniqueName, name, type } of present?.fields ?? []) {
    const field = text(uniqueName) ?? text(name);
    if (field === null) continue;
    const next = fieldsByName.get(field);
    if (next === undefined) missing.push(field);
    else if (next.isDeleted !== true && type != null && next.type !== type) changed.push(field);
  }
  if (missing.length > 0) {
    throw refusal(
      `must hold every field of the schema. These are missing: ${missing.join(', ')}. Add them, or add them ` +
        'with isDeleted to delete them with their values',
    );
  }
  if (changed.length > 0 && !allowTypeChanges) {
    throw refusal(
      `must not change the type of a field, because Gong then deletes its values: ${changed.join(', ')}. ` +
        'Set allowTypeChanges to change it anyway',
    );
  }
  return { requestId: await writes.send(uploadCrmSchemaField, replacement) };
}

function refusal(problem: string): InputError {
  return new InputError('BAD_USER_INPUT', `Argument "replaceCrmSchema(input.fields:)" ${problem}.`);
}

/** Sends rows as one file. */
function sendRows(
  request: CrmUploadRequest,
  lines: readonly string[],
  options: CrmOptions,
): Promise<string | null> {
  const file = Buffer.from(lines.join(''));
  const bytes = (async function* () {
    yield await Promise.resolve(file);
  })();
  return sendFile(request, bytes, options);
}

/** Passes a file on to Gong as it arrives. The wait for it does not count toward the operation's deadline. */
async function passOn(
  request: CrmUploadRequest,
  coming: IncomingFile,
  options: CrmOptions,
): Promise<string | null> {
  const { operation, writes, uploads } = options;
  const chunks = new Chunks(coming.stream, uploads.clock, uploads.idleTimeoutMs, 'file');
  try {
    writes.check(uploadCrmData);
    const bytes = await withoutDeadline(checkCrmFile(coming, chunks), operation);
    return await sendFile(request, bytes, options);
  } finally {
    chunks.discardRest();
  }
}

function sendFile(
  request: CrmUploadRequest,
  bytes: AsyncIterable<Buffer>,
  options: CrmOptions,
): Promise<string | null> {
  const form = fileForm('dataFile', {
    bytes,
    fileName: `${request.objectType.toLowerCase()}.ldjson`,
    contentType: 'application/x-ndjson',
    idleTimeoutMs: options.uploads.idleTimeoutMs + GONG_GRACE_MS,
  });
  return sendForm(uploadCrmData, request, form, options);
}
