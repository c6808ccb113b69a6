import { describe, expect, it } from '@jest/globals';
import { parseJson } from '../../src/lib/json.js';

/** A long integer elsewhere in the text, so that the exact parser is the one at work. */
const BIG = '12345678901234567890';

describe('parseJson', () => {
  it.each([
    ['7782342274025937895', '7782342274025937895'],
    ['-7782342274025937895', '-7782342274025937895'],
    ['9007199254740993', '9007199254740993'],
    ['9007199254740991', 9007199254740991],
    ['1000000000000000', 1000000000000000],
    ['18446744073709551616', '18446744073709551616'],
    ['12', 12],
    ['0.1', 0.1],
    ['-0.25', -0.25],
    ['1.5e3', 1500],
    ['0.12345678901234567890123', 0.12345678901234568],
    ['1e400', Infinity],
  ])('reads the number %s without losing digits', (digits, expected) => {
    const parsed = parseJson(`{"id": ${digits}, "list": [${digits}], "other": ${BIG}}`);

    expect(parsed).toEqual({ id: expected, list: [expected], other: BIG });
  });

  it.each([
    ['an object', '{"a":{"b":[1,"x",true,false,null]}}'],
    ['a list', '[]'],
    ['text', '"caf\\u00e9 \\"quoted\\" \\ud83d\\ude00"'],
    ['nothing', 'null'],
    ['a number', '3.5'],
    ['white space around', ' \n\t{ "a" : 1 } \r\n'],
    ['a name of the prototype', '{"constructor":1,"toString":2}'],
  ])('reads %s as JSON.parse does', (_, text) => {
    expect(parseJson(text)).toEqual(JSON.parse(text));
    expect(parseJson(`[${text},${BIG}]`)).toEqual([JSON.parse(text), BIG]);
  });

  it.each([
    ['', '{"id":1,"id":2}', { id: 2 }],
    [' beside long ids', `{"id":1,"id":${BIG}}`, { id: BIG }],
  ])('takes the last of duplicate members%s', (_, text, expected) => {
    expect(parseJson(text)).toEqual(expected);
  });

  it('gives no access to the prototype', () => {
    const parsed = parseJson(`{"a":{"__proto__":{"isAdmin":true}},"id":${BIG}}`) as { a: object };

    expect(Object.getPrototypeOf(parsed.a)).toBe(Object.prototype);
    expect('isAdmin' in parsed.a).toBe(false);
  });

  it('keeps digits inside strings', () => {
    const value = { id: BIG, text: `say [${BIG}, or : ${BIG}` };

    expect(parseJson(JSON.stringify(value))).toEqual(value);
  });

  it.each(['', '{', '{"a":1', '<html></html>', 'undefined', `{"id":${BIG}`, `[${BIG},]`])(
    'throws a SyntaxError for %j',
    (text) => {
      expect(() => parseJson(text)).toThrow(SyntaxError);
    },
  );
});
