import type { Client } from './client.js';
import { digestOf, isSameDigest } from './digest.js';

/** A bearer token that an operator issued to a client. */
export interface ClientToken {
  readonly client: string;
  readonly tenant: string;
  readonly token: string;
}

/** The clients with configured tokens. */
export class StaticTokens {
  private readonly known: readonly { readonly client: Client; readonly digest: Buffer }[];

  constructor(tokens: readonly ClientToken[]) {
    this.known = tokens.map(({ client, tenant, token }) => ({
      client: { name: client, tenant, person: null, roles: [] },
      digest: digestOf(token),
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
