import type { Permissions } from '../../access/policy/permissions.js';
import { writeEndpoint } from '../../gong/endpoints/catalog.js';
import {
  requestTo,
  type EnablingVariable,
  type WriteEndpoint,
} from '../../gong/endpoints/endpoint.js';
import type { StreamedBody } from '../../gong/client.js';
import type { Success } from '../../gong/exchange.js';
import type { GongRequest } from '../../gong/request.js';
import { forbid } from '../inputError.js';
import type { Operation } from '../operation.js';
import type { Writes } from '../../company/writes.js';

/** Writes of one operation. After each, the operation discards what it has read. */
export interface OperationWrites {
  /** @throws InputError `FORBIDDEN` when the viewer may write nothing, or nothing by this endpoint. */
  readonly check: (endpoint?: WriteConditions) => void;
  /**
   * Sends a declared endpoint's request, and invalidates what its declaration names.
   *
   * @param onDone called with the result even if the client has disconnected.
   * @throws GongError, and any error of `onDone`.
   */
  readonly send: <Input, Output>(
    endpoint: WriteEndpoint<Input, Output>,
    input: Input,
    onDone?: (output: Output) => Promise<void>,
  ) => Promise<Output>;
  /**
   * Sends a request that a client specified, and invalidates everything.
   *
   * @throws GongError, InputError `FORBIDDEN` like `check`
   */
  readonly sendRaw: (request: GongRequest) => Promise<Success>;
  /**
   * Like `send`, with a body that is read while it is sent.
   *
   * @throws GongError, and any error of the body.
   */
  readonly upload: <Input, Output>(
    endpoint: WriteEndpoint<Input, Output>,
    input: Input,
    body: StreamedBody,
  ) => Promise<Output>;
}

/** The parts of a declaration that can forbid the request. */
type WriteConditions = Pick<
  WriteEndpoint<never, unknown>,
  'enabledBy' | 'reveals' | 'changesPermissions'
>;

export interface WriteOptions {
  /** Called after each write, even if it failed. */
  readonly onWritten: () => void;
  readonly permissions: Pick<Permissions, 'writes' | 'unfiltered' | 'permissionProfiles'>;
  /** Features that are off by default and that an operator enabled. */
  readonly enabled: ReadonlySet<EnablingVariable>;
}

/** Why the gateway does not send a request that needs the variable. */
const disabled: Readonly<Record<EnablingVariable, string>> = {
  GATEWAY_AI:
    'This gateway does not send requests that spend Gong credits. An operator can enable them with GATEWAY_AI=on.',
  GATEWAY_ERASURE:
    'This gateway does not erase data. An operator can enable erasure with GATEWAY_ERASURE=on.',
};

export function createOperationWrites(
  writes: Writes,
  operation: Operation,
  { onWritten, permissions, enabled }: WriteOptions,
): OperationWrites {
  const check = (endpoint?: WriteConditions): void => {
    forbid(permissions.writes);
    if (endpoint?.reveals === 'restricted') forbid(permissions.unfiltered);
    if (endpoint?.changesPermissions === true) forbid(permissions.permissionProfiles);
    if (endpoint?.enabledBy !== undefined && !enabled.has(endpoint.enabledBy)) {
      forbid(disabled[endpoint.enabledBy]);
    }
  };
  return {
    check,
    send: async (endpoint, input, onDone) => {
      check(endpoint);
      const request = requestTo(endpoint, endpoint.ask(input));
      operation.audit?.write(endpoint.id);
      return writes
        .write(request, endpoint.invalidates, operation, async (answer) => {
          const output = endpoint.parse(answer, input);
          await onDone?.(output);
          return output;
        })
        .finally(onWritten);
    },
    sendRaw: async (request) => {
      check(writeEndpoint(request.operation));
      operation.audit?.write(request.operation);
      return writes.write(request, 'everything', operation, (answer) => answer).finally(onWritten);
    },
    upload: async (endpoint, input, body) => {
      check(endpoint);
      const request = requestTo(endpoint, endpoint.ask(input));
      operation.audit?.write(endpoint.id);
      const answer = await writes
        .upload(request, body, endpoint.invalidates, operation)
        .finally(onWritten);
      return endpoint.parse(answer, input);
    },
  };
}
