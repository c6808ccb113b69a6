import { HOUR_MS, MINUTE_MS, SECOND_MS, type Clock } from '../../lib/clock.js';
import type { ReplicaStatus } from '../../replica/status.js';
import { countsIn, hourAt, KEPT_HOURS, sumOf } from '../../telemetry/status/hourCounts.js';
import { measures, minuteAt, type Measure } from '../../telemetry/status/minuteSeries.js';
import type { InstanceState, SharedStatus } from '../../telemetry/status/sharedStatus.js';
import { clientLabel } from '../../telemetry/labels.js';
import type { StatusCounts } from '../../telemetry/status/statusCounts.js';
import type {
  BudgetReport,
  CompanyStatus,
  ConnectionReport,
  ForecastReport,
  HourReport,
  InstanceReport,
  MinuteReport,
  QuotaReport,
  ReplicaReport,
  StatusReport,
  UseReport,
} from '../../telemetry/status/statusReport.js';
import type {
  Administration,
  ConnectionSummary,
} from '../../tenants/connections/administration.js';
import { StoreUnavailableError } from '../../tenants/connections/connectionStore.js';
import type { TenantState } from '../../tenants/tenants.js';

/** A forecast needs at least this much of the past. */
const MIN_OBSERVED_MS = 5 * MINUTE_MS;

/** Rows of the table of clients and operations. */
const MAX_USES = 30;

/** Budgets that a report shows of one company. */
const MAX_BUDGETS = 30;

/** What a report is made of. */
export interface StatusSources {
  readonly counts: StatusCounts;
  /** Null: there is one instance. */
  readonly shared: SharedStatus | null;
  readonly instance: () => Omit<InstanceState, 'isOver'>;
  readonly companies: () => readonly TenantState[];
  /** The tenant whose credentials the environment configures; null: there is none. */
  readonly fixedTenant: string | null;
  /** Null when no credentials can be stored. */
  readonly administration: Administration | null;
  readonly hasOAuth: boolean;
  readonly isSandbox: boolean;
  readonly clock: Clock;
}

/** The part of the past, and of the companies, that a report shows. */
export interface StatusSelection {
  /** Null: all. */
  readonly tenant: string | null;
  /** From 1 to 1440. */
  readonly minutes: number;
}

/** Makes the reports of the status page. They send no request to Gong. */
export class StatusReports {
  constructor(private readonly sources: StatusSources) {}

  async report(selection: StatusSelection): Promise<StatusReport> {
    const { shared, administration, hasOAuth, isSandbox, clock } = this.sources;
    await shared?.refresh();
    const stored = await this.connections();
    const now = clock.now();
    return {
      now: timeOf(now),
      sandbox: isSandbox,
      companies: this.companies(stored.list, now),
      connecting: {
        byKey: administration !== null,
        byOAuth: administration !== null && hasOAuth,
        problem: stored.problem,
      },
      minutes: this.minutes(selection, now),
      hours: this.hours(selection, now),
      instances: this.instances(),
      redis: shared === null ? 'off' : shared.isCurrent ? 'ok' : 'away',
    };
  }

  private async connections(): Promise<{
    readonly list: readonly ConnectionSummary[];
    readonly problem: string | null;
  }> {
    try {
      return { list: (await this.sources.administration?.list()) ?? [], problem: null };
    } catch (error) {
      if (!(error instanceof StoreUnavailableError)) throw error;
      return { list: [], problem: error.message };
    }
  }

  private companies(stored: readonly ConnectionSummary[], now: number): readonly CompanyStatus[] {
    const states = new Map(this.sources.companies().map((state) => [state.tenant, state]));
    const connections = new Map(stored.map((summary) => [summary.tenant, summary]));
    return [...new Set([...states.keys(), ...connections.keys()])].sort().map((tenant) => {
      const state = states.get(tenant);
      const connection = connections.get(tenant);
      return {
        tenant,
        isFixed: tenant === this.sources.fixedTenant,
        connection: connection === undefined ? null : connectionOf(connection),
        credentials: state?.credentials ?? null,
        quota: state === undefined ? null : this.quotaOf(state, now),
        replica: state?.replica == null ? null : replicaOf(state.replica),
      };
    });
  }

  private quotaOf({ tenant, usage, queued, hold, clients }: TenantState, now: number): QuotaReport {
    const elsewhere = (this.sources.shared?.instances ?? []).map(
      (instance) => instance.queued[tenant] ?? 0,
    );
    return {
      perSecond: usage.perSecond,
      perDay: usage.perDay,
      usedToday: usage.usedToday,
      resetsAt: timeOf(usage.resetsAt),
      forecast: this.forecastOf(tenant, usage, now),
      queued: queued + elsewhere.reduce((sum, count) => sum + count, 0),
      budgets: budgetsOf(clients),
      hold:
        hold === null
          ? null
          : { because: hold.because, forSeconds: Math.ceil(hold.forMs / SECOND_MS) },
    };
  }

  private forecastOf(
    tenant: string,
    { perDay, usedToday, resetsAt }: TenantState['usage'],
    now: number,
  ): ForecastReport | null {
    const startedAt = Math.min(
      this.sources.instance().startedAt,
      ...(this.sources.shared?.instances ?? []).map((instance) => instance.startedAt),
    );
    const observedMs = Math.min(HOUR_MS, now - startedAt);
    if (observedMs < MIN_OBSERVED_MS) return null;
    const { requests } = this.sums({ tenant, minutes: HOUR_MS / MINUTE_MS }, now);
    const perMs = requests.reduce((sum, count) => sum + count, 0) / observedMs;
    const usedByReset = usedToday + perMs * Math.max(0, resetsAt - now);
    const left = perDay - usedToday;
    return {
      usedByReset: Math.round(usedByReset),
      exhaustedAt: usedByReset < perDay ? null : timeOf(now + (left <= 0 ? 0 : left / perMs)),
      perMinute: Math.round(perMs * MINUTE_MS * 10) / 10,
      ofMinutes: Math.round(observedMs / MINUTE_MS),
    };
  }

  private minutes(selection: StatusSelection, now: number): MinuteReport {
    const from = (minuteAt(now) - selection.minutes + 1) * MINUTE_MS;
    return { from: timeOf(from), ...this.sums(selection, now) };
  }

  private sums({ tenant, minutes }: StatusSelection, now: number): Record<Measure, number[]> {
    const sums = Object.fromEntries(
      measures.map((measure) => [measure, new Array<number>(minutes).fill(0)]),
    ) as Record<Measure, number[]>;
    const { counts, shared } = this.sources;
    const from = minuteAt(now) - minutes + 1;
    for (const series of [counts.minutes, ...(shared === null ? [] : [shared.minutes])]) {
      series.addTo(sums, tenant, from);
    }
    return sums;
  }

  private hours({ tenant, minutes }: StatusSelection, now: number): HourReport {
    const last = hourAt(now);
    const first = Math.max(last - KEPT_HOURS + 1, hourAt(now - minutes * MINUTE_MS));
    const { counts, shared } = this.sources;
    const tables = [];
    for (let hour = first; hour <= last; hour += 1) {
      tables.push(counts.hours.at(hour), ...(shared === null ? [] : [shared.hours.at(hour)]));
    }
    const all = countsIn(sumOf(tables)).filter((each) => tenant === null || each.tenant === tenant);
    const uses = usesOf(all);
    const named = (kind: 'errors' | 'failures'): readonly (readonly [string, number])[] =>
      sumsByName(all.filter((each) => each.kind === kind));
    return {
      from: timeOf(first * HOUR_MS),
      uses: uses.slice(0, MAX_USES),
      hasMoreUses: uses.length > MAX_USES,
      errors: named('errors').map(([code, operations]) => ({ code, operations })),
      failures: named('failures').map(([outcome, requests]) => ({ outcome, requests })),
    };
  }

  private instances(): readonly InstanceReport[] {
    const own = this.sources.instance();
    return [own, ...(this.sources.shared?.instances ?? [])]
      .sort((a, b) => a.startedAt - b.startedAt || a.id.localeCompare(b.id))
      .map(({ id, host, version, startedAt, seenAt, queued }) => ({
        id,
        host,
        version,
        startedAt: timeOf(startedAt),
        seenAt: timeOf(seenAt),
        queued: Object.values(queued).reduce((sum, count) => sum + count, 0),
        isThis: id === own.id,
      }));
  }
}

function budgetsOf(clients: TenantState['clients']): readonly BudgetReport[] {
  return clients
    .flatMap(({ client, usedToday, perDay }) =>
      perDay === null ? [] : [{ client: clientLabel(client), usedToday, perDay }],
    )
    .sort((a, b) => a.perDay - a.usedToday - (b.perDay - b.usedToday))
    .slice(0, MAX_BUDGETS);
}

/** Returns the counts of each client and operation, the most active first. */
function usesOf(counts: ReturnType<typeof countsIn>): readonly UseReport[] {
  const uses = new Map<string, { -readonly [member in keyof UseReport]: UseReport[member] }>();
  for (const { kind, client, name, count } of counts) {
    if (kind === 'errors' || kind === 'failures') continue;
    const key = `${name} ${client}`;
    const none = { client, operation: name, operations: 0, failedOperations: 0, requests: 0 };
    const use = uses.get(key) ?? none;
    use[kind] += count;
    uses.set(key, use);
  }
  return [...uses.values()].sort(
    (a, b) =>
      b.requests - a.requests || b.operations - a.operations || (a.client < b.client ? -1 : 1),
  );
}

function sumsByName(counts: ReturnType<typeof countsIn>): readonly (readonly [string, number])[] {
  const sums = new Map<string, number>();
  for (const { name, count } of counts) sums.set(name, (sums.get(name) ?? 0) + count);
  return [...sums].sort(([a, one], [b, other]) => other - one || a.localeCompare(b));
}

function connectionOf(summary: ConnectionSummary): ConnectionReport {
  const { kind, status, gong, connectedAt, missingScopes = [] } = summary;
  return { kind, status, gong, connectedAt, missingScopes };
}

function replicaOf(replica: ReplicaStatus): ReplicaReport {
  const { state, asOf, lateness, requestsToday, requestsPerDay, reasons, progress } = replica;
  return {
    state,
    asOf: asOf === null ? null : timeOf(asOf),
    lateness,
    requestsToday,
    requestsPerDay,
    reasons,
    progress:
      progress === null
        ? null
        : {
            share: progress.share,
            endsAt: progress.endsAt === null ? null : timeOf(progress.endsAt),
          },
  };
}

function timeOf(ms: number): string {
  return new Date(ms).toISOString();
}
