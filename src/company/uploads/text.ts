/** Control characters that no text contains: all except blanks, escape, and next line. */
const control = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/;
/** Binary data decoded as UTF-16 soon contains unassigned characters and lone surrogates. */
const noCharacter = /[\p{Cn}\p{Co}\p{Cs}]/u;

/** Minimum share of ASCII in text of a Western one-byte encoding. */
const MIN_ASCII_SHARE = 0.75;
/** Minimum share of ASCII in UTF-16 without a byte order mark. */
const MIN_UTF16_ASCII_SHARE = 0.5;

/**
 * Returns whether the first bytes of a file are text in UTF-8, UTF-16, or a Western one-byte encoding. Audio and
 * pictures have control characters among their first bytes.
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

/** Returns the text; null when the bytes are not of the encoding. The last character may be incomplete. */
function decoded(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}
