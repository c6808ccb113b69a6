import { isObject } from '../../gong/exchange.js';
import { DEFAULT_TENANT, TENANT_NAME, type Client } from './client.js';

/** The claims of a token that identify the client: names, or paths with dots such as `realm_access.roles`. */
export interface ClaimNames {
  /** Undefined when all tokens are for the default tenant. */
  readonly tenantClaim: string | undefined;
  readonly viewerClaim: string;
  readonly rolesClaim: string;
}

type Claims = Readonly<Record<string, unknown>>;

/** Name of a program whose token does not name it. Such programs count as one. */
const UNNAMED = 'jwt';

/** Emails, IDs, and names of programs are shorter. */
const MAX_NAME_LENGTH = 320;

/** Control characters, which no name contains. */
const CONTROL = /\p{Cc}/u;

/** The claims of a genuine token are invalid. */
export class ClaimError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ClaimError';
  }
}

/**
 * Returns the client by the claims of a genuine token. A malformed claim is refused and never ignored, because a
 * client without a person may see more than a person may.
 *
 * @throws ClaimError
 */
export function clientOfClaims(claims: Claims, names: ClaimNames): Client {
  return {
    name: nameOfClient(claims) ?? UNNAMED,
    tenant: companyKeyOf(claims, names.tenantClaim),
    person: personOf(claims, names.viewerClaim),
    roles: rolesOf(claims, names.rolesClaim),
  };
}

/** Returns the name of the program that a token was issued to; undefined when it does not name it. */
export function nameOfClient(claims: Claims): string | undefined {
  return nameOf(claims['azp']) ?? nameOf(claims['client_id']);
}

/** @throws ClaimError */
function companyKeyOf(claims: Claims, name: string | undefined): string {
  if (name === undefined) return DEFAULT_TENANT;
  const tenant = claimOf(claims, name);
  if (typeof tenant === 'string' && TENANT_NAME.test(tenant)) return tenant;
  throw new ClaimError(
    tenant === undefined
      ? `The token has no claim ${name}, which must name its tenant.`
      : `The claim ${name} of the token is not a valid tenant name.`,
  );
}

/** @throws ClaimError */
function personOf(claims: Claims, name: string): string | null {
  const person = claimOf(claims, name);
  if (person === undefined) return null;
  // A number of this length may have lost its last digits.
  if (!isName(person)) {
    throw new ClaimError(
      `The claim ${name} of the token must be a string: an email address or the ID of a Gong user.`,
    );
  }
  // A person who may enter any address at the issuer could otherwise act as any user.
  const isVerified = claimOf(claims, 'email_verified');
  if (name === 'email' && (isVerified === false || isVerified === 'false')) {
    throw new ClaimError('The email address in the token is not verified.');
  }
  return person.trim();
}

/** @throws ClaimError */
function rolesOf(claims: Claims, name: string): readonly string[] {
  const roles = claimOf(claims, name);
  if (roles === undefined) return [];
  if (typeof roles === 'string') return unique(roles.split(/\s+/).filter((role) => role !== ''));
  if (Array.isArray(roles) && roles.every((role) => typeof role === 'string')) return unique(roles);
  throw new ClaimError(
    `The claim ${name} of the token must be a list of roles, or a string of roles separated by spaces.`,
  );
}

/** Reads a claim by its whole name, which may contain dots, or else as a path. */
function claimOf(claims: Claims, name: string): unknown {
  const own = (holder: unknown, key: string): unknown =>
    isObject(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined;
  const value = Object.hasOwn(claims, name)
    ? claims[name]
    : name.split('.').reduce<unknown>(own, claims);
  return value ?? undefined;
}

function nameOf(value: unknown): string | undefined {
  return isName(value) ? value.trim() : undefined;
}

function isName(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.trim() !== '' &&
    value.length <= MAX_NAME_LENGTH &&
    !CONTROL.test(value)
  );
}

function unique(roles: readonly string[]): readonly string[] {
  return [...new Set(roles)];
}
