/**
 * Documents that clients name by the SHA-256 of their text, in hexadecimal. It says what comes back, so whoever
 * asks can check it. A store that can't be reached holds nothing: no method rejects.
 */
export interface DocumentStore {
  get(hash: string): Promise<string | undefined>;
  set(hash: string, text: string): Promise<void>;
}
