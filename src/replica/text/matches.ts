import type { TextQuery, TextTerm } from './query.js';
import { tokensOf, type Token } from './tokenizer.js';

/** A part of a text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where the words and phrases of a query are in a text, from its beginning on, none twice. */
export function matchesIn(text: string, query: TextQuery): readonly Span[] {
  const tokens = tokensOf(text);
  const spans = query.all
    .flatMap((term) => occurrences(tokens, term))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: Span[] = [];
  for (const span of spans) {
    const last = apart.at(-1);
    if (last === undefined || span.start >= last.end) apart.push(span);
    else if (span.end > last.end) apart[apart.length - 1] = { start: last.start, end: span.end };
  }
  return apart;
}

function occurrences(tokens: readonly Token[], term: TextTerm): Span[] {
  const words = tokens.map(({ word }) => word);
  return tokens.flatMap(({ start }, index) => {
    const last = tokens[index + term.tokens.length - 1];
    return last !== undefined && isAt(words, index, term) ? [{ start, end: last.end }] : [];
  });
}

function isAt(words: readonly string[], index: number, { tokens, isPrefix }: TextTerm): boolean {
  return tokens.every((token, offset) => {
    const word = words[index + offset];
    if (word === undefined) return false;
    return isPrefix && offset === tokens.length - 1 ? word.startsWith(token) : word === token;
  });
}
