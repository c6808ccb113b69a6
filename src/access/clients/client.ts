/** The tenant of whoever doesn't say otherwise: the company of GONG_ACCESS_KEY, or the only one connected. */
export const DEFAULT_TENANT = 'default';

/** What tenants may be called: it stands in addresses and keys. */
export const TENANT_NAME = /^[a-z0-9][a-z0-9_-]{0,62}$/;

/** Who asks. */
export interface Client {
  /** Of the program that asks, as fairness and metrics count it. */
  readonly name: string;
  /** Whose data it sees. */
  readonly tenant: string;
  /** Gong user id or e-mail address of the person for whom it asks; null: it asks for itself. */
  readonly person: string | null;
  /** What its token says that the person, or it itself, is. */
  readonly roles: readonly string[];
}

/** Whoever comes where no client has to prove itself. */
export const ANONYMOUS: Client = {
  name: 'anonymous',
  tenant: DEFAULT_TENANT,
  person: null,
  roles: [],
};

/** Why nobody was let in. */
export interface Refusal {
  /** `unavailable`: it can't be told at the moment whether the token is good. */
  readonly kind: 'no-token' | 'invalid-token' | 'unavailable';
  /** For the client; holds nothing of its token. */
  readonly message: string;
  /** Seconds after which trying again may help. */
  readonly retryAfterSeconds?: number;
}

export type Authentication = { readonly client: Client } | { readonly refusal: Refusal };

/** A token that is refused, with what is wrong with it. */
export function invalidToken(message: string): { readonly refusal: Refusal } {
  return { refusal: { kind: 'invalid-token', message } };
}
