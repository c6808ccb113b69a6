import { describe, expect, it } from '@jest/globals';
import { tokensOf, wordsOf } from '../../../src/replica/text/tokenizer.js';

describe('words of a text', () => {
  it.each([
    ['Hello, World! 42', ['hello', 'world', '42']],
    ['café CAFÉ cafe\u0301', ['cafe', 'cafe', 'cafe']],
    ["José's O’Neill's isn't the Joneses'", ['jose', 'oneill', 'isnt', 'the', 'joneses']],
    ['Straße STRASSE ΟΔΟΣ οδός', ['strasse', 'strasse', 'οδοσ', 'οδοσ']],
    ['İstanbul', ['istanbul']],
    ['e-mail acme.com foo_bar -5', ['e', 'mail', 'acme', 'com', 'foo', 'bar', '5']],
    ['Ｆｕｌｌ ﬁne ½', ['full', 'fine', '12']],
    ['co\u00ADoperate zero\u200Dwidth', ['cooperate', 'zerowidth']],
    ['हिन्दी', ['हिन्दी']],
    ['한국어', ['한국어']],
    ['שָׁלוֹם مُحَمَّد', ['שלום', 'محمد']],
    ['میخواهم می\u200Cخواهم', ['میخواهم', 'میخواهم']],
    ['cut\u0000here', ['cut', 'here']],
    ['lone \uD800 surrogate\uDC00s', ['lone', 'surrogate', 's']],
    ['👨‍👩‍👧 — … "" ()', []],
  ])('are those of %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it.each([
    ['東京', ['東', '京']],
    ['話しました', ['話', 'し', 'ま', 'し', 'た']],
    ['コーヒー', ['コ', 'ー', 'ヒ', 'ー']],
    ['ภาษา', ['ภ', 'า', 'ษ', 'า']],
    ['กั้น', ['กั้', 'น']],
    ['Acme東京4', ['acme', '東', '京', '4']],
  ])('are single characters where a script has no blanks: %s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('tell ガ from カ, and know it in half width', () => {
    expect(wordsOf('ガイド')).toEqual(['ガ', 'イ', 'ド']);
    expect(wordsOf('ｶﾞｲﾄﾞ')).toEqual(['ガ', 'イ', 'ド']);
    expect(wordsOf('カイト')).not.toEqual(wordsOf('ガイド'));
  });

  it('say where they are in the text as it was written', () => {
    const text = '“José’s 日本” 👍 cafe\u0301.';
    expect(tokensOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'José’s',
      '日',
      '本',
      'cafe\u0301',
    ]);
  });

  it('have at most 64 characters, also where each takes two code units', () => {
    expect(wordsOf('a'.repeat(5000))).toEqual(['a'.repeat(64)]);
    expect(wordsOf('𝒳'.repeat(70))).toEqual(['x'.repeat(64)]);
    expect(wordsOf('𐐨'.repeat(70))).toEqual(['𐐨'.repeat(64)]);
  });

  it('consist of nothing that a query language has for a sign of its own', () => {
    const strange = [];
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const [word = 'none'] = wordsOf(String.fromCodePoint(code));
      if (!/^[\p{L}\p{N}\p{M}]+$/u.test(word) || /[A-Z]/.test(word)) strange.push(word);
    }
    expect(strange).toEqual([]);
  });

  it('are the same when they are cut again, but for six ligatures of scripts without blanks', () => {
    const changed = [];
    for (let code = 0; code <= 0x10ffff; code += 1) {
      for (const word of wordsOf(String.fromCodePoint(code))) {
        const again = wordsOf(word);
        if (again.length !== 1 || again[0] !== word) changed.push(String.fromCodePoint(code));
      }
    }
    expect(changed).toEqual([...'ำຳໜໝゟヿ']);
  });
});
