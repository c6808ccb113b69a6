import type { SpeechMark } from './passages.js';
import type { TextQuery, TextTerm } from './query.js';

/**
 * Queries and indexed words in the languages of both stores. Tokens are letters, digits, and marks of Unicode, so none
 * can end a quotation: nothing here needs to escape. Each literal is a parameter of its statement.
 */

/** A column of an index of words: `t` is the text itself; `s` is what is noted beside it, such as the speaker. */
export type WordColumn = 't' | 's';

/** A token that no query can hold: what is before it and what is after it are no neighbors. */
export const WORD_BREAK = '·';

/** A query as an expression of FTS5, where negative terms exclude within the same row. */
export function toFts5(query: TextQuery, column?: WordColumn): string {
  const all = query.all.map(ftsTerm).join(' AND ');
  const none = query.none.map(ftsTerm).join(' OR ');
  const expression = none === '' ? `(${all})` : `((${all}) NOT (${none}))`;
  return column === undefined ? expression : `${column} : ${expression}`;
}

/** One term, or any of several, without the rest of the query. */
export function ftsAny(terms: readonly TextTerm[]): string {
  return terms.map(ftsTerm).join(' OR ');
}

/** Rows with one of the marks of every group. */
export function ftsMarks(groups: readonly (readonly SpeechMark[])[]): string {
  return groups
    .map((marks) => `s : (${marks.map((mark) => `"${mark}"`).join(' OR ')})`)
    .join(' AND ');
}

function ftsTerm({ tokens, isPrefix }: TextTerm): string {
  return `"${tokens.join(' ')}"${isPrefix ? ' *' : ''}`;
}

/** A query as a literal of PostgreSQL's `tsquery`. */
export function toTsquery(query: TextQuery, column: WordColumn = 't'): string {
  const terms = [
    ...query.all.map((term) => tsTerm(term, column)),
    ...query.none.map((term) => `!${tsTerm(term, column)}`),
  ];
  return terms.join(' & ');
}

export function tsAny(terms: readonly TextTerm[], column: WordColumn = 't'): string {
  return terms.map((term) => tsTerm(term, column)).join(' | ');
}

export function tsMarks(groups: readonly (readonly SpeechMark[])[]): string {
  return groups
    .map((marks) => `(${marks.map((mark) => lexeme(mark, 's')).join(' | ')})`)
    .join(' & ');
}

function tsTerm({ tokens, isPrefix }: TextTerm, column: WordColumn): string {
  const last = tokens.length - 1;
  const phrase = tokens.map(
    (token, index) => `${lexeme(token, column)}${isPrefix && index === last ? ':*' : ''}`,
  );
  return phrase.length === 1 ? phrase.join('') : `(${phrase.join(' <-> ')})`;
}

/** PostgreSQL has one column of words: those that stand beside the text begin with a sign that no token has. */
function lexeme(token: string, column: WordColumn): string {
  return column === 't' ? `'${token}'` : `'=${token}'`;
}

/** PostgreSQL keeps at most as many places of a word. */
const MAX_PLACES = 256;

/**
 * Words as a literal of PostgreSQL's `tsvector`.
 *
 * @param places whether phrases are searched for: without, a word is only there or not.
 */
export function toTsvector(
  words: { readonly [Column in WordColumn]?: readonly string[] },
  places: boolean,
): string {
  const lexemes = new Map<string, number[]>();
  for (const column of ['t', 's'] as const) {
    for (const [index, word] of (words[column] ?? []).entries()) {
      const key = lexeme(word, column);
      const at = lexemes.get(key) ?? [];
      if (at.length < MAX_PLACES) at.push(index + 1);
      lexemes.set(key, at);
    }
  }
  return Array.from(lexemes, ([key, at]) => (places ? `${key}:${at.join(',')}` : key)).join(' ');
}
