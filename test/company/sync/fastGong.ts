import type { SentRequest, WireAnswer } from '../../gong/support.js';

export interface FastCall {
  readonly id: string;
  readonly startMs: number;
  /** When Gong shows it, and its transcript; milliseconds since the epoch. */
  readonly shownAt: number;
  readonly analyzedAt: number;
}

interface Filter {
  readonly fromDateTime?: string;
  readonly toDateTime?: string;
  readonly callIds?: readonly string[];
  readonly callFromDate?: string;
  readonly callToDate?: string;
  readonly reviewFromDate?: string;
  readonly reviewToDate?: string;
}

/** One call in so many is reviewed. */
export const CALLS_PER_REVIEW = 4;

const PAGE = 100;
const nothing: WireAnswer = {
  status: 404,
  body: { errors: ['No calls found corresponding to the provided filters'] },
};

/** Gong with tens of thousands of calls, which answers what the sync asks in the time that a long simulation has. */
export class FastGong {
  /** Oldest first. */
  private readonly calls: readonly FastCall[];
  private readonly byId = new Map<string, FastCall>();

  constructor(
    calls: readonly FastCall[],
    private readonly now: () => number,
  ) {
    this.calls = [...calls].sort((a, b) => a.startMs - b.startMs);
    for (const call of calls) this.byId.set(call.id, call);
  }

  readonly answer = ({ url, body }: SentRequest): WireAnswer => {
    const { pathname } = new URL(url);
    const { filter = {}, cursor } = (body ?? {}) as { filter?: Filter; cursor?: string };
    switch (pathname) {
      case '/v2/calls/extensive':
        return this.list(filter, cursor, 'calls', ({ shownAt }) => shownAt, detailed);
      case '/v2/calls/transcript':
        return this.list(filter, cursor, 'callTranscripts', ({ analyzedAt }) => analyzedAt, spoken);
      case '/v2/stats/activity/scorecards':
        return this.reviews(filter, cursor);
      case '/v2/workspaces':
        return { body: { workspaces: [{ id: '1', name: 'Sales' }] } };
      case '/v2/users': {
        // A company of a thousand users.
        const page = Number(new URL(url).searchParams.get('cursor') ?? 0);
        const users = [{ id: String(page + 1) }];
        return { body: { users, records: page < 9 ? { cursor: String(page + 1) } : {} } };
      }
      default:
        return { body: {} };
    }
  };

  /** Calls that are shown now. */
  shown(): readonly FastCall[] {
    return this.calls.filter(({ shownAt }) => shownAt <= this.now());
  }

  private list(
    filter: Filter,
    cursor: string | undefined,
    member: string,
    visibleAt: (call: FastCall) => number,
    toRecord: (call: FastCall) => object,
  ): WireAnswer {
    const fitting = this.fitting(filter);
    const found = fitting.filter((call) => visibleAt(call) <= this.now());
    if (found.length === 0) return nothing;
    const start = Number(cursor ?? 0);
    const end = start + PAGE;
    const records = {
      totalRecords: fitting.length,
      ...(end < found.length ? { cursor: String(end) } : {}),
    };
    return { body: { records, [member]: found.slice(start, end).map(toRecord) } };
  }

  /** Days are UTC's; the last one is excluded. */
  private reviews(filter: Filter, cursor: string | undefined): WireAnswer {
    const { callFromDate, callToDate, reviewFromDate, reviewToDate } = filter;
    const found = this.calls.filter(
      ({ startMs, analyzedAt }, index) =>
        index % CALLS_PER_REVIEW === 0 &&
        analyzedAt <= this.now() &&
        isWithin(startMs, callFromDate, callToDate) &&
        isWithin(analyzedAt, reviewFromDate, reviewToDate),
    );
    const start = Number(cursor ?? 0);
    const end = start + PAGE;
    const records = end < found.length ? { cursor: String(end) } : {};
    return { body: { records, answeredScorecards: found.slice(start, end).map(reviewed) } };
  }

  private fitting({ fromDateTime, toDateTime, callIds }: Filter): readonly FastCall[] {
    if (callIds !== undefined) return callIds.flatMap((id) => this.byId.get(id) ?? []);
    const from = this.indexOf(Date.parse(fromDateTime ?? ''));
    return this.calls.slice(from, this.indexOf(Date.parse(toDateTime ?? '')));
  }

  /** Of the first call that starts at or after the time. */
  private indexOf(startMs: number): number {
    let low = 0;
    let high = this.calls.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.calls[middle] as FastCall).startMs < startMs) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const detailed = ({ id, startMs }: FastCall): object => ({
  metaData: { id, started: new Date(startMs).toISOString() },
});
const reviewed = ({ id, analyzedAt }: FastCall): object => ({
  answeredScorecardId: `9${id}`,
  callId: id,
  reviewTime: new Date(analyzedAt).toISOString(),
});

function isWithin(ms: number, from: string | undefined, to: string | undefined): boolean {
  return (
    (from === undefined || ms >= Date.parse(from)) && (to === undefined || ms < Date.parse(to))
  );
}

const spoken = ({ id }: FastCall): object => ({ callId: id, transcript: [] });
