import type { Readable } from 'node:stream';
import type { Chunks } from './chunks.js';
import { contentOf, SNIFF_BYTES } from './content.js';
import { RecordingError } from './recordingError.js';

/** Gong's limit: 1.5 GB. */
export const MAX_RECORDING_BYTES = 1_500_000_000;

/** A file as a client sends it. */
export interface IncomingFile {
  readonly stream: Readable;
  readonly fileName: string | null;
  /** As the client declares it. */
  readonly contentType: string | null;
  /** Length, where the client declares it. */
  readonly bytes: number | null;
  /** Called before the first byte is read: a client may be waiting for that. */
  readonly onWanted?: () => void;
}

/** A file of a multipart request, which may not have begun to come in yet. */
export class IncomingUpload {
  constructor(
    /** Which file: several places may have the same. */
    readonly file: object,
    /** What is known to be wrong with it already; null where nothing is. */
    readonly problem: () => RecordingError | null,
    /** Resolves when the file begins to come in; rejects with a RecordingError where it doesn't. */
    readonly open: () => Promise<IncomingFile>,
  ) {}
}

/** A recording that has begun to come in, and looks like one. */
export interface CheckedRecording {
  /** Throws a RecordingError where it breaks off or becomes too long. */
  readonly bytes: AsyncIterable<Buffer>;
  readonly fileName: string;
  readonly contentType: string;
}

const GENERIC_TYPES: ReadonlySet<string> = new Set([
  '',
  'application/octet-stream',
  'binary/octet-stream',
  // What some programs send along where they don't know.
  'application/x-www-form-urlencoded',
]);

/**
 * Looks at what a client sends before anything of it is passed on: at what it says of it, and at its first bytes,
 * which count for more. The rest is counted as it comes.
 *
 * @param chunks what comes in of it.
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

/** What is wrong with a file by what the client says of it; null where nothing is. */
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
 * The bytes, until they are too many or stop coming.
 *
 * @param first what has been read already.
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

/** What has come once there is that much of it, or all. */
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
 * As what a file is passed on: as the client declares it, unless it doesn't.
 *
 * @throws RecordingError where its bytes are known to be something else.
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

/** @param what it is instead. */
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
