import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../lib/clock.js';
import { parseClientJson } from '../../lib/json.js';
import { RequestError } from './requestError.js';

export interface JsonBodyOptions {
  readonly limitBytes: number;
  /** Maximum time from the headers to the end of the body, in milliseconds. */
  readonly timeoutMs: number;
  readonly clock: Clock;
}

/** No valid argument is nested deeper. Much deeper values would overflow the stack of code that walks them. */
export const MAX_LEVELS = 100;

/**
 * Accepts JSON with a time limit, because a client that sends single bytes would otherwise hold its connection
 * forever. IDs that are sent as long numbers keep all their digits.
 */
export function acceptJson(http: FastifyInstance, options: JsonBodyOptions): void {
  // No route reads text, and it would have no time limit.
  http.removeContentTypeParser(['application/json', 'text/plain']);
  http.addContentTypeParser(
    'application/json',
    async (_request: unknown, payload: IncomingMessage) =>
      parseBody(await readText(payload, options)),
  );
}

/**
 * Parses a client's JSON.
 *
 * @throws RequestError
 */
export function parseBody(text: string): unknown {
  if (isDeeperThan(text, MAX_LEVELS)) {
    throw new RequestError(
      400,
      `The JSON of the request body is nested deeper than ${MAX_LEVELS} levels.`,
    );
  }
  try {
    return parseClientJson(text);
  } catch {
    throw new RequestError(400, 'The request body is not JSON.');
  }
}

/** @throws RequestError */
function readText(request: IncomingMessage, options: JsonBodyOptions): Promise<string> {
  const { limitBytes, timeoutMs, clock } = options;
  const tooLong = (): RequestError =>
    new RequestError(413, `The request body is longer than ${limitBytes} bytes.`);
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) return Promise.reject(tooLong());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const stop = (): void => {
      cancel();
      request.off('data', take);
      request.off('end', end);
      request.off('close', abort);
    };
    const refuse = (error: RequestError): void => {
      stop();
      reject(error);
    };
    const take = (chunk: Buffer): void => {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > limitBytes) refuse(tooLong());
    };
    const end = (): void => {
      stop();
      resolve(Buffer.concat(chunks).toString('utf8'));
    };
    const abort = (): void => {
      refuse(new RequestError(400, 'The request was interrupted.'));
    };
    const cancel = clock.after(timeoutMs, () => {
      refuse(new RequestError(408, `The request body did not arrive within ${timeoutMs} ms.`));
    });
    request.on('data', take);
    request.on('end', end);
    request.on('close', abort);
  });
}

/** Counts brackets outside of strings, which is much faster than parsing and cannot overflow the stack. */
function isDeeperThan(text: string, most: number): boolean {
  let depth = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (isInString) {
      if (character === BACKSLASH) index += 1;
      else if (character === QUOTE) isInString = false;
    } else if (character === QUOTE) isInString = true;
    else if (character === OPENING_BRACKET || character === OPENING_BRACE) {
      depth += 1;
      if (depth > most) return true;
    } else if (character === CLOSING_BRACKET || character === CLOSING_BRACE) depth -= 1;
  }
  return false;
}

const QUOTE = '"'.charCodeAt(0);
const BACKSLASH = '\\'.charCodeAt(0);
const OPENING_BRACKET = '['.charCodeAt(0);
const CLOSING_BRACKET = ']'.charCodeAt(0);
const OPENING_BRACE = '{'.charCodeAt(0);
const CLOSING_BRACE = '}'.charCodeAt(0);
