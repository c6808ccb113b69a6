import type { CallQuery, CallRecord } from '../../src/gong/endpoints/calls.js';
import { basicSelection } from '../../src/gong/endpoints/callSelection.js';
import { GongError } from '../../src/gong/errors.js';
import { formatInstant, parseInstant, type Instant } from '../../src/lib/instant.js';
import type { Page } from '../../src/gong/endpoints/wire.js';
import type { CallChunk, CallPosition, CallReader } from '../../src/company/walks/oldestFirst.js';

/** Chance that is the same on every run (mulberry32). */
export function createRandom(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  /** A whole number, both ends included. */
  const integer = (least: number, most: number): number =>
    least + Math.floor(next() * (most - least + 1));
  return {
    next,
    integer,
    pick: <T>(items: readonly T[]): T => items[integer(0, items.length - 1)] as T,
    chance: (probability: number): boolean => next() < probability,
  };
}
export type Random = ReturnType<typeof createRandom>;

/** The present of every walk in these tests, later than all calls. */
export const NOW_MS = Date.parse('2026-06-01T12:00:00Z');
export const NOW_US: Instant = BigInt(NOW_MS) * 1000n;
export const DAY_US = 86_400_000_000;

export interface FakeCall {
  readonly id: string;
  readonly started: Instant | null;
  /** What `GET /v2/calls` compares; the start where left out. */
  readonly scheduled?: Instant;
}

/** A call so many microseconds before the present. */
export function callAgo(id: string | number, agoUs: number): FakeCall {
  return { id: String(id), started: NOW_US - BigInt(Math.round(agoUs)) };
}

export interface FakeListOptions {
  readonly comparesStart?: boolean;
  /** Bounds and starts are compared without their last three digits. */
  readonly comparesMillis?: boolean;
  /** Added to the number of calls that every page tells. */
  readonly totalRunsAheadBy?: number;
  readonly pageSize?: number;
}

/** Gong's list of calls, oldest first in pages, over an array; keeps the requests it answered. */
export class FakeCallList implements CallReader {
  readonly comparesStart: boolean;
  readonly requests: { readonly query: CallQuery; readonly cursor: string | null }[] = [];
  /** Cursors that Gong gave out before this many are expired. */
  private expiredBefore = 0;
  private readonly given: { readonly asked: string; readonly offset: number }[] = [];

  constructor(
    public calls: readonly FakeCall[],
    private readonly options: FakeListOptions = {},
  ) {
    this.comparesStart = options.comparesStart ?? true;
  }

  read(query: CallQuery, cursor: string | null): Promise<Page<CallRecord>> {
    this.requests.push({ query, cursor });
    const asked = JSON.stringify(query);
    let offset = 0;
    if (cursor !== null) {
      const place = this.given[Number(cursor)];
      if (place?.asked !== asked) return refuse('cursor: does not belong to this request');
      if (Number(cursor) < this.expiredBefore) return refuse('cursor has expired');
      ({ offset } = place);
    }
    const { pageSize = 100, totalRunsAheadBy = 0 } = this.options;
    const found = this.matching(query);
    const next = offset + pageSize;
    if (next < found.length) this.given.push({ asked, offset: next });
    return Promise.resolve({
      items: found.slice(offset, next).map(toRecord),
      cursor: next < found.length ? String(this.given.length - 1) : null,
      total: found.length + totalRunsAheadBy,
    });
  }

  expireCursors(): void {
    this.expiredBefore = this.given.length;
  }

  private matching({ from, to }: CallQuery): FakeCall[] {
    const lower = this.precise(parseInstant(from));
    const upper = this.precise(parseInstant(to));
    return this.calls
      .map((call) => ({ call, at: this.precise(this.compared(call)) }))
      .filter(
        ({ at }) =>
          // A call without a start counts as the oldest.
          (lower === null || (at ?? -1n) >= lower) && (upper === null || (at ?? -1n) < upper),
      )
      .sort((a, b) => ascending(this.compared(a.call), this.compared(b.call)))
      .map(({ call }) => call);
  }

  private compared({ started, scheduled }: FakeCall): Instant | null {
    return this.comparesStart ? started : (scheduled ?? started);
  }

  private precise(instant: Instant | null): Instant | null {
    return instant === null || this.options.comparesMillis !== true ? instant : instant / 1000n;
  }
}

/** Ids in the order of a newest-first walk. */
export function newestFirst(calls: readonly FakeCall[]): string[] {
  return [...calls]
    .sort((a, b) => ascending(b.started, a.started) || ascending(BigInt(b.id), BigInt(a.id)))
    .map(({ id }) => id);
}

function ascending(a: bigint | null, b: bigint | null): number {
  const [left, right] = [a ?? -1n, b ?? -1n];
  return left === right ? 0 : left < right ? -1 : 1;
}

function toRecord({ id, started }: FakeCall): CallRecord {
  return {
    id,
    basic: { id, started: started === null ? null : formatInstant(started) },
    details: {},
    selection: basicSelection,
  };
}

function refuse(message: string): Promise<never> {
  return Promise.reject(new GongError('bad-request', message, { messages: [message] }));
}

export interface Place {
  readonly id: string;
  /** As a client's cursor brings it back: through JSON. */
  readonly position: CallPosition;
}

/** What a walk gives, until at least `most` items are there or it ends. */
export async function take(
  walk: AsyncGenerator<CallChunk, void>,
  most = Infinity,
): Promise<{ ids: string[]; places: Place[]; total: number | null; hasMore: boolean }> {
  const places: Place[] = [];
  let total: number | null = null;
  let hasMore = false;
  for await (const chunk of walk) {
    ({ total, hasMore } = chunk);
    for (const { item, position } of chunk.items) {
      const text = JSON.stringify(position());
      places.push({ id: item.id, position: JSON.parse(text) as CallPosition });
    }
    if (places.length >= most) break;
  }
  return { ids: places.map(({ id }) => id), places, total, hasMore };
}
