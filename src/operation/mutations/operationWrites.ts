import { requestTo, type WriteEndpoint } from '../../gong/endpoints/endpoint.js';
import type { StreamedBody } from '../../gong/client.js';
import type { Success } from '../../gong/exchange.js';
import type { GongRequest } from '../../gong/request.js';
import { InputError } from '../inputError.js';
import type { Operation } from '../operation.js';
import type { Writes } from '../../company/writes.js';

/** Writes of one operation, after each of which it forgets what it has read itself. */
export interface OperationWrites {
  /** @throws InputError where the viewer may change nothing. */
  readonly check: () => void;
  /**
   * Sends a declared endpoint's request, and forgets what its declaration says.
   *
   * @param onDone told of the result also when the client no longer waits for it.
   * @throws GongError, and whatever `onDone` fails with.
   */
  readonly send: <Input, Output>(
    endpoint: WriteEndpoint<Input, Output>,
    input: Input,
    onDone?: (output: Output) => Promise<void>,
  ) => Promise<Output>;
  /**
   * Sends a request that an operation spelled out, and forgets everything.
   *
   * @throws GongError
   */
  readonly sendRaw: (request: GongRequest) => Promise<Success>;
  /**
   * As `send`, with a body that is read while it is sent.
   *
   * @throws GongError, and whatever the body fails with.
   */
  readonly upload: <Input, Output>(
    endpoint: WriteEndpoint<Input, Output>,
    input: Input,
    body: StreamedBody,
  ) => Promise<Output>;
}

export function createOperationWrites(
  writes: Writes,
  operation: Operation,
  onWritten: () => void,
  /** Why the viewer may change nothing; null: nothing stands against it. */
  against: string | null,
): OperationWrites {
  const check = (): void => {
    if (against !== null) throw new InputError('FORBIDDEN', against);
  };
  return {
    check,
    send: async (endpoint, input, onDone) => {
      check();
      const request = requestTo(endpoint, endpoint.ask(input));
      return writes
        .write(request, endpoint.invalidates, operation, async (answer) => {
          const output = endpoint.parse(answer, input);
          await onDone?.(output);
          return output;
        })
        .finally(onWritten);
    },
    sendRaw: async (request) => {
      check();
      return writes.write(request, 'everything', operation, (answer) => answer).finally(onWritten);
    },
    upload: async (endpoint, input, body) => {
      check();
      const request = requestTo(endpoint, endpoint.ask(input));
      const answer = await writes
        .upload(request, body, endpoint.invalidates, operation)
        .finally(onWritten);
      return endpoint.parse(answer, input);
    },
  };
}
