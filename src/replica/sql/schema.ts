import type { Database } from '../database.js';

/** How each database spells the types that the tables need. */
interface Types {
  /** A row number. */
  readonly key: string;
  readonly int: string;
  readonly real: string;
  readonly text: string;
  readonly bytes: string;
  /** What ends a table whose primary key is its order on disk. */
  readonly byKey: string;
  /** A name in an index, which statistics then read instead of the table: PostgreSQL takes no long ones there. */
  readonly andName: string;
}

const types: Readonly<Record<Database['dialect'], Types>> = {
  sqlite: {
    key: 'integer',
    int: 'integer',
    real: 'real',
    text: 'text',
    bytes: 'blob',
    byKey: ' without rowid',
    andName: ', name',
  },
  postgres: {
    key: 'bigint',
    int: 'bigint',
    real: 'double precision',
    // Compares bytes, as SQLite does.
    text: 'text collate "C"',
    bytes: 'bytea',
    byKey: '',
    andName: '',
  },
};

/** What makes each version of the tables from the one before, the first one from nothing. A version never changes. */
export function migrations(dialect: Database['dialect']): readonly (readonly string[])[] {
  return [
    [...callTables(types[dialect]), ...otherTables(types[dialect]), ...wordTables[dialect]],
    recordWorkspaces(types[dialect]),
    // Which key the hashes were made with.
    [`alter table head add column key_id ${types[dialect].text}`],
    formerPlaces(types[dialect]),
    // The key of the replica, for the gateways that share the database.
    [`alter table head add column sealed_key ${types[dialect].bytes}`],
    formerRecordPlaces(types[dialect]),
    wordsInRows[dialect],
    formerStates(types[dialect]),
  ];
}

/** Adds the workspace that decides which viewers may see a record. */
function recordWorkspaces({ int, text }: Types): string[] {
  return [
    `alter table record add column workspace_id ${text}`,
    `alter table record add column old_workspace_id ${text}`,
    `alter table record add column old_seq ${int}`,
    // What is kept already gets its workspace when it is read next.
    "update record set hash = '' where kind <> 'USER' and is_gone = 0",
  ];
}

/** Adds the numbers of the changes of each call before the last: where a reader of changes may have met it. */
function formerPlaces({ key, int, byKey }: Types): string[] {
  return [
    `create table call_place(key ${key} not null, seq ${int} not null, primary key (key, seq))${byKey}`,
  ];
}

/** The same of each record. A table of its own, because gateways of earlier releases write that of the calls. */
function formerRecordPlaces({ int, text, byKey }: Types): string[] {
  return [
    `create table record_place(
      kind ${text} not null, id ${text} not null, seq ${int} not null, primary key (kind, id, seq))${byKey}`,
  ];
}

/**
 * Adds what visibility was judged by before the state in the `old_` columns: gateways of earlier releases know those alone.
 * They give a call another row number, too, so that its ID stands here.
 */
function formerStates({ int, text, byKey }: Types): string[] {
  return [
    `create table call_former(
      id ${text} not null, until_seq ${int} not null, is_private ${int} not null, workspace_id ${text}, host_id ${text},
      primary key (id, until_seq))${byKey}`,
    `create table record_former(
      kind ${text} not null, id ${text} not null, until_seq ${int} not null, workspace_id ${text},
      primary key (kind, id, until_seq))${byKey}`,
  ];
}

function callTables({ key, int, real, text, bytes, byKey, andName }: Types): string[] {
  return [
    `create table call(
      key ${key} primary key, id ${text} not null unique, start_s ${int} not null, duration ${real},
      workspace_id ${text}, host_id ${text}, is_private ${int} not null, scope ${text}, direction ${text},
      language ${text}, outcome_id ${text}, outcome_name ${text}, host_talk ${real}, customer_talk ${real}, talk ${real},
      company_questions ${int}, other_questions ${int}, is_gone ${int} not null,
      old_private ${int}, old_workspace_id ${text}, old_host_id ${text}, old_seq ${int},
      first_seq ${int} not null, changed_seq ${int} not null unique, changed_at ${int} not null)`,
    'create index call_host on call(host_id, key)',
    'create index call_workspace on call(workspace_id, key)',
    // Statistics read nothing else of most calls.
    `create index call_stat on call(
      key, is_gone, is_private, workspace_id, host_id, start_s, duration, host_talk, customer_talk, talk,
      company_questions, other_questions)`,
    `create table call_part(
      key ${key} not null, part ${int} not null, hash ${text} not null, seq ${int} not null, read_at ${int} not null,
      body ${bytes}, primary key (key, part))`,
    `create table call_party(
      key ${key} not null, n ${int} not null, user_id ${text}, email ${text}, phone ${text}, name ${text},
      affiliation ${text}, speaker_id ${text}, spoke ${int} not null, primary key (key, n))${byKey}`,
    'create index call_party_user on call_party(user_id, key)',
    'create index call_party_email on call_party(email, key)',
    'create index call_party_phone on call_party(phone, key)',
    `create table call_domain(
      domain ${text} not null, key ${key} not null, primary key (domain, key))${byKey}`,
    'create index call_domain_key on call_domain(key)',
    `create table call_tracker(
      tracker_id ${text} not null, key ${key} not null, name ${text}, count ${int} not null,
      primary key (tracker_id, key))${byKey}`,
    `create index call_tracker_key on call_tracker(key, tracker_id, count${andName})`,
    `create table call_crm(
      type ${text} not null, id ${text} not null, system ${text} not null, key ${key} not null, name ${text},
      primary key (type, id, system, key))${byKey}`,
    `create index call_crm_key on call_crm(key, type, id, system${andName})`,
    `create table call_review(
      key ${key} not null, id ${text} not null, scorecard_id ${text}, scorecard_name ${text}, method ${text},
      overall ${real}, primary key (key, id))${byKey}`,
    'create index call_review_scorecard on call_review(scorecard_id, key)',
  ];
}

function otherTables({ int, text, bytes, byKey }: Types): string[] {
  return [
    `create table record(
      kind ${text} not null, id ${text} not null, hash ${text} not null, body ${bytes}, read_at ${int} not null,
      is_gone ${int} not null, first_seq ${int} not null, changed_seq ${int} not null unique,
      changed_at ${int} not null, primary key (kind, id))`,
    `create table head(id ${int} primary key, seq ${int} not null, epoch ${text} not null, tokenizer ${int} not null)`,
    `create table slice(
      from_ms ${int} primary key, to_ms ${int} not null, read_at ${int} not null, next_at ${int} not null,
      calls ${int} not null)`,
    `create table sync_state(name ${text} primary key, value ${text} not null)${byKey}`,
    `create table barred(id_hash ${text} primary key, until ${int} not null)${byKey}`,
    `create table lease(
      id ${int} primary key, holder ${text} not null, token ${int} not null, expires_at ${int} not null)`,
    "insert into lease(id, holder, token, expires_at) values (1, '', 0, 0)",
  ];
}

/** `ascii` takes every letter beyond ASCII as one of a word: the words are cut and folded before they come here. */
const FTS5 = "content='', contentless_delete=1, tokenize='ascii'";

/** Else PostgreSQL moves the words of long passages out of their rows, and fetches them for each check of a phrase. */
const wordsInRows: Readonly<Record<Database['dialect'], readonly string[]>> = {
  sqlite: [],
  postgres: ['alter table passage_words set (toast_tuple_target = 8160)'],
};

const wordTables: Readonly<Record<Database['dialect'], readonly string[]>> = {
  sqlite: [
    `create virtual table passage_words using fts5(t, s, ${FTS5})`,
    `create virtual table call_words using fts5(t, ${FTS5}, detail=none)`,
    `create virtual table title_words using fts5(t, s, ${FTS5})`,
  ],
  postgres: ['passage_words', 'call_words', 'title_words'].flatMap((table) => [
    `create table ${table}(key bigint primary key, v tsvector not null)`,
    // Else the planner takes rare words for frequent ones, and reads all rows in the order of time.
    `alter table ${table} alter v set statistics 2000`,
    `create index ${table}_v on ${table} using gin(v)`,
  ]),
};
