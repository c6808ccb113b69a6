/** How one tenant's company is connected to Gong. Holds credentials: it is stored sealed, and shown to nobody. */
export type Connection = KeyConnection | OAuthConnection;

interface ConnectionBase {
  readonly tenant: string;
  /** Anew with each connecting: what was read by another one is never found by this one. */
  readonly id: string;
  /** Origin of the company's API. */
  readonly baseUrl: string;
  /** Milliseconds since the epoch. */
  readonly connectedAt: number;
}

/** By an API key of the company. */
export interface KeyConnection extends ConnectionBase {
  readonly kind: 'key';
  readonly accessKey: string;
  readonly accessKeySecret: string;
}

/** By OAuth 2.0. */
export interface OAuthConnection extends ConnectionBase {
  readonly kind: 'oauth';
  readonly accessToken: string;
  /** Serves once. */
  readonly refreshToken: string;
  /** How often it was renewed: of two states of a connection, the higher one is the later, whatever clocks say. */
  readonly revision: number;
  /** When the access token was given out, and when it ends; milliseconds since the epoch. */
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** What was granted; null where Gong didn't say. */
  readonly scopes: readonly string[] | null;
  /** When Gong was found not to take the connection any more; null: it does, as far as is known. */
  readonly revokedAt: number | null;
}

/** Whether one may take the other's place: the same connection, no further on. */
export function isSameState(stored: Connection | null, expected: OAuthConnection): boolean {
  return (
    stored?.kind === 'oauth' && stored.id === expected.id && stored.revision === expected.revision
  );
}
