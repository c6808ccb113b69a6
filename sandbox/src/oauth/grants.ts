import type { Random } from '../random.js';
import type { OAuthOptions } from './options.js';

/** What an administrator has granted the app: the tokens change, the grant stays. */
export interface SandboxGrant {
  readonly id: string;
  readonly scopes: readonly string[];
  /** When it was granted, milliseconds of the sandbox's clock. */
  readonly grantedAt: number;
  /** How many pairs of tokens it had so far. */
  readonly pairs: number;
  readonly isRevoked: boolean;
  /** The pair that is valid, unless it has expired or the grant is revoked. */
  readonly accessToken: string;
  readonly refreshToken: string;
  /** When these expire, milliseconds of the sandbox's clock. */
  readonly accessExpiresAt: number;
  readonly refreshExpiresAt: number;
}

/** What was agreed on in a browser, until the app fetches the tokens for it. */
export interface AuthorizationCode {
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  /** Milliseconds of the sandbox's clock. */
  readonly expiresAt: number;
}

/** Codes and tokens given out so far. */
export interface Grants {
  readonly all: readonly SandboxGrant[];
  /** A new code for this agreement. */
  addCode: (agreement: Omit<AuthorizationCode, 'expiresAt'>) => string;
  /** Uses a code up. Undefined where it is unknown, used or older than ten minutes. */
  takeCode: (code: string) => AuthorizationCode | undefined;
  /** A new grant with its first pair. */
  grant: (scopes: readonly string[]) => SandboxGrant;
  /** Retires the pair of this refresh token for a new one. Undefined where the token is no valid one. */
  refresh: (refreshToken: string) => SandboxGrant | undefined;
  /** The grant that this access token stands for. Undefined where it is no valid one. */
  ofAccessToken: (accessToken: string) => SandboxGrant | undefined;
  revoke: (id: string) => void;
  expireAccessTokens: () => void;
}

const SECOND_MS = 1000;
/** As Gong says. */
const CODE_LIFETIME_MS = 600 * SECOND_MS;

/** No codes and no grants yet. */
export const createGrants = (
  { accessTokenSeconds, refreshTokenSeconds }: OAuthOptions,
  now: () => number,
  random: Random,
): Grants => {
  const grants = new Map<string, SandboxGrant>();
  const secret = (prefix: string): string =>
    prefix + Array.from({ length: 40 }, () => random.integer(0, 35).toString(36)).join('');
  const newPair = () => ({
    accessToken: secret('at-'),
    refreshToken: secret('rt-'),
    accessExpiresAt: now() + accessTokenSeconds * SECOND_MS,
    refreshExpiresAt: now() + refreshTokenSeconds * SECOND_MS,
  });
  const keep = (grant: SandboxGrant): SandboxGrant => {
    grants.set(grant.id, grant);
    return grant;
  };
  const find = (isMeant: (grant: SandboxGrant) => boolean): SandboxGrant | undefined =>
    [...grants.values()].find((grant) => !grant.isRevoked && isMeant(grant));
  return {
    get all() {
      return [...grants.values()];
    },
    ...createCodes(now, () => secret('code-')),
    grant: (scopes) => {
      const id = `grant-${grants.size + 1}`;
      return keep({ id, scopes, grantedAt: now(), pairs: 1, isRevoked: false, ...newPair() });
    },
    refresh: (refreshToken) => {
      const grant = find(
        (one) => one.refreshToken === refreshToken && now() < one.refreshExpiresAt,
      );
      return grant && keep({ ...grant, pairs: grant.pairs + 1, ...newPair() });
    },
    ofAccessToken: (accessToken) =>
      find((one) => one.accessToken === accessToken && now() < one.accessExpiresAt),
    revoke: (id) => {
      const grant = grants.get(id);
      if (grant === undefined) throw new Error(`The sandbox has no grant ${id}.`);
      keep({ ...grant, isRevoked: true });
    },
    expireAccessTokens: () => {
      for (const grant of grants.values()) {
        keep({ ...grant, accessExpiresAt: Math.min(grant.accessExpiresAt, now()) });
      }
    },
  };
};

const createCodes = (
  now: () => number,
  newCode: () => string,
): Pick<Grants, 'addCode' | 'takeCode'> => {
  const codes = new Map<string, AuthorizationCode>();
  return {
    addCode: (agreement) => {
      const code = newCode();
      codes.set(code, { ...agreement, expiresAt: now() + CODE_LIFETIME_MS });
      return code;
    },
    takeCode: (code) => {
      const agreement = codes.get(code);
      codes.delete(code);
      return agreement !== undefined && now() < agreement.expiresAt ? agreement : undefined;
    },
  };
};
