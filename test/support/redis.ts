import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './ports.js';

/** A real Redis on a port of its own, that keeps nothing on disk. */
export interface TestRedis {
  readonly url: string;
  readonly port: number;
  /** Ends it without a word, as a crash would; what it held is lost. */
  kill(): Promise<void>;
  /** Starts it again on the same port. */
  restart(): Promise<void>;
  /** Answers nothing, but keeps its connections, until `resume`. */
  pause(): void;
  resume(): void;
  close(): Promise<void>;
}

/** @throws Error naming the package, when there is no Redis server on this machine. */
export async function startRedis(): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-redis-'));
  const first = await serveAnywhere(folder);
  const { port } = first;
  let { server } = first;
  const kill = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    kill,
    restart: async () => {
      await kill();
      server = await serve(port, folder);
    },
    pause: () => server.kill('SIGSTOP'),
    resume: () => server.kill('SIGCONT'),
    close: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Another suite may take a port that was free a moment ago. */
async function serveAnywhere(folder: string): Promise<{ port: number; server: ChildProcess }> {
  for (;;) {
    const port = await freePort();
    try {
      return { port, server: await serve(port, folder) };
    } catch (error) {
      if (!String(error).includes('Address already in use')) throw error;
    }
  }
}

async function serve(port: number, folder: string): Promise<ChildProcess> {
  const server = spawn(
    process.env['REDIS_SERVER_PATH'] ?? 'redis-server',
    // prettier-ignore
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await new Promise<void>((resolve, reject) => {
    let said = '';
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('Ready to accept connections')) resolve();
    });
    server.once('error', () => {
      reject(new Error('There is no Redis server here: install the package `redis-server`.'));
    });
    server.once('exit', () => {
      reject(new Error(`The Redis server ended before it was ready: ${said}`));
    });
  });
  // Nobody may wait for it when a test run is over.
  server.unref();
  return server;
}
