import type { Readable } from 'node:stream';
import { SECOND_MS, type Clock } from '../lib/clock.js';
import type { Access } from './credentials.js';
import { text as readText } from './coerce.js';
import { errorFromAnswer, GongError, type GongErrorDetails } from './errors.js';
import { parseJson } from '../lib/json.js';
import { methodOf, urlOf, type GongRequest } from './request.js';
import { MIB, ResponseTooLargeError } from './responseLimit.js';
import { parseRetryAfter } from './retry.js';
import type { Slot } from './scheduling/slidingWindow.js';

/**
 * The part of `fetch` that the client needs: `node-fetch` in production, a fake in tests. It rejects with
 * `NotSentError` when no connection was established, and with another error when something may have been sent.
 */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

export interface FetchInit {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string | Readable;
  readonly redirect: 'manual';
  readonly signal: AbortSignal;
  /**
   * Uses a new connection. The other side may close a kept connection at the moment when it is used, and then it is
   * unknown whether the request arrived.
   */
  readonly isFresh?: boolean;
  /** A smaller limit for the response. Reading a larger one fails with `ResponseTooLargeError`. */
  readonly maxBytes?: number;
  /** Call it when the whole request was handed to the network. Calling it is optional. */
  readonly onSent: () => void;
}

export interface FetchResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

/** No connection was established, so certainly nothing was sent. */
export class NotSentError extends Error {
  constructor(cause: unknown) {
    super('The connection could not be established.', { cause });
    this.name = 'NotSentError';
  }
}

/** A parsed successful response of Gong. */
export interface Success {
  readonly status: number;
  /** Undefined when Gong sent none. */
  readonly body: unknown;
  /** Length of its text. */
  readonly bytes: number;
  /** Gong's ID of the request. */
  readonly requestId: string | undefined;
}

export interface ExchangeOptions {
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** Called with the length of a pause that Gong requests, in milliseconds, as soon as it is known. */
  readonly onHold: (forMs: number) => void;
}

/** How one request is sent. */
export interface Sending {
  readonly access: Access;
  readonly signal: AbortSignal;
  readonly slot: Slot;
  /** The request fails after this time without a response, or without progress of its stream. */
  readonly timeoutMs: number;
  readonly isFresh?: boolean;
  /** A body that is not JSON. Call `onProgress` whenever a part of it was transferred. */
  readonly stream?: {
    readonly headers: Readonly<Record<string, string>>;
    readonly open: (onProgress: () => void) => Readable;
  };
}

/** A shorter secret could be an ordinary word. */
const MIN_SECRET_LENGTH = 8;

/** Statuses from here on are refusals. */
const FIRST_REFUSAL = 400;

/** Sends one HTTP request to one Gong company, and interprets the response. */
export class Exchange {
  constructor(private readonly options: ExchangeOptions) {}

  /** @throws GongError; the signal's reason when it is aborted. */
  async send(request: GongRequest, sending: Sending): Promise<Success> {
    const { operation } = request;
    const answer = await this.exchange(request, sending);
    const { status, body, bytes, requestId, text } = answer;
    const messages = messagesOf(body)?.map((message) => redacted(message, sending.access));
    // "Not ready yet" may come with a successful status.
    const isRefusal = messages !== undefined && messages.length > 0;
    if (status >= 200 && status < 300 && !isRefusal) {
      if (answer.parseError === undefined || text.trim() === '') {
        return { status, body, bytes, requestId };
      }
      throw new GongError('bad-response', `Gong's response to ${operation} is not JSON.`, {
        operation,
        status,
        cause: answer.parseError,
      });
    }
    throw errorFromAnswer({
      operation,
      status,
      requestId,
      messages,
      body: isObject(body) ? withoutSecretsIn(body, sending.access) : body,
      retryAfterMs: parseRetryAfter(answer.retryAfter, this.options.clock.now()),
      redirectHost: hostOf(answer.location),
    });
  }

  private async exchange(request: GongRequest, sending: Sending): Promise<Answer> {
    const { fetch, clock, onHold } = this.options;
    const { access, slot, timeoutMs, stream, isFresh = false } = sending;
    const timeout = startTimeout(clock, timeoutMs);
    let response: FetchResponse | undefined;
    try {
      response = await fetch(urlOf(access.baseUrl, request), {
        method: methodOf(request),
        headers: headersOf(request, access, stream?.headers),
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
        ...(stream === undefined ? {} : { body: stream.open(timeout.restart) }),
        redirect: 'manual',
        signal: AbortSignal.any([sending.signal, timeout.signal]),
        ...(isFresh ? { isFresh } : {}),
        onSent: () => {
          slot.sent();
        },
      });
      slot.answered();
      if (response.status === 429) {
        // Called immediately, because the caller may leave before the rest of the response arrives.
        onHold(parseRetryAfter(response.headers.get('retry-after'), clock.now()) ?? SECOND_MS);
      }
      return await read(response);
    } catch (cause) {
      if (sending.signal.aborted) throw sending.signal.reason;
      const { operation } = request;
      const details = { operation, cause, wasSent: !(cause instanceof NotSentError) };
      if (response !== undefined && !timeout.signal.aborted) {
        throw this.readFailure(request, response, details);
      }
      const message = noAnswer(operation, sending, timeout.signal.aborted, details.wasSent);
      throw new GongError('unavailable', message, details);
    } finally {
      timeout.end();
    }
  }

  /** Returns the failure of a response that arrived but could not be read completely. */
  private readFailure(
    request: GongRequest,
    response: FetchResponse,
    failed: GongErrorDetails,
  ): GongError {
    const { status } = response;
    const { cause } = failed;
    if (cause instanceof ResponseTooLargeError) return tooLarge(cause, { ...failed, status });
    // The message is lost, but the status still shows a refusal.
    if (status >= FIRST_REFUSAL) return this.refusal(request, response);
    const message = `Gong's response to ${request.operation} was cut off.`;
    return new GongError('bad-response', message, { ...failed, status, isCutOff: true });
  }

  private refusal({ operation }: GongRequest, { status, headers }: FetchResponse): GongError {
    return errorFromAnswer({
      operation,
      status,
      requestId: undefined,
      messages: undefined,
      retryAfterMs: parseRetryAfter(headers.get('retry-after'), this.options.clock.now()),
      redirectHost: undefined,
    });
  }
}

/** Starts a timeout that `restart` starts again, until it has ended. */
function startTimeout(
  clock: Clock,
  ms: number,
): { readonly signal: AbortSignal; readonly restart: () => void; readonly end: () => void } {
  const controller = new AbortController();
  const start = (): (() => void) =>
    clock.after(ms, () => {
      controller.abort();
    });
  let cancel = start();
  let isOver = false;
  return {
    signal: controller.signal,
    restart: () => {
      // The body may still be transferred when no caller waits for the response.
      if (isOver) return;
      cancel();
      cancel = start();
    },
    end: () => {
      isOver = true;
      cancel();
    },
  };
}

function noAnswer(
  operation: string,
  { stream, timeoutMs }: Sending,
  isLate: boolean,
  wasSent: boolean,
): string {
  if (isLate) {
    return stream === undefined
      ? `Gong did not respond to ${operation} in time.`
      : `No data was transferred for ${timeoutMs} ms while ${operation} was being sent.`;
  }
  return stream === undefined || !wasSent
    ? `Gong could not be reached for ${operation}.`
    : `The connection to Gong was lost while ${operation} was being sent.`;
}

/** An equal request would get an equal response, whatever its status. */
function tooLarge({ maxBytes }: ResponseTooLargeError, details: GongErrorDetails): GongError {
  return new GongError(
    'bad-response',
    `Gong's response to ${details.operation} is larger than ${maxBytes / MIB} MiB, so the gateway did not read all of it. ` +
      'Request less at once. An operator can raise GATEWAY_MAX_GONG_RESPONSE_MIB.',
    { ...details, isRetryable: false },
  );
}

/** Removes credentials and signatures of links. */
function redacted(message: string, access: Access): string {
  return withoutSecrets(message, access).replace(/(https?:\/\/[^\s?"'<>]*)\?[^\s"'<>]*/gi, '$1?…');
}

function withoutSecrets(message: string, { secrets }: Access): string {
  let text = message;
  for (const secret of secrets) {
    if (secret.length >= MIN_SECRET_LENGTH) text = text.replaceAll(secret, '…');
  }
  return text;
}

/** Links keep their query strings here, because the user follows them. */
function withoutSecretsIn(body: Readonly<Record<string, unknown>>, access: Access): object {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      typeof value === 'string' ? withoutSecrets(value, access) : value,
    ]),
  );
}

function headersOf(
  { body }: GongRequest,
  { authorization }: Access,
  further: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return {
    authorization,
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...further,
  };
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly body: unknown;
  readonly bytes: number;
  readonly parseError: unknown;
  readonly requestId: string | undefined;
  readonly retryAfter: string | null;
  readonly location: string | null;
}

async function read(response: FetchResponse): Promise<Answer> {
  const text = await response.text();
  const { body, parseError } = tryParse(text);
  const requestId = isObject(body) ? body['requestId'] : undefined;
  return {
    status: response.status,
    text,
    body,
    bytes: text.length,
    parseError,
    requestId: typeof requestId === 'string' ? (readText(requestId) ?? undefined) : undefined,
    retryAfter: response.headers.get('retry-after'),
    location: response.headers.get('location'),
  };
}

function tryParse(text: string): { body: unknown; parseError?: unknown } {
  try {
    return { body: parseJson(text) };
  } catch (parseError) {
    return { body: undefined, parseError };
  }
}

/** Returns whether a parsed JSON value is an object, and neither null nor a list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function messagesOf(body: unknown): readonly string[] | undefined {
  if (!isObject(body) || !Array.isArray(body['errors'])) return undefined;
  return body['errors'].filter((message): message is string => typeof message === 'string');
}

function hostOf(location: string | null): string | undefined {
  if (location === null) return undefined;
  return URL.canParse(location) ? new URL(location).host : undefined;
}
