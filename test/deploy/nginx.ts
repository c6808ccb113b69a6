import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../docs/support.js';

const execute = promisify(execFile);

/** A real nginx with the configuration of deploy/nginx, in front of gateways of the test. */
export interface TestNginx {
  /** The certificate that it shows, as PEM. */
  readonly certificate: string;
  /** The requests that it logged. */
  accessLog(): Promise<string>;
  close(): Promise<void>;
}

/**
 * Starts nginx, and waits until it listens.
 *
 * @param port where it listens.
 * @param gateways addresses in place of `gateway-1:4000` and `gateway-2:4000`.
 * @throws Error naming the package, when there is no nginx on this machine.
 */
export async function startNginx(
  port: number,
  gateways: readonly [string, string],
): Promise<TestNginx> {
  const program = process.env['NGINX_PATH'] ?? 'nginx';
  const folder = await mkdtemp(join(tmpdir(), 'gateway-nginx-'));
  // Its workers have another user.
  await chmod(folder, 0o755);
  const [certificate, key] = await createCertificate(folder);
  const file = join(folder, 'nginx.conf');
  const log = join(folder, 'access.log');
  await writeFile(
    file,
    replaceEach(await readFile(join(root, 'deploy/nginx/nginx.conf'), 'utf8'), {
      '/tmp/': `${folder}/`,
      '/dev/stdout': log,
      '/run/secrets/tls_certificate': certificate,
      '/run/secrets/tls_key': key,
      'listen 443 ssl': `listen 127.0.0.1:${port} ssl`,
      'gateway-1:4000': gateways[0],
      'gateway-2:4000': gateways[1],
    }),
  );
  const options = ['-e', 'stderr', '-p', folder, '-c', file];
  await execute(program, ['-t', ...options]);
  const server = spawn(program, [...options, '-g', 'daemon off;'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(server, 'close');
  await listening(port, server);
  return {
    certificate: await readFile(certificate, 'utf8'),
    accessLog: () => readFile(log, 'utf8'),
    close: async () => {
      server.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Replaces texts of the configuration. Each must be there, so that the test runs what users run. */
function replaceEach(content: string, texts: Readonly<Record<string, string>>): string {
  let replaced = content;
  for (const [from, to] of Object.entries(texts)) {
    if (!replaced.includes(from)) throw new Error(`nginx.conf has no ${from}.`);
    replaced = replaced.replaceAll(from, to);
  }
  return replaced;
}

async function createCertificate(folder: string): Promise<readonly [string, string]> {
  const [certificate, key] = [join(folder, 'tls.crt'), join(folder, 'tls.key')];
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const files = ['-nodes', '-days', '2', '-keyout', key, '-out', certificate];
  await execute('openssl', ['req', '-x509', '-newkey', 'rsa:2048', ...name, ...files]);
  return [certificate, key];
}

/** Waits until a port accepts connections. */
async function listening(port: number, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`nginx ended with ${server.exitCode}.`);
    const socket = connect(port, '127.0.0.1');
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => {
        resolve(true);
      });
      socket.once('error', () => {
        resolve(false);
      });
    });
    socket.destroy();
    if (isOpen) return;
  }
}
