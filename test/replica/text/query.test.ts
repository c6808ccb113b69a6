import { describe, expect, it } from '@jest/globals';
import { toFts5, toTsquery, toTsvector } from '../../../src/replica/text/compile.js';
import { matchesIn } from '../../../src/replica/text/matches.js';
import { parseTextQuery, TextQueryError } from '../../../src/replica/text/query.js';

const word = (...tokens: string[]) => ({ tokens, isPrefix: false });
const prefix = (...tokens: string[]) => ({ tokens, isPrefix: true });

describe('a text query', () => {
  it.each([
    ['Price', [word('price')], []],
    ['price  discount', [word('price'), word('discount')], []],
    ['"annual Contract"', [word('annual', 'contract')], []],
    ['price -free', [word('price')], [word('free')]],
    ['price -"for free"', [word('price')], [word('for', 'free')]],
    ['-free price', [word('price')], [word('free')]],
    ['pric*', [prefix('pric')], []],
    ['price -disc*', [word('price')], [prefix('disc')]],
    ['"annual contr*"', [prefix('annual', 'contr')], []],
    ['acme.com e-mail', [word('acme', 'com'), word('e', 'mail')], []],
    ["José's", [word('jose')], []],
    ['東京', [word('東', '京')], []],
    ['R & D - now', [word('r'), word('d'), word('now')], []],
    ['“annual contract”', [word('annual', 'contract')], []],
    ['say"two words"now', [word('say'), word('two', 'words'), word('now')], []],
    ['cut\u0000here', [word('cut'), word('here')], []],
    ['"2 * 3"', [word('2', '3')], []],
    ['OR AND NOT near', [word('or'), word('and'), word('not'), word('near')], []],
  ])('reads %j', (text, all, none) => {
    expect(parseTextQuery(text)).toEqual({ all, none });
  });

  it.each([
    ['', 'has no word to search for. Write at least one word of letters or digits.'],
    [' & … ', 'has no word to search for. Write at least one word of letters or digits.'],
    ['-free', 'only excludes words. Write at least one word without "-".'],
    ['""', 'has a phrase without words. Write words between the quotation marks.'],
    ['price "&"', 'has a phrase without words. Write words between the quotation marks.'],
    ['"annual', 'has a quotation mark without its counterpart. Add or remove one.'],
    ['pr*', 'has "*" after fewer than 3 letters. Write at least 3, such as "pric*".'],
    ['*', 'has "*" after fewer than 3 letters. Write at least 3, such as "pric*".'],
    ['price *', 'has "*" after fewer than 3 letters. Write at least 3, such as "pric*".'],
    ['e-ma*', 'has "*" after fewer than 3 letters. Write at least 3, such as "pric*".'],
    ['pri*ce', 'has "*" before the end of a word. Write it after the last letter.'],
    ['pric**', 'has "*" before the end of a word. Write it after the last letter.'],
    [
      'コーヒー*',
      'has "*" in a script without blanks between words. Remove it: parts of words are found anyway.',
    ],
    ['word '.repeat(33), 'has too many words. Write at most 32.'],
    [`"${'word '.repeat(33)}"`, 'has too many words. Write at most 32.'],
    ['東'.repeat(257), 'has too many words. Write at most 32.'],
  ])('refuses %j, and says what to write', (text, message) => {
    expect(() => parseTextQuery(text)).toThrow(new TextQueryError(message));
  });

  it('takes 32 words', () => {
    expect(parseTextQuery('word '.repeat(32)).all).toHaveLength(32);
  });
});

describe('the languages of the stores', () => {
  const query = parseTextQuery('price "annual contr*" -free -"or not"');

  it('say the same', () => {
    expect(toFts5(query)).toBe('(("price" AND "annual contr" *) NOT ("free" OR "or not"))');
    expect(toFts5(parseTextQuery('price'), 't')).toBe('t : ("price")');
    expect(toTsquery(query)).toBe(
      "'price' & ('annual' <-> 'contr':*) & !'free' & !('or' <-> 'not')",
    );
    expect(toTsquery(parseTextQuery('"a b"'), 's')).toBe("('=a' <-> '=b')");
  });

  it('keep the places of words only where phrases are searched for', () => {
    const words = { t: ['so', 'it', 'so'], s: ['int'] };
    expect(toTsvector(words, true)).toBe("'so':1,3 'it':2 '=int':1");
    expect(toTsvector(words, false)).toBe("'so' 'it' '=int'");
    expect(toTsvector({ t: Array<string>(300).fill('so') }, true).split(',')).toHaveLength(256);
  });
});

describe('matches in a text', () => {
  it.each([
    ['Prices: the price, PRICE!', 'price', ['price', 'PRICE']],
    ['Prices: the price.', 'pric*', ['Prices', 'price']],
    ["José's café, jose", 'jose cafe', ["José's", 'café', 'jose']],
    ['the annual, contract annual', '"annual contract"', ['annual, contract']],
    ['so so so', '"so so"', ['so so so']],
    ['price of the price list', 'price "price list"', ['price', 'price list']],
    ['東京都で東京', '東京', ['東京', '東京']],
    ['price, not free', 'price -free', ['price']],
  ])('of %j for %j are these', (text, query, parts) => {
    const spans = matchesIn(text, parseTextQuery(query));
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(parts);
  });
});
