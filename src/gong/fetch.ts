import {
  Agent as HttpAgent,
  request as httpRequest,
  type ClientRequest,
  type IncomingMessage,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { pipeline } from 'node:stream';
import nodeFetch, { FetchError } from 'node-fetch';
import type { Clock } from '../lib/clock.js';
import { NotSentError, type Fetch, type FetchInit, type FetchResponse } from './exchange.js';
import { DEFAULT_MAX_RESPONSE_MIB, MIB, ResponseTooLargeError } from './responseLimit.js';

export interface KeepAliveFetch {
  readonly fetch: Fetch;
  /** Closes idle connections. */
  close(): void;
}

/** A method that `http.request` calls on an agent, which Node's documentation and the published types lack. */
interface RequestAgent {
  addRequest(request: ClientRequest, options: object): void;
}

/** Reports the progress of a request. */
interface Progress {
  readonly onSocket: (socket: Socket) => void;
  readonly onConnected: () => void;
  readonly onSent: () => void;
}

type Protocol = 'http:' | 'https:';

/**
 * Creates a fetch over kept connections that reports when a request was sent. Opening a connection takes several
 * round trips, and until then the request does not count toward the rate. A GET with a body, and a body that may end
 * early, are sent by `node:http`, because `fetch` does not allow them.
 *
 * @param maxBytes maximum size of a response, after decompression.
 */
export function createKeepAliveFetch(
  clock: Clock,
  maxBytes = DEFAULT_MAX_RESPONSE_MIB * MIB,
): KeepAliveFetch {
  const kept = {
    'http:': new HttpAgent({ keepAlive: true }),
    'https:': new HttpsAgent({ keepAlive: true }),
  };
  const fresh = { 'http:': new HttpAgent(), 'https:': new HttpsAgent() };
  return {
    fetch: async (url, init) => {
      // The body may end much later. The rate counts the beginning.
      const isLong = init.body !== undefined && typeof init.body !== 'string';
      let isConnected = false;
      let used: Socket | undefined;
      const progress: Progress = {
        onSocket: (socket) => {
          used = socket;
        },
        onConnected: () => {
          isConnected = true;
          if (isLong) init.onSent();
        },
        onSent: () => {
          if (!isLong) init.onSent();
        },
      };
      const agents = init.isFresh === true ? fresh : kept;
      const agentFor = (protocol: string): HttpAgent =>
        reporting(agents[protocol as Protocol], progress);
      try {
        const isGetWithBody = init.method === 'GET' && init.body !== undefined;
        const limited = { ...init, maxBytes: Math.min(init.maxBytes ?? maxBytes, maxBytes) };
        const sent = init.isFresh === true ? lingering(limited) : limited;
        return isLong || isGetWithBody
          ? await sendByHttp(url, sent, agentFor, clock)
          : await sendByFetch(url, sent, agentFor, () => {
              if (used !== undefined) closeIfIdle(used, Object.values(kept));
            });
      } catch (error) {
        if (!isConnected) throw new NotSentError(error);
        throw error;
      }
    },
    close: () => {
      for (const agent of [...Object.values(kept), ...Object.values(fresh)]) agent.destroy();
    },
  };
}

/**
 * A compressed response that is too large has already arrived completely, and its connection is idle. No more data
 * may be read from its sender.
 */
function closeIfIdle(socket: Socket, agents: readonly HttpAgent[]): void {
  const isIdle = agents.some(({ freeSockets }) =>
    Object.values(freeSockets).some((sockets) => sockets?.includes(socket)),
  );
  if (isIdle) socket.destroy();
}

/**
 * When a request announces that its connection will close, the other side closes it with the response. The response
 * is then lost if it comes before the whole request was sent. So the request does not announce it, and the agent
 * closes the connection afterward.
 */
function lingering(init: LimitedInit): LimitedInit {
  return { ...init, headers: { ...init.headers, connection: 'keep-alive' } };
}

type LimitedInit = FetchInit & { readonly maxBytes: number };

type AgentFor = (protocol: string) => HttpAgent;

async function sendByFetch(
  url: string,
  { method, headers, body, redirect, signal, maxBytes }: LimitedInit,
  agentFor: AgentFor,
  onTooLarge: () => void,
): Promise<FetchResponse> {
  const response = await nodeFetch(url, {
    method,
    headers,
    redirect,
    signal,
    size: maxBytes,
    ...(typeof body === 'string' ? { body } : {}),
    agent: ({ protocol }) => agentFor(protocol),
  });
  return {
    status: response.status,
    headers: response.headers,
    text: () =>
      response.text().catch((error: unknown) => {
        if (!(error instanceof FetchError) || error.type !== 'max-size') throw error;
        onTooLarge();
        throw new ResponseTooLargeError(maxBytes);
      }),
  };
}

function sendByHttp(
  url: string,
  { method, headers, body, signal, maxBytes }: LimitedInit,
  agentFor: AgentFor,
  clock: Clock,
): Promise<FetchResponse> {
  return new Promise((resolve, reject) => {
    let isSending = false;
    const { protocol } = new URL(url);
    const send = protocol === 'https:' ? httpsRequest : httpRequest;
    const length =
      typeof body === 'string' ? { 'content-length': String(Buffer.byteLength(body)) } : {};
    const isLong = body !== undefined && typeof body !== 'string';
    const request = send(url, {
      method,
      headers: { ...headers, ...length, ...(isLong ? { expect: '100-continue' } : {}) },
      agent: agentFor(protocol),
      signal,
    });
    request.once('response', (response) => {
      resolve(toFetchResponse(response, request, maxBytes));
    });
    request.on('error', reject);
    if (body === undefined || typeof body === 'string') {
      request.end(body);
      return;
    }
    request.once('response', () => {
      // The request was refused for its headers, so its body is not needed.
      if (!isSending) body.destroy();
    });
    onceWanted(request, clock, () => {
      isSending = true;
      // A source that ends early closes the connection, because an incomplete body must not seem complete.
      pipeline(body, request, (error) => {
        if (error != null) reject(error);
      });
    });
  });
}

/** Servers that support `100-continue` say at once whether they accept a body. For others, the wait is this long. */
const CONTINUE_TIMEOUT_MS = 1000;

/**
 * Calls `send` when the other side accepts the body. When it refuses the headers, the body stays unread, and the
 * refusal is not lost on a connection that closes during the transfer.
 */
function onceWanted(request: ClientRequest, clock: Clock, send: () => void): void {
  let cancel: () => void = () => undefined;
  let isOver = false;
  const stop = (): void => {
    isOver = true;
    cancel();
    request.off('continue', go).off('response', stop).off('close', stop);
  };
  const go = (): void => {
    cancel();
    request.off('continue', go);
    // Some servers send "100 Continue" automatically and refuse immediately after. The refusal is read in the turn
    // after the next.
    setImmediate(() => {
      setImmediate(() => {
        if (isOver) return;
        stop();
        send();
      });
    });
  };
  request.once('continue', go).once('response', stop).once('close', stop);
  onceConnected(request, () => {
    // The wait begins when the headers have been sent.
    if (!isOver) cancel = clock.after(CONTINUE_TIMEOUT_MS, go);
  });
  request.flushHeaders();
}

function toFetchResponse(
  response: IncomingMessage,
  request: ClientRequest,
  maxBytes: number,
): FetchResponse {
  return {
    status: response.statusCode ?? 0,
    headers: {
      get: (name) => {
        const value = response.headers[name.toLowerCase()];
        return Array.isArray(value) ? value.join(', ') : (value ?? null);
      },
    },
    text: async () => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      // Leaving the loop closes the connection.
      for await (const chunk of response as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        if (bytes > maxBytes) throw new ResponseTooLargeError(maxBytes);
        chunks.push(chunk);
      }
      // The response came before the whole body was sent, so the rest is not needed.
      if (!request.writableFinished) request.destroy();
      return Buffer.concat(chunks).toString('utf8');
    },
  };
}

/** Before the connection is established, written data waits in this process. */
function onceConnected(request: ClientRequest, act: () => void): void {
  request.once('socket', (socket) => {
    const isSecure = 'encrypted' in socket;
    if (socket.connecting) socket.once(isSecure ? 'secureConnect' : 'connect', act);
    else act();
  });
}

/** Returns an agent that reports the connection of a request, and when the request was sent. */
export function reporting(agent: HttpAgent, progress: Progress): HttpAgent {
  const { onSocket, onConnected, onSent } = progress;
  if (!isRequestAgent(agent)) {
    // A version of Node without the method. The request counts from now on, and never as one that was not sent.
    onConnected();
    onSent();
    return agent;
  }
  return Object.create(agent, {
    addRequest: {
      value(request: ClientRequest, options: object) {
        request.once('socket', onSocket);
        request.once('finish', onSent);
        onceConnected(request, onConnected);
        agent.addRequest(request, options);
      },
    },
  }) as HttpAgent;
}

function isRequestAgent(agent: HttpAgent): agent is HttpAgent & RequestAgent {
  return typeof (agent as Partial<RequestAgent>).addRequest === 'function';
}
