import type { Readable } from 'node:stream';
import type { Logger } from '../lib/logger.js';
import { charge } from './charging.js';
import type { Clock } from '../lib/clock.js';
import type { AttemptOutcome, ClientObserver, RequestTrace } from './attempt.js';
import type { Access, Credentials } from './credentials.js';
import { failureOfWrite, GongError, isEmptyResult, isIdRefusal, isUndone } from './errors.js';
import { Exchange, isObject, type Fetch, type Sending, type Success } from './exchange.js';
import { isRefusedAccess, Refusals, showsAcceptedAccess } from './refusals.js';
import type { GongRequest } from './request.js';
import { decideRetry, unsentWritePolicy } from './retry.js';
import type { Scheduler } from './scheduling/scheduler.js';
import type { Slot } from './scheduling/slidingWindow.js';
import type { Priority, Waiter } from './scheduling/waiter.js';

/** The operation, or several, for which a request is sent. It sets priority and deadline, and is charged. */
export interface Caller extends Waiter {
  /**
   * Called when a request can be sent now.
   *
   * @throws GongError `cost-limit-exceeded` when the caller may send no further request; `quota-exhausted` when its
   * client may send none today.
   */
  requireBudget(): void;
  /** Called when a request is sent, after `waitedMs` in the queue. */
  onAttempt(waitedMs: number): void;
  /**
   * Counts the request in the client's daily budget. Returns false when other instances have used that up.
   */
  charge?(): boolean | Promise<boolean>;
  /**
   * Called when the request is over. Without a connection it was never sent, and is not charged to the caller. The
   * daily count keeps it, because counting one too many is safer than one too few.
   */
  onAttemptOver?(wasSent: boolean): void;
  /** Called when Gong has responded, with Gong's ID of the request. */
  onResponse?(requestId: string): void;
  /** Where its waits and attempts are recorded; null or omitted: nowhere. */
  readonly trace?: RequestTrace | null;
}

export interface GongClientOptions {
  readonly fetch: Fetch;
  readonly credentials: Credentials;
  readonly scheduler: Scheduler;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
  /** How long one attempt may take before it counts as a network failure, in milliseconds. */
  readonly attemptTimeoutMs: number;
  readonly observer?: ClientObserver;
}

/** A JSON object from Gong, before its members are checked. */
export type GongBody = Readonly<Record<string, unknown>>;

/** Gong's parsed response, with the length of its text. */
export interface GongAnswer {
  readonly body: GongBody;
  readonly bytes: number;
}

/** A body that is too long for memory. */
export interface StreamedBody {
  readonly headers: Readonly<Record<string, string>>;
  /** Called once, when the request can be sent. Call `onProgress` whenever a part was transferred. */
  readonly open: (onProgress: () => void) => Readable;
  /** Whether the whole body was read. Until then, Gong cannot have acted on it. */
  readonly isComplete: () => boolean;
  /** The transfer fails after this time without progress, including the wait for Gong's response; in milliseconds. */
  readonly idleTimeoutMs: number;
  /** Aborts the transfer. */
  readonly signal: AbortSignal;
}

/**
 * Sends requests to one Gong company. It decides when and how often, and what a failure means. Every attempt passes
 * through the company's scheduler, because every attempt counts toward the quota.
 */
export class GongClient {
  private readonly exchange: Exchange;
  /** The access that each refused request used. */
  private readonly accessOf = new WeakMap<GongError, Access>();
  private readonly refusals: Refusals;

  constructor(private readonly options: GongClientOptions) {
    const { fetch, clock, scheduler } = options;
    const onHold = (forMs: number): void => {
      scheduler.slowDown(forMs);
    };
    this.exchange = new Exchange({ fetch, clock, onHold });
    this.refusals = new Refusals(clock);
  }

  /**
   * Sends a request that only reads, with any HTTP method, and that may therefore be repeated.
   *
   * @throws GongError
   */
  async read(request: GongRequest, caller: Caller): Promise<GongBody> {
    return (await this.readAnswer(request, caller)).body;
  }

  /** Like `read`, with the size of the response. */
  async readAnswer(request: GongRequest, caller: Caller): Promise<GongAnswer> {
    const answer = await this.readDeferred(() => request, caller);
    if (answer === null) throw new Error('A request without an abort signal cannot be withdrawn.');
    return answer;
  }

  /**
   * Like `read`, for a request that is built when it can be sent, so that it includes what was added while it waited.
   * `build` is called once, and returns null when nothing is left to send.
   *
   * @throws GongError
   */
  async readDeferred(build: () => GongRequest | null, caller: Caller): Promise<GongAnswer | null> {
    let request: GongRequest | null | undefined;
    const answer = await this.repeatedly(caller, (slot, turn) => {
      if (request === undefined) request = build();
      if (request === null) return null;
      this.requireAccess(request, caller);
      return this.attempt(request, caller, this.sendingOf(caller.signal, slot), turn);
    });
    if (answer === null || request == null) return null;
    return objectIn(request, answer);
  }

  /**
   * Like `read`, for any JSON that Gong sends.
   *
   * @throws GongError
   */
  async readRaw(request: GongRequest, caller: Caller): Promise<Success> {
    const answer = await this.repeatedly(caller, (slot, turn) => {
      this.requireAccess(request, caller);
      return this.attempt(request, caller, this.sendingOf(caller.signal, slot), turn);
    });
    if (answer === null) throw new Error('A request without an abort signal cannot be withdrawn.');
    return answer;
  }

  /**
   * Sends a write, ahead of all reads. It waits in the queue as long as the caller does. Once sent, it is never
   * aborted. It is repeated only when Gong certainly did nothing: after a 429, or when no connection was established.
   *
   * @throws GongError `outcome-unknown` when Gong may have applied the write but did not confirm it.
   */
  async write(request: GongRequest, caller: Caller): Promise<Success> {
    const { clock, random } = this.options;
    const unhurried = new AbortController().signal;
    let attempts = 0;
    let failures = 0;
    let isRepeated = false;
    for (;;) {
      try {
        return await this.once(caller, 'write', (slot, waitedMs) => {
          this.requireAccess(request, caller);
          attempts += 1;
          const sending = { ...this.sendingOf(unhurried, slot), isFresh: true };
          return this.attempt(request, caller, sending, { waitedMs, number: attempts });
        });
      } catch (error) {
        if (!(error instanceof GongError) || error.operation === undefined) throw error;
        this.logFailure(error, attempts);
        if (await this.renewed(error, caller.signal, isRepeated)) {
          isRepeated = true;
          continue;
        }
        if (!isUndone(error)) throw failureOfWrite(error);
        if (caller.signal.aborted) throw caller.signal.reason;
        if (error.kind !== 'rate-limited') failures += 1;
        const remainingMs = caller.latestStart() - clock.monotonic();
        const decision = decideRetry(error, failures, remainingMs, random, unsentWritePolicy);
        if (!decision.retry) throw error;
        // After a 429, the scheduler already pauses all requests.
        if (error.kind !== 'rate-limited') await this.delay(decision.afterMs, caller.signal);
      }
    }
  }

  /**
   * Sends a body while it is read, as a write that is never repeated, because the body cannot be read again. Once
   * begun, it ends after `idleTimeoutMs` without progress, and not at the caller's deadline.
   *
   * @throws GongError `outcome-unknown` when the whole body was sent and Gong did not confirm it; any error of the
   *   body's own stream.
   */
  async upload(request: GongRequest, body: StreamedBody, caller: Caller): Promise<Success> {
    let failure: Error | undefined;
    try {
      return await this.once(caller, 'write', (slot, waitedMs) => {
        caller.requireBudget();
        const open = (onProgress: () => void): Readable =>
          body.open(onProgress).once('error', (error: Error) => {
            failure = error;
          });
        const sending: SendingOptions = {
          signal: body.signal,
          slot,
          timeoutMs: body.idleTimeoutMs,
          isFresh: true,
          stream: { headers: body.headers, open },
        };
        return this.attempt(request, caller, sending, { waitedMs, number: 1 });
      });
    } catch (error) {
      if (!(error instanceof GongError) || error.operation === undefined) throw error;
      this.logFailure(error, 1);
      // This body cannot be sent again, but the access is renewed for the next request.
      void this.renewed(error, body.signal, false).catch(() => undefined);
      // A response that arrived counts more than what happened to the rest of the body.
      if (error.status !== undefined && !error.isCutOff) {
        const isAccepted = error.status < 300;
        throw isAccepted || body.isComplete() ? failureOfWrite(error) : error;
      }
      if (failure !== undefined && !body.isComplete()) throw failure;
      throw body.isComplete() ? failureOfWrite(error) : error;
    }
  }

  /**
   * Called when a request can be sent.
   *
   * @throws GongError when the caller has no budget, or when Gong recently refused an equal request with this
   *   access.
   */
  private requireAccess(request: GongRequest, caller: Caller): void {
    const access = this.options.credentials.latest();
    const refusal = this.refusals.of(request, access);
    if (refusal === null) {
      caller.requireBudget();
      return;
    }
    if (isRefusedAccess(refusal)) this.accessOf.set(refusal, access);
    throw refusal;
  }

  /** Repeats a read until it succeeds or another attempt has no use. */
  private async repeatedly(
    caller: Caller,
    start: (slot: Slot, turn: Turn) => Promise<Success> | null,
  ): Promise<Success | null> {
    const { credentials, clock, random } = this.options;
    let attempts = 0;
    let failures = 0;
    let isRepeated = false;
    for (;;) {
      // Without a pending renewal, this continues in the same event loop turn, so that what is requested in this turn
      // shares a request.
      const pending = credentials.ready();
      if (pending !== null) await untilAborted(pending, caller.signal);
      try {
        return await this.inSlot(caller, caller, (slot, waitedMs) => {
          const started = start(slot, { waitedMs, number: attempts + 1 });
          if (started !== null) attempts += 1;
          return started;
        });
      } catch (error) {
        if (!(error instanceof GongError) || caller.signal.aborted) throw error;
        this.logFailure(error, attempts);
        // An error without an operation comes from the scheduler.
        if (error.operation === undefined) throw error;
        if (await this.renewed(error, caller.signal, isRepeated)) {
          isRepeated = true;
          continue;
        }
        if (error.kind !== 'rate-limited') failures += 1;
        const remainingMs = caller.latestStart() - clock.monotonic();
        const decision = decideRetry(error, failures, remainingMs, random);
        if (!decision.retry) throw error;
        // After a 429, the scheduler already pauses all requests.
        if (error.kind !== 'rate-limited') await this.delay(decision.afterMs, caller.signal);
      }
    }
  }

  /** Makes one attempt with a priority. */
  private async once(
    caller: Caller,
    priority: Priority,
    start: (slot: Slot, waitedMs: number) => Promise<Success>,
  ): Promise<Success> {
    // The access is renewed before the request waits in the queue, because a renewal needs no slot.
    const pending = this.options.credentials.ready();
    if (pending !== null) await untilAborted(pending, caller.signal);
    const waiter: Waiter = {
      signal: caller.signal,
      latestStart: () => caller.latestStart(),
      asker: () => caller.asker(),
      priority: () => priority,
    };
    const answer = await this.inSlot(caller, waiter, start);
    if (answer === null) throw new Error('A request without an abort signal cannot be withdrawn.');
    return answer;
  }

  /** Waits for a send slot, and starts in it. */
  private async inSlot(
    { trace }: Caller,
    waiter: Waiter,
    start: (slot: Slot, waitedMs: number) => Promise<Success> | null,
  ): Promise<Success | null> {
    const { scheduler, clock } = this.options;
    const queuedAt = clock.monotonic();
    const endWait = trace?.startWait();
    try {
      return await scheduler.run((slot) => {
        endWait?.(true);
        return start(slot, clock.monotonic() - queuedAt);
      }, waiter);
    } finally {
      endWait?.(false);
    }
  }

  /**
   * Returns whether a request that Gong refused for its access may be sent again with another access.
   *
   * @param isRepeated whether it was already sent again, and refused again.
   */
  private async renewed(
    error: GongError,
    signal: AbortSignal,
    isRepeated: boolean,
  ): Promise<boolean> {
    const access = this.accessOf.get(error);
    if (access === undefined) return false;
    const isRenewed = await untilAborted(
      this.options.credentials.refused(access, isRepeated),
      signal,
    );
    return isRenewed && !isRepeated;
  }

  private sendingOf(signal: AbortSignal, slot: Slot): SendingOptions {
    return { signal, slot, timeoutMs: this.options.attemptTimeoutMs };
  }

  /** Logs neither the URL nor any data of the request or the response, which contain credentials and personal data. */
  private logFailure(error: GongError, attempt: number): void {
    const { operation, kind, status, requestId } = error;
    // Without an operation or an attempt, the request was never sent.
    if (operation === undefined || attempt === 0 || isEmptyResult(error) || isIdRefusal(error))
      return;
    this.options.logger.warn(
      { operation, kind, status, requestId, attempt },
      'Gong request failed',
    );
  }

  /** Makes one HTTP request, and counts it from when it is sent until it ends. */
  private async attempt(
    request: GongRequest,
    caller: Caller,
    manner: SendingOptions,
    { waitedMs, number }: Turn,
  ): Promise<Success> {
    const { credentials, clock, observer, logger } = this.options;
    const { operation } = request;
    const charging = charge(caller, waitedMs);
    if (charging !== null) await charging;
    const endTrace = caller.trace?.startAttempt(request, number);
    // The caller may have left when the response arrives.
    const asker = caller.asker();
    const startedAt = clock.monotonic();
    let outcome: AttemptOutcome = 'aborted';
    let response: Pick<GongError, 'status' | 'requestId'> | null = null;
    // The access may have been renewed while the request waited for its slot.
    const access = credentials.latest();
    try {
      const answer = await this.exchange.send(request, { ...manner, access });
      outcome = 'ok';
      response = answer;
      credentials.accepted(access);
      const { status, requestId } = answer;
      if (requestId !== undefined) caller.onResponse?.(requestId);
      const tookMs = Math.round(clock.monotonic() - startedAt);
      logger.debug({ operation, status, requestId, tookMs }, 'Gong answered');
      return answer;
    } catch (error) {
      if (error instanceof GongError && error.operation !== undefined) {
        response = error;
        if (error.requestId !== undefined) caller.onResponse?.(error.requestId);
        outcome = isEmptyResult(error) ? 'empty' : error.wasSent ? error.kind : 'unsent';
        if (isRefusedAccess(error)) this.accessOf.set(error, access);
        else if (showsAcceptedAccess(error)) credentials.accepted(access);
        this.refusals.note(request, access, error);
      }
      throw error;
    } finally {
      endTrace?.({ outcome, status: response?.status, requestId: response?.requestId });
      caller.onAttemptOver?.(outcome !== 'unsent');
      const tookMs = clock.monotonic() - startedAt;
      observer?.onAttempt({ asker, endpoint: operation, outcome, waitedMs, tookMs });
    }
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

/** An attempt's time in the queue, in milliseconds, and its number: 1 for the first. */
interface Turn {
  readonly waitedMs: number;
  readonly number: number;
}

/** How an attempt is sent, without its access. */
type SendingOptions = Omit<Sending, 'access'>;

/** @throws the signal's reason when it comes first. Other callers continue to wait. */
function untilAborted<T>(pending: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
    pending.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', leave);
    });
  });
}

/** @throws GongError `bad-response` when Gong's response is not a JSON object. */
function objectIn({ operation }: GongRequest, { status, body, bytes }: Success): GongAnswer {
  if (isObject(body)) return { body, bytes };
  const message = `Gong's response to ${operation} is not a JSON object.`;
  throw new GongError('bad-response', message, { operation, status });
}
