import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The gateway as a process of its own: runs the program from its sources, with nothing of our own environment but the path. */
export function runProgram(environment: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/bin/gongGraphql.ts', 'serve'], {
    cwd: root,
    // Nothing waits for a load balancer that isn't there.
    env: { PATH: process.env['PATH'], PORT: '0', GATEWAY_DRAIN_SECONDS: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit') as Promise<[code: number | null, signal: string | null]>;
  let output = '';
  const started = new Promise<string>((resolve, reject) => {
    const read = (chunk: string): void => {
      output += chunk;
      const origin = /(http:\/\/[\w.:]+)\/graphiql/.exec(output)?.[1];
      if (origin !== undefined) resolve(origin);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.once('exit', () => {
      reject(new Error(`It ended before it served:\n${output}`));
    });
  });
  // Tests of a failing start do not wait for it.
  started.catch(() => undefined);
  return {
    started,
    output: () => output,
    kill: async (signal: NodeJS.Signals) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      if (signal === 'SIGKILL') await exited;
    },
    /** Waits for the output to hold a text. */
    printed: async (text: string) => {
      while (!output.includes(text)) await once(child.stdout, 'data');
    },
    /** Ends the reading of its standard output. */
    closeOutput: async () => {
      const closed = once(child.stdout, 'close');
      child.stdout.destroy();
      await closed;
    },
    stop: async () => {
      child.kill('SIGTERM');
      return exited;
    },
    exited,
  };
}
