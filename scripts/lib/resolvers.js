import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';

/**
 * Reads what src/graphql/resolvers/ exports: `export const callResolvers: Pick<Resolvers, …>`, and the parents of
 * resolvers, `export interface CallModel`, each named after its GraphQL type.
 */
export async function readResolvers(root) {
  const folder = join(root, 'src', 'graphql', 'resolvers');
  const resolvers = [];
  const models = [];
  for (const file of (await readdir(folder)).sort()) {
    const source = await readFile(join(folder, file), 'utf8');
    const from = `../resolvers/${file.replace(/\.ts$/, '.js')}`;
    const namesIn = (pattern) => [...source.matchAll(pattern)].map(([, name]) => name);
    const found = namesIn(/^export const (\w+Resolvers): Pick</gm);
    if (found.length > 0) resolvers.push({ from, names: found });
    const parents = namesIn(/^export (?:interface|type) (\w+)Model\b/gm);
    if (parents.length > 0) models.push({ from, types: parents });
  }
  return { resolvers, models };
}

/** The connections of the schema: the type, its edges, and what they lead to. */
export async function readConnections(root) {
  const folder = join(root, 'schema');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.graphql')).sort();
  const documents = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  const types = new Map(
    documents
      .flatMap((document) => parse(document).definitions)
      .filter(({ kind }) => kind === Kind.OBJECT_TYPE_DEFINITION)
      .map((type) => [type.name.value, type]),
  );
  const leadsTo = (type, field) =>
    namedType(type?.fields.find(({ name }) => name.value === field)?.type);
  return [...types.values()]
    .filter(({ name }) => name.value.endsWith('Connection'))
    .map((type) => {
      const edge = leadsTo(type, 'edges');
      const has = (field) => type.fields.some(({ name }) => name.value === field);
      return {
        connection: type.name.value,
        edge,
        node: leadsTo(types.get(edge), 'node'),
        hasTotal: has('totalCount'),
        hasCoverage: has('isComplete'),
      };
    });
}

function namedType(type) {
  return type === undefined || type.kind === Kind.NAMED_TYPE
    ? type?.name.value
    : namedType(type.type);
}
