import { createHash, timingSafeEqual } from 'node:crypto';
import { MINUTE_MS, type Clock } from '../../lib/clock.js';
import type { OAuthEndpoint } from '../../gong/oauth.js';
import type { Sealer } from '../../lib/sealer.js';
import type { StateStore } from '../../lib/stateStore.js';
import type { OAuthConnection } from './connection.js';

/** As long as Gong's own codes. */
const STATE_LIFE_MS = 10 * MINUTE_MS;
const PLACE = 'oauth state';

/** What is sealed into `state`, which Gong hands back. */
interface FlowState {
  readonly id: string;
  readonly tenant: string;
  /** Digest of what only the browser that began knows. */
  readonly browser: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Why a browser that comes back from Gong brings nothing; its message is for whoever sits before it. */
export class FlowError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FlowError';
  }
}

export interface OAuthFlowOptions {
  readonly endpoint: OAuthEndpoint;
  readonly sealer: Sealer;
  /** Where it is kept which states were used. */
  readonly state: StateStore;
  readonly clock: Clock;
  /** A long random text. */
  readonly createSecret: () => string;
  readonly createId: () => string;
  /** Scopes to ask for. */
  readonly scopes: readonly string[];
  /** The company's API, where Gong doesn't say where it is. */
  readonly fallbackBaseUrl: string;
}

/** A browser's way to Gong and back, at the end of which a tenant is connected. */
export class OAuthFlow {
  constructor(private readonly options: OAuthFlowOptions) {}

  /**
   * Where to send the browser, and what it alone has to keep, under which name, until it is back. `PKCE` is nothing
   * that Gong knows: what binds its code to the browser is the state.
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
   * Takes what a browser brings back, once.
   *
   * @param cookieOf what the browser kept by a name.
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

/** One for each flow: who begins in two tabs can end in both. */
function cookieName(id: string): string {
  return `gong-oauth-${id}`;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
