/** Control characters that no text has: all but blanks, escape and next line. */
const control = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/;
/** What UTF-16 that isn't text is soon found to hold: characters that don't exist, and halves of some. */
const noCharacter = /[\p{Cn}\p{Co}\p{Cs}]/u;

/** Of text in a Western one-byte encoding, so much is ASCII. */
const MIN_ASCII_SHARE = 0.75;
/** Of UTF-16 that doesn't say that it is, so much is ASCII. */
const MIN_UTF16_ASCII_SHARE = 0.5;

/**
 * Whether the first bytes of a file are text, in UTF-8, UTF-16 or a Western one-byte encoding. Sound and pictures have
 * control characters among their first bytes.
 */
export function isText(first: Buffer): boolean {
  return isUtf8Text(first) || isUtf16Text(first) || isOneByteText(first);
}

function isUtf8Text(bytes: Buffer): boolean {
  const text = decoded(bytes, 'utf-8');
  return text !== null && !control.test(text);
}

function isUtf16Text(bytes: Buffer): boolean {
  const hasMark = ['fffe', 'feff'].includes(bytes.subarray(0, 2).toString('hex'));
  return ['utf-16le', 'utf-16be'].some((encoding) => {
    const text = decoded(bytes, encoding);
    if (text === null || text === '' || control.test(text) || noCharacter.test(text)) return false;
    return hasMark || asciiCount(text) >= text.length * MIN_UTF16_ASCII_SHARE;
  });
}

function isOneByteText(bytes: Buffer): boolean {
  const text = bytes.toString('latin1');
  return !control.test(text) && asciiCount(text) >= text.length * MIN_ASCII_SHARE;
}

function asciiCount(text: string): number {
  return text.replace(/[^\t-\r -~]/g, '').length;
}

/** Null for bytes that aren't of the encoding; the last character may be cut. */
function decoded(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}
