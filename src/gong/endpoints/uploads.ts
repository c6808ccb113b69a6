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
  // The second one searches for the call when Gong does not name it.
  price: [1, 2],
  // A call with its `clientUniqueId` was registered before.
  isDoneBefore: ({ kind, messages }) =>
    (kind === 'bad-request' || kind === 'conflict') &&
    messages.some((message) => alreadyPostedPattern.test(message)),
});

/** Id of the call that was registered before, where Gong's refusal names it; else null. */
export function alreadyPostedId({ messages }: GongError, clientUniqueId: string): string | null {
  const literal = clientUniqueId.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  // The client's own id may look like one of Gong's, and a part of Gong's like the client's.
  const own = new RegExp(`(?<!\\w)${literal}(?!\\w)`, 'gi');
  for (const message of messages) {
    const text = message.replace(own, '…');
    const id = /\bcall(?:\s*id)?\W{1,4}(\d{1,20})(?!\d)/i.exec(text)?.[1];
    if (id !== undefined) return id;
  }
  return null;
}

/** A file as it comes in. */
export interface UploadedFile {
  /** Fails where the file breaks off. */
  readonly bytes: AsyncIterable<Buffer>;
  readonly fileName: string;
  readonly contentType: string;
  /** So long without progress, and it has failed; milliseconds. */
  readonly idleTimeoutMs: number;
}

/** Uploads the recording of a registered call: a multipart form, see `recordingForm`. */
export const addCallRecording = writes('addCallRecording', {
  ask: (callId: string) => ({ path: { id: callId } }),
  parse: ({ body, requestId }: Success) => ({
    callUrl: isObject(body) ? text(body['url']) : null,
    requestId: requestId ?? null,
  }),
  invalidates: ['calls', 'transcripts'],
});

/** The form of a recording. */
export function recordingForm(recording: UploadedFile): StreamedBody {
  return fileForm('mediaFile', recording);
}

/**
 * A multipart form with the one part that Gong takes, made while it is read.
 *
 * @param name of the part.
 */
export function fileForm(name: string, file: UploadedFile): StreamedBody {
  const { bytes, fileName, contentType, idleTimeoutMs } = file;
  const boundary = `gong-gateway-${randomBytes(16).toString('hex')}`;
  let isComplete = false;
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    idleTimeoutMs,
    // Once all of it is there nobody cuts it, and before that its own end does.
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

/** As browsers do. */
function quotable(fileName: string): string {
  return fileName.replace(/["\r\n]/g, (character) => encodeURIComponent(character));
}
