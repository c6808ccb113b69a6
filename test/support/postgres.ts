import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort } from './ports.js';

/** A real PostgreSQL on a port of its own, in a folder that is deleted with it. */
export interface TestPostgres {
  readonly url: string;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
  /** Starts it again on the same port, with what was committed. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

const USER = 'gateway';

/**
 * @param settings of the server, in place of those for tests.
 * @throws Error naming the package, when there is no PostgreSQL on this machine.
 */
export async function startPostgres(
  settings: Readonly<Record<string, string>> = {},
): Promise<TestPostgres> {
  const program = process.env['POSTGRES_SERVER_PATH'] ?? 'postgres';
  const folder = await mkdtemp(join(tmpdir(), 'gateway-postgres-'));
  const owner = serverOwner();
  if (owner !== null) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  execFileSync(
    // It is installed beside the server.
    program.includes('/') ? join(dirname(program), 'initdb') : 'initdb',
    ['-D', data, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    { ...owner, stdio: 'ignore', cwd: folder },
  );
  const port = await freePort();
  const start = (): Promise<ChildProcess> => serve(program, data, port, owner, settings);
  let server = await start();
  const kill = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.ref();
    // Ends all its processes at once and writes nothing more.
    server.kill('SIGQUIT');
    await ended;
  };
  return {
    url: `postgres://${USER}@127.0.0.1:${port}/postgres`,
    kill,
    restart: async () => {
      await kill();
      server = await start();
    },
    close: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The server refuses to run as root: Debian's package has a user for it. */
function serverOwner(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (option: string): number =>
    Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function serve(
  program: string,
  data: string,
  port: number,
  owner: ReturnType<typeof serverOwner>,
  others: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
    jit: 'off',
    shared_buffers: '32MB',
    ...others,
  };
  const server = spawn(
    program,
    [
      ...['-D', data, '-p', String(port)],
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { ...owner, cwd: data, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  await new Promise<void>((resolve, reject) => {
    let said = '';
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('error', () => {
      reject(new Error('There is no PostgreSQL here: install the package `postgresql`.'));
    });
    server.once('exit', () => {
      reject(new Error(`PostgreSQL ended before it was ready: ${said}`));
    });
  });
  // Nobody may wait for it when a test run is over.
  server.unref();
  return server;
}
