import { fileTypeFromBuffer } from 'file-type';
import { isText } from './text.js';

/** The type of a file by its first bytes. */
export interface Content {
  /** Media type, or a name for it. */
  readonly type: string;
  readonly isRecording: boolean;
  /** Only two bytes identified it, which may be a coincidence. */
  readonly isUncertain?: true;
}

/** Media types of audio and video containers that do not begin with `audio/` or `video/`. */
const containers: ReadonlySet<string> = new Set([
  'application/mxf',
  'application/ogg',
  'application/vnd.ms-asf',
  'application/vnd.rn-realmedia',
]);

/** Types that two bytes at the beginning identify, with no further check. */
const uncertain: ReadonlySet<string> = new Set([
  'application/x-arj',
  'application/x-compress',
  'application/x-msdownload',
]);

/** Signatures that the library recognizes only with more bytes, or only at the very beginning. */
const signatures: readonly (readonly [RegExp, string])[] = [
  [/^\x89PNG\r\n\x1a\n/, 'image/png'],
  [/^(II\*\0|MM\0\*)/, 'image/tiff'],
  [/^[^]{0,1024}?%PDF-\d/, 'application/pdf'],
  [/^(\xef\xbb\xbf)?\s*<(!--|(!doctype|html|head|body|script|svg|\?xml)\b)/i, 'HTML or XML'],
];

/** Tags of MP3 files, which contain pictures and text. */
const id3 = /^ID3[\x02-\x04]/;
/** Two bytes identify a BMP. Its reserved bytes are zero, and its second header has one of a few lengths. */
const bmp = /^BM[^]{4}\0{4}[^]{4}[\x0c\x28\x34\x38\x40\x6c\x7c]\0{3}/;

/** This many bytes identify most files. */
export const SNIFF_BYTES = 4100;

/**
 * Returns the type of a file by its first bytes; null when they identify none.
 *
 * @param first at least `SNIFF_BYTES` bytes, or the whole file.
 */
export async function contentOf(first: Buffer): Promise<Content | null> {
  // Checked first, because an MP3 frame can begin like the byte order mark of UTF-16.
  if (isText(first)) return { type: 'text', isRecording: false };
  const start = first.subarray(0, SNIFF_BYTES).toString('latin1');
  if (id3.test(start)) return { type: 'audio/mpeg', isRecording: true };
  const known = (await fileTypeFromBuffer(first))?.mime;
  if (known !== undefined) {
    const isRecording = /^(audio|video)\//.test(known) || containers.has(known);
    const isChance = known === 'image/bmp' ? !bmp.test(start) : uncertain.has(known);
    return { type: known, isRecording, ...(isChance ? { isUncertain: true } : {}) };
  }
  const signed = signatures.find(([signature]) => signature.test(start));
  return signed === undefined ? null : { type: signed[1], isRecording: false };
}
