import { HIDDEN } from './hidden.js';

/**
 * All spellings of the at sign, with invisible characters around it: full-width, percent-encoded, as an HTML entity,
 * or escaped.
 */
const sign =
  /\p{Cf}{0,8}(?:[@\uff20\ufe6b]|%(?:25){0,4}40|%EF%BC%A0|&(?:#0{0,6}64|#x0{0,6}40|commat);|\\u0040)\p{Cf}{0,8}/giu;

/** The characters of a host, up to the next at sign. */
const hostRun =
  /(?:[\p{L}\p{M}\p{N}\p{Cf}._\-\u3002\uff0e\uff61]|%(?!25|40|EF%BC%A0)[\da-f]{2})+/iuy;
/** An IP address in brackets. */
const hostLiteral = /\[(?:IPv6:)?[\da-f]*[.:][\da-f.:]*(?:%[\w.-]{1,32})?\]/iuy;
const hostEnd = /[\p{Cf}._\-\u3002\uff0e\uff61]/u;
const ideographicDot = /[\u3002\uff0e\uff61]/g;
const ipv4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;
/** "react@18.2.0-rc" and "5@10am" are no addresses: an at sign, then a number with a few letters. */
const noHost = /^v?\d+\.\d|^\p{Nd}+[a-z]{1,3}$/iu;
const wellFormed =
  /^(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}-]{0,62}\.){1,8}(?:\p{L}[\p{L}\p{M}]{1,62}|xn--[a-z\d-]{1,59})$/iu;

/** The characters of an unquoted local part, including escapes, at signs of other addresses, and lone surrogates. */
const localUnit =
  /[\w\\!#$%&'*+\-/=?^`{|}~.@\p{L}\p{M}\p{N}\p{S}\p{Cf}\p{Co}\p{Pd}\p{Pc}\u2019\u00b7\uff0e\uff20\ufe6b\ud800-\udfff]/u;
/** A URL of a person's page, up to the name: "youtube.com/@acme". */
const pagePath = /^[\w.-]{1,255}\.[a-z]{2,24}\//i;
const MAX_PAGE_LENGTH = 300;
const MAX_QUOTED_LENGTH = 256;
/** A local part without letters, before a host without dots, has at least this many different symbols. */
const MIN_SYMBOLS = 4;

/** Returns the text without emails. A well-formed domain remains. */
export function maskEmails(text: string): string {
  const pieces: string[] = [];
  const scanned: Span = { start: 0, end: 0 };
  let end = text.length;
  // From the end, because a quoted local part may look like another address.
  for (const { index, 0: written } of [...text.matchAll(sign)].reverse()) {
    if (index + written.length > end) continue;
    const host = hostAt(text, index + written.length, end);
    if (host === null) continue;
    const start = localStart(text, index, host.isWord, scanned);
    if (start === null) continue;
    pieces.push(text.slice(host.end, end), masked(host.domain));
    end = start;
  }
  return pieces.length === 0 ? text : text.slice(0, end) + pieces.reverse().join('');
}

/** Returns the replacement for the whole text of a member with an address. A well-formed domain remains. */
export function maskWholeEmail(address: string): string {
  const text = address.trim();
  if (text === '') return address;
  const last = [...text.matchAll(sign)].at(-1);
  return masked(last === undefined ? null : domainOf(text.slice(last.index + last[0].length)));
}

function masked(domain: string | null): string {
  return domain === null ? HIDDEN : `${HIDDEN}@${domain}`;
}

interface Span {
  start: number;
  end: number;
}

interface Host {
  /** Null when it must not be shown. */
  readonly domain: string | null;
  /** Whether it is one word, as a person's name after an at sign may be. */
  readonly isWord: boolean;
  readonly end: number;
}

/** Returns the host that begins at a position; null when there is none. */
function hostAt(text: string, start: number, limit: number): Host | null {
  hostLiteral.lastIndex = start;
  const literal = hostLiteral.exec(text)?.[0];
  if (literal !== undefined && start + literal.length <= limit) {
    return { domain: null, isWord: false, end: start + literal.length };
  }
  hostRun.lastIndex = start;
  let end = Math.min(limit, start + (hostRun.exec(text)?.[0].length ?? 0));
  while (end > start && hostEnd.test(text.charAt(end - 1))) end -= 1;
  const run = text.slice(start, end);
  const domain = domainOf(run);
  if (domain !== null) return { domain, isWord: false, end };
  const name = run.replace(/\p{Cf}/gu, '');
  const isHost = ipv4.test(name) || (/\p{L}/u.test(name) && !noHost.test(name));
  return isHost ? { domain: null, isWord: !name.includes('.'), end } : null;
}

/** Returns the domain to show; null when it is not well-formed. */
function domainOf(host: string): string | null {
  const name = host.replace(/\p{Cf}/gu, '').replace(ideographicDot, '.');
  return wellFormed.test(name) ? name : null;
}

/**
 * Returns where the local part begins that ends at a position; null when there is none.
 *
 * @param scanned characters known to belong to local parts. It is extended here, so that each character is examined
 *   once and not for each at sign after it.
 */
function localStart(text: string, end: number, isWord: boolean, scanned: Span): number | null {
  let start = end;
  let isQuoted = false;
  for (;;) {
    if (start > scanned.start && start <= scanned.end) start = scanned.start;
    const isQuote = text[start - 1] === '"' && (start === end || text[start] === '.');
    const opening = isQuote ? openingQuote(text, start - 1) : null;
    isQuoted ||= opening !== null;
    if (opening !== null) start = opening;
    else if (start > 0 && (isQuote || localUnit.test(text.charAt(start - 1)))) start -= 1;
    else break;
  }
  Object.assign(scanned, { start, end });
  // In a link, the scheme is not a part of it.
  if (text[start - 1] === ':' && text.startsWith('//', start))
    start = afterLast('/=&?#', text, end);
  if (isEmptyLocal(text, start, end)) return null;
  if (!isWord || isQuoted) return start;
  if (text[end - 1] === '/' && pagePath.test(text.slice(start, start + MAX_PAGE_LENGTH)))
    return null;
  const local = text.slice(start, end);
  return /[\p{L}\p{N}]/u.test(local) || new Set(local).size >= MIN_SYMBOLS ? start : null;
}

/** Returns the position after the last of some characters before a position. At least one exists. */
function afterLast(characters: string, text: string, end: number): number {
  let start = end;
  while (!characters.includes(text.charAt(start - 1))) start -= 1;
  return start;
}

function isEmptyLocal(text: string, start: number, end: number): boolean {
  let index = end;
  while (index > start && /[\p{Cf}.@\uff20\ufe6b]/u.test(text.charAt(index - 1))) index -= 1;
  return index === start;
}

/** Returns where the quoted string begins whose closing quotation mark is at a position; null when there is none. */
function openingQuote(text: string, closing: number): number | null {
  const first = Math.max(0, closing - MAX_QUOTED_LENGTH);
  for (let index = closing - 1; index >= first; index -= 1) {
    if (text[index] === '\n') return null;
    if (text[index] !== '"') continue;
    let backslashes = 0;
    while (text[index - 1 - backslashes] === '\\' && backslashes <= MAX_QUOTED_LENGTH) {
      backslashes += 1;
    }
    if (backslashes % 2 === 0) return index;
  }
  return null;
}
