/** How one tenant's company is connected to Gong. It contains credentials, so it is stored sealed and never shown. */
export type Connection = KeyConnection | OAuthConnection;

interface ConnectionBase {
  readonly tenant: string;
  /** New for each connection, so that data that was read with another connection is never found. */
  readonly id: string;
  /** Origin of the company's API. */
  readonly baseUrl: string;
  /** Milliseconds since the epoch. */
  readonly connectedAt: number;
}

/** A connection by an API key of the company. */
export interface KeyConnection extends ConnectionBase {
  readonly kind: 'key';
  readonly accessKey: string;
  readonly accessKeySecret: string;
}

/** A connection by OAuth 2.0. */
export interface OAuthConnection extends ConnectionBase {
  readonly kind: 'oauth';
  readonly accessToken: string;
  /** Can be used once. */
  readonly refreshToken: string;
  /**
   * How often the connection was renewed. Of two states, the one with the higher revision is later, whatever clocks
   * say.
   */
  readonly revision: number;
  /** When the access token was issued and when it expires, in milliseconds since the epoch. */
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** The granted scopes; null when Gong did not send them. */
  readonly scopes: readonly string[] | null;
  /** When Gong stopped accepting the connection, as far as known; null when it accepts it. */
  readonly revokedAt: number | null;
}

/** Returns the latest of several states of one tenant's connection; null when there is none. */
export function latestOf(states: readonly (Connection | null)[]): Connection | null {
  const found = states.filter((state) => state !== null);
  return found.reduce<Connection | null>(
    (latest, state) => (latest !== null && !isLater(state, latest) ? latest : state),
    null,
  );
}

function isLater(one: Connection, other: Connection): boolean {
  if (one.id !== other.id) return one.connectedAt > other.connectedAt;
  return one.kind === 'oauth' && other.kind === 'oauth' && one.revision > other.revision;
}

/** Returns whether one state may replace the other: it is the same connection, with no later revision. */
export function isSameState(stored: Connection | null, expected: OAuthConnection): boolean {
  return (
    stored?.kind === 'oauth' && stored.id === expected.id && stored.revision === expected.revision
  );
}
