import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import type { Answer } from './gateway.js';

const require = createRequire(import.meta.url);

/** Runs a server of an example as a process of its own, on a free port, until it prints its address. */
export async function startExample(
  directory: string,
  file: string,
  environment: Readonly<Record<string, string>>,
) {
  const server = await startServer(directory, [require.resolve('tsx/cli'), file], environment);
  return {
    ...server,
    ask: async <Data>(query: string, headers: Readonly<Record<string, string>>, variables = {}) => {
      const response = await fetch(server.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer<Data>;
    },
  };
}

/** Serves an example's built page, with its own settings. */
export function startPage(directory: string, environment: Readonly<Record<string, string>>) {
  const vite = require.resolve('vite/package.json').replace('package.json', 'bin/vite.js');
  const where = ['--host', '127.0.0.1', '--port', '0'];
  return startServer(directory, [vite, 'preview', ...where], environment);
}

async function startServer(
  directory: string,
  program: readonly string[],
  environment: Readonly<Record<string, string>>,
) {
  const child = spawn(process.execPath, program, {
    cwd: directory,
    env: { PATH: process.env['PATH'], EXAMPLE_PORT: '0', NO_COLOR: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: string): void => {
      output += chunk;
      const address = /http:\/\/[\w.:]+\//.exec(output)?.[0];
      if (address !== undefined) resolve(address);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
    child.once('exit', () => {
      reject(new Error(`${program.join(' ')} ended before it served:\n${output}`));
    });
  });
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

export type ExampleServer = Awaited<ReturnType<typeof startExample>>;
