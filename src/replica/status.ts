/** How far a replica reaches, and how old it is, as its sync says. */
export interface ReplicaStatus {
  /** `BEHIND`: changes are noticed later than planned, or an operator must decide something. */
  readonly state: 'FILLING' | 'CURRENT' | 'BEHIND' | 'UNAVAILABLE';
  /** Start time from which every call is held, in milliseconds since the epoch; null: there is none. */
  readonly from: number | null;
  /** Whether calls were never read: Gong fails to send them, or the sync was interrupted. */
  readonly lacksCalls: boolean;
  /** What Gong showed before it is held, in milliseconds since the epoch; null: nothing was examined. */
  readonly asOf: number | null;
  /** Starts of the calls whose transcript was never requested from Gong; null: there are none. */
  readonly unreadTranscripts: StartRange | null;
  /** Reviews of calls that started before were never read; milliseconds since the epoch, null: all were. */
  readonly unreadReviewsBefore: number | null;
  /** How late a change may be noticed, as a fraction of the call's age; null: unknown. */
  readonly lateness: number | null;
  /** Requests that the sync sent today, and may send in a day. */
  readonly requestsToday: number;
  readonly requestsPerDay: number;
  /** Why it is not current, as sentences for an operator. */
  readonly reasons: readonly string[];
  /** Progress of the first copy; null when it is complete. */
  readonly progress: ReplicaProgress | null;
}

/** The first and the last start of some calls, in milliseconds since the epoch. */
export interface StartRange {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface ReplicaProgress {
  /** Part of the first copy that is done, from 0 to 1. */
  readonly share: number;
  /** When it may be complete, in milliseconds since the epoch; null: unknown. */
  readonly endsAt: number | null;
}
