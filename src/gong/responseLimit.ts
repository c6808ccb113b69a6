export const MIB = 1024 * 1024;

/** Maximum size of a response, unless an operator configures another one. */
export const DEFAULT_MAX_RESPONSE_MIB = 64;

/** A response exceeded the maximum size. Its rest was not read, and its connection was closed. */
export class ResponseTooLargeError extends Error {
  constructor(readonly maxBytes: number) {
    super(`The response is larger than ${maxBytes} bytes.`);
    this.name = 'ResponseTooLargeError';
  }
}
