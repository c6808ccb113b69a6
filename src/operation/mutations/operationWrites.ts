import type { StreamedBody } from '../../gong/client.js';
import type { Success } from '../../gong/exchange.js';
import type { GongRequest } from '../../gong/request.js';
import { InputError } from '../inputError.js';
import type { OperationScope } from '../scope.js';
import type { AffectedCacheGroups, Writes } from '../../company/writes.js';

/** Writes of one operation, after each of which it forgets what it has read itself. */
export interface OperationWrites {
  /** @throws InputError where the viewer may change nothing. */
  readonly check: () => void;
  /**
   * @param onDone told of the answer also where nobody waits for it any more.
   * @throws GongError, and whatever `onDone` fails with.
   */
  readonly write: <T = Success>(
    request: GongRequest,
    touches: AffectedCacheGroups,
    onDone?: (answer: Success) => T | Promise<T>,
  ) => Promise<T>;
  /** @throws GongError, and whatever the body fails with. */
  readonly upload: (
    request: GongRequest,
    body: StreamedBody,
    touches: AffectedCacheGroups,
  ) => Promise<Success>;
}

export function createOperationWrites(
  writes: Writes,
  scope: OperationScope,
  onWritten: () => void,
  /** Why the viewer may change nothing; null: nothing stands against it. */
  against: string | null,
): OperationWrites {
  const check = (): void => {
    if (against !== null) throw new InputError('FORBIDDEN', against);
  };
  return {
    check,
    write: async <T>(
      request: GongRequest,
      touches: AffectedCacheGroups,
      onDone: (answer: Success) => T | Promise<T> = (answer) => answer as T,
    ) => {
      check();
      return writes.write(request, touches, scope, onDone).finally(onWritten);
    },
    upload: async (request, body, touches) => {
      check();
      return writes.upload(request, body, touches, scope).finally(onWritten);
    },
  };
}
