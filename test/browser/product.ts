import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('../../dist/index.js', import.meta.url));

export interface Product {
  /** Origin at which it serves, such as `http://127.0.0.1:41234`. */
  origin: string;
  /** Returns all that it has printed. */
  output(): string;
  /** Ends it, and returns its exit code. */
  stop(): Promise<number | null>;
}

/**
 * Starts the built product as a user without Gong credentials does: on a free port, in front of the sandbox.
 * Resolves when it has printed the URL of GraphiQL.
 */
export async function startProduct(more: NodeJS.ProcessEnv = {}): Promise<Product> {
  if (!existsSync(entry)) throw new Error('dist/index.js is missing: run `npm run build`.');
  const env: NodeJS.ProcessEnv = { HOST: '127.0.0.1', PORT: '0', ...more };
  // Passes on no configuration of the caller, whose credentials would lead these tests to a real company.
  for (const name of ['PATH', 'HOME', 'TMPDIR']) {
    if (process.env[name] !== undefined) env[name] = process.env[name];
  }
  const child = spawn(process.execPath, [entry], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'exit');

  let output = '';
  const origin = await new Promise<string>((fulfil, reject) => {
    const read = (chunk: string) => {
      output += chunk;
      const address = /(http:\/\/[\w.:[\]-]+)\/graphiql/.exec(output)?.[1];
      if (address !== undefined) fulfil(address);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`The product ended with code ${String(code)} before it served:\n${output}`));
    });
  });

  return {
    origin,
    output: () => output,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
      return child.exitCode;
    },
  };
}
