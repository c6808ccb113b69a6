/**
 * Small things that must outlive the request which brought them, by name and each for a while. What they are
 * named by is not for others' eyes: stores that others can look into hide it. A store that can't be reached
 * does what it can without: no method rejects.
 */
export interface StateStore {
  /** What was set, as JSON brings it back; undefined where there is nothing any more. */
  get(name: string): Promise<unknown>;
  set(name: string, value: unknown, forMs: number): Promise<void>;
  /**
   * Sets what isn't there. Of several that try, also at other gateways, one is told true; null where the others
   * can't be asked, and nothing was set.
   */
  add(name: string, value: unknown, forMs: number): Promise<boolean | null>;
  delete(name: string): Promise<void>;
}
