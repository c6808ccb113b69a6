import type { Caller } from './client.js';

/**
 * Charges a request that is about to be sent to its caller. Returns null when that is done at once.
 *
 * @throws GongError `quota-exhausted` when no client that waits for the request may send it.
 */
export function charge(caller: Caller, waitedMs: number): Promise<void> | null {
  caller.onAttempt(waitedMs);
  const isCharged = caller.charge?.() ?? true;
  return isCharged === true ? null : chargeAnother(caller, waitedMs, isCharged);
}

/** Of operations that share a request, the next one pays when the budget of the first one is used up. */
async function chargeAnother(
  caller: Caller,
  waitedMs: number,
  first: boolean | Promise<boolean>,
): Promise<void> {
  let isCharged = await first;
  while (!isCharged) {
    caller.onAttemptOver?.(false);
    caller.requireBudget();
    caller.onAttempt(waitedMs);
    isCharged = (await caller.charge?.()) ?? true;
  }
}
