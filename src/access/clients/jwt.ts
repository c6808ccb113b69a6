import { decodeJwt, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { Clock } from '../../lib/clock.js';
import { ClaimError, clientOfClaims, nameOfClient, type ClaimNames } from './claims.js';
import { invalidToken, type Authentication } from './client.js';
import { KeysUnavailableError, type KeySet } from './keySet.js';

/**
 * Algorithms with key pairs. With an algorithm for shared secrets (HS…), anyone with the issuer's public key could
 * sign; with `none`, anyone could.
 */
export const ASYMMETRIC_ALGORITHMS = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
] as const;

export type JwtAlgorithm = (typeof ASYMMETRIC_ALGORITHMS)[number];

/** Which JWTs are accepted, and which claims identify the client. */
export interface JwtOptions extends ClaimNames {
  /** URL of the issuer's keys. */
  readonly jwksUrl: string;
  readonly issuer: string;
  /** A token must name one of them. */
  readonly audiences: readonly string[];
  readonly algorithms: readonly JwtAlgorithm[];
  /** Tolerated difference of the issuer's clock, in seconds. */
  readonly clockToleranceSeconds: number;
}

/** Matches JWTs, including those without a signature. */
const JWT = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/** Node accepts no longer header by default. */
const MAX_TOKEN_LENGTH = 16 * 1024;

export function looksLikeJwt(token: string): boolean {
  return token.length <= MAX_TOKEN_LENGTH && JWT.test(token);
}

/**
 * Checks the signature, algorithm, issuer, audience, and times of a JWT. The result is not cached: a check takes 0.1
 * milliseconds, and a withdrawn key must end its tokens.
 */
export async function checkJwt(
  token: string,
  options: JwtOptions,
  { keySet, clock }: { readonly keySet: KeySet; readonly clock: Clock },
): Promise<Authentication> {
  try {
    const claims = await verify(token, options, keySet, new Date(clock.now()));
    return { client: clientOfClaims(claims, options), isSigned: true };
  } catch (error) {
    if (error instanceof KeysUnavailableError) {
      const message =
        "The token cannot be verified, because the issuer's keys cannot be fetched. Try again after retryAfterSeconds.";
      const { retryAfterSeconds } = error;
      return { refusal: { kind: 'unavailable', message, retryAfterSeconds } };
    }
    if (error instanceof ClaimError) return invalidToken(error.message, { isSigned: true });
    if (error instanceof errors.JOSEError) {
      const isSigned = isOfClaims(error);
      return invalidToken(problemOf(error), isSigned ? { isSigned: true } : forgedBy(token));
    }
    throw error;
  }
}

/** Claims are checked after the signature. */
function isOfClaims(error: errors.JOSEError): boolean {
  return error instanceof errors.JWTExpired || error instanceof errors.JWTClaimValidationFailed;
}

/** Returns the name that a token without a valid signature claims. */
function forgedBy(token: string): { readonly claimedName?: string } {
  try {
    const claimedName = nameOfClient(decodeJwt(token));
    return claimedName === undefined ? {} : { claimedName };
  } catch {
    // What cannot be decoded claims nothing.
    return {};
  }
}

async function verify(
  token: string,
  { issuer, audiences, algorithms, clockToleranceSeconds }: JwtOptions,
  keySet: KeySet,
  currentDate: Date,
): Promise<JWTPayload> {
  const expected = {
    issuer,
    audience: [...audiences],
    algorithms: [...algorithms],
    requiredClaims: ['exp'],
    clockTolerance: clockToleranceSeconds,
    currentDate,
  };
  const keyOf: JWTVerifyGetKey = (header, jws) => keySet.keyFor(header, jws);
  try {
    return (await jwtVerify(token, keyOf, expected)).payload;
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    // The token does not name its key, so each of these is tried.
    for await (const key of error) {
      try {
        return (await jwtVerify(token, key, expected)).payload;
      } catch (mismatch) {
        if (!(mismatch instanceof errors.JWSSignatureVerificationFailed)) throw mismatch;
      }
    }
    throw new errors.JWSSignatureVerificationFailed();
  }
}

const claimProblems: Readonly<Record<string, string>> = {
  iss: 'The token was issued by a different issuer.',
  aud: 'The token was issued for a different audience.',
  nbf: 'The token is not valid yet.',
};

function problemOf(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return 'The token has expired. Get a new one.';
  if (error instanceof errors.JWTClaimValidationFailed) {
    const { claim, reason } = error;
    if (reason === 'missing') return `The token has no claim ${claim}.`;
    const problem = reason === 'check_failed' ? claimProblems[claim] : undefined;
    return problem ?? `The claim ${claim} of the token is malformed.`;
  }
  if (error instanceof errors.JOSEAlgNotAllowed) {
    return 'The token is signed with an algorithm that this gateway does not accept.';
  }
  if (error instanceof errors.JWKSNoMatchingKey) {
    return 'The token is signed with a key that its issuer does not list.';
  }
  if (error instanceof errors.JWKSInvalid) {
    return "The token is signed with one of its issuer's keys that this gateway cannot use.";
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return 'The signature of the token is invalid.';
  }
  return 'The token is not a valid JWT.';
}
