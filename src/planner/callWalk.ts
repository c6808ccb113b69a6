import type { CallQuery, CallRecord } from '../gong/calls.js';
import { parseInstant, type Instant } from '../gong/instant.js';
import { GongError } from '../gong/errors.js';
import type { Page } from '../gong/wire.js';
import { createProgressGuard, isExpiredCursor, type Chunk, type Walked } from './walk.js';

/** Where a walk through calls stands after one of them; what a connection's cursor carries. */
export interface CallPosition {
  readonly id: string;
  /** When the call started, in Gong's own words; null when no call before it said. */
  readonly started: string | null;
  /** Gong's count for the whole filter, where it was told. */
  readonly total: number | null;
  /** Oldest first: calls already given that started at the same instant, this one included. */
  readonly sameStart?: readonly string[];
  /** Oldest first: leads to Gong's next page, when the call was the last of its page. */
  readonly next?: string | undefined;
  /**
   * Oldest first: leads to the page that the call stands on, where it isn't the last of it: whoever goes on soon
   * finds that page kept.
   */
  readonly page?: string | undefined;
  /** The window that the walk was in; bounds that are open are left out. */
  readonly windowFrom?: string | undefined;
  readonly windowTo?: string | undefined;
  /** Newest first: microseconds from call to call there, by which the next window is measured. */
  readonly spacing?: number | undefined;
}

export type WalkedCall = Walked<CallRecord, CallPosition>;
export type CallChunk = Chunk<CallRecord, CallPosition>;

/** Reads pages of calls for one selection. */
export interface CallReader {
  read(query: CallQuery, cursor: string | null): Promise<Page<CallRecord>>;
  /** Whether windows compare the start of calls; `GET /v2/calls` compares scheduled times too. */
  readonly comparesStart: boolean;
}

/**
 * Walks calls oldest first, a Gong page at a time. When Gong's cursor has expired, the walk goes on by
 * itself from the last call: a window from its start, without the calls already given.
 *
 * @throws GongError
 */
export async function* walkOldestFirst(
  reader: CallReader,
  query: CallQuery,
  after: CallPosition | null,
): AsyncGenerator<CallChunk, void> {
  let windowFrom = query.from;
  let cursor: string | null = null;
  let total = after?.total ?? null;
  const given = new Set(after?.sameStart ?? []);
  let run: SameStart = { started: after?.started ?? null, ids: [...given] };
  /** Set while a walk that can't be resumed by start time is read again up to where it was. */
  let skipTo: string | null = null;
  /** Calls that started earlier were given: a server that compares milliseconds sends some again. */
  let notBefore: Instant | null = null;

  const begunAt = after?.next ?? (reader.comparesStart ? after?.page : undefined);
  let checkProgress = createProgressGuard(begunAt);
  let resumedAt: number | null = null;

  const resumeFromLast = (): void => {
    cursor = null;
    checkProgress = createProgressGuard();
    if (reader.comparesStart && run.started !== null) {
      windowFrom = run.started;
      notBefore = parseInstant(run.started);
    } else {
      windowFrom = query.from;
      skipTo = run.ids.at(-1) ?? null;
    }
  };
  if (begunAt !== undefined) {
    cursor = begunAt;
    windowFrom = after?.windowFrom ?? query.from;
    // What stands before it on its page was given.
    if (after?.next === undefined) notBefore = parseInstant(run.started);
  } else if (after !== null) {
    resumeFromLast();
  }

  for (;;) {
    const isWholeFilter: boolean = windowFrom === query.from;
    let page: Page<CallRecord>;
    try {
      page = await reader.read({ ...query, from: windowFrom }, cursor);
    } catch (error) {
      // Refused again where it was refused before: not a matter of age.
      const isStuck = resumedAt === given.size;
      if (cursor === null || isStuck || !isExpiredCursor(error)) throw error;
      resumedAt = given.size;
      resumeFromLast();
      continue;
    }
    checkProgress(
      page,
      page.items.map(({ id }) => id),
    );
    if (isWholeFilter && page.total !== null) total = page.total;
    const pageCursor = cursor;
    const items: WalkedCall[] = [];
    const fresh: CallRecord[] = [];
    for (const call of page.items) {
      const isSkipped = skipTo !== null;
      if (call.id === skipTo) skipTo = null;
      if (!isSkipped && !given.has(call.id) && !startedBefore(call, notBefore)) fresh.push(call);
      given.add(call.id);
    }
    for (const [index, call] of fresh.entries()) {
      run = extendRun(run, call);
      const isLastOfPage = index === fresh.length - 1;
      const next = isLastOfPage ? page.cursor : null;
      items.push(walked(call, run, total, { next, page: pageCursor, windowFrom }));
    }
    if (items.length > 0 || (page.cursor === null && skipTo === null)) {
      yield { items, total, hasMore: page.cursor !== null };
    }
    if (page.cursor === null) {
      if (skipTo === null) return;
      throw new GongError(
        'bad-response',
        'The call at which this list was left is no longer in it.',
      );
    }
    cursor = page.cursor;
  }
}

function startedBefore({ basic }: CallRecord, limit: Instant | null): boolean {
  const started = parseInstant(basic.started);
  return limit !== null && started !== null && started < limit;
}

interface SameStart {
  readonly started: string | null;
  /** Grows while calls of the same start follow. */
  readonly ids: string[];
}

function extendRun(run: SameStart, call: CallRecord): SameStart {
  // A call that doesn't say when it started stays with its predecessor.
  const started = call.basic.started ?? run.started;
  if (started !== run.started && parseInstant(started) !== parseInstant(run.started)) {
    return { started, ids: [call.id] };
  }
  run.ids.push(call.id);
  return run;
}

function walked(
  call: CallRecord,
  run: SameStart,
  total: number | null,
  { next, page, windowFrom }: Place,
): WalkedCall {
  const count = run.ids.length;
  return {
    item: call,
    position: () => ({
      id: call.id,
      started: run.started,
      total,
      sameStart: run.ids.slice(0, count),
      ...(next !== null ? { next, windowFrom } : page !== null ? { page, windowFrom } : {}),
    }),
  };
}

/** Where a call stands among Gong's pages. */
interface Place {
  /** Leads to the next page; null where the call isn't the last of its page, or that is the last. */
  readonly next: string | null;
  /** Leads to the call's page; null for the first of a window. */
  readonly page: string | null;
  readonly windowFrom: string | undefined;
}
