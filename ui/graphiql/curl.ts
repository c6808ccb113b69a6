/** A client request as the page would send it. */
export interface CurlRequest {
  readonly url: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly operationName: string | undefined;
  /** Of the headers pane. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whether the page has a token. */
  readonly hasToken: boolean;
}

/** Headers whose values are likely credentials. */
const SECRET_HEADER = /auth|cookie|token|secret|password|key/i;
/** Characters that a shell interprets between double quotes. */
const SPECIAL_IN_DOUBLE_QUOTES = /["\\$`]/g;

/** Returns a text as one word of a POSIX shell. */
function shellWord(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** Returns the command that sends a request. Credentials are variables of the shell, such as `$TOKEN`. */
export function curlCommand(request: CurlRequest): string {
  const { url, query, variables, operationName, headers, hasToken } = request;
  const given = Object.entries(headers);
  const words = [`curl ${shellWord(url)}`, `-H 'Content-Type: application/json'`];
  if (hasToken && !given.some(([name]) => name.toLowerCase() === 'authorization')) {
    words.push('-H "Authorization: Bearer $TOKEN"');
  }
  for (const [name, value] of given) {
    if (name.toLowerCase() !== 'content-type') words.push(`-H ${headerWord(name, value)}`);
  }
  // JSON leaves out members that are undefined.
  const body = JSON.stringify({ query, variables, operationName });
  words.push(`--data-raw ${shellWord(body)}`);
  return words.join(' \\\n  ');
}

function headerWord(name: string, value: string): string {
  if (!SECRET_HEADER.test(name)) return shellWord(`${name}: ${value}`);
  const isAuthorization = name.toLowerCase() === 'authorization';
  const scheme = isAuthorization && /^bearer /i.test(value) ? 'Bearer ' : '';
  const variable = isAuthorization ? 'TOKEN' : name.toUpperCase().replace(/[^A-Z0-9]/g, '_');
  return `"${name.replace(SPECIAL_IN_DOUBLE_QUOTES, String.raw`\$&`)}: ${scheme}$${variable}"`;
}
