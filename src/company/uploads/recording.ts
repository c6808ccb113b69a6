import type { Readable } from 'node:stream';
import type { Chunks } from './chunks.js';
import { contentOf, SNIFF_BYTES } from './content.js';
import { RecordingError } from './recordingError.js';

/** Gong's limit: 1.5 GB. */
export const MAX_RECORDING_BYTES = 1_500_000_000;

/** A file that a client sends. */
export interface IncomingFile {
  readonly stream: Readable;
  readonly fileName: string | null;
  /** Declared by the client. */
  readonly contentType: string | null;
  /** Declared length; null when the client declares none. */
  readonly bytes: number | null;
  /** Called before the first byte is read, because the client may wait for `100 Continue`. */
  readonly onWanted?: () => void;
}

/** A file of a multipart request, which may not have begun to arrive. */
export class IncomingUpload {
  constructor(
    /** Identifies the file: several variables can refer to the same one. */
    readonly file: object,
    /** Returns a problem that is already known; null when there is none. */
    readonly problem: () => RecordingError | null,
    /** Resolves when the file begins to arrive; rejects with a RecordingError when it does not. */
    readonly open: () => Promise<IncomingFile>,
  ) {}
}

/** A recording that has begun to arrive and whose first bytes are accepted. */
export interface CheckedRecording {
  /** Throws a RecordingError when the recording is interrupted or too large. */
  readonly bytes: AsyncIterable<Buffer>;
  readonly fileName: string;
  readonly contentType: string;
}

const GENERIC_TYPES: ReadonlySet<string> = new Set([
  '',
  'application/octet-stream',
  'binary/octet-stream',
  // Some programs send this type when they do not know the real one.
  'application/x-www-form-urlencoded',
]);

/**
 * Checks a recording before any byte is passed on: its declaration, and its first bytes, which have precedence. The
 * rest is counted as it arrives.
 *
 * @param chunks the recording as it arrives.
 * @throws RecordingError
 */
export async function checkRecording(
  file: IncomingFile,
  chunks: Chunks,
): Promise<CheckedRecording> {
  const problem = declaredProblem(file);
  if (problem !== null) throw problem;
  file.onWanted?.();
  const first = await readFirst(chunks, SNIFF_BYTES);
  if (first.length === 0) throw emptyError();
  const contentType = await typeOf(Buffer.concat(first), mediaTypeOf(file.contentType));
  const limit = { most: MAX_RECORDING_BYTES, tooMany: sizeError };
  return {
    bytes: counted(first, chunks, limit),
    fileName: file.fileName ?? 'recording',
    contentType,
  };
}

/** Returns what is wrong with the client's declaration of a file; null when nothing is. */
export function declaredProblem({
  contentType,
  bytes,
}: Pick<IncomingFile, 'contentType' | 'bytes'>): RecordingError | null {
  const declared = mediaTypeOf(contentType);
  if (!GENERIC_TYPES.has(declared) && !isAudioOrVideo(declared)) return wrongType(declared);
  if (bytes === 0) return emptyError();
  return bytes !== null && bytes > MAX_RECORDING_BYTES ? sizeError() : null;
}

/**
 * Yields the bytes until they are too many or stop arriving.
 *
 * @param first the bytes that were already read.
 */
export async function* counted(
  first: readonly Buffer[],
  chunks: Chunks,
  { most, tooMany }: { readonly most: number; readonly tooMany: () => RecordingError },
): AsyncGenerator<Buffer> {
  let bytes = 0;
  const count = (chunk: Buffer): Buffer => {
    bytes += chunk.length;
    if (bytes > most) throw tooMany();
    return chunk;
  };
  for (const chunk of first) yield count(chunk);
  for (let chunk = await chunks.next(); chunk !== null; chunk = await chunks.next()) {
    yield count(chunk);
  }
}

/** Returns the bytes once this many have arrived, or all of them. */
export async function readFirst(chunks: Chunks, atLeast: number): Promise<readonly Buffer[]> {
  const first: Buffer[] = [];
  let length = 0;
  while (length < atLeast) {
    const chunk = await chunks.next();
    if (chunk === null) break;
    first.push(chunk);
    length += chunk.length;
  }
  return first;
}

/**
 * Returns the media type to pass on: the client's declaration, or the detected type when it declares none.
 *
 * @throws RecordingError when the bytes are known to be something else.
 */
async function typeOf(first: Buffer, declared: string): Promise<string> {
  const content = await contentOf(first);
  const isDeclared = !GENERIC_TYPES.has(declared);
  const isKnown = content !== null && !(isDeclared && content.isUncertain === true);
  if (isKnown && !content.isRecording) throw wrongType(content.type);
  if (isDeclared) return declared;
  return content?.type ?? 'application/octet-stream';
}

function isAudioOrVideo(mediaType: string): boolean {
  return /^(audio|video)\/[\w.+-]+$/.test(mediaType);
}

function mediaTypeOf(contentType: string | null): string {
  return (contentType?.split(';')[0] ?? '').trim().toLowerCase();
}

/** @param what the type that the file has instead. */
export function wrongType(what: string): RecordingError {
  return new RecordingError(
    'type',
    `A recording must be audio or video, such as WAV, MP3, MP4, MKV, or FLAC; got ${what.slice(0, 60)}.`,
  );
}

function sizeError(): RecordingError {
  return new RecordingError(
    'size',
    `A recording must have at most ${MAX_RECORDING_BYTES} bytes (1.5 GB). Compress or split it.`,
  );
}

function emptyError(): RecordingError {
  return new RecordingError('empty', 'The recording is empty. Send a file with content.');
}
