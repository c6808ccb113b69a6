import type { Caller } from '../gong/client.js';
import { GongError } from '../gong/errors.js';
import type { Requester, Priority } from '../gong/scheduling/waiter.js';
import type { Reader } from './reader.js';

/** One who waits for a request together with others. */
export interface WaitingOperation {
  /** Age of its operation when it came. */
  readonly joinedAt: number;
}

const unknownRequester: Requester = { client: 'anonymous', operation: 'anonymous' };

/**
 * Several operations that wait for one request, as its caller: as urgent and as patient as the most of them.
 * The first that may still pay for it pays; the others share.
 *
 * @param waiting those that wait at the moment, in the order in which they came.
 * @param onHold told that nothing starts before then, and why: who can't wait so long shall not.
 */
export function createCombinedCaller(
  signal: AbortSignal,
  waiting: () => ReadonlyMap<Reader, WaitingOperation>,
  onHold: (until: number, reason: Error) => void,
): Caller {
  const scopes = (): Iterable<Reader> => waiting().keys();
  /** Those to whom the attempt under way is charged. */
  let charged: readonly { readonly reader: Reader; readonly isPaying: boolean }[] = [];
  const payer = (): Reader | undefined => payerOf(scopes());
  return {
    signal,
    latestStart: () => {
      let latest = Number.NEGATIVE_INFINITY;
      for (const reader of scopes()) latest = Math.max(latest, reader.latestStart());
      return latest;
    },
    priority: (): Priority => {
      for (const reader of scopes()) if (reader.priority() === 'interactive') return 'interactive';
      return 'bulk';
    },
    asker: () => payer()?.asker() ?? unknownRequester,
    clients: () => {
      const clients = new Set<string>();
      for (const reader of scopes()) clients.add(reader.asker().client);
      return clients.size === 0 ? [unknownRequester.client] : clients;
    },
    onHold,
    requireBudget: () => {
      const paying = payer();
      if (paying === undefined) {
        throw new GongError('deadline-exceeded', 'No operation is waiting for this request.');
      }
      paying.requireBudget();
    },
    onAttempt: (waitedMs) => {
      const paying = payer();
      charged = [...waiting()].map(([reader, { joinedAt }]) => {
        // Who came late has not waited all the time.
        const ownWaitMs = Math.min(waitedMs, reader.age() - joinedAt);
        if (reader === paying) reader.onAttempt(ownWaitMs);
        else reader.onSharedAttempt(ownWaitMs);
        return { reader, isPaying: reader === paying };
      });
    },
    onAttemptOver: (wasSent) => {
      for (const { reader, isPaying } of charged) {
        if (isPaying) reader.onAttemptOver(wasSent);
        else reader.onSharedAttemptOver(wasSent);
      }
      charged = [];
    },
    // Also to those that came while it was awaited.
    onResponse: (requestId) => {
      for (const reader of scopes()) reader.onResponse(requestId);
    },
  };
}

/** The first that may still pay; where none may, the first. */
function payerOf(readers: Iterable<Reader>): Reader | undefined {
  let first: Reader | undefined;
  for (const reader of readers) {
    if (reader.hasBudget) return reader;
    first ??= reader;
  }
  return first;
}
