import { DatabaseError } from '../../replica/database.js';

/** Values of `sslmode` that stand for a connection that may be read or diverted. */
const WEAK_MODES = ['disable', 'allow', 'prefer', 'no-verify'];

/**
 * The URL with TLS and a checked certificate, unless the server is on this machine: what is kept is what customers said.
 *
 * @throws DatabaseError `unsupported`, when the URL asks for less.
 */
export function withTls(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new DatabaseError('unsupported', 'The URL of the database must begin with postgres://.');
  }
  const mode = url.searchParams.get('sslmode');
  if (isLocal(url)) return text;
  if (mode !== null && WEAK_MODES.includes(mode)) {
    throw new DatabaseError(
      'unsupported',
      `The URL of the database has sslmode=${mode}, which another machine can read. Use sslmode=verify-full, or remove it.`,
    );
  }
  url.searchParams.set('sslmode', 'verify-full');
  return url.href;
}

/** Takes the options of the session out of a URL: those in it would replace the ones that the gateway sets. */
export function takeOptions(text: string): {
  readonly url: string;
  readonly options: readonly string[];
} {
  const url = new URL(text);
  const options = url.searchParams.getAll('options');
  if (options.length === 0) return { url: text, options };
  url.searchParams.delete('options');
  return { url: url.href, options };
}

function isLocal({ hostname, searchParams }: URL): boolean {
  const host = searchParams.get('host') ?? hostname;
  return (
    host === '' ||
    // A socket in the file system.
    host.startsWith('/') ||
    ['localhost', '127.0.0.1', '[::1]', '::1'].includes(host)
  );
}
