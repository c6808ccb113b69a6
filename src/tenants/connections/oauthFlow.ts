import { createHash, timingSafeEqual } from 'node:crypto';
import { MINUTE_MS, type Clock } from '../../lib/clock.js';
import type { OAuthEndpoint } from '../../gong/oauth.js';
import type { Sealer } from '../../lib/sealer.js';
import type { StateStore } from '../../lib/stateStore.js';
import type { OAuthConnection } from './connection.js';

/** As long as Gong's own codes are valid. */
const STATE_LIFE_MS = 10 * MINUTE_MS;
const PLACE = 'oauth state';

/** The content of the sealed `state`, which Gong returns. */
interface FlowState {
  readonly id: string;
  readonly tenant: string;
  /** Digest of a secret that only the browser that began the flow has. */
  readonly browser: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** The flow ended without a connection. The message is for the person at the browser. */
export class FlowError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FlowError';
  }
}

export interface OAuthFlowOptions {
  readonly endpoint: OAuthEndpoint;
  readonly sealer: Sealer;
  /** Records which states were used. */
  readonly state: StateStore;
  readonly clock: Clock;
  /** Makes a long random text. */
  readonly createSecret: () => string;
  readonly createId: () => string;
  /** Scopes to request. */
  readonly scopes: readonly string[];
  /** The company's API, when Gong does not send its URL. */
  readonly fallbackBaseUrl: string;
}

/** An OAuth flow through a browser, which ends with a connected tenant. */
export class OAuthFlow {
  constructor(private readonly options: OAuthFlowOptions) {}

  /**
   * Returns the URL for the browser, and the secret that the browser must keep in a cookie until it returns. Gong
   * does not support PKCE, so the state binds the code to the browser.
   */
  begin(tenant: string): { readonly location: string; readonly cookie: FlowCookie } {
    const { endpoint, sealer, clock, createSecret, createId, scopes } = this.options;
    const secret = createSecret();
    const id = createId();
    const state: FlowState = {
      id,
      tenant,
      browser: digest(secret).toString('base64url'),
      expiresAt: clock.now() + STATE_LIFE_MS,
    };
    const sealed = sealer.sealText(state, PLACE);
    return {
      location: endpoint.authorizeUrl(scopes, sealed),
      cookie: { name: cookieName(id), value: secret, maxAgeMs: STATE_LIFE_MS },
    };
  }

  /**
   * Accepts what the browser returns with, once.
   *
   * @param cookieOf returns the browser's cookie with a name.
   * @throws FlowError, OAuthError
   */
  async finish(
    { code, state: text, error }: Readonly<Record<'code' | 'state' | 'error', string | undefined>>,
    cookieOf: (name: string) => string | undefined,
  ): Promise<OAuthConnection> {
    const { endpoint, clock, createId, fallbackBaseUrl } = this.options;
    const state = this.read(text ?? '');
    const secret = cookieOf(cookieName(state.id)) ?? '';
    if (!timingSafeEqual(digest(secret), Buffer.from(state.browser, 'base64url'))) {
      throw new FlowError(
        'This sign-in was started in a different browser. Start again in this one.',
      );
    }
    const isUnused = await this.options.state.add(`used ${state.id}`, true, STATE_LIFE_MS);
    if (isUnused !== true) {
      throw new FlowError(
        isUnused === null
          ? 'The gateway cannot check right now whether this page was already used. Start again.'
          : 'This page was already used. Start again.',
      );
    }
    if (error !== undefined || code === undefined || code === '') {
      throw new FlowError(
        'The company was not connected: access was denied in Gong, or Gong returned no code. Start again.',
      );
    }
    const pair = await endpoint.exchange(code);
    const now = clock.now();
    return {
      kind: 'oauth',
      tenant: state.tenant,
      id: createId(),
      baseUrl: pair.baseUrl ?? fallbackBaseUrl,
      connectedAt: now,
      accessToken: pair.accessToken,
      refreshToken: pair.refreshToken,
      revision: 0,
      issuedAt: now,
      expiresAt: now + pair.lifeMs,
      scopes: pair.scopes,
      revokedAt: null,
    };
  }

  private read(text: string): FlowState {
    const state = this.options.sealer.openText(text, PLACE) as FlowState | undefined;
    if (state === undefined) {
      throw new FlowError(
        'This sign-in was not started at this gateway. Start at /oauth/gong/start.',
      );
    }
    if (state.expiresAt <= this.options.clock.now()) {
      throw new FlowError('This sign-in has expired. Start again.');
    }
    return state;
  }
}

export interface FlowCookie {
  readonly name: string;
  readonly value: string;
  readonly maxAgeMs: number;
}

/** Each flow has its own cookie, so that flows in two tabs can both finish. */
function cookieName(id: string): string {
  return `gong-oauth-${id}`;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
