import type { ErrorCode } from '../lib/errorCodes.js';

/** A request that is refused before GraphQL sees it; its message is for the client. */
export class RequestError extends Error {
  constructor(
    readonly statusCode: number,
    message: string,
    /** As clients know it. */
    readonly clientCode: ErrorCode = 'BAD_REQUEST',
  ) {
    super(message);
    this.name = 'RequestError';
  }
}
