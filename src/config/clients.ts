import { DEFAULT_TENANT, TENANT_NAME } from '../access/clients/client.js';
import {
  ASYMMETRIC_ALGORITHMS,
  type JwtAlgorithm,
  type JwtOptions,
} from '../access/clients/jwt.js';
import { digestOfToken, type ClientToken } from '../access/clients/staticTokens.js';
import { isLoopback } from './gongAccess.js';
import { flag, secret, text, wholeNumber, type Environment, type ParseResult } from './values.js';

export type { JwtOptions } from '../access/clients/jwt.js';
export type { ClientToken } from '../access/clients/staticTokens.js';

/** A larger difference means that a clock is wrong. */
const MAX_TOLERANCE_SECONDS = 300;

export const clientVariables = {
  GATEWAY_TOKENS: secret(text.optional()),
  GATEWAY_OPEN: flag.default(false),
  GATEWAY_JWKS_URL: text.optional(),
  GATEWAY_JWT_ISSUER: text.optional(),
  GATEWAY_JWT_AUDIENCE: text.optional(),
  GATEWAY_JWT_ALGORITHMS: text.optional(),
  GATEWAY_JWT_TENANT_CLAIM: text.optional(),
  GATEWAY_JWT_VIEWER_CLAIM: text.default('email'),
  GATEWAY_JWT_ROLES_CLAIM: text.default('roles'),
  GATEWAY_JWT_CLOCK_TOLERANCE_SECONDS: wholeNumber(0, MAX_TOLERANCE_SECONDS).default(5),
};

/** Begins the SHA-256 of a token, in place of the token. */
const SHA256 = 'sha256=';

/**
 * Parses `name:token` pairs, comma separated; `name@tenant:token` for clients of another tenant. The token may be given
 * as `sha256=` and its SHA-256.
 */
export function parseTokens(value: string | undefined): ParseResult<readonly ClientToken[]> {
  const tokens: ClientToken[] = [];
  const problems: string[] = [];
  const pairs = (value ?? '').split(',').filter((pair) => pair.trim() !== '');
  // Commas alone would otherwise count as tokens and accept every client.
  if (value !== undefined && pairs.length === 0) {
    problems.push('GATEWAY_TOKENS must contain at least one name:token pair.');
  }
  for (const [index, pair] of pairs.entries()) {
    const [, client = '', tenant = DEFAULT_TENANT, token = ''] =
      /^\s*([^:@]+?)\s*(?:@([^:@]*?)\s*)?:\s*(\S.*?)\s*$/.exec(pair) ?? [];
    // The pair may be the secret itself, so it is named by its position.
    if (client === '') {
      problems.push(`GATEWAY_TOKENS: entry ${index + 1} is not a name:token pair.`);
    } else if (!TENANT_NAME.test(tenant)) {
      problems.push(
        `GATEWAY_TOKENS: entry ${index + 1} has no valid tenant name after "@". Use lowercase letters, digits, "-", and "_".`,
      );
    } else if (!token.startsWith(SHA256)) {
      tokens.push({ client, tenant, token });
    } else if (/^[0-9a-f]{64}$/i.test(token.slice(SHA256.length))) {
      tokens.push({ client, tenant, sha256: token.slice(SHA256.length) });
    } else {
      problems.push(
        `GATEWAY_TOKENS: entry ${index + 1} has no SHA-256 after "${SHA256}". Write 64 hexadecimal digits.`,
      );
    }
  }
  const places = new Map<string, number>();
  for (const [index, token] of tokens.entries()) {
    const digest = digestOfToken(token).toString('hex');
    const place = places.get(digest);
    // Two clients with one token could not be distinguished.
    if (place !== undefined) {
      problems.push(
        `GATEWAY_TOKENS: entry ${index + 1} has the same token as entry ${place}. Give each client its own token.`,
      );
    }
    places.set(digest, index + 1);
  }
  return { value: tokens, problems };
}

/** Parses the JWT variables; null when no JWT is accepted. */
export function parseJwt(environment: Environment): ParseResult<JwtOptions | null> {
  const names = Object.keys(environment).filter((name) => /^GATEWAY_JW(T|KS)_/.test(name));
  if (!names.some((name) => name in clientVariables)) return { value: null, problems: [] };
  const problems: string[] = [];
  const needed = (name: string, why: string): string => {
    const value = environment[name]?.trim();
    if (value === undefined) problems.push(`${name} is missing. ${why}.`);
    return value ?? '';
  };
  const jwksUrl = needed(
    'GATEWAY_JWKS_URL',
    'Set it to the URL of the keys that JWTs are checked with',
  );
  const issuer = needed('GATEWAY_JWT_ISSUER', 'Set it to the claim "iss" of the tokens');
  const audience = needed(
    'GATEWAY_JWT_AUDIENCE',
    'Set it to the claim "aud" of tokens for this gateway',
  );
  if (jwksUrl !== '') problems.push(...jwksProblems(jwksUrl));
  const audiences = listOf(audience);
  if (audience !== '' && audiences.length === 0) {
    problems.push('GATEWAY_JWT_AUDIENCE must contain at least one audience.');
  }
  const algorithms = parseAlgorithms(environment['GATEWAY_JWT_ALGORITHMS']);
  const tolerance = clientVariables.GATEWAY_JWT_CLOCK_TOLERANCE_SECONDS.safeParse(
    environment['GATEWAY_JWT_CLOCK_TOLERANCE_SECONDS'],
  );
  return {
    value: {
      jwksUrl,
      issuer,
      audiences,
      algorithms: algorithms.value,
      tenantClaim: clientVariables.GATEWAY_JWT_TENANT_CLAIM.parse(
        environment['GATEWAY_JWT_TENANT_CLAIM'],
      ),
      viewerClaim: clientVariables.GATEWAY_JWT_VIEWER_CLAIM.parse(
        environment['GATEWAY_JWT_VIEWER_CLAIM'],
      ),
      rolesClaim: clientVariables.GATEWAY_JWT_ROLES_CLAIM.parse(
        environment['GATEWAY_JWT_ROLES_CLAIM'],
      ),
      // An invalid value is reported with the other variables.
      clockToleranceSeconds: tolerance.data ?? 0,
    },
    problems: [...problems, ...algorithms.problems],
  };
}

function parseAlgorithms(value: string | undefined): ParseResult<readonly JwtAlgorithm[]> {
  if (value === undefined) return { value: ASYMMETRIC_ALGORITHMS, problems: [] };
  const names = listOf(value);
  const known = ASYMMETRIC_ALGORITHMS.filter((name) => names.includes(name));
  const problems = names
    .filter((name) => !known.some((each) => each === name))
    .map((name) => {
      const problem = /^(none|HS\d*)$/i.test(name)
        ? 'which would let any client sign tokens'
        : 'which is not supported';
      const choice = ASYMMETRIC_ALGORITHMS.join(', ');
      return `GATEWAY_JWT_ALGORITHMS contains ${JSON.stringify(name)}, ${problem}. Choose from ${choice}.`;
    });
  if (names.length === 0) {
    problems.push('GATEWAY_JWT_ALGORITHMS must contain at least one algorithm.');
  }
  return { value: known, problems };
}

function jwksProblems(address: string): readonly string[] {
  const name = 'GATEWAY_JWKS_URL';
  if (!URL.canParse(address)) {
    return [`${name} must be a URL such as https://login.example.com/.well-known/jwks.json.`];
  }
  const { protocol, hostname, username, password, hash } = new URL(address);
  const problems: string[] = [];
  // Without https, someone on the network could replace the keys and sign tokens.
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(hostname))) {
    problems.push(`${name} must be an https URL, unless its host is this machine.`);
  }
  if (`${username}${password}${hash}` !== '') {
    problems.push(`${name} must not contain credentials or a fragment.`);
  }
  return problems;
}

function listOf(value: string): readonly string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
