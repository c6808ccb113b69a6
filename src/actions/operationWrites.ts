import type { StreamedBody } from '../gong/client.js';
import type { Success } from '../gong/exchange.js';
import type { GongRequest } from '../gong/request.js';
import type { OperationScope } from '../planner/operationScope.js';
import type { Touches, Writes } from '../planner/writes.js';

/** Writes of one operation, after each of which it forgets what it has read itself. */
export interface OperationWrites {
  /**
   * @param onDone told of the answer also where nobody waits for it any more.
   * @throws GongError, and whatever `onDone` fails with.
   */
  readonly write: <T = Success>(
    request: GongRequest,
    touches: Touches,
    onDone?: (answer: Success) => T | Promise<T>,
  ) => Promise<T>;
  /** @throws GongError, and whatever the body fails with. */
  readonly upload: (request: GongRequest, body: StreamedBody, touches: Touches) => Promise<Success>;
}

export function createOperationWrites(
  writes: Writes,
  scope: OperationScope,
  onWritten: () => void,
): OperationWrites {
  return {
    write: <T>(
      request: GongRequest,
      touches: Touches,
      onDone: (answer: Success) => T | Promise<T> = (answer) => answer as T,
    ) => writes.write(request, touches, scope, onDone).finally(onWritten),
    upload: (request, body, touches) =>
      writes.upload(request, body, touches, scope).finally(onWritten),
  };
}
