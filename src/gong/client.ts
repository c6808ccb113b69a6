import { gongOperations, type GongOperationId } from '../generated/gongOperations.js';
import { SECOND_MS, type Clock } from './clock.js';
import {
  errorFromAnswer,
  GongError,
  isEmptyResult,
  isUnknownId,
  type GongErrorKind,
} from './errors.js';
import { parseJson } from './json.js';
import { decideRetry, parseRetryAfter } from './retry.js';
import type { Scheduler } from './scheduling/scheduler.js';
import type { Slot } from './scheduling/slidingWindow.js';
import type { Asker, Waiter } from './scheduling/waiter.js';

/** The part of `fetch` that the client needs: `node-fetch` in production, a fake in tests. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

export interface FetchInit {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly redirect: 'manual';
  readonly signal: AbortSignal;
  /** To be called once the whole request has been handed to the network; may be left uncalled. */
  readonly onSent: () => void;
}

export interface FetchResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface GongRequest {
  readonly operation: GongOperationId;
  /** Values of the path's `{parameters}`. */
  readonly path?: Readonly<Record<string, string>>;
  /** Members that are undefined are left out. */
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
}

/** On whose behalf a request is sent: it waits with their patience, and they are told what it cost. */
export interface Caller extends Waiter {
  /**
   * Called when a request could leave now.
   *
   * @throws GongError `cost-limit-exceeded` when they may not have another one sent.
   */
  admit(): void;
  /** One HTTP request leaves now, after `waitedMs` in the queue. */
  onAttempt(waitedMs: number): void;
}

/** How an attempt ended; `aborted`: nobody waited for the answer any more. */
export type AttemptOutcome = GongErrorKind | 'ok' | 'empty' | 'aborted';

/** One HTTP request to Gong, when it is over. Holds nothing that was sent or said. */
export interface Attempt {
  readonly asker: Asker;
  readonly endpoint: GongOperationId;
  readonly outcome: AttemptOutcome;
  /** Milliseconds in the queue, and from then until the answer. */
  readonly waitedMs: number;
  readonly tookMs: number;
}

/** Told of everything that is sent to Gong. */
export interface ClientObserver {
  onAttempt(attempt: Attempt): void;
}

export interface GongClientOptions {
  readonly fetch: Fetch;
  /** Origin of the company's API, without `/v2`. */
  readonly baseUrl: string;
  /** The whole `Authorization` header. */
  readonly authorization: string;
  readonly scheduler: Scheduler;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  /** How long one attempt may take before it counts as a network failure, in milliseconds. */
  readonly attemptTimeoutMs: number;
  readonly observer?: ClientObserver;
}

/** A JSON object of Gong's, before its members are looked at. */
export type GongBody = Readonly<Record<string, unknown>>;

/** An answer of Gong's, parsed, with the length of its text as a measure of its size. */
export interface GongAnswer {
  readonly body: GongBody;
  readonly bytes: number;
}

/** Whatever answers reads: Gong itself, or something that knows the answer already. */
export interface GongReader<C> {
  /** @throws GongError */
  read(request: GongRequest, caller: C): Promise<GongBody>;
}

/**
 * Speaks HTTP to one Gong company: base URL, credentials, JSON, errors, retries. Every attempt passes
 * through the company's scheduler, since every attempt spends its budget.
 */
export class GongClient implements GongReader<Caller> {
  constructor(private readonly options: GongClientOptions) {}

  /**
   * Sends a request that only reads, whatever its HTTP method, and may therefore be repeated.
   *
   * @throws GongError
   */
  async read(request: GongRequest, caller: Caller): Promise<GongBody> {
    return (await this.readAnswer(request, caller)).body;
  }

  /** As `read`, with the answer's size. */
  async readAnswer(request: GongRequest, caller: Caller): Promise<GongAnswer> {
    const answer = await this.readLate(() => request, caller);
    if (answer === null) throw new Error('A request that is there cannot be withdrawn.');
    return answer;
  }

  /**
   * As `read`, for a request that is worded at the moment it may leave, so that what came up while it
   * waited can travel along. `word` is called once; null means that there is nothing to send any more.
   *
   * @throws GongError
   */
  async readLate(word: () => GongRequest | null, caller: Caller): Promise<GongAnswer | null> {
    const { scheduler, clock, random } = this.options;
    let request: GongRequest | null | undefined;
    let attempts = 0;
    let failures = 0;
    for (;;) {
      const queuedAt = clock.monotonic();
      try {
        return await scheduler.run((slot) => {
          request ??= word();
          if (request === null) return null;
          caller.admit();
          attempts += 1;
          return this.attempt(request, caller, slot, clock.monotonic() - queuedAt);
        }, caller);
      } catch (error) {
        if (!(error instanceof GongError) || caller.signal.aborted) throw error;
        this.logFailure(error, attempts);
        // Without an operation, it was the scheduler itself that refused.
        if (error.operation === undefined) throw error;
        if (error.kind !== 'rate-limited') failures += 1;
        const remainingMs = caller.latestStart() - clock.monotonic();
        const decision = decideRetry(error, failures, remainingMs, random);
        if (!decision.retry) throw error;
        // The scheduler's own pause already makes everyone wait out a 429.
        if (error.kind !== 'rate-limited') await this.delay(decision.afterMs, caller.signal);
      }
    }
  }

  /**
   * Sends a request that changes something at Gong, before everything that only reads. It waits in line as
   * long as the caller does; once sent, it is not cut, whoever leaves. It is sent again only after a 429,
   * when Gong certainly did nothing.
   *
   * @throws GongError
   */
  async write(request: GongRequest, caller: Caller): Promise<GongBody> {
    const { scheduler, clock } = this.options;
    const unhurried = new AbortController().signal;
    for (;;) {
      const queuedAt = clock.monotonic();
      try {
        const answer = await scheduler.run(
          (slot) => {
            caller.admit();
            const waitedMs = clock.monotonic() - queuedAt;
            return this.attempt(request, { ...bound(caller), signal: unhurried }, slot, waitedMs);
          },
          { ...bound(caller), priority: () => 'write' },
        );
        if (answer === null) throw new Error('A request that is there cannot be withdrawn.');
        return answer.body;
      } catch (error) {
        const isTooSoon =
          error instanceof GongError &&
          error.operation !== undefined &&
          error.kind === 'rate-limited';
        if (!isTooSoon) throw error;
        this.logFailure(error, 1);
        const afterMs = error.retryAfterMs ?? SECOND_MS;
        if (clock.monotonic() + afterMs >= caller.latestStart()) throw error;
      }
    }
  }

  /** Neither the URL nor what was sent or said: they hold credentials, or people's data. */
  private logFailure(error: GongError, attempt: number): void {
    const { operation, kind, status, requestId } = error;
    // Without an operation, the scheduler refused it: it was never sent.
    if (operation === undefined || isEmptyResult(error) || isUnknownId(error)) return;
    this.options.logger.warn(
      { operation, kind, status, requestId, attempt },
      'A request to Gong failed',
    );
  }

  /** One HTTP request, counted from the moment it is sent to how it ended. */
  private async attempt(
    request: GongRequest,
    caller: Caller,
    slot: Slot,
    waitedMs: number,
  ): Promise<GongAnswer> {
    const { clock, observer } = this.options;
    caller.onAttempt(waitedMs);
    // Who asks may have left by the time the answer is there.
    const asker = caller.asker();
    const startedAt = clock.monotonic();
    let outcome: AttemptOutcome = 'aborted';
    try {
      const answer = await this.answerTo(request, caller, slot);
      outcome = 'ok';
      return answer;
    } catch (error) {
      if (error instanceof GongError && error.operation !== undefined) {
        outcome = isEmptyResult(error) ? 'empty' : error.kind;
      }
      throw error;
    } finally {
      const tookMs = clock.monotonic() - startedAt;
      observer?.onAttempt({ asker, endpoint: request.operation, outcome, waitedMs, tookMs });
    }
  }

  private async answerTo(request: GongRequest, caller: Caller, slot: Slot): Promise<GongAnswer> {
    const { clock, logger } = this.options;
    const { operation } = request;
    const startedAt = clock.monotonic();
    const answer = await this.exchange(request, caller, slot);
    logger.debug(
      {
        operation,
        status: answer.status,
        requestId: answer.requestId,
        tookMs: Math.round(clock.monotonic() - startedAt),
      },
      'Gong answered',
    );
    const messages = messagesOf(answer.body);
    // "Not ready yet" may come under a status of success.
    const isRefusal = messages !== undefined && messages.length > 0;
    if (answer.status >= 200 && answer.status < 300 && !isRefusal) {
      if (isObject(answer.body)) return { body: answer.body, bytes: answer.bytes };
      throw new GongError('bad-response', `Gong's answer to ${operation} was not a JSON object.`, {
        operation,
        status: answer.status,
        cause: answer.parseError,
      });
    }
    throw errorFromAnswer({
      operation,
      status: answer.status,
      requestId: answer.requestId,
      messages,
      retryAfterMs: parseRetryAfter(answer.retryAfter, clock.now()),
      redirectHost: hostOf(answer.location),
    });
  }

  private async exchange(request: GongRequest, caller: Caller, slot: Slot): Promise<Answer> {
    const { fetch, clock, scheduler, authorization, attemptTimeoutMs } = this.options;
    const { operation } = request;
    const timeout = new AbortController();
    const cancelTimer = clock.after(attemptTimeoutMs, () => {
      timeout.abort();
    });
    const signal = AbortSignal.any([caller.signal, timeout.signal]);
    let response: FetchResponse | undefined;
    try {
      response = await fetch(this.urlOf(request), {
        method: gongOperations[operation].method,
        headers: {
          authorization,
          accept: 'application/json',
          ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
        redirect: 'manual',
        signal,
        onSent: () => {
          slot.sent();
        },
      });
      slot.answered();
      if (response.status === 429) {
        // At once: whoever waits for the rest of the answer may leave before it is there.
        const waitMs = parseRetryAfter(response.headers.get('retry-after'), clock.now());
        scheduler.pauseFor(waitMs ?? SECOND_MS);
      }
      const text = await response.text();
      const { body, parseError } = tryParse(text);
      const requestId = isObject(body) ? body['requestId'] : undefined;
      return {
        status: response.status,
        body,
        bytes: text.length,
        parseError,
        requestId: typeof requestId === 'string' ? requestId : undefined,
        retryAfter: response.headers.get('retry-after'),
        location: response.headers.get('location'),
      };
    } catch (cause) {
      if (caller.signal.aborted) throw caller.signal.reason;
      if (timeout.signal.aborted) {
        throw new GongError('unavailable', `Gong did not answer ${operation} in time.`, {
          operation,
          cause,
        });
      }
      if (response !== undefined) {
        throw new GongError('bad-response', `Gong's answer to ${operation} broke off.`, {
          operation,
          status: response.status,
          cause,
        });
      }
      throw new GongError('unavailable', `Gong could not be reached for ${operation}.`, {
        operation,
        cause,
      });
    } finally {
      cancelTimer();
    }
  }

  private urlOf({ operation, path = {}, query = {} }: GongRequest): string {
    const pathname = gongOperations[operation].path.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(path[name] ?? ''),
    );
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) parameters.set(name, value);
    }
    const search = parameters.toString();
    return `${this.options.baseUrl}${pathname}${search === '' ? '' : `?${search}`}`;
  }

  private delay(delayMs: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const onAbort = (): void => {
        cancel();
        reject(signal.reason as Error);
      };
      const cancel = this.options.clock.after(delayMs, () => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      });
      signal.addEventListener('abort', onAbort, { once: true });
    });
  }
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** Length of its text. */
  readonly bytes: number;
  readonly parseError: unknown;
  readonly requestId: string | undefined;
  readonly retryAfter: string | null;
  readonly location: string | null;
}

/** The caller's members as an object of their own, which spreading a class instance doesn't give. */
function bound(caller: Caller): Caller {
  return {
    signal: caller.signal,
    latestStart: () => caller.latestStart(),
    priority: () => caller.priority(),
    asker: () => caller.asker(),
    admit: () => {
      caller.admit();
    },
    onAttempt: (waitedMs) => {
      caller.onAttempt(waitedMs);
    },
  };
}

function tryParse(text: string): { body: unknown; parseError?: unknown } {
  try {
    return { body: parseJson(text) };
  } catch (parseError) {
    return { body: undefined, parseError };
  }
}

function isObject(value: unknown): value is GongBody {
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
