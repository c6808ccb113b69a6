import {
  exportJWK,
  generateKeyPair,
  SignJWT,
  type CryptoKey,
  type JWK,
  type JWTHeaderParameters,
} from 'jose';
import type { JwtOptions } from '../../../src/access/clients/jwt.js';
import type { Logger } from '../../../src/lib/logger.js';
import type { Fetch, FetchInit } from '../../../src/gong/exchange.js';

export const ISSUER = 'https://login.example.com/';
export const AUDIENCE = 'gateway';

export const jwtOptions: JwtOptions = {
  jwksUrl: 'https://login.example.com/keys?code=s3cret',
  issuer: ISSUER,
  audiences: [AUDIENCE],
  algorithms: ['RS256', 'ES256'],
  tenantClaim: undefined,
  viewerClaim: 'email',
  rolesClaim: 'roles',
  clockToleranceSeconds: 5,
};

/** A key pair of an issuer. */
export interface SigningKey {
  readonly privateKey: CryptoKey;
  /** As it stands in the key set. */
  readonly jwk: JWK;
}

export async function createKey(kid: string, alg = 'ES256', options = {}): Promise<SigningKey> {
  const pair = await generateKeyPair(alg, { extractable: true, ...options });
  return { privateKey: pair.privateKey, jwk: { ...(await exportJWK(pair.publicKey)), kid, alg } };
}

/** Signs tokens as an issuer does; what is `undefined` in claims or header is left out. */
export function sign(
  { privateKey, jwk }: SigningKey,
  now: number,
  claims: Record<string, unknown> = {},
  header: Record<string, unknown> = {},
): Promise<string> {
  const seconds = Math.floor(now / 1000);
  return new SignJWT({ iss: ISSUER, aud: AUDIENCE, exp: seconds + 60, ...claims })
    .setProtectedHeader({ alg: jwk.alg ?? 'ES256', kid: jwk.kid, ...header } as JWTHeaderParameters)
    .sign(privateKey);
}

/** What is served where the keys should be, and who asked for it. */
export interface KeyServer {
  readonly fetch: Fetch;
  readonly requests: { readonly url: string; readonly init: FetchInit }[];
  /** What it answers from now on: keys, any text, a status, an error of the network, or nothing (null). */
  answer: readonly JWK[] | string | number | Error | null;
}

export function createKeyServer(...keys: readonly SigningKey[]): KeyServer {
  const server: KeyServer = {
    requests: [],
    answer: keys.map(({ jwk }) => jwk),
    fetch: async (url, init) => {
      const { answer } = server;
      server.requests.push({ url, init });
      if (answer instanceof Error) throw answer;
      if (answer === null) {
        await new Promise((_, reject) => {
          init.signal.addEventListener('abort', () => {
            reject(new Error('The operation was aborted.'));
          });
        });
      }
      return {
        status: typeof answer === 'number' ? answer : 200,
        headers: { get: () => null },
        text: () =>
          Promise.resolve(typeof answer === 'string' ? answer : JSON.stringify({ keys: answer })),
      };
    },
  };
  return server;
}

export interface LoggedLine {
  readonly level: string;
  readonly fields: object;
  readonly message: string;
}

export function createLog(): { readonly logger: Logger; readonly lines: LoggedLine[] } {
  const lines: LoggedLine[] = [];
  const log = (level: string) => (fields: object, message: string) => {
    lines.push({ level, fields, message });
  };
  const logger = { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') };
  return { logger, lines };
}
