import type { CallRecord } from '../gong/endpoints/calls.js';
import type { GongAnsweredScorecard, GongCallTranscript } from '../gong/endpoints/wire.js';
import type { CallFilter, SpeechCondition } from './filter.js';
import type { CallPart, ReplicaRecordKind } from './parts.js';
import type { TextQuery } from './text/query.js';
import type { CallVisibility } from './visibility.js';

/** A call as the replica keeps it. */
export interface KeptCall {
  /** With the kept blocks: its `selection` says which. */
  readonly call: CallRecord;
  /** When each kept part was read from Gong, in milliseconds since the epoch. */
  readonly readAt: ReadonlyMap<CallPart, number>;
}

export interface KeptRecord {
  readonly record: object;
  readonly readAt: number;
}

/**
 * What was read from Gong, with the time of the request, in milliseconds since the epoch. Any gateway may store what it
 * has read; the sync writes with its lease.
 */
export interface ReplicaWriter {
  /** Stores of each call the parts that its selection covers wholly. */
  putCalls(calls: readonly CallRecord[], readAt: number): Promise<void>;
  /** By call ID; null: Gong has none for the call. Calls that are not kept are ignored. */
  putTranscripts(
    transcripts: ReadonlyMap<string, GongCallTranscript | null>,
    readAt: number,
  ): Promise<void>;
  /** All reviews of each call, by call ID. Calls that are not kept are ignored. */
  putReviews(
    reviews: ReadonlyMap<string, readonly GongAnsweredScorecard[]>,
    readAt: number,
  ): Promise<void>;
  /** @param isComplete whether these are all records of the kind: kept ones that are not among them are gone. */
  putRecords(
    kind: ReplicaRecordKind,
    records: ReadonlyMap<string, object>,
    readAt: number,
    isComplete: boolean,
  ): Promise<void>;
  /** Removes the content of calls and leaves that they are gone. */
  removeCalls(ids: readonly string[]): Promise<void>;
  /** The same, and these calls are not stored again before then: what was erased may still be listed for a while. */
  eraseCalls(ids: readonly string[], barredUntil: number): Promise<void>;
  /** Removes every call that started before the time. */
  removeCallsBefore(startMs: number): Promise<number>;
  /** Removes deleted words from indexes and statistics of the database. Takes a while. */
  compact(): Promise<void>;
}

/** Reads by ID. None of these judges what a viewer may see. */
export interface ReplicaReader {
  findCalls(ids: readonly string[]): Promise<ReadonlyMap<string, KeptCall>>;
  findTranscripts(
    ids: readonly string[],
  ): Promise<
    ReadonlyMap<string, { readonly transcript: GongCallTranscript | null; readonly readAt: number }>
  >;
  findReviews(
    ids: readonly string[],
  ): Promise<
    ReadonlyMap<
      string,
      { readonly reviews: readonly GongAnsweredScorecard[]; readonly readAt: number }
    >
  >;
  /** @param ids if omitted, all of the kind. */
  findRecords(
    kind: ReplicaRecordKind,
    ids?: readonly string[],
  ): Promise<ReadonlyMap<string, KeptRecord>>;
}

/** Row number of a call, by its start: a call that starts later has a larger one. */
export type CallKey = number;

export interface CallSearch {
  readonly filter: CallFilter;
  readonly visibility: CallVisibility;
  readonly order: 'NEWEST_FIRST' | 'OLDEST_FIRST';
  readonly first: number;
  readonly after: CallKey | null;
  readonly needsTotal: boolean;
}

export interface CallsFound {
  readonly calls: readonly { readonly id: string; readonly key: CallKey }[];
  readonly hasNextPage: boolean;
  /**
   * Where the next page begins. This is the last call, unless a policy module decides: then a page may end, even without
   * a call, because enough were judged.
   */
  readonly end: CallKey | null;
  /** Null when it was not asked for, or a policy module decides. */
  readonly total: number | null;
}

export interface PassageSearch {
  readonly text: TextQuery;
  readonly filter: CallFilter;
  readonly speech: SpeechCondition | null;
  readonly visibility: CallVisibility;
  readonly order: 'NEWEST_FIRST' | 'RELEVANCE';
  readonly first: number;
  readonly after: PassageKey | null;
  readonly needsTotal: boolean;
}

/** Where a page of passages ends: opaque to everybody but the search. */
export interface PassageKey {
  readonly rid: number;
  /** Position in a ranked result; absent in the order of time. */
  readonly rank?: number;
}

export interface FoundPassage {
  readonly callId: string;
  readonly key: PassageKey;
  /** Seconds from the start of the recording. */
  readonly startSeconds: number | null;
  readonly endSeconds: number | null;
  readonly speakerId: string | null;
  readonly text: string;
  /** Matched words, in UTF-16 code units of `text`. */
  readonly matches: readonly { readonly start: number; readonly end: number }[];
}

export interface PassagesFound {
  readonly passages: readonly FoundPassage[];
  readonly hasNextPage: boolean;
  /** As in `CallsFound`. */
  readonly end: PassageKey | null;
  /** Null when it was not asked for, is above 100,000, or a policy module decides. */
  readonly total: number | null;
}

export const callDimensions = [
  'DAY',
  'WEEK',
  'MONTH',
  'QUARTER',
  'HOST',
  'WORKSPACE',
  'ACCOUNT',
  'OPPORTUNITY',
  'TRACKER',
  'SCORECARD',
  'OUTCOME',
  'SCOPE',
  'DIRECTION',
  'LANGUAGE',
] as const;
export type CallDimension = (typeof callDimensions)[number];

export interface StatsQuery {
  readonly filter: CallFilter;
  readonly visibility: CallVisibility;
  readonly by: readonly CallDimension[];
  /** IANA name. */
  readonly timeZone: string;
  readonly first: number;
}

/** Each ratio stands beside its denominator: rows can be added up. */
export interface Measures {
  readonly calls: number;
  readonly durationSeconds: number;
  /** Calls whose duration is known. */
  readonly callsWithDuration: number;
  readonly hostTalkSeconds: number;
  /** Talk time of all speakers, over calls that have a host. */
  readonly hostedTalkSeconds: number;
  readonly customerTalkSeconds: number;
  readonly talkSeconds: number;
  readonly callsWithTalkTime: number;
  readonly companyQuestions: number;
  readonly otherQuestions: number;
  readonly trackerHits: number;
  readonly callsWithTrackerHits: number;
  readonly reviews: number;
  readonly scoreSum: number;
  readonly scoredReviews: number;
}

export interface StatsRow {
  /** One for each dimension, in the order of `by`; null where calls have no value of it. Days begin at `fromMs`. */
  readonly keys: readonly {
    readonly value: string | null;
    readonly label: string | null;
    readonly fromMs: number | null;
    readonly toMs: number | null;
  }[];
  readonly measures: Measures;
}

export interface Stats {
  readonly rows: readonly StatsRow[];
  readonly total: Measures;
  readonly isTruncated: boolean;
}

/** A tracker, with a name that it has in a call. */
export interface DetectedTracker {
  readonly id: string;
  readonly name: string;
}

/** Sequence number of a change: it grows with each. */
export type Seq = number;

export interface ChangesQuery {
  /** Where this page begins. */
  readonly after: Seq;
  /**
   * Up to where the reader knows every change. Pages of one pass begin later: what moved since then has not been told.
   * If omitted, `after`.
   */
  readonly since?: Seq;
  /** The last change that there was when the pass began. If omitted, `since`. */
  readonly began?: Seq;
  /** The pages of this pass before, the last one first. If omitted, there are none. */
  readonly pages?: readonly ToldPage[];
  readonly first: number;
  /** Null: any part. */
  readonly parts: readonly CallPart[] | null;
}

/** Pages of changes that a reader reads one after another, up to the last change. */
export interface Pass {
  /** Up to where the reader knew every change when it began. */
  readonly since: Seq;
  /** The last change that there was then. */
  readonly began: Seq;
}

/**
 * After this page, the reader knows each call or record whose place was not after `upTo` when `head` was the last
 * change.
 */
export interface ToldPage {
  readonly upTo: Seq;
  readonly head: Seq;
}

export interface CallChangeRow {
  readonly id: string;
  readonly key: CallKey;
  readonly seq: Seq;
  readonly isGone: boolean;
  /** Whether its first change comes after `since`, and none of the earlier pages told of it. */
  readonly isNew: boolean;
  /** Whether its first change comes after `after`: no page before this one has told of it. */
  readonly isUntold: boolean;
  /** Up to where the reader knows its changes. */
  readonly known: Seq;
  /** Parts of which the reader does not know the last change. */
  readonly changed: readonly CallPart[];
  /** Parts that Gong has of it. */
  readonly held: readonly CallPart[];
  /** When the change was noticed, in milliseconds since the epoch. */
  readonly seenAt: number;
}

/** Which calls a viewer could see, by their keys. */
export interface SeenCalls {
  /** Calls that the viewer could not see for a time: the change that ended the last such time. */
  readonly hiddenUntil: ReadonlyMap<CallKey, Seq>;
  /** Calls that the viewer can see, or could before a change of their visibility. */
  readonly ever: ReadonlySet<CallKey>;
}

export interface RecordChangeRow {
  readonly kind: ReplicaRecordKind;
  readonly id: string;
  readonly seq: Seq;
  readonly isGone: boolean;
  /** Null: it is in none. */
  readonly workspaceId: string | null;
  /** Workspaces in which it was while the reader could learn of it there, and the change that ended that. */
  readonly former: readonly { readonly workspaceId: string | null; readonly until: Seq }[];
  /** These three have the same meaning as those of a call. */
  readonly isNew: boolean;
  readonly isUntold: boolean;
  readonly known: Seq;
  readonly seenAt: number;
}

/**
 * What answers questions that Gong cannot answer. Each judges by the visibility that it is given. A search for words
 * rejects with `WordsError` while these are rebuilt.
 */
export interface ReplicaQueries {
  searchCalls(search: CallSearch): Promise<CallsFound>;
  searchPassages(search: PassageSearch): Promise<PassagesFound>;
  stats(query: StatsQuery): Promise<Stats>;
  /** Returns the trackers that Gong detected under such a name in a call that the viewer may see. Reads all detections. */
  detectedTrackers(
    isMeant: (name: string) => boolean,
    visibility: CallVisibility,
  ): Promise<readonly DetectedTracker[]>;
  /** In the order of `seq`, without judging: every change is told, for a viewer who cannot see it as gone. */
  callChanges(query: ChangesQuery): Promise<readonly CallChangeRow[]>;
  recordChanges(
    query: Omit<ChangesQuery, 'parts'>,
    kinds: readonly ReplicaRecordKind[] | null,
  ): Promise<readonly RecordChangeRow[]>;
  /** Which of these calls match. */
  matching(
    keys: readonly CallKey[],
    filter: CallFilter,
    visibility: CallVisibility,
  ): Promise<ReadonlySet<CallKey>>;
  /**
   * Which of these calls, gone ones included, the viewer could see while a reader of the pass could learn of them. What a
   * policy module decided before is unknown: it counts only if it says who may learn that a call is gone.
   */
  wereVisible(keys: readonly CallKey[], visibility: CallVisibility, pass: Pass): Promise<SeenCalls>;
  /** The number of the last change, and the epoch in which numbers are comparable. */
  head(): Promise<{ readonly epoch: string; readonly seq: Seq }>;
  countCalls(): Promise<number>;
}

/** A window of call starts that is read as a whole. */
export interface Slice {
  /** Half open, in milliseconds since the epoch. */
  readonly fromMs: number;
  readonly toMs: number;
  /** When it was read whole last, and is to be read next. */
  readonly readAt: number;
  readonly nextAt: number;
  /** Calls in it when it was read. */
  readonly calls: number;
}

/** A call that lacks a part. */
export interface CallWithout {
  readonly id: string;
  /** In milliseconds since the epoch. */
  readonly startMs: number;
  /** Whether the part was read, and Gong had none. */
  readonly wasRead: boolean;
}

/** What the sync remembers. In a database that several gateways share, only the holder of the lease may write it, but for
 * what is left for the holder. */
export interface SyncMemory {
  /** Every slice, oldest first. */
  slices(): Promise<readonly Slice[]>;
  /** Replaces the slices within the window of these. */
  putSlices(slices: readonly Slice[], lease: Lease): Promise<void>;
  /** IDs of the calls that are kept and started in the window. */
  callIdsIn(fromMs: number, toMs: number): Promise<readonly string[]>;
  /**
   * Calls that started in the window and lack the part, newest first: it was never read, or Gong had none when it was
   * read, before `emptyBefore`.
   */
  callsWithout(
    part: CallPart,
    window: { readonly fromMs: number; readonly toMs: number },
    emptyBefore: number,
    limit: number,
  ): Promise<readonly CallWithout[]>;
  /** JSON under a name; null when there is none. */
  get(name: string): Promise<unknown>;
  put(name: string, value: unknown, lease: Lease): Promise<void>;
  /** Stores JSON under a name that the sync only reads: any gateway may, without the lease. */
  leave(name: string, value: unknown): Promise<void>;
}

/** The right to sync. */
export interface Lease {
  /** Grows with each holder: a write with an older one is refused. */
  readonly token: number;
}

export interface Leases {
  /** Null while another gateway has it. The holder calls it again before `forMs` are over. */
  acquire(holder: string, forMs: number): Promise<Lease | null>;
  release(lease: Lease): Promise<void>;
}

/** The words of what is kept, as this release finds them in texts. */
export interface WordIndex {
  /** False while another release's words are replaced: until then, what searches for words rejects with `WordsError`. */
  readonly isReady: boolean;
  /**
   * Replaces the words that another release found by other rules, some calls at a time. It takes minutes, and goes on
   * where it was interrupted. Resolves when the index is ready, or the replica is closed.
   *
   * @throws DatabaseError
   */
  rebuild(): Promise<void>;
  /** Ends a rebuild after the calls that it has begun. */
  close(): Promise<void>;
}

/** The words of the replica are being rebuilt, so a search for words would not find everything. */
export class WordsError extends Error {
  override readonly name = 'WordsError';

  constructor() {
    super('The words of the replica are being rebuilt.');
  }
}

/** The copy of one company's data. */
export interface Replica extends ReplicaReader, ReplicaWriter, ReplicaQueries {
  readonly holds: ReadonlySet<CallPart>;
  readonly sync: SyncMemory;
  readonly leases: Leases;
  readonly words: WordIndex;
  /** The writer of the sync. It rejects with `conflict` once another gateway holds the lease. */
  writerUnder(lease: Lease): ReplicaWriter;
  close(): Promise<void>;
}
