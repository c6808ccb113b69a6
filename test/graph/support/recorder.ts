import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

/** A GraphQL request as it went over the wire. */
export interface SeenRequest {
  readonly method: 'GET' | 'POST';
  readonly headers: IncomingMessage['headers'];
  readonly operationName: string | undefined;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** HTTP status of the response. */
  readonly status: number;
  /** Requests to Gong that it cost, as the gateway says; 0 where it says nothing. */
  readonly gongRequests: number;
}

/** Stands before the gateway, passes everything on as it is, and remembers it. */
export interface Recorder {
  /** `/graphql` of the gateway, by way of the recorder. */
  readonly url: string;
  /** What was asked and answered so far, in the order of the answers. */
  readonly seen: readonly SeenRequest[];
  /** Runs something and gives, beside its outcome, what was asked meanwhile. */
  trace<T>(run: () => Promise<T>): Promise<{ outcome: T; seen: readonly SeenRequest[] }>;
  /** Serves the files of a built page from now on, at the recorder's root: so that page and gateway are of one origin. */
  serve(directory: string): string;
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

export async function startRecorder(target: string): Promise<Recorder> {
  const seen: SeenRequest[] = [];
  let directory: string | undefined;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, search, searchParams } = new URL(request.url ?? '/', 'http://recorder.test');
    if (pathname !== '/graphql') {
      await answerFile(directory, pathname, response);
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const method = request.method === 'GET' ? 'GET' : 'POST';
    const asked = method === 'GET' ? askedIn(searchParams) : (JSON.parse(body.toString()) as Asked);
    const passed = await fetch(`${target}${search}`, {
      method,
      headers: passedOn(request.headers),
      ...(method === 'GET' ? {} : { body }),
    });
    const text = await passed.text();
    const { extensions } = JSON.parse(text) as Answered;
    seen.push({
      ...asked,
      method,
      headers: request.headers,
      status: passed.status,
      gongRequests: extensions?.gong?.requests ?? 0,
    });
    response.writeHead(passed.status, {
      'content-type': passed.headers.get('content-type') ?? 'application/json',
    });
    response.end(text);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(502, { 'content-type': 'text/plain' }).end(String(error));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${origin}/graphql`,
    seen,
    trace: async (run) => {
      const before = seen.length;
      const outcome = await run();
      return { outcome, seen: seen.slice(before) };
    },
    serve: (files) => {
      directory = files;
      return `${origin}/`;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

type Asked = Pick<SeenRequest, 'operationName' | 'query' | 'variables'>;
interface Answered {
  readonly extensions?: { readonly gong?: { readonly requests: number } };
}

/** All but what belongs to the one connection. */
function passedOn(headers: IncomingMessage['headers']): Record<string, string> {
  const connection = [
    'host',
    'connection',
    'content-length',
    'transfer-encoding',
    'accept-encoding',
    'keep-alive',
  ];
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' && !connection.includes(name) ? [[name, value]] : [],
    ),
  );
}

async function answerFile(
  directory: string | undefined,
  pathname: string,
  response: ServerResponse,
): Promise<void> {
  const name = pathname === '/' ? 'index.html' : normalize(pathname);
  const file = directory && (await readFile(join(directory, name)).catch(() => undefined));
  if (!file) response.writeHead(404).end();
  else response.writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'text/plain' }).end(file);
}

/** What a GET request asks in its address. */
function askedIn(parameters: URLSearchParams): Asked {
  return {
    operationName: parameters.get('operationName') ?? undefined,
    query: parameters.get('query') ?? '',
    variables: JSON.parse(parameters.get('variables') ?? '{}') as Asked['variables'],
  };
}
