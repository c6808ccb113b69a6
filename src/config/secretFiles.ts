import type { ReadFile } from './persistedDocuments.js';
import type { Environment, ParseResult } from './values.js';

/** Ends the name of the variable that names a file with the value of a secret. */
const SUFFIX = '_FILE';

/** Returns the variable that names the file of a secret. */
export function fileVariable<Name extends string>(name: Name): `${Name}_FILE` {
  return `${name}${SUFFIX}`;
}

/**
 * Returns the variables with the secrets that files hold: `GATEWAY_SECRET_FILE=/run/secrets/gateway` sets
 * `GATEWAY_SECRET`.
 *
 * @param environment as `nonEmptyVariables` returns it.
 * @param secrets names of the variables that may come from files.
 */
export function readSecretFiles(
  environment: Environment,
  secrets: readonly string[],
  readFile: ReadFile,
): ParseResult<Record<string, string>> {
  const value: Record<string, string> = {};
  const problems: string[] = [];
  for (const [name, text] of Object.entries(environment)) {
    if (text !== undefined && !secrets.some((each) => fileVariable(each) === name)) {
      value[name] = text;
    }
  }
  for (const name of secrets) {
    const variable = fileVariable(name);
    const path = environment[variable]?.trim();
    if (path === undefined) continue;
    if (name in value) {
      problems.push(`${name} and ${variable} are both set. Unset one of them.`);
      continue;
    }
    const content = contentOf(path, readFile);
    if ('problem' in content) problems.push(`${variable} names ${path}, ${content.problem}`);
    else value[name] = content.text;
  }
  return { value, problems };
}

/** A problem is the end of a sentence, and repeats nothing of the content. */
function contentOf(
  path: string,
  readFile: ReadFile,
): { readonly text: string } | { readonly problem: string } {
  let text: string;
  try {
    // Editors and `echo` end a file with a line break.
    text = readFile(path).replace(/\r?\n$/, '');
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    const reason = typeof code === 'string' ? ` (${code})` : '';
    return {
      problem: `which cannot be read${reason}. Set it to the path of a file that the gateway may read.`,
    };
  }
  return text.trim() === ''
    ? { problem: 'which is empty. Write the secret into the file.' }
    : { text };
}
