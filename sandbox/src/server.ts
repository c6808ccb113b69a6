import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isForm, readForm } from './form.js';
import { ConnectionDropped, type SandboxRequest, type SandboxResponse } from './requests.js';

/** Where to listen. */
export interface ListenOptions {
  /** 0, the default, takes a free port. */
  port?: number;
  /** 127.0.0.1 by default: the sandbox is no server for others. */
  host?: string;
}

/** A sandbox that listens. */
export interface ServerAddress {
  /** Base address without a slash at the end, e.g. `http://127.0.0.1:4010`. */
  url: string;
  /** Ends all connections and frees the port. */
  close: () => Promise<void>;
}

interface Handling {
  handle(request: SandboxRequest): Promise<SandboxResponse>;
}

/** Serves `handle` over HTTP until closed. */
export const listenOn = async (
  sandbox: Handling,
  { port = 0, host = '127.0.0.1' }: ListenOptions,
): Promise<ServerAddress> => {
  const server = createServer((incoming, outgoing) => {
    serve(sandbox, incoming, outgoing).catch((error: unknown) => {
      // Dropping is what was asked for, and a client may break off; anything else is a bug here, and no answer
      // shows it best.
      if (!(error instanceof ConnectionDropped) && incoming.complete)
        console.error('Sandbox failed to answer:', error);
      outgoing.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${name}:${address.port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => {
          if (error) reject(error);
          else resolve();
        });
        server.closeAllConnections();
      }),
  };
};

const serve = async (
  sandbox: Handling,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> => {
  const { authorization, host, 'content-type': contentType } = incoming.headers;
  const response = await sandbox.handle({
    method: incoming.method ?? 'GET',
    url: incoming.url ?? '/',
    headers: { authorization, host, 'content-type': contentType },
    ...(isForm(contentType)
      ? { form: await readForm(incoming, contentType) }
      : { body: await readBody(incoming) }),
  });
  outgoing.writeHead(response.status, response.headers);
  if (!response.truncated) {
    outgoing.end(response.body);
    return;
  }
  // The half has to leave before the connection ends, or the client would see nothing at all.
  outgoing.write(response.body, () => {
    outgoing.destroy();
  });
};

const readBody = async (incoming: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};
