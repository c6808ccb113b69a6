export const MIB = 1024 * 1024;

/** Most of one response that is read, unless an operator says otherwise. */
export const DEFAULT_MAX_RESPONSE_MIB = 64;

/** A response was larger than is read of one: the rest was left, and its connection closed. */
export class ResponseTooLargeError extends Error {
  constructor(readonly maxBytes: number) {
    super(`The response is larger than ${maxBytes} bytes.`);
    this.name = 'ResponseTooLargeError';
  }
}
