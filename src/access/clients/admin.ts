import { bearerTokenOf } from './bearer.js';
import { digestOf, isSameDigest } from './digest.js';

/**
 * Returns whether an administrator sends the request: with `token` as a bearer token or, from a browser that asks for
 * a password, as the password of any user name. The comparison takes constant time.
 *
 * @param authorization the header, if there is one.
 * @param token undefined when there is no administrator.
 */
export function isAdmin(authorization: string | undefined, token: string | undefined): boolean {
  const sent = bearerTokenOf(authorization) ?? passwordOf(authorization);
  if (sent === undefined || token === undefined) return false;
  return isSameDigest(digestOf(sent), digestOf(token));
}

function passwordOf(authorization: string | undefined): string | undefined {
  const encoded = /^Basic +(\S+) *$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  // A password may contain colons; a user name may not.
  return /^[^:]*:(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8'))?.[1];
}
