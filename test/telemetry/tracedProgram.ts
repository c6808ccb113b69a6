import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { DEFAULT_CREDENTIAL, type Sandbox } from '../../sandbox/src/index.js';
import { runProgram } from '../support/program.js';

/** A server in front of the sandbox that lets the test hold requests. */
export interface HeldGong {
  readonly url: string;
  /** Headers that arrived. */
  readonly headers: readonly IncomingHttpHeaders[];
  /** Waits for a request with this path, which is then already recorded. */
  readonly arrived: (path: string) => Promise<void>;
  close(): Promise<void>;
}

/**
 * Passes requests on to a sandbox.
 *
 * @param hold what a request with this path waits for before it is passed on.
 */
export async function startHeldGong(
  sandbox: Sandbox,
  hold: (path: string, gong: HeldGong) => Promise<void>,
): Promise<HeldGong> {
  const upstream = await sandbox.listen();
  const headers: IncomingHttpHeaders[] = [];
  const paths = new Set<string>();
  const waiting: (() => void)[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const { method = '', url = '' } = request;
      const { pathname } = new URL(url, upstream.url);
      const body = await buffer(request);
      headers.push(request.headers);
      paths.add(pathname);
      for (const check of waiting.splice(0)) check();
      await hold(pathname, gong);
      const { authorization = '', 'content-type': type = 'application/json' } = request.headers;
      const answer = await fetch(`${upstream.url}${url}`, {
        method,
        headers: { authorization, 'content-type': type },
        ...(body.length === 0 ? {} : { body }),
      });
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(await answer.text());
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const gong: HeldGong = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    headers,
    arrived: (path) =>
      new Promise((resolve) => {
        const check = (): void => {
          if (paths.has(path)) resolve();
          else waiting.push(check);
        };
        check();
      }),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await upstream.close();
    },
  };
  return gong;
}

/** Runs the program against Gong at a URL, with a state folder that `remove` deletes. */
export async function runTraced(gongUrl: string, environment: Readonly<Record<string, string>>) {
  const stateDir = await mkdtemp(join(tmpdir(), 'gateway-traces-'));
  const program = runProgram({
    GONG_ACCESS_KEY: DEFAULT_CREDENTIAL.accessKey,
    GONG_ACCESS_KEY_SECRET: DEFAULT_CREDENTIAL.accessKeySecret,
    GONG_API_BASE_URL: gongUrl,
    GONG_ALLOW_ANY_HOST: 'true',
    GONG_REQUESTS_PER_SECOND: '1000000',
    GATEWAY_STATE_DIR: stateDir,
    ...environment,
  });
  return {
    ...program,
    remove: async () => {
      await program.kill('SIGKILL');
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}
