import { readdirSync, readFileSync } from 'node:fs';

const directory = new URL('../../ui/graphiql/starters/', import.meta.url);

export interface StarterFile {
  file: string;
  query: string;
  variables: Record<string, unknown>;
}

/** The starter queries as GraphiQL gets them: each with the variables that stand beside it. */
export function readStarters(): StarterFile[] {
  const files = readdirSync(directory).sort(new Intl.Collator('en', { numeric: true }).compare);
  return files
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => {
      const variables = file.replace(/\.graphql$/, '.variables.json');
      return {
        file,
        query: readFileSync(new URL(file, directory), 'utf8'),
        variables: files.includes(variables)
          ? (JSON.parse(readFileSync(new URL(variables, directory), 'utf8')) as Record<
              string,
              unknown
            >)
          : {},
      };
    });
}
