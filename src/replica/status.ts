/** How far a replica reaches, and how old it is, as its sync says. */
export interface ReplicaStatus {
  /** `filling`: the first copy is being made; `behind`: later than planned, or an operator must decide something. */
  readonly state: 'filling' | 'current' | 'behind';
  /** Start time from which every call is held, in milliseconds since the epoch; null: there is none. */
  readonly fromMs: number | null;
  /** What Gong showed before it was examined, in milliseconds since the epoch; null: nothing was. */
  readonly asOfMs: number | null;
  /** How late a change may be noticed, as a fraction of the call's age; null: unknown. */
  readonly lateness: number | null;
  /** Requests that the sync sent today, and may send in a day. */
  readonly requestsToday: number;
  readonly requestsPerDay: number;
}
