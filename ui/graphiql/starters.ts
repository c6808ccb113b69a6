import { withDays } from './starterDays.js';

/** One tab of GraphiQL: the members that its `defaultTabs` reads. */
export interface Starter {
  query: string;
  variables: string | null;
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
 * The starter queries, one tab each, in the order of their file names. `n-name.graphql` may have a
 * `n-name.variables.json` beside it. Not the first one: GraphiQL shows no variables of the tab that it opens with.
 */
export const starters: Starter[] = Object.keys(queries)
  .sort(new Intl.Collator('en', { numeric: true }).compare)
  .map((file) => ({
    query: (queries[file] ?? '').trimEnd(),
    variables: variablesOf(file),
  }));

function variablesOf(file: string): string | null {
  const text = variables[file.replace(/\.graphql$/, '.variables.json')];
  return text === undefined ? null : withDays(text.trimEnd(), Date.now());
}
