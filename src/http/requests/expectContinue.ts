import type { Server, ServerResponse } from 'node:http';

/** Responses to clients that wait for `100 Continue`. */
const waiting = new WeakSet<ServerResponse>();

/**
 * Sends `100 Continue` to a client that expects it (`Expect: 100-continue`, as curl does for large files) only when
 * its body is accepted. A request that is refused for its path, type, or length then sends no body.
 *
 * @param prefix paths whose route decides when.
 */
export function deferContinue(server: Server, prefix: string): void {
  server.on('checkContinue', (request, response) => {
    if (request.url?.startsWith(prefix) === true) waiting.add(response);
    else response.writeContinue();
    server.emit('request', request, response);
  });
}

/** Accepts the body. */
export function continueBody(response: ServerResponse): void {
  if (waiting.delete(response)) response.writeContinue();
}
