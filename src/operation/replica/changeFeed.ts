import {
  workspaceMembers,
  workspaceOf,
  type CallPart,
  type ReplicaRecordKind,
} from '../../replica/parts.js';
import type {
  CallChangeRow,
  ChangesQuery,
  Pass,
  RecordChangeRow,
  Replica,
  Seq,
} from '../../replica/replica.js';
import type { ConnectionModel } from '../loaders/connection.js';
import { listFingerprint } from '../loaders/cursors.js';
import { checkPart, neededParts, type WrittenFilter } from './callFilters.js';
import type { CallRead } from './keptRecords.js';
import { looking, type ReplicaParts } from './parts.js';
import { ReplicaError } from './replicaError.js';
import { seesNothing, type ReplicaSearches } from './searches.js';

export type ChangeKind = 'NEW' | 'CHANGED' | 'GONE';

export interface CallChange {
  readonly kind: ChangeKind;
  readonly callId: string;
  readonly changed: readonly CallPart[];
  /** In milliseconds since the epoch. */
  readonly seenAt: number;
}

export interface RecordChange {
  readonly kind: ChangeKind;
  readonly recordKind: ReplicaRecordKind;
  readonly recordId: string;
  /** Null when it is gone. */
  readonly record: object | null;
  readonly seenAt: number;
}

export interface CallChangesKey {
  readonly filter: WrittenFilter;
  /** Null: any part. */
  readonly parts: readonly CallPart[] | null;
  readonly first: number;
  readonly after: string | null;
  /** What the operation selects of the calls; empty: only their IDs. */
  readonly reads: ReadonlySet<CallRead>;
}

export interface RecordChangesKey {
  readonly kinds: readonly ReplicaRecordKind[] | null;
  readonly first: number;
  readonly after: string | null;
}

/** What a cursor of a feed carries. */
interface FeedPosition {
  readonly epoch: string;
  /** The last change that was examined. */
  readonly seq: Seq;
  /** Up to where the reader knows every change, when that is not the last one: it is in the middle of a pass. */
  readonly since?: Seq;
  /** Then also the last change that there was when the pass began. */
  readonly began?: Seq;
  /** And the pages of the pass, the last one first: where each ended, and the last change that there was. */
  readonly pages?: readonly (readonly [upTo: Seq, head: Seq])[];
}

/** Changes that are examined for one page, at most: what is left out of it costs time, too. */
const MAX_EXAMINED = 10_000;
/** Changes that are examined together, at least and at most. */
const [SMALLEST_BATCH, LARGEST_BATCH] = [100, 1000];

/** Maximum of reads of a page. The feed returns the last one, although calls or records may have changed since. */
const MAX_READS = 5;

/** Maximum of pages of a pass in a cursor. A change since an older page is told as if that page had told nothing. */
const MAX_PAGES = 20;

/** Name of the cursors with which any feed may start, with any filter. */
const ANY_FEED = 'changes';

/** The feeds of one operation, of what its viewer may see. */
export class ChangeFeed {
  constructor(
    private readonly parts: ReplicaParts,
    private readonly searches: ReplicaSearches,
  ) {}

  /**
   * A cursor of now.
   *
   * @throws ReplicaError
   */
  async head(): Promise<string> {
    const { cursors } = this.parts;
    const { epoch, seq } = await looking(this.parts, (store) => store.head());
    return cursors.encode(ANY_FEED, { epoch, seq } satisfies FeedPosition);
  }

  /** @throws InputError, ReplicaError, GongError, PolicyError */
  async calls(key: CallChangesKey): Promise<ConnectionModel<CallChange>> {
    const { filter: written, parts, first, after, reads } = key;
    const list = listFingerprint('callChanges', [written, parts]);
    const position = await this.positionOf(list, after);
    const asked = { field: 'callChanges', filter: written };
    const { filter, visibility } = await this.searches.resolve(asked);
    for (const part of parts ?? []) {
      checkPart(part, 'of', this.searches.checks('callChanges', visibility));
    }
    // A call may match only since one of these changed, or no longer.
    const judging = neededParts(filter);
    const listed = parts === null ? null : [...new Set([...parts, ...judging])];
    const changes = await this.page(list, position, first, {
      read: (store, query) => store.callChanges({ ...query, parts: listed }),
      judge: async (rows, pass) => {
        const here = rows.filter(({ isGone }) => !isGone);
        const all = rows.map(({ key: callKey }) => callKey);
        const keys = here.map(({ key: callKey }) => callKey);
        const none: ReadonlySet<number> = new Set();
        const [seen, matching, { hiddenUntil, ever }] = seesNothing(visibility)
          ? [none, none, { hiddenUntil: new Map<number, Seq>(), ever: none }]
          : await Promise.all([
              looking(this.parts, (store) => store.matching(keys, {}, visibility)),
              looking(this.parts, (store) => store.matching(keys, filter, visibility)),
              looking(this.parts, (store) => store.wereVisible(all, visibility, pass)),
            ]);
        const asksModule = visibility.judge !== null && visibility.judgeGone === null;
        const judgment = { seen, matching, hiddenUntil, ever, parts, judging, asksModule };
        return rows.map((row) => toCallChange(row, judgment));
      },
      load: async (told) => {
        const here = told.filter(({ kind }) => kind !== 'GONE').map(({ callId }) => callId);
        await this.parts.kept.refreshCalls(here, reads);
        return reads.size > 0 && here.length > 0;
      },
    });
    const { audit } = this.parts.operation;
    for (const { node } of changes.entries) {
      if (node.kind !== 'GONE') audit?.read('read-call', node.callId);
    }
    return changes;
  }

  /** @throws InputError, ReplicaError, GongError, PolicyError */
  async records(key: RecordChangesKey): Promise<ConnectionModel<RecordChange>> {
    const { kinds, first, after } = key;
    const list = listFingerprint('recordChanges', [kinds === null ? null : [...kinds].sort()]);
    const position = await this.positionOf(list, after);
    const { kept, policyFilter, allowed } = this.parts;
    const workspaces = await allowed();
    return this.page(list, position, first, {
      // The judgment has read the records themselves.
      load: (told) => Promise.resolve(told.length > 0),
      read: (store, query) => store.recordChanges(query, kinds),
      judge: (rows) =>
        Promise.all(
          rows.map(async (row) => {
            const record = row.isGone ? null : await kept.refreshRecord(row.kind, row.id);
            const shown = toRecordChange(row, record, workspaces);
            return shown?.record == null
              ? shown
              : { ...shown, record: policyFilter.general(shown.record) };
          }),
        ),
    });
  }

  private async positionOf(list: string, after: string | null): Promise<FeedPosition> {
    const { cursors } = this.parts;
    const given = after === null ? null : cursors.decode<FeedPosition>([list, ANY_FEED], after);
    // Read before the changes. No page of a pass that begins now has told of what is gone already.
    const { epoch, seq: began } = await looking(this.parts, (store) => store.head());
    if (given === null) return { epoch, seq: 0, began };
    if (given.epoch === epoch) return given.since === undefined ? { ...given, began } : given;
    throw new ReplicaError(
      'CHANGES_GONE',
      'Argument "after" is a cursor of a replica that has been rebuilt since. Omit "after" to start again, ' +
        'and drop what you hold that does not come again.',
    );
  }

  /**
   * Reads a page, and what is told with its changes, as they are at one moment. What changes between the two has a later
   * place then: told at the old one with its new content, it would come again with the same content.
   */
  private async page<Row extends ChangeRow, Change extends { readonly kind: ChangeKind }>(
    list: string,
    position: FeedPosition,
    first: number,
    feed: Feed<Row, Change>,
  ): Promise<ConnectionModel<Change>> {
    const { epoch, seq, since = seq, began } = position;
    let found = await this.changes(position, first, feed);
    for (let reads = 1; ; reads += 1) {
      // After the changes: what is told with them must not be older than they are.
      const mayBeNewer = await feed.load(found.told.map(({ node }) => node));
      if (!mayBeNewer || reads === MAX_READS) break;
      if (await this.isCurrent(found.batches, feed)) break;
      found = await this.changes(position, first, feed);
    }
    const { told, last, hasMore, head } = found;
    const seal = (at: Seq, isEnd: boolean): string =>
      this.parts.cursors.encode(list, {
        epoch,
        seq: at,
        ...(isEnd ? {} : { since, pages: withPage(position.pages ?? [], [at, head]) }),
        ...(isEnd || began === undefined ? {} : { began }),
      } satisfies FeedPosition);
    // Of what follows the last one, nothing is told: the reader need not examine it again.
    const entries = told.map(({ node, seq: at }, index) => ({
      node,
      cursor: () => (index === told.length - 1 ? seal(last, !hasMore) : seal(at, false)),
    }));
    return {
      entries,
      hasNextPage: hasMore,
      hasPreviousPage: seq > 0,
      totalCount: null,
      restartCursor: seal(last, !hasMore),
      cut: null,
    };
  }

  /** Reads on until there are enough changes, or nothing follows. */
  private async changes<Row extends ChangeRow, Change extends { readonly kind: ChangeKind }>(
    { seq, since = seq, began = since, pages = [] }: FeedPosition,
    first: number,
    feed: Feed<Row, Change>,
  ): Promise<FoundChanges<Row, Change>> {
    const before = pages.map(([upTo, head]) => ({ upTo, head }));
    const told: { readonly node: Change; readonly seq: Seq }[] = [];
    const batches: Batch<Row>[] = [];
    let examined = 0;
    let last = seq;
    let hasMore = true;
    while (hasMore && told.length < first && examined < MAX_EXAMINED) {
      const count = Math.min(LARGEST_BATCH, Math.max(SMALLEST_BATCH, first - told.length));
      // One more than is examined says whether anything follows.
      const query = { after: last, since, began, pages: before, first: count + 1 };
      const rows = await looking(this.parts, (store) => feed.read(store, query));
      batches.push({ query, rows });
      const changes = await feed.judge(rows.slice(0, count), query);
      let taken = 0;
      while (taken < changes.length && told.length < first) {
        const row = rows[taken];
        last = row?.seq ?? last;
        const change = changes[taken] ?? null;
        const node = row === undefined || wasNeverTold(row, change, began) ? null : change;
        if (node !== null) told.push({ node, seq: last });
        taken += 1;
      }
      hasMore = taken < rows.length;
      examined += taken;
    }
    // After the changes: a call that has moved since then must not count as told.
    const { seq: newest } = await looking(this.parts, (store) => store.head());
    return { told, last, hasMore, head: newest, batches };
  }

  /** Returns whether none of the changes has got a later place. */
  private async isCurrent<Row extends { readonly seq: Seq }>(
    batches: readonly Batch<Row>[],
    { read }: Pick<Feed<Row, unknown>, 'read'>,
  ): Promise<boolean> {
    for (const { query, rows } of batches) {
      const now = await looking(this.parts, (store) => read(store, query));
      if (rows.some(({ seq }, index) => now[index]?.seq !== seq)) return false;
    }
    return true;
  }
}

/** Whether what came after the last pass was gone before this one began: the reader never got it. */
function wasNeverTold(
  { seq, isNew }: ChangeRow,
  change: { readonly kind: ChangeKind } | null,
  began: Seq,
): boolean {
  return change?.kind === 'GONE' && isNew && seq <= began;
}

/** Adds a page to those of its pass. When nothing has changed since the page before, both are one. */
function withPage(
  pages: readonly (readonly [Seq, Seq])[],
  page: readonly [Seq, Seq],
): readonly (readonly [Seq, Seq])[] {
  const [last] = pages;
  const others = last !== undefined && last[1] === page[1] ? pages.slice(1) : pages;
  return [page, ...others].slice(0, MAX_PAGES);
}

type ChangesAfter = Omit<ChangesQuery, 'parts'> & Pass;

type ChangeRow = Pick<CallChangeRow, 'seq' | 'isNew'>;

/** What one of the feeds reads and tells. */
interface Feed<Row, Change> {
  readonly read: (store: Replica, query: ChangesAfter) => Promise<readonly Row[]>;
  /** Returns null for each change that the viewer must not learn of. */
  readonly judge: (rows: readonly Row[], pass: Pass) => Promise<readonly (Change | null)[]>;
  /** Reads what is told with the changes. Returns whether it may be newer than they are. */
  readonly load: (told: readonly Change[]) => Promise<boolean>;
}

/** Changes that were read together. */
interface Batch<Row> {
  readonly query: ChangesAfter;
  readonly rows: readonly Row[];
}

interface FoundChanges<Row, Change> {
  readonly told: readonly { readonly node: Change; readonly seq: Seq }[];
  /** The last change that was examined. */
  readonly last: Seq;
  readonly hasMore: boolean;
  /** The last change that there was afterwards. */
  readonly head: Seq;
  readonly batches: readonly Batch<Row>[];
}

/** What decides on how a change of a call is told. */
interface Judgment {
  /** Keys of the calls that the viewer may see. */
  readonly seen: ReadonlySet<number>;
  /** Keys of the visible calls that match the filter. */
  readonly matching: ReadonlySet<number>;
  /** By key, the last change that ended a time in which the viewer could not see the call. */
  readonly hiddenUntil: ReadonlyMap<number, Seq>;
  /** Keys of the calls, gone ones included, of which the viewer may learn that they are gone. */
  readonly ever: ReadonlySet<number>;
  /** The parts that the reader asks for; null: any. */
  readonly parts: readonly CallPart[] | null;
  /** The parts by which the filter judges. */
  readonly judging: readonly CallPart[];
  /** Whether a policy module judges calls that does not say who may learn that one is gone. */
  readonly asksModule: boolean;
}

/** Parts by which a policy module judges a call. */
const judgedParts: readonly CallPart[] = ['BASIC', 'PARTIES'];

/**
 * A change as the viewer is told of it; null when the viewer could not have seen the call, before or now: then nothing
 * tells that it is there.
 */
function toCallChange(row: CallChangeRow, judgment: Judgment): CallChange | null {
  const { id, key, isGone, isUntold, seenAt } = row;
  const gone = { kind: 'GONE' as const, callId: id, changed: [], seenAt };
  if (judgment.matching.has(key)) {
    const { parts, judging } = judgment;
    // The reader may not have it, or was told that it is gone: then everything of it is new, whatever has changed.
    const isRevealed = (judgment.hiddenUntil.get(key) ?? 0) > row.known;
    const changed = isRevealed ? row.held : row.changed;
    if (parts !== null && !isAskedFor(parts, { ...row, changed }, judging)) return null;
    return { kind: row.isNew || isRevealed ? 'NEW' : 'CHANGED', callId: id, changed, seenAt };
  }
  // What the reader never got needs not be taken back.
  if (isUntold) return null;
  if (judgment.seen.has(key)) return gone;
  if (!judgment.ever.has(key)) return null;
  // What the module decided before is unknown, but while these parts are the same, so is its decision.
  const isJudgedAnew = isGone || row.changed.some((part) => judgedParts.includes(part));
  return judgment.asksModule && !isJudgedAnew ? null : gone;
}

/** Whether one of the parts changed, or is there and may not have been told, because the call may match only now. */
function isAskedFor(
  parts: readonly CallPart[],
  { changed, held }: Pick<CallChangeRow, 'changed' | 'held'>,
  judging: readonly CallPart[],
): boolean {
  const isAsked = (part: CallPart): boolean => parts.includes(part);
  return (
    changed.some(isAsked) || (changed.some((part) => judging.includes(part)) && held.some(isAsked))
  );
}

/** A change as the viewer is told of it; null when the viewer could not have seen the record, before or now. */
function toRecordChange(
  { kind, id, isGone, isNew, isUntold, known, workspaceId: last, former, seenAt }: RecordChangeRow,
  record: object | null,
  workspaces: ReadonlySet<string> | null,
): RecordChange | null {
  const change = { recordKind: kind, recordId: id, seenAt };
  const isSeenIn = (workspaceId: string | null | undefined): boolean =>
    workspaces === null || workspaceMembers[kind] === null || workspaces.has(workspaceId ?? '');
  // The record may have moved since the row was read.
  if (!isGone && record !== null && isSeenIn(workspaceOf(kind, record))) {
    const isRevealed = former.some(
      ({ workspaceId, until }) => until > known && !isSeenIn(workspaceId),
    );
    return { ...change, kind: isNew || isRevealed ? 'NEW' : 'CHANGED', record };
  }
  const wasSeen = isSeenIn(last) || former.some(({ workspaceId }) => isSeenIn(workspaceId));
  return isUntold || !wasSeen ? null : { ...change, kind: 'GONE', record: null };
}
