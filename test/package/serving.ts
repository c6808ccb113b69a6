import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { shell } from './support.js';

/** A server as a process of its own, which has printed its URL. */
export interface Serving {
  readonly origin: string;
  /** Sends SIGTERM, and returns how the process ended. */
  stop(): Promise<readonly [code: number | null, signal: string | null]>;
}

/** Starts a program with Node, and waits until it prints where it serves. */
export async function serve(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Serving> {
  const child = spawn(process.execPath, args, {
    cwd: folder,
    // Nothing waits for a load balancer that isn't there.
    env: { ...shell, GATEWAY_DRAIN_SECONDS: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit') as Promise<[number | null, string | null]>;
  let output = '';
  const origin = await new Promise<string>((resolve, reject) => {
    const read = (chunk: string): void => {
      output += chunk;
      const found = /(http:\/\/127[\w.:]+)\/graph/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.once('exit', () => {
      reject(new Error(`It ended before it served:\n${output}`));
    });
  });
  return {
    origin,
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
  };
}

/** Asks a graph for two users. */
export async function askUsers(
  origin: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<string> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: '{ users(first: 2) { nodes { emailAddress } } }' }),
  });
  return `${response.status} ${await response.text()}`;
}
