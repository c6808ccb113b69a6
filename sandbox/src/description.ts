import { existsSync, readFileSync } from 'node:fs';
import type { JsonObject } from './json.js';

/** One parameter of an operation, as described. */
export interface ParameterDescription {
  name: string;
  in: 'query' | 'path' | 'header' | 'cookie';
  required?: boolean;
  schema?: JsonObject;
}

/** What the sandbox takes from an operation of the description. */
export interface OperationDescription {
  operationId: string;
  /** Upper case. */
  method: string;
  /** Path template, e.g. `/v2/calls/{id}`. */
  path: string;
  /** Scopes that the credential must have, all of them. */
  scopes: readonly string[];
  parameters: readonly ParameterDescription[];
  /** Schema of the JSON request body; undefined when the operation takes none. */
  bodySchema: JsonObject | undefined;
  /** Schema of each JSON answer by status, references to shared answers followed. */
  answerSchemas: ReadonlyMap<string, JsonObject>;
}

/** The API description, read once per process. */
export interface ApiDescription {
  operations: readonly OperationDescription[];
  /** The whole document: what the references inside the schemas point into. */
  document: JsonObject;
}

interface RawMedia {
  content?: { 'application/json'?: { schema?: JsonObject } };
}
interface RawOperation {
  operationId?: string;
  'x-gong-scopes'?: string[];
  parameters?: ParameterDescription[];
  requestBody?: RawMedia;
  responses?: Record<string, RawMedia & { $ref?: string }>;
}
interface RawDocument extends JsonObject {
  paths: Record<string, Record<string, RawOperation>>;
  components: { responses?: Record<string, RawMedia> };
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];
let loaded: ApiDescription | undefined;

/**
 * Returns Gong's API description from `gong-api/openapi.json` of this package, which `npm run codegen` writes from
 * `openapi.yaml`. Read at the first use.
 */
export const apiDescription = (): ApiDescription => {
  loaded ??= load();
  return loaded;
};

const load = (): ApiDescription => {
  // The package's root is two folders up from the source, and three from the compiled file in dist/.
  const candidates = ['../../', '../../../'].map(
    (root) => new URL(`${root}gong-api/openapi.json`, import.meta.url),
  );
  const file = candidates.find((candidate) => existsSync(candidate));
  if (file === undefined) throw new Error('gong-api/openapi.json is missing from the package.');
  const document = JSON.parse(readFileSync(file, 'utf8')) as RawDocument;
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => METHODS.includes(method))
      .map(([method, raw]) => describe(document, path, method, raw)),
  );
  return { operations, document };
};

const describe = (
  document: RawDocument,
  path: string,
  method: string,
  raw: RawOperation,
): OperationDescription => ({
  operationId: raw.operationId ?? `${method} ${path}`,
  method: method.toUpperCase(),
  path,
  scopes: raw['x-gong-scopes'] ?? [],
  parameters: raw.parameters ?? [],
  bodySchema: jsonSchemaOf(raw.requestBody),
  answerSchemas: new Map(
    Object.entries(raw.responses ?? {}).flatMap(([status, response]) => {
      const shared = response.$ref?.split('/').pop();
      const target = shared ? document.components.responses?.[shared] : response;
      const schema = jsonSchemaOf(target);
      return schema ? [[status, schema] as const] : [];
    }),
  ),
});

const jsonSchemaOf = (media: RawMedia | undefined): JsonObject | undefined =>
  media?.content?.['application/json']?.schema;
