/**
 * Stores small values that outlive their request, by name and for a limited time. Names are sensitive, so stores that
 * others can read hide them. No method rejects: a store that is unreachable continues as far as possible.
 */
export interface StateStore {
  /** Returns what was set, as JSON restores it; undefined when it expired or never existed. */
  get(name: string): Promise<unknown>;
  set(name: string, value: unknown, forMs: number): Promise<void>;
  /**
   * Sets a value that does not exist. Of several callers, at all instances, one gets true. Returns null when the
   * other instances cannot be asked, and then nothing is set.
   */
  add(name: string, value: unknown, forMs: number): Promise<boolean | null>;
  delete(name: string): Promise<void>;
}
