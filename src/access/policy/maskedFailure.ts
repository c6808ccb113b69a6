import { maskRecord, maskText, type Mask } from './masking.js';

/** An error as a client sees it. */
interface FailureText {
  readonly message: string;
  readonly extensions?: object;
}

/** Masks an error, because Gong's message may contain personal data. Null: nothing is masked. */
export function maskFailure<T extends FailureText>(failure: T, mask: Mask | null): T {
  if (mask === null) return failure;
  const { message, extensions } = failure;
  return {
    ...failure,
    message: maskText(message, mask),
    ...(extensions === undefined ? {} : { extensions: maskRecord(extensions, mask) }),
  };
}
