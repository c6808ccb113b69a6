import { SECOND_MS, type Clock } from '../lib/clock.js';
import { isObject, NotSentError, type Fetch, type FetchResponse } from './exchange.js';
import { ResponseTooLargeError } from './responseLimit.js';
import { isGongHost } from './hosts.js';
import { parseJson } from '../lib/json.js';

/** The gateway's registration at Gong. */
export interface OAuthClient {
  /** Origin of Gong's sign-in pages. */
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
}

/** The tokens that Gong issues for one company. */
export interface TokenPair {
  readonly accessToken: string;
  /** Can be used once. The next pair replaces it. */
  readonly refreshToken: string;
  /** How long the access token lives, in milliseconds. */
  readonly lifeMs: number;
  /** The granted scopes; null when Gong does not send them. */
  readonly scopes: readonly string[] | null;
  /** Origin of the company's own API; null when Gong does not send it, or when nothing may be sent to it. */
  readonly baseUrl: string | null;
  /** Whether Gong sent an origin that nothing may be sent to. */
  readonly isHostOdd: boolean;
}

/**
 * Why there are no tokens. `grant`: Gong does not accept the code or refresh token; `client`: it does not accept the
 * gateway's ID and secret; `unavailable`: it was unreachable or failed; `answer`: its response was invalid.
 */
export type OAuthProblem = 'grant' | 'client' | 'unavailable' | 'answer';

/** Its message is safe to show: it contains neither codes nor tokens. */
export class OAuthError extends Error {
  /** Whether Gong refused the request, and possibly for another reason than the gateway's ID, secret, or IP address. */
  readonly mayConcernGrant: boolean;
  /** Whether Gong may have exchanged the code or refresh token, which then cannot be used again. */
  readonly mayBeUsedUp: boolean;

  constructor(
    readonly problem: OAuthProblem,
    message: string,
    { mayConcernGrant = false, mayBeUsedUp = false }: OAuthErrorDetails = {},
  ) {
    super(message);
    this.name = 'OAuthError';
    this.mayConcernGrant = mayConcernGrant;
    this.mayBeUsedUp = mayBeUsedUp;
  }
}

type OAuthErrorDetails = Partial<Pick<OAuthError, 'mayConcernGrant' | 'mayBeUsedUp'>>;

export interface OAuthEndpointOptions {
  readonly client: OAuthClient;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** Whether a company's API may be at any host: for tests and proxies. */
  readonly anyHost: boolean;
}

/** Both requests are fast for Gong. */
const ANSWER_TIMEOUT_MS = 10 * SECOND_MS;

/** Gong's usual lifetime, for responses without one. */
const DEFAULT_LIFE_SECONDS = 86_400;
/** A longer lifetime is a mistake. */
const MAX_LIFE_SECONDS = 31 * DEFAULT_LIFE_SECONDS;

/**
 * Gong's sign-in pages and token endpoint. These requests are not part of the API, so they use no slot and no quota.
 */
export class OAuthEndpoint {
  constructor(private readonly options: OAuthEndpointOptions) {}

  /** Returns the URL at which an administrator of the company authorizes the gateway. */
  authorizeUrl(scopes: readonly string[], state: string): string {
    const { client } = this.options;
    const query = new URLSearchParams({
      client_id: client.clientId,
      response_type: 'code',
      scope: scopes.join(' '),
      redirect_uri: client.redirectUri,
      state,
    });
    // Gong documents %20 between scopes. Not every server accepts + instead.
    return `${client.baseUrl}/oauth2/authorize?${query.toString().replaceAll('+', '%20')}`;
  }

  /** @throws OAuthError */
  async exchange(code: string): Promise<TokenPair> {
    const { clientId, redirectUri } = this.options.client;
    const pair = await this.ask({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      client_id: clientId,
    });
    if (!pair.isHostOdd) return pair;
    throw new OAuthError(
      'answer',
      'Gong returned an API host that is not gong.io, so the gateway did not use it.',
    );
  }

  /**
   * Returns the next pair. When this fails as `unavailable`, the refresh token may have been used. When it succeeds,
   * it has been used, so any other content of the response must not make the new tokens fail.
   *
   * @throws OAuthError
   */
  refresh(refreshToken: string): Promise<TokenPair> {
    return this.ask({ grant_type: 'refresh_token', refresh_token: refreshToken });
  }

  private async ask(parameters: Record<string, string>): Promise<TokenPair> {
    const { status, text } = await this.send(parameters);
    const body = tryParse(text);
    if (status >= 200 && status < 300) return this.tokensIn(body);
    throw refusal(status, isObject(body) ? body : {}, text);
  }

  private async send(
    parameters: Record<string, string>,
  ): Promise<{ status: number; text: string }> {
    const { fetch, clock, client } = this.options;
    const timeout = new AbortController();
    const cancel = clock.after(ANSWER_TIMEOUT_MS, () => {
      timeout.abort();
    });
    const pair = Buffer.from(`${client.clientId}:${client.clientSecret}`).toString('base64');
    // The parameters are in the URL, as Gong documents it, without a body.
    const query = new URLSearchParams(parameters).toString();
    try {
      const response: FetchResponse = await fetch(
        `${client.baseUrl}/oauth2/generate-customer-token?${query}`,
        {
          method: 'POST',
          headers: { authorization: `Basic ${pair}`, accept: 'application/json' },
          redirect: 'manual',
          // The request must not be lost on a connection that the other side is about to close.
          isFresh: true,
          signal: timeout.signal,
          onSent: () => undefined,
        },
      );
      return { status: response.status, text: await response.text() };
    } catch (error) {
      // The cause may repeat the URL, which contains the grant.
      const mayBeUsedUp = !(error instanceof NotSentError);
      const why = !mayBeUsedUp
        ? 'is unreachable'
        : error instanceof ResponseTooLargeError
          ? `returned more than ${error.maxBytes} bytes`
          : 'did not respond';
      throw new OAuthError('unavailable', `The token endpoint of Gong ${why}.`, {
        mayBeUsedUp,
      });
    } finally {
      cancel();
    }
  }

  private tokensIn(body: unknown): TokenPair {
    const said = isObject(body) ? body : {};
    const { access_token: accessToken, refresh_token: refreshToken, scope } = said;
    if (!isToken(accessToken) || !isToken(refreshToken)) {
      throw new OAuthError(
        'answer',
        'The token endpoint of Gong returned a success without tokens.',
        {
          mayBeUsedUp: true,
        },
      );
    }
    const seconds = Number(said['expires_in'] ?? DEFAULT_LIFE_SECONDS);
    const isLife = seconds > 0 && seconds <= MAX_LIFE_SECONDS;
    const address = said['api_base_url_for_customer'];
    const baseUrl = this.originIn(address);
    return {
      accessToken,
      refreshToken,
      lifeMs: (isLife ? seconds : DEFAULT_LIFE_SECONDS) * SECOND_MS,
      scopes:
        typeof scope === 'string' ? scope.split(/[\s,]+/).filter((each) => each !== '') : null,
      baseUrl,
      isHostOdd: baseUrl === null && address != null && address !== '',
    };
  }

  /** Credentials are sent to Gong's own hosts only, whatever a response says. */
  private originIn(address: unknown): string | null {
    if (typeof address !== 'string') return null;
    const url = /^[a-z][a-z\d+.-]*:/i.test(address) ? address : `https://${address}`;
    return isApiOrigin(url, this.options.anyHost) ? new URL(url).origin : null;
  }
}

/** Returns whether credentials may be sent to a URL: to Gong's own hosts, unless every host is allowed. */
export function isApiOrigin(address: string, anyHost: boolean): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  if (anyHost) return protocol === 'https:' || protocol === 'http:';
  return protocol === 'https:' && isGongHost(hostname);
}

/** Interprets a refusal by its code or, without one, by its message. */
function refusal(
  status: number,
  said: Readonly<Record<string, unknown>>,
  text: string,
): OAuthError {
  const { error: code } = said;
  if (status === 429 || status >= 500) {
    return new OAuthError('unavailable', `The token endpoint of Gong failed (status ${status}).`, {
      mayBeUsedUp: status >= 500,
    });
  }

  const isClient =
    typeof code === 'string' ? /^(invalid|unauthorized)_client$/.test(code) : status === 401;
  if (isClient) {
    return new OAuthError(
      'client',
      'Gong rejected GONG_OAUTH_CLIENT_ID and GONG_OAUTH_CLIENT_SECRET. An operator must correct them.',
      { mayConcernGrant: typeof code !== 'string' },
    );
  }
  const isGrant =
    typeof code === 'string'
      ? code === 'invalid_grant'
      : status === 400 && /\b(token|code)\b[^.]*\b(invalid|expired|revoked)\b/i.test(text);
  if (isGrant)
    return new OAuthError(
      'grant',
      'Gong rejected the authorization: it is invalid, expired, or revoked.',
    );
  const hint =
    status === 403
      ? " Add this gateway's IP address to both lists of the app at Gong: for API calls, and for token refreshes."
      : '';
  return new OAuthError(
    'answer',
    `Gong rejected the request for tokens (status ${status}).${hint}`,
    {
      mayConcernGrant: status !== 403,
    },
  );
}

function tryParse(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

function isToken(value: unknown): value is string {
  // The token becomes a part of a header.
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);
}
