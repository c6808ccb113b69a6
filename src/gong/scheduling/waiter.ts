/**
 * The order in which waiting requests are sent: changes first, then reads of interactive operations, then reads of long
 * lists, and last the reads of the sync.
 */
export const priorities = ['write', 'interactive', 'bulk', 'background'] as const;
export type Priority = (typeof priorities)[number];

/** The client and the operation of a request, for fairness and metrics. */
export interface Requester {
  /** Name of the client; `anonymous` when clients need not authenticate. */
  readonly client: string;
  /** Name of the GraphQL operation; `anonymous` when it has none. */
  readonly operation: string;
}

/** What a waiting request is for: its priority and its deadline. */
export interface Waiter {
  /** When aborted, the wait rejects with the signal's reason. */
  readonly signal: AbortSignal;
  /** The latest useful start, in monotonic time. */
  latestStart(): number;
  /** May change while the request waits, for example when an interactive operation joins. */
  priority(): Priority;
  asker(): Requester;
  /** The clients that share the request; if omitted, only the asker's. */
  clients?(): Iterable<string>;
  /**
   * Called when the request will not start before `until`, although it can wait that long. Operations that share it
   * and cannot wait can then fail at once with the reason. Called again whenever the time is extended.
   */
  onHold?(until: number, reason: Error): void;
}

export function clientsOf(waiter: Waiter): Iterable<string> {
  return waiter.clients?.() ?? [waiter.asker().client];
}
