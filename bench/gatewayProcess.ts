import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { DEFAULT_CREDENTIAL } from '../sandbox/src/index.js';

const root = fileURLToPath(new URL('..', import.meta.url));

export interface GatewayProcess {
  readonly origin: string;
  kill(): Promise<void>;
}

/** A gateway in a process of its own, on a free port. */
export function startGateway(
  gongUrl: string,
  env: Readonly<Record<string, string>> = {},
): Promise<GatewayProcess> {
  const gateway = spawn(process.execPath, ['--import', 'tsx', 'src/bin/gongGraphql.ts', 'serve'], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      GONG_ACCESS_KEY: DEFAULT_CREDENTIAL.accessKey,
      GONG_ACCESS_KEY_SECRET: DEFAULT_CREDENTIAL.accessKeySecret,
      GONG_API_BASE_URL: gongUrl,
      GONG_ALLOW_ANY_HOST: 'true',
      GATEWAY_DEADLINE_MS: '120000',
      GATEWAY_SECRET: 'the benchmark keeps no secrets, at length',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // Read to the end: whoever writes to a pipe that nobody reads waits.
  const lines = createInterface({ input: gateway.stdout });
  return new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      const origin = /"graphiql":"(http:[^"]+)\/graphiql"/.exec(line)?.[1];
      if (origin === undefined) return;
      resolve({
        origin,
        kill: async () => {
          gateway.kill('SIGKILL');
          await once(gateway, 'exit');
        },
      });
    });
    gateway.once('exit', (code) => {
      reject(new Error(`A gateway ended with exit code ${code}.`));
    });
  });
}
