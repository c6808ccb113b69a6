import { describe, expect, it } from '@jest/globals';
import { maskEverything, maskRecord } from '../../../src/access/policy/masking.js';

const COUNT = 5_000;

/** The same in each run: mulberry32. */
function createRandom(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;
  const text = (alphabet: string, length: number): string =>
    Array.from({ length }, () => pick([...alphabet])).join('');
  return { below, pick, text };
}

type Random = ReturnType<typeof createRandom>;

interface Sample {
  readonly written: string;
  /** What must not be found where it was masked. */
  readonly secrets: readonly string[];
}

const LOWER = 'bcdfghjklmnpqrstvwxz';
const atext = "!#$%&'*+-/=?^_`{|}~";
const scripts = [
  'abcdefghij',
  'äöüßéèñçøå',
  'абвгдежзик',
  'αβγδεζηθικ',
  'अआइईउऊएऐओऔ',
  '你好世界中文字符',
];
const signs = ['@', '@', '@', '\uff20', '\ufe6b', '%40', '%2540', '&#64;', '\u200b@', '@\u2060'];
const wellFormedHosts = [
  'acme.com',
  'mail.acme.co.uk',
  'xn--e1afmkfd.xn--p1ai',
  'пример.рф',
  '3com.net',
];
const oddHosts = [
  '[192.168.7.9]',
  '[IPv6:2001:db8::7]',
  '10.20.30.40',
  'acme_corp.com',
  'acme.c0m',
];

function address(random: Random): Sample {
  const { below, pick, text } = random;
  const token = `q${text(LOWER, 7)}`;
  const wide = text(pick(scripts), 4);
  const local = pick([
    () => `${token}.${text(LOWER, 3)}`,
    () => `${text(atext, 3)}${token}${text(atext, 2)}`,
    () => `"${token} ${text(LOWER, 3)}"`,
    () => `"${token}@${text(LOWER, 3)}, ${text(' ();:<>[]', 3)}"`,
    () => `"\\"${token}\\\\"`,
    () => `${token}${wide}`,
    () => `${wide}\u0301\u0328${token}`,
    () => `${token.slice(0, 4)}\u200b${token.slice(4)}`,
    () => `${token}%C3%A9`,
    () => `${token}😀`,
    () => token.repeat(1 + below(12)),
  ])();
  const isOdd = below(3) === 0;
  const named = `${text(LOWER, 8)}host`;
  const host = isOdd ? pick([...oddHosts, named]) : pick(wellFormedHosts);
  const secrets = [local.includes('\u200b') ? token.slice(4) : token, ...(isOdd ? [host] : [])];
  return { written: `${local}${pick(signs)}${host}`, secrets };
}

const zeros = ['0', '\u0660', '\u06f0', '\u0966', '\u0e50', '\uff10', '\u{1d7ce}'];
const separators = [
  ...' -.\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u205f\u3000',
  ...'\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2e3a\ufe58\ufe63\uff0d\u200b\u2060\ufeff',
];

/** A number as it is dialed: with a country code or a trunk prefix, in groups, or in one piece. */
function number({ below, pick, text }: Random): Sample {
  const zero = pick([...zeros, '0', '0']).codePointAt(0) ?? 0;
  const separator = pick(separators);
  const group = (length: number): string => `${1 + below(8)}${text('123456789', length - 1)}`;
  const grouped = (...lengths: number[]): string => lengths.map(group).join(separator);
  const ascii = pick([
    () => `+${group(2)}${separator}${grouped(3, 3, 4)}`,
    () => `+${group(2)}${separator}(0)${separator}${grouped(2, 3, 4)}`,
    () => `(${group(3)})${separator}${grouped(3, 4)}`,
    () => `0${grouped(4, 3, 3)}`,
    () => grouped(3, 4, 4),
    () => grouped(2, 2, 2, 2),
    () => grouped(4, 4),
    // No date: the third digit of such a year is at least 1, the month at least 13.
    () => `${3 + below(7)}${text('3456789', 7)}`,
    () => group(9 + below(7)),
    () => `+${group(8 + below(7))}`,
  ])();
  const written = ascii.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
  return { written, secrets: [] };
}

/** Everywhere that something of Gong's may hold it. */
const recordsWith = (written: string) => ({
  text: { sentences: [{ text: `Write or call ${written}, please.` }] },
  party: { emailAddress: written, phoneNumber: written, name: `(${written})` },
  user: { emailAliases: [written], extension: written, trustedEmailAddress: written },
  field: { fields: [{ name: 'Note', value: `\n${written}\n` }] },
  raw: { unknown: [{ deep: { contact: written } }], [written]: `"${written}" <${written}>` },
});

const digitsIn = (text: string): number => [...text.matchAll(/\p{Nd}/gu)].length;

describe('Masking generated text', () => {
  const random = createRandom(20261130);

  it('shows neither the local part nor a malformed host of an address', () => {
    const shown: string[] = [];
    for (let count = 0; count < COUNT; count += 1) {
      const { written, secrets } = address(random);
      const masked = JSON.stringify(maskRecord(recordsWith(written), maskEverything));
      if (secrets.some((secret) => masked.includes(secret))) shown.push(`${written} → ${masked}`);
    }

    expect(shown.slice(0, 10)).toEqual([]);
  });

  it('shows at most the last two digits of a number', () => {
    const shown: string[] = [];
    for (let count = 0; count < COUNT; count += 1) {
      const { written } = number(random);
      const records = recordsWith(written);
      for (const [name, record] of Object.entries(records)) {
        const masked = JSON.stringify(maskRecord(record, maskEverything));
        const places = countOf(record, written);
        if (digitsIn(masked) > 2 * places) shown.push(`${name}: ${written} → ${masked}`);
      }
    }

    expect(shown.slice(0, 10)).toEqual([]);
  });
});

/** How often a record holds a text. */
function countOf(record: object, written: string): number {
  return JSON.stringify(record).split(JSON.stringify(written).slice(1, -1)).length - 1;
}
