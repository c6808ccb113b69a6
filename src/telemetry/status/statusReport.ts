/** The response of `GET /admin/status`. Times are RFC 3339. */
export interface StatusReport {
  readonly now: string;
  /** Whether all data is invented. */
  readonly sandbox: boolean;
  readonly companies: readonly CompanyStatus[];
  /** How companies can be connected here. */
  readonly connecting: {
    /** Whether an API key can be stored. */
    readonly byKey: boolean;
    /** Whether Gong's consent page can be opened. */
    readonly byOAuth: boolean;
    /** Why the stored connections are unknown; null: they are known. */
    readonly problem: string | null;
  };
  readonly minutes: MinuteReport;
  readonly hours: HourReport;
  readonly instances: readonly InstanceReport[];
  /** `off`: there is one instance. `away`: the counts of other instances may be missing. */
  readonly redis: 'off' | 'ok' | 'away';
}

export interface CompanyStatus {
  readonly tenant: string;
  /** Null: it has no stored connection. */
  readonly connection: ConnectionReport | null;
  /** Whether the environment configures its credentials, so that they cannot be changed here. */
  readonly isFixed: boolean;
  /** Gong's last response to the credentials; null when this instance has not used them yet. */
  readonly credentials: 'ok' | 'refused' | 'untried' | null;
  /** Null when this instance has not used the company yet. */
  readonly quota: QuotaReport | null;
  /** Null: there is none. */
  readonly replica: ReplicaReport | null;
}

export interface ConnectionReport {
  readonly kind: 'oauth' | 'key';
  /** `revoked`: Gong no longer accepts it, and it must be connected again. */
  readonly status: 'connected' | 'revoked';
  /** Origin of the company's API. */
  readonly gong: string;
  readonly connectedAt: string;
  /** The scopes that were requested but not granted. */
  readonly missingScopes: readonly string[];
}

export interface QuotaReport {
  /** Requests that may start in a second, and in a day. */
  readonly perSecond: number;
  readonly perDay: number;
  readonly usedToday: number;
  /** When the next day begins for Gong. */
  readonly resetsAt: string;
  /** Null while too little is known. */
  readonly forecast: ForecastReport | null;
  /** Requests that wait for their slot, at all instances. */
  readonly queued: number;
  /** The clients with a daily budget that this instance has seen, those with the least left first. */
  readonly budgets: readonly BudgetReport[];
  /** What prevents every request; null when nothing does. */
  readonly hold: { readonly because: 'rate' | 'hold' | 'day'; readonly forSeconds: number } | null;
}

export interface BudgetReport {
  readonly client: string;
  readonly usedToday: number;
  readonly perDay: number;
}

/** The day's use, if requests continue at the rate of the last hour. */
export interface ForecastReport {
  readonly usedByReset: number;
  /** When the day's requests are used up; null when some are left at its end. */
  readonly exhaustedAt: string | null;
  /** Requests per minute, and the minutes of which that is the average. */
  readonly perMinute: number;
  readonly ofMinutes: number;
}

export interface ReplicaReport {
  readonly state: 'FILLING' | 'CURRENT' | 'BEHIND' | 'UNAVAILABLE';
  readonly asOf: string | null;
  /** How late a change may be noticed, as a fraction of the call's age; null: unknown. */
  readonly lateness: number | null;
  readonly requestsToday: number;
  readonly requestsPerDay: number;
  readonly reasons: readonly string[];
  /** Progress of the first copy, from 0 to 1; null when it is complete. */
  readonly progress: { readonly share: number; readonly endsAt: string | null } | null;
}

/** Counts of consecutive minutes. The last one is not over yet. */
export interface MinuteReport {
  /** When the first minute began. */
  readonly from: string;
  /** HTTP requests sent to Gong, and those of them that Gong answered with 429. */
  readonly requests: readonly number[];
  readonly rateLimited: readonly number[];
  /** Time that these requests waited in the queue, in milliseconds, all together. */
  readonly waitedMs: readonly number[];
  readonly operations: readonly number[];
  /** Requests that were sent to Gong for these operations, so without those of the sync. */
  readonly operationRequests: readonly number[];
  /** Operations with an error. */
  readonly failedOperations: readonly number[];
  /** Duration of the operations, in milliseconds, all together. */
  readonly durationMs: readonly number[];
  /** List pages and records by ID that came from a cache. */
  readonly cacheHits: readonly number[];
  /** Requests of other operations that an operation also waited for. */
  readonly sharedRequests: readonly number[];
}

/** Counts of whole hours, and of the current one so far. */
export interface HourReport {
  /** When the first hour began. */
  readonly from: string;
  /** The most active first. */
  readonly uses: readonly UseReport[];
  /** Whether `uses` has the most active only. */
  readonly hasMoreUses: boolean;
  readonly errors: readonly { readonly code: string; readonly operations: number }[];
  /** Requests to Gong that failed, by outcome: see the metric `gong_gateway_gong_requests_total`. */
  readonly failures: readonly { readonly outcome: string; readonly requests: number }[];
}

export interface UseReport {
  readonly client: string;
  /** Name of the GraphQL operation. */
  readonly operation: string;
  readonly operations: number;
  readonly failedOperations: number;
  /** Requests that were sent to Gong for it. */
  readonly requests: number;
}

export interface InstanceReport {
  readonly id: string;
  readonly host: string;
  readonly version: string;
  readonly startedAt: string;
  readonly seenAt: string;
  /** Requests that wait for their slot at this instance. */
  readonly queued: number;
  /** Whether it made this report. */
  readonly isThis: boolean;
}
