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
  const child = spawn(process.execPath, [require.resolve('tsx/cli'), file], {
    cwd: directory,
    env: { PATH: process.env['PATH'], PORT: '0', ...environment },
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
      reject(new Error(`${file} ended before it served:\n${output}`));
    });
  });
  return {
    ask: async <Data>(query: string, headers: Readonly<Record<string, string>>, variables = {}) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer<Data>;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

export type ExampleServer = Awaited<ReturnType<typeof startExample>>;
