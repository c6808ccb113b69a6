import { maskRecord, maskText, type Mask } from './masking.js';

/** An error as a client is told of it. */
interface FailureText {
  readonly message: string;
  readonly extensions?: object;
}

/** The error without what the policy masks: Gong's words may hold it. Null: nothing is masked. */
export function maskFailure<T extends FailureText>(failure: T, mask: Mask | null): T {
  if (mask === null) return failure;
  const { message, extensions } = failure;
  return {
    ...failure,
    message: maskText(message, mask),
    ...(extensions === undefined ? {} : { extensions: maskRecord(extensions, mask) }),
  };
}
