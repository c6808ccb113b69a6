import type { Server, ServerResponse } from 'node:http';

/** Answers to clients that wait for a word before they send their body. */
const waiting = new WeakSet<ServerResponse>();

/**
 * A client that asks first (`Expect: 100-continue`, as curl does for large files) is told to go on only once its
 * body is wanted: what is refused for its address, type or length needn't be sent.
 *
 * @param prefix paths for which the route itself says when.
 */
export function deferContinue(server: Server, prefix: string): void {
  server.on('checkContinue', (request, response) => {
    if (request.url?.startsWith(prefix) === true) waiting.add(response);
    else response.writeContinue();
    server.emit('request', request, response);
  });
}

/** The body is wanted now. */
export function continueBody(response: ServerResponse): void {
  if (waiting.delete(response)) response.writeContinue();
}
