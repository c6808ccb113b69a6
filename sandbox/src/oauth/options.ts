/** The app that is registered at the sandbox, and what becomes of those who are sent to its log-in page. */
export interface OAuthOptions {
  clientId: string;
  clientSecret: string;
  /** Where browsers may be sent back to; compared as text. */
  redirectUris: readonly string[];
  /** Lifetime of an access token; a day by default, as at Gong. */
  accessTokenSeconds: number;
  /** Lifetime of a refresh token; unlimited by default, since Gong's is not public. */
  refreshTokenSeconds: number;
  /**
   * The company's own host as token answers name it, an origin. Tokens then open nothing on another host. Left
   * out, it is the host that the token was asked of, and tokens serve on any.
   */
  baseUrlForCustomer?: string;
  /** What the administrator grants of what is asked for; all when left out. */
  scopesGranted?: readonly string[];
  /** `at once` (the default) grants unasked; `page` shows people a page with a choice. */
  consent: 'at once' | 'page';
}

/** The app that a sandbox knows when it is told nothing else. It opens nothing but a sandbox. */
export const DEFAULT_OAUTH_APP = {
  clientId: 'SANDBOXAPP',
  clientSecret: 'sandbox-app-client-secret',
  /** A gateway on its usual port. */
  redirectUris: [
    'http://127.0.0.1:4000/oauth/gong/callback',
    'http://localhost:4000/oauth/gong/callback',
  ],
  accessTokenSeconds: 86_400,
} as const;

/** Fills in the defaults. */
export const resolveOAuth = (options: Partial<OAuthOptions> = {}): OAuthOptions => ({
  ...DEFAULT_OAUTH_APP,
  refreshTokenSeconds: Infinity,
  consent: 'at once',
  ...options,
});
