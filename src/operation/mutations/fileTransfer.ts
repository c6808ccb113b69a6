import type { StreamedBody } from '../../gong/client.js';
import type { WriteEndpoint } from '../../gong/endpoints/endpoint.js';
import { SECOND_MS } from '../../lib/clock.js';
import type { Operation } from '../operation.js';
import type { OperationWrites } from './operationWrites.js';

/**
 * So much longer than the client Gong has to move on, that one that stands still is told from the other: what waits
 * for Gong to want the body takes a second of it.
 */
export const GONG_GRACE_MS = 5 * SECOND_MS;

/** Waits without using up the operation's time. */
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
 * Sends a form, during which the operation's time stands still.
 *
 * @throws GongError, and whatever the form fails with.
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
