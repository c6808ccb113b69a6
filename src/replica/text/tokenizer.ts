/** Of the rules below. An index that was made by other rules finds other words: it is made again. */
export const tokenizerVersion = 1;

/** A word, as the index knows it, and where it is in the text, in UTF-16 code units. */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Longer words are data that users do not search for. PostgreSQL refuses words of 2,047 bytes. */
const MAX_WORD_CHARACTERS = 64;

/**
 * Scripts that put no blanks between words. How they are cut into words depends on what is around them and on the
 * version of a dictionary, so each character is a word, and what is written as one is searched for as a phrase.
 */
const UNSPACED = String.raw`[[[\p{L}\p{N}]&&[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]]--[ʼﾞﾟ]]`;
const LETTER = String.raw`[[\p{L}\p{N}\p{M}]--${UNSPACED}--[ʼﾞﾟ]]`;
/** They are written inside words, without a width: joiners, a hyphen for the end of a line, and marks of order. */
const INVISIBLE = String.raw`[\u00AD\u200B-\u200D\u2060\uFEFF]`;
const APOSTROPHE = `['’‘ʼ＇]`;

// The flag `v` is younger than what TypeScript compiles for: it would refuse a literal.
const words = new RegExp(
  `${UNSPACED}[\\p{M}ﾞﾟ]*|${LETTER}+(?:(?:${INVISIBLE}+|${APOSTROPHE})${LETTER}+)*`,
  'gv',
);
const unspaced = new RegExp(UNSPACED, 'v');
const possessive = new RegExp(`${APOSTROPHE}[sS]$`, 'v');

/** Accents, vowel points of Hebrew and Arabic, and variants of signs. Other marks tell words apart: ガ is not カ. */
const MARKS = new RegExp(
  String.raw`[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF` +
    String.raw`\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7` +
    String.raw`\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED` +
    String.raw`\uFE00-\uFE0F\u{E0100}-\u{E01EF}]|[^\p{L}\p{N}\p{M}]|ʼ`,
  'gv',
);

/**
 * The words of a text in their order, so folded that case, accents, and apostrophes make no difference. They consist
 * of letters, digits, and marks only, so no query language takes a part of one for a sign of its own.
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: written, index } of text.matchAll(words)) {
    const word = fold(written);
    if (word !== '') tokens.push({ word, start: index, end: index + written.length });
  }
  return tokens;
}

/** The words alone, which takes half the time. */
export function wordsOf(text: string): string[] {
  return (text.match(words) ?? []).map(fold).filter((word) => word !== '');
}

/** About how many words a text has, and never fewer: what folds to nothing is counted. Takes a fifth of the time. */
export function countWords(text: string): number {
  return text.match(words)?.length ?? 0;
}

/** Whether the beginning of such a word means much less than the word: it may be one character long. */
export function isUnspaced(word: string): boolean {
  return unspaced.test(word);
}

function fold(written: string): string {
  if (isPlain.test(written)) return cut(written.toLowerCase());
  const folded = written
    .replace(possessive, '')
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ς', 'σ')
    .normalize('NFC');
  return cut(folded);
}

/** Most words are: then nothing has to be folded but case. */
const isPlain = /^[A-Za-z0-9]+$/;

function cut(word: string): string {
  if (word.length <= MAX_WORD_CHARACTERS) return word;
  return Array.from(word).slice(0, MAX_WORD_CHARACTERS).join('');
}
