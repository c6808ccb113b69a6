import { sql, type RawBuilder } from 'kysely';
import type { Sql } from '../sql/sql.js';
import {
  ftsAny,
  ftsMarks,
  toFts5,
  toTsquery,
  tsAny,
  tsMarks,
  type WordColumn,
} from '../text/compile.js';
import type { SpeechMark } from '../text/passages.js';
import type { TextQuery, TextTerm } from '../text/query.js';
import { callKeyOf } from './rows.js';

export type WordTable = 'passage_words' | 'call_words' | 'title_words';

/** An expression in the language of the store, which is a parameter of the statement. */
export type WordQuery = string;

/** Finds what the text query says in one column of a row, and, of passages, who says it. */
export function wordQuery(
  { dialect }: Sql,
  query: TextQuery,
  column: WordColumn,
  marks: readonly (readonly SpeechMark[])[] = [],
): WordQuery {
  const isSqlite = dialect === 'sqlite';
  const text = isSqlite ? toFts5(query, column) : toTsquery(query, column);
  if (marks.length === 0) return text;
  return isSqlite ? `${text} AND ${ftsMarks(marks)}` : `${text} & ${tsMarks(marks)}`;
}

/** Row number of the words. */
export function rowNumber({ dialect }: Sql, table: WordTable): RawBuilder<number> {
  return sql.ref(`${table}.${dialect === 'sqlite' ? 'rowid' : 'key'}`);
}

export function holds({ dialect }: Sql, table: WordTable, query: WordQuery): RawBuilder<boolean> {
  return dialect === 'sqlite'
    ? sql`${sql.table(table)} match ${query}`
    : sql`${sql.ref(`${table}.v`)} @@ cast(${query} as tsquery)`;
}

/** Row numbers of calls whose title (`t`), or the names of whose CRM records (`s`), match. */
export function titledCalls(db: Sql, query: TextQuery, column: WordColumn): RawBuilder<number> {
  return rowsWith(db, 'title_words', wordQuery(db, query, column));
}

/**
 * Conditions that all words and phrases are said in the call with the row number, and none of the excluded ones. The
 * words of a call are indexed without their places, so phrases are searched for in passages.
 */
export function isSaidIn(
  db: Sql,
  key: RawBuilder<number>,
  query: TextQuery,
): RawBuilder<boolean>[] {
  const isSqlite = db.dialect === 'sqlite';
  const isWord = ({ tokens }: TextTerm): boolean => tokens.length === 1;
  const isPhrase = (term: TextTerm): boolean => !isWord(term);
  const words = { all: query.all.filter(isWord), none: query.none.filter(isWord) };
  const conditions: RawBuilder<boolean>[] = [];
  if (words.all.length > 0) {
    const all = isSqlite ? toFts5(words) : toTsquery(words);
    conditions.push(sql`${key} in (${rowsWith(db, 'call_words', all)})`);
  } else if (words.none.length > 0) {
    const any = isSqlite ? ftsAny(words.none) : tsAny(words.none);
    conditions.push(sql`${key} not in (${rowsWith(db, 'call_words', any)})`);
  }
  return [
    ...conditions,
    ...query.all
      .filter(isPhrase)
      .map((phrase) => sql<boolean>`${key} in (${callsWith(db, phrase)})`),
    ...query.none
      .filter(isPhrase)
      .map((phrase) => sql<boolean>`${key} not in (${callsWith(db, phrase)})`),
  ];
}

/** Calls with a passage that has the phrase. */
function callsWith(db: Sql, phrase: TextTerm): RawBuilder<number> {
  const query = wordQuery(db, { all: [phrase], none: [] }, 't');
  const key = callKeyOf(rowNumber(db, 'passage_words'));
  return searchedFirst(
    db,
    sql`select ${key} as key from passage_words where ${holds(db, 'passage_words', query)}`,
  );
}

function rowsWith(db: Sql, table: WordTable, query: WordQuery): RawBuilder<number> {
  return searchedFirst(
    db,
    sql`select ${rowNumber(db, table)} as key from ${sql.table(table)} where ${holds(db, table, query)}`,
  );
}

/** By itself, PostgreSQL joins first and reads the words of each call, which are long and kept apart, one by one. */
function searchedFirst({ dialect }: Sql, keys: RawBuilder<unknown>): RawBuilder<number> {
  return dialect === 'sqlite'
    ? sql`${keys}`
    : sql`with found as materialized (${keys}) select key from found`;
}
