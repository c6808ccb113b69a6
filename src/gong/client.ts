import type { Readable } from 'node:stream';
import type { Logger } from '../lib/logger.js';
import type { Clock } from '../lib/clock.js';
import type { Access, Credentials } from './credentials.js';
import {
  failureOfWrite,
  GongError,
  isEmptyResult,
  isIdRefusal,
  isUndone,
  unknownOutcome,
  type GongErrorKind,
} from './errors.js';
import { Exchange, isObject, type Fetch, type Sending, type Success } from './exchange.js';
import { isRefusedAccess, Refusals, showsAcceptedAccess } from './refusals.js';
import type { GongEndpoint, GongRequest } from './request.js';
import { decideRetry, unsentWritePolicy } from './retry.js';
import type { Scheduler } from './scheduling/scheduler.js';
import type { Slot } from './scheduling/slidingWindow.js';
import type { Requester, Priority, Waiter } from './scheduling/waiter.js';

/** On whose behalf a request is sent: it waits with their patience, and they are told what it cost. */
export interface Caller extends Waiter {
  /**
   * Called when a request could leave now.
   *
   * @throws GongError `cost-limit-exceeded` when they may not have another one sent.
   */
  requireBudget(): void;
  /** One HTTP request leaves now, after `waitedMs` in the queue. */
  onAttempt(waitedMs: number): void;
  /**
   * That one is over, well or badly; without a connection it was never sent, and isn't charged to the caller.
   * The count of the day keeps it: rather one too many than one too few.
   */
  onAttemptOver?(wasSent: boolean): void;
  /** Gong has responded, under this reference of its own. */
  onResponse?(requestId: string): void;
}

/** How an attempt ended; `aborted`: nobody waited for the answer any more; `unsent`: no connection came about. */
export type AttemptOutcome = GongErrorKind | 'ok' | 'empty' | 'aborted' | 'unsent';

/** One HTTP request to Gong, when it is over. Holds nothing that was sent or said. */
export interface Attempt {
  readonly asker: Requester;
  readonly endpoint: GongEndpoint;
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
  readonly credentials: Credentials;
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

/** A body that is too long to be held. */
export interface StreamedBody {
  readonly headers: Readonly<Record<string, string>>;
  /** Called once, when the request may leave. `onProgress` is to be called whenever a part has moved on. */
  readonly open: (onProgress: () => void) => Readable;
  /** Whether all of it has been handed over; until then, Gong can't have acted on it. */
  readonly isComplete: () => boolean;
  /** So long without any progress, its end and Gong's answer included, and it has failed; milliseconds. */
  readonly idleTimeoutMs: number;
  /** Cuts it. */
  readonly signal: AbortSignal;
}

/**
 * Sends requests to one Gong company: when, how often, and what a failure means. Every attempt passes through
 * the company's scheduler, since every attempt spends its budget.
 */
export class GongClient {
  private readonly exchange: Exchange;
  /** What went by which access, of what Gong refused. */
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
   * Sends a request that only reads, whatever its HTTP method, and may therefore be repeated.
   *
   * @throws GongError
   */
  async read(request: GongRequest, caller: Caller): Promise<GongBody> {
    return (await this.readAnswer(request, caller)).body;
  }

  /** As `read`, with the answer's size. */
  async readAnswer(request: GongRequest, caller: Caller): Promise<GongAnswer> {
    const answer = await this.readDeferred(() => request, caller);
    if (answer === null) throw new Error('A request without an abort signal cannot be withdrawn.');
    return answer;
  }

  /**
   * As `read`, for a request that is worded at the moment it may leave, so that what came up while it
   * waited can travel along. `word` is called once; null means that there is nothing to send any more.
   *
   * @throws GongError
   */
  async readDeferred(build: () => GongRequest | null, caller: Caller): Promise<GongAnswer | null> {
    let request: GongRequest | null | undefined;
    const answer = await this.repeatedly(caller, (slot, waitedMs) => {
      if (request === undefined) request = build();
      if (request === null) return null;
      this.requireAccess(request, caller);
      return this.attempt(request, caller, this.sendingOf(caller.signal, slot), waitedMs);
    });
    if (answer === null || request == null) return null;
    return objectIn(request, answer);
  }

  /**
   * As `read`, for whatever JSON Gong answers.
   *
   * @throws GongError
   */
  async readRaw(request: GongRequest, caller: Caller): Promise<Success> {
    const answer = await this.repeatedly(caller, (slot, waitedMs) => {
      this.requireAccess(request, caller);
      return this.attempt(request, caller, this.sendingOf(caller.signal, slot), waitedMs);
    });
    if (answer === null) throw new Error('A request without an abort signal cannot be withdrawn.');
    return answer;
  }

  /**
   * Sends a request that changes something at Gong, before everything that only reads. It waits in line as
   * long as the caller does; once sent, it is not cut, whoever leaves. It is sent again only where Gong
   * certainly did nothing: after a 429, or when no connection came about.
   *
   * @throws GongError `outcome-unknown` where Gong may have done it and didn't say so.
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
          return this.attempt(request, caller, sending, waitedMs);
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
        // The scheduler's own pause already makes everyone wait out a 429.
        if (error.kind !== 'rate-limited') await this.delay(decision.afterMs, caller.signal);
      }
    }
  }

  /**
   * Sends a body that is read as it leaves, as a write that is never repeated: what has been read can't be read
   * again. Once it has begun, the caller's deadline doesn't end it, but `idleTimeoutMs` without progress does.
   *
   * @throws GongError `outcome-unknown` where all of it was sent and Gong didn't say what it did; whatever the
   * body's own stream fails with.
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
        return this.attempt(request, caller, sending, waitedMs);
      });
    } catch (error) {
      if (!(error instanceof GongError) || error.operation === undefined) throw error;
      this.logFailure(error, 1);
      // What was read of the body can't be read again, but the next one needn't be refused.
      void this.renewed(error, body.signal, false).catch(() => undefined);
      // An answer that came all the same counts for more than how the rest of the body fared.
      if (error.status !== undefined && !error.isCutOff) {
        const isAccepted = error.status < 300;
        throw isAccepted || body.isComplete() ? failureOfWrite(error) : error;
      }
      if (failure !== undefined && !body.isComplete()) throw failure;
      throw body.isComplete() ? failureOfWrite(error) : error;
    }
  }

  /**
   * Called when a request may leave.
   *
   * @throws GongError where the caller can't pay for it, or Gong has just refused the same for its access.
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

  /** Attempts at a read, until one succeeds or it is no use to go on. */
  private async repeatedly(
    caller: Caller,
    start: (slot: Slot, waitedMs: number) => Promise<Success> | null,
  ): Promise<Success | null> {
    const { credentials, scheduler, clock, random } = this.options;
    let attempts = 0;
    let failures = 0;
    let isRepeated = false;
    for (;;) {
      // Not a turn later, where nothing has to be waited for: what comes up in this one travels together.
      const pending = credentials.ready();
      if (pending !== null) await untilAborted(pending, caller.signal);
      const queuedAt = clock.monotonic();
      try {
        return await scheduler.run((slot) => {
          const started = start(slot, clock.monotonic() - queuedAt);
          if (started !== null) attempts += 1;
          return started;
        }, caller);
      } catch (error) {
        if (!(error instanceof GongError) || caller.signal.aborted) throw error;
        this.logFailure(error, attempts);
        // Without an operation, it was the scheduler itself that refused.
        if (error.operation === undefined) throw error;
        if (await this.renewed(error, caller.signal, isRepeated)) {
          isRepeated = true;
          continue;
        }
        if (error.kind !== 'rate-limited') failures += 1;
        const remainingMs = caller.latestStart() - clock.monotonic();
        const decision = decideRetry(error, failures, remainingMs, random);
        if (!decision.retry) throw error;
        // The scheduler's own pause already makes everyone wait out a 429.
        if (error.kind !== 'rate-limited') await this.delay(decision.afterMs, caller.signal);
      }
    }
  }

  /** One attempt of the given urgency. */
  private async once(
    caller: Caller,
    priority: Priority,
    start: (slot: Slot, waitedMs: number) => Promise<Success>,
  ): Promise<Success> {
    const { credentials, scheduler, clock } = this.options;
    // Before it stands in line: to renew an access takes as long as it takes, and no slot.
    const pending = credentials.ready();
    if (pending !== null) await untilAborted(pending, caller.signal);
    const queuedAt = clock.monotonic();
    const answer = await scheduler.run((slot) => start(slot, clock.monotonic() - queuedAt), {
      signal: caller.signal,
      latestStart: () => caller.latestStart(),
      asker: () => caller.asker(),
      priority: () => priority,
    });
    if (answer === null) throw new Error('A request without an abort signal cannot be withdrawn.');
    return answer;
  }

  /**
   * Whether what was refused for its access may go again by another one.
   *
   * @param isRepeated whether it has gone again once, and was refused again.
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

  /** Neither the URL nor what was sent or said: they hold credentials, or people's data. */
  private logFailure(error: GongError, attempt: number): void {
    const { operation, kind, status, requestId } = error;
    // Without an operation or an attempt, it was never sent.
    if (operation === undefined || attempt === 0 || isEmptyResult(error) || isIdRefusal(error))
      return;
    this.options.logger.warn(
      { operation, kind, status, requestId, attempt },
      'Gong request failed',
    );
  }

  /** One HTTP request, counted from the moment it is sent to how it ended. */
  private async attempt(
    request: GongRequest,
    caller: Caller,
    manner: SendingOptions,
    waitedMs: number,
  ): Promise<Success> {
    const { credentials, clock, observer, logger } = this.options;
    const { operation } = request;
    caller.onAttempt(waitedMs);
    // Who asks may have left by the time the answer is there.
    const asker = caller.asker();
    const startedAt = clock.monotonic();
    let outcome: AttemptOutcome = 'aborted';
    // It may have been renewed while the request waited for its turn.
    const access = credentials.latest();
    try {
      const answer = await this.exchange.send(request, { ...manner, access });
      outcome = 'ok';
      credentials.accepted(access);
      const { status, requestId } = answer;
      if (requestId !== undefined) caller.onResponse?.(requestId);
      const tookMs = Math.round(clock.monotonic() - startedAt);
      logger.debug({ operation, status, requestId, tookMs }, 'Gong answered');
      return answer;
    } catch (error) {
      if (error instanceof GongError && error.operation !== undefined) {
        if (error.requestId !== undefined) caller.onResponse?.(error.requestId);
        outcome = isEmptyResult(error) ? 'empty' : error.wasSent ? error.kind : 'unsent';
        if (isRefusedAccess(error)) this.accessOf.set(error, access);
        else if (showsAcceptedAccess(error)) credentials.accepted(access);
        this.refusals.note(request, access, error);
      }
      throw error;
    } finally {
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

/** How an attempt is sent, but for what it goes by. */
type SendingOptions = Omit<Sending, 'access'>;

/** @throws the signal's reason, should that come first. Whoever else waits goes on waiting. */
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

/** @throws GongError `bad-response` where Gong answered anything else than a JSON object. */
function objectIn({ operation }: GongRequest, { status, body, bytes }: Success): GongAnswer {
  if (isObject(body)) return { body, bytes };
  const message = `Gong's response to ${operation} is not a JSON object.`;
  throw new GongError('bad-response', message, { operation, status });
}

/**
 * What a write says to whoever leaves before its answer is there: it goes on, and nobody can tell yet how it ends.
 */
export function unansweredWrite({ operation }: GongRequest): GongError {
  return unknownOutcome(`Gong did not respond to ${operation} before the operation's deadline.`, {
    operation,
  });
}
