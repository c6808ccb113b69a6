import type { ErrorCode } from '../../lib/errorCodes.js';

/** Refuses a request before GraphQL. Its message is for the client. */
export class RequestError extends Error {
  constructor(
    readonly statusCode: number,
    message: string,
    /** The client's error code. */
    readonly clientCode: ErrorCode = 'BAD_REQUEST',
  ) {
    super(message);
    this.name = 'RequestError';
  }
}
