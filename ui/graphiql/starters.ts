import { withDays } from './starterDays.js';

/** One tab of GraphiQL: the members that its `defaultTabs` reads. */
export interface Starter {
  readonly query: string;
  readonly variables: string | null;
}

const queries = import.meta.glob<string>('./starters/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const variables = import.meta.glob<string>('./starters/*.variables.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/**
 * The starter queries, by the names of their operations. `n-name.graphql` may have a `n-name.variables.json` beside
 * it.
 */
export const startersByName: ReadonlyMap<string, Starter> = new Map(
  Object.entries(queries).map(([file, text]) => [
    /^(?:query|mutation) (\w+)/m.exec(text)?.[1] ?? file,
    { query: text.trimEnd(), variables: variablesOf(file) },
  ]),
);

/** Opens when the page is used for the first time. Not one with variables: GraphiQL would not show them. */
const FIRST = './starters/1-latest-calls.graphql';
export const firstStarter: Starter = { query: (queries[FIRST] ?? '').trimEnd(), variables: null };

function variablesOf(file: string): string | null {
  const text = variables[file.replace(/\.graphql$/, '.variables.json')];
  return text === undefined ? null : withDays(text.trimEnd(), Date.now());
}
