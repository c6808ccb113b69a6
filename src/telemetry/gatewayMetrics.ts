import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Attempt, ClientObserver } from '../gong/attempt.js';
import { spendsCredits } from '../gong/errors.js';
import { SECOND_MS } from '../lib/clock.js';
import type { OperationObserver } from './endedOperation.js';
import { clientLabel, OperationLabels } from './labels.js';

/** What is read of a tenant's company for the metrics. */
export interface WatchedCompany {
  readonly tenant: string;
  /** Requests that wait for their slot. */
  readonly queued: number;
  readonly remainingToday: number;
  readonly clients: readonly {
    readonly client: string;
    readonly usedToday: number;
    readonly perDay: number | null;
  }[];
  /** Null when there is no replica, or nothing is known of it. */
  readonly replica: {
    readonly state: string;
    readonly lateness: number | null;
    readonly asOf: number | null;
    readonly requestsToday: number;
  } | null;
}

/** The same for all tenants. */
export interface WatchedState {
  readonly companies: readonly WatchedCompany[];
  readonly cachedBytes: number;
}

/** Upper bounds in seconds. 1 second is the period of the rate limit; 25 is the default deadline. */
const WAIT_BUCKETS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 25];
/** Upper bounds in seconds. After 20, an attempt times out. */
const REQUEST_BUCKETS = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];
/** Upper bounds in seconds, from cached responses to the default deadline. */
const OPERATION_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25];

/**
 * Counts the gateway's work for Prometheus. Labels contain names of clients, of Gong's endpoints, and of GraphQL
 * operations, and never data of requests or responses. Each has its own registry, so that one process can have
 * several.
 */
export class GatewayMetrics {
  readonly registry = new Registry();
  private readonly operationLabels = new OperationLabels();
  private state: (() => WatchedState) | null = null;
  private lostAuditRecords: (() => number) | null = null;
  private readonly registers = [this.registry];

  private readonly requests = new Counter({
    name: 'gong_gateway_gong_requests_total',
    help: 'Completed HTTP requests to Gong: every attempt, including refused and aborted ones.',
    labelNames: ['operation', 'client', 'endpoint', 'outcome', 'tenant'],
    registers: this.registers,
  });
  private readonly rateLimited = new Counter({
    name: 'gong_gateway_gong_rate_limited_total',
    help: 'HTTP requests that Gong answered with 429.',
    labelNames: ['tenant'],
    registers: this.registers,
  });
  private readonly spending = new Counter({
    name: 'gong_gateway_credit_requests_total',
    help: 'Completed HTTP requests that may have spent Gong credits.',
    labelNames: ['operation', 'client', 'endpoint', 'outcome', 'tenant'],
    registers: this.registers,
  });
  private readonly waits = new Histogram({
    name: 'gong_gateway_gong_request_wait_seconds',
    help: 'Time that Gong requests waited in the queue before they were sent.',
    labelNames: ['endpoint'],
    buckets: WAIT_BUCKETS,
    registers: this.registers,
  });
  private readonly durations = new Histogram({
    name: 'gong_gateway_gong_request_duration_seconds',
    help: 'Time from sending a Gong request until its response was read.',
    labelNames: ['endpoint', 'outcome'],
    buckets: REQUEST_BUCKETS,
    registers: this.registers,
  });
  private readonly operations = new Counter({
    name: 'gong_gateway_operations_total',
    help: 'Completed GraphQL operations, by the code of their first error, or ok.',
    labelNames: ['code'],
    registers: this.registers,
  });
  private readonly operationDurations = new Histogram({
    name: 'gong_gateway_operation_duration_seconds',
    help: 'Duration of GraphQL operations, by name and by whether they had errors.',
    labelNames: ['operation', 'errors'],
    buckets: OPERATION_BUCKETS,
    registers: this.registers,
  });
  private readonly cacheHits = new Counter({
    name: 'gong_gateway_cache_hits_total',
    help: 'List pages and records by ID that came from a cache instead of Gong.',
    registers: this.registers,
  });
  private readonly throttled = new Counter({
    name: 'gong_gateway_throttled_client_requests_total',
    help: 'Client requests that got 429: too many failed logins, or too many operations of a client.',
    labelNames: ['reason'],
    registers: this.registers,
  });
  private readonly sharedRequests = new Counter({
    name: 'gong_gateway_shared_requests_total',
    help: 'Gong requests that another operation started and this operation waited for too.',
    registers: this.registers,
  });

  /** @param isSandbox whether all data is invented. */
  constructor(isSandbox: boolean) {
    new Gauge({
      name: 'gong_gateway_info',
      help: 'Always 1. The label sandbox is true when the embedded sandbox serves invented data.',
      labelNames: ['sandbox'],
      registers: this.registers,
    }).set({ sandbox: String(isSandbox) }, 1);
    this.gaugeByTenant(
      'gong_gateway_queued_requests',
      'Gong requests that wait for their send slot.',
      ({ queued }) => queued,
    );
    this.gaugeByTenant(
      'gong_gateway_quota_remaining_requests',
      'Gong requests that may still be sent today.',
      ({ remainingToday }) => remainingToday,
    );
    this.addClientGauges();
    this.gaugeByTenant(
      'gong_gateway_replica_current',
      '1 when the replica notices changes as planned, else 0.',
      ({ replica }) => replica && Number(replica.state === 'CURRENT'),
    );
    this.gaugeByTenant(
      'gong_gateway_replica_lateness_ratio',
      "How late the replica may notice a change, as a fraction of the call's age.",
      ({ replica }) => replica?.lateness ?? null,
    );
    this.gaugeByTenant(
      'gong_gateway_replica_as_of_timestamp_seconds',
      'Everything that Gong showed before this time was examined for the replica.',
      ({ replica }) => (replica?.asOf == null ? null : replica.asOf / SECOND_MS),
    );
    this.gaugeByTenant(
      'gong_gateway_sync_requests_today',
      'Gong requests that the sync has sent today.',
      ({ replica }) => replica?.requestsToday ?? null,
    );
    const lost = new Counter({
      name: 'gong_gateway_audit_records_lost_total',
      help: 'Records of the audit log that could not be written.',
      registers: this.registers,
      collect: () => {
        lost.reset();
        lost.inc(this.lostAuditRecords?.() ?? 0);
      },
    });
    const cached = new Gauge({
      name: 'gong_gateway_cache_bytes',
      help: 'Approximate size of the cache in memory, as the length of its JSON.',
      registers: this.registers,
      collect: () => {
        if (this.state !== null) cached.set(this.state().cachedBytes);
      },
    });
  }

  /** Adds memory, CPU, event loop, and garbage collection of the process, with Node's usual metric names. */
  addProcess(): this {
    collectDefaultMetrics({ register: this.registry });
    return this;
  }

  /** Sets the source of the values that are read for each scrape. */
  watch(state: () => WatchedState): void {
    this.state = state;
  }

  /** Sets the source of the number of lost records of the audit log. */
  watchAudit(lost: () => number): void {
    this.lostAuditRecords = lost;
  }

  /** Returns the observer of the requests to a tenant's company. */
  observerOf(tenant: string): ClientObserver {
    return {
      onAttempt: (attempt) => {
        this.countAttempt(tenant, attempt);
      },
    };
  }

  private countAttempt(
    tenant: string,
    { asker, endpoint, outcome, waitedMs, tookMs }: Attempt,
  ): void {
    const operation = this.operationLabels.of(asker.operation);
    const client = clientLabel(asker.client);
    this.requests.inc({ operation, client, endpoint, outcome, tenant });
    if (spendsCredits(endpoint)) {
      this.spending.inc({ operation, client, endpoint, outcome, tenant });
    }
    if (outcome === 'rate-limited') this.rateLimited.inc({ tenant });
    this.waits.observe({ endpoint }, waitedMs / SECOND_MS);
    this.durations.observe({ endpoint, outcome }, tookMs / SECOND_MS);
  }

  /** Counts a client request that was refused because too many came. */
  countThrottled(reason: 'login' | 'operation'): void {
    this.throttled.inc({ reason });
  }

  /** Counts a GraphQL operation that has ended. */
  readonly onEnded: OperationObserver = (ended) => {
    const { kind, name, errorCodes, durationMs, cacheHits, shared } = ended;
    // The operation that returned the upload URL is counted.
    if (kind === 'upload') return;
    this.operations.inc({ code: errorCodes[0] ?? 'ok' });
    this.operationDurations.observe(
      { operation: this.operationLabels.of(name), errors: String(errorCodes.length > 0) },
      durationMs / SECOND_MS,
    );
    this.cacheHits.inc(cacheHits);
    this.sharedRequests.inc(shared);
  };

  private addClientGauges(): void {
    this.gaugeByClient(
      'gong_gateway_client_used_requests',
      'Gong requests that were charged to the client today, as far as this instance knows.',
      ({ usedToday }) => usedToday,
    );
    this.gaugeByClient(
      'gong_gateway_client_budget_requests',
      'Gong requests that the client may send per day.',
      ({ perDay }) => perDay,
    );
  }

  private gaugeByClient(
    name: string,
    help: string,
    /** Null: there is none for the client. */
    valueOf: (client: WatchedCompany['clients'][number]) => number | null,
  ): void {
    const gauge = new Gauge({
      name,
      help,
      labelNames: ['tenant', 'client'],
      registers: this.registers,
      collect: () => {
        gauge.reset();
        for (const { tenant, clients } of this.state?.().companies ?? []) {
          for (const each of clients) {
            const value = valueOf(each);
            if (value !== null) gauge.inc({ tenant, client: clientLabel(each.client) }, value);
          }
        }
      },
    });
  }

  private gaugeByTenant(
    name: string,
    help: string,
    /** Null: there is none for the company. */
    valueOf: (company: WatchedCompany) => number | null,
  ): void {
    const gauge = new Gauge({
      name,
      help,
      labelNames: ['tenant'],
      registers: this.registers,
      collect: () => {
        // Tenants may have been removed since.
        gauge.reset();
        for (const company of this.state?.().companies ?? []) {
          const value = valueOf(company);
          if (value !== null) gauge.set({ tenant: company.tenant }, value);
        }
      },
    });
  }
}
