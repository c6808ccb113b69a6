import type { StreamedBody } from '../../gong/client.js';
import type { WriteEndpoint } from '../../gong/endpoints/endpoint.js';
import { SECOND_MS } from '../../lib/clock.js';
import type { Operation } from '../operation.js';
import type { OperationWrites } from './operationWrites.js';

/**
 * Gong has this much more time than the client, so that the gateway can distinguish which of them stalled. Waiting
 * for Gong to accept the body takes 1 second of it.
 */
export const GONG_GRACE_MS = 5 * SECOND_MS;

/** Waits without using the operation's time. */
export async function withoutDeadline<T>(
  waiting: T | Promise<T>,
  operation: Operation,
): Promise<T> {
  const letTimeGoOn = operation.stopTime();
  try {
    return await waiting;
  } finally {
    letTimeGoOn();
  }
}

/**
 * Sends a form while the operation's time is stopped.
 *
 * @throws GongError, and any error of the form.
 */
export async function sendForm<Input, Output>(
  endpoint: WriteEndpoint<Input, Output>,
  input: Input,
  form: StreamedBody,
  { operation, writes }: { readonly operation: Operation; readonly writes: OperationWrites },
): Promise<Output> {
  let letTimeGoOn: (() => void) | undefined;
  const open: StreamedBody['open'] = (onProgress) => {
    letTimeGoOn = operation.stopTime();
    return form.open(onProgress);
  };
  try {
    return await writes.upload(endpoint, input, { ...form, open });
  } finally {
    letTimeGoOn?.();
  }
}
