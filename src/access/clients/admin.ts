import { bearerTokenOf } from './bearer.js';
import { digestOf, isSameDigest } from './digest.js';

/**
 * Whether somebody administrates the gateway: sends its `token` as a bearer token or, from a browser that asks for a
 * password, as that (Basic, with any name). Compared in constant time.
 *
 * @param authorization the header, if there is one.
 * @param token undefined: nobody administrates.
 */
export function isAdmin(authorization: string | undefined, token: string | undefined): boolean {
  const sent = bearerTokenOf(authorization) ?? passwordOf(authorization);
  if (sent === undefined || token === undefined) return false;
  return isSameDigest(digestOf(sent), digestOf(token));
}

function passwordOf(authorization: string | undefined): string | undefined {
  const encoded = /^Basic +(\S+) *$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  // A password may hold colons, a name may not.
  return /^[^:]*:(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8'))?.[1];
}
