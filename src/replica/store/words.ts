import { list } from '../../gong/coerce.js';
import type { GongCallTranscript, GongParty } from '../../gong/endpoints/wire.js';
import type { WriteStatement } from '../database.js';
import type { CallKey } from '../replica.js';
import type { Sql } from '../sql/sql.js';
import { toTsvector } from '../text/compile.js';
import { marksOf, passagesOf, speakerMarks } from '../text/passages.js';
import { wordsOf } from '../text/tokenizer.js';
import { firstPassageKey, lastPassageKey } from './callKey.js';
import { sql } from 'kysely';

type WordTable = 'passage_words' | 'call_words' | 'title_words';

interface Words {
  readonly key: number;
  readonly t: readonly string[];
  /** Absent where the table has no such column. */
  readonly s?: readonly string[];
}

/** Indexes what was said in a call, under a number that has no words yet. */
export function insertTranscript(
  db: Sql,
  key: CallKey,
  transcript: GongCallTranscript | null,
  parties: readonly GongParty[],
): WriteStatement[] {
  const passages = passagesOf(transcript);
  if (passages.length === 0) return [];
  const bySpeaker = speakerMarks(list(parties));
  const distinct = new Set<string>();
  const rows = passages.map((passage, n) => {
    const words = wordsOf(passage.text);
    for (const word of words) distinct.add(word);
    return { key: firstPassageKey(key) + n, t: words, s: marksOf(passage, bySpeaker) };
  });
  return [
    ...insertWords(db, 'passage_words', rows),
    ...insertWords(db, 'call_words', [{ key, t: [...distinct] }]),
  ];
}

export function insertWords(db: Sql, table: WordTable, all: readonly Words[]): WriteStatement[] {
  const words = all.map(withinLimit);
  if (db.dialect === 'postgres') {
    const hasPlaces = table !== 'call_words';
    return db.insert(
      table,
      words.map(({ key, t, s = [] }) => ({ key, v: toTsvector({ t, s }, hasPlaces) })),
    );
  }
  return db.insert(
    table,
    words.map(({ key, t, s }) => ({
      rowid: key,
      t: t.join(' '),
      ...(s === undefined ? {} : { s: s.join(' ') }),
    })),
  );
}

/** PostgreSQL takes no more words of one row. No call that people hold comes near. */
const MAX_WORDS_BYTES = 1024 * 1024 - 1;
/** What PostgreSQL needs for each word besides its text, which takes at most 3 bytes for each UTF-16 code unit. */
const BYTES_PER_WORD = 8;

/** The first words of a row, as many as both databases take. */
function withinLimit({ key, t, s }: Words): Words {
  let bytes = 0;
  const fits = (word: string): boolean => {
    bytes += 3 * word.length + BYTES_PER_WORD;
    return bytes <= MAX_WORDS_BYTES;
  };
  return { key, t: t.filter(fits), ...(s === undefined ? {} : { s: s.filter(fits) }) };
}

/** Removes what was said in a call from the index. */
export function deleteTranscript(db: Sql, key: CallKey): WriteStatement[] {
  const row = sql.ref(db.dialect === 'postgres' ? 'key' : 'rowid');
  return [
    db.raw(
      sql`delete from passage_words where ${row} between ${firstPassageKey(key)} and ${lastPassageKey(key)}`,
    ),
    db.raw(sql`delete from call_words where ${row} = ${key}`),
  ];
}

export function deleteTitles(db: Sql, keys: readonly CallKey[]): WriteStatement[] {
  const row = sql.ref(db.dialect === 'postgres' ? 'key' : 'rowid');
  return keys.map((key) => db.raw(sql`delete from title_words where ${row} = ${key}`));
}
