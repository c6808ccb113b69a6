/** Between Fastify and the Request and Response of the Fetch API, with bodies as streams. */
import { Readable } from 'node:stream';

export function toRequest(request, reply) {
  const { method, protocol, host, url, headers, raw } = request;
  const leaving = new AbortController();
  reply.raw.once('close', () => {
    // The client has left, so the gateway sends no further requests to Gong for it.
    if (!reply.raw.writableFinished) leaving.abort();
  });
  return new Request(`${protocol}://${host}${url}`, {
    method,
    headers,
    signal: leaving.signal,
    ...(method === 'GET' ? {} : { body: Readable.toWeb(raw), duplex: 'half' }),
  });
}

export async function sendResponse(response, reply) {
  reply.code(response.status);
  for (const [name, value] of response.headers) reply.header(name, value);
  return reply.send(Buffer.from(await response.arrayBuffer()));
}
