import type { ColumnType } from 'kysely';

/** True as 1: SQLite has no booleans. */
export type Flag = 0 | 1;

/** A call. Its row number grows with its start, so that the order of time needs no sort. */
export interface CallTable {
  readonly key: number;
  readonly id: string;
  /** Seconds since the epoch. */
  readonly start_s: number;
  readonly duration: number | null;
  readonly workspace_id: string | null;
  readonly host_id: string | null;
  readonly is_private: Flag;
  readonly scope: string | null;
  readonly direction: string | null;
  readonly language: string | null;
  readonly outcome_id: string | null;
  readonly outcome_name: string | null;
  /** Seconds that the host, external parties, and everybody spoke. */
  readonly host_talk: number | null;
  readonly customer_talk: number | null;
  readonly talk: number | null;
  readonly company_questions: number | null;
  readonly other_questions: number | null;
  /** What visibility was judged by before it changed last, and with which change; null: it never changed. */
  readonly old_private: Flag | null;
  readonly old_workspace_id: string | null;
  readonly old_host_id: string | null;
  readonly old_seq: number | null;
  /** 1: only this row is left, so that changes can say that the call is gone, to viewers that could see it. */
  readonly is_gone: Flag;
  /** Sequence numbers of the first and the last change. */
  readonly first_seq: number;
  readonly changed_seq: number;
  /** When the last change was noticed; milliseconds since the epoch. */
  readonly changed_at: number;
}

/** A part of a call, as Gong sent it. */
export interface CallPartTable {
  readonly key: number;
  /** Position in `callParts`. */
  readonly part: number;
  /** Keyed hash of the canonical JSON. */
  readonly hash: string;
  /** Sequence number of the last change. */
  readonly seq: number;
  /** Milliseconds since the epoch. */
  readonly read_at: number;
  /** Deflated JSON; null: Gong has none. */
  readonly body: Uint8Array | null;
}

/** The sequence number of a change of a call before the last one. */
export interface CallPlaceTable {
  readonly key: number;
  readonly seq: number;
}

/** The same of a record. */
export interface RecordPlaceTable {
  readonly kind: string;
  readonly id: string;
  readonly seq: number;
}

/** What visibility of a call was judged by earlier than `old_` of its row says. It stays when the call is gone. */
export interface CallFormerTable {
  readonly id: string;
  /** Sequence number of the change that ended it. */
  readonly until_seq: number;
  readonly is_private: Flag;
  readonly workspace_id: string | null;
  readonly host_id: string | null;
}

/** The same of a record. */
export interface RecordFormerTable {
  readonly kind: string;
  readonly id: string;
  readonly until_seq: number;
  readonly workspace_id: string | null;
}

export interface CallPartyTable {
  readonly key: number;
  readonly n: number;
  readonly user_id: string | null;
  /** In lower case. */
  readonly email: string | null;
  /** Digits only. */
  readonly phone: string | null;
  /** Folded tokens, each between blanks. */
  readonly name: string | null;
  /** As Gong spells it. */
  readonly affiliation: string | null;
  readonly speaker_id: string | null;
  readonly spoke: Flag;
}

/** A domain of an external party, labels reversed: `com.acme.eu`. */
export interface CallDomainTable {
  readonly domain: string;
  readonly key: number;
}

export interface CallTrackerTable {
  readonly tracker_id: string;
  readonly key: number;
  readonly name: string | null;
  readonly count: number;
}

export interface CallCrmTable {
  readonly type: string;
  readonly id: string;
  readonly system: string;
  readonly key: number;
  readonly name: string | null;
}

export interface CallReviewTable {
  readonly key: number;
  readonly id: string;
  readonly scorecard_id: string | null;
  readonly scorecard_name: string | null;
  readonly method: string | null;
  /** The answer to the overall question. */
  readonly overall: number | null;
}

export interface RecordTable {
  readonly kind: string;
  readonly id: string;
  readonly hash: string;
  readonly body: Uint8Array | null;
  readonly read_at: number;
  /** Also of a record that is gone; null: it has none. */
  readonly workspace_id: string | null;
  /** The workspace before it changed last, and with which change; null: it never changed. */
  readonly old_workspace_id: string | null;
  readonly old_seq: number | null;
  readonly is_gone: Flag;
  readonly first_seq: number;
  readonly changed_seq: number;
  readonly changed_at: number;
}

/** One row: the number of the last change. */
export interface HeadTable {
  readonly id: 1;
  readonly seq: number;
  readonly epoch: string;
  readonly tokenizer: number;
  /** Stands for the key of the hashes; null: an earlier release made them. */
  readonly key_id: string | null;
  /** The key that the key of the hashes comes from; null: it is not stored here. */
  readonly sealed_key: Uint8Array | null;
}

export interface SliceTable {
  readonly from_ms: number;
  readonly to_ms: number;
  readonly read_at: number;
  readonly next_at: number;
  readonly calls: number;
}

export interface SyncStateTable {
  readonly name: string;
  /** JSON. */
  readonly value: string;
}

/** Calls that are not stored before a time, by a keyed hash of their IDs. */
export interface BarredTable {
  readonly id_hash: string;
  readonly until: number;
}

/** One row: who syncs. */
export interface LeaseTable {
  readonly id: 1;
  readonly holder: string;
  readonly token: number;
  readonly expires_at: number;
}

/** Indexed words. SQLite: FTS5 columns, row number in `rowid`; PostgreSQL: a `tsvector` in `v`, row number in `key`. */
export interface WordsTable {
  readonly rowid: ColumnType<number>;
  readonly key: ColumnType<number>;
  readonly t: string;
  readonly s: string;
  readonly v: string;
}

export interface Tables {
  readonly call: CallTable;
  readonly call_part: CallPartTable;
  readonly call_place: CallPlaceTable;
  readonly call_former: CallFormerTable;
  readonly call_party: CallPartyTable;
  readonly call_domain: CallDomainTable;
  readonly call_tracker: CallTrackerTable;
  readonly call_crm: CallCrmTable;
  readonly call_review: CallReviewTable;
  readonly record: RecordTable;
  readonly record_place: RecordPlaceTable;
  readonly record_former: RecordFormerTable;
  readonly head: HeadTable;
  readonly slice: SliceTable;
  readonly sync_state: SyncStateTable;
  readonly barred: BarredTable;
  readonly lease: LeaseTable;
  /** Words of each passage: `key` is the call's times 2,048, plus the passage's number. */
  readonly passage_words: WordsTable;
  /** Distinct words said in each call. */
  readonly call_words: WordsTable;
  /** Words of each call's title (`t`) and of the names of its CRM records (`s`). */
  readonly title_words: WordsTable;
}
