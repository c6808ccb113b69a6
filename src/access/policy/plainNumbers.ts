/** Some digits of a number in a row, and what stands before them. */
export interface Piece {
  readonly between: string;
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

/** What looks like a phone number, but is something else by its form alone. */
const forms: readonly RegExp[] = [
  // Years, or a span of them.
  /^(?:19|20)\d{2}(?: ?[-/] ?(?:19|20)\d{2}|(?: (?:19|20)\d{2}){2,})$/,
  // Thousands, with spaces or dots between them; eight digits are also grouped like that to be dialed, so they are round.
  /^(?:[1-9]( |\.)\d{3}\1\d{3}|[1-9]\d( |\.)\d{3}\2\d00)$/,
  /^[1-9](?:\.\d{3}){3}$/,
  /^[1-9]\d{0,2}(?:\.\d{3})+ ?- ?[1-9]\d{0,2}(?:\.\d{3})+$/,
  // Decimals, degrees among them.
  /^(?:0|[1-9]\d{0,7})\.\d{1,2}$/,
  /^(?:\d|[1-9]\d)\.\d{3,}$/,
  /^1[0-7]\d\.\d{5,}$/,
  // From one time of day to another.
  /^(?:[01]?\d|2[0-3])\.[0-5]\d ?- ?(?:[01]?\d|2[0-3])\.[0-5]\d$/,
  // From one round number to another.
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

/** Whether pieces are something else than a phone number by their form alone. */
export function isNoPhone(pieces: readonly Piece[]): boolean {
  const spelled = spelledOf(pieces);
  return compactDate.test(spelled) || forms.some((form) => form.test(spelled)) || countsUp(pieces);
}

/** Whether pieces are an amount by what stands before or after them: of money, of time, or a share. */
export function isPlainAmount(pieces: readonly Piece[], before: string, after: string): boolean {
  if (!amountBefore.test(before) && !amountAfter.test(after)) return false;
  return amount.test(spelledOf(pieces));
}

/** What follows the dates that pieces begin with; after each, there is a space. */
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

/** "5 6 7 8": each is one more than the one before. */
function countsUp(pieces: readonly Piece[]): boolean {
  const numbers = pieces.map(({ written }) => asciiDigits(written));
  if (numbers.length < MIN_COUNTED_NUMBERS) return false;
  return numbers.every(
    (each, index) =>
      !/^0\d/.test(each) && (index === 0 || Number(each) === Number(numbers[index - 1]) + 1),
  );
}

/** Pieces as they would be written in ASCII: what comes before the first is left out. */
function spelledOf(pieces: readonly Piece[]): string {
  return pieces
    .map(
      ({ between, written }, index) => (index === 0 ? '' : asciiOf(between)) + asciiDigits(written),
    )
    .join('');
}

/** Only what dates and amounts are written with has an ASCII form; the rest is left as it is. */
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

/** The digits of each script follow each other from zero. */
function valueOf(digit: string): string {
  const compatible = digit.normalize('NFKC');
  if (/^\d$/.test(compatible)) return compatible;
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}
