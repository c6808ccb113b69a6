/**
 * Documents that clients name by the SHA-256 of their text, in hexadecimal. It says what comes back, so whoever
 * asks can check it. A tenant finds only what its own clients sent. A store that can't be reached holds nothing: no
 * method rejects.
 */
export interface DocumentStore {
  get(tenant: string, hash: string): Promise<string | undefined>;
  set(tenant: string, hash: string, text: string): Promise<void>;
}
