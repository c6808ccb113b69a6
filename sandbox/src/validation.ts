import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { apiDescription, type OperationDescription } from './description.js';
import { badRequest, TEXTS } from './errors.js';
import { isObject, type JsonObject } from './json.js';

/** Something a request carried that the description does not have. Gong ignores it in silence. */
export interface Undocumented {
  operationId: string;
  where: 'query' | 'body';
  /** Parameter name, or dotted path of the member, e.g. `filter.limit`. */
  name: string;
}

/** The parts of a request after validation. */
export interface ValidInputs {
  path: Readonly<Record<string, string>>;
  /** Described query parameters only, booleans and numbers converted. */
  query: JsonObject;
  body: JsonObject;
}

/** Largest id: Gong reads ids as signed 64-bit integers. */
const MAX_ID = 2n ** 63n - 1n;
const DOCUMENT = 'gong';

const createAjv = (coerceTypes: boolean): Ajv2020 => {
  const ajv = new Ajv2020({
    strict: false,
    coerceTypes,
    validateSchema: false,
    // The description also uses formats of OpenAPI (int32, binary), which say nothing about text.
    logger: false,
  });
  formats.default(ajv);
  // An id beyond 64 bits has the right pattern, and Gong refuses it all the same.
  ajv.addFormat('gong-id', (text: string) => BigInt(text) <= MAX_ID);
  ajv.addSchema(withIdFormat(apiDescription().document), DOCUMENT);
  return ajv;
};

let queryAjv: Ajv2020 | undefined;
let bodyAjv: Ajv2020 | undefined;
const queryValidators = new Map<string, ValidateFunction>();
const bodyValidators = new Map<string, ValidateFunction>();

/**
 * Checks path, query and body of a request against the description, and refuses with 400 what it does
 * not allow. Unknown names pass, as they do at Gong, but are reported.
 */
export const validateInputs = (
  operation: OperationDescription,
  path: Readonly<Record<string, string>>,
  rawQuery: URLSearchParams,
  bodyText: string,
  report: (found: Undocumented) => void,
): ValidInputs => {
  const { operationId, bodySchema } = operation;
  for (const [name, value] of Object.entries(path)) checkPath(operation, name, value);
  const described = operation.parameters.filter((parameter) => parameter.in === 'query');
  const names = new Set(described.map(({ name }) => name));
  const query: JsonObject = {};
  for (const [name, value] of rawQuery) {
    if (names.has(name)) query[name] = value;
    else report({ operationId, where: 'query', name });
  }
  const body = bodySchema ? parseBody(bodyText, bodySchema) : {};
  for (const name of bodySchema ? unknownMembers(body, bodySchema) : []) {
    report({ operationId, where: 'body', name });
  }
  checkQuery(operation, query);
  if (!bodySchema) return { path, query, body };
  return { path, query, body: checkBody(operation, bodySchema, body) };
};

const checkPath = (operation: OperationDescription, name: string, value: string): void => {
  const schema = operation.parameters.find(
    (parameter) => parameter.in === 'path' && parameter.name === name,
  )?.schema;
  // All paths imitated so far carry Gong ids.
  const isId = typeof schema?.['$ref'] === 'string' && schema['$ref'].endsWith('/GongId');
  if (isId && (!/^[0-9]{1,20}$/.test(value) || BigInt(value) > MAX_ID)) {
    throw badRequest(TEXTS.parse);
  }
};

const checkQuery = (operation: OperationDescription, query: JsonObject): void => {
  const validate = remember(queryValidators, operation.operationId, () => {
    const described = operation.parameters.filter((parameter) => parameter.in === 'query');
    queryAjv ??= createAjv(true);
    return queryAjv.compile({
      type: 'object',
      properties: Object.fromEntries(
        described.map(({ name, schema }) => [name, absoluteRefs(schema ?? {})]),
      ),
      required: described.filter(({ required }) => required).map(({ name }) => name),
    });
  });
  const texts = { ...query };
  if (validate(query)) {
    // As numbers, these would lose digits.
    for (const { name, schema } of operation.parameters) {
      if (schema?.['format'] === 'int64' && name in texts) query[name] = texts[name];
    }
    return;
  }
  const [error] = validate.errors ?? [];
  if (error?.keyword === 'required') {
    const name = String(error.params['missingProperty']);
    // The one operation with hyphens in its names says it in words of its own.
    throw badRequest(
      name.includes('-') ? `${name} parameter is missing` : `${name}: may not be null`,
    );
  }
  if (error?.keyword === 'format' && error.params['format'] === 'date-time') {
    throw badRequest(`${error.instancePath.slice(1)}: must be an ISO-8601 date-time with a zone`);
  }
  throw badRequest(TEXTS.parse);
};

/** An object, or a list where the description has one. */
const parseBody = (text: string, schema: JsonObject): JsonObject => {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw badRequest(TEXTS.parse);
  }
  const isExpected = schema['type'] === 'array' ? Array.isArray(body) : isObject(body);
  if (!isExpected) throw badRequest(TEXTS.parse);
  return body as JsonObject;
};

/** The body without lists that are null: the text about empty lists allows that. */
const checkBody = (
  operation: OperationDescription,
  schema: JsonObject,
  given: JsonObject,
): JsonObject => {
  const filter = isObject(given['filter']) ? Object.entries(given['filter']) : undefined;
  const empty = filter?.find(([, value]) => Array.isArray(value) && value.length === 0);
  if (empty) throw badRequest(TEXTS.emptyList(`filter.${empty[0]}`));
  const kept = filter?.filter(([name, value]) => value !== null || !isListMember(schema, name));
  const body = kept ? { ...given, filter: Object.fromEntries(kept) } : given;
  const validate = remember(bodyValidators, operation.operationId, () => {
    bodyAjv ??= createAjv(false);
    return bodyAjv.compile(absoluteRefs(schema));
  });
  if (validate(body)) return body;
  const [error] = validate.errors ?? [];
  if (error?.keyword === 'required') {
    const parent = error.instancePath.slice(1).replaceAll('/', '.');
    const name = String(error.params['missingProperty']);
    throw badRequest(`${parent ? `${parent}.` : ''}${name}: may not be null`);
  }
  throw badRequest(TEXTS.parse);
};

const isListMember = (schema: JsonObject, name: string): boolean => {
  const filter = propertiesOf(propertiesOf(schema)?.['filter']);
  const member = filter?.[name];
  return isObject(member) && member['type'] === 'array';
};

/** Dotted paths of the members that the schema does not describe, at any depth. */
const unknownMembers = (value: unknown, schema: unknown, prefix = ''): string[] => {
  const properties = propertiesOf(schema);
  if (!isObject(value) || !properties) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const described = properties[name];
    if (described === undefined) return [`${prefix}${name}`];
    return unknownMembers(member, described, `${prefix}${name}.`);
  });
};

const propertiesOf = (schema: unknown): JsonObject | undefined => {
  const target = follow(schema);
  return isObject(target) && isObject(target['properties']) ? target['properties'] : undefined;
};

const follow = (schema: unknown): unknown => {
  if (!isObject(schema) || typeof schema['$ref'] !== 'string') return schema;
  let target: unknown = apiDescription().document;
  for (const step of schema['$ref'].replace(/^#\//, '').split('/')) {
    target = isObject(target) ? target[step] : undefined;
  }
  return follow(target);
};

/** Schemas compiled on their own still have to find what they refer to inside the document. */
const absoluteRefs = (schema: JsonObject): JsonObject =>
  JSON.parse(
    JSON.stringify(schema, (name, value: unknown) =>
      name === '$ref' && typeof value === 'string' ? `${DOCUMENT}${value}` : value,
    ),
  ) as JsonObject;

const withIdFormat = (document: JsonObject): JsonObject => {
  const components = document['components'] as JsonObject;
  const schemas = components['schemas'] as JsonObject;
  const GongId = { ...(schemas['GongId'] as JsonObject), format: 'gong-id' };
  return { ...document, components: { ...components, schemas: { ...schemas, GongId } } };
};

const remember = <T>(known: Map<string, T>, key: string, make: () => T): T => {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
};
