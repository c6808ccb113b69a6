import type { Readable } from 'node:stream';
import { readForm } from './form.js';
import type { SandboxRequest, SandboxResponse } from './requests.js';

/** The part of a fetch request that the sandbox looks at. */
export interface FetchInit {
  method?: string;
  headers?: Readonly<Record<string, string>>;
  /** A stream is a multipart form. */
  body?: string | Readable;
  signal?: AbortSignal | null;
}

/**
 * The sandbox as a `fetch`: no socket, any host. Redirects are handed out, not followed; a truncated
 * body fails while it is read and a dropped connection fails at once, as they do on a network.
 */
export const createFetch =
  (sandbox: { handle: (request: SandboxRequest) => Promise<SandboxResponse> }) =>
  async (url: string | URL, init: FetchInit = {}): Promise<Response> => {
    const { method = 'GET', headers = {}, body, signal } = init;
    signal?.throwIfAborted();
    const request = { method, url: String(url), headers };
    const answering =
      body === undefined || typeof body === 'string'
        ? sandbox.handle({ ...request, body })
        : readForm(body, headers['content-type'] ?? '').then((form) =>
            sandbox.handle({ ...request, form }),
          );
    if (body !== undefined && typeof body !== 'string') {
      signal?.addEventListener('abort', () => body.destroy(signal.reason as Error), { once: true });
    }
    const response = await (signal ? Promise.race([answering, aborted(signal)]) : answering);
    const { status } = response;
    // These have no body by definition; the constructor refuses even an empty one.
    const content = [204, 205, 304].includes(status) ? null : streamOf(response);
    return new Response(content, { status, headers: response.headers });
  };

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const stop = () => {
      reject(signal.reason instanceof Error ? signal.reason : new Error('Aborted'));
    };
    signal.addEventListener('abort', stop, { once: true });
  });

const streamOf = ({ body, truncated }: SandboxResponse): string | ReadableStream<Uint8Array> =>
  truncated
    ? new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode(body));
        },
        pull(controller) {
          controller.error(new TypeError('The sandbox cut the body short.'));
        },
      })
    : body;
