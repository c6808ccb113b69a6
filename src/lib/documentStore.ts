/**
 * Stores documents that clients name by the hexadecimal SHA-256 of their text, which the reader can check. A tenant
 * finds only what its own clients sent. No method rejects: a store that is unreachable finds nothing.
 */
export interface DocumentStore {
  get(tenant: string, hash: string): Promise<string | undefined>;
  set(tenant: string, hash: string, text: string): Promise<void>;
}
