/** Replaces a value that is not shown. */
export const REDACTED = '[redacted]';

/** Names of members that contain a credential of any form. */
const SECRET_NAME =
  /token|csrf|xsrf|session|cookie|authorization|password|passwd|secret|credential|api-?_?key|nonce/i;
/** Names of members that contain the address of a machine. */
const ADDRESS_NAME =
  /^(ip|.*[a-z0-9]Ip|.*ip_?-?addr(ess)?(es)?|x-forwarded-for|forwarded|remote_?-?(addr|host)(ess)?)$/i;

const IPV4 = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/g;
const IPV6 = /(?<![\w:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])/gi;
/** A parameter of a URL or form, or a member of JSON within a text. */
const PARAMETER = /(["']?)([\w-]+)\1(\s*[=:]\s*)("[^"]*"|'[^']*'|[^\s&;,}\]"']+)/g;
/** A JWT, or the text after `Bearer`. */
const TOKEN = /\beyJ[\w-]+\.[\w-]+\.[\w-]*|\b(Bearer|Basic)\s+[\w.~+/=-]+/gi;

/** Returns a copy of a JSON value without the credentials and IP addresses in it. */
export function redacted(value: unknown): unknown {
  if (typeof value === 'string') return withoutSecrets(value);
  if (Array.isArray(value)) return value.map(redacted);
  if (typeof value !== 'object' || value === null) return value;
  const { name } = value as { readonly name?: unknown };
  // Headers can be a list of names and values.
  const isNamedSecret = typeof name === 'string' && isSecret(name) && 'value' in value;
  return Object.fromEntries(
    Object.entries(value).map(([member, each]) => {
      const isHidden = isSecret(member) || (isNamedSecret && member === 'value');
      return [member, isHidden && each !== null ? REDACTED : redacted(each)];
    }),
  );
}

function isSecret(name: string): boolean {
  return SECRET_NAME.test(name) || ADDRESS_NAME.test(name);
}

function withoutSecrets(text: string): string {
  return text
    .replace(PARAMETER, (whole, quote: string, name: string, between: string) =>
      isSecret(name) ? `${quote}${name}${quote}${between}${REDACTED}` : whole,
    )
    .replace(TOKEN, REDACTED)
    .replace(IPV4, REDACTED)
    .replace(IPV6, (found) => (isAddress(found) ? REDACTED : found));
}

/** Times of day look similar. An address has a letter, a double colon, or eight parts. */
function isAddress(text: string): boolean {
  return text.includes('::') || /[a-f]/i.test(text) || text.split(':').length === 8;
}
