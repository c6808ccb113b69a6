/** Refuses invalid input before any Gong request is spent on it. The message names the fix. */
export class InputError extends Error {
  constructor(
    readonly code: 'BAD_USER_INPUT' | 'BAD_CURSOR' | 'FORBIDDEN',
    message: string,
    /** Apollo Server reads it: the HTTP status of a response whose only root field failed with this error. */
    readonly extensions: { readonly http?: { readonly status: number } } = {},
  ) {
    super(message);
    this.name = 'InputError';
  }
}

/** @throws InputError `FORBIDDEN` when there is a reason against the request. */
export function forbid(reason: string | null): void {
  if (reason !== null) throw new InputError('FORBIDDEN', reason);
}
