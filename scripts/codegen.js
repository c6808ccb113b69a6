/**
 * Writes the generated sources and gong-api/openapi.json: `npm run codegen`. With `--check` nothing is written; the
 * command fails when a committed file differs from what would be written, so that CI notices a forgotten run.
 *
 *   src/gong/generated/types.ts       Gong's wire types          from gong-api/openapi.yaml
 *   src/gong/generated/operations.ts  every operation of the API from gong-api/openapi.yaml
 *   src/gong/generated/catalog.ts     every declared endpoint      from src/gong/endpoints/*.ts
 *   src/graphql/generated/graphql.ts  resolver types             from schema/*.graphql, as codegen.ts says
 *   src/graphql/generated/models.ts   parents of resolvers       from src/graphql/resolvers/*.ts and schema/*.graphql
 *   src/graphql/generated/resolvers.ts  every resolver            from src/graphql/resolvers/*.ts and schema/*.graphql
 *   gong-api/openapi.json             what the sandbox reads     from gong-api/openapi.yaml, which takes 100 times as long
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { generate, loadContext } from '@graphql-codegen/cli';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';
import { readArguments } from './lib/arguments.js';
import { readConnections, readResolvers } from './lib/resolvers.js';

const { check } = readArguments(
  `Usage: npm run codegen [-- --check]

Writes the generated sources from the description of Gong's API and from schema/.

  --check     Writes nothing, and ends with 1 when a committed file is not current.
  -h, --help  Prints this text.`,
  { check: { type: 'boolean' } },
);

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const description = join(root, 'gong-api', 'openapi.yaml');
const generated = join(root, 'src', 'gong', 'generated');

/** Members of an OpenAPI path item that are operations; the others (`servers`, `parameters`) are shared settings. */
const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace'];

/** What a request may do at Gong. */
const EFFECTS = ['read', 'write', 'charge'];

const banner = (source) => `// Written by \`npm run codegen\` from ${source}. Do not edit.\n`;

/** Gong's request and response bodies, member by member. */
async function gongTypes() {
  const ast = await openapiTS(pathToFileURL(description), { silent: true });
  return banner('gong-api/openapi.yaml') + '\n' + astToString(ast);
}

/** What the generated file says of an operation. */
const GONG_OPERATION = `export interface GongOperation {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'PATCH' | 'HEAD' | 'OPTIONS' | 'TRACE';
  /** With its parameters in braces, as in \`/v2/calls/{id}\`. */
  readonly path: string;
  /** OAuth scopes that every request of this operation needs. */
  readonly scopes: readonly string[];
  /** Further scopes, needed only for certain request members. */
  readonly conditionalScopes: readonly string[];
  readonly summary: string;
  /** \`beta\`, \`legacy\` or \`withdrawn\`; null where the operation is generally available. */
  readonly status: string | null;
  /** \`read\` changes nothing, so that it may be sent again; \`charge\` reads, and costs credits each time. */
  readonly effect: 'read' | 'write' | 'charge';
  /** Statuses with which Gong answers until it has enabled the feature for the company. */
  readonly unlicensed: readonly number[];
  /** What its request carries; null where it has no body. */
  readonly body: 'json' | 'multipart' | null;
  /** Those of its path's parameters that are ids of Gong's: 1 to 20 digits. */
  readonly ids: readonly string[];
}`;

/** The table of operations: what the scope list, the raw requests and the error texts are derived from. */
function gongOperations(document) {
  const operations = operationsIn(document);
  // By name, so that moving an operation in the description changes nothing here.
  operations.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const duplicate = operations.find(([id], index) => operations[index - 1]?.[0] === id);
  if (duplicate) throw new Error(`operationId ${duplicate[0]} stands twice in the description`);
  const table = Object.fromEntries(operations);
  return `${banner('gong-api/openapi.yaml')}
${GONG_OPERATION}

/** Every operation of Gong's API by its operationId. */
export const gongOperations = ${JSON.stringify(table, null, 2)} as const satisfies Record<string, GongOperation>;

export type GongOperationId = keyof typeof gongOperations;

${enumOf(document, 'languageCodes', 'NewCallAddingRequest', 'languageCode')}
${enumOf(document, 'crmSystems', 'CallUploadContext', 'system')}
${enumOf(document, 'crmObjectTypes', 'ExternalCrmCallObject', 'objectType')}
${enumOf(document, 'agentPlatforms', 'ContentViewedEvent', 'agentPlatform')}`;
}

/** The operations of a description, each under its operationId. */
function operationsIn({ paths }) {
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method] !== undefined).map((method) => {
      const operation = item[method];
      if (typeof operation.operationId !== 'string') {
        throw new Error(`${method.toUpperCase()} ${path} has no operationId`);
      }
      if (!EFFECTS.includes(operation['x-gong-effect'])) {
        throw new Error(`${operation.operationId} has no x-gong-effect: ${EFFECTS.join(', ')}`);
      }
      return [
        operation.operationId,
        {
          method: method.toUpperCase(),
          path,
          scopes: operation['x-gong-scopes'] ?? [],
          conditionalScopes: Object.keys(operation['x-gong-conditional-scopes'] ?? {}),
          summary: operation.summary ?? '',
          status: operation['x-gong-status'] ?? null,
          effect: operation['x-gong-effect'],
          unlicensed: operation['x-gong-unlicensed'] ?? [],
          body: bodyKind(operation.requestBody),
          ids: idParameters(operation.parameters),
        },
      ];
    }),
  );
}

/** Values that Gong takes where our schema has a string: checked before a request is spent on them. */
function enumOf({ components }, name, schema, property) {
  const values = components.schemas[schema].properties[property].enum;
  return `/** What \`${schema}.${property}\` may be. */
export const ${name}: readonly string[] = ${JSON.stringify(values)};
`;
}

function idParameters(parameters = []) {
  return parameters
    .filter((parameter) => parameter.in === 'path' && parameter.schema?.$ref?.endsWith('/GongId'))
    .map(({ name }) => name);
}

function bodyKind(requestBody) {
  const types = Object.keys(requestBody?.content ?? {});
  if (types.length === 0) return null;
  return types.includes('multipart/form-data') ? 'multipart' : 'json';
}

/** Every declaration in src/gong/endpoints: `export const listCalls = reads(…)`, or `writes(…)`. */
async function endpointCatalog() {
  const folder = join(root, 'src', 'gong', 'endpoints');
  const imports = [];
  const names = { reads: [], writes: [] };
  for (const file of (await readdir(folder)).sort()) {
    const source = await readFile(join(folder, file), 'utf8');
    const found = [...source.matchAll(/^export const (\w+) = (reads|writes)\(/gm)];
    if (found.length === 0) continue;
    for (const [, name, kind] of found) names[kind].push(name);
    const listed = found.map(([, name]) => `  ${name},\n`).join('');
    imports.push(`import {\n${listed}} from '../endpoints/${file.replace(/\.ts$/, '.js')}';`);
  }
  const list = (kind) => names[kind].map((name) => `  ${name},\n`).join('');
  return `${banner('src/gong/endpoints/*.ts')}
${imports.join('\n')}

/** Every Gong endpoint that reads. */
export const readEndpoints = [\n${list('reads')}] as const;

/** Every Gong endpoint that changes something. */
export const writeEndpoints = [\n${list('writes')}] as const;
`;
}

const resolverBanner = banner('src/graphql/resolvers/*.ts and schema/*.graphql');

/** The parent of each GraphQL type's resolvers. Connections and their edges have those of their nodes. */
function resolverModels(models, connections) {
  const pages = connections.map(({ connection, edge, node, hasCoverage }, index) => {
    const coverage = hasCoverage ? ' & Coverage' : '';
    const isFirst = connections.findIndex((each) => each.edge === edge) === index;
    return (
      `export type ${connection}Model = ConnectionModel<${node}Model>${coverage};\n` +
      (isFirst ? `export type ${edge}Model = ConnectionEntry<${node}Model>;\n` : '')
    );
  });
  const nodes = new Set(connections.map(({ node }) => node));
  const imports = models.flatMap(({ from, types }) => {
    const names = types.filter((type) => nodes.has(type)).map((type) => `${type}Model`);
    return names.length === 0 ? [] : [`import type { ${names.join(', ')} } from '${from}';\n`];
  });
  const exports = models.map(
    ({ from, types }) =>
      `export type { ${types.map((type) => `${type}Model`).join(', ')} } from '${from}';\n`,
  );
  return `${resolverBanner}
import type { ConnectionEntry, ConnectionModel, Coverage } from '../../operation/loaders/connection.js';
${imports.join('')}
${exports.join('')}
${pages.join('')}`;
}

/** Every resolver of the schema, but those that the schema itself adds. */
function resolverIndex(resolvers, connections) {
  const imports = resolvers.map(
    ({ from, names }) => `import { ${names.join(', ')} } from '${from}';\n`,
  );
  const names = resolvers.flatMap((each) => each.names);
  const pages = connections.map(({ connection, edge: type, hasTotal, hasCoverage }) => {
    const resolver = hasCoverage ? 'coveredConnection' : hasTotal ? 'connection' : 'feed';
    return `  { ${connection}: ${resolver}, ${type}: edge },\n`;
  });
  return `${resolverBanner}
import type { Resolvers } from './graphql.js';
import { connection, coveredConnection, edge, feed } from '../resolvers/connections.js';
${imports.join('')}
/** Every resource's resolvers; \`createSchema\` merges them. */
export const resolvers: readonly Resolvers[] = [
${pages.join('')}${names.map((name) => `  ${name},\n`).join('')}];
`;
}

/**
 * Resolver types, exactly as the codegen command line would write them, but kept in memory.
 *
 * @param models names of the GraphQL types whose resolvers have a parent of their own.
 */
async function resolverTypes(models) {
  const schemas = (await readdir(join(root, 'schema'))).filter((name) => name.endsWith('.graphql'));
  if (schemas.length === 0) {
    throw new Error('schema/ holds no .graphql file, so resolver types cannot be generated');
  }
  const context = await loadContext(join(root, 'codegen.ts'));
  context.cwd = root;
  // Its progress output is drawn for terminals and says nothing that this script doesn't.
  const { generates } = context.getConfig();
  for (const { config } of Object.values(generates)) {
    config.mappers = Object.fromEntries(models.map((type) => [type, `./models.js#${type}Model`]));
  }
  context.updateConfig({ silent: true, errorsOnly: true, generates });
  const files = await generate(context, false).catch((error) => {
    // A broken schema is reported as a list of errors, each with its place; the stack says nothing more.
    const errors = error instanceof AggregateError ? error.errors : [error];
    console.error(errors.map(({ message }) => message).join('\n'));
    process.exit(1);
  });
  return files.map(({ filename, content }) => [resolve(root, filename), content]);
}

/** Each step on its own, so that Gong's types are there even while the schema doesn't load. */
async function* outputs() {
  yield [join(generated, 'types.ts'), await gongTypes()];
  const document = parse(await readFile(description, 'utf8'));
  yield [join(generated, 'operations.ts'), gongOperations(document)];
  yield [join(generated, 'catalog.ts'), await endpointCatalog()];
  yield [join(root, 'gong-api', 'openapi.json'), `${JSON.stringify(document, null, 1)}\n`];
  const { resolvers, models } = await readResolvers(root);
  const connections = await readConnections(root);
  const resolverFolder = join(root, 'src', 'graphql', 'generated');
  yield [join(resolverFolder, 'models.ts'), resolverModels(models, connections)];
  yield [join(resolverFolder, 'resolvers.ts'), resolverIndex(resolvers, connections)];
  yield* await resolverTypes([
    ...models.flatMap(({ types }) => types),
    ...connections.flatMap(({ connection, edge }) => [connection, edge]),
  ]);
}

if (check) {
  const stale = [];
  for await (const [file, content] of outputs()) {
    const committed = await readFile(file, 'utf8').catch(() => null);
    if (committed === null) stale.push(`${relative(root, file)} is missing`);
    else if (committed !== content) stale.push(`${relative(root, file)} is out of date`);
  }
  if (stale.length > 0) {
    console.error(`${stale.join('\n')}\nRun \`npm run codegen\` and commit what it writes.`);
    process.exit(1);
  }
  console.log('The generated sources and gong-api/openapi.json are current.');
} else {
  await mkdir(generated, { recursive: true });
  for await (const [file, content] of outputs()) {
    await writeFile(file, content);
    console.log(`wrote ${relative(root, file)}`);
  }
}
