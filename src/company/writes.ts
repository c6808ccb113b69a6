import type { AnswerCache } from './cache/answerCache.js';
import { cacheGroups, type CacheGroup } from './cache/sharedStore.js';
import {
  unansweredWrite,
  type Caller,
  type GongClient,
  type StreamedBody,
} from '../gong/client.js';
import { isUndone } from '../gong/errors.js';
import type { Success } from '../gong/exchange.js';
import type { GongRequest } from '../gong/request.js';

/** What a write may change of what is read. `everything`: that isn't known. */
export type AffectedCacheGroups = readonly CacheGroup[] | 'everything';

/**
 * Sends what changes something at Gong, each on its own, and forgets what was known of what it touches: whoever
 * asks after it sees the new state, at every gateway of the company.
 */
export class Writes {
  constructor(
    private readonly client: GongClient,
    private readonly cache: AnswerCache,
  ) {}

  /**
   * Waits in line no longer than the caller. Once sent, it goes on whoever leaves; who leaves is told that its
   * outcome isn't known.
   *
   * @param onDone told of the answer also where the caller has left; the write isn't over before it is.
   * @throws GongError, and whatever `onDone` fails with.
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
      onAttemptOver: (wasSent) => {
        isUnderWay = false;
        caller.onAttemptOver?.(wasSent);
      },
      onResponse: (requestId) => caller.onResponse?.(requestId),
    };
    const done = this.sendAndInvalidate(touches, async () =>
      onDone(await this.client.write(request, watched)),
    );
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        // One that waits is withdrawn, which `done` tells.
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
   * @throws GongError, and whatever the body fails with.
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
      // Also where it failed: that it was done all the same can't be excluded.
      const groups = touches === 'everything' ? cacheGroups : touches;
      if (mayBeDone && groups.length > 0) await this.cache.drop(groups);
    }
  }
}
