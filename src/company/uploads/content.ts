import { fileTypeFromBuffer } from 'file-type';
import { isText } from './text.js';

/** What the first bytes of a file are. */
export interface Content {
  /** Media type, or a word for it. */
  readonly type: string;
  readonly isRecording: boolean;
  /** Known by two bytes alone, which may be chance. */
  readonly isUncertain?: true;
}

/** Containers of sound and pictures that have other names. */
const containers: ReadonlySet<string> = new Set([
  'application/mxf',
  'application/ogg',
  'application/vnd.ms-asf',
  'application/vnd.rn-realmedia',
]);

/** Types whose files begin with two bytes of their own, and nothing else that is checked. */
const uncertain: ReadonlySet<string> = new Set([
  'application/x-arj',
  'application/x-compress',
  'application/x-msdownload',
]);

/** Signatures of what the library knows only where more of it is there, or it is at the very beginning. */
const signatures: readonly (readonly [RegExp, string])[] = [
  [/^\x89PNG\r\n\x1a\n/, 'image/png'],
  [/^(II\*\0|MM\0\*)/, 'image/tiff'],
  [/^[^]{0,1024}?%PDF-\d/, 'application/pdf'],
  [/^(\xef\xbb\xbf)?\s*<(!--|(!doctype|html|head|body|script|svg|\?xml)\b)/i, 'HTML or XML'],
];

/** Tags of MP3 files, which hold pictures and texts. */
const id3 = /^ID3[\x02-\x04]/;
/** A BMP is known by two bytes; its reserved ones are zero, and its second header has one of few lengths. */
const bmp = /^BM[^]{4}\0{4}[^]{4}[\x0c\x28\x34\x38\x40\x6c\x7c]\0{3}/;

/** So much tells what most files are. */
export const SNIFF_BYTES = 4100;

/**
 * What a file is by its first bytes; null where they say nothing.
 *
 * @param first at least `TELLING_BYTES` of it, or all.
 */
export async function contentOf(first: Buffer): Promise<Content | null> {
  // First: the mark of UTF-16 is how a frame of MP3 may begin.
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
