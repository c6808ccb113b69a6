import type { Company, Crm, CrmIntegration, CrmRequest, CrmSchemaField } from '../company/types.js';
import { badRequest, conflict } from '../errors.js';
import { isObject, type JsonObject } from '../json.js';
import { ok, type Answer, type Handler, type OperationRequest } from './types.js';

/** Milliseconds after which a request is worked on, and is done. */
const STARTS_AFTER_MS = 5000;
const ENDS_AFTER_MS = 20_000;
const MAX_ERRORS = 20;
const MAX_OBJECTS = 100;

/** `GET /v2/crm/integrations`. */
export const listGenericCrmIntegration: Handler = ({ company: { crm } }) =>
  ok({ integrations: crm.integration === null ? [] : [withNumber(crm.integration)] });

/** `PUT /v2/crm/integrations`: makes one, and changes none. */
export const registerGenericCrmIntegration: Handler = ({ company: { crm }, body, newId }) => {
  if (crm.integration !== null) {
    throw conflict(`An active GENERIC integration already exists: ${crm.integration.name}`);
  }
  crm.integration = {
    integrationId: newId(),
    name: body['name'] as string,
    ownerEmail: body['ownerEmail'] as string,
  };
  return ok({ integrationId: BigInt(crm.integration.integrationId) });
};

/** `DELETE /v2/crm/integrations`: with all that was uploaded. */
export const deleteGenericCrmIntegration: Handler = (request) => {
  const { crm } = request.company;
  refuseOthers(request);
  const answer = accept(request, { errors: [], totalSuccessCount: 0 });
  Object.assign(crm, { integration: null, schema: {}, objects: {} } satisfies Partial<Crm>);
  return answer;
};

/** `GET /v2/crm/entity-schema`. */
export const listCrmSchemaFields: Handler = (request) => {
  refuseOthers(request);
  const { schema } = request.company.crm;
  const type = request.query['objectType'] as string | undefined;
  return ok({
    objectTypeToSelectedFields: type === undefined ? schema : { [type]: schema[type] ?? [] },
  });
};

/** `POST /v2/crm/entity-schema`: every field that is there has to be in it. */
export const uploadCrmSchemaField: Handler = (request) => {
  refuseOthers(request);
  const { crm } = request.company;
  const type = request.query['objectType'] as string;
  const fields = request.body as unknown as readonly Partial<CrmSchemaField>[];
  const missing = (crm.schema[type] ?? []).find(
    ({ uniqueName }) => !fields.some((each) => each.uniqueName === uniqueName),
  );
  if (missing) throw badRequest(`The field ${missing.uniqueName} is missing in the schema`);
  crm.schema[type] = fields
    .filter(({ isDeleted }) => isDeleted !== true)
    .map(({ uniqueName = '', label = '', type: valueType = '', ...more }) => ({
      uniqueName,
      label,
      type: valueType,
      lastModified: more.lastModified ?? null,
      isDeleted: false,
      referenceTo: more.referenceTo ?? null,
      orderedValueList: more.orderedValueList ?? null,
    }));
  return ok({});
};

/** `GET /v2/crm/entities`, with a body: ids beyond the hundredth are passed over in silence. */
export const getCrmObjects: Handler = (request) => {
  refuseOthers(request);
  const objects = request.company.crm.objects[request.query['objectType'] as string] ?? {};
  const ids = (request.body as unknown as readonly string[]).slice(0, MAX_OBJECTS);
  return ok({ crmObjectsMap: Object.fromEntries(ids.map((id) => [id, objects[id] ?? null])) });
};

/** `POST /v2/crm/entities`: a form with the part `dataFile`, one object a line. */
export const uploadCrmData: Handler = (request) => {
  refuseOthers(request);
  const [file, ...others] = request.form.filter(({ name }) => name === 'dataFile');
  if (file?.text === undefined || others.length > 0) throw badRequest('dataFile part is missing');
  const type = request.query['objectType'] as string;
  const lines = file.text.split('\n').filter((line) => line.trim() !== '');
  const problems = lines.map((line) => problemOf(type, line));
  const answer = accept(request, {
    errors: problems.flatMap((description, index) =>
      description === null ? [] : [{ line: index + 1, description }],
    ),
    totalSuccessCount: problems.filter((problem) => problem === null).length,
  });
  for (const [index, line] of lines.entries()) {
    if (problems[index] === null) store(request.company, type, JSON.parse(line) as JsonObject);
  }
  return answer;
};

/** `GET /v2/crm/request-status`. */
export const getRequestStatus: Handler = (request) => {
  const { company, now } = request;
  const { clientRequestId, integrationId } = request.query as Record<string, string>;
  const found = company.crm.requests.find(
    (each) => each.clientRequestId === clientRequestId && each.integrationId === integrationId,
  );
  if (!found) throw badRequest(`clientRequestId ${clientRequestId ?? ''} was not found`);
  const isDone = now - found.sentAt >= ENDS_AFTER_MS;
  return ok({
    status: statusOf(found, now),
    errors: isDone ? found.errors.slice(0, MAX_ERRORS) : [],
    totalErrorCount: isDone ? found.errors.length : 0,
    totalSuccessCount: isDone ? found.totalSuccessCount : 0,
  });
};

const statusOf = ({ sentAt, errors }: CrmRequest, now: number): string => {
  if (now - sentAt < STARTS_AFTER_MS) return 'PENDING';
  if (now - sentAt < ENDS_AFTER_MS) return 'IN_PROGRESS';
  return errors.length > 0 ? 'FAILED' : 'DONE';
};

/** The id as a bare number, as Gong sends it. */
const withNumber = (integration: CrmIntegration) => ({
  ...integration,
  integrationId: BigInt(integration.integrationId),
});

const refuseOthers = ({ company, query }: OperationRequest): void => {
  if (company.crm.integration?.integrationId === query['integrationId']) return;
  throw badRequest(`integrationId ${String(query['integrationId'])} was not found`);
};

/** Queues a request whose id is new. */
const accept = (
  { company, query, now }: OperationRequest,
  result: Pick<CrmRequest, 'errors' | 'totalSuccessCount'>,
): Answer => {
  const { integrationId, clientRequestId } = query as Record<
    'integrationId' | 'clientRequestId',
    string
  >;
  const { requests } = company.crm;
  if (requests.some((each) => each.clientRequestId === clientRequestId)) {
    throw conflict(`clientRequestId ${clientRequestId} was used before`);
  }
  requests.push({ integrationId, clientRequestId, sentAt: now, ...result });
  return { status: 201, members: { clientRequestId } };
};

/** What is wrong with a line; null when nothing is. */
const problemOf = (type: string, line: string): string | null => {
  let object: unknown;
  try {
    object = JSON.parse(line);
  } catch {
    return 'The line is not valid JSON';
  }
  if (!isObject(object)) return 'The line is not a JSON object';
  const given = object;
  const missing = mandatory(type, given).find((name) => (given[name] ?? '') === '');
  return missing === undefined ? null : `Mandatory field [${missing}] is missing or empty`;
};

const mandatory = (type: string, { isDeleted }: JsonObject): readonly string[] => {
  if (type === 'STAGE') return ['objectId', 'name'];
  const isUser = type === 'BUSINESS_USER' && isDeleted !== true;
  return ['objectId', 'modifiedDate', ...(isUser ? ['emailAddress'] : [])];
};

/** Adds an object, changes it by what is sent of it, or deletes it. */
const store = ({ crm }: Company, type: string, line: JsonObject): void => {
  const objects = (crm.objects[type] ??= {});
  const id = String(line['objectId']);
  if (line['isDeleted'] === true) Reflect.deleteProperty(objects, id);
  else objects[id] = { ...objects[id], ...line };
};
