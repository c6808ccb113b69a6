import { AsyncLocalStorage } from 'node:async_hooks';
import { Readable } from 'node:stream';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { UPLOADS_PREFIX } from '../../http/uploads.js';

/** The request of the running code, because the HTTP server passes its own form of it. */
const requests = new AsyncLocalStorage<Request>();

/** @throws Error outside of `handleRequest`. */
export function currentRequest(): Request {
  const request = requests.getStore();
  if (request === undefined) throw new Error('This code runs outside of a request.');
  return request;
}

/**
 * Passes a request to the HTTP server without a connection. A path that ends with `/uploads/<ticket>` is an upload.
 * Every other path is the GraphQL endpoint, wherever the embedding server has it.
 *
 * @throws the reason of the request's signal when it is aborted.
 */
export async function handleRequest(http: FastifyInstance, request: Request): Promise<Response> {
  const { signal, body } = request;
  signal.throwIfAborted();
  try {
    const response = await requests.run(request, async () =>
      http.inject({
        method: request.method,
        url: pathOf(request),
        // The embedding server has the connection.
        remoteAddress: 'unknown',
        headers: headersOf(request),
        ...(body === null ? {} : { payload: Readable.fromWeb(body) }),
        signal,
      }),
    );
    signal.throwIfAborted();
    return toResponse(response);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}

function pathOf({ url }: Request): string {
  const { pathname, search } = new URL(url);
  const start = pathname.lastIndexOf(UPLOADS_PREFIX);
  const isUpload = start >= 0 && !pathname.slice(start + UPLOADS_PREFIX.length).includes('/');
  return `${isUpload ? pathname.slice(start) : '/graphql'}${search}`;
}

function headersOf({ headers, url }: Request): Record<string, string> {
  return { host: new URL(url).host, ...Object.fromEntries(headers) };
}

/** Headers that belong to a connection, which the embedding server has. */
const OF_CONNECTION = new Set(['connection', 'keep-alive', 'transfer-encoding']);
/** Statuses of responses that have no body. */
const WITHOUT_BODY = new Set([204, 205, 304]);

function toResponse({ statusCode, headers, rawPayload }: LightMyRequestResponse): Response {
  const all = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || OF_CONNECTION.has(name)) continue;
    for (const each of [value].flat()) all.append(name, String(each));
  }
  const body = WITHOUT_BODY.has(statusCode) ? null : new Uint8Array(rawPayload);
  return new Response(body, { status: statusCode, headers: all });
}
