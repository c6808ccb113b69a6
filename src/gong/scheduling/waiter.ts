/**
 * In which order waiting requests are served: what somebody did before what somebody looks at, that before what a
 * machine reads through, and last what the gateway reads for itself.
 */
export const priorities = ['write', 'interactive', 'bulk', 'background'] as const;
export type Priority = (typeof priorities)[number];

/** For whom a request is sent, as fairness and metrics count it. */
export interface Requester {
  /** Name of the gateway's client; `anonymous` where clients don't have to prove themselves. */
  readonly client: string;
  /** Name of the GraphQL operation; `anonymous` where it has none. */
  readonly operation: string;
}

/** Who waits for a request to start, how urgently, and how long it makes sense to. */
export interface Waiter {
  /** When aborted, the wait rejects with the signal's reason. */
  readonly signal: AbortSignal;
  /** The last moment, by the clock's monotonic time, at which a start is still of use. */
  latestStart(): number;
  /** May change while it waits, as when someone in a hurry joins. */
  priority(): Priority;
  asker(): Requester;
  /** Clients in whose lines it stands; the asker's alone where it doesn't say. */
  clients?(): Iterable<string>;
  /**
   * It doesn't start before `until`, which the waiter itself can wait for: whoever of several can't, may be told the
   * reason at once. Called again whenever that is put off.
   */
  onHold?(until: number, reason: Error): void;
}

export function clientsOf(waiter: Waiter): Iterable<string> {
  return waiter.clients?.() ?? [waiter.asker().client];
}
