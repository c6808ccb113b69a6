import { readdirSync, readFileSync } from 'node:fs';
import { withDays } from '../../ui/graphiql/starterDays.js';

const directory = new URL('../../ui/graphiql/starters/', import.meta.url);

export interface StarterFile {
  file: string;
  query: string;
  variables: Record<string, unknown>;
}

/**
 * Returns the starter queries as GraphiQL gets them: each with the variables of the file beside it.
 *
 * @param nowMs milliseconds since the epoch, from which days in the variables are counted.
 */
export function readStarters(nowMs = Date.now()): StarterFile[] {
  const read = (file: string): string => readFileSync(new URL(file, directory), 'utf8');
  const files = readdirSync(directory).sort(new Intl.Collator('en', { numeric: true }).compare);
  return files
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => {
      const variables = file.replace(/\.graphql$/, '.variables.json');
      return {
        file,
        query: read(file),
        variables: files.includes(variables)
          ? (JSON.parse(withDays(read(variables), nowMs)) as Record<string, unknown>)
          : {},
      };
    });
}
