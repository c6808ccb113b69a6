import { randomUUID } from 'node:crypto';

/** The header that names a request, in and out. */
export const REQUEST_ID_HEADER = 'x-request-id';

/** No spaces, quotes, or control characters, which could forge a log line. */
const REQUEST_ID = /^[\w.:-]{1,128}$/;

/** Returns the client's ID of a request, if it is one, else a new UUID. */
export function requestIdOf(sent: unknown): string {
  return typeof sent === 'string' && REQUEST_ID.test(sent) ? sent : randomUUID();
}
