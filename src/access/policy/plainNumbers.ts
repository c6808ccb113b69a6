/** Consecutive digits of a number, and the characters before them. */
export interface Piece {
  readonly between: string;
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

/** Forms that look like phone numbers but are something else. */
const forms: readonly RegExp[] = [
  // Years, or a range of years.
  /^(?:19|20)\d{2}(?: ?[-/] ?(?:19|20)\d{2}|(?: (?:19|20)\d{2}){2,})$/,
  // Thousands, separated by spaces or dots. Eight digits are also grouped like that in phone numbers, so they must be
  // round.
  /^(?:[1-9]( |\.)\d{3}\1\d{3}|[1-9]\d( |\.)\d{3}\2\d00)$/,
  /^[1-9](?:\.\d{3}){3}$/,
  /^[1-9]\d{0,2}(?:\.\d{3})+ ?- ?[1-9]\d{0,2}(?:\.\d{3})+$/,
  // Decimals, such as coordinates.
  /^(?:0|[1-9]\d{0,7})\.\d{1,2}$/,
  /^(?:\d|[1-9]\d)\.\d{3,}$/,
  /^1[0-7]\d\.\d{5,}$/,
  // A range of times of day.
  /^(?:[01]?\d|2[0-3])\.[0-5]\d ?- ?(?:[01]?\d|2[0-3])\.[0-5]\d$/,
  // A range of round numbers.
  /^[1-9]\d{1,5}00 ?- ?[1-9]\d{1,5}00$/,
];

const yearFirst = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/;
const yearLast = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4})$/;
const compactDate = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
const PIECES_OF_DATE = 3;
const LAST_MONTH = 12;
const LAST_DAY = 31;

const currency =
  'USD|EUR|GBP|CHF|JPY|CAD|AUD|NZD|INR|CNY|SEK|NOK|DKK|PLN|CZK|BRL|MXN|ZAR|ILS|dollars?|euros?|pounds?|francs?|yen|rupees?';
const units = 'bytes?|ms|milliseconds?|seconds?|minutes?|hours?|days?';
const amountBefore = new RegExp(`(?:\\p{Sc}|\\b(?:${currency}))\\p{Zs}?$`, 'iu');
const amountAfter = new RegExp(
  `^(?:,\\d{2}(?![\\p{L}\\p{N}])|\\p{Zs}?(?:\\p{Sc}(?!\\p{Zs}?\\p{Nd})|%(?![\\da-f]{2})|(?:${currency}|${units})\\b))`,
  'iu',
);
const amount = /^(?:0|[1-9]\d*(?:[ .]\d{3})*)(?:\.\d{1,2})?$/;

/** Returns whether the form of the pieces shows that they are no phone number. */
export function isNoPhone(pieces: readonly Piece[]): boolean {
  const spelled = spelledOf(pieces);
  return compactDate.test(spelled) || forms.some((form) => form.test(spelled)) || countsUp(pieces);
}

/** Returns whether the text around the pieces shows that they are an amount: of money, time, or a share. */
export function isPlainAmount(pieces: readonly Piece[], before: string, after: string): boolean {
  if (!amountBefore.test(before) && !amountAfter.test(after)) return false;
  return amount.test(spelledOf(pieces));
}

/** Returns the pieces after the dates at the beginning, each of which is followed by a space. */
export function withoutLeadingDates(pieces: readonly Piece[]): readonly Piece[] {
  let first = 0;
  for (;;) {
    const next = pieces[first + PIECES_OF_DATE];
    const isApart = next === undefined || /%20|\p{Zs}/u.test(next.between);
    if (!isApart || !isDate(pieces.slice(first, first + PIECES_OF_DATE))) break;
    first += PIECES_OF_DATE;
  }
  return first === 0 ? pieces : pieces.slice(first);
}

function isDate(pieces: readonly Piece[]): boolean {
  if (pieces.length < PIECES_OF_DATE) return false;
  const spelled = spelledOf(pieces);
  const [, year, , month, day] = yearFirst.exec(spelled) ?? [];
  if (year !== undefined) return isYear(year) && Number(month) <= LAST_MONTH && isDay(day);
  const [, one, , other, lastYear = ''] = yearLast.exec(spelled) ?? [];
  const isEither = Number(one) <= LAST_MONTH || Number(other) <= LAST_MONTH;
  return isYear(lastYear) && isEither && isDay(one) && isDay(other);
}

function isYear(year: string): boolean {
  return /^(?:19|20)/.test(year);
}

function isDay(day: string | undefined): boolean {
  return Number(day) >= 1 && Number(day) <= LAST_DAY;
}

const MIN_COUNTED_NUMBERS = 4;

/** Returns whether each piece is one more than the one before, as in "5 6 7 8". */
function countsUp(pieces: readonly Piece[]): boolean {
  const numbers = pieces.map(({ written }) => asciiDigits(written));
  if (numbers.length < MIN_COUNTED_NUMBERS) return false;
  return numbers.every(
    (each, index) =>
      !/^0\d/.test(each) && (index === 0 || Number(each) === Number(numbers[index - 1]) + 1),
  );
}

/** Returns the pieces in ASCII, without what precedes the first digit. */
function spelledOf(pieces: readonly Piece[]): string {
  return pieces
    .map(
      ({ between, written }, index) => (index === 0 ? '' : asciiOf(between)) + asciiDigits(written),
    )
    .join('');
}

/** Converts only the characters of dates and amounts to ASCII; others are unchanged. */
function asciiOf(between: string): string {
  return between
    .replace(/%2D|[\u2010\u2011\u2013]/gi, '-')
    .replace(/%20|%C2%A0|[\u00a0\u2009\u202f]/gi, ' ')
    .replace(/%2E|\uff0e/gi, '.')
    .replace(/%2F|\uff0f/gi, '/');
}

function asciiDigits(written: string): string {
  return written.replace(/[^\d]/gu, valueOf);
}

/** The digits of each script are consecutive, beginning with zero. */
function valueOf(digit: string): string {
  const compatible = digit.normalize('NFKC');
  if (/^\d$/.test(compatible)) return compatible;
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}
