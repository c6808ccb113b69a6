import type { Chunks } from './chunks.js';
import { counted, readFirst, type IncomingFile } from './recording.js';
import { RecordingError } from './recordingError.js';

/** Gong's limit: 200 MB. */
export const MAX_CRM_FILE_BYTES = 200_000_000;

/** What may precede the first object: a byte order mark, and blanks. */
const BEFORE_OBJECT = /^(\u00ef\u00bb\u00bf)?\s*/;

/**
 * Checks the beginning of a file with one JSON object per line. The rest is counted as it arrives.
 *
 * @param chunks the file as it arrives.
 * @returns the bytes, which throw a RecordingError when the file is interrupted or too large.
 * @throws RecordingError
 */
export async function checkCrmFile(
  { bytes, onWanted }: IncomingFile,
  chunks: Chunks,
): Promise<AsyncIterable<Buffer>> {
  if (bytes === 0) throw new RecordingError('empty', 'The file is empty.');
  if (bytes !== null && bytes > MAX_CRM_FILE_BYTES) throw sizeError();
  onWanted?.();
  const first = await readFirst(chunks, 64);
  if (first.length === 0) throw new RecordingError('empty', 'The file is empty.');
  const start = Buffer.concat(first).subarray(0, 64).toString('latin1').replace(BEFORE_OBJECT, '');
  if (!start.startsWith('{')) {
    throw new RecordingError(
      'type',
      'A file of CRM objects must have a JSON object on each line, uncompressed. This one begins with something else.',
    );
  }
  return counted(first, chunks, { most: MAX_CRM_FILE_BYTES, tooMany: sizeError });
}

function sizeError(): RecordingError {
  return new RecordingError(
    'size',
    `A file of CRM objects must have at most ${MAX_CRM_FILE_BYTES} bytes (200 MB). Divide it into several files, and upload each with a clientRequestId of its own.`,
  );
}
