import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { DEFAULT_CREDENTIAL } from '../sandbox/src/index.js';

const root = fileURLToPath(new URL('..', import.meta.url));

export interface GatewayProcess {
  readonly origin: string;
  /** What the process holds once its garbage is collected. */
  memory(): Promise<NodeJS.MemoryUsage>;
  kill(): Promise<void>;
}

/** A gateway in a process of its own, on a free port. */
export function startGateway(
  gongUrl: string,
  env: Readonly<Record<string, string>> = {},
): Promise<GatewayProcess> {
  const before = ['--expose-gc', '--import', 'tsx', '--import', './bench/memoryOnRequest.ts'];
  const gateway = spawn(process.execPath, [...before, 'src/bin/gongGraphql.ts', 'serve'], {
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
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  // Read to the end: whoever writes to a pipe that nobody reads waits.
  const { stdout } = gateway;
  if (stdout === null) throw new Error('A gateway has no standard output.');
  const lines = createInterface({ input: stdout });
  return new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      const origin = /"graphiql":"(http:[^"]+)\/graphiql"/.exec(line)?.[1];
      if (origin === undefined) return;
      resolve({
        origin,
        memory: async () => {
          gateway.send('memory');
          const [usage] = (await once(gateway, 'message')) as [NodeJS.MemoryUsage];
          return usage;
        },
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
