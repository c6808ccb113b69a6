import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { components } from '../generated/types.js';
import type { StreamedBody } from '../client.js';
import { text } from '../coerce.js';
import type { Success } from '../exchange.js';
import { GongError } from '../errors.js';
import { writes } from './endpoint.js';
import { idOf, isObject } from './wire.js';

export type GongNewCall = components['schemas']['NewCallAddingRequest'];

const alreadyPostedPattern = /already (been )?posted/i;

/** Registers a call that was recorded elsewhere. */
export const addCall = writes('addCall', {
  ask: (call: GongNewCall) => ({ body: call }),
  parse: ({ status, body, requestId }: Success) => {
    const callId = isObject(body) ? idOf(body['callId']) : null;
    if (callId !== null) return { callId, requestId: requestId ?? null };
    throw new GongError(
      'bad-response',
      "Gong's response to addCall has no callId. The call was registered: find it by its clientUniqueId.",
      { operation: 'addCall', status, requestId, isRetryable: false },
    );
  },
  invalidates: ['calls', 'transcripts'],
  // The second request searches for the call when Gong does not name it.
  price: [1, 2],
  // A call with this `clientUniqueId` was registered before.
  isDoneBefore: ({ kind, messages }) =>
    (kind === 'bad-request' || kind === 'conflict') &&
    messages.some((message) => alreadyPostedPattern.test(message)),
});

/** Returns the ID of the call that was registered before, when Gong's refusal names it; null when it does not. */
export function alreadyPostedId({ messages }: GongError, clientUniqueId: string): string | null {
  const literal = clientUniqueId.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  // The client's ID may look like one of Gong's, and a part of Gong's ID may look like the client's.
  const own = new RegExp(`(?<!\\w)${literal}(?!\\w)`, 'gi');
  for (const message of messages) {
    const text = message.replace(own, '…');
    const id = /\bcall(?:\s*id)?\W{1,4}(\d{1,20})(?!\d)/i.exec(text)?.[1];
    if (id !== undefined) return id;
  }
  return null;
}

/** A file that is being received. */
export interface UploadedFile {
  /** Fails when the file is interrupted. */
  readonly bytes: AsyncIterable<Buffer>;
  readonly fileName: string;
  readonly contentType: string;
  /** The transfer fails after this time without progress; in milliseconds. */
  readonly idleTimeoutMs: number;
}

/** Uploads the recording of a registered call, as a multipart form: see `recordingForm`. */
export const addCallRecording = writes('addCallRecording', {
  ask: (callId: string) => ({ path: { id: callId } }),
  parse: ({ body, requestId }: Success) => ({
    callUrl: isObject(body) ? text(body['url']) : null,
    requestId: requestId ?? null,
  }),
  invalidates: ['calls', 'transcripts'],
});

/** Returns the form of a recording. */
export function recordingForm(recording: UploadedFile): StreamedBody {
  return fileForm('mediaFile', recording);
}

/**
 * Returns a multipart form with the one part that Gong accepts, which is built while it is read.
 *
 * @param name name of the part.
 */
export function fileForm(name: string, file: UploadedFile): StreamedBody {
  const { bytes, fileName, contentType, idleTimeoutMs } = file;
  const boundary = `gong-gateway-${randomBytes(16).toString('hex')}`;
  let isComplete = false;
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    idleTimeoutMs,
    // A complete form is never aborted, and an incomplete one ends with the file.
    signal: new AbortController().signal,
    isComplete: () => isComplete,
    open: (onProgress) =>
      Readable.from(
        (async function* () {
          yield Buffer.from(
            `--${boundary}\r\ncontent-disposition: form-data; name="${name}"; ` +
              `filename="${quotable(fileName)}"\r\ncontent-type: ${contentType}\r\n\r\n`,
          );
          for await (const chunk of bytes) {
            onProgress();
            yield chunk;
          }
          isComplete = true;
          yield Buffer.from(`\r\n--${boundary}--\r\n`);
        })(),
        { objectMode: false },
      ),
  };
}

/** Escapes a file name as browsers do. */
function quotable(fileName: string): string {
  return fileName.replace(/["\r\n]/g, (character) => encodeURIComponent(character));
}
