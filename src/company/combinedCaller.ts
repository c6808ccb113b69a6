import type { RequestTrace } from '../gong/attempt.js';
import type { Caller } from '../gong/client.js';
import { GongError } from '../gong/errors.js';
import type { Requester, Priority } from '../gong/scheduling/waiter.js';
import type { ParentSpan } from '../telemetry/parentSpan.js';
import type { Reader } from './reader.js';

/** An operation that waits for a shared request. */
export interface WaitingOperation {
  /** Age of the operation when it joined, in milliseconds. */
  readonly joinedAt: number;
}

const unknownRequester: Requester = { client: 'anonymous', operation: 'anonymous' };

/**
 * Combines the operations that wait for one request into one caller, with the highest priority and the latest
 * deadline of them. The request is charged to the first operation that has budget; the others share it.
 *
 * @param waiting the operations that wait now, in the order in which they joined.
 * @param onHold called when no request can start before a time, with the reason. Operations with an earlier
 *   deadline must fail.
 */
export function createCombinedCaller(
  signal: AbortSignal,
  waiting: () => ReadonlyMap<Reader, WaitingOperation>,
  onHold: (until: number, reason: Error) => void,
): Caller {
  const scopes = (): Iterable<Reader> => waiting().keys();
  /** The operations that wait for the current attempt. */
  let charged: readonly { readonly reader: Reader; readonly isPaying: boolean }[] = [];
  const paying = (): Reader | undefined => charged.find(({ isPaying }) => isPaying)?.reader;
  const payer = (): Reader | undefined => payerOf(scopes());
  return {
    signal,
    latestStart: () => Math.max(...[...scopes()].map((reader) => reader.latestStart())),
    priority: (): Priority => {
      for (const reader of scopes()) if (reader.priority() === 'interactive') return 'interactive';
      return 'bulk';
    },
    // Its budget may be used up by the current attempt.
    asker: () => (paying() ?? payer())?.asker() ?? unknownRequester,
    clients: () => {
      const clients = new Set<string>();
      for (const reader of scopes()) clients.add(reader.asker().client);
      return clients.size === 0 ? [unknownRequester.client] : clients;
    },
    onHold,
    requireBudget: () => {
      const next = payer();
      if (next === undefined) {
        throw new GongError('deadline-exceeded', 'No operation is waiting for this request.');
      }
      next.requireBudget();
    },
    onAttempt: (waitedMs) => {
      const next = payer();
      charged = [...waiting()].map(([reader, { joinedAt }]) => {
        // An operation that joined later waited for less time.
        const ownWaitMs = Math.min(waitedMs, reader.age() - joinedAt);
        if (reader === next) reader.onAttempt(ownWaitMs);
        else reader.onSharedAttempt(ownWaitMs);
        return { reader, isPaying: reader === next };
      });
    },
    charge: () => paying()?.charge?.() ?? true,
    onAttemptOver: (wasSent) => {
      for (const { reader, isPaying } of charged) {
        if (isPaying) reader.onAttemptOver(wasSent);
        else reader.onSharedAttemptOver(wasSent);
      }
      charged = [];
    },
    // Operations that joined after the request was sent get its ID too.
    onResponse: (requestId) => {
      for (const reader of scopes()) reader.onResponse(requestId);
    },
    trace: createSharedTrace(scopes),
  };
}

/**
 * Records a request in the trace of the operation that is charged, and links it with those of the others. When the
 * charged operation is not traced, the first traced one has the request.
 */
function createSharedTrace(readers: () => Iterable<Reader>): RequestTrace {
  const traced = (): readonly TracedReader[] => [...readers()].filter(isTraced);
  const owner = (): TracedReader | undefined => {
    const all = traced();
    const payer = payerOf(readers());
    return all.find((reader) => reader === payer) ?? all[0];
  };
  return {
    startWait: () => {
      const reader = owner();
      return reader === undefined ? ignore : startWaitOf(reader);
    },
    startAttempt: (request, attempt) => {
      const others = () => traced().map(({ trace }) => trace);
      return owner()?.trace.startSharedAttempt(request, attempt, others) ?? ignore;
    },
  };
}

type TracedReader = Reader & { readonly trace: ParentSpan };

function isTraced(reader: Reader): reader is TracedReader {
  return reader.trace !== null;
}

/** Starts a wait that also ends when the operation does, because the request may wait on for others. */
function startWaitOf({ trace, signal }: TracedReader): (isGranted: boolean) => void {
  const end = trace.startWait();
  const leave = (): void => {
    end(false);
  };
  signal.addEventListener('abort', leave, { once: true });
  return (isGranted) => {
    signal.removeEventListener('abort', leave);
    end(isGranted);
  };
}

function ignore(): void {
  // No operation is traced.
}

/** Returns the first operation that has budget, or the first one when none has. */
function payerOf(readers: Iterable<Reader>): Reader | undefined {
  let first: Reader | undefined;
  for (const reader of readers) {
    if (reader.hasBudget) return reader;
    first ??= reader;
  }
  return first;
}
