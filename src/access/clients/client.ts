/** The tenant of clients that name none: the company of GONG_ACCESS_KEY, or the only connected one. */
export const DEFAULT_TENANT = 'default';

/** The form of tenant names, which are parts of URLs and keys. */
export const TENANT_NAME = /^[a-z0-9][a-z0-9_-]{0,62}$/;

/** A client of the gateway. */
export interface Client {
  /** Name of the program, for fairness and metrics. */
  readonly name: string;
  /** The tenant whose data the client sees. */
  readonly tenant: string;
  /** Gong user ID or email of the person for whom the client sends operations; null: for itself. */
  readonly person: string | null;
  /** Roles of the person, or of the client itself, according to the token. */
  readonly roles: readonly string[];
}

/** The client of every request when clients need not authenticate. */
export const ANONYMOUS: Client = {
  name: 'anonymous',
  tenant: DEFAULT_TENANT,
  person: null,
  roles: [],
};

/** Why a client was refused. */
export interface Refusal {
  /** `unavailable`: the token cannot be checked at the moment. */
  readonly kind: 'no-token' | 'invalid-token' | 'unavailable';
  /** For the client; contains nothing of its token. */
  readonly message: string;
  /** Name of the client that a forged token claims; undefined when it claims none. */
  readonly claimedName?: string;
  /** Whether the token has a valid signature, so that it is no guess. */
  readonly isSigned?: true;
  /** Seconds after which another attempt may succeed. */
  readonly retryAfterSeconds?: number;
}

/** `isSigned`: the token has a signature, so that it cannot be guessed. */
export type Authentication =
  { readonly client: Client; readonly isSigned?: true } | { readonly refusal: Refusal };

/** Refuses a token with a message. */
export function invalidToken(
  message: string,
  details: Pick<Refusal, 'claimedName' | 'isSigned'> = {},
): { readonly refusal: Refusal } {
  return { refusal: { kind: 'invalid-token', message, ...details } };
}
