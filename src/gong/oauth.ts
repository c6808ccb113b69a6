import { SECOND_MS, type Clock } from '../lib/clock.js';
import { isObject, NotSentError, type Fetch, type FetchResponse } from './exchange.js';
import { ResponseTooLargeError } from './responseLimit.js';
import { isGongHost } from './hosts.js';
import { parseJson } from '../lib/json.js';

/** The gateway as it is registered at Gong. */
export interface OAuthClient {
  /** Origin of Gong's log-in pages. */
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
}

/** What Gong gives out for one company. */
export interface TokenPair {
  readonly accessToken: string;
  /** Serves once: with the next pair, this one is of no use any more. */
  readonly refreshToken: string;
  /** How long the access token lives, in milliseconds. */
  readonly lifeMs: number;
  /** What was granted; null where Gong doesn't say. */
  readonly scopes: readonly string[] | null;
  /** Origin of the company's own API; null where Gong doesn't say, or names one that nothing may be sent to. */
  readonly baseUrl: string | null;
  /** Whether it names one that nothing may be sent to. */
  readonly isHostOdd: boolean;
}

/**
 * Why there are no tokens. `grant`: Gong doesn't take the code or refresh token, or not any more; `client`: it doesn't
 * take the gateway's own id and secret; `unavailable`: it couldn't be asked or failed; `answer`: it said something else.
 */
export type OAuthProblem = 'grant' | 'client' | 'unavailable' | 'answer';

/** Its message is safe to show: it holds neither codes nor tokens. */
export class OAuthError extends Error {
  /** Whether Gong refused, and not certainly for the gateway's own ID, secret, or IP address. */
  readonly mayConcernGrant: boolean;
  /** Whether Gong may have exchanged the code or refresh token, which is then of no more use. */
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

/** Neither takes Gong any work. */
const ANSWER_TIMEOUT_MS = 10 * SECOND_MS;

/** Gong's usual lifetime, where it doesn't say. */
const DEFAULT_LIFE_SECONDS = 86_400;
/** What is longer isn't meant. */
const MAX_LIFE_SECONDS = 31 * DEFAULT_LIFE_SECONDS;

/**
 * Where Gong's log-in pages are, and where it gives out tokens. Its requests aren't the API's: they wait for no slot
 * and count for no day.
 */
export class OAuthEndpoint {
  constructor(private readonly options: OAuthEndpointOptions) {}

  /** Where a browser is sent for an administrator of the company to agree. */
  authorizeUrl(scopes: readonly string[], state: string): string {
    const { client } = this.options;
    const query = new URLSearchParams({
      client_id: client.clientId,
      response_type: 'code',
      scope: scopes.join(' '),
      redirect_uri: client.redirectUri,
      state,
    });
    // Gong documents %20 between scopes, which not everyone takes a + for.
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
   * The next pair. Where this fails as `unavailable`, the refresh token may have been used up all the same. Where it
   * doesn't, it has been: what the answer says beside the tokens is no reason to lose them.
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
    // In the address, as Gong documents it, with no body.
    const query = new URLSearchParams(parameters).toString();
    try {
      const response: FetchResponse = await fetch(
        `${client.baseUrl}/oauth2/generate-customer-token?${query}`,
        {
          method: 'POST',
          headers: { authorization: `Basic ${pair}`, accept: 'application/json' },
          redirect: 'manual',
          // It must not be lost on a connection that the other side was about to close.
          isFresh: true,
          signal: timeout.signal,
          onSent: () => undefined,
        },
      );
      return { status: response.status, text: await response.text() };
    } catch (error) {
      // The cause may repeat the address, which holds the grant.
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

  /** Credentials go to Gong and nowhere else, whoever says where that is. */
  private originIn(address: unknown): string | null {
    if (typeof address !== 'string') return null;
    const url = /^[a-z][a-z\d+.-]*:/i.test(address) ? address : `https://${address}`;
    return isApiOrigin(url, this.options.anyHost) ? new URL(url).origin : null;
  }
}

/** Whether credentials may be sent to an address: to Gong's own, unless any host is allowed. */
export function isApiOrigin(address: string, anyHost: boolean): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  if (anyHost) return protocol === 'https:' || protocol === 'http:';
  return protocol === 'https:' && isGongHost(hostname);
}

/** What a refusal means: by its code where it has one, else by its words. */
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
  // It goes into a header.
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);
}
