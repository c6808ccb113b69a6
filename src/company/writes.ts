import type { AnswerCache } from './cache/answerCache.js';
import { cacheGroups, type CacheGroup } from './cache/sharedStore.js';
import type { Caller, GongClient, StreamedBody } from '../gong/client.js';
import { isUndone, unknownOutcome, type GongError } from '../gong/errors.js';
import type { Success } from '../gong/exchange.js';
import type { GongRequest } from '../gong/request.js';

/** The cache groups that a write may change. `everything`: they are unknown. */
export type AffectedCacheGroups = readonly CacheGroup[] | 'everything';

/**
 * Sends writes to Gong, each in its own request, and invalidates what each affects. Readers of every instance of the
 * company then see the new state.
 */
export class Writes {
  constructor(
    private readonly client: GongClient,
    private readonly cache: AnswerCache,
  ) {}

  /**
   * The write waits in the queue no longer than its caller. Once sent, it continues even if the caller leaves, and
   * the caller gets an error that says that the outcome is unknown.
   *
   * @param onDone called with the result even if the caller has left. The write is not finished before it.
   * @throws GongError, and any error of `onDone`.
   */
  write<T>(
    request: GongRequest,
    touches: AffectedCacheGroups,
    caller: Caller,
    onDone: (answer: Success) => T | Promise<T>,
  ): Promise<T> {
    let isUnderWay = false;
    const watched: Caller = {
      signal: caller.signal,
      latestStart: () => caller.latestStart(),
      priority: () => caller.priority(),
      asker: () => caller.asker(),
      requireBudget: () => {
        caller.requireBudget();
      },
      onAttempt: (waitedMs) => {
        isUnderWay = true;
        caller.onAttempt(waitedMs);
      },
      charge: () => caller.charge?.() ?? true,
      onAttemptOver: (wasSent) => {
        isUnderWay = false;
        caller.onAttemptOver?.(wasSent);
      },
      onResponse: (requestId) => caller.onResponse?.(requestId),
      trace: caller.trace ?? null,
    };
    const done = this.sendAndInvalidate(touches, async () =>
      onDone(await this.client.write(request, watched)),
    );
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        // A queued write is withdrawn, and `done` rejects.
        if (isUnderWay) reject(unansweredWrite(request));
      };
      caller.signal.addEventListener('abort', leave, { once: true });
      done.then(resolve, reject).finally(() => {
        caller.signal.removeEventListener('abort', leave);
      });
    });
  }

  /**
   * Sends a body as it is read, once.
   *
   * @throws GongError, and any error of the body.
   */
  upload(
    request: GongRequest,
    body: StreamedBody,
    touches: AffectedCacheGroups,
    caller: Caller,
  ): Promise<Success> {
    return this.sendAndInvalidate(touches, () => this.client.upload(request, body, caller));
  }

  private async sendAndInvalidate<T>(
    touches: AffectedCacheGroups,
    act: () => Promise<T>,
  ): Promise<T> {
    let mayBeDone = true;
    try {
      return await act();
    } catch (error) {
      mayBeDone = !isUndone(error);
      throw error;
    } finally {
      // This applies to failed writes too, because Gong may have applied the change.
      const groups = touches === 'everything' ? cacheGroups : touches;
      if (mayBeDone && groups.length > 0) await this.cache.drop(groups);
    }
  }
}

/**
 * Returns the error for a caller that leaves before its write has a response. The write continues, and its outcome is
 * unknown.
 */
function unansweredWrite({ operation }: GongRequest): GongError {
  return unknownOutcome(`Gong did not respond to ${operation} before the operation's deadline.`, {
    operation,
  });
}
