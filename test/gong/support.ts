import { GongClient, type Caller } from '../../src/gong/client.js';
import type { Logger } from '../../src/lib/logger.js';
import { keyCredentials, type Credentials } from '../../src/gong/credentials.js';
import type { Fetch, FetchInit } from '../../src/gong/exchange.js';

import { Operation, type OperationOptions } from '../../src/operation/operation.js';
import { DayCountInMemory } from '../../src/gong/scheduling/dayCount.js';
import { LocalQuota } from '../../src/gong/scheduling/localQuota.js';
import type { RequestQuota } from '../../src/gong/scheduling/requestQuota.js';
import { Scheduler } from '../../src/gong/scheduling/scheduler.js';
import type { FakeClock } from '../support/clock.js';

export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  /** Parsed; undefined where none was sent. */
  readonly body: unknown;
  /** Milliseconds since the test began. */
  readonly at: number;
  readonly signal: AbortSignal;
}

export interface WireAnswer {
  readonly status?: number;
  /** JSON unless it is text. */
  readonly body?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The connection ends before the body does. */
  readonly breaksOff?: boolean;
}

type Responder = (request: SentRequest) => WireAnswer | Error | Promise<WireAnswer>;

/** Gong at the wire: a `fetch` that keeps what was sent and answers as the test says. */
export class FakeWire {
  readonly sent: SentRequest[] = [];
  /** How each was sent. */
  readonly inits: FetchInit[] = [];
  /** Answers in order; the last one goes on answering. */
  private readonly script: Responder[];

  constructor(
    private readonly clock: FakeClock,
    ...script: (Responder | WireAnswer | Error)[]
  ) {
    this.script = script.map((step) => (typeof step === 'function' ? step : () => step));
  }

  readonly fetch: Fetch = async (url, init) => {
    const request = this.record(url, init);
    this.inits.push(init);
    const index = Math.min(this.sent.length, this.script.length) - 1;
    const answer = await Promise.race([this.script[index]?.(request), aborted(init.signal)]);
    if (answer === undefined) throw new Error('The test has no answer to this request.');
    if (answer instanceof Error) throw answer;
    const { status = 200, body = {}, headers = {}, breaksOff = false } = answer;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return {
      status,
      headers: { get: (name) => headers[name.toLowerCase()] ?? null },
      text: () =>
        breaksOff ? Promise.reject(new Error('Premature close')) : Promise.resolve(text),
    };
  };

  /** When each request left, in milliseconds since the test began. */
  get times(): number[] {
    return this.sent.map(({ at }) => at);
  }

  private record(url: string, { method, headers, body, signal }: FetchInit): SentRequest {
    const request = {
      method,
      url,
      headers,
      body: typeof body === 'string' ? (JSON.parse(body) as unknown) : body,
      at: this.clock.monotonic(),
      signal,
    };
    this.sent.push(request);
    return request;
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = (): void => {
      reject(new Error('The operation was aborted.'));
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

/** An answer that comes when the test says so. */
export function later() {
  let answer: (answer: WireAnswer) => void = () => undefined;
  const promise = new Promise<WireAnswer>((resolve) => {
    answer = resolve;
  });
  return { answer, respond: () => promise };
}

/** An answer that takes a while. */
export function after(clock: FakeClock, delayMs: number, answer: WireAnswer): Responder {
  return () =>
    new Promise((resolve) => {
      clock.after(delayMs, () => {
        resolve(answer);
      });
    });
}

export const authorization = 'Basic c2VjcmV0LWtleTpzZWNyZXQtc2VjcmV0';

export interface LoggedLine {
  readonly level: string;
  readonly fields: object;
  readonly message: string;
}

/** A client of a faked Gong, with time in the test's hands. */
export function createTestClient({
  clock,
  wire,
  requestsPerSecond = 1000,
  random = () => 0.5,
  attemptTimeoutMs = 20_000,
  fetch = wire.fetch,
  credentials = keyCredentials({
    baseUrl: 'https://gong.test',
    accessKey: 'secret-key',
    accessKeySecret: 'secret-secret',
  }),
  quota = new LocalQuota({
    requestsPerSecond,
    requestsPerDay: 1_000_000,
    marginMs: 0,
    dayTimeZone: 'UTC',
    dayCount: new DayCountInMemory(),
    clock,
  }),
}: {
  clock: FakeClock;
  wire: FakeWire;
  requestsPerSecond?: number;
  random?: () => number;
  attemptTimeoutMs?: number;
  fetch?: Fetch;
  credentials?: Credentials;
  quota?: RequestQuota;
}): { client: GongClient; scheduler: Scheduler; logged: LoggedLine[] } {
  const logged: LoggedLine[] = [];
  const log =
    (level: string) =>
    (fields: object, message: string): void => {
      logged.push({ level, fields, message });
    };
  const logger: Logger = {
    debug: log('debug'),
    info: log('info'),
    warn: log('warn'),
    error: log('error'),
  };
  const scheduler = new Scheduler({ quota, clock, maxQueued: 1_000 });
  const client = new GongClient({
    fetch,
    credentials,
    scheduler,
    clock,
    random,
    logger,
    attemptTimeoutMs,
  });
  return { client, scheduler, logged };
}

/** One operation's account and patience. */
export function createOperation(
  clock: FakeClock,
  deadlineMs = 25_000,
  options: Partial<OperationOptions> = {},
): Operation {
  return new Operation({ clock, deadlineMs, maxRequests: 1_000, client: 'test', ...options });
}

/** A caller that keeps the waits it was told of. */
export function createCaller(clock: FakeClock, deadlineMs = 25_000) {
  const controller = new AbortController();
  const waits: number[] = [];
  const end = clock.monotonic() + deadlineMs;
  const caller: Caller = {
    signal: controller.signal,
    latestStart: () => end,
    priority: () => 'interactive',
    asker: () => ({ client: 'test', operation: 'Test' }),
    requireBudget: () => undefined,
    onAttempt: (waitedMs) => {
      waits.push(waitedMs);
    },
  };
  return { caller, controller, waits };
}
