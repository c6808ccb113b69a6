/** A request that is refused before a Gong request was spent on it. The message names the way out. */
export class InputError extends Error {
  constructor(
    readonly code: 'BAD_USER_INPUT' | 'BAD_CURSOR' | 'FORBIDDEN',
    message: string,
    /** Read by Apollo Server: the HTTP status of a response whose one root field failed with this. */
    readonly extensions: { readonly http?: { readonly status: number } } = {},
  ) {
    super(message);
    this.name = 'InputError';
  }
}

/** @throws InputError `FORBIDDEN` when there is a reason against a request. */
export function forbid(reason: string | null): void {
  if (reason !== null) throw new InputError('FORBIDDEN', reason);
}
