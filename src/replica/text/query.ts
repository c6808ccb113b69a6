import { isUnspaced, wordsOf } from './tokenizer.js';

/** One condition of a text query: a word, a phrase, or a prefix. */
export interface TextTerm {
  /** Folded tokens that must follow each other; one for a single word. */
  readonly tokens: readonly string[];
  /** Whether the last token is only the beginning of a word. */
  readonly isPrefix: boolean;
}

/** What is searched for in text. At least one term must be found, so `all` is not empty. */
export interface TextQuery {
  readonly all: readonly TextTerm[];
  readonly none: readonly TextTerm[];
}

export const MAX_QUERY_WORDS = 32;
/** Where a script has no blanks, each character of a word is a token. */
const MAX_QUERY_TOKENS = 256;
const MIN_PREFIX_LETTERS = 3;

/** Why a text is no query, and what to write. The message is a clause that follows the name of the argument. */
export class TextQueryError extends Error {
  override readonly name = 'TextQueryError';
}

/** A word with its blanks or quotes cut off. */
interface Item {
  readonly written: string;
  readonly isExcluded: boolean;
  readonly isQuoted: boolean;
}

/**
 * Reads what a client wrote: words that must all occur, `"two words"` for a phrase, `-word` for what must not occur, and
 * `pric*` for words that begin so. A word that the index knows as several, such as `acme.com`, is a phrase.
 *
 * @throws TextQueryError
 */
export function parseTextQuery(text: string): TextQuery {
  const all: TextTerm[] = [];
  const none: TextTerm[] = [];
  let words = 0;
  let tokens = 0;
  for (const item of itemsOf(text)) {
    const term = termOf(item);
    if (term === null) continue;
    words += item.isQuoted ? (item.written.match(/\S+/g)?.length ?? 0) : 1;
    tokens += term.tokens.length;
    if (words > MAX_QUERY_WORDS || tokens > MAX_QUERY_TOKENS) {
      throw new TextQueryError(`has too many words. Write at most ${MAX_QUERY_WORDS}.`);
    }
    (item.isExcluded ? none : all).push(term);
  }
  if (all.length === 0) {
    throw new TextQueryError(
      none.length === 0
        ? 'has no word to search for. Write at least one word of letters or digits.'
        : 'only excludes words. Write at least one word without "-".',
    );
  }
  return { all, none };
}

function itemsOf(text: string): Item[] {
  const items: Item[] = [];
  const item = /(-?)(?:"([^"]*)("?)|([^\s"]+))/gu;
  // As text editors write quotation marks; and the end of a C string.
  const plainText = text.replace(/[“”„‟]/g, '"').replaceAll('\0', ' ');
  for (const [, minus, quoted, end, plain] of plainText.matchAll(item)) {
    if (quoted !== undefined && end === '') {
      throw new TextQueryError('has a quotation mark without its counterpart. Add or remove one.');
    }
    items.push({
      written: quoted ?? plain ?? '',
      isExcluded: minus === '-',
      isQuoted: quoted !== undefined,
    });
  }
  return items;
}

/** Returns null for an item without a word, such as a single dash. */
function termOf({ written, isQuoted }: Item): TextTerm | null {
  const tokens = wordsOf(written);
  const isPrefix = written.endsWith('*');
  if (isPrefix || (written.includes('*') && !isQuoted)) checkPrefix(written, tokens.at(-1));
  if (tokens.length > 0) return { tokens, isPrefix };
  if (isQuoted)
    throw new TextQueryError(
      'has a phrase without words. Write words between the quotation marks.',
    );
  return null;
}

function checkPrefix(written: string, last: string | undefined): void {
  if (/\*./su.test(written)) {
    throw new TextQueryError('has "*" before the end of a word. Write it after the last letter.');
  }
  if (last !== undefined && isUnspaced(last)) {
    throw new TextQueryError(
      'has "*" in a script without blanks between words. Remove it: parts of words are found anyway.',
    );
  }
  const isLetter = /[\p{L}\p{N}\p{M}]\*$/u.test(written);
  if (!isLetter || last === undefined || Array.from(last).length < MIN_PREFIX_LETTERS) {
    throw new TextQueryError(
      `has "*" after fewer than ${MIN_PREFIX_LETTERS} letters. Write at least ${MIN_PREFIX_LETTERS}, such as "pric*".`,
    );
  }
}
