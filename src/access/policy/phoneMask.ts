import { HIDDEN } from './hidden.js';
import { isNoPhone, isPlainAmount, withoutLeadingDates, type Piece } from './plainNumbers.js';

/**
 * Separators between digits: spaces, dashes, and similar characters of any script, also percent-encoded or invisible.
 */
const separator =
  '(?:[\\p{Zs}\\p{Pd}\\p{Cf}\\u2212.\\u00b7\\uff0e()\\uff08\\uff09/\\uff0f]|%(?:20|2[89DEF]|C2%A0))';
/** Digits of any script, with a few separators at most between two. */
const run = `(?:[+\\uff0b\\ufe62]|%2B)?[(\\uff08]?\\p{Nd}(?:${separator}{0,5}\\p{Nd})*`;
/** Texts with digits that are no phone numbers: links, UUIDs, instants, and times of day. */
const others = [
  '(?<![\\p{L}\\p{N}+.-])(?!(?:tel|sms|sips?|callto|facetime):)\\p{L}[\\p{L}\\d+.-]{0,20}:\\/\\/[^\\s<>"\']+',
  '(?<![\\p{L}\\p{N}.-])(?:www\\.|(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}\\p{L}{2,63}\\/)[^\\s<>"\']*',
  '(?<![\\p{L}\\p{N}])[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}(?![\\p{L}\\p{N}])',
  '(?<!\\d)\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?:Z|[+-]\\d{2}:?\\d{2})?(?!\\d)',
  '(?<!\\d)\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?!\\d)',
].join('|');
const candidates = new RegExp(`(?<other>${others})|${run}`, 'giu');

const MIN_DIGITS = 7;
const enoughDigits = new RegExp(`^(?:\\P{Nd}*\\p{Nd}){${MIN_DIGITS}}`, 'u');
/** Fewer digits in one piece are an amount or a year. */
const MIN_DIGITS_IN_ONE_PIECE = 8;
/** More digits in one piece are an ID. Gong's have 18 to 20. */
const MAX_DIGITS_IN_ONE_PIECE = 15;
/** Of a number with fewer digits, nothing is shown. */
const MIN_DIGITS_TO_SHOW_LAST = 5;

/** This much of the surrounding text shows what a number is. */
const CONTEXT_LENGTH = 24;
/** A word that continues with digits is an ID, unless the word announces a phone number. */
const gluedWord = /([\p{Script=Latin}\p{N}_]+)(-?)$/u;
/** A word and a dash before digits are an ID when the word looks like the beginning of one: "INV-", "a1-". */
const idPrefix = /[\d_]|^[A-Z]{2,}$/;
const callWord = /(?:^|_)(?:tel|phone|telephone|fon|telefon|mobile?|mob|cell|fax|ph|whatsapp)_?$/i;
const percentEncoded = /%[\da-f]{2}$/i;
const gluedId = /\b\w{0,20}id=$/i;
const gluedAfter = /^[\p{Script=Latin}_]/u;
const phoneExtension = /^(?:x|ext)\.? ?\p{Nd}/iu;
/** Words that mark the eight digits after them as an ID. */
const idWord = /(?:[#\u2116]|\b(?:ids?|ticket|invoice|ref|reference))[\s:.#]{0,3}$/iu;

/** Returns the text without phone numbers. The last two digits of each remain. */
export function maskPhones(text: string): string {
  if (!enoughDigits.test(text)) return text;
  return text.replace(candidates, (found: string, ...more: unknown[]) => {
    const { other } = more.at(-1) as { readonly other?: string };
    const offset = more.at(-3) as number;
    return other === undefined ? maskRun(found, text, offset) : found;
  });
}

/** Returns the replacement for the whole text of a member with a phone number. */
export function maskWholePhone(number: string): string {
  if (number.trim() === '' || /^•••\p{Nd}{0,2}$/u.test(number)) return number;
  return hidden([...number.matchAll(/\p{Nd}/gu)].map(([digit]) => digit));
}

function hidden(digits: readonly string[]): string {
  return digits.length < MIN_DIGITS_TO_SHOW_LAST ? HIDDEN : HIDDEN + digits.slice(-2).join('');
}

function maskRun(found: string, text: string, offset: number): string {
  const end = offset + found.length;
  const before = text.slice(Math.max(0, offset - CONTEXT_LENGTH), offset);
  const after = text.slice(end, end + CONTEXT_LENGTH);
  const hasPlus = /^(?:[+\uff0b\ufe62]|%2B)/i.test(found);
  const pieces = piecesOf(found);
  const first = !hasPlus && isGluedBefore(before) ? 1 : 0;
  const isGlued = gluedAfter.test(after) && !phoneExtension.test(after);
  const last = isGlued && pieces.length === 1 ? 0 : pieces.length;
  let masked = '';
  let shownTo = 0;
  for (const segment of segmentsOf(pieces.slice(first, last))) {
    const isDialed = hasPlus && segment[0] === pieces[0];
    const rest = isDialed ? segment : withoutLeadingDates(segment);
    const around = {
      hasPlus: isDialed,
      before: rest[0] === pieces[0] ? before : '',
      after: rest.at(-1) === pieces.at(-1) ? after : '',
    };
    const [begin, stop] = [rest[0], rest.at(-1)];
    if (begin === undefined || stop === undefined || !isPhone(rest, around)) continue;
    // Opening characters before a number are removed with it.
    masked += found.slice(shownTo, begin === pieces[0] ? lengthBefore(found) : begin.start);
    masked += hidden(rest.flatMap(({ written }) => [...written]));
    shownTo = stop.end;
  }
  return masked + found.slice(shownTo);
}

/** A parenthesis that closes after the number does not belong to it. */
function lengthBefore(found: string): number {
  return /^[(\uff08]/.test(found) && !/[)\uff09]/.test(found) ? 1 : 0;
}

function isGluedBefore(before: string): boolean {
  if (gluedId.test(before)) return true;
  const [, word, dash] = gluedWord.exec(before) ?? [];
  if (word === undefined || callWord.test(word) || percentEncoded.test(before)) return false;
  return dash === '' || idPrefix.test(word);
}

/** Returns the digits of a run in pieces. */
function piecesOf(found: string): readonly Piece[] {
  let end = 0;
  // Percent-encoded characters contain digits that do not belong to the number.
  const parts = found.matchAll(/((?:%(?:20|2[89BDEF]|C2%A0)|\P{Nd})*)(\p{Nd}+)/giu);
  return [...parts].map(([whole, between = '', written = '']) => {
    end += whole.length;
    return { between, written, start: end - written.length, end };
  });
}

/** Returns the segments that can each be one number. IDs in one piece separate them. */
function segmentsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const segments: Piece[][] = [[]];
  for (const piece of pieces) {
    if ([...piece.written].length > MAX_DIGITS_IN_ONE_PIECE) segments.push([]);
    else segments.at(-1)?.push(piece);
  }
  return segments;
}

function isPhone(
  pieces: readonly Piece[],
  around: { readonly hasPlus: boolean; readonly before: string; readonly after: string },
): boolean {
  const { hasPlus, before, after } = around;
  const count = pieces.reduce((sum, { written }) => sum + [...written].length, 0);
  if (count < MIN_DIGITS) return false;
  if (hasPlus) return true;
  if (pieces.length === 1) {
    if (count < MIN_DIGITS_IN_ONE_PIECE) return false;
    if (count === MIN_DIGITS_IN_ONE_PIECE && idWord.test(before)) return false;
  }
  return !isNoPhone(pieces) && !isPlainAmount(pieces, before, after);
}
