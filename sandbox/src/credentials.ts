import { unauthorized, TEXTS } from './errors.js';

/** Whoever has been let in. */
export interface ScopeHolder {
  /** Scopes it has; all of them when left out. */
  scopes?: readonly string[];
}

/** A key that the sandbox accepts. */
export interface SandboxCredential extends ScopeHolder {
  accessKey: string;
  accessKeySecret: string;
  /** A token that is accepted as `Authorization: Bearer …` in place of the pair. */
  bearer?: string;
}

/** The pair that a sandbox accepts when it is told nothing else. It opens nothing but a sandbox. */
export const DEFAULT_CREDENTIAL: SandboxCredential = {
  accessKey: 'SANDBOXACCESSKEY',
  accessKeySecret: 'sandbox-access-key-secret',
};

/**
 * Who sends the request.
 * @throws GongFailure 401 when the header is missing, malformed or fits no credential.
 */
export const authenticate = (
  credentials: readonly SandboxCredential[],
  header: string | undefined,
): SandboxCredential => {
  const [, scheme = '', value = ''] = /^(\S+)\s+(.+)$/.exec(header ?? '') ?? [];
  const found = credentials.find((credential) => {
    if (scheme.toLowerCase() === 'bearer') return credential.bearer === value;
    if (scheme.toLowerCase() !== 'basic') return false;
    const pair = `${credential.accessKey}:${credential.accessKeySecret}`;
    return Buffer.from(value, 'base64').toString('utf8') === pair;
  });
  if (found) return found;
  throw unauthorized(
    scheme.toLowerCase() === 'bearer'
      ? 'The access token is invalid, has expired or has been revoked.'
      : 'Unable to authenticate: the access key or its secret is not valid.',
  );
};

/**
 * Refuses a credential that lacks one of the scopes. Gong answers 401 here too, not 403, and names
 * the scope.
 */
export const requireScopes = (credential: ScopeHolder, needed: readonly string[]): void => {
  const missing = needed.find((scope) => credential.scopes?.includes(scope) === false);
  if (missing !== undefined) throw unauthorized(TEXTS.noScope(missing));
};
