import type { Client } from './client.js';
import { digestOf, isSameDigest } from './digest.js';

/** A bearer token that an operator issued to a client: the token itself, or its SHA-256 as hexadecimal digits. */
export type ClientToken = {
  readonly client: string;
  readonly tenant: string;
} & ({ readonly token: string } | { readonly sha256: string });

/** Returns the digest by which tokens are compared. */
export function digestOfToken(token: ClientToken): Buffer {
  return 'sha256' in token ? Buffer.from(token.sha256, 'hex') : digestOf(token.token);
}

/** The clients with configured tokens. */
export class StaticTokens {
  private readonly known: readonly { readonly client: Client; readonly digest: Buffer }[];

  constructor(tokens: readonly ClientToken[]) {
    this.known = tokens.map((token) => ({
      client: { name: token.client, tenant: token.tenant, person: null, roles: [] },
      digest: digestOfToken(token),
    }));
  }

  /** Returns the client of the token; undefined when there is none. */
  clientOf(token: string): Client | undefined {
    const sent = digestOf(token);
    // All tokens are compared in constant time, so that the time reveals nothing.
    const [match] = this.known.filter(({ digest }) => isSameDigest(digest, sent));
    return match?.client;
  }
}
