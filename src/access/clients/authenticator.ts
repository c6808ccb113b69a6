import type { Logger } from '../../lib/logger.js';
import type { Clock } from '../../lib/clock.js';
import type { Fetch } from '../../gong/exchange.js';
import { bearerTokenOf } from './bearer.js';
import { ANONYMOUS, invalidToken, type Authentication } from './client.js';
import { checkJwt, looksLikeJwt, type JwtOptions } from './jwt.js';
import { KeySet } from './keySet.js';
import { StaticTokens, type ClientToken } from './staticTokens.js';

/** Which clients the gateway accepts. */
export interface AuthenticatorOptions {
  readonly tokens: readonly ClientToken[];
  /** Null when no JWT is accepted. */
  readonly jwt: JwtOptions | null;
}

export interface AuthenticatorDependencies {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Identifies clients by their requests. */
export interface Authenticator {
  /** Whether all clients are accepted, without a name. */
  readonly isOpen: boolean;
  /** Prepares what the first client would have to wait for. A failure is logged. */
  readonly prepare: () => Promise<void>;
  /** @param authorization the header, if there is one. */
  readonly authenticate: (authorization: string | undefined) => Promise<Authentication>;
}

/** An authenticator whose tokens can be replaced while it is used. */
export interface TokenAuthenticator extends Authenticator {
  /** Accepts these tokens from now on, and no others. There must have been tokens before. */
  readonly useTokens: (tokens: readonly ClientToken[]) => void;
}

/**
 * Accepts clients that send a configured token or a JWT, or every client when neither is configured (`parseConfig`
 * then insists on loopback or on GATEWAY_OPEN).
 */
export function createAuthenticator(
  { tokens, jwt }: AuthenticatorOptions,
  { fetch, clock, logger }: AuthenticatorDependencies,
): TokenAuthenticator {
  let staticTokens = new StaticTokens(tokens);
  const isOpen = tokens.length === 0 && jwt === null;
  const keySet = jwt === null ? null : new KeySet({ url: jwt.jwksUrl, fetch, clock, logger });
  return {
    isOpen,
    useTokens: (next) => {
      staticTokens = new StaticTokens(next);
    },
    prepare: async () => keySet?.prepare(),
    authenticate: async (authorization) => {
      if (isOpen) return { client: ANONYMOUS };
      const token = bearerTokenOf(authorization);
      if (token === undefined) return { refusal: { kind: 'no-token', message: TOKEN_REQUIRED } };
      const client = staticTokens.clientOf(token);
      if (client !== undefined) return { client };
      if (jwt === null || keySet === null) return invalidToken(UNKNOWN_TOKEN);
      if (!looksLikeJwt(token)) return invalidToken(UNKNOWN_TOKEN);
      return checkJwt(token, jwt, { keySet, clock });
    },
  };
}

const TOKEN_REQUIRED = 'This gateway requires a token. Send "Authorization: Bearer <token>".';
const UNKNOWN_TOKEN = 'The token is not known to this gateway.';
